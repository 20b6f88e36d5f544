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
    Ints = NDArray[np.int64]
    Letters = NDArray[np.uint32]

__all__ = ["FIRST_LETTER", "Speller", "costs", "plain_slip"]

COMMON = 0.1
"""By how much sooner a word is meant that ten times as many titles have (assumption, held against noisy titles)."""
SHORT, SHORT_KNOWN = 3, 4
"""Words shorter than this are never repaired, and nothing is repaired to known words shorter than that."""
SHORTLIST = 8
CACHED = 20_000
TOGETHER, LOOKED_UP = 512, 32
"""Pairs of words that are compared at once, and words that are held against all known ones at once."""
LESS_ALIKE, DEARER = 0.25, 0.7
"""Words that share fewer pairs of letters, or cost more, than the best by this much are not looked at."""
# Cost of a slip, by how often it happens at a keyboard (assumption; the benchmark's noise is of its own making).
SLIP, DOUBLED, NEIGHBOUR_KEY, OTHER_VOWEL, OTHER_KEY, FIRST_LETTER = 1.0, 0.6, 0.9, 1.0, 1.2, 0.6
PLAIN = ((3, 0.0), (5, 1.0), (8, 1.3), (40, 2.4))
"""Greatest cost of a plain slip, by the most letters a word may have for it; longer ones never are repaired."""
MOST = ((4, 1.0), (5, 1.3), (40, 2.4))
"""The same where a known title confirms the repair."""
ALONE = ((4, 0.0), (6, 1.0), (9, 1.2), (40, 2.0))
"""The same for a word that is the whole title, where nothing else speaks for the repair."""

_VOWELS = "aeiouy"
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
    if not pairs:
        return []
    import numpy as np

    one, other = (_letters([pair[side] for pair in pairs]) for side in (0, 1))
    first, sizes = _differing(one, other)
    # Pairs of about one size take as many steps as the longest of them.
    order = np.argsort(sizes.max(0), kind="stable")
    found = np.empty(len(pairs), np.float32)
    for start in range(0, len(pairs), TOGETHER):
        some = order[start : start + TOGETHER]
        cut = [_cut(words[:, some], first[some], size) for words, size in zip((one, other), sizes[:, some], strict=True)]
        found[some] = _costs(cut[0], cut[1], sizes[:, some])
    return [round(cost, 2) for cost in found.tolist()]


def _differing(one: Letters, other: Letters) -> tuple[Ints, Ints]:
    """
    Leave out what both words of each pair begin or end with, which costs nothing.

    A letter or two stay, since a doubled letter is told by the one before it.

    Returns:
        Where what is left begins, and how many letters of either word are left, as two rows.
    """
    import numpy as np

    sizes = np.array([np.count_nonzero(one, axis=0), np.count_nonzero(other, axis=0)])
    shorter = sizes.min(0)
    longest = min(len(one), len(other))
    begin = _alike(one[:longest], other[:longest]).clip(max=shorter)
    backwards = [(size - 1 - np.arange(longest)[:, None]).clip(min=0) for size in sizes]
    ended = [np.take_along_axis(words, places, 0) for words, places in zip((one, other), backwards, strict=True)]
    end = np.minimum(_alike(*ended), shorter - begin)
    begin, end = (begin - 2).clip(min=0), (end - 1).clip(min=0)
    return begin, sizes - begin - end


def _alike(one: Letters, other: Letters) -> Ints:
    """Return with how many of the same letters the words of each pair begin."""
    import numpy as np

    found: Ints = np.logical_and.accumulate(one == other, axis=0).sum(0)
    return found


def _cut(words: Letters, first: Ints, sizes: Ints) -> Letters:
    """Return some letters of each word from *first* on, filled up with zeros."""
    import numpy as np

    places = np.arange(sizes.max(initial=1))[:, None]
    letters = np.take_along_axis(words, (first + places).clip(max=len(words) - 1), 0)
    return np.where(places < sizes, letters, np.uint32(0))


def _costs(one: Letters, other: Letters, sizes: Ints) -> Floats:
    """Return the costs of some pairs by the recurrence of Damerau and Levenshtein, one row of letters after the other."""
    import numpy as np

    each = np.arange(sizes.shape[1])
    # Letters by rows: row i holds the i-th letter of all words, so that each step below is one move over all pairs.
    same = one[:, None] == other[None]
    changed = np.where(same, np.float32(0), _key_costs()[_key(one)[:, None], _key(other)[None]])
    left_out, put_in = (_single(letters) for letters in (one, other))
    swapped = np.zeros_like(same)
    swapped[1:, 1:] = same[1:, :-1] & same[:-1, 1:]
    before = np.zeros((0, 0), np.float32)
    row = np.repeat(np.arange(len(other) + 1, dtype=np.float32)[:, None] * np.float32(SLIP), len(each), axis=1)
    found: Floats = row[sizes[1], each]
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
    return found


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
    # Who is not sure of a word writes another vowel: "farmar", "lawier".
    vowels = [letters.index(vowel) for vowel in _VOWELS]
    costs[np.ix_(vowels, vowels)] = OTHER_VOWEL
    for pair in _NEAR:
        costs[letters.index(pair[0]), letters.index(pair[1])] = NEIGHBOUR_KEY
    return costs


def plain_slip(word: str) -> float:
    """Return the greatest cost at which a repair of *word* is believed by itself."""
    return _limit(PLAIN, word)


def _limit(table: tuple[tuple[int, float], ...], word: str) -> float:
    for letters, cost in table:
        if len(word) <= letters:
            return cost
    return 0.0


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
        Return other known words near to *word* with the cost of the repair, the cheap and frequent ones first.

        Args:
            word: A word that nothing knows, or hardly anything.
            limit: How many at most.
            alone: Whether the word is the whole title; repairs are bolder beside other words.

        Examples:
            >>> Speller({"engineer": 9, "engine": 2}).candidates("enginer")
            (('engineer', 0.6), ('engine', 1.0))
        """
        # Another thread may clear the cache at any time.
        while (found := self._cache.get(word)) is None:
            self.prepare((word,))
        if alone:
            most = _limit(ALONE, word)
            found = tuple(pair for pair in found if pair[1] <= most)
        return found[:limit]

    def prepare(self, words: Iterable[str]) -> None:
        """Look for the candidates of many words at once, which is much faster than one by one."""
        if len(self._cache) > CACHED:
            self._cache.clear()
        new = [word for word in dict.fromkeys(words) if word not in self._cache]
        limits = {word: _limit(MOST, word) for word in new}
        likely = [
            (word, other)
            for start in range(0, len(new), LOOKED_UP)
            for word, some in self._likely(new[start : start + LOOKED_UP]).items()
            for other in some
            # Each letter that only one of them has costs something.
            if abs(len(word) - len(other)) * DOUBLED <= limits[word]
        ]
        near: dict[str, list[tuple[float, float, str]]] = {word: [] for word in new}
        for (word, other), cost in zip(likely, costs(likely), strict=True):
            whole = cost + FIRST_LETTER * (word[0] != other[0])
            if whole <= limits[word]:
                near[word].append((whole, whole - COMMON * math.log10(self._counts[other]), other))
        for word, found in near.items():
            most = min((cost for cost, _, _ in found), default=0.0) + DEARER
            found.sort(key=lambda each: (each[1], each[2]))
            self._cache[word] = tuple((other, cost) for cost, _, other in found if cost <= most)

    def _likely(self, words: Sequence[str]) -> dict[str, list[str]]:
        """Return the known words that share most pairs of letters with each word, and those that two swapped letters give."""
        import numpy as np

        places: dict[str, list[int]] = {}
        pairs: list[int] = []
        for word in words:
            own = _pairs(word) if SHORT <= len(word) <= MOST[-1][0] and word.isalpha() else set[str]()
            if known := [self._place[pair] for pair in own if pair in self._place]:
                places[word] = known
                pairs.append(len(own))
        if not places:
            return {}
        size = np.array(pairs, np.float32)[:, None]
        alike = np.empty((len(places), len(self._words)), np.float32)
        for row, (first, *more) in zip(alike, places.values(), strict=True):
            shared = self._has[first].copy()
            for place in more:
                shared += self._has[place]
            row[:] = shared
        # Half of Dice's coefficient, which is as good to compare.
        alike /= self._sizes + size
        enough = alike.max(1, keepdims=True) - np.float32(LESS_ALIKE / 2)
        owner, other = np.divmod(np.flatnonzero(alike >= enough), len(self._words))
        best = np.lexsort((-alike[owner, other], owner))
        ends = np.searchsorted(owner, np.arange(len(size) + 1)).tolist()
        names = other[best].tolist()
        found: dict[str, list[str]] = {}
        for word, start, end in zip(places, ends, ends[1:], strict=False):
            # A swap changes three pairs of letters, too many to show in a short word.
            swapped = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]
            some = [self._words[at] for at in names[start : min(end, start + SHORTLIST)]]
            found[word] = [each for each in dict.fromkeys([*filter(self._counts.__contains__, swapped), *some]) if each != word]
        return found
