"""
The full-text search over official titles and search terms, with a vote over NAICS groups.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from aijobkit.industries import covers
from aijobkit.taxonomy.industry_finder.words import JOINING, stem, term_stems

if TYPE_CHECKING:
    from aijobkit.taxonomy.store import Store

__all__ = ["GROUP", "ROWS", "ROWS_ASIDE", "Hit", "IndustrySearch", "is_inside"]

# Weights of the vote: assumptions that were tried on the development phrases; see the benchmark.
ROWS = 120
ROWS_ASIDE = 30
_GROUPS = 6
_FADE = 0.6  # each further row of a group counts this much of the one before
_OFF_SECTOR = 0.15  # what is left of a row outside the sectors that a word of the text points to
_TITLE_BONUS = 1.25
_FIRST_BONUS = 1.3  # terms are written with the thing first: "Golf courses", "Shoes, athletic"
_TOLD_BASE = 0.3  # what a long term keeps of which the text says only a word
# Trades that live on another one (selling, hiring out, advising on, regulating a thing) are not meant by its bare name.
_DERIVED = ("42", "532", "5416", "5417", "561", "811", "8139", "92", "3332", "2362")
_DERIVED_SHARE = 0.7
_DESCEND = 0.65  # the answer moves to a finer code that carries this share of its group
_PLAIN = 0.66  # a term of which the text says this share means just what the text means
GROUP = 4
# Weight, share of the text that the term covers, share of the term that the text says, the term, its code.
_Row = tuple[float, float, float, str, str]


@attrs.frozen
class Hit:
    """One answer of the search: where the votes went."""

    code: str
    share: float
    cover: float
    told: float
    text: str

    @property
    def is_plain(self) -> bool:
        """Whether the term says all that was asked, and hardly more."""
        return self.cover == 1 and self.told >= _PLAIN


def is_inside(code: str, sectors: Sequence[str]) -> bool:
    """Say whether *code* lies in one of the *sectors*; in none given, everything does."""
    return not sectors or any(covers(sector, code) for sector in sectors)


def _faded(weights: Iterable[float]) -> float:
    return sum(weight * _FADE**place for place, weight in enumerate(weights))


def _known_above(code: str, titles: dict[str, str]) -> str:
    """Return the nearest code above *code* that this build has, or *code*."""
    return next((code[:length] for length in range(len(code), 1, -1) if code[:length] in titles), code)


class IndustrySearch:
    """
    Ranks NAICS groups by the titles and search terms that some words find; answers nothing where the build has no index.

    Args:
        store: The open store.
        titles: Official titles by code.
        pointing: Stems of words that point to sectors; a term may say them unasked.
    """

    def __init__(self, store: Store, titles: dict[str, str], pointing: frozenset[str]) -> None:
        self._store = store
        self._titles = titles
        self._pointing_stems = pointing

    def search(self, words: Sequence[str], sectors: Sequence[str], rows: int) -> list[Hit]:
        """Rank NAICS groups by the votes of the titles and search terms that the words find."""
        if not self._store.has_table("industry_search"):
            return []
        asked = tuple(dict.fromkeys(word for word in words if word not in JOINING and len(word) > 1))
        if not asked:
            return []
        stems = frozenset(stem(word) for word in asked)
        pointing = self._pointing_stems
        query = " OR ".join(f'"{word}"' for word in asked)
        found = self._store.rows(
            "SELECT text, code, kind, rank FROM industry_search WHERE industry_search MATCH ? ORDER BY rank LIMIT ?",
            (query, rows),
        )
        votes: dict[str, list[_Row]] = defaultdict(list)
        seen: set[tuple[str, str]] = set()
        for text, code, kind, rank in sorted(found, key=lambda row: (row[3], len(row[1]), row[1], row[0])):
            group = code[:GROUP] if "-" not in code else code
            row = term_stems(text)
            met = stems.intersection(row)
            if not met or (text, group) in seen:
                continue
            seen.add((text, group))
            cover = len(met) / len(stems)
            told = sum(stem in stems or stem in pointing for stem in row) / len(row)
            weight = -rank * cover * cover * (_TOLD_BASE + (1 - _TOLD_BASE) * told)
            weight *= _TITLE_BONUS if kind == "title" else 1.0
            weight *= _FIRST_BONUS if row[0] in stems else 1.0
            if sectors:
                weight *= 1.0 if is_inside(code, sectors) else _OFF_SECTOR
            elif code.startswith(_DERIVED):
                weight *= _DERIVED_SHARE
            votes[group].append((weight, cover, told, text, code))
        return self._count(votes)

    def _count(self, votes: dict[str, list[_Row]]) -> list[Hit]:
        ranked = []
        for group, rows in votes.items():
            rows.sort(key=lambda row: (-row[0], row[4], row[3]))
            ranked.append((_faded(row[0] for row in rows), group))
        ranked.sort(key=lambda pair: (-pair[0], pair[1]))
        total = sum(score for score, _ in ranked[:3]) or 1.0
        hits = []
        for score, group in ranked[:_GROUPS]:
            rows = votes[group]
            hits.append(Hit(self._level(group, rows), min(1.0, score / total + 0.35), *rows[0][1:4]))
        return hits

    def _level(self, group: str, rows: Sequence[_Row]) -> str:
        """Return the finest code that carries most votes of its group, then the shortest one that means the same."""
        _, cover, told, _, plainest = rows[0]
        if cover == told == 1 and plainest.startswith(group):
            return self._shortest(plainest)
        code = group
        whole = _faded(row[0] for row in rows) or 1.0
        for length in range(GROUP + 1, 7):
            parts: dict[str, list[float]] = defaultdict(list)
            for weight, *_, leaf in rows:
                if len(leaf) >= length and leaf.startswith(code):
                    parts[leaf[:length]].append(weight)
            if not parts:
                break
            share, best = max((_faded(weights), part) for part, weights in sorted(parts.items()))
            if share < _DESCEND * whole:
                break
            code = best
        return self._shortest(code)

    @functools.cached_property
    def _leaves(self) -> dict[str, int]:
        counts: dict[str, int] = defaultdict(int)
        for code in self._titles:
            if len(code) == 6:
                for length in range(3, 7):
                    counts[code[:length]] += 1
        return dict(counts)

    def _shortest(self, code: str) -> str:
        """Return the shortest code of a chain of only children, which all carry one meaning."""
        while len(code) > GROUP and self._leaves.get(code[:-1]) == self._leaves.get(code, 1) and code[:-1] in self._titles:
            code = code[:-1]
        return code if code in self._titles or not self._titles else _known_above(code, self._titles)
