"""
Stepping stones: roles that lie between where somebody is and where they want to go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from aijobkit import _checks
from aijobkit.errors import InvalidValueError
from aijobkit.roles import Role, RoleLevel, RoleProfile, same_role
from aijobkit.routes.occurrence import is_craft
from aijobkit.switches import Assumptions

__all__ = ["FEW_POSTS", "choose_stones", "is_descent"]

#: SOC minor groups that are entered by a degree in their very field: engineers, life and physical scientists, lawyers,
#: postsecondary teachers, health practitioners.  Work alike is no way in; a reviewed judgement, not a measurement.
_DEGREE_GROUPS = frozenset({"17-2", "19-1", "19-2", "23-1", "25-1", "29-1"})


#: Words of titles of posts that nobody gets without having worked before; a reviewed judgement, not a measurement.
_SENIOR_WORDS = frozenset({"architect", "chief", "director", "executive", "head", "lead", "manager", "principal", "supervisor"})


#: Roles of the catalogue with few posts, which people reach from the roles beside them: what is a goal is no way to another
#: one.  A reviewed judgement, not a measurement.
FEW_POSTS = frozenset(
    f"aijobkit:{name}"
    for name in (
        "ai-ethicist",
        "ai-hardware-engineer",
        "ai-red-teamer",
        "ai-safety-researcher",
        "gpu-kernel-engineer",
        "ml-compiler-engineer",
        "quantitative-ml-researcher",
        "reinforcement-learning-engineer",
    )
)


# How SOC calls the occupations of a group that have no title of their own.
_RESIDUAL = "All Other"


def _is_senior(role: Role) -> bool:
    """Say whether a role is a post for people with years of work behind them: manager, supervisor, architect, lead."""
    words = {word.removesuffix("s") for word in re.split(r"[^a-z]+", role.title.casefold())}
    return not words.isdisjoint(_SENIOR_WORDS)


def _is_described(profile: RoleProfile) -> bool:
    """Say whether there are figures to compare."""
    return bool(profile.skills or profile.technologies or profile.topics)


def _is_residual(role: Role) -> bool:
    """Say whether an occupation is what is left of a group, "All Other": others stand in for it, and nobody applies for it."""
    return _RESIDUAL in role.title and role.code in role.onet_codes


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
    if role.is_life_role or stone.licensed or not _is_described(stone) or _is_residual(role) or role.code in FEW_POSTS:
        return False
    if same_role(role, origin.role) or same_role(role, target.role):
        return False
    if _manages(role) and (origin.role.is_life_role or not _manages(target.role)):
        return False  # nobody climbs into management on the way to a role without it, nor starts there
    if origin.role.is_life_role and not origin.role.has_employer and _is_senior(role):
        return False  # a first job is no senior post
    # Work with machines and goods is no way to work with AI, whatever the figures find alike.
    if _needs_a_degree_of_its_own(origin, target, role) or (target.role.is_ai and is_craft(role)):
        return False
    return not (_asks_too_much(origin, target, stone, assumptions) or _asks_too_little(origin, target, stone, assumptions))


def _asks_too_little(origin: RoleProfile, target: RoleProfile, stone: RoleProfile, assumptions: Assumptions) -> bool:
    ends = [profile.job_zone for profile in (origin, target) if profile.job_zone is not None]
    # Who has not worked yet may well begin lower.
    drop = assumptions.stone_zone_rise if origin.job_zone is None else assumptions.stone_zone_drop
    return bool(ends) and stone.job_zone is not None and stone.job_zone < min(ends) - drop


def _needs_a_degree_of_its_own(origin: RoleProfile, target: RoleProfile, stone: Role) -> bool:
    """Say whether a stone is entered by a degree in its very field, while neither end is of that field."""
    if stone.code not in stone.onet_codes:
        return False  # a catalogue role mixes several occupations and is entered by none of their degrees alone
    group = stone.key(RoleLevel.MINOR)
    return group in _DEGREE_GROUPS and group not in {origin.role.key(RoleLevel.MINOR), target.role.key(RoleLevel.MINOR)}


def _asks_too_much(origin: RoleProfile, target: RoleProfile, stone: RoleProfile, assumptions: Assumptions) -> bool:
    """Say whether a stone takes more schooling than either end, or much more preparation than one has: a leap of its own."""
    zones = [profile.job_zone for profile in (origin, target) if profile.job_zone is not None]
    if zones and stone.job_zone is not None:
        rise = assumptions.stone_zone_rise
        is_leap = origin.job_zone is not None and stone.job_zone > origin.job_zone + rise
        is_over_the_top = stone.job_zone > max(zones) and stone.job_zone > min(zones) + rise
        if is_leap or is_over_the_top:
            return True
    ends = [profile.education for profile in (origin, target) if profile.education is not None]
    return bool(ends) and stone.education is not None and stone.education > max(ends) + assumptions.stone_more_school


def is_descent(origin: RoleProfile, target: RoleProfile, /, *, assumptions: Assumptions | None = None) -> bool:
    """
    Say whether the target asks for clearly less preparation and schooling than the present role: no detour helps then.

    Args:
        origin: Profile of the present role.
        target: Profile of the role wanted.
        assumptions: How many job zones and levels of schooling are clearly less; the defaults if None.  A figure that is
            missing says nothing.

    Examples:
        >>> physicist = RoleProfile(role=Role(code="19-2012.00", title="Physicists"), job_zone=5, education=11)
        >>> clerk = RoleProfile(role=Role(code="43-9021.00", title="Data Entry Keyers"), job_zone=2, education=2)
        >>> is_descent(physicist, clerk), is_descent(clerk, physicist)
        (True, False)
    """
    chosen = Assumptions() if assumptions is None else assumptions
    if origin.job_zone is None or target.job_zone is None or origin.education is None or target.education is None:
        return False
    is_easier_work = origin.job_zone - target.job_zone >= chosen.stone_descent
    return is_easier_work and origin.education - target.education >= chosen.stone_descent_school


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
    Choose the roles that make good stepping stones, the best first; none on the way down, see `is_descent`.

    A stone is clearly nearer to both ends than the ends are to each other.  From an origin without figures, as for a student,
    it is clearly nearer to the target and needs no more preparation, and the least prepared come first; somebody without an
    employer is not sent into a senior post.  Left out are ways of life, licensed professions, roles without figures, rests of
    groups ("All Other"), roles with few posts, the ends themselves, management between two roles without it, crafts on the way
    to a job in AI, and roles that need clearly less preparation than either end or clearly more.

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
    if is_descent(origin, target, assumptions=chosen):
        return ()
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
        zone = None if is_described else stone.job_zone
        found.append((zone, score, stone.role.code, stone.role))
    found.sort(key=lambda entry: entry[:3])
    return _checks.unique_by((role for *_, role in found), lambda role: role.key())[:limit]
