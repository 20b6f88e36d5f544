"""
How fast titles are found: a first batch, the same batch again, and one by one, in a process of its own.

Usage: ``python benchmarks/pace.py [TITLES.txt]``, one title a line; by default the names of trades that the title model learns
from, which no table lists, so that each is found by all signals.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

import aijobkit

LEARNT = Path(aijobkit.__file__).parent / "taxonomy" / "catalogue" / "training_titles.tsv"
MANY, FEW = 5000, 300


def pace(taxonomy: aijobkit.Taxonomy, titles: list[str], *, together: bool) -> float:
    """Return how many titles are found in a second, all in one batch or one by one."""
    start = time.perf_counter()
    if together:
        taxonomy.find_roles_many(titles)
    else:
        for title in titles:
            taxonomy.find_roles(title, 3)
    return len(titles) / (time.perf_counter() - start)


def main(path: Path) -> None:
    """Print one line for each way."""
    lines = [line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines()]
    titles = random.Random(5).sample(sorted(set(filter(None, lines))), min(MANY, len(set(filter(None, lines)))))
    taxonomy = aijobkit.load_taxonomy()
    start = time.perf_counter()
    taxonomy.find_roles("windmill blade polishing lead hand")
    print(f"first learned answer {time.perf_counter() - start:.2f} s")
    first, again = (pace(taxonomy, titles, together=True) for _ in range(2))
    alone = pace(taxonomy, titles[:FEW], together=False)
    print(
        f"{len(titles)} titles: {first:,.0f} a second in the first batch, {again:,.0f} in the second, {alone:,.0f} one by one"
    )
    print(f"a batch is {again / alone:.1f} times as fast")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else LEARNT)
