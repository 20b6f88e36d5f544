"""Tests of texts that name several jobs."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import aijobkit
from aijobkit.errors import AmbiguousRoleError

TAXONOMY = aijobkit.load_taxonomy()
JOBS = {
    "nurse": "29-1141.00",
    "teacher": "25-2021.00",
    "plumber": "47-2152.00",
    "data scientist": "aijobkit:data-scientist",
    "truck driver": "53-3032.00",
    "student": "aijobkit:student",
    "prompt engineer": "aijobkit:prompt-engineer",
}


def found(text: str) -> list[str]:
    """Return the codes between which *text* leaves it open, or the one that it means."""
    try:
        return [TAXONOMY.role(text).code]
    except AmbiguousRoleError as error:
        # The best match leads the candidates; those as sure as it are the jobs that were named.
        best = TAXONOMY.find_roles(text, len(error.candidates))
        return [code for match, (code, _) in zip(best, error.candidates, strict=True) if match.confidence == best[0].confidence]


@given(st.permutations(sorted(JOBS)), st.sampled_from([" or ", " and/or ", " OR "]), st.integers(2, 3))
@example(["nurse", "teacher"], " or ", 2)
def test_none_of_several_jobs_is_chosen(jobs: list[str], between: str, count: int) -> None:
    """Whoever names several jobs is asked which one is meant: all are candidates, alike, in the order they stand in."""
    assert [JOBS[job] for job in jobs[:count]] == found(between.join(jobs[:count]))


@given(
    st.permutations([job for job in sorted(JOBS) if " " not in job and job != "student"]),
    st.sampled_from([" and ", " & ", " / ", "/", "; ", " | "]),
    st.integers(2, 3),
)
@example(["nurse", "teacher"], " and ", 2)
def test_nor_where_they_stand_beside_each_other(jobs: list[str], between: str, count: int) -> None:
    """What may join two words to one job, as "and" and slashes do, leaves two jobs apart that nobody has as one."""
    assert [JOBS[job] for job in jobs[:count]] == found(between.join(jobs[:count]))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # Without "or", the key of this is a title.
        ("nurse or midwife", ["29-1141.00", "29-9099.01"]),
        ("nurse and midwife", ["29-1141.00", "29-9099.01"]),
        ("either nurse or teacher", ["29-1141.00", "25-2021.00"]),
        ("senior nurse or midwife in London", ["29-1141.00", "29-9099.01"]),
        ("RN or LPN", ["29-1141.00", "29-2061.00"]),
        ("Data Scientist / ML Engineer", ["aijobkit:data-scientist", "aijobkit:machine-learning-engineer"]),
        ("machine learning engineer, data scientist", ["aijobkit:machine-learning-engineer", "aijobkit:data-scientist"]),
        ("actor, singer, dancer", ["27-2011.00", "27-2042.00", "27-2031.00"]),
        ("plumber, electrician", ["47-2152.00", "47-2111.00"]),
        ("nurse + yoga teacher", ["29-1141.00", "39-9031.00"]),
        ("teacher -> data analyst", ["25-2021.00", "15-2051.01"]),
        # A bare rank stands for the job that is called so most often.
        ("actor, writer, director", ["27-2011.00", "27-3043.00", "11-1021.00"]),
        # A word that is said once for both.
        ("sales or marketing manager", ["11-2022.00", "11-2021.00"]),
        ("truck or bus driver", ["53-3032.00", "53-3052.00"]),
        ("school nurse or teacher", ["29-1141.00", "25-2021.00"]),
    ],
)
def test_jobs_are_told_apart(text: str, codes: list[str]) -> None:
    """Parts are jobs of their own where "or" or a slash stands between them."""
    assert codes == found(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("painter and decorator", "47-2141.00"),
        ("carpenter & joiner", "47-2031.00"),
        ("fitter and turner", "51-4041.00"),
        ("fitter & turner", "51-4041.00"),
        ("waiter/waitress", "35-3031.00"),
        ("CNC operator/programmer", "51-9162.00"),
        ("Marketing and communications manager", "11-2021.00"),
        ("Manager, Human Resources", "11-3121.00"),
        ("Clerk, Payroll", "43-3051.00"),
        ("Officer, Police", "33-3051.00"),
        ("HR and payroll manager", "11-3121.00"),
        ("nurse, mother of two", "29-1141.00"),
        ("nurse or whatever", "29-1141.00"),
    ],
)
def test_one_job_is_left_whole(text: str, code: str) -> None:
    """A title that holds "and", a slash or a comma itself is one job, and so is one beside what is none."""
    assert [code] == found(text)


def test_a_list_is_no_job() -> None:
    """Of more than six jobs none is meant more than others, nor is it told what they have in common."""
    jobs = ["nurse", "teacher", "plumber", "student", "baker", "cook", "actor"]

    assert "several jobs" in TAXONOMY.find_roles(" or ".join(jobs[:6]))[0].reason
    assert not any("several jobs" in match.reason for match in TAXONOMY.find_roles(" or ".join(jobs)))
