"""
Eight roles at the meeting of AI and finance, each with its O*NET anchors and the reason for them.

The roles are a table beside this module; every row is a reviewed judgement, not a measurement.
"""

from __future__ import annotations

import csv
from pathlib import Path

from aijobkit import RoleDefinition, hookimpl

NAMESPACE = "finance"
SOURCE = "aijobkit-finance-roles; a judgement, not a measurement"


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _anchors(cell: str) -> tuple[tuple[str, float], ...]:
    pairs = (part.split() for part in _split(cell))
    return tuple((code, float(weight)) for code, weight in pairs)


@hookimpl
def aijobkit_roles() -> list[RoleDefinition]:
    """Return the roles of the table."""
    with (Path(__file__).parent / "roles.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        RoleDefinition(
            code=f"{NAMESPACE}:{row['slug']}",
            title=row["title"],
            anchors=_anchors(row["anchors"]),
            titles=_split(row["titles"]),
            technologies=_split(row["technologies"]),
            topics=_split(row["topics"]),
            is_ai=True,
            reason=row["reason"],
            source=SOURCE,
        )
        for row in rows
    ]
