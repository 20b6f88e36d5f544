"""First AI tasks come from one's own trade."""

from __future__ import annotations

import pytest

from aijobkit import Role, Taxonomy
from aijobkit.providers._first_tasks import BY_BEGINNING
from aijobkit.providers._work import is_guarded, work_of

MINOR_GROUP = 4  # such as "27-2"


def told(code: str) -> str:
    """Return what work of *code* is told to count, to sort and to show to whom."""
    work = work_of(Role(code=code, title="made up"))
    return f"{work.count}; {work.sort}; {work.into}; {work.owner}"


def test_no_occupation_gets_the_task_of_another_group(taxonomy: Taxonomy) -> None:
    """Every occupation has a row of its minor group or a finer one; a whole major group is too many trades for one task."""
    codes = [role.code for role in taxonomy.roles if role.code[:2].isdigit()]

    assert len(codes) > 900
    assert [] == [code for code in codes if not any(code[:size] in BY_BEGINNING for size in range(MINOR_GROUP, len(code) + 1))]


def test_no_row_is_idle(taxonomy: Taxonomy) -> None:
    """Every beginning is the longest that fits some occupation."""
    found = [[role.code[:size] for size in range(len(role.code), 0, -1)] for role in taxonomy.roles]
    used = {next((beginning for beginning in one if beginning in BY_BEGINNING), "") for one in found}

    assert set() == set(BY_BEGINNING) - used


@pytest.mark.parametrize(
    ("code", "own", "foreign"),
    [
        ("53-2011.00", "chief pilot", "dispatcher"),
        ("53-2031.00", "reviews of airlines", "delivery"),
        ("53-3032.00", "dispatcher", "flight"),
        ("27-3091.00", "two languages", "headlines"),
        ("27-2042.00", "concerts", "editor"),
        ("27-2021.00", "your coach", "editor"),
        ("27-1024.00", "design contests", "headlines"),
        ("27-3023.00", "headlines", "design"),
        ("25-4022.00", "the head of your library", "exercises"),
        ("25-2031.00", "exercises", "library"),
        ("15-2011.00", "accounts of insurers", "release"),
        ("15-2051.01", "whoever asks for your figures", "ticket"),
        ("15-1252.00", "whoever plans the next release", "measurements"),
        ("19-3011.00", "central banks", "measurements"),
        ("41-2011.00", "the shop manager", "offers"),
        ("31-9011.00", "booked out", "care guidelines"),
        ("51-3011.00", "recalls of food", "machine"),
        ("49-9021.00", "machines and devices", "vehicles"),
    ],
)
def test_tasks_come_from_ones_own_trade(code: str, own: str, foreign: str) -> None:
    """An occupation that differs from its group is not told to count, to sort or to ask what its neighbours would."""
    assert own in told(code)
    assert foreign not in told(code)


@pytest.mark.parametrize("code", ["11-9041.00", "41-1011.00", "47-1011.00", "11-1011.00"])
def test_leaders_show_it_to_those_they_lead(code: str) -> None:
    """Managers and supervisors are not sent to a manager of the trade."""
    assert "the people who report to you" == work_of(Role(code=code, title="made up")).owner


@pytest.mark.parametrize("code", ["43-6013.00", "19-3033.00", "11-9111.00", "29-1141.00"])
def test_records_of_single_people_are_guarded_outside_their_major_groups(code: str) -> None:
    """Whose records are about single people is warned, also where the rest of the major group is not."""
    assert is_guarded(Role(code=code, title="made up"))
