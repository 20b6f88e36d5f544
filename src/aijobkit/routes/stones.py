"""
Stepping stones: roles that lie between where somebody is and where they want to go.
"""

from __future__ import annotations

from collections.abc import Iterable

from aijobkit import _checks
from aijobkit.errors import InvalidValueError
from aijobkit.roles import Role, RoleProfile, same_role
from aijobkit.switches import Assumptions

__all__ = ["choose_stones"]


def _is_described(profile: RoleProfile) -> bool:
    """Say whether there are figures to compare; O*NET's "All Other" occupations have none."""
    return bool(profile.skills or profile.technologies or profile.topics)


def _is_between(
    origin: RoleProfile, target: RoleProfile, stone: tuple[RoleProfile, float, float], leap: float, assumptions: Assumptions
) -> bool:
    profile, behind, ahead = stone
    bound = leap * (1.0 - assumptions.stone_margin)
    if _is_described(origin):
        return max(behind, ahead) < bound
    # Nothing is known of how near the origin is to anything: a stone must at least not be harder to enter than the target.
    zones = (profile.job_zone, target.job_zone)
    return ahead < bound and zones[0] is not None and zones[1] is not None and zones[0] <= zones[1]


def _manages(role: Role) -> bool:
    """Say whether a role belongs to SOC major group 11, management."""
    return any(code.startswith("11-") for code in role.onet_codes)


def _is_passable(origin: RoleProfile, target: RoleProfile, stone: RoleProfile, assumptions: Assumptions) -> bool:
    """Say whether *stone* is a role that one can pass through at all."""
    role = stone.role
    if role.is_life_role or stone.licensed or not _is_described(stone):
        return False
    if same_role(role, origin.role) or same_role(role, target.role):
        return False
    if _manages(role) and not (_manages(origin.role) or _manages(target.role)):
        return False  # nobody climbs into management on the way to a role without it
    ends = [profile.job_zone for profile in (origin, target) if profile.job_zone is not None]
    return stone.job_zone is None or not ends or stone.job_zone >= min(ends) - assumptions.stone_zone_drop


def choose_stones(
    origin: RoleProfile,
    target: RoleProfile,
    candidates: Iterable[tuple[RoleProfile, float, float]],
    /,
    *,
    leap: float,
    assumptions: Assumptions | None = None,
    limit: int = 8,
) -> tuple[Role, ...]:
    """
    Choose the roles that make good stepping stones, the best first.

    A stone is clearly nearer to both ends than the ends are to each other.  From an origin without figures, as for a student,
    it is clearly nearer to the target and needs no more preparation, and the least prepared come first.  Left out are ways of
    life, licensed professions, roles without figures, the ends themselves, management between two roles without it, and
    roles that need clearly less preparation than either end.

    Args:
        origin: Profile of the present role.
        target: Profile of the role wanted.
        candidates: ``(profile, distance from the origin, distance to the target)``, distances in [0, 1].
        leap: Distance between origin and target, in [0, 1].
        assumptions: How steps are weighed and AI roles preferred; the defaults if None.
        limit: How many at most.

    Returns:
        Roles by the two distances together, large ones outweighing small ones; ties by code.

    Raises:
        InvalidValueError: If an argument is not of its type or *limit* is negative.

    Examples:
        >>> nurse = RoleProfile(role=Role(code="29-1141.00", title="Registered Nurses"), topics=("nursing",))
        >>> scientist = RoleProfile(role=Role(code="15-2051.00", title="Data Scientists"))
        >>> informatics = Role(code="15-1211.01", title="Health Informatics Specialists")
        >>> informatics = RoleProfile(role=informatics, topics=("health records",))
        >>> [role.title for role in choose_stones(nurse, scientist, [(informatics, 0.4, 0.5)], leap=0.8)]
        ['Health Informatics Specialists']
    """
    chosen = Assumptions() if assumptions is None else assumptions
    _checks.require("origin", origin, RoleProfile)
    _checks.require("target", target, RoleProfile)
    _checks.require("assumptions", chosen, Assumptions)
    if not isinstance(limit, int) or limit < 0:
        raise InvalidValueError("limit", limit, "give how many stepping stones at most, 0 or more")
    norm = chosen.route_norm
    is_described = _is_described(origin)
    found = []
    for stone, behind, ahead in candidates:
        if not _is_passable(origin, target, stone, chosen):
            continue
        if not _is_between(origin, target, (stone, behind, ahead), leap, chosen):
            continue
        score = float((behind**norm + ahead**norm) ** (1.0 / norm))
        if target.role.is_ai and stone.role.is_ai:
            score *= 1.0 - chosen.stone_ai_bonus
        zone = 0.0 if is_described or stone.job_zone is None else stone.job_zone
        found.append((zone, score, stone.role.code, stone.role))
    found.sort(key=lambda entry: entry[:3])
    return _checks.unique_by((role for *_, role in found), lambda role: role.key())[:limit]
