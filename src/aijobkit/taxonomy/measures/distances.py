"""
The distance between roles: `RoleDistances`.

Six parts, each in [0, 1], joined by weights that sum to 1 (`DistanceWeights`).  Knows arrays and evidence, no industry.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.roles import Role
from aijobkit.switches import Distance, Part
from aijobkit.taxonomy.measures.vectors import Blends, RoleSpace
from aijobkit.taxonomy.measures.weights import PARTS, DistanceWeights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

__all__ = ["RoleDistances"]

# Rows computed at a time: all six parts of 1,000 roles at once would take more memory than the whole table of results.
_ROWS_AT_ONCE = 128

_DECIMALS = 12

_HOW = {
    "ratings": "half of one minus the cosine of the standard scores of importance of skills and knowledge",
    "tasks": "one minus the root of the TF-IDF cosine of task and description words",
    "activities": "one minus the root of the TF-IDF cosine of intermediate and detailed work activities",
    "titles": "one minus the root of the TF-IDF cosine of the words of all job titles",
    "interests": "half of one minus the cosine of the standard scores of the six interests",
    "technologies": "one minus the root of the TF-IDF cosine of the technologies listed",
}


class RoleDistances:
    """
    Distances between the roles of one build.

    Args:
        space: The figures of the roles.
        weights: The parameters of the measure.
        release: Name and version of the data set, for evidence.
    """

    def __init__(self, space: RoleSpace, weights: DistanceWeights, release: str) -> None:
        self._space = space
        self._weights = weights
        self._release = release

    def between(self, one: Role, other: Role) -> Distance:
        """Return the distance with its parts; both directions give the same bits."""
        first, second = sorted((one, other), key=lambda role: role.code)
        return self.to_each(first, [second])[0]

    def to_each(self, origin: Role, targets: Sequence[Role]) -> tuple[Distance, ...]:
        """Return the distances from one role to some others, with their parts."""
        import numpy as np

        if not targets:
            return ()
        parts, shares = self._parts(self._space.blends([origin]), self._space.blends(targets))
        # Rounded, so that both directions give the same bits.
        parts = {name: np.round(part, _DECIMALS) for name, part in parts.items()}
        values = np.clip(np.round(self._join(parts)[0], _DECIMALS), 0.0, 1.0)
        found = []
        for column, target in enumerate(targets):
            if self._space.identity(origin) == self._space.identity(target):
                found.append(Distance(value=0.0, parts=self._same))
                continue
            pair = sorted((origin, target), key=lambda role: role.code)
            lacking = {
                name: [role for role in pair if shares[name][role is target][column if role is target else 0] <= 0]
                for name in PARTS
            }
            rows = [
                Part(
                    name=name,
                    value=float(parts[name][0, column]),
                    weight=self._weights.weight(name),
                    evidence=self._evidence(name, pair, lacking),
                )
                for name in PARTS
            ]
            found.append(Distance(value=float(values[column]), parts=tuple(rows)))
        return tuple(found)

    def rows(self, ones: Sequence[Role], others: Sequence[Role], blends: dict[str, Blends] | None = None) -> Matrix:
        """
        Return the distances of all *ones* (rows) to all *others* (columns).

        Args:
            ones: Roles.
            others: Roles.
            blends: The *others* as blends, where they are known already.
        """
        import numpy as np

        other_blends = self._space.blends(others) if blends is None else blends
        one_blends = other_blends if ones is others else self._space.blends(ones)
        result = np.empty((len(ones), len(others)))
        for start in range(0, len(ones), _ROWS_AT_ONCE):
            rows = slice(start, start + _ROWS_AT_ONCE)
            parts, _ = self._parts({name: blends.part(rows) for name, blends in one_blends.items()}, other_blends)
            result[rows] = self._join(parts)
        place: dict[str, list[int]] = {}
        for column, role in enumerate(others):
            place.setdefault(self._space.identity(role), []).append(column)
        for row, role in enumerate(ones):
            result[row, place.get(self._space.identity(role), [])] = 0.0
        return np.clip(result, 0.0, 1.0, out=result)

    def _join(self, parts: dict[str, Matrix]) -> Matrix:
        result = self._weights.weight(PARTS[0]) * parts[PARTS[0]]
        for name in PARTS[1:]:
            result += self._weights.weight(name) * parts[name]
        return result

    def _parts(
        self, ones: dict[str, Blends], others: dict[str, Blends]
    ) -> tuple[dict[str, Matrix], dict[str, tuple[Matrix, Matrix]]]:
        """Return for each part the distances, filled where data are missing, and each side's share of data."""
        import numpy as np

        parts: dict[str, Matrix] = {}
        shares: dict[str, tuple[Matrix, Matrix]] = {}
        for name in PARTS:
            part = self._space.part(name)
            if part is None:
                parts[name] = np.zeros((len(ones[name]), len(others[name])))
                shares[name] = (np.zeros(len(ones[name])), np.zeros(len(others[name])))
            else:
                parts[name], one_share, other_share = part.distances(ones[name], others[name])
                shares[name] = (one_share, other_share)
        self._fill(parts, shares)
        return parts, shares

    def _fill(self, parts: dict[str, Matrix], shares: dict[str, tuple[Matrix, Matrix]]) -> None:
        """Put what is to be expected in the place of what has no data; see `DistanceWeights` for the formula."""
        import numpy as np

        lacks_row = np.any([shares[name][0] <= 0 for name in PARTS], axis=0)
        lacks_column = np.any([shares[name][1] <= 0 for name in PARTS], axis=0)
        # Few roles lack anything: whole rows of those, then the columns of the others.
        blocks = ((lacks_row, np.ones_like(lacks_column)), (~lacks_row, lacks_column))
        for rows, columns in ((np.flatnonzero(row), np.flatnonzero(column)) for row, column in blocks):
            if len(rows) and len(columns):
                block = np.ix_(rows, columns)
                known = {name: np.outer(shares[name][0][rows] > 0, shares[name][1][columns] > 0) for name in PARTS}
                filled = self._filled({name: parts[name][block] for name in PARTS}, known)
                for name in PARTS:
                    parts[name][block] = filled[name]

    def _filled(self, parts: dict[str, Matrix], known: dict[str, NDArray[np.bool_]]) -> dict[str, Matrix]:
        import numpy as np

        weights = self._weights
        above, scale = np.zeros_like(parts[PARTS[0]]), np.zeros_like(parts[PARTS[0]])
        for name in PARTS:
            above += weights.weight(name) * known[name] * (parts[name] - weights.middle(name))
            scale += weights.weight(name) * known[name] * weights.spread(name)
        score = above / np.where(scale > 0, scale, 1.0)
        return {
            name: np.where(
                known[name],
                parts[name],
                np.clip(weights.middle(name) + weights.carry * weights.spread(name) * score, 0.0, 1.0),
            )
            for name in PARTS
        }

    # -- evidence ---------------------------------------------------------------------------------------------------

    @functools.cached_property
    def _same(self) -> tuple[Part, ...]:
        evidence = Evidence(kind=EvidenceKind.DERIVED, source=self._release, detail="the same role: no distance")
        return tuple(Part(name=name, value=0.0, weight=self._weights.weight(name), evidence=evidence) for name in PARTS)

    @functools.cached_property
    def _stand_ins(self) -> dict[str, dict[str, str]]:
        """For each part the occupations whose figures are not their own, with what stands in for them."""
        return {
            "ratings": {code: f"ratings estimated for {title}" for code, title in self._derived("ratings_source")},
            "tasks": {
                code: f"{title} has no tasks of its own, so title, description and related occupations stand in"
                for code, title in self._derived("tasks_source")
            },
        }

    def _derived(self, column: str) -> list[tuple[str, str]]:
        query = f"SELECT code, title FROM roles WHERE {column} = 'derived' ORDER BY code"  # noqa: S608 - names of our own columns
        rows: list[tuple[str, str]] = self._space.store.rows(query)
        return rows

    def _evidence(self, name: str, roles: list[Role], lacking: dict[str, list[Role]]) -> Evidence:
        if lacking[name]:
            who = " and ".join(role.title for role in lacking[name])
            if all(lacking.values()):
                detail = f"nothing to compare with for {who}: the mean distance of all occupations stands in"
                return Evidence(kind=EvidenceKind.ASSUMPTION, source=f"aijobkit prior from {self._release}", detail=detail)
            detail = f"missing for {who}: filled with what the other parts let expect"
            return Evidence(kind=EvidenceKind.DERIVED, source=self._release, detail=detail)
        remarks = [_HOW[name]]
        stand_ins = self._stand_ins.get(name, {})
        for role in roles:
            anchors = self._space.anchors(role)
            if len(anchors) > 1:
                remarks.append(f"{role.title} is a blend of {len(anchors)} occupations")
            remarks += [stand_ins[code] for code, _ in anchors if code in stand_ins and stand_ins[code] not in remarks]
        return Evidence(kind=EvidenceKind.DERIVED, source=self._release, detail="; ".join(remarks))
