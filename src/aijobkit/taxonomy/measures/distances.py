"""
The distance between roles: `RoleDistances`.

Six parts, each in [0, 1], joined by weights that sum to 1 (`DistanceWeights`).  Knows arrays and evidence, no industry.
"""

from __future__ import annotations

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
        self._estimated: dict[str, str] | None = None

    def between(self, one: Role, other: Role) -> Distance:
        """Return the distance with its parts; both directions give the same bits."""
        identity = self._space.identity
        if identity(one) == identity(other):
            return Distance(value=0.0, parts=tuple(self._same_part(name) for name in PARTS))
        first, second = sorted((one, other), key=lambda role: role.code)
        parts, known, shares = self._parts(self._space.blends([first]), self._space.blends([second]))
        nothing = not any(bool(known[name][0, 0]) for name in PARTS)
        rows = []
        for name in PARTS:
            is_known = bool(known[name][0, 0])
            evidence = self._evidence(name, (first, second), is_known=is_known, nothing=nothing, shares=shares[name])
            rows.append(
                Part(name=name, value=float(parts[name][0, 0]), weight=self._weights.weight(name), evidence=evidence)
            )
        return Distance(value=_clip(float(self._join(parts)[0, 0])), parts=tuple(rows))

    def rows(self, ones: Sequence[Role], others: Sequence[Role]) -> Matrix:
        """Return the distances of all *ones* (rows) to all *others* (columns)."""
        import numpy as np

        one_blends, other_blends = self._space.blends(ones), self._space.blends(others)
        result = np.empty((len(ones), len(others)))
        for start in range(0, len(ones), _ROWS_AT_ONCE):
            rows = slice(start, start + _ROWS_AT_ONCE)
            parts, _, _ = self._parts({name: blends.part(rows) for name, blends in one_blends.items()}, other_blends)
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
    ) -> tuple[dict[str, Matrix], dict[str, Matrix], dict[str, tuple[Matrix, Matrix]]]:
        """Return for each part the distances, which of them have data on both sides, and each side's share of data."""
        import numpy as np

        parts, known, shares = {}, {}, {}
        for name in PARTS:
            part = self._space.part(name)
            if part is None:
                empty = np.zeros(len(ones[name])), np.zeros(len(others[name]))
                parts[name], shares[name] = np.zeros((len(ones[name]), len(others[name]))), empty
            else:
                parts[name], *pair = part.distances(ones[name], others[name])
                shares[name] = (pair[0], pair[1])
            known[name] = np.outer(shares[name][0] > 0, shares[name][1] > 0)
        self._fill(parts, known, shares)
        return parts, known, shares

    def _fill(
        self, parts: dict[str, Matrix], known: dict[str, Matrix], shares: dict[str, tuple[Matrix, Matrix]]
    ) -> None:
        """Put what is to be expected in the place of what has no data; see `DistanceWeights` for the formula."""
        import numpy as np

        lacks_row = np.flatnonzero(np.any([shares[name][0] <= 0 for name in PARTS], axis=0))
        lacks_column = np.flatnonzero(np.any([shares[name][1] <= 0 for name in PARTS], axis=0))
        # Few roles lack anything: whole rows of those, then the columns of the others.
        has_row = np.setdiff1d(np.arange(len(shares[PARTS[0]][0])), lacks_row)
        for rows, columns in ((lacks_row, np.arange(len(shares[PARTS[0]][1]))), (has_row, lacks_column)):
            if len(rows) and len(columns):
                block = np.ix_(rows, columns)
                filled = self._filled({n: parts[n][block] for n in PARTS}, {n: known[n][block] for n in PARTS})
                for name in PARTS:
                    parts[name][block] = filled[name]

    def _filled(self, parts: dict[str, Matrix], known: dict[str, Matrix]) -> dict[str, Matrix]:
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

    def _same_part(self, name: str) -> Part:
        evidence = Evidence(kind=EvidenceKind.DERIVED, source=self._release, detail="the same role: no distance")
        return Part(name=name, value=0.0, weight=self._weights.weight(name), evidence=evidence)

    def _evidence(
        self,
        name: str,
        roles: tuple[Role, Role],
        *,
        is_known: bool,
        nothing: bool,
        shares: tuple[Matrix, Matrix],
    ) -> Evidence:
        if not is_known:
            who = " and ".join(
                role.title for role, share in zip(roles, shares, strict=True) if float(share[0]) <= 0
            )
            if nothing:
                detail = f"nothing to compare with for {who}: the mean distance of all occupations is put in its place"
                return Evidence(kind=EvidenceKind.ASSUMPTION, source=f"aijobkit prior from {self._release}", detail=detail)
            detail = f"missing for {who}: filled with what the other parts let expect"
            return Evidence(kind=EvidenceKind.DERIVED, source=self._release, detail=detail)
        return Evidence(kind=EvidenceKind.DERIVED, source=self._release, detail=_HOW[name] + self._remark(name, roles))

    def _remark(self, name: str, roles: tuple[Role, Role]) -> str:
        """Return what is special about the figures behind a part: blends, estimates, stand-ins."""
        remarks = [
            f"{role.title} is a blend of {len(anchors)} occupations"
            for role in roles
            if len(anchors := self._space.anchors(role)) > 1
        ]
        column = {"ratings": "ratings_source", "tasks": "tasks_source"}.get(name)
        if column is not None:
            codes = sorted({code for role in roles for code, _ in self._space.anchors(role)})
            marks = ", ".join("?" * len(codes))
            query = f"SELECT title FROM roles WHERE {column} = 'derived' AND code IN ({marks}) ORDER BY code"  # noqa: S608 - own names
            titles = [title for (title,) in self._space.store.rows(query, codes)]
            what = "ratings estimated" if name == "ratings" else "description in the place of tasks"
            remarks += [f"{what} for {title}" for title in titles]
        return "".join(f"; {remark}" for remark in remarks)


def _clip(value: float) -> float:
    return min(1.0, max(0.0, value))
