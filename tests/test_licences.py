"""A licence that a person names is not counted as missing."""

from __future__ import annotations

import pytest

from aijobkit import Person, Position, Role, SwitchPlan, Taxonomy, make_plan, make_plugin_manager
from aijobkit.gaps.licences import names_licence
from aijobkit.reports import render
from aijobkit.roles import RoleProfile

NURSE = "29-1141.00"


def profile(title: str, licence: str) -> RoleProfile:
    """Return a role that needs a licence."""
    return RoleProfile(role=Role(code=NURSE, title=title), licensed=f"{licence}: made up")


@pytest.fixture(scope="module")
def plan_of(taxonomy: Taxonomy):
    """Return what makes a plan of an ML engineer in software who wants to be a nurse."""

    def plan(*skills: str, target: str = NURSE) -> SwitchPlan:
        engineer, software = taxonomy.role("aijobkit:machine-learning-engineer"), taxonomy.industry("5132")
        person = Person(position=Position(role=engineer, industry=software), skills=skills)
        wanted = Position(role=taxonomy.role(target), industry=taxonomy.industry("622"))
        return make_plan(person, wanted, taxonomy=taxonomy, manager=make_plugin_manager(discover=False))

    return plan


def told(plan: SwitchPlan) -> str:
    """Return the page of a plan on one line."""
    return " ".join(render(plan, "text").split())


@pytest.mark.parametrize(
    ("skill", "title", "licence", "expected"),
    [
        ("RN license", "Registered Nurses", "nursing licence", True),
        ("Registered Nurse licence", "Registered Nurses", "nursing licence", True),
        ("active nursing license", "Registered Nurses", "nursing licence", True),
        ("licensed registered nurse", "Registered Nurses", "nursing licence", True),
        ("plumbing license", "Plumbers", "plumber licence", True),
        ("admitted to the bar", "Lawyers", "admission to the bar", True),
        ("CDL", "Truck Drivers", "commercial driver's licence", True),
        ("LPN license", "Registered Nurses", "nursing licence", False),
        ("driver's license", "Truck Drivers", "commercial driver's licence", False),
        ("driving licence", "Registered Nurses", "nursing licence", False),
        ("nursing", "Registered Nurses", "nursing licence", False),
        ("license", "Registered Nurses", "nursing licence", False),
        ("", "Registered Nurses", "nursing licence", False),
    ],
)
def test_words_for_a_licence(skill: str, title: str, licence: str, expected: bool) -> None:
    """It is named by its own name, by the role's, or by initials; another licence or the work alone is none."""
    assert expected is names_licence(skill, profile(title, licence))


def test_where_none_is_needed_none_is_named() -> None:
    """A role without a licence has none to be named."""
    assert not names_licence("nursing licence", RoleProfile(role=Role(code=NURSE, title="Registered Nurses")))


def test_the_words_that_advice_offers_are_read(taxonomy: Taxonomy) -> None:
    """Every name of a licence in our table is one that a person can name."""
    profiles = [taxonomy.profile(role) for role in taxonomy.roles if ":" not in role.code]
    needed = [one for one in profiles if one.licensed]

    assert needed
    assert [] == [one.role.code for one in needed if not names_licence(one.licensed.partition(":")[0], one)]


def test_a_named_licence_weighs_nothing(plan_of) -> None:
    """The figures fall, the part is shown with whose words it rests on, and no advice speaks of what is not missing."""
    with_it, without = plan_of("RN license"), plan_of("Python")
    (part,) = (part for part in with_it.difficulty.parts if part.name == "licence")

    assert 0.0 == part.value
    assert part.evidence.detail.endswith("RN license")
    assert with_it.difficulty.value < without.difficulty.value
    assert () == with_it.gaps.unrecognised
    for phrase in ("The licence first", "No way leads round the licence", "needs the licence", "our lists do not ask"):
        assert phrase not in told(with_it)
    assert "The licence first" in told(without)


def test_the_way_to_say_it_is_named(plan_of) -> None:
    """Who may hold it learns how to say so."""
    assert "name it among your skills, in words such as “nursing licence”" in told(plan_of("Python"))


def test_where_a_licence_is_needed_its_work_comes_before_its_tools(plan_of) -> None:
    """Nobody prepares for nursing with the programs of a dental practice."""
    plan = plan_of("Python")

    for key in ("learn-first", "whom", "kind-of-employer"):
        advice = next(one for one in plan.advice if one.key == key)
        assert "Dentrix" not in advice.title + advice.text
    assert "about the way to the licence" in next(one for one in plan.advice if one.key == "whom").title


def test_past_work_hides_no_licence(taxonomy: Taxonomy) -> None:
    """Where a past role lowers what stands in the way, the licence is still called by its name."""
    waiter, nurse = (Position(role=taxonomy.role(code)) for code in ("35-3031.00", NURSE))
    wanted = Position(role=taxonomy.role("29-1071.00"), industry=taxonomy.industry("622"))
    plan = make_plan(Person(position=waiter, past=[nurse]), wanted, taxonomy=taxonomy)
    advice = " ".join(piece.text for piece in plan.advice)

    assert "“licence”" not in advice
    assert "physician assistant" in advice
