"""
The routes of a plan as CSV, one row per step, to open in a spreadsheet.

A cell that a spreadsheet would run as a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io

from aijobkit import SwitchPlan, hookimpl
from aijobkit.plans import ReportFormat

COLUMNS = ("route", "total", "step", "kind", "role", "industry", "employer", "same employer", "cost", "yearly pay in dollars")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def render(plan: SwitchPlan) -> str:
    """
    Return the routes of *plan* as CSV with a header, rows in the order of the plan.

    Args:
        plan: A plan; one without routes gives the header alone.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for route in plan.routes:
        for number, step in enumerate(route.steps, start=1):
            writer.writerow(
                map(
                    _cell,
                    (
                        route.title,
                        f"{route.total:.4f}",
                        number,
                        step.kind.value,
                        step.target.role.title,
                        step.target.industry.title if step.target.industry else "",
                        step.employer.value if step.employer else "",
                        "yes" if step.same_employer else "no",
                        f"{step.cost:.4f}",
                        "" if step.pay is None else f"{step.pay:.0f}",
                    ),
                )
            )
    return file.getvalue()


@hookimpl
def aijobkit_report_formats() -> list[ReportFormat]:
    """Bring the format `csv`."""
    return [ReportFormat(name="csv", title="CSV of the routes", media_type="text/csv", render=render)]
