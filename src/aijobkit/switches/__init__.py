"""
Switches: the verdict on a move, the distances behind it, its difficulty and the assumptions of the measure.

Values only; `classify` and `difficulty` compute them.
"""

from __future__ import annotations

import enum

import attrs

from aijobkit import _checks
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.people import Position
from aijobkit.roles import Role
from aijobkit.switches.assumptions import RISING, Assumption, Assumptions, parameter, parameters_of

__all__ = [
    "Assumption",
    "Assumptions",
    "Axis",
    "Barrier",
    "Difficulty",
    "DifficultyBand",
    "Distance",
    "Part",
    "Stability",
    "Switch",
    "SwitchKind",
    "parameter",
    "parameters_of",
]

_ROUNDING = 1e-9  # sums of decimal fractions may miss a limit by this


class SwitchKind(enum.Enum):
    """
    What kind of move it is.

    >>> SwitchKind("both")
    <SwitchKind.BOTH: 'both'>
    """

    NONE = "none"
    ROLE = "role"
    INDUSTRY = "industry"
    BOTH = "both"


class Axis(enum.Enum):
    """
    What happens on one axis.

    `ENTERED` means that there is no origin on this axis: a student has no industry to leave.
    """

    SAME = "same"
    CHANGED = "changed"
    ENTERED = "entered"


@attrs.frozen(kw_only=True)
class Switch:
    """
    The verdict on a move between two positions.

    Args:
        kind: None, role, industry or both.
        origin: Where the person is.
        target: Where they want to go; its industry is filled in from the origin where it was left out.
        role_axis: What happens to the role.
        industry_axis: What happens to the industry.
        is_first_ai_job: Whether the target counts as a job in AI and no position so far does.
        reason: Why, in one or two plain sentences.
    """

    kind: SwitchKind = attrs.field(validator=_checks.instance_of(SwitchKind))
    origin: Position = attrs.field(validator=_checks.instance_of(Position))
    target: Position = attrs.field(validator=_checks.instance_of(Position))
    role_axis: Axis = attrs.field(validator=_checks.instance_of(Axis))
    industry_axis: Axis = attrs.field(validator=_checks.instance_of(Axis))
    is_first_ai_job: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    reason: str = attrs.field(default="", validator=_checks.optional_text)


@attrs.frozen(kw_only=True)
class Part:
    """
    One named part of a distance, a difficulty or a cost.

    Args:
        name: What it measures, in plain words.
        value: In [0, 1]; 0 is alike or easy.
        weight: Its share in the whole, at least 0; 0 for a part that is shown but not counted.
        evidence: What it stands on.
        past_roles: Earlier roles of the person from which it was counted, in place of the present one or with it, latest
            first; empty where none changed it.
    """

    name: str = attrs.field(validator=_checks.text)
    value: float = attrs.field(validator=_checks.unit)
    weight: float = attrs.field(default=1.0, validator=_checks.within(0.0, 100.0))
    evidence: Evidence = attrs.field(validator=_checks.instance_of(Evidence))
    past_roles: tuple[Role, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Role))


@attrs.frozen(kw_only=True)
class Distance:
    """
    How unlike two roles or two industries are.

    Args:
        value: In [0, 1]; 0 exactly for the same thing; symmetric.
        parts: The named parts.
        tier: For industries the name of the tier, such as ``same sector``; empty for roles.

    Examples:
        >>> Distance(value=0.0).parts
        ()
    """

    value: float = attrs.field(validator=_checks.unit)
    parts: tuple[Part, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Part))
    tier: str = attrs.field(default="", validator=_checks.optional_text)


@attrs.frozen(kw_only=True)
class Barrier:
    """
    Something directed that likeness does not show: more preparation, more schooling, a licence.

    Args:
        name: ``job zone``, ``education`` or ``licence``.
        value: In [0, 1]; 0 means none in this direction.
        reason: In plain words.
        evidence: What it stands on.
    """

    name: str = attrs.field(validator=_checks.text)
    value: float = attrs.field(validator=_checks.unit)
    reason: str = attrs.field(default="", validator=_checks.optional_text)
    evidence: Evidence = attrs.field(validator=_checks.instance_of(Evidence))


class DifficultyBand(enum.Enum):
    """Difficulty in words; the limits are in `Assumptions`."""

    NONE = "no switch"
    SMALL = "small step"
    MODERATE = "moderate step"
    LARGE = "large step"
    VERY_LARGE = "very large step"


@attrs.frozen(kw_only=True)
class Stability:
    """
    Whether a result survives a change of the assumptions.

    Args:
        change: The relative change that was tried on every single assumption, such as 0.2 for plus and minus 20 %.
        band_holds: Whether the band stayed the same under all of them.
        order_holds: Whether the order of the routes stayed the same, or None where there were none to order.
        hangs_on: Names of the assumptions under which either changed, sorted.
        band_hangs_on: Those under which the band changed, sorted; the limits of the bands are tried like every other.
    """

    change: float = attrs.field(validator=_checks.unit)
    band_holds: bool = attrs.field(validator=_checks.instance_of(bool))
    order_holds: bool | None = attrs.field(default=None, validator=_checks.instance_of(bool, type(None)))
    hangs_on: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))
    band_hangs_on: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))

    @property
    def weights_hold_band(self) -> bool:
        """Whether no weight, apart from the limits of the bands themselves, changed the band."""
        return all(name in RISING for name in self.band_hangs_on)


@attrs.frozen(kw_only=True)
class Difficulty:
    """
    How hard a switch is.

    Args:
        value: In [0, 1]; 0 exactly for no switch.
        band: The value in words.
        parts: Everything it was computed from, each with its evidence.
        assumptions: The parameters used; with them the value can be computed again from the parts.
        percentile: Share of all other roles that would be an easier change than the target, in [0, 1], by distance,
            preparation, schooling and licence; the person's skills are left out.  None where the role does not change.
        stability: Whether the band survives a change of the assumptions; None where it was not computed.
    """

    value: float = attrs.field(validator=_checks.unit)
    band: DifficultyBand = attrs.field(validator=_checks.instance_of(DifficultyBand))
    parts: tuple[Part, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Part))
    assumptions: Assumptions = attrs.field(factory=Assumptions, validator=_checks.instance_of(Assumptions))
    percentile: float | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.unit))
    stability: Stability | None = attrs.field(default=None, validator=_checks.instance_of(Stability, type(None)))

    @property
    def near_limits(self) -> tuple[str, ...]:
        """Names of the limits of the bands that the value lies near to, within `Assumptions.near_limit`; in rising order."""
        near = self.assumptions.near_limit + _ROUNDING
        return tuple(name for name in RISING if self.value > 0 and abs(self.value - getattr(self.assumptions, name)) <= near)

    @property
    def has_firm_band(self) -> bool:
        """Whether the band can be leant on, lying near no limit and kept by every weight that was tried."""
        return not self.near_limits and (self.stability is None or self.stability.weights_hold_band)

    @property
    def ranks_targets(self) -> bool:
        """Whether the value tells targets apart, which it does not where the distance had to be assumed, as for a student."""
        return not any(part.name == "role distance" and part.evidence.kind is EvidenceKind.ASSUMPTION for part in self.parts)
