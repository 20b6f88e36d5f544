"""
Features of job titles: what the learned model sees of the words.

Two views that err differently: stems with their pairs and the ends of words (`STEMS`), and letters in fours across the whole
title with pairs of words (`LETTERS`).  Standard library only.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Callable, Sequence

from aijobkit.taxonomy.wording import SMALL_WORDS

__all__ = ["LETTERS", "STEMS", "VIEWS", "View", "content_words", "stem"]

_ENDINGS = ("ization", "ational", "ation", "ering", "ing", "ers", "er", "or", "ist", "ed", "es", "s", "e", "y")
_LEAST_STEM = 4

# Relative weight of each kind of feature in the mean; chosen on held-out titles of other splits than those reported.
WORD, STEM, PAIR, AFFIX, HEAD, LETTER_SUM = 0.5, 0.5, 0.4, 0.3, 0.5, 2.0

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


class View:
    """
    One way to see a title; its parts are cached, since words and pairs repeat.

    Args:
        name: Name in the model file.
        word: Features of one word.
        pair: Features of two words and whether they are neighbours.
        whole: Features of the whole list of words.
    """

    def __init__(
        self,
        name: str,
        word: Callable[[str], Features],
        pair: Callable[[str, str, bool], Features],
        whole: Callable[[Sequence[str]], Features],
    ) -> None:
        self.name = name
        self.word = functools.lru_cache(maxsize=30_000)(word)
        self.pair = functools.lru_cache(maxsize=60_000)(pair)
        self.whole = whole

    def __call__(self, words: Sequence[str]) -> Features:
        """Return all features of content words in their order."""
        found: Features = []
        for word in words:
            found += self.word(word)
        for place, first in enumerate(words[:12]):
            for other in range(place + 1, min(len(words), 12)):
                found += self.pair(first, words[other], other == place + 1)
        found += self.whole(words)
        return found


def _stem_word(word: str) -> Features:
    affixes = ("<" + word[:4], "<" + word[:5], word[-4:] + ">", word[-3:] + ">")
    return [(_hash("w:" + word), WORD), (_hash("s:" + stem(word)), STEM), *((_hash(affix), AFFIX) for affix in affixes)]


def _stem_pair(first: str, second: str, _neighbours: bool) -> Features:
    low, high = sorted((stem(first), stem(second)))
    return [(_hash(f"p:{low}|{high}"), PAIR)]


def _stem_whole(words: Sequence[str]) -> Features:
    return [(_hash("e:" + stem(words[-1])), HEAD)] if words else []


def _letters(text: str) -> Features:
    return [(_hash(text[at : at + 4]), LETTER_SUM / 24) for at in range(len(text) - 3)]


def _letter_word(word: str) -> Features:
    return [(_hash("w:" + word), WORD), *_letters(f" {word} ")]


def _letter_pair(first: str, second: str, neighbours: bool) -> Features:
    pair = [(_hash(f"p:{first}|{second}"), PAIR)]
    # Fours that reach over the gap; those within one word are counted there.
    return pair + (_letters(f"{first[-2:]} {second[:2]}") if neighbours else [])


STEMS = View("stems", _stem_word, _stem_pair, _stem_whole)
LETTERS = View("letters", _letter_word, _letter_pair, lambda _words: [])
VIEWS = (STEMS, LETTERS)
