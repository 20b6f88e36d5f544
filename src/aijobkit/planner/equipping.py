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
from aijobkit.taxonomy.added_roles import check_definition

if TYPE_CHECKING:
    from aijobkit.industries import FoundIndustry
    from aijobkit.plugins import PluginManager
    from aijobkit.roles import FoundRole

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
            sorted(
                {*self.refused, *self.heard()},
                key=lambda one: (one.provider, one.hook, one.error, one.distribution, one.version),
            )
        )


def _with_roles(taxonomy: Taxonomy, manager: PluginManager) -> tuple[Taxonomy, tuple[AdviceFailure, ...]]:
    """Return *taxonomy* with the roles that plugins bring, and what could not be taken over."""
    if not manager.implements("aijobkit_roles"):
        return taxonomy, ()
    from aijobkit.plugins import gather_roles

    report = gather_roles(manager=manager)
    failures = list(report.failures)
    providers = dict(report.providers)
    added = []
    for definition in report.definitions:
        try:
            check_definition(definition, taxonomy.lookup_role)
            added.append(definition)
        except InvalidValueError as error:
            failures.append(manager.failure_of(providers[definition.code], "aijobkit_roles", error))
    return taxonomy.with_roles(added) if added else taxonomy, tuple(failures)


def equip_taxonomy(taxonomy: Taxonomy, /, *, manager: PluginManager) -> Equipped:
    """
    Return *taxonomy* with the roles and finders of the plugins of *manager*.

    Args:
        taxonomy: The data of one build.
        manager: The plugins to ask.

    Returns:
        Another taxonomy, or the same where no plugin brings anything, and what failed: a role whose code is taken or whose
        anchors the build does not know, and, as they are asked, finders and what they found that the build does not have.
    """
    from aijobkit.plugins import find_more_industries, find_more_roles
    from aijobkit.plugins.failures import own_texts, repeats

    known, refused = _with_roles(taxonomy, manager)
    # Kept by the failure: one that comes with every look-up is told, and held, once.
    heard: dict[AdviceFailure, None] = {}

    def miss(found: FoundRole | FoundIndustry, hook: str, noun: str, text: str) -> None:
        # A finder may have made the code from the very words of the person.
        code = "" if repeats(found.code, own_texts({"text": text})) else f" {found.code}"
        trouble = f"found the {noun}{code}, which these data do not have; it is left out"
        heard[manager.failure_of(found.provider, hook, trouble)] = None

    def more_roles(text: str) -> Iterator[RoleMatch]:
        report = find_more_roles(text, manager=manager)
        heard.update(dict.fromkeys(report.failures))
        for found in report.found:
            role = known.lookup_role(found.code)
            if role is None:
                miss(found, "aijobkit_find_roles", "role", text)
            else:
                yield RoleMatch(role=role, confidence=found.confidence, reason=found.reason, source=found.provider)

    def more_industries(text: str) -> Iterator[IndustryMatch]:
        report = find_more_industries(text, manager=manager)
        heard.update(dict.fromkeys(report.failures))
        for found in report.found:
            industry = known.lookup_industry(found.code)
            if industry is None:
                miss(found, "aijobkit_find_industries", "industry", text)
            else:
                yield IndustryMatch(industry=industry, confidence=found.confidence, reason=found.reason, source=found.provider)

    taxonomy = known
    if manager.implements("aijobkit_find_roles"):
        taxonomy = taxonomy.with_finders(roles=(more_roles,))
    if manager.implements("aijobkit_find_industries"):
        taxonomy = taxonomy.with_finders(industries=(more_industries,))
    return Equipped(taxonomy=taxonomy, refused=refused, heard=lambda: tuple(heard))
