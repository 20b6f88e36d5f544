"""Law 1: staying is no switch, and the way back is of the same kind."""

from __future__ import annotations

from hypothesis import given

from aijobkit import strategies as values
from aijobkit.classify import classify
from aijobkit.industries import Industry
from aijobkit.people import Position
from aijobkit.roles import Role
from aijobkit.switches import Axis, SwitchKind


class TestNothingSwitched:
    """`classify(p, p).kind` is NONE. Kind is symmetric where neither side is entered."""

    @given(values.positions())
    def test_staying_is_no_switch(self, position):
        """Whoever stays where they are switches nothing."""
        switch = classify(position, position)

        assert SwitchKind.NONE is switch.kind
        assert (switch.role_axis, switch.industry_axis) == (Axis.SAME, Axis.SAME)

    @given(values.positions(industries=values.industries()), values.positions(industries=values.industries()))
    def test_the_way_back_is_of_the_same_kind(self, one, other):
        """Where both sides have an industry, there and back are switches of one kind."""
        assert classify(one, other).kind is classify(other, one).kind

    def test_the_four_kinds_occur(self):
        """Each combination of changed axes has its own kind."""
        nurse, scientist = Role(code="29-1141.00", title="Nurse"), Role(code="15-2051.00", title="Data Scientist")
        hospital, software = Industry(code="622", title="Hospitals"), Industry(code="5132", title="Software")
        here = Position(role=nurse, industry=hospital)
        targets = {
            SwitchKind.NONE: here,
            SwitchKind.ROLE: Position(role=scientist, industry=hospital),
            SwitchKind.INDUSTRY: Position(role=nurse, industry=software),
            SwitchKind.BOTH: Position(role=scientist, industry=software),
        }

        assert list(targets) == [classify(here, target).kind for target in targets.values()]

    def test_entering_an_industry_is_not_leaving_one(self):
        """Somebody without an industry who enters one changes only the role."""
        student = Position(role=Role(code="aijobkit:student", title="Student", is_life_role=True))
        target = Position(
            role=Role(code="15-2051.00", title="Data Scientist"), industry=Industry(code="5132", title="Software")
        )
        switch = classify(student, target)

        assert SwitchKind.ROLE is switch.kind
        assert Axis.ENTERED is switch.industry_axis
