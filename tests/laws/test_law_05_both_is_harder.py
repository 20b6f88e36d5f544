"""Law 5: changing both axes is at least as hard as either, and only staying is free."""

from __future__ import annotations

import attrs
from hypothesis import given

from aijobkit import strategies as values
from aijobkit.classify import classify
from aijobkit.difficulty import industry_share, measure_difficulty, recompute, role_share
from aijobkit.switches import Distance, SwitchKind

BOTH = values.switches(kind=SwitchKind.BOTH)


def _alone(switch):
    """Return the role part and the industry part of *switch* as switches of their own."""
    role = classify(switch.origin, attrs.evolve(switch.target, industry=switch.origin.industry))
    industry = classify(switch.origin, attrs.evolve(switch.target, role=switch.origin.role))
    return role, industry


class TestBothIsHarder:
    """
    `difficulty(both) >= max(difficulty(role only), difficulty(industry only))`, strictly when both parts are positive.

    It is 0 exactly for NONE.
    """

    @given(BOTH, values.distances(), values.distances(), values.barriers(), values.gap_reports(), values.assumptions())
    def test_both_is_strictly_harder(self, switch, roles, industries, barriers, gaps, assumptions):
        """Under any assumptions, both axes at once are harder than either of them."""
        role, industry = (
            measure_difficulty(
                alone,
                role_distance=roles,
                industry_distance=industries,
                barriers=barriers,
                gaps=gaps,
                assumptions=assumptions,
            ).value
            for alone in _alone(switch)
        )
        both = measure_difficulty(
            switch, role_distance=roles, industry_distance=industries, barriers=barriers, gaps=gaps, assumptions=assumptions
        ).value

        assert both > max(role, industry)
        assert min(role, industry) > 0.0

    @given(values.switches(), values.distances(), values.distances(), values.barriers(), values.assumptions())
    def test_only_staying_is_free(self, switch, roles, industries, barriers, assumptions):
        """The difficulty is 0 exactly where nothing is switched, and nothing is impossible."""
        difficulty = measure_difficulty(
            switch, role_distance=roles, industry_distance=industries, barriers=barriers, assumptions=assumptions
        )

        assert (difficulty.value == 0.0) == (switch.kind is SwitchKind.NONE)
        assert difficulty.value < 1.0

    @given(values.difficulties())
    def test_the_value_follows_from_the_parts(self, difficulty):
        """The value can be computed again from the parts alone, and each axis apart."""
        ease = (1.0 - role_share(difficulty)) * (1.0 - industry_share(difficulty))

        assert difficulty.value == recompute(difficulty)
        assert abs(difficulty.value - (1.0 - ease)) < 1e-9

    @given(BOTH, values.distances(), values.distances(), values.distances())
    def test_farther_is_never_easier(self, switch, one, other, industries):
        """A role farther away never makes the switch easier, nor does an industry farther away."""
        near, far = sorted((one, other), key=lambda distance: distance.value)

        def measured(role: Distance, industry: Distance) -> float:
            return measure_difficulty(switch, role_distance=role, industry_distance=industry).value

        assert measured(near, industries) <= measured(far, industries)
        assert measured(industries, near) <= measured(industries, far)

    @given(values.switches(kind=SwitchKind.ROLE), values.distances(), values.distances())
    def test_an_industry_that_is_kept_adds_nothing(self, switch, roles, industries):
        """Where the industry stays or is entered for the first time, its distance does not count."""
        difficulty = measure_difficulty(switch, role_distance=roles, industry_distance=industries)

        assert industry_share(difficulty) == 0.0
