"""Law 10: nothing is lost on the way to JSON and back."""

from __future__ import annotations

import json
import math
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aijobkit import Industry, Person, Position, Role, strategies
from aijobkit.contacts import RankedContact
from aijobkit.errors import InvalidValueError
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.interview_log import Interview, InterviewLog, InterviewStatus
from aijobkit.people import Contact
from aijobkit.plans import StrengthReport
from aijobkit.serialize import from_json, to_dict, to_json
from aijobkit.switches import Part, Stability

interviews = st.builds(
    Interview,
    number=st.integers(1, 10**6),
    who=strategies.texts(),
    on=st.dates(),
    status=st.sampled_from(InterviewStatus),
    next_on=st.none() | st.dates(),
)

# One strategy for every noun, or group of nouns nested in one another.
NOUNS: dict[str, st.SearchStrategy[Any]] = {
    "advice": strategies.advice(),
    "assumptions": strategies.assumptions(),
    "contact": strategies.contacts(),
    "difficulty": strategies.difficulties(),
    "distance": strategies.distances(),
    "employer": strategies.employers(),
    "evidence": strategies.evidence(),
    "failure": strategies.failures(),
    "family": strategies.families(),
    "gap report": strategies.gap_reports(),
    "industry": strategies.industries(),
    "interview log": st.lists(interviews, max_size=3, unique_by=lambda one: one.number).map(
        lambda many: InterviewLog(interviews=sorted(many, key=lambda one: one.number))
    ),
    "person": strategies.people(),
    "plan": strategies.plans(),
    "position": strategies.positions(),
    "profile": strategies.profiles(),
    "provenance": strategies.provenances(),
    "ranked contact": st.builds(RankedContact, contact=strategies.contacts(), score=st.floats(0, 100)),
    "role": strategies.roles(),
    "role definition": strategies.role_definitions(),
    "stability": st.builds(Stability, change=st.floats(0, 1), band_holds=st.booleans(), order_holds=st.none() | st.booleans()),
    "step": strategies.steps(),
    "step weight": strategies.step_weights(),
    "strength report": strategies.strength_reports(),
    "switch": strategies.switches(),
}
GROUND = Evidence(kind=EvidenceKind.ASSUMPTION, source="a test")


class TestSerialisation:
    """from_json(to_json(x)) == x for every noun; leading zeros survive; equal values give equal bytes."""

    @pytest.mark.parametrize("name", NOUNS)
    @given(data=st.data())
    def test_there_and_back(self, name: str, data: st.DataObject) -> None:
        """Every noun comes back from JSON as it went in."""
        value = data.draw(NOUNS[name])

        assert value == from_json(to_json(value), type(value))

    @given(value=strategies.plans())
    def test_text_is_stable(self, value: Any) -> None:
        """What came back is written with the same bytes again."""
        text = to_json(value)

        assert text == to_json(from_json(text, type(value)))

    @given(plan=strategies.plans())
    def test_a_plan_keeps_every_field(self, plan: Any) -> None:
        """No field of a noun is left out of the document."""
        assert {field.name for field in attrs.fields(type(plan))} | {"format"} == set(to_dict(plan))

    @given(digits=st.from_regex(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}", fullmatch=True))
    @example(digits="00-0000.00")
    def test_leading_zeros_survive(self, digits: str) -> None:
        """A code keeps every zero, because it is text."""
        assert digits == from_json(to_json(Role(code=digits, title="x")), Role).code

    @given(code=st.from_regex(r"[0-9]{2,6}", fullmatch=True))
    def test_leading_zeros_of_industries_survive(self, code: str) -> None:
        """The same holds for the codes of industries."""
        assert code == from_json(to_json(Industry(code=code, title="x")), Industry).code

    @given(value=st.integers(0, 1), weight=st.integers(0, 100))
    def test_equal_numbers_give_equal_bytes(self, value: int, weight: int) -> None:
        """Whether a number was given as 1 or as 1.0 does not show."""
        whole = Part(name="x", value=value, weight=weight, evidence=GROUND)
        broken = Part(name="x", value=float(value), weight=float(weight), evidence=GROUND)

        assert whole == broken
        assert to_json(whole) == to_json(broken)

    def test_minus_zero_is_zero(self) -> None:
        """Minus zero equals zero, so it is written as zero."""
        assert to_json(Part(name="x", value=0.0, evidence=GROUND)) == to_json(Part(name="x", value=-0.0, evidence=GROUND))

    @given(value=st.floats(0, 1))
    def test_no_digit_is_lost(self, value: float) -> None:
        """A number is written in full, never rounded."""
        written = json.loads(to_json(Part(name="x", value=value, evidence=GROUND)))["value"]

        assert math.isclose(value, written, rel_tol=0.0, abs_tol=0.0)

    @given(skill=st.text(min_size=1))
    @example(skill="\ud800")
    @example(skill="\u2028")
    def test_any_text_survives(self, skill: str) -> None:
        """Whatever text a value holds comes back, and the document can be saved as UTF-8; skills must be readable."""
        report = StrengthReport(notes=[skill])
        written = to_json(report).encode("utf-8")

        assert report == from_json(written.decode("utf-8"), StrengthReport)
        try:
            person = Person(position=Position(role=Role(code="29-1141.00", title="Registered Nurses")), skills=[skill])
        except InvalidValueError:
            assert not skill.isprintable()
            return
        assert person == from_json(to_json(person).encode("utf-8").decode("utf-8"), Person)

    @given(contact=strategies.contacts(), extra=st.dictionaries(st.text(min_size=1), st.integers()))
    def test_unknown_keys_change_nothing(self, contact: Contact, extra: dict[str, int]) -> None:
        """Input that we do not know is ignored."""
        document = {**{f"x-{key}": value for key, value in extra.items()}, **to_dict(contact)}

        assert contact == from_json(to_json(document), Contact)
