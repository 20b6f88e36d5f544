"""Laws of joining what several finders say of one text."""

from __future__ import annotations

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from aijobkit.roles import Role
from aijobkit.taxonomy.matches import RoleMatch, pool

ROLES = tuple(Role(code=f"15-205{number}.00", title=f"Role {number}") for number in range(4))


def opinion(source: str, *confidences: float) -> list[RoleMatch]:
    """Return what one finder says of `ROLES`."""
    return [RoleMatch(role=role, confidence=sure, source=source) for role, sure in zip(ROLES, confidences, strict=False)]


SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=4).map(lambda shares: [s / max(sum(shares), 1.0) for s in shares])
ALL = st.lists(SHARES, min_size=2, max_size=4)


def joined(shares: list[list[float]]) -> list[RoleMatch]:
    """Pool one opinion per list of shares."""
    matches = [match for number, some in enumerate(shares) for match in opinion(f"finder {number}", *some)]
    return pool(matches, lambda match: match.role.code)


@given(shares=ALL)
@example(shares=[[1.0], [1.0]])
@example(shares=[[0.0], [0.0]])
def test_confidences_stay_probabilities(shares: list[list[float]]) -> None:
    """Where each finder's confidences sum to at most 1, the joint ones do, too."""
    found = joined(shares)

    assert all(0 <= match.confidence <= 1 for match in found)
    if any(any(some) for some in shares):
        assert sum(match.confidence for match in found) <= 1.001


@given(shares=ALL)
def test_no_joint_answer_is_surer_than_the_surest(shares: list[list[float]]) -> None:
    """A joint confidence lies between the least and the greatest that the finders gave."""
    for match in joined(shares):
        given_ = [some[at] for some in shares for at, role in enumerate(ROLES[: len(some)]) if role == match.role]

        assert match.confidence <= max(given_) + 1e-4


@given(shares=SHARES)
def test_one_finder_alone_is_not_changed(shares: list[float]) -> None:
    """The matches of one finder come back as they are."""
    matches = opinion("aijobkit", *shares)

    assert matches == pool(matches, lambda match: match.role.code)


@given(shares=ALL)
def test_order_of_finders_changes_no_confidence(shares: list[list[float]]) -> None:
    """Asked in another order, the finders give the same confidences."""
    matches = [match for number, some in enumerate(shares) for match in opinion(f"finder {number}", *some)]
    one, other = (
        {match.role.code: match.confidence for match in pool(order, lambda match: match.role.code)}
        for order in (matches, sorted(matches, key=lambda match: match.source, reverse=True))
    )

    assert one == {code: other[code] for code in one} or all(abs(one[code] - other[code]) <= 1e-4 for code in one)


def test_who_is_sure_outweighs_who_guesses() -> None:
    """A title known word for word stays the answer beside a plugin that means something else, and the other way round."""
    known, guess = opinion("aijobkit", 0.96), [attrs.evolve(opinion("plugin", 0, 0.5)[1])]
    (first, *_) = pool((*known, *guess), lambda match: match.role.code)

    assert (ROLES[0], True) == (first.role, first.confidence > 0.9)


def test_two_that_are_sure_of_different_answers_leave_it_open() -> None:
    """Equally sure finders that disagree halve each other."""
    one, other = opinion("aijobkit", 0.6), opinion("plugin", 0, 0.6)[1:]

    assert [0.3, 0.3] == [match.confidence for match in pool((*one, *other), lambda match: match.role.code)]
