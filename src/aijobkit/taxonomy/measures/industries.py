"""
The distance between industries: `IndustryDistances`.

Seven tiers, whose order is that of observed moves; within a tier, staffing and trade words break ties and never cross into
another tier.  A coarse prior, not a forecast.  Knows no role.
"""

from __future__ import annotations

import base64
import functools
import math

import attrs

from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.industries import Industry, covers, sector_of
from aijobkit.switches import Assumption, Distance, Part
from aijobkit.taxonomy.store import Store

__all__ = ["TIERS", "IndustryDistances", "Tier", "industry_table"]

# What the greatest of a byte stands for: the build keeps roots of cosines in one byte each.
_BYTE = 255.0

_UK = "observed over expected moves between UK industries, 2009-18"


@attrs.frozen(kw_only=True)
class Tier:
    """
    How near two industries are, in words and as a figure.

    Args:
        name: The tier in plain words.
        multiplier: Observed over expected moves; infinite for the same industry.
        kind: Measured where the multiplier is a published figure, derived where it is computed from such.
        source: Where the multiplier is from.
    """

    name: str
    multiplier: float
    kind: EvidenceKind
    source: str

    def distance(self, tilt: float = 0.0) -> float:
        """Return ``1 / (1 + multiplier * TILT ** tilt)`` for a *tilt* in [-1, 1]."""
        return 0.0 if math.isinf(self.multiplier) else 1.0 / (1.0 + self.multiplier * TILT**tilt)


TILT = 1.15
"""
By how much ties within a tier may move the multiplier, up and down.

Neighbouring tiers are at least 1.40 apart, and 1.15 squared is 1.32: no tie-break crosses a tier.
"""

ADJACENT_STAFFING = 0.57
"""Staffing affinity from which two sectors are adjacent: mean plus one standard deviation of all pairs, OEWS May 2024."""

_M, _D, _A = EvidenceKind.MEASURED, EvidenceKind.DERIVED, EvidenceKind.ASSUMPTION
SAME = Tier(name="same industry", multiplier=math.inf, kind=_D, source="NAICS 2022")
GROUP = Tier(name="same group", multiplier=15.0, kind=_M, source=_UK)
SUBSECTOR = Tier(name="same subsector", multiplier=5.7, kind=_M, source=_UK)
SECTOR = Tier(name="same sector", multiplier=2.9, kind=_M, source=_UK)
FAMILY = Tier(
    name="same family",
    multiplier=math.sqrt(SUBSECTOR.multiplier * SECTOR.multiplier),
    kind=_D,
    source=f"geometric mean of same subsector and same sector; {_UK}",
)
ADJACENT = Tier(name="adjacent sector", multiplier=1.7, kind=_M, source=_UK)
DISTANT = Tier(name="distant", multiplier=0.55, kind=_M, source=_UK)

TIERS = (SAME, GROUP, SUBSECTOR, FAMILY, SECTOR, ADJACENT, DISTANT)
"""All tiers, the nearest first."""

_NOT_MEASURED = "aijobkit; a judgement, not a measurement"


def industry_table() -> tuple[Assumption, ...]:
    """
    Return the parameters of the distance between industries: the multiplier of each tier, the nearest first, then the rest.

    The same industry is at distance 0 by definition and has no multiplier.

    >>> [row.value for row in industry_table()][-3:]
    [0.55, 1.15, 0.57]
    """
    tiers = [
        Assumption(
            name=tier.name,
            value=tier.multiplier,
            kind=tier.kind,
            source=tier.source,
            meaning=f"observed over expected moves in this tier: distance {tier.distance():.2f}, which is 1 / (1 + value)",
        )
        for tier in TIERS
        if math.isfinite(tier.multiplier)
    ]
    tilt = Assumption(
        name="tilt",
        value=TILT,
        kind=_A,
        source=_NOT_MEASURED,
        meaning="by how much staffing and trade words may move the multiplier within a tier, up and down; crosses no tier",
    )
    staffing = Assumption(
        name="adjacent staffing",
        value=ADJACENT_STAFFING,
        kind=_D,
        source="OEWS May 2024: mean plus one standard deviation of all pairs of sectors",
        meaning="staffing affinity from which two sectors are adjacent",
    )
    return (*tiers, tilt, staffing)


ENTERED = "entered"
"""Tier where one side has no industry: there is nothing to leave."""


class IndustryDistances:
    """
    Distances between industries.

    Args:
        store: The packed taxonomy; staffing, families and trade words are used where it has them.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known_pairs: dict[tuple[str, str], tuple[Tier, float]] = {}
        self._known_families: dict[str, frozenset[str]] = {}
        self._known_affinities: dict[tuple[str, str], float | None] = {}

    def between(self, one: Industry | None, other: Industry | None) -> Distance:
        """Return the distance and its tier; an industry of several codes is as near as its nearest code."""
        if one is None or other is None:
            evidence = Evidence(kind=_A, source="aijobkit", detail="no industry on one side: there is none to leave")
            return Distance(value=0.0, tier=ENTERED, parts=(Part(name="industry tier", value=0.0, evidence=evidence),))
        if one.contains(other) or other.contains(one):
            tier, tilt = SAME, 0.0
        else:
            pairs = [(first, second) for first in one.naics_codes for second in other.naics_codes]
            tier, tilt = min(
                (self._pair(first, second) for first, second in pairs), key=lambda found: (-found[0].multiplier, -found[1])
            )
            if tier not in (SAME, GROUP) and one.family is not None and one.family == other.family:
                tier = max(tier, FAMILY, key=lambda candidate: candidate.multiplier)
        value = tier.distance(tilt)
        detail = f"1 / (1 + multiplier), with observed over expected moves {tier.multiplier:.3g}"
        if not value:
            detail = "one contains the other"
        elif tilt:
            detail += f"; times {TILT**tilt:.3f} for staffing and trade words"
        evidence = Evidence(kind=tier.kind if not value else _D, source=tier.source, detail=detail)
        return Distance(value=value, tier=tier.name, parts=(Part(name="industry tier", value=value, evidence=evidence),))

    def _pair(self, one: str, other: str) -> tuple[Tier, float]:
        first, second = sorted((one, other))
        if (first, second) not in self._known_pairs:
            tier = self._tier(first, second)
            tilt = 0.0 if tier in (SAME, GROUP) else self._tilt(first, second)
            self._known_pairs[first, second] = (tier, tilt)
        return self._known_pairs[first, second]

    def _tier(self, one: str, other: str) -> Tier:
        if covers(one, other) or covers(other, one):
            return SAME
        families, other_families = self._families_of(one), self._families_of(other)
        shared = not families.isdisjoint(other_families)
        if sector_of(one) != sector_of(other):
            return FAMILY if shared else self._across(one, other)
        # A family also parts what a subsector throws together: law firms and software houses are both in 541.
        parted = bool(families) and bool(other_families) and not shared
        if _agree(one, other, 4):
            return GROUP
        if _agree(one, other, 3) and not parted:
            return SUBSECTOR
        return FAMILY if shared else SECTOR

    def _across(self, one: str, other: str) -> Tier:
        """Return the tier of two industries of different sectors and families."""
        near = {adjacent for family in self._families_of(one) for adjacent in self._adjacent[family]}
        if not near.isdisjoint(self._families_of(other)):
            return ADJACENT
        affinity = self._affinity(sector_of(one), sector_of(other))
        return ADJACENT if affinity is not None and affinity >= ADJACENT_STAFFING else DISTANT

    def _tilt(self, one: str, other: str) -> float:
        """Return in [-1, 1] how alike two industries are in staffing and in trade words; 0 where nothing is known."""
        likeness = [self._affinity(sector_of(one), sector_of(other)), self._shared_words(one, other)]
        known = [value for value in likeness if value is not None]
        return 2 * sum(known) / len(known) - 1.0 if known else 0.0

    # -- what the tiers are made of ---------------------------------------------------------------------------------

    @functools.cached_property
    def _families(self) -> dict[str, tuple[str, ...]]:
        return {family: _split(codes) for family, codes, _ in self._family_rows}

    @functools.cached_property
    def _adjacent(self) -> dict[str, frozenset[str]]:
        """Families next to each family; the table names a pair on one side or on both."""
        near: dict[str, set[str]] = {family: set() for family in self._families}
        for family, _, others in self._family_rows:
            for other in _split(others):
                if other in near:
                    near[family].add(other)
                    near[other].add(family)
        return {family: frozenset(others) for family, others in near.items()}

    @functools.cached_property
    def _family_rows(self) -> list[tuple[str, str, str]]:
        if not self._store.has_table("industry_families"):
            return []
        rows: list[tuple[str, str, str]] = self._store.rows(
            "SELECT family, naics_codes, adjacent FROM industry_families ORDER BY family"
        )
        return rows

    def _families_of(self, code: str) -> frozenset[str]:
        if code not in self._known_families:
            self._known_families[code] = frozenset(
                family for family, members in self._families.items() if any(covers(member, code) for member in members)
            )
        return self._known_families[code]

    @functools.cached_property
    def _staffing(self) -> dict[str, dict[str, float]]:
        """Root of the share of each occupation in the jobs of a sector."""
        if not self._store.has_table("pay"):
            return {}
        jobs: dict[str, dict[str, float]] = {}
        query = "SELECT sector, soc, employment FROM pay WHERE employment > 0 ORDER BY sector, soc"
        for sector, soc, count in self._store.rows(query):
            jobs.setdefault(sector, {})[soc] = count
        totals = {sector: math.fsum(counts.values()) for sector, counts in jobs.items()}
        return {sector: {soc: math.sqrt(n / totals[sector]) for soc, n in counts.items()} for sector, counts in jobs.items()}

    def _affinity(self, one: str, other: str) -> float | None:
        """Return one minus the squared Hellinger distance of the occupation mix of two sectors."""
        if one == other:
            return 1.0
        pair = (min(one, other), max(one, other))
        if pair not in self._known_affinities:
            mine, theirs = self._staffing.get(pair[0]), self._staffing.get(pair[1])
            self._known_affinities[pair] = (
                None
                if mine is None or theirs is None
                else min(1.0, math.fsum(share * theirs[soc] for soc, share in mine.items() if soc in theirs))
            )
        return self._known_affinities[pair]

    @functools.cached_property
    def _trade_words(self) -> dict[str, tuple[int, str]]:
        if not self._store.has_table("industry_similarity"):
            return {}
        rows = self._store.rows("SELECT code, bytes FROM industry_similarity ORDER BY code")
        return {code: (place, row) for place, (code, row) in enumerate(rows)}

    def _shared_words(self, one: str, other: str) -> float | None:
        """Return the root of the TF-IDF cosine of the index terms of two industries, at four digits or coarser."""
        mine, theirs = (self._trade_words.get(code if "-" in code else code[:4]) for code in (one, other))
        if mine is None or theirs is None:
            return None
        (_, _), (late, row) = sorted((mine, theirs))
        early = min(mine[0], theirs[0])
        return 1.0 if early == late else base64.b64decode(row)[early] / _BYTE


def _agree(one: str, other: str, digits: int) -> bool:
    """Say whether two codes are at least so fine and agree so far; range sectors are coarser than any."""
    return "-" not in one + other and min(len(one), len(other)) >= digits and one[:digits] == other[:digits]


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
