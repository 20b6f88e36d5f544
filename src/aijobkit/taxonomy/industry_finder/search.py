"""
The full-text search over official titles and search terms, with a vote over NAICS groups.
"""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from aijobkit.industries import covers
from aijobkit.taxonomy.industry_finder.words import stem, term_stems

if TYPE_CHECKING:
    from aijobkit.taxonomy.industry_finder.phrases import PhraseIndex
    from aijobkit.taxonomy.store import Store

__all__ = ["GROUP", "ROWS", "ROWS_ASIDE", "Asked", "Hit", "IndustrySearch", "Thing", "is_inside", "likelihoods"]

# Weights of the vote: assumptions that were tried on the development phrases; see the benchmark.
ROWS = 100
ROWS_ASIDE = 30
_GROUPS = 6
_FADE = 0.8  # each further row of a group counts this much of the one before
_OFF_SECTOR = 0.15  # what is left of a row outside the sectors that a word of the text points to
_TITLE_BONUS = 1.5
_FIRST_BONUS = 1.3  # terms are written with the thing first: "Golf courses", "Shoes, athletic"
_TOLD_BASE = 0.4  # what a long term keeps of which the text says only a word
# Trades that live on another one (selling, hiring out, advising on, regulating a thing) are not meant by its bare name.
_DERIVED = ("42", "532", "5416", "5417", "561", "811", "8139", "92", "3332", "2362")
_DERIVED_SHARE = 0.7
_DESCEND = 0.65  # the answer moves to a finer code that carries this share of its group
_LOOKED_AT = 20  # terms that are looked at to see whether they have a word
_PLAIN = 0.66  # a term of which the text says this share means just what the text means
GROUP = 4
# A logistic function of what a hit covers, tells and shares: fitted on the first answers of the search for 3,392 reviewed
# phrases, each hidden in its turn, and for the labelled phrases of `benchmarks/industries.py`; rounded.
_LIKELY = (-7.9, 1.5, 1.3, 7.0)
_PHRASE = 1.2  # what a reviewed phrase weighs beside an official term of equal words
_POINTING = 0.5  # what a word that only points, such as shop, counts beside the words that name the thing
_LAST_BONUS = 1.1  # phrases are written with the thing last: "golf course", "athletic shoes"
_MOST_CODES = 3  # further ones of a wide phrase do not vote
_FURTHER = 0.3  # what the further codes of a reviewed phrase get of its vote
# Weight, share of the text that the term covers, share of the term that the text says, the term, reviewed or not, its code.
_Row = tuple[float, float, float, str, bool, str]


@attrs.frozen
class Thing:
    """
    One word of a text that is asked for.

    Args:
        ways: The ways to say it; a way is stems that belong together.
        sectors: Sectors that it points to by itself, as *shop* does to retail; there it counts as said.
        names: Whether it names what the employer deals with, and not only, as *shop*, what kind of employer it is.
    """

    ways: tuple[frozenset[str], ...]
    sectors: tuple[str, ...] = ()
    names: bool = True


class Asked:
    """
    What a text asks the search for: its words that say something, and those to look up for them.

    Args:
        things: The words in their order, at least one.
        words: All words to look for.
    """

    def __init__(self, things: Sequence[Thing], words: Iterable[str]) -> None:
        named = any(thing.names for thing in things)
        weights = [1.0 if thing.names or not named else _POINTING for thing in things]
        self.words = tuple(dict.fromkeys(words))
        self.sectors: tuple[str, ...] = ()
        for thing in things:
            self.sectors = (
                _met(self.sectors, thing.sectors) if thing.sectors and self.sectors else self.sectors or thing.sectors
            )
        self.stems = frozenset(each for thing in things for way in thing.ways for each in way)
        self.last = frozenset(each for way in things[-1].ways for each in way)
        self._shares = tuple(weight / sum(weights) for weight in weights)
        self._pointing = tuple((place, thing.sectors) for place, thing in enumerate(things) if thing.sectors)
        self._named = frozenset(place for place, thing in enumerate(things) if thing.names)
        self._single: dict[str, list[int]] = defaultdict(list)
        self._several: list[tuple[frozenset[str], int]] = []
        for place, thing in enumerate(things):
            for way in thing.ways:
                if len(way) == 1:
                    self._single[next(iter(way))].append(place)
                else:
                    self._several.append((way, place))

    def cover(self, row: Collection[str], code: str) -> float:
        """Return the share of the things that a term of the stems *row* for *code* says; none where it names nothing asked."""
        said = {place for each in row if each in self._single for place in self._single[each]}
        said.update(place for way, place in self._several if way.issubset(row))
        if not said or (self._named and self._named.isdisjoint(said)):
            return 0.0
        said.update(place for place, sectors in self._pointing if is_inside(code, sectors))
        return sum(self._shares[place] for place in said) if len(said) < len(self._shares) else 1.0


@attrs.frozen
class Hit:
    """One answer of the search: where the votes went."""

    code: str
    share: float
    cover: float
    told: float
    text: str
    is_phrase: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether the term says all that was asked, and hardly more."""
        return self.cover == 1 and self.told >= _PLAIN


def is_inside(code: str, sectors: Sequence[str]) -> bool:
    """Say whether *code* lies in one of the *sectors*; in none given, everything does."""
    return not sectors or any(covers(sector, code) for sector in sectors)


def likelihoods(hits: Sequence[Hit]) -> list[float]:
    """Return how likely each answer of a search is what the text means; together at most 1."""
    raw = [_LIKELY[0] + _LIKELY[1] * hit.cover + _LIKELY[2] * hit.told + _LIKELY[3] * hit.share for hit in hits]
    likely = [1 / (1 + math.exp(-each)) for each in raw]
    rest = sum(likely[1:])
    left = min(1.0, (1 - likely[0]) / rest) if rest else 1.0
    return [round(likely[0], 4), *(round(min(likely[0], each * left), 4) for each in likely[1:])]


def _group(code: str) -> str:
    return code if "-" in code else code[:GROUP]


def _met(some: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """Return where two lists of sectors meet, as those of *repair* and of *shop* do; all of both where they do not."""
    finer = [one for one in some if is_inside(one, others)] + [other for other in others if is_inside(other, some)]
    return tuple(dict.fromkeys(finer or [*some, *others]))


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
        phrases: Reviewed phrases that vote too, if they shall.
    """

    def __init__(
        self, store: Store, titles: dict[str, str], pointing: frozenset[str], phrases: PhraseIndex | None = None
    ) -> None:
        self._store = store
        self._phrases = phrases
        self._titles = titles
        self._pointing_stems = pointing

    def search(self, asked: Asked, rows: int) -> list[Hit]:
        """Rank NAICS groups by the votes of the titles, the search terms and the reviewed phrases that the words find."""
        if not asked.words:
            return []
        votes: dict[str, list[_Row]] = defaultdict(list)
        self._vote_terms(asked, rows, votes)
        self._vote_phrases(asked, votes)
        return self._count(votes)

    def knows(self, word: str) -> bool:
        """Say whether a title, a term or a reviewed phrase has *word*, letter for letter but for its ending."""
        if self._phrases is not None and self._phrases.knows(stem(word)):
            return True
        if not self._store.has_table("industry_search"):
            return False
        query = "SELECT text FROM industry_search WHERE industry_search MATCH ? LIMIT ?"
        return any(stem(word) in term_stems(text) for (text,) in self._store.rows(query, (f'"{word}"', _LOOKED_AT)))

    def _vote_terms(self, asked: Asked, rows: int, votes: dict[str, list[_Row]]) -> None:
        if not self._store.has_table("industry_search"):
            return
        query = " OR ".join(f'"{word}"' for word in asked.words)
        found = self._store.rows(
            "SELECT text, code, kind, rank FROM industry_search WHERE industry_search MATCH ? ORDER BY rank LIMIT ?",
            (query, rows),
        )
        seen: set[tuple[str, str]] = set()
        for text, code, kind, rank in sorted(found, key=lambda row: (row[3], len(row[1]), row[1], row[0])):
            if (text, _group(code)) not in seen:
                seen.add((text, _group(code)))
                self._vote(asked, text, term_stems(text), code, -rank * (_TITLE_BONUS if kind == "title" else 1.0), votes)

    def _vote_phrases(self, asked: Asked, votes: dict[str, list[_Row]]) -> None:
        if self._phrases is None:
            return
        for near in self._phrases.near(asked.stems):
            for place, code in enumerate(near.codes[:_MOST_CODES]):
                weight = _PHRASE * near.rarity * (_FURTHER if place else 1.0)
                self._vote(asked, near.phrase, near.stems, code, weight, votes, is_phrase=True)

    def _vote(
        self, asked: Asked, text: str, row: tuple[str, ...], code: str, weight: float, votes: dict[str, list[_Row]],
        *, is_phrase: bool = False,
    ) -> None:  # fmt: skip
        cover = asked.cover(row, code)
        if not cover:
            return
        unasked = () if is_phrase else self._pointing_stems
        told = sum(each in asked.stems or each in unasked for each in row) / len(row)
        weight *= cover * cover * (_TOLD_BASE + (1 - _TOLD_BASE) * told)
        weight *= _FIRST_BONUS if row[0] in asked.stems else 1.0
        weight *= _LAST_BONUS if is_phrase and row[-1] in asked.last else 1.0
        if asked.sectors:
            weight *= 1.0 if is_inside(code, asked.sectors) else _OFF_SECTOR
        elif code.startswith(_DERIVED):
            weight *= _DERIVED_SHARE
        votes[_group(code)].append((weight, cover, told, text, is_phrase, code))

    def _count(self, votes: dict[str, list[_Row]]) -> list[Hit]:
        ranked = []
        for group, rows in votes.items():
            rows.sort(key=lambda row: (-row[0], row[5], row[3]))
            ranked.append((_faded(row[0] for row in rows), group))
        ranked.sort(key=lambda pair: (-pair[0], pair[1]))
        total = sum(score for score, _ in ranked[:3]) or 1.0
        hits = []
        for score, group in ranked[:_GROUPS]:
            rows = votes[group]
            hits.append(Hit(self._level(group, rows), min(1.0, score / total + 0.35), *rows[0][1:5]))
        return hits

    def _level(self, group: str, rows: Sequence[_Row]) -> str:
        """Return the finest code that carries most votes of its group, then the shortest one that means the same."""
        _, cover, told, *_, plainest = rows[0]
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
