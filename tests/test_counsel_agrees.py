"""Counsel agrees with the routes beside it, and says why it asks for less or more."""

from __future__ import annotations

import attrs
import pytest

from aijobkit import Advice, EmployerKind, Person, Position, Seniority, SwitchPlan, Taxonomy, make_plan, make_plugin_manager
from aijobkit.plans import Gap
from aijobkit.providers import gaps as lessons
from aijobkit.providers import interviews, routes, strengths
from aijobkit.providers._case import read_case
from aijobkit.roles import Domain
from aijobkit.switches import Stability
from plans_by_hand import GROUND, nurse, plan_for

TRUCKS = ("53-3032.00", "484", "aijobkit:data-annotator", "5132")
PHYSICIST = ("19-2012.00", "5417", "aijobkit:machine-learning-engineer", "5132")
ROBOTS = ("17-2141.00", "3361", "17-2199.08", "3361")
NURSE_STAYS = ("29-1141.00", "622", "29-1141.00", "622")
BREAK = ("aijobkit:career-break", "", "aijobkit:ai-support-specialist", "3364")
TEACHER = ("25-2021.00", "6111", "aijobkit:prompt-engineer", "5132")
ELECTRICIAN = ("47-2111.00", "23", "15-1299.00", "5182")
WAREHOUSE = ("53-1042.00", "493", "aijobkit:data-annotator", "3361")
MARKETING = ("11-2021.00", "455", "aijobkit:ai-product-manager", "455")
STUDENT = ("computer science student", "", "aijobkit:ai-engineer", "5132")
TRADE = ("aijobkit:data-scientist", "5221", "aijobkit:data-scientist", "5132")
PARALEGAL = ("23-2011.00", "5411", "aijobkit:ai-governance-specialist", "524")
BIOLOGIST = ("19-1029.04", "6113", "19-1029.01", "541714")
FARMER = ("11-9013.00", "111", "aijobkit:data-annotator", "5132")
NURSE = ("29-1141.00", "622", "aijobkit:data-scientist", "5132")
SOLDIER = ("55-3016.00", "92811", "15-2051.01", "5132")
NURSE_COUNTS = ("29-1141.00", "622", "15-2051.02", "622")


@pytest.fixture(scope="module")
def plan_of(taxonomy: Taxonomy):
    """Return what makes a plan from codes."""

    def plan(
        move: tuple[str, str, str, str],
        skills: tuple[str, ...] = (),
        employer: EmployerKind | None = None,
        past: tuple[str, ...] = (),
    ) -> SwitchPlan:
        role, industry, to_role, to_industry = move
        here = taxonomy.industry(industry) if industry else None
        before = tuple(Position(role=taxonomy.role(one)) for one in past)
        person = Person(position=Position(role=taxonomy.role(role), industry=here), skills=skills, past=before)
        target = Position(role=taxonomy.role(to_role), industry=taxonomy.industry(to_industry))
        manager = make_plugin_manager(discover=False)
        return make_plan(person, target, taxonomy=taxonomy, employer=employer, manager=manager)

    return plan


def told(plan: SwitchPlan) -> str:
    """Return all advice as one text."""
    return "\n".join(
        text for one in plan.advice for text in (one.title, one.text, one.reason, *(act.text for act in one.actions))
    )


def by_key(plan: SwitchPlan, key: str) -> Advice:
    """Return one piece of advice."""
    return next(one for one in plan.advice if one.key == key)


class TestStartups:
    """A startup is a first choice only where one of the ways that help goes over one."""

    def test_not_where_no_way_goes_over_one(self, plan_of) -> None:
        """A truck driver whose only way is the leap is not sent to a startup, and hears of none."""
        advice = by_key(plan_of(TRUCKS), "kind-of-employer")

        assert "startup" not in advice.title + advice.text

    def test_where_it_was_asked_for(self, plan_of) -> None:
        """Who wants a startup is told of it."""
        assert "startup" in by_key(plan_of(TRUCKS, employer=EmployerKind.STARTUP), "kind-of-employer").title

    @pytest.mark.parametrize("move", [TRUCKS, PHYSICIST, ROBOTS, NURSE_COUNTS])
    def test_the_title_names_one_only_beside_such_a_way(self, plan_of, move: tuple[str, str, str, str]) -> None:
        """The law itself."""
        plan = plan_of(move)
        ways = [route for route in plan.routes if plan.is_way_out(route) or route is plan.routes[0]]
        offered = any(step.employer is EmployerKind.STARTUP for route in ways for step in route.steps)

        assert offered or "startup" not in by_key(plan, "kind-of-employer").title

    def test_not_in_hospitals(self, plan_of) -> None:
        """Where nobody founds startups none lets a nurse try anything."""
        assert "startup" not in by_key(plan_of(NURSE_STAYS), "kind-of-employer").text


def test_few_talks_for_a_large_step_say_why(plan_of) -> None:
    """Of two large steps the one that asks for fewer talks names the reason."""
    assert "into work that is mostly taught on the job, deserves 3 talks" in by_key(plan_of(TRUCKS), "whom").reason
    assert "taught on the job" not in by_key(plan_of(PHYSICIST), "whom").reason


def test_a_trade_does_not_hang_on_a_tool(plan_of) -> None:
    """Nobody has to know Git before equipment maintenance."""
    text = by_key(plan_of(ROBOTS), "learn-first").text

    assert "equipment maintenance need not wait for that" in text
    assert "equipment maintenance after that" not in text


@pytest.mark.parametrize(
    ("move", "expected", "never"),
    [
        (TRUCKS, "sort them in Label Studio", "answer it with Label Studio"),
        (ROBOTS, "try to answer it with", "answer it with Git"),
    ],
)
def test_the_first_action_suits_the_tool(plan_of, move: tuple[str, str, str, str], expected: str, never: str) -> None:
    """Questions are answered with what can answer one; in tools for marking something is marked."""
    first = plan_of(move).routes[0].first_action

    assert expected in first
    assert never not in first


@pytest.mark.parametrize(
    ("move", "skills", "past", "expected", "never"),
    [
        (
            BREAK,
            ("Linux", "troubleshooting"),
            ("avionics technician",),
            (
                "“I worked as an avionics technician and am on a career break now, with experience in Linux",
                "put what you did as an avionics technician first",
                "Where would an avionics technician with Linux",
                "who once were avionics technicians",
                "more in the work of avionics technicians than",
            ),
            ("though no list counts it", "stands in for", "made or finished so far"),
        ),
        (TEACHER, (), ("waiter",), ("No figure here uses your time among waiters.",), ("is part of it",)),
        (
            ELECTRICIAN,
            (),
            (),
            ("No course comes first: ask IT specialists what they had to learn", "what a newcomer does in the first weeks"),
            ("English language", "where computers", "use computers", "they would expect", "order of your list", "on the daily"),
        ),
        (
            WAREHOUSE,
            ("forklift", "SAP"),
            (),
            ("“I work as a warehouse supervisor in a warehouse",),
            ("needs leading", "mention SAP", "that uses SAP", "name it as the employer", "took time at first"),
        ),
        (MARKETING, ("SQL",), (), ("When did product discovery last take",), ("needs leading",)),
        (
            STUDENT,
            ("Bash", "German"),
            (),
            (", which go with what you study",),
            ("without the usual degree", "carry somebody", "your work as"),
        ),
        (TRADE, ("Python",), (), ("later tell them what came of it",), ("change the order", "done about the new trade")),
        (
            PARALEGAL,
            ("legal research",),
            (),
            ("Learn the EU AI Act first", "once you are familiar with the EU AI Act", "whether you like work on the EU AI Act"),
            (" to OneTrust", "towards OneTrust", "towards EU", "like EU", "your EU", "your the"),
        ),
        (BIOLOGIST, ("R",), (), ("working with SQL", "checks your work on SQL"), ("like Git", "work on Git", "job in Git")),
        (FARMER, (), (), ("to another farmer",), ("report to",)),
        (NURSE, ("patient care", "shift planning"), (), (), ("that uses patient", "mention patient", "You would change from")),
        (SOLDIER, (), (), ("the officer in charge of supply",), ("that office",)),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) and len(value) == 4 else "",
)
def test_a_reader_finds_nothing_to_stumble_over(
    plan_of,
    move: tuple[str, str, str, str],
    skills: tuple[str, ...],
    past: tuple[str, ...],
    expected: tuple[str, ...],
    never: tuple[str, ...],
) -> None:
    """What a reader of fourteen plans found; each of the phrases on the right was printed once."""
    text = told(plan_of(move, skills, past=past))

    assert [] == [words for words in expected if words not in text]
    assert [] == [words for words in never if words in text]


@pytest.fixture(scope="module")
def said(taxonomy: Taxonomy):
    """Return what makes a plan from everyday words, with what a person may say of themselves besides."""

    def plan(move: tuple[str, str, str, str], *skills: str, education: int | None = None, rank: Seniority | None = None):
        role, industry, to_role, to_industry = move
        here = taxonomy.industry(industry) if industry else None
        position = Position(role=taxonomy.role(role), industry=here, seniority=rank)
        target = Position(role=taxonomy.role(to_role), industry=taxonomy.industry(to_industry))
        person = Person(position=position, skills=skills, education=education)
        return make_plan(person, target, taxonomy=taxonomy, manager=make_plugin_manager(discover=False))

    return plan


DAIRY = ("dairy farmer", "dairy farming", "data annotator", "farm machinery manufacturer")
TAXES = ("tax examiner", "921130", "AI governance specialist", "921130")
SCHOOL = ("high school teacher", "public school", "data scientist", "software")
COLLEGE = ("student", "", "data scientist", "software")
PIPELINES = ("data engineer", "telecommunications", "data engineer", "software")
WIRES = ("electrician", "construction", "data annotator", "software")
KITCHEN = ("chef", "restaurants", "AI product manager", "software")
RESEARCH = ("operations research analyst", "logistics", "data scientist", "logistics")


@pytest.mark.parametrize(
    ("move", "skills", "more", "expected", "never"),
    [
        (
            DAIRY,
            ("bookkeeping", "spreadsheets"),
            {"education": 2},
            ("No detour to", "a large step (0.60), probably for less pay", "hardly any such jobs in the sector of"),
            ("Go straight for it", "I bring spreadsheets: what of"),
        ),
        (
            TAXES,
            ("tax law",),
            {},
            (
                "Become an AI governance specialist with your present employer",
                "too little to choose the longer way for",
                "I work as a tax officer in government",
                "once you are familiar with the EU AI Act",
            ),
            ("used to the EU AI Act", "one leap", "this one costs least"),
        ),
        (
            SCHOOL,
            ("statistics", "teaching", "GeoGebra", "Excel"),
            {},
            (
                "What you bring: statistics and Excel",
                "statistics comes near to what is asked for, Excel is listed without being counted, and our lists do not ask",
            ),
            ("without statistics", "a high school teacher with statistics and teaching"),
        ),
        (COLLEGE, ("Python",), {"education": 4}, ("if your studies lead to a bachelor's degree, finish them",), ("is a must",)),
        (
            PIPELINES,
            ("Spark", "SQL"),
            {},
            ("Three small tasks beside your work as a data engineer, with Spark and SQL",),
            ("stands out among", "need that as well", "first AI tasks"),
        ),
        (
            WIRES,
            ("PLC programming", "Excel pivot tables"),
            {},
            ("postings that mention Excel pivot tables and train",),
            ("mention PLC", "what of Microsoft Excel"),
        ),
        (
            KITCHEN,
            ("purchasing",),
            {"rank": Seniority.EXECUTIVE},
            ("if you report to anybody, tell them first", "to the people who work with you"),
            ("whoever you report to", "your employer has approved"),
        ),
        (RESEARCH, ("planning", "R"), {}, ("with experience in R and planning",), ()),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) and len(value) == 4 else "",
)
def test_words_agree_with_the_plan(said, move, skills, more, expected, never) -> None:
    """What another reader found: cheers beside cautions, skills called lacking, a detour that saves nothing."""
    text = told(said(move, *skills, **more))

    assert [] == [words for words in expected if words not in text]
    assert [] == [words for words in never if words in text]


@pytest.mark.parametrize(
    ("near", "name", "is_asked"),
    [
        ("Keras", "PyTorch", True),
        ("Excel pivot tables", "Microsoft Excel", False),
        ("statistics", "statistics in Python", False),
    ],
)
def test_nobody_asks_about_a_part_of_what_they_bring(near: str, name: str, is_asked: bool) -> None:
    """What is new of a tool is asked by who knows another one, not by who names a part of it."""
    gap = Gap(name=name, domain=Domain.TECHNOLOGY, near=near, evidence=GROUND)
    plan = plan_for(nurse(near))
    case = read_case(plan.person, attrs.evolve(plan, gaps=attrs.evolve(plan.gaps, gaps=(gap,))))

    assert is_asked == (f"I bring {near}: what of" in interviews._questions(case).text)


def test_at_home_is_not_where_one_is_slow() -> None:
    """Who is slow at planning under uncertainty is not at home with planning."""
    gap = Gap(name="planning under uncertainty", domain=Domain.TOPIC, near="planning", evidence=GROUND)
    plan = plan_for(nurse("planning"))
    case = read_case(plan.person, attrs.evolve(plan, gaps=attrs.evolve(plan.gaps, gaps=(gap,))))
    title = strengths._first_months(case).title

    assert "Slow at first with planning under uncertainty, at home in your work as a registered nurse" == title


def test_only_products_are_left_alone() -> None:
    """A kind of program and a way to write data down are nothing that one could leave alone."""
    names = ("PyTorch", "Docker", "Kafka", "Terraform", "Chatbot software", "JavaScript Object Notation JSON", "Snowflake")
    missing = [Gap(name=name, domain=Domain.TECHNOLOGY, evidence=GROUND) for name in (*names[:4], "Ray", "dbt", *names[4:])]
    plan = plan_for(nurse("Python"))
    case = read_case(plan.person, attrs.evolve(plan, gaps=attrs.evolve(plan.gaps, gaps=tuple(missing))))

    assert ["Snowflake"] == lessons._waiting(case)


@pytest.mark.parametrize(("hangs_on", "is_firm"), [((), True), (("band_large",), False)])
def test_a_border_of_ours_is_a_judgement_of_ours(hangs_on: tuple[str, ...], is_firm: bool) -> None:
    """Words that another border would change are not called words that no judgement changes."""
    firm = Stability(change=0.2, band_holds=is_firm, hangs_on=hangs_on, band_hangs_on=hangs_on)
    plan = plan_for(nurse("Python"))
    alone = attrs.evolve(plan, routes=[plan.routes[-1]], difficulty=attrs.evolve(plan.difficulty, value=0.8, stability=firm))
    text = next(one for one in routes.aijobkit_advise(plan.person, alone) if one.key == "what-would-change").text

    assert is_firm == ("no single judgement of ours changes" in text)
    assert is_firm == ("a border that we drew would" not in text)
