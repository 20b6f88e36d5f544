"""
A page before it is drawn: headings, paragraphs, lists, tables and bars, and the numbered list of sources.

One small model is drawn as plain text, Markdown, HTML and on a terminal, so that every face says the same.  All text in it is
plain text: whoever draws it escapes it.  Knows nothing of files or terminals.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import TypeAlias

import attrs

from aijobkit.evidence import Evidence, EvidenceKind

__all__ = ["Bars", "Block", "Bullets", "Document", "Heading", "Paragraph", "Sources", "Table", "clean"]

_MOST_DETAILS = 3  # distinct details shown below one source; the rest is counted, and whole in the JSON

# Marks that reorder or hide text: overrides and isolates of writing direction, zero-width characters, byte order mark.
_INVISIBLE = frozenset("\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")

_KIND_WORDS = {
    EvidenceKind.MEASURED: "read from a data set",
    EvidenceKind.DERIVED: "computed here from measured figures",
    EvidenceKind.ASSUMPTION: "a judgement that you may replace by your own",
}


def clean(text: str) -> str:
    """
    Return *text* without anything that could steer a terminal or hide what is written.

    Control characters become spaces (line feeds stay), marks that reorder text vanish, broken characters show as one sign.

    >>> clean("a\\x1b[31mb"), clean("a\\u202eb")
    ('a [31mb', 'ab')
    """
    if text.isprintable() and text.isascii():
        return text
    kept = []
    for char in text:
        category = unicodedata.category(char)
        if char in _INVISIBLE:
            continue
        if category == "Cc" and char != "\n":
            kept.append(" ")
        elif category == "Cs":
            kept.append("\N{REPLACEMENT CHARACTER}")
        elif category in ("Zl", "Zp"):
            kept.append("\n")
        else:
            kept.append(char)
    return "".join(kept)


def _clean_cells(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(clean(cell) for cell in row) for row in rows)


def _clean_labels(bars: Iterable[tuple[str, tuple[float, ...]]]) -> tuple[tuple[str, tuple[float, ...]], ...]:
    return tuple((clean(label), parts) for label, parts in bars)


def _clean_all(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(clean(text) for text in texts)


@attrs.frozen(kw_only=True)
class Heading:
    """A heading; *level* 2 opens a part, 3 a part of a part."""

    text: str = attrs.field(converter=clean)
    level: int = 2


@attrs.frozen(kw_only=True)
class Paragraph:
    """Running text; *is_aside* marks what a hurried reader may skip."""

    text: str = attrs.field(converter=clean)
    is_aside: bool = False


@attrs.frozen(kw_only=True)
class Bullets:
    """A list of short texts, numbered where the order counts; *is_sources* makes it what marks such as [3] point to."""

    items: tuple[str, ...] = attrs.field(converter=_clean_all)
    is_numbered: bool = False
    is_sources: bool = False


@attrs.frozen(kw_only=True)
class Table:
    """
    A table.

    Args:
        columns: Headings of the columns.
        rows: Rows of as many cells.
        caption: What the table shows.
        numeric: Positions of the columns that are set to the right.
    """

    columns: tuple[str, ...] = attrs.field(converter=_clean_all)
    rows: tuple[tuple[str, ...], ...] = attrs.field(converter=_clean_cells)
    caption: str = attrs.field(default="", converter=clean)
    numeric: tuple[int, ...] = ()


@attrs.frozen(kw_only=True)
class Bars:
    """
    A picture of numbers that a table beside it gives in full; faces without pictures leave it out.

    Args:
        title: What the picture shows; read aloud by screen readers.
        bars: ``(label, (part, part, ...))`` with parts of at least 0, drawn one after the other.
        limit: The value at which a bar is as long as the picture is wide; above 0.
    """

    title: str = attrs.field(converter=clean)
    bars: tuple[tuple[str, tuple[float, ...]], ...] = attrs.field(converter=_clean_labels)
    limit: float = 1.0


Block: TypeAlias = "Heading | Paragraph | Bullets | Table | Bars"


@attrs.frozen(kw_only=True)
class Document:
    """A page: its title and its blocks in reading order."""

    title: str = attrs.field(converter=clean)
    blocks: tuple[Block, ...]


class Sources:
    """
    Numbers the sources of a page in the order in which they are first named.

    >>> sources = Sources()
    >>> sources.mark(Evidence(kind=EvidenceKind.MEASURED, source="O*NET 29.3", detail="job zone"))
    'measured [1]'
    """

    def __init__(self) -> None:
        self._details: dict[tuple[EvidenceKind, str], dict[str, None]] = {}

    def number(self, evidence: Evidence) -> int:
        """Return the number of the source of *evidence*, from 1."""
        key = (evidence.kind, evidence.source)
        details = self._details.setdefault(key, {})
        if evidence.detail:
            details[evidence.detail] = None
        return list(self._details).index(key) + 1

    def mark(self, *evidence: Evidence) -> str:
        """Return what stands beside a number: each kind of ground in words, and the numbers in the list."""
        numbers: dict[str, dict[int, None]] = {}
        for ground in evidence:
            numbers.setdefault(ground.kind.value, {})[self.number(ground)] = None
        return ", ".join(f"{kind} {' '.join(f'[{number}]' for number in found)}" for kind, found in numbers.items())

    def blocks(self) -> tuple[Block, ...]:
        """Return the numbered list itself; empty if nothing was named."""
        if not self._details:
            return ()
        items = []
        for (kind, source), details in self._details.items():
            shown = list(details)[:_MOST_DETAILS]
            more = len(details) - len(shown)
            text = f"{kind.value} ({_KIND_WORDS[kind]}): {source}"
            if shown:
                text += " - " + "; ".join(shown)
            if more:
                text += f"; and {more} more, all in the JSON"
            items.append(text)
        return (
            Heading(text="Where the numbers come from"),
            Bullets(items=tuple(items), is_numbered=True, is_sources=True),
            Paragraph(text="Numbers are rounded for reading; the JSON has every digit.", is_aside=True),
        )
