"""
Plans: steps, routes, gaps, strengths, and the `SwitchPlan` that gathers everything about one move.
"""

from __future__ import annotations

import attrs

from aijobkit import _checks
from aijobkit.advice import Advice, AdviceFailure
from aijobkit.evidence import Evidence, Provenance
from aijobkit.people import EmployerKind, Person, Position
from aijobkit.roles import Domain
from aijobkit.switches import Difficulty, Part, Switch, SwitchKind

__all__ = ["Gap", "GapReport", "Route", "Step", "Strength", "StrengthReport", "SwitchPlan"]


@attrs.frozen(kw_only=True)
class Gap:
    """
    Something the target asks for that is not shown yet.

    Args:
        name: Name of the element or technology.
        domain: Its domain, always shown.
        importance: O*NET importance at the target, 1 to 5, or None for technologies and topics.
        needed_level: O*NET level at the target, 0 to 7, or None.
        present_level: O*NET level in the present role, 0 to 7, or None.
        is_in_demand: Whether postings of the target often ask for it.
        is_hot: Whether postings of all kinds often ask for it.
        near: What the person has that comes near, in their own words; empty if nothing.
        evidence: What it stands on.
    """

    name: str = attrs.field(validator=_checks.text)
    domain: Domain = attrs.field(validator=_checks.instance_of(Domain))
    importance: float | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.within(1.0, 5.0)))
    needed_level: float | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.within(0.0, 7.0)))
    present_level: float | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.within(0.0, 7.0)))
    is_in_demand: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    is_hot: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    near: str = attrs.field(default="", validator=_checks.optional_text)
    evidence: Evidence = attrs.field(validator=_checks.instance_of(Evidence))


@attrs.frozen(kw_only=True)
class GapReport:
    """
    What the target asks for, how much of it is there, and what is missing.

    Args:
        asked: How many things the target asks for that count (n).
        met: How many of them the person or the present role shows (m).
        gaps: What is missing, what to learn first at the top.
        met_names: Names of what is met, in the same order of importance.
        unrecognised: Skills the person named that match nothing we know, as they wrote them; they are not held against them.
        notes: Limits of the comparison, in plain words.
    """

    asked: int = attrs.field(default=0, validator=_checks.within(0, 10**6))
    met: int = attrs.field(default=0, validator=_checks.within(0, 10**6))
    gaps: tuple[Gap, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Gap))
    met_names: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))
    unrecognised: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))
    notes: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))


@attrs.frozen(kw_only=True)
class Strength:
    """
    Something the person already does well that counts at the target.

    Args:
        name: Name of the element or technology.
        domain: Its domain, always shown.
        distinctiveness: Standard score among all rated roles; higher is rarer.
        is_own: Whether the person named it, rather than the data saying it of the present role.
        is_rare_at_target: Whether people already in the target role typically lack it.
        reason: Why it counts, in plain words.
        evidence: What it stands on.
    """

    name: str = attrs.field(validator=_checks.text)
    domain: Domain = attrs.field(validator=_checks.instance_of(Domain))
    distinctiveness: float = attrs.field(default=0.0)
    is_own: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    is_rare_at_target: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    reason: str = attrs.field(validator=_checks.text)
    evidence: Evidence = attrs.field(validator=_checks.instance_of(Evidence))


@attrs.frozen(kw_only=True)
class StrengthReport:
    """
    What the person brings.

    Args:
        strengths: Most distinctive first.
        shared: How many of the target's important elements the present role already meets (m).
        asked: How many important elements the target has (n).
        notes: What should be said plainly, such as that nothing stands out.
    """

    strengths: tuple[Strength, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Strength))
    shared: int = attrs.field(default=0, validator=_checks.within(0, 10**6))
    asked: int = attrs.field(default=0, validator=_checks.within(0, 10**6))
    notes: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))


@attrs.frozen(kw_only=True)
class Step:
    """
    One move of a route.

    Args:
        kind: Role or industry for a proper step; both only in the direct leap.
        origin: Where the step starts.
        target: Where it ends.
        employer: The kind of employer this step is meant for.
        same_employer: Whether it happens inside the present employer.
        cost: Difficulty of the step in [0, 1], weighed for the employer kind and by plugins.
        parts: What the cost was computed from.
        reason: Why this step, in plain words.
        pay: Yearly median pay at the end of the step in US dollars, sector level where known; None where not known.
        evidence: What the step stands on.
    """

    kind: SwitchKind = attrs.field(validator=_checks.instance_of(SwitchKind))
    origin: Position = attrs.field(validator=_checks.instance_of(Position))
    target: Position = attrs.field(validator=_checks.instance_of(Position))
    employer: EmployerKind | None = attrs.field(default=None, validator=_checks.instance_of(EmployerKind, type(None)))
    same_employer: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    cost: float = attrs.field(validator=_checks.unit)
    parts: tuple[Part, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Part))
    reason: str = attrs.field(validator=_checks.text)
    pay: float | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.within(0.0, 1e9)))
    evidence: tuple[Evidence, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Evidence))


@attrs.frozen(kw_only=True)
class Route:
    """
    A way from the present position to the target.

    Args:
        title: The route in a few words.
        steps: In walking order; each changes exactly one axis, except in the direct leap.
        total: The fold of the steps' costs, comparable between routes of one plan.
        is_direct: Whether this is the direct leap.
        first_action: Something to do that needs no new job; may be empty.
        reason: Why one would go this way, in plain words.
    """

    title: str = attrs.field(validator=_checks.text)
    steps: tuple[Step, ...] = attrs.field(converter=_checks.tuple_of, validator=[_checks.members(Step), _checks.not_empty])
    total: float = attrs.field(validator=_checks.within(0.0, 1e6))
    is_direct: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    first_action: str = attrs.field(default="", validator=_checks.optional_text)
    reason: str = attrs.field(default="", validator=_checks.optional_text)


@attrs.frozen(kw_only=True)
class SwitchPlan:
    """
    Everything about one person's move to one target.

    Args:
        person: Who moves.
        target: Where to.
        switch: What kind of move it is.
        difficulty: How hard it is.
        gaps: What is missing.
        strengths: What is there already.
        routes: Ways to go, the easiest first, the direct leap among them.
        advice: Sorted by priority, provider and key.
        failures: Providers that failed, sorted by provider and hook.
        notes: Choices made on the way that the person should see, such as an industry that was kept.
        provenance: What is needed to compute this plan again.
    """

    person: Person = attrs.field(validator=_checks.instance_of(Person))
    target: Position = attrs.field(validator=_checks.instance_of(Position))
    switch: Switch = attrs.field(validator=_checks.instance_of(Switch))
    difficulty: Difficulty = attrs.field(validator=_checks.instance_of(Difficulty))
    gaps: GapReport = attrs.field(factory=GapReport, validator=_checks.instance_of(GapReport))
    strengths: StrengthReport = attrs.field(factory=StrengthReport, validator=_checks.instance_of(StrengthReport))
    routes: tuple[Route, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Route))
    advice: tuple[Advice, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Advice))
    failures: tuple[AdviceFailure, ...] = attrs.field(
        default=(), converter=_checks.tuple_of, validator=_checks.members(AdviceFailure)
    )
    notes: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))
    provenance: Provenance = attrs.field(validator=_checks.instance_of(Provenance))
