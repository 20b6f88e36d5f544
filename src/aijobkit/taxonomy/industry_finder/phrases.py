"""
Reviewed phrases that share words with a text: what is known of its neighbours.

An index in memory over `industry_aliases`; made at the first text that is no known phrase itself.
"""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING

import attrs

from aijobkit.taxonomy.industry_finder.words import JOINING, singular, stem, words_of

if TYPE_CHECKING:
    from aijobkit.taxonomy.store import Store

__all__ = ["NearPhrase", "PhraseIndex"]

# A word that more phrases share than this says nothing about one of them; an assumption that keeps the index quick.
_MOST_SHARED = 150
# What a phrase must share beside the one that shares most, to vote; an assumption, tried on the development phrases.
_LEAST_SHARED = 0.5


@attrs.frozen
class NearPhrase:
    """A reviewed phrase with the stems it shares with a text."""

    phrase: str
    stems: tuple[str, ...]
    codes: tuple[str, ...]
    rarity: float


class PhraseIndex:
    """
    Finds reviewed phrases by their stems; empty where the build has none.

    Args:
        store: The open store.
        empty: Words that name no trade; a phrase is not told apart by them.
    """

    def __init__(self, store: Store, empty: Collection[str] = ()) -> None:
        self._store = store
        self._empty = empty

    @functools.cached_property
    def _phrases(self) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        if not self._store.has_table("industry_aliases"):
            return []
        read: dict[str, str] = {}
        rows = self._store.rows("SELECT phrase, codes FROM industry_aliases ORDER BY phrase")
        return [(phrase, self._stems(phrase, read), tuple(codes.split(","))) for phrase, codes in rows]

    def _stems(self, phrase: str, read: dict[str, str]) -> tuple[str, ...]:
        # Most phrases are plain words, and many share them: these are read once, as the index is made while somebody waits.
        words = phrase.lower().split(" ")
        if not all(word.isascii() and word.isalnum() for word in words):
            words = list(words_of.__wrapped__(phrase))
        for word in words:
            if word not in read:
                read[word] = singular(word)
        told = [read[word] for word in words if read[word] not in JOINING]
        return tuple(stem(word) for word in ([word for word in told if word not in self._empty] or told))

    @functools.cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for at, (_, stems, _) in enumerate(self._phrases):
            for each in dict.fromkeys(stems):
                places[each].append(at)
        return dict(places)

    def knows(self, stem: str) -> bool:
        """Say whether a phrase has a word of this stem."""
        return stem in self._places

    def near(self, stems: Collection[str]) -> list[NearPhrase]:
        """Return the phrases that say one of *stems*, with how rare the shared ones are together, in the order of the table."""
        rarity: dict[int, float] = defaultdict(float)
        for each in dict.fromkeys(stems):
            places = self._places.get(each, ())
            if 0 < len(places) <= _MOST_SHARED:
                weight = math.log(1 + len(self._phrases) / len(places))
                for at in places:
                    rarity[at] += weight
        least = _LEAST_SHARED * max(rarity.values(), default=0.0)
        return [NearPhrase(*self._phrases[at], rarity[at]) for at in sorted(rarity) if rarity[at] >= least]
