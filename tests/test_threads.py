"""Tests of sharing a taxonomy between threads."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from aijobkit.taxonomy import spelling
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
