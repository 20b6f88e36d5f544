"""
Industries: the trade an employer is in, as NAICS 2022 codes, and the families that people think in.

Holds the values and the one question that needs no data: are two industries the same at a given granularity?
"""

from __future__ import annotations

import enum
import re
from typing import Any

import attrs

from aijobkit import _checks
from aijobkit.errors import InvalidValueError

__all__ = ["FoundIndustry", "Industry", "IndustryFamily", "IndustryLevel", "covers", "same_industry", "sector_of"]

# The three sectors that NAICS writes as a range of two-digit codes.
_RANGE_SECTORS = {"31-33": ("31", "32", "33"), "44-45": ("44", "45"), "48-49": ("48", "49")}
_SECTOR_OF_DIGITS = {digits: name for name, group in _RANGE_SECTORS.items() for digits in group}
_NAICS_CODE = re.compile(r"[0-9]{2,6}")


class IndustryLevel(enum.Enum):
    """
    How fine two industries are told apart; the value is the number of NAICS digits that must agree.

    `SUBSECTOR` (3 digits) is the default; at that level and above, two industries of one family are the same, and a family
    also parts what a subsector throws together (law firms and software houses are both in 541).
    """

    NATIONAL_INDUSTRY = 6
    INDUSTRY = 5
    GROUP = 4
    SUBSECTOR = 3
    SECTOR = 2


def _is_naics(code: object) -> bool:
    return isinstance(code, str) and (code in _RANGE_SECTORS or _NAICS_CODE.fullmatch(code) is not None)


def _check_naics(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    codes = value if isinstance(value, tuple) else (value,)
    for code in codes:
        if not _is_naics(code):
            raise InvalidValueError(
                f"{type(instance).__name__}.{attribute.name}",
                code,
                "give a NAICS 2022 code of 2 to 6 digits as text, such as '5132' or '31-33'",
            )
    if not codes:
        raise InvalidValueError(f"{type(instance).__name__}.{attribute.name}", value, "give at least one NAICS 2022 code")


def sector_of(code: str) -> str:
    """
    Return the NAICS sector of *code*, range sectors in their written form.

    >>> sector_of("3254"), sector_of("62")
    ('31-33', '62')
    """
    return code if code in _RANGE_SECTORS else _SECTOR_OF_DIGITS.get(code[:2], code[:2])


def covers(outer: str, inner: str) -> bool:
    """
    Say whether the NAICS code *outer* is *inner* or a coarser code above it.

    >>> covers("31-33", "3254"), covers("62", "622"), covers("622", "62")
    (True, True, False)
    """
    if outer == inner:
        return True
    if outer in _RANGE_SECTORS:
        return sector_of(inner) == outer
    return inner not in _RANGE_SECTORS and inner.startswith(outer)


@attrs.frozen(kw_only=True)
class IndustryFamily:
    """
    What people call one industry but NAICS splits, or the other way round.

    Args:
        code: A short stable id, such as ``software``.
        title: The name people read.
        naics_codes: The NAICS 2022 codes it joins, the leading one first.

    Examples:
        >>> IndustryFamily(code="software", title="Software", naics_codes=("5132", "5415")).contains("541511")
        True
    """

    code: str = attrs.field(validator=_checks.text)
    title: str = attrs.field(validator=_checks.text)
    naics_codes: tuple[str, ...] = attrs.field(converter=_checks.strings, validator=_check_naics)

    def contains(self, code: str) -> bool:
        """Say whether the NAICS code *code* belongs to this family."""
        return any(covers(member, code) for member in self.naics_codes)


def _own_code(industry: Industry) -> tuple[str, ...]:
    return (industry.code,)


@attrs.frozen(kw_only=True)
class Industry:
    """
    The trade an employer is in.

    Args:
        code: A NAICS 2022 code of any level (``62``, ``5132``, ``31-33``); the leading one where several are meant.
        title: The name people read.
        family: The family it belongs to, or None.
        naics_codes: All codes it covers: just *code*, unless a whole family or a wide everyday word such as "tech" was named.

    Raises:
        InvalidValueError: If a code is not of its form (an integer would lose leading zeros and is refused) or the title is
            empty.

    Examples:
        >>> Industry(code="622", title="Hospitals").naics_codes
        ('622',)
    """

    code: str = attrs.field(validator=_check_naics)
    title: str = attrs.field(validator=_checks.text)
    family: IndustryFamily | None = attrs.field(default=None, validator=_checks.instance_of(IndustryFamily, type(None)))
    naics_codes: tuple[str, ...] = attrs.field(
        default=attrs.Factory(_own_code, takes_self=True), converter=_checks.strings, validator=_check_naics
    )

    def contains(self, other: Industry) -> bool:
        """Say whether every code that *other* covers is covered by this industry."""
        return all(any(covers(mine, code) for mine in self.naics_codes) for code in other.naics_codes)

    def key(self, level: IndustryLevel) -> str | None:
        """
        Return the code at *level*, or None where the industry is named more coarsely than that.

        >>> Industry(code="541511", title="Custom Computer Programming Services").key(IndustryLevel.SECTOR)
        '54'
        """
        if level is IndustryLevel.SECTOR:
            return sector_of(self.code)
        too_coarse = self.code in _RANGE_SECTORS or len(self.code) < level.value
        return None if too_coarse else self.code[: level.value]


def _agree(one: Industry, other: Industry, level: IndustryLevel) -> bool:
    """Say whether the two agree at exactly this *level*."""
    if level is IndustryLevel.SUBSECTOR:
        if one.family is not None and other.family is not None:
            return one.family.code == other.family.code
        if one.family is not None or other.family is not None:
            return False
    key = one.key(level)
    return key is not None and key == other.key(level)


def same_industry(one: Industry, other: Industry, /, *, level: IndustryLevel = IndustryLevel.SUBSECTOR) -> bool:
    """
    Say whether two industries are the same at *level*, at any finer one, or one contains the other.

    An industry named at a coarser level contains its finer ones, so "education" and "public school" are the same.  Counting
    the finer levels makes the relation grow with coarser granularity by construction.

    Args:
        one: An industry.
        other: Another industry.
        level: How fine they are told apart.

    Examples:
        >>> education = Industry(code="61", title="Educational Services")
        >>> school = Industry(code="611110", title="Elementary and Secondary Schools")
        >>> same_industry(education, school)
        True
    """
    if one.contains(other) or other.contains(one):
        return True
    return any(_agree(one, other, step) for step in IndustryLevel if step.value >= level.value)


@attrs.frozen(kw_only=True)
class FoundIndustry:
    """
    An industry that a plugin thinks a text means: what ``aijobkit_find_industries`` gives.

    Args:
        code: A NAICS 2022 code of any level, as text.
        confidence: How likely the text means this industry, in [0, 1].
        reason: Why, in one plain sentence; shown with the match.
        provider: Filled in by the plugin machinery; a provider leaves it empty.

    Examples:
        >>> FoundIndustry(code="622", confidence=0.9, reason="the employer runs hospitals").code
        '622'
    """

    code: str = attrs.field(validator=_check_naics)
    confidence: float = attrs.field(validator=_checks.unit)
    reason: str = attrs.field(validator=_checks.text)
    provider: str = attrs.field(default="", validator=_checks.optional_text)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.code, str):  # the shared validator also takes tuples of codes
            raise InvalidValueError("FoundIndustry.code", self.code, "give one NAICS 2022 code as text")
