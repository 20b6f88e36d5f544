"""Steps to a new employer get harder by what the person set, and steps inside the present one stay as they are."""

from __future__ import annotations

import pytest
from aijobkit_relocation.weighing import WEIGHER, Weigher, from_setting

from aijobkit.plugins import make_plugin_manager, weigh_step
from aijobkit.testing import check_provider, sample_plans

STEPS = [(step, plan.person) for plan in sample_plans() for route in plan.routes for step in route.steps]


def test_contract() -> None:
    """It never fails, is deterministic and changes nothing."""
    for plan in sample_plans():
        check_provider(WEIGHER, plan.person, plan, other_processes=False)


def test_inside_the_employer_nothing_changes() -> None:
    """Whoever stays neither moves nor needs a permit."""
    manager = make_plugin_manager(discover=False, plugins={"moving": Weigher(moving=0.5, permit=1.0)})
    factors = {step.same_employer: weigh_step(step, person, manager=manager).factor for step, person in STEPS}

    assert factors == {True: 1.0, False: pytest.approx(3.0)}


def test_setting_is_read() -> None:
    """The setting of the environment becomes a weigher."""
    assert from_setting("permit=0.5 moving=0.2") == Weigher(moving=0.2, permit=0.5)
    assert from_setting("") == Weigher(moving=0.0, permit=0.0)


@pytest.mark.parametrize("text", ["moving", "moving=-1", "visa=1", "moving=9", "moving=a lot"])
def test_bad_setting_is_refused(text: str) -> None:
    """A setting that says nothing clear is refused with what it should read like."""
    with pytest.raises(ValueError, match="AIJOBKIT_RELOCATION"):
        from_setting(text)


def test_nothing_set_is_nothing_said() -> None:
    """Without shares no step is touched."""
    step, person = STEPS[0]

    assert Weigher(moving=0.0).aijobkit_weigh_step(step, person) is None
