"""Tests of `aijobkit.classify`: what the verdict says about itself; its kinds are held by laws 1 to 3."""

from __future__ import annotations

import pytest

from aijobkit.classify import classify
from aijobkit.errors import InvalidValueError
from aijobkit.industries import Industry, IndustryLevel
from aijobkit.people import Position
from aijobkit.roles import Role, RoleLevel
from aijobkit.switches import SwitchKind

NURSE = Role(code="29-1141.00", title="Registered Nurses")
ACUTE = Role(code="29-1141.01", title="Acute Care Nurses")
ENGINEER = Role(code="aijobkit:machine-learning-engineer", title="Machine Learning Engineer", is_ai=True)
STUDENT = Role(code="aijobkit:student", title="Student", is_life_role=True)
HOSPITAL = Industry(code="622", title="Hospitals")
CLINIC = Industry(code="621", title="Ambulatory Health Care Services")
SOFTWARE = Industry(code="5132", title="Software Publishers")


def _reason(origin, target):
    return classify(Position(role=origin[0], industry=origin[1]), Position(role=target[0], industry=target[1])).reason


class TestReason:
    """Why the verdict is what it is, in plain words."""

    @pytest.mark.parametrize(
        ("origin", "target", "words"),
        [
            (
                (NURSE, HOSPITAL),
                (ENGINEER, SOFTWARE),
                (
                    "The role changes from Registered Nurses to Machine Learning Engineer. "
                    "The industry changes from Hospitals to Software Publishers."
                ),
            ),
            (
                (NURSE, HOSPITAL),
                (NURSE, HOSPITAL),
                "The role stays the same (Registered Nurses). The industry stays the same (Hospitals).",
            ),
            (
                (NURSE, None),
                (ENGINEER, SOFTWARE),
                (
                    "The role changes from Registered Nurses to Machine Learning Engineer. "
                    "Which industry is left is not known; the move leads to Software Publishers."
                ),
            ),
            (
                (STUDENT, None),
                (ENGINEER, SOFTWARE),
                (
                    "The role changes from Student to Machine Learning Engineer. "
                    "There is no industry to leave; Software Publishers is entered."
                ),
            ),
            (
                (NURSE, None),
                (ENGINEER, None),
                "The role changes from Registered Nurses to Machine Learning Engineer. No industry was named on either side.",
            ),
        ],
    )
    def test_both_axes_are_told(self, origin, target, words):
        """The reason says of each axis what happens to it, and names both ends."""
        assert words == _reason(origin, target)

    @pytest.mark.parametrize(("origin", "target"), [(NURSE, ACUTE), (ACUTE, NURSE)])
    def test_two_names_of_one_role_are_told(self, origin, target):
        """Two titles that count as one role are both named, either way, so that nobody thinks one was overlooked."""
        assert _reason((origin, HOSPITAL), (target, HOSPITAL)).startswith(
            f"{origin.title} and {target.title} count as the same role"
        )


class TestLevels:
    """How fine roles and industries are told apart is the caller's choice."""

    def test_roles_can_be_told_apart_more_finely(self):
        """At the O*NET level, two specialities are two roles."""
        here, there = Position(role=NURSE, industry=HOSPITAL), Position(role=ACUTE, industry=HOSPITAL)

        assert SwitchKind.NONE is classify(here, there).kind
        assert SwitchKind.ROLE is classify(here, there, role_level=RoleLevel.ONET).kind

    @pytest.mark.parametrize(
        ("one", "other", "kind"),
        [
            ("19-1029.04", "19-1029.01", SwitchKind.ROLE),
            ("19-1029.04", "19-1029.04", SwitchKind.NONE),
            ("15-2051.01", "15-2051.00", SwitchKind.ROLE),
            ("15-2051.01", "15-2051.01", SwitchKind.NONE),
            ("17-2141.02", "17-2141.00", SwitchKind.NONE),
        ],
    )
    def test_a_rest_is_no_occupation(self, one, other, kind):
        """What a rest of the SOC ("All Other") throws together stays apart, and so do specialities of quite another work."""
        here, there = (Position(role=Role(code=code, title=code), industry=HOSPITAL) for code in (one, other))

        assert kind is classify(here, there).kind

    def test_industries_can_be_told_apart_more_coarsely(self):
        """At the level of sectors, hospitals and practices are one industry."""
        here, there = Position(role=NURSE, industry=HOSPITAL), Position(role=NURSE, industry=CLINIC)

        assert SwitchKind.INDUSTRY is classify(here, there).kind
        assert SwitchKind.NONE is classify(here, there, industry_level=IndustryLevel.SECTOR).kind

    @pytest.mark.parametrize(
        ("origin", "target", "past", "is_first"),
        [
            (NURSE, ENGINEER, (), True),
            (NURSE, ENGINEER, (NURSE,), True),
            (NURSE, ENGINEER, (NURSE, ENGINEER), False),
            (ENGINEER, ENGINEER, (), False),
            (NURSE, NURSE, (), False),
        ],
    )
    def test_a_first_ai_job_is_told(self, origin, target, past, is_first):
        """A job in AI is the first one if no position so far was one."""
        switch = classify(Position(role=origin), Position(role=target), past=[Position(role=role) for role in past])

        assert is_first == switch.is_first_ai_job

    @pytest.mark.parametrize(
        ("field", "arguments"),
        [
            ("origin", ("nurse", Position(role=NURSE))),
            ("target", (Position(role=NURSE), None)),
        ],
    )
    def test_only_positions_are_classified(self, field, arguments):
        """Anything but a position is refused by its name."""
        with pytest.raises(InvalidValueError, match=f"^{field}: .* give a Position$"):
            classify(*arguments)

    def test_the_past_is_made_of_positions(self):
        """A role is not a past position."""
        with pytest.raises(InvalidValueError, match=r"^past: 'Role' .* give a Position$"):
            classify(Position(role=NURSE), Position(role=NURSE), past=[NURSE])

    @pytest.mark.parametrize("past", [5, "nurse", None])
    def test_the_past_is_a_collection(self, past):
        """What cannot be gone through is refused in our own words."""
        with pytest.raises(InvalidValueError, match="give a list or tuple"):
            classify(Position(role=NURSE), Position(role=NURSE), past=past)
