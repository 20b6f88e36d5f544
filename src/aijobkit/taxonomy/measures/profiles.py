"""
What a role asks for: `RoleProfiles`.

Reads skills, technologies, preparation and licences of a role from the store and blends them where a catalogue role stands on
several occupations.  Needs no numpy, so that a single profile is cheap.
"""

from __future__ import annotations

import functools
import json
import statistics
import struct
from collections import defaultdict
from collections.abc import Sequence

import attrs

from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.roles import Domain, Role, RoleDefinition, RoleProfile, Skill, Technology
from aijobkit.taxonomy.measures.vectors import RoleSpace
from aijobkit.taxonomy.measures.weights import BlendThresholds

__all__ = ["RoleProfiles"]

# Postsecondary teachers, a SOC minor group (a reviewed judgement, see `_entered`).
_TEACHERS = "25-1"
# How SOC calls the occupations of a group that have no title of their own.
RESIDUAL = "All Other"
# Length of the beginnings of codes that name a broad and a minor SOC group.
_BROAD, _MINOR = 6, 4
# What O*NET's scales of importance and level run from and to.
_IMPORTANCE, _LEVEL = (1.0, 5.0), (0.0, 7.0)
# Profiles kept for the next question; a plan asks for a few dozen, and all of them take some 40 MB.
_KEPT = 1200

Anchors = tuple[tuple[str, float], ...]
_MEASURED, _DERIVED, _ASSUMED = EvidenceKind.MEASURED, EvidenceKind.DERIVED, EvidenceKind.ASSUMPTION


@attrs.frozen
class _Element:
    """An O*NET element with the mean and spread of its importance over the measured occupations."""

    key: str
    name: str
    domain: Domain
    mean: float
    sd: float


class RoleProfiles:
    """
    Profiles of the roles of one build.

    Args:
        space: The roles and their anchors.
        release: Name and version of the data set, for evidence.
        thresholds: From what weight of its anchors on a role has what they have.
    """

    def __init__(self, space: RoleSpace, release: str, thresholds: BlendThresholds | None = None) -> None:
        self._space = space
        self._thresholds = thresholds or BlendThresholds()
        self._store = space.store
        self._release = release
        self._made: dict[Role, RoleProfile] = {}

    def of(self, role: Role) -> RoleProfile:
        """Return what *role* asks for, as far as the data know it."""
        found = self._made.get(role)
        if found is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            found = self._made[role] = self._make(role)
        return found

    @functools.cached_property
    def _twins(self) -> dict[str, str]:
        if not self._store.has_table("catalogue_roles"):
            return {}
        return dict(self._store.rows("SELECT same_as, code FROM catalogue_roles WHERE same_as <> '' ORDER BY code"))

    def _definition(self, role: Role) -> RoleDefinition | None:
        """Return the catalogue entry of a role; an occupation that an entry stands for asks for what that entry asks for."""
        return self._space.definitions.get(self._twins.get(role.code, role.code))

    def outline(self, role: Role) -> RoleProfile:
        """Return job zone, schooling and licence of *role* alone, which are quickly told of all roles."""
        anchors, definition = self._space.anchors(role), self._definition(role)
        return RoleProfile(
            role=role,
            job_zone=self._job_zone(definition, anchors)[0],
            education=self._education(role, definition, anchors)[0],
            licensed=self._licence(anchors)[0],
        )

    def _make(self, role: Role) -> RoleProfile:
        anchors = self._space.anchors(role)
        definition = self._definition(role)
        if role.is_life_role and definition is not None and not definition.anchors:
            # A field of study says what somebody is near to, not what they can do already.
            anchors = ()
        skills, about_skills, rated_as = self._skills(role, anchors)
        zone, about_zone = self._job_zone(definition, anchors)
        education, about_education = self._education(role, definition, anchors)
        licensed, about_licence = self._licence(anchors)
        found = {"skills": about_skills, "job_zone": about_zone, "education": about_education, "licensed": about_licence}
        return RoleProfile(
            role=role,
            skills=skills,
            technologies=self._technologies(role, anchors),
            topics=definition.topics if definition is not None else (),
            job_zone=zone,
            education=education,
            licensed=licensed,
            rated_as=rated_as,
            evidence=tuple((field, evidence) for field, evidence in sorted(found.items()) if evidence is not None),
        )

    def _blended(self, what: str, anchors: Anchors) -> Evidence:
        """Return the evidence of a figure of one occupation, or of the weighted mean over several."""
        if len(anchors) == 1:
            return Evidence(kind=_MEASURED, source=self._release, detail=f"{what} of {anchors[0][0]}")
        blend = ", ".join(f"{weight:.2f} {code}" for code, weight in anchors)
        return Evidence(kind=_DERIVED, source=self._release, detail=f"{what}, weighted mean of {blend}")

    # -- skills -----------------------------------------------------------------------------------------------------

    @functools.cached_property
    def _elements(self) -> dict[str, _Element]:
        if not self._store.has_table("elements"):
            return {}
        query = "SELECT id, name, domain, importance_mean, importance_sd FROM elements WHERE domain IN ('skill', 'knowledge')"
        return {
            key: _Element(key, name, Domain(domain), mean or 0.0, sd or 0.0)
            for key, name, domain, mean, sd in self._store.rows(f"{query} ORDER BY id")
        }

    @functools.cached_property
    def _columns(self) -> tuple[str, ...]:
        return self._space.columns("importance")

    def _figures(self, anchors: Anchors) -> dict[str, tuple[tuple[float, ...], tuple[float, ...]]]:
        if not self._store.has_table("profiles") or not self._columns:
            return {}
        marks = ", ".join("?" * len(anchors))
        rows = self._store.rows(
            f"SELECT code, importance, level FROM profiles WHERE importance IS NOT NULL AND code IN ({marks}) ORDER BY code",  # noqa: S608
            [code for code, _ in anchors],
        )
        nothing = struct.pack(f"<{len(self._columns)}f", *([-1.0] * len(self._columns)))
        return {code: (_numbers(importance), _numbers(level or nothing)) for code, importance, level in rows}

    @functools.cached_property
    def _titles(self) -> dict[str, str]:
        return dict(self._store.rows("SELECT code, title FROM roles ORDER BY code"))

    def _skills(self, role: Role, anchors: Anchors) -> tuple[tuple[Skill, ...], Evidence | None, str]:
        """Return ratings, where they are from, and the title of the occupation that stands in for the role, if one does."""
        figures = self._figures(anchors) if anchors else {}
        rated = tuple((code, weight) for code, weight in anchors if code in figures)
        if not rated:
            group, rated = self._group(anchors)
            if not rated:
                return (), None, ""
            figures = self._figures(rated)
            rated_as = f"{len(rated)} occupations of the same group"
            detail = (
                f"importance and level, mean of the {len(rated)} rated occupations of SOC group {group}, which stand in for "
            )
            detail += f"{role.title}, whom O*NET does not rate"
            evidence = Evidence(kind=_DERIVED, source=self._release, detail=detail)
            return self._weighed_skills(figures, rated, evidence), evidence, rated_as
        evidence = self._blended("importance and level", rated)
        stand_in = rated[0][0] if len(rated) == 1 and rated[0][0] not in (role.code, role.same_as) else ""
        rated_as = self._titles.get(stand_in, stand_in)
        if rated_as:
            # Whoever is rated there is somebody else.
            detail = f"{evidence.detail} ({rated_as}), which stands in for {role.title}"
            evidence = Evidence(kind=_DERIVED, source=self._release, detail=detail)
        estimated = self._estimated([code for code, _ in rated])
        if estimated:
            detail = f"{evidence.detail}; estimated for {', '.join(estimated)}"
            evidence = Evidence(kind=_DERIVED, source=self._release, detail=detail)
        return self._weighed_skills(figures, rated, evidence), evidence, rated_as

    def _weighed_skills(
        self, figures: dict[str, tuple[tuple[float, ...], tuple[float, ...]]], rated: Anchors, evidence: Evidence
    ) -> tuple[Skill, ...]:
        """Return the weighted mean of the ratings of *rated* occupations."""
        skills = []
        for place, key in enumerate(self._columns):
            element = self._elements.get(key)
            importance = _weighted([(figures[code][0][place], weight) for code, weight in rated])
            level = _weighted([(figures[code][1][place], weight) for code, weight in rated])
            if element is None or importance is None:
                continue
            skills.append(
                Skill(
                    element_id=key,
                    name=element.name,
                    domain=element.domain,
                    importance=_on_scale(importance, _IMPORTANCE),
                    level=_on_scale(level or 0.0, _LEVEL),
                    distinctiveness=round((importance - element.mean) / element.sd, 4) if element.sd > 0 else 0.0,
                    evidence=evidence,
                )
            )
        return tuple(sorted(skills, key=lambda skill: (skill.domain.value, skill.element_id)))

    @functools.cached_property
    def _rated_codes(self) -> tuple[str, ...]:
        """Return the occupations that O*NET rates itself."""
        query = "SELECT code FROM roles WHERE ratings_source = 'measured' ORDER BY code"
        return tuple(code for (code,) in self._store.rows(query))

    def _group(self, anchors: Anchors) -> tuple[str, Anchors]:
        """
        Return the SOC group whose rated occupations stand in for a residual one ("..., All Other"), and those occupations.

        The broad group, or the minor one where that has too few; nothing for any other occupation, and for mixtures.
        """
        if len(anchors) == 1 and RESIDUAL in self._titles.get(anchors[0][0], ""):
            for digits in (_BROAD, _MINOR):
                group = anchors[0][0][:digits]
                codes = [code for code in self._rated_codes if code.startswith(group)]
                if len(codes) >= self._thresholds.rated:
                    return group, tuple((code, 1.0 / len(codes)) for code in codes)
        return "", ()

    def _estimated(self, codes: Sequence[str]) -> list[str]:
        marks = ", ".join("?" * len(codes))
        query = f"SELECT code FROM roles WHERE ratings_source = 'derived' AND code IN ({marks}) ORDER BY code"  # noqa: S608
        return [code for (code,) in self._store.rows(query, codes)]

    # -- technologies -----------------------------------------------------------------------------------------------

    @functools.cached_property
    def _users(self) -> int:
        """How many occupations list any technology."""
        count: int = self._store.rows("SELECT count(DISTINCT code) FROM role_technologies")[0][0]
        return max(1, count)

    def _rarity(self, occupations: int) -> float:
        return round(max(0.0, 1.0 - occupations / self._users), 4)

    def _technologies(self, role: Role, anchors: Anchors) -> tuple[Technology, ...]:
        definition = self._definition(role)
        has_tables = self._store.has_table("role_technologies") and self._store.has_table("technologies")
        own = self._own(definition.technologies, definition.source, known=has_tables) if definition is not None else []
        if not anchors or not has_tables:
            return tuple(own)
        weights = dict(anchors)
        marks = ", ".join("?" * len(anchors))
        # The index knows names without regard to case.
        same = "t.technology = r.technology COLLATE NOCASE AND t.technology = r.technology"
        rows = self._store.rows(
            "SELECT r.technology, r.code, r.in_demand, t.hot, t.occupations "  # noqa: S608 - names are our own
            f"FROM role_technologies r JOIN technologies t ON {same} WHERE r.code IN ({marks}) ORDER BY r.technology, r.code",
            list(weights),
        )
        listed: dict[str, float] = defaultdict(float)
        demanded: dict[str, float] = defaultdict(float)
        facts: dict[str, tuple[bool, int]] = {}
        for name, code, in_demand, hot, occupations in rows:
            listed[name] += weights[code]
            demanded[name] += weights[code] if in_demand else 0.0
            facts[name] = (bool(hot), occupations)
        evidence = self._blended("technologies listed", anchors)
        if len(anchors) > 1:
            detail = f"listed by at least half, by weight, of {', '.join(code for code, _ in anchors)}"
            evidence = Evidence(kind=_DERIVED, source=self._release, detail=detail)
        named = {technology.name for technology in own}
        others = [
            Technology(
                name=name,
                is_hot=facts[name][0],
                is_in_demand=self._thresholds.is_majority(demanded[name]),
                rarity=self._rarity(facts[name][1]),
                evidence=evidence,
            )
            for name in facts
            if self._thresholds.is_majority(listed[name]) and name not in named
        ]
        others.sort(key=lambda one: (not one.is_in_demand, not one.is_hot, -one.rarity, one.name))
        return (*own, *others)

    def _own(self, names: Sequence[str], source: str, *, known: bool) -> list[Technology]:
        """Return a catalogue's own technologies in its order, with O*NET's marks where it lists them."""
        facts: dict[str, tuple[int, int]] = {}
        if known and names:
            marks = ", ".join("?" * len(names))
            query = f"SELECT technology, hot, occupations FROM technologies WHERE technology IN ({marks}) ORDER BY technology"  # noqa: S608
            facts = {name: (hot, occupations) for name, hot, occupations in self._store.rows(query, names)}
        evidence = Evidence(kind=_ASSUMED, source=source, detail="named by the catalogue")
        return [
            Technology(
                name=name,
                is_hot=bool(facts.get(name, (0, 0))[0]),
                # What no occupation lists is as rare as can be.
                rarity=self._rarity(facts[name][1]) if name in facts else 1.0,
                evidence=evidence,
            )
            for name in dict.fromkeys(names)
        ]

    # -- preparation and licence ------------------------------------------------------------------------------------

    def _plain(self, anchors: Anchors, column: str) -> dict[str, float]:
        """Return a plain figure of those anchors that have it, by code."""
        known = self._all_plain[column]
        return {code: known[code] for code, _ in sorted(anchors) if code in known}

    @functools.cached_property
    def _all_plain(self) -> dict[str, dict[str, float]]:
        """Job zone and typical education of all occupations that have them, read at once."""
        rows = self._store.rows("SELECT code, job_zone, education_typical FROM roles ORDER BY code")
        return {
            "job_zone": {code: float(zone) for code, zone, _ in rows if zone is not None},
            "education_typical": {code: float(level) for code, _, level in rows if level is not None},
        }

    def _job_zone(self, definition: RoleDefinition | None, anchors: Anchors) -> tuple[float | None, Evidence | None]:
        if definition is not None and definition.job_zone is not None:
            return definition.job_zone, Evidence(kind=_ASSUMED, source=definition.source, detail=definition.job_zone_reason)
        anchors = _entered(anchors)
        figures = self._plain(anchors, "job_zone")
        known = tuple((code, weight) for code, weight in anchors if code in figures)
        value = _weighted([(figures[code], weight) for code, weight in known])
        return (None, None) if value is None else (round(value, 4), self._blended("job zone", known))

    @functools.cached_property
    def _usual_education(self) -> dict[int, int]:
        """Median of the typical education of the occupations of each job zone."""
        by_zone: dict[int, list[int]] = defaultdict(list)
        query = "SELECT job_zone, education_typical FROM roles WHERE job_zone IS NOT NULL AND education_typical IS NOT NULL"
        for zone, education in self._store.rows(f"{query} ORDER BY code"):
            by_zone[zone].append(education)
        return {zone: statistics.median_low(values) for zone, values in by_zone.items()}

    def _education(
        self, role: Role, definition: RoleDefinition | None, anchors: Anchors
    ) -> tuple[float | None, Evidence | None]:
        """Return the typical education: that of anchors of at least half the weight, else what is usual in the job zone."""
        if definition is not None and definition.job_zone is not None:
            # Who judges the preparation otherwise than the anchors cannot take the schooling from them.
            level = self._usual_education.get(round(definition.job_zone))
            detail = f"median of the occupations of job zone {definition.job_zone:g}, which is an assumption"
            evidence = Evidence(kind=_ASSUMED, source=f"{self._release}; {definition.source}", detail=detail)
            return (None, None) if level is None else (float(level), evidence)
        if not anchors:
            return self._completed_education(role)
        anchors = _entered(anchors)
        figures = self._plain(anchors, "education_typical")
        known = tuple((code, weight) for code, weight in anchors if code in figures)
        if known and self._thresholds.is_majority(sum(weight for _, weight in known)):
            value = _weighted([(figures[code], weight) for code, weight in known]) or 0.0
            return round(value, 4), self._blended("required education at which half of the answers are reached", known)
        zones = self._plain(anchors, "job_zone")
        usual = [(float(self._usual_education.get(int(zones[code]), -1)), weight) for code, weight in anchors if code in zones]
        estimate = _weighted(usual)
        if estimate is None:
            return None, None
        detail = "no figure of its own: median of the occupations of the same job zone"
        return round(estimate, 4), Evidence(kind=_DERIVED, source=self._release, detail=detail)

    def _completed_education(self, role: Role) -> tuple[float | None, Evidence | None]:
        """Return the level that a station of life ends with: it asks for nothing itself."""
        if role.is_life_role and self._store.has_table("catalogue_roles"):
            for (entry,) in self._store.rows("SELECT json FROM catalogue_roles WHERE code = ?", (role.code,)):
                level = json.loads(entry).get("education_level")
                if level is not None:
                    detail = "education reached when this station is completed"
                    return float(level), Evidence(kind=_ASSUMED, source="aijobkit catalogue of stations of life", detail=detail)
        return None, None

    @functools.cached_property
    def _licences(self) -> dict[str, tuple[str, str, str, str]]:
        return {row[0]: row for row in self._store.rows("SELECT code, licence, reason, source FROM licensed ORDER BY code")}

    def _licence(self, anchors: Anchors) -> tuple[str, Evidence | None]:
        if not anchors or not self._store.has_table("licensed"):
            return "", None
        weights = dict(anchors)
        rows = [self._licences[code] for code in sorted(weights) if code in self._licences]
        if not rows or not self._thresholds.is_majority(sum(weights[row[0]] for row in rows)):
            return "", None
        _, licence, reason, source = max(rows, key=lambda row: weights[row[0]])
        detail = "reviewed table of U.S. licences; the rule of the state decides"
        return f"{licence}: {reason}", Evidence(kind=_ASSUMED, source=source, detail=detail)


def _entered(anchors: Anchors) -> Anchors:
    """
    Return the anchors that tell how a role is entered.

    A teacher at a university tells what the role is about; the doctorate is asked for by the university.
    """
    others = tuple((code, weight) for code, weight in anchors if not code.startswith(_TEACHERS))
    return others or anchors


def _numbers(blob: bytes) -> tuple[float, ...]:
    return struct.unpack(f"<{len(blob) // 4}f", blob)


def _weighted(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return the weighted mean of figures at least 0; a negative one stands for none."""
    known = [(figure, weight) for figure, weight in pairs if figure >= 0]
    total = sum(weight for _, weight in known)
    return sum(figure * weight for figure, weight in known) / total if total > 0 else None


def _on_scale(figure: float, scale: tuple[float, float]) -> float:
    """Return a figure rounded and kept on a scale: a mean may miss its ends by rounding."""
    low, high = scale
    return min(high, max(low, round(figure, 4)))
