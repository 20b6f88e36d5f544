"""A tiny encoder that sees letters only, and a taxonomy of a handful of roles."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np

from aijobkit.roles import Role
from aijobkit.taxonomy.wording import title_key

# Sense, code, title: 1 is the catalogue, 3 is O*NET, 6 another language.
TITLES = (
    (1, "aijobkit:machine-learning-engineer", "Machine Learning Engineer"),
    (3, "15-1221.00", "Computer and Information Research Scientists"),
    (3, "15-1221.00", "Machine Learning Engineer"),
    (3, "15-1221.00", "Computer Scientist"),
    (3, "29-1141.00", "Registered Nurses"),
    (3, "29-1141.00", "Staff Nurse"),
    (3, "29-1141.01", "Acute Care Nurses"),
    (3, "29-1141.01", "Ward Nurse"),
    (3, "53-3051.00", "Bus Drivers, School"),
    (3, "53-3051.00", "School Bus Driver"),
    (3, "53-3051.00", "Bus Operator"),
    (3, "53-3052.00", "Bus Operator"),
    (3, "53-3052.00", "City Bus Driver"),
    (6, "29-1141.00", "Krankenschwester"),
)


class LetterEncoder:
    """Counts triples of letters in 64 bins: texts that share letters are near."""

    name = "letters"

    def encode(self, texts: Sequence[str]) -> Any:
        """Return one row of length 1 per text."""
        rows = np.full((len(texts), 64), 1e-3, np.float32)
        for row, text in zip(rows, texts, strict=True):
            padded = f" {text.lower()} "
            for at in range(len(padded) - 2):
                row[zlib.crc32(padded[at : at + 3].encode()) % 64] += 1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


class _Store:
    def __init__(self) -> None:
        self._base = sqlite3.connect(":memory:")
        self._base.execute("CREATE TABLE title_keys(key, code, sense, title)")
        self._base.execute("CREATE TABLE roles(code, title)")
        rows = [(title_key(title), code, sense, title) for sense, code, title in TITLES]
        self._base.executemany("INSERT INTO title_keys VALUES (?, ?, ?, ?)", rows)
        official = {code: title for sense, code, title in reversed(TITLES) if sense == 3}
        self._base.executemany("INSERT INTO roles VALUES (?, ?)", sorted(official.items()))

    def rows(self, query: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return self._base.execute(query, parameters).fetchall()


class _Taxonomy:
    def __init__(self) -> None:
        self.store = _Store()

    def lookup_role(self, code: str) -> Role | None:
        anchors = ("15-1221.00",) if ":" in code else (code,)
        return Role(code=code, title=f"role {code}", onet_codes=anchors)


def small_taxonomy() -> Any:
    """Return what the building needs of a taxonomy, with the few titles above."""
    return _Taxonomy()
