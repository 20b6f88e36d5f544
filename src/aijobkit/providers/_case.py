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
from aijobkit.providers._words import clean, people, short_name, trade
from aijobkit.roles import Domain, Role
from aijobkit.switches import DifficultyBand, SwitchKind

__all__ = ["COUNSEL", "Case", "counsel", "from_plan", "read_case"]

COUNSEL = "career counsel; not a measurement"
"""The source of every sentence that rests on experience rather than on data."""


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
        tools: Technologies that are missing, what to learn first at the top, by their short names.
        topics: Subjects that are missing, in the plan's order.
        rated: Skills and knowledge that are missing, in the plan's order.
        strong: Names of strengths, in the plan's order.
        used_here: Technologies of the present role.
        used_there: Technologies of the target.
        past: Titles of earlier roles, as people.
    """

    person: Person
    plan: SwitchPlan
    have: tuple[str, ...]
    other: tuple[str, ...]
    tools: tuple[str, ...]
    topics: tuple[str, ...]
    rated: tuple[Gap, ...]
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
    def assets(self) -> tuple[str, ...]:
        """What the person can build on, their own words first; never empty."""
        usual = (*self.strong, *self.used_here[:3])
        return _unique((*self.have, *self.other, *usual)) or (f"what you know of the work of {self.us}",)

    @property
    def missing(self) -> tuple[str, ...]:
        """What to learn: technologies, then subjects, then rated skills; may be empty."""
        return _unique((*self.tools, *self.topics, *(gap.name for gap in self.rated)))

    def asset(self, place: int) -> str:
        """Return one of the assets; beyond the end it starts again."""
        return self.assets[place % len(self.assets)]

    def lack(self, place: int) -> str:
        """Return one of the things to learn; beyond the end it starts again, and without any it is what the target uses."""
        names = self.missing or self.used_there or (f"the daily work of {self.them}",)
        return names[place % len(names)]

    def uses(self, role: Role, name: str) -> bool:
        """Say whether the plan lists *name* among what *role* works with."""
        toolkit = self.plan.toolkit(role)
        return any(same_skill(name, listed) for listed in (*toolkit.technologies, *toolkit.topics))


def read_case(person: Person, plan: SwitchPlan) -> Case:
    """
    Gather the facts that advice is built from.

    Args:
        person: Who moves.
        plan: The plan without advice.
    """
    named = _unique([clean(skill) for skill in person.skills])
    met = plan.gaps.met_names
    have = tuple(skill for skill in named if any(same_skill(skill, name) for name in met))
    here = plan.toolkit(plan.switch.origin.role)
    there = plan.toolkit(plan.switch.target.role)
    by_domain = {domain: [gap for gap in plan.gaps.gaps if gap.domain is domain] for domain in Domain}
    present = plan.switch.origin.role.code
    return Case(
        person=person,
        plan=plan,
        have=have,
        other=tuple(skill for skill in named if skill not in have),
        tools=_unique([short_name(gap.name) for gap in by_domain[Domain.TECHNOLOGY]]),
        topics=_unique([gap.name for gap in by_domain[Domain.TOPIC]]),
        rated=(*by_domain[Domain.SKILL], *by_domain[Domain.KNOWLEDGE]),
        strong=_unique([short_name(strength.name) for strength in plan.strengths.strengths]),
        used_here=_unique([short_name(name) for name in here.technologies]),
        used_there=_unique([short_name(name) for name in (*there.technologies, *there.topics)]),
        past=_unique([people(position.role) for position in person.past if position.role.code != present]),
    )
