"""
Advice: what a provider has to say to this person about this move, and what is recorded when a provider fails.
"""

from __future__ import annotations

import attrs

from aijobkit import _checks
from aijobkit.evidence import Evidence

__all__ = ["Action", "Advice", "AdviceFailure"]


@attrs.frozen(kw_only=True)
class Action:
    """
    Something to do, dated relative to the start of the job search.

    Args:
        text: What to do, in plain words.
        weeks_before_search: How many weeks before the search starts; 0 means when it starts, negative means after.
    """

    text: str = attrs.field(validator=_checks.text)
    weeks_before_search: int = attrs.field(default=0, validator=_checks.whole(-520, 520))


@attrs.frozen(kw_only=True)
class Advice:
    """
    One piece of advice.

    Args:
        key: Short stable name, unique within its provider.
        title: A line to read first.
        text: The advice in plain words.
        reason: Why it is given to this person for this switch.
        evidence: What it stands on; at least one.
        priority: 0 first, 100 last; ties are sorted by provider and key.
        actions: What to do, earliest first.
        provider: Filled in by the plugin machinery; a provider leaves it empty.

    Raises:
        InvalidValueError: If a text is empty, holds control characters, or no evidence is given.
    """

    key: str = attrs.field(validator=_checks.text)
    title: str = attrs.field(validator=_checks.text)
    text: str = attrs.field(validator=_checks.optional_lines)
    reason: str = attrs.field(validator=_checks.text)
    evidence: tuple[Evidence, ...] = attrs.field(
        converter=_checks.tuple_of, validator=[_checks.members(Evidence), _checks.not_empty]
    )
    priority: int = attrs.field(default=50, validator=_checks.whole(0, 100))
    actions: tuple[Action, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Action))
    provider: str = attrs.field(default="", validator=_checks.optional_text)

    def sort_key(self) -> tuple[int, str, str]:
        """Return what advice is sorted by: priority, provider, key."""
        return (self.priority, self.provider, self.key)


@attrs.frozen(kw_only=True)
class AdviceFailure:
    """
    A provider that failed; it costs nobody else's advice.

    Args:
        provider: ``distribution:entry`` or the name it was registered under.
        distribution: Distribution that ships it; empty where unknown.
        version: Version of that distribution; empty where unknown.
        hook: The hook in which it failed, or ``load``.
        error: Kind of the error and what it said, without anything about the person.
    """

    provider: str = attrs.field(validator=_checks.text)
    distribution: str = attrs.field(default="", validator=_checks.optional_text)
    version: str = attrs.field(default="", validator=_checks.optional_text)
    hook: str = attrs.field(validator=_checks.text)
    error: str = attrs.field(validator=_checks.text)
