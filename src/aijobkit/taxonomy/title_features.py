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

__all__ = ["LETTERS", "PARTS", "VIEWS", "FeatureIndex", "View", "content_words", "stem"]

_ENDINGS = ("ization", "ational", "ation", "ering", "ing", "ers", "er", "or", "ist", "ed", "es", "s", "e", "y")
_LEAST_STEM = 4

# Relative weight of each kind of feature in the mean; chosen on held-out titles of other splits than those reported.
WHOLE, BEGINNINGS, AFFIX, HEAD = 0.6, 0.5, 0.3, 0.5
WORD, PAIR, LETTER_SUM = 0.5, 0.4, 2.0

MOST_WORDS = 12
"""Words of a title that are looked at; pairs grow with their square."""
WORDS_CACHED, PAIRS_CACHED = 8_000, 16_000

Features = list[tuple[int, float]]
"""Hashed feature and weight."""


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


class FeatureIndex:
    """
    Turns titles into places of known features; parts are cached, since words and pairs of words repeat.

    Args:
        view: What is seen of a title.
        place: Hashed feature -> place; None keeps the hashes themselves.
    """

    def __init__(self, view: View, place: Mapping[int, int] | None) -> None:
        self._place = place
        self._word = functools.lru_cache(maxsize=WORDS_CACHED)(lambda word: self._known(view.word(word)))
        self._pair = functools.lru_cache(maxsize=PAIRS_CACHED)(lambda *pair: self._known(view.pair(*pair)))
        self._last = functools.lru_cache(maxsize=WORDS_CACHED)(lambda word: self._known(view.last(word)))

    def _known(self, features: Features) -> tuple[list[int], list[float]]:
        if self._place is not None:
            features = [(self._place[hashed], weight) for hashed, weight in features if hashed in self._place]
        return [feature for feature, _ in features], [weight for _, weight in features]

    def __call__(self, words: Sequence[str]) -> tuple[list[int], list[float]]:
        """Return the features of content words in their order, and their weights."""
        found: list[int] = []
        weights: list[float] = []

        def add(part: tuple[list[int], list[float]]) -> None:
            found.extend(part[0])
            weights.extend(part[1])

        words = words[:MOST_WORDS]
        for place, word in enumerate(words):
            add(self._word(word))
            for other in range(place + 1, len(words)):
                add(self._pair(word, words[other], other == place + 1))
        if words:
            add(self._last(words[-1]))
        return found, weights


def _part_word(word: str) -> Features:
    beginnings = [(_hash("<" + word[:size]), AFFIX) for size in (3, 4, 5, 6)]
    endings = [(_hash(word[-size:] + ">"), AFFIX) for size in (3, 4, 5)]
    return [(_hash("w:" + word), WHOLE), *beginnings, *endings]


def _part_pair(first: str, second: str, _neighbours: bool) -> Features:  # noqa: FBT001
    return [(_hash(f"q:{first[:5]}|{second[:5]}"), BEGINNINGS)]


def _part_last(word: str) -> Features:
    return [(_hash("e:" + word[-5:]), HEAD)]


def _letters(text: str) -> Features:
    return [(_hash(text[at : at + 4]), LETTER_SUM / 24) for at in range(len(text) - 3)]


def _letter_word(word: str) -> Features:
    return [(_hash("w:" + word), WORD), *_letters(f" {word} ")]


def _letter_pair(first: str, second: str, neighbours: bool) -> Features:  # noqa: FBT001
    pair = [(_hash(f"p:{first}|{second}"), PAIR)]
    # Fours that reach over the gap; those within one word are counted there.
    return pair + (_letters(f"{first[-2:]} {second[:2]}") if neighbours else [])


PARTS = View("parts", _part_word, _part_pair, _part_last)
LETTERS = View("letters", _letter_word, _letter_pair, lambda _word: [])
VIEWS = (PARTS, LETTERS)
