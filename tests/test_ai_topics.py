"""Tests of what work about AI is about."""

from __future__ import annotations

import pytest

import aijobkit
from aijobkit.taxonomy.ai_topics import AND, CLASSES, OR, AiTopics
from aijobkit.taxonomy.role_finder import RoleFinder
from aijobkit.taxonomy.store import open_store
from aijobkit.taxonomy.wording import normalise, word_table, words_of

ROWS = open_store().rows("SELECT needs, code FROM ai_topics ORDER BY needs, code")
TOPICS = AiTopics(ROWS, word_table())


class TestTable:
    """The reviewed table."""

    def test_codes_are_ours(self) -> None:
        """Each row points to an AI role of the catalogue."""
        known = {role.code for role in aijobkit.load_taxonomy().roles if role.is_ai}

        assert {code for _, code in ROWS} <= known

    @pytest.mark.parametrize(("needs", "code"), ROWS)
    def test_is_written_as_titles_are_read(self, needs: str, code: str) -> None:
        """Every phrase stands in the normal form of titles, each once, in order; groups are known."""
        for need in needs.split(AND):
            phrases = need.split(OR)
            assert phrases == sorted(set(phrases))
            assert all(phrase in CLASSES or normalise(phrase) == phrase for phrase in phrases), code

    @pytest.mark.parametrize(("needs", "code"), ROWS)
    def test_each_row_finds_its_role(self, needs: str, code: str) -> None:
        """A wording that says one phrase of every need of a row points to its role, among others."""
        for place in (0, -1):
            said = [need.split(OR)[place] for need in needs.split(AND)]
            text = " ".join(min(word_table()[CLASSES[name]]) if name in CLASSES else name for name in said)
            assert code in [topic.code for topic in TOPICS.find(words_of(text))]

    @pytest.mark.parametrize("kind", CLASSES.values())
    def test_groups_are_there(self, kind: str) -> None:
        """Every group of words has words, and in normal form."""
        assert word_table()[kind]
        assert all(normalise(word) == word for word in word_table()[kind])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Research Scientist, Interpretability", "aijobkit:ai-safety-researcher"),
        ("Member of Technical Staff, Post-Training", "aijobkit:ai-research-engineer"),
        ("Staff Software Engineer - Inference", "aijobkit:ml-platform-engineer"),
        ("Engineering Manager, Machine Learning Platform", "aijobkit:ai-engineering-manager"),
        ("Developer Advocate, LLM APIs", "aijobkit:ai-developer-advocate"),
        ("UX Researcher, Generative AI", "aijobkit:ai-ux-designer"),
        ("Firmware Engineer, Neural Processing Unit", "aijobkit:ai-hardware-engineer"),
        ("NPU Architect", "aijobkit:ai-hardware-engineer"),
        ("Search Quality Rater", "aijobkit:data-annotator"),
    ],
)
def test_a_subject_beside_a_trade(finder: RoleFinder, text: str, code: str) -> None:
    """The subject says which AI role a trade is; the reason names it."""
    first = finder.find(text)[0]

    assert first.code == code
    assert "your words point to this AI role (" in first.reason


@pytest.mark.parametrize(
    "text", ["Recruiter at Scale AI", "Vision therapist", "ranking member", "guardrail installer", "copilot instructor"]
)
def test_no_subject_of_ai(finder: RoleFinder, text: str) -> None:
    """An employer's name is no subject, nor is a word that other trades have as well."""
    assert not any("point to this AI role" in candidate.reason for candidate in finder.find(text))


def test_confidences_share_one(finder: RoleFinder) -> None:
    """What the first subject leaves is shared by the others and by what was learned."""
    found = finder.find("Engineering Manager, Machine Learning Platform")

    assert found[0].confidence - found[1].confidence > 0.5
    assert sum(candidate.confidence for candidate in found) <= 1.001
