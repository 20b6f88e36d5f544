"""Whoever has left an occupation has a last role, and no employer to ask."""

from __future__ import annotations

import pytest

from aijobkit import Person, SwitchPlan, Taxonomy, make_plan, make_plugin_manager
from aijobkit.planner import resolve_move
from aijobkit.reports import render


@pytest.fixture(scope="module")
def plan_of(taxonomy: Taxonomy):
    """Return what makes a plan from the words for the present role."""

    def plan(words: str, to_role: str = "data scientist", to_industry: str = "software") -> SwitchPlan:
        move = resolve_move(
            taxonomy, from_role=words, from_industry="car maker", to_role=to_role, to_industry=to_industry or "car maker"
        )
        person = Person(position=move.origin, skills=("MATLAB",))
        return make_plan(person, move.target, taxonomy=taxonomy, manager=make_plugin_manager(discover=False), notes=move.notes)

    return plan


def told(plan: SwitchPlan) -> str:
    """Return the page of a plan, without its sources, on one line."""
    return " ".join(render(plan, "text").split()).partition("Where the numbers come from")[0]


@pytest.mark.parametrize(
    "words",
    [
        "retired mechanical engineer",
        "laid off mechanical engineer",
        "mechanical engineer (career break)",
        "returning to work, mechanical engineer",
    ],
)
@pytest.mark.parametrize("to_industry", ["software", ""])
def test_nothing_is_advised_inside_an_employer_who_is_not_there(plan_of, words: str, to_industry: str) -> None:
    """The page speaks of the last role, offers no step inside a present employer and says how the words were read."""
    plan = plan_of(words, to_industry=to_industry)
    text = told(plan)

    assert "so your last role is taken to be" in text
    assert "Median pay in your last role" in text
    assert "I worked as a mechanical engineer at a car maker" in text
    assert "You were" in text
    assert not any(route.steps[0].same_employer for route in plan.routes)
    for phrase in ("present role", "present work", "present employer", "your employer", "I work as", "beside your work as"):
        assert phrase not in text


def test_what_was_done_still_counts(plan_of) -> None:
    """The last role is measured and paid like the present one: only the employer is missing."""
    last, present = plan_of("retired mechanical engineer"), plan_of("mechanical engineer")

    assert last.difficulty.value == present.difficulty.value
    assert (last.gaps.met, last.gaps.asked) == (present.gaps.met, present.gaps.asked)
    assert last.present_pay == present.present_pay
    assert "what you did as a mechanical engineer" in told(last)
    assert "you stated no schooling" not in told(last)


def test_the_same_work_again_is_no_switch(plan_of) -> None:
    """Who goes back to their last role does not change it."""
    plan = plan_of("retired mechanical engineer", to_role="mechanical engineer", to_industry="")

    assert "no switch" in told(plan)


@pytest.mark.parametrize(
    "words",
    [
        "former nurse", "was a nurse", "I used to be a nurse", "nurse returning to work", "back after a break, nurse",
        "nurse, currently not working", "career break (nurse)", "stay-at-home mum, former nurse", "nurse on a career break",
        "nurse between jobs", "last job: nurse",
    ],
)  # fmt: skip
def test_whoever_comes_back_has_a_last_role(taxonomy: Taxonomy, words: str) -> None:
    """However the end of the work is said, the profession stays, the employer goes, and a note says so."""
    move = resolve_move(taxonomy, from_role=words, to_role="data scientist")

    assert (move.origin.role.code, move.origin.role.has_employer) == ("29-1141.00", False)
    assert "so your last role is taken to be Registered Nurses" in move.notes[0]


def test_work_on_leave_has_an_employer(taxonomy: Taxonomy) -> None:
    """Whoever is on leave, or says only how well they work, has one."""
    for words in (
        "nurse (on leave)",
        "nurse on maternity leave",
        "on maternity leave from nursing",
        "certified nurse",
        "nurse",
    ):
        assert resolve_move(taxonomy, from_role=words, to_role="data scientist").origin.role.has_employer


@pytest.mark.parametrize("words", ["freelance translator", "self-employed translator", "translator (freelance)"])
def test_whoever_works_alone_has_no_employer_either(plan_of, taxonomy: Taxonomy, words: str) -> None:
    """A freelancer works now, hears of no employer but at the end of a step, and is told how the words were read."""
    plan = plan_of(words, to_role="computational linguist")
    text = told(plan)

    assert plan.switch.origin.is_alone
    assert plan.switch.origin.role == taxonomy.role("translator")
    assert "so you are taken to work for yourself" in text
    assert "Median pay in your present role" in text
    assert "I work for myself as an interpreter and translator" in text
    assert "knowledge of a foreign language matters more" in text
    assert not any(route.steps[0].same_employer for route in plan.routes)
    assert {plan.switch.origin.role} == {route.steps[0].origin.role for route in plan.routes}
    for phrase in ("present employer first", "your employer", "report to", "Where you work now"):
        assert phrase not in text


def test_who_was_a_freelancer_has_left(taxonomy: Taxonomy) -> None:
    """The end of the work says more than its form."""
    origin = resolve_move(taxonomy, from_role="former freelance translator", to_role="data scientist").origin

    assert not origin.is_alone
    assert not origin.role.has_employer


@pytest.mark.parametrize(("said", "words"), [("aspiring", "aspiring nurse"), ("I want to be", "I want to be a nurse")])
def test_what_is_not_yet_done_is_asked_back(taxonomy: Taxonomy, said: str, words: str) -> None:
    """An aspiring nurse is told for whom the page takes them."""
    (note, *_) = resolve_move(taxonomy, from_role=words, to_role="data scientist").notes

    assert note.startswith(f"You wrote “{said}”, ")
