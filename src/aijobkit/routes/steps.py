"""
Steps: one change of one axis, what it costs, and what several of them come to.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

import attrs

from aijobkit import _checks
from aijobkit.classify import classify
from aijobkit.difficulty import fold_parts
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.people import EmployerKind, Position
from aijobkit.plans import Step, StepWeight
from aijobkit.switches import Assumptions, Difficulty, Part, SwitchKind

__all__ = ["Exists", "Measure", "Pay", "StepMaker", "Weigh", "route_total", "weighed"]

Measure = Callable[[Position, Position, "EmployerKind | None", bool], Difficulty]
Pay = Callable[[Position], "tuple[float, Evidence] | None"]
Weigh = Callable[[Step], Iterable[StepWeight]]
Exists = Callable[[Position], "bool | None"]

_NEARLY_ONE = 1.0 - 1e-12  # beyond this the logarithm of what is left loses all its digits

COUNSEL = Evidence(kind=EvidenceKind.ASSUMPTION, source="counsel of the project's founding text; not a measurement")

RARE = Evidence(
    kind=EvidenceKind.ASSUMPTION,
    source="aijobkit; a judgement, not a measurement",
    detail="the employment figures count hardly any such jobs in this industry's sector",
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
    parts = list(step.parts)
    if factor < 1.0:
        parts = [attrs.evolve(part, weight=part.weight * factor) for part in parts]
    elif factor > 1.0:
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
        (0.5, 0.64)
    """
    chosen = Assumptions() if assumptions is None else assumptions
    _checks.require("assumptions", chosen, Assumptions)
    if not steps:
        _checks.require("steps", None, Step)
    if len(steps) == 1:
        return steps[0].cost
    norm = chosen.route_norm
    burdens = [-math.log1p(-min(step.cost, _NEARLY_ONE)) for step in steps]
    joined = math.fsum(burden**norm for burden in burdens) ** (1.0 / norm)
    further = max(sum(not step.same_employer for step in steps) - 1, 0)
    return -math.expm1(-(joined - further * math.log1p(-chosen.route_search)))


def _where(position: Position) -> str:
    return "" if position.industry is None else f" in {position.industry.title}"


def _step_reason(
    kind: SwitchKind, origin: Position, target: Position, employer: EmployerKind | None, *, same_employer: bool
) -> str:
    if kind is SwitchKind.BOTH:
        text = f"Role and industry at once: from {origin.role.title}{_where(origin)} to {target.role.title}{_where(target)}"
    elif kind is SwitchKind.INDUSTRY:
        place = "" if origin.industry is None else f" from {origin.industry.title}"
        title = "" if target.industry is None else target.industry.title
        text = f"Keep the work of {origin.role.title} and move{place} to {title}"
    else:
        text = f"From {origin.role.title} to {target.role.title}{_where(target)}"
    if kind is SwitchKind.INDUSTRY:
        return f"{text}."
    if same_employer:
        return f"{text}, inside the employer you are with: your work is known there and no search is needed (counsel)."
    if employer is EmployerKind.STARTUP:
        return f"{text}, at a startup: more work than people, so help outside the job description is welcome (counsel)."
    if employer is not None:
        return f"{text}, at a {employer.value} employer."
    return f"{text}."


@attrs.define
class StepMaker:
    """Makes the steps of one plan and keeps them, so that a step shared by several routes is measured once."""

    measure: Measure
    goal: Position
    exists: Exists | None
    rare: float  # what a stop costs whose role hardly occurs in its industry
    pay: Pay | None = None
    weigh: Weigh | None = None
    _made: dict[tuple[Position, Position, EmployerKind | None, bool], Step] = attrs.field(factory=dict, init=False)

    def step(
        self, origin: Position, target: Position, employer: EmployerKind | None = None, *, same_employer: bool = False
    ) -> Step:
        """Return the step between two positions, measured, weighed and with the pay at its end."""
        key = (origin, target, employer, same_employer)
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def _make(self, origin: Position, target: Position, employer: EmployerKind | None, same_employer: bool) -> Step:  # noqa: FBT001
        difficulty = self.measure(origin, target, employer, same_employer)
        parts, cost = difficulty.parts, difficulty.value
        if target != self.goal and self.exists is not None and self.exists(target) is False:
            parts = (*parts, Part(name="rare position", value=1.0, weight=self.rare, evidence=RARE))
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
            reason=_step_reason(kind, origin, target, employer, same_employer=same_employer),
            pay=None if pay is None else pay[0],
            evidence=(*((COUNSEL,) if leans_on_counsel else ()), *(() if pay is None else (pay[1],))),
        )
        return step if self.weigh is None else weighed(step, self.weigh(step))
