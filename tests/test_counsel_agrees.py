"""Counsel agrees with the routes beside it, and says why it asks for less or more."""

from __future__ import annotations

import pytest

from aijobkit import Advice, EmployerKind, Person, Position, SwitchPlan, Taxonomy, make_plan, make_plugin_manager

TRUCKS = ("53-3032.00", "484", "aijobkit:data-annotator", "5132")
PHYSICIST = ("19-2012.00", "5417", "aijobkit:machine-learning-engineer", "5132")
ROBOTS = ("17-2141.00", "3361", "17-2199.08", "3361")
NURSE_STAYS = ("29-1141.00", "622", "29-1141.00", "622")
NURSE_COUNTS = ("29-1141.00", "622", "15-2051.02", "622")


@pytest.fixture(scope="module")
def plan_of(taxonomy: Taxonomy):
    """Return what makes a plan from codes."""

    def plan(move: tuple[str, str, str, str], skills: tuple[str, ...] = (), employer: EmployerKind | None = None) -> SwitchPlan:
        role, industry, to_role, to_industry = move
        person = Person(position=Position(role=taxonomy.role(role), industry=taxonomy.industry(industry)), skills=skills)
        target = Position(role=taxonomy.role(to_role), industry=taxonomy.industry(to_industry))
        manager = make_plugin_manager(discover=False)
        return make_plan(person, target, taxonomy=taxonomy, employer=employer, manager=manager)

    return plan


def by_key(plan: SwitchPlan, key: str) -> Advice:
    """Return one piece of advice."""
    return next(one for one in plan.advice if one.key == key)


class TestStartups:
    """A startup is a first choice only where one of the ways that help goes over one."""

    def test_not_where_no_way_goes_over_one(self, plan_of) -> None:
        """A truck driver whose only way is the leap is not sent to a startup, and is told how to see what one changes."""
        advice = by_key(plan_of(TRUCKS), "kind-of-employer")

        assert "startup" not in advice.title
        assert "no way that helps goes over one, so name it as the employer you want" in advice.text

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
