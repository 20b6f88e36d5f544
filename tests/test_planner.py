"""The planner: from words to positions, from a person to a plan, and the questions around it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from aijobkit import (
    AmbiguousIndustryError,
    Assumptions,
    Axis,
    EmployerKind,
    EvidenceKind,
    InvalidValueError,
    Person,
    Position,
    SwitchKind,
    SwitchPlan,
    Taxonomy,
    UnknownRoleError,
    compare,
    explain,
    feeders,
    make_plan,
    to_json,
    what_if,
)
from aijobkit.difficulty import hardness_by_outline, recompute
from aijobkit.planner import assess, equip_taxonomy, resolve_move
from aijobkit.planner.measuring import Ruler
from aijobkit.planner.turning import ranks_of
from aijobkit.plugins import make_plugin_manager
from aijobkit.roles import RoleDefinition
from aijobkit.routes import route_total
from aijobkit.routes.occurrence import told_apart
from aijobkit.routes.steps import StepMaker
from aijobkit.routes.stones import FEW_POSTS
from zoo import install, use

NURSE, DEVELOPER, SCIENTIST = "29-1141.00", "15-1252.00", "15-2051.00"


@pytest.fixture(scope="module")
def nurse(taxonomy: Taxonomy) -> Person:
    """Return a nurse in a hospital who knows some SQL."""
    return Person(position=Position(role=taxonomy.role(NURSE), industry=taxonomy.industry("622")), skills=("SQL",))


@pytest.fixture(scope="module")
def target(taxonomy: Taxonomy) -> Position:
    """Return data science at a software publisher."""
    return Position(role=taxonomy.role(SCIENTIST), industry=taxonomy.industry("5132"))


@pytest.fixture(scope="module")
def plan(nurse: Person, target: Position) -> SwitchPlan:
    """Return the nurse's plan."""
    return make_plan(nurse, target)


class TestResolveMove:
    """Words become positions, or are refused."""

    def test_target_keeps_the_industry_and_says_so(self, taxonomy: Taxonomy) -> None:
        """Without a target industry the origin's is kept, and a note says so."""
        move = resolve_move(taxonomy, from_role=NURSE, from_industry="622", to_role=SCIENTIST)

        assert move.origin.industry == move.target.industry
        assert any("keeps yours" in note for note in move.notes)

    def test_ambiguity_that_does_not_matter_is_answered(self, taxonomy: Taxonomy) -> None:
        """From a hospital to "fintech" is another industry whatever is meant, so it is answered, with a note."""
        move = resolve_move(taxonomy, from_role=NURSE, from_industry="hospital", to_role=NURSE, to_industry="fintech")

        assert SwitchKind.INDUSTRY is assess(Person(position=move.origin), move.target, taxonomy=taxonomy)[0].kind
        assert any("several things" in note for note in move.notes)

    def test_a_clear_reading_of_an_industry_is_told(self, taxonomy: Taxonomy) -> None:
        """Industries are listed as they were read, like roles, unless they were said by code or in their very words."""
        words = {"from_role": NURSE, "to_role": SCIENTIST}
        told = resolve_move(taxonomy, from_industry="Hospitals", to_industry="ice cream", **words)
        plain = resolve_move(taxonomy, from_industry="622", to_industry="hospitals", **words)

        assert ("“ice cream” was read as Ice Cream and Frozen Dessert Manufacturing: everyday name.",) == told.notes
        assert () == plain.notes

    def test_a_present_industry_that_was_not_said_is_not_known(self, taxonomy: Taxonomy) -> None:
        """Of a nurse the present industry is not known; only for a student and the like there is none to leave."""
        nurse, student = (
            resolve_move(taxonomy, from_role=role, to_role=SCIENTIST, to_industry="5132") for role in (NURSE, "student")
        )
        reasons = [assess(Person(position=move.origin), move.target, taxonomy=taxonomy)[0].reason for move in (nurse, student)]

        assert "Which industry is left is not known" in reasons[0]
        assert "There is no industry to leave" in reasons[1]
        assert any("You did not say which industry" in note for note in nurse.notes)
        assert not any("You did not say which industry" in note for note in student.notes)

    def test_ambiguity_that_matters_is_refused(self, taxonomy: Taxonomy) -> None:
        """From software to "fintech" may or may not be another industry, so it is refused with candidates."""
        with pytest.raises(AmbiguousIndustryError) as caught:
            resolve_move(taxonomy, from_role=DEVELOPER, from_industry="software", to_role=DEVELOPER, to_industry="fintech")

        assert caught.value.candidates

    def test_the_same_words_on_both_sides_mean_the_same(self, taxonomy: Taxonomy) -> None:
        """From "fintech" to "fintech" the industry stays, whatever it is."""
        move = resolve_move(taxonomy, from_role=DEVELOPER, from_industry="fintech", to_role=SCIENTIST, to_industry="fintech")

        assert move.origin.industry == move.target.industry

    @pytest.mark.parametrize(("asked", "kind"), [(None, EmployerKind.STARTUP), (EmployerKind.LARGE, EmployerKind.LARGE)])
    def test_a_startup_is_a_kind_of_employer(self, taxonomy: Taxonomy, asked: EmployerKind | None, kind: EmployerKind) -> None:
        """An industry knows no startup, so the words are taken as the wish for one, with a note, unless another is asked."""
        words = {"from_industry": "AI start-up", "to_industry": "health startup"}
        move = resolve_move(taxonomy, from_role=DEVELOPER, to_role=SCIENTIST, employer=asked, **words)

        assert (EmployerKind.STARTUP, kind) == (move.origin.employer.kind, move.target.employer.kind)
        assert (asked is None) == any("“health startup”, so a startup is taken" in note for note in move.notes)
        accelerator = resolve_move(taxonomy, from_role=DEVELOPER, to_role=SCIENTIST, to_industry="startup accelerator")
        assert accelerator.target.employer is None

    @pytest.mark.parametrize(("role", "is_told"), [("logistics officer", True), ("army logistics officer", False)])
    def test_a_civilian_in_the_armed_forces_is_told_apart(self, taxonomy: Taxonomy, role: str, is_told: bool) -> None:
        """Whoever serves is told that the work was read as that of a civilian, and what to write in its place."""
        move = resolve_move(taxonomy, from_role=role, from_industry="army", to_role=SCIENTIST, to_industry="software")

        assert is_told == any("work of a civilian there" in note for note in move.notes)

    def test_unknown_role_is_refused(self, taxonomy: Taxonomy) -> None:
        """Nonsense is not turned into a job."""
        with pytest.raises(UnknownRoleError):
            resolve_move(taxonomy, from_role="qwx zzyq", to_role=SCIENTIST)

    def test_student_entering_software_is_a_role_switch(self, taxonomy: Taxonomy) -> None:
        """A student has no industry to leave, so entering software is a role switch."""
        move = resolve_move(taxonomy, from_role="computer science student", to_role="software engineer", to_industry="software")
        switch, _ = assess(Person(position=move.origin), move.target, taxonomy=taxonomy)

        assert (SwitchKind.ROLE, Axis.ENTERED) == (switch.kind, switch.industry_axis)

    def test_field_of_study_makes_a_student_measurable(self, taxonomy: Taxonomy) -> None:
        """A student of computer science is nearer to software than a student of music, and the assumption is said."""
        wanted = {"to_role": "software developer", "to_industry": "software"}
        moves = [resolve_move(taxonomy, from_role=f"{field} student", **wanted) for field in ("computer science", "music")]
        values = [assess(Person(position=move.origin), move.target, taxonomy=taxonomy)[1].value for move in moves]

        assert values[0] < values[1]
        assert all("which is an assumption" in " ".join(move.notes) for move in moves)
        assert () == taxonomy.profile(moves[0].origin.role).skills


class TestPlan:
    """The main job."""

    def test_plan_is_whole(self, plan: SwitchPlan) -> None:
        """A plan for a change of both axes has everything: gaps, strengths, routes, advice, and no failures."""
        assert SwitchKind.BOTH is plan.switch.kind
        assert plan.gaps.gaps
        assert plan.strengths.strengths
        assert plan.advice
        assert () == plan.failures

    def test_routes_hold_their_promises(self, plan: SwitchPlan) -> None:
        """Both orders and one direct leap; one axis per step; sorted."""
        proper = [route for route in plan.routes if not route.is_direct]

        assert len(plan.routes) - 1 == len(proper)
        assert all(step.kind in (SwitchKind.ROLE, SwitchKind.INDUSTRY) for route in proper for step in route.steps)
        assert all(plan.target.role == route.steps[-1].target.role for route in plan.routes)
        assert {SwitchKind.ROLE, SwitchKind.INDUSTRY} == {route.steps[0].kind for route in proper if len(route.steps) == 2}
        assert [route.total for route in plan.routes] == sorted(route.total for route in plan.routes)

    def test_stones_are_passed_where_there_are_some(self, taxonomy: Taxonomy) -> None:
        """Where roles lie between and occur there, at least two ways lead over them."""
        reporter = Position(role=taxonomy.role("journalist"), industry=taxonomy.industry("newspaper"))
        target = Position(role=taxonomy.role("prompt engineer"), industry=taxonomy.industry("software"))
        routes = make_plan(Person(position=reporter), target, taxonomy=taxonomy).routes

        assert 2 <= sum(len(route.steps) > 2 for route in routes)

    def test_every_step_says_cost_and_reason(self, plan: SwitchPlan) -> None:
        """Each step carries a cost, parts with evidence and a reason."""
        steps = [step for route in plan.routes for step in route.steps]

        assert all(step.reason and step.parts and 0 < step.cost < 1 for step in steps)

    def test_difficulty_can_be_computed_again(self, plan: SwitchPlan) -> None:
        """The value follows from the parts that are shown."""
        assert plan.difficulty.value == pytest.approx(recompute(plan.difficulty))

    def test_stability_and_percentile_are_there(self, plan: SwitchPlan) -> None:
        """The plan says whether its band hangs on an assumption and how the target compares."""
        assert plan.difficulty.stability is not None
        assert 0 < plan.difficulty.percentile < 1

    @pytest.mark.parametrize(
        ("here", "there", "skills", "past"),
        [
            (("nurse", "hospital"), ("data scientist", "software"), ["SQL"], []),
            (("student", None), ("machine learning engineer", "software"), [], []),
            (("call center agent", "telecommunications"), ("data annotator", "software"), [], []),
            (("accountant", "bank"), ("data analyst", "insurance"), ["Excel", "SQL"], []),
            (("nurse", "hospital"), ("nurse practitioner", "outpatient clinic"), [], []),
            (("waiter", "restaurant"), ("nurse practitioner", "hospital"), [], [NURSE]),
        ],
        ids=lambda value: value[0] if isinstance(value, tuple) else None,
    )
    def test_ways_cost_under_other_assumptions_what_measuring_anew_says(
        self, taxonomy: Taxonomy, here: tuple[str, str], there: tuple[str, str], skills: list[str], past: list[str]
    ) -> None:
        """No assumption is forgotten: with each changed, ways cost what measuring every step again gives."""
        origin, target = (
            Position(role=taxonomy.role(role), industry=None if industry is None else taxonomy.industry(industry))
            for role, industry in (here, there)
        )
        person = Person(position=origin, skills=skills, past=[Position(role=taxonomy.role(code)) for code in past])
        plan = make_plan(person, target, taxonomy=taxonomy)
        ruler = Ruler(taxonomy, person, Assumptions())
        ranks = ranks_of(plan.routes, ruler, plan.switch)
        turned = set()
        for row in Assumptions().table():
            for change in (-0.2, 0.2):
                chosen = Assumptions().varied(row.name, change)
                other = ruler.under(chosen)
                exists = told_apart(plan.switch, other.exists)
                maker = StepMaker(measure=other.difficulty, goal=plan.switch.target, exists=exists, assumptions=chosen)
                totals = {
                    route.title: route_total(
                        [
                            maker.step(step.origin, step.target, step.employer, same_employer=step.same_employer)
                            for step in route.steps
                        ],
                        assumptions=chosen,
                    )
                    for route in plan.routes
                }
                found = {title: total for total, _, title in ranks(chosen)}

                assert totals == pytest.approx(found, abs=1e-9), row.name
                if list(found) != [route.title for route in plan.routes]:
                    turned.add(row.name)
        stability = plan.difficulty.stability

        assert {*stability.hangs_on} == turned | {*stability.band_hangs_on}
        assert stability.order_holds == (not turned)

    def test_no_switch_is_zero(self, nurse: Person) -> None:
        """Staying where one is has difficulty 0 and no routes."""
        plan = make_plan(nurse, nurse.position)

        assert (0.0, ()) == (plan.difficulty.value, plan.routes)

    def test_startup_never_makes_it_harder(self, nurse: Person, target: Position) -> None:
        """The same switch at a startup is never harder than at a large employer."""
        values = [
            make_plan(nurse, target, employer=kind).difficulty.value for kind in (EmployerKind.STARTUP, EmployerKind.LARGE)
        ]

        assert values[0] <= values[1]

    def test_licensed_professions_are_no_stepping_stones(self, taxonomy: Taxonomy, plan: SwitchPlan) -> None:
        """Nobody is sent through a profession that needs a licence."""
        through = [step.target.role for route in plan.routes for step in route.steps[:-1]]

        assert [] == [role.title for role in through if role.code != NURSE and taxonomy.profile(role).licensed]

    def test_plugin_order_changes_no_byte(self, nurse: Person, target: Position, taxonomy: Taxonomy) -> None:
        """Two plugins registered in either order give the same document."""
        from aijobkit import hookimpl
        from aijobkit.plans import StepWeight

        class Weigher:
            @hookimpl
            def aijobkit_weigh_step(self, step):
                return StepWeight(factor=1.1, reason="a longer way to work", evidence=step.parts[0].evidence)

        class Other:
            @hookimpl
            def aijobkit_advise(self):
                return None

        plans = []
        for order in (("a", "b"), ("b", "a")):
            manager = make_plugin_manager(discover=False)
            for name in order:
                manager.register(Weigher() if name == "a" else Other(), name=name)
            plans.append(make_plan(nurse, target, taxonomy=taxonomy, manager=manager))

        assert to_json(plans[0]) == to_json(plans[1])
        assert any("longer way" in part.name for part in plans[0].routes[0].steps[0].parts)

    def test_wrong_arguments_are_refused(self, nurse: Person, target: Position) -> None:
        """A position in place of a person is refused in our own words."""
        with pytest.raises(InvalidValueError, match="give a Person"):
            make_plan(target, target)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("ask", "name"),
        [
            (lambda who, there: make_plan(who, there, assumptions="x"), "assumptions"),
            (lambda who, there: make_plan(who, there, taxonomy="x"), "taxonomy"),
            (lambda who, there: make_plan(who, there, manager="x"), "manager"),
            (lambda who, there: make_plan(who, there, employer="startup"), "employer"),
            (lambda who, there: what_if("x", there, skills=["SQL"]), "person"),
            (lambda who, there: what_if(who, there, skills=["SQL"], assumptions="x"), "assumptions"),
            (lambda who, there: compare("x", []), "person"),
            (lambda who, there: compare(who, [there, "x"]), "target"),
            (lambda who, there: compare(who, [], taxonomy="x"), "taxonomy"),
            (lambda who, there: feeders(there.role, assumptions="x"), "assumptions"),
            (lambda who, there: assess(who, there, taxonomy="x"), "taxonomy"),
        ],
    )
    def test_every_argument_is_refused_by_name(self, ask, name: str, nurse: Person, target: Position) -> None:
        """Only errors of ours leave the library, and each names the argument."""
        with pytest.raises(InvalidValueError) as caught:
            ask(nurse, target)

        assert name == caught.value.field


def test_present_pay_and_its_cuts(plan: SwitchPlan, taxonomy: Taxonomy) -> None:
    """The plan knows what the present role is paid, and which step is paid clearly less."""
    cut = make_plan(plan.person, attrs.evolve(plan.target, role=taxonomy.role("aijobkit:data-annotator")))

    assert plan.present_pay == taxonomy.pay(plan.person.position.role, plan.person.position.industry)[0]
    assert plan.present_pay_evidence is not None
    assert cut.is_pay_cut(cut.routes[0].steps[-1])
    assert not plan.is_pay_cut(plan.routes[0].steps[-1])


def test_a_known_field_ranks_targets_and_none_does_not(taxonomy: Taxonomy) -> None:
    """Of a student without a field nothing is known that would tell one target from another."""
    target = Position(role=taxonomy.role(SCIENTIST))
    nothing, physics = (
        assess(Person(position=Position(role=taxonomy.role(words))), target)[1] for words in ("student", "physics student")
    )

    assert not nothing.ranks_targets
    assert physics.ranks_targets


def test_finders_leave_the_measures_alone(taxonomy: Taxonomy) -> None:
    """A taxonomy with more finders keeps the measures that were made; one with more roles makes its own."""
    assert taxonomy.with_finders(roles=[lambda text: ()]).measures is taxonomy.measures
    assert taxonomy.with_roles([definition("bank:scorer", SCIENTIST)]).measures is not taxonomy.measures


@pytest.mark.parametrize("seed", ["1", "2"])
def test_same_bytes_under_any_hash_seed(seed: str, plan: SwitchPlan, tmp_path: Path) -> None:
    """Another process with another hash seed writes the same plan, byte for byte."""
    code = (
        "from aijobkit import Person, Position, load_taxonomy, make_plan, to_json\n"
        "t = load_taxonomy()\n"
        f"p = Person(position=Position(role=t.role('{NURSE}'), industry=t.industry('622')), skills=('SQL',))\n"
        f"print(to_json(make_plan(p, Position(role=t.role('{SCIENTIST}'), industry=t.industry('5132')))))\n"
    )
    environment = {"PYTHONHASHSEED": seed, "AIJOBKIT_PLUGINS": "", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, env=environment)

    assert json.loads(to_json(plan)) == json.loads(done.stdout)
    assert to_json(plan).strip() == done.stdout.strip()


def test_what_is_counted_of_civilians_is_not_told_of_the_forces(taxonomy: Taxonomy) -> None:
    """A logistician in the army has no pay here, since OEWS counts the civilians of the state; one in a state office has."""
    role, there = taxonomy.role("13-1081.00"), Position(role=taxonomy.role(SCIENTIST), industry=taxonomy.industry("5132"))
    for industry, is_paid in (("928110", False), ("92", True)):
        person = Person(position=Position(role=role, industry=taxonomy.industry(industry)))
        assert is_paid == (make_plan(person, there, taxonomy=taxonomy).present_pay is not None)


def test_nobody_sells_for_a_bank_what_the_title_leaves_out(taxonomy: Taxonomy) -> None:
    """Sales representatives "except financial services" are no stop within a bank."""
    teller = Person(position=Position(role=taxonomy.role("bank teller"), industry=taxonomy.industry("bank")))
    target = Position(role=taxonomy.role("aijobkit:ai-product-manager"), industry=taxonomy.industry("5132"))
    stops = [step.target for route in make_plan(teller, target, taxonomy=taxonomy).routes for step in route.steps[:-1]]

    assert not any(stop.role.code == "41-3091.00" and stop.industry == teller.position.industry for stop in stops)


def test_roles_with_few_posts_are_in_the_catalogue(taxonomy: Taxonomy) -> None:
    """Each code that is left out as a stone is that of a role in AI."""
    assert all(taxonomy.role(code).is_ai for code in FEW_POSTS)


def test_no_startup_is_wanted_where_nobody_founds_one(taxonomy: Taxonomy) -> None:
    """The wish for a startup in a hospital is taken back, changes no figure and is told; in software it stands."""
    nurse = Person(position=Position(role=taxonomy.role(NURSE), industry=taxonomy.industry("622")))
    for industry, is_kept in (("622", False), ("5132", True)):
        target = Position(role=taxonomy.role(SCIENTIST), industry=taxonomy.industry(industry))
        plain, wanted = (make_plan(nurse, target, taxonomy=taxonomy, employer=kind) for kind in (None, EmployerKind.STARTUP))

        assert is_kept == (wanted.difficulty.value < plain.difficulty.value)
        assert is_kept == (wanted.target.employer is not None and wanted.target.employer.kind is EmployerKind.STARTUP)
        assert is_kept != any("nobody founds startups in Hospitals" in note for note in wanted.notes)
        assert is_kept or (plain.difficulty.value == assess(nurse, wanted.target, taxonomy=taxonomy)[1].value)


def test_no_single_small_trade_lies_between_two_industries(taxonomy: Taxonomy) -> None:
    """
    Nobody is sent through veterinary services: figures of sectors say too little of one trade.

    Nor through any trade where going there at once costs less: from a bank to a hospital by way of medicines.
    """
    for words, ends, is_eased in ((SCIENTIST, ("bank", "hospital"), False), ("accountant", ("hospital", "software"), True)):
        start, end = (Position(role=taxonomy.role(words), industry=taxonomy.industry(place)) for place in ends)
        titles = [route.title for route in make_plan(Person(position=start), end, taxonomy=taxonomy).routes]

        assert not any("Veterinary" in title for title in titles)
        assert is_eased == any(title.startswith("By way of ") for title in titles)


def test_a_professor_brings_what_professors_do(taxonomy: Taxonomy) -> None:
    """Professors are a rest that O*NET does not rate: other teachers stand in, and writing papers is their daily work."""
    university = taxonomy.industry("university")
    professor = Person(position=Position(role=taxonomy.role("professor"), industry=university))
    plan = make_plan(professor, Position(role=taxonomy.role("AI research scientist")), taxonomy=taxonomy)

    assert {"scientific writing", "literature review", "peer review", "Critical Thinking"} <= set(plan.gaps.met_names)
    assert not any("All Other" in step.target.role.title for route in plan.routes for step in route.steps)


def test_a_doctoral_student_stays_where_they_study(taxonomy: Taxonomy) -> None:
    """No step takes a student of physics, nor a postdoctoral researcher, to another industry as what they are now."""
    for words in ("PhD student in physics", "postdoc"):
        move = resolve_move(
            taxonomy, from_role=words, from_industry="university", to_role="machine learning engineer", to_industry="software"
        )
        plan = make_plan(Person(position=move.origin), move.target, taxonomy=taxonomy)

        assert plan.routes
        assert not any(step.target.role == move.origin.role for route in plan.routes for step in route.steps)


def test_a_handful_of_jobs_is_no_place_to_look(taxonomy: Taxonomy) -> None:
    """There are some nurses with publishers, but too few to count as a place for nurses to work."""
    nurse, software = taxonomy.role(NURSE), taxonomy.industry("5132")

    assert taxonomy.measures.exists_in(nurse, software)
    assert not taxonomy.measures.exists_in(nurse, software, least_share=Assumptions().rare_share)


def test_an_occupation_asks_for_what_its_catalogue_twin_asks_for(taxonomy: Taxonomy) -> None:
    """Data science by its O*NET code lists the same tools and topics as data science by name."""
    by_code, by_name = (taxonomy.profile(taxonomy.role(text)) for text in (SCIENTIST, "data scientist"))

    assert by_name.topics == by_code.topics != ()
    assert by_name.technologies == by_code.technologies


class TestQuestions:
    """The questions people ask around the plan."""

    def test_compare_sorts_by_difficulty(self, taxonomy: Taxonomy, nurse: Person) -> None:
        """Targets come back the easiest first."""
        targets = [Position(role=taxonomy.role(code)) for code in (SCIENTIST, DEVELOPER, "29-1141.01")]
        found = compare(nurse, targets)

        assert [one.difficulty.value for one in found] == sorted(one.difficulty.value for one in found)
        assert "29-1141.01" == found[0].target.role.code

    def test_feeders_are_near_and_never_the_target(self, taxonomy: Taxonomy) -> None:
        """Who gets to data science easily: neighbours, the target itself left out, sorted."""
        target = taxonomy.role(SCIENTIST)
        found = feeders(target, limit=5)

        assert 5 == len(found)
        assert target.key() not in {feeder.role.key() for feeder in found}
        assert [one.difficulty.value for one in found] == sorted(one.difficulty.value for one in found)

    def test_feeders_come_from_below_or_beside(self, taxonomy: Taxonomy) -> None:
        """Nobody moves from statistics down to annotating data; data entry keyers do, and are named."""
        target = taxonomy.role("aijobkit:data-annotator")
        found = [feeder.role for feeder in feeders(target, limit=10)]
        zones = [taxonomy.profile(role).job_zone or 0.0 for role in found]

        assert "43-9021.00" == found[0].code
        assert max(zones) <= 3.0
        assert all(taxonomy.profile(role).skills for role in found)

    def test_feeders_leave_out_who_leads_or_has_no_ratings(self, taxonomy: Taxonomy) -> None:
        """Chief executives are not sent into product management, nor social scientists without ratings into ethics."""
        titles = [
            feeder.role.title
            for target in ("aijobkit:ai-product-manager", "aijobkit:ai-ethicist")
            for feeder in feeders(taxonomy.role(target), limit=10)
        ]

        assert "Chief Executives" not in titles
        assert not any("All Other" in title for title in titles)

    def test_a_technology_of_any_role_is_recognised(self, taxonomy: Taxonomy, nurse: Person, target: Position) -> None:
        """What the data list for other roles is not called unknown; what nobody lists is."""
        person = nurse.with_skills("AutoHotkey", "PowerShell", "Midjourney", "Zyxwvut")
        gaps = compare(person, (target,), taxonomy=taxonomy)[0].gaps

        assert ("AutoHotkey", "Zyxwvut") == gaps.unrecognised
        assert {"PowerShell", "Midjourney"} <= {*gaps.unasked, *gaps.related}

    def test_what_if_never_hurts(self, nurse: Person, target: Position) -> None:
        """Learning Python closes a gap and never makes the move harder."""
        answer = what_if(nurse, target, skills=["Python"])

        assert answer.after.value <= answer.before.value
        assert "Python" in answer.closed

    def test_explain_says_what_the_page_says(self, taxonomy: Taxonomy) -> None:
        """The present pay, the level that is there, what would do as well and a tiny share are explained as they are shown."""
        developer = Person(position=Position(role=taxonomy.role("15-1252.00"), industry=taxonomy.industry("5132")))
        target = Position(role=taxonomy.role("aijobkit:mlops-engineer"), industry=taxonomy.industry("5132"))
        plan = make_plan(developer, target, taxonomy=taxonomy)
        rows = {row.what: row.value for row in explain(plan)}

        assert f"${plan.present_pay:,.0f} a year" == rows["pay in the present role"]
        assert "less than 1% of all other roles" in rows["difficulty: compared with other targets"]
        assert "gap: Kubeflow or Amazon SageMaker (technology)" in rows

        writer = attrs.evolve(developer, position=Position(role=taxonomy.role("27-3023.00")))
        levels = [row.value for row in explain(make_plan(writer, target, taxonomy=taxonomy)) if "level" in row.value]
        assert levels
        assert all(value.endswith(" now") for value in levels)

    def test_explain_leaves_no_number_without_a_source(self, plan: SwitchPlan) -> None:
        """Every row names its kind and source, and every assumption is there."""
        rows = explain(plan)

        assert all(row.evidence.source for row in rows)
        assert {f"assumption: {field.name}" for field in attrs.fields(Assumptions)} <= {row.what for row in rows}
        assert set(EvidenceKind) == {row.evidence.kind for row in rows}


class TestEquip:
    """What plugins bring to the taxonomy."""

    def test_roles_of_a_plugin_are_found(self, taxonomy: Taxonomy) -> None:
        """A role that a plugin defines can be found by its title and measured."""
        from aijobkit import hookimpl

        class Catalogue:
            @hookimpl
            def aijobkit_roles(self):
                return [definition("bank:credit-scorer", SCIENTIST), definition("bank:unknown", "99-9999.00")]

        manager = make_plugin_manager(discover=False)
        manager.register(Catalogue(), name="bank")
        equipped = equip_taxonomy(taxonomy, manager=manager)
        found = equipped.taxonomy.role("zorbling scorer")

        assert "bank:credit-scorer" == found.code
        assert equipped.taxonomy.role_distance(found, taxonomy.role(SCIENTIST)).value < 0.5
        assert ["bank"] == [failure.provider for failure in equipped.failures]

    def test_what_fails_while_finding_is_told(self, taxonomy: Taxonomy) -> None:
        """A finder that breaks costs nobody an answer, and is named once it has been asked."""
        from aijobkit import hookimpl

        class Broken:
            @hookimpl
            def aijobkit_find_roles(self, text):
                raise RuntimeError("no model")

        manager = make_plugin_manager(discover=False, plugins={"broken": Broken()})
        equipped = equip_taxonomy(taxonomy, manager=manager)

        assert () == equipped.failures
        assert taxonomy.role("welder") == equipped.taxonomy.role("welder") == equipped.taxonomy.role("welder")
        assert [("broken", "aijobkit_find_roles")] == [(one.provider, one.hook) for one in equipped.failures]

    def test_a_bad_role_costs_no_plan(self, taxonomy: Taxonomy, nurse: Person, target: Position) -> None:
        """A plugin's role that nobody could read is left out and told, and plans are made as without it."""
        from aijobkit import hookimpl

        class Bad:
            @hookimpl
            def aijobkit_roles(self):
                forced = definition("bank:odd", SCIENTIST)
                object.__setattr__(forced, "technologies", ("Python", ""))
                return [forced]

        plan = make_plan(nurse, target, manager=make_plugin_manager(discover=False, plugins={"bad": Bad()}))

        assert ["bad"] == [one.provider for one in plan.failures]
        assert "RoleDefinition.technologies" in plan.failures[0].error

    def test_refused_and_unknown_codes_are_told(self, taxonomy: Taxonomy, tmp_path: Path, monkeypatch) -> None:
        """A role with unknown anchors and a code that was found but is not there are failures with distribution and version."""
        source = """
from aijobkit import RoleDefinition, hookimpl
from aijobkit.industries import FoundIndustry
from aijobkit.roles import FoundRole

@hookimpl
def aijobkit_roles():
    return [RoleDefinition(code="own:odd", title="x", anchors=[("99-9999.00", 1.0)], reason="r", source="s")]

@hookimpl
def aijobkit_find_roles(text):
    return [FoundRole(code=code, confidence=0.5, reason="r") for code in ("99-9999.00", "own:" + text.lower())]

@hookimpl
def aijobkit_find_industries(text):
    return [FoundIndustry(code="999", confidence=0.5, reason="r")]
"""
        install(tmp_path, "own-finder", "[aijobkit]\nmain = own_finder\n", version="2.5", module=source)
        use(tmp_path, monkeypatch)
        equipped = equip_taxonomy(taxonomy, manager=make_plugin_manager())
        for text in ("Quendolyn", "Quendolyn", "Zyxwv"):
            equipped.taxonomy.find_roles(text)
            equipped.taxonomy.find_industries(text)

        assert {("own-finder:main", "own-finder", "2.5")} == {
            (one.provider, one.distribution, one.version) for one in equipped.failures
        }
        assert [
            "found the industry 999, which these data do not have; it is left out",
            "found the role 99-9999.00, which these data do not have; it is left out",
            "found the role, which these data do not have; it is left out",
            (
                "InvalidValueError: RoleDefinition.anchors: '99-9999.00' is not accepted; "
                "give O*NET-SOC codes that this build knows"
            ),
        ] == [one.error for one in equipped.failures]

    def test_the_same_failure_is_held_once(self, taxonomy: Taxonomy) -> None:
        """However often a finder fails in the same way, what is held of it does not grow."""
        from aijobkit import hookimpl

        class Broken:
            @hookimpl
            def aijobkit_find_roles(self, text):
                raise RuntimeError("no model")

        equipped = equip_taxonomy(taxonomy, manager=make_plugin_manager(discover=False, plugins={"broken": Broken()}))
        for number in range(20):
            equipped.taxonomy.find_roles(f"welder {number}")

        assert 1 == len(tuple(equipped.heard()))

    def test_the_code_of_an_added_role_is_that_role(self, taxonomy: Taxonomy) -> None:
        """Whatever an added role names as its source, its very code is answered before any finder is asked."""
        asked: list[str] = []
        odd = attrs.evolve(definition("evil:x", SCIENTIST), source="aijobkit")
        added = taxonomy.with_roles([odd]).with_finders(roles=[lambda text: asked.append(text) or ()])

        assert "evil:x" == added.role(" evil:x ").code
        assert [["evil:x"], ["evil:x"]] == [[one.role.code for one in many] for many in added.find_roles_many(["evil:x"] * 2)]
        assert [] == asked

    def test_an_added_role_never_speaks_as_aijobkit(self, taxonomy: Taxonomy) -> None:
        """A definition's free text is no provider: its title counts, and is shown, as the opinion of its own catalogue."""
        odd = attrs.evolve(definition("evil:x", SCIENTIST), title="Evil X", source="aijobkit")
        best = taxonomy.with_roles([odd]).resolve_role("evil x")

        assert ("evil:x", "catalogue evil") == (best.role.code, best.source)

    def test_many_roles_are_added_in_one_go(self, taxonomy: Taxonomy) -> None:
        """Each definition and each title is read once, however many roles there are and however often it is asked."""
        from aijobkit import hookimpl
        from aijobkit.taxonomy import titles

        many = [attrs.evolve(definition(f"big:role-{number}", SCIENTIST), title=f"Zorb {number}") for number in range(300)]

        class Big:
            @hookimpl
            def aijobkit_roles(self):
                return many

        made: list[int] = []
        read: list[str] = []
        evolve, normalise = Taxonomy._evolve, titles.normalise
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Taxonomy, "_evolve", lambda self, **changes: made.append(1) or evolve(self, **changes))
            patch.setattr(titles, "normalise", lambda text: read.append(text) or normalise(text))
            found = equip_taxonomy(taxonomy, manager=make_plugin_manager(discover=False, plugins={"big": Big()})).taxonomy
            codes = [found.find_roles(f"zorb {number}")[0].role.code for number in (7, 8, 9)]

        assert ["big:role-7", "big:role-8", "big:role-9"] == codes
        assert 1 == len(made)
        assert len(many) <= len([text for text in read if text.startswith("Zorb ")]) < 2 * len(many)


def definition(code: str, anchor: str) -> RoleDefinition:
    """Return a role of a pretended catalogue."""
    return RoleDefinition(
        code=code, title="Zorbling Scorer", anchors=((anchor, 1.0),), reason="it scores", source="the bank's list"
    )


class TestPercentile:
    """The share of easier changes of role agrees with the difficulty."""

    def test_what_is_harder_is_easier_than_less(self, taxonomy: Taxonomy) -> None:
        """Of two targets the one that asks for less has the smaller share below it: the annotator's work is sooner learnt."""
        nurse = Person(position=Position(role=taxonomy.role(NURSE), industry=taxonomy.industry("622")))
        annotator, engineer = (
            make_plan(nurse, Position(role=taxonomy.role(f"aijobkit:{name}")), taxonomy=taxonomy).difficulty
            for name in ("data-annotator", "machine-learning-engineer")
        )

        assert annotator.value < engineer.value
        assert 0.0 < (annotator.percentile or 0.0) < (engineer.percentile or 0.0) < 1.0

    def test_it_is_the_share_of_what_is_easier(self, taxonomy: Taxonomy) -> None:
        """The figure is that of all roles by distance, preparation, schooling and licence, one by one."""
        nurse = Person(position=Position(role=taxonomy.role(NURSE), industry=taxonomy.industry("622")))
        target = taxonomy.role(SCIENTIST)
        found = make_plan(nurse, Position(role=target), taxonomy=taxonomy).difficulty
        start = taxonomy.profile(nurse.position.role)
        values = {
            role.code: hardness_by_outline(
                taxonomy.role_distance(start.role, role).value, start, taxonomy.profile(role), found.assumptions
            )
            for role in taxonomy.measures.roles[::40]
            if role.code != start.role.code
        }
        mine = hardness_by_outline(
            taxonomy.role_distance(start.role, target).value, start, taxonomy.profile(target), found.assumptions
        )

        assert found.percentile == pytest.approx(sum(value < mine for value in values.values()) / len(values), abs=0.15)
