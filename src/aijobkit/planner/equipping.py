"""
Hands the taxonomy what plugins bring: roles of other catalogues and more ways to find roles and industries.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from aijobkit.advice import AdviceFailure
from aijobkit.errors import InvalidValueError
from aijobkit.taxonomy import IndustryMatch, RoleMatch, Taxonomy

if TYPE_CHECKING:
    from aijobkit.plugins import PluginManager

__all__ = ["Equipped", "equip_taxonomy"]


@attrs.frozen(kw_only=True)
class Equipped:
    """
    A taxonomy with what plugins brought.

    Args:
        taxonomy: The taxonomy.
        failures: What could not be taken over, sorted.
    """

    taxonomy: Taxonomy
    failures: tuple[AdviceFailure, ...] = ()


def equip_taxonomy(taxonomy: Taxonomy, /, *, manager: PluginManager) -> Equipped:
    """
    Return *taxonomy* with the roles and finders of the plugins of *manager*.

    Args:
        taxonomy: The data of one build.
        manager: The plugins to ask.

    Returns:
        Another taxonomy, or the same where no plugin brings anything, and what could not be taken over: a role whose code is
        taken or whose anchors the build does not know.
    """
    from aijobkit.plugins import find_more_industries, find_more_roles, gather_roles

    failures: list[AdviceFailure] = []
    if manager.implements("aijobkit_roles"):
        report = gather_roles(manager=manager)
        failures.extend(report.failures)
        providers = dict(report.providers)
        for definition in report.definitions:
            try:
                taxonomy = taxonomy.with_roles((definition,))
            except InvalidValueError as error:
                failures.append(
                    AdviceFailure(
                        provider=providers[definition.code], hook="aijobkit_roles", error=f"InvalidValueError: {error}"
                    )
                )

    known = taxonomy

    def more_roles(text: str) -> Iterator[RoleMatch]:
        for found in find_more_roles(text, manager=manager).found:
            role = known.lookup_role(found.code)
            if role is not None:
                yield RoleMatch(role=role, confidence=found.confidence, reason=found.reason, source=found.provider)

    def more_industries(text: str) -> Iterator[IndustryMatch]:
        for found in find_more_industries(text, manager=manager).found:
            industry = known.lookup_industry(found.code)
            if industry is not None:
                yield IndustryMatch(industry=industry, confidence=found.confidence, reason=found.reason, source=found.provider)

    if manager.implements("aijobkit_find_roles"):
        taxonomy = taxonomy.with_finders(roles=(more_roles,))
    if manager.implements("aijobkit_find_industries"):
        taxonomy = taxonomy.with_finders(industries=(more_industries,))
    return Equipped(
        taxonomy=taxonomy, failures=tuple(sorted(failures, key=lambda failure: (failure.provider, failure.hook, failure.error)))
    )
