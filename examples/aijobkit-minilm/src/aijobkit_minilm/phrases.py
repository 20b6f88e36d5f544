"""
Phrases like job titles, from which the vectors of words are learnt: pieces of sentences, names, and words before a head word.

No title that O*NET lists for an occupation is among them, so that what is measured on such titles stays honest.
"""

from __future__ import annotations

import csv
import io
import random
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from aijobkit.taxonomy.title_features import content_words
from aijobkit.taxonomy.wording import words_of

__all__ = ["Phrase", "build_phrases", "read_columns"]

Phrase = tuple[str, ...]
"""Content words in their order."""

SENTENCES = ("Description", "Task", "DWA Title")
NAMES = ("Commodity Title", "Example")
OCCUPATIONS = "Occupation Data.txt"

# How many phrases of each kind (assumption).
PAIRS, TRIPLES, NAMED, HEADED, LOOSE = 9000, 5000, 9000, 12000, 6000
LEAST, MOST = 2, 6
"""Words of a phrase."""
SEED = 20190

_PARTS = re.compile(r",| and |/")


def read_columns(onet: Path, columns: Sequence[str]) -> Iterator[str]:
    """Yield what some columns of an O*NET zip hold."""
    with zipfile.ZipFile(onet) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".txt"):
                text = archive.read(name).decode("utf-8-sig")
                for row in csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE):
                    yield from (row[column] for column in columns if row.get(column))


def _read_occupations(onet: Path) -> Iterator[str]:
    with zipfile.ZipFile(onet) as archive:
        for name in archive.namelist():
            if name.endswith(OCCUPATIONS):
                text = archive.read(name).decode("utf-8-sig")
                rows = csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
                yield from (row["Title"] for row in rows)


def _words(text: str) -> Phrase:
    return tuple(word for word in content_words(words_of(text)) if not word.isdigit())


def build_phrases(onet: Path, titles: Iterable[str], names: Iterable[str], words: Sequence[str]) -> list[Phrase]:
    """
    Return phrases of two to six words, sorted; the same input gives the same.

    Args:
        onet: O*NET database, text edition, as a zip.
        titles: Everyday titles, all of which are taken.
        names: Names of industries and the like, of which some are drawn.
        words: The words whose vectors are wanted, sorted: each is set before a head word, the last word of a title.
    """
    draw = random.Random(SEED)
    sentences = [_words(text) for text in sorted(set(read_columns(onet, SENTENCES)))]
    pairs, triples = (
        sorted({found[at : at + size] for found in sentences for at in range(len(found) - size + 1)}) for size in (2, 3)
    )
    everyday = sorted({_words(title) for title in titles})
    official = (_words(part) for title in sorted(set(_read_occupations(onet))) for part in _PARTS.split(title))
    heads = sorted({phrase[-1] for phrase in (*everyday, *official) if phrase}) or ["worker"]
    named = sorted({_words(name)[: LEAST + 2] for name in (*read_columns(onet, NAMES), *names)})

    def some(phrases: Sequence[Phrase], count: int) -> list[Phrase]:
        return draw.sample(phrases, min(count, len(phrases)))

    found = {*everyday, *some(pairs, PAIRS), *some(triples, TRIPLES), *some(named, NAMED)}
    found |= {(*pair, draw.choice(heads)) for pair in some(pairs, HEADED)}
    found |= {(word, draw.choice(heads)) for word in words}
    found |= {(draw.choice(words), draw.choice(words), draw.choice(heads)) for _ in range(min(LOOSE, len(words)))}
    return sorted(phrase for phrase in found if LEAST <= len(phrase) <= MOST)
