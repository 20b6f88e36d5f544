"""
The figures of roles as arrays: `RoleSpace`, in which every role is a weighted blend of O*NET occupations.

In each part an occupation is a unit vector, and a catalogue role the weighted mean of its anchors' vectors plus something of
its own, at right angles to everything else, that makes up the unit length.  So the cosine of two roles is the weighted mean
of their anchors' cosines, ``x'Gy``, with the table of cosines G and the weights x and y.  Scaling the blend to unit length
instead would bring it nearer to everything than any occupation is, for a mean has lost what is special about each.

numpy is imported inside the functions, to keep the start light.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from aijobkit.roles import Role, RoleDefinition
from aijobkit.taxonomy.measures.weights import DistanceWeights
from aijobkit.taxonomy.store import Store

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Places = NDArray[np.int64]

__all__ = ["Blends", "RoleSpace"]

# What the greatest of a byte stands for: the build keeps roots of cosines in one byte each.
_BYTE = 255.0
_COSINES = {
    "tasks": "task_similarity",
    "activities": "activity_similarity",
    "titles": "title_similarity",
    "technologies": "technology_similarity",
}
_FIGURES = {"ratings": "importance", "interests": "interests"}


@attrs.frozen(eq=False)
class Blends:
    """
    Roles as blends of occupations, one row per role, padded with weight 0.

    Args:
        places: Places in the tables of the parts, shape ``(roles, most anchors)``.
        weights: Their weights; a row sums to 1, to less for a catalogue role, to 0 where the role has no anchor.
    """

    places: Places
    weights: Matrix

    def __len__(self) -> int:
        return len(self.places)

    def part(self, rows: slice) -> Blends:
        """Return some of the roles."""
        return Blends(self.places[rows], self.weights[rows])

    def known_only(self, known: NDArray[np.bool_]) -> tuple[Blends, Matrix]:
        """Return the blends over anchors with data, weights scaled to the same sum, and the weight that had data."""
        import numpy as np

        weights = self.weights * known[self.places]
        share: Matrix = weights.sum(axis=1)
        scale = self.weights.sum(axis=1) / np.where(share > 0, share, 1.0)
        return Blends(self.places, weights * scale[:, None]), share

    def of_rows(self, table: NDArray[Any], values: Matrix | None = None) -> Matrix:
        """
        Return the weighted sums of rows of *table*.

        Args:
            table: Figures, or bytes that stand for *values*.
            values: What each byte stands for, or None where the table holds figures.
        """
        import numpy as np

        def rows(places: Places) -> Matrix:
            found: Matrix = np.take(table, places, axis=0) if values is None else values[np.take(table, places, axis=0)]
            return found

        # Most roles have one anchor: the first column does most of the work.
        result = rows(self.places[:, 0])
        result *= self.weights[:, :1]
        for column in range(1, self.places.shape[1]):
            some = np.flatnonzero(self.weights[:, column])
            result[some] += rows(self.places[some, column]) * self.weights[some, column, None]
        return result

    def of_columns(self, table: Matrix) -> Matrix:
        """Return the weighted sums of columns of *table*."""
        import numpy as np

        result: Matrix = np.take(table, self.places[:, 0], axis=1)
        result *= self.weights[:, 0]
        for column in range(1, self.places.shape[1]):
            some = np.flatnonzero(self.weights[:, column])
            result[:, some] += table[:, self.places[some, column]] * self.weights[some, column]
        return result


class Part(Protocol):
    """A part of the distance between roles."""

    def distances(self, ones: Blends, others: Blends) -> tuple[Matrix, Matrix, Matrix]:
        """Return the distances of all pairs, and of each blend the share of its weight that has data."""


class Figures:
    """A part known by vectors: half of one minus their cosine, so that opposites are 1 apart and strangers one half."""

    def __init__(self, table: Matrix) -> None:
        import numpy as np

        length = np.sqrt(np.square(table).sum(axis=1))
        self.known: NDArray[np.bool_] = length > 0
        self.table: Matrix = table / np.where(self.known, length, 1.0)[:, None]

    def distances(self, ones: Blends, others: Blends) -> tuple[Matrix, Matrix, Matrix]:
        """See `Part`."""
        import numpy as np

        (ones, one_share), (others, other_share) = ones.known_only(self.known), others.known_only(self.known)
        result = ones.of_rows(self.table) @ others.of_rows(self.table).T
        np.subtract(1.0, result, out=result)
        result /= 2  # cosines run from -1 to 1
        return np.clip(result, 0.0, 1.0, out=result), one_share, other_share


class Cosines:
    """
    A part known by the cosines of all pairs of unit vectors: ``1 - sqrt(cosine)``.

    The root keeps small likenesses apart, where most pairs lie.

    Args:
        table: Bytes, 255 times the root of the cosine.
        occupations: How many rows are occupations; what stands behind them always has data.
        stand_ins: Occupations with a text in the place of their own.  It is short, and so less like everything; their distances
            are shifted until their mean is that of the others.
    """

    def __init__(self, table: NDArray[np.uint8], occupations: int, stand_ins: Sequence[int] = ()) -> None:
        import numpy as np

        self.table = table
        self.values: Matrix = np.square(np.arange(256) / _BYTE)
        # An occupation that is like nobody else has no data here; what stands behind the occupations always has.
        self.known: NDArray[np.bool_] = np.count_nonzero(table, axis=1) > 1
        self.known[occupations:] = True
        self._shift: Matrix | None = None
        own = np.flatnonzero(self.known & ~np.isin(np.arange(len(table)), stand_ins))
        if len(stand_ins) and len(own):
            mean = (1.0 - table[:, own] / _BYTE).mean(axis=1)
            self._shift = np.zeros((len(table), 1))
            self._shift[list(stand_ins), 0] = mean[own].mean() - mean[list(stand_ins)]

    def distances(self, ones: Blends, others: Blends) -> tuple[Matrix, Matrix, Matrix]:
        """See `Part`."""
        import numpy as np

        (ones, one_share), (others, other_share) = ones.known_only(self.known), others.known_only(self.known)
        result = others.of_columns(ones.of_rows(self.table, self.values))
        np.sqrt(np.clip(result, 0.0, 1.0, out=result), out=result)
        np.subtract(1.0, result, out=result)
        if self._shift is not None:
            result += ones.of_rows(self._shift)
            result += others.of_rows(self._shift).T
            np.clip(result, 0.0, 1.0, out=result)
        return result, one_share, other_share


class RoleSpace:
    """
    All roles of a build, and the parts by which they are compared.

    Args:
        store: The packed taxonomy.
        definitions: Catalogue roles by code.
        weights: How much of a catalogue role is like nothing else, and how much of its technologies is its own list.
    """

    def __init__(self, store: Store, definitions: Mapping[str, RoleDefinition], weights: DistanceWeights) -> None:
        self.store = store
        self._anchored = 1.0 - weights.speciality
        self._own_technologies = weights.own_technologies
        self._latest: tuple[Sequence[Role] | None, dict[str, Blends]] = (None, {})
        self.definitions = dict(definitions)
        self.codes: tuple[str, ...] = tuple(code for (code,) in store.rows("SELECT code FROM roles ORDER BY code"))
        self.places = {code: place for place, code in enumerate(self.codes)}
        # The catalogue's own technology lists stand behind the occupations.
        has_technologies = all(map(store.has_table, ("technologies", "role_technologies", "technology_lengths")))
        listed = sorted(code for code, one in self.definitions.items() if one.technologies and has_technologies)
        self.own_places = {code: len(self.codes) + place for place, code in enumerate(listed)}

    def anchors(self, role: Role) -> tuple[tuple[str, float], ...]:
        """
        Return the occupations a role is measured by, with weights that sum to 1; empty where there is none in this build.

        A role that stands for an O*NET occupation is that occupation.  A role that no catalogue defines is the even blend of
        its O*NET codes, and so is a way of life whose field of study was named: these codes stand for the field.
        """
        if role.same_as in self.places:
            return ((role.same_as, 1.0),) if role.same_as else ()
        definition = self.definitions.get(role.code)
        own = tuple((code, 1.0) for code in role.onet_codes)
        has_field = (
            role.is_life_role and own and definition is not None and set(role.onet_codes) != dict(definition.anchors).keys()
        )
        pairs = own if definition is None or has_field else definition.anchors
        known = [(code, weight) for code, weight in pairs if code in self.places]
        total = sum(weight for _, weight in known)
        return tuple((code, weight / total) for code, weight in known)

    def identity(self, role: Role) -> str:
        """Return the code two roles share exactly when they are one: the O*NET code that a role stands for, or its own."""
        return role.same_as if role.same_as in self.places and role.same_as else role.code

    def blends(self, roles: Sequence[Role]) -> dict[str, Blends]:
        """
        Return *roles* as blends for every part; for technologies with the catalogue's own lists.

        A tuple is remembered: plans ask again and again for the distances to the same tuple of all roles.
        """
        latest, found = self._latest
        if latest is roles:
            return found
        found = self._blend(roles)
        if isinstance(roles, tuple):
            self._latest = (roles, found)
        return found

    def _blend(self, roles: Sequence[Role]) -> dict[str, Blends]:
        plain, with_own = [], []
        for role in roles:
            scale = 1.0 if self.identity(role) in self.places else self._anchored
            anchors = [(self.places[code], weight * scale) for code, weight in self.anchors(role)]
            plain.append(anchors)
            own = self.own_places.get(self.identity(role))
            if own is None:
                with_own.append(anchors)
            else:
                # Here the own list says what is special, so that nothing more is put aside.
                share = self._own_technologies if anchors else 1.0
                rest = [(place, weight / scale * (1.0 - share)) for place, weight in anchors]
                with_own.append([*rest, (own, share)])
        blended, own_blended = _padded(plain), _padded(with_own)
        return {name: own_blended if name == "technologies" else blended for name in (*_FIGURES, *_COSINES)}

    def part(self, name: str) -> Part | None:
        """Return a part, or None where the build lacks its table."""
        if name not in self._parts:
            self._parts[name] = self._figures(name) if name in _FIGURES else self._cosines(name)
        return self._parts[name]

    @functools.cached_property
    def _parts(self) -> dict[str, Part | None]:
        return {}

    @functools.cached_property
    def standards(self) -> dict[str, tuple[float, float]]:
        """Mean and standard deviation of the importance of every element over the measured occupations."""
        if not self.store.has_table("elements"):
            return {}
        rows = self.store.rows("SELECT id, importance_mean, importance_sd FROM elements ORDER BY id")
        return {key: (mean, sd) for key, mean, sd in rows if mean is not None and sd}

    def columns(self, name: str) -> tuple[str, ...]:
        """Return the keys of a column of figures, such as element ids."""
        if not self.store.has_table("blob_columns"):
            return ()
        return tuple(key for (key,) in self.store.rows("SELECT key FROM blob_columns WHERE name = ? ORDER BY place", (name,)))

    def _figures(self, name: str) -> Part | None:
        """Return standard scores of every element; an element without a figure counts as average."""
        import numpy as np

        column = _FIGURES[name]
        keys = self.columns(column)
        if not keys or not self.store.has_table("profiles"):
            return None
        table = np.zeros((len(self.codes), len(keys)))
        standards = np.array([self.standards.get(key, (0.0, 0.0)) for key in keys])
        scale = np.where(standards[:, 1] > 0, standards[:, 1], np.inf)
        query = f"SELECT code, {column} FROM profiles WHERE {column} IS NOT NULL ORDER BY code"  # noqa: S608 - our own names
        for code, blob in self.store.rows(query):
            figures = np.frombuffer(blob, dtype="<f4").astype(np.float64)
            if code in self.places:
                table[self.places[code]] = np.where(figures >= 0, (figures - standards[:, 0]) / scale, 0.0)
        return Figures(table)

    def _cosines(self, name: str) -> Part | None:
        import numpy as np

        table, size = _COSINES[name], len(self.codes)
        if not self.store.has_table(table):
            return None
        rows = self.store.rows(f"SELECT row FROM {table} ORDER BY code")  # noqa: S608 - names of our own tables
        if len(rows) != size:
            return None
        # The store keeps the lower half of the square, row by row.
        half = np.frombuffer(b"".join(row for (row,) in rows), dtype=np.uint8)
        lower = np.tri(size, k=-1, dtype=bool)
        stored = np.full((size, size), 255, dtype=np.uint8)
        stored[lower] = half
        stored.T[lower] = half
        if name == "technologies" and self.own_places:
            return Cosines(self._with_own_lists(stored), size)
        derived: list[tuple[str]] = []
        if name == "tasks":
            derived = self.store.rows("SELECT code FROM roles WHERE tasks_source = 'derived' ORDER BY code")
        return Cosines(stored, size, [self.places[code] for (code,) in derived])

    def _with_own_lists(self, stored: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Return the cosines of technologies with the catalogue's own lists as further rows and columns."""
        import numpy as np

        size, own = len(self.codes), len(self.own_places)
        lists = [sorted(set(self.definitions[code].technologies)) for code in self.own_places]
        names = sorted({name for own_names in lists for name in own_names})
        marks = ", ".join("?" * len(names))
        counts = self.store.rows(f"SELECT technology, occupations FROM technologies WHERE technology IN ({marks})", names)  # noqa: S608
        # The weights of the builder's own cosines: rare technologies tell most, and what no occupation lists is rarest.
        square = dict.fromkeys(names, (math.log(1 + size) + 1.0) ** 2)
        square.update({name: (math.log((1 + size) / (1 + count)) + 1.0) ** 2 for name, count in counts})
        users: dict[str, list[int]] = {name: [] for name in names}
        query = f"SELECT code, technology FROM role_technologies WHERE technology IN ({marks}) ORDER BY code"  # noqa: S608
        for code, name in self.store.rows(query, names):
            users[name].append(self.places[code])
        squares = np.ones(size)
        for code, squared in self.store.rows("SELECT code, squared FROM technology_lengths ORDER BY code"):
            squares[self.places[code]] = squared
        lengths = np.array([math.sqrt(sum(square[name] for name in own_names)) for own_names in lists])
        listed = np.array([[name in own_names for name in names] for own_names in map(set, lists)])
        among = (listed * np.array([square[name] for name in names])) @ listed.T / np.outer(lengths, lengths)
        beside = np.zeros((own, size))
        for row, own_names in enumerate(lists):
            for name in own_names:
                beside[row, users[name]] += square[name]
        beside /= np.outer(lengths, np.sqrt(squares))
        table = np.empty((size + own, size + own), dtype=np.uint8)
        table[:size, :size] = stored
        table[size:, :size] = np.rint(_BYTE * np.sqrt(np.clip(beside, 0.0, 1.0)))
        table[:size, size:] = table[size:, :size].T
        table[size:, size:] = np.rint(_BYTE * np.sqrt(np.clip(among, 0.0, 1.0)))
        return table


def _padded(rows: Sequence[Sequence[tuple[int, float]]]) -> Blends:
    import numpy as np

    width = max(1, *(len(row) for row in rows)) if rows else 1
    places, weights = np.zeros((len(rows), width), dtype=np.int64), np.zeros((len(rows), width))
    for number, row in enumerate(rows):
        for column, (place, weight) in enumerate(row):
            places[number, column], weights[number, column] = place, weight
    return Blends(places, weights)
