"""The guest annex: what authors of plugins get, tested with plugins that break one rule each."""

from __future__ import annotations

import itertools
import os

import pytest

from aijobkit import Person, SwitchKind, SwitchPlan, hookimpl
from aijobkit.errors import InvalidValueError, PluginError
from aijobkit.plans import ReportFormat, StepWeight
from aijobkit.plugins import make_plugin_manager
from aijobkit.roles import FoundRole
from aijobkit.testing import check_provider, sample_people, sample_plans
from aijobkit.testing.fixtures import aijobkit_no_plugins  # noqa: F401  # pytest finds it by this name
from plans_by_hand import GROUND, PERSON, PLAN, advice

COUNTER = itertools.count()


class Good:
    """A plugin that keeps the contract in every hook."""

    @hookimpl
    def aijobkit_advise(self, person, plan):
        """Advise on the first gap, if there is one."""
        return [advice(f"learn {gap.name}") for gap in plan.gaps.gaps[:1]]

    @hookimpl
    def aijobkit_weigh_step(self, step):
        """Find every step a little harder."""
        return StepWeight(factor=1.1, reason="made up", evidence=GROUND)

    @hookimpl
    def aijobkit_find_roles(self, text):
        """Know one word."""
        return [FoundRole(code="15-2051.00", confidence=0.5, reason="made up")] if text == "nurse" else None

    @hookimpl
    def aijobkit_report_formats(self):
        """Write the kind."""
        return [ReportFormat(name="kind", title="Kind", media_type="text/plain", render=render_kind)]


class Hasty(Good):
    """Takes for granted that there are gaps."""

    @hookimpl
    def aijobkit_advise(self, person, plan):
        """Fail where there is no gap."""
        return [advice(plan.gaps.gaps[0].name)]


class Moody(Good):
    """Says something else every time."""

    @hookimpl
    def aijobkit_advise(self, person, plan):
        """Count calls."""
        return [advice(f"tip {next(COUNTER)}")]


class Unsorted(Good):
    """Returns what comes out of a set."""

    @hookimpl
    def aijobkit_advise(self, person, plan):
        """Depend on the hash seed."""
        return [advice("tip", text=" ".join({f"word{number}" for number in range(50)}))]


class Pushy(Good):
    """Changes the person."""

    @hookimpl
    def aijobkit_advise(self, person, plan):
        """Mutate."""
        object.__setattr__(person, "skills", ())
        return []


class Deaf(Good):
    """Fails on text that it does not know."""

    @hookimpl
    def aijobkit_find_roles(self, text):
        """Fail."""
        return [FoundRole(code={"nurse": "29-1141.00"}[text], confidence=1.0, reason="made up")]


class Mute(Good):
    """Has a renderer that fails."""

    @hookimpl
    def aijobkit_report_formats(self):
        """Divide by zero."""
        return [ReportFormat(name="mute", title="Mute", media_type="text/plain", render=render_nothing)]


class Misspelt:
    """Implements what is no hook."""

    @hookimpl
    def aijobkit_advices(self, person, plan):
        """Be misspelt."""
        return []


def render_kind(plan: SwitchPlan) -> str:
    """Return the kind of switch."""
    return plan.switch.kind.value


def render_nothing(plan: SwitchPlan) -> str:
    """Fail."""
    raise ZeroDivisionError


def test_good_plugin_passes() -> None:
    """A plugin that keeps the contract gets its own advice back."""
    found = check_provider(Good(), PERSON, PLAN)

    assert ["learn PyTorch"] == [one.key for one in found.advice]
    assert {"checked"} == {one.provider for one in found.advice}


@pytest.mark.parametrize(
    ("plugin", "complaint"),
    [
        (Hasty(), "on a plan with nothing in it: IndexError"),
        (Moody(), "gives other answers when asked again"),
        (Unsorted(), "gives other answers under another hash seed"),
        (Pushy(), "changed a value that it was given"),
        (Deaf(), "aijobkit_find_roles: KeyError"),
        (Mute(), "report format 'mute' of checked failed: ZeroDivisionError"),
        (Misspelt(), "there is no hook 'aijobkit_advices'; did you mean aijobkit_advise?"),
        (Good, "is a class; give an instance of it"),
    ],
    ids=lambda value: getattr(type(value), "__name__", ""),
)
def test_each_broken_rule_is_named(plugin: object, complaint: str) -> None:
    """A plugin that breaks a rule is told which one."""
    with pytest.raises(PluginError) as caught:
        check_provider(plugin, PERSON, PLAN)
    assert complaint in str(caught.value)


def test_other_processes_can_be_left_out() -> None:
    """Inside a property test the slow part is switched off."""
    assert () == check_provider(Unsorted(), PERSON, PLAN, other_processes=False).failures


def test_plugin_that_cannot_travel_is_checked_here() -> None:
    """A class inside a function cannot be sent to another process, and is checked in this one."""

    class Local(Good):
        pass

    assert check_provider(Local(), PERSON, PLAN).advice


@pytest.mark.parametrize(("person", "plan"), [("nurse", PLAN), (PERSON, None)])
def test_arguments_are_checked(person: object, plan: object) -> None:
    """Something else than a person or a plan is refused in our words."""
    with pytest.raises(InvalidValueError):
        check_provider(Good(), person, plan)  # type: ignore[arg-type]


def test_samples_cover_every_kind_of_switch() -> None:
    """The sample plans show all kinds, with and without skills and routes, and hold no advice yet."""
    plans = sample_plans()

    assert set(SwitchKind) == {plan.switch.kind for plan in plans}
    assert {True, False} == {bool(plan.person.skills) for plan in plans}
    assert () == tuple(one for plan in plans for one in (*plan.advice, *plan.failures))


def test_samples_belong_together() -> None:
    """People and plans come in one order, and name nobody."""
    assert sample_people() == tuple(plan.person for plan in sample_plans())
    assert all(isinstance(person, Person) and not person.name for person in sample_people())


@pytest.mark.usefixtures("aijobkit_no_plugins")
def test_fixture_keeps_plugins_out() -> None:
    """With the fixture nobody is asked but the built-in providers."""
    assert "" == os.environ["AIJOBKIT_PLUGINS"]
    assert {"aijobkit"} == {info.distribution for info in make_plugin_manager().infos}
