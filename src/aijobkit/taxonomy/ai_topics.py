"""
What work about AI is about: "Research Scientist, Interpretability" names a subject and a trade, and no list has all such pairs.

The table ``catalogue/ai_topics.tsv`` says which of our AI roles does the work, by what a wording must speak of: a judgement of
ours, held against titles that others had labelled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

__all__ = ["AiTopics", "TopicRole"]

AND, OR = " + ", " | "
CLASSES = {
    "<ai>": "ai_word",
    "<analyst>": "head_analyst",
    "<engineer>": "head_engineer",
    "<lead>": "head_lead",
    "<rater>": "head_rater",
    "<research>": "head_research",
}
"""Names of groups of words in the table, and their kinds in ``title_words.tsv``."""
OF_ANY_AI, OF_A_TRADE = 0.3, 0.1
"""
What a general word for AI, or one of a group, counts beside 1 for a word of the table itself, when several rows fit
(assumption): "UX Researcher, Generative AI" does research on users, not on models.
"""
GENERAL = "general"
"""Marks, in ``title_words.tsv``, a word for AI that names no subject within it."""

Need = tuple[tuple[str, float], ...]
"""Phrases of which one must be said, and what each counts; the weightiest first."""


@attrs.frozen
class TopicRole:
    """
    A role that a wording points to by its subject.

    Args:
        code: The role.
        said: The words of the subject, as the table has them.
        weight: How much of the wording the subject takes up, in words.
    """

    code: str
    said: str
    weight: float


class AiTopics:
    """
    Finds roles by what a wording is about.

    Args:
        rows: Needs and code, as the table has them; phrases are in the normal form of titles.
        kinds: Kind of word -> word -> value, as `aijobkit.taxonomy.wording.word_table` gives them.
    """

    def __init__(self, rows: Iterable[tuple[str, str]], kinds: Mapping[str, Mapping[str, str]]) -> None:
        self._rules: list[tuple[str, tuple[Need, ...]]] = []
        self._ended: dict[str, list[tuple[str, int]]] = {}
        for at, (needs, code) in enumerate(rows):
            rule = tuple(_need(need.split(OR), kinds) for need in needs.split(AND))
            self._rules.append((code, rule))
            # A row is looked at where a word ends a phrase of its rarest need: a word for AI, or else the subject.
            rarest = min(rule, key=lambda need: (need[0][1] != OF_ANY_AI, need[-1][1] < 1, len(need)))
            for phrase, _ in rarest:
                self._ended.setdefault(phrase.rsplit(" ", 1)[-1], []).append((f" {phrase} ", at))

    def find(self, words: Sequence[str]) -> list[TopicRole]:
        """
        Return the roles that *words* point to, the one by most of the table's words first; one answer for each role.

        Args:
            words: Words in normal form.

        Examples:
            >>> topics = AiTopics([("interpretability + <research>", "aijobkit:ai-safety-researcher")],
            ...     {"head_research": {"researcher": "", "scientist": ""}})
            >>> topics.find(["research", "scientist", "interpretability"])[0].code
            'aijobkit:ai-safety-researcher'
            >>> topics.find(["interpretability"])
            []
        """
        if self._ended.keys().isdisjoint(words):
            return []
        text = f" {' '.join(words)} "
        rules = {at for word in words for phrase, at in self._ended.get(word, ()) if phrase in text}
        best: dict[str, TopicRole] = {}
        for at in sorted(rules):
            code, needs = self._rules[at]
            met = (next((pair for pair in need if f" {pair[0]} " in text), None) for need in needs)
            found = [pair for pair in met if pair is not None]
            if len(found) < len(needs):
                continue
            weight = sum(weight for _, weight in found)
            if code not in best or weight > best[code].weight:
                best[code] = TopicRole(code, ", ".join(phrase for phrase, weight in found if weight > OF_A_TRADE), weight)
        # Of general words the longer one says more: "generative AI" before "AI".
        return sorted(best.values(), key=lambda role: (-role.weight, -len(role.said), role.code))


def _need(alternatives: Iterable[str], kinds: Mapping[str, Mapping[str, str]]) -> Need:
    """Return the phrases of one need; those of groups count less."""
    weights: dict[str, float] = {}
    for name in alternatives:
        if name in CLASSES:
            low = OF_ANY_AI if name == "<ai>" else OF_A_TRADE
            weights |= dict.fromkeys(kinds.get(CLASSES[name], {}), low)
        else:
            is_general = kinds.get(CLASSES["<ai>"], {}).get(name) == GENERAL
            weights[name] = OF_ANY_AI if is_general else float(len(name.split(" ")))
    return tuple(sorted(weights.items(), key=lambda pair: (-pair[1], pair[0])))
