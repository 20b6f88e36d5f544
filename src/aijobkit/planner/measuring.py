"""
One person's ruler: fetches what the pure verbs need from the taxonomy, once, and lets them compute.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import attrs

from aijobkit import _checks
from aijobkit.classify import classify
from aijobkit.difficulty import (
    ROLE_DISTANCE,
    SKILL_GAP,
    find_barriers,
    hardness_by_outline,
    measure_difficulty,
    percentile,
)
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.gaps import find_strengths, gap_counter, same_skill, shows, skill_gaps
from aijobkit.gaps.licences import HELD_LICENCE, MISSING_LICENCE, names_licence
from aijobkit.gaps.names import plain
from aijobkit.gaps.wordings import bare
from aijobkit.people import EmployerKind, Person, Position
from aijobkit.planner.experience import (
    Remark,
    counted_from,
    eased_barriers,
    experience,
    join_strengths,
    missing_share,
    remarked,
)
from aijobkit.plans import GapReport, Strength, StrengthReport
from aijobkit.roles import Role, RoleProfile
from aijobkit.routes.occurrence import is_founder, is_military
from aijobkit.switches import Assumptions, Barrier, Difficulty, Distance, Switch, SwitchKind
from aijobkit.taxonomy import Taxonomy

__all__ = ["GAP_ASSUMPTIONS", "Ruler"]

T = TypeVar("T")

GAP_ASSUMPTIONS = tuple(field.name for field in attrs.fields(Assumptions) if field.name.startswith("gap_"))
"""Names of the assumptions that what is missing hangs on."""


def _is_measured(distance: Distance) -> bool:
    """Say whether a distance stands on figures, of which there are none for a student or a career break."""
    return not all(part.evidence.kind is EvidenceKind.ASSUMPTION for part in distance.parts)


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
        """
        Return the yearly median pay of a position in US dollars, or None; not of a student or a founder.

        Nor in the armed forces, which OEWS does not count: the figures of their sector are those of civilians.
        """
        if (position.role.is_life_role and not position.role.has_employer) or is_founder(position.role):
            return None
        if is_military(position.industry):
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

    def held(self, origin: Role) -> tuple[Role, ...]:
        """
        Return the roles that the person has had besides *origin*, each once, latest first.

        A way of life whose field nobody knows, such as a time as a doctoral student, stands for several occupations of which
        the person may have had none: it brings nothing nearer.
        """
        roles = _checks.unique_by((position.role for position in self.person.past), lambda role: role.code)
        return tuple(role for role in roles if role.code != origin.code and not (role.is_life_role and role.is_mixture))

    def starts(self, origin: Role, target: Role) -> tuple[Role, ...]:
        """Return *origin* and those past roles that can be compared with *target*: of others nothing is known to be near."""
        return (origin, *(role for role in self.held(origin) if _is_measured(self.role_distance(role, target))))

    def nearest(self, origin: Role, target: Role) -> tuple[Role, Distance]:
        """Return from which of the person's roles *target* is nearest, the present one first among equals, and how near."""
        starts = self.starts(origin, target)
        return min(((role, self.role_distance(role, target)) for role in starts), key=lambda pair: pair[1].value)

    def row_from(self, origin: Role, target: Role) -> Sequence[float]:
        """Return the distances to all roles of the taxonomy from the nearest of *origin* and the past roles."""
        return [min(column) for column in zip(*map(self.row, self.starts(origin, target)), strict=True)]

    def experience(self, origin: Role, target: Role) -> RoleProfile:
        """Return the profile of *origin* with what past roles add to it."""
        return self._backgrounds(origin, target)[-1]

    def _backgrounds(self, origin: Role, target: Role) -> tuple[RoleProfile, ...]:
        """
        Return the profiles from which gaps are counted: the one that shows most counts.

        Ratings add to what is counted, too: where *origin* has none, they must not turn less missing into more.
        """
        present = self.profile(origin)
        held = self.held(origin)
        if not held:
            return (present,)

        def compute() -> tuple[RoleProfile, ...]:
            profiles, there = [self.profile(role) for role in held], self.profile(target)
            # Tools of the present role count when they are named; of a role on the way they are taken for granted.
            tools = origin.code == self.person.position.role.code
            unrated = [profile for profile in profiles if not profile.skills]
            choices = (profiles,) if present.skills or len(unrated) == len(profiles) else (unrated, profiles)
            return tuple(experience(present, chosen, there, tools=tools) for chosen in choices)

        return self._kept(self.shared, ("backgrounds", origin, target, held), compute)

    def _background(self, origin: Role, target: Role) -> RoleProfile:
        """Return the background from which least is missing, that with all past roles among equals."""
        backgrounds = self._backgrounds(origin, target)
        if len(backgrounds) == 1:
            return backgrounds[0]
        far = self.nearest(origin, target)[1].value
        counted = [(missing_share(self._counted(one, target), far), -place) for place, one in enumerate(backgrounds)]
        return backgrounds[-min(counted)[1]]

    def gaps(self, origin: Role, target: Role) -> GapReport:
        """Return what the target asks for and the person, coming from *origin*, does not show yet."""

        def compute() -> GapReport:
            there = self.profile(target)
            report = skill_gaps(self.person, self._background(origin, target), there, assumptions=self.assumptions)
            # Several roles bring more than one background does.
            brought = [one.name for one in self.strengths(origin, target).strengths] if self.held(origin) else []

            def untold(skills: Sequence[str]) -> list[str]:
                """Leave out licences, which are no skills and count where licences do, and what is told as a strength."""
                return [
                    skill
                    for skill in skills
                    if not names_licence(skill, there) and not any(shows(skill, name) for name in brought)
                ]

            known = {one for one in report.unrecognised if any(map(self._is_technology, (one, bare(plain(one)))))}
            unrecognised = untold([skill for skill in report.unrecognised if skill not in known])
            return attrs.evolve(
                report,
                unrecognised=unrecognised,
                suggestions=[pair for pair in report.suggestions if pair[0] in unrecognised],
                unasked=untold([skill for skill in self.person.skills if skill in known or skill in report.unasked]),
                related=untold(report.related),
            )

        # Only these assumptions matter for gaps; a ruler that differs in others finds the same report.
        key = ("gaps", origin, target, self.person.skills, self.held(origin), self._used())
        return self._kept(self.shared, key, compute)

    def _is_technology(self, skill: str) -> bool:
        """Say whether the data name a technology *skill*, for whichever role."""
        store = self.taxonomy.store
        query = "SELECT technology FROM technologies WHERE instr(lower(technology), lower(?)) ORDER BY technology"
        listed = [name for (name,) in store.rows(query, (skill,))] if store.has_table("technologies") else []
        listed += [name for one in self.taxonomy.definitions for name in one.technologies]
        return any(same_skill(skill, name) for name in listed)

    def counts(self, origin: Role, target: Role) -> GapReport:
        """Return only how much the target asks for and how much of it is there."""
        return self._counted(self._background(origin, target), target)

    def _used(self) -> tuple[float, ...]:
        return tuple(getattr(self.assumptions, name) for name in GAP_ASSUMPTIONS)

    def _counted(self, background: RoleProfile, target: Role) -> GapReport:
        origin = background.role
        # Two backgrounds of one origin differ in whether there are ratings.
        move = (origin.code, target.code, self.person.skills, self.held(origin), bool(background.skills))
        count: Callable[[Assumptions], GapReport] = self._kept(
            self.shared, ("counter", *move), lambda: gap_counter(self.person, background, self.profile(target))
        )
        return self._kept(self.shared, ("counts", *move, self._used()), lambda: count(self.assumptions))

    def strengths(self, origin: Role, target: Role) -> StrengthReport:
        """Return what the person brings from *origin* and from past roles; counted as in `gaps`."""
        there, held = self.profile(target), self.held(origin)
        report = find_strengths(self.person, self._background(origin, target), there, assumptions=self.assumptions)
        if not held:
            return report
        # What is named counts as in the gaps.  Else each role tells its own: what stands out in one is no less so for being
        # unknown in another.
        found = [[one for one in report.strengths if one.is_own]]
        for role in (origin, *held):
            own = find_strengths(self.person, self.profile(role), there, assumptions=self.assumptions).strengths
            found.append([one for one in own if role == origin or self._is_worth_telling(one, origin)])
        return attrs.evolve(report, strengths=join_strengths(found, int(self.assumptions.strength_limit)))

    def _is_worth_telling(self, strength: Strength, origin: Role) -> bool:
        """Say whether a strength from a past role belongs here: knowledge that is rare there only if named or all there is."""
        if not strength.is_rare_at_target or not self.profile(origin).skills:
            return True
        return any(shows(skill, strength.name) for skill in self.person.skills)

    def barriers(self, origin: Role, target: Role) -> tuple[tuple[Barrier, Role | None], ...]:
        """Return what stands in the way, each with the past role that lowers it, or None."""

        def find(role: Role) -> tuple[Barrier, ...]:
            return self._barriers(self.profile(role), self.profile(target))

        return eased_barriers(find(origin), [(self.profile(role), find(role)) for role in self.held(origin)])

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
            start, distance = self.nearest(origin.role, target.role)
            barriers = self.barriers(origin.role, target.role) if changes_role else ()
            found = measure_difficulty(
                verdict,
                role_distance=distance,
                industry_distance=self.industry_distance(origin, verdict.target),
                barriers=[barrier for barrier, _ in barriers],
                gaps=self.counts(origin.role, target.role) if changes_role else None,
                # Nobody is hired as a founder, so no kind of employer makes it easier.
                employer=None if is_founder(target.role) else employer,
                same_employer=same_employer,
                preparation=self.profile(target.role).job_zone,
                assumptions=self.assumptions,
            )
            if not changes_role or not self.held(origin.role):
                return found
            remarks = {barrier.name: counted_from(past) for barrier, past in barriers if past is not None}
            return remarked(found, remarks | self._remarks(origin.role, target.role, start))

        return self._kept(self._own, ("difficulty", origin, target, employer, same_employer), compute)

    def _remarks(self, origin: Role, target: Role, start: Role) -> dict[str, Remark]:
        """Say, by the names of the parts, what was counted from a past role."""
        remarks: dict[str, Remark] = {}
        if start.code != origin.code:
            remarks[ROLE_DISTANCE] = counted_from(start, in_place_of=origin)
        elif len(self.starts(origin, target)) > 1 and not _is_measured(self.role_distance(origin, target)):
            # Past work is known, and far: not knowing the present role is not held against anybody.
            past = " and ".join(role.title for role in self.starts(origin, target)[1:])
            remarks[ROLE_DISTANCE] = Remark(text=f"from your past work as {past} it is no nearer")
        report = self.counts(origin, target)
        if (
            report.asked
            and report.met > gap_counter(self.person, self.profile(origin), self.profile(target))(self.assumptions).met
        ):
            remarks[SKILL_GAP] = counted_from(*self.held(origin))
        return remarks

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
        starts = self.starts(origin, target)
        if not any(_is_measured(self.role_distance(start, target)) for start in starts):
            return None
        profiles = [self.profile(start) for start in starts]
        codes = {start.code for start in starts}

        def hardness(far: float, profile: RoleProfile) -> float:
            return min(
                hardness_by_outline(far, start, profile, self.assumptions, education=self.person.education)
                for start in profiles
            )

        others = zip(self.row_from(origin, target), self.taxonomy.measures.outlines, strict=True)
        return percentile(
            hardness(self.nearest(origin, target)[1].value, self.profile(target)),
            [hardness(far, profile) for far, profile in others if profile.role.code not in codes],
        )

    @property
    def roles(self) -> tuple[Role, ...]:
        """All roles of the taxonomy, in the order of `row`."""
        return self.taxonomy.measures.roles

    def row(self, role: Role) -> Sequence[float]:
        """Return the distances from *role* to all roles of the taxonomy, in their order."""
        return self.taxonomy.measures.distance_row(role)
