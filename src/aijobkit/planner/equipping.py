"""
Hands the taxonomy what plugins bring: roles of other catalogues and more ways to find roles and industries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
        refused: What could not be taken over.
        heard: Gives what failed so far when the finders of plugins were asked.
    """

    taxonomy: Taxonomy
    refused: tuple[AdviceFailure, ...] = ()
    heard: Callable[[], Iterable[AdviceFailure]] = attrs.field(default=tuple, eq=False, repr=False)

    @property
    def failures(self) -> tuple[AdviceFailure, ...]:
        """What could not be taken over, and what has failed since when the taxonomy asked plugins; sorted, each once."""
        return tuple(
            sorted({*self.refused, *self.heard()}, key=lambda failure: (failure.provider, failure.hook, failure.error))
        )


def equip_taxonomy(taxonomy: Taxonomy, /, *, manager: PluginManager) -> Equipped:
    """
    Return *taxonomy* with the roles and finders of the plugins of *manager*.

    Args:
        taxonomy: The data of one build.
        manager: The plugins to ask.

    Returns:
        Another taxonomy, or the same where no plugin brings anything, and what failed: a role whose code is taken or whose
        anchors the build does not know, and, as they are asked, finders.
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
    heard: list[AdviceFailure] = []

    def more_roles(text: str) -> Iterator[RoleMatch]:
        report = find_more_roles(text, manager=manager)
        heard.extend(report.failures)
        for found in report.found:
            role = known.lookup_role(found.code)
            if role is not None:
                yield RoleMatch(role=role, confidence=found.confidence, reason=found.reason, source=found.provider)

    def more_industries(text: str) -> Iterator[IndustryMatch]:
        report = find_more_industries(text, manager=manager)
        heard.extend(report.failures)
        for found in report.found:
            industry = known.lookup_industry(found.code)
            if industry is not None:
                yield IndustryMatch(industry=industry, confidence=found.confidence, reason=found.reason, source=found.provider)

    if manager.implements("aijobkit_find_roles"):
        taxonomy = taxonomy.with_finders(roles=(more_roles,))
    if manager.implements("aijobkit_find_industries"):
        taxonomy = taxonomy.with_finders(industries=(more_industries,))
    return Equipped(taxonomy=taxonomy, refused=tuple(failures), heard=lambda: tuple(heard))
