"""Law 7: the kind of employer eases a change of role, and has no say in a change of industry."""

from __future__ import annotations

import attrs
from hypothesis import given
from hypothesis import strategies as st

from aijobkit import strategies as values
from aijobkit.difficulty import industry_share, measure_difficulty, role_share
from aijobkit.people import EmployerKind, Person
from aijobkit.routes import plan_routes
from aijobkit.switches import Assumptions, SwitchKind


class TestEmployers:
    """
    With the same switch, a startup never makes the role part harder than a large employer does.

    An industry-only switch does not depend on the employer kind.
    """

    @given(values.switches(), values.distances(), values.barriers(), st.booleans(), values.assumptions())
    def test_a_startup_is_never_harder(self, switch, distance, barriers, same_employer, assumptions):
        """Startup, small, large: in this order the role part never falls, and the industry part is the same."""
        found = [
            measure_difficulty(
                switch,
                role_distance=distance,
                industry_distance=distance,
                barriers=barriers,
                employer=kind,
                same_employer=same_employer,
                assumptions=assumptions,
            )
            for kind in (EmployerKind.STARTUP, EmployerKind.SMALL, EmployerKind.LARGE)
        ]
        shares = [role_share(difficulty) for difficulty in found]

        assert shares == sorted(shares)
        assert len({industry_share(difficulty) for difficulty in found}) == 1

    @given(
        values.switches(kind=SwitchKind.INDUSTRY),
        values.distances(),
        st.none() | st.sampled_from(EmployerKind),
        st.booleans(),
        values.assumptions(),
    )
    def test_an_industry_switch_does_not_ask_for_the_employer(self, switch, distance, kind, same_employer, assumptions):
        """Where only the industry changes, every kind of employer gives the same figures."""
        plain = measure_difficulty(switch, role_distance=distance, industry_distance=distance, assumptions=assumptions)
        asked = measure_difficulty(
            switch,
            role_distance=distance,
            industry_distance=distance,
            employer=kind,
            same_employer=same_employer,
            assumptions=assumptions,
        )

        assert plain == asked

    @given(values.switches(kind=SwitchKind.ROLE), values.distances(), st.none() | st.sampled_from(EmployerKind))
    def test_staying_inside_is_never_harder(self, switch, distance, kind):
        """The same change of role inside the present employer is never harder than elsewhere."""
        outside, inside = (
            measure_difficulty(
                switch, role_distance=distance, industry_distance=distance, employer=kind, same_employer=same_employer
            ).value
            for same_employer in (False, True)
        )

        # Of several reliefs only the largest counts, and at a startup that is the startup's.
        assert inside <= outside
        assert kind is EmployerKind.STARTUP or inside < outside

    @given(values.switches(kind=SwitchKind.ROLE), values.distances())
    def test_a_startup_eases_by_default(self, switch, distance):
        """By the counsel that the defaults follow, a startup is easier, and a large employer like one not named."""
        found = {
            kind: measure_difficulty(switch, role_distance=distance, industry_distance=distance, employer=kind).value
            for kind in (None, *EmployerKind)
        }

        assert found[EmployerKind.STARTUP] < found[EmployerKind.SMALL] < found[EmployerKind.LARGE]
        assert found[None] == found[EmployerKind.LARGE]

    @given(values.switches(kind=SwitchKind.ROLE), values.distances())
    def test_the_counsel_can_be_taken_back(self, switch, distance):
        """With the reliefs at 0 the kind of employer makes no difference at all."""
        neutral = attrs.evolve(Assumptions(), relief_startup=0.0, relief_small=0.0, relief_internal=0.0)
        found = {
            measure_difficulty(
                switch,
                role_distance=distance,
                industry_distance=distance,
                employer=kind,
                same_employer=True,
                assumptions=neutral,
            ).value
            for kind in (None, *EmployerKind)
        }

        assert len(found) == 1

    @given(values.switches(kind=SwitchKind.BOTH), values.measures())
    def test_no_industry_step_is_sent_to_an_employer_that_nobody_wanted(self, switch, measure):
        """An industry-only step does not depend on the employer kind, so it names none but the one wanted at the end."""
        wanted = None if switch.target.employer is None else switch.target.employer.kind
        routes = plan_routes(Person(position=switch.origin), switch, measure=measure)
        steps = [step for route in routes for step in route.steps if step.kind is SwitchKind.INDUSTRY]

        assert {step.employer for step in steps} <= {wanted}
        assert not any(step.same_employer for step in steps)
