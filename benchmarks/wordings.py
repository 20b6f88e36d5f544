"""
How well titles and fields are understood as people word them: hand-labelled lists, and what of them is refused.

Usage: ``python benchmarks/wordings.py``.  The lists stand beside this file.  Each was written and labelled by somebody who saw
none of our tables, and was measured before anything was mended; since then it only tells whether something broke.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from aijobkit import ResolutionError, load_taxonomy
from aijobkit.roles import Role
from aijobkit.taxonomy import Taxonomy

HERE = Path(__file__).parent
Tally = dict[str, list[int]]


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one list."""
    with (HERE / name).open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)


def means(role: Role) -> set[str]:
    """Return the codes that a label may have for a role: its own, or those of the occupations that it stands for."""
    stands_for = [*role.onet_codes, *([role.same_as] if role.same_as else [])]
    return {role.code, *(code[:7] for code in stands_for)} if ":" in role.code else {role.code[:7]}


def is_role(taxonomy: Taxonomy, text: str, codes: set[str]) -> bool:
    """Say whether a text is answered with one of some roles; with none given, a station of life is right."""
    role = taxonomy.role(text)
    return not codes.isdisjoint(means(role)) if codes else role.is_life_role


def is_industry(taxonomy: Taxonomy, text: str, codes: set[str]) -> bool:
    """Say whether a text is answered with an industry within one of some codes, or the other way round."""
    found = taxonomy.industry(text)
    return any(code.startswith(mine) or mine.startswith(code) for code in codes for mine in (found.code, *found.naics_codes))


def ask(ask_one: Callable[[Taxonomy, str, set[str]], bool], taxonomy: Taxonomy, row: dict[str, str], tally: list[int]) -> None:
    """Count an answer as right, wrong or refused."""
    codes = {code for code in row["codes"].split(",") if code}
    try:
        tally[0 if ask_one(taxonomy, row["text"], codes) else 1] += 1
    except ResolutionError:
        tally[2] += 1


def main() -> None:
    """Print one line for each list."""
    taxonomy = load_taxonomy()
    tallies: Tally = {}
    for row in rows("everyday_titles.tsv"):
        ask(is_role, taxonomy, {**row, "text": row["title"]}, tallies.setdefault(f"titles, {row['kind']}", [0, 0, 0]))
    for row in rows("no_jobs.tsv"):
        ask(is_role, taxonomy, {**row, "codes": ""}, tallies.setdefault(f"no jobs, {row['kind']}", [0, 0, 0]))
    for row in rows("foreign_wordings.tsv"):
        name = f"{row['kind']} in {row['language']}, {row['list']} list"
        ask(is_industry if row["kind"] == "industry" else is_role, taxonomy, row, tallies.setdefault(name, [0, 0, 0]))
    print("| list | wordings | right | wrong | refused |\n|---|---|---|---|---|")
    for name, (right, wrong, refused) in tallies.items():
        count = right + wrong + refused
        print(f"| {name} | {count} | {right / count:.1%} | {wrong / count:.1%} | {refused / count:.1%} |")


if __name__ == "__main__":
    main()
