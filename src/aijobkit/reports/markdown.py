"""A page as Markdown (CommonMark with tables); whatever a person or a plugin wrote is shown, never interpreted."""

from __future__ import annotations

import re

from aijobkit.reports.documents import Bars, Block, Bullets, Document, Heading, Paragraph, Table

__all__ = ["draw_markdown", "escape_markdown"]

_SPECIAL = re.compile(r"([\\`*_<>|~$])")
_LINK_ENDS = re.compile(r"\](?=[(\[:])")
_BLOCK_START = re.compile(r"^(\s*)([#+>=-]|\d+(?=[.)]))", re.MULTILINE)


def escape_markdown(text: str) -> str:
    r"""
    Return *text* so that Markdown shows it as it is.

    >>> escape_markdown("[x](javascript:1) *bold* <b>")
    '[x\\](javascript:1) \\*bold\\* \\<b\\>'
    """
    escaped = _SPECIAL.sub(r"\\\1", text).replace("&", "&amp;")
    escaped = _LINK_ENDS.sub(r"\\]", escaped)
    return _BLOCK_START.sub(lambda found: found[1] + (found[2] + "\\" if found[2].isdigit() else "\\" + found[2]), escaped)


def _one_line(text: str) -> str:
    return escape_markdown(" ".join(text.split()))


def _draw_table(table: Table) -> str:
    rules = ["---:" if index in table.numeric else "---" for index in range(len(table.columns))]
    rows = [[_one_line(cell) for cell in row] for row in (table.columns, *table.rows)]
    lines = [f"| {' | '.join(cells)} |" for cells in (rows[0], rules, *rows[1:])]
    return (f"{_one_line(table.caption)}\n\n" if table.caption else "") + "\n".join(lines)


def _draw_block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_one_line(block.text)}"
    if isinstance(block, Paragraph):
        # Four spaces before a line would make it code, whatever is escaped in it.
        lines = [line.strip() for line in block.text.strip().split("\n")]
        text = escape_markdown("\n".join(lines)).replace("\n", "  \n")
        return f"*{text}*" if block.is_aside and "\n" not in text else text
    if isinstance(block, Table):
        return _draw_table(block) if block.columns else ""
    if isinstance(block, Bullets):
        signs = [f"{number}." if block.is_numbered else "-" for number in range(1, len(block.items) + 1)]
        return "\n".join(f"{sign} {_one_line(item)}" for sign, item in zip(signs, block.items, strict=True))
    assert isinstance(block, Bars)  # noqa: S101 - a picture; its table says the same
    return ""


def draw_markdown(document: Document) -> str:
    """
    Return the page as Markdown.

    Examples:
        >>> print(draw_markdown(Document(title="Hello", blocks=(Paragraph(text="1. not a list"),))), end="")
        # Hello
        <BLANKLINE>
        1\\. not a list
    """
    parts = [f"# {_one_line(document.title)}", *(_draw_block(block) for block in document.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"
