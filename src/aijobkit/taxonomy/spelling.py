"""
Repair of misspelt words of job titles.

Only words that nothing knows are ever repaired; the finder shows every repair.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["Speller", "distance"]

SHORT, LONG = 4, 6
"""Words shorter than SHORT letters are never repaired, those of LONG and more may be two letters off."""
SHORTLIST = 12
FIRST_LETTER = 0.6
"""Extra distance when the first letter differs: typing errors seldom hit it."""


def distance(one: str, other: str, most: int) -> int:
    """
    Count the letters that must be put in, left out, changed or swapped with a neighbour.

    Args:
        one: A word.
        other: A word.
        most: Answers above this are all given as ``most + 1``.

    Examples:
        >>> distance("enginer", "engineer", 2), distance("nusre", "nurse", 2)
        (1, 1)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before_last, row = row, before, [i]
        for j, other_letter in enumerate(other, 1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (letter != other_letter))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == other_letter:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before = last
    return min(row[-1], most + 1)


def _pairs(word: str) -> set[str]:
    padded = f"^{word}$"
    return {padded[at : at + 2] for at in range(len(padded) - 1)}


class Speller:
    """
    Finds the known words that a misspelt one may stand for.

    Args:
        words: Known word -> in how many titles it is.
    """

    def __init__(self, words: Mapping[str, int]) -> None:
        import numpy as np

        self._words = sorted(word for word in words if len(word) >= SHORT and word.isalpha())
        self._counts = words
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self._words):
            for pair in _pairs(word):
                found.setdefault(pair, []).append(at)
        self._places = {pair: np.array(places, np.int32) for pair, places in found.items()}
        self._sizes = np.array([len(_pairs(word)) for word in self._words], np.float32)
        self._cache: dict[str, tuple[tuple[str, int], ...]] = {}

    def candidates(self, word: str, limit: int = 3) -> tuple[tuple[str, int], ...]:
        """
        Return up to *limit* known words near to *word* with their distance in letters, nearest and most frequent first.

        Examples:
            >>> Speller({"engineer": 9, "engine": 2}).candidates("enginer")
            (('engineer', 1), ('engine', 1))
        """
        found = self._cache.get(word)
        if found is None:
            found = self._search(word)
            if len(self._cache) < 50_000:
                self._cache[word] = found
        return found[:limit]

    def _search(self, word: str) -> tuple[tuple[str, int], ...]:
        import numpy as np

        if len(word) < SHORT or not word.isalpha() or not self._words:
            return ()
        most = 2 if len(word) >= LONG else 1
        pairs = _pairs(word)
        places = [self._places[pair] for pair in sorted(pairs) if pair in self._places]
        if not places:
            return ()
        shared = np.bincount(np.concatenate(places), minlength=len(self._words))
        alike = shared * 2 / (self._sizes + len(pairs))
        size = min(SHORTLIST, len(alike))
        best = np.sort(np.argpartition(-alike, size - 1)[:size]).tolist()
        near = []
        for at in best:
            other = self._words[at]
            apart = distance(word, other, most)
            if apart <= most:
                near.append((apart + FIRST_LETTER * (word[0] != other[0]), -self._counts[other], other, apart))
        return tuple((other, apart) for _, _, other, apart in sorted(near))
