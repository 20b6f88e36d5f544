"""
Work on several cores, for steps that spend their time in numpy, which lets other threads run meanwhile.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from typing import TypeVar

__all__ = ["side_by_side"]

MOST = 2
"""Threads at most: what is done between the steps of numpy is done by one at a time, and each thread takes its own memory."""

Task = TypeVar("Task")
Result = TypeVar("Result")


def side_by_side(work: Callable[[Task], Result], tasks: Iterable[Task], count: int) -> list[Result]:
    """
    Return what *work* says of each task, in their order; the same as one after the other, in less time.

    Args:
        work: What is done; it must not matter in which order, nor what is done meanwhile.
        tasks: What it is done to; the next ones are made while work on the first ones has begun.
        count: How many tasks there are.

    Examples:
        >>> side_by_side(len, ["nurse", "baker"], 2)
        [5, 5]
    """
    threads = min(count, _cores(), MOST)
    # Behind the last line of a program no new threads can be had.
    if threads < 2 or not threading.main_thread().is_alive():
        return [work(task) for task in tasks]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(work, tasks))


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
