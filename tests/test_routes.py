"""Tests of `aijobkit.routes`: stepping stones, steps and ways."""

from __future__ import annotations

import itertools
import math

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijobkit import strategies as values
from aijobkit.classify import classify
from aijobkit.difficulty import fold_parts, measure_difficulty
from aijobkit.errors import InvalidValueError
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.industries import Industry
from aijobkit.people import Employer, EmployerKind, Person, Position
from aijobkit.plans import Gap, GapReport, Route, Step, StepWeight
from aijobkit.roles import Domain, Role, RoleLevel, RoleProfile
from aijobkit.routes import choose_stones, is_descent, plan_routes, route_order, route_total, weighed
from aijobkit.routes.occurrence import told_apart
from aijobkit.switches import Assumptions, Barrier, Distance, Part, SwitchKind

GROUND = Evidence(kind=EvidenceKind.ASSUMPTION, source="test")
NURSE = Role(code="29-1141.00", title="Registered Nurses")
INFORMATICS = Role(code="15-1211.01", title="Health Informatics Specialists")
ANALYST = Role(code="15-2041.00", title="Statisticians")
MANAGER = Role(code="11-9111.00", title="Medical and Health Services Managers")
DOCTOR = Role(code="29-1216.00", title="General Internal Medicine Physicians")
ENGINEER = Role(code="aijobkit:machine-learning-engineer", title="Machine Learning Engineer", is_ai=True)
AI_STONE = Role(code="aijobkit:clinical-ai-specialist", title="Clinical AI Specialist", is_ai=True)
STUDENT = Role(code="aijobkit:student", title="Student", is_life_role=True)
HOSPITAL = Industry(code="622", title="Hospitals")
SOFTWARE = Industry(code="5132", title="Software Publishers")
INSURANCE = Industry(code="524", title="Insurance Carriers")
HERE = Position(role=NURSE, industry=HOSPITAL)
THERE = Position(role=ENGINEER, industry=SOFTWARE)
BOTH = classify(HERE, THERE)
ROLE = classify(HERE, Position(role=ENGINEER, industry=HOSPITAL))
INDUSTRY = classify(HERE, Position(role=NURSE, industry=SOFTWARE))
ENTERING = classify(Position(role=STUDENT), THERE)
IN_SOFTWARE = classify(Position(role=NURSE, industry=SOFTWARE), THERE)

# Where roles and industries lie on a line; the distance is what lies between.
ROLE_PLACES = {NURSE: 0.0, INFORMATICS: 0.4, ANALYST: 0.6, AI_STONE: 0.45, DOCTOR: 0.4, STUDENT: 0.0, ENGINEER: 0.8}
INDUSTRY_PLACES = {HOSPITAL: 0.0, INSURANCE: 0.3, SOFTWARE: 0.6}


def _measure(origin, target, employer, same_employer, *, assumptions=None):
    switch = classify(origin, target)
    industries = [INDUSTRY_PLACES[position.industry] if position.industry else 0.0 for position in (origin, switch.target)]
    barriers = (Barrier(name="licence", value=1.0, evidence=GROUND),) if target.role == DOCTOR else ()
    return measure_difficulty(
        switch,
        role_distance=Distance(value=abs(ROLE_PLACES[origin.role] - ROLE_PLACES[target.role])),
        industry_distance=Distance(value=abs(industries[0] - industries[1])),
        barriers=barriers,
        employer=employer,
        same_employer=same_employer,
        assumptions=assumptions,
    )


def _routes(switch=BOTH, **changes):
    arguments = {"measure": _measure, **changes}
    return plan_routes(Person(position=switch.origin), switch, **arguments)


def _titled(routes, title):
    return next(route for route in routes if route.title == title)


def _titles(routes):
    return {route.title for route in routes}


def _step(cost, *, same_employer=False):
    return Step(
        kind=SwitchKind.ROLE, origin=HERE, target=THERE, cost=cost, same_employer=same_employer, reason="A change of role."
    )


class TestRouteTotal:
    """What several steps come to."""

    @given(st.floats(0.0, 1.0))
    def test_one_step_costs_what_it_costs(self, cost):
        """The total of a single step is exactly its cost."""
        assert cost == route_total([_step(cost)])

    def test_one_step_costs_what_it_costs_to_the_last_digit(self):
        """No digit is lost on the way through burdens, where a step stands alone."""
        costs = [number / 997 for number in range(998)]

        assert costs == [route_total([_step(cost)]) for cost in costs]

    def test_the_hardest_step_outweighs_the_others(self):
        """Two steps come to the root of the sum of the squared burdens, and a second search."""
        burden = math.hypot(-math.log(1 - 0.5), -math.log(1 - 0.3)) - math.log(1 - 0.08)

        assert pytest.approx(1 - math.exp(-burden)) == route_total([_step(0.5), _step(0.3)])

    def test_staying_with_the_employer_needs_no_search(self):
        """A step inside the present employer adds no search; one search is free in any case."""
        inside = route_total([_step(0.5, same_employer=True), _step(0.3)])

        assert inside < route_total([_step(0.5), _step(0.3)])
        assert inside == route_total([_step(0.5, same_employer=True), _step(0.3, same_employer=True)])

    def test_one_axis_at_a_time_is_an_assumption(self):
        """With a norm of 1 and free searches, one axis after the other comes to exactly the leap."""
        flat = Assumptions(route_norm=1.0, route_search=0.0)
        role, industry = 0.6, 0.2

        assert pytest.approx(1 - (1 - role) * (1 - industry)) == route_total([_step(role), _step(industry)], assumptions=flat)

    def test_the_impossible_stays_impossible(self):
        """A step of cost 1 gives a total of about 1, not an error."""
        assert pytest.approx(1.0) == route_total([_step(1.0), _step(0.5)])

    @given(st.lists(st.floats(0.0, 1.0), min_size=1, max_size=4), values.assumptions())
    def test_a_total_is_a_share(self, costs, assumptions):
        """Whatever the steps and assumptions, the total lies in [0, 1]."""
        assert 0.0 <= route_total([_step(cost) for cost in costs], assumptions=assumptions) <= 1.0

    def test_no_steps_are_refused(self):
        """A route without steps has no total."""
        with pytest.raises(InvalidValueError, match=r"^steps: \(\) is not accepted; give at least one step$"):
            route_total([])

    def test_assumptions_must_be_assumptions(self):
        """A number is not a set of assumptions."""
        with pytest.raises(InvalidValueError, match=r"^assumptions:"):
            route_total([_step(0.5)], assumptions=2.0)


class TestWeighed:
    """What plugins add to a step."""

    def _weight(self, factor, reason="Moving house.", provider=""):
        return StepWeight(factor=factor, reason=reason, evidence=GROUND, provider=provider)

    def _measured(self):
        difficulty = _measure(HERE, THERE, None, False)
        return attrs.evolve(_step(difficulty.value), parts=difficulty.parts)

    @pytest.mark.parametrize("factor", [1.5, 3.0, 100.0])
    def test_harder_is_harder(self, factor):
        """A factor above 1 takes its share of what was left easy."""
        step = self._measured()

        assert pytest.approx(1 - (1 - step.cost) ** factor) == weighed(step, [self._weight(factor)]).cost

    def test_easier_is_easier(self):
        """A factor below 1 cuts the weight of every part."""
        step = self._measured()
        eased = weighed(step, [self._weight(0.5)])

        assert eased.cost < step.cost
        assert [part.weight / 2 for part in step.parts] == [part.weight for part in eased.parts[:-1]]

    def test_one_changes_nothing(self):
        """A factor of 1 leaves the cost alone but is shown."""
        step = self._measured()
        same = weighed(step, [self._weight(1.0)])

        assert pytest.approx(step.cost) == same.cost
        assert 1 == len(same.parts) - len(step.parts)

    @pytest.mark.parametrize(("factor", "value"), [(1.2, 0.2), (0.7, 0.3), (5.0, 1.0)])
    def test_every_weight_is_shown(self, factor, value):
        """Each weight is a part of its own with its reason, without counting twice."""
        part = weighed(self._measured(), [self._weight(factor)]).parts[-1]

        assert f"Moving house. (times {factor:g})" == part.name
        assert (pytest.approx(value), 0.0, GROUND) == (part.value, part.weight, part.evidence)

    def test_the_order_of_plugins_does_not_matter(self):
        """The same weights in another order give the same step."""
        weights = [self._weight(1.3, "one", "b"), self._weight(0.9, "two", "a"), self._weight(1.3, "one", "a")]
        step = self._measured()

        assert weighed(step, weights) == weighed(step, reversed(weights))

    def test_the_cost_still_follows_from_the_parts(self):
        """After weighing, the cost can be computed again from the parts."""
        step = weighed(self._measured(), [self._weight(2.0), self._weight(0.8)])

        assert pytest.approx(fold_parts(step.parts)) == step.cost

    def test_weights_reach_the_routes(self):
        """A plugin that finds one axis hard makes routes with that axis dearer."""
        dear = _routes(weigh=lambda step: [self._weight(2.0)] if step.kind is SwitchKind.INDUSTRY else [])

        assert _titled(dear, "Role first, then industry").total > _titled(_routes(), "Role first, then industry").total
        assert _titled(dear, "Direct leap").total == _titled(_routes(), "Direct leap").total


def _profile(role, **facts):
    return RoleProfile(role=role, **{"topics": ("something",), **facts})


class TestChooseStones:
    """Which roles lie between."""

    def _chosen(self, *candidates, origin=None, target=None, leap=0.8, **changes):
        return [
            role.title
            for role in choose_stones(
                _profile(NURSE) if origin is None else origin,
                _profile(ENGINEER) if target is None else target,
                candidates,
                leap=leap,
                **changes,
            )
        ]

    def test_the_nearest_to_both_ends_comes_first(self):
        """Two halves are better than a short and a long part."""
        even, uneven = (_profile(INFORMATICS), 0.4, 0.4), (_profile(ANALYST), 0.1, 0.65)

        assert [INFORMATICS.title, ANALYST.title] == self._chosen(uneven, even)

    @pytest.mark.parametrize(("near", "far"), [((0.1, 0.4), (0.6, 0.4)), ((0.4, 0.1), (0.4, 0.6))])
    def test_each_half_counts(self, near, far):
        """Of two stones that are equally near to one end, the one nearer to the other end comes first."""
        assert [ANALYST.title, INFORMATICS.title] == self._chosen((_profile(INFORMATICS), *far), (_profile(ANALYST), *near))

    @pytest.mark.parametrize(("behind", "ahead"), [(0.7601, 0.1), (0.1, 0.7601), (0.8, 0.1)])
    def test_a_stone_must_be_clearly_nearer_to_both_ends(self, behind, ahead):
        """A stone that is hardly nearer to one end than the ends are to each other is none."""
        assert [] == self._chosen((_profile(ANALYST), behind, ahead))

    @pytest.mark.parametrize("origin", [_profile(NURSE, job_zone=4), RoleProfile(role=STUDENT)])
    def test_as_far_as_the_ends_are_apart_is_too_far(self, origin):
        """Even where no margin is asked for, a stone must be nearer than the ends are to each other, not just as far."""
        candidate, target = (_profile(ANALYST, job_zone=4), 0.1, 0.8), _profile(ENGINEER, job_zone=4)

        assert [] == self._chosen(candidate, origin=origin, target=target, assumptions=Assumptions(stone_margin=0.0))

    def test_who_has_worked_is_sent_to_the_nearest(self):
        """From a role with figures the nearest comes first, whether or not it asks for more preparation."""
        candidates = ((_profile(ANALYST, job_zone=3), 0.4, 0.5), (_profile(INFORMATICS, job_zone=4), 0.4, 0.4))
        ends = {"origin": _profile(NURSE, job_zone=3), "target": _profile(ENGINEER, job_zone=4)}

        assert [INFORMATICS.title, ANALYST.title] == self._chosen(*candidates, **ends)

    def test_just_within_the_margin_is_near_enough(self):
        """A little less than nineteen twentieths of the leap is near enough."""
        assert [ANALYST.title] == self._chosen((_profile(ANALYST), 0.759, 0.759))

    @pytest.mark.parametrize(
        "stone",
        [
            _profile(STUDENT),
            _profile(DOCTOR, licensed="Every state licenses physicians."),
            _profile(NURSE),
            _profile(Role(code="29-1141.03", title="Critical Care Nurses")),
            _profile(ENGINEER),
            RoleProfile(role=Role(code="15-1251.00", title="Computer Programmers")),
            _profile(Role(code="15-1299.00", title="Computer Occupations, All Other")),
            _profile(MANAGER),
            _profile(Role(code="aijobkit:gpu-kernel-engineer", title="GPU Kernel Engineer", is_ai=True)),
        ],
    )
    def test_some_roles_are_never_stones(self, stone):
        """No ways of life, licensed professions, ends, roles without figures or with few posts, rests, nor management."""
        assert [] == self._chosen((stone, 0.3, 0.3))

    @pytest.mark.parametrize(
        ("origin", "target", "is_stone"), [(NURSE, True, True), (NURSE, False, False), (STUDENT, True, False)]
    )
    def test_management_may_only_lead_to_management(self, origin, target, is_stone):
        """A management role may lie on the way to management, but not on another way, and nobody's first job is one."""
        boss = Role(code="11-3021.00", title="Computer and Information Systems Managers")
        ends = {"origin": _profile(origin, job_zone=4), "target": _profile(boss if target else ENGINEER, job_zone=4)}

        assert is_stone == bool(self._chosen((_profile(MANAGER, job_zone=4), 0.3, 0.3), **ends))

    @pytest.mark.parametrize(
        ("stone", "origin", "is_stone"),
        [
            (Role(code="19-2021.00", title="Atmospheric and Space Scientists"), NURSE, False),
            (
                Role(code="19-2021.00", title="Atmospheric and Space Scientists"),
                Role(code="19-2012.00", title="Physicists"),
                True,
            ),
            (Role(code="a:mixed", title="Mixed", onet_codes=("19-2021.00", "15-2051.00")), NURSE, True),
        ],
    )
    def test_a_degree_of_its_own_is_no_stepping_stone(self, stone, origin, is_stone):
        """Work alike is no way into a science or into engineering, unless one comes from there; a mixed role is open."""
        assert is_stone == bool(self._chosen((_profile(stone), 0.3, 0.3), origin=_profile(origin)))

    @pytest.mark.parametrize(("school", "is_stone"), [(7, True), (8, False), (None, True)])
    def test_no_detour_through_school(self, school, is_stone):
        """A role that asks for clearly more schooling than both ends is a detour."""
        ends = {"origin": _profile(NURSE, education=6), "target": _profile(ENGINEER, education=5)}

        assert is_stone == bool(self._chosen((_profile(ANALYST, education=school), 0.3, 0.3), **ends))

    @pytest.mark.parametrize(("zone", "is_stone"), [(2.4, False), (2.5, True), (4, True), (4.1, False), (None, True)])
    def test_no_detour_far_down_nor_leap_up(self, zone, is_stone):
        """A role more than half a job zone below both ends is a detour, one more than a zone above the origin a leap."""
        ends = {"origin": _profile(NURSE, job_zone=3), "target": _profile(ENGINEER, job_zone=4)}

        assert is_stone == bool(self._chosen((_profile(ANALYST, job_zone=zone), 0.3, 0.3), **ends))

    @pytest.mark.parametrize(("zone", "is_stone"), [(3, True), (3.1, False)])
    def test_no_leap_up_on_a_long_climb(self, zone, is_stone):
        """However far up the target is, a stone asks for one job zone more than the origin at most."""
        ends = {"origin": _profile(NURSE, job_zone=2), "target": _profile(ENGINEER, job_zone=5)}

        assert is_stone == bool(self._chosen((_profile(ANALYST, job_zone=zone), 0.3, 0.3), **ends))

    @pytest.mark.parametrize(("zone", "is_stone"), [(3.5, True), (4, True), (4.1, False)])
    def test_no_detour_over_the_top(self, zone, is_stone):
        """On the way down, a role that asks for more preparation than both ends, and much more than the target, is a detour."""
        ends = {"origin": _profile(NURSE, job_zone=4), "target": _profile(ENGINEER, job_zone=2)}

        assert is_stone == bool(self._chosen((_profile(ANALYST, job_zone=zone), 0.3, 0.3), **ends))

    @pytest.mark.parametrize(
        ("title", "origin", "is_stone"),
        [
            ("Computer Systems Engineers/Architects", STUDENT, False),
            ("First-Line Supervisors of Office Workers", STUDENT, False),
            ("Data Labelling Lead", STUDENT, False),
            ("Database Administrators", STUDENT, True),
            ("Computer Systems Engineers/Architects", NURSE, True),
        ],
    )
    def test_a_first_job_is_no_senior_post(self, title, origin, is_stone):
        """Who has no employer yet is not sent into a post for managers, supervisors, architects or leads."""
        stone = _profile(Role(code="15-1299.08", title=title), job_zone=4)
        ends = {"origin": RoleProfile(role=origin), "target": _profile(ENGINEER, job_zone=4)}

        assert is_stone == bool(self._chosen((stone, 0.3, 0.3), **ends))

    @pytest.mark.parametrize(("zone", "is_stone"), [(4, True), (4.1, False)])
    def test_a_little_over_the_top_is_no_detour(self, zone, is_stone):
        """A role may ask for one job zone more than both ends, and for no more than that."""
        ends = {"origin": _profile(NURSE, job_zone=3), "target": _profile(ENGINEER, job_zone=3)}

        assert is_stone == bool(self._chosen((_profile(ANALYST, job_zone=zone), 0.3, 0.3), **ends))

    def test_without_zones_nothing_is_a_detour(self):
        """Where neither end has a job zone, none is asked of a stone."""
        assert [ANALYST.title] == self._chosen((_profile(ANALYST, job_zone=1), 0.3, 0.3))

    def test_ai_roles_are_preferred_on_the_way_to_one(self):
        """On the way to a job in AI, an AI role a little farther off comes first; on other ways it does not."""
        candidates = ((_profile(ANALYST), 0.4, 0.4), (_profile(AI_STONE), 0.42, 0.42))

        assert AI_STONE.title == self._chosen(*candidates)[0]
        assert ANALYST.title == self._chosen(*candidates, target=_profile(INFORMATICS))[0]

    def test_the_preference_is_a_share_of_the_distance(self):
        """An AI role counts as nearer by its bonus exactly: preferred just within it, not just beyond."""
        bonus = Assumptions().stone_ai_bonus
        within, beyond = (0.4 / (1 - bonus) + shift for shift in (-0.005, 0.005))

        assert AI_STONE.title == self._chosen((_profile(ANALYST), 0.4, 0.4), (_profile(AI_STONE), within, within))[0]
        assert ANALYST.title == self._chosen((_profile(ANALYST), 0.4, 0.4), (_profile(AI_STONE), beyond, beyond))[0]

    def test_one_of_each_kind(self):
        """Specialities of one occupation are offered once, the better one."""
        near, far = (_profile(Role(code=f"15-2041.0{digit}", title=f"Statistician {digit}")) for digit in (1, 0))

        assert ["Statistician 1"] == self._chosen((far, 0.5, 0.5), (near, 0.4, 0.4))

    def test_ties_are_settled_by_code(self):
        """Equally near roles stand in the order of their codes, whatever the order given."""
        candidates = [(_profile(ANALYST), 0.4, 0.4), (_profile(INFORMATICS), 0.4, 0.4)]

        assert self._chosen(*candidates) == self._chosen(*reversed(candidates))
        assert INFORMATICS.title == self._chosen(*candidates)[0]

    def test_the_list_is_cut(self):
        """No more than the limit are chosen."""
        candidates = ((_profile(ANALYST), 0.4, 0.4), (_profile(INFORMATICS), 0.3, 0.3))

        assert [INFORMATICS.title] == self._chosen(*candidates, limit=1)
        assert [] == self._chosen(*candidates, limit=0)

    def test_eight_are_chosen_where_nobody_says_how_many(self):
        """Without a limit the best eight are chosen."""
        roles = [Role(code=f"15-20{digit}1.00", title=f"Stone {digit}") for digit in range(1, 10)]

        assert [role.title for role in roles[:8]] == self._chosen(*((_profile(role), 0.4, 0.4) for role in roles))

    @pytest.mark.parametrize(("zone", "is_stone"), [(3, True), (4, True), (4.1, False), (None, False)])
    def test_from_a_way_of_life_a_stone_asks_no_more_than_the_target(self, zone, is_stone):
        """A student is as far from everything: a stone must be near the target and not ask for more preparation."""
        stone = (_profile(ANALYST, job_zone=zone), 0.8, 0.3)
        ends = {"origin": RoleProfile(role=STUDENT), "target": _profile(ENGINEER, job_zone=4)}

        assert is_stone == bool(self._chosen(stone, **ends))

    def test_from_a_way_of_life_the_target_needs_a_zone_too(self):
        """Without a job zone at the target nothing can be said of a student's stones."""
        assert [] == self._chosen((_profile(ANALYST, job_zone=3), 0.8, 0.3), origin=RoleProfile(role=STUDENT))

    def test_from_a_way_of_life_the_least_prepared_comes_first(self):
        """For a student, roles that ask for less preparation come first, then the nearer ones."""
        candidates = (
            (_profile(ANALYST, job_zone=4), 0.8, 0.1),
            (_profile(INFORMATICS, job_zone=3), 0.8, 0.5),
            (_profile(AI_STONE, job_zone=3), 0.8, 0.77),
        )
        ends = {"origin": RoleProfile(role=STUDENT), "target": _profile(ENGINEER, job_zone=4)}

        assert [INFORMATICS.title, ANALYST.title] == self._chosen(*candidates, **ends)

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"limit": -1}, "limit: -1 is not accepted; give how many stepping stones at most, 0 or more"),
            ({"limit": "many"}, "limit: 'many' is not accepted; give how many stepping stones at most, 0 or more"),
            ({"assumptions": 1}, "assumptions: 'int' is not accepted; give a Assumptions"),
            ({"origin": NURSE}, "origin: 'Role' is not accepted; give a RoleProfile"),
            ({"target": NURSE}, "target: 'Role' is not accepted; give a RoleProfile"),
        ],
    )
    def test_wrong_arguments_are_refused(self, changes, words):
        """Each argument must be what it is called, and who gets it wrong is told what would be accepted."""
        with pytest.raises(InvalidValueError, match=f"^{words}$"):
            self._chosen(**changes)


class TestBothAxes:
    """Ways to change role and industry."""

    def test_the_two_orders_stand_beside_the_leap(self):
        """Role first, industry first, and the leap are always offered."""
        assert {"Direct leap", "Role first, then industry", "Industry first, then role"} == _titles(_routes())

    def test_the_two_orders_say_what_they_are_for(self):
        """Role first where one knows the trade, with a doubt about the employer; industry first with what one can do."""
        assert (
            "Change to Machine Learning Engineer where you know the trade, then take the new role to the other industry. "
            "Whether your employer has such a job at all is the first thing to find out."
        ) == _titled(_routes(), "Role first, then industry").reason
        assert (
            "Move with what you can do already (Registered Nurses), and change the role from inside the new industry."
        ) == _titled(_routes(), "Industry first, then role").reason

    def test_role_first_stays_with_the_employer(self):
        """Role first: inside the present employer, then out with the new role; the middle keeps the old industry."""
        employed = attrs.evolve(HERE, employer=Employer(kind=EmployerKind.LARGE, name="St. Mary"))
        role, industry = _titled(_routes(classify(employed, THERE)), "Role first, then industry").steps

        assert (SwitchKind.ROLE, True, EmployerKind.LARGE) == (role.kind, role.same_employer, role.employer)
        assert (ENGINEER, HOSPITAL, employed.employer) == (role.target.role, role.target.industry, role.target.employer)
        assert (SwitchKind.INDUSTRY, False, None) == (industry.kind, industry.same_employer, industry.employer)

    def test_industry_first_changes_the_role_from_inside(self):
        """Industry first: with the old role to an employer of any kind there, then the role inside it."""
        industry, role = _titled(_routes(), "Industry first, then role").steps

        assert (SwitchKind.INDUSTRY, NURSE, SOFTWARE) == (industry.kind, industry.target.role, industry.target.industry)
        assert (None, False) == (industry.employer, industry.same_employer)
        assert (SwitchKind.ROLE, True, None) == (role.kind, role.same_employer, role.employer)

    def test_a_way_is_not_eased_twice_in_secret(self):
        """A step inside an employer of no said kind is eased by staying only, not by a startup that nobody named."""
        role = _titled(_routes(), "Industry first, then role").steps[1]

        assert not any("startup" in part.evidence.detail for part in role.parts)
        assert any("inside the present employer" in part.evidence.detail for part in role.parts)

    def test_the_wanted_startup_is_named_inside(self):
        """Inside a startup that was wanted, the reason names both: work that is known, and more of it than people."""
        wanted = attrs.evolve(THERE, employer=Employer(kind=EmployerKind.STARTUP))
        role = _titled(_routes(classify(HERE, wanted)), "Industry first, then role").steps[1]

        assert role.reason.endswith(
            ", inside the startup you are with, if it has such a job: your work is known there, and there is more work than "
            "people (counsel)."
        )

    def test_the_wanted_employer_is_kept(self):
        """Who wants a large employer ends at one, and gets there with the industry."""
        wanted = attrs.evolve(THERE, employer=Employer(kind=EmployerKind.LARGE))
        routes = _routes(classify(HERE, wanted))
        industry, role = _titled(routes, "Industry first, then role").steps

        assert all(route.steps[-1].employer is EmployerKind.LARGE for route in routes)
        assert (EmployerKind.LARGE, True) == (industry.employer, role.same_employer)

    def test_the_leap_is_the_measured_difficulty(self):
        """The leap costs exactly what the whole switch was measured at, and says that it is both at once."""
        leap = _titled(_routes(), "Direct leap")

        assert _measure(HERE, THERE, None, False).value == leap.total == leap.steps[0].cost
        assert leap.is_direct
        assert "Role and industry at once" in leap.steps[0].reason
        assert "Straight to Machine Learning Engineer, both axes at once." == leap.reason

    def test_the_leap_is_measured_at_the_wanted_employer(self):
        """A wanted startup eases the leap, too."""
        wanted = attrs.evolve(THERE, employer=Employer(kind=EmployerKind.STARTUP))
        leap = _titled(_routes(classify(HERE, wanted)), "Direct leap")

        assert _measure(HERE, THERE, EmployerKind.STARTUP, False).value == leap.total

    def test_a_stone_is_passed_in_its_best_order(self):
        """A stone gives one route of three steps, its role in one of the two industries."""
        route = _titled(_routes(stones=[INFORMATICS]), "By way of Health Informatics Specialists")

        assert 3 == len(route.steps)
        assert INFORMATICS in [step.target.role for step in route.steps]
        assert "lies between that of Registered Nurses and that of Machine Learning Engineer." in route.reason

    def test_an_ai_stone_is_told(self):
        """A stone that is a job in AI itself says so."""
        route = _titled(_routes(stones=[AI_STONE]), "By way of Clinical AI Specialist")

        assert route.reason.endswith("and is itself a job in AI.")

    @pytest.mark.parametrize(("is_common", "is_passed"), [(True, True), (False, False), (None, False)])
    def test_a_new_kind_of_stone_is_passed_in_a_hospital_only_where_it_is_common(self, is_common, is_passed):
        """A stone that nobody counts is no job to look for in a public institution, unless it has its share there."""
        stops = [
            step.target
            for route in _routes(stones=[AI_STONE], is_common=lambda position: is_common)
            for step in route.steps
            if step.target.role == AI_STONE
        ]

        assert is_passed == (Position(role=AI_STONE, industry=HOSPITAL) in stops)

    @pytest.mark.parametrize("stone", [DOCTOR, STUDENT, NURSE, ENGINEER])
    def test_some_stones_are_refused_here_too(self, stone):
        """What needs a licence, ways of life and the ends themselves are no stones, whoever proposes them."""
        assert 3 == len(_routes(stones=[stone]))

    def test_a_stone_that_is_hardly_easier_fills_a_gap_only(self):
        """Both halves must be clearly easier than the change of role itself, unless there are too few such stones."""
        places = {**ROLE_PLACES, ANALYST: 0.78}

        def measure(origin, target, employer, same_employer):
            distance = Distance(value=abs(places[origin.role] - places[target.role]))
            return measure_difficulty(classify(origin, target), role_distance=distance, industry_distance=Distance(value=0.5))

        def stones(*roles):
            return {title for title in _titles(_routes(stones=roles, measure=measure)) if title.startswith("By way of")}

        assert {"By way of Statisticians"} == stones(ANALYST)
        assert "By way of Statisticians" not in stones(ANALYST, INFORMATICS, AI_STONE)

    def test_two_fill_the_gap_where_no_stone_is_clear(self):
        """Where every stone is hardly easier, two are offered, so that there is a choice, and no more."""
        places = {**ROLE_PLACES, ANALYST: 0.78, INFORMATICS: 0.77, AI_STONE: 0.79}

        def measure(origin, target, employer, same_employer):
            distance = Distance(value=abs(places[origin.role] - places[target.role]))
            return measure_difficulty(classify(origin, target), role_distance=distance, industry_distance=Distance(value=0.5))

        titles = _titles(_routes(stones=[ANALYST, INFORMATICS, AI_STONE], measure=measure))

        assert 2 == sum(title.startswith("By way of") for title in titles)

    def test_nobody_goes_by_way_of_the_past_as_if_it_were_new(self):
        """A stone that somebody has been is left out; a way may lead back to it, and says that it is known work."""
        past = Person(position=HERE, past=[Position(role=ANALYST)])
        routes = plan_routes(past, BOTH, measure=_measure, stones=[ANALYST, INFORMATICS])
        flat = lambda origin, target, employer, same_employer: measure_difficulty(  # noqa: E731
            classify(origin, target), role_distance=Distance(value=0.3), industry_distance=Distance(value=0.0)
        )
        none = plan_routes(past, BOTH, measure=flat, stones=[ANALYST])

        assert "By way of Statisticians" not in _titles(routes)
        assert "By way of Health Informatics Specialists" in _titles(routes)
        assert "You have done the work of Statisticians before" in _titled(routes, "Back to Statisticians").reason
        assert "Back to Statisticians" not in _titles(none)

    def test_three_that_are_clear_leave_no_gap(self):
        """Where more stones are clearly easier than a choice needs, none that is hardly easier is offered."""
        clear = {INFORMATICS: 0.4, AI_STONE: 0.45, MANAGER: 0.5}
        unclear = {ANALYST: 0.78, Role(code="15-2031.00", title="Operations Research Analysts"): 0.77}
        places = {NURSE: 0.0, ENGINEER: 0.8, **clear, **unclear}

        def measure(origin, target, employer, same_employer):
            distance = Distance(value=abs(places[origin.role] - places[target.role]))
            return measure_difficulty(classify(origin, target), role_distance=distance, industry_distance=Distance(value=0.5))

        titles = _titles(_routes(stones=[*clear, *unclear], measure=measure, limit=9))

        assert {f"By way of {role.title}" for role in clear} == {title for title in titles if title.startswith("By way of")}

    def test_a_stone_may_ask_for_schooling(self):
        """A licence bars a stone; a barrier that weighs little, such as some schooling, only makes it dearer."""

        def measure(origin, target, employer, same_employer):
            barriers = (Barrier(name="education", value=0.1, evidence=GROUND),) if target.role == INFORMATICS else ()
            return measure_difficulty(
                classify(origin, target),
                role_distance=Distance(value=abs(ROLE_PLACES[origin.role] - ROLE_PLACES[target.role])),
                industry_distance=Distance(value=0.5),
                barriers=barriers,
            )

        assert "By way of Health Informatics Specialists" in _titles(_routes(stones=[INFORMATICS], measure=measure))

    def test_a_stone_that_does_not_occur_is_left_out(self):
        """A stone that the figures do not find in an industry is not passed there; where it occurs nowhere, not at all."""
        nowhere = _routes(stones=[INFORMATICS], exists=lambda position: position.role != INFORMATICS)
        somewhere = _routes(
            stones=[INFORMATICS], exists=lambda position: position.role != INFORMATICS or position.industry == HOSPITAL
        )
        stops = [step.target for step in _titled(somewhere, "By way of Health Informatics Specialists").steps]

        assert "By way of Health Informatics Specialists" not in _titles(nowhere)
        assert [HOSPITAL] == [stop.industry for stop in stops if stop.role == INFORMATICS]

    def test_a_stone_is_passed_where_it_occurs(self):
        """A stone that occurs only in the industry that one moves to is passed there, after the industry."""
        exists = lambda position: position.role != INFORMATICS or position.industry == SOFTWARE  # noqa: E731
        route = _titled(_routes(stones=[INFORMATICS], exists=exists), "By way of Health Informatics Specialists")

        assert [NURSE, INFORMATICS, ENGINEER] == [step.target.role for step in route.steps]

    @pytest.mark.parametrize(
        ("title", "rare"),
        [("Industry first, then role", (NURSE, SOFTWARE)), ("Role first, then industry", (ENGINEER, HOSPITAL))],
    )
    def test_a_rare_stop_costs_more_and_is_told(self, title, rare):
        """A stop whose role hardly occurs in its industry costs more, visibly, and the reason says so."""
        exists = lambda position: (position.role, position.industry) != rare  # noqa: E731
        plain, dear = _titled(_routes(), title), _titled(_routes(exists=exists), title)
        part = dear.steps[0].parts[-1]

        assert dear.total > plain.total
        assert ("rare position", 1.0, 0.8) == (part.name, part.value, part.weight)
        assert dear.reason.endswith(
            f" The employment figures show hardly any jobs as {rare[0].title} in the sector of {rare[1].title}: expect to "
            "look for a role near to it."
        )
        assert "hardly any" not in plain.reason

    def test_the_goal_is_never_surcharged(self):
        """What hardly occurs at the goal itself changes no cost, since one wants to go there; the leap says so."""
        exists = lambda position: (position.role, position.industry) != (ENGINEER, SOFTWARE)  # noqa: E731
        routes = _routes(exists=exists)

        assert {0.0} == {part.weight for route in routes for part in route.steps[-1].parts if part.name == "rare position"}
        assert "hardly any jobs as Machine Learning Engineer" in _titled(routes, "Direct leap").reason
        assert "hardly any" not in _titled(_routes(), "Direct leap").reason

    @pytest.mark.parametrize(("is_there", "stays"), [(True, True), (None, True), (False, False)])
    def test_nobody_stays_where_there_is_no_such_job(self, is_there, stays):
        """A step inside the present employer is offered only where the new role may occur there, and says "if"."""
        exists = lambda position: is_there if position.industry == HOSPITAL else True  # noqa: E731
        role = _titled(_routes(exists=exists), "Role first, then industry").steps[0]

        assert stays == role.same_employer
        assert stays == ("if it has such a job" in role.reason)

    def test_a_stone_must_be_known_to_occur(self):
        """A stone of which the figures are withheld is not passed, and an order over such a stop says so."""
        routes = _routes(stones=[INFORMATICS], exists=lambda position: None if position.role != ENGINEER else True)

        assert "By way of Health Informatics Specialists" not in _titles(routes)
        assert "do not tell whether there are jobs as Registered Nurses in Software Publishers" in (
            _titled(routes, "Industry first, then role").reason
        )

    @pytest.mark.parametrize(("pay", "is_passed"), [(71_000.0, False), (72_000.0, True), (85_000.0, True), (None, True)])
    def test_a_stone_is_not_paid_below_both_ends(self, pay, is_passed):
        """A stone whose pay is known to lie clearly below that of both ends is left out."""
        known = {NURSE: 90_000.0, ENGINEER: 80_000.0, INFORMATICS: pay}
        found = lambda position: None if known[position.role] is None else (known[position.role], GROUND)  # noqa: E731

        assert is_passed == ("By way of Health Informatics Specialists" in _titles(_routes(stones=[INFORMATICS], pay=found)))

    def test_a_stone_is_not_reached_over_a_stop_that_is_none(self):
        """No way over a stone leads over the present role where it hardly occurs, nor over the new one."""
        exists = lambda position: position.role == INFORMATICS or position in (HERE, THERE)  # noqa: E731
        route = _titled(_routes(stones=[INFORMATICS], exists=exists), "By way of Health Informatics Specialists")

        assert [INFORMATICS, INFORMATICS, ENGINEER] == [step.target.role for step in route.steps]

    def test_service_is_work_at_an_employer(self):
        """Somebody in service may change the role inside, but is not sent to do their service in another industry."""
        officer = Role(code="a:officer", title="Officer", is_life_role=True, has_employer=True, onet_codes=("11-1021.00",))
        here = Position(role=officer, industry=HOSPITAL)
        places = {**ROLE_PLACES, officer: 0.1}

        def measure(origin, target, employer, same_employer):
            distance = Distance(value=abs(places[origin.role] - places[target.role]))
            return measure_difficulty(
                classify(origin, target),
                role_distance=distance,
                industry_distance=Distance(value=0.5),
                employer=employer,
                same_employer=same_employer,
            )

        routes = _routes(classify(here, THERE), measure=measure, exists=lambda position: position.role != officer)

        assert _titled(routes, "Role first, then industry").steps[0].same_employer
        assert "Industry first, then role" not in _titles(routes)
        assert routes[0].first_action.startswith("Beside your present work")

    @pytest.mark.parametrize(
        ("code", "has_startups"),
        [
            ("622", False),
            ("6111", False),
            ("6112", False),
            ("6113", False),
            ("611310", False),
            ("928110", False),
            ("6115", True),
            ("5132", True),
        ],
    )
    def test_nobody_founds_a_startup_in_public_service(self, code, has_startups):
        """A hospital, a school, a university and the state are no place for a startup, so none is proposed there."""
        there = Position(role=ENGINEER, industry=Industry(code=code, title="There"))
        flat = lambda origin, target, employer, same_employer: measure_difficulty(  # noqa: E731
            classify(origin, target),
            role_distance=Distance(value=0.5),
            industry_distance=Distance(value=0.5),
            employer=employer,
            same_employer=same_employer,
        )
        routes = _routes(classify(Position(role=NURSE, industry=there.industry), there), measure=flat)

        assert has_startups == ("At a startup" in _titles(routes))
        assert has_startups == any(step.employer is EmployerKind.STARTUP for route in routes for step in route.steps)

    def test_a_way_of_life_is_not_taken_to_another_industry(self):
        """Somebody on a career break in one industry is offered no industry-first way."""
        here = Position(role=STUDENT, industry=HOSPITAL)
        routes = _routes(classify(here, THERE), stones=[INFORMATICS])

        assert "Industry first, then role" not in _titles(routes)
        assert "Industry first, then role" not in _titles(_routes(classify(here, THERE), exists=lambda position: True))
        assert all(step.target.role != STUDENT for route in routes for step in route.steps)
        assert not any(route.steps[0].same_employer for route in routes)


class TestOneAxis:
    """Ways to change only the role or only the industry."""

    def test_a_role_switch_has_four_kinds_of_ways(self):
        """The leap, inside the present employer, a startup, and stones."""
        assert {
            "Direct leap",
            "Inside the present employer",
            "At a startup",
            "By way of Health Informatics Specialists",
            "By way of Statisticians",
        } == _titles(_routes(IN_SOFTWARE, stones=[INFORMATICS, ANALYST]))

    def test_the_two_single_steps_say_why_they_are_easier(self):
        """Inside, the work is known; at a startup a small team has more work than people, by counsel."""
        routes = _routes(IN_SOFTWARE)

        assert (
            "Your work is known there, and nothing but the role changes: from Registered Nurses to Machine Learning Engineer. "
            "Whether the employer has such a job at all is the first thing to find out."
        ) == _titled(routes, "Inside the present employer").reason
        assert (
            "A small team has more work than people, so the step from Registered Nurses to Machine Learning Engineer is "
            "smaller there. That is counsel, not a measurement."
        ) == _titled(routes, "At a startup").reason

    def test_the_leap_is_of_the_kind_of_the_verdict(self):
        """Where roles were told apart more finely than steps tell them apart, the leap is still the switch asked about."""
        critical = Role(code="29-1141.03", title="Critical Care Nurses")
        switch = classify(HERE, Position(role=critical, industry=HOSPITAL), role_level=RoleLevel.ONET)
        flat = lambda origin, target, employer, same_employer: measure_difficulty(  # noqa: E731
            classify(origin, target), role_distance=Distance(value=0.1), industry_distance=Distance(value=0.0)
        )

        assert SwitchKind.ROLE is _titled(_routes(switch, measure=flat), "Direct leap").steps[0].kind

    def test_inside_is_inside(self):
        """The way inside the present employer keeps its kind and is measured as such."""
        employed = attrs.evolve(HERE, employer=Employer(kind=EmployerKind.SMALL))
        switch = classify(employed, Position(role=ENGINEER, industry=HOSPITAL))
        (step,) = _titled(_routes(switch), "Inside the present employer").steps

        assert (True, EmployerKind.SMALL) == (step.same_employer, step.employer)
        assert _measure(HERE, switch.target, EmployerKind.SMALL, True).value == step.cost

    def test_who_wants_a_startup_gets_it_once(self):
        """If a startup is wanted, the leap is to one, and no second way to a startup is listed."""
        wanted = Position(role=ENGINEER, industry=HOSPITAL, employer=Employer(kind=EmployerKind.STARTUP))
        routes = _routes(classify(HERE, wanted))

        assert "At a startup" not in _titles(routes)
        assert EmployerKind.STARTUP is _titled(routes, "Direct leap").steps[0].employer

    def test_who_enters_has_no_employer_to_stay_with(self):
        """A student is offered the leap, a startup and stones, each entered from outside."""
        routes = _routes(ENTERING, stones=[INFORMATICS])
        first = [route.steps[0] for route in routes]

        assert {"Direct leap", "At a startup", "By way of Health Informatics Specialists"} == _titles(routes)
        assert (
            "Straight to Machine Learning Engineer, in one step. An internship or a junior post in that very role is a way in "
            "(counsel)."
        ) == _titled(routes, "Direct leap").reason
        assert not any(step.same_employer for step in first)
        assert {SwitchKind.ROLE} == {step.kind for step in first}

    @pytest.mark.parametrize(
        ("has_employer", "codes", "is_passed"),
        [(False, (), True), (True, (), True), (False, ("11-1021.00",), True), (True, ("11-1021.00",), False)],
    )
    def test_who_enters_may_pass_what_is_no_farther(self, has_employer, codes, is_passed):
        """A way of life is as far from everything: a stone as far off as the target is passed, unless it is work described."""
        life = Role(code="a:life", title="Life", is_life_role=True, has_employer=has_employer, onet_codes=codes)

        def measure(origin, target, employer, same_employer):
            far = 0.7 if origin.role == life else abs(ROLE_PLACES[origin.role] - ROLE_PLACES[target.role])
            gaps = GapReport(asked=20, met=0 if target.role == INFORMATICS else 1)
            return measure_difficulty(
                classify(origin, target), role_distance=Distance(value=far), industry_distance=Distance(value=0.0), gaps=gaps
            )

        routes = _routes(classify(Position(role=life), THERE), measure=measure, stones=[INFORMATICS])

        assert is_passed == ("By way of Health Informatics Specialists" in _titles(routes))

    @pytest.mark.parametrize("place", [-0.1, 0.0, 0.8, 0.9])
    def test_a_stone_as_far_off_as_the_target_is_none(self, place):
        """Even where no margin is asked for, both halves of the way must be easier than the leap, not as hard or harder."""
        places = {NURSE: 0.0, ANALYST: place, ENGINEER: 0.8}

        def measure(origin, target, employer, same_employer):
            distance = Distance(value=abs(places[origin.role] - places[target.role]))
            return measure_difficulty(classify(origin, target), role_distance=distance, industry_distance=Distance(value=0.0))

        routes = _routes(ROLE, stones=[ANALYST], measure=measure, assumptions=Assumptions(stone_margin=0.0))

        assert "By way of Statisticians" not in _titles(routes)

    def test_who_enters_does_not_pass_what_is_farther(self):
        """A stone that is farther from a student than the target is no help."""
        prior = {(STUDENT, INFORMATICS): 0.71, (STUDENT, ENGINEER): 0.7}

        def measure(origin, target, employer, same_employer):
            far = prior.get((origin.role, target.role), 0.1)
            return measure_difficulty(
                classify(origin, target), role_distance=Distance(value=far), industry_distance=Distance(value=0.0)
            )

        assert "By way of Health Informatics Specialists" not in _titles(
            _routes(ENTERING, measure=measure, stones=[INFORMATICS])
        )

    def test_a_stone_is_left_from_inside(self):
        """Once in a stepping-stone role at a startup, the role can change inside it."""
        _, second = _titled(_routes(ENTERING, stones=[INFORMATICS]), "By way of Health Informatics Specialists").steps

        assert (True, EmployerKind.STARTUP) == (second.same_employer, second.employer)

    def test_the_end_at_the_wanted_employer_needs_a_move(self):
        """Whoever is at a startup on the way and wants a large employer moves with the last step."""
        wanted = attrs.evolve(THERE, employer=Employer(kind=EmployerKind.LARGE))
        switch = classify(Position(role=STUDENT), wanted)
        _, last = _titled(_routes(switch, stones=[INFORMATICS]), "By way of Health Informatics Specialists").steps

        assert (False, EmployerKind.LARGE) == (last.same_employer, last.employer)

    def test_who_enters_an_industry_leaves_the_employer(self):
        """Somebody whose industry is not known and who names one is not told to stay where they are."""
        routes = _routes(classify(Position(role=NURSE), THERE), stones=[INFORMATICS])
        first, _ = _titled(routes, "By way of Health Informatics Specialists").steps

        assert "Inside the present employer" not in _titles(routes)
        assert not first.same_employer

    def test_without_any_industry_one_may_stay(self):
        """Somebody who names no industry at all may change the role inside the present employer, over a stone as well."""
        eased = Assumptions(relief_internal=0.15)
        switch = classify(Position(role=NURSE), Position(role=ENGINEER))
        routes = _routes(
            switch, stones=[INFORMATICS], measure=lambda *arguments: _measure(*arguments, assumptions=eased), assumptions=eased
        )

        assert "Inside the present employer" in _titles(routes)
        assert all(step.same_employer for step in _titled(routes, "By way of Health Informatics Specialists").steps)

    def test_a_finer_name_of_the_same_industry_is_the_same_employer(self):
        """Hospitals and general hospitals are one industry, so one may stay inside."""
        general = Industry(code="6221", title="General Medical and Surgical Hospitals")
        switch = classify(HERE, Position(role=ENGINEER, industry=general))

        def measure(origin, target, employer, same_employer):
            return measure_difficulty(
                classify(origin, target),
                role_distance=Distance(value=abs(ROLE_PLACES[origin.role] - ROLE_PLACES[target.role])),
                industry_distance=Distance(value=0.0),
                employer=employer,
                same_employer=same_employer,
                assumptions=Assumptions(relief_internal=0.15),
            )

        routes = _routes(switch, measure=measure, stones=[INFORMATICS])
        first, _ = _titled(routes, "By way of Health Informatics Specialists").steps

        assert "Inside the present employer" in _titles(routes)
        assert first.same_employer

    def test_an_industry_switch_may_pass_another_industry(self):
        """An industry nearer to both than they are to each other makes a way in between."""
        routes = _routes(INDUSTRY, stone_industries=[INSURANCE, HOSPITAL, SOFTWARE])
        route = _titled(routes, "By way of Insurance Carriers")

        assert {"Direct leap", "By way of Insurance Carriers"} == _titles(routes)
        assert [INSURANCE, SOFTWARE] == [step.target.industry for step in route.steps]
        assert [SwitchKind.INDUSTRY] * 2 == [step.kind for step in route.steps]

    def test_an_industry_farther_off_is_no_stone(self):
        """An industry as far from one end as the ends are from each other is not passed."""
        places = {HOSPITAL: 0.0, SOFTWARE: 0.6, INSURANCE: -0.1}

        def measure(origin, target, employer, same_employer):
            distance = Distance(value=abs(places[origin.industry] - places[target.industry]))
            return measure_difficulty(classify(origin, target), role_distance=distance, industry_distance=distance)

        assert {"Direct leap"} == _titles(_routes(INDUSTRY, stone_industries=[INSURANCE], measure=measure))

    @pytest.mark.parametrize(("found", "is_passed"), [(True, True), (None, False), (False, False)])
    def test_no_way_over_an_industry_without_such_jobs(self, found, is_passed):
        """Where the role hardly occurs in the industry in between, or may not, no way leads over it: the leap costs less."""
        routes = _routes(
            INDUSTRY, stone_industries=[INSURANCE], exists=lambda position: position.industry != INSURANCE or found
        )

        assert is_passed == ("By way of Insurance Carriers" in _titles(routes))

    def test_a_way_of_life_is_no_stop_in_another_industry(self):
        """Nobody is sent to another industry as a student: whoever asks for that gets the leap alone."""
        student = Position(role=STUDENT, industry=HOSPITAL)
        switch = classify(student, Position(role=STUDENT, industry=SOFTWARE))

        assert {"Direct leap"} == _titles(_routes(switch, stone_industries=[INSURANCE]))

    def test_role_stones_are_not_for_industries(self):
        """A change of industry alone passes no other role."""
        assert {"Direct leap"} == _titles(_routes(INDUSTRY, stones=[INFORMATICS]))


class TestSteps:
    """What a step says about itself."""

    def _reason(self, title, switch=ROLE, place=0, **changes):
        return _titled(_routes(switch, **changes), title).steps[place].reason

    def test_reasons_name_both_ends(self):
        """Each kind of step names where it leads from and to, and what makes it easier."""
        assert "Straight to Machine Learning Engineer, in one step." == _titled(_routes(ROLE), "Direct leap").reason
        assert "From Registered Nurses to Machine Learning Engineer in Hospitals." == self._reason("Direct leap")
        assert (
            "From Registered Nurses to Machine Learning Engineer in Hospitals, inside the employer you are with, if it "
            "has such a job: your work is known there (counsel)."
        ) == self._reason("Inside the present employer")
        assert (
            "From Registered Nurses to Machine Learning Engineer in Software Publishers, at a startup: more work than "
            "people, so help outside the job description is welcome (counsel)."
        ) == self._reason("At a startup", IN_SOFTWARE)
        assert "Keep the work of Registered Nurses and move from Hospitals to Software Publishers." == self._reason(
            "Direct leap", INDUSTRY
        )

    def test_a_large_employer_is_named(self):
        """A kind of employer that eases nothing is named without a promise."""
        wanted = Position(role=ENGINEER, industry=HOSPITAL, employer=Employer(kind=EmployerKind.LARGE))

        assert self._reason("Direct leap", classify(HERE, wanted)).endswith("in Hospitals, at a large employer.")

    def test_without_an_industry_none_is_named(self):
        """Somebody whose industry is not known reads nothing about one."""
        switch = classify(Position(role=NURSE), Position(role=ENGINEER))

        assert "From Registered Nurses to Machine Learning Engineer." == self._reason("Direct leap", switch)

    @pytest.mark.parametrize(
        ("title", "leans"), [("Direct leap", False), ("Inside the present employer", True), ("At a startup", True)]
    )
    def test_counsel_is_marked(self, title, leans):
        """A step that leans on counsel says so in its evidence, as an assumption."""
        evidence = _titled(_routes(IN_SOFTWARE), title).steps[0].evidence

        assert leans == any("counsel" in ground.source for ground in evidence)
        assert all(ground.kind is EvidenceKind.ASSUMPTION for ground in evidence)

    def test_an_industry_step_leans_on_no_counsel(self):
        """An industry step is not sent to a startup, which would change nothing, and stands on no counsel."""
        step = _titled(_routes(), "Industry first, then role").steps[0]

        assert (None, ()) == (step.employer, step.evidence)

    def test_pay_is_told_along_the_way(self):
        """Each step tells the pay at its end with its source, where it is known."""
        known = {ENGINEER: (120_000.0, GROUND)}
        industry, role = _titled(_routes(pay=lambda position: known.get(position.role)), "Industry first, then role").steps

        assert (None, 120_000.0) == (industry.pay, role.pay)
        assert GROUND in role.evidence
        assert () == industry.evidence

    def test_a_shared_step_is_measured_once(self):
        """The same step in several routes is asked for once, beyond the comparison of stones."""
        asked = []

        def measure(*arguments):
            asked.append(arguments)
            return _measure(*arguments)

        _routes(measure=measure)

        assert len(asked) - 1 == len(set(asked))


class TestFirstAction:
    """Something to do that needs no new job."""

    def _gaps(self, *gaps, met=()):
        found = tuple(Gap(name=name, domain=domain, evidence=GROUND) for name, domain in gaps)
        return GapReport(asked=len(found) + len(met), met=len(met), gaps=found, met_names=met)

    def _action(self, gaps, *, switch=ROLE, title="Direct leap", skills=()):
        person = Person(position=switch.origin, skills=skills)
        return _titled(plan_routes(person, switch, measure=_measure, gaps=gaps), title).first_action

    TOOLS = (
        ("Programming", Domain.SKILL),
        ("PyTorch", Domain.TECHNOLOGY),
        ("Docker", Domain.TECHNOLOGY),
        ("tests", Domain.TOPIC),
    )

    def test_it_takes_a_question_of_the_own_work_to_one_new_tool(self):
        """The question is of the present work; one tool and one topic that are missing are named, never two tools."""
        assert (
            "Beside your present work, take one small question from it, with nothing confidential in it, and try to answer it "
            "with PyTorch, towards tests: it shows whether such work (Machine Learning Engineer) suits you, before you leave "
            "anything."
        ) == self._action(self._gaps(*self.TOOLS))

    def test_what_employers_buy_and_laws_are_left_out(self):
        """Nobody tries OneTrust alone, nor works towards an act of law in an evening."""
        gaps = self._gaps(("OneTrust", Domain.TECHNOLOGY), ("EU AI Act", Domain.TOPIC), ("risk assessment", Domain.TOPIC))

        assert "answer it with what is used in the role you want, towards risk assessment: it" in self._action(gaps)

    def test_it_starts_from_what_is_there(self):
        """Something the person has already comes first, in their own words."""
        gaps = self._gaps(*self.TOOLS, met=("Structured query language SQL",))

        assert "answer it with sql and PyTorch, towards tests" in self._action(gaps, skills=("cooking", "sql"))

    def test_one_thing_that_is_there_stands_beside_one_that_is_not(self):
        """Whoever has several of the things asked for is still given something new to do."""
        gaps = self._gaps(*self.TOOLS, met=("Structured query language SQL", "Python"))

        assert "answer it with sql and PyTorch, towards tests" in self._action(gaps, skills=("sql", "python"))

    def test_what_the_role_shows_is_not_called_the_persons_own(self):
        """Something only the present role shows is not put into the person's hands."""
        gaps = self._gaps(*self.TOOLS, met=("Structured query language SQL",))

        assert "answer it with PyTorch, towards tests" in self._action(gaps, skills=("cooking",))

    def test_without_gaps_the_role_is_named(self):
        """Where no tools are known, the target's tools are meant in general."""
        assert "answer it with what is used in the role you want: it" in self._action(None)

    def test_who_has_no_job_makes_something(self):
        """A student is told to make something, not to ask an employer."""
        action = self._action(self._gaps(*self.TOOLS), switch=ENTERING)

        assert (
            "Finish one small piece of work of your own with PyTorch, on tests, and show it to people who do the job."
        ) == action

    def test_an_industry_is_met_through_its_questions(self):
        """Before a change of industry, a question of that industry is worked on."""
        action = self._action(self._gaps(*self.TOOLS), switch=BOTH, title="Industry first, then role")

        assert (
            "Beside your present work, take one small question that people in Software Publishers really have, and try to "
            "answer it with PyTorch, towards tests."
        ) == action


class TestPlanRoutes:
    """The list as a whole."""

    def test_more_stones_fill_the_list(self):
        """Beyond the plain ways and two stones, further stones fill up to the limit."""
        stones = [INFORMATICS, ANALYST, AI_STONE]

        assert 5 == len(_routes(stones=stones, limit=5))
        assert 6 == len(_routes(stones=stones, limit=6))
        assert 6 == len(_routes(stones=stones, limit=9))

    def test_six_are_planned_where_nobody_says_how_many(self):
        """Without a limit six routes are given."""
        stones = [INFORMATICS, ANALYST, AI_STONE, Role(code="15-2031.00", title="Operations Research Analysts")]
        places = {**ROLE_PLACES, stones[-1]: 0.5}

        def measure(origin, target, employer, same_employer):
            distance = Distance(value=abs(places[origin.role] - places[target.role]))
            return measure_difficulty(classify(origin, target), role_distance=distance, industry_distance=Distance(value=0.5))

        assert 6 == len(_routes(stones=stones, measure=measure))
        assert 7 == len(_routes(stones=stones, measure=measure, limit=9))

    def test_the_leap_is_always_kept(self):
        """However short the list, the leap is on it; the cheapest others fill it."""
        whole = _routes(stones=[INFORMATICS, ANALYST])
        short = _routes(stones=[INFORMATICS, ANALYST], limit=2)

        assert ["Direct leap"] == [route.title for route in _routes(limit=1)]
        assert {"Direct leap", whole[0].title} == _titles(short)

    def test_repeated_stones_are_tried_once(self):
        """The same stone proposed twice gives one route."""
        assert 4 == len(_routes(stones=[INFORMATICS, INFORMATICS]))
        assert 2 == len(_routes(INDUSTRY, stone_industries=[INSURANCE, INSURANCE]))

    def test_staying_needs_no_route(self):
        """Whoever switches nothing gets no routes."""
        assert () == _routes(classify(HERE, HERE))

    def test_the_order_of_stones_does_not_matter(self):
        """The same stones in another order give the same list."""
        stones = [INFORMATICS, ANALYST, AI_STONE]

        assert _routes(stones=stones) == _routes(stones=stones[::-1])

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"limit": 0}, "limit: 0 is not accepted; give how many routes at most, 1 or more"),
            ({"limit": "few"}, "limit: 'few' is not accepted; give how many routes at most, 1 or more"),
            ({"gaps": ()}, "gaps: 'tuple' is not accepted; give a GapReport or None"),
            ({"assumptions": 2}, "assumptions: 'int' is not accepted; give a Assumptions"),
            ({"switch": HERE}, "switch: 'Position' is not accepted; give a Switch"),
        ],
    )
    def test_wrong_arguments_are_refused(self, changes, words):
        """Each argument must be what it is called, and who gets it wrong is told what would be accepted."""
        given = {"switch": BOTH, **changes}
        with pytest.raises(InvalidValueError, match=f"^{words}$"):
            plan_routes(Person(position=HERE), given.pop("switch"), measure=_measure, **given)

    def test_a_person_is_a_person(self):
        """A position is not a person."""
        with pytest.raises(InvalidValueError, match=r"^person: "):
            plan_routes(HERE, BOTH, measure=_measure)

    def test_the_assumptions_are_used(self):
        """With a norm of 1 the two orders are no longer easier than the leap."""
        flat = Assumptions(route_norm=1.0, relief_startup=0.0, relief_small=0.0, relief_internal=0.0)
        routes = plan_routes(
            Person(position=HERE),
            BOTH,
            measure=lambda *arguments: _measure(*arguments, assumptions=flat),
            assumptions=flat,
        )

        assert 1 == len({round(route.total, 12) for route in routes})


class TestRouteOrder:
    """What the order of routes would be under other assumptions."""

    def test_the_same_assumptions_give_the_same_order(self):
        """Nothing changed, nothing turns."""
        routes = _routes(stones=[INFORMATICS, ANALYST])

        assert tuple(route.title for route in routes) == route_order(routes, Assumptions(), Assumptions())

    @given(values.assumptions(), st.sampled_from([BOTH, ROLE]))
    def test_it_is_the_order_that_planning_anew_gives(self, assumptions, switch):
        """Exchanging the weights of the same steps gives the costs that measuring anew gives."""
        before = Assumptions()
        routes = _routes(switch)
        anew = {}
        for route in routes:
            steps = [
                attrs.evolve(
                    step,
                    cost=_measure(step.origin, step.target, step.employer, step.same_employer, assumptions=assumptions).value,
                )
                for step in route.steps
            ]
            anew[route.title] = route_total(steps, assumptions=assumptions)
        order = route_order(routes, before, assumptions)

        assert all(anew[one] <= anew[two] + 1e-9 for one, two in itertools.pairwise(order))

    def _route(self, name, weight):
        part = Part(name=name, value=1.0, weight=weight, evidence=GROUND)
        return Route(title=name, steps=(attrs.evolve(_step(weight), parts=(part,)),), total=weight)

    def test_a_weight_is_exchanged_for_the_other(self):
        """A route whose part weighs half as much under other assumptions costs half as much, whatever stood before it."""
        routes = [self._route("industry distance", 0.3), self._route("role distance", 0.4)]
        half = Assumptions(weight_role_distance=Assumptions().weight_role_distance / 2)

        assert ("industry distance", "role distance") == route_order(routes, Assumptions(), Assumptions())
        assert ("role distance", "industry distance") == route_order(routes, Assumptions(), half)

    @pytest.mark.parametrize(("weight", "order"), [(0.3, ("weather", "role distance")), (0.5, ("role distance", "weather"))])
    def test_what_no_assumption_weighs_keeps_its_weight(self, weight, order):
        """A part that a plugin brought along weighs the same under every assumption."""
        routes = [self._route("weather", weight), self._route("role distance", 0.4)]

        assert order == route_order(routes, Assumptions(), Assumptions(route_norm=3.0))

    def test_a_weight_that_reaches_one_stays_a_weight(self):
        """A surcharged part cannot take more than everything: it stands level with what is impossible, in order of titles."""
        routes = [self._route("weather", 1.0), self._route("role distance", 0.9)]

        assert ("role distance", "weather") == route_order(
            routes, Assumptions(weight_role_distance=0.1), Assumptions(weight_role_distance=0.9)
        )

    def test_preparation_tells_what_is_learnt_sooner(self):
        """Towards a role of job zone 1 a greater relief takes from distance and gap, and from nothing else."""
        routes = [self._route("industry distance", 0.38), self._route("role distance", 0.4)]
        before, after = Assumptions(), Assumptions(relief_preparation=0.6)
        zones = {"preparation": lambda role: 1.0}

        assert ("industry distance", "role distance") == route_order(routes, before, before, **zones)
        assert ("role distance", "industry distance") == route_order(routes, before, after, **zones)
        assert ("industry distance", "role distance") == route_order(routes, before, after)

    def test_a_value_measured_anew_takes_the_place_of_the_old(self):
        """What is missing may be counted otherwise: the value given counts, in the weight that the part has."""
        routes = [self._route("industry distance", 0.3), self._route("skill gap", 0.4)]
        half = {"skill gap": 0.5}
        order = route_order(
            routes, Assumptions(), Assumptions(), values=lambda step: half if step.parts[0].name in half else {}
        )

        assert ("skill gap", "industry distance") == order

    def test_a_stop_may_become_rare(self):
        """A part that was not there before is added with the weight that it has under the other assumptions."""
        routes = [self._route("industry distance", 0.3), self._route("role distance", 0.4)]
        rare = {"industry distance": {"rare position": 1.0}}
        order = route_order(
            routes, Assumptions(), Assumptions(), values=lambda step: rare.get(step.parts[0].name, {"rare position": 0.0})
        )

        assert ("role distance", "industry distance") == order

    @pytest.mark.parametrize(("name", "pair"), [("before", (1, Assumptions())), ("after", (Assumptions(), 1))])
    def test_assumptions_must_be_assumptions(self, name, pair):
        """Both sets must be assumptions; the one that is not is named."""
        with pytest.raises(InvalidValueError, match=f"^{name}: 'int'"):
            route_order((), *pair)


class TestWhatSectorsCannotTell:
    """Where figures by sector say nothing of the present role in another industry."""

    NEWS = Industry(code="516", title="Broadcasting")
    TECH = Industry(code="5132", title="Software and IT", naics_codes=("5132", "5415"))

    def _way(self, role, here, there, exists):
        origin, target = Position(role=role, industry=here), Position(role=ENGINEER, industry=there)

        def measure(start, end, employer, same_employer):
            return measure_difficulty(
                classify(start, end), role_distance=Distance(value=0.6), industry_distance=Distance(value=0.2)
            )

        routes = plan_routes(Person(position=origin), classify(origin, target), measure=measure, exists=exists)
        return _titled(routes, "Industry first, then role")

    @pytest.mark.parametrize(
        ("there", "elsewhere", "is_told"),
        [
            (Industry(code="5132", title="Software Publishers"), True, False),  # one sector: the journalists are the papers'
            (TECH, False, False),  # only the shared sector has them
            (TECH, True, True),  # the other sector has them, too
        ],
    )
    def test_a_shared_sector_tells_nothing_of_the_present_role(self, there, elsewhere, is_told):
        """In a sector that both industries share, the figures may count the present industry: caution, and a dearer step."""
        exists = lambda position: elsewhere if position.industry.naics_codes == ("5415",) else True  # noqa: E731
        way = self._way(NURSE, self.NEWS, there, exists)

        assert is_told == ("do not tell" not in way.reason)
        assert is_told == (way.steps[0].parts[-1].name != "position not known")

    @pytest.mark.parametrize(
        ("code", "found", "name"),
        [
            ("49-1011.00", True, "position not known"),
            ("53-3032.00", False, "rare position"),
            ("11-1021.00", True, "industry distance"),
        ],
    )
    def test_a_craft_belongs_to_its_trade(self, code, found, name):
        """Mechanics counted in another sector are mechanics of that trade: nobody is told that lorries are mended there."""
        role = Role(code=code, title="Somebody")
        exists = lambda position: found if position.role == role else True  # noqa: E731

        assert name == self._way(role, HOSPITAL, SOFTWARE, exists).steps[0].parts[-1].name

    @pytest.mark.parametrize(
        ("here", "asked"),
        [
            (NEWS, Position(role=ENGINEER, industry=TECH)),  # another role
            (NEWS, Position(role=NURSE)),  # no industry to be counted in
            (NEWS, Position(role=NURSE, industry=NEWS)),  # where one is
            (None, Position(role=NURSE, industry=NEWS)),  # no industry that could be counted instead
        ],
    )
    @pytest.mark.parametrize("found", [True, False, None])
    def test_of_all_else_the_figures_tell_what_they_tell(self, here, asked, found):
        """Doubt is cast only on the present role in another industry than the present one."""
        switch = classify(Position(role=NURSE, industry=here), Position(role=ENGINEER, industry=self.TECH))

        assert found is told_apart(switch, lambda position: found)(asked)

    def test_what_is_not_known_costs_as_assumed(self):
        """The mark has the weight of its assumption, counts fully and says that it is a judgement."""
        part = self._way(NURSE, self.NEWS, Industry(code="5132", title="Software"), lambda position: True).steps[0].parts[-1]

        assert (1.0, Assumptions().unknown_position, EvidenceKind.ASSUMPTION) == (part.value, part.weight, part.evidence.kind)

    @pytest.mark.parametrize(("is_ai", "is_stone"), [(True, False), (False, True)])
    def test_no_craft_on_the_way_to_ai(self, is_ai, is_stone):
        """A craft is no stepping stone to a job in AI; to another job it may be."""
        target = attrs.evolve(ENGINEER, is_ai=is_ai)
        craft = _profile(Role(code="51-9199.00", title="Production Workers"))

        assert is_stone == bool(choose_stones(_profile(NURSE), _profile(target), [(craft, 0.3, 0.3)], leap=0.8))


class TestInsideInstitutions:
    """Which jobs are looked for inside the employer that one is with."""

    SCHOOL = Industry(code="6111", title="Schools")
    FORCES = Industry(code="928110", title="National Security")
    OFFICER = Role(code="a:officer", title="Officer", is_life_role=True, has_employer=True, onet_codes=("55-1019.00",))

    def _planned(self, role, industry, target, *, there=None, **changes):
        origin = Position(role=role, industry=industry)

        def measure(start, end, employer, same_employer):
            return measure_difficulty(
                classify(start, end),
                role_distance=Distance(value=0.6),
                industry_distance=Distance(value=0.2),
                same_employer=same_employer,
            )

        switch = classify(origin, Position(role=target, industry=there or industry))
        return plan_routes(Person(position=origin), switch, measure=measure, exists=lambda position: True, **changes)

    @pytest.mark.parametrize(
        ("industry", "target", "is_common", "is_inside"),
        [
            (SCHOOL, ENGINEER, False, False),
            (SCHOOL, ENGINEER, None, False),
            (SCHOOL, ENGINEER, True, True),
            (SCHOOL, ANALYST, False, True),  # an occupation that is counted there
            (SOFTWARE, ENGINEER, False, True),
        ],
    )
    def test_a_school_has_a_new_kind_of_job_only_where_it_is_common(self, industry, target, is_common, is_inside):
        """Inside schools, hospitals and the state a catalogue role is offered only where it has its share of the sector."""
        routes = self._planned(NURSE, industry, target, is_common=lambda position: is_common)

        assert is_inside == ("Inside the present employer" in _titles(routes))
        assert is_inside == any(step.same_employer for route in routes for step in route.steps)

    @pytest.mark.parametrize("ends", [(OFFICER, ANALYST), (NURSE, OFFICER), (NURSE, ANALYST)])
    def test_nobody_applies_within_the_service(self, ends):
        """Nobody applies for another post inside, whatever the work is called outside, nor becomes an officer by that."""
        routes = self._planned(ends[0], self.FORCES, ends[1])

        assert not any(step.same_employer for route in routes for step in route.steps)

    def test_a_new_kind_of_job_where_one_serves_is_not_known(self):
        """The figures of public administration do not put a machine learning engineer into the forces."""
        first = _titled(self._planned(self.OFFICER, self.FORCES, ENGINEER, there=SOFTWARE), "Role first, then industry")

        assert "do not tell whether there are jobs as Machine Learning Engineer in National Security" in first.reason
        assert "position not known" == first.steps[0].parts[-1].name

    @pytest.mark.parametrize(
        ("role", "industry", "who"),
        [(NURSE, HOSPITAL, "your employer"), (NURSE, FORCES, "any employer there"), (OFFICER, FORCES, "any employer there")],
    )
    def test_the_doubt_names_who_may_have_the_job(self, role, industry, who):
        """The question whether there is such a job is put to one's own employer only where one may change inside."""
        routes = self._planned(role, industry, ANALYST, there=SOFTWARE)

        assert f"Whether {who} has such a job at all" in _titled(routes, "Role first, then industry").reason

    def test_no_search_is_promised_only_where_the_job_is_certain(self):
        """A step that says "if it has such a job" does not say that no search is needed."""
        (step,) = _titled(self._planned(NURSE, SOFTWARE, ENGINEER), "Inside the present employer").steps

        assert "if it has such a job: your work is known there (counsel)" in step.reason
        assert "no search" not in step.reason


class TestDemands:
    """What a step says of schooling and preparation."""

    @pytest.mark.parametrize(
        ("names", "said"),
        [
            ((), ""),
            (("education",), " more schooling than you would bring."),
            (("job zone",), " more preparation than you would bring."),
            (("job zone", "education"), " more schooling and preparation than you would bring."),
            (("licence",), ""),
        ],
    )
    def test_a_step_that_asks_for_more_says_so(self, names, said):
        """What is counted against a step as schooling or preparation is said in its reason."""

        def measure(origin, target, employer, same_employer):
            return measure_difficulty(
                classify(origin, target),
                role_distance=Distance(value=0.5),
                industry_distance=Distance(value=0.0),
                barriers=[Barrier(name=name, value=0.2, evidence=GROUND) for name in names],
            )

        reason = _titled(_routes(ROLE, measure=measure), "Direct leap").steps[0].reason

        assert reason.endswith(said)
        assert bool(said) == ("you would bring" in reason)


class TestDescent:
    """On the way down no detour helps."""

    @pytest.mark.parametrize(
        ("zone", "school", "is_down"),
        [(3, 5, True), (3.1, 5, False), (3, 5.1, False), (2, 2, True), (None, 5, False), (3, None, False), (5, 8, False)],
    )
    def test_clearly_less_is_a_zone_and_a_level(self, zone, school, is_down):
        """A target a job zone and a level of schooling below needs no stone; a figure that is missing says nothing."""
        ends = (_profile(NURSE, job_zone=4, education=6), _profile(ENGINEER, job_zone=zone, education=school))
        stones = choose_stones(*ends, [(_profile(ANALYST, education=6), 0.3, 0.3)], leap=0.8)

        assert is_down == is_descent(*ends)
        assert not (is_down and stones)
        assert not is_descent(*ends, assumptions=Assumptions(stone_descent=4.0))

    @pytest.mark.parametrize("is_down", [True, False])
    def test_the_leap_says_so(self, is_down):
        """The leap tells why no other role was tried."""
        reason = _titled(_routes(ROLE, asks_for_less=is_down), "Direct leap").reason

        assert is_down == ("asks for less preparation than you have" in reason)
