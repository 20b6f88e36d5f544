"""Nobody is hired as a founder."""

from __future__ import annotations

import pytest

from aijobkit import EmployerKind, Person, Position, SwitchPlan, Taxonomy, make_plan, make_plugin_manager
from aijobkit.reports import render

FOUNDER = "aijobkit:ai-entrepreneur"


@pytest.fixture(scope="module")
def plan_of(taxonomy: Taxonomy):
    """Return what makes a plan to found a company, from a role and an industry."""

    def plan(role: str, industry: str, employer: EmployerKind | None = None, skills: tuple[str, ...] = ()) -> SwitchPlan:
        person = Person(position=Position(role=taxonomy.role(role), industry=taxonomy.industry(industry)), skills=skills)
        target = Position(role=taxonomy.role(FOUNDER), industry=taxonomy.industry("5132"))
        manager = make_plugin_manager(discover=False)
        return make_plan(person, target, taxonomy=taxonomy, employer=employer, manager=manager)

    return plan


def told(plan: SwitchPlan) -> str:
    """Return the page of a plan on one line."""
    return " ".join(render(plan, "text").split())


@pytest.mark.parametrize("move", [("11-1011.00", "5132"), ("29-1141.00", "622"), ("15-1252.00", "5132")])
def test_no_employer_hires_a_founder(plan_of, move: tuple[str, str]) -> None:
    """No step to a founder's work leads to an employer, and no posting is looked for."""
    plan = plan_of(*move, skills=("Python",))
    last = [step for route in plan.routes for step in route.steps if step.target.role.code == FOUNDER]

    assert last
    assert not [step for step in last if step.same_employer or step.employer is not None or step.pay is not None]
    assert "Nobody hires an AI startup founder: find a customer first" in told(plan)
    for phrase in ("years as an AI startup founder", "Look for postings"):
        assert phrase not in told(plan)
    assert "a first customer who pays" in told(plan)


@pytest.mark.parametrize("employer", list(EmployerKind))
def test_a_wished_employer_changes_nothing(plan_of, employer: EmployerKind) -> None:
    """Whatever kind of employer is wanted, founding is as hard as before."""
    wished, plain = plan_of("29-1141.00", "622", employer), plan_of("29-1141.00", "622")

    assert wished.difficulty.value == plain.difficulty.value
    assert [route.total for route in wished.routes] == [route.total for route in plain.routes]
