"""
Pure classification of switches: two positions in, the kind of move out.

Knows nothing of data, plugins, time or the person's skills.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from aijobkit import _checks
from aijobkit.industries import Industry, IndustryLevel, same_industry
from aijobkit.people import Position
from aijobkit.roles import RoleLevel, same_role
from aijobkit.switches import Axis, Switch, SwitchKind

__all__ = ["classify"]

_KINDS = {
    (False, False): SwitchKind.NONE,
    (True, False): SwitchKind.ROLE,
    (False, True): SwitchKind.INDUSTRY,
    (True, True): SwitchKind.BOTH,
}


def _industry_axis(origin: Industry | None, target: Industry | None, level: IndustryLevel) -> Axis:
    if target is None:
        return Axis.SAME
    if origin is None:
        return Axis.ENTERED
    return Axis.SAME if same_industry(origin, target, level=level) else Axis.CHANGED


def _reason(origin: Position, target: Position, role_axis: Axis, industry_axis: Axis) -> str:
    if role_axis is Axis.SAME and origin.role.title != target.role.title:
        role = f"{origin.role.title} and {target.role.title} count as the same role at the level of detail compared."
    elif role_axis is Axis.SAME:
        role = f"The role stays the same ({target.role.title})."
    else:
        role = f"The role changes from {origin.role.title} to {target.role.title}."
    if target.industry is None:
        return f"{role} No industry was named on either side."
    if industry_axis is Axis.ENTERED and origin.role.has_employer:
        industry = f"Which industry is left is not known; the move leads to {target.industry.title}."
    elif industry_axis is Axis.ENTERED:
        industry = f"There is no industry to leave; {target.industry.title} is entered."
    elif origin.industry is None or industry_axis is Axis.SAME:
        industry = f"The industry stays the same ({target.industry.title})."
    else:
        industry = f"The industry changes from {origin.industry.title} to {target.industry.title}."
    return f"{role} {industry}"


def classify(
    origin: Position,
    target: Position,
    /,
    *,
    past: Iterable[Position] = (),
    role_level: RoleLevel = RoleLevel.DETAILED,
    industry_level: IndustryLevel = IndustryLevel.SUBSECTOR,
) -> Switch:
    """
    Say what kind of move leads from *origin* to *target*.

    The kind depends only on whether the role changed and whether the industry changed.  An axis that is entered without
    leaving anything (a student has no industry, that of a nurse may not be known) does not count as changed.  A target without
    an industry keeps the origin's.

    Args:
        origin: The present position.
        target: The position wanted.
        past: Earlier positions; only `Switch.is_first_ai_job` looks at them.
        role_level: How fine roles are told apart.
        industry_level: How fine industries are told apart.

    Returns:
        The verdict with its reason.  Deterministic; needs no data.

    Raises:
        InvalidValueError: If *origin*, *target* or a member of *past* is not a `Position`.

    Examples:
        >>> from aijobkit.roles import Role
        >>> physicist = Role(code="19-2012.00", title="Physicists")
        >>> engineer = Role(code="aijobkit:machine-learning-engineer", title="Machine Learning Engineer", is_ai=True)
        >>> laboratory = Industry(code="5417", title="Scientific Research and Development Services")
        >>> software = Industry(code="5132", title="Software Publishers")
        >>> switch = classify(Position(role=physicist, industry=laboratory), Position(role=engineer, industry=software))
        >>> switch.kind, switch.is_first_ai_job
        (<SwitchKind.BOTH: 'both'>, True)
    """
    earlier = _checks.tuple_of(past)
    _checks.require("origin", origin, Position)
    _checks.require("target", target, Position)
    for position in earlier:
        _checks.require("past", position, Position)
    if target.industry is None:
        target = attrs.evolve(target, industry=origin.industry)
    role_axis = Axis.SAME if same_role(origin.role, target.role, level=role_level) else Axis.CHANGED
    industry_axis = _industry_axis(origin.industry, target.industry, industry_level)
    return Switch(
        kind=_KINDS[role_axis is Axis.CHANGED, industry_axis is Axis.CHANGED],
        origin=origin,
        target=target,
        role_axis=role_axis,
        industry_axis=industry_axis,
        is_first_ai_job=target.role.is_ai and not any(position.role.is_ai for position in (origin, *earlier)),
        reason=_reason(origin, target, role_axis, industry_axis),
    )
