"""Law 2: the kind of a switch sees the role and the industry, and nothing else."""

from __future__ import annotations

import attrs
from hypothesis import given
from hypothesis import strategies as st

from aijobkit import strategies as values
from aijobkit.classify import classify
from aijobkit.people import Position
from aijobkit.roles import Seniority
from aijobkit.switches import Axis, SwitchKind


class TestOnlyTwoAxes:
    """
    Kind depends only on whether the role changed and whether the industry changed.

    Seniority, employer, skills, name and unknown extra input never alter it.
    """

    @given(values.positions(), values.positions())
    def test_the_kind_is_read_from_the_two_axes(self, origin, target):
        """The kind names exactly the axes that changed."""
        switch = classify(origin, target)
        kinds = {
            (False, False): SwitchKind.NONE,
            (True, False): SwitchKind.ROLE,
            (False, True): SwitchKind.INDUSTRY,
            (True, True): SwitchKind.BOTH,
        }

        assert kinds[switch.role_axis is Axis.CHANGED, switch.industry_axis is Axis.CHANGED] is switch.kind

    @given(
        values.positions(),
        values.positions(),
        st.none() | st.sampled_from(Seniority),
        st.none() | values.employers(),
    )
    def test_rank_and_employer_do_not_count(self, origin, target, seniority, employer):
        """Another rank or another employer on either side leaves the kind as it is."""
        kind = classify(origin, target).kind
        changes = {"seniority": seniority, "employer": employer}

        assert kind is classify(attrs.evolve(origin, **changes), target).kind
        assert kind is classify(origin, attrs.evolve(target, **changes)).kind

    @given(values.positions(), values.positions(), st.lists(values.positions(), max_size=3))
    def test_the_past_does_not_count(self, origin, target, past):
        """What somebody did before may make it a first AI job or not, but never another kind."""
        assert classify(origin, target).kind is classify(origin, target, past=past).kind

    @given(values.positions(), values.positions(), values.texts())
    def test_wording_does_not_count(self, origin, target, title):
        """Another title for the same role leaves the kind as it is."""
        renamed = attrs.evolve(origin, role=attrs.evolve(origin.role, title=title))

        assert classify(origin, target).kind is classify(renamed, target).kind

    @given(values.positions(), values.positions(), st.lists(values.positions(), max_size=2))
    def test_a_first_ai_job_is_one_after_none(self, origin, target, past):
        """It is a first AI job exactly if the target is one and no position so far was."""
        expected = target.role.is_ai and not any(position.role.is_ai for position in (origin, *past))

        assert expected == classify(origin, target, past=past).is_first_ai_job

    @given(values.positions(industries=values.industries()), values.roles())
    def test_an_industry_left_out_is_kept(self, origin, role):
        """A target without an industry keeps the origin's."""
        switch = classify(origin, Position(role=role))

        assert origin.industry == switch.target.industry
        assert Axis.SAME is switch.industry_axis
