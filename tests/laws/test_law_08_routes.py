"""Law 8: routes change one axis at a time, arrive, add up, and are sorted."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from aijobkit import strategies as values
from aijobkit.classify import classify
from aijobkit.difficulty import fold_parts
from aijobkit.people import Person
from aijobkit.routes import plan_routes, route_total
from aijobkit.switches import SwitchKind


@st.composite
def _moves(draw):
    """Return a switch that is one, its routes, and what they were computed with."""
    kind = draw(st.sampled_from([SwitchKind.ROLE, SwitchKind.INDUSTRY, SwitchKind.BOTH]))
    switch = draw(values.switches(kind=kind))
    assumptions = draw(values.assumptions())
    weights = draw(st.none() | st.lists(values.step_weights(), max_size=2))
    measure = draw(values.measures(assumptions=st.just(assumptions)))
    routes = plan_routes(
        Person(position=switch.origin),
        switch,
        measure=measure,
        stones=draw(st.lists(values.roles(), max_size=6)),
        stone_industries=draw(st.lists(values.industries(), max_size=4)),
        weigh=None if weights is None else lambda step: weights,
        assumptions=assumptions,
        limit=draw(st.integers(1, 8)),
    )
    return switch, routes, assumptions, measure


class TestRoutes:
    """
    Every step of a route changes exactly one axis (the direct leap is offered as such and marked).

    Routes end at the target; the total is the fold of the steps; the list is sorted; the best route is never worse than the
    direct leap.
    """

    @given(_moves())
    def test_every_step_changes_exactly_one_axis(self, move):
        """A step is a role switch or an industry switch; only the leap may be both."""
        _, routes, _, _ = move
        steps = [step for route in routes if not route.is_direct for step in route.steps]

        assert all(step.kind in (SwitchKind.ROLE, SwitchKind.INDUSTRY) for step in steps)
        assert all(step.kind is classify(step.origin, step.target).kind for step in steps)

    @given(_moves())
    def test_there_is_exactly_one_leap(self, move):
        """The direct leap is among the routes once, in one step, and of the kind of the switch."""
        switch, routes, _, _ = move
        leaps = [route for route in routes if route.is_direct]

        assert len(leaps) == 1
        assert len(leaps[0].steps) == 1
        assert switch.kind is leaps[0].steps[0].kind

    @given(_moves())
    def test_routes_lead_from_here_to_there(self, move):
        """Every route starts at the origin, ends at the target, and never jumps in between."""
        switch, routes, _, _ = move

        for route in routes:
            assert switch.origin == route.steps[0].origin
            assert switch.target == route.steps[-1].target
            assert all(one.target == two.origin for one, two in itertools.pairwise(route.steps))

    @given(_moves())
    def test_the_total_is_the_fold_of_the_steps(self, move):
        """The total can be computed again from the steps, and each cost from its parts."""
        _, routes, assumptions, _ = move

        for route in routes:
            assert route_total(route.steps, assumptions=assumptions) == route.total
            assert all(abs(fold_parts(step.parts) - step.cost) < 1e-12 for step in route.steps)

    @given(_moves())
    def test_the_list_is_sorted_and_the_leap_is_not_better_than_the_best(self, move):
        """The easiest comes first, so the leap is never better than the first."""
        _, routes, _, _ = move
        totals = [route.total for route in routes]
        leap = next(route for route in routes if route.is_direct)

        assert sorted(totals) == totals
        assert routes[0].total <= leap.total

    @given(_moves())
    def test_no_route_is_easier_than_its_hardest_step(self, move):
        """A route of several steps is never called easier than one of them."""
        _, routes, _, _ = move

        assert all(route.total >= max(step.cost for step in route.steps) - 1e-12 for route in routes)

    @given(values.switches(kind=SwitchKind.NONE), values.measures())
    def test_where_nothing_is_switched_there_is_no_route(self, switch, measure):
        """Whoever is there already needs no way."""
        assert plan_routes(Person(position=switch.origin), switch, measure=measure) == ()
