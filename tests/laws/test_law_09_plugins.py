"""Law 9: adding, removing or reordering plugins changes only their own advice and failures."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aijobkit import Advice, RoleDefinition, Taxonomy, hookimpl, make_plan, to_json
from aijobkit.plans import StepWeight
from aijobkit.plugins import (
    AdviceReport,
    PluginManager,
    gather_advice,
    gather_roles,
    make_plugin_manager,
    weigh_step,
)
from plans_by_hand import GROUND, PERSON, PLAN, advice

BEHAVIOURS = ("gives", "gives nothing", "raises", "junk", "half-way", "mutates", "repeats", "misspelt")
NAMES = [f"guest-{letter}" for letter in "abcdefgh"]


@attrs.frozen
class Guest:
    """A plugin whose behaviour is drawn: advice, roles and weights, or some misdeed."""

    name: str
    behaviour: str
    priority: int

    def plugin(self) -> object:
        """Return an object with the hooks of this guest."""
        guest = self

        class Plugin:
            @hookimpl
            def aijobkit_advise(self, person, plan):
                return guest.advise(person)

            @hookimpl
            def aijobkit_roles(self):
                return [RoleDefinition(code=f"{guest.name}:role", title="A role", reason="drawn", source=guest.name)]

            @hookimpl
            def aijobkit_weigh_step(self, step, person):
                if guest.behaviour == "raises":
                    raise LookupError(guest.name)
                return StepWeight(factor=1.0 + guest.priority / 100, reason=guest.name, evidence=GROUND)

        class Misspelt:
            @hookimpl
            def aijobkit_advices(self, person, plan):
                return []

        return Misspelt() if self.behaviour == "misspelt" else Plugin()

    def advise(self, person: object) -> object:
        """Do what this guest does."""
        mine = [advice(f"{self.name}-{number}", priority=self.priority) for number in range(2)]
        if self.behaviour == "gives nothing":
            return None
        if self.behaviour == "raises":
            raise LookupError(self.name)
        if self.behaviour == "mutates":
            object.__setattr__(person, "skills", (self.name,))
        if self.behaviour == "half-way":
            return _half_way(mine)
        return {"junk": [object(), 7], "repeats": [mine[0], mine[0]]}.get(self.behaviour, mine)


def _half_way(mine: list[Advice]):
    yield mine[0]
    raise LookupError("half-way")


guests = st.lists(
    st.builds(Guest, name=st.sampled_from(NAMES), behaviour=st.sampled_from(BEHAVIOURS), priority=st.integers(0, 100)),
    unique_by=lambda guest: guest.name,
    max_size=len(NAMES),
)


def manager_of(chosen: list[Guest]) -> PluginManager:
    """Return a manager with the built-in providers and these guests, in this order."""
    return make_plugin_manager(discover=False, plugins={guest.name: guest.plugin() for guest in chosen})


def of_others(report: AdviceReport, names: set[str]) -> tuple[list[object], list[object]]:
    """Return the advice and failures of everybody who is not named."""
    return (
        [one for one in report.advice if one.provider not in names],
        [one for one in report.failures if one.provider not in names],
    )


class TestPluginsChangeOnlyTheirOwn:
    """Adding, removing or reordering plugins changes only their own advice and failures."""

    @given(guests, guests)
    @example([Guest("guest-a", "mutates", 0)], [Guest("guest-b", "gives", 0)])
    @example([Guest("guest-a", "raises", 0)], [Guest("guest-b", "half-way", 100)])
    @settings(max_examples=50)
    def test_adding_and_removing(self, some: list[Guest], more: list[Guest]) -> None:
        """What the others said with the additional plugins is what they said without them."""
        added = [guest for guest in more if guest.name not in {one.name for one in some}]
        names = {guest.name for guest in added}
        before = gather_advice(PERSON, PLAN, manager=manager_of(some))
        after = gather_advice(PERSON, PLAN, manager=manager_of([*added, *some]))

        assert of_others(before, names) == of_others(after, names)

    @given(guests, st.randoms(use_true_random=False))
    @settings(max_examples=50)
    def test_reordering(self, some: list[Guest], random) -> None:
        """The order of registration changes nothing at all, in no hook."""
        other = list(some)
        random.shuffle(other)
        one, two = manager_of(some), manager_of(other)
        step = PLAN.routes[0].steps[0]

        assert gather_advice(PERSON, PLAN, manager=one) == gather_advice(PERSON, PLAN, manager=two)
        assert gather_roles(manager=one) == gather_roles(manager=two)
        assert weigh_step(step, PERSON, manager=one) == weigh_step(step, PERSON, manager=two)
        assert one.asked == two.asked

    @given(guests)
    @settings(max_examples=50)
    def test_nothing_good_is_lost(self, some: list[Guest]) -> None:
        """Every guest that behaves is heard, and every misdeed is reported under its own name."""
        report = gather_advice(PERSON, PLAN, manager=manager_of(some))
        heard = {one.provider for one in report.advice}
        failed = {one.provider for one in report.failures}
        good = {guest.name for guest in some if guest.behaviour in ("gives", "half-way", "repeats")}
        bad = {guest.name for guest in some if guest.behaviour not in ("gives", "gives nothing")}

        assert good == heard & set(NAMES)
        assert bad == failed

    @given(guests)
    @settings(max_examples=50)
    def test_advice_is_sorted(self, some: list[Guest]) -> None:
        """Advice comes by priority, provider and key."""
        found = gather_advice(PERSON, PLAN, manager=manager_of(some)).advice

        assert sorted(found, key=Advice.sort_key) == list(found)


class TestTheWholePlan:
    """The same holds for the plan that everything ends in, to the last byte of its JSON."""

    @given(st.permutations([Guest(name, behaviour, 50) for name, behaviour in zip(NAMES, BEHAVIOURS, strict=True)]))
    @settings(max_examples=5)
    def test_json_does_not_hang_on_the_order(self, taxonomy: Taxonomy, crowd: list[Guest]) -> None:
        """Whatever the order of registration, the JSON of the plan is the same."""
        person, target = PERSON, PLAN.target
        one, two = (
            make_plan(person, target, taxonomy=taxonomy, manager=manager_of(guests))
            for guests in (sorted(crowd, key=str), crowd)
        )

        assert to_json(one) == to_json(two)

    def test_silent_plugins_change_nothing_but_the_list_of_those_asked(self, taxonomy: Taxonomy) -> None:
        """A plugin with nothing to say leaves everything as it is, except that the provenance says it was asked."""

        class Silent:
            @hookimpl
            def aijobkit_advise(self):
                return None

        without = make_plan(PERSON, PLAN.target, taxonomy=taxonomy, manager=manager_of([]))
        manager = make_plugin_manager(discover=False, plugins={"silent": Silent()})
        heard = make_plan(PERSON, PLAN.target, taxonomy=taxonomy, manager=manager)

        assert without == attrs.evolve(heard, provenance=without.provenance)
        assert "silent" in heard.provenance.plugins


@pytest.mark.parametrize("behaviour", BEHAVIOURS)
def test_values_of_the_caller_stay_as_they_are(behaviour: str) -> None:
    """Whatever a plugin does to what it is given, the caller's person and plan are untouched."""
    before = (repr(PERSON), repr(PLAN))
    gather_advice(PERSON, PLAN, manager=manager_of([Guest("guest-a", behaviour, 0)]))

    assert before == (repr(PERSON), repr(PLAN))
