"""Tests of sharing a taxonomy between threads."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijobkit.taxonomy import side_by_side, spelling, title_model
from aijobkit.taxonomy.role_finder import RoleFinder
from aijobkit.taxonomy.store import open_store

TEXTS = [
    f"{first} {second} {last}"
    for first in ("windmill", "wharf", "regstered", "cheif")
    for second in ("blade", "polishing", "enginer", "rope", "tiket", "harbour")
    for last in ("hand", "technicain", "minder", "nrse", "sch mon")
]
"""Titles that nobody lists, many of them misspelt."""


@pytest.fixture
def switching() -> Iterator[None]:
    """Let threads take turns as often as can be."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@given(tasks=st.lists(st.integers(), max_size=9), cores=st.integers(1, 8))
def test_side_by_side_is_one_after_the_other(tasks: list[int], cores: int) -> None:
    """Law: however many cores there are, results are those of each task, in their order."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(side_by_side, "_cores", lambda: cores)
        assert side_by_side.side_by_side(str, tasks, len(tasks)) == [str(task) for task in tasks]


def test_side_by_side_fails_as_the_work_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of one task reaches the caller as it is."""
    monkeypatch.setattr(side_by_side, "_cores", lambda: 2)
    with pytest.raises(ValueError, match="invalid literal"):
        side_by_side.side_by_side(int, ["1", "nurse", "2"], 3)


def test_blocks_go_to_several_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Titles that are scored in many blocks, on several cores, get what each gets alone."""
    alone = RoleFinder(open_store())
    wanted = [alone.find(text, 4) for text in TEXTS]
    monkeypatch.setattr(title_model, "BLOCK", 3)
    monkeypatch.setattr(side_by_side, "_cores", lambda: 2)

    worked = set()
    answers = title_model.TitleModel._answers

    def watched(self, *given):
        worked.add(threading.get_ident())
        return answers(self, *given)

    monkeypatch.setattr(title_model.TitleModel, "_answers", watched)

    assert RoleFinder(open_store()).find_many(TEXTS, 4) == wanted
    assert len(worked) > 1


def test_a_thread_that_outlives_the_program_is_answered() -> None:
    """Behind the last line of a program a batch is found by one thread, since no other can be started."""
    program = (
        "import threading, time\n"
        "from aijobkit.taxonomy.side_by_side import side_by_side\n"
        "def late():\n"
        "    threading.main_thread().join()\n"
        "    print(side_by_side(len, ['nurse', 'baker'], 2))\n"
        "threading.Thread(target=late).start()\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert (ran.stdout.strip(), ran.stderr) == ("[5, 5]", "")


@pytest.mark.usefixtures("switching")
def test_threads_get_what_one_alone_gets(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many ask at once, each text has the answer that it has alone; nothing of another text gets into it."""
    monkeypatch.setattr(spelling, "CACHED", 2)
    alone = RoleFinder(open_store()).find_many(TEXTS, 3)
    shared = RoleFinder(open_store())
    shared.find("windmill blade polishing hand")
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: shared.find(text, 3), TEXTS))

    assert alone == together


def test_a_batch_gives_what_one_alone_gets() -> None:
    """The company of other titles changes nothing, not even the order of what is as good as impossible."""
    finder = RoleFinder(open_store())
    texts = ["judge", "college professor", "vet", "midwife", "roofer", *TEXTS[:20]]

    assert finder.find_many(texts, 10) == [finder.find(text, 10) for text in texts]
