"""
How fast titles are found: a first batch, the same batch again, and one by one, each kind of titles in a process of its own.

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
from pathlib import Path

import aijobkit

PACKAGE = Path(aijobkit.__file__).parent / "taxonomy"
KINDS = ("unlisted", "listed", "noisy")
MANY, FEW = 5000, 300
SEED = 5


def pace(taxonomy: aijobkit.Taxonomy, titles: list[str], *, together: bool) -> float:
    """Return how many titles are found in a second, all in one batch or one by one."""
    start = time.perf_counter()
    if together:
        taxonomy.find_roles_many(titles)
    else:
        for title in titles:
            taxonomy.find_roles(title, 3)
    return len(titles) / (time.perf_counter() - start)


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


def measure(kind: str) -> None:
    """Print one line for one kind of titles."""
    titles = draw(kind)
    taxonomy = aijobkit.load_taxonomy()
    start = time.perf_counter()
    taxonomy.find_roles("windmill blade polishing lead hand")
    learned = time.perf_counter() - start
    first, again = (pace(taxonomy, titles, together=True) for _ in range(2))
    alone = pace(taxonomy, titles[:FEW], together=False)
    print(
        f"{Path(kind).name}: {len(titles)} titles, {first:,.0f} a second in the first batch, {again:,.0f} in the second, "
        f"{alone:,.0f} one by one (a batch is {again / alone:.1f} times as fast); first learned answer after {learned:.2f} s; "
        f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB of memory",
        flush=True,
    )


def main(kinds: list[str]) -> None:
    """Measure each kind in a process of its own, since words that were read once are read faster."""
    if len(kinds) == 1:
        measure(kinds[0])
        return
    for kind in kinds:
        subprocess.run([sys.executable, __file__, kind], check=True)


if __name__ == "__main__":
    main(sys.argv[1:] or [*KINDS])
