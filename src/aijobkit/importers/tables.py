"""
Reading tables that other programs wrote: any common encoding and separator, with lines before the header, and broken rows.

No row is dropped silently and no cell is ever interpreted: ``=cmd()`` is a text like any other.
"""

from __future__ import annotations

import csv
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
_MOST_NAMED_LINES = 20
_SEPARATORS = (",", ";", "\t")


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


def _is_open(record: str, separator: str) -> bool:
    """Say whether a quoted cell that began in *record* has not ended yet."""
    if '"' not in record:
        return False
    quoted, at_start, index = False, True, 0
    while index < len(record):
        char = record[index]
        if quoted and char == '"':
            if record[index + 1 : index + 2] == '"':
                index += 1
            else:
                quoted = False
        elif not quoted:
            quoted = at_start and char == '"'
            at_start = char in (separator, "\n") or (at_start and char == " ")
        index += 1
    return quoted


def _split(record: str, separator: str) -> list[str]:
    rows = list(csv.reader([record], delimiter=separator, skipinitialspace=True))
    return rows[0] if rows else []


def _records(lines: Sequence[str], start: int, separator: str, width: int) -> Iterator[tuple[int, list[str], str]]:
    """Yield ``(line, cells, trouble)`` from line index *start* on; a record may take several lines."""
    index = start
    while index < len(lines):
        record, end = lines[index], index + 1
        while _is_open(record, separator) and end < len(lines) and end - index < _LONGEST_RECORD:
            record = f"{record}\n{lines[end]}"
            end += 1
        trouble = ""
        cells = [] if _is_open(record, separator) else _split(record, separator)
        if (end > index + 1 and len(cells) != width) or (record and not cells):
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
            names = [known.get(tidy(cell).casefold(), "") for cell in _split(line, separator)]
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
            if name and tidy(cell):
                kept.setdefault(name, tidy(cell))
        rows.append(Row(line=line, cells=kept))
    return Table(rows=tuple(rows), problems=tuple(problems), columns=tuple(dict.fromkeys(filter(None, names))))
