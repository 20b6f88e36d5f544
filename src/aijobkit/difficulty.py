"""
How hard a switch is: from its distances, barriers and gaps, under named assumptions.

Every part takes a share of what would otherwise be easy: ``value = 1 - product(1 - weight * part)``.  Parts of the role come
first, then those of the industry, so both axes together are never easier than either.  Knows nothing of where the figures
come from; no data, no time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

import attrs

from aijobkit import _checks
from aijobkit.errors import InvalidValueError
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.people import EmployerKind
from aijobkit.plans import RARE_POSITION, GapReport
from aijobkit.roles import RoleLevel, RoleProfile
from aijobkit.switches import Assumptions, Barrier, Difficulty, DifficultyBand, Distance, Part, Stability, Switch, SwitchKind
from aijobkit.switches.assumptions import RISING

__all__ = [
    "band_of",
    "difficulty_stability",
    "education_name",
    "find_barriers",
    "fold_parts",
    "hardness_by_outline",
    "industry_share",
    "measure_difficulty",
    "percentile",
    "recompute",
    "role_share",
    "weights_of",
]

#: The relative change that `difficulty_stability` tries on every assumption unless told otherwise.
STABILITY_CHANGE = 0.2

#: Assumptions about what is shown or said and which roles are passed: no difficulty and no cost of a given route hangs on them.
_NO_PART = ("near_limit", "strength_", "stone_", "pay_", "rare_institution", "taught_zone", "demand_", "advice_")

#: Assumptions about stops and ways: the cost of a given route hangs on them, the difficulty of a switch does not.
_NO_SWITCH = ("route_", "rare_", "unknown_position")

NEW_ROLE = "new role"
ROLE_DISTANCE = "role distance"
SKILL_GAP = "skill gap"
# What is overcome by learning, and therefore sooner where a role asks for little preparation.
_LEARNT_PARTS = (ROLE_DISTANCE, SKILL_GAP)
NEW_INDUSTRY = "new industry"
INDUSTRY_DISTANCE = "industry distance"

UNKNOWN_POSITION = "position not known"

_BARRIER_WEIGHTS = {"job zone": "weight_job_zone", "education": "weight_education", "licence": "weight_licence"}
INDUSTRY_PARTS = (NEW_INDUSTRY, INDUSTRY_DISTANCE)

_ROLE_WEIGHTS = {
    NEW_ROLE: "floor_role",
    ROLE_DISTANCE: "weight_role_distance",
    SKILL_GAP: "weight_gap",
    **_BARRIER_WEIGHTS,
}
_OTHER_WEIGHTS = {
    NEW_INDUSTRY: "floor_industry",
    INDUSTRY_DISTANCE: "weight_industry_distance",
    RARE_POSITION: "rare_position",
    UNKNOWN_POSITION: "unknown_position",
}

_JOB_ZONES = (1.0, 5.0)  # what O*NET job zones run from and to
JOB_ZONE_SPAN = _JOB_ZONES[1] - _JOB_ZONES[0]
_FULL_PREPARATION = 4.0  # from this job zone on, O*NET speaks of several years of work-related learning
EDUCATION_SPAN = 11.0  # O*NET required levels of education run from 1 to 12
_HALF = 0.5  # rounds half a level up, where round() would take it to the even one

_EDUCATION_NAMES = (  # a mean may lie at a certificate between two degrees, which hardly anybody has: "or more"
    "no school certificate",
    "high school",
    "a certificate after high school",
    "some college",
    "an associate's degree",
    "a bachelor's degree",
    "a bachelor's degree or more",
    "a master's degree",
    "a master's degree or more",
    "a first professional degree",
    "a doctorate",
    "post-doctoral training",
)


def education_name(level: float) -> str:
    """
    Return the O*NET level of education nearest to *level* in words.

    >>> education_name(6.2)
    "a bachelor's degree"
    """
    return _EDUCATION_NAMES[min(max(int(level + _HALF), 1), 12) - 1]


def _ground(profile: RoleProfile, field: str) -> str:
    """Return the source of one field of a profile, or the role itself where the profile does not say."""
    for name, evidence in profile.evidence:
        if name == field:
            return f"{evidence.source} ({evidence.kind.value})"
    return f"profile of {profile.role.title}"


def _rise(have: float | None, asked: float | None, span: float) -> float:
    """Return what is missing as a share of what can be; nothing where a figure is missing."""
    return 0.0 if have is None or asked is None else max(asked - have, 0.0) / span


def _job_zone(origin: RoleProfile, target: RoleProfile) -> Barrier | None:
    if not (rise := _rise(origin.job_zone, target.job_zone, JOB_ZONE_SPAN)):
        return None
    return Barrier(
        name="job zone",
        value=rise,
        reason=f"{target.role.title} asks for more preparation (job zone {target.job_zone:g}) than "
        f"{origin.role.title} (job zone {origin.job_zone:g}).",
        evidence=Evidence(
            kind=EvidenceKind.DERIVED,
            source=_ground(target, "job_zone"),
            detail="rise as a share of the four job zones possible",
        ),
    )


def _education(origin: RoleProfile, target: RoleProfile, education: int | None) -> Barrier | None:
    have = origin.education if education is None else float(education)
    if have is None or target.education is None or target.education <= have:
        return None
    whose = f"typical of {origin.role.title}" if education is None else "you have"
    return Barrier(
        name="education",
        value=_rise(have, target.education, EDUCATION_SPAN),
        reason=f"{target.role.title} typically asks for {education_name(target.education)}; {whose}: {education_name(have)}.",
        evidence=Evidence(
            kind=EvidenceKind.DERIVED,
            source=_ground(target, "education"),
            detail="missing levels of education as a share of the eleven possible",
        ),
    )


def _licence_height(origin: RoleProfile, target: RoleProfile, assumptions: Assumptions) -> float:
    """Return how high a licence stands in the way; 0 where none is needed."""
    if not target.licensed or origin.role.code == target.role.code:
        return 0.0
    is_kindred = bool(origin.licensed) and origin.role.key(RoleLevel.MAJOR) == target.role.key(RoleLevel.MAJOR)
    return assumptions.licence_kindred if is_kindred else 1.0


def _licence(origin: RoleProfile, target: RoleProfile, assumptions: Assumptions) -> Barrier | None:
    if not (height := _licence_height(origin, target, assumptions)):
        return None
    return Barrier(
        name="licence",
        value=height,
        reason=f"{target.role.title} needs a licence: {target.licensed}",
        evidence=Evidence(
            kind=EvidenceKind.DERIVED, source=_ground(target, "licensed"), detail="a licence is assumed to be missing"
        ),
    )


def find_barriers(
    origin: RoleProfile, target: RoleProfile, /, *, education: int | None = None, assumptions: Assumptions | None = None
) -> tuple[Barrier, ...]:
    """
    Find what stands in the way in this direction and cannot be seen in likeness.

    A figure missing on either side gives no barrier rather than a guess.

    Args:
        origin: Profile of the present role.
        target: Profile of the role wanted.
        education: The person's own highest level, 1 to 12; None takes what is typical of the present role.
        assumptions: How high a licence stands for somebody licensed in a kindred role; the defaults if None.

    Returns:
        Job zone, education and licence in this order, each only if it is above 0.

    Raises:
        InvalidValueError: If a profile is not a `RoleProfile` or *education* lies outside 1 to 12.

    Examples:
        >>> from aijobkit.roles import Role
        >>> clerk = RoleProfile(role=Role(code="43-9061.00", title="Office Clerks"), job_zone=2)
        >>> analyst = RoleProfile(role=Role(code="15-2051.00", title="Data Scientists"), job_zone=5)
        >>> [(barrier.name, barrier.value) for barrier in find_barriers(clerk, analyst)]
        [('job zone', 0.75)]
        >>> find_barriers(analyst, clerk)
        ()
    """
    _checks.require("origin", origin, RoleProfile)
    _checks.require("target", target, RoleProfile)
    _checks.require("assumptions", assumptions, Assumptions, type(None))
    if education is not None and (isinstance(education, bool) or not isinstance(education, int) or not 1 <= education <= 12):
        raise InvalidValueError("education", education, "give a level from 1 (no school certificate) to 12 (post-doctoral)")
    found = (
        _job_zone(origin, target),
        _education(origin, target, education),
        _licence(origin, target, assumptions or Assumptions()),
    )
    return tuple(barrier for barrier in found if barrier is not None)


def hardness_by_outline(
    distance: float, origin: RoleProfile, target: RoleProfile, assumptions: Assumptions, /, *, education: int | None = None
) -> float:
    """
    Return how hard a change of role is by distance, preparation and barriers alone, in [0, 1].

    It can be told of all roles alike: the person's skills are left out, the distance in their place, and no employer eases it.

    Args:
        distance: How unlike the two roles are, in [0, 1].
        origin: At least job zone, education and licence of the present role; *target* the same of the role wanted.
        assumptions: Weights.
        education: The person's own highest level, 1 to 12; None takes what is typical of the present role.

    Examples:
        >>> from aijobkit.roles import Role
        >>> clerk = RoleProfile(role=Role(code="43-9061.00", title="Office Clerks"), job_zone=2)
        >>> analyst = RoleProfile(role=Role(code="15-2051.00", title="Data Scientists"), job_zone=5)
        >>> hardness_by_outline(0.5, analyst, clerk, Assumptions()) < hardness_by_outline(0.5, clerk, analyst, Assumptions())
        True
    """
    learning = _ease_of_learning(target.job_zone, assumptions)
    have = origin.education if education is None else float(education)
    ease = 1.0 - assumptions.floor_role
    ease *= 1.0 - assumptions.weight_role_distance * learning * distance
    ease *= 1.0 - assumptions.weight_gap * learning * distance
    ease *= 1.0 - assumptions.weight_job_zone * _rise(origin.job_zone, target.job_zone, JOB_ZONE_SPAN)
    ease *= 1.0 - assumptions.weight_education * _rise(have, target.education, EDUCATION_SPAN)
    return 1.0 - ease * (1.0 - assumptions.weight_licence * _licence_height(origin, target, assumptions))


def _distance_evidence(distance: Distance, what: str) -> Evidence:
    """Return the evidence of a whole distance: an assumption only where every part of it is one."""
    assumed = bool(distance.parts) and all(part.evidence.kind is EvidenceKind.ASSUMPTION for part in distance.parts)
    sources = _checks.unique_by((part.evidence.source for part in distance.parts), str)
    names = ", ".join(part.name for part in distance.parts)
    return Evidence(
        kind=EvidenceKind.ASSUMPTION if assumed else EvidenceKind.DERIVED,
        source="; ".join(sources) or what,
        detail=distance.tier or (f"from {names}" if names else what),
    )


def _relief(employer: EmployerKind | None, assumptions: Assumptions, /, *, same_employer: bool) -> tuple[float, str]:
    """Return what the weights of the role parts are multiplied by, and why."""
    reliefs = [(0.0, "")]
    if employer is EmployerKind.STARTUP:
        reliefs.append((assumptions.relief_startup, "at a startup"))
    if employer is EmployerKind.SMALL:
        reliefs.append((assumptions.relief_small, "at a small employer"))
    if same_employer:
        reliefs.append((assumptions.relief_internal, "inside the present employer"))
    relief, where = max(reliefs, key=lambda pair: pair[0])
    return 1.0 - relief, f"{relief:.0%} less {where}" if where else ""


def _ease_of_learning(preparation: float | None, assumptions: Assumptions) -> float:
    """Return what distance and gap are multiplied by: the less preparation a role asks for, the sooner it is learnt."""
    if preparation is None:
        return 1.0
    missing = max(_FULL_PREPARATION - preparation, 0.0) / (_FULL_PREPARATION - _JOB_ZONES[0])
    return 1.0 - assumptions.relief_preparation * missing


def weights_of(
    assumptions: Assumptions,
    /,
    *,
    employer: EmployerKind | None = None,
    same_employer: bool = False,
    preparation: float | None = None,
) -> dict[str, float]:
    """
    Return the weight of every part of a difficulty by its name.

    Args:
        assumptions: Where the weights come from.
        employer: Kind of the employer moved to; eases the parts of the role.
        same_employer: Whether the move happens inside the present employer; eases them, too.
        preparation: Job zone of the target, 1 to 5; the lower, the less distance and gap weigh.

    Examples:
        >>> weights_of(Assumptions())["skill gap"], weights_of(Assumptions(), employer=EmployerKind.STARTUP)["skill gap"]
        (0.25, 0.2125)
    """
    factor, _ = _relief(employer, assumptions, same_employer=same_employer)
    learning = _ease_of_learning(preparation, assumptions)
    eased = {
        part: getattr(assumptions, name) * factor * (learning if part in _LEARNT_PARTS else 1.0)
        for part, name in _ROLE_WEIGHTS.items()
    }
    return eased | {part: getattr(assumptions, name) for part, name in _OTHER_WEIGHTS.items()}


def _gap_part(gaps: GapReport | None, role_distance: Distance, weight: float) -> Part:
    if gaps is None or not gaps.asked:
        return Part(
            name=SKILL_GAP,
            value=role_distance.value,
            weight=weight,
            evidence=_assumed("nothing could be compared; the role distance stands in"),
        )
    return Part(
        name=SKILL_GAP,
        value=(gaps.asked - gaps.met) / gaps.asked,
        weight=weight,
        evidence=Evidence(
            kind=EvidenceKind.DERIVED,
            source="the person's skills and the profiles of both roles",
            detail=f"{gaps.asked - gaps.met} of {gaps.asked} things asked for are not shown yet",
        ),
    )


def _assumed(meaning: str) -> Evidence:
    return Evidence(kind=EvidenceKind.ASSUMPTION, source="aijobkit; a judgement, not a measurement", detail=meaning)


def _role_parts(
    role_distance: Distance, barriers: Sequence[Barrier], gaps: GapReport | None, assumptions: Assumptions
) -> list[Part]:
    parts = [
        Part(name=NEW_ROLE, value=1.0, weight=assumptions.floor_role, evidence=_assumed("any change of role costs something")),
        Part(
            name=ROLE_DISTANCE,
            value=role_distance.value,
            weight=assumptions.weight_role_distance,
            evidence=_distance_evidence(role_distance, "distance of the two roles"),
        ),
        _gap_part(gaps, role_distance, assumptions.weight_gap),
    ]
    for barrier in barriers:
        weight = getattr(assumptions, _BARRIER_WEIGHTS[barrier.name])
        parts.append(Part(name=barrier.name, value=barrier.value, weight=weight, evidence=barrier.evidence))
    return parts


def _eased(part: Part, factor: float, why: str) -> Part:
    """Return *part* with its weight cut by the relief, saying so in its evidence."""
    detail = f"{part.evidence.detail} ({why}, an assumption)" if part.evidence.detail else f"{why}, an assumption"
    return attrs.evolve(part, weight=part.weight * factor, evidence=attrs.evolve(part.evidence, detail=detail))


def fold_parts(parts: Iterable[Part], /) -> float:
    """
    Return what *parts* come to together: ``1 - product(1 - weight * value)``.

    >>> fold_parts(())
    0.0
    """
    ease = 1.0
    for part in parts:
        ease *= 1.0 - part.weight * part.value
    return 1.0 - ease


def band_of(value: float, /, *, assumptions: Assumptions | None = None) -> DifficultyBand:
    """
    Return a difficulty in words.

    Args:
        value: In [0, 1].
        assumptions: Where the limits of the bands are; the defaults if None.

    Raises:
        InvalidValueError: If *value* is not a number in [0, 1].

    Examples:
        >>> band_of(0.0), band_of(0.3)
        (<DifficultyBand.NONE: 'no switch'>, <DifficultyBand.MODERATE: 'moderate step'>)
    """
    limits = Assumptions() if assumptions is None else assumptions
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not 0.0 <= value <= 1.0:
        raise InvalidValueError("value", value, "give a number from 0 to 1")
    if value == 0:
        return DifficultyBand.NONE
    if value <= limits.band_small:
        return DifficultyBand.SMALL
    if value <= limits.band_moderate:
        return DifficultyBand.MODERATE
    return DifficultyBand.LARGE if value <= limits.band_large else DifficultyBand.VERY_LARGE


def measure_difficulty(  # noqa: PLR0913 - every part has its own source
    switch: Switch,
    /,
    *,
    role_distance: Distance,
    industry_distance: Distance,
    barriers: Iterable[Barrier] = (),
    gaps: GapReport | None = None,
    employer: EmployerKind | None = None,
    same_employer: bool = False,
    preparation: float | None = None,
    assumptions: Assumptions | None = None,
) -> Difficulty:
    """
    Say how hard a switch is.

    Role parts (a new role at all, role distance, skill gap, barriers) count only if the role changes, industry parts only if
    one industry is left for another: entering a first industry adds nothing.  The kind of employer eases role parts only; of
    several reliefs the largest counts.

    Args:
        switch: The verdict of `classify`.
        role_distance: How unlike the two roles are.
        industry_distance: How unlike the two industries are.
        barriers: What `find_barriers` found.
        gaps: What `skill_gaps` found; without it, or where nothing could be compared, the role distance stands in.
        employer: Kind of the employer moved to; None gives no relief, as a large employer does not.
        same_employer: Whether the move happens inside the present employer.
        preparation: Job zone of the target, 1 to 5, or None where unknown; the lower, the less distance and gap weigh.
        assumptions: Weights and limits; the defaults if None.

    Returns:
        The difficulty with all its parts; `recompute` gives its value again from them.

    Raises:
        InvalidValueError: If an argument is not of its type or a barrier has an unknown name.

    Examples:
        >>> from aijobkit.people import Position
        >>> from aijobkit.roles import Role
        >>> from aijobkit.switches import Axis
        >>> here = Position(role=Role(code="15-1252.00", title="Software Developers"))
        >>> there = Position(role=Role(code="15-2051.00", title="Data Scientists"))
        >>> switch = Switch(kind=SwitchKind.ROLE, origin=here, target=there, role_axis=Axis.CHANGED, industry_axis=Axis.SAME)
        >>> found = measure_difficulty(switch, role_distance=Distance(value=0.4), industry_distance=Distance(value=0.0))
        >>> round(found.value, 2), found.band.value
        (0.38, 'moderate step')
    """
    chosen = Assumptions() if assumptions is None else assumptions
    _checks.require("switch", switch, Switch)
    _checks.require("role_distance", role_distance, Distance)
    _checks.require("industry_distance", industry_distance, Distance)
    _checks.require("gaps", gaps, GapReport, type(None))
    _checks.require("employer", employer, EmployerKind, type(None))
    if preparation is not None and not _JOB_ZONES[0] <= preparation <= _JOB_ZONES[1]:
        raise InvalidValueError("preparation", preparation, "give a job zone from 1 to 5")
    _checks.require("assumptions", chosen, Assumptions)
    found = tuple(barriers)
    for barrier in found:
        _checks.require("barriers", barrier, Barrier)
        if barrier.name not in _BARRIER_WEIGHTS:
            raise InvalidValueError("Barrier.name", barrier.name, f"give one of {', '.join(_BARRIER_WEIGHTS)}")
    if switch.kind is SwitchKind.NONE:
        return Difficulty(value=0.0, band=DifficultyBand.NONE, assumptions=chosen)
    parts: list[Part] = []
    if switch.kind is not SwitchKind.INDUSTRY:
        factor, why = _relief(employer, chosen, same_employer=same_employer)
        parts = _role_parts(role_distance, found, gaps, chosen)
        learning = _ease_of_learning(preparation, chosen)
        if learning < 1.0:
            easier = f"{1.0 - learning:.0%} less towards a role of job zone {preparation:g} of 5"
            parts = [_eased(part, learning, easier) if part.name in _LEARNT_PARTS else part for part in parts]
        if why:
            parts = [_eased(part, factor, why) for part in parts]
    if switch.kind is not SwitchKind.ROLE:
        parts.append(
            Part(
                name=NEW_INDUSTRY,
                value=1.0,
                weight=chosen.floor_industry,
                evidence=_assumed("any change of industry costs something"),
            )
        )
        parts.append(
            Part(
                name=INDUSTRY_DISTANCE,
                value=industry_distance.value,
                weight=chosen.weight_industry_distance,
                evidence=_distance_evidence(industry_distance, "distance of the two industries"),
            )
        )
    value = fold_parts(parts)
    return Difficulty(value=value, band=band_of(value, assumptions=chosen), parts=tuple(parts), assumptions=chosen)


def recompute(difficulty: Difficulty, /) -> float:
    """
    Compute the value of a difficulty again, from nothing but its parts.

    Args:
        difficulty: What `measure_difficulty` gave.

    Returns:
        Exactly ``difficulty.value``.

    Examples:
        >>> recompute(Difficulty(value=0.0, band=DifficultyBand.NONE))
        0.0
    """
    _checks.require("difficulty", difficulty, Difficulty)
    return fold_parts(difficulty.parts)


def role_share(difficulty: Difficulty, /) -> float:
    """
    Return how hard the change of role alone is, in [0, 1].

    >>> role_share(Difficulty(value=0.0, band=DifficultyBand.NONE))
    0.0
    """
    _checks.require("difficulty", difficulty, Difficulty)
    return fold_parts(part for part in difficulty.parts if part.name not in INDUSTRY_PARTS)


def industry_share(difficulty: Difficulty, /) -> float:
    """
    Return how hard the change of industry alone is, in [0, 1].

    >>> industry_share(Difficulty(value=0.0, band=DifficultyBand.NONE))
    0.0
    """
    _checks.require("difficulty", difficulty, Difficulty)
    return fold_parts(part for part in difficulty.parts if part.name in INDUSTRY_PARTS)


def percentile(value: float, others: Iterable[float], /) -> float | None:
    """
    Return the share of *others* that are smaller than *value*, in [0, 1]; None where there are no others.

    >>> percentile(0.43, [0.1, 0.2, 0.43, 0.9])
    0.5
    """
    numbers = tuple(others)
    return sum(other < value for other in numbers) / len(numbers) if numbers else None


def difficulty_stability(
    compute: Callable[[Assumptions], Difficulty],
    assumptions: Assumptions | None = None,
    /,
    *,
    change: float = STABILITY_CHANGE,
    order: Callable[[Assumptions], Sequence[Hashable]] | None = None,
) -> Stability:
    """
    Say whether a result survives every single assumption being changed by plus and minus *change*.

    Tried are those on which a difficulty or the cost of a given route can hang.  Not tried is what decides which ways there
    are: which stepping stones are near enough, easy enough and paid well enough (``stone_``, ``pay_``), and in which
    institutions a new kind of job is looked for (`Assumptions.rare_institution`).  That would take a plan for every change, so
    a way keeps its steps and employers, even where others would come to less or a job would not be looked for inside.

    Args:
        compute: Gives the difficulty under other assumptions; must be pure.
        assumptions: Where to start from; the defaults if None.
        change: The relative change tried, in [0, 1].
        order: Gives the order of the routes under other assumptions, such as their titles; None where there are none.

    Returns:
        Whether the band and the order hold, and the names of the assumptions on which they hang, sorted.

    Raises:
        InvalidValueError: If *change* lies outside [0, 1].

    Examples:
        >>> difficulty_stability(lambda chosen: Difficulty(value=0.3, band=band_of(0.3, assumptions=chosen))).hangs_on
        ('band_small',)
    """
    start = Assumptions() if assumptions is None else assumptions
    _checks.require("assumptions", start, Assumptions)
    if not isinstance(change, (int, float)) or not 0.0 <= change <= 1.0:
        raise InvalidValueError("change", change, "give a share from 0 to 1, such as 0.2 for plus and minus 20 %")
    band = compute(start).band
    first = None if order is None else tuple(order(start))
    moved_band: list[str] = []
    moved_order: list[str] = []
    for row in start.table():
        if row.name.startswith(_NO_PART):
            continue
        variants = [start.varied(row.name, share) for share in (-change, change)]
        if not row.name.startswith(_NO_SWITCH) and any(compute(variant).band is not band for variant in variants):
            moved_band.append(row.name)
        # The limits of the words move no figure.
        if order is not None and row.name not in RISING and any(tuple(order(variant)) != first for variant in variants):
            moved_order.append(row.name)
    return Stability(
        change=change,
        band_holds=not moved_band,
        order_holds=None if order is None else not moved_order,
        hangs_on=tuple(sorted({*moved_band, *moved_order})),
        band_hangs_on=tuple(sorted(moved_band)),
    )
