"""Every step of every route is a row, and no cell is a formula."""

from __future__ import annotations

import csv
import io

import attrs
import pytest
from aijobkit_csv_report import report

from aijobkit import SwitchPlan
from aijobkit.testing import check_provider, sample_plans


def rows(plan: SwitchPlan) -> list[dict[str, str]]:
    """Return the report as rows."""
    return list(csv.DictReader(io.StringIO(report.render(plan))))


@pytest.mark.parametrize("plan", sample_plans(), ids=lambda plan: plan.switch.kind.value)
def test_contract(plan: SwitchPlan) -> None:
    """It never fails, is deterministic and changes nothing."""
    check_provider(report, plan.person, plan, other_processes=False)


def test_every_step_is_a_row() -> None:
    """Rows and steps are as many, in the same order, with the same costs."""
    plan = sample_plans()[0]
    steps = [step for route in plan.routes for step in route.steps]

    assert [row["cost"] for row in rows(plan)] == [f"{step.cost:.4f}" for step in steps]


def test_formulas_stay_text() -> None:
    """A title that a spreadsheet would run gets an apostrophe."""
    plan = sample_plans()[0]
    evil = attrs.evolve(plan.routes[0], title='=HYPERLINK("x")')

    assert rows(attrs.evolve(plan, routes=(evil,)))[0]["route"] == '\'=HYPERLINK("x")'


def test_plan_without_routes_is_a_header() -> None:
    """Nothing to show gives a header and no row."""
    assert rows(attrs.evolve(sample_plans()[0], routes=())) == []
