"""
When a search is sure enough to answer: the few numbers that decide between an answer and a refusal.
"""

from __future__ import annotations

import attrs

from aijobkit import _checks

__all__ = ["FindingThresholds"]


@attrs.frozen(kw_only=True)
class FindingThresholds:
    """
    When a search is sure enough to answer.

    The defaults are assumptions, set on titles that were held out (``benchmarks/finding.py``): about four in five unseen
    titles are answered, two in three of these rightly, and what is no job is refused.  Everyday titles are found exactly.

    Args:
        role_confidence: Least calibrated confidence of the best role.
        role_margin: Least lead of the best role over the second, in confidence.
        industry_confidence: Least confidence of the best industry.
        candidates: How many candidates an error names.
    """

    role_confidence: float = attrs.field(default=0.40, validator=_checks.unit)
    role_margin: float = attrs.field(default=0.1, validator=_checks.unit)
    industry_confidence: float = attrs.field(default=0.4, validator=_checks.unit)
    candidates: int = attrs.field(default=5, validator=_checks.whole(0, 20))
