"""
Measure the industry finder on labelled phrases: ``python benchmarks/industries.py PHRASES.tsv [--data DIR]``.

The file has a header and two columns, phrase and accepted NAICS prefixes with commas; further columns are not read.  An
answer is right when its code starts with an accepted prefix, or is the range sector that an accepted sector belongs to.
The finder shows the shortest code of a chain of only children (4854 for 48541 and 485410, which are one industry), so one
row counts a code as any code of its chain.  Prints top-1 and top-3 with the reviewed phrases and without, how far the
confidence can be believed, and the speed.
"""

from __future__ import annotations

import argparse
import itertools
import time
from collections.abc import Collection
from pathlib import Path

from aijobkit.industries import sector_of
from aijobkit.taxonomy.industry_finder import IndustryFinder
from aijobkit.taxonomy.store import open_store

BANDS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01)


def read_phrases(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Return phrases with their accepted prefixes, in the order of the file."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    cells = (line.split("\t") for line in lines if line.strip())
    return [(phrase, tuple(prefix.strip() for prefix in prefixes.split(","))) for phrase, prefixes, *_ in cells]


def is_right(code: str, accepted: tuple[str, ...]) -> bool:
    """Say whether *code* is an accepted answer."""
    if "-" in code:
        return any(sector_of(prefix) == code for prefix in accepted if len(prefix) == 2 or "-" in prefix)
    return code.startswith(accepted)


def longest(code: str, titles: Collection[str]) -> str:
    """Return the longest code that means the same industry as *code*: its only child's, and so on."""
    children = [title for title in titles if len(title) == len(code) + 1 and title.startswith(code)]
    return longest(children[0], titles) if len(children) == 1 else code


def measure(
    finder: IndustryFinder, phrases: list[tuple[str, tuple[str, ...]]], titles: Collection[str] = ()
) -> dict[str, float]:
    """Return shares of right answers in percent, and phrases per second, first call and repeated."""
    start = time.perf_counter()
    answers = [finder.find(phrase, limit=3) for phrase, _ in phrases]
    first = time.perf_counter() - start
    start = time.perf_counter()
    for phrase, _ in phrases:
        finder.find(phrase, limit=3)
    again = time.perf_counter() - start
    right = [
        [is_right(longest(found.code, titles), ok) for found in answer]
        for answer, (_, ok) in zip(answers, phrases, strict=True)
    ]
    total = len(phrases) / 100
    return {
        "top-1": sum(bool(marks) and marks[0] for marks in right) / total,
        "top-3": sum(any(marks) for marks in right) / total,
        "no answer": sum(not marks for marks in right) / total,
        "phrases/s": len(phrases) / first,
        "phrases/s repeated": len(phrases) / again,
    }


def reliability(finder: IndustryFinder, phrases: list[tuple[str, tuple[str, ...]]]) -> list[tuple[float, float, int, float]]:
    """Return for each band of confidence its limits, how many first answers fall in, and the share of right ones."""
    firsts = [(found[0], ok) for phrase, ok in phrases if (found := finder.find(phrase, limit=3))]
    rows = []
    for low, high in itertools.pairwise(BANDS):
        inside = [is_right(found.code, ok) for found, ok in firsts if low <= found.confidence < high]
        if inside:
            rows.append((low, min(high, 1.0), len(inside), 100 * sum(inside) / len(inside)))
    return rows


def main() -> None:
    """Print the tables as Markdown."""
    parser = argparse.ArgumentParser(description="Measure the industry finder on labelled phrases.")
    parser.add_argument("phrases", type=Path, help="phrase, tab, accepted NAICS prefixes with commas; one header line")
    parser.add_argument("--data", type=Path, default=None, help="another build of the data")
    arguments = parser.parse_args()
    phrases = read_phrases(arguments.phrases)
    store = open_store(arguments.data)
    print(f"{len(phrases)} phrases of {arguments.phrases.name}\n")
    print("| | top-1 % | top-3 % | no answer % | phrases/s | phrases/s repeated |\n|---|---|---|---|---|---|")
    titles = [code for (code,) in store.rows("SELECT code FROM industries")]
    ways = (("all signals", True, ()), ("all signals, a chain as one", True, titles), ("without reviewed phrases", False, ()))
    for name, use_phrases, known in ways:
        got = measure(IndustryFinder(store, use_phrases=use_phrases), phrases, known)
        print(
            f"| {name} | {got['top-1']:.1f} | {got['top-3']:.1f} | {got['no answer']:.1f} "
            f"| {got['phrases/s']:,.0f} | {got['phrases/s repeated']:,.0f} |"
        )
    print("\n| confidence | answers | right % |\n|---|---|---|")
    for low, high, count, share in reliability(IndustryFinder(store), phrases):
        print(f"| {low:.1f} to {high:.1f} | {count} | {share:.0f} |")


if __name__ == "__main__":
    main()
