"""Reading and writing JSON: what is refused, and in which words."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from typing import Any

import attrs
import pytest

from aijobkit import Industry, Person, Position, Role, Seniority, SwitchPlan, advice, evidence, industries, people, plans, roles
from aijobkit import switches as switch_room
from aijobkit.errors import SerializationError
from aijobkit.serialize import FORMAT_VERSION, fields_to_dict, from_dict, from_json, json_schema, to_dict, to_json
from plans_by_hand import PLAN

NURSE = Position(
    role=Role(code="29-1141.00", title="Registered Nurses"),
    industry=Industry(code="622", title="Hospitals"),
    seniority=Seniority.SENIOR,
)
PERSON = Person(position=NURSE, skills=["Python"], past=[NURSE], education=6)
NOUNS = sorted(
    (
        getattr(room, name)
        for room in (advice, evidence, industries, people, plans, roles, switch_room)
        for name in room.__all__
        if attrs.has(getattr(room, name)) and name != "ReportFormat"
    ),
    key=lambda kind: kind.__name__,
)


def changed(path: tuple[Any, ...], value: object) -> str:
    """Return the JSON of PERSON with the member at *path* replaced."""
    document = to_dict(PERSON)
    place: Any = document
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return json.dumps(document)


@pytest.mark.parametrize(
    ("path", "value", "place", "words"),
    [
        (("position", "role", "code"), 29, "position.role.code", "leading zeros"),
        (("position", "role", "is_ai"), "yes", "position.role.is_ai", "true or false"),
        (("position", "role"), [], "position.role", "not an object"),
        (("position", "industry", "naics_codes"), "622", "position.industry.naics_codes", "not an array"),
        (("past", 0, "seniority"), "seniro", "past[0].seniority", "did you mean 'senior'"),
        (("past", 0, "role"), {"code": "29-1141.00"}, "past[0].role", "lacks 'title'"),
        (("past", 0, "role"), {"code": "29-1141.00", "titel": "x"}, "past[0].role", "did you mean 'title'"),
        (("past", 0, "role", "code"), "nurse", "past[0].role", "O*NET-SOC code"),
        (("education",), True, "education", "not a whole number"),
        (("education",), 13, "", "Person.education"),
        (("skills", 0), None, "skills[0]", "not text"),
        (("format",), "aijobkit/Person/999", "format", "upgrade"),
        (("format",), "aijobkit/Person/" + "9" * 5000, "format", "upgrade"),
        (("format",), "aijobkit/Person/\u0661", "format", "not a format"),
        (("format",), "aijobkit/Role/1", "format", "not a Person"),
        (("format",), 1, "format", "not a format"),
    ],
)
def test_errors_name_the_place(path: tuple[Any, ...], value: object, place: str, words: str) -> None:
    """What is wrong is named with its place in the document and what would be right."""
    with pytest.raises(SerializationError) as caught:
        from_json(changed(path, value), Person)

    assert place == caught.value.path
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("name",), ["Zyxwv"]),
        (("name",), "Zyxwv\t"),
        (("name",), {"Zyxwv": "Zyxwv"}),
        (("schools",), "Zyxwv"),
        (("skills", 0), {"Zyxwv": "Zyxwv"}),
        (("position", "employer"), "Zyxwv"),
        (("position", "seniority"), "Zyxwv"),
        (("position", "role", "code"), "Zyxwv"),
        (("education",), "Zyxwv"),
        (("education",), 5551234),
        (("format",), "Zyxwv"),
    ],
)
def test_errors_never_repeat_what_the_document_says(path: tuple[Any, ...], value: object) -> None:
    """A document tells of somebody: what is wrong in it is told by place and kind, never by repeating it."""
    with pytest.raises(SerializationError) as caught:
        from_json(changed(path, value), Person)

    assert not {"Zyxwv", "5551234"} & set(re.findall(r"\w+", str(caught.value)))


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", '"x"', "NaN", "[" * 100_000, "1" * 5000, "\ufeff", None, b"{}"])
def test_what_is_no_document_is_refused(text: Any) -> None:
    """Anything that is not a JSON object of the kind asked for gives our own error."""
    with pytest.raises(SerializationError):
        from_json(text, Person)


def test_no_text_steers_a_terminal() -> None:
    """Control characters stand in JSON as escapes, the old one-byte ones (C1) and DEL, too; they come back as they were."""
    plan = attrs.evolve(PLAN, notes=("a\x9b31mb", "c\x7f\x1b[31md", "Zoë"))
    text = to_json(plan)

    assert not [char for char in text if char != "\n" and unicodedata.category(char) == "Cc"]
    assert "\\u009b31m" in text
    assert "Zoë" in text
    assert plan == from_json(text, SwitchPlan)


def test_a_byte_order_mark_is_forgiven() -> None:
    """A file that an editor saved with a mark in front is read."""
    assert PERSON == from_json("\ufeff" + to_json(PERSON), Person)


def test_the_format_may_be_absent() -> None:
    """A document written by hand needs no format."""
    assert PERSON == from_dict(fields_to_dict(PERSON), Person)


ADDED = ("is_floor", "sectors", "past_roles")


def without_added(part: Any) -> Any:
    """Return a document as an earlier version would have written it."""
    if isinstance(part, dict):
        return {key: without_added(value) for key, value in part.items() if key not in ADDED}
    return [without_added(value) for value in part] if isinstance(part, list) else part


def paid(ground: evidence.Evidence) -> SwitchPlan:
    """Return the plan with this evidence of pay everywhere, whose first part was counted from a past role."""
    first, *others = PLAN.difficulty.parts
    difficulty = attrs.evolve(PLAN.difficulty, parts=[attrs.evolve(first, past_roles=[NURSE.role]), *others])
    routes = [attrs.evolve(route, steps=[attrs.evolve(one, evidence=[ground]) for one in route.steps]) for route in PLAN.routes]
    return attrs.evolve(PLAN, routes=routes, difficulty=difficulty, present_pay=1.0, present_pay_evidence=ground)


@pytest.mark.parametrize("sectors", [None, (), ("Information (51)", "Finance and Insurance (52)")])
def test_what_pay_stands_on_survives(sectors: tuple[str, ...] | None) -> None:
    """Sectors, floors and past roles that counted are in the JSON as data, whatever the words of the evidence say."""
    ground = evidence.Evidence(kind=evidence.EvidenceKind.DERIVED, source="made up", is_floor=True, sectors=sectors)
    document = to_dict(paid(ground))
    (step, *_), (part, *_) = document["routes"][0]["steps"], document["difficulty"]["parts"]

    assert step["evidence"][0]["is_floor"] is True
    assert step["evidence"][0]["sectors"] == (None if sectors is None else [*sectors])
    assert ["Registered Nurses"] == [role["title"] for role in part["past_roles"]]
    assert paid(ground) == from_dict(document, SwitchPlan)


def test_a_plan_of_an_older_version_is_read() -> None:
    """A document without the keys that came later is read; what it told in words alone is in the words still."""
    ground = evidence.Evidence(kind=evidence.EvidenceKind.DERIVED, source="made up", is_floor=True, sectors=())
    read = from_dict(without_added(to_dict(paid(ground))), SwitchPlan)
    steps = [step for route in read.routes for step in route.steps]

    assert {(False, None)} == {(step.is_pay_floor, step.pay_sectors) for step in steps}
    assert {()} == {part.past_roles for part in read.difficulty.parts}


def test_the_format_comes_first() -> None:
    """The first key says what the document is."""
    assert ("format", f"aijobkit/Person/{FORMAT_VERSION}") == next(iter(to_dict(PERSON).items()))


@pytest.mark.parametrize("value", [3, "x", None, Person, {"a": 1}.keys()])
def test_only_nouns_are_written(value: object) -> None:
    """What is not a value of ours is refused by name."""
    with pytest.raises(SerializationError, match="not a noun"):
        to_dict(value)


def test_only_nouns_are_read() -> None:
    """The same holds for the kind asked for."""
    with pytest.raises(SerializationError, match="not a noun"):
        from_json("{}", dict)


def test_infinity_is_refused() -> None:
    """JSON knows no infinity, so it is refused rather than written wrongly."""
    with pytest.raises(SerializationError, match="JSON"):
        to_json({"value": float("inf")})


@pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__name__)
def test_every_noun_has_a_schema(kind: type) -> None:
    """The schema of a noun names all its fields and resolves all its references."""
    schema = json_schema(kind)
    references = {part["$ref"].removeprefix("#/$defs/") for part in walk(schema) if "$ref" in part}

    assert ["format", *(field.name for field in attrs.fields(kind))] == list(schema["properties"])
    assert references <= set(schema["$defs"])


def walk(part: Any) -> list[dict[str, Any]]:
    """Return every object inside a JSON value."""
    members = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return [*([part] if isinstance(part, dict) else []), *(found for member in members for found in walk(member))]


def test_the_schema_is_that_of_plans_by_default() -> None:
    """Asked for nothing in particular, the schema describes a whole plan, the same every time."""
    assert json_schema(SwitchPlan) == json_schema()
    assert json.dumps(json_schema()) == json.dumps(json_schema())


def test_writing_needs_no_cattrs() -> None:
    """A face that only prints starts fast: cattrs is loaded for reading alone."""
    code = (
        "import sys; from aijobkit.industries import Industry; from aijobkit.serialize import to_json;"
        "to_json(Industry(code='622', title='x')); print('cattrs' in sys.modules)"
    )

    assert "False" == subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
