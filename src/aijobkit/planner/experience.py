"""
Experience: what past roles add to the present one.  Pure: profiles, barriers and reports in, the same out.

Whatever is taken from a past role is only ever added: naming one never makes a move harder.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from aijobkit import _checks
from aijobkit.evidence import EvidenceKind
from aijobkit.gaps.names import shown_by_trade
from aijobkit.plans import COUNTED, NEARER, GapReport, Strength
from aijobkit.roles import RoleProfile, Skill
from aijobkit.switches import Barrier, Difficulty

__all__ = ["COUNTED", "NEARER", "eased_barriers", "experience", "join_strengths", "missing_share", "remarked"]

#: The figure of a profile that a barrier comes from; without it a past role says nothing about the barrier.
_FIGURES = {"job zone": "job_zone", "education": "education"}


def _better(one: Skill, other: Skill) -> Skill:
    """Return the more important of two ratings of an element, with the higher level of both."""
    best = max(one, other, key=lambda skill: (skill.importance, skill.level))
    return attrs.evolve(best, level=max(one.level, other.level))


def _highest(figures: Iterable[float | None]) -> float | None:
    return max((figure for figure in figures if figure is not None), default=None)


def experience(present: RoleProfile, held: Sequence[RoleProfile], target: RoleProfile, /, *, tools: bool) -> RoleProfile:
    """
    Return the profile of somebody in the *present* role who has *held* others: of everything the most that one of them shows.

    Args:
        present: Profile of the role now.
        held: Profiles of past roles.
        target: Profile of the role wanted; of its topics those are added that are the daily work of a past role.
        tools: Whether the tools of past roles are listed, too.
    """
    skills = {(skill.domain, skill.element_id): skill for skill in present.skills}
    for profile in held:
        for skill in profile.skills:
            key = (skill.domain, skill.element_id)
            skills[key] = _better(skills[key], skill) if key in skills else skill
    everything = (present, *held)
    codes = [code for profile in held for code in profile.role.onet_codes[:1]]
    daily = [topic for topic in target.topics if any(code.startswith(_trade_codes(topic)) for code in codes)]
    technologies = [one for profile in (everything if tools else (present,)) for one in profile.technologies]
    return attrs.evolve(
        present,
        skills=tuple(sorted(skills.values(), key=lambda skill: (skill.domain.value, skill.element_id))),
        technologies=_checks.unique_by(technologies, lambda technology: technology.name),
        topics=_checks.unique_by([*(topic for profile in everything for topic in profile.topics), *daily], str),
        job_zone=_highest(profile.job_zone for profile in everything),
        education=_highest(profile.education for profile in everything),
        rated_as=present.rated_as if present.skills else "",
    )


def _trade_codes(topic: str) -> tuple[str, ...]:
    """Return the beginnings of the codes of occupations whose daily work a topic is."""
    return tuple(mark for mark in shown_by_trade(topic) if mark[0].isdigit())


def missing_share(counts: GapReport, otherwise: float, /) -> float:
    """Return what is missing as a share of what is asked for; *otherwise* where nothing could be compared."""
    return (counts.asked - counts.met) / counts.asked if counts.asked else otherwise


def eased_barriers(
    barriers: Iterable[Barrier], held: Iterable[tuple[RoleProfile, Sequence[Barrier]]], /
) -> tuple[tuple[Barrier, str], ...]:
    """
    Return the barriers from the present role as low as a past role makes them.

    Args:
        barriers: Those from the present role.
        held: Past roles, each with the barriers from there; one without the figure says nothing of its barrier.

    Returns:
        What is left of the barriers, each with the title of the past role that lowers it, or "" where none does.
    """
    pasts = tuple(held)
    left = []
    for barrier in barriers:
        lowest, whose = barrier, ""
        is_open = False
        for profile, found in pasts:
            if barrier.name in _FIGURES and getattr(profile, _FIGURES[barrier.name]) is None:
                continue
            there = next((other for other in found if other.name == barrier.name), None)
            if there is None:
                is_open = True
            elif there.value < lowest.value:
                lowest, whose = there, profile.role.title
        if not is_open:
            left.append((lowest, whose))
    return tuple(left)


def remarked(difficulty: Difficulty, remarks: Mapping[str, str], /) -> Difficulty:
    """
    Return *difficulty* with remarks in the evidence of its parts; the numbers stay.

    Args:
        difficulty: What was measured.
        remarks: What to add, by the names of the parts.  A part with a remark is no mere assumption: a past role was compared.
    """
    parts = []
    for part in difficulty.parts:
        remark = remarks.get(part.name)
        if remark:
            detail = f"{part.evidence.detail}; {remark}" if part.evidence.detail else remark
            part = attrs.evolve(part, evidence=attrs.evolve(part.evidence, kind=EvidenceKind.DERIVED, detail=detail))  # noqa: PLW2901
        parts.append(part)
    return attrs.evolve(difficulty, parts=tuple(parts))


def join_strengths(found: Iterable[Iterable[Strength]], limit: int, /) -> tuple[Strength, ...]:
    """Return the strengths from several roles as one list, each once: those named, those that count, those that are rare."""
    joined = _checks.unique_by((one for each in found for one in each), lambda strength: (strength.domain, strength.name))
    return tuple(sorted(joined, key=lambda strength: (not strength.is_own, strength.is_rare_at_target))[:limit])
