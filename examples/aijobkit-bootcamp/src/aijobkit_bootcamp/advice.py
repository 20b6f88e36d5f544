"""
Which courses of the bootcamp close a gap of this person, in which order, and which one the person does not need.

The list of courses is a table beside this module.  The advice says who sells them.
"""

from __future__ import annotations

import csv
import functools
from pathlib import Path

import attrs

from aijobkit import Action, Advice, Evidence, EvidenceKind, Person, SwitchPlan, hookimpl
from aijobkit.gaps import same_skill

SELLER = Evidence(
    kind=EvidenceKind.ASSUMPTION,
    source="the bootcamp's own list of courses",
    detail="whoever gives this advice sells these courses",
)
MOST_COURSES = 3


@attrs.frozen(kw_only=True)
class Course:
    """
    One course.

    Args:
        skill: What it teaches, spelt as aijobkit spells it.
        title: Name of the course.
        weeks: How long it takes beside a job.
        before: What one must know first; empty for nothing.
    """

    skill: str
    title: str
    weeks: int
    before: str = ""


@functools.cache
def courses() -> tuple[Course, ...]:
    """Return all courses in the order of the table."""
    with (Path(__file__).parent / "courses.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return tuple(Course(skill=row["skill"], title=row["course"], weeks=int(row["weeks"]), before=row["before"]) for row in rows)


def wanted(plan: SwitchPlan) -> list[Course]:
    """Return the courses that close a gap, in the order of the gaps, no course twice."""
    found = [course for gap in plan.gaps.gaps for course in courses() if same_skill(gap.name, course.skill)]
    return list({course.title: course for course in reversed(found)}.values())[::-1]


def knows(person: Person, plan: SwitchPlan, skill: str) -> bool:
    """Say whether the person names *skill* or the plan counts it as met."""
    return any(same_skill(skill, name) for name in (*person.skills, *plan.gaps.met_names))


@hookimpl
def aijobkit_advise(person: Person, plan: SwitchPlan) -> list[Advice]:
    """Advise on courses, and against one that would teach nothing new."""
    chosen = wanted(plan)[:MOST_COURSES]
    advice = [_plan_of_courses(person, plan, chosen)] if chosen else []
    needless = [course for course in courses() if any(same_skill(course.skill, skill) for skill in person.skills)]
    if needless:
        advice.append(_not_needed(needless[0], person))
    return advice


def _plan_of_courses(person: Person, plan: SwitchPlan, chosen: list[Course]) -> Advice:
    weeks = sum(course.weeks for course in chosen)
    lines = []
    for course in chosen:
        missing = course.before and not knows(person, plan, course.before)
        first = f" Learn {course.before} before it." if missing else ""
        lines.append(f"“{course.title}” teaches {course.skill} in {course.weeks} weeks.{first}")
    actions, left = [], weeks
    for course in chosen:
        actions.append(Action(text=f"Begin “{course.title}” ({course.skill}).", weeks_before_search=left))
        left -= course.weeks
    return Advice(
        key="courses",
        title=f"{len(chosen)} of our courses fit your gaps: {weeks} weeks beside a job",
        text=" ".join(lines),
        reason=f"{', '.join(course.skill for course in chosen)} are among the {len(plan.gaps.gaps)} things you are missing.",
        evidence=[SELLER],
        priority=80,
        actions=actions,
    )


def _not_needed(course: Course, person: Person) -> Advice:
    named = next(skill for skill in person.skills if same_skill(course.skill, skill))
    return Advice(
        key="not-needed",
        title=f"You do not need our “{course.title}”",
        text=f"It teaches {course.skill}, and you name {named}.",
        reason="A course that teaches what you know costs money and shows nobody anything new.",
        evidence=[SELLER],
        priority=85,
    )
