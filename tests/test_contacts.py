"""Whom to ask: the person's own contacts, ranked for one plan."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijobkit import Contact, InvalidValueError, Role, strategies
from aijobkit.contacts import ContactWeights, rank_contacts
from aijobkit.evidence import EvidenceKind
from aijobkit.people import Tie
from plans_by_hand import HOSPITALS, NURSES, SCIENTISTS, SOFTWARE, STATISTICIANS, nurse, plan_for

PLAN = plan_for(nurse("SQL"))
BAKER = Role(code="51-3011.00", title="Bakers")


def contact(name: str = "N", **facts: Any) -> Contact:
    """Return a contact of whom only *facts* are known."""
    return Contact(name=name, **facts)


def reasons(**facts: Any) -> str:
    """Return all that speaks for asking a contact with these *facts*."""
    return "; ".join(rank_contacts([contact(**facts)], PLAN)[0].reasons)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"role": SCIENTISTS}, "the role you want"),
        ({"role": STATISTICIANS}, "the next step of your easiest way"),
        ({"role": SCIENTISTS, "past": [NURSES]}, "has made this very move"),
        ({"industry": SOFTWARE}, "the industry you want"),
        ({"ties": [Tie.SAME_EMPLOYER]}, "your present employer"),
        ({"ties": [Tie.FORMER_COLLEAGUE]}, "former colleague"),
        ({"ties": [Tie.SAME_SCHOOL]}, "your school"),
        ({"role": Role(code="aijobkit:ai-sales", title="AI Sales Engineer", is_ai=True)}, "works in AI"),
        ({"role": Role(code="15-2021.00", title="Mathematicians")}, "close to the role you want"),
    ],
)
def test_each_reason_is_said_in_words(facts: dict[str, Any], words: str) -> None:
    """Whatever speaks for asking somebody stands beside their name."""
    assert words in reasons(**facts)


@pytest.mark.parametrize(
    ("to_origin", "to_target", "words"),
    [
        (0.5, 0.3, "close to the role you want"),
        (0.5, 0.5, "between yours and the role you want"),
        (0.7, 0.5, ""),
        (0.5, 0.7, ""),
        (0.0, 0.7, ""),
    ],
)
def test_distances_say_who_is_near(to_origin: float, to_target: float, words: str) -> None:
    """With distances not the group of the SOC counts, but how near a role is to the one wanted, or to both."""
    between = {NURSES: {SCIENTISTS: 0.7, BAKER: to_origin}, BAKER: {SCIENTISTS: to_target}}
    ranked = rank_contacts([contact(role=BAKER)], PLAN, distance=lambda one, other: between[one][other])[0]

    assert words in "; ".join(ranked.reasons)
    assert bool(words) == bool(ranked.reasons)


@pytest.mark.parametrize("facts", [{}, {"role": BAKER}, {"role": NURSES}, {"past": [SCIENTISTS]}])
def test_nothing_is_made_up(facts: dict[str, Any]) -> None:
    """Where nothing speaks for asking somebody, nothing is said."""
    ranked = rank_contacts([contact(**facts)], PLAN)[0]

    assert ((), 0.0) == (ranked.reasons, ranked.score)


def test_somebody_who_made_the_move_comes_first() -> None:
    """Having made this very move counts more than any other single thing."""
    crowd = [
        contact("target", role=SCIENTISTS),
        contact("step", role=STATISTICIANS),
        contact("mover", role=SCIENTISTS, past=[NURSES]),
        contact("baker", role=BAKER, industry=HOSPITALS),
        contact("colleague", ties=[Tie.SAME_EMPLOYER]),
    ]

    assert ["mover", "target", "step", "colleague", "baker"] == [one.contact.name for one in rank_contacts(crowd, PLAN)]


def test_weights_can_be_replaced() -> None:
    """Somebody who trusts colleagues more can say so."""
    crowd = [contact("target", role=SCIENTISTS), contact("colleague", ties=[Tie.SAME_EMPLOYER])]
    ranked = rank_contacts(crowd, PLAN, weights=ContactWeights(same_employer=10.0))

    assert "colleague" == ranked[0].contact.name


def test_who_does_the_same_work_as_oneself_is_not_near_to_the_wanted() -> None:
    """However near the two roles are, of one's own work nobody needs to ask others."""
    own, other = contact(role=NURSES), contact(role=BAKER)
    ranked = rank_contacts([own, other], PLAN, distance=lambda one, another: 0.1)

    assert [(other, True), (own, False)] == [(one.contact, bool(one.reasons)) for one in ranked]


def test_a_weight_of_zero_silences_its_reason() -> None:
    """What does not count is not given as a reason."""
    assert () == rank_contacts([contact(industry=SOFTWARE)], PLAN, weights=ContactWeights(target_industry=0.0))[0].reasons


def test_every_weight_is_an_assumption_with_a_source() -> None:
    """No weight passes for a measurement."""
    table = ContactWeights().table()

    assert {EvidenceKind.ASSUMPTION} == {row.kind for row in table}
    assert [field.name for field in attrs.fields(ContactWeights)] == [row.name for row in table]
    assert all(row.source and row.meaning for row in table)


@given(crowd=st.lists(strategies.contacts(), max_size=6), data=st.data())
def test_nobody_is_lost_and_order_does_not_matter(crowd: list[Contact], data: st.DataObject) -> None:
    """Every contact is in the ranking, and the order in which they were given changes nothing."""
    numbered = [attrs.evolve(one, line=index) for index, one in enumerate(crowd, 1)]
    shuffled = data.draw(st.permutations(numbered))
    ranked = rank_contacts(numbered, PLAN)

    assert ranked == rank_contacts(shuffled, PLAN)
    assert sorted(one.contact.line for one in ranked) == [one.line for one in numbered]


@given(crowd=st.lists(strategies.contacts(), max_size=6), limit=st.integers(0, 8))
def test_a_limit_cuts_the_end(crowd: list[Contact], limit: int) -> None:
    """A limit leaves the best and changes none of them."""
    assert rank_contacts(crowd, PLAN)[:limit] == rank_contacts(crowd, PLAN, limit=limit)


@given(crowd=st.lists(strategies.contacts(), max_size=6))
def test_the_best_come_first(crowd: list[Contact]) -> None:
    """Scores fall, and those for whom nothing speaks come last."""
    scores = [one.score for one in rank_contacts(crowd, PLAN)]

    assert scores == sorted(scores, reverse=True)


@given(plan=strategies.plans(), crowd=st.lists(strategies.contacts(), max_size=3))
def test_any_plan_will_do(plan: Any, crowd: list[Contact]) -> None:
    """Contacts can be ranked for any plan, also one without routes or industries."""
    assert len(crowd) == len(rank_contacts(crowd, plan))


@pytest.mark.parametrize(
    ("contacts", "plan", "options"),
    [
        (["A. Reader"], PLAN, {}),
        ([], "plan", {}),
        ([], PLAN, {"limit": -1}),
        ("Anna", PLAN, {}),
    ],
)
def test_what_is_no_contact_is_refused(contacts: Any, plan: Any, options: dict[str, Any]) -> None:
    """Wrong arguments are refused in our own words."""
    with pytest.raises(InvalidValueError):
        rank_contacts(contacts, plan, **options)


def test_names_stay_out_of_repr() -> None:
    """A ranking can be printed while looking for a mistake without showing anybody's name."""
    assert "Zyxwv" not in repr(rank_contacts([contact("Zyxwv", company="Zyxwv")], PLAN))
