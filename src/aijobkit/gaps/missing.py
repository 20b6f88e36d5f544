"""
What is missing: the gap report of one person.
"""

from __future__ import annotations

from collections.abc import Iterable

from aijobkit.gaps.asked import RATED, Item, asked_items, rated
from aijobkit.gaps.names import is_near, skill_keys
from aijobkit.people import Person
from aijobkit.plans import Gap, GapReport
from aijobkit.roles import RoleProfile
from aijobkit.switches import Assumptions

__all__ = ["count_gaps", "skill_gaps"]


def _near(person: Person, name: str) -> str:
    return next((skill for skill in person.skills if is_near(skill, name)), "")


def _to_gap(item: Item, near: str) -> Gap:
    skill, technology = item.skill, item.technology
    return Gap(
        name=item.name,
        domain=item.domain,
        importance=None if skill is None else skill.importance,
        needed_level=None if skill is None else skill.level,
        present_level=item.present_level,
        is_in_demand=technology is not None and technology.is_in_demand,
        is_hot=technology is not None and technology.is_hot,
        near=near,
        evidence=item.evidence,
    )


def _unrecognised(person: Person, profiles: Iterable[RoleProfile]) -> tuple[str, ...]:
    known = [
        name
        for profile in profiles
        for name in (
            *(skill.name for skill in profile.skills),
            *(technology.name for technology in profile.technologies),
            *profile.topics,
        )
    ]
    keys = frozenset(key for name in known for key in skill_keys(name))
    return tuple(
        skill
        for skill in person.skills
        if skill_keys(skill).isdisjoint(keys) and not any(is_near(skill, name) for name in known)
    )


def _gap_notes(origin: RoleProfile, target: RoleProfile, uncounted: int) -> tuple[str, ...]:
    notes = []
    if not rated(target):
        notes.append(f"There are no ratings for {target.role.title}, so skills and knowledge could not be compared.")
    elif not rated(origin):
        notes.append(
            f"There are no ratings for {origin.role.title}, so of skills and knowledge only what you name yourself is counted."
        )
    if uncounted:
        notes.append(
            f"{target.role.title} lists {uncounted} more technologies and topics; they are counted only if you name them."
        )
    return tuple(notes)


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
    items = asked_items(person, origin, target, Assumptions() if assumptions is None else assumptions)
    counted = [item for item in items if item.is_counted]
    return GapReport(asked=len(counted), met=sum(item.is_met for item in counted))


def skill_gaps(
    person: Person, origin: RoleProfile, target: RoleProfile, /, *, assumptions: Assumptions | None = None
) -> GapReport:
    """
    Compare what the target asks for with what the person names and the present role shows.

    Counted are rated skills and knowledge that are important at the target and not asked of everybody, the technologies most
    asked for, and the catalogue's topics.  Whatever else the person names and the target asks for counts as met.

    Args:
        person: Whose skills count, in their own words.
        origin: Profile of the present role.
        target: Profile of the role wanted.
        assumptions: Thresholds and how many are counted; the defaults if None.

    Returns:
        ``met`` of ``asked``, and the gaps: technologies and topics in the order in which postings ask for them, then skills
        and knowledge by importance times missing levels.  Near matches are shown, never counted.

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
    items = asked_items(person, origin, target, Assumptions() if assumptions is None else assumptions)
    counted = [item for item in items if item.is_counted]
    missing = [item for item in counted if not item.is_met]
    met = [item for item in counted if item.is_met]
    uncounted = sum(1 for item in items if not item.is_counted and item.domain not in RATED)
    return GapReport(
        asked=len(counted),
        met=len(met),
        gaps=tuple(_to_gap(item, _near(person, item.name)) for item in missing),
        met_names=tuple(item.name for item in met),
        unrecognised=_unrecognised(person, (origin, target)),
        notes=_gap_notes(origin, target, uncounted),
    )
