"""A page as plain text of a given width, for terminals, pipes and mails."""

from __future__ import annotations

import textwrap
import unicodedata

from aijobkit.reports.documents import Bars, Block, Bullets, Document, Heading, Paragraph, Table

__all__ = ["DEFAULT_WIDTH", "draw_text"]

DEFAULT_WIDTH = 80
_LEAST_COLUMN = 6
_GAP = "  "


def _cells_wide(text: str) -> int:
    """Return how many terminal cells *text* takes; East Asian wide characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _wrap(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += textwrap.wrap(
            paragraph,
            max(width, 10),
            initial_indent=first if not lines else rest,
            subsequent_indent=rest,
            break_on_hyphens=False,
        )
    return lines


def _shrink(widths: list[int], floors: list[int], room: int) -> None:
    """Take from the widest columns until all fit into *room* or stand at their floors."""
    while sum(widths) > room:
        above = [index for index, width in enumerate(widths) if width > floors[index]]
        if not above:
            return
        widths[max(above, key=lambda index: widths[index])] -= 1


def _column_widths(table: Table, width: int) -> list[int]:
    """Give each column what it needs; if that is too much, wrap lines first, and break words only where nothing else helps."""
    cells = [table.columns, *table.rows]
    columns = [[row[index] for row in cells] for index in range(len(table.columns))]
    widths = [max(1, *map(_cells_wide, column)) for column in columns]
    words = [max([1, *(_cells_wide(word) for cell in column for word in cell.split())]) for column in columns]
    room = width - len(_GAP) * len(widths)
    _shrink(widths, words, room)
    _shrink(widths, [min(_LEAST_COLUMN, found) for found in widths], room)
    return widths


def _pad(text: str, width: int, *, right: bool) -> str:
    fill = " " * max(0, width - _cells_wide(text))
    return fill + text if right else text + fill


def _draw_row(cells: tuple[str, ...], widths: list[int], numeric: tuple[int, ...]) -> list[str]:
    wrapped = [textwrap.wrap(cell, width, break_on_hyphens=False) or [""] for cell, width in zip(cells, widths, strict=True)]
    lines = []
    for line in range(max(map(len, wrapped))):
        parts = [
            _pad(column[line] if line < len(column) else "", width, right=index in numeric)
            for index, (column, width) in enumerate(zip(wrapped, widths, strict=True))
        ]
        lines.append((_GAP + _GAP.join(parts)).rstrip())
    return lines


def _draw_table(table: Table, width: int) -> list[str]:
    widths = _column_widths(table, width)
    lines = _wrap(table.caption, width) if table.caption else []
    lines += _draw_row(table.columns, widths, table.numeric)
    lines.append(_GAP + _GAP.join("-" * width for width in widths))
    for row in table.rows:
        lines += _draw_row(row, widths, table.numeric)
    return lines


def _draw_block(block: Block, width: int) -> list[str]:
    if isinstance(block, Heading):
        lines = _wrap(" ".join(block.text.split()), width)
        return [*lines, "-" * max(map(_cells_wide, lines), default=0)] if block.level == 2 else lines
    if isinstance(block, Paragraph):
        return _wrap(block.text, width)
    if isinstance(block, Table):
        return _draw_table(block, width) if block.columns else []
    if isinstance(block, Bullets):
        lines = []
        for number, item in enumerate(block.items, start=1):
            sign = f"{number:>2}. " if block.is_numbered else "  - "
            lines += _wrap(item, width, first=sign, rest=" " * len(sign))
        return lines
    assert isinstance(block, Bars)  # noqa: S101 - a picture; its table says the same
    return []


def draw_text(document: Document, *, width: int = DEFAULT_WIDTH) -> str:
    """
    Return the page as plain text.

    Args:
        document: The page.
        width: Longest line in characters; a single longer word is broken.

    Returns:
        Lines without trailing spaces, ended by one line feed.

    Examples:
        >>> print(draw_text(Document(title="Hello", blocks=(Paragraph(text="Good day."),))), end="")
        Hello
        =====
        <BLANKLINE>
        Good day.
    """
    title = _wrap(document.title, width)
    parts = [[*title, "=" * min(width, max(map(_cells_wide, title), default=0))]]
    parts += [lines for block in document.blocks if (lines := _draw_block(block, width))]
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"
