"""A page on a terminal, with rich: bold headings, ruled tables.  Nothing in the text is taken for markup."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from aijobkit.reports.documents import Bars, Block, Bullets, Document, Heading, Paragraph, Table

__all__ = ["paint"]


def _table(block: Table) -> RichTable:
    table = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for index, name in enumerate(block.columns):
        table.add_column(Text(name, style="bold"), justify="right" if index in block.numeric else "left", overflow="fold")
    for row in block.rows:
        table.add_row(*map(Text, row))
    return table


def _bullets(block: Bullets) -> RichTable:
    grid = RichTable.grid(padding=(0, 1))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    for number, item in enumerate(block.items, start=1):
        grid.add_row(Text(f"  {number}." if block.is_numbered else "  -", style="dim"), Text(item))
    return grid


def _bars(block: Bars) -> RichTable:
    grid = RichTable.grid(padding=(0, 1))
    room = 30
    for label, parts in block.bars:
        line = Text()
        for index, part in enumerate(parts):
            style = "blue" if index % 2 == 0 else "cyan"
            line.append("█" * max(1, round(room * part / block.limit)) if part else "", style=style)
        grid.add_row(Text(label), line)
    return grid


def _renderables(block: Block) -> Iterator[RenderableType]:
    if isinstance(block, Heading):
        yield Text(block.text, style="bold blue" if block.level == 2 else "bold")
    elif isinstance(block, Paragraph):
        yield Text(block.text, style="dim" if block.is_aside else "")
    elif isinstance(block, Bullets):
        yield _bullets(block)
    elif isinstance(block, Bars):
        yield _bars(block)
    elif block.columns:
        if block.caption:
            yield Text(block.caption, style="dim")
        yield _table(block)


def paint(document: Document, *, width: int) -> None:
    """
    Print a page on the terminal.

    Args:
        document: The page.
        width: Longest line in characters.  NO_COLOR is respected.
    """
    console = Console(width=width, highlight=False, markup=False, emoji=False)
    console.print(Text(document.title, style="bold"))
    for block in document.blocks:
        for number, renderable in enumerate(_renderables(block)):
            console.print(Padding(renderable, (0 if number else 1, 0, 0, 0), expand=False))
