"""
Plans: steps, routes, gaps, strengths, and the `SwitchPlan` that gathers everything about one move.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from aijobkit import _checks
from aijobkit.advice import Advice, AdviceFailure
from aijobkit.errors import InvalidValueError
from aijobkit.evidence import Evidence, Provenance
from aijobkit.people import EmployerKind, Person, Position
from aijobkit.roles import Domain, Role
from aijobkit.switches import Difficulty, Part, Switch, SwitchKind

__all__ = [
    "Gap",
    "GapReport",
    "ReportFormat",
    "Route",
    "Step",
    "StepWeight",
    "Strength",
    "StrengthReport",
    "SwitchPlan",
    "Toolkit",
]


#: The part of a step to a job that hardly occurs where it is passed.
RARE_POSITION = "rare position"


@attrs.frozen(kw_only=True)
class Gap:
    """
    Something the target asks for that is not shown yet.

    Args:
        name: Name of the element or technology.
        domain: Its domain, always shown.
        alternatives: Technologies that would do as well, by name; empty if there is none.
        importance: O*NET importance at the target, 1 to 5, or None for technologies and topics.
        needed_level: O*NET level at the target, 0 to 7, or None.
        present_level: O*NET level in the present role, 0 to 7, or None.
        is_in_demand: Whether postings of the target often ask for it.
        is_hot: Whether postings of all kinds often ask for it.
        is_likely: Whether the person may use it and has not said so: the present role is asked for it, too, or a tool that they
            name is built on it.
        near: What the person has that comes near, in their own words; empty if nothing.
        evidence: What it stands on.
    """

    name: str = attrs.field(validator=_checks.text)
    domain: Domain = attrs.field(validator=_checks.instance_of(Domain))
    alternatives: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))
    importance: float | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.within(1.0, 5.0)))
    needed_level: float | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.within(0.0, 7.0)))
    present_level: float | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.within(0.0, 7.0)))
    is_in_demand: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    is_hot: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    is_likely: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    near: str = attrs.field(default="", validator=_checks.optional_text)
    evidence: Evidence = attrs.field(validator=_checks.instance_of(Evidence))


@attrs.frozen(kw_only=True)
class GapReport:
    """
    What the target asks for, how much of it is there, and what is missing.

    Args:
        asked: How many things the target asks for that count (n).
        met: How many of them the person or the present role shows (m).
        asked_tools: How many of those asked for are technologies and topics; the others are general skills and knowledge.
        met_tools: How many of these are met.
        gaps: What is missing or was not named, what to learn first at the top.
        met_names: Names of what is met, technologies first, in the order of importance; knowledge, and what is both a skill and
            knowledge, with its domain: ``Mathematics (skill)``.
        unasked: Skills the person named that we know, that the target does not list and that come near nothing on its lists, as
            they wrote them; with *unrecognised*, *related*, what is met and what is near, every named skill is told.
        unrecognised: Skills the person named that match nothing we know, as they wrote them; they are not held against them.
        suggestions: ``(unrecognised, known)`` pairs of names that are one slip of the keys apart, in that order.
        notes: Limits of the comparison, in plain words.
        related: Skills the person named that come near what the target lists, or stand on the part of its lists that is not
            asked for, and that stand beside no gap, as they wrote them; they are not counted.
    """

    asked: int = attrs.field(default=0, validator=_checks.whole(0, 10**6))
    met: int = attrs.field(default=0, validator=_checks.whole(0, 10**6))
    asked_tools: int = attrs.field(default=0, validator=_checks.whole(0, 10**6))
    met_tools: int = attrs.field(default=0, validator=_checks.whole(0, 10**6))
    gaps: tuple[Gap, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Gap))
    met_names: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))
    unrecognised: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))
    notes: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))
    unasked: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))
    suggestions: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_checks.pairs)
    related: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))


@attrs.frozen(kw_only=True)
class Strength:
    """
    Something the person already does well that counts at the target.

    Args:
        name: Name of the element or technology.
        domain: Its domain, always shown.
        distinctiveness: Standard score among all rated roles; higher is rarer.
        is_own: Whether the person named it, rather than the data saying it of the present role.
        is_rare_at_target: Whether the figures of the target role ask for little of it.
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
    shared: int = attrs.field(default=0, validator=_checks.whole(0, 10**6))
    asked: int = attrs.field(default=0, validator=_checks.whole(0, 10**6))
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

    @property
    def pay_sectors(self) -> tuple[str, ...] | None:
        """Sectors in which the pay was counted, as `Evidence.sectors` names them; empty for all, None where nobody says."""
        return next((ground.sectors for ground in self.evidence if ground.sectors is not None), None)

    @property
    def pay_scope(self) -> str:
        """Where the pay was counted, ``in the sector``, ``in its sectors`` or ``in all sectors``; empty where nobody says."""
        sectors = self.pay_sectors
        if sectors is None:
            return ""
        if not sectors:
            return "in all sectors"
        return "in the sector" if len(sectors) == 1 else "in its sectors"

    @property
    def is_pay_floor(self) -> bool:
        """Whether the pay is only the least that it can be; above a limit no figure is published."""
        return self.pay is not None and any(ground.is_floor for ground in self.evidence)


@attrs.frozen(kw_only=True)
class StepWeight:
    """
    By how much a plugin finds a step harder or easier for this person: what ``aijobkit_weigh_step`` gives.

    Args:
        factor: What the cost of the step is multiplied by, above 0 and at most 100: above 1 is harder, below 1 easier.
        reason: Why, in one plain sentence; shown as a part of the cost.
        evidence: What the factor stands on.
        provider: Filled in by the plugin machinery; a provider leaves it empty.

    Raises:
        InvalidValueError: If *factor* is 0, negative, not finite or above 100, or *reason* is empty.

    Examples:
        >>> from aijobkit.evidence import EvidenceKind
        >>> ground = Evidence(kind=EvidenceKind.ASSUMPTION, source="the author of the plugin")
        >>> StepWeight(factor=1.2, reason="This step means moving house.", evidence=ground).factor
        1.2
    """

    factor: float = attrs.field(validator=_checks.within(0.0, 100.0))
    reason: str = attrs.field(validator=_checks.text)
    evidence: Evidence = attrs.field(validator=_checks.instance_of(Evidence))
    provider: str = attrs.field(default="", validator=_checks.optional_text)

    def __attrs_post_init__(self) -> None:
        if self.factor <= 0:
            raise InvalidValueError("StepWeight.factor", self.factor, "give a number above 0; 1 changes nothing")


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
class Toolkit:
    """
    What a role works with, by name, so that advice can be concrete.

    Args:
        role: The role.
        technologies: Names of technologies asked for, in the order of the role's profile.
        topics: Names of its concrete subjects, in the order of the catalogue; empty for roles without a catalogue entry.
        job_zone: O*NET job zone, 1 (little or no preparation) to 5 (much), or None where unknown.
        education: Typical required level on the O*NET scale 1 to 12, or None where unknown.
    """

    role: Role = attrs.field(validator=_checks.instance_of(Role))
    technologies: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))
    topics: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))
    job_zone: float | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.within(1.0, 5.0)))
    education: float | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.within(1.0, 12.0)))


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
        present_pay: Yearly median pay of the present role in US dollars, sector level where known; None where not known.
        present_pay_evidence: Where that figure comes from, or None.
        toolkits: What the roles of this plan work with: the present one, the target, then those along the best routes.
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
    present_pay: float | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.within(0.0, 1e9)))
    present_pay_evidence: Evidence | None = attrs.field(default=None, validator=_checks.instance_of(Evidence, type(None)))
    toolkits: tuple[Toolkit, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Toolkit))
    advice: tuple[Advice, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Advice))
    failures: tuple[AdviceFailure, ...] = attrs.field(
        default=(), converter=_checks.tuple_of, validator=_checks.members(AdviceFailure)
    )
    notes: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))
    provenance: Provenance = attrs.field(validator=_checks.instance_of(Provenance))

    def is_pay_cut(self, step: Step) -> bool:
        """
        Say whether the median pay at the end of *step* lies clearly below that of the present role.

        For a role that nobody counts, and whose pay is that of neighbouring occupations, it must lie lower to be called so.
        """
        if self.present_pay is None or step.pay is None or step.is_pay_floor:
            return False
        assumptions = self.difficulty.assumptions
        drop = assumptions.pay_drop_blend if step.target.role.is_blend else assumptions.pay_drop
        return step.pay < self.present_pay * (1.0 - drop)

    def pay_fall(self, step: Step) -> float:
        """
        Return the share of the present median pay by which that at the end of *step* lies lower, in [0, 1].

        It is 0 where it does not lie lower and where nobody knows, as of pay that is only known to be a figure or more.  What
        is known only roughly is taken in thousands, as it is told: who divides the two figures finds the same share.
        """
        if not self.present_pay or step.pay is None or step.is_pay_floor:
            return 0.0
        present = _as_told(self.present_pay, self.switch.origin.role)
        return max(0.0, 1.0 - _as_told(step.pay, step.target.role) / present) if present else 0.0

    def is_way_out(self, route: Route) -> bool:
        """Say whether *route* helps: it costs no more than the leap as shown, and leads over no job that hardly occurs."""
        leap = next((round(one.total, 2) for one in self.routes if one.is_direct), None)
        if any(part.name == RARE_POSITION and part.weight > 0 for step in route.steps for part in step.parts):
            return False
        return leap is None or round(route.total, 2) <= leap

    def is_rare(self, step: Step) -> bool:
        """Say whether the work at the end of *step* hardly occurs in the sector of its industry, as far as figures tell."""
        return any(part.name == RARE_POSITION and part.value > 0 for part in step.parts)

    def counts_past(self, role: Role) -> bool:
        """Say whether a part of the difficulty was counted from a past *role*."""
        return any(role in part.past_roles for part in self.difficulty.parts)

    def toolkit(self, role: Role) -> Toolkit:
        """Return what *role* works with as far as this plan knows; an empty one where it does not."""
        known = {toolkit.role.code: toolkit for toolkit in self.toolkits}
        return known.get(role.code, Toolkit(role=role))


def _as_told(pay: float, role: Role) -> float:
    """Return yearly pay as it is told: in thousands where nobody counts the role by itself."""
    return round(pay, -3) if role.is_blend or role.is_speciality else pay


def _check_format_name(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    # A name is typed after --format: what a shell or a file system would trip over is refused.
    if not isinstance(value, str) or not value or not all(char.isascii() and (char.isalnum() or char == "-") for char in value):
        raise InvalidValueError("ReportFormat.name", value, "give ASCII letters, digits and hyphens, such as 'csv'")


def _check_callable(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not callable(value):
        raise InvalidValueError("ReportFormat.render", type(value).__name__, "give a function from a SwitchPlan to text")


@attrs.frozen(kw_only=True)
class ReportFormat:
    """
    A way to write a plan down: what ``aijobkit_report_formats`` gives.

    Args:
        name: What is typed after ``--format``: ASCII letters, digits and hyphens.
        title: The name people read.
        media_type: Such as ``text/csv``.
        render: A pure function from a `SwitchPlan` to the whole text.
        provider: Filled in by the plugin machinery; a provider leaves it empty.

    Examples:
        >>> kind = ReportFormat(name="kind", title="Kind", media_type="text/plain", render=lambda plan: plan.switch.kind.value)
        >>> kind.name
        'kind'
    """

    name: str = attrs.field(validator=_check_format_name)
    title: str = attrs.field(validator=_checks.text)
    media_type: str = attrs.field(validator=_checks.text)
    render: Callable[[SwitchPlan], str] = attrs.field(validator=_check_callable)
    provider: str = attrs.field(default="", validator=_checks.optional_text)
