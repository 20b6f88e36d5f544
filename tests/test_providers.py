"""The built-in counsel: about this person and this move, in agreement with the plan, and never empty."""

from __future__ import annotations

import itertools
import re

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aijobkit import (
    Advice,
    EmployerKind,
    EvidenceKind,
    Person,
    Position,
    Role,
    Seniority,
    SwitchKind,
    SwitchPlan,
    Taxonomy,
    make_plan,
    make_plugin_manager,
)
from aijobkit.people import Employer
from aijobkit.plans import Gap, GapReport, StrengthReport
from aijobkit.plugins import gather_advice
from aijobkit.providers import BUILT_IN
from aijobkit.providers._case import COUNSEL, read_case
from aijobkit.providers._everyday import PEOPLE, TRADES
from aijobkit.providers._words import clean, people, short_name, start, trade, with_article
from aijobkit.providers._words import person as one_of
from aijobkit.providers._work import work_of
from aijobkit.providers.pace import PACE
from aijobkit.roles import Domain
from aijobkit.switches import DifficultyBand, Part
from aijobkit.testing import check_provider, sample_plans
from plans_by_hand import GROUND, NURSES, PLAN, nurse, plan_for

NAMES = tuple(name for name, _ in BUILT_IN)
# The share of sentences that the advice for two persons with the same switch may have in common.
MOST_SHARED = 1 / 3
SKILLS = (
    ("Python", "SQL"),
    ("R", "Microsoft Excel", "survey design"),
    ("JavaScript", "project management"),
    ("Tableau", "negotiation", "Portuguese"),
    ("C++", "MATLAB", "Linux", "technical drawing"),
)
# No skills at all, then sets that share one skill.
SETS = (
    (),
    ("Python", "SQL"),
    ("Python", "negotiation"),
    ("R", "Microsoft Excel", "survey design"),
    ("JavaScript", "Portuguese"),
)
MOVES = (
    ("29-1141.00", "622", "15-2051.00", "5132"),
    ("19-2012.00", "5417", "aijobkit:machine-learning-engineer", "5417"),
    ("15-1252.00", "5221", "15-1252.00", "5132"),
    ("aijobkit:undergraduate-student", "", "aijobkit:ai-engineer", "5132"),
    ("25-2031.00", "6111", "aijobkit:ai-product-manager", "6111"),
    ("13-2011.00", "5412", "aijobkit:data-scientist", "5221"),
)


def advise(plan: SwitchPlan) -> tuple[Advice, ...]:
    """Return the built-in advice for a plan; a failure fails the test."""
    report = gather_advice(plan.person, plan, manager=make_plugin_manager(discover=False))
    assert () == report.failures
    return report.advice


def texts(advice: Advice) -> list[str]:
    """Return every text of a piece of advice."""
    return [advice.title, advice.text, advice.reason, *(action.text for action in advice.actions)]


def sentences(plan: SwitchPlan) -> set[str]:
    """Return the sentences of all built-in advice."""
    found = (re.split(r"(?<=[.?!])\s+", text) for one in advise(plan) for text in texts(one))
    return {sentence.strip() for part in found for sentence in part if sentence.strip()}


def whole(plan: SwitchPlan) -> str:
    """Return all built-in advice as one text."""
    return "\n".join(text for one in advise(plan) for text in texts(one))


def by_key(plan: SwitchPlan, key: str) -> Advice:
    """Return one piece of built-in advice."""
    return next(one for one in advise(plan) if one.key == key)


@pytest.fixture(scope="module")
def plan_of(taxonomy: Taxonomy):
    """Return what makes a plan without advice from codes and skills."""
    nobody = make_plugin_manager(discover=False, block=["aijobkit"])

    def position(role: str, industry: str) -> Position:
        return Position(role=taxonomy.role(role), industry=taxonomy.industry(industry) if industry else None)

    def plan(move: tuple[str, str, str, str], skills: tuple[str, ...] = (), employer: EmployerKind | None = None) -> SwitchPlan:
        person = Person(position=position(*move[:2]), skills=skills)
        return make_plan(person, position(*move[2:]), taxonomy=taxonomy, employer=employer, manager=nobody)

    return plan


@pytest.mark.parametrize(("name", "module"), BUILT_IN, ids=NAMES)
def test_built_in_providers_keep_the_contract(name: str, module: object) -> None:
    """Our own providers pass the test that we give to strangers, on every kind of switch."""
    for plan in sample_plans():
        check_provider(module, plan.person, plan, other_processes=plan is sample_plans()[0])


@pytest.mark.parametrize("place", range(6))
def test_every_provider_has_something_to_say(place: int) -> None:
    """For every kind of switch each provider gives at least one piece of advice."""
    plan = sample_plans()[place]

    assert {f"aijobkit:{name}" for name in NAMES} == {one.provider for one in advise(plan)}


@pytest.mark.parametrize("move", MOVES, ids=lambda move: f"{move[0]}-{move[2]}")
def test_two_persons_with_one_switch_share_little(plan_of, move: tuple[str, str, str, str]) -> None:
    """Two persons who make the same move with different skills share at most a third of their sentences."""
    plans = [sentences(plan_of(move, skills)) for skills in SKILLS]
    shared = [len(one & other) / min(len(one), len(other)) for one, other in itertools.combinations(plans, 2)]

    assert max(shared) <= MOST_SHARED


@pytest.mark.parametrize("move", MOVES, ids=lambda move: f"{move[0]}-{move[2]}")
def test_one_shared_skill_or_none_makes_no_twins(plan_of, move: tuple[str, str, str, str]) -> None:
    """Persons who share a skill, or of whom one names none, get advice of their own as well."""
    plans = [sentences(plan_of(move, skills)) for skills in SETS]
    shared = [len(one & other) / min(len(one), len(other)) for one, other in itertools.combinations(plans, 2)]

    assert max(shared) <= MOST_SHARED


def test_two_switches_of_one_person_share_little(plan_of) -> None:
    """The same skills on different moves give different advice as well."""
    plans = [sentences(plan_of(move, SKILLS[0])) for move in MOVES]
    shared = [len(one & other) / min(len(one), len(other)) for one, other in itertools.combinations(plans, 2)]

    assert max(shared) <= MOST_SHARED


@pytest.mark.parametrize("place", range(6))
def test_every_figure_is_in_the_plan(place: int) -> None:
    """Every cost, difficulty and total in the advice is a figure of the plan, or the difference of two."""
    plan = sample_plans()[place]
    totals = [plan.difficulty.value, *(route.total for route in plan.routes)]
    known = [*totals, *(step.cost for route in plan.routes for step in route.steps)]
    known += [abs(round(one, 2) - round(other, 2)) for one, other in itertools.combinations(totals, 2)]
    figures = re.findall(r"(?<![\d.])0\.\d\d(?!\d)", whole(plan))

    assert not [figure for figure in figures if figure not in {f"{value:.2f}" for value in known}]


@pytest.mark.parametrize("place", range(6))
def test_counts_are_those_of_the_plan(place: int) -> None:
    """Every "m of n" in the advice is one of the plan's counts: all, tools and subjects, or general skills."""
    plan = sample_plans()[place]
    pairs = set(re.findall(r"\b(\d+) of (\d+)\b", whole(plan)))
    gaps = plan.gaps
    on_a_scale = {pair for pair in pairs if pair[1] == "7"}  # "level 5.3 of 7"
    counts = {
        (gaps.met, gaps.asked),
        (gaps.met_tools, gaps.asked_tools),
        (gaps.met - gaps.met_tools, gaps.asked - gaps.asked_tools),
    }

    assert pairs - on_a_scale <= {(str(met), str(asked)) for met, asked in counts}


def test_what_is_there_is_never_called_missing() -> None:
    """What the person names and the target asks for is not among the things to learn."""
    for plan in sample_plans():
        case = read_case(plan.person, plan)

        assert not set(map(str.casefold, case.have)) & set(map(str.casefold, case.missing))


@pytest.mark.parametrize("place", range(6))
def test_counsel_is_marked(place: int) -> None:
    """Every piece of advice has evidence, and what rests on experience says that it is no measurement."""
    found = advise(sample_plans()[place])
    counsel = [evidence for one in found for evidence in one.evidence if evidence.source == COUNSEL]

    assert all(one.evidence for one in found)
    assert counsel
    assert {EvidenceKind.ASSUMPTION} == {evidence.kind for evidence in counsel}


@pytest.mark.parametrize("employer", [None, *EmployerKind])
def test_employer_advice_differs_by_kind(plan_of, employer: EmployerKind | None) -> None:
    """Each kind of employer gets counsel of its own."""
    others = {kind: by_key(plan_of(MOVES[1], SKILLS[0], kind), "kind-of-employer").title for kind in (None, *EmployerKind)}

    assert 1 == list(others.values()).count(others[employer])


def test_startup_relief_is_the_plans_assumption(plan_of) -> None:
    """The discount at a startup is named as an assumption, with the plan's own figure."""
    plan = plan_of(MOVES[3])
    text = by_key(plan, "kind-of-employer").text

    assert f"{plan.difficulty.assumptions.relief_startup:.0%}" in text
    assert "assumed" in text or "assumes" in text


def test_industry_switch_does_not_hang_on_the_employer(plan_of) -> None:
    """Who keeps the role is not told that a startup makes it easier."""
    advice = by_key(plan_of(MOVES[2], SKILLS[0]), "kind-of-employer")

    assert "no difference between small and large" in advice.text


def test_leaders_get_their_own_exception() -> None:
    """A manager is told what a startup means at that rank."""
    person = attrs.evolve(nurse("Python"), position=attrs.evolve(nurse().position, seniority=Seniority.MANAGER))

    assert "At your rank, too, a small team wants your own hands" in by_key(plan_for(person), "kind-of-employer").text


def test_three_tasks_come_from_both_roles(plan_of) -> None:
    """The three first tasks start from the present trade and name what the target asks for."""
    plan = plan_of(MOVES[0], SKILLS[0])
    actions = by_key(plan, "beside-own-job").actions
    case = read_case(plan.person, plan)
    text = " ".join(action.text for action in actions)

    assert 3 == len(actions)
    assert work_of(NURSES).count in actions[0].text
    assert any(name in text for name in case.tools)


def test_tasks_in_guarded_trades_keep_people_out(plan_of) -> None:
    """In a hospital or a bank the first task says that single people stay out of it."""
    assert "leave out anything about single people" in by_key(plan_of(MOVES[0]), "beside-own-job").actions[0].text
    assert "single people" not in by_key(plan_of(MOVES[1]), "beside-own-job").actions[0].text


def test_interviews_come_before_the_search_and_apart_from_it() -> None:
    """All talks lie before the search, earlier and more of them the harder the move."""
    for plan in sample_plans():
        weeks = [action.weeks_before_search for action in by_key(plan, "whom").actions]

        assert sorted(weeks, reverse=True) == weeks
        assert min(weeks) > 0
    paces = [PACE[band] for band in DifficultyBand]
    assert sorted(paces, key=lambda pace: (pace.talks, pace.weeks)) == paces


def test_interviews_ask_about_gaps_tools_and_the_next_step() -> None:
    """The questions name a gap, a strength and the stepping stone of the route."""
    text = by_key(PLAN, "questions").text

    assert "PyTorch" in text
    assert "Python" in text
    assert "a statistician" in text


def test_schools_are_used_and_not_named() -> None:
    """Former students of one's school are worth asking; the school's name stays out of the advice."""
    assert "Former students of your schools" in by_key(PLAN, "whom").text
    assert not [word for word in ("Unseen", "Quendolyn", "Zyxwv") if word in whole(PLAN)]


def test_note_asks_for_no_job() -> None:
    """The note to a stranger introduces, asks, and asks for no job."""
    text = by_key(PLAN, "note").text

    assert "“I work as a registered nurse at a hospital, with experience in Python" in text
    assert "without my asking for a job" in text


def test_strengths_are_counted_with_names() -> None:
    """The answer to doubt is a count with names, not praise."""
    advice = by_key(PLAN, "what-is-there")

    assert "Of what data scientists are asked for, you show 2 of 5 tools and subjects" in advice.text
    assert "Python, which you named" in advice.text
    assert not re.search(r"\b(amazing|great|brilliant|excellent|impressive|unique)\b", whole(PLAN), re.IGNORECASE)


def test_nothing_in_common_is_said_plainly() -> None:
    """Where nothing is met, it is said, without emptiness and without consolation."""
    bare = attrs.evolve(PLAN, gaps=attrs.evolve(PLAN.gaps, met=0, met_names=()), strengths=StrengthReport())

    assert "None of the 5 things" in by_key(bare, "what-is-there").text


def test_ladder_of_projects_grows() -> None:
    """Three projects lead from an evening to a month, each earlier than the search."""
    actions = by_key(PLAN, "beside-own-job").actions

    assert ["One evening", "One week", "One month"] == [action.text.partition(":")[0] for action in actions]
    assert 3 == len({action.weeks_before_search for action in actions})


def test_first_gap_says_why() -> None:
    """What to learn first says what speaks for it: postings, steps that share it, what comes near."""
    text = by_key(PLAN, "learn-first").text

    assert "O*NET marks it in demand for data scientists" in text
    assert "statisticians, on your way there, use it too" in text


def test_near_misses_are_named() -> None:
    """Where the person has something near, the way is said to be shorter."""
    gap = Gap(name="PyTorch", domain=Domain.TECHNOLOGY, near="Keras", evidence=GROUND)
    plan = attrs.evolve(PLAN, gaps=GapReport(asked=2, met=1, gaps=(gap,)))

    assert "your Keras is close to it" in by_key(plan, "learn-first").text


def test_nothing_missing_means_no_course() -> None:
    """Who lacks nothing on our lists is not sent to a course."""
    plan = attrs.evolve(PLAN, gaps=GapReport(asked=3, met=3, met_names=("Python",)))

    assert "no course comes first" in by_key(plan, "learn-first").text


def test_route_and_runner_up_are_told_with_their_costs() -> None:
    """The recommended way and the direct leap are told in words with the plan's totals."""
    text = by_key(PLAN, "recommended").text

    assert "the whole way costs 0.55" in text
    assert "costs 0.70, 0.15 more" in text


def test_close_ways_are_not_told_apart() -> None:
    """Two totals that figures cannot tell apart are said to be so."""
    near = attrs.evolve(PLAN.routes[1], total=PLAN.routes[0].total + 0.01)
    plan = attrs.evolve(PLAN, routes=(PLAN.routes[0], near))

    assert "too close to call" in by_key(plan, "what-would-change").text


def test_no_switch_needs_no_route() -> None:
    """Who is there already is told so."""
    plan = next(plan for plan in sample_plans() if plan.switch.kind is SwitchKind.NONE)

    assert "No route is needed" in by_key(plan, "recommended").title


# A person refuses control characters and halves of characters, so no provider meets any.
skill_names = st.lists(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=80), max_size=6)


@given(skill_names, st.sampled_from(sample_plans()))
@settings(max_examples=40)
def test_any_skill_text_is_survived(skills: list[str], plan: SwitchPlan) -> None:
    """Whatever somebody types as a skill, every provider still speaks, in clean text."""
    person = attrs.evolve(plan.person, skills=tuple(skills))
    found = advise(attrs.evolve(plan, person=person))

    assert {f"aijobkit:{name}" for name in NAMES} == {one.provider for one in found}


@given(st.sampled_from(sample_plans()), st.booleans(), st.booleans(), st.booleans(), st.booleans())
@settings(max_examples=40)
def test_plans_with_parts_missing_are_survived(plan: SwitchPlan, gaps: bool, strong: bool, routes: bool, tools: bool) -> None:
    """A plan from a build with tables taken out still gets advice from everybody."""
    bare = attrs.evolve(
        plan,
        gaps=plan.gaps if gaps else GapReport(),
        strengths=plan.strengths if strong else StrengthReport(),
        routes=plan.routes if routes else (),
        toolkits=plan.toolkits if tools else (),
    )

    assert {f"aijobkit:{name}" for name in NAMES} == {one.provider for one in advise(bare)}


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (NURSES, "registered nurses"),
        (Role(code="25-2031.00", title="Secondary School Teachers, Except Special Education"), "high school teachers"),
        (Role(code="15-1299.00", title="Computer Occupations, All Other"), "IT specialists"),
        (Role(code="aijobkit:head-of-ai", title="Head of AI"), "heads of AI"),
        (Role(code="aijobkit:x", title="AI Safety Researcher"), "AI safety researchers"),
        (Role(code="aijobkit:x", title="Machine Learning Scientist in Biology"), "machine learning scientists in biology"),
        (Role(code="aijobkit:x", title="Founder Between Ventures"), "founders between ventures"),
        (Role(code="aijobkit:career-break", title="Career Break", is_life_role=True), "people on a career break"),
        (Role(code="aijobkit:x", title="AI Deputy"), "AI deputies"),
        (Role(code="aijobkit:x", title="AI Boss"), "AI bosses"),
    ],
)
def test_people_in_a_role(role: Role, expected: str) -> None:
    """A title becomes the people who hold it."""
    assert expected == people(role)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (NURSES, "a registered nurse"),
        (Role(code="13-2011.00", title="Accountants and Auditors"), "an accountant"),
        (Role(code="53-3032.00", title="Heavy and Tractor-Trailer Truck Drivers"), "a truck driver"),
        (Role(code="25-1021.00", title="Computer Science Teachers, Postsecondary"), "a college computer science teacher"),
        (Role(code="13-1121.00", title="Meeting, Convention, and Event Planners"), "an event planner"),
        (Role(code="43-6011.00", title="Executive Secretaries"), "an executive assistant"),
        (
            Role(code="53-1042.00", title="First-Line Supervisors of Helpers, Laborers, and Material Movers, Hand"),
            "a warehouse supervisor",
        ),
        (Role(code="43-4031.00", title="Court, Municipal, and License Clerks"), "a court clerk"),
        (
            Role(code="51-3091.00", title="Food and Tobacco Roasting, Baking, and Drying Machine Operators and Tenders"),
            "a food and tobacco roasting machine operator",
        ),
        (
            Role(code="49-2022.00", title="Telecommunications Equipment Installers and Repairers, Except Line Installers"),
            "a telecommunications equipment installer",
        ),
        (
            Role(code="13-1011.00", title="Agents and Business Managers of Artists, Performers, and Athletes"),
            "an agent and business manager",
        ),
        (Role(code="13-2081.00", title="Tax Examiners and Collectors, and Revenue Agents"), "a tax officer"),
        (Role(code="21-2011.00", title="Clergy"), "a member of the clergy"),
        (Role(code="aijobkit:x", title="ML Platform Engineer"), "an ML platform engineer"),
        (Role(code="aijobkit:x", title="Head of AI"), "a head of AI"),
        (Role(code="aijobkit:career-break", title="Career Break", is_life_role=True), "somebody on a career break"),
    ],
)
def test_one_in_a_role(role: Role, expected: str) -> None:
    """A title becomes one person who holds it, with the article that one would speak."""
    assert expected == with_article(one_of(role))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Structured query language SQL", "SQL"),
        ("Amazon Web Services AWS software", "AWS"),
        ("Microsoft Excel", "Microsoft Excel"),
        ("", ""),
    ],
)
def test_short_names(name: str, expected: str) -> None:
    """Technologies are called what people call them."""
    assert expected == short_name(name)


def test_typed_text_is_cleaned() -> None:
    """Control characters, turned writing and endless words never reach the advice."""
    assert "ab" == clean("a\x1b\u202eb")
    assert 60 == len(clean("x" * 500))


def test_employer_name_stays_out() -> None:
    """The name of the present employer is not repeated."""
    employed = attrs.evolve(nurse("Python"), position=attrs.evolve(nurse().position, employer=Employer(name="Wyrdworks")))

    assert "Wyrdworks" not in whole(plan_for(employed))


def test_licence_is_not_talked_round() -> None:
    """Where a licence is needed, the advice on learning begins with it and no way is said to lead round it."""
    part = Part(name="licence", value=1.0, weight=0.5, evidence=GROUND)
    plan = attrs.evolve(PLAN, difficulty=attrs.evolve(PLAN.difficulty, parts=(part,)))

    assert by_key(plan, "learn-first").text.startswith("No skill replaces the licence that data scientists need")
    assert "leads round the licence" in by_key(plan, "recommended").text
    assert "licence" not in whole(PLAN)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("model work comes", "Model work comes"), ("eClinicalWorks comes", "eClinicalWorks comes"), ("", "")],
)
def test_sentences_begin_with_a_capital(sentence: str, expected: str) -> None:
    """A sentence begins with a capital, but a product is written as its makers write it."""
    assert expected == start(sentence)


def test_skills_not_named_are_not_claimed(plan_of) -> None:
    """Who named no skill is asked for some once, and the note and the questions put none into their mouth."""
    plan = plan_of(MOVES[0])

    assert 1 == whole(plan).count("You named no skills")
    assert "experience with" not in by_key(plan, "note").text
    assert "psychology" not in by_key(plan, "questions").text.casefold()


def test_large_employer_asked_for_is_not_talked_out(plan_of) -> None:
    """Who asked for a large employer gets no counsel for startups."""
    assert "startup" not in by_key(plan_of(MOVES[1], SKILLS[0], EmployerKind.LARGE), "kind-of-employer").text


def test_student_is_told_of_no_present_employer(plan_of) -> None:
    """Who has no employer hears of none."""
    assert "present employer" not in whole(plan_of(MOVES[3], SKILLS[0]))


def test_what_to_leave_alone_is_not_what_to_learn() -> None:
    """Nothing stands among what to learn first and among what to leave alone."""
    for plan in sample_plans():
        text = by_key(plan, "learn-first").text
        first = read_case(plan.person, plan).missing[:3]

        alone = re.split(r", | and ", text.partition("; leave ")[2].partition(" alone until")[0])
        assert not set(first) & set(alone)


def test_route_from_inside_is_not_sent_to_a_startup_first(plan_of) -> None:
    """Where the recommended route begins with the present employer, so does the counsel on employers."""
    plan = plan_of(("19-2012.00", "5417", "aijobkit:machine-learning-engineer", "5132"), SKILLS[0])

    assert plan.routes[0].steps[0].same_employer
    assert by_key(plan, "kind-of-employer").title.startswith("Your present employer first")


def test_tools_of_the_present_role_are_asked_about() -> None:
    """A missing tool that the present role is likely to use is asked about rather than claimed."""
    gap = Gap(name="Epic Systems", domain=Domain.TECHNOLOGY, is_likely=True, evidence=GROUND)
    plan = attrs.evolve(PLAN, gaps=GapReport(asked=2, met=1, gaps=(gap,)))

    assert "if you use it, name it" in by_key(plan, "learn-first").text


def test_no_way_out_leads_over_a_job_that_hardly_occurs(plan_of) -> None:
    """Who should go straight is not told to look for nursing work at a software house, should that fail."""
    plan = plan_of(("29-1141.00", "622", "aijobkit:data-annotator", "5132"), SKILLS[0])
    text = by_key(plan, "recommended").text

    assert plan.routes[0].is_direct
    assert len(plan.routes) > 1
    assert "as a registered nurse" not in text
    assert "Mind the pay: data annotators are not counted; neighbouring occupations are paid about" in text


@pytest.fixture(scope="module")
def words_of(taxonomy: Taxonomy):
    """Return what makes the built-in advice from everyday words."""
    nobody = make_plugin_manager(discover=False, block=["aijobkit"])

    def plan(role: str, industry: str, target: str, *skills: str) -> SwitchPlan:
        person = Person(position=Position(role=taxonomy.role(role), industry=taxonomy.industry(industry)), skills=skills)
        goal = Position(role=taxonomy.role(target), industry=taxonomy.industry("software"))
        return make_plan(person, goal, taxonomy=taxonomy, manager=nobody)

    return plan


class TestNothingToLaughAt:
    """What a counsellor found when reading plans aloud; each of these was printed once."""

    def test_what_is_near_is_not_called_useless(self, words_of) -> None:
        """Statistics that is close to statistical modelling is not among what nobody there asks for."""
        plan = words_of("physicist", "national laboratory", "data scientist", "Python", "statistics", "cooking", "juggling")

        assert "your statistics is close to it" in by_key(plan, "learn-first").text
        assert ("cooking",) == read_case(plan.person, plan).other

    def test_what_nothing_recognised_is_no_experience(self, words_of) -> None:
        """A slip or a word without meaning is in no title, note or question; that it was not read is said."""
        plan = words_of("nurse", "hospital", "data scientist", "Pyhton", "asdf qwer")
        told = " ".join(text for piece in advise(plan) for text in texts(piece))

        assert "asdf qwer" not in told
        assert 1 == told.count("Pyhton")
        assert "None of the skills that you named was recognised (did you mean Python for Pyhton?)" in told
        assert "no skills" not in told

    def test_what_the_target_asks_for_comes_first(self, words_of) -> None:
        """A note names what the target asks for before what it lists and does not count."""
        plan = words_of("data analyst", "bank", "machine learning engineer", "Tableau", "cooking", "SQL", "Python")

        assert "with experience in SQL and Python;" in by_key(plan, "note").text
        assert ("SQL", "Python", "Tableau", "cooking") == read_case(plan.person, plan).named

    def test_nothing_is_called_counted_that_is_not(self, words_of) -> None:
        """ "Counted" is said of what the count contains, and of nothing else."""
        plan = words_of("truck driver", "trucking", "machine learning engineer", "GPS", "juggling")
        counted = [text for text in sentences(plan) if "counted" in text]

        assert not [text for text in counted if "GPS" in text or "juggling" in text]

    @pytest.mark.parametrize(
        "target", ["AI ethicist", "AI consultant", "prompt engineer", "AI product manager", "data annotator"]
    )
    def test_no_office_program_is_a_first_lesson(self, words_of, target: str) -> None:
        """Nobody is told to learn Word, PowerPoint or ChatGPT first."""
        title = by_key(words_of("physicist", "national laboratory", target, "Python"), "learn-first").title

        assert not re.search("Word|PowerPoint|Excel|ChatGPT|Jira|Learn R ", title)

    @pytest.mark.parametrize("origin", [("journalist", "newspaper"), ("registered nurse", "hospital"), ("accountant", "bank")])
    def test_foundations_never_wait(self, words_of, origin: tuple[str, str]) -> None:
        """Python, SQL and Git are never among what can wait, and nothing that stands in the first two thirds is."""
        plan = words_of(*origin, "prompt engineer", "Microsoft Excel")
        title = by_key(plan, "learn-first").text.partition("; leave ")[2].partition(" alone until")[0]
        missing = read_case(plan.person, plan).missing

        assert not re.search(r"\b(Python|SQL|Git)\b", title)
        assert not [name for name in missing[: len(missing) // 2] if name in title]

    def test_work_is_not_fed_to_a_chat_program(self, words_of) -> None:
        """What is sorted with a model is public, and the model is a ready-made one."""
        for role, industry in (("software developer", "bank"), ("truck driver", "trucking"), ("accountant", "accounting firm")):
            advice = by_key(words_of(role, industry, "prompt engineer", "SQL"), "beside-own-job")

            assert re.search("public|published", advice.actions[1].text)
            assert "ready-made" in advice.actions[1].text
            assert "approved" in advice.text

    def test_material_suits_the_tool(self, words_of) -> None:
        """An annotation tool gets texts to mark and no waiting times."""
        action = by_key(words_of("registered nurse", "hospital", "data annotator", "patient care"), "beside-own-job").actions[1]

        assert "in Label Studio" in action.text
        assert "waiting times" not in action.text

    def test_papers_begin_with_the_work(self, words_of) -> None:
        """What one did comes first, and Excel is not put above a profession."""
        text = by_key(words_of("registered nurse", "hospital", "data annotator", "Microsoft Excel"), "what-is-there").text

        assert "put what you did as a registered nurse first" in text
        assert "Microsoft Excel" not in text.partition("In your papers")[2]

    def test_people_introduce_themselves_as_people_do(self, words_of) -> None:
        """Somebody works as a journalist at a newspaper, and not as a news analyst in newspaper publishers."""
        moves = {
            ("journalist", "newspaper"): "I work as a journalist at a newspaper",
            ("software developer", "bank"): "I work as a software developer at a bank",
            ("truck driver", "trucking"): "I work as a truck driver in trucking",
            ("accountant", "accounting firm"): "I work as an accountant at an accounting firm",
            ("army officer", "military"): "I serve as a military officer, with experience in writing",
            (
                "software developer",
                "software company",
            ): "I work as a software developer at a software company, with experience in writing",
        }
        for (role, industry), words in moves.items():
            assert words in by_key(words_of(role, industry, "data scientist", "writing"), "note").text

    def test_first_action_names_the_role_whose_tools_it_names(self, words_of) -> None:
        """The tools of the target suit the target, and not the first stepping stone."""
        plan = words_of("registered nurse", "hospital", "machine learning engineer", "patient care")
        told = [route.first_action for route in plan.routes if "shows whether" in route.first_action]

        assert told
        assert all("(Machine Learning Engineer)" in action for action in told)

    def test_everyday_names_exist(self, taxonomy: Taxonomy) -> None:
        """Every code in the table of everyday names is a role, an industry or a family."""
        assert set(PEOPLE) <= {role.code for role in taxonomy.roles}
        assert set(TRADES) <= {one.code for one in (*taxonomy.industries, *taxonomy.families)}

    @pytest.mark.parametrize("words", ["social media", "video streaming", "516210"])
    def test_a_social_network_broadcasts_nothing(self, taxonomy: Taxonomy, words: str) -> None:
        """Media online have a name of their own beside radio and television."""
        assert trade(taxonomy.industry(words)) == "online media and channels"


def _with_totals(*totals: float, leap: float, part: str = "new role") -> SwitchPlan:
    """Return the plan by hand with ways of these totals, each over a step with a part of this name, beside the leap."""
    way, direct = (next(route for route in PLAN.routes if route.is_direct is is_direct) for is_direct in (False, True))
    marked = Part(name=part, value=0.1, weight=0.1, evidence=GROUND)
    steps = tuple(attrs.evolve(step, parts=[marked]) for step in way.steps)
    ways = [attrs.evolve(way, title=f"Way {place}", total=total, steps=steps) for place, total in enumerate(totals)]
    routes = [*ways, attrs.evolve(direct, total=leap)]
    return attrs.evolve(PLAN, routes=sorted(routes, key=lambda route: route.total))


class TestSums:
    """Figures that a reader can check."""

    def test_differences_tally(self) -> None:
        """What the leap costs more is the difference of the totals as they are shown, not of hidden thousandths."""
        text = by_key(_with_totals(0.434, leap=0.5451), "recommended").text

        assert "The direct leap costs 0.55, 0.12 more" in text

    @pytest.mark.parametrize(
        ("totals", "part", "is_told"),
        [
            ((0.40, 0.50), "new role", True),
            ((0.40, 0.60), "new role", True),
            ((0.40, 0.61), "new role", False),
            ((0.40, 0.50), "rare position", False),
        ],
    )
    def test_a_runner_up_is_a_way_out(self, totals, part, is_told) -> None:
        """A way that costs more than the leap, or leads over a job that hardly occurs, is nobody's second choice."""
        assert is_told == ("If that door stays shut" in by_key(_with_totals(*totals, leap=0.60, part=part), "recommended").text)

    @pytest.mark.parametrize(("leap", "is_outweighed"), [(0.50, True), (0.51, False)])
    def test_an_offer_outweighs_a_small_difference_only(self, leap, is_outweighed) -> None:
        """A real offer makes up for a tenth, not for more."""
        text = by_key(_with_totals(0.40, leap=leap), "what-would-change").text

        assert f"The next best way is {leap - 0.40:.2f} harder" in text
        assert is_outweighed == ("would outweigh" in text)

    @pytest.mark.parametrize(("part", "is_said"), [("education", True), ("new role", False)])
    def test_schooling_on_the_way_is_said(self, part, is_said) -> None:
        """A stop that asks for schooling that is not there says so in the recommendation."""
        plan = _with_totals(0.40, leap=0.60, part=part)
        stop = attrs.evolve(plan.target, role=Role(code="15-2041.00", title="Statisticians"))
        best = attrs.evolve(plan.routes[0], steps=[attrs.evolve(step, target=stop) for step in plan.routes[0].steps])
        text = by_key(attrs.evolve(plan, routes=[best, *plan.routes[1:]]), "recommended").text

        assert is_said == ("Mind the schooling: statisticians usually have more of it" in text)

    @pytest.mark.parametrize(("rise", "is_said"), [(0.12, False), (0.125, True)])
    def test_longer_preparation_is_half_a_zone(self, rise, is_said) -> None:
        """4.2 against 4.0 is no longer preparation; from half a job zone on it is said."""
        part = Part(name="job zone", value=rise, weight=0.3, evidence=GROUND)
        parts = [one for one in PLAN.difficulty.parts if one.name != "job zone"]
        plan = attrs.evolve(PLAN, difficulty=attrs.evolve(PLAN.difficulty, parts=[*parts, part]))

        assert is_said == ("usually prepare longer" in by_key(plan, "what-would-change").text)


class TestReadAloudAgain:
    """What the second reading aloud found; each of these was printed once."""

    @pytest.mark.parametrize(
        ("origin", "skill"),
        [
            (("registered nurse", "hospital"), "patient care"),
            (("army officer", "military"), "leadership"),
            (("truck driver", "trucking"), "customer service"),
        ],
    )
    @pytest.mark.parametrize("target", ["machine learning engineer", "data annotator"])
    def test_nobody_is_told_to_leave_their_profession_alone(
        self, words_of, origin: tuple[str, str], skill: str, target: str
    ) -> None:
        """Only what is missing can be left alone for now: no skill that the person has, and none where nothing can wait."""
        plan = words_of(*origin, target, skill)
        alone = by_key(plan, "learn-first").text.partition("; leave ")[2].partition(" alone until")[0]

        assert skill not in alone
        assert bool(alone) is (target != "data annotator")
        assert "evening less" not in whole(plan)

    def test_statistics_comes_near_to_reading_experiments(self, words_of) -> None:
        """Who names statistics has a bridge to reading experiments and to measures of success."""
        plan = words_of("journalist", "newspaper", "AI product manager", "statistics")
        near = {gap.name for gap in plan.gaps.gaps if gap.near == "statistics"}

        assert {"experiment reading", "success metrics for models"} <= near

    def test_very_large_step_is_not_waved_through(self, words_of) -> None:
        """Where the direct way is a very large step, nobody is told to go straight for it, and the usual degree is named."""
        plan = words_of("truck driver", "trucking", "data scientist", "GPS")
        told = by_key(plan, "what-would-change").text

        assert plan.routes[0].is_direct
        assert DifficultyBand.VERY_LARGE is plan.difficulty.band
        assert "a very large step" in by_key(plan, "recommended").title
        assert "Go straight" not in whole(plan)
        assert "data scientists usually have a bachelor's degree" in told.casefold()
        assert "(high school)" in told
        assert "shortens" not in whole(plan)

    def test_stated_schooling_is_held_against_the_usual(self, taxonomy: Taxonomy) -> None:
        """Who stated less schooling than usual hears both, and that a project does not replace a degree everywhere."""
        driver = Position(role=taxonomy.role("truck driver"), industry=taxonomy.industry("trucking"))
        goal = Position(role=taxonomy.role("data scientist"), industry=taxonomy.industry("software"))
        plan = make_plan(
            Person(position=driver, education=2),
            goal,
            taxonomy=taxonomy,
            manager=make_plugin_manager(discover=False, block=["aijobkit"]),
        )

        assert "you stated high school" in by_key(plan, "what-would-change").text

    def test_general_skills_make_no_comfort(self, words_of) -> None:
        """Tools and subjects are counted apart, and who lacks nearly all of them is not told to apply all the same."""
        plan = words_of("army officer", "military", "AI product manager", "leadership")
        gaps = plan.gaps
        text = whole(plan)

        assert f"{gaps.met_tools} of {gaps.asked_tools} tools and subjects" in text
        assert f"{gaps.met - gaps.met_tools} of {gaps.asked - gaps.asked_tools} general skills" in text
        assert 2 * gaps.met_tools < gaps.asked_tools
        assert 2 * gaps.met >= gaps.asked
        assert "apply all the same" not in text
        assert "instead of" not in by_key(plan, "what-would-change").text

    def test_who_has_the_tools_is_told_to_apply(self, words_of) -> None:
        """Half of the tools and subjects is enough to try."""
        skills = ("Python", "SQL", "R", "pandas", "NumPy", "Scikit-learn", "XGBoost", "Git", "statistical modelling", "PyTorch")
        plan = words_of("physicist", "national laboratory", "data scientist", *skills)

        assert plan.gaps.asked_tools <= 2 * plan.gaps.met_tools
        assert "apply all the same" in whole(plan)

    @pytest.mark.parametrize("target", ["machine learning engineer", "data annotator"])
    @pytest.mark.parametrize(
        ("role", "industry", "skills"),
        [
            ("registered nurse", "hospital", ("patient care", "Microsoft Excel")),
            ("truck driver", "trucking", ("GPS", "customer service")),
            ("army officer", "military", ("leadership", "Microsoft PowerPoint")),
        ],
    )
    def test_a_plan_can_be_read(self, words_of, role: str, industry: str, skills: tuple[str, ...], target: str) -> None:
        """All advice of a plan stays under 1,200 words, and no skill is named more often than thirty times in it."""
        text = whole(words_of(role, industry, target, *skills))

        assert 1200 > len(text.split())
        assert 30 > max(text.count(skill) for skill in skills)
        assert "once, too" not in text
        assert "of use, too" not in text

    def test_the_title_says_what_the_text_says_of_employers(self, words_of) -> None:
        """With much to learn a team that checks leads in title and text alike, and no startup leads the title."""
        advice = by_key(words_of("truck driver", "trucking", "machine learning engineer", "GPS"), "kind-of-employer")

        assert "a team that checks your work" in advice.title.lower()
        assert "startup" not in advice.title
        assert "exception" not in advice.text
        assert "in one leap it is" not in advice.text

    def test_tasks_prepare_the_step_that_is_recommended(self, words_of) -> None:
        """What the tasks beside the own job prepare is the next step of the recommended route, or nothing."""
        for target in ("machine learning engineer", "data scientist", "data annotator"):
            plan = words_of("army officer", "military", target, "leadership")
            step = plan.routes[0].steps[0]
            told = "prepares the step to" in by_key(plan, "beside-own-job").text

            assert told is step.same_employer

    def test_no_task_leads_to_a_tool_that_comes_late(self, words_of) -> None:
        """A count is repeated in a new tool only where that is among the first three things to learn."""
        plan = words_of("physicist", "national laboratory", "machine learning engineer", "Python", "MATLAB", "statistics")
        case = read_case(plan.person, plan)

        assert "SQL" not in case.missing[:3]
        assert "then in SQL" not in whole(plan)
        assert "into SQL" not in whole(plan)

    def test_a_haulier_has_nobody_for_label_studio(self, words_of) -> None:
        """Nobody is sent to a colleague for a tool that the present employer hardly uses."""
        plan = words_of("truck driver", "trucking", "data annotator", "customer service")

        assert "whoever works with Label Studio" not in whole(plan)

    @pytest.mark.parametrize(
        ("role", "industry"),
        [("registered nurse", "hospital"), ("truck driver", "trucking"), ("physicist", "national laboratory")],
    )
    def test_what_is_taught_on_the_job_is_no_expert_work(self, words_of, role: str, industry: str) -> None:
        """For a target of job zone 2 nobody is told of first days, postings to pass over or half a year of preparation."""
        plan = words_of(role, industry, "data annotator", "Microsoft Excel")
        text = whole(plan)
        weeks = [action.weeks_before_search for one in advise(plan) for action in one.actions]

        assert "taught on the job" in text
        assert "on the first day" not in by_key(plan, "recommended").text
        assert "pass over" not in text
        assert "free hand" not in text
        assert 12 >= max(weeks)

    def test_what_is_not_taught_on_the_job_keeps_its_time(self, words_of) -> None:
        """A target of a higher job zone, or of one that nobody knows, is not called taught on the job."""
        plan = words_of("truck driver", "trucking", "machine learning engineer", "GPS")

        assert "taught on the job" not in whole(plan)
        assert "taught on the job" not in whole(PLAN)

    def test_no_ratings_are_spoken_of_where_there_are_none(self, words_of) -> None:
        """A student, for whom no ratings exist, is not told that nothing students are rated for stands out."""
        plan = words_of("undergraduate student", "software", "machine learning engineer", "Python", "statistics")

        assert "rated for" not in whole(plan)
        assert "sets you apart" not in whole(plan)


@pytest.fixture(scope="module")
def told(taxonomy: Taxonomy):
    """Return what makes a plan without advice from everyday words, to any industry and any kind of employer."""
    nobody = make_plugin_manager(discover=False, block=["aijobkit"])

    def plan(
        role: str, industry: str, target: str, there: str, *skills: str, employer: EmployerKind | None = None
    ) -> SwitchPlan:
        here = taxonomy.industry(industry) if industry else None
        person = Person(position=Position(role=taxonomy.role(role), industry=here), skills=skills)
        goal = Position(role=taxonomy.role(target), industry=taxonomy.industry(there))
        return make_plan(person, goal, taxonomy=taxonomy, employer=employer, manager=nobody)

    return plan


class TestReadersObjections:
    """What readers of whole plans would laugh at, be scared by or be misled by."""

    @pytest.mark.parametrize("role", [("registered nurse", "hospital"), ("high school teacher", "public school")])
    def test_a_startup_is_compared_with_the_same_step(self, told, role: tuple[str, str]) -> None:
        """The difference called assumed is that of the employer, and not that of a job which hardly occurs there."""
        plan = told(*role, "prompt engineer", "software", employer=EmployerKind.STARTUP)
        pairs = re.findall(r"at (0\.\d\d) in a startup and (0\.\d\d) elsewhere", whole(plan))

        assert not [pair for pair in pairs if float(pair[1]) - float(pair[0]) > plan.difficulty.assumptions.relief_startup]

    @pytest.mark.parametrize("target", ["data annotator", "data scientist"])
    def test_no_startup_in_hospitals(self, told, target: str) -> None:
        """Where nobody founds startups, counsel on employers proposes none, as the routes do not."""
        advice = by_key(told("registered nurse", "hospital", target, "hospital", "charting"), "kind-of-employer")

        assert "startup" not in advice.title
        assert "takes 15% off" not in advice.text

    def test_counsel_on_employers_follows_the_route(self, told) -> None:
        """Where the recommended way begins at a startup, counsel on employers does not speak against it."""
        plan = told("accountant", "accounting firm", "data scientist", "accounting firm", "SQL")

        assert EmployerKind.STARTUP is plan.routes[0].steps[0].employer
        assert "a startup in which somebody checks your work" in by_key(plan, "kind-of-employer").title

    def test_who_wants_a_large_employer_is_recommended_no_startup(self, told) -> None:
        """The recommended way ends where the person wants to go."""
        plan = told("accountant", "accounting firm", "AI consultant", "accounting firm", employer=EmployerKind.LARGE)

        assert not [route for route in plan.routes if route.steps[-1].employer is EmployerKind.STARTUP]

    def test_a_grain_of_schooling_is_not_spoken_of(self, told) -> None:
        """A developer with the usual degree is told of no other one, neither in a step nor in a question."""
        plan = told("software developer", "bank", "machine learning engineer", "bank", "Java")
        part = next(part for part in plan.difficulty.parts if part.name == "education")

        assert 0 < part.value < 1 / 11
        assert not [step for route in plan.routes for step in route.steps if "more schooling" in step.reason]
        assert "usual degree" not in whole(plan)

    def test_a_mixture_has_no_degree_of_its_own(self, told) -> None:
        """Of a role that nobody counts, schooling is said to be that of neighbouring occupations, by a degree one can name."""
        text = by_key(told("journalist", "newspaper", "AI policy analyst", "software"), "what-would-change").text

        assert "AI policy analysts are not counted; neighbouring occupations usually ask for a master's degree or more" in text

    @pytest.mark.parametrize(
        ("move", "skills"),
        [
            (("journalist", "newspaper", "AI policy analyst", "software"), ("writing",)),
            (("registered nurse", "hospital", "data annotator", "hospital"), ("charting",)),
            (("truck driver", "trucking", "data scientist", "trucking"), ("Excel",)),
        ],
    )
    def test_nobody_is_sent_to_a_colleague_with_word(self, told, move: tuple[str, ...], skills: tuple[str, ...]) -> None:
        """A program of every office tells no colleague who knows of the new work."""
        assert "whoever works with" not in by_key(told(*move, *skills), "whom").text

    def test_what_may_be_in_use_is_not_left_alone(self, told) -> None:
        """A tool that one is asked to name is not in the same breath a tool to leave alone."""
        text = by_key(told("software developer", "software", "MLOps engineer", "software", "Python"), "learn-first").text
        alone = text.partition("; leave ")[2].partition(" alone until")[0]
        likely = text.partition(" may be in your hands already")[0].rpartition("; ")[2]

        assert likely
        assert not [name for name in re.split(", | and ", likely) if name in alone]

    @pytest.mark.parametrize(("target", "time"), [("data annotator", "a week"), ("prompt engineer", "months")])
    def test_first_months_suit_the_work(self, told, target: str, time: str) -> None:
        """What is taught on the job takes no months, and nobody has had ten years of what is younger."""
        text = by_key(told("registered nurse", "hospital", target, "software"), "first-months").text

        assert f"Expect {time} in which" in text
        assert "ten years" not in text
        assert "when you have" not in text

    def test_every_advice_says_something(self, told) -> None:
        """Where nothing stands near and no weight matters, that is said instead of nothing."""
        plan = told("truck driver", "trucking", "data annotator", "software", "GPS", "cooking")

        assert "such as a real offer where you live" in by_key(plan, "what-would-change").text
        assert all(one.text for one in advise(plan))

    def test_a_large_step_is_not_waved_through(self, told) -> None:
        """Nobody is told to go straight for a large step that is not taught on the job."""
        plan = told("pharmacist", "hospital", "data scientist", "hospital", "patient care")

        assert DifficultyBand.LARGE is plan.difficulty.band
        assert by_key(plan, "recommended").title.startswith("No easier way")

    def test_a_hair_is_no_reason_for_a_detour(self) -> None:
        """A way that costs two hundredths less than the leap is not sold as the shorter one."""
        advice = by_key(_with_totals(0.53, leap=0.55), "recommended")

        assert "No clearly easier way" in advice.title
        assert "Three steps would cost 0.53, 0.02 less, which is too little to choose the longer way for" in advice.text

    @pytest.mark.parametrize(("way", "other", "is_close"), [(0.46, 0.49, False), (0.42, 0.45, False), (0.46, 0.48, True)])
    def test_three_hundredths_are_three_hundredths(self, way: float, other: float, is_close: bool) -> None:
        """Whether two ways are too close to call does not hang on how fractions are kept."""
        text = by_key(_with_totals(way, other, leap=0.7), "what-would-change").text

        assert is_close == ("too close to call" in text)

    def test_a_student_has_no_pay(self, told) -> None:
        """Nobody reads of the pay in their present role who has none, whatever the field of study pays."""
        plan = told("economics student", "", "data scientist", "bank", "R")

        assert plan.switch.origin.role.onet_codes
        assert plan.present_pay is None
        assert not [step for route in plan.routes for step in route.steps if plan.is_pay_cut(step)]
        assert "your work as a student" not in whole(plan)

    def test_who_is_not_rated_is_not_said_to_be(self, told) -> None:
        """Ratings of another occupation are not called those of officers."""
        text = whole(told("army officer", "military", "machine learning engineer", "software", "Python"))

        assert "military officers typically reach" not in text
        assert "the occupation that stands in for military officers reaches" in text

    def test_learning_is_asked_about_as_it_happens(self, told) -> None:
        """Who teaches statistics is not asked how somebody who has yet to learn mathematics gets on."""
        text = by_key(
            told("high school teacher", "public school", "data scientist", "software", "statistics"), "questions"
        ).text

        assert "How much mathematics beyond statistics does your week ask for?" in text
        assert "yet to learn mathematics" not in text

    def test_tasks_beside_the_job_prepare_no_other_trade(self, told) -> None:
        """AI tasks prepare a step into AI, and not one into managing a ward."""
        plan = told("registered nurse", "hospital", "AI product manager", "software", "triage")
        step = plan.routes[0].steps[0]

        assert step.same_employer
        assert not step.target.role.is_ai
        assert "prepares the step" not in by_key(plan, "beside-own-job").text

    @pytest.mark.parametrize("named", [("Python", "Git", "prompt design"), ("Python", "PyTorch", "NumPy")])
    def test_texts_are_marked_where_one_marks_them(self, told, named: tuple[str, ...]) -> None:
        """Nobody marks anything in an interface for programmers."""
        for target in ("prompt engineer", "AI safety researcher"):
            action = by_key(told("software developer", "bank", target, "software", *named), "beside-own-job").actions[1].text

            assert "mark each by hand" in action

    @pytest.mark.parametrize(
        ("move", "stop"),
        [
            (("truck driver", "trucking", "AI consultant", "trucking"), "Truck Transportation"),
            (("registered nurse", "hospital", "machine learning engineer", "software"), "Hospitals"),
        ],
    )
    def test_no_stone_is_a_job_that_nobody_has_there(self, told, move: tuple[str, ...], stop: str) -> None:
        """A haulier and a hospital are no places to look for a new kind of job as a stepping stone."""
        plan = told(*move)
        targets = [step.target for route in plan.routes for step in route.steps if step.target.role != plan.target.role]

        assert not [at for at in targets if at.role.is_blend and at.industry is not None and stop == at.industry.title]

    @pytest.mark.parametrize(
        ("move", "skills"),
        [
            (("accountant", "bank", "accountant", "software"), ("auditing", "tax")),
            (("software developer", "bank", "software developer", "software"), ("Java",)),
            (("data scientist", "bank", "data scientist", "bank"), ()),
        ],
    )
    def test_nobody_learns_the_work_that_they_do(self, told, move: tuple[str, ...], skills: tuple[str, ...]) -> None:
        """Who keeps the role is told of no course, no tool to come and nothing missing, but of the new trade."""
        plan = told(*move, *skills)
        text = whole(plan)

        assert plan.gaps.gaps
        assert by_key(plan, "learn-first").title.startswith("No course comes first")
        assert not re.search("yet to learn|start with|comes second|are missing or not named", text)
        assert not [route for route in plan.routes if f"Straight to {plan.target.role.title}" in route.reason]
        assert re.search("the new trade|leading a project", by_key(plan, "first-months").title)

    def test_long_official_names_are_shortened_whole(self, told) -> None:
        """A name longer than a line is called what people call it, and is not cut in the middle."""
        assert "DICOM" == short_name("Digital Imaging Communications in Medicine DICOM medical imaging software")
        assert "im…" not in whole(told("registered nurse", "hospital", "clinical AI specialist", "hospital", "Epic"))

    def test_what_is_learned_may_be_many(self, told) -> None:
        """Things in the plural are not said to come second."""
        text = by_key(told("registered nurse", "hospital", "clinical AI specialist", "hospital", "Epic"), "learn-first").text

        assert "; then health data standards, and SQL after that, once you can do a small job in Python" in text

    def test_a_doctoral_student_hears_of_no_degree(self, told) -> None:
        """Whoever says doctoral student has said enough of schooling."""
        plan = told("PhD student in physics", "university", "machine learning engineer", "software", "Python")

        assert "you stated no schooling" not in whole(plan)
        assert "you stated no schooling" in whole(
            told("physics student", "", "machine learning engineer", "software", "Python")
        )

    def test_the_present_employer_is_first_as_what(self, told) -> None:
        """Where the way begins inside with another role than the target, the title says with which."""
        plan = told("professor", "university", "AI research scientist", "university", "")
        first = plan.routes[0].steps[0]

        assert first.same_employer
        assert first.target.role != plan.target.role
        assert "as a college computer science teacher" in by_key(plan, "kind-of-employer").title

    def test_a_student_hears_of_the_usual_degree(self, told) -> None:
        """Where the figures hold no schooling of the person, what is usual there is said, and that it is left out."""
        plan = told("computer science student", "", "AI safety researcher", "software", "Python")
        advice = by_key(plan, "what-would-change")

        assert "schooling" in advice.title
        assert "usually ask for a master's degree; you stated no schooling, so the figures leave it out" in advice.text

    @pytest.mark.parametrize(
        "move",
        [
            ("software developer", "bank", "machine learning engineer", "bank"),
            ("registered nurse", "hospital", "data scientist", "hospital"),
            ("truck driver", "trucking", "data scientist", "trucking"),
        ],
    )
    def test_tasks_begin_with_the_talks(self, told, move: tuple[str, ...]) -> None:
        """Nobody is to work half a year on first tasks for a step that asks for talks three months before the search."""
        plan = told(*move)
        weeks = [[action.weeks_before_search for action in by_key(plan, key).actions] for key in ("beside-own-job", "whom")]

        assert weeks[0][0] == weeks[1][0] == PACE[plan.difficulty.band].weeks
        assert weeks[0] == sorted(weeks[0], reverse=True)
        assert weeks[0][-1] >= 4

    def test_jobs_in_the_military_are_for_civilians(self, told) -> None:
        """An officer is not told that the service would make them a project manager: that is a civilian's job."""
        plan = told("army officer", "military", "data scientist", "military", "planning")

        assert "become a data scientist in the military, as a civilian" in by_key(plan, "recommended").text.lower()
        assert all(", as a civilian" in route.steps[0].reason for route in plan.routes)
        assert "civilian" not in whole(told("army officer", "military", "data annotator", "software"))

    @pytest.mark.parametrize("skills", [(), ("patient care", "Epic")])
    def test_three_questions_fill_a_talk(self, told, skills: tuple[str, ...]) -> None:
        """Where the plan holds little to ask about, those who came the same way are asked about."""
        advice = by_key(told("pharmacist", "hospital", "data scientist", "hospital", *skills), "questions")

        assert advice.title.startswith("3 questions")
        assert "Who has come to your team from work like mine" in advice.text

    @pytest.mark.parametrize("skills", [(), ("Python",), ("patient care", "Epic")])
    def test_no_reason_is_given_twice(self, told, skills: tuple[str, ...]) -> None:
        """Every piece of advice has a reason of its own."""
        reasons = [one.reason for one in advise(told("registered nurse", "hospital", "data scientist", "software", *skills))]

        assert len(set(reasons)) == len(reasons)
