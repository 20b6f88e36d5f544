"""
What is there already: the strengths of one person, the distinctive before the common.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aijobkit import _checks
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.gaps.asked import Item, asked_items, rare_knowledge, rated
from aijobkit.gaps.names import display_name, is_near, is_office, same_skill, shows
from aijobkit.people import Person
from aijobkit.plans import Strength, StrengthReport
from aijobkit.roles import Domain, RoleProfile, Skill
from aijobkit.switches import Assumptions

__all__ = ["find_strengths"]


def _said(person: Person, item: Item) -> str:
    """Return what the person said of it: its name, and every everyday word that contains it."""
    name = item.met_by or item.name
    itself = any(same_skill(skill, name) for skill in person.skills)
    words = [skill for skill in person.skills if shows(skill, name) and not same_skill(skill, name)]
    if not words:
        return "You named it"
    listed = _all_of(words)
    if itself:
        return f"You named it, and {listed}"
    return f"You named {listed}, which {'shows' if len(words) == 1 else 'show'} it"


def _all_of(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _counted_as(person: Person, item: Item, named: Sequence[Item]) -> str:
    """Return how something counts that is not counted itself: by what else the same words show, or not at all."""
    words = [skill for skill in person.skills if shows(skill, item.met_by or item.name)]
    counted = [one.met_by or one.name for one in named if one.is_counted]
    shown = [display_name(name) for name in counted if any(shows(word, name) for word in words)]
    return f"; not counted itself, it counts as {_all_of(shown)}" if shown else ", though not among what is counted"


def _own_strengths(person: Person, items: Iterable[Item], target: RoleProfile) -> list[Strength]:
    """Return what the person named and the target asks for: what is counted first, programs of every office last."""
    found = []
    named = [item for item in items if item.is_named]
    for item in sorted(named, key=lambda item: (is_office(item.met_by), not item.is_counted)):
        if not item.technologies:
            why = "is important for" if item.skill is not None else "belongs to the work of"
        elif any(technology.is_in_demand for technology in item.technologies):
            why = "is marked in demand by O*NET in the occupations by which we measure"
        else:
            why = "is listed for"
        also = "" if item.is_counted else _counted_as(person, item, named)
        found.append(
            Strength(
                name=item.met_by or item.name,
                domain=item.domain,
                distinctiveness=0.0 if item.skill is None else item.skill.distinctiveness,
                is_own=True,
                reason=f"{_said(person, item)}, and it {why} {target.role.title}{also}.",
                evidence=item.evidence,
            )
        )
    return found


def _rating(skill: Skill) -> str:
    return f"importance {skill.importance:.1f} of 5"


def _of_both(here: Evidence, there: Evidence) -> Evidence:
    """Return what a sentence stands on that holds a figure of each role: it is as firm as the weaker of them."""
    kinds = list(EvidenceKind)  # from the firmest to the weakest
    return Evidence(
        kind=max(here.kind, there.kind, key=kinds.index),
        source="; ".join(dict.fromkeys((here.source, there.source))),
        detail="; ".join(dict.fromkeys(detail for detail in (here.detail, there.detail) if detail)),
    )


def _whose(origin: RoleProfile) -> str:
    """Return whose work was rated: that of the role, or of the occupation that stands in for it."""
    return f"{origin.rated_as}, who stand in for {origin.role.title}" if origin.rated_as else origin.role.title


def _distinctive(origin: RoleProfile, items: Iterable[Item], target: RoleProfile, assumptions: Assumptions) -> list[Strength]:
    """Return important elements of the target that the present role meets and that are not common to every role."""
    present = rated(origin)
    found = []
    for item in items:
        if item.skill is None or not item.is_shown:
            continue
        here = present[item.skill.element_id]
        if here.distinctiveness < assumptions.strength_distinct or item.skill.distinctiveness <= 0:
            continue
        strength = Strength(
            name=item.name,
            domain=item.domain,
            distinctiveness=here.distinctiveness,
            reason=f"It stands out in the work of {_whose(origin)} ({_rating(here)}) and counts for {target.role.title} "
            f"({_rating(item.skill)}).",
            evidence=_of_both(here.evidence, item.skill.evidence),
        )
        found.append((here.distinctiveness + item.skill.distinctiveness, strength))
    found.sort(key=lambda pair: (-pair[0], pair[1].domain.value, pair[1].name))
    return [strength for _, strength in found]


def _rare_at_target(
    person: Person, origin: RoleProfile, items: Iterable[Item], target: RoleProfile, assumptions: Assumptions
) -> list[Strength]:
    """
    Return knowledge that stands out in the present role and of which the figures of the target ask for little.

    Where a topic of the target is about it, the figures of the occupations that stand in for the target miss that, and it is
    no rare thing there: a computational linguist works with languages.
    """
    there = rated(target)
    topics = [item for item in items if item.domain is Domain.TOPIC]
    found = []
    for skill in rare_knowledge(person, origin, target, assumptions):
        named = [word for word in person.skills if shows(word, skill.name) and not same_skill(word, skill.name)]
        said = f"You named {_all_of(named)}, which {'shows' if len(named) == 1 else 'show'} it. " if named else ""
        stands_out = f"{said}It stands out in the work of {_whose(origin)} ({_rating(skill)}), and"
        topic = next((item for item in topics if is_near(skill.name, item.name)), None)
        other = there[skill.element_id]
        if topic is not None:
            reason = f"{stands_out} comes near to {topic.name}, which belongs to the work of {target.role.title}."
        else:
            who = "the occupations by which we measure " if target.role.is_blend else ""
            reason = (
                f"{stands_out} little of it is asked of {who}{target.role.title} ({_rating(other)}): it helps at employers "
                f"whose product is about it."
            )
        found.append(
            Strength(
                name=skill.name,
                domain=skill.domain,
                distinctiveness=skill.distinctiveness,
                is_rare_at_target=topic is None,
                reason=reason,
                evidence=_of_both(skill.evidence, (topic or other).evidence),
            )
        )
    return found


def _strength_notes(
    person: Person,
    origin: RoleProfile,
    target: RoleProfile,
    *,
    found: bool,
    unshown: Sequence[Strength],
    shared: int,
    asked: int,
) -> tuple[str, ...]:
    """Return what should be said plainly; *found* says whether anything stands out, named by the person or not."""
    notes = []
    if not rated(origin):
        notes.append(
            f"The data hold no ratings for {origin.role.title}: what you can do shows only in what you name. Name courses, "
            "projects and tools, and this list grows."
        )
    elif not rated(target):
        notes.append(f"The data hold no ratings for {target.role.title}, so the two roles' skills could not be compared.")
    elif not found:
        notes.append(
            f"Among all occupations, nothing in the ratings of {origin.role.title} stands out at {target.role.title}. "
            "This says something about the averages of two occupations, not about you."
        )
    own = [display_name(strength.name) for strength in unshown if strength.is_own]
    if own:
        notes.append(f"You named these, too, and they are listed for {target.role.title}: {_all_of(own)}.")
    rare = [one.name for one in unshown if not one.is_own and any(shows(skill, one.name) for skill in person.skills)]
    if rare:
        notes.append(f"What you named shows these, too, though little of them is asked for there: {_all_of(rare)}.")
    if asked:
        notes.append(f"{shared} of {asked} things that {target.role.title} asks for are there already.")
    return tuple(notes)


def find_strengths(
    person: Person, origin: RoleProfile, target: RoleProfile, /, *, assumptions: Assumptions | None = None
) -> StrengthReport:
    """
    Say what the person brings that counts at the target, the distinctive before the common.

    First what the person names and the target asks for; then rated elements that stand out in the present role and count at
    the target; then the knowledge of which the target asks for least.  What every role shares, such as reading and speaking, is
    left out, and so are tools that the present role is asked for and the person does not name.

    Args:
        person: Whose skills count, in their own words.
        origin: Profile of the present role.
        target: Profile of the role wanted.
        assumptions: Thresholds and how many are shown; the defaults if None.

    Returns:
        The strengths, ``shared`` of ``asked`` (the same count as in `skill_gaps`), and plain notes, among them whether
        nothing stands out.

    Raises:
        InvalidValueError: If an argument is not of its type.

    Examples:
        >>> from aijobkit.people import Position
        >>> from aijobkit.roles import Role
        >>> student = Role(code="aijobkit:student", title="Student", is_life_role=True)
        >>> target = RoleProfile(role=Role(code="15-2051.00", title="Data Scientists"), topics=("statistics",))
        >>> person = Person(position=Position(role=student), skills=("stats",))
        >>> report = find_strengths(person, RoleProfile(role=student), target)
        >>> [strength.name for strength in report.strengths], report.shared, report.asked
        (['statistics'], 1, 1)
    """
    chosen = Assumptions() if assumptions is None else assumptions
    items = asked_items(person, origin, target, chosen)
    own = _own_strengths(person, items, target)
    others = (
        *_distinctive(origin, items, target, chosen),
        *_rare_at_target(person, origin, items, target, chosen),
    )
    ranked = _checks.unique_by((*own, *others), lambda strength: (strength.domain, strength.name))
    counted = [item for item in items if item.is_counted]
    most = int(chosen.strength_limit)
    shared = sum(item.is_met for item in counted)
    # What is rated here and there and not counted is named, and stands out here.
    is_outstanding = bool(others) or any(item.skill is not None and not item.is_counted for item in items)
    return StrengthReport(
        strengths=ranked[:most],
        shared=shared,
        asked=len(counted),
        notes=_strength_notes(
            person, origin, target, found=is_outstanding, unshown=ranked[most:], shared=shared, asked=len(counted)
        ),
    )
