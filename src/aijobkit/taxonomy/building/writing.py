"""
Writing compact tables: UTF-8, LF, tab-separated, one header line, sorted, never quoted.

Knows the form of a table and nothing of its meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

__all__ = ["cell", "write_table"]


def cell(value: object) -> str:
    """
    Return *value* as it stands in a table: None is empty, a whole number has no decimals, other numbers at most four.

    >>> [cell(value) for value in (None, 4.0, 4.126, "a\\tb", True)]
    ['', '4', '4.126', 'a b', '1']
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        # Adding zero turns a rounded -0.0 into 0.0.
        text = f"{round(value, 4) + 0.0:.4f}".rstrip("0").rstrip(".")
        if text in ("nan", "inf", "-inf"):
            raise ValueError(f"{text} must not enter a table")
        return text
    return " ".join(str(value).split())


def write_table(folder: Path, name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """
    Write one table, sorted and without repeated rows.

    Args:
        folder: Where to write it.
        name: Name of the table; the file is ``NAME.tsv``.
        header: Column names.
        rows: Rows in any order.

    Returns:
        The number of rows written.
    """
    lines = sorted({tuple(cell(value) for value in row) for row in rows})
    text = "".join("\t".join(line) + "\n" for line in [tuple(header), *lines])
    (folder / f"{name}.tsv").write_bytes(text.encode("utf-8"))
    return len(lines)
