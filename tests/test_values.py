"""Every noun is a proper value: frozen, slotted, named arguments only, hashable, and it says what it refuses."""

from __future__ import annotations

import datetime as dt
import pickle
import re
from collections.abc import Callable

import attrs
import pytest

from aijobkit import (
    Industry,
    InvalidValueError,
    Person,
    Position,
    Role,
    advice,
    evidence,
    industries,
    people,
    plans,
    roles,
    switches,
)
from aijobkit._checks import did_you_mean, tuple_of
from aijobkit.importers import DraftPosition
from aijobkit.interview_log import Interview
from aijobkit.taxonomy import thresholds

NOUN_ROOMS = (advice, evidence, industries, people, plans, roles, switches)
NOUNS = sorted(
    (getattr(room, name) for room in NOUN_ROOMS for name in room.__all__ if attrs.has(getattr(room, name))),
    key=lambda kind: kind.__qualname__,
)
NURSE = Role(code="29-1141.00", title="Registered Nurses")
DAY = dt.date(2026, 3, 2)


def definition(**fields: object) -> roles.RoleDefinition:
    """Return a role as a catalogue defines it."""
    return roles.RoleDefinition(**{"code": "a:b", "title": "x", "reason": "r", "source": "s", **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__qualname__)
def test_noun_is_frozen_slotted_and_keyword_only(kind: type) -> None:
    """A noun cannot be changed, has no dictionary, and takes its arguments by name."""
    assert kind.__setattr__ is not object.__setattr__
    assert "__dict__" not in {name for base in kind.__mro__[:-1] for name in vars(base)}
    assert all(field.kw_only for field in attrs.fields(kind))


@pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__qualname__)
def test_noun_is_hashable(kind: type) -> None:
    """A noun can be a key."""
    assert kind.__hash__ is not None


def test_nouns_pickle() -> None:
    """A value survives being sent to another process."""
    person = Person(position=Position(role=NURSE), skills=["Python"])

    assert person == pickle.loads(pickle.dumps(person))


@pytest.mark.parametrize(
    ("build", "field"),
    [
        (lambda: Role(code="152051", title="x"), "Role.code"),
        (lambda: Role(code="15-2051.00", title=" "), "Role.title"),
        (lambda: Role(code="a:b", title="x", onet_codes=("15",)), "Role.onet_codes"),
        (lambda: Role(code="a:b", title="x\x1b[31m"), "Role.title"),
        (lambda: Industry(code=62, title="x"), "Industry.code"),  # type: ignore[arg-type]
        (lambda: Industry(code="1234567", title="x"), "Industry.code"),
        (lambda: Industry(code="62", title="x", naics_codes=()), "Industry.naics_codes"),
        (lambda: Position(role="nurse"), "Position.role"),  # type: ignore[arg-type]
        (lambda: Person(position=Position(role=NURSE), skills="Python"), "collection"),
        (lambda: Person(position=Position(role=NURSE), education=13), "Person.education"),
        (lambda: switches.Distance(value=float("nan")), "Distance.value"),
        (lambda: switches.Assumptions(band_small=0.9), "Assumptions.band_moderate"),
        (lambda: switches.Assumptions(band_small=10**400), "Assumptions.band_small"),
        (lambda: switches.Assumptions(band_small=10**5000), "Assumptions.band_small"),
        (lambda: Role(code="\u0661\u0665-2051.00", title="x"), "Role.code"),
        (lambda: Industry(code="\u0666\u0662", title="x"), "Industry.code"),
        (lambda: Person(position=Position(role=NURSE), skills=["\x1b[31m"]), "Person.skills"),
        (lambda: Person(position=Position(role=NURSE), skills=[["Python"]]), "Person.skills"),
        (lambda: Person(position=Position(role=NURSE), schools=["a\ud800"]), "Person.schools"),
        (lambda: definition(anchors=(("15-2051.00", 10**400),)), "RoleDefinition.anchors"),
        (lambda: definition(anchors=(("15-2051.00", True),)), "RoleDefinition.anchors"),
        (lambda: definition(titles=("",)), "RoleDefinition.titles"),
        (lambda: definition(technologies=("Python", "")), "RoleDefinition.technologies"),
        (lambda: definition(technologies=("a\ud800",)), "RoleDefinition.technologies"),
        (lambda: definition(topics=("\x1b[31m",)), "RoleDefinition.topics"),
        (lambda: roles.RoleProfile(role=NURSE, evidence=(("x",),)), "RoleProfile.evidence"),
        (lambda: roles.RoleProfile(role=NURSE, evidence=(("x", "y"),)), "RoleProfile.evidence"),
        (lambda: evidence.Provenance(library="x", data=(("a",),)), "Provenance.data"),
        (lambda: evidence.Provenance(library="x", data=(("a", "\x1b"),)), "Provenance.data"),
        (lambda: evidence.Provenance(library="x", data=("ab",)), "Provenance.data"),
        (lambda: thresholds.FindingThresholds(candidates=2.5), "FindingThresholds.candidates"),  # type: ignore[arg-type]
    ],
)
def test_bad_values_are_refused_by_name(build, field: str) -> None:
    """What is not acceptable is refused at construction, with the field and what would be accepted."""
    with pytest.raises(InvalidValueError) as caught:
        build()

    assert field == caught.value.field
    assert caught.value.hint


def test_names_stay_out_of_repr() -> None:
    """A person's name, school or employer never shows in a representation."""
    secret = "Zyxwv"
    person = Person(position=Position(role=NURSE, employer=people.Employer(name=secret)), name=secret, schools=(secret,))

    assert secret not in repr(person)
    assert secret not in repr(people.Contact(name=secret, company=secret))


@pytest.mark.parametrize(
    "build",
    [
        lambda secret: people.Employer(name=secret),
        lambda secret: people.Contact(name=secret),
        lambda secret: people.Contact(name="A", company=secret),
        lambda secret: people.Contact(name="A", company=[secret]),
        lambda secret: Person(position=Position(role=NURSE), name=secret),
        lambda secret: Person(position=Position(role=NURSE), schools=secret),
        lambda secret: DraftPosition(title="A", company=secret),
        lambda secret: Interview(number=1, on=DAY, who=secret),
        lambda secret: Interview(number=1, on=DAY, who="A", company=secret),
        lambda secret: Interview(number=1, on=DAY, who="A", learned=secret),
        lambda secret: Interview(number=1, on=DAY, who="A", next_step=secret),
    ],
)
def test_what_repr_keeps_to_itself_is_in_no_error(build: Callable[[str], object]) -> None:
    """A refused value of a private field is told by its kind and length only."""
    with pytest.raises(InvalidValueError) as caught:
        build("Zyxwv\t5551234")

    assert not {"Zyxwv", "5551234"} & set(re.findall(r"\w+", f"{caught.value} {vars(caught.value)}"))
    assert re.search(r"of 13 letters|of length 1", caught.value.value)


def test_other_refused_values_are_shown() -> None:
    """What is not private helps to find the slip."""
    with pytest.raises(InvalidValueError, match=r"^Role\.title: 'x\\x1b' is not accepted"):
        Role(code="a:b", title="x\x1b")


def test_a_tie_counts_once() -> None:
    """Ties are held each once, in the order of `Tie`; what is no tie is refused."""
    contact = people.Contact(name="A", ties=(people.Tie.SAME_SCHOOL, people.Tie.SAME_EMPLOYER, people.Tie.SAME_SCHOOL))

    assert (people.Tie.SAME_EMPLOYER, people.Tie.SAME_SCHOOL) == contact.ties
    with pytest.raises(InvalidValueError, match=r"^Contact\.ties: "):
        people.Contact(name="A", ties=(["same school"],))  # type: ignore[arg-type]


def test_skills_are_trimmed_and_named_once() -> None:
    """Spaces, blank names and repeats in a list of skills do not count; the person's own spelling is kept."""
    assert ("Python", "SQL") == Person(position=Position(role=NURSE), skills=[" Python", "python", "", " ", "SQL "]).skills


def test_did_you_mean_is_sorted_and_deterministic() -> None:
    """Suggestions do not depend on the order of what is known."""
    assert did_you_mean("nurs", ["nurse", "purse"]) == did_you_mean("nurs", ["purse", "nurse"])


def test_tuple_of_refuses_what_is_no_collection() -> None:
    """A number in place of a collection is refused in our own words."""
    with pytest.raises(InvalidValueError):
        tuple_of(3)  # type: ignore[arg-type]
