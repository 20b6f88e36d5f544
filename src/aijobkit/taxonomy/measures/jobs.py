"""
Pay and jobs: `JobFigures`.

Reads the OEWS figures of occupations by sector, once, and answers for roles: what is the work paid, and does it occur here at
all?  A role is counted by its occupations; a speciality of O*NET's by the whole SOC occupation that it belongs to, which
every answer says.  Knows no distance.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.industries import Industry, sector_of
from aijobkit.roles import Role
from aijobkit.taxonomy.measures.vectors import RoleSpace
from aijobkit.taxonomy.measures.weights import BlendThresholds

__all__ = ["JobFigures"]

_ALONE_AND_ONE = 2  # an occupation and one speciality of it

# Jobs and median pay, None where OEWS withholds the figure; and whether the highest median that it publishes is part of it.
_Cell = tuple["int | None", "int | None", bool]
_NO_CELL: _Cell = (None, None, False)


@attrs.frozen
class _Paid:
    """What one occupation is paid, and how firmly that stands."""

    soc: str
    weight: float
    pay: float
    jobs: int
    sectors: tuple[str, ...]  # where the figure is from; empty for all sectors
    is_capped: bool  # whether a median that OEWS does not publish, for it is too high, is part of it


class JobFigures:
    """
    Pay and jobs of the roles of one build.

    Args:
        space: The roles and their anchors.
        thresholds: From what weight of its anchors on a blend is paid, or occurs, like them.
    """

    def __init__(self, space: RoleSpace, thresholds: BlendThresholds | None = None) -> None:
        self._space = space
        self._thresholds = thresholds or BlendThresholds()
        self._store = space.store
        self._release = f"OEWS {self._store.meta.get('source.OEWS', 'unknown')}"
        self._known_counted: dict[Role, tuple[tuple[str, float], ...]] = {}

    # -- the tables -------------------------------------------------------------------------------------------------

    @functools.cached_property
    def _cells(self) -> dict[str, dict[str, _Cell]]:
        """Jobs, median pay and whether that is capped, by occupation and sector."""
        cells: dict[str, dict[str, _Cell]] = {}
        if self._store.has_table("pay"):
            for soc, sector, jobs, pay, top_coded in self._store.rows(
                "SELECT soc, sector, employment, median_pay, top_coded FROM pay ORDER BY soc, sector"
            ):
                cells.setdefault(soc, {})[sector] = (jobs, pay, bool(top_coded))
        return cells

    @functools.cached_property
    def _cap(self) -> int:
        """The highest median that is published, in dollars; 0 where no median stands at it."""
        return max((pay or 0 for own in self._cells.values() for _, pay, is_capped in own.values() if is_capped), default=0)

    @functools.cached_property
    def _sector_jobs(self) -> dict[str, int]:
        """Jobs of each sector, as far as they are counted by occupation."""
        jobs: dict[str, int] = {}
        for sectors in self._cells.values():
            for sector, (count, _, _) in sectors.items():
                jobs[sector] = jobs.get(sector, 0) + (count or 0)
        return jobs

    @functools.cached_property
    def _everywhere(self) -> dict[str, _Cell]:
        """Jobs, median pay and whether a capped median is part of that, by occupation over all sectors."""
        if not self._store.has_table("employment"):
            return {}
        rows = self._store.rows("SELECT soc, employment, median_pay FROM employment ORDER BY soc")
        capped = {soc for soc, own in self._cells.items() if any(is_capped for _, _, is_capped in own.values())}
        return {soc: (jobs, pay, soc in capped) for soc, jobs, pay in rows}

    @functools.cached_property
    def _counted_as(self) -> dict[str, str]:
        """The occupation that OEWS counts for each code of the build, where it counts one."""
        return dict(self._store.rows("SELECT code, employment_soc FROM roles WHERE employment_soc <> '' ORDER BY code"))

    def _counted(self, role: Role) -> tuple[tuple[str, float], ...]:
        """Return the occupations that OEWS counts for a role, with their weights, by code."""
        if role not in self._known_counted:
            weights: dict[str, float] = {}
            for code, weight in self._space.anchors(role):
                soc = self._counted_as.get(code)
                if soc:
                    weights[soc] = weights.get(soc, 0.0) + weight
            self._known_counted[role] = tuple(sorted(weights.items()))
        return self._known_counted[role]

    # -- pay --------------------------------------------------------------------------------------------------------

    def pay(self, role: Role, industry: Industry | None, least_jobs: float) -> tuple[float, Evidence] | None:
        """See `Measures.pay`."""
        sectors = () if industry is None else tuple(dict.fromkeys(map(sector_of, industry.naics_codes)))
        for where in (sectors, ()) if sectors else ((),):
            found = self._telling([*self._paid(role, where)], least_jobs)
            total = sum(paid.weight for paid in found)
            if self._thresholds.is_majority(total):
                # Of a mix, who is not counted there is paid as everywhere: without them the others would pass for all.
                counted = {paid.soc for paid in found}
                others = [paid for paid in self._paid(role, ()) if paid.soc not in counted] if where else []
                whole = [*found, *others]
                value = sum(paid.weight * paid.pay for paid in whole) / sum(paid.weight for paid in whole)
                return round(value, 2), self._pay_evidence(role, whole, where)
        return None

    def _paid(self, role: Role, sectors: Sequence[str]) -> Iterator[_Paid]:
        """Yield what the occupations of a role are paid in some sectors, the mean by jobs, or in all where none is given."""
        for soc, weight in self._counted(role):
            own = self._cells.get(soc, {}) if sectors else {"": self._everywhere.get(soc, _NO_CELL)}
            cells = [(sector, *own[sector]) for sector in sectors or ("",) if sector in own]
            known = [(sector, count or 0, pay, is_capped) for sector, count, pay, is_capped in cells if pay is not None]
            if known:
                jobs = sum(count for _, count, _, _ in known)
                # Where no count is told, every sector counts alike.
                weights = [count / jobs if jobs else 1.0 / len(known) for _, count, _, _ in known]
                mean = sum(share * pay for share, (_, _, pay, _) in zip(weights, known, strict=True))
                is_capped = any(one for *_, one in known)
                yield _Paid(soc, weight, mean, jobs, tuple(sector for sector, *_ in known if sector), is_capped)

    def _pay_evidence(self, role: Role, found: Sequence[_Paid], sectors: Sequence[str]) -> Evidence:
        names, elsewhere = (
            ", ".join(self._soc_name(paid.soc) for paid in found if bool(paid.sectors or not sectors) is is_there)
            for is_there in (True, False)
        )
        is_alone = self._is_counted_alone(role)
        if len(found) > 1:
            names = f"the mean of {names}"
        elif not is_alone and ":" not in role.code:
            names = f"all {names}"
        used = [sector for sector in sectors if any(sector in paid.sectors for paid in found)]
        names_used = tuple(map(self._sector_name, used))
        titles = " and ".join(names_used)
        where = "all sectors, mean of sector medians by jobs"
        if used:
            where = f"the sector {titles}" if len(used) == 1 else f"the sectors {titles}, mean by jobs"
            where += f", and {elsewhere} in all sectors" if elsewhere else ""
        is_capped = any(paid.is_capped for paid in found)
        cap = f"; above ${self._cap:,} BLS publishes no figure, so the true figure is this or more" if is_capped else ""
        return Evidence(
            kind=EvidenceKind.MEASURED if is_alone and len(used) == 1 else EvidenceKind.DERIVED,
            source=self._release,
            detail=f"median yearly pay of {names} in {where}{cap}",
            is_floor=is_capped,
            # What mixes the sector with the whole economy is said in full, and claims no sector.
            sectors=None if used and elsewhere else names_used,
        )

    def _is_counted_alone(self, role: Role) -> bool:
        """Say whether OEWS counts exactly this role: no blend, and no speciality within a wider occupation."""
        anchors = self._space.anchors(role)
        return len(anchors) == 1 and anchors[0][0] == f"{self._counted_as.get(anchors[0][0])}.00"

    @functools.cached_property
    def _titles(self) -> dict[str, str]:
        return dict(self._store.rows("SELECT code, title FROM roles WHERE code LIKE '%.00' ORDER BY code"))

    def _soc_name(self, soc: str) -> str:
        title = self._titles.get(f"{soc}.00")
        return f"SOC {soc}" if title is None else f"{title} ({soc})"

    @functools.cached_property
    def _sector_titles(self) -> dict[str, str]:
        if not self._store.has_table("industries"):
            return {}
        return dict(self._store.rows("SELECT code, title FROM industries WHERE level = 2 ORDER BY code"))

    def _sector_name(self, sector: str) -> str:
        return f"{self._sector_titles[sector]} ({sector})" if sector in self._sector_titles else sector

    def _telling(self, found: list[_Paid], least_jobs: float) -> list[_Paid]:
        """Return the figures that rest on enough jobs; of a single one, that one."""
        many = [paid for paid in found if paid.jobs >= least_jobs]
        return many if many and self._thresholds.is_majority(sum(paid.weight for paid in many)) else found

    # -- existence --------------------------------------------------------------------------------------------------

    def exists_in(
        self,
        role: Role,
        industry: Industry,
        *,
        least_share: float,
        least_of_sector: float,
        home_share: float,
        home_jobs: float,
    ) -> bool | None:
        """See `Measures.exists_in`."""
        sectors = dict.fromkeys(map(sector_of, industry.naics_codes))
        total = sum(self._sector_jobs.get(sector, 0) for sector in sectors)
        if not self._counted(role) or not total:
            return None
        weights, unsure = {True: 0.0, False: 0.0}, 0.0
        # Of a mixture no table says where it is.
        is_reviewed = len(self._space.anchors(role)) == 1
        for code, weight in self._space.anchors(role):
            cells = self._cells.get(self._counted_as.get(code, ""))
            if not cells:
                continue
            told = [cells[sector][0] if sector in cells else 0 for sector in sectors]
            count = sum(jobs or 0 for jobs in told)
            share = count / max(1, sum(jobs or 0 for jobs, *_ in cells.values()))
            is_home = count > 0 and share >= home_share and count >= home_jobs
            occurs = is_home or (count > 0 and share >= least_share and count / total >= least_of_sector)
            if not occurs and None in told:
                continue  # withheld: there may be many or few
            if is_reviewed and count >= home_jobs and not self._reviewed_sectors.get(code, frozenset()).isdisjoint(sectors):
                weights[True] += weight
            elif not occurs or self._is_whole(code) or (is_home and self._is_only_speciality(code)):
                weights[occurs] += weight
            else:
                unsure += weight
        # That a wide occupation is there does not put each of its specialities there, unless what it is mixed with is there.
        if weights[True]:
            weights[True] += unsure
        if self._thresholds.is_majority(weights[True]):
            return True
        return False if self._thresholds.is_majority(weights[False]) else None

    @functools.cached_property
    def _reviewed_sectors(self) -> dict[str, frozenset[str]]:
        """In which sectors each reviewed speciality works, by judgement: OEWS counts it with others."""
        if not self._store.has_table("speciality_sectors"):
            return {}
        rows = self._store.rows("SELECT code, sectors FROM speciality_sectors ORDER BY code")
        return {code: frozenset(sectors.split(",")) for code, sectors in rows}

    def _is_whole(self, code: str) -> bool:
        """Say whether OEWS counts exactly this occupation, not a wider one of which it is a speciality."""
        return code == f"{self._counted_as[code]}.00"

    def _is_only_speciality(self, code: str) -> bool:
        """Say whether OEWS counts one speciality at most together with its occupation."""
        return self._counted_together[self._counted_as[code]] <= _ALONE_AND_ONE

    @functools.cached_property
    def _counted_together(self) -> Counter[str]:
        """How many occupations OEWS counts under each code."""
        return Counter(self._counted_as.values())
