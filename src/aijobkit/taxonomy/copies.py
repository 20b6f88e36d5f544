"""
Work shared with copies of this process, for batches that keep one core busy for long.

Threads of Python take turns, so a second core helps them little.  A copy (a fork) is there in milliseconds, knows all that this
process has read, and is gone when the work is done.  Copies are made only where they are safe: on Linux, in a process with one
thread that runs Python, and no more others than numpy has, which only wait.  Elsewhere, and for a copy that fails, this process
does the work.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import pickle
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import IO, Generic, TypeVar

__all__ = ["processes_at_hand", "shared"]

WARNS_OF_THREADS = 0x030C0000
"""The version of Python from which on a fork beside threads, of whatever kind, warns."""

Task = TypeVar("Task")
Result = TypeVar("Result")


def processes_at_hand(most: int) -> int:
    """Return how many processes may share some work, *most* of all, this one included: 1 where a copy would not be safe."""
    # The frames are those of all threads that run Python, also of those that `threading` did not start.
    if threading.active_count() > 1 or len(sys._current_frames()) > 1 or _has_parent():  # noqa: SLF001 - a documented name
        return 1
    try:
        cores, threads = len(os.sched_getaffinity(0)), len([*Path("/proc/self/task").iterdir()])
    except (AttributeError, OSError):
        return 1
    # Of threads that run no Python, numpy has at most one for each further core.
    return min(cores, most) if threads <= cores else 1


def _has_parent() -> bool:
    """Say whether this process was started to share somebody's work; its cores are taken."""
    started = sys.modules.get("multiprocessing.process")
    return started is not None and started.parent_process() is not None


def shared(work: Callable[[Task], Result], tasks: Sequence[Task], processes: int) -> Generator[Result, None, None]:
    """
    Yield what *work* says of each task, in their order: the same as ``map(work, tasks)``, in less time.

    Args:
        work: What is done; it must not matter where or in which order, and what it returns can be pickled.
        tasks: What it is done to; they should take about as long as each other.
        processes: How many share the work, this one included.

    Examples:
        >>> list(shared(len, ["nurse", "baker", "cook"], 2))
        [5, 5, 4]
    """
    processes = min(processes, len(tasks))
    if processes < 2:
        yield from map(work, tasks)
        return
    with contextlib.ExitStack() as stack:
        copies: list[_Copy[Task, Result]] = []
        with _undisturbed():
            for at in range(1, processes):
                copies.append(_Copy(work, tasks[at::processes]))
                stack.callback(copies[-1].end)
        for at, task in enumerate(tasks):
            yield copies[at % processes - 1].result(task) if at % processes else work(task)


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Let signals wait, such as a break or the end of a time limit: they are answered behind this."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Copy(Generic[Task, Result]):
    """
    A copy of this process that works on some tasks, and goes ahead as far as the pipe holds what it has found.

    No signal reaches it, since it was made while signals wait: what a program does at a break is done once, by the program,
    which ends its copies.

    Args:
        work: What is done to each task.
        tasks: The tasks, in the order in which `result` is asked for them.
    """

    def __init__(self, work: Callable[[Task], Result], tasks: Sequence[Task]) -> None:
        self._work = work
        self._process = 0
        self._results: IO[bytes] = io.BytesIO()
        parent = os.getpid()
        try:
            reader, writer = os.pipe()
            self._results = os.fdopen(reader, "rb")
            with os.fdopen(writer, "wb") as stream:
                self._process = _fork()
                if not self._process:
                    # What was there before is no garbage of this copy; to look through it would only take memory of its own.
                    gc.freeze()
                    for task in tasks:
                        pickle.dump(work(task), stream, pickle.HIGHEST_PROTOCOL)
                        stream.flush()
        except OSError:
            # No more files, or no more processes, are to be had.
            self._process = 0
        finally:
            # Whatever happened, a copy ends here, and runs nothing of the program.
            if os.getpid() != parent:
                os._exit(0)

    def result(self, task: Task) -> Result:
        """Return what the copy found for its next task; found here where the copy has failed."""
        try:
            found: Result = pickle.load(self._results)  # noqa: S301 - comes from this very program
        except (EOFError, pickle.UnpicklingError):
            return self._work(task)
        return found

    def end(self) -> None:
        """Stop the copy if it is still at work, and let the system forget it."""
        try:
            with _undisturbed():
                self._end()
        finally:
            # Somebody who breaks off right before signals wait is no reason to leave it at work.
            self._end()

    def _end(self) -> None:
        self._results.close()
        process, self._process = self._process, 0
        # One that is gone already, since the program lets its children go, is nobody's business.
        with contextlib.suppress(ChildProcessError, ProcessLookupError):
            if process and os.waitpid(process, os.WNOHANG) == (0, 0):
                os.kill(process, signal.SIGKILL)
                os.waitpid(process, 0)


def _fork() -> int:
    """Copy this process: return the number of the copy here, and 0 there."""
    if sys.hexversion < WARNS_OF_THREADS:
        return os.fork()
    with warnings.catch_warnings():
        # It warns of all threads; those of numpy only wait, and no others are there.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()
