"""
Turning the order of ways: what they would come to under other assumptions.

Weights are exchanged in `aijobkit.routes.steps`; here is found what would be measured otherwise: how much is counted as
missing, how high the licence of a kindred profession stands, and which stops the figures call rare.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

from aijobkit.difficulty import SKILL_GAP, UNKNOWN_POSITION
from aijobkit.planner.experience import missing_share
from aijobkit.planner.measuring import GAP_ASSUMPTIONS, Ruler
from aijobkit.plans import RARE_POSITION, Route, Step
from aijobkit.routes.occurrence import told_apart
from aijobkit.routes.steps import doubted, ranked_under
from aijobkit.switches import Assumptions, Switch

__all__ = ["ranks_of"]

_GAPS = frozenset(GAP_ASSUMPTIONS)
_BARRIERS = frozenset({"licence_kindred"})
_OCCURRENCE = frozenset({"rare_share", "rare_in_sector", "rare_home", "rare_home_jobs"})
_NAMES = tuple(field.name for field in attrs.fields(Assumptions))


def _values(ruler: Ruler, switch: Switch, changed: frozenset[str]) -> Callable[[Step], Mapping[str, float]]:
    """Return what gives the values of a step's parts that are others by *ruler*, whose assumptions *changed* in these names."""
    exists = told_apart(switch, ruler.exists)

    def values(step: Step) -> dict[str, float]:
        origin, target = step.origin.role, step.target.role
        known = {part.name for part in step.parts}
        found = {}
        if SKILL_GAP in known and not changed.isdisjoint(_GAPS):
            found[SKILL_GAP] = missing_share(ruler.counts(origin, target), ruler.nearest(origin, target)[1].value)
        if not changed.isdisjoint(_BARRIERS):
            found |= {barrier.name: barrier.value for barrier, _ in ruler.barriers(origin, target) if barrier.name in known}
        if not changed.isdisjoint(_OCCURRENCE):
            doubt = doubted(step.target, switch.target, exists)
            found |= {name: float(name == doubt) for name in (RARE_POSITION, UNKNOWN_POSITION)}
        return found

    return values


def ranks_of(
    routes: Sequence[Route], ruler: Ruler, switch: Switch
) -> Callable[[Assumptions], tuple[tuple[float, int, str], ...]]:
    """
    Return what gives the ranks of *routes* under other assumptions, sorted: total, number of steps and title of each.

    Args:
        routes: As they were planned.
        ruler: What they were measured with.
        switch: The move that they are for.
    """

    def ranks(chosen: Assumptions) -> tuple[tuple[float, int, str], ...]:
        changed = frozenset(name for name in _NAMES if getattr(chosen, name) != getattr(ruler.assumptions, name))
        is_measured_anew = not changed.isdisjoint(_GAPS | _BARRIERS | _OCCURRENCE)
        return ranked_under(
            routes,
            ruler.assumptions,
            chosen,
            preparation=lambda role: ruler.profile(role).job_zone,
            values=_values(ruler.under(chosen), switch, changed) if is_measured_anew else None,
        )

    return ranks
