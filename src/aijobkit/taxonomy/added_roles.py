"""
Roles of other catalogues that come on top of the build's own: what must hold of them, and how they are found by words.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Container, Sequence

from aijobkit.errors import InvalidValueError
from aijobkit.roles import Role, RoleDefinition
from aijobkit.taxonomy.matches import RoleMatch

__all__ = ["AddedRoles", "check_definition"]


def check_definition(
    definition: RoleDefinition, lookup_role: Callable[[str], Role | None], others: Container[str] = ()
) -> None:
    """
    Refuse a role that cannot be added.

    Args:
        definition: The role.
        lookup_role: Gives the role of a code, or None.
        others: Codes that are added at the same time.

    Raises:
        InvalidValueError: If its code is taken already or an anchor is not known.
    """
    if lookup_role(definition.code) is not None:
        raise InvalidValueError("RoleDefinition.code", definition.code, "this code is taken; choose another")
    if definition.code in others:
        raise InvalidValueError("RoleDefinition.code", definition.code, "this code is defined twice; choose another")
    for code, _ in definition.anchors:
        if lookup_role(code) is None:
            raise InvalidValueError("RoleDefinition.anchors", code, "give O*NET-SOC codes that this build knows")


class AddedRoles:
    """
    Definitions, found by code and by title.

    Args:
        definitions: The definitions, no code twice.
    """

    def __init__(self, definitions: Sequence[RoleDefinition]) -> None:
        self.definitions = tuple(definitions)
        self._by_code = {definition.code: definition for definition in definitions}

    @functools.cached_property
    def _by_title(self) -> dict[str, dict[int, str]]:
        """Every title, as written and normalised: the places of the definitions that have it, with the title as written."""
        from aijobkit.taxonomy.titles import normalise

        found: dict[str, dict[int, str]] = {}
        for place, definition in enumerate(self.definitions):
            for title in (definition.title, *definition.titles):
                for form in (title, normalise(title)):
                    if form:
                        found.setdefault(form, {}).setdefault(place, title)
        return found

    def get(self, code: str) -> Role | None:
        """Return the role of this code, or None."""
        definition = self._by_code.get(code)
        return None if definition is None else definition.role()

    def with_code(self, text: str) -> RoleMatch | None:
        """Return the role whose code *text* is, letter for letter, or None."""
        definition = self._by_code.get(text.strip())
        return None if definition is None else _match(definition, definition.code)

    def with_title(self, text: str) -> list[RoleMatch]:
        """Return the roles that have *text* for a title, in the order of the definitions."""
        if not self.definitions:
            return []
        from aijobkit.taxonomy.titles import normalise

        titles = {**self._by_title.get(normalise(text), {}), **self._by_title.get(text.strip(), {})}
        return [_match(self.definitions[place], titles[place]) for place in sorted(titles)]


def _match(definition: RoleDefinition, matched: str) -> RoleMatch:
    # A definition names its source as it likes, "aijobkit" for all we know: what counts is its namespace.
    catalogue = f"catalogue {definition.code.partition(':')[0]}"
    kind = "code" if matched == definition.code else "title"
    reason = f"a {kind} in the {catalogue}, whose source is given as: {definition.source}"
    return RoleMatch(role=definition.role(), confidence=1.0, matched=matched, reason=reason, source=catalogue)
