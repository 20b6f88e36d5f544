"""
What a target role asks for, item by item, and which of it counts and is met.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from aijobkit import _checks
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.gaps.names import plain, skill_keys
from aijobkit.people import Person
from aijobkit.roles import Domain, RoleProfile, Skill, Technology
from aijobkit.switches import Assumptions

__all__ = ["RATED", "Item", "asked_items", "rated"]

# Languages through which most other tools of data work are used: without them the rare ones cannot be learned.
_FOUNDATIONS = frozenset(["python", "sql"])

#: The domains whose ratings are compared.
RATED = (Domain.SKILL, Domain.KNOWLEDGE)


@attrs.frozen(kw_only=True)
class Item:
    """One thing the target asks for."""

    name: str
    domain: Domain
    evidence: Evidence
    is_counted: bool  # whether it counts towards n
    is_shown: bool  # whether the present role shows it
    is_named: bool  # whether the person names it
    skill: Skill | None = None
    technology: Technology | None = None
    present_level: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the person or the present role has it."""
        return self.is_named or self.is_shown


def rated(profile: RoleProfile) -> dict[str, Skill]:
    """Return the skills and knowledge of a profile by element id."""
    return {skill.element_id: skill for skill in profile.skills if skill.domain in RATED}


def _is_from_catalogue(technology: Technology) -> bool:
    return technology.evidence.kind is EvidenceKind.ASSUMPTION


def _asked_technologies(target: RoleProfile) -> list[Technology]:
    """Return what postings ask for: the catalogue's in its order, then in demand, then hot, the rare first."""
    listed = _checks.unique_by(target.technologies, lambda technology: plain(technology.name))
    catalogue = [technology for technology in listed if _is_from_catalogue(technology)]
    others = [
        technology
        for technology in listed
        if not _is_from_catalogue(technology) and (technology.is_in_demand or technology.is_hot)
    ]
    others.sort(
        key=lambda technology: (
            skill_keys(technology.name).isdisjoint(_FOUNDATIONS),
            not technology.is_in_demand,
            not technology.is_hot,
            -technology.rarity,
            technology.name,
        )
    )
    # O*NET may spell the catalogue's products its own way.
    known = _keys(technology.name for technology in catalogue)
    news = [technology for technology in others if known.isdisjoint(skill_keys(technology.name))]
    return [*catalogue, *news]


def _keys(names: Iterable[str]) -> frozenset[str]:
    return frozenset(key for name in names for key in skill_keys(name))


def _listed_items(person: Person, origin: RoleProfile, target: RoleProfile, assumptions: Assumptions) -> list[Item]:
    """Return technologies and topics, which are listed rather than rated."""
    shown = _keys(
        [technology.name for technology in origin.technologies if technology.is_in_demand or _is_from_catalogue(technology)]
    ) | _keys(origin.topics)
    named = _keys(person.skills)
    topic_evidence = Evidence(
        kind=EvidenceKind.ASSUMPTION, source="catalogue of roles", detail=f"reviewed topic of {target.role.title}"
    )

    def item(name: str, domain: Domain, evidence: Evidence, *, is_within: bool, technology: Technology | None = None) -> Item:
        keys = skill_keys(name)
        is_named = not keys.isdisjoint(named)
        return Item(
            name=name,
            domain=domain,
            evidence=evidence,
            is_counted=is_within or is_named,
            is_shown=not keys.isdisjoint(shown),
            is_named=is_named,
            technology=technology,
        )

    technologies = [
        item(
            technology.name,
            Domain.TECHNOLOGY,
            technology.evidence,
            is_within=place < int(assumptions.gap_technologies),
            technology=technology,
        )
        for place, technology in enumerate(_asked_technologies(target))
    ]
    topics = [
        item(topic, Domain.TOPIC, topic_evidence, is_within=place < int(assumptions.gap_topics))
        for place, topic in enumerate(_checks.unique_by(target.topics, plain))
    ]
    return technologies + topics


def _suffices(here: Skill, asked: Skill, assumptions: Assumptions) -> bool:
    """Say whether the present role shows enough of an element."""
    is_practised = here.importance >= assumptions.gap_importance
    slack = max(assumptions.gap_level, assumptions.gap_level_practised) if is_practised else assumptions.gap_level
    return asked.level - here.level < slack


def _rated_items(person: Person, origin: RoleProfile, target: RoleProfile, assumptions: Assumptions) -> list[Item]:
    """Return skills and knowledge that are important and not asked of everybody, the greatest shortfall first."""
    present = rated(origin)
    named = _keys(person.skills)
    items: list[tuple[float, Item]] = []
    for element_id, skill in rated(target).items():
        if skill.importance < assumptions.gap_importance or skill.distinctiveness < assumptions.gap_distinct:
            continue
        here = present.get(element_id)
        is_named = not skill_keys(skill.name).isdisjoint(named)
        shortfall = 0.0 if here is None else (skill.level - here.level) * skill.importance
        item = Item(
            name=skill.name,
            domain=skill.domain,
            evidence=skill.evidence,
            # Without a rating of the present role there is nothing to compare with: only what is named counts.
            is_counted=here is not None or is_named,
            is_shown=here is not None and _suffices(here, skill, assumptions),
            is_named=is_named,
            skill=skill,
            present_level=None if here is None else here.level,
        )
        items.append((shortfall, item))
    items.sort(key=lambda pair: (-pair[0], pair[1].domain.value, pair[1].name))
    return [item for _, item in items]


def asked_items(person: Person, origin: RoleProfile, target: RoleProfile, assumptions: Assumptions) -> tuple[Item, ...]:
    """
    Return everything the target asks for, what to learn first at the top.

    Raises:
        InvalidValueError: If an argument is not of its type.
    """
    _checks.require("person", person, Person)
    _checks.require("origin", origin, RoleProfile)
    _checks.require("target", target, RoleProfile)
    _checks.require("assumptions", assumptions, Assumptions)
    return (
        *_listed_items(person, origin, target, assumptions),
        *_rated_items(person, origin, target, assumptions),
    )
