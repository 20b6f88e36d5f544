"""
Measures on one build: how far roles and industries are apart, what a role asks for and what it pays.

`Measures` answers; behind it `weights` holds the parameters, `vectors` the figures as arrays, `distances` and `industries` the
two distances and `profiles` the profiles.  What they stand on is told in the documentation, "How distances are measured".
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import attrs

from aijobkit.evidence import Evidence
from aijobkit.industries import Industry
from aijobkit.roles import Role, RoleDefinition, RoleLevel, RoleProfile, same_role
from aijobkit.switches import Assumptions, Distance
from aijobkit.taxonomy.measures.distances import RoleDistances
from aijobkit.taxonomy.measures.industries import TIERS, IndustryDistances, Tier, industry_table
from aijobkit.taxonomy.measures.jobs import JobFigures
from aijobkit.taxonomy.measures.profiles import RoleProfiles
from aijobkit.taxonomy.measures.vectors import Blends, RoleSpace
from aijobkit.taxonomy.measures.weights import PARTS, BlendThresholds, DistanceWeights
from aijobkit.taxonomy.store import Store

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["PARTS", "TIERS", "BlendThresholds", "DistanceWeights", "Measures", "Tier", "industry_table"]

_DEFAULTS = Assumptions()

# Pairs and rows of distances kept for the next question: some 10 MB each.
_MOST_PAIRS = 4096
_MOST_ROWS = 256

K = TypeVar("K")
V = TypeVar("V")


def _kept(memory: dict[K, V], key: K, most: int, compute: Callable[[], V]) -> V:
    """Return what *memory* has under *key*, computed where it has nothing; a full memory starts anew."""
    try:
        return memory[key]
    except KeyError:
        if len(memory) >= most:
            memory.clear()
        # Another thread may clear the memory at any time.
        found = memory[key] = compute()
        return found


class Measures:
    """
    The measures on one build; every heavy table is read when it is first needed.

    Args:
        store: The packed taxonomy.
        definitions: Catalogue roles by code, those of the build and those of plugins.
        weights: The parameters of the distance between roles.
        thresholds: From when on what is true of its anchors is true of a role.

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
        thresholds: BlendThresholds | None = None,
    ) -> None:
        self._store = store
        self.weights = weights or DistanceWeights()
        self.thresholds = thresholds or BlendThresholds()
        self._space = RoleSpace(store, definitions or {}, self.weights)
        release = f"O*NET {store.meta.get('source.O*NET', 'unknown')}"
        self._roles = RoleDistances(self._space, self.weights, release)
        self._industries = IndustryDistances(store)
        self._profiles = RoleProfiles(self._space, release, self.thresholds)
        self._jobs = JobFigures(self._space, self.thresholds)
        self._known_pairs: dict[tuple[Role, Role], Distance] = {}
        self._known_rows: dict[Role, tuple[float, ...]] = {}

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
        # Equal in both directions, so that one of them is enough to keep.
        key = (one, other) if one.code <= other.code else (other, one)
        return _kept(self._known_pairs, key, _MOST_PAIRS, lambda: self._roles.between(*key))

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

    def distance_row(self, origin: Role, /) -> Sequence[float]:
        """Return the distances from one role to all of `roles`, in their order, kept for the next question."""
        return _kept(self._known_rows, origin, _MOST_ROWS, lambda: tuple(self.role_distances(origin, self.roles).tolist()))

    @functools.cached_property
    def outlines(self) -> tuple[RoleProfile, ...]:
        """Job zone, schooling and licence of all `roles`, in their order."""
        return tuple(self._profiles.outline(role) for role in self.roles)

    def all_distances(self) -> tuple[tuple[Role, ...], NDArray[np.float64]]:
        """Return all roles (O*NET by code, then catalogue by code) and the symmetric, read-only table of distances."""
        return self._all

    @functools.cached_property
    def _all(self) -> tuple[tuple[Role, ...], NDArray[np.float64]]:
        table = self._roles.rows(self.roles, self.roles)
        table = (table + table.T) / 2
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
    def listable(self) -> tuple[Role, ...]:
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
        return self._space.blends(self.listable)

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

        candidates = self.listable
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

    def pay(
        self, role: Role, industry: Industry | None = None, /, *, least_jobs: float = _DEFAULTS.pay_jobs
    ) -> tuple[float, Evidence] | None:
        """
        Return the yearly median pay of *role*.

        Args:
            role: A role; a catalogue role is paid like the weighted mean of its anchors, a speciality of O*NET's like all of
                its SOC occupation.
            industry: Where; the figure is that of its sector, of several sectors the mean by jobs, or of all sectors where OEWS
                has none there.
            least_jobs: Anchors of a blend with fewer jobs there are left out while anchors of half the weight remain.

        Returns:
            U.S. dollars a year and where they are from, or None where nothing is known.  The evidence names the occupations and
            the sectors; it is measured only where OEWS counts this very role there.
        """
        return self._jobs.pay(role, industry, least_jobs)

    def exists_in(
        self,
        role: Role,
        industry: Industry,
        /,
        *,
        least_share: float = 0.0,
        least_of_sector: float = 0.0,
        home_share: float = 1.0,
        home_jobs: float = 0.0,
    ) -> bool | None:
        """
        Say whether OEWS counts jobs of *role* in the sectors of *industry*, taken together.

        It counts sectors, not single industries: a yes says that such jobs are in the sector, not that every employer has one.

        Args:
            role: A role; a catalogue role exists where anchors of half its weight do.
            industry: An industry of any level.
            least_share: Share of the role's jobs that must be in that sector, in [0, 1]; a handful of nurses with software
                publishers is no place to look for work as a nurse.
            least_of_sector: Share of the sector's jobs that the role must have, in [0, 1]; where one job in ten thousand is of
                this kind, the usual employer has none.
            home_share: Share of the role's jobs from which on it is at home in the sector.
            home_jobs: Jobs there that being at home takes at least.

        Returns:
            True or False, or None where OEWS does not count the role or the sector, or withholds the figure.  A speciality of
            O*NET's is counted with its whole occupation: it is known to be where that is at home and has no other speciality,
            and where it has *home_jobs* and our reviewed table ``speciality_sectors.tsv`` puts the speciality; not known
            wherever else the occupation is.
        """
        return self._jobs.exists_in(
            role,
            industry,
            least_share=least_share,
            least_of_sector=least_of_sector,
            home_share=home_share,
            home_jobs=home_jobs,
        )
