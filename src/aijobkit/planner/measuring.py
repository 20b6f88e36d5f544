"""
One person's ruler: fetches what the pure verbs need from the taxonomy, once, and lets them compute.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import attrs

from aijobkit.classify import classify
from aijobkit.difficulty import find_barriers, hardness_by_outline, measure_difficulty, percentile
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.gaps import gap_counter, skill_gaps
from aijobkit.gaps.licences import HELD_LICENCE, MISSING_LICENCE, names_licence
from aijobkit.people import EmployerKind, Person, Position
from aijobkit.plans import GapReport
from aijobkit.roles import Role, RoleProfile
from aijobkit.routes.occurrence import is_founder
from aijobkit.switches import Assumptions, Barrier, Difficulty, Distance, Switch, SwitchKind
from aijobkit.taxonomy import Taxonomy

__all__ = ["Ruler"]

T = TypeVar("T")

_GAP_ASSUMPTIONS = tuple(field.name for field in attrs.fields(Assumptions) if field.name.startswith("gap_"))


@attrs.define
class Ruler:
    """
    Measures moves of one person in one taxonomy.

    Figures that do not hang on the assumptions are fetched once and kept in *shared*, also for a ruler with others.

    Args:
        taxonomy: The data.
        person: Who moves.
        assumptions: Weights and thresholds.
    """

    taxonomy: Taxonomy
    person: Person
    assumptions: Assumptions
    shared: dict[Any, Any] = attrs.field(factory=dict, repr=False)
    _own: dict[Any, Any] = attrs.field(factory=dict, init=False, repr=False)

    def under(self, assumptions: Assumptions) -> Ruler:
        """Return a ruler with other assumptions that shares what was fetched."""
        return Ruler(self.taxonomy, self.person, assumptions, self.shared)

    @staticmethod
    def _kept(memory: dict[Any, Any], key: tuple[Any, ...], compute: Callable[[], T]) -> T:
        if key not in memory:
            memory[key] = compute()
        value: T = memory[key]
        return value

    def profile(self, role: Role) -> RoleProfile:
        """Return what *role* asks for."""
        return self._kept(self.shared, ("profile", role), lambda: self.taxonomy.profile(role))

    def role_distance(self, one: Role, other: Role) -> Distance:
        """Return how unlike two roles are."""
        key = ("role distance", one, other)
        return self._kept(self.shared, key, lambda: self.taxonomy.role_distance(one, other))

    def industry_distance(self, one: Position, other: Position) -> Distance:
        """Return how unlike the industries of two positions are."""
        key = ("industry distance", one.industry, other.industry)
        return self._kept(self.shared, key, lambda: self.taxonomy.industry_distance(one.industry, other.industry))

    def pay(self, position: Position) -> tuple[float, Evidence] | None:
        """Return the yearly median pay of a position in US dollars, or None; not of a student or a founder."""
        if (position.role.is_life_role and not position.role.has_employer) or is_founder(position.role):
            return None
        return self._kept(
            self._own,
            ("pay", position.role, position.industry),
            lambda: self.taxonomy.measures.pay(position.role, position.industry, least_jobs=self.assumptions.pay_jobs),
        )

    def exists(self, position: Position) -> bool | None:
        """Say whether the role is counted in the sector of the position's industry in earnest; None where that is not known."""
        if position.industry is None:
            return None
        industry, chosen = position.industry, self.assumptions
        key = ("exists", position.role, industry)
        return self._kept(
            self._own,
            key,
            lambda: self.taxonomy.measures.exists_in(
                position.role,
                industry,
                least_share=chosen.rare_share,
                least_of_sector=chosen.rare_in_sector,
                home_share=chosen.rare_home,
                home_jobs=chosen.rare_home_jobs,
            ),
        )

    def is_common(self, position: Position) -> bool | None:
        """Say whether most institutions of the sector of the position's industry have such a job; None where not known."""
        if position.industry is None:
            return None
        industry, least = position.industry, self.assumptions.rare_institution
        return self._kept(
            self._own,
            ("is common", position.role, industry),
            lambda: self.taxonomy.measures.exists_in(position.role, industry, least_of_sector=least),
        )

    def gaps(self, origin: Role, target: Role) -> GapReport:
        """Return what the target asks for and the person, coming from *origin*, does not show yet."""

        def compute() -> GapReport:
            report = skill_gaps(self.person, self.profile(origin), self.profile(target), assumptions=self.assumptions)
            # A licence is no skill, and counts where licences do.
            others = [skill for skill in report.unrecognised if not names_licence(skill, self.profile(target))]
            return attrs.evolve(report, unrecognised=others)

        # Only these assumptions matter for gaps; a ruler that differs in others finds the same report.
        used = tuple(getattr(self.assumptions, name) for name in _GAP_ASSUMPTIONS)
        return self._kept(self.shared, ("gaps", origin, target, self.person.skills, used), compute)

    def counts(self, origin: Role, target: Role) -> GapReport:
        """Return only how much the target asks for and how much of it is there."""

        move = (origin.code, target.code, self.person.skills)
        count: Callable[[Assumptions], GapReport] = self._kept(
            self.shared, ("counter", *move), lambda: gap_counter(self.person, self.profile(origin), self.profile(target))
        )
        used = tuple(getattr(self.assumptions, name) for name in _GAP_ASSUMPTIONS)
        return self._kept(self.shared, ("counts", *move, used), lambda: count(self.assumptions))

    def _barriers(self, origin: RoleProfile, target: RoleProfile) -> tuple[Barrier, ...]:
        """Return what stands in the way, a licence by its name; one that the person names is shown and weighs nothing."""
        found = find_barriers(origin, target, education=self.person.education, assumptions=self.assumptions)
        held = next((skill for skill in self.person.skills if names_licence(skill, target)), "")
        said = f"{HELD_LICENCE}{held}" if held else f"{target.licensed.partition(':')[0]}{MISSING_LICENCE}"
        return tuple(
            attrs.evolve(one, value=0.0 if held else one.value, evidence=attrs.evolve(one.evidence, detail=said))
            if one.name == "licence"
            else one
            for one in found
        )

    def difficulty(
        self,
        origin: Position,
        target: Position,
        employer: EmployerKind | None = None,
        same_employer: bool = False,  # noqa: FBT001, FBT002  # the order is that of `aijobkit.routes.Measure`
        *,
        switch: Switch | None = None,
    ) -> Difficulty:
        """Return how hard the move between two positions is for this person."""

        def compute() -> Difficulty:
            verdict = switch or classify(origin, target)
            changes_role = verdict.kind in (SwitchKind.ROLE, SwitchKind.BOTH)
            profiles = (self.profile(origin.role), self.profile(target.role))
            return measure_difficulty(
                verdict,
                role_distance=self.role_distance(origin.role, target.role),
                industry_distance=self.industry_distance(origin, verdict.target),
                barriers=self._barriers(*profiles) if changes_role else (),
                gaps=self.counts(origin.role, target.role) if changes_role else None,
                # Nobody is hired as a founder, so no kind of employer makes it easier.
                employer=None if is_founder(target.role) else employer,
                same_employer=same_employer,
                preparation=profiles[1].job_zone,
                assumptions=self.assumptions,
            )

        return self._kept(self._own, ("difficulty", origin, target, employer, same_employer), compute)

    def percentile(self, switch: Switch) -> float | None:
        """
        Return the share of all other roles that would be an easier change of role than the target, in [0, 1].

        Compared are distance, preparation, schooling and licence; the skills of the person are left out, since they are
        measured against one target at a time.  None where the role does not change, or where the data know nothing of one of
        the two (a student): then there is nothing to compare with.
        """
        if switch.kind not in (SwitchKind.ROLE, SwitchKind.BOTH):
            return None
        origin, target = switch.origin.role, switch.target.role
        distance = self.role_distance(origin, target)
        if all(part.evidence.kind is EvidenceKind.ASSUMPTION for part in distance.parts):
            return None
        start = self.profile(origin)

        def hardness(far: float, profile: RoleProfile) -> float:
            return hardness_by_outline(far, start, profile, self.assumptions, education=self.person.education)

        others = zip(self.row(origin), self.taxonomy.measures.outlines, strict=True)
        return percentile(
            hardness(distance.value, self.profile(target)),
            [hardness(far, profile) for far, profile in others if profile.role.code != origin.code],
        )

    @property
    def roles(self) -> tuple[Role, ...]:
        """All roles of the taxonomy, in the order of `row`."""
        return self.taxonomy.measures.roles

    def row(self, role: Role) -> Sequence[float]:
        """Return the distances from *role* to all roles of the taxonomy, in their order."""
        return self.taxonomy.measures.distance_row(role)
