"""Tests of fields of work, which people say in place of a job."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import aijobkit
from aijobkit.errors import AmbiguousRoleError, UnknownRoleError
from aijobkit.taxonomy.store import open_store
from aijobkit.taxonomy.wording import SENSES, title_key

TAXONOMY = aijobkit.load_taxonomy()
ROWS = dict(open_store().rows("SELECT field, codes FROM work_fields ORDER BY field"))


@pytest.mark.parametrize("field", ROWS)
def test_a_row_names_roles_that_are_alike(field: str) -> None:
    """Every field has three to five known roles, and is answered with them, none before another."""
    codes = ROWS[field].split(",")
    found = TAXONOMY.find_roles(field, 5)

    assert 3 <= len(set(codes)) == len(codes) <= 5
    assert codes == [match.role.code for match in found]
    assert len({match.confidence for match in found}) == 1
    assert sum(match.confidence for match in found) < 1


def test_no_field_is_settled() -> None:
    """What our own tables file means that job; O*NET's titles of one word may be anything: an "Owner" is a urologist there."""
    rows = open_store().rows("SELECT key FROM title_keys WHERE sense <= ? ORDER BY key", (SENSES["everyday"],))
    filed = {key for (key,) in rows}

    assert [] == [field for field in ROWS if title_key(field) in filed]


SURE = TAXONOMY.thresholds.role_confidence
NOT_MEANT = (
    "trainer job",  # a job trainer is one, by O*NET
    *(f"I want to work in office {words}" for words in ("professional", "work field", "work professional")),
)
"""Of all the texts that can be made below, those that are read otherwise."""


@given(
    st.sampled_from(sorted(ROWS)),
    st.sampled_from(["", "work in ", "I want to work in ", "get into ", "something with ", "a job in ", "interested in "]),
    st.sampled_from(["", " industry", " stuff", " field", " job", " professional"]),
)
@example("ai", "get into ", "")
@example("finance", "", " industry")
@example("owner", "", "")
@example("supervisor", "senior ", "")
@example("hospital", "work in ", "")
def test_whoever_names_a_field_is_asked_which_job(field: str, before: str, behind: str) -> None:
    """A field alone, and among words that say nothing, is never taken for one of its jobs; a title among these words is."""
    text = before + field + behind
    assume(text not in NOT_MEANT)
    found = TAXONOMY.find_roles(text, 5)
    # "Tax professional" is a title of O*NET's; "non profit" may be an employer, and what nobody says is asked back.
    if not found or found[0].matched != field:
        assert all(match.matched or match.confidence < SURE for match in found[:1])
    else:
        assert ROWS[field].split(",") == [match.role.code for match in found]
        with pytest.raises(AmbiguousRoleError):
            TAXONOMY.role(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tax Professional", "13-2011.00"),
        ("Management Trainee", "11-9199.00"),
        ("get into nursing", "29-1141.00"),
        ("work in data science", "aijobkit:data-scientist"),
        ("law librarian", "25-4022.00"),
        ("shop assistant", "41-2031.00"),
        ("film director", "27-2012.00"),
        ("AI policy", "aijobkit:ai-policy-analyst"),
        ("I used to be a bus driver", "53-3052.00"),
        ("I've been a chef for 10 years", "35-1011.00"),
        ("electrician, 10+ years of experience", "47-2111.00"),
        ("nurse for 5 years", "29-1141.00"),
    ],
)
def test_a_title_is_no_field(text: str, code: str) -> None:
    """Words that name a job are that job, though a field is among them, or for how long it was somebody's."""
    assert code == TAXONOMY.role(text).code


def test_the_reason_says_that_it_is_left_open() -> None:
    """Whoever is asked which job it is reads why, in plain words."""
    assert TAXONOMY.find_roles("I work in finance")[0].reason.startswith("'finance' leaves open which job it is")


@pytest.mark.parametrize(
    "text",
    [
        "stay-at-home mother", "stay at home mum", "full-time mother", "carer for my disabled son", "homemaker",
        "looking after my kids", "unpaid carer", "SAHM", "gap year student", "taking a year off", "caring for elderly parents",
    ],
)  # fmt: skip
def test_unpaid_work_at_home_is_no_paid_job(text: str) -> None:
    """Whoever is at home, cares for relatives or has taken time off is no nanny and no personal care aide."""
    assert TAXONOMY.role(text).code == "aijobkit:career-break"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("carer for children", "39-9011.00"),
        ("carer in a care home", "31-1122.00"),
        ("army logistics officer", "aijobkit:military-officer"),
        ("logistics officer (US Army)", "aijobkit:military-officer"),
        ("military police officer", "33-3051.00"),
        ("loan officer, Navy Federal", "13-2072.00"),
    ],
)
def test_relatives_and_branches_of_service_make_the_way_of_life(text: str, code: str) -> None:
    """Care for others' children is work, and an officer in a branch serves, unless the words say something else first."""
    assert TAXONOMY.role(text).code == code


@pytest.mark.parametrize("text", ["AI content specialist", "AI content creator", "AI content manager"])
def test_work_on_content_is_asked_back(text: str) -> None:
    """Content is marketing, pictures and manuals: which of them, only the person can tell."""
    with pytest.raises(AmbiguousRoleError, match="which of these comes closest"):
        TAXONOMY.role(text)


@pytest.mark.parametrize(
    "text",
    [
        "unemployed", "retired", "laid off", "between jobs", "maternity leave", "freelancer", "self-employed", "on disability",
        "disabled", "on unemployment benefits", "at home with children", "currently not working", "was laid off", "new mother",
        "leave of absence", "retired early",
    ],
)  # fmt: skip
def test_a_state_of_life_is_asked_for_the_last_job(text: str) -> None:
    """Whoever says how things stand, and no job, is told what can be said in its place."""
    with pytest.raises(UnknownRoleError, match="the job that you had last, or 'student', 'career break' or 'homemaker'"):
        TAXONOMY.role(text)
    assert all(TAXONOMY.role(word).is_life_role for word in ("student", "career break", "homemaker"))
