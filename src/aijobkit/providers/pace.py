"""
The pace of what advice has somebody do: how many talks, and how many weeks before the search; by judgement.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from aijobkit.evidence import EvidenceKind
from aijobkit.switches import Assumption, DifficultyBand

__all__ = ["NAMES_PER_TALK", "PACE", "TALKS_AFTER", "TAUGHT_WEEKS", "Pace", "pace_table"]

_SOURCE = "career counsel, and figures of ours for it; not a measurement"


@attrs.frozen(kw_only=True)
class Pace:
    """
    How many conversations, and how early.

    Args:
        talks: Number of conversations.
        weeks: Weeks before the search at which the first names are written down.
    """

    talks: int
    weeks: int


PACE: Mapping[DifficultyBand, Pace] = {
    DifficultyBand.NONE: Pace(talks=2, weeks=8),
    DifficultyBand.SMALL: Pace(talks=3, weeks=12),
    DifficultyBand.MODERATE: Pace(talks=5, weeks=16),
    DifficultyBand.LARGE: Pace(talks=6, weeks=20),
    DifficultyBand.VERY_LARGE: Pace(talks=8, weeks=26),
}
"""By difficulty; `pace_table` prints it with its source."""

NAMES_PER_TALK = 2
"""Names to write down for each talk, for about half of those who are asked do not answer."""

TALKS_AFTER = 4
"""Weeks after the first names at which the talks are held."""

TAUGHT_WEEKS = (8, 7, 5)
"""Weeks before the search at which the first tasks start where the work is taught on the job."""


def pace_table() -> tuple[Assumption, ...]:
    """
    Return all of it as rows of a table.

    >>> [(row.name, row.value) for row in pace_table()][:2]
    [('talks, no switch', 2), ('weeks, no switch', 8)]
    """
    rows: list[tuple[str, float, str]] = []
    for band, pace in PACE.items():
        rows += [
            (f"talks, {band.value}", pace.talks, "conversations before the search"),
            (f"weeks, {band.value}", pace.weeks, "weeks before the search at which the first names are written down"),
        ]
    rows.append(("names per talk", NAMES_PER_TALK, "names to write down for each talk; about half do not answer"))
    rows.append(("talks after", TALKS_AFTER, "weeks after the first names at which the talks are held"))
    rows += [
        (f"taught task {place}", weeks, "weeks before the search at which this task starts where work is taught on the job")
        for place, weeks in enumerate(TAUGHT_WEEKS, start=1)
    ]
    return tuple(
        Assumption(name=name, value=value, kind=EvidenceKind.ASSUMPTION, source=_SOURCE, meaning=meaning)
        for name, value, meaning in rows
    )
