"""Tests of look-ups with any text whatever."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import aijobkit
from aijobkit.errors import AijobkitError, UnknownRoleError

TAXONOMY = aijobkit.load_taxonomy()
ANY = st.text(st.characters(), max_size=30)
"""Texts with every character that Python knows, halves of characters among them."""


@given(st.one_of(ANY, st.builds("{} {}".format, st.sampled_from(["nurse", "BSc nursing", "hospital", "zzqq"]), ANY)))
@example("zzqq \ud800")
@example("BSc nursing \ud800")
@example("zz \udcff")
def test_only_our_errors_leave_a_look_up(text: str) -> None:
    """Whatever the text, a search answers or does not, and what is refused is refused by an error of ours that prints."""
    for search in (TAXONOMY.find_roles, TAXONOMY.find_industries):
        assert all(0 <= match.confidence <= 1 for match in search(text, 3))
    for resolve in (TAXONOMY.role, TAXONOMY.industry):
        message = ""
        try:
            resolve(text)
        except AijobkitError as error:
            message = str(error)
        assert message.encode("utf-8").decode("utf-8") == message


@pytest.mark.parametrize("text", ["nurse \ud83d", "\ud800nurse"])
def test_half_a_character_is_no_word(text: str) -> None:
    """What is left of a character that was cut in two says nothing, and takes nothing away."""
    assert "29-1141.00" == TAXONOMY.role(text).code


@pytest.mark.parametrize("code", ["aijobkit:speech-ai-engineer", "99-9999.00", "11-1011.77"])
def test_a_code_that_nobody_has_is_no_title(code: str) -> None:
    """A code is looked up, never read as words."""
    with pytest.raises(UnknownRoleError):
        TAXONOMY.role(code)
