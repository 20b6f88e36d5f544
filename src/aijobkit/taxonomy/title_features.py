"""
Features of job titles: what the learned model sees of the words.

Two views that err differently: beginnings and endings of words with pairs of beginnings (`PARTS`), and letters in fours
across the whole title with pairs of words (`LETTERS`).  Standard library only.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from aijobkit.taxonomy.wording import SMALL_WORDS

__all__ = [
    "LETTERS",
    "NO_PART",
    "PARTS",
    "PARTS_CACHED",
    "VIEWS",
    "FeatureIndex",
    "Part",
    "View",
    "content_words",
    "parts_of",
    "stem",
]

_ENDINGS = ("ization", "ational", "ation", "ering", "ing", "ers", "er", "or", "ist", "ed", "es", "s", "e", "y")
_LEAST_STEM = 4

# Relative weight of each kind of feature in the mean; chosen on held-out titles of other splits than those reported.
WHOLE, BEGINNINGS, AFFIX, HEAD = 0.6, 0.5, 0.3, 0.5
WORD, PAIR, LETTER_SUM = 0.5, 0.4, 2.0

MOST_WORDS = 12
"""Words of a title that are looked at; pairs grow with their square."""
PARTS_CACHED = 16_000

Features = tuple[list[int], list[float]]
"""Hashed features and their weights."""


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """
    Return *word* without its ending, so that "baker", "baking" and "bakery" meet.

    Examples:
        >>> stem("programmer") == stem("programming")
        True
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word[: -len(ending)]
    return word


def content_words(words: Sequence[str]) -> list[str]:
    """Return the words that carry an occupation; all of them when none does."""
    return [word for word in words if word not in SMALL_WORDS] or list(words)


def _hash(text: str) -> int:
    return zlib.crc32(text.encode("utf-8"))


@dataclass(frozen=True)
class View:
    """
    One way to see a title.

    Args:
        name: Name in the model file.
        word: Features of one word.
        pair: Features of two words and whether they are neighbours.
        last: Features of the last word.
    """

    name: str
    word: Callable[[str], Features]
    pair: Callable[[str, str, bool], Features]
    last: Callable[[str], Features]


Part = tuple[str, str | None, bool]
"""
What a title is made of: a word alone; two words and whether they are neighbours; the last word, marked by True with no second.
"""
NO_PART: Part = ("", None, False)
"""Stands for a title without words."""


def parts_of(words: Sequence[str]) -> list[Part]:
    """Return the parts of a title, given as content words in their order."""
    words = words[:MOST_WORDS]
    found: list[Part] = []
    for place, word in enumerate(words):
        found.append((word, None, False))
        found += [(word, other, at == 0) for at, other in enumerate(words[place + 1 :])]
    if words:
        found.append((words[-1], None, True))
    return found


class FeatureIndex:
    """
    Turns titles into places of known features.

    Args:
        view: What is seen of a title.
        place: Hashed feature -> place; None keeps the hashes themselves.
    """

    def __init__(self, view: View, place: Mapping[int, int] | None) -> None:
        self._view = view
        self._place = place
        self._cached = functools.lru_cache(maxsize=PARTS_CACHED)(self.of_part)

    def of_part(self, part: Part) -> Features:
        """Return places and weights of the known features of one part."""
        word, other, flag = part
        if other is not None:
            features = self._view.pair(word, other, flag)
        elif part == NO_PART:
            features = [], []
        else:
            features = self._view.last(word) if flag else self._view.word(word)
        if self._place is None:
            return features
        places = [(self._place.get(hashed), weight) for hashed, weight in zip(*features, strict=True)]
        known = [(place, weight) for place, weight in places if place is not None]
        return [place for place, _ in known], [weight for _, weight in known]

    def __call__(self, words: Sequence[str]) -> Features:
        """Return the features of content words in their order, and their weights."""
        found: list[int] = []
        weights: list[float] = []
        for part in parts_of(words):
            # Parts repeat from title to title.
            features, shares = self._cached(part)
            found += features
            weights += shares
        return found, weights


def _part_word(word: str) -> Features:
    beginnings = [_hash("<" + word[:size]) for size in (3, 4, 5, 6)]
    endings = [_hash(word[-size:] + ">") for size in (3, 4, 5)]
    return [_hash("w:" + word), *beginnings, *endings], [WHOLE, *[AFFIX] * 7]


def _part_pair(first: str, second: str, _neighbours: bool) -> Features:  # noqa: FBT001
    return [_hash(f"q:{first[:5]}|{second[:5]}")], [BEGINNINGS]


def _part_last(word: str) -> Features:
    return [_hash("e:" + word[-5:])], [HEAD]


def _letters(whole: str, weight: float, text: str) -> Features:
    """Return a feature of its own *weight* and those of the fours of letters of *text*."""
    fours = [_hash(text[at : at + 4]) for at in range(len(text) - 3)]
    return [_hash(whole), *fours], [weight, *[LETTER_SUM / 24] * len(fours)]


def _letter_word(word: str) -> Features:
    return _letters(f"w:{word}", WORD, f" {word} ")


def _letter_pair(first: str, second: str, neighbours: bool) -> Features:  # noqa: FBT001
    # Fours that reach over the gap; those within one word are counted there.
    return _letters(f"p:{first}|{second}", PAIR, f"{first[-2:]} {second[:2]}" if neighbours else "")


PARTS = View("parts", _part_word, _part_pair, _part_last)
LETTERS = View("letters", _letter_word, _letter_pair, lambda _word: ([], []))
VIEWS = (PARTS, LETTERS)
