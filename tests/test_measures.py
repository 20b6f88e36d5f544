"""The measures: distances between roles and industries, profiles, pay; on the embedded data and on reduced builds."""

from __future__ import annotations

import itertools
import math
from pathlib import Path
from typing import ClassVar

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijobkit import Taxonomy, load_taxonomy
from aijobkit.errors import InvalidValueError
from aijobkit.evidence import EvidenceKind
from aijobkit.industries import Industry
from aijobkit.roles import OWN_OCCUPATIONS, Domain, Role, RoleDefinition, RoleLevel, same_role
from aijobkit.switches import Assumptions, Distance
from aijobkit.taxonomy.build import build_taxonomy
from aijobkit.taxonomy.measures import PARTS, TIERS, DistanceWeights, Measures
from aijobkit.taxonomy.measures.industries import TILT, IndustryDistances
from aijobkit.taxonomy.store import open_store
from small_release import write_release

EMBEDDED = load_taxonomy()
ROLES = st.sampled_from(EMBEDDED.roles)
INDUSTRIES = st.sampled_from(EMBEDDED.industries)
BY_CODE = {role.code: role for role in EMBEDDED.roles}
INDUSTRY_BY_CODE = {industry.code: industry for industry in EMBEDDED.industries}
CATALOGUE_ROLES = [role for role in EMBEDDED.roles if ":" in role.code]


def role_of(code: str) -> Role:
    """Return a role of the embedded taxonomy."""
    return BY_CODE[code]


def industry_of(code: str) -> Industry:
    """Return an industry of the embedded taxonomy."""
    return INDUSTRY_BY_CODE[code]


def defined(*anchors: tuple[str, float], code: str = "lab:role", technologies: tuple[str, ...] = ()) -> RoleDefinition:
    """Return a catalogue role on these anchors."""
    return RoleDefinition(
        code=code, title=code, anchors=anchors, technologies=technologies, reason="made for a test", source="test"
    )


def defining(*definitions: RoleDefinition) -> Measures:
    """Return the measures on the embedded data with these catalogue roles only."""
    return Measures(EMBEDDED.store, {definition.code: definition for definition in definitions})


def parts_of(distance: Distance) -> dict[str, float]:
    """Return the parts of a distance by name."""
    return {part.name: part.value for part in distance.parts}


def reduced(folder: Path, *without: str) -> Taxonomy:
    """Build a tiny taxonomy from a release without some tables."""
    release = write_release(folder, without=without)
    build_taxonomy(release.onet, release.naics_codes, release.naics_index, release.oews, folder / "built", title_model=False)
    return load_taxonomy(folder / "built")


class TestRoleDistance:
    """Distances lie in [0, 1]; ``d(a, a) == 0``; similarity is symmetric."""

    @given(one=ROLES, other=ROLES)
    def test_in_range(self, one: Role, other: Role) -> None:
        """A distance is never below 0 nor above 1, and neither is any of its parts."""
        distance = EMBEDDED.role_distance(one, other)

        assert all(0.0 <= value <= 1.0 for value in (distance.value, *(part.value for part in distance.parts)))

    @given(role=ROLES)
    def test_zero_to_itself(self, role: Role) -> None:
        """A role is exactly 0 from itself, whether or not anything is known of it."""
        assert EMBEDDED.role_distance(role, role).value == 0.0

    @given(one=ROLES, other=ROLES)
    def test_symmetric(self, one: Role, other: Role) -> None:
        """Both directions give the same distance, part by part and to the last bit."""
        assert EMBEDDED.role_distance(one, other) == EMBEDDED.role_distance(other, one)

    @given(one=ROLES, other=ROLES)
    def test_parts_make_the_value(self, one: Role, other: Role) -> None:
        """The value is the weighted sum of six named parts, so that anybody can add it up again."""
        distance = EMBEDDED.role_distance(one, other)

        assert tuple(part.name for part in distance.parts) == PARTS
        assert math.isclose(distance.value, sum(part.weight * part.value for part in distance.parts), abs_tol=1e-9)
        assert math.isclose(1.0, sum(part.weight for part in distance.parts))

    @given(origin=ROLES, targets=st.lists(ROLES, max_size=8))
    def test_many_at_once(self, origin: Role, targets: list[Role]) -> None:
        """Asking for many distances at once gives what asking one by one gives."""
        expected = [EMBEDDED.role_distance(origin, target).value for target in targets]

        assert np.allclose(expected, EMBEDDED.measures.role_distances(origin, targets), rtol=0, atol=1e-9)

    @given(one=ROLES, other=ROLES)
    def test_only_the_same_role_is_zero(self, one: Role, other: Role) -> None:
        """Two different roles are never 0 apart: a blend of anchors is not taken for its anchors."""
        is_same = (one.same_as or one.code) == (other.same_as or other.code)

        assert is_same == (EMBEDDED.role_distance(one, other).value == 0.0)

    def test_all_pairs(self) -> None:
        """The table of all pairs is symmetric, 0 on its diagonal, and holds the single distances."""
        roles, table = EMBEDDED.measures.all_distances()
        some = range(0, len(roles), 97)

        assert np.array_equal(table, table.T)
        assert not table.diagonal().any()
        assert all(
            math.isclose(table[i, j], EMBEDDED.role_distance(roles[i], roles[j]).value, abs_tol=1e-9)
            for i, j in itertools.product(some, some)
        )

    def test_all_pairs_are_read_only(self) -> None:
        """The shared table cannot be overwritten by accident."""
        with pytest.raises(ValueError, match="read-only"):
            EMBEDDED.measures.all_distances()[1][0, 0] = 1.0

    def test_roles_are_those_of_the_taxonomy(self) -> None:
        """The roles that are measured are the roles of the taxonomy, in its order."""
        assert EMBEDDED.roles == EMBEDDED.measures.roles

    @pytest.mark.parametrize(
        ("near", "far", "origin"),
        [
            ("15-2051.00", "29-1141.00", "15-1252.00"),
            ("29-1171.00", "15-1252.00", "29-1141.00"),
            ("13-2031.00", "53-3032.00", "13-2011.00"),
            ("19-2011.00", "27-3023.00", "19-2012.00"),
            ("aijobkit:machine-learning-engineer", "aijobkit:ai-auditor", "15-1252.00"),
        ],
    )
    def test_order_of_what_everybody_knows(self, near: str, far: str, origin: str) -> None:
        """A neighbouring trade is nearer than a strange one."""
        start, close, distant = (role_of(code) for code in (origin, near, far))

        assert EMBEDDED.role_distance(start, close).value < EMBEDDED.role_distance(start, distant).value


class TestCatalogueRoles:
    """Roles that O*NET does not know are measured by their anchors."""

    def test_same_as_is_the_occupation(self) -> None:
        """A catalogue role that is an O*NET occupation by another name is 0 from it and as far from all others."""
        twins = [role for role in CATALOGUE_ROLES if role.same_as]
        engineer = role_of("15-1252.00")

        assert twins
        for twin in twins:
            original = role_of(str(twin.same_as))
            assert EMBEDDED.role_distance(twin, original).value == 0.0
            assert EMBEDDED.role_distance(engineer, original).value == EMBEDDED.role_distance(engineer, twin).value

    def test_nearer_to_anchors_than_usual(self) -> None:
        """A catalogue role is nearer to its first anchor than two occupations usually are."""
        _, table = EMBEDDED.measures.all_distances()
        usual = float(np.median(table))
        anchored = [role for role in CATALOGUE_ROLES if role.onet_codes]

        assert all(EMBEDDED.role_distance(role, role_of(role.onet_codes[0])).value < usual for role in anchored)

    def test_without_anchors_the_prior_stands_in(self) -> None:
        """Of a student nothing can be compared: the mean distance of all occupations stands in and says so."""
        student = role_of("aijobkit:associate-degree-student")
        distance = EMBEDDED.role_distance(student, role_of("15-1252.00"))

        assert student.onet_codes == ()
        assert DistanceWeights().prior == pytest.approx(distance.value, abs=1e-3)
        assert {EvidenceKind.ASSUMPTION} == {part.evidence.kind for part in distance.parts}

    def test_a_stranger_s_role(self) -> None:
        """A role of a plugin is measured like one of our own; its anchors' order of nearness is kept."""
        tutor = RoleDefinition(
            code="school:ml-tutor",
            title="ML Tutor",
            anchors=(("25-2031.00", 0.7), ("15-2051.00", 0.3)),
            technologies=("Python",),
            reason="Teaches machine learning.",
            source="test",
        )
        taxonomy = EMBEDDED.with_roles([tutor])
        first, second = (taxonomy.role_distance(tutor.role(), role_of(code)).value for code in ("25-2031.00", "15-2051.00"))

        assert 0.0 < first < second < 0.6

    def test_a_role_nobody_defines(self) -> None:
        """A role of an unknown code is measured by its O*NET codes, all alike; without any the prior stands in."""
        nurse = role_of("29-1141.00")
        stranger = Role(code="lab:nurse", title="Nurse", onet_codes=("29-1141.00", "29-1141.01"))
        nobody = Role(code="99-9999.99", title="Nobody")

        assert EMBEDDED.role_distance(stranger, nurse).value < 0.3
        assert DistanceWeights().prior == pytest.approx(EMBEDDED.role_distance(nobody, nurse).value, abs=1e-3)

    def test_own_technologies_count(self) -> None:
        """Two roles on the same anchors differ by the technologies their catalogue names."""
        anchors = (("15-1252.00", 1.0),)
        names = {"a": ("Python", "PyTorch"), "b": ("Python", "PyTorch"), "c": ("COBOL", "IBM CICS")}
        definitions = {
            f"lab:{key}": RoleDefinition(
                code=f"lab:{key}", title=key, anchors=anchors, technologies=own, reason="test", source="test"
            )
            for key, own in names.items()
        }
        measures = Measures(EMBEDDED.store, definitions)
        one, same, other = (definition.role() for definition in definitions.values())

        assert measures.role_distance(one, same).value < measures.role_distance(one, other).value

    def test_something_of_its_own(self) -> None:
        """A catalogue role on a single anchor keeps a share of its own: it is near its anchor, not the same."""
        role = defined(("15-2041.00", 1.0))
        parts = parts_of(defining(role).role_distance(role.role(), role_of("15-2041.00")))
        own = DistanceWeights().speciality

        assert parts["ratings"] == pytest.approx(own / 2)
        assert parts["tasks"] == pytest.approx(1 - math.sqrt(1 - own))

    def test_anchors_without_figures_leave_the_rest_whole(self) -> None:
        """Where one of two anchors has no ratings, the other one stands for both."""
        role = defined(("15-2041.00", 0.5), ("55-1016.00", 0.5))
        parts = parts_of(defining(role).role_distance(role.role(), role_of("15-2041.00")))

        assert parts["ratings"] == pytest.approx(DistanceWeights().speciality / 2)

    def test_own_technologies_are_symmetric(self) -> None:
        """A catalogue's own technologies weigh the same in both directions."""
        roles = [*CATALOGUE_ROLES, *(role_of(role.onet_codes[0]) for role in CATALOGUE_ROLES if role.onet_codes)]
        distances = EMBEDDED.measures
        for one, other in itertools.pairwise(roles):
            there, back = (distances.role_distances(*pair)[0] for pair in ((one, [other]), (other, [one])))
            assert there == pytest.approx(back, abs=1e-12)

    def test_rare_technologies_tell_more(self) -> None:
        """To share a rare technology brings two roles nearer than to share one that half of the world uses."""
        lists = {
            "a": ("PyTorch", "Ada"),
            "b": ("PyTorch", "Sass"),
            "c": ("Microsoft Excel", "Ada"),
            "d": ("Microsoft Excel", "Sass"),
        }
        a, b, c, d = roles = [defined(("15-2041.00", 1.0), code=f"lab:{key}", technologies=own) for key, own in lists.items()]
        measures = defining(*roles)

        assert measures.role_distance(a.role(), b.role()).value < measures.role_distance(c.role(), d.role()).value


class TestMissingFigures:
    """What stands in for figures that O*NET does not have."""

    @pytest.mark.parametrize("other", ["29-1141.00", "15-1252.00", "15-1299.00", "33-3051.00"])
    def test_filled_from_the_other_parts(self, other: str) -> None:
        """A part without data is the mean of the part, moved by the standard score of the parts that have data."""
        weights = DistanceWeights()
        distance = EMBEDDED.role_distance(role_of("55-1016.00"), role_of(other))
        known = [part for part in distance.parts if "missing" not in part.evidence.detail]
        score = sum(part.weight * (part.value - weights.middle(part.name)) for part in known) / sum(
            part.weight * weights.spread(part.name) for part in known
        )
        filled = [part for part in distance.parts if part not in known]

        assert known
        assert filled
        for part in filled:
            expected = weights.middle(part.name) + weights.carry * weights.spread(part.name) * score
            assert part.value == pytest.approx(min(1.0, max(0.0, expected)), abs=1e-9)

    def test_short_texts_are_not_far_from_everything(self) -> None:
        """Occupations with a description in the place of tasks are, on the whole, as far from others as all are."""
        sources = dict(EMBEDDED.store.rows("SELECT code, tasks_source FROM roles ORDER BY code"))
        roles, table = EMBEDDED.measures.all_distances()
        own, stand_in = (
            [place for place, role in enumerate(roles) if sources.get(role.code) == kind] for kind in ("measured", "derived")
        )

        assert len(stand_in) > 50
        assert table[np.ix_(own, own)].mean() == pytest.approx(table[np.ix_(stand_in, own)].mean(), abs=0.02)


class TestSimilarRoles:
    """Which roles are like a role."""

    @given(role=ROLES, limit=st.integers(1, 25))
    def test_sorted_and_limited(self, role: Role, limit: int) -> None:
        """The nearest come first, ties by code, no more than asked for, never the role itself."""
        found = EMBEDDED.similar_roles(role, limit)
        keys = [(round(distance.value, 9), one.code) for one, distance in found]

        assert sorted(keys) == keys
        assert limit == len(found)
        assert not any(same_role(role, one, level=RoleLevel.ONET) for one, _ in found)

    @given(role=ROLES)
    def test_distances_are_those_of_role_distance(self, role: Role) -> None:
        """Each role comes with the very distance that asking for the pair gives."""
        assert all(EMBEDDED.role_distance(role, one) == distance for one, distance in EMBEDDED.similar_roles(role, 3))

    def test_nearest_of_all(self) -> None:
        """No role that may be listed is nearer than the last one listed."""
        nurse = role_of("29-1141.00")
        found = EMBEDDED.similar_roles(nurse, 5)
        listed = {one.code for one, _ in found}
        everyone = EMBEDDED.similar_roles(nurse, 10_000)

        assert all(distance.value >= found[-1][1].value for one, distance in everyone if one.code not in listed)

    def test_no_stations_of_life_and_no_twins(self) -> None:
        """A student is no similar role, and no occupation is listed twice under two names."""
        found = [one for one, _ in EMBEDDED.similar_roles(role_of("15-1252.00"), 10_000)]

        assert not any(one.is_life_role or one.same_as for one in found)

    def test_coarser_level(self) -> None:
        """Asked for other SOC occupations only, specialities of one's own are left out."""
        nurse = role_of("29-1141.00")
        found = EMBEDDED.measures.similar_roles(nurse, 30, level=RoleLevel.DETAILED)

        assert found
        assert not any(same_role(nurse, one) for one, _ in found)


class TestWeights:
    """The parameters of the distance between roles."""

    def test_table_has_every_parameter(self) -> None:
        """Every parameter can be printed with its source, kind and meaning."""
        table = DistanceWeights().table()

        assert [field.name for field in attrs.fields(DistanceWeights)] == [row.name for row in table]
        assert all(row.source and row.meaning for row in table)

    def test_weights_must_sum_to_one(self) -> None:
        """Weights that do not sum to 1 are refused."""
        with pytest.raises(InvalidValueError, match="sum to 1"):
            DistanceWeights(ratings=0.5)

    def test_weights_are_used(self) -> None:
        """With all weight on one part the distance is that part."""
        nothing = dict.fromkeys(("ratings", "activities", "titles", "interests", "technologies"), 0.0)
        measures = Measures(EMBEDDED.store, weights=DistanceWeights(tasks=1.0, **nothing))
        distance = measures.role_distance(role_of("29-1141.00"), role_of("15-1252.00"))
        tasks = next(part for part in distance.parts if part.name == "tasks")

        assert tasks.value == pytest.approx(distance.value)

    def test_scale_is_that_of_the_data(self) -> None:
        """The middles and spreads are those of the embedded data: means and deviations over all full pairs."""
        codes = EMBEDDED.store.rows(
            "SELECT code FROM roles WHERE tasks_source = 'measured' AND interests_source = 'measured' ORDER BY code"
        )
        roles = [role_of(code) for (code,) in codes]
        weights = DistanceWeights()
        upper = np.triu_indices(len(roles), 1)
        for name in PARTS:
            only = {part: float(part == name) for part in PARTS}
            table = Measures(EMBEDDED.store, weights=DistanceWeights(**only))._roles.rows(roles, roles)[upper]
            assert weights.middle(name) == pytest.approx(float(table.mean()), abs=0.01), name
            assert weights.spread(name) == pytest.approx(float(table.std()), abs=0.01), name


class TestReducedBuilds:
    """A build from a release with tables taken out must work throughout, and say what is missing."""

    @pytest.mark.parametrize(
        ("without", "part"),
        [
            (("Skills", "Knowledge"), "ratings"),
            (("Interests",), "interests"),
            (("Tasks to DWAs",), "activities"),
            (("Technology Skills",), "technologies"),
        ],
    )
    def test_a_table_taken_out(self, tmp_path: Path, without: tuple[str, ...], part: str) -> None:
        """Without a table its part is filled from the others, says so, and the laws hold."""
        taxonomy = reduced(tmp_path, *without)
        one, other = role_of("29-1141.00"), role_of("15-1252.00")
        distance = taxonomy.role_distance(one, other)
        found = next(row for row in distance.parts if row.name == part)

        assert "missing" in found.evidence.detail
        assert EvidenceKind.DERIVED is found.evidence.kind
        assert 0.0 < distance.value <= 1.0
        assert distance == taxonomy.role_distance(other, one)

    def test_nothing_but_occupations(self, tmp_path: Path) -> None:
        """With hardly any table left every question still has an answer."""
        everything = ("Skills", "Knowledge", "Interests", "Tasks to DWAs", "Technology Skills", "Task Statements")
        taxonomy = reduced(
            tmp_path, *everything, "Work Styles", "Work Values", "Job Zones", "Education, Training, and Experience"
        )
        nurse = role_of("29-1141.00")
        profile = taxonomy.profile(nurse)

        assert len(taxonomy.similar_roles(nurse, 3)) == 3
        assert (profile.skills, profile.job_zone, profile.education) == ((), None, None)
        assert taxonomy.measures.all_distances()[1].max() <= 1.0

    def test_small_build_is_whole(self, tmp_path: Path) -> None:
        """A build of 25 occupations keeps catalogue roles whose anchors it lacks, at the prior or by what is left."""
        taxonomy = reduced(tmp_path)
        roles, table = taxonomy.measures.all_distances()

        assert len(roles) == len(table)
        assert ((table >= 0.0) & (table <= 1.0)).all()


class TestProfile:
    """What a role asks for."""

    @given(role=ROLES)
    def test_total(self, role: Role) -> None:
        """Every role has a profile; figures lie on O*NET's scales and carry evidence."""
        profile = EMBEDDED.profile(role)

        assert role == profile.role
        assert [*profile.skills] == sorted(profile.skills, key=lambda skill: (skill.domain.value, skill.element_id))
        assert ("skills" in dict(profile.evidence)) == bool(profile.skills)

    def test_measured(self) -> None:
        """A rated occupation has measured ratings, told apart by domain where names repeat."""
        profile = EMBEDDED.profile(role_of("19-2012.00"))
        mathematics = {skill.domain: skill for skill in profile.skills if skill.name == "Mathematics"}

        assert {Domain.SKILL, Domain.KNOWLEDGE} == set(mathematics)
        assert {EvidenceKind.MEASURED} == {skill.evidence.kind for skill in profile.skills}
        assert min(skill.distinctiveness for skill in mathematics.values()) > 1.5

    def test_estimated_ratings_say_so(self) -> None:
        """Software developers have no ratings in O*NET: theirs are derived, and say so."""
        profile = EMBEDDED.profile(role_of("15-1252.00"))

        assert {EvidenceKind.DERIVED} == {skill.evidence.kind for skill in profile.skills}
        assert "estimated for 15-1252.00" in dict(profile.evidence)["skills"].detail

    def test_a_blend_lies_between_its_anchors(self) -> None:
        """Importance of a catalogue role lies between that of its anchors."""
        role = next(one for one in CATALOGUE_ROLES if len(one.onet_codes) == 2 and not one.is_life_role)
        blend, *anchors = (
            {skill.element_id: skill.importance for skill in EMBEDDED.profile(one).skills}
            for one in (role, *(role_of(code) for code in role.onet_codes))
        )

        assert blend
        assert all(
            min(anchor[key] for anchor in anchors) - 1e-3 <= value <= max(anchor[key] for anchor in anchors) + 1e-3
            for key, value in blend.items()
        )

    def test_technologies_of_the_catalogue_come_first(self) -> None:
        """A catalogue's technologies come first, in its order and as assumptions; then in demand, hot, rare."""
        role = role_of("aijobkit:machine-learning-engineer")
        definition = next(one for one in EMBEDDED.definitions if one.code == role.code)
        technologies = EMBEDDED.profile(role).technologies
        own, others = technologies[: len(definition.technologies)], technologies[len(definition.technologies) :]

        assert definition.technologies == tuple(one.name for one in own)
        assert {EvidenceKind.ASSUMPTION} == {one.evidence.kind for one in own}
        keys = [(not one.is_in_demand, not one.is_hot, -one.rarity, one.name) for one in others]
        assert others
        assert sorted(keys) == keys

    def test_no_technology_twice(self) -> None:
        """No technology is listed twice, even where catalogue and O*NET both name it."""
        for role in CATALOGUE_ROLES:
            names = [one.name for one in EMBEDDED.profile(role).technologies]
            assert len(names) == len(set(names))

    @pytest.mark.parametrize("code", ["29-1141.00", "23-1011.00", "29-1215.00", "53-3032.00", "25-2031.00", "17-1011.00"])
    def test_licensed(self, code: str) -> None:
        """Professions that need a licence say which, with the law behind it."""
        profile = EMBEDDED.profile(role_of(code))

        assert profile.licensed
        assert dict(profile.evidence)["licensed"].source

    @pytest.mark.parametrize("code", ["15-1252.00", "15-2051.00", "19-2012.00", "13-2011.00", "aijobkit:ai-product-manager"])
    def test_not_licensed(self, code: str) -> None:
        """Work that anybody may do is not called licensed."""
        assert not EMBEDDED.profile(role_of(code)).licensed

    def test_licence_of_a_blend(self) -> None:
        """A blend needs a licence where half of it does, and then the one of its main anchor."""
        blends = {
            "lab:mostly-nurse": (("29-1141.00", 0.5), ("23-1011.00", 0.3), ("15-1252.00", 0.2)),
            "lab:half-nurse": (("15-1252.00", 0.5), ("29-1141.00", 0.5)),
            "lab:bit-of-nurse": (("15-1252.00", 0.7), ("29-1141.00", 0.3)),
        }
        roles = [defined(*anchors, code=code) for code, anchors in blends.items()]
        most, half, bit = (defining(*roles).profile(role.role()).licensed for role in roles)

        assert most.startswith("nursing licence")
        assert half.startswith("nursing licence")
        assert bit == ""

    def test_technologies_of_a_blend(self) -> None:
        """A blend has the technologies of anchors that make up half of it, not those of a minor one."""
        role = defined(("29-1141.00", 0.6), ("15-1252.00", 0.4))
        blend, nurse, developer = (
            {one.name for one in profile.technologies}
            for profile in (
                defining(role).profile(role.role()),
                *map(EMBEDDED.profile, map(role_of, ("29-1141.00", "15-1252.00"))),
            )
        )

        assert nurse <= blend <= nurse | developer
        assert not (developer - nurse) & blend

    def test_rarity(self) -> None:
        """What few occupations use is rarer than what nearly all use, and what none lists is rarest."""
        role = defined(("15-2051.00", 1.0), technologies=("Microsoft Excel", "PyTorch", "A library of tomorrow"))
        rarity = {one.name: one.rarity for one in defining(role).profile(role.role()).technologies}

        assert rarity["Microsoft Excel"] < 0.2 < 0.9 < rarity["PyTorch"] < rarity["A library of tomorrow"] == 1.0

    def test_education_without_a_figure(self) -> None:
        """Where O*NET has no education figure, the usual one of the job zone stands in, as derived."""
        profile = EMBEDDED.profile(role_of("15-2051.00"))

        assert profile.education is not None
        assert EvidenceKind.DERIVED is dict(profile.evidence)["education"].kind

    def test_a_station_of_life(self) -> None:
        """A student has no ratings, and the schooling that the station ends with."""
        profile = EMBEDDED.profile(role_of("aijobkit:associate-degree-student"))

        assert profile.skills == ()
        assert profile.education == 5.0


class TestIndustryDistance:
    """Industries: tiers in the order of observed moves, ties broken inside them."""

    @given(one=INDUSTRIES, other=INDUSTRIES)
    def test_symmetric_and_in_range(self, one: Industry, other: Industry) -> None:
        """Both directions agree, in [0, 1], under the name of a tier."""
        distance = EMBEDDED.industry_distance(one, other)

        assert distance == EMBEDDED.industry_distance(other, one)
        assert distance.tier in {tier.name for tier in TIERS}

    @given(industry=INDUSTRIES)
    def test_zero_to_itself(self, industry: Industry) -> None:
        """An industry is exactly 0 from itself."""
        assert EMBEDDED.industry_distance(industry, industry).value == 0.0

    @given(one=INDUSTRIES, other=INDUSTRIES)
    def test_ties_never_cross_a_tier(self, one: Industry, other: Industry) -> None:
        """Every value stays nearer to its own tier than the next tier ever comes."""
        distance = EMBEDDED.industry_distance(one, other)
        place = [tier.name for tier in TIERS].index(distance.tier)

        assert distance.value <= TIERS[place].distance(-1.0)
        assert all(distance.value < tier.distance(1.0) for tier in TIERS[place + 1 :])
        assert all(distance.value > tier.distance(-1.0) for tier in TIERS[:place])

    def test_tiers_rise(self) -> None:
        """The tiers are sorted from near to far with room for the tie-break between them."""
        multipliers = [tier.multiplier for tier in TIERS]

        assert sorted(multipliers, reverse=True) == multipliers
        assert all(high / low > TILT**2 for high, low in itertools.pairwise(multipliers))

    @pytest.mark.parametrize(
        ("one", "other", "tier"),
        [
            ("62", "622", "same industry"),
            ("621111", "621112", "same group"),
            ("6221", "6222", "same subsector"),
            ("6211", "6221", "same family"),
            ("5411", "5415", "same sector"),
            ("5132", "5415", "same family"),
            ("522", "524", "same sector"),
            ("31-33", "42", "adjacent sector"),
            ("722", "5132", "distant"),
        ],
    )
    def test_tiers_by_example(self, one: str, other: str, tier: str) -> None:
        """Well-known pairs fall into the tier that anybody would name."""
        assert tier == EMBEDDED.industry_distance(industry_of(one), industry_of(other)).tier

    def test_ties_move_both_ways(self) -> None:
        """Within a tier likeness brings nearer and strangeness moves farther than the plain figure of the tier."""
        fine = [industry for industry in EMBEDDED.industries if len(industry.code) == 3]
        for tier in TIERS[3:]:
            values = [
                distance.value
                for one, other in itertools.combinations(fine, 2)
                if (distance := EMBEDDED.industry_distance(one, other)).tier == tier.name
            ]
            assert min(values) < tier.distance()
        assert max(values) > tier.distance()

    def test_neighbours_named_on_one_side(self) -> None:
        """Families are neighbours even where the table names the pair only once."""

        class Table:
            def has_table(self, name: str) -> bool:
                return name == "industry_families"

            def rows(self, query: str) -> list[tuple[str, str, str]]:
                return [("food", "722", "toys"), ("toys", "339", "")] if "industry_families" in query else []

        distances = IndustryDistances(Table())
        food, toys = Industry(code="722", title="Food"), Industry(code="339", title="Toys")

        assert distances.between(toys, food).tier == distances.between(food, toys).tier == "adjacent sector"

    def test_entered(self) -> None:
        """Who has no industry leaves none: the distance is 0 and its tier says why."""
        distance = EMBEDDED.industry_distance(None, industry_of("5132"))

        assert (distance.value, distance.tier) == (0.0, "entered")

    def test_several_codes(self) -> None:
        """An industry of several codes is as near as its nearest code."""
        wide = Industry(code="722", title="Food or software", naics_codes=("722", "5132"))
        computing = Industry(code="5415", title="Computer systems design")
        software = Industry(code="5132", title="Software publishers")

        assert EMBEDDED.industry_distance(software, computing).value == EMBEDDED.industry_distance(wide, computing).value

    def test_reduced_build(self, tmp_path: Path) -> None:
        """The tiers need no staffing figures."""
        release = write_release(tmp_path)
        build_taxonomy(release.onet, release.naics_codes, None, None, tmp_path / "built", title_model=False)
        one, other = Industry(code="31-33", title="Manufacturing"), Industry(code="62", title="Health care")

        assert load_taxonomy(tmp_path / "built").industry_distance(one, other).tier == "distant"


class TestPreparation:
    """What preparation a catalogue role asks for."""

    def test_a_judged_job_zone_is_honoured(self) -> None:
        """A data annotator needs a short induction, whatever the anchors ask for, and the schooling usual for that."""
        profile = EMBEDDED.profile(role_of("aijobkit:data-annotator"))
        evidence = dict(profile.evidence)

        assert (2.0, 2.0) == (profile.job_zone, profile.education)
        assert {EvidenceKind.ASSUMPTION} == {evidence[field].kind for field in ("job_zone", "education")}
        assert "short induction" in evidence["job_zone"].detail

    def test_every_judged_job_zone_reaches_the_profile(self) -> None:
        """No override of the catalogue stays unread."""
        judged = {one.code: one.job_zone for one in EMBEDDED.definitions if one.job_zone is not None}

        assert len(judged) > 8
        assert judged == {code: EMBEDDED.profile(role_of(code)).job_zone for code in judged}

    def test_who_teaches_a_subject_does_not_say_how_it_is_entered(self) -> None:
        """The doctorate that universities ask of teachers is not asked of an ethicist in a company."""
        evidence = dict(EMBEDDED.profile(role_of("aijobkit:ai-ethicist")).evidence)

        assert "25-1126" not in evidence["job_zone"].detail
        assert "25-1126" in evidence["skills"].detail
        assert EMBEDDED.profile(role_of("25-1126.00")).education == 11.0

    def test_operations_do_not_undercut_engineering(self) -> None:
        """Running models asks for about as much preparation as building them."""
        assert EMBEDDED.profile(role_of("aijobkit:mlops-engineer")).job_zone == 4.0

    def test_a_job_zone_needs_its_reason(self) -> None:
        """A plugin's catalogue may judge the preparation, too, with a reason."""
        facts = {"code": "school:tutor", "title": "Tutor", "anchors": (("15-2051.00", 1.0),), "reason": "r", "source": "s"}
        definition = RoleDefinition(**facts, job_zone=3, job_zone_reason="A certificate is enough.")
        with pytest.raises(InvalidValueError, match="job_zone_reason"):
            RoleDefinition(**facts, job_zone=3)

        assert EMBEDDED.with_roles([definition]).profile(definition.role()).job_zone == 3.0

    def test_service_has_an_employer(self) -> None:
        """An officer serves somewhere; a student does not."""
        assert role_of("aijobkit:military-officer").has_employer
        assert not role_of("aijobkit:associate-degree-student").has_employer
        assert {True} == {role.has_employer for role in EMBEDDED.roles if not role.is_life_role}


class TestPay:
    """What a role pays, and where it exists."""

    def test_in_a_sector(self) -> None:
        """Pay in an industry is the figure of its sector, and says so."""
        found = EMBEDDED.pay(role_of("29-1141.00"), industry_of("622"))

        assert found is not None
        assert found[0] > 50_000
        assert EvidenceKind.MEASURED is found[1].kind
        assert "(62)" in found[1].detail
        assert ("Health Care and Social Assistance (62)",) == found[1].sectors

    def test_without_an_industry(self) -> None:
        """Without an industry the mean over all sectors is derived."""
        found = EMBEDDED.pay(role_of("29-1141.00"))

        assert found is not None
        assert EvidenceKind.DERIVED is found[1].kind
        assert () == found[1].sectors

    def test_a_catalogue_role(self) -> None:
        """A catalogue role is paid like the weighted mean of its anchors."""
        role = role_of("aijobkit:machine-learning-engineer")
        figures = [EMBEDDED.pay(role_of(code)) for code in role.onet_codes]
        found = EMBEDDED.pay(role)

        assert found is not None
        assert min(pay[0] for pay in figures if pay) <= found[0] <= max(pay[0] for pay in figures if pay)

    def test_unknown(self) -> None:
        """Nobody pays a student for being one: there is no figure."""
        assert EMBEDDED.pay(role_of("aijobkit:associate-degree-student")) is None

    def test_exists_in(self) -> None:
        """Nurses exist in health care, surgeons not in mining, and of a student nothing is known."""
        mining, health = industry_of("21"), industry_of("62")
        measures = EMBEDDED.measures

        assert measures.exists_in(role_of("29-1141.00"), health) is True
        assert measures.exists_in(role_of("29-1242.00"), mining) is False
        assert measures.exists_in(role_of("aijobkit:associate-degree-student"), health) is None

    def test_a_withheld_count_is_not_known(self) -> None:
        """Where OEWS withholds the figure nothing is claimed, neither yes nor no."""
        information = industry_of("51")
        withheld = ("43-5011.00", "11-9111.00", "17-3024.00", "17-3027.00")

        assert {None} == {EMBEDDED.measures.exists_in(role_of(code), information) for code in withheld}

    @pytest.mark.parametrize(
        ("role", "sector", "least", "exists"),
        [
            ("11-2021.00", "61", {"least_of_sector": 0.001}, False),
            ("11-2021.00", "61", {"least_of_sector": 0.0005}, True),
            ("15-2041.00", "54", {"least_of_sector": 0.001}, False),
            ("15-2041.00", "54", {"least_of_sector": 0.001, "home_share": 0.1}, True),
            ("29-1141.00", "51", {"least_share": 0.005}, False),
        ],
    )
    def test_a_role_must_matter_to_the_sector(self, role, sector, least, exists) -> None:
        """A handful of jobs in a large sector is none, unless the sector is where most of that work is done."""
        assert exists is EMBEDDED.measures.exists_in(role_of(role), industry_of(sector), **least)

    def test_a_mixture_exists_where_half_of_it_does(self) -> None:
        """One of three anchors with a few jobs in hospitals does not put a machine learning engineer there."""
        defaults = Assumptions()
        least = {
            "least_share": defaults.rare_share,
            "least_of_sector": defaults.rare_in_sector,
            "home_share": defaults.rare_home,
        }
        engineer = role_of("aijobkit:machine-learning-engineer")

        assert EMBEDDED.measures.exists_in(engineer, industry_of("622"), **least) is False
        assert EMBEDDED.measures.exists_in(engineer, industry_of("5132"), **least) is True

    def test_an_industry_of_two_sectors_is_paid_by_both(self) -> None:
        """Software is in two sectors: its pay lies between theirs, is derived, and names both in words."""
        developers, software = role_of("15-1252.00"), EMBEDDED.industry("software")
        found = EMBEDDED.pay(developers, software)
        ends = [EMBEDDED.pay(developers, industry_of(code)) for code in ("51", "54")]

        assert found is not None
        assert EvidenceKind.DERIVED is found[1].kind
        assert "Information (51) and Professional, Scientific, and Technical Services (54)" in found[1].detail
        assert ("Information (51)", "Professional, Scientific, and Technical Services (54)") == found[1].sectors
        assert min(end[0] for end in ends if end) < found[0] < max(end[0] for end in ends if end)

    def test_a_speciality_is_paid_as_its_whole_occupation(self) -> None:
        """OEWS does not know O*NET's specialities: their pay is derived and says whose it is."""
        found = EMBEDDED.pay(role_of("15-2051.02"), industry_of("5132"))

        assert found is not None
        assert EvidenceKind.DERIVED is found[1].kind
        assert "all Data Scientists (15-2051)" in found[1].detail

    def test_tiny_counts_say_little_about_a_mixture(self) -> None:
        """An anchor with sixty jobs in the sector counts as it is paid everywhere in the pay of a role that mixes several."""
        annotator, information = role_of("aijobkit:data-annotator"), industry_of("51")
        found, all_of_them = (EMBEDDED.measures.pay(annotator, information, least_jobs=least) for least in (500, 0))

        assert found is not None
        assert all_of_them is not None
        assert ", and Statistical Assistants (43-9111) in all sectors" in found[1].detail
        assert "43-9111" in all_of_them[1].detail
        # What is partly counted everywhere claims no sector.
        assert (None, ("Information (51)",)) == (found[1].sectors, all_of_them[1].sectors)

    def test_where_no_sector_is_known_all_are_named(self) -> None:
        """Physicists are not counted in mining: their pay is that of all sectors, and says so."""
        found = EMBEDDED.pay(role_of("19-2012.00"), industry_of("72"))

        assert found is not None
        assert "in all sectors" in found[1].detail


class TestLicensedTable:
    """The reviewed table of licensed professions."""

    def test_rows(self) -> None:
        """Every row names an O*NET occupation, once, with licence, reason and source; sorted by code."""
        rows = EMBEDDED.store.rows("SELECT code, licence, reason, source FROM licensed")
        codes = [row[0] for row in rows]
        known = {code for (code,) in EMBEDDED.store.rows("SELECT code FROM roles")}

        assert sorted(set(codes)) == codes
        assert set(codes) <= known
        assert all(all(row) for row in rows)


class TestWhatIsKnownToOccur:
    """What the employment figures tell of specialities and of industries in several sectors."""

    _LEAST: ClassVar[dict[str, float]] = {
        "least_share": Assumptions().rare_share,
        "least_of_sector": Assumptions().rare_in_sector,
        "home_share": Assumptions().rare_home,
    }

    @pytest.mark.parametrize(
        ("speciality", "sector", "exists"),
        [
            ("15-1211.01", "61", None),  # health informatics specialists, in schools
            ("15-1211.01", "54", True),  # where a quarter of all systems analysts are
            ("15-1211.01", "622", True),  # in hospitals, by the reviewed table
            ("15-2051.02", "622", True),  # clinical data managers likewise
            ("15-2051.02", "52", None),  # though banks have many data scientists
            ("27-2012.03", "51", None),  # media programming directors: one of several specialities of producers
            ("29-1141.03", "51", False),  # critical care nurses: there are hardly any nurses at all
        ],
    )
    def test_a_speciality_is_not_known_wherever_its_occupation_is(self, speciality, sector, exists) -> None:
        """A speciality is known only where its occupation is at home and has no other, or where the reviewed table puts it."""
        assert exists is EMBEDDED.measures.exists_in(role_of(speciality), industry_of(sector), **self._LEAST)

    @pytest.mark.parametrize(("sector", "exists"), [("622", True), ("611", False)])
    def test_a_speciality_in_a_mixture_needs_company(self, sector, exists) -> None:
        """Half a clinical AI specialist is a speciality: known in hospitals, where another anchor is, and not in schools."""
        assert exists is EMBEDDED.measures.exists_in(
            role_of("aijobkit:clinical-ai-specialist"), industry_of(sector), **self._LEAST
        )

    def test_an_industry_in_two_sectors_is_counted_in_both(self) -> None:
        """Software lies in two sectors: who is in one of them only is found, as pay finds them."""
        software, physicists = EMBEDDED.industry("software"), role_of("19-2012.00")

        assert EMBEDDED.measures.exists_in(physicists, industry_of("51"), **self._LEAST) is False
        assert EMBEDDED.measures.exists_in(physicists, software, **self._LEAST) is True

    @pytest.mark.parametrize(("least", "exists"), [(391, False), (390, True)])
    def test_a_handful_is_at_home_nowhere(self, least, exists) -> None:
        """390 mathematicians are more than a tenth of all, but nobody finds such a post by looking for it."""
        found = EMBEDDED.measures.exists_in(role_of("15-2021.00"), industry_of("54"), **self._LEAST, home_jobs=least)

        assert exists is found
        assert Assumptions().rare_home_jobs > 391


class TestStandIns:
    """Ratings of another occupation are not those of the role."""

    def test_a_stand_in_is_named_and_derived(self) -> None:
        """Nobody rated military officers: general managers stand in for them, and the evidence says so."""
        profile = EMBEDDED.profile(role_of("aijobkit:military-officer"))
        evidence = dict(profile.evidence)["skills"]

        assert profile.rated_as == "General and Operations Managers"
        assert EvidenceKind.DERIVED is evidence.kind
        assert "which stands in for Military Officer" in evidence.detail
        assert {evidence} == {skill.evidence for skill in profile.skills}

    @pytest.mark.parametrize(
        ("code", "group", "number"), [("25-1199.00", "25-1", 35), ("15-1299.00", "15-129", 5), ("19-3099.00", "19-309", 5)]
    )
    def test_the_rated_of_its_group_stand_in_for_a_rest(self, code, group, number) -> None:
        """Nobody rated "..., All Other": the mean of the broad group stands in, of the minor one where that has under five."""
        role = role_of(code)
        profile = EMBEDDED.profile(role)
        evidence = dict(profile.evidence)["skills"]
        rated = [EMBEDDED.profile(one) for one in EMBEDDED.roles if one.code.startswith(group) and one.code != code]
        of_group = [
            skill.importance for one in rated if not one.rated_as for skill in one.skills if skill.name == "Programming"
        ]

        assert EvidenceKind.DERIVED is evidence.kind
        assert (
            f"mean of the {number} rated occupations of SOC group {group}, which stand in for {role.title}" in evidence.detail
        )
        assert f"{number} occupations of the same group" == profile.rated_as
        own = next(skill.importance for skill in profile.skills if skill.name == "Programming")
        assert min(of_group) < own < max(of_group)

    @pytest.mark.parametrize("code", ["55-3016.00", "55-3019.00", "43-2099.00"])
    def test_nobody_stands_in_where_hardly_anybody_is_rated(self, code) -> None:
        """Military occupations, and the rest of a group with two rated ones, have no ratings."""
        assert () == EMBEDDED.profile(role_of(code)).skills

    @pytest.mark.parametrize("code", ["29-1141.00", "aijobkit:machine-learning-engineer"])
    def test_what_is_its_own_or_a_mean_names_nobody(self, code) -> None:
        """An occupation is rated as itself, a mixture as the mean of several."""
        assert not EMBEDDED.profile(role_of(code)).rated_as


def test_specialities_of_their_own_are_known() -> None:
    """Every speciality that counts as an occupation of its own is one of O*NET's, and lies in no rest of the SOC."""
    known = {code for (code,) in open_store().rows("SELECT code FROM roles")}

    assert known >= OWN_OCCUPATIONS
    assert not any(code.endswith(".00") or code[6] == "9" for code in OWN_OCCUPATIONS)


def test_rests_end_in_nine() -> None:
    """A SOC code that ends in 9 is a rest of others, as `RoleLevel` takes it to be."""
    rows = open_store().rows("SELECT code, title FROM roles WHERE code LIKE '%.00'")

    assert all("Other" in title for code, title in rows if code[6] == "9")
