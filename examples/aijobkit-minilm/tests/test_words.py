"""The table of word vectors: whose words it has, and that like words stay near."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from aijobkit_minilm.phrases import build_phrases
from aijobkit_minilm.words import build_word_vectors, read_texts, read_vocabulary
from tiny import LetterEncoder

from aijobkit.taxonomy.word_vectors import WordVectors


def test_texts_are_titles_and_sentences(tmp_path: Path) -> None:
    """Titles and tasks of a release are read, and the lines of other files; codes are not."""
    with zipfile.ZipFile(tmp_path / "onet.zip", "w") as archive:
        archive.writestr("db/Task Statements.txt", "O*NET-SOC Code\tTask\n53-3051.00\tDrive a bus.\n")
    (tmp_path / "more.txt").write_text("Ferries\n", "utf-8")

    assert ["Drive a bus.", "Ferries"] == list(read_texts(tmp_path / "onet.zip", [tmp_path / "more.txt"]))


def test_vocabulary_is_whole_words(tmp_path: Path) -> None:
    """Pieces of words, marks and words of two letters are left out."""
    (tmp_path / "vocab.txt").write_text("[PAD]\n##ing\nof\nnurse\n2024\n", "utf-8")

    assert ["nurse"] == read_vocabulary(tmp_path)


WORDS = sorted([*(a + b + c for a in "abcdefgh" for b in "klmnopqr" for c in "st"), "driver", "driving", "nurse", "nursing"])


def test_like_words_stay_near() -> None:
    """Words of which no phrase tells stay as the encoder sees them, and the same input gives the same bytes."""
    phrases = [(first, second) for first, second in zip(WORDS[:60], WORDS[60:120], strict=True)]
    raw = build_word_vectors(LetterEncoder(), WORDS, ["midwife"], phrases)
    table = WordVectors(raw)
    rows = table.vectors * table.step[:, None]
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)

    assert {"driver", "nurse", "nursing", "midwife"} <= table.place.keys()
    assert rows[table.place["nurse"]] @ rows[table.place["nursing"]] > rows[table.place["nurse"]] @ rows[table.place["driver"]]
    assert raw == build_word_vectors(LetterEncoder(), WORDS, ["midwife"], phrases)


def test_words_learn_what_phrases_mean() -> None:
    """A word that turns every phrase one way is given that direction; the encoder sees nothing in it alone."""

    class Pointing(LetterEncoder):
        def encode(self, texts: Sequence[str]) -> np.ndarray:
            rows = np.asarray(super().encode(texts))
            rows[["chief " in text for text in texts], 0] += 1
            return rows

    heads = WORDS[:100]
    phrases = [(first, head) for head in heads for first in ("chief", "night")]
    table = WordVectors(build_word_vectors(Pointing(), [*WORDS, "chief", "night"], [], phrases))
    rows = table.vectors * table.step[:, None]
    plain = WordVectors(build_word_vectors(LetterEncoder(), [*WORDS, "chief", "night"], [], phrases))
    before = plain.vectors * plain.step[:, None]
    apart, apart_before = (np.linalg.norm(some[table.place["chief"]] - some[table.place["night"]]) for some in (rows, before))

    assert apart > 1.5 * apart_before


def test_phrases_have_no_listed_title(tmp_path: Path) -> None:
    """Phrases are pieces of tasks, names and words before a head word, of two to six words; listed titles are left out."""
    path = tmp_path / "onet.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("db/Task Statements.txt", "O*NET-SOC Code\tTask\n53-3051.00\tDrive a bus to schools daily.\n")
        archive.writestr("db/Alternate Titles.txt", "O*NET-SOC Code\tAlternate Title\n53-3051.00\tTiny Tot Ferrier\n")
        archive.writestr("db/Occupation Data.txt", "O*NET-SOC Code\tTitle\tDescription\n53-3051.00\tBus Drivers\t\n")
    phrases = build_phrases(path, ["Night Porter"], ["Sugar mills"], ["bus", "school"])

    assert {("night", "porter"), ("sugar", "mill"), ("drive", "bus")} <= set(phrases)
    assert {"bus", "school"} <= {phrase[0] for phrase in phrases if phrase[-1] in {"driver", "porter"}}
    assert not {word for phrase in phrases for word in phrase} & {"tiny", "tot", "ferrier"}
    assert {len(phrase) for phrase in phrases} <= set(range(2, 7))
    assert phrases == build_phrases(path, ["Night Porter"], ["Sugar mills"], ["bus", "school"])
