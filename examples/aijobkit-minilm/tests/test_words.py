"""The table of word vectors: whose words it has, and that like words stay near."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
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


def test_like_words_stay_near() -> None:
    """Cut to fewer directions, words that were alike are alike, and the same input gives the same bytes."""
    letters = [a + b + c for a in "abcdefgh" for b in "klmnopqr" for c in "st"]
    texts = ["drivers driving driver", "nurse nursing", " ".join(letters)]
    raw = build_word_vectors(LetterEncoder(), texts, ["midwife"])
    table = WordVectors(raw)
    rows = table.vectors * table.step[:, None]
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)

    assert {"driver", "nurse", "nursing", "midwife"} <= table.place.keys()
    assert rows[table.place["nurse"]] @ rows[table.place["nursing"]] > rows[table.place["nurse"]] @ rows[table.place["driver"]]
    assert raw == build_word_vectors(LetterEncoder(), texts, ["midwife"])
