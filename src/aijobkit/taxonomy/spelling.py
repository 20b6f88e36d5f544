"""
Repair of misspelt words of job titles.

Only words that nothing knows are ever repaired; the finder shows every repair.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

__all__ = ["Speller", "distance", "plain_slip"]

SHORT = 4
"""Words shorter than this are never repaired."""
SHORTLIST = 8
CACHED = 20_000
LESS_ALIKE, DEARER = 0.25, 0.7
"""Words that share fewer pairs of letters, or cost more, than the best by this much are not looked at."""
# Cost of a slip, by how often it happens at a keyboard (assumption; the benchmark's noise is of its own making).
SLIP, DOUBLED, NEIGHBOUR_KEY, OTHER_KEY, FIRST_LETTER = 1.0, 0.6, 0.9, 1.2, 0.6
PLAIN = ((5, 1.0), (8, 1.3), (40, 2.4))
"""Greatest cost of a plain slip, by the most letters a word may have for it; longer ones never are repaired."""
MOST = ((4, 1.0), (5, 1.3), (40, 2.4))
"""The same where a known title confirms the repair."""
ALONE = ((4, 0.0), (6, 1.0), (9, 1.2), (40, 2.0))
"""The same for a word that is the whole title, where nothing else speaks for the repair."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEAR = frozenset(
    pair
    for number, row in enumerate(_ROWS)
    for at in range(len(row))
    for near in _ROWS[number : number + 2]
    for other in near[max(at - 1, 0) : at + 2]
    for pair in (row[at] + other, other + row[at])
    if other != row[at]
)


def distance(one: str, other: str, most: float) -> float:
    """
    Return what it costs to come from *one* to *other* by slips: letters left out, put in, changed or swapped.

    Args:
        one: A word.
        other: A word.
        most: Greatest cost of interest; above it the answer is infinite.

    Examples:
        >>> distance("enginer", "engineer", 2), distance("nusre", "nurse", 2), distance("hawker", "hacker", 1)
        (0.6, 1.0, inf)
    """
    if abs(len(one) - len(other)) * DOUBLED > most:
        return math.inf
    # What both begin or end with costs nothing; a letter or two stay, since a doubled letter is told by the one before it.
    shorter = min(len(one), len(other))
    begin = 0
    while begin < shorter and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < shorter - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    begin, end = max(begin - 2, 0), max(end - 1, 0)
    one, other = one[begin : len(one) - end], other[begin : len(other) - end]
    before: list[float] = []
    row = [at * SLIP for at in range(len(other) + 1)]
    for i, letter in enumerate(one, 1):
        last, before_last, row = row, before, [i * SLIP]
        for j, target in enumerate(other, 1):
            changed = 0.0 if letter == target else NEIGHBOUR_KEY if letter + target in _NEAR else OTHER_KEY
            cost = min(
                last[j - 1] + changed,
                last[j] + (DOUBLED if i > 1 and letter == one[i - 2] else SLIP),
                row[-1] + (DOUBLED if j > 1 and target == other[j - 2] else SLIP),
            )
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == target:
                cost = min(cost, before_last[j - 2] + SLIP)
            row.append(cost)
        if min(row) > most:
            return math.inf
        before = last
    return round(row[-1], 2) if row[-1] <= most else math.inf


def plain_slip(word: str) -> float:
    """Return the greatest cost at which a repair of *word* is believed by itself."""
    return _limit(PLAIN, word)


def _limit(table: tuple[tuple[int, float], ...], word: str) -> float:
    return next((cost for letters, cost in table if len(word) <= letters), 0.0)


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
        self._cache: dict[str, tuple[tuple[str, float], ...]] = {}

    def candidates(self, word: str, limit: int = 3, *, alone: bool = False) -> tuple[tuple[str, float], ...]:
        """
        Return known words near to *word* with the cost of the repair, cheapest and most frequent first.

        Args:
            word: A word that nothing knows.
            limit: How many at most.
            alone: Whether the word is the whole title; repairs are bolder beside other words.

        Examples:
            >>> Speller({"engineer": 9, "engine": 2}).candidates("enginer")
            (('engineer', 0.6), ('engine', 1.0))
        """
        found = self._cache.get(word)
        if found is None:
            found = self._search(word)
            if len(self._cache) < CACHED:
                self._cache[word] = found
        if alone:
            most = _limit(ALONE, word)
            found = tuple(pair for pair in found if pair[1] <= most)
        return found[:limit]

    def _search(self, word: str) -> tuple[tuple[str, float], ...]:
        import numpy as np

        if not SHORT <= len(word) <= MOST[-1][0] or not word.isalpha() or not self._words:
            return ()
        most = _limit(MOST, word)
        pairs = _pairs(word)
        places = [self._places[pair] for pair in sorted(pairs) if pair in self._places]
        if not places:
            return ()
        shared = np.bincount(np.concatenate(places), minlength=len(self._words))
        alike = shared * 2 / (self._sizes + len(pairs))
        some = np.flatnonzero(alike >= alike.max() - LESS_ALIKE)
        best = some[np.argsort(-alike[some], kind="stable")][:SHORTLIST]
        near = []
        swapped = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]
        likely = [self._words[at] for at in best.tolist()]
        # A swap changes three pairs of letters, too many to show in a short word.
        for other in dict.fromkeys((*(swap for swap in swapped if swap in self._counts), *likely)):
            cost = distance(word, other, most) + FIRST_LETTER * (word[0] != other[0])
            if cost <= most:
                near.append((cost, -self._counts[other], other))
                most = min(most, cost + DEARER)
        return tuple((other, cost) for cost, _, other in sorted(near))
