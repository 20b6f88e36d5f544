"""Law 4: distances are shares without a direction; what has a direction is a barrier, and visible."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijobkit import strategies as values
from aijobkit.difficulty import find_barriers
from aijobkit.errors import InvalidValueError
from aijobkit.switches import Distance


class TestDistances:
    """
    Distances lie in [0, 1]; `d(a, a) == 0`; similarity is symmetric.

    Only *barriers* (job zone, education) have a direction, and they are a separate, visible part.
    """

    @pytest.mark.parametrize("value", [-0.01, 1.01, float("nan"), float("inf"), True, "0.5"])
    def test_no_distance_lies_outside(self, value):
        """A distance that is not a number from 0 to 1 is refused."""
        with pytest.raises(InvalidValueError, match=r"Distance\.value"):
            Distance(value=value)

    @given(st.data())
    def test_roles_of_the_data_obey(self, taxonomy, data):
        """Any two roles of the embedded data are as far one way as the other, within [0, 1]."""
        one, other = (data.draw(st.sampled_from(taxonomy.roles)) for _ in range(2))
        there, back = taxonomy.role_distance(one, other), taxonomy.role_distance(other, one)

        assert there.value == back.value
        assert 0.0 <= there.value <= 1.0
        assert taxonomy.role_distance(one, one).value == 0.0

    @given(st.data())
    def test_industries_of_the_data_obey(self, taxonomy, data):
        """Any two industries of the embedded data are as far one way as the other, within [0, 1]."""
        one, other = (data.draw(st.sampled_from(taxonomy.industries)) for _ in range(2))
        there, back = taxonomy.industry_distance(one, other), taxonomy.industry_distance(other, one)

        assert there.value == back.value
        assert 0.0 <= there.value <= 1.0
        assert taxonomy.industry_distance(one, one).value == 0.0

    @given(values.profiles())
    def test_nobody_is_barred_from_their_own_role(self, profile):
        """No barrier leads from a role to itself."""
        assert find_barriers(profile, profile) == ()

    @given(values.profiles(), values.profiles())
    def test_preparation_bars_one_way_only(self, one, other):
        """What must be climbed one way is not climbed the other way as well."""
        climbed = [{barrier.name for barrier in find_barriers(*pair)} - {"licence"} for pair in ((one, other), (other, one))]

        assert not climbed[0] & climbed[1]

    @given(values.profiles(), values.profiles(), st.none() | st.integers(1, 12))
    def test_barriers_are_above_nothing(self, one, other, education):
        """A barrier that is shown is one: above 0, at most 1, each name once, with its evidence."""
        barriers = find_barriers(one, other, education=education)

        assert all(0.0 < barrier.value <= 1.0 for barrier in barriers)
        assert len({barrier.name for barrier in barriers}) == len(barriers)
