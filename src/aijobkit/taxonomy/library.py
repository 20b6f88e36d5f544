"""
`Taxonomy`: the one object through which the data are asked.

Opens the store, turns rows into nouns, and passes questions on to the finders and measures, each made on first use.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from aijobkit import _checks
from aijobkit.errors import (
    AmbiguousIndustryError,
    AmbiguousRoleError,
    UnknownIndustryError,
    UnknownRoleError,
)
from aijobkit.evidence import Evidence
from aijobkit.industries import Industry, IndustryFamily
from aijobkit.roles import Role, RoleDefinition, RoleProfile, Seniority
from aijobkit.switches import Distance
from aijobkit.taxonomy._asking import check_limit, check_text, codes_near, industry_hint, role_hint
from aijobkit.taxonomy.added_roles import AddedRoles, check_definition
from aijobkit.taxonomy.concordance import Concordance, concordance_of
from aijobkit.taxonomy.matches import IndustryMatch, RoleMatch, pool
from aijobkit.taxonomy.own_roles import OwnRoles
from aijobkit.taxonomy.refusals import STATUS
from aijobkit.taxonomy.store import Store, open_store
from aijobkit.taxonomy.thresholds import FindingThresholds

if TYPE_CHECKING:
    from aijobkit.taxonomy.fields import FieldsOfStudy
    from aijobkit.taxonomy.industry_finder import IndustryCandidate, IndustryFinder
    from aijobkit.taxonomy.measures import Measures
    from aijobkit.taxonomy.role_finder import RoleCandidate, RoleFinder

__all__ = ["FindingThresholds", "Taxonomy", "load_taxonomy"]

_OF_THE_STORE = ("_role_finder", "_industry_finder", "_fields")
_SENIORITIES = {rank.value: rank for rank in Seniority}


class Taxonomy:
    """
    The data of one build, ready to be asked.

    Immutable for its user: `with_roles` and `with_finders` return another one.  Two that were opened on the same file give the
    same answers.  It can be pickled, to send it to another process, if the finders that were added can.

    Args:
        store: The opened data file.
        definitions: Catalogue entries that come on top of the build's own, such as those of plugins.
        role_finders: Functions from a text to more role matches, such as those of plugins.
        industry_finders: Functions from a text to more industry matches.
        thresholds: When a search is sure enough to answer.

    Examples:
        >>> taxonomy = load_taxonomy()
        >>> taxonomy.role("physicist").code
        '19-2012.00'
        >>> taxonomy.industry("software").family.title
        'Software and IT services'
    """

    def __init__(
        self,
        store: Store,
        *,
        definitions: Sequence[RoleDefinition] = (),
        role_finders: Sequence[Callable[[str], Iterable[RoleMatch]]] = (),
        industry_finders: Sequence[Callable[[str], Iterable[IndustryMatch]]] = (),
        thresholds: FindingThresholds | None = None,
    ) -> None:
        self._store = store
        self._own = OwnRoles(store)
        self._definitions = tuple(definitions)
        self._added = AddedRoles(self._definitions)
        self._more_role_finders = tuple(role_finders)
        self._more_industry_finders = tuple(industry_finders)
        self._thresholds = thresholds or FindingThresholds()
        self._known_roles: dict[str, Role | None] = {}

    def __repr__(self) -> str:
        return f"Taxonomy({', '.join(f'{name} {version}' for name, version in self.sources)})"

    def __reduce__(self) -> tuple[functools.partial[Taxonomy], tuple[()]]:
        # What it was made of, not what was read since: that is much, and soon read again by another process.
        return functools.partial(Taxonomy, self._store, **self._given), ()

    @property
    def _given(self) -> dict[str, Any]:
        return {
            "definitions": self._definitions,
            "role_finders": self._more_role_finders,
            "industry_finders": self._more_industry_finders,
            "thresholds": self._thresholds,
        }

    def _evolve(self, **changes: Any) -> Taxonomy:
        other = Taxonomy(self._store, **{**self._given, **changes})
        other._own = self._own
        # What these have read is in the store, whatever is added to it.
        other.__dict__.update((name, read) for name, read in self.__dict__.items() if name in _OF_THE_STORE)
        if "definitions" not in changes:
            other.__dict__["measures"] = self.measures  # finders change no figure
            other._added = self._added
        return other

    def with_roles(self, definitions: Iterable[RoleDefinition]) -> Taxonomy:
        """
        Return a taxonomy that also knows the roles of another catalogue.

        Args:
            definitions: The entries; their anchors must be occupations of this build.

        Raises:
            InvalidValueError: If a code is taken already or an anchor is not known.
        """
        added: dict[str, RoleDefinition] = {}
        for definition in definitions:
            check_definition(definition, self.lookup_role, added)
            added[definition.code] = definition
        return self._evolve(definitions=(*self._definitions, *added.values()))

    def with_finders(
        self,
        *,
        roles: Iterable[Callable[[str], Iterable[RoleMatch]]] = (),
        industries: Iterable[Callable[[str], Iterable[IndustryMatch]]] = (),
    ) -> Taxonomy:
        """
        Return a taxonomy that also asks other finders; their matches are merged with our own by confidence.

        Args:
            roles: Functions from a text to role matches.
            industries: Functions from a text to industry matches.
        """
        return self._evolve(
            role_finders=(*self._more_role_finders, *roles),
            industry_finders=(*self._more_industry_finders, *industries),
        )

    # -- what the build is ------------------------------------------------------------------------------------------

    @property
    def store(self) -> Store:
        """The data file behind this taxonomy, for those who build on its tables."""
        return self._store

    @property
    def thresholds(self) -> FindingThresholds:
        """When a search is sure enough to answer; ``Taxonomy(taxonomy.store, thresholds=...)`` asks the data with others."""
        return self._thresholds

    @functools.cached_property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """``(name, version)`` of every data source of the build, sorted by name."""
        prefix = "source."
        return tuple(
            sorted((key.removeprefix(prefix), value) for key, value in self._store.meta.items() if key.startswith(prefix))
        )

    @functools.cached_property
    def digest(self) -> str:
        """A short digest of the content of the build, so that two builds can be told apart."""
        facts = json.dumps(sorted(self._store.meta.items())).encode()
        return hashlib.sha256(facts).hexdigest()[:12]

    # -- roles ------------------------------------------------------------------------------------------------------

    def lookup_role(self, code: str) -> Role | None:
        """
        Return the role of exactly this O*NET-SOC code or catalogue id, or None; unlike `role`, it reads no words.

        Raises:
            InvalidValueError: If *code* is no text.
        """
        return self._role_of(check_text("code", code))

    def _role_of(self, code: str) -> Role | None:
        if code not in self._known_roles:
            self._known_roles[code] = self._own.get(code) or self._added.get(code)
        return self._known_roles[code]

    @functools.cached_property
    def roles(self) -> tuple[Role, ...]:
        """All roles, O*NET-SOC occupations by code, then catalogue roles by code, then those added by `with_roles`."""
        return (*self._own.all, *(definition.role() for definition in self._definitions))

    @functools.cached_property
    def definitions(self) -> tuple[RoleDefinition, ...]:
        """Catalogue entries of the build and those added by `with_roles`, by code; anchors the build lacks are left out."""
        return tuple(sorted((*self._own.definitions, *self._definitions), key=lambda definition: definition.code))

    @functools.cached_property
    def _role_finder(self) -> RoleFinder:
        from aijobkit.taxonomy.role_finder import RoleFinder

        return RoleFinder(self._store)

    @functools.cached_property
    def _fields(self) -> FieldsOfStudy:
        from aijobkit.taxonomy.fields import FieldsOfStudy

        return FieldsOfStudy(self._store)

    def _role_matches(self, text: str, candidates: Iterable[RoleCandidate], limit: int) -> tuple[RoleMatch, ...]:
        """Return what the finder's *candidates* for a text are, with what plugins and further catalogues know of it."""
        matches: list[RoleMatch] = []
        for candidate in candidates:
            role = self._role_of(candidate.code)
            if role is None:
                continue
            field = ""
            if role.is_life_role:
                role, field = self._fields.apply(role, text)
            peeled = candidate.peeled
            matches.append(
                RoleMatch(
                    role=role,
                    confidence=candidate.confidence,
                    matched=candidate.matched,
                    reason=f"{candidate.reason}; {field}" if field else candidate.reason,
                    seniority=_SENIORITIES.get(peeled.seniority or ""),
                    set_apart=(*peeled.contract, *peeled.place, *peeled.company, *peeled.status, *peeled.team),
                )
            )
        if self._definitions or self._more_role_finders:
            others = [*self._added.with_title(text), *(match for finder in self._more_role_finders for match in finder(text))]
            if others:
                pooled = pool((*matches, *others), lambda match: match.role.code)
                return _checks.unique_by(pooled, lambda match: match.role.code)[:limit]
        return tuple(matches[:limit])

    def find_roles(self, text: str, limit: int = 10) -> tuple[RoleMatch, ...]:
        """
        Return roles that *text* may mean.

        Args:
            text: A job title in everyday words, or a code.
            limit: How many at most.

        Returns:
            Matches, the surest first, ties by employment and code; empty where nothing is known about the text.

        Raises:
            InvalidValueError: If *text* is no text or *limit* is below 1.

        Examples:
            >>> load_taxonomy().find_roles("ML eng")[0].role.title
            'Machine Learning Engineer'
        """
        return self._search_roles(text, limit, fill=True)

    def _search_roles(self, text: str, limit: int, *, fill: bool) -> tuple[RoleMatch, ...]:
        text, limit = check_text("text", text), check_limit(limit)
        exact = self._added.with_code(text)
        if exact is not None:
            return (exact,)  # nobody else is asked what somebody named by its very code
        found = self._role_finder.find(text, limit=limit, fill=fill)
        return self._role_matches(text, found, limit)

    def find_roles_many(
        self, texts: Iterable[str], limit: int = 3, *, processes: int | None = None
    ) -> tuple[tuple[RoleMatch, ...], ...]:
        """
        Return the same as `find_roles` for many texts at once, in their order; much faster than one by one.

        Copies of this process help with 500 different texts and more, one a core, where that is safe: on Linux, in a process
        that runs no threads.  They end with the batch and change no answer; each takes 50 to 80 megabytes of its own.

        Args:
            texts: Job titles.
            limit: How many matches at most for each.
            processes: How many processes share the work at most, never more than cores; None for up to four, 1 for no copies.

        Raises:
            InvalidValueError: If a member is no text, or *limit* or *processes* is below 1.
        """
        asked = [check_text("texts", text) for text in _checks.tuple_of(texts)]
        different = list(dict.fromkeys(asked))
        limit = check_limit(limit)
        processes = None if processes is None else check_limit(processes, "processes")
        matches: dict[str, tuple[RoleMatch, ...]] = {
            text: (exact,) for text in different if (exact := self._added.with_code(text)) is not None
        }
        open_texts = [text for text in different if text not in matches]
        with contextlib.closing(self._role_finder.find_each(open_texts, limit, processes=processes)) as found:
            for text, candidates in zip(open_texts, found, strict=True):
                matches[text] = self._role_matches(text, candidates, limit)
        return tuple(matches[text] for text in asked)

    def resolve_role(self, text: str) -> RoleMatch:
        """
        Return the one role that *text* means, with what was set apart from it.

        Raises:
            UnknownRoleError: If nothing is sure enough.
            AmbiguousRoleError: If several roles fit about equally well.
            InvalidValueError: If *text* is no text.
        """
        text, limits = check_text("text", text), self.thresholds
        # What is known for sure needs no alternatives, and without them no numpy.
        matches = self._search_roles(text, max(limits.candidates, 2), fill=False)
        candidates = tuple((match.role.code, match.role.title) for match in matches[: limits.candidates])
        best = matches[0] if matches else None
        close = [
            match for match in matches[1:2] if best is not None and best.confidence - match.confidence < limits.role_margin
        ]
        # Known titles of the very words share a confidence that is great enough together.
        is_shared = all(match.matched for match in (*matches[:1], *close))
        if best is None or (best.confidence < limits.role_confidence and not (close and is_shared)):
            if not matches and (near := codes_near(text, self._own.titles, limits.candidates)):
                raise UnknownRoleError(text, near, role_hint(near, is_code=True))
            is_status = not matches and self._role_finder.refusal(text) == STATUS
            raise UnknownRoleError(text, candidates, role_hint(candidates, is_status=is_status))
        if close:
            raise AmbiguousRoleError(text, candidates, role_hint(candidates))
        return best

    def role(self, text: str) -> Role:
        """
        Return the one role that *text* means.

        Args:
            text: A job title in everyday words, or a code.

        Raises:
            UnknownRoleError: If nothing is sure enough; with up to five candidates and what would help.
            AmbiguousRoleError: If several roles fit about equally well.
            InvalidValueError: If *text* is no text.

        Examples:
            >>> load_taxonomy().role("15-2051.00").title
            'Data Scientists'
        """
        return self.resolve_role(text).role

    # -- industries -------------------------------------------------------------------------------------------------

    @functools.cached_property
    def families(self) -> tuple[IndustryFamily, ...]:
        """All industry families, by code."""
        if not self._store.has_table("industry_families"):
            return ()
        rows = self._store.rows("SELECT family, title, naics_codes FROM industry_families ORDER BY family")
        return tuple(
            IndustryFamily(code=code, title=title, naics_codes=tuple(part.strip() for part in codes.split(",")))
            for code, title, codes in rows
        )

    def _family_of(self, code: str) -> IndustryFamily | None:
        return next((family for family in self.families if family.contains(code)), None)

    @functools.cached_property
    def _industry_titles(self) -> dict[str, str]:
        if not self._store.has_table("industries"):
            return {}
        return dict(self._store.rows("SELECT code, title FROM industries ORDER BY code"))

    def lookup_industry(self, code: str) -> Industry | None:
        """
        Return the industry of exactly this NAICS 2022 code, or None; unlike `industry`, it reads no words.

        Raises:
            InvalidValueError: If *code* is no text.
        """
        title = self._industry_titles.get(check_text("code", code))
        return None if title is None else Industry(code=code, title=title, family=self._family_of(code))

    @functools.cached_property
    def industries(self) -> tuple[Industry, ...]:
        """All industries of all levels, by NAICS code."""
        return tuple(
            Industry(code=code, title=title, family=self._family_of(code)) for code, title in self._industry_titles.items()
        )

    @functools.cached_property
    def _industry_finder(self) -> IndustryFinder:
        from aijobkit.taxonomy.industry_finder import IndustryFinder

        return IndustryFinder(self._store)

    def _named_industry(self, candidate: IndustryCandidate) -> Industry | None:
        if candidate.reading == "family":
            family = next((family for family in self.families if family.code == candidate.family), None)
            if family is not None:
                return Industry(code=family.naics_codes[0], title=family.title, family=family, naics_codes=family.naics_codes)
        industry = self.lookup_industry(candidate.code)
        if industry is not None and candidate.reading == "wide":
            title = candidate.matched[:1].upper() + candidate.matched[1:]
            return attrs.evolve(industry, title=title, family=None, naics_codes=(industry.code, *candidate.codes))
        return industry

    def _industry_match(self, candidate: IndustryCandidate) -> IndustryMatch | None:
        industry = self._named_industry(candidate)
        if industry is None:
            return None
        return IndustryMatch(
            industry=industry,
            confidence=candidate.confidence,
            matched=candidate.matched,
            reason=candidate.reason,
            is_ambiguous=candidate.reading == "ambiguous",
        )

    def find_industries(self, text: str, limit: int = 10) -> tuple[IndustryMatch, ...]:
        """
        Return industries that *text* may mean.

        Args:
            text: An industry or a kind of employer in everyday words, or a NAICS code of any level.
            limit: How many at most.

        Returns:
            Matches, the likeliest first; empty where nothing is known about the text.

        Raises:
            InvalidValueError: If *text* is no text or *limit* is below 1.

        Examples:
            >>> load_taxonomy().find_industries("SaaS", limit=3)[0].industry.code
            '5132'
        """
        found = self._industry_finder.find(check_text("text", text), limit=check_limit(limit))
        matches = [match for match in map(self._industry_match, found) if match is not None]
        others = [match for finder in self._more_industry_finders for match in finder(text)]
        matches = pool((*matches, *others), lambda match: match.industry.naics_codes)
        return _checks.unique_by(matches, lambda match: match.industry.naics_codes)[:limit]

    def resolve_industry(self, text: str) -> IndustryMatch:
        """
        Return the one industry that *text* means, and why.

        Raises:
            UnknownIndustryError: If nothing is sure enough.
            AmbiguousIndustryError: If the text is known to have several meanings.
            InvalidValueError: If *text* is no text.
        """
        text, limits = check_text("text", text), self.thresholds
        matches = self.find_industries(text, limit=max(limits.candidates, 1))
        candidates = tuple((match.industry.code, match.industry.title) for match in matches[: limits.candidates])
        if matches and matches[0].is_ambiguous:
            raise AmbiguousIndustryError(text, candidates, matches[0].reason)
        if not matches or matches[0].confidence < limits.industry_confidence:
            from aijobkit.taxonomy.industry_finder import says_instead

            near = () if matches else codes_near(text, self._industry_titles, limits.candidates)
            says = "code" if near else says_instead(text) or ("job" if self._industry_finder.is_job(text) else "")
            shown = near or (candidates if says in ("", "job") else ())
            raise UnknownIndustryError(text, shown, industry_hint(candidates, says=says))
        return matches[0]

    def industry(self, text: str) -> Industry:
        """
        Return the one industry that *text* means.

        Args:
            text: An industry or a kind of employer in everyday words, or a NAICS code of any level.

        Raises:
            UnknownIndustryError: If nothing is sure enough; with up to five candidates and what would help.
            AmbiguousIndustryError: If the text is known to have several meanings.
            InvalidValueError: If *text* is no text.

        Examples:
            >>> load_taxonomy().industry("hospital").title
            'Hospitals'
        """
        return self.resolve_industry(text).industry

    def concordance(self, industry: Industry, standard: str = "isic4") -> tuple[Concordance, ...]:
        """
        Return what *industry* is in the international (``isic4``) or European (``nace2``) classification.

        Examples:
            >>> taxonomy = load_taxonomy()
            >>> [(link.codes, link.kind) for link in taxonomy.concordance(taxonomy.industry("524114"))]
            [(('6512',), 'part')]
        """
        return concordance_of(self._store, industry, standard)

    # -- measures ---------------------------------------------------------------------------------------------------

    @functools.cached_property
    def measures(self) -> Measures:
        """The measures on this build, such as distances, profiles and pay."""
        from aijobkit.taxonomy.measures import Measures

        return Measures(self._store, {definition.code: definition for definition in self.definitions})

    def role_distance(self, one: Role, other: Role, /) -> Distance:
        """
        Return how unlike two roles are; 0 exactly for the same role, symmetric, with its named parts.

        Examples:
            >>> taxonomy = load_taxonomy()
            >>> nurse, engineer = taxonomy.role("registered nurse"), taxonomy.role("machine learning engineer")
            >>> taxonomy.role_distance(nurse, engineer).value > taxonomy.role_distance(engineer, engineer).value == 0.0
            True
        """
        return self.measures.role_distance(one, other)

    def similar_roles(self, role: Role, limit: int = 20) -> tuple[tuple[Role, Distance], ...]:
        """Return the roles most like *role*, nearest first, ties by code; without itself."""
        return self.measures.similar_roles(role, check_limit(limit))

    def industry_distance(self, one: Industry | None, other: Industry | None, /) -> Distance:
        """Return how unlike two industries are, with the name of the tier; None means that there is none to leave."""
        return self.measures.industry_distance(one, other)

    def profile(self, role: Role, /) -> RoleProfile:
        """Return what *role* asks for, as far as the data know it."""
        return self.measures.profile(role)

    def pay(self, role: Role, industry: Industry | None = None, /) -> tuple[float, Evidence] | None:
        """Return the yearly median pay of *role* in US dollars, in the sector of *industry* where known, or None."""
        return self.measures.pay(role, industry)


@functools.cache
def _embedded() -> Taxonomy:
    return Taxonomy(open_store())


def load_taxonomy(path: str | Path | None = None) -> Taxonomy:
    """
    Open the embedded data, or another build.

    Args:
        path: What ``aijobkit data build --out`` wrote, or the SQLite file in it; None for the data of the package, which are
            opened once.

    Returns:
        The taxonomy; heavy parts are read when they are first needed.

    Raises:
        TaxonomyDataError: If the file is missing, damaged or of another format.
        InvalidValueError: If *path* is no path.

    Examples:
        >>> load_taxonomy() is load_taxonomy()
        True
    """
    _checks.require("path", path, str, os.PathLike, type(None))
    return _embedded() if path is None else Taxonomy(open_store(path))
