"""
Reading tables that other programs wrote: any common encoding and separator, with lines before the header, and broken rows.

No row is dropped silently and no cell is ever interpreted: ``=cmd()`` is a text like any other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

import attrs

from aijobkit.errors import ImportFileError
from aijobkit.importers.drafts import ImportProblem

__all__ = ["MOST_BYTES", "Row", "Table", "decode", "read_table", "tidy"]

MOST_BYTES = 200_000_000
"""The largest file that is read; an export of a whole network has a few million bytes."""

_HEADER_WITHIN = 60  # lines; the notes that LinkedIn puts before the header take three
_LONGEST_RECORD = 400  # lines of one quoted cell; beyond that a quotation mark was forgotten
_LONGEST_CELL = 10_000  # letters; an assumption: a list of all roles that somebody had takes a few hundred
_MOST_NAMED_LINES = 20
_SEPARATORS = (",", ";", "\t")
_QUOTED = re.compile(r'[^"]*(?:""[^"]*)*')


@attrs.frozen(kw_only=True)
class Row:
    """One row: its line in the file, and its cells by the names that were asked for."""

    line: int
    cells: Mapping[str, str]

    def get(self, name: str) -> str:
        """Return a cell, empty where the column or the cell is missing."""
        return self.cells.get(name, "")


@attrs.frozen(kw_only=True)
class Table:
    """The rows of a file and what was wrong with it."""

    rows: tuple[Row, ...]
    problems: tuple[ImportProblem, ...]
    columns: tuple[str, ...]


def tidy(text: str) -> str:
    """
    Return *text* on one line, without control characters.

    >>> tidy(" Senior\\x00  Nurse\\n")
    'Senior Nurse'
    """
    if not (text.isascii() and text.isprintable()):
        text = "".join(" " if unicodedata.category(char) in ("Cc", "Cs") else char for char in text)
    return " ".join(text.split())


def decode(data: bytes, file: str) -> tuple[str, list[ImportProblem]]:
    """
    Return the text of a file and what was odd about its encoding.

    UTF-16 is known by its mark or its zero bytes.  Otherwise each line is UTF-8 if it can be, and Windows-1252 if not, so that
    one damaged line does not spoil the others.

    Raises:
        ImportFileError: If the file is too large or is not text.
    """
    if len(data) > MOST_BYTES:
        raise ImportFileError(f"larger than {MOST_BYTES // 10**6} MB; this is not a list of contacts", file=file)
    sample = data[:2000]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), []
    if sample.count(0) > len(sample) // 4:
        little = sample[1::2].count(0) >= sample[::2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", "replace"), []
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        return _decode_by_line(data, file)


def _decode_by_line(data: bytes, file: str) -> tuple[str, list[ImportProblem]]:
    lines, broken, sound = [], [], 0
    for number, line in enumerate(data.split(b"\n"), start=1):
        try:
            lines.append(line.decode("utf-8"))
            sound += not line.isascii()
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252", "replace"))
            broken.append(number)
    what = "not UTF-8; read as Windows-1252"
    if not sound:
        return "\n".join(lines), [ImportProblem(file=file, what=what)]
    problems = [ImportProblem(file=file, line=number, what=what) for number in broken[:_MOST_NAMED_LINES]]
    if len(broken) > _MOST_NAMED_LINES:
        problems.append(ImportProblem(file=file, what=f"{len(broken) - _MOST_NAMED_LINES} more lines are {what}"))
    return "\n".join(lines), problems


def _add_cells(cells: list[str], line: str, separator: str, *, is_open: bool) -> bool:
    """
    Add what a line says to *cells*, and say whether its last cell is quoted and goes on in the next line.

    Args:
        cells: Cells so far.
        line: The line.
        separator: What stands between cells.
        is_open: Whether the last of *cells* goes on here.
    """
    if not is_open and '"' not in line:
        cells += [cell.lstrip(" ") for cell in line.split(separator)]
        return False
    place = 0
    if is_open:
        cells[-1] += "\n"
    while True:
        if not is_open:
            cells.append("")
            while line.startswith(" ", place):
                place += 1
            # Only at its start does a quotation mark quote a cell; elsewhere it is a sign like any other.
            if line.startswith('"', place):
                is_open, place = True, place + 1
        if is_open:
            inside = _QUOTED.match(line, place)
            assert inside is not None  # noqa: S101 - it fits an empty text, too
            cells[-1] += inside[0].replace('""', '"')
            place = inside.end()
            if place == len(line):
                return True
            is_open, place = False, place + 1
        end = line.find(separator, place)
        cells[-1] += line[place:] if end < 0 else line[place:end]
        if end < 0:
            return False
        place = end + 1


def _can_go_on(line: str, separator: str) -> bool:
    """Say whether a quoted cell of an earlier line can go on in *line*: its end is followed by the next cell, or by nothing."""
    inside = _QUOTED.match(line)
    rest = line[inside.end() + 1 :].lstrip(" ") if inside is not None else ""
    return not rest or rest.startswith(separator)


def _records(lines: Sequence[str], start: int, separator: str, width: int) -> Iterator[tuple[int, list[str], str]]:
    """Yield ``(line, cells, trouble)`` from line index *start* on; a record may take several lines."""
    index = start
    while index < len(lines):
        cells: list[str] = []
        is_open = _add_cells(cells, lines[index], separator, is_open=False)
        end, last = index + 1, min(len(lines), index + _LONGEST_RECORD)
        # With more cells than columns it is no record any more.  To look further would take a turn over the same lines for each
        # stray quotation mark.
        while is_open and end < last and len(cells) <= width and _can_go_on(lines[end], separator):
            is_open = _add_cells(cells, lines[end], separator, is_open=True)
            end += 1
        trouble = ""
        if is_open or (end > index + 1 and len(cells) != width):
            # A quotation mark was opened and never closed: the lines behind it are rows of their own.
            end = index + 1
            trouble = "a quotation mark is not closed; the line was read without it"
            cells = [cell.strip().strip('"') for cell in lines[index].split(separator)]
        yield index + 1, cells, trouble
        index = end


def _find_header(lines: Sequence[str], known: Mapping[str, str], least: int) -> tuple[int, str, list[str]] | None:
    """Return the index of the header, its separator, and for each column the name asked for or an empty text."""
    for index, line in enumerate(lines[:_HEADER_WITHIN]):
        for separator in _SEPARATORS:
            cells: list[str] = []
            _add_cells(cells, line, separator, is_open=False)
            names = [known.get(tidy(cell).casefold(), "") for cell in cells]
            if len(set(filter(None, names))) >= least:
                return index, separator, names
    return None


def read_table(data: bytes, file: str, known: Mapping[str, str], *, least: int = 2) -> Table:
    """
    Return the rows of a table.

    Args:
        data: The file.
        file: Its name, for problems.
        known: Column headings in lower case to the names under which their cells are wanted; other columns are left out.
        least: How many known columns make a line the header.

    Returns:
        Rows in the order of the file.  Rows of only empty cells are left out; a row with too few or too many cells is kept
        and named among the problems.

    Raises:
        ImportFileError: If the file is empty, is not text, or has no header.
    """
    text, problems = decode(data, file)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = _find_header(lines, known, least)
    if found is None:
        if not text.strip():
            raise ImportFileError("the file is empty", file=file)
        wanted = ", ".join(repr(name) for name in sorted(set(known.values())))
        raise ImportFileError(f"no line names its columns; known ones mean {wanted}", file=file)
    header, separator, names = found
    rows = []
    for line, cells, trouble in _records(lines, header + 1, separator, len(names)):
        if not any(cell.strip() for cell in cells):
            continue
        if trouble:
            problems.append(ImportProblem(file=file, line=line, what=trouble))
        elif len(cells) != len(names):
            what = f"{len(cells)} cells where the header has {len(names)}; what is there was read"
            problems.append(ImportProblem(file=file, line=line, what=what))
        kept: dict[str, str] = {}
        for name, cell in zip(names, cells, strict=False):
            if name and len(cell) > _LONGEST_CELL:
                what = f"a cell has more than {_LONGEST_CELL:,} letters; it was left out"
                problems.append(ImportProblem(file=file, line=line, what=what))
            elif name and tidy(cell):
                kept.setdefault(name, tidy(cell))
        rows.append(Row(line=line, cells=kept))
    return Table(rows=tuple(rows), problems=tuple(problems), columns=tuple(dict.fromkeys(filter(None, names))))
