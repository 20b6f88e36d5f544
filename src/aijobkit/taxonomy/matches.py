"""
What a search returns: a role or an industry, how sure we are, and why.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

import attrs

from aijobkit import _checks
from aijobkit.industries import Industry
from aijobkit.roles import Role, Seniority

__all__ = ["IndustryMatch", "RoleMatch", "pool"]

SUREST = 0.999
"""A finder that is certain is heard as one that errs once in a thousand, so that certainty does not silence all others."""


@attrs.frozen(kw_only=True)
class RoleMatch:
    """
    A role that a text may mean.

    Args:
        role: The role.
        confidence: Calibrated probability that the text means this role, in [0, 1].
        matched: The known title that matched; empty where several signals together pointed here.
        reason: Why, in plain words; every repair of a spelling is shown.
        seniority: Rank that was set apart from the text, or None.
        set_apart: Other words that were set apart (contract, place, company, status), in their order.
        source: ``aijobkit``, or the name of the plugin that found it.
    """

    role: Role
    confidence: float = attrs.field(validator=_checks.unit)
    matched: str = ""
    reason: str = ""
    seniority: Seniority | None = None
    set_apart: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings)
    source: str = "aijobkit"


@attrs.frozen(kw_only=True)
class IndustryMatch:
    """
    An industry that a text may mean.

    Args:
        industry: The industry.
        confidence: How likely the text means this industry, in [0, 1].
        matched: The known phrase that matched; empty where none did.
        reason: Why, in plain words; repairs and translated old codes are shown.
        is_ambiguous: Whether the text is declared to have several meanings, of which this is one.
        source: ``aijobkit``, or the name of the plugin that found it.
    """

    industry: Industry
    confidence: float = attrs.field(validator=_checks.unit)
    matched: str = ""
    reason: str = ""
    is_ambiguous: bool = False
    source: str = "aijobkit"


Match = TypeVar("Match", RoleMatch, IndustryMatch)


def pool(matches: Iterable[Match], key: Callable[[Match], Hashable]) -> list[Match]:
    """
    Join what several finders say of one text.

    Each finder is heard by the odds of its best answer: one that is sure outweighs one that guesses, and two that are equally
    sure of different answers leave it open.  A confidence is then the mean of what all finders that said anything gave to that
    meaning, 0 where one does not name it (a linear opinion pool).  The sum of the confidences never grows.

    Args:
        matches: Matches of all finders, told apart by ``source``.
        key: What two matches of the same meaning share.

    Returns:
        One match for each meaning, that of the finder that counts most for it, with the joint confidence; the surest first.
        Matches of one finder alone come back as they are.
    """
    opinions: dict[str, list[Match]] = {}
    for match in matches:
        opinions.setdefault(match.source, []).append(match)
    if len(opinions) < 2:
        return [match for opinion in opinions.values() for match in opinion]
    weights = {source: _odds(opinion) for source, opinion in opinions.items()}
    total = sum(weights.values())
    if not total:
        return [match for opinion in opinions.values() for match in opinion]
    joint: dict[Hashable, float] = {}
    best: dict[Hashable, tuple[float, Match]] = {}
    for source, opinion in opinions.items():
        for match in _checks.unique_by(opinion, key):
            share = weights[source] / total * match.confidence
            meaning = key(match)
            joint[meaning] = joint.get(meaning, 0.0) + share
            if meaning not in best or share > best[meaning][0]:
                best[meaning] = (share, match)
    joined = [attrs.evolve(best[meaning][1], confidence=min(round(sure, 4), 1.0)) for meaning, sure in joint.items()]
    # A stable sort keeps the order of the finders among equals.
    return sorted(joined, key=lambda match: -match.confidence)


def _odds(opinion: Sequence[RoleMatch] | Sequence[IndustryMatch]) -> float:
    sure = min(max(match.confidence for match in opinion), SUREST)
    return sure / (1 - sure)
