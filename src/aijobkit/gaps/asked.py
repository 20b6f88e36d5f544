"""
What a target role asks for, item by item, and which of it counts and is met.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from aijobkit import _checks
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.gaps.names import (
    alternatives,
    comes_before,
    foundation_rank,
    is_foundation,
    is_office,
    plain,
    shown_by_trade,
    shown_keys,
    skill_keys,
)
from aijobkit.people import Person
from aijobkit.roles import Domain, Role, RoleProfile, Skill, Technology
from aijobkit.switches import Assumptions

__all__ = ["RATED", "Item", "asked_items", "counted_items", "learning_order", "rare_knowledge", "rated"]

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
    is_likely: bool = False  # whether the person may use it unsaid: the present role is asked for it, or it is implied
    is_implied: bool = False  # whether a tool that the person names is built on it
    is_beside: bool = False  # whether it is knowledge of some of the occupations by which the role is measured
    skill: Skill | None = None
    technologies: tuple[Technology, ...] = ()  # of which one is enough
    present_level: float | None = None
    met_by: str = ""  # which of the technologies is there

    @property
    def is_met(self) -> bool:
        """Whether the person or the present role has it."""
        return self.is_named or self.is_shown

    @property
    def names(self) -> tuple[str, ...]:
        """Its name, and those of what would do as well."""
        return (self.name, *(technology.name for technology in self.technologies[1:]))


def rated(profile: RoleProfile) -> dict[str, Skill]:
    """Return the skills and knowledge of a profile by element id."""
    return {skill.element_id: skill for skill in profile.skills if skill.domain in RATED}


def _is_from_catalogue(technology: Technology) -> bool:
    return technology.evidence.kind is EvidenceKind.ASSUMPTION


def _asked_technologies(target: RoleProfile, /, *, whole: bool) -> list[list[Technology]]:
    """
    Return what postings ask for: the catalogue's in its order, then in demand, then hot, the rare first.

    Technologies of which one is enough are asked for together, where the first of them stands.  Unless the *whole* list is
    wanted, it ends with the catalogue's where there are any: what O*NET adds to them does not count.
    """
    listed = _checks.unique_by(target.technologies, lambda technology: plain(technology.name))
    catalogue = [technology for technology in listed if _is_from_catalogue(technology)]
    if catalogue and not whole:
        return _together(catalogue)
    others = [
        technology
        for technology in listed
        if not _is_from_catalogue(technology) and (technology.is_in_demand or technology.is_hot)
    ]
    others.sort(
        key=lambda technology: (
            foundation_rank(technology.name),
            not technology.is_in_demand,
            not technology.is_hot,
            -technology.rarity,
            technology.name,
        )
    )
    # O*NET may spell the catalogue's products its own way.
    known = _keys(technology.name for technology in catalogue)
    news = [technology for technology in others if known.isdisjoint(skill_keys(technology.name))]
    # The catalogue says what is the core of the work: what O*NET adds does not stand in for it.
    return [*_together(catalogue), *_together(news)]


def _together(technologies: Iterable[Technology]) -> list[list[Technology]]:
    asked: list[list[Technology]] = []
    places: dict[int, list[Technology]] = {}
    for technology in technologies:
        lists = sorted(alternatives(technology.name))
        group = next((places[place] for place in lists if place in places), None)
        if group is None:
            group = []
            asked.append(group)
        group.append(technology)
        for place in lists:
            places.setdefault(place, group)
    return asked


def _keys(names: Iterable[str]) -> frozenset[str]:
    return _all_keys(tuple(names))


@functools.lru_cache(maxsize=512)
def _all_keys(names: tuple[str, ...]) -> frozenset[str]:
    """Return the keys of all names; the tools of a role are asked for again with every way over it."""
    return frozenset(key for name in names for key in skill_keys(name))


def _named(person: Person) -> frozenset[str]:
    return frozenset(key for skill in person.skills for key in shown_keys(skill))


def _implied(person: Person, *profiles: RoleProfile) -> frozenset[str]:
    """Return the keys of what the tools that the person names are built on: who works with PyTorch has met Python."""
    tools = _keys(technology.name for profile in profiles for technology in profile.technologies)
    return _keys(name for skill in person.skills if not skill_keys(skill).isdisjoint(tools) for name in comes_before(skill))


def _technology_items(person: Person, origin: RoleProfile, target: RoleProfile, most: float, /, *, whole: bool) -> list[Item]:
    """
    Return the technologies, those that postings ask for most first.

    At most *most* of them count; the others are told only where the *whole* list is wanted.

    What an occupation is asked for, one person in it may never have opened: it is likely, and counts when it is named.  So is
    what a named tool is built on.  Only of a role that the person would first move to it is taken for granted.
    """
    used = _keys(
        technology.name for technology in origin.technologies if technology.is_in_demand or _is_from_catalogue(technology)
    )
    named, implied = _named(person), _implied(person, origin, target)
    is_present = origin.role.code == person.position.role.code
    items = []
    asked = _asked_technologies(target, whole=whole)
    # Where the catalogue names the tools of a role, those of the occupations by which it is measured are beside the point.
    core = sum(_is_from_catalogue(group[0]) for group in asked) or len(asked)
    counted = int(min(core, most))
    for place, group in enumerate(asked if whole else asked[:counted]):
        keys = _keys(technology.name for technology in group)
        is_used = not keys.isdisjoint(used)
        is_named = not keys.isdisjoint(named)
        is_implied = not is_named and not keys.isdisjoint(implied)
        there = named if is_named else used
        items.append(
            Item(
                name=group[0].name,
                domain=Domain.TECHNOLOGY,
                evidence=group[0].evidence,
                is_counted=place < counted,
                is_shown=is_used and not is_present,
                is_named=is_named,
                is_likely=is_implied or (is_used and is_present and not is_named),
                is_implied=is_implied,
                technologies=tuple(group),
                met_by=next((one.name for one in group if not skill_keys(one.name).isdisjoint(there)), ""),
            )
        )
    return items


def _is_shown_by_trade(
    topic: str, role: Role, present: Mapping[str, Skill], wanted: Mapping[str, Skill], assumptions: Assumptions
) -> bool:
    """
    Say whether a topic is the daily work of the present role.

    It is by the code of the role, by an element that is very important in it, or by one that is nearly so and reaches what the
    target asks for: whoever writes reports all week, as well as the target needs, is not short of clear writing.
    """
    marks = shown_by_trade(topic)
    if not marks:
        return False
    codes = tuple(mark for mark in marks if mark[0].isdigit())
    if any(code.startswith(codes) for code in role.onet_codes[:1]):
        return True
    for skill in present.values():
        if skill.name not in marks:
            continue
        asked = wanted.get(skill.element_id)
        is_enough = asked is not None and _suffices(skill, asked, assumptions)
        least = min(assumptions.gap_topic_enough, assumptions.gap_topic_shown) if is_enough else assumptions.gap_topic_shown
        if skill.importance >= least:
            return True
    return False


def _topic_items(person: Person, origin: RoleProfile, target: RoleProfile, assumptions: Assumptions) -> list[Item]:
    """Return the catalogue's topics in its order."""
    evidence = Evidence(
        kind=EvidenceKind.ASSUMPTION, source="catalogue of roles", detail=f"reviewed topic of {target.role.title}"
    )
    named, known = _named(person), _keys(origin.topics)
    present, wanted = rated(origin), rated(target)
    items = []
    for place, topic in enumerate(_checks.unique_by(target.topics, plain)):
        keys = skill_keys(topic)
        items.append(
            Item(
                name=topic,
                domain=Domain.TOPIC,
                evidence=evidence,
                is_counted=place < int(assumptions.gap_topics),
                is_shown=not keys.isdisjoint(known) or _is_shown_by_trade(topic, origin.role, present, wanted, assumptions),
                is_named=not keys.isdisjoint(named),
            )
        )
    return items


def _suffices(here: Skill, asked: Skill, assumptions: Assumptions) -> bool:
    """Say whether the present role shows enough of an element."""
    is_practised = here.importance >= assumptions.gap_importance
    slack = max(assumptions.gap_level, assumptions.gap_level_practised) if is_practised else assumptions.gap_level
    return asked.level - here.level < slack


def _rated_items(person: Person, origin: RoleProfile, target: RoleProfile, assumptions: Assumptions) -> list[Item]:
    """
    Return skills and knowledge that are important and not asked of everybody, the greatest shortfall first.

    What is asked of everybody is there, uncounted, where the person names it and it stands out in the present role.
    """
    present = rated(origin)
    named = _named(person)
    items: list[tuple[float, Item]] = []
    for element_id, skill in rated(target).items():
        if skill.importance < assumptions.gap_importance:
            continue
        here = present.get(element_id)
        is_named = not skill_keys(skill.name).isdisjoint(named)
        is_common = skill.distinctiveness < assumptions.gap_distinct
        if is_common and not (is_named and here is not None and here.distinctiveness >= assumptions.strength_distinct):
            continue
        shortfall = 0.0 if here is None else (skill.level - here.level) * skill.importance
        item = Item(
            name=skill.name,
            domain=skill.domain,
            evidence=skill.evidence,
            # Without a rating of the present role there is nothing to compare with, and nobody is held to it.
            is_counted=here is not None and not is_common,
            is_shown=here is not None and _suffices(here, skill, assumptions),
            is_named=is_named,
            is_beside=target.role.is_blend
            and skill.domain is Domain.KNOWLEDGE
            and skill.importance < assumptions.gap_topic_enough,
            skill=skill,
            present_level=None if here is None else here.level,
        )
        items.append((shortfall, item))
    items.sort(key=lambda pair: (-pair[0], pair[1].domain.value, pair[1].name))
    return [item for _, item in items]


def asked_items(person: Person, origin: RoleProfile, target: RoleProfile, assumptions: Assumptions, /) -> tuple[Item, ...]:
    """
    Return everything the target asks for: technologies, topics, then what is rated, each in its own order.

    What counts is fixed by the two roles alone.  Whatever else the person names is a strength and moves no count: otherwise a
    long list of common programs would count for more than the one language that is asked for first.

    Raises:
        InvalidValueError: If an argument is not of its type.
    """
    _check(person, origin, target)
    _checks.require("assumptions", assumptions, Assumptions)
    return (
        *_technology_items(person, origin, target, assumptions.gap_technologies, whole=True),
        *_topic_items(person, origin, target, assumptions),
        *_rated_items(person, origin, target, assumptions),
    )


def counted_items(person: Person, origin: RoleProfile, target: RoleProfile, /) -> Callable[[Assumptions], list[Item]]:
    """
    Return what gives, under any assumptions, those of `asked_items` that count.

    Technologies hang on the assumptions only in how many of them count: they are compared once.

    Raises:
        InvalidValueError: If an argument is not of its type.
    """
    _check(person, origin, target)
    tools = _technology_items(person, origin, target, math.inf, whole=False)

    def count(assumptions: Assumptions) -> list[Item]:
        _checks.require("assumptions", assumptions, Assumptions)
        others = (*_topic_items(person, origin, target, assumptions), *_rated_items(person, origin, target, assumptions))
        return [*tools[: int(assumptions.gap_technologies)], *(item for item in others if item.is_counted)]

    return count


def rare_knowledge(person: Person, origin: RoleProfile, target: RoleProfile, assumptions: Assumptions) -> tuple[Skill, ...]:
    """
    Return the knowledge that stands out in the present role and of which the target's figures ask for little.

    What the person names comes first, then what the two roles differ in most: for a nurse that is medicine, however many
    occupations deal with people.
    """
    there, named = rated(target), _named(person)
    found = [
        skill
        for skill in rated(origin).values()
        if skill.domain is Domain.KNOWLEDGE
        and skill.importance >= assumptions.gap_importance
        and skill.distinctiveness >= assumptions.strength_rare
        and skill.element_id in there
        and there[skill.element_id].importance < assumptions.gap_importance
        and there[skill.element_id].level < skill.level
    ]
    found.sort(
        key=lambda skill: (
            named.isdisjoint(skill_keys(skill.name)),
            there[skill.element_id].importance - skill.importance,
            skill.name,
        )
    )
    return tuple(found[: int(assumptions.strength_rare_limit)])


def _check(person: Person, origin: RoleProfile, target: RoleProfile) -> None:
    _checks.require("person", person, Person)
    _checks.require("origin", origin, RoleProfile)
    _checks.require("target", target, RoleProfile)


def learning_order(missing: Sequence[Item], asked: Sequence[Item]) -> tuple[Item, ...]:
    """
    Return what is missing in the order in which one would learn it.

    Tools and topics take turns, and after two of each comes one rated element, so that no kind hides behind another.  What the
    person is likely to use comes late, save the languages that all else needs and the tool that the catalogue names first.
    Fields of knowledge that hardly count as important in the mean of several occupations come after all that: they belong to
    some of these and need not belong to the role.  Programs of every office are last.  Topics lead where the list of tools
    itself begins with such a program or with one likely in use: there the subject is the work.  Whatever is built on something
    else that is missing follows it, unless a named tool is built on that, too: nobody learns PyTorch before NumPy, nor model
    training without statistics.

    Args:
        missing: Items that are counted and not met.
        asked: All items of the same target, which say what its list begins with.
    """
    first = next((item for item in asked if item.domain is Domain.TECHNOLOGY), None)
    core = first if first is not None and _is_from_catalogue(first.technologies[0]) else None
    tools = [item for item in missing if item.domain is Domain.TECHNOLOGY]
    office = [item for item in tools if is_office(item.name)]
    tools = sorted(
        (item for item in tools if not is_office(item.name)),
        key=lambda item: item.is_implied or (item.is_likely and item is not core and not is_foundation(item.name)),
    )
    topics = [item for item in missing if item.domain is Domain.TOPIC]
    others = [item for item in missing if item.domain in RATED and not item.is_beside]
    beside = [item for item in missing if item.is_beside]
    is_light = first is not None and (is_office(first.name) or (first.is_likely and not is_foundation(first.name)))
    pair = (topics, tools) if is_light else (tools, topics)
    turns = [
        [item for item in turn if item is not None]
        for turn in itertools.zip_longest(*(lane[place::2] for place in range(2) for lane in pair), others)
    ]
    return _after_what_they_need((*itertools.chain.from_iterable(turns), *beside, *office))


def _after_what_they_need(lessons: Sequence[Item]) -> tuple[Item, ...]:
    """Return *lessons* with what others among them are built on moved before those, and else in their order."""
    by_key: dict[str, list[Item]] = {}
    for item in lessons:
        for key in _keys(item.names):
            by_key.setdefault(key, []).append(item)
    placed: list[Item] = []
    open_: list[Item] = []  # what is being placed: two lessons that need each other keep their order

    def place(item: Item) -> None:
        if any(item is other for other in (*placed, *open_)):
            return
        open_.append(item)
        for name in comes_before(item.name):
            # Of a skill and a field of knowledge by one name the first is enough; the other keeps its turn.
            for needed in [one for key in sorted(skill_keys(name)) for one in by_key.get(key, ())][:1]:
                if not needed.is_implied:  # who names what is built on it has met it
                    place(needed)
        open_.pop()
        placed.append(item)

    for item in lessons:
        place(item)
    return tuple(placed)
