"""
Words of titles that people clip: "couns" for "counselor", "scntst" for "scientist", "acft" for "aircraft".

No table has all of them.  A clipped word keeps the first letter of the word and others in their order; which word it stands for
is told by what it keeps and by how common the word is, and is only believed where a known title confirms it.  Standard library
only.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Mapping, Sequence

__all__ = ["ClippedWords"]

LEAST_TITLES = 2
"""Titles a word must be in to be looked for."""
LEAST_LETTERS, LEAST_LEFT_OUT, LEAST_CLIPPED, MOST_LETTERS = 4, 1, 3, 8
"""Letters a whole word has at least, letters that are left out at least, and letters that a clipped word has."""
# How much each sign speaks for a word, beside the logarithm of the number of titles it is in (assumptions, held against the 404
# short forms of single words in our own table of abbreviations: of these 75 % are found first and 96 % among the first five).
BEGINS, SKELETON, LAST, KEPT, LEFT_OUT = 2.5, 4.0, 1.5, 3.0, 2.0
SHOWN = 7
CACHED = 20_000

_VOWELS = re.compile(r"(?<=.)[aeiou]")
_DOUBLED = re.compile(r"(.)\1")


class ClippedWords:
    """
    Finds the words that a clipped one may stand for.

    Args:
        counts: Word -> in how many titles it is.

    Examples:
        >>> ClippedWords({"counselor": 90, "columnist": 3, "clerk": 400}).candidates("couns")[0][0]
        'counselor'
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        lines: dict[str, list[str]] = {}
        for word, count in counts.items():
            if count >= LEAST_TITLES and len(word) >= LEAST_LETTERS and word.isalpha():
                lines.setdefault(word[0], []).append(word)
        self._lines = {letter: sorted(words) for letter, words in lines.items()}
        self._cache: dict[str, tuple[tuple[str, float], ...]] = {}

    def candidates(self, clipped: str) -> tuple[tuple[str, float], ...]:
        """Return the likeliest words that *clipped* stands for, with how much speaks for each, best first."""
        found = self._cache.get(clipped)
        if found is None:
            if len(self._cache) >= CACHED:
                self._cache.clear()
            # Another thread may clear the cache at any time.
            found = self._cache[clipped] = self._find(clipped)
        return found

    def _find(self, clipped: str) -> tuple[tuple[str, float], ...]:
        if not LEAST_CLIPPED <= len(clipped) <= MOST_LETTERS or not clipped.isalpha() or clipped[0] not in self._lines:
            return ()
        words: Sequence[str] = self._lines[clipped[0]]
        for letter in clipped[1:]:
            # Fewer are left with every letter; their order is looked at in the end.
            words = [word for word in words if letter in word]
        found = [
            (-self._speaks_for(clipped, word), word)
            for word in words
            if _is_within(clipped, word)
            and len(word) - len(clipped) >= (LEAST_LEFT_OUT if _skeleton(clipped) == _skeleton(word) else 2 * LEAST_LEFT_OUT)
        ]
        return tuple((word, -speaks) for speaks, word in sorted(found)[:SHOWN])

    def _speaks_for(self, clipped: str, word: str) -> float:
        """Return how much speaks for *word*."""
        often = math.log(self._counts[word])
        if word.startswith(clipped):
            return often + BEGINS
        kept, whole = _skeleton(clipped), _skeleton(word)
        end = SKELETON if kept == whole else LAST * (clipped[-1] == word[-1])
        return often + end + KEPT * len(kept) / len(whole) - LEFT_OUT


def _is_within(clipped: str, word: str) -> bool:
    """
    Say whether *word* has the letters of *clipped* in their order.

    >>> _is_within("scntst", "scientist"), _is_within("tsis", "scientist")
    (True, False)
    """
    at = 0
    for letter in clipped:
        at = word.find(letter, at) + 1
        if not at:
            return False
    return True


@functools.lru_cache(maxsize=16_384)
def _skeleton(word: str) -> str:
    """Return a word without vowels behind its first letter, doubled letters once."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word))
