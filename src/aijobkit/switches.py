"""
Switches: the verdict on a move, the distances behind it, its difficulty and the assumptions of the measure.

Values only; `classify` and `difficulty` compute them.
"""

from __future__ import annotations

import enum
from typing import Any

import attrs

from aijobkit import _checks
from aijobkit.errors import InvalidValueError
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.people import Position

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
]


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
    """

    name: str = attrs.field(validator=_checks.text)
    value: float = attrs.field(validator=_checks.unit)
    weight: float = attrs.field(default=1.0, validator=_checks.within(0.0, 100.0))
    evidence: Evidence = attrs.field(validator=_checks.instance_of(Evidence))


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
class Assumption:
    """
    One parameter of the measure, as a row of the table that is printed.

    Args:
        name: Name of the field of `Assumptions`.
        value: Its value.
        kind: Assumption, derived or measured.
        source: Who says so.
        meaning: What it does, in plain words.
    """

    name: str
    value: float
    kind: EvidenceKind
    source: str
    meaning: str


@attrs.frozen(kw_only=True)
class Stability:
    """
    Whether a result survives a change of the assumptions.

    Args:
        change: The relative change that was tried on every single assumption, such as 0.2 for plus and minus 20 %.
        band_holds: Whether the band stayed the same under all of them.
        order_holds: Whether the order of the routes stayed the same, or None where there were none to order.
        hangs_on: Names of the assumptions under which either changed, sorted.
    """

    change: float = attrs.field(validator=_checks.unit)
    band_holds: bool = attrs.field(validator=_checks.instance_of(bool))
    order_holds: bool | None = attrs.field(default=None, validator=_checks.instance_of(bool, type(None)))
    hangs_on: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))


def parameter(default: float, low: float, high: float, *, kind: EvidenceKind, source: str, meaning: str) -> Any:
    """Return an attrs field for one assumption, with its range, kind, source and meaning."""
    return attrs.field(
        default=default,
        validator=_checks.within(low, high),
        metadata={"kind": kind, "source": source, "meaning": meaning},
    )


_A = EvidenceKind.ASSUMPTION
_D = EvidenceKind.DERIVED


@attrs.frozen(kw_only=True)
class Assumptions:
    """
    Every weight and threshold of the measure, with its source and kind.

    A caller may replace any of them; the values used travel inside every result.

    Raises:
        InvalidValueError: If a value lies outside its range, or the limits of the bands do not rise.

    Examples:
        >>> Assumptions().table()[0].kind
        <EvidenceKind.ASSUMPTION: 'assumption'>
    """

    band_small: float = parameter(
        0.25, 0.0, 1.0, kind=_A, source="aijobkit", meaning="difficulty up to which a switch is called a small step"
    )
    band_moderate: float = parameter(
        0.45, 0.0, 1.0, kind=_A, source="aijobkit", meaning="difficulty up to which a switch is called a moderate step"
    )
    band_large: float = parameter(
        0.65, 0.0, 1.0, kind=_A, source="aijobkit", meaning="difficulty up to which a switch is called a large step"
    )

    def __attrs_post_init__(self) -> None:
        if not self.band_small <= self.band_moderate <= self.band_large:
            raise InvalidValueError(
                "Assumptions.band_moderate", self.band_moderate, "the limits of the bands must rise from small to large"
            )

    def table(self) -> tuple[Assumption, ...]:
        """Return all parameters in the order of the fields, each with its source and kind."""
        return tuple(
            Assumption(
                name=field.name,
                value=getattr(self, field.name),
                kind=field.metadata["kind"],
                source=field.metadata["source"],
                meaning=field.metadata["meaning"],
            )
            for field in attrs.fields(Assumptions)
        )


@attrs.frozen(kw_only=True)
class Difficulty:
    """
    How hard a switch is.

    Args:
        value: In [0, 1]; 0 exactly for no switch.
        band: The value in words.
        parts: Everything it was computed from, each with its evidence.
        assumptions: The parameters used; with them the value can be computed again from the parts.
        percentile: Share of all switches from this role that are easier, in [0, 1]; None where it was not computed.
        stability: Whether the band survives a change of the assumptions; None where it was not computed.
    """

    value: float = attrs.field(validator=_checks.unit)
    band: DifficultyBand = attrs.field(validator=_checks.instance_of(DifficultyBand))
    parts: tuple[Part, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Part))
    assumptions: Assumptions = attrs.field(factory=Assumptions, validator=_checks.instance_of(Assumptions))
    percentile: float | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.unit))
    stability: Stability | None = attrs.field(default=None, validator=_checks.instance_of(Stability, type(None)))
