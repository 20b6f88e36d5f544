"""
What is missing: the gap report of one person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import attrs

from aijobkit.gaps.asked import RATED, Item, asked_items, counted_items, learning_order, rare_knowledge, rated
from aijobkit.gaps.names import is_known, is_near, meant, shown_keys, shows, skill_keys
from aijobkit.people import Person
from aijobkit.plans import Gap, GapReport
from aijobkit.roles import Domain, RoleProfile
from aijobkit.switches import Assumptions

__all__ = ["count_gaps", "gap_counter", "skill_gaps"]


def _nears(person: Person, missing: Iterable[Item], told: Iterable[str]) -> list[str]:
    """Return what the person has that comes near each missing item; those first that were not *told* of before."""
    seen, found = set(told), []
    for item in missing:
        near = [skill for skill in person.skills if any(is_near(skill, name) for name in item.names)]
        found.append(min(near, key=lambda skill: skill in seen, default=""))
        seen.add(found[-1])
    return found


def _to_gap(item: Item, near: str) -> Gap:
    skill = item.skill
    return Gap(
        name=item.name,
        domain=item.domain,
        alternatives=item.names[1:],
        importance=None if skill is None else skill.importance,
        needed_level=None if skill is None else skill.level,
        present_level=item.present_level,
        is_in_demand=any(technology.is_in_demand for technology in item.technologies),
        is_hot=any(technology.is_hot for technology in item.technologies),
        is_likely=item.is_likely,
        near=near,
        evidence=item.evidence,
    )


def _label(item: Item, items: Iterable[Item]) -> str:
    """Return the name of what is met, with its domain where the name alone does not say it: Mathematics is two things."""
    if item.skill is None:
        return item.met_by or item.name
    twice = any(other.name == item.name and other.domain is not item.domain for other in items)
    return f"{item.name} ({item.domain.value})" if twice or item.domain is Domain.KNOWLEDGE else item.name


def _known_names(*profiles: RoleProfile) -> list[str]:
    """Return the names of everything that the lists of the roles hold, what is typed most often first."""
    return [
        name
        for profile in profiles
        for name in (
            *(technology.name for technology in profile.technologies),
            *profile.topics,
            *(skill.name for skill in profile.skills),
        )
    ]


def _unrecognised(person: Person, known: Sequence[str]) -> tuple[str, ...]:
    keys = frozenset(key for name in known for key in skill_keys(name))
    return tuple(
        skill
        for skill in person.skills
        if shown_keys(skill).isdisjoint(keys) and not is_known(skill) and not any(is_near(skill, name) for name in known)
    )


def _related(skills: Iterable[str], items: Iterable[Item], target: RoleProfile) -> tuple[str, ...]:
    """Return which of *skills* come near what the target asks for, or stand on its lists among what it does not ask for."""
    names = [name for item in items for name in item.names]
    listed = frozenset(key for technology in target.technologies for key in skill_keys(technology.name))
    return tuple(
        skill for skill in skills if not listed.isdisjoint(shown_keys(skill)) or any(is_near(skill, name) for name in names)
    )


def _gap_notes(origin: RoleProfile, target: RoleProfile, uncounted: int) -> tuple[str, ...]:
    notes = []
    if not rated(target):
        notes.append(f"There are no ratings for {target.role.title}, so skills and knowledge could not be compared.")
    elif not rated(origin):
        notes.append(
            f"There are no ratings for {origin.role.title}, so only technologies and topics are counted; what you name of "
            "skills and knowledge is a strength and counts neither for nor against you."
        )
    if uncounted:
        rest = (
            "1 more technology or topic. It is not counted; if you name it, it stands"
            if uncounted == 1
            else f"{uncounted} more technologies and topics. They are not counted; those that you name stand"
        )
        notes.append(f"The lists of {target.role.title} hold {rest} among what you bring.")
    return tuple(notes)


def _counts(counted: Sequence[Item]) -> GapReport:
    """Return how much is asked for and met, in all and of technologies and topics alone."""
    tools = [item for item in counted if item.domain not in RATED]
    return GapReport(
        asked=len(counted),
        met=sum(item.is_met for item in counted),
        asked_tools=len(tools),
        met_tools=sum(item.is_met for item in tools),
    )


def count_gaps(
    person: Person, origin: RoleProfile, target: RoleProfile, /, *, assumptions: Assumptions | None = None
) -> GapReport:
    """
    Return only the numbers of `skill_gaps`: how much is asked for and how much of it is met.

    Takes a fraction of the time where many moves are measured.

    Args:
        person: Whose skills count, in their own words.
        origin: Profile of the present role.
        target: Profile of the role wanted.
        assumptions: Thresholds and how many are counted; the defaults if None.

    Raises:
        InvalidValueError: If an argument is not of its type.

    Examples:
        >>> from aijobkit.people import Position
        >>> from aijobkit.roles import Role
        >>> student = Role(code="aijobkit:student", title="Student", is_life_role=True)
        >>> target = RoleProfile(role=Role(code="15-2051.00", title="Data Scientists"), topics=("statistics",))
        >>> report = count_gaps(Person(position=Position(role=student)), RoleProfile(role=student), target)
        >>> report.met, report.asked
        (0, 1)
    """
    return gap_counter(person, origin, target)(Assumptions() if assumptions is None else assumptions)


def gap_counter(person: Person, origin: RoleProfile, target: RoleProfile, /) -> Callable[[Assumptions], GapReport]:
    """
    Return what gives the numbers of `count_gaps` under any assumptions, where the same move is counted under many.

    Raises:
        InvalidValueError: If an argument is not of its type.
    """
    counted = counted_items(person, origin, target)
    return lambda assumptions: _counts(counted(assumptions))


def skill_gaps(
    person: Person, origin: RoleProfile, target: RoleProfile, /, *, assumptions: Assumptions | None = None
) -> GapReport:
    """
    Compare what the target asks for with what the person names and the present role shows.

    Counted are rated skills and knowledge that are important at the target and not asked of everybody, the technologies most
    asked for, of which alternatives such as PyTorch and TensorFlow count once, and the catalogue's topics.  Met is what the
    person names, what ratings of the present role suffice for, and topics that are its daily work.  Its tools are *likely*:
    they count when they are named.

    Args:
        person: Whose skills count, in their own words.
        origin: Profile of the present role.
        target: Profile of the role wanted.
        assumptions: Thresholds and how many are counted; the defaults if None.

    Returns:
        ``met`` of ``asked``, and the gaps in the order in which one would learn them: technologies and topics in turns as
        postings ask for them, rated elements among them by importance times missing levels, programs of every office last.
        Near matches are shown, never counted.  Every named skill is told: as met or a strength, as near to a gap, as near to
        what is met or not counted, as not asked for, or as not recognised, with what may have been meant where it is one slip
        of the keys away.

    Raises:
        InvalidValueError: If an argument is not of its type.

    Examples:
        >>> from aijobkit.people import Position
        >>> from aijobkit.roles import Role
        >>> engineer = Role(code="aijobkit:machine-learning-engineer", title="Machine Learning Engineer", is_ai=True)
        >>> student = Role(code="aijobkit:student", title="Student", is_life_role=True)
        >>> target = RoleProfile(role=engineer, topics=("model evaluation", "deep learning"))
        >>> person = Person(position=Position(role=student), skills=("Deep Learning", "juggling"))
        >>> report = skill_gaps(person, RoleProfile(role=student), target)
        >>> report.met, report.asked, [gap.name for gap in report.gaps], report.unrecognised
        (1, 2, ['model evaluation'], ('juggling',))
    """
    chosen = Assumptions() if assumptions is None else assumptions
    items = asked_items(person, origin, target, chosen)
    counted = [item for item in items if item.is_counted]
    missing = [item for item in counted if not item.is_met]
    met = [item for item in counted if item.is_met]
    uncounted = sum(1 for item in items if not item.is_counted and item.domain not in RATED)
    brought = [name for item in items if item.is_named for name in item.names]
    brought += [skill.name for skill in rare_knowledge(person, origin, target, chosen)]
    told = {skill for skill in person.skills if any(shows(skill, name) for name in brought)}
    lessons = learning_order(missing, items)
    nears = _nears(person, lessons, told)
    known = _known_names(target, origin)
    unrecognised = _unrecognised(person, known)
    suggestions = ((skill, meant(skill, known)) for skill in unrecognised)
    others = [skill for skill in person.skills if skill not in {*told, *nears, *unrecognised}]
    related = _related(others, items, target)
    return attrs.evolve(
        _counts(counted),
        gaps=tuple(_to_gap(item, near) for item, near in zip(lessons, nears, strict=True)),
        met_names=tuple(_label(item, items) for item in met),
        unasked=tuple(skill for skill in others if skill not in related),
        unrecognised=unrecognised,
        suggestions=tuple((skill, name) for skill, name in suggestions if name),
        notes=_gap_notes(origin, target, uncounted),
        related=related,
    )
