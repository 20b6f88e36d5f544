"""
Roles for wordings about AI, which change faster than any list: by the subject that a wording names, and by near titles.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from aijobkit import _checks
from aijobkit.taxonomy.ai_topics import AiTopics, TopicRole
from aijobkit.taxonomy.near_titles import NearTitles, shorten
from aijobkit.taxonomy.queries import Query, RoleCandidate
from aijobkit.taxonomy.rewording import Rewording
from aijobkit.taxonomy.store import Store
from aijobkit.taxonomy.thresholds import FindingThresholds
from aijobkit.taxonomy.title_vocabulary import TitleVocabulary
from aijobkit.taxonomy.wording import word_table

__all__ = ["AboutAi"]

ALIKE = FindingThresholds().role_margin
"""Titles that lie closer than this are alike near, and share their confidence."""
CATALOGUE_NEAR = 0.9
"""Ceiling for a catalogue title that is near, not equal (assumption)."""
OF_A_TOPIC = 0.8
"""Confidence in the AI role to which the subject of a wording points (assumption, held against hand-labelled AI titles)."""
NEAR_ENOUGH = 0.55
"""Least share of weighted stems in common with a catalogue title (assumption, checked on AI titles)."""

_NEAR_TITLE = "near to a title in the catalogue of AI roles"


class AboutAi:
    """
    Answers wordings about AI from the catalogue.

    Args:
        store: The taxonomy; without a catalogue nothing is answered.
        vocabulary: Words of titles, and their short forms.
        rewording: Spells abbreviations out.
    """

    def __init__(self, store: Store, vocabulary: TitleVocabulary, rewording: Rewording) -> None:
        self._store = store
        self._vocabulary = vocabulary
        self._rewording = rewording

    @functools.cached_property
    def _near(self) -> NearTitles:
        rows = self._store.rows(
            "SELECT key, k.code, k.title FROM title_keys AS k JOIN catalogue_roles AS r ON r.code = k.code "
            "WHERE sense = 1 AND NOT is_life ORDER BY key, k.code"
        )
        return NearTitles(rows)

    @functools.cached_property
    def _topics(self) -> AiTopics:
        has_table = self._store.has_table("ai_topics") and self._store.has_table("catalogue_roles")
        rows = self._store.rows("SELECT needs, code FROM ai_topics ORDER BY needs, code") if has_table else []
        return AiTopics(rows, word_table())

    @functools.cached_property
    def _marks(self) -> tuple[frozenset[str], frozenset[str]]:
        """Phrases that are about AI, and their first words."""
        marks = frozenset(word_table().get("ai", {}))
        return marks, frozenset(mark.split()[0] for mark in marks)

    def topics(self, words: Sequence[str]) -> Sequence[TopicRole]:
        """Return the AI roles to which the subject of some words points, the surest first."""
        return self._topics.find(words)

    def answer(self, queries: Iterable[Query]) -> None:
        """Answer wordings about AI with the roles of their subject and of the nearest titles of the catalogue."""
        if not self._store.has_table("title_keys") or not self._store.has_table("catalogue_roles"):
            return
        marks, first = self._marks
        for query in queries:
            is_marked = False
            if not first.isdisjoint(query.words):
                text = f" {' '.join(query.words)} "
                is_marked = any(f" {mark} " in text for mark in marks)
            if is_marked or query.topics:
                query.answer = self._candidates(query, is_marked=is_marked) or None

    def _candidates(self, query: Query, *, is_marked: bool) -> list[RoleCandidate]:
        found = [
            _candidate(
                query,
                topic.code,
                OF_A_TOPIC * topic.weight / query.topics[0].weight,
                f"your words point to this AI role ({topic.said})",
            )
            for topic in query.topics
        ]
        if is_marked:
            short = shorten(query.words, self._vocabulary.short_of)
            near = self._near.search((query.words, short, self._rewording.spelt_out(query.words)))
            found += [
                _candidate(query, code, CATALOGUE_NEAR * score, _NEAR_TITLE, title)
                for score, code, title in near
                if score >= NEAR_ENOUGH
            ]
        found = [*_checks.unique_by(sorted(found, key=lambda each: -each.confidence), lambda each: each.code)]
        total = sum(each.confidence for each in found)
        if not query.topics and len(found) > 1 and found[0].confidence - found[1].confidence < ALIKE:
            # None of them is nearer than the others.
            return [each._replace(confidence=round(each.confidence / max(total, 1.0), 4)) for each in found]
        if found:
            # The first is as sure as it is; what it leaves is shared.
            rest = (1 - found[0].confidence) / max(total - found[0].confidence, 1 - found[0].confidence, 1e-9)
            return [found[0], *(each._replace(confidence=round(each.confidence * rest, 4)) for each in found[1:])]
        return []


def _candidate(query: Query, code: str, sure: float, why: str, matched: str = "") -> RoleCandidate:
    """Return a role of the catalogue that a wording about AI points to."""
    return RoleCandidate(
        code=code,
        confidence=round(sure * min(query.factor, 1.0), 4),
        matched=matched,
        reason="; ".join([why, *query.notes]),
        peeled=query.peeled,
        signal="near",
    )
