"""
Candidates: what a text may mean as an industry, and how the readings of one text share what is left by the surest.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import attrs

from aijobkit import _checks

__all__ = ["IndustryCandidate", "distinct"]

SHOWN = 10_000
"""Steps of a confidence."""


@attrs.frozen(kw_only=True)
class IndustryCandidate:
    """
    One reading of a text as an industry.

    Args:
        code: NAICS 2022 code that leads this reading, at the level people mean.
        confidence: How likely the text means it, in [0, 1].
        matched: The known phrase, title or search term that matched.
        reason: Why, in plain words; repairs and translated codes are shown.
        reading: ``one`` (this code), ``family`` (the whole of *family*), ``wide`` (this code and *codes* together) or
            ``ambiguous`` (this code is one of several things the text may mean).
        codes: The further codes of a family or a wide phrase; empty otherwise.
        family: Id of the industry family where the text names one as a whole, else empty.

    Examples:
        >>> IndustryCandidate(code="622", confidence=0.95, matched="hospital", reason="known phrase").reading
        'one'
    """

    code: str = attrs.field(validator=_checks.text)
    confidence: float = attrs.field(validator=_checks.unit)
    matched: str = ""
    reason: str = ""
    reading: str = "one"
    codes: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings)
    family: str = ""


def distinct(candidates: Iterable[IndustryCandidate]) -> tuple[IndustryCandidate, ...]:
    """
    Keep the first candidate of each code, in the order of confidence; the first as sure as it is, the others within the rest.

    >>> [each.confidence for each in distinct([IndustryCandidate(code=code, confidence=0.75) for code in ("622", "6111")])]
    [0.75, 0.25]
    """
    ranked = sorted(candidates, key=lambda candidate: -candidate.confidence)
    found = _checks.unique_by(ranked, lambda candidate: candidate.code)
    others = sum(candidate.confidence for candidate in found[1:])
    left = 1.0 - found[0].confidence if found else 1.0
    if others <= left:
        return found
    return (
        found[0],
        *(attrs.evolve(each, confidence=math.floor(each.confidence * left / others * SHOWN) / SHOWN) for each in found[1:]),
    )
