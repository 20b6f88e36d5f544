"""
Fields of study: what a student is near to, found in the words with which they describe themselves.
"""

from __future__ import annotations

import functools
import json

import attrs

from aijobkit.roles import Role
from aijobkit.taxonomy.store import Store
from aijobkit.taxonomy.titles import normalise

__all__ = ["FieldsOfStudy"]


class FieldsOfStudy:
    """
    The reviewed fields of study of one build.

    Args:
        store: The opened data file; without the table no field is ever found.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @functools.cached_property
    def _wordings(self) -> tuple[tuple[str, str, str, str], ...]:
        """``(normalised wording, name, O*NET-SOC code, its title)``, longest wording first."""
        if not self._store.has_table("fields_of_study"):
            return ()
        query = "SELECT name, anchor, roles.title, json FROM fields_of_study JOIN roles ON roles.code = anchor ORDER BY name"
        found = {
            (normalise(wording), name, anchor, title)
            for name, anchor, title, entry in self._store.rows(query)
            for wording in (name, *json.loads(entry).get("titles", ()))
        }
        return tuple(sorted(found, key=lambda field: (-len(field[0]), field)))

    def apply(self, role: Role, text: str) -> tuple[Role, str]:
        """
        Return a way of life, such as student, with the field of study that *text* names.

        Args:
            role: A life role.
            text: The person's own words.

        Returns:
            The role, measured like the occupation nearest to the field, and what to say about that; the role as it was and an
            empty text where no field is named.
        """
        words = f" {normalise(text)} "
        for wording, name, anchor, title in self._wordings:
            if f" {wording} " in words:
                remark = f"the field of {name} is measured like {title}, which is an assumption"
                return attrs.evolve(role, onet_codes=(anchor,)), remark
        return role, ""
