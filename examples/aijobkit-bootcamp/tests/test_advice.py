"""The bootcamp's advice keeps the contract and sells nothing that is not needed."""

from __future__ import annotations

import attrs
import pytest
from aijobkit_bootcamp import advice

from aijobkit import SwitchPlan
from aijobkit.plans import GapReport
from aijobkit.testing import check_provider, sample_plans


@pytest.mark.parametrize("plan", sample_plans(), ids=lambda plan: plan.switch.kind.value)
def test_contract(plan: SwitchPlan) -> None:
    """It never fails, is deterministic and changes nothing."""
    check_provider(advice, plan.person, plan)


def test_courses_follow_the_gaps() -> None:
    """Only courses for gaps of this plan are offered, each once, with the weeks they take in all."""
    plan = sample_plans()[1]
    offered = advice.wanted(plan)

    assert len({course.title for course in offered}) == len(offered)
    found = {one.key: one for one in check_provider(advice, plan.person, plan).advice}["courses"]
    assert found.actions[0].weeks_before_search == sum(course.weeks for course in offered[:3])


def test_known_skill_is_not_sold() -> None:
    """Who names Python is told not to take the Python course."""
    plan = sample_plans()[0]
    found = {one.key: one for one in check_provider(advice, plan.person, plan).advice}

    assert found["not-needed"].title == "You do not need our “Python for Working People”"


def test_no_gap_no_course() -> None:
    """Where nothing is missing, nothing is offered."""
    plan = attrs.evolve(sample_plans()[3], gaps=GapReport())

    assert check_provider(advice, plan.person, plan).advice == ()


def test_seller_is_named() -> None:
    """Every piece of advice says who sells the courses."""
    plan = sample_plans()[0]

    assert all("sells" in one.evidence[0].detail for one in check_provider(advice, plan.person, plan).advice)
