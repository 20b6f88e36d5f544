"""Tests of sharing work with copies of the process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aijobkit
from aijobkit.errors import InvalidValueError
from aijobkit.taxonomy import copies
from aijobkit.taxonomy.copies import processes_at_hand, shared
from aijobkit.taxonomy.role_finder import TOGETHER, _parted

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system makes no copies of a process")

HERE = os.getpid()
TITLES = """
texts = [f"{who} {what} {last}" for who in ("windmill", "wharf", "regstered", "cheif", "senior", "nurse and", "Berlin")
    for what in ("blade", "polishing", "enginer", "rope", "tiket", "harbour", "care", "data", "soil", "tax")
    for last in ("hand", "technicain", "minder", "nrse", "sch mon", "lead", "(remote)", "asdf", "clerk", "scientist")]
"""
"""Seven hundred titles, many of them unlisted or misspelt."""


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Keep the numbers of the copies that are made, and see at the end that none is at work, or waits to be forgotten."""
    fork, found = os.fork, []

    def noted() -> int:
        process = fork()
        if process:
            found.append(process)
        return process

    monkeypatch.setattr(os, "fork", noted)
    yield found
    assert found
    for process in found:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def ran(program: str) -> str:
    """Return what a program of its own prints, which must end well and say nothing else."""
    done = subprocess.run([sys.executable, "-c", TITLES + program], capture_output=True, text=True, check=False, timeout=100)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@given(tasks=st.lists(st.integers(), max_size=9), processes=st.integers(1, 4))
@settings(max_examples=25, deadline=None)
def test_sharing_changes_nothing(tasks: list[int], processes: int) -> None:
    """Law: however many processes share the work, results are those of each task, in their order."""
    assert list(shared(str, tasks, processes)) == [*map(str, tasks)]


@given(count=st.integers(0, 20_000), processes=st.integers(1, 4))
def test_parts_are_even(count: int, processes: int) -> None:
    """Law: parts are the whole in its order, none greater than allowed, and no process gets more than one text a part more."""
    texts = [*map(str, range(count))]
    parts = _parted(texts, processes)

    assert [text for part in parts for text in part] == texts
    assert len(parts) % processes == 0
    sizes = {*map(len, parts)}
    assert not sizes or (max(sizes) <= TOGETHER and max(sizes) - min(sizes) <= 1)


def test_copies_work() -> None:
    """Every second task is done by another process than this one."""
    assert [process == HERE for process in shared(lambda _: os.getpid(), range(6), 2)] == [True, False] * 3


@pytest.mark.usefixtures("made")
def test_an_error_reaches_the_caller_as_it_is() -> None:
    """What fails in a copy is done again here, where it fails as it would alone; what was found before is not lost."""
    found = shared(int, ["1", "2", "3", "nurse"], 2)

    assert [next(found) for _ in range(3)] == [1, 2, 3]
    with pytest.raises(ValueError, match="invalid literal"):
        next(found)


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("end", [lambda: os._exit(0), lambda: os.kill(os.getpid(), signal.SIGKILL), sys.exit])
def test_a_copy_that_dies_is_replaced(end: Callable[[], object]) -> None:
    """The results are whole when a copy is ended from outside, as by a system that has no memory left."""

    def work(task: int) -> int:
        if os.getpid() != HERE and task > 2:
            end()
        return task * task

    assert list(shared(work, range(9), 3)) == [task * task for task in range(9)]


def test_half_a_result_is_none(made: list[int]) -> None:
    """A copy that is ended while it hands a result over, which takes until somebody reads it, has not handed it over."""

    def work(task: int) -> tuple[int, bytes]:
        if os.getpid() == HERE and task == 0:
            time.sleep(0.2)
            os.kill(made[0], signal.SIGKILL)
        return task, bytes(1_000_000)

    assert [task for task, _ in shared(work, range(5), 2)] == [*range(5)]


def test_a_program_that_lets_its_children_go_gets_its_results() -> None:
    """Where the system takes ended processes away unasked, nobody else's process is touched."""
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert list(shared(str, range(4), 2)) == ["0", "1", "2", "3"]
    finally:
        signal.signal(signal.SIGCHLD, before)


@pytest.mark.parametrize("name", ["fork", "pipe"])
def test_where_no_copy_can_be_had_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A system that allows no more processes or files costs time, not results; no file stays open."""

    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, name, refused)
    files = Path("/proc/self/fd")
    before = len([*files.iterdir()]) if files.exists() else 0
    assert list(shared(str, range(5), 3)) == ["0", "1", "2", "3", "4"]
    assert not before or len([*files.iterdir()]) == before


@pytest.mark.usefixtures("made")
def test_breaking_off_ends_the_copies() -> None:
    """Nobody works on what nobody waits for."""
    found = shared(lambda task: signal.pause() if task > 2 else task, range(9), 3)
    assert next(found) == 0
    found.close()


def test_no_copies_beside_threads() -> None:
    """A copy of a process with threads might wait for ever for what a thread held."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert processes_at_hand(4) == 1
    finally:
        done.set()
        thread.join()


def test_no_more_copies_than_cores() -> None:
    """A program may use its cores, no more than it asked for, and none while there are threads that Python does not know; a
    process that helps another may use none."""
    if not hasattr(os, "sched_setaffinity"):
        pytest.skip("this system does not tell the cores of a process")
    program = """
import _thread, multiprocessing, os, sys
from aijobkit.taxonomy.copies import processes_at_hand
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
print(processes_at_hand(4), flush=True)
os.sched_getaffinity = lambda _: range(3)
print(processes_at_hand(2), processes_at_hand(4), flush=True)
hold = _thread.allocate_lock()
hold.acquire()
_thread.start_new_thread(lambda: hold.acquire(), ())
while len(sys._current_frames()) < 2:
    pass
print(processes_at_hand(4), flush=True)
hold.release()
while len(sys._current_frames()) > 1:
    pass
for _ in range(3):
    _thread.start_new_thread(hold.acquire, ())
print(processes_at_hand(4), flush=True)
helper = multiprocessing.get_context("fork").Process(target=lambda: print(processes_at_hand(4), flush=True))
helper.start()
helper.join()
"""
    assert ran(program) == "1\n2 3\n1\n1\n1\n"


def test_a_batch_has_the_same_answers_with_copies() -> None:
    """The same texts give the same matches, in every figure and every word; what waits to be printed is printed once."""
    program = """
import os
import aijobkit
from aijobkit.taxonomy import copies
copies.processes_at_hand = lambda most: most
made, fork = [], os.fork
def counted():
    process = fork()
    made.append(process)
    return process
os.fork = counted
taxonomy = aijobkit.load_taxonomy()
print("said once")
alone = taxonomy.find_roles_many(texts, 4, processes=1)
print(len(made))
assert taxonomy.find_roles_many(texts, 4, processes=2) == alone
print(len(made))
assert taxonomy.find_roles_many(texts, 4) == alone
print(len(made))
"""
    assert ran(program) == "said once\n0\n1\n2\n"


def test_a_break_is_the_programs_alone() -> None:
    """What reaches a copy by the way, at whatever moment, it leaves to the program: it runs nothing of it and says nothing."""
    program = """
import os, signal, sys
from aijobkit.taxonomy.copies import shared
fork, here = os.fork, os.getpid()
def disturbed():
    process = fork()
    if os.getpid() != here:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM, signal.SIGUSR1):
            os.kill(os.getpid(), number)
    return process
os.fork = disturbed
signal.signal(signal.SIGUSR1, lambda *_: print("asked", os.getpid() == here, flush=True))
print(list(shared(str, range(4), 2)), os.getpid() == here, flush=True)
os.kill(0 if os.getpgrp() == here else here, signal.SIGUSR1)
"""
    assert ran(program) == "['0', '1', '2', '3'] True\nasked True\n"


def test_a_break_while_copies_are_made_comes_behind() -> None:
    """Somebody who breaks off right behind a fork breaks off, and leaves no copy behind."""
    program = """
import os, signal
from aijobkit.taxonomy.copies import shared
fork, made = os.fork, []
def broken_off():
    process = fork()
    if process:
        made.append(process)
        os.kill(os.getpid(), signal.SIGINT)
    return process
os.fork = broken_off
try:
    list(shared(str, range(9), 3))
except KeyboardInterrupt:
    print("broken off", len(made))
for process in made:
    try:
        os.waitpid(process, os.WNOHANG)
    except ChildProcessError:
        print("gone")
"""
    assert ran(program) == "broken off 2\ngone\ngone\n"


def test_a_time_limit_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the caller's own that comes in while a copy is waited for is no failure of the copy."""

    def work(task: int) -> int:
        if os.getpid() != HERE:
            time.sleep(60)
        return task

    def over(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    try:
        with pytest.raises(TimeoutError):
            list(shared(work, range(4), 2))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_finders_of_plugins_are_asked_here() -> None:
    """What a plugin learns on the way is not lost in a copy."""
    program = """
import os
import aijobkit
from aijobkit.taxonomy import copies
copies.processes_at_hand = lambda most: most
asked = []
taxonomy = aijobkit.load_taxonomy().with_finders(roles=[lambda text: asked.append(text) or ()])
taxonomy.find_roles_many(texts)
print(len(asked) == len(texts))
"""
    assert ran(program) == "True\n"


@pytest.mark.parametrize("processes", [0, -1, 2.0, "2", True])
def test_how_many_processes_is_a_whole_number(processes: object) -> None:
    """Anything but a whole number of at least 1 is refused by the name of its field."""
    with pytest.raises(InvalidValueError, match="processes") as caught:
        aijobkit.load_taxonomy().find_roles_many(["nurse"], processes=processes)
    assert caught.value.field == "processes"


def test_a_warning_of_threads_is_not_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    """From Python 3.12 on a fork beside any thread warns, even beside those of numpy; that is weighed here, not shown."""
    import warnings

    fork = os.fork

    def warned() -> int:
        warnings.warn("this process is multi-threaded", DeprecationWarning, stacklevel=2)
        return fork()

    monkeypatch.setattr(os, "fork", warned)
    monkeypatch.setattr(copies, "WARNS_OF_THREADS", 0)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert list(shared(str, range(4), 2)) == ["0", "1", "2", "3"]
