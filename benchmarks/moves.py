"""
How often everyday moves get the right kind of switch, or a right refusal.

Usage: ``python benchmarks/moves.py [MOVES.tsv]``.  A row holds the words of a move and the answers that are accepted, joined by
``|``; ``refuse`` accepts a refusal.  The rows beside this file were labelled before they were tried.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from aijobkit import ResolutionError, load_taxonomy
from aijobkit.classify import classify
from aijobkit.planner import resolve_move


def main(path: Path) -> None:
    """Print the share of right answers, of wrong kinds and of needless refusals, then what was not right."""
    taxonomy = load_taxonomy()
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    right = wrong = refused = 0
    for row in rows:
        accepted = row.pop("accepted").split("|")
        words = {name: text or None for name, text in row.items()}
        try:
            move = resolve_move(taxonomy, **words)
            found = classify(move.origin, move.target).kind.value
            how = f"{move.origin.role.title} / {move.target.role.title}; " + " / ".join(
                "-" if one is None else f"{one.title} {one.code}" for one in (move.origin.industry, move.target.industry)
            )
        except ResolutionError as error:
            found, how = "refuse", str(error)
        if found in accepted:
            right += 1
            continue
        wrong += found != "refuse"
        refused += found == "refuse"
        print(f"  {found:8} not {'|'.join(accepted):8} {list(row.values())}: {how[:200]}")
    count = len(rows)
    print(f"{count} moves: right {right / count:.1%}, wrong kind {wrong / count:.1%}, needless refusal {refused / count:.1%}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("moves.tsv"))
