"""Tests of `aijobkit.difficulty` and of the assumptions it works under."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijobkit import strategies as values
from aijobkit.classify import classify
from aijobkit.difficulty import (
    band_of,
    difficulty_stability,
    education_name,
    find_barriers,
    fold_parts,
    hardness_by_outline,
    industry_share,
    measure_difficulty,
    percentile,
    recompute,
    role_share,
    weights_of,
)
from aijobkit.errors import InvalidValueError
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.industries import Industry
from aijobkit.people import EmployerKind, Position
from aijobkit.plans import GapReport
from aijobkit.roles import Role, RoleProfile
from aijobkit.switches import Assumptions, Barrier, Difficulty, DifficultyBand, Distance, Part, Stability, SwitchKind

MEASURED = Evidence(kind=EvidenceKind.MEASURED, source="O*NET 29.3", detail="job zone")
GUESS = Evidence(kind=EvidenceKind.ASSUMPTION, source="prior")
CLERK = Role(code="43-9061.00", title="Office Clerks")
SCIENTIST = Role(code="15-2051.00", title="Data Scientists")
BANK = Industry(code="522", title="Banks")
SOFTWARE = Industry(code="5132", title="Software Publishers")
HERE = Position(role=CLERK, industry=BANK)
THERE = Position(role=SCIENTIST, industry=SOFTWARE)
BOTH = classify(HERE, THERE)
ROLE = classify(HERE, Position(role=SCIENTIST, industry=BANK))
INDUSTRY = classify(HERE, Position(role=CLERK, industry=SOFTWARE))
HALF = Distance(value=0.5)


def _part(difficulty: Difficulty, name: str) -> Part:
    return next(part for part in difficulty.parts if part.name == name)


def _measured(switch=BOTH, **changes) -> Difficulty:
    return measure_difficulty(switch, **{"role_distance": HALF, "industry_distance": HALF, **changes})


class TestMeasureDifficulty:
    """What counts, by how much, and where it comes from."""

    def test_the_formula_holds_to_the_last_digit(self):
        """What is left easy after every part has taken its share is one minus the difficulty."""
        ease = (1 - 0.05) * (1 - 0.7 * 0.5) * (1 - 0.25 * 0.5) * (1 - 0.02) * (1 - 0.4 * 0.5)

        assert pytest.approx(1 - ease, abs=1e-15) == _measured().value

    def test_parts_come_in_a_fixed_order(self):
        """Role parts stand before industry parts."""
        barriers = tuple(Barrier(name=name, value=0.5, evidence=MEASURED) for name in ("job zone", "education", "licence"))

        assert [
            "new role",
            "role distance",
            "skill gap",
            "job zone",
            "education",
            "licence",
            "new industry",
            "industry distance",
        ] == [part.name for part in _measured(barriers=barriers).parts]

    def test_a_role_switch_has_no_industry_parts(self):
        """Where only the role changes, only role parts are listed."""
        assert ["new role", "role distance", "skill gap"] == [part.name for part in _measured(ROLE).parts]

    def test_an_industry_switch_has_no_role_parts(self):
        """Where only the industry changes, neither gaps nor barriers count."""
        barrier = Barrier(name="licence", value=1.0, evidence=MEASURED)
        difficulty = _measured(INDUSTRY, barriers=(barrier,), gaps=GapReport(asked=4, met=1))

        assert ["new industry", "industry distance"] == [part.name for part in difficulty.parts]

    def test_staying_is_nothing(self):
        """No switch: 0, its own band, no parts."""
        difficulty = _measured(classify(HERE, HERE))

        assert (0.0, DifficultyBand.NONE, ()) == (difficulty.value, difficulty.band, difficulty.parts)

    @pytest.mark.parametrize(
        ("name", "weight"), [("job zone", "weight_job_zone"), ("education", "weight_education"), ("licence", "weight_licence")]
    )
    def test_each_barrier_has_its_own_weight(self, name, weight):
        """A barrier of the full height takes exactly its weight of what was easy."""
        plain = _measured(ROLE)
        barred = _measured(ROLE, barriers=(Barrier(name=name, value=1.0, evidence=MEASURED),))
        share = getattr(Assumptions(), weight)

        assert pytest.approx((1 - plain.value) * (1 - share)) == 1 - barred.value
        assert MEASURED == _part(barred, name).evidence

    def test_the_gap_is_the_share_that_is_missing(self):
        """Three of four things missing make a gap of three quarters."""
        part = _part(_measured(ROLE, gaps=GapReport(asked=4, met=1)), "skill gap")

        evidence = Evidence(
            kind=EvidenceKind.DERIVED,
            source="the person's skills and the profiles of both roles",
            detail="3 of 4 things asked for are not shown yet",
        )

        assert (0.75, evidence) == (part.value, part.evidence)

    def test_every_part_says_what_it_stands_on(self):
        """Where no data stand behind a part its evidence says that it is a judgement of ours, and which."""

        def judgement(meaning):
            return Evidence(kind=EvidenceKind.ASSUMPTION, source="aijobkit; a judgement, not a measurement", detail=meaning)

        def distance(meaning):
            return Evidence(kind=EvidenceKind.DERIVED, source=meaning, detail=meaning)

        assert {
            "new role": judgement("any change of role costs something"),
            "role distance": distance("distance of the two roles"),
            "skill gap": judgement("nothing could be compared; the role distance stands in"),
            "new industry": judgement("any change of industry costs something"),
            "industry distance": distance("distance of the two industries"),
        } == {part.name: part.evidence for part in _measured().parts}

    @pytest.mark.parametrize("gaps", [None, GapReport()])
    def test_without_a_comparison_the_distance_stands_in(self, gaps):
        """Where nothing could be compared, the role distance stands in, and says that it is an assumption."""
        part = _part(_measured(ROLE, role_distance=Distance(value=0.3), gaps=gaps), "skill gap")

        assert 0.3 == part.value
        assert EvidenceKind.ASSUMPTION is part.evidence.kind

    def test_a_distance_from_data_is_derived(self):
        """A distance of which any part stands on data is derived, and names its sources once."""
        parts = tuple(Part(name=name, value=0.5, evidence=MEASURED) for name in ("tasks", "ratings"))
        guess = Part(name="titles", value=0.5, evidence=GUESS)
        evidence = _part(_measured(role_distance=Distance(value=0.5, parts=(*parts, guess))), "role distance").evidence

        assert EvidenceKind.DERIVED is evidence.kind
        assert "O*NET 29.3; prior" == evidence.source
        assert "from tasks, ratings, titles" == evidence.detail

    def test_a_distance_from_nothing_but_priors_is_an_assumption(self):
        """A distance that no data stand behind says so."""
        distance = Distance(value=0.7, parts=(Part(name="prior", value=0.7, evidence=GUESS),))

        assert EvidenceKind.ASSUMPTION is _part(_measured(role_distance=distance), "role distance").evidence.kind

    def test_the_tier_of_an_industry_is_named(self):
        """The tier of the industries is in the evidence."""
        distance = Distance(value=0.4, tier="adjacent sector")

        assert "adjacent sector" == _part(_measured(industry_distance=distance), "industry distance").evidence.detail

    @pytest.mark.parametrize(
        ("employer", "same_employer", "relief"),
        [
            (None, False, 0.0),
            (EmployerKind.LARGE, False, 0.0),
            (EmployerKind.SMALL, False, 0.05),
            (EmployerKind.STARTUP, False, 0.15),
            (None, True, 0.10),
            (EmployerKind.SMALL, True, 0.10),
            (EmployerKind.STARTUP, True, 0.15),
        ],
    )
    def test_the_largest_relief_counts(self, employer, same_employer, relief):
        """Of the reliefs for startup, small and present employer only the largest counts, on role parts only."""
        eased = _measured(employer=employer, same_employer=same_employer)
        plain = _measured()

        assert pytest.approx(0.7 * (1 - relief)) == _part(eased, "role distance").weight
        assert pytest.approx(0.05 * (1 - relief)) == _part(eased, "new role").weight
        assert industry_share(plain) == industry_share(eased)

    @pytest.mark.parametrize(
        ("employer", "same_employer", "words"),
        [
            (EmployerKind.STARTUP, False, "15% less at a startup"),
            (EmployerKind.SMALL, False, "5% less at a small employer"),
            (None, True, "10% less inside the present employer"),
        ],
    )
    def test_a_relief_is_told(self, employer, same_employer, words):
        """Every role part says which relief it had, and that this is an assumption."""
        difficulty = _measured(ROLE, employer=employer, same_employer=same_employer)

        assert all(f"{words}, an assumption" in part.evidence.detail for part in difficulty.parts)

    def test_a_relief_of_nothing_is_not_told(self):
        """Who takes the counsel back reads nothing of it: the parts are those of an employer that was not named."""
        neutral = Assumptions(relief_startup=0.0, relief_small=0.0, relief_internal=0.0)

        assert _measured(assumptions=neutral) == _measured(
            assumptions=neutral, employer=EmployerKind.STARTUP, same_employer=True
        )

    @pytest.mark.parametrize(
        ("evidence", "detail"),
        [
            (MEASURED, "job zone (15% less at a startup, an assumption)"),
            (GUESS, "15% less at a startup, an assumption"),
        ],
    )
    def test_a_relief_is_added_to_what_the_evidence_said(self, evidence, detail):
        """What a part stands on is still told beside the relief, which stands alone where nothing was told."""
        barrier = Barrier(name="job zone", value=0.5, evidence=evidence)
        difficulty = _measured(ROLE, barriers=(barrier,), employer=EmployerKind.STARTUP)

        assert detail == _part(difficulty, "job zone").evidence.detail

    def test_the_assumptions_travel_along(self):
        """The assumptions used are in the result."""
        chosen = Assumptions(weight_gap=0.5)

        assert chosen == _measured(assumptions=chosen).assumptions
        assert 0.5 == _part(_measured(assumptions=chosen), "skill gap").weight

    def test_an_unknown_barrier_is_refused(self):
        """A barrier that has no weight is refused by name."""
        with pytest.raises(InvalidValueError, match=r"^Barrier\.name: 'weather' .* give one of job zone, education, licence$"):
            _measured(barriers=(Barrier(name="weather", value=1.0, evidence=MEASURED),))

    @pytest.mark.parametrize(
        ("field", "changes"),
        [
            ("role_distance", {"role_distance": 0.5}),
            ("industry_distance", {"industry_distance": 0.5}),
            ("gaps", {"gaps": 3}),
            ("employer", {"employer": "startup"}),
            ("barriers", {"barriers": ("licence",)}),
            ("assumptions", {"assumptions": 0.5}),
        ],
    )
    def test_wrong_types_are_refused(self, field, changes):
        """An argument of the wrong type is refused by its name."""
        with pytest.raises(InvalidValueError, match=f"^{field}: "):
            _measured(**changes)

    def test_a_switch_must_be_a_switch(self):
        """Anything but a verdict is refused."""
        with pytest.raises(InvalidValueError, match=r"^switch: "):
            _measured("both")


class TestPreparation:
    """What a role takes to learn: the less preparation it asks for, the less distance and gap weigh."""

    @pytest.mark.parametrize(("zone", "factor"), [(None, 1.0), (5, 1.0), (4, 1.0), (2.5, 0.75), (1, 0.5)])
    def test_only_distance_and_gap_are_eased(self, zone, factor):
        """Towards job zone 1 distance and gap weigh half, towards 4 and 5 in full; the floor and the industry never less."""
        plain, eased = _measured(), _measured(preparation=zone)
        ratios = {part.name: _part(eased, part.name).weight / part.weight for part in plain.parts}

        assert {"role distance": factor, "skill gap": factor} == pytest.approx(
            {name: ratios.pop(name) for name in ("role distance", "skill gap")}
        )
        assert {1.0} == set(ratios.values())

    def test_the_weights_can_be_asked_for(self):
        """The table of weights follows the job zone, too."""
        weights = weights_of(Assumptions(), preparation=1)

        assert {part.name: part.weight for part in _measured(preparation=1).parts}.items() <= weights.items()

    def test_the_ease_is_said_to_be_an_assumption(self):
        """The evidence of an eased part names the relief and calls it an assumption."""
        assert (
            "25% less towards a role of job zone 2.5 of 5, an assumption"
            in _part(_measured(preparation=2.5), "role distance").evidence.detail
        )

    def test_an_easier_trade_is_never_harder(self):
        """Less preparation asked for never raises the difficulty."""
        values_by_zone = [_measured(preparation=zone).value for zone in (1, 2, 3, 4, 5)]

        assert sorted(values_by_zone) == values_by_zone

    @pytest.mark.parametrize("zone", [0.9, 5.1])
    def test_zones_outside_the_scale_are_refused(self, zone):
        """A job zone lies between 1 and 5."""
        with pytest.raises(InvalidValueError, match=f"^preparation: {zone} is not accepted; give a job zone from 1 to 5$"):
            _measured(preparation=zone)


class TestFindBarriers:
    """What bars the way in one direction."""

    def _profile(self, role=SCIENTIST, **facts):
        return RoleProfile(role=role, **facts)

    def test_a_rise_in_job_zones_is_a_share_of_four(self):
        """From zone 2 to zone 5 is three quarters of the scale."""
        source = (("job_zone", MEASURED),)
        barriers = find_barriers(self._profile(CLERK, job_zone=2), self._profile(job_zone=5, evidence=source))

        assert [("job zone", 0.75)] == [(barrier.name, barrier.value) for barrier in barriers]
        assert (
            Evidence(
                kind=EvidenceKind.DERIVED,
                source="O*NET 29.3 (measured)",
                detail="rise as a share of the four job zones possible",
            )
            == barriers[0].evidence
        )
        assert "Data Scientists asks for more preparation (job zone 5) than Office Clerks (job zone 2)." == barriers[0].reason

    def test_missing_education_is_a_share_of_eleven(self):
        """From high school to a bachelor's degree is four of eleven levels."""
        (barrier,) = find_barriers(self._profile(CLERK, education=2), self._profile(education=6))

        assert ("education", pytest.approx(4 / 11)) == (barrier.name, barrier.value)
        assert (
            "Data Scientists typically asks for a bachelor's degree; typical of Office Clerks: high school." == barrier.reason
        )
        assert (
            Evidence(
                kind=EvidenceKind.DERIVED,
                source="profile of Data Scientists",
                detail="missing levels of education as a share of the eleven possible",
            )
            == barrier.evidence
        )

    def test_the_own_education_counts_more_than_the_typical(self):
        """Somebody with the degree is not barred, whatever is typical of the present role."""
        assert () == find_barriers(self._profile(CLERK, education=2), self._profile(education=6), education=6)

    def test_the_own_education_can_fall_short(self):
        """Somebody without the degree that is typical of the present role is barred."""
        (barrier,) = find_barriers(self._profile(CLERK, education=8), self._profile(education=8), education=6)

        assert pytest.approx(2 / 11) == barrier.value
        assert "you have: a bachelor's degree" in barrier.reason

    @pytest.mark.parametrize("facts", [{}, {"job_zone": 1, "education": 1}])
    def test_what_is_not_known_bars_nobody(self, facts):
        """A figure missing on either side gives no barrier."""
        known = self._profile(job_zone=5, education=10)

        assert () == find_barriers(self._profile(CLERK), self._profile(**facts))
        assert () == find_barriers(known, self._profile(CLERK))
        assert () == find_barriers(self._profile(CLERK), known)

    @pytest.mark.parametrize("facts", [{"job_zone": 4, "education": 6}, {"job_zone": 3, "education": 5}])
    def test_who_has_enough_is_not_barred(self, facts):
        """A role that asks for the same zone and education, or for less, bars nobody."""
        assert () == find_barriers(self._profile(CLERK, job_zone=4, education=6), self._profile(**facts))

    def test_a_licence_bars_the_way_in(self):
        """A licensed role bars everybody who comes from another role, and nobody on the way out."""
        lawyer = self._profile(Role(code="23-1011.00", title="Lawyers"), licensed="Every state licenses lawyers.")
        (barrier,) = find_barriers(self._profile(CLERK), lawyer)

        assert ("licence", 1.0) == (barrier.name, barrier.value)
        assert "Lawyers needs a licence: Every state licenses lawyers." == barrier.reason
        assert (
            Evidence(kind=EvidenceKind.DERIVED, source="profile of Lawyers", detail="a licence is assumed to be missing")
            == barrier.evidence
        )
        assert () == find_barriers(lawyer, self._profile(CLERK))
        assert () == find_barriers(lawyer, lawyer)

    def test_each_barrier_names_the_source_of_its_figure(self):
        """Job zone, education and licence stand each on what the profile says of that very figure."""
        fields = ("job_zone", "education", "licensed")
        evidence = tuple((field, Evidence(kind=EvidenceKind.MEASURED, source=f"source of {field}")) for field in fields)
        target = self._profile(job_zone=5, education=9, licensed="Every state.", evidence=evidence)
        barriers = find_barriers(self._profile(CLERK, job_zone=1, education=1), target)

        assert [f"source of {field} (measured)" for field in fields] == [barrier.evidence.source for barrier in barriers]

    @pytest.mark.parametrize(("code", "height"), [("29-1171.00", 0.5), ("23-1011.00", 1.0)])
    def test_a_kindred_licence_is_half_the_way(self, code, height):
        """Somebody licensed in the same major group stands before half a barrier, everybody else before a whole one."""
        nurse = self._profile(Role(code="29-1141.00", title="Registered Nurses"), licensed="Every state licenses nurses.")
        target = self._profile(Role(code=code, title="Licensed"), licensed="Every state licenses it.")
        unlicensed = self._profile(Role(code="29-2099.00", title="Health Technologists"))

        assert [height] == [barrier.value for barrier in find_barriers(nurse, target)]
        assert [1.0] == [barrier.value for barrier in find_barriers(unlicensed, target)]

    def test_a_licence_that_counts_nothing_is_no_barrier(self):
        """Where the assumptions take the kindred licence for granted, there is no barrier to show."""
        nurse = self._profile(Role(code="29-1141.00", title="Registered Nurses"), licensed="Every state licenses nurses.")
        other = self._profile(Role(code="29-1171.00", title="Nurse Practitioners"), licensed="Every state licenses it.")

        assert () == find_barriers(nurse, other, assumptions=Assumptions(licence_kindred=0.0))

    @pytest.mark.parametrize("education", [0, 13, 6.0, True, "6"])
    def test_an_education_outside_the_scale_is_refused(self, education):
        """A level that is not a whole number from 1 to 12 is refused."""
        with pytest.raises(
            InvalidValueError, match=rf"^education: {education!r} .* from 1 \(no school certificate\) to 12 \(post-doctoral\)$"
        ):
            find_barriers(self._profile(), self._profile(), education=education)

    @pytest.mark.parametrize("education", [1, 12])
    def test_both_ends_of_the_scale_are_accepted(self, education):
        """The lowest and the highest level are levels."""
        assert () == find_barriers(self._profile(), self._profile(), education=education)

    @pytest.mark.parametrize(
        ("name", "pair"), [("origin", (CLERK, RoleProfile(role=CLERK))), ("target", (RoleProfile(role=CLERK), None))]
    )
    def test_profiles_must_be_profiles(self, name, pair):
        """A role is not a profile."""
        with pytest.raises(InvalidValueError, match=f"^{name}: "):
            find_barriers(*pair)

    def test_assumptions_must_be_assumptions(self):
        """A number is not a set of assumptions."""
        with pytest.raises(InvalidValueError, match=r"^assumptions: 'float'"):
            find_barriers(RoleProfile(role=CLERK), RoleProfile(role=SCIENTIST), assumptions=0.5)

    @pytest.mark.parametrize(
        ("level", "name"),
        [
            (1, "no school certificate"),
            (2.4, "high school"),
            (6.5, "a bachelor's degree or more"),
            (12, "post-doctoral training"),
        ],
    )
    def test_levels_have_names(self, level, name):
        """A level is named by the nearest whole one."""
        assert name == education_name(level)


class TestHardnessByOutline:
    """What can be told of every role alike."""

    OWN = st.none() | st.integers(1, 12)

    @given(st.floats(0.0, 1.0), values.profiles(), values.profiles(), values.assumptions(), OWN)
    def test_it_is_the_measure_without_skills_and_employer(self, distance, origin, target, assumptions, education):
        """It is what `measure_difficulty` gives without the skills of a person, at an employer that eases nothing."""
        whole = _measured(
            ROLE,
            role_distance=Distance(value=distance),
            barriers=find_barriers(origin, target, education=education, assumptions=assumptions),
            preparation=target.job_zone,
            assumptions=assumptions,
        )

        assert pytest.approx(whole.value) == hardness_by_outline(distance, origin, target, assumptions, education=education)

    @pytest.mark.parametrize(("education", "missing"), [(None, 4), (5, 1), (6, 0)])
    def test_everything_that_stands_in_the_way_counts_once(self, education, missing):
        """Floor, distance, its stand-in for the gap, job zone, education and licence each take their share."""
        chosen = Assumptions()
        clerk = RoleProfile(role=CLERK, job_zone=2, education=2)
        target = RoleProfile(role=SCIENTIST, job_zone=3, education=6, licensed="Every state licenses it.")
        learning = 1 - chosen.relief_preparation / 3
        ease = (1 - chosen.floor_role) * (1 - chosen.weight_licence) * (1 - chosen.weight_job_zone / 4)
        ease *= (1 - chosen.weight_role_distance * learning * 0.4) * (1 - chosen.weight_gap * learning * 0.4)
        ease *= 1 - chosen.weight_education * missing / 11

        assert pytest.approx(1 - ease) == hardness_by_outline(0.4, clerk, target, chosen, education=education)


class TestBands:
    """The difficulty in words."""

    @pytest.mark.parametrize(
        ("value", "band"),
        [
            (0.0, DifficultyBand.NONE),
            (1e-9, DifficultyBand.SMALL),
            (0.25, DifficultyBand.SMALL),
            (0.2500001, DifficultyBand.MODERATE),
            (0.45, DifficultyBand.MODERATE),
            (0.4500001, DifficultyBand.LARGE),
            (0.65, DifficultyBand.LARGE),
            (0.6500001, DifficultyBand.VERY_LARGE),
            (1.0, DifficultyBand.VERY_LARGE),
        ],
    )
    def test_a_limit_belongs_to_the_smaller_band(self, value, band):
        """Each band reaches up to its limit and includes it."""
        assert band is band_of(value)

    @given(values.difficulties())
    def test_a_result_carries_its_band(self, difficulty):
        """The band of a result is that of its value under its own assumptions."""
        assert band_of(difficulty.value, assumptions=difficulty.assumptions) is difficulty.band

    @pytest.mark.parametrize("value", [-0.1, 1.1, True, "0.5", float("nan")])
    def test_what_is_no_share_has_no_band(self, value):
        """A value outside 0 to 1 is refused."""
        with pytest.raises(InvalidValueError, match=f"^value: {value!r} is not accepted; give a number from 0 to 1$"):
            band_of(value)


class TestShares:
    """Taking a difficulty apart and putting it together again."""

    def test_the_two_axes_can_be_read_apart(self):
        """The shares of a switch of both are the difficulties of the two switches alone."""
        difficulty = _measured()

        assert pytest.approx(_measured(ROLE).value) == role_share(difficulty)
        assert pytest.approx(_measured(INDUSTRY).value) == industry_share(difficulty)

    def test_a_tampered_part_changes_the_recomputed_value(self):
        """The value is computed from the parts, not remembered."""
        difficulty = _measured()
        tampered = attrs.evolve(difficulty, parts=difficulty.parts[:1])

        assert pytest.approx(0.05) == recompute(tampered)

    def test_parts_without_weight_do_not_count(self):
        """A part that is only shown changes nothing."""
        shown = Part(name="shown", value=1.0, weight=0.0, evidence=GUESS)

        assert 0.0 == fold_parts([shown])

    @pytest.mark.parametrize("function", [recompute, role_share, industry_share])
    def test_only_difficulties_are_taken_apart(self, function):
        """Anything else is refused."""
        with pytest.raises(InvalidValueError, match=r"^difficulty: "):
            function(0.5)

    def test_weights_follow_the_assumptions(self):
        """Every part has the weight that the measure gives it."""
        barriers = tuple(Barrier(name=name, value=0.5, evidence=MEASURED) for name in ("job zone", "education", "licence"))
        difficulty = _measured(barriers=barriers, employer=EmployerKind.SMALL, same_employer=True)
        weights = weights_of(Assumptions(), employer=EmployerKind.SMALL, same_employer=True)

        assert {part.name: part.weight for part in difficulty.parts} == {
            name: weight for name, weight in weights.items() if name not in ("rare position", "position not known")
        }
        assert Assumptions().rare_position == weights["rare position"]

    def test_without_an_employer_nothing_is_eased(self):
        """Where neither the kind of employer nor the present one is named, every weight is the plain one."""
        chosen = Assumptions()

        assert chosen.weight_role_distance == weights_of(chosen)["role distance"]
        assert chosen.weight_role_distance > weights_of(chosen, same_employer=True)["role distance"]


class TestPercentile:
    """Where a value stands among others."""

    def test_only_smaller_ones_count(self):
        """Equal values are not easier."""
        assert 0.25 == percentile(0.4, [0.1, 0.4, 0.4, 0.9])
        assert 0.75 == percentile(0.8, [0.1, 0.4, 0.4, 0.9])

    def test_without_others_there_is_none(self):
        """Nothing to compare with gives no percentile."""
        assert percentile(0.4, []) is None


class TestStability:
    """What a result hangs on."""

    def _at(self, value):
        return lambda chosen: Difficulty(value=value, band=band_of(value, assumptions=chosen))

    def test_a_value_in_the_middle_of_its_band_holds(self):
        """Far from every limit nothing hangs on a single assumption."""
        stability = difficulty_stability(self._at(0.33))

        assert (True, None, ()) == (stability.band_holds, stability.order_holds, stability.hangs_on)

    def test_a_value_near_a_limit_hangs_on_it(self):
        """Near a limit the band hangs on that limit, from either side."""
        assert ("band_moderate",) == difficulty_stability(self._at(0.5)).hangs_on
        assert ("band_moderate",) == difficulty_stability(self._at(0.40)).hangs_on
        assert not difficulty_stability(self._at(0.40)).band_holds

    def test_a_smaller_change_disturbs_less(self):
        """With a change of 0 everything holds."""
        assert difficulty_stability(self._at(0.4501), change=0.0).band_holds

    def test_a_real_measure_hangs_on_its_weights(self):
        """A measured difficulty near a limit names the weights that could push it over."""
        stability = difficulty_stability(
            lambda chosen: _measured(ROLE, role_distance=Distance(value=0.47), assumptions=chosen), Assumptions()
        )

        assert {"band_moderate", "weight_role_distance"} <= set(stability.hangs_on)
        assert list(stability.hangs_on) == sorted(stability.hangs_on)
        assert 0.2 == stability.change

    def test_an_order_that_turns_is_named(self):
        """If the order of routes turns with one assumption, that one is named, and the band may still hold."""
        stability = difficulty_stability(
            self._at(0.33), order=lambda chosen: ("slow", "fast") if chosen.route_norm < 2 else ("fast", "slow")
        )

        assert (True, False, ("route_norm",)) == (stability.band_holds, stability.order_holds, stability.hangs_on)

    def test_an_order_that_stays_holds(self):
        """An order that nothing turns holds."""
        assert difficulty_stability(self._at(0.33), order=lambda chosen: ("only",)).order_holds is True

    def test_it_starts_from_assumptions(self):
        """A number is not a set of assumptions."""
        with pytest.raises(InvalidValueError, match=r"^assumptions: 'float'"):
            difficulty_stability(self._at(0.33), 0.5)

    @pytest.mark.parametrize("change", [-0.1, 1.1, "a fifth"])
    def test_a_change_is_a_share(self, change):
        """A change outside 0 to 1 is refused before anything is computed."""
        with pytest.raises(
            InvalidValueError, match=f"^change: {change!r} .* give a share from 0 to 1, such as 0.2 for plus and minus 20 %$"
        ):
            difficulty_stability(lambda chosen: pytest.fail("computed"), change=change)


class TestAssumptions:
    """Every weight and threshold in one table."""

    def test_every_row_explains_itself(self):
        """Every row has a value within its range, a kind, a source and a meaning."""
        table = Assumptions().table()

        assert [field.name for field in attrs.fields(Assumptions)] == [row.name for row in table]
        assert all(row.source and row.meaning and isinstance(row.kind, EvidenceKind) for row in table)

    def test_counsel_is_never_called_a_finding(self):
        """What no data set measures is marked as an assumption."""
        assert {EvidenceKind.ASSUMPTION} == {row.kind for row in Assumptions().table()}

    @given(values.assumptions(), st.sampled_from([field.name for field in attrs.fields(Assumptions)]), st.floats(-1.0, 1.0))
    def test_any_one_can_be_varied(self, assumptions, name, change):
        """A change of one assumption leaves the others alone and the whole valid."""
        varied = assumptions.varied(name, change)

        assert {name} >= {row.name for row, other in zip(assumptions.table(), varied.table(), strict=True) if row != other}

    @pytest.mark.parametrize(
        ("name", "change", "value"),
        [
            ("weight_gap", 0.2, 0.30),
            ("weight_gap", -0.2, 0.20),
            ("weight_role_distance", 0.9, 0.95),
            ("band_small", 1.0, 0.45),
            ("band_large", -0.9, 0.45),
            ("band_moderate", 1.0, 0.65),
            ("band_moderate", -1.0, 0.25),
            ("relief_small", 9.0, 0.15),
            ("relief_startup", -0.9, 0.05),
            ("route_norm", -0.9, 1.0),
        ],
    )
    def test_a_change_is_cut_to_what_is_allowed(self, name, change, value):
        """A change stops at the range and at its neighbours in order."""
        assert pytest.approx(value) == getattr(Assumptions().varied(name, change), name)

    def test_an_unknown_name_gets_a_hint(self):
        """A misspelt name is refused with the nearest one."""
        with pytest.raises(InvalidValueError, match="weight_gap"):
            Assumptions().varied("weigth_gap", 0.1)

    @pytest.mark.parametrize(
        "values", [{"band_small": 0.5}, {"band_large": 0.3}, {"weight_gap": 1.0}, {"relief_small": 0.2}, {"route_norm": 0.5}]
    )
    def test_what_makes_no_sense_is_refused(self, values):
        """Limits that do not rise, a small employer easier than a startup, and values outside their range are refused."""
        with pytest.raises(InvalidValueError, match="Assumptions"):
            Assumptions(**values)

    def test_kinds_of_switches_are_told_apart(self):
        """The examples used here are of the kinds they are named after."""
        assert [SwitchKind.BOTH, SwitchKind.ROLE, SwitchKind.INDUSTRY] == [BOTH.kind, ROLE.kind, INDUSTRY.kind]


class TestFirmBand:
    """When the words of a difficulty can be leant on."""

    @pytest.mark.parametrize(
        ("value", "near"),
        [
            (0.22, ("band_small",)),
            (0.28, ("band_small",)),
            (0.281, ()),
            (0.35, ()),
            (0.45, ("band_moderate",)),
            (0.68, ("band_large",)),
            (0.9, ()),
        ],
    )
    def test_near_is_within_three_hundredths(self, value, near):
        """A limit is near within its assumption, both ends counted, and names itself."""
        found = Difficulty(value=value, band=band_of(value))

        assert near == found.near_limits
        assert found.has_firm_band == (not near)

    def test_no_switch_is_near_nothing(self):
        """What changes nothing lies near no limit, wherever the limits are drawn."""
        assert () == Difficulty(value=0.0, band=band_of(0.0), assumptions=Assumptions(band_small=0.01)).near_limits

    @pytest.mark.parametrize(("names", "is_firm"), [(("band_large",), True), (("band_large", "weight_gap"), False), ((), True)])
    def test_a_weight_that_renames_makes_it_soft(self, names, is_firm):
        """A moved limit says nothing of a value far from it; a weight that changes the words does."""
        stability = Stability(change=0.2, band_holds=not names, hangs_on=names, band_hangs_on=names)

        assert is_firm == Difficulty(value=0.75, band=band_of(0.75), stability=stability).has_firm_band

    def test_what_renames_is_told_apart_from_what_turns_the_order(self):
        """The names under which the band changed are kept beside those of the order."""
        found = difficulty_stability(
            lambda chosen: Difficulty(value=0.40, band=band_of(0.40, assumptions=chosen)),
            order=lambda chosen: ["a", "b"] if chosen.route_norm <= 2.0 else ["b", "a"],
        )

        assert (("band_moderate", "route_norm"), ("band_moderate",)) == (found.hangs_on, found.band_hangs_on)
