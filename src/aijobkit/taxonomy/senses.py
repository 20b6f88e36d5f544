"""
What a known wording means: its senses, from the most settled to the least, and how sure each code in them is.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from aijobkit.taxonomy.queries import Key, Query, RoleCandidate, group_of
from aijobkit.taxonomy.title_features import content_words, stem
from aijobkit.taxonomy.wording import SENSES, words_of

if TYPE_CHECKING:
    from aijobkit.taxonomy.store import Store

__all__ = ["ANY_SUBJECT", "HEARD_OF_BESIDE", "SETTLED", "Row", "Senses"]

Row = tuple[int, str, str]
"""Sense, code and title of a wording that is filed."""

# How often a match of each kind is right, from the benchmark's noisy and everyday titles.
SENSE_CONFIDENCE = {1: 0.98, 2: 0.96, 3: 0.96, 4: 0.93, 5: 0.90, 6: 0.93}
REWORDED = 0.85
"""In place of 0.96 where an O*NET title is the same only by its key: O*NET files near wordings under different codes."""
HEARD_OF_NEAR, HEARD_OF_PART, HEARD_OF_BESIDE, HEARD_OF_SUBJECT = 1.0, 0.6, 0.4, 0.8
"""
Say of what was learned where a title is reworded or part of one (O*NET often means something else by it; measured on held-out
titles of other splits than those reported), where a title stands for all of a text that it only begins or is one part of,
where words were left out that stand beside the work (the kind of place, and what brackets hold), and where they name what
somebody teaches at a university (assumptions).
"""
ANY_SUBJECT = "25-1199"
"""Teachers at universities whose subject is not said: by that subject O*NET tells them apart."""
OVERLAP, EMPLOYED = 2.0, 0.5
"""How much a shared word with the occupation's own title, and its employment, order the codes of one title (assumption)."""
SETTLED = SENSES["everyday"]
"""Senses up to this one are settled by hand: their wording alone says the work, whatever stands around it."""

_SIGNALS = {1: "catalogue", 2: "everyday", 3: "title", 4: "title", 5: "abbreviation", 6: "name"}
_REASONS = {
    1: "a title in the catalogue of AI and life roles",
    2: "an everyday title with a settled meaning",
    3: "a title of this occupation in O*NET",
    4: "part of a title of this occupation in O*NET",
    5: "an abbreviation of this role",
    6: "the name of this role in another language",
}
_LISTED = (SENSES["onet"], SENSES["part"])


class Senses:
    """
    Weighs the codes under which a wording is filed.

    Args:
        store: The taxonomy, for the own titles and the employment of occupations; tables that it lacks are done without.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @functools.cached_property
    def own_titles(self) -> dict[str, tuple[str, float]]:
        """O*NET-SOC code -> own title and employment of its SOC code."""
        jobs: dict[str, float] = {}
        if self._store.has_table("employment"):
            jobs = {soc: float(count or 0) for soc, count in self._store.rows("SELECT soc, employment FROM employment")}
        rows = self._store.rows("SELECT code, title FROM roles ORDER BY code") if self._store.has_table("roles") else []
        return {code: (title, jobs.get(code[:7], 0.0)) for code, title in rows}

    def candidates(self, query: Query, rows: Sequence[Row], asked: Key) -> list[RoleCandidate]:
        """Return the candidates of one known wording: the codes of its best sense share the confidence, other senses follow."""
        found: list[RoleCandidate] = []
        left = 1.0
        seen: set[str] = set()
        senses = {sense for sense, _, _ in rows}
        if SENSES["short"] in senses and not senses.isdisjoint(_LISTED):
            # An abbreviation that O*NET lists for one code often has other meanings: both senses count as one.
            rows = [(SENSES["short"] if sense in _LISTED else sense, code, title) for sense, code, title in rows]
        if not query.text.isascii():
            # "Bäcker" is no backer: a name written with these very letters comes before what is only like it.
            rows = sorted(rows, key=lambda row: (not _has_its_letters(query.text, row), row[0]))
        note = f" ({asked.note})" if asked.note else ""
        for sense, group in itertools.groupby(rows, key=lambda row: row[0]):
            trust = SENSE_CONFIDENCE.get(sense, 0.9)
            if not found:
                query.heard = _heard(sense, asked)
            for code, title, share in self._share(query, list(group)):
                if sense == SENSES["onet"] and not _is_listed(query, asked, title):
                    trust = REWORDED
                    query.heard = query.heard if found else HEARD_OF_NEAR
                if group_of(code) in seen:
                    continue
                seen.add(group_of(code))
                found.append(
                    RoleCandidate(
                        code=code,
                        confidence=round(left * trust * share * asked.factor, 4),
                        matched=title,
                        reason=_REASONS[sense] + note,
                        peeled=query.peeled,
                        signal=_SIGNALS[sense],
                    )
                )
            left *= 1 - trust
        if asked.is_part and query.heard and group_of(found[0].code) == ANY_SUBJECT:
            query.heard = HEARD_OF_SUBJECT
        return found

    def commonness(self, codes: Iterable[str]) -> float:
        """Return how much the number of employees speaks for the commonest of some occupations, as a logarithm."""
        return EMPLOYED * math.log(1000.0 + max(self.own_titles.get(code, ("", 0.0))[1] for code in codes))

    def _share(self, query: Query, rows: Sequence[Row]) -> list[tuple[str, str, float]]:
        """Order the codes of one wording in one sense by employment and likeness to their own titles; shares sum to 1."""
        if len(rows) == 1:
            return [(rows[0][1], rows[0][2], 1.0)]
        best: dict[str, tuple[float, str, str]] = {}
        stems = _stems(" ".join(query.words) or query.text)
        for _, code, title in rows:
            own, jobs = self.own_titles.get(code, ("", 0.0))
            shared = len(stems & _stems(own)) / max(len(stems), 1)
            # The main code of a SOC group carries its employment, a more special one shares it.
            part = 1.0 if code.endswith(".00") else 0.5
            weight = part * (jobs + 1000.0) ** EMPLOYED * math.exp(OVERLAP * shared)
            group = group_of(code)
            if group not in best or weight > best[group][0]:
                best[group] = (weight, code, title)
        total = sum(weight for weight, _, _ in best.values())
        order = sorted(best.values(), key=lambda item: (-item[0], item[1]))
        return [(code, title, weight / total) for weight, code, title in order]


@functools.lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    """Return the stems of a text; cached, since the own titles of occupations are compared again and again."""
    return frozenset(map(stem, words_of(text)))


def _heard(sense: int, asked: Key) -> float:
    """Return how far what was learned decides over an answer of one sense; of catalogue roles nothing was learned."""
    if sense == SENSES["part"]:
        return HEARD_OF_NEAR
    # Of what initials stand for, nothing was learned either.
    is_initials = sense == SENSES["short"] and len(asked.words) == 1
    return HEARD_OF_PART if asked.is_part and not is_initials and sense != SENSES["title"] else 0.0


def _has_its_letters(text: str, row: Row) -> bool:
    """Say whether a name in another language stands in a text with its accents."""
    return row[0] == SENSES["foreign"] and not row[2].isascii() and row[2].casefold() in text.casefold()


def _is_listed(query: Query, asked: Key, title: str) -> bool:
    """Say whether a text is a listed title letter for letter, or at least word for word with nothing beside it in brackets."""
    return query.text.strip().casefold() == title.casefold() or (not query.peeled.aside and _same_words(asked.words, title))


def _same_words(words: Sequence[str], title: str) -> bool:
    """Say whether a title is worded so, in this order, but for case, punctuation, the end of words and small ones."""
    if title.lower() == " ".join(words):
        return True  # as most are, before anything is read
    found = words_of(title)
    return list(words) == found or content_words(words) == content_words(found)
