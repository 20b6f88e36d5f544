"""
What a search returns: a role or an industry, how sure we are, and why.
"""

from __future__ import annotations

import attrs

from aijobkit import _checks
from aijobkit.industries import Industry
from aijobkit.roles import Role, Seniority

__all__ = ["IndustryMatch", "RoleMatch"]


@attrs.frozen(kw_only=True)
class RoleMatch:
    """
    A role that a text may mean.

    Args:
        role: The role.
        confidence: Calibrated probability that the text means this role, in [0, 1].
        matched: The known title that matched; empty where several signals together pointed here.
        reason: Why, in plain words; every repair of a spelling is shown.
        seniority: Rank that was set apart from the text, or None.
        set_apart: Other words that were set apart (contract, place, company, status), in their order.
        source: ``aijobkit``, or the name of the plugin that found it.
    """

    role: Role
    confidence: float = attrs.field(validator=_checks.unit)
    matched: str = ""
    reason: str = ""
    seniority: Seniority | None = None
    set_apart: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings)
    source: str = "aijobkit"


@attrs.frozen(kw_only=True)
class IndustryMatch:
    """
    An industry that a text may mean.

    Args:
        industry: The industry.
        confidence: How likely the text means this industry, in [0, 1].
        matched: The known phrase that matched; empty where none did.
        reason: Why, in plain words; repairs and translated old codes are shown.
        is_ambiguous: Whether the text is declared to have several meanings, of which this is one.
        source: ``aijobkit``, or the name of the plugin that found it.
    """

    industry: Industry
    confidence: float = attrs.field(validator=_checks.unit)
    matched: str = ""
    reason: str = ""
    is_ambiguous: bool = False
    source: str = "aijobkit"
