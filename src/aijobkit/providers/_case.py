"""
What a plan says about one person, gathered once for all providers: names, figures, and their evidence.

Everything is read from the person and the plan; nothing is computed anew, so that advice cannot contradict the plan.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from aijobkit import _checks
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.gaps import same_skill
from aijobkit.people import EmployerKind, Person, Position
from aijobkit.plans import Gap, Route, Step, SwitchPlan
from aijobkit.providers._words import clean, people, short_name, station, trade
from aijobkit.roles import Domain, Role
from aijobkit.switches import DifficultyBand, SwitchKind

__all__ = ["COUNSEL", "Case", "counsel", "from_plan", "name_of", "read_case"]

COUNSEL = "career counsel; not a measurement"
"""The source of every sentence that rests on experience rather than on data."""


# Of somebody who names no skill, so many strengths of the present role are spoken of; more would read like a list.
_STRENGTHS_TO_BUILD_ON = 3


def counsel(detail: str) -> Evidence:
    """Return the evidence of a sentence that rests on experience."""
    return Evidence(kind=EvidenceKind.ASSUMPTION, source=COUNSEL, detail=detail)


def from_plan(detail: str) -> Evidence:
    """Return the evidence of a sentence that repeats figures of the plan."""
    return Evidence(kind=EvidenceKind.DERIVED, source="this plan", detail=detail)


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    return _checks.unique_by((name for name in names if name), str.casefold)


@attrs.frozen(kw_only=True)
class Case:
    """
    One person's move in the words of advice.

    Args:
        person: Who moves.
        plan: The plan without advice.
        have: What the person names and the target asks for, in the person's words.
        other: What else the person names.
        learn: What is missing, what to learn first at the top: technologies and subjects take turns.
        tools: Technologies among it, by their short names.
        topics: Subjects among it.
        strong: Names of strengths that the person did not name, in the plan's order.
        used_here: Technologies of the present role.
        used_there: Technologies of the target.
        past: Earlier roles in words.
    """

    person: Person
    plan: SwitchPlan
    have: tuple[str, ...]
    other: tuple[str, ...]
    learn: tuple[Gap, ...]
    tools: tuple[str, ...]
    topics: tuple[str, ...]
    strong: tuple[str, ...]
    used_here: tuple[str, ...]
    used_there: tuple[str, ...]
    past: tuple[str, ...]

    @property
    def kind(self) -> SwitchKind:
        """What kind of move it is."""
        return self.plan.switch.kind

    @property
    def band(self) -> DifficultyBand:
        """How hard it is, in words."""
        return self.plan.difficulty.band

    @property
    def origin(self) -> Position:
        """Where the person is."""
        return self.plan.switch.origin

    @property
    def target(self) -> Position:
        """Where they want to go, its industry filled in."""
        return self.plan.switch.target

    @property
    def us(self) -> str:
        """The people who do what the person does now."""
        return people(self.origin.role)

    @property
    def them(self) -> str:
        """The people who do what the person wants to do."""
        return people(self.target.role)

    @property
    def trade_here(self) -> str:
        """Name of the present industry; empty where there is none."""
        return trade(self.origin.industry)

    @property
    def trade_there(self) -> str:
        """Name of the target's industry; empty where none was named."""
        return trade(self.target.industry)

    @property
    def employer(self) -> EmployerKind | None:
        """The kind of employer wanted, where it was said."""
        return self.target.employer.kind if self.target.employer else None

    @property
    def best(self) -> Route | None:
        """The recommended route, or None where there is nothing to change."""
        return self.plan.routes[0] if self.plan.routes else None

    @property
    def next_step(self) -> Step | None:
        """The first step of the recommended route."""
        return self.best.steps[0] if self.best else None

    @property
    def stones(self) -> tuple[Role, ...]:
        """Roles between the present one and the target on the recommended route, in walking order."""
        ends = {self.origin.role.code, self.target.role.code}
        steps = self.best.steps if self.best else ()
        return _checks.unique_by(
            (step.target.role for step in steps if step.target.role.code not in ends), lambda role: role.code
        )

    @property
    def needs_licence(self) -> bool:
        """Whether the plan counts a licence that the person is not known to hold."""
        return any(part.name == "licence" and part.weight * part.value > 0 for part in self.plan.difficulty.parts)

    @property
    def named(self) -> tuple[str, ...]:
        """All skills that the person names, those that the target asks for first."""
        return (*self.have, *self.other)

    @property
    def assets(self) -> tuple[str, ...]:
        """What the person can build on: what they name, else what the data say of their role; never empty."""
        known = self.named or self.strong[:_STRENGTHS_TO_BUILD_ON]
        return _unique((*known, *self.past)) or (station(self.origin.role),)

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of what to learn, in the order of `learn`; may be empty."""
        return _unique([name_of(gap) for gap in self.learn])

    def asset(self, place: int) -> str:
        """Return one of the assets; beyond the end it starts again."""
        return self.assets[place % len(self.assets)]

    @property
    def unknowns(self) -> tuple[str, ...]:
        """What nobody has on the first day even if no list names a gap."""
        if self.kind is SwitchKind.INDUSTRY and self.trade_there:
            return ("the new trade", "its customers", "its words")
        return ("the daily work", "its customs", "its words")

    def lack(self, place: int) -> str:
        """Return one of the things to learn; beyond the end it starts again, and without any it is what no list names."""
        names = self.missing or self.unknowns
        return names[place % len(names)]

    def craft(self, place: int) -> str:
        """Return one of the missing subjects, which are work rather than tools; without any, one of the things to learn."""
        return self.topics[place % len(self.topics)] if self.topics else self.lack(place)

    @property
    def talking_points(self) -> tuple[str, str]:
        """Two different things to learn, a subject first where there is one."""
        names = _unique((self.craft(0), *self.tools, self.lack(0), self.lack(1), *self.unknowns))
        return names[0], names[1]

    def uses(self, role: Role, name: str) -> bool:
        """Say whether the plan lists *name* among what *role* works with."""
        toolkit = self.plan.toolkit(role)
        return any(same_skill(name, listed) for listed in (*toolkit.technologies, *toolkit.topics))


def name_of(gap: Gap) -> str:
    """Return the name by which people call what is missing."""
    return short_name(gap.name) if gap.domain is Domain.TECHNOLOGY else gap.name


def _in_turns(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """Let technologies and subjects take turns; without subjects a rated skill follows every second technology."""
    tools = [gap for gap in gaps if gap.domain is Domain.TECHNOLOGY]
    topics = [gap for gap in gaps if gap.domain is Domain.TOPIC]
    rated = [gap for gap in gaps if gap.domain not in (Domain.TECHNOLOGY, Domain.TOPIC)]
    others, run = (topics, 1) if topics else (rated, 2)
    ordered: list[Gap] = []
    for place, other in enumerate(others):
        ordered += [*tools[place * run : (place + 1) * run], other]
    rest = [*tools[len(others) * run :], *(rated if topics else ())]
    return (*ordered, *rest)


def read_case(person: Person, plan: SwitchPlan) -> Case:
    """
    Gather the facts that advice is built from.

    Args:
        person: Who moves.
        plan: The plan without advice.
    """
    named = _unique([clean(skill) for skill in person.skills])
    have = tuple(skill for skill in named if any(same_skill(skill, name) for name in plan.gaps.met_names))
    here = plan.toolkit(plan.switch.origin.role)
    there = plan.toolkit(plan.switch.target.role)
    learn = _in_turns(plan.gaps.gaps)
    strong = [short_name(one.name) for one in plan.strengths.strengths]
    present = plan.switch.origin.role.code
    return Case(
        person=person,
        plan=plan,
        have=have,
        other=tuple(skill for skill in named if skill not in have),
        learn=learn,
        tools=_unique([name_of(gap) for gap in learn if gap.domain is Domain.TECHNOLOGY]),
        topics=_unique([gap.name for gap in learn if gap.domain is Domain.TOPIC]),
        strong=_unique([name for name in strong if not any(same_skill(name, skill) for skill in named)]),
        used_here=_unique([short_name(name) for name in here.technologies]),
        used_there=_unique([short_name(name) for name in (*there.technologies, *there.topics)]),
        past=_unique([f"your time among {people(position.role)}" for position in person.past if position.role.code != present]),
    )
