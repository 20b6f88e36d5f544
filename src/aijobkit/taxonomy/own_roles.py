"""
The roles that a build brings along: occupations of O*NET, and the roles of its catalogue (AI roles and ways of life).
"""

from __future__ import annotations

import functools
import json
from typing import Any

from aijobkit.roles import Role, RoleDefinition
from aijobkit.taxonomy.store import Store

__all__ = ["OwnRoles"]


class OwnRoles:
    """
    The roles of a build, by their codes.

    Args:
        store: The taxonomy; without a catalogue it has occupations alone.

    Examples:
        >>> from aijobkit.taxonomy.store import open_store
        >>> OwnRoles(open_store()).get("15-2051.00").title
        'Data Scientists'
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @functools.cached_property
    def titles(self) -> dict[str, str]:
        """O*NET-SOC code -> title, by code."""
        return dict(self._store.rows("SELECT code, title FROM roles ORDER BY code"))

    @functools.cached_property
    def _catalogue(self) -> dict[str, dict[str, Any]]:
        if not self._store.has_table("catalogue_roles"):
            return {}
        rows = self._store.rows("SELECT code, is_ai, is_life, json FROM catalogue_roles ORDER BY code")
        found = {code: {"is_ai": bool(int(ai)), "is_life": bool(int(life)), **json.loads(row)} for code, ai, life, row in rows}
        # Every occupation is with an employer, and a way of life that has an industry.
        return {code: {"has_employer": one.get("has_industry", not one["is_life"]), **one} for code, one in found.items()}

    @functools.cached_property
    def _stood_for(self) -> frozenset[str]:
        """O*NET codes that an AI role of the catalogue stands for entirely, so that they count as AI, too."""
        return frozenset(entry["same_as"] for entry in self._catalogue.values() if entry.get("same_as") and entry["is_ai"])

    def get(self, code: str) -> Role | None:
        """Return the role of this code, or None."""
        if ":" in code:
            entry = self._catalogue.get(code)
            if entry is None:
                return None
            return Role(
                code=code,
                title=entry["title"],
                onet_codes=[anchor for anchor, _ in entry.get("anchors", ()) if anchor in self.titles],
                is_ai=entry["is_ai"],
                is_life_role=entry["is_life"],
                has_employer=entry["has_employer"],
                same_as=entry.get("same_as") or None,
            )
        title = self.titles.get(code)
        return None if title is None else Role(code=code, title=title, is_ai=code in self._stood_for)

    @functools.cached_property
    def all(self) -> tuple[Role, ...]:
        """All of them: occupations by code, then catalogue roles by code."""
        return tuple(role for code in (*self.titles, *self._catalogue) if (role := self.get(code)) is not None)

    @functools.cached_property
    def definitions(self) -> tuple[RoleDefinition, ...]:
        """The entries of the catalogue, by code; anchors that the build lacks are left out."""
        found = []
        for entry in self._catalogue.values():
            anchors = [(code, weight) for code, weight in entry.get("anchors", ()) if code in self.titles]
            total = sum(weight for _, weight in anchors)
            found.append(
                RoleDefinition(
                    code=entry["code"],
                    title=entry["title"],
                    anchors=tuple((code, weight / total) for code, weight in anchors),
                    titles=entry.get("titles", ()),
                    technologies=entry.get("technologies", ()),
                    topics=entry.get("skills", ()),
                    is_ai=entry["is_ai"],
                    is_life_role=entry["is_life"],
                    has_employer=entry["has_employer"],
                    job_zone=entry.get("job_zone"),
                    job_zone_reason=entry.get("job_zone_reason", ""),
                    reason=entry["reason"],
                    source=entry["source"],
                )
            )
        return tuple(found)
