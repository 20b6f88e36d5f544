"""
Where a figure comes from: measured, derived or assumed.

Every number that reaches a person carries an `Evidence`; every result carries a `Provenance`.  Knows nothing of roles.
"""

from __future__ import annotations

import enum

import attrs

from aijobkit import _checks

__all__ = ["Evidence", "EvidenceKind", "Provenance"]


class EvidenceKind(enum.Enum):
    """
    How firmly a figure stands.

    `MEASURED` figures are read from a data set, `DERIVED` ones are computed here by a named formula from measured ones, and
    an `ASSUMPTION` is a documented parameter that a caller can replace.
    """

    MEASURED = "measured"
    DERIVED = "derived"
    ASSUMPTION = "assumption"


@attrs.frozen(kw_only=True)
class Evidence:
    """
    The ground that a figure or a sentence stands on.

    Args:
        kind: Measured, derived or assumption.
        source: The data set with its version, or who says so; never empty.
        detail: The element, the formula or the exception, in plain words; may be empty.
        is_floor: Whether the figure is only the least that it can be, because its source publishes none above a limit.
        sectors: Sectors of NAICS 2022 in which the figure was counted, each as ``Information (51)``, in the order of the codes
            of the industry that was asked for; empty where it was counted in all, None where it is no figure of sectors alone.

    Raises:
        InvalidValueError: If *source* is empty or a text holds control characters.

    Examples:
        >>> ground = Evidence(kind=EvidenceKind.MEASURED, source="O*NET 29.3", detail="job zone of 15-2051.00")
        >>> ground.kind, ground.is_floor, ground.sectors
        (<EvidenceKind.MEASURED: 'measured'>, False, None)
    """

    kind: EvidenceKind = attrs.field(validator=_checks.instance_of(EvidenceKind))
    source: str = attrs.field(validator=_checks.text)
    detail: str = attrs.field(default="", validator=_checks.optional_text)
    is_floor: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    sectors: tuple[str, ...] | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(_checks.strings),
        validator=attrs.validators.optional(_checks.texts),
    )


@attrs.frozen(kw_only=True)
class Provenance:
    """
    What is needed to compute a result again.

    Args:
        library: Version of aijobkit.
        data: ``(name, version)`` of every data set used, sorted by name.
        taxonomy_digest: A short digest of the taxonomy file, so that two builds can be told apart.
        plugins: ``distribution:entry version`` of every plugin that was asked, sorted.

    Examples:
        >>> Provenance(library="0.1.0", data=(("O*NET", "29.3"),)).plugins
        ()
    """

    library: str = attrs.field(validator=_checks.text)
    data: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_checks.pairs, validator=_checks.pairs_of(str, str))
    taxonomy_digest: str = attrs.field(default="", validator=_checks.optional_text)
    plugins: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.texts)
