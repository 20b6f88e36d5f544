"""
Work shared with copies of this process, for batches that keep one core busy for long.

Threads of Python take turns, so a second core helps them little.  A copy (a fork) is there in milliseconds, knows all that this
process has read without taking the memory again, and is gone when the work is done.  Copies are made only where they are safe:
on Linux, in a process that runs no threads but those with which numpy waits for work.  Elsewhere, and for a copy that fails,
this process does the work.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Generic, TypeVar

__all__ = ["processes_at_hand", "shared"]

Task = TypeVar("Task")
Result = TypeVar("Result")


def processes_at_hand(most: int) -> int:
    """Return how many processes may share some work, *most* of all, this one included: 1 where a copy would not be safe."""
    if threading.active_count() > 1 or _has_parent():
        return 1
    try:
        cores, threads = len(os.sched_getaffinity(0)), len([*Path("/proc/self/task").iterdir()])
    except (AttributeError, OSError):
        return 1
    # Of threads that Python does not know, numpy has one for each further core.
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
    with contextlib.ExitStack() as stack:
        copies = [stack.enter_context(_Copy(work, tasks[at::processes])) for at in range(1, processes)]
        for at, task in enumerate(tasks):
            yield copies[at % processes - 1].result(task) if at % processes else work(task)


class _Copy(Generic[Task, Result]):
    """
    A copy of this process that works on some tasks, and hands over each result as soon as the one before is taken.

    Args:
        work: What is done to each task.
        tasks: The tasks, in the order in which `result` is asked for them.
    """

    def __init__(self, work: Callable[[Task], Result], tasks: Sequence[Task]) -> None:
        self._work = work
        reader, writer = os.pipe()
        self._results = os.fdopen(reader, "rb")
        parent = os.getpid()
        try:
            with warnings.catch_warnings():
                # Python 3.12 warns of all threads; those of numpy wait, and no others are there.
                warnings.simplefilter("ignore", DeprecationWarning)
                self._process = os.fork()
            if not self._process:
                # What was there before is no garbage of this copy; to look through it would only take memory of its own.
                gc.freeze()
                with os.fdopen(writer, "wb") as stream:
                    for task in tasks:
                        pickle.dump(work(task), stream, pickle.HIGHEST_PROTOCOL)
                        stream.flush()
        except OSError:
            self._process = 0
        finally:
            # Whatever happens, even a break right behind the fork: a copy ends here, and runs nothing of the program.
            if os.getpid() != parent:
                os._exit(0)
            os.close(writer)

    def result(self, task: Task) -> Result:
        """Return what the copy found for its next task; found here where the copy has failed."""
        try:
            found: Result = pickle.load(self._results)  # noqa: S301 - comes from this very program
        except (EOFError, OSError, pickle.UnpicklingError):
            return self._work(task)
        return found

    def __enter__(self) -> _Copy[Task, Result]:
        return self

    def __exit__(self, *_: object) -> None:
        self._results.close()
        # One that nobody waits for any longer is stopped; one that is gone already is nobody's business.
        with contextlib.suppress(OSError):
            if self._process and os.waitpid(self._process, os.WNOHANG) == (0, 0):
                os.kill(self._process, signal.SIGKILL)
                os.waitpid(self._process, 0)
