"""
Repair of misspelt words of job titles.

Only words that nothing knows are ever repaired; the finder shows every repair.  Words are compared many at a time, with numpy.
"""

from __future__ import annotations

import functools
import math
import string
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Letters = NDArray[np.uint32]

__all__ = ["Speller", "costs", "plain_slip"]

SHORT, SHORT_KNOWN = 3, 4
"""Words shorter than this are never repaired, and nothing is repaired to known words shorter than that."""
SHORTLIST = 8
CACHED = 20_000
TOGETHER = 4096
"""Pairs of words that are compared at once."""
LESS_ALIKE, DEARER = 0.25, 0.7
"""Words that share fewer pairs of letters, or cost more, than the best by this much are not looked at."""
# Cost of a slip, by how often it happens at a keyboard (assumption; the benchmark's noise is of its own making).
SLIP, DOUBLED, NEIGHBOUR_KEY, OTHER_KEY, FIRST_LETTER = 1.0, 0.6, 0.9, 1.2, 0.6
PLAIN = ((3, 0.0), (5, 1.0), (8, 1.3), (40, 2.4))
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


def costs(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """
    Return what it costs to come from one word to the other by slips: letters left out, put in, changed or swapped.

    Args:
        pairs: The words, as written and as meant.

    Examples:
        >>> costs([("enginer", "engineer"), ("nusre", "nurse"), ("hawker", "hacker")])
        [0.6, 1.0, 1.2]
    """
    found: list[float] = []
    for start in range(0, len(pairs), TOGETHER):
        found += _costs([_differing(*pair) for pair in pairs[start : start + TOGETHER]])
    return found


def _differing(one: str, other: str) -> tuple[str, str]:
    """
    Leave out what both begin or end with, which costs nothing.

    A letter or two stay, since a doubled letter is told by the one before it.
    """
    shorter = min(len(one), len(other))
    begin = 0
    while begin < shorter and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < shorter - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    begin, end = max(begin - 2, 0), max(end - 1, 0)
    return one[begin : len(one) - end], other[begin : len(other) - end]


def _costs(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """Return the costs of some pairs by the recurrence of Damerau and Levenshtein, one row of letters after the other."""
    import numpy as np

    one, other = (_letters([pair[side] for pair in pairs]) for side in (0, 1))
    sizes = np.array([(len(first), len(second)) for first, second in pairs], np.int64).T
    each = np.arange(len(pairs))
    # Letters by rows: row i holds the i-th letter of all words, so that each step below is one move over all pairs.
    same = one[:, None] == other[None]
    changed = np.where(same, np.float32(0), _key_costs()[_key(one)[:, None], _key(other)[None]])
    left_out, put_in = (_single(letters) for letters in (one, other))
    swapped = np.zeros_like(same)
    swapped[1:, 1:] = same[1:, :-1] & same[:-1, 1:]
    before = np.zeros((0, 0), np.float32)
    row = np.repeat(np.arange(len(other) + 1, dtype=np.float32)[:, None] * np.float32(SLIP), len(pairs), axis=1)
    found = row[sizes[1], each]
    for i in range(1, len(one) + 1):
        last, before_last, row = row, before, np.empty_like(row)
        row[0] = i * SLIP
        for j in range(1, len(other) + 1):
            cost = np.minimum(last[j - 1] + changed[i - 1, j - 1], last[j] + left_out[i - 1])
            np.minimum(cost, row[j - 1] + put_in[j - 1], out=cost)
            if i > 1 and j > 1:
                np.minimum(cost, before_last[j - 2] + np.float32(SLIP), out=cost, where=swapped[i - 1, j - 1])
            row[j] = cost
        before = last
        found = np.where(sizes[0] == i, row[sizes[1], each], found)
    return [round(cost, 2) for cost in found.tolist()]


def _letters(words: Sequence[str]) -> Letters:
    """Return the letters of *words* as numbers, one column for each word, filled up with zeros."""
    import numpy as np

    longest = max(map(len, words), default=0) or 1
    return np.array(words, f"<U{longest}").view(np.uint32).reshape(len(words), longest).T


def _single(letters: Letters) -> Floats:
    """Return what each letter costs that is only in one of the two words: less where it doubles the one before."""
    import numpy as np

    found = np.full(letters.shape, SLIP, np.float32)
    found[1:][letters[1:] == letters[:-1]] = DOUBLED
    return found


def _key(letters: Letters) -> NDArray[np.int64]:
    """Return the place of each letter in the alphabet; all others share one place behind it."""
    import numpy as np

    places: NDArray[np.int64] = np.minimum(letters - np.uint32(ord("a")), len(string.ascii_lowercase)).astype(np.int64)
    return places


@functools.cache
def _key_costs() -> Floats:
    """Return what it costs to hit one letter of the alphabet in place of another."""
    import numpy as np

    letters = string.ascii_lowercase
    costs = np.full((len(letters) + 1,) * 2, OTHER_KEY, np.float32)
    for pair in _NEAR:
        costs[letters.index(pair[0]), letters.index(pair[1])] = NEIGHBOUR_KEY
    return costs


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

        self._words = sorted(word for word in words if len(word) >= SHORT_KNOWN and word.isalpha())
        self._counts = words
        letters = _letters([f"^{word}$" for word in self._words])
        pairs, place = np.unique(letters[:-1].astype(np.uint64) << 32 | letters[1:], return_inverse=True)
        # One row for each pair of letters, which marks the words that have it.
        self._has = np.zeros((len(pairs), len(self._words)), np.uint8)
        self._has[place.ravel(), np.tile(np.arange(len(self._words)), len(letters) - 1)] = 1
        self._place = {chr(pair >> 32) + chr(pair & 0xFFFFFFFF): at for at, pair in enumerate(pairs.tolist())}
        for filling in [pair for pair in self._place if "\0" in pair]:
            self._has[self._place.pop(filling)] = 0
        self._sizes = self._has.sum(0, dtype=np.float32)
        self._cache: dict[str, tuple[tuple[str, float], ...]] = {}

    def candidates(self, word: str, limit: int = 3, *, alone: bool = False) -> tuple[tuple[str, float], ...]:
        """
        Return other known words near to *word* with the cost of the repair, cheapest and most frequent first.

        Args:
            word: A word that nothing knows, or hardly anything.
            limit: How many at most.
            alone: Whether the word is the whole title; repairs are bolder beside other words.

        Examples:
            >>> Speller({"engineer": 9, "engine": 2}).candidates("enginer")
            (('engineer', 0.6), ('engine', 1.0))
        """
        if word not in self._cache:
            self.prepare((word,))
        found = self._cache[word]
        if alone:
            most = _limit(ALONE, word)
            found = tuple(pair for pair in found if pair[1] <= most)
        return found[:limit]

    def prepare(self, words: Iterable[str]) -> None:
        """Look for the candidates of many words at once, which is much faster than one by one."""
        if len(self._cache) > CACHED:
            self._cache.clear()
        new = [word for word in dict.fromkeys(words) if word not in self._cache]
        likely = [(word, other) for word in new for other in self._likely(word)]
        near: dict[str, list[tuple[float, int, str]]] = {word: [] for word in new}
        limits = {word: _limit(MOST, word) for word in new}
        for (word, other), cost in zip(likely, costs(likely), strict=True):
            whole = cost + FIRST_LETTER * (word[0] != other[0])
            if whole <= limits[word]:
                near[word].append((whole, -self._counts[other], other))
        for word, found in near.items():
            most = min((cost for cost, _, _ in found), default=0.0) + DEARER
            self._cache[word] = tuple((other, cost) for cost, _, other in sorted(found) if cost <= most)

    def _likely(self, word: str) -> Sequence[str]:
        """Return the known words that share most pairs of letters with *word*, and those that two swapped letters give."""
        import numpy as np

        if not SHORT <= len(word) <= MOST[-1][0] or not word.isalpha():
            return ()
        pairs = _pairs(word)
        places = sorted(self._place[pair] for pair in pairs if pair in self._place)
        if not places:
            return ()
        shared = self._has[places[0]].copy()
        for place in places[1:]:
            shared += self._has[place]
        # What shares too few pairs need not be compared: a word is as long as what it shares, at least.
        most = int(shared.argmax())
        least = 2 * int(shared[most]) / (float(self._sizes[most]) + len(pairs)) - LESS_ALIKE
        some = np.flatnonzero(shared >= math.floor(least * len(pairs) / (2 - least)))
        alike = shared[some].astype(np.float32) * 2 / (self._sizes[some] + len(pairs))
        near = np.flatnonzero(alike >= alike.max() - LESS_ALIKE)
        best = some[near[np.argsort(-alike[near], kind="stable")][:SHORTLIST]]
        # A swap changes three pairs of letters, too many to show in a short word.
        swapped = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]
        found = (*(swap for swap in swapped if swap in self._counts), *(self._words[at] for at in best.tolist()))
        return [other for other in dict.fromkeys(found) if other != word]
