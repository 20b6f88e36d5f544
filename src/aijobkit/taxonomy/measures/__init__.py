"""
Measures on one build: how far roles and industries are apart, what a role asks for and what it pays.

`Measures` answers; behind it `weights` holds the parameters, `vectors` the figures as arrays, `distances` and `industries` the
two distances and `profiles` the profiles.  What they stand on is told in the documentation, "How distances are measured".
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.industries import Industry, sector_of
from aijobkit.roles import Role, RoleDefinition, RoleLevel, RoleProfile, same_role
from aijobkit.switches import Distance
from aijobkit.taxonomy.measures.distances import RoleDistances
from aijobkit.taxonomy.measures.industries import TIERS, IndustryDistances, Tier
from aijobkit.taxonomy.measures.profiles import RoleProfiles
from aijobkit.taxonomy.measures.vectors import Blends, RoleSpace
from aijobkit.taxonomy.measures.weights import PARTS, DistanceWeights
from aijobkit.taxonomy.store import Store

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["PARTS", "TIERS", "DistanceWeights", "Measures", "Tier"]


class Measures:
    """
    The measures on one build; every heavy table is read when it is first needed.

    Args:
        store: The packed taxonomy.
        definitions: Catalogue roles by code, those of the build and those of plugins.
        weights: The parameters of the distance between roles.

    Examples:
        >>> from aijobkit.taxonomy import load_taxonomy
        >>> measures = load_taxonomy().measures
        >>> surgeon, engineer = load_taxonomy().role("29-1243.00"), load_taxonomy().role("15-1252.00")
        >>> measures.role_distance(surgeon, engineer) == measures.role_distance(engineer, surgeon)
        True
    """

    def __init__(
        self,
        store: Store,
        definitions: Mapping[str, RoleDefinition] | None = None,
        *,
        weights: DistanceWeights | None = None,
    ) -> None:
        self._store = store
        self.weights = weights or DistanceWeights()
        self._space = RoleSpace(store, definitions or {}, speciality=self.weights.speciality)
        release = f"O*NET {store.meta.get('source.O*NET', 'unknown')}"
        self._roles = RoleDistances(self._space, self.weights, release)
        self._industries = IndustryDistances(store)
        self._profiles = RoleProfiles(self._space, release)

    # -- roles ------------------------------------------------------------------------------------------------------

    def role_distance(self, one: Role, other: Role, /) -> Distance:
        """
        Return how unlike two roles are.

        Args:
            one: A role.
            other: Another role.

        Returns:
            In [0, 1], 0 exactly for the same role, equal in both directions; the value is the sum of weight times value over
            the parts, which are those of `PARTS` in that order.
        """
        return self._roles.between(one, other)

    def role_distances(self, origin: Role, targets: Sequence[Role], /) -> NDArray[np.float64]:
        """
        Return the distances from one role to many, equal to those of `role_distance` up to rounding.

        Args:
            origin: A role.
            targets: Roles, in any order.

        Returns:
            One value per target, in their order.
        """
        result: NDArray[np.float64] = self._roles.rows([origin], targets)[0]
        return result

    def all_distances(self) -> tuple[tuple[Role, ...], NDArray[np.float64]]:
        """Return all roles (O*NET by code, then catalogue by code) and the symmetric, read-only table of distances."""
        return self._all

    @functools.cached_property
    def _all(self) -> tuple[tuple[Role, ...], NDArray[np.float64]]:
        table = self._roles.rows(self.roles, self.roles)
        table = (table + table.T) / 2.0
        table.setflags(write=False)
        return self.roles, table

    @functools.cached_property
    def roles(self) -> tuple[Role, ...]:
        """All roles, O*NET occupations by code, then catalogue roles by code."""
        stands_for: dict[str, str] = {}
        if self._store.has_table("catalogue_roles"):
            stands_for = dict(self._store.rows("SELECT code, same_as FROM catalogue_roles WHERE same_as <> '' ORDER BY code"))
        definitions = sorted(self._space.definitions.values(), key=lambda definition: definition.code)
        ai = {stands_for[definition.code] for definition in definitions if definition.is_ai and definition.code in stands_for}
        onet = self._store.rows("SELECT code, title FROM roles ORDER BY code")
        return (
            *(Role(code=code, title=title, is_ai=code in ai) for code, title in onet),
            *(attrs.evolve(one.role(), same_as=stands_for.get(one.code)) for one in definitions),
        )

    @functools.cached_property
    def _listable(self) -> tuple[Role, ...]:
        """
        Roles that a list of similar roles may name.

        Left out: stations of life, residual occupations ("..., All Other") that O*NET has not described by tasks, and catalogue
        roles that are an O*NET occupation by another name.
        """
        described = {code for (code,) in self._store.rows("SELECT code FROM roles WHERE tasks_source = 'measured'")}
        if not described:
            described = set(self._space.codes)
        return tuple(
            role
            for role in self.roles
            if not role.is_life_role
            and (role.code in described or (":" in role.code and role.onet_codes and role.same_as not in self._space.places))
        )

    @functools.cached_property
    def _listable_blends(self) -> dict[str, Blends]:
        return self._space.blends(self._listable)

    def similar_roles(
        self, role: Role, limit: int = 20, *, level: RoleLevel = RoleLevel.ONET
    ) -> tuple[tuple[Role, Distance], ...]:
        """
        Return the roles most like *role*.

        Args:
            role: A role.
            limit: How many at most.
            level: Roles that are the same at this level are left out: by default only the role itself; with
                `RoleLevel.DETAILED` also the other specialities of one SOC occupation.

        Returns:
            Roles with their distances, nearest first, ties by code.
        """
        import numpy as np

        candidates = self._listable
        distances = self._roles.rows([role], candidates, self._listable_blends)[0]
        codes = np.array([one.code for one in candidates])
        # Rounded, so that a tie stays a tie.
        order = np.lexsort((codes, np.round(distances, 9)))
        others = (candidates[place] for place in order if not same_role(candidates[place], role, level=level))
        nearest = list(itertools.islice(others, max(0, limit)))
        return tuple(zip(nearest, self._roles.to_each(role, nearest), strict=True))

    def profile(self, role: Role, /) -> RoleProfile:
        """Return what *role* asks for, as far as the data know it; a catalogue role is the weighted mean of its anchors."""
        return self._profiles.of(role)

    # -- industries -------------------------------------------------------------------------------------------------

    def industry_distance(self, one: Industry | None, other: Industry | None, /) -> Distance:
        """
        Return how unlike two industries are.

        Args:
            one: An industry, or None where there is none to leave.
            other: Another industry, or None.

        Returns:
            Symmetric; the tier is one of `TIERS`, or ``entered`` with the value 0 where one side is None.
        """
        return self._industries.between(one, other)

    # -- pay and jobs -----------------------------------------------------------------------------------------------

    def pay(self, role: Role, industry: Industry | None = None, /) -> tuple[float, Evidence] | None:
        """
        Return the yearly median pay of *role*.

        Args:
            role: A role; a catalogue role is paid like the weighted mean of its anchors.
            industry: Where; the figure is that of its sector, of all sectors where OEWS has none there.

        Returns:
            U.S. dollars a year and where they are from, or None where nothing is known.
        """
        for sector in (None if industry is None else sector_of(industry.code), None):
            found = self._pay_in(role, sector)
            if found is not None:
                return found
        return None

    @property
    def _oews(self) -> str:
        return f"OEWS {self._store.meta.get('source.OEWS', 'unknown')}"

    def _pay_in(self, role: Role, sector: str | None) -> tuple[float, Evidence] | None:
        table = "employment" if sector is None else "pay"
        if not self._store.has_table(table):
            return None
        found: list[tuple[str, float, float]] = []
        for soc, weight in self._counted(role):
            if sector is None:
                rows = self._store.rows("SELECT median_pay, 0 FROM employment WHERE soc = ?", (soc,))
            else:
                rows = self._store.rows("SELECT median_pay, top_coded FROM pay WHERE soc = ? AND sector = ?", (soc, sector))
            found += [(soc, weight, median) for median, _ in rows if median is not None]
        total = sum(weight for _, weight, _ in found)
        if total < 0.5:
            return None
        where = "all sectors, mean of sector medians by jobs" if sector is None else f"sector {sector}, national"
        kind = EvidenceKind.MEASURED if len(found) == 1 and sector is not None else EvidenceKind.DERIVED
        detail = f"median yearly pay of {', '.join(soc for soc, _, _ in found)} in {where}"
        value = sum(weight * median for _, weight, median in found) / total
        return round(value, 2), Evidence(kind=kind, source=self._oews, detail=detail)

    def _counted(self, role: Role) -> tuple[tuple[str, float], ...]:
        """Return the occupations that OEWS counts for a role, with their weights, by code."""
        weights: dict[str, float] = {}
        for code, weight in self._space.anchors(role):
            for (soc,) in self._store.rows("SELECT employment_soc FROM roles WHERE code = ?", (code,)):
                if soc:
                    weights[soc] = weights.get(soc, 0.0) + weight
        return tuple(sorted(weights.items()))

    def exists_in(self, role: Role, industry: Industry, /, *, least_share: float = 0.0) -> bool | None:
        """
        Say whether OEWS counts jobs of *role* in the sector of *industry*.

        Args:
            role: A role; a catalogue role exists where any of its anchors does.
            industry: An industry of any level.
            least_share: Share of the role's jobs that must be in that sector, in [0, 1]; a handful of nurses with software
                publishers is no place to look for work as a nurse.

        Returns:
            True or False, or None where OEWS does not count the role or the sector.
        """
        if not self._store.has_table("pay"):
            return None
        sector = sector_of(industry.code)
        counted = [soc for soc, _ in self._counted(role)]
        if not counted or not self._store.rows("SELECT 1 FROM pay WHERE sector = ? LIMIT 1", (sector,)):
            return None
        marks = ", ".join("?" * len(counted))
        rows = self._store.rows(
            f"SELECT soc, sector, employment FROM pay WHERE soc IN ({marks})",  # noqa: S608 - only question marks
            counted,
        )
        if not rows:
            return None
        jobs: dict[str, int] = {}
        for soc, _, count in rows:
            jobs[soc] = jobs.get(soc, 0) + (count or 0)
        # A suppressed count says that there are jobs, but not how many: then their being there is enough.
        return any(found == sector and (count is None or count >= least_share * jobs[soc]) for soc, found, count in rows)
