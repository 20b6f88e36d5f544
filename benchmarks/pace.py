"""
How fast titles are found: a first batch, the same batch again, by one process alone, and one by one.

Each kind of titles is measured in a process of its own, and the first batch by one process alone in another one.

Usage: ``python benchmarks/pace.py [TITLES.txt]``, one title a line.  Without a file three kinds are asked: names of trades that
no table lists, so that each is found by all signals; listed titles as they stand; and the same with noise of
``benchmarks/finding.py``.
"""

from __future__ import annotations

import csv
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import aijobkit

PACKAGE = Path(aijobkit.__file__).parent / "taxonomy"
KINDS = ("unlisted", "listed", "noisy")
MANY, FEW = 5000, 300
SEED = 5


def pace(find: Callable[[list[str]], object], titles: list[str]) -> float:
    """Return how many titles are found in a second."""
    start = time.perf_counter()
    find(titles)
    return len(titles) / (time.perf_counter() - start)


def memory(whose: int) -> float:
    """Return the most memory that a process took, in MB."""
    return resource.getrusage(whose).ru_maxrss / 1024


def draw(kind: str) -> list[str]:
    """Return titles of a kind, or of a file."""
    draws = random.Random(SEED)
    path = {"unlisted": PACKAGE / "catalogue" / "training_titles.tsv"}.get(kind, Path(kind))
    if kind in KINDS[1:]:
        from aijobkit.taxonomy.store import open_store

        lines = [title for (title,) in open_store().rows("SELECT title FROM title_keys WHERE sense = 3 ORDER BY title")]
    else:
        lines = [row[0] for row in csv.reader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t") if row]
    different = sorted({*lines} - {""})
    titles = draws.sample(different, min(MANY, len(different)))
    if kind != "noisy":
        return titles
    from finding import NOISES

    return [draws.choice(list(NOISES.values()))(title, draws) for title in titles]


def measure(kind: str, processes: int | None) -> None:
    """Print one line for one kind of titles."""
    titles = draw(kind)
    taxonomy = aijobkit.load_taxonomy()
    start = time.perf_counter()
    taxonomy.find_roles("windmill blade polishing lead hand")
    learned = time.perf_counter() - start
    first, again = (pace(lambda some: taxonomy.find_roles_many(some, processes=processes), titles) for _ in range(2))
    alone = pace(lambda some: [taxonomy.find_roles(title, 3) for title in some], titles[:FEW])
    copies = memory(resource.RUSAGE_CHILDREN)
    print(
        f"{Path(kind).name}, {'one process' if processes == 1 else 'a process for each core'}: {len(titles)} titles, "
        f"{first:,.0f} a second in the first batch, {again:,.0f} in the second, {alone:,.0f} one by one (a batch is "
        f"{again / alone:.1f} times as fast); first learned answer after {learned:.2f} s; at most "
        f"{memory(resource.RUSAGE_SELF):,.0f} MB of memory"
        + (f", a copy {copies:,.0f} MB, counting what it shares" if copies else ""),
        flush=True,
    )


def main(arguments: list[str]) -> None:
    """Measure each kind in processes of its own, since words that were read once are read faster."""
    if arguments[1:] == ["alone"] or arguments[1:] == ["shared"]:
        measure(arguments[0], 1 if arguments[1] == "alone" else None)
        return
    for kind in arguments or KINDS:
        for way in ("shared", "alone"):
            subprocess.run([sys.executable, __file__, kind, way], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
