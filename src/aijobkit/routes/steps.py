"""
Steps: one change of one axis, what it costs, and what several of them come to.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import attrs

from aijobkit import _checks
from aijobkit.classify import classify
from aijobkit.difficulty import EDUCATION_SPAN, JOB_ZONE_SPAN, UNKNOWN_POSITION, fold_parts, weights_of
from aijobkit.errors import InvalidValueError
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.people import EmployerKind, Position
from aijobkit.plans import RARE_POSITION, Route, Step, StepWeight
from aijobkit.roles import Role
from aijobkit.routes.occurrence import Exists, leaves_service
from aijobkit.switches import Assumptions, Difficulty, Part, SwitchKind

__all__ = [
    "Measure",
    "Pay",
    "StepMaker",
    "Weigh",
    "demands",
    "doubted",
    "rank",
    "ranked_under",
    "route_order",
    "route_total",
    "weighed",
]

Measure = Callable[[Position, Position, "EmployerKind | None", bool], Difficulty]
Pay = Callable[[Position], "tuple[float, Evidence] | None"]
Preparation = Callable[[Role], "float | None"]
Values = Callable[[Step], Mapping[str, float]]
Weigh = Callable[[Step], Iterable[StepWeight]]


_NEARLY_ONE = 1.0 - 1e-12  # beyond this the logarithm of what is left loses all its digits

COUNSEL = Evidence(kind=EvidenceKind.ASSUMPTION, source="counsel of the project's founding text; not a measurement")

RARE = Evidence(
    kind=EvidenceKind.ASSUMPTION,
    source="aijobkit; a judgement, not a measurement",
    detail="the employment figures count hardly any such jobs in the sector of this industry",
)

UNKNOWN = Evidence(
    kind=EvidenceKind.ASSUMPTION,
    source="aijobkit; a judgement, not a measurement",
    detail="the employment figures do not tell whether there are such jobs in this industry",
)


def weighed(step: Step, weights: Iterable[StepWeight], /) -> Step:
    """
    Return *step* with its cost weighed by plugins, every weight shown as a part of its own.

    A factor above 1 takes its share of what was left easy: ``cost = 1 - (1 - cost) ** factor``; one below 1 cuts the weight of
    every part.  Several factors are multiplied, so their order does not matter.

    Args:
        step: A step as measured.
        weights: What plugins gave for it.

    Examples:
        >>> from aijobkit.roles import Role
        >>> here = Position(role=Role(code="29-1141.00", title="Registered Nurses"))
        >>> there = Position(role=Role(code="15-2051.00", title="Data Scientists"))
        >>> step = Step(kind=SwitchKind.ROLE, origin=here, target=there, cost=0.5, reason="A change of role.")
        >>> weighed(step, ()) == step
        True
    """
    given = sorted(weights, key=lambda weight: (weight.factor, weight.provider, weight.reason))
    if not given:
        return step
    factor = math.prod(weight.factor for weight in given)
    shown = [
        Part(
            name=f"{weight.reason} (times {weight.factor:g})",
            value=min(abs(weight.factor - 1.0), 1.0),
            weight=0.0,
            evidence=weight.evidence,
        )
        for weight in given
    ]
    parts = [attrs.evolve(part, weight=part.weight * min(factor, 1.0)) for part in step.parts]
    if factor > 1.0:
        parts.append(
            Part(
                name="weighed by plugins",
                value=1.0 - (1.0 - step.cost) ** (factor - 1.0),
                evidence=Evidence(
                    kind=EvidenceKind.ASSUMPTION, source="plugins", detail=f"all weights together: times {factor:g}"
                ),
            )
        )
    return attrs.evolve(step, cost=fold_parts(parts), parts=(*parts, *shown))


def route_total(steps: Sequence[Step], /, *, assumptions: Assumptions | None = None) -> float:
    """
    Return what the steps of a route come to, in [0, 1], on the same scale as a single step.

    Costs are turned into burdens, ``-ln(1 - cost)``; burdens are joined by a power mean norm in which the hardest step
    outweighs the others (`Assumptions.route_norm`); each search for a new employer beyond the first adds its own burden
    (`Assumptions.route_search`).  With a norm of 1 a change of role and then of industry comes to exactly the leap, so that
    "one axis at a time is easier" is an assumption that can be taken back.

    Args:
        steps: In walking order; at least one.
        assumptions: The norm and what a search costs; the defaults if None.

    Raises:
        InvalidValueError: If there are no steps.

    Examples:
        >>> from aijobkit.roles import Role
        >>> here = Position(role=Role(code="29-1141.00", title="Registered Nurses"))
        >>> there = Position(role=Role(code="15-2051.00", title="Data Scientists"))
        >>> step = Step(kind=SwitchKind.ROLE, origin=here, target=there, cost=0.5, reason="A change of role.")
        >>> route_total([step]), round(route_total([step, step]), 2)
        (0.5, 0.65)
    """
    chosen = Assumptions() if assumptions is None else assumptions
    _checks.require("assumptions", chosen, Assumptions)
    if not steps:
        raise InvalidValueError("steps", tuple(steps), "give at least one step")
    return _fold([step.cost for step in steps], sum(not step.same_employer for step in steps), chosen)


def _fold(costs: list[float], searches: int, assumptions: Assumptions) -> float:
    if len(costs) == 1:
        return costs[0]
    norm = assumptions.route_norm
    burdens = [-math.log1p(-min(cost, _NEARLY_ONE)) for cost in costs]
    joined = math.fsum(burden**norm for burden in burdens) ** (1.0 / norm)
    further = max(searches - 1, 0)
    return -math.expm1(-(joined - further * math.log1p(-assumptions.route_search)))


def rank(total: float, steps: int, title: str, /) -> tuple[float, int, str]:
    """Return what routes are sorted by: the total, then fewer steps, then the title."""
    return (total, steps, title)


class _Exchange:
    """Exchanges the weights of steps; those of steps to the same kind of employer and job zone at once."""

    def __init__(self, before: Assumptions, after: Assumptions, preparation: Preparation | None, values: Values | None) -> None:
        self._before, self._after = before, after
        self._preparation, self._values = preparation, values
        self._weights: dict[Any, tuple[dict[str, float], dict[str, float]]] = {}
        self._costs: dict[int, float] = {}

    def _weights_of(self, step: Step) -> tuple[dict[str, float], dict[str, float]]:
        """Return by what the weight of each part of a step changes, and what it becomes."""
        zone = None if self._preparation is None else self._preparation(step.target.role)
        key = (step.employer, step.same_employer, zone)
        if key not in self._weights:
            given: dict[str, Any] = {"employer": step.employer, "same_employer": step.same_employer, "preparation": zone}
            old, new = weights_of(self._before, **given), weights_of(self._after, **given)
            self._weights[key] = {name: new[name] / weight for name, weight in old.items() if weight}, new
        return self._weights[key]

    def cost(self, step: Step) -> float:
        """Return what a step costs; routes share steps, each of which is computed once."""
        if id(step) not in self._costs:
            self._costs[id(step)] = self._cost(step)
        return self._costs[id(step)]

    def _cost(self, step: Step) -> float:
        rates, weights = self._weights_of(step)
        values = {} if self._values is None else dict(self._values(step))
        ease = 1.0
        for part in step.parts:
            value = values.pop(part.name, part.value)
            ease *= 1.0 - min(part.weight * rates.get(part.name, 1.0), 1.0) * value
        for name, value in values.items():  # what was not there before
            ease *= 1.0 - weights[name] * value
        return 1.0 - ease


def route_order(
    routes: Iterable[Route],
    before: Assumptions,
    after: Assumptions,
    /,
    *,
    preparation: Preparation | None = None,
    values: Values | None = None,
) -> tuple[str, ...]:
    """
    Return the titles of routes in the order that they would have under other assumptions.

    Weights are exchanged; what was measured stays as it was, save what *values* gives.  The routes and their steps stay the
    same: which stones and employers would be chosen is not asked again, nor what plugins would weigh.

    Args:
        routes: As `plan_routes` gave them under *before*.
        before: The assumptions they were computed with.
        after: The assumptions to try.
        preparation: Gives the job zone of a role; without it no step is taken to be learnt sooner than another.
        values: Gives the values of those parts of a step, by name, that are measured otherwise under *after*: 0 takes one
            away, and one that was not there is added.

    Examples:
        >>> route_order((), Assumptions(), Assumptions())
        ()
    """
    return tuple(title for *_, title in ranked_under(routes, before, after, preparation=preparation, values=values))


def ranked_under(
    routes: Iterable[Route],
    before: Assumptions,
    after: Assumptions,
    /,
    *,
    preparation: Preparation | None = None,
    values: Values | None = None,
) -> tuple[tuple[float, int, str], ...]:
    """Return what `route_order` sorts by, sorted: the total of each route under other assumptions, its steps, its title."""
    _checks.require("before", before, Assumptions)
    _checks.require("after", after, Assumptions)
    exchange = _Exchange(before, after, preparation, values)
    ranked = []
    for route in tuple(routes):
        costs = [exchange.cost(step) for step in route.steps]
        searches = sum(not step.same_employer for step in route.steps)
        ranked.append(rank(_fold(costs, searches, after), len(costs), route.title))
    return tuple(sorted(ranked))


def _where(position: Position) -> str:
    return "" if position.industry is None else f" in {position.industry.title}"


def _step_reason(
    kind: SwitchKind, origin: Position, target: Position, employer: EmployerKind | None, /, *, same_employer: bool
) -> str:
    if kind is SwitchKind.BOTH:
        text = f"Role and industry at once: from {origin.role.title}{_where(origin)} to {target.role.title}{_where(target)}"
    elif kind is SwitchKind.INDUSTRY:
        place = "" if origin.industry is None else f" from {origin.industry.title}"
        title = "" if target.industry is None else target.industry.title
        text = f"Keep the work of {origin.role.title} and move{place} to {title}"
    else:
        text = f"From {origin.role.title} to {target.role.title}{_where(target)}"
        if leaves_service(origin, target):
            text += ", as a civilian"
    if kind is SwitchKind.INDUSTRY:
        return f"{text}."
    if same_employer and employer is EmployerKind.STARTUP:
        return (
            f"{text}, inside the startup you are with, if it has such a job: your work is known there, and there is more work "
            "than people (counsel)."
        )
    if same_employer:
        return f"{text}, inside the employer you are with, if it has such a job: your work is known there (counsel)."
    if employer is EmployerKind.STARTUP:
        return f"{text}, at a startup: more work than people, so help outside the job description is welcome (counsel)."
    if employer is not None:
        return f"{text}, at a {employer.value} employer."
    return f"{text}."


def demands(parts: Iterable[Part], /, *, assumptions: Assumptions | None = None) -> tuple[str, ...]:
    """
    Return what a move asks for beyond what is there, schooling before preparation, as far as it is more than a grain.

    Args:
        parts: Of a step or of a difficulty.
        assumptions: How much is more than a grain; the defaults if None.

    Examples:
        >>> ground = Evidence(kind=EvidenceKind.ASSUMPTION, source="us")
        >>> demands([Part(name="education", value=value, weight=0.6, evidence=ground) for value in (0.04, 0.2)])
        ('schooling',)
    """
    chosen = Assumptions() if assumptions is None else assumptions
    counted = [(part.name, part.value) for part in parts if part.weight > 0]
    # Values of parts are shares of a scale.
    least = {
        "education": ("schooling", chosen.demand_schooling / EDUCATION_SPAN),
        "job zone": ("preparation", chosen.demand_preparation / JOB_ZONE_SPAN),
    }
    return tuple(word for name, (word, share) in least.items() if any(one == name and by >= share for one, by in counted))


def _demands(parts: Iterable[Part], assumptions: Assumptions) -> str:
    """Say in words what a step asks for beyond what is there, where its parts count schooling or preparation."""
    more = demands(parts, assumptions=assumptions)
    return f" It usually asks for more {' and '.join(more)} than you would bring." if more else ""


def doubted(stop: Position, goal: Position, exists: Exists | None, /) -> str | None:
    """Return the name of the part that a stop before the goal costs more by: where it is rare or not known, else None."""
    if stop == goal or exists is None or stop.industry is None:
        return None
    return {False: RARE_POSITION, None: UNKNOWN_POSITION, True: None}[exists(stop)]


@attrs.define
class StepMaker:
    """Makes the steps of one plan and keeps them, so that a step shared by several routes is measured once."""

    measure: Measure
    goal: Position
    exists: Exists | None
    assumptions: Assumptions
    pay: Pay | None = None
    weigh: Weigh | None = None
    _made: dict[tuple[Position, Position, EmployerKind | None, bool], Step] = attrs.field(factory=dict, init=False)

    def step(
        self, origin: Position, target: Position, employer: EmployerKind | None = None, /, *, same_employer: bool = False
    ) -> Step:
        """Return the step between two positions, measured, weighed and with the pay at its end."""
        key = (origin, target, employer, same_employer)
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def _make(self, origin: Position, target: Position, employer: EmployerKind | None, same_employer: bool) -> Step:  # noqa: FBT001
        difficulty = self.measure(origin, target, employer, same_employer)
        parts, cost = difficulty.parts, difficulty.value
        doubt = doubted(target, self.goal, self.exists)
        if target == self.goal and self.exists is not None and target.industry is not None and self.exists(target) is False:
            # One wants to go there: it is said, and costs nothing.
            parts = (*parts, Part(name=RARE_POSITION, value=1.0, weight=0.0, evidence=RARE))
        if doubt is not None:
            weight, evidence = {
                RARE_POSITION: (self.assumptions.rare_position, RARE),
                UNKNOWN_POSITION: (self.assumptions.unknown_position, UNKNOWN),
            }[doubt]
            parts = (*parts, Part(name=doubt, value=1.0, weight=weight, evidence=evidence))
            cost = fold_parts(parts)
        pay = None if self.pay is None else self.pay(target)
        kind = classify(origin, target).kind
        leans_on_counsel = kind is not SwitchKind.INDUSTRY and (same_employer or employer is EmployerKind.STARTUP)
        step = Step(
            kind=kind,
            origin=origin,
            target=target,
            employer=employer,
            same_employer=same_employer,
            cost=cost,
            parts=parts,
            reason=_step_reason(kind, origin, target, employer, same_employer=same_employer)
            + _demands(parts, self.assumptions),
            pay=None if pay is None else pay[0],
            evidence=(*((COUNSEL,) if leans_on_counsel else ()), *(() if pay is None else (pay[1],))),
        )
        return step if self.weigh is None else weighed(step, self.weigh(step))
