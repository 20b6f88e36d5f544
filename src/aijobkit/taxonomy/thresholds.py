"""
When a search is sure enough to answer: the few numbers that decide between an answer and a refusal.
"""

from __future__ import annotations

import attrs

from aijobkit import _checks
from aijobkit.evidence import EvidenceKind
from aijobkit.switches import Assumption, parameter, parameters_of

__all__ = ["FindingThresholds"]

_A = EvidenceKind.ASSUMPTION
_HELD_OUT = "aijobkit, set on titles that were held out (benchmarks/finding.py)"
_OWN = "aijobkit; a judgement, not a measurement"


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

    Examples:
        >>> [row.name for row in FindingThresholds().table()][:2]
        ['role_confidence', 'role_margin']
    """

    role_confidence: float = parameter(
        0.40, 0.0, 1.0, kind=_A, source=_HELD_OUT, meaning="least calibrated confidence of the best role, below which we ask"
    )
    role_margin: float = parameter(
        0.1, 0.0, 1.0, kind=_A, source=_HELD_OUT, meaning="least lead of the best role over the second, in confidence"
    )
    industry_confidence: float = parameter(
        0.4, 0.0, 1.0, kind=_A, source=_OWN, meaning="least confidence of the best industry, below which we ask"
    )
    candidates: int = parameter(
        5,
        0,
        20,
        kind=_A,
        source=_OWN,
        meaning="how many candidates a refusal names at most",
        validator=_checks.whole(0, 20),
    )

    def table(self) -> tuple[Assumption, ...]:
        """Return all thresholds in the order of the fields, each with its source and kind."""
        return parameters_of(self)
