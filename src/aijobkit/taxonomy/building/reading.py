"""
Reading tables of official releases by file and column name.

Knows archives, folders, encodings and delimiters; knows nothing of occupations.  Whatever is wrong with a file leaves as a
`DataBuildError` that names file, line and column.
"""

from __future__ import annotations

import csv
import difflib
import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

import attrs

from aijobkit._checks import did_you_mean
from aijobkit.errors import DataBuildError
from aijobkit.taxonomy.archives import open_archive

__all__ = ["Release", "Row", "Table", "read_table"]

# Likeness of a misspelt name; official names such as Work Styles and Work Values are less like each other (assumption).
_SAME_NAME = 0.85
_TABLE_SUFFIXES = (".txt", ".tsv", ".csv")
# The official text edition writes these where nothing was measured.
_NOTHING = frozenset({"", "n/a", "N/A", "*"})


def _key(name: str) -> str:
    """Return *name* as far as editions agree on it: letters and digits only."""
    return re.sub(r"[^0-9a-z]+", "", name.lower())


@attrs.frozen(kw_only=True)
class Row:
    """
    One row of a release table.

    Args:
        table: The table it stands in.
        line: Its line in the file, from 1.
        cells: All cells, in the order of the file's header.
    """

    table: Table
    line: int
    cells: Sequence[str]

    def text(self, column: str) -> str:
        """Return the cell of *column*, trimmed; empty where nothing was measured or the column is absent."""
        place = self.table.places.get(_key(column))
        if place is None:
            return ""
        cell = self.cells[place].strip()
        return "" if cell in _NOTHING else cell

    def needed(self, column: str) -> str:
        """Return the cell of *column*, which must not be empty."""
        cell = self.text(column)
        if not cell:
            raise self.trouble("an empty cell where a value is needed", column)
        return cell

    def code(self, column: str, pattern: re.Pattern[str], example: str) -> str:
        """Return the cell of *column*, which must be a code of the form *pattern*."""
        cell = self.needed(column)
        if not pattern.fullmatch(cell):
            raise self.trouble(f"{cell[:40]!r} is not a code such as {example}", column)
        return cell

    def number(self, column: str, low: float, high: float) -> float | None:
        """Return the cell of *column* as a number in [*low*, *high*], or None where nothing was measured."""
        cell = self.text(column)
        if not cell:
            return None
        try:
            value = float(cell)
        except ValueError:
            raise self.trouble(f"{cell[:40]!r} is not a number", column) from None
        if not low <= value <= high:
            raise self.trouble(f"{cell} is outside {low:g} to {high:g}", column)
        return value

    def trouble(self, message: str, column: str) -> DataBuildError:
        """Return an error that points at *column* of this row."""
        return DataBuildError(message, file=self.table.name, line=self.line, column=column)


@attrs.frozen(kw_only=True, eq=False)
class Table:
    """
    One table of a release.

    Args:
        name: File name as the release writes it.
        columns: Its header.
        places: Position of each column by its plain name.
        lines: The rows below the header, with their line numbers.
    """

    name: str
    columns: tuple[str, ...]
    places: dict[str, int]
    lines: tuple[tuple[int, tuple[str, ...]], ...]

    def has(self, column: str) -> bool:
        """Say whether the header names *column*."""
        return _key(column) in self.places

    def __iter__(self) -> Iterator[Row]:
        for line, cells in self.lines:
            yield Row(table=self, line=line, cells=cells)

    def __len__(self) -> int:
        return len(self.lines)


def _decode(name: str, data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DataBuildError("the file is encoded as UTF-16; save it as UTF-8", file=name, line=1)
    if data.startswith(b"PK\x03\x04"):
        raise DataBuildError("this is an Excel file or an archive; save it as tab- or comma-separated text", file=name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        before = data[start : error.start]
        delimiter = b"\t" if b"\t" in data[: data.find(b"\n") + 1] else b","
        header = data[: data.find(b"\n")].decode("utf-8", "replace").rstrip("\r").split(delimiter.decode())
        place = min(before.count(delimiter), len(header) - 1)
        raise DataBuildError(
            f"byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8",
            file=name,
            line=line,
            column=header[place],
        ) from None
    if "\x00" in text:
        raise DataBuildError(
            "a zero byte: this is not a text table", file=name, line=text.count("\n", 0, text.index("\x00")) + 1
        )
    return text


def _unquote(cell: str) -> str:
    # Exports from a spreadsheet quote cells that contain quotes; the official text edition never quotes.
    if len(cell) >= 2 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell


def _split(name: str, text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    head = text.split("\n", 1)[0]
    if "\t" in head:
        for number, line in enumerate(text.split("\n"), start=1):
            bare = line.removesuffix("\r")
            if bare:
                cells = bare.split("\t")
                yield number, tuple(map(_unquote, cells)) if '"' in bare else tuple(cells)
        return
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            if cells:
                yield reader.line_num, tuple(cells)
    except csv.Error as error:
        raise DataBuildError(f"not readable as comma-separated values: {error}", file=name, line=reader.line_num) from None


def read_table(name: str, data: bytes, needed: Sequence[str] = ()) -> Table:
    """
    Read one delimited table with a header.

    Args:
        name: File name, for messages.
        data: Content of the file: UTF-8, tab or comma separated; quotes and line ends of either edition are understood.
        needed: Columns without which the table is of no use.  Case, blanks and punctuation in column names do not matter.

    Returns:
        The table; columns that nobody asked for are kept and do no harm.

    Raises:
        DataBuildError: If the file is empty, of another encoding, cut short or lacks a needed column.

    Examples:
        >>> table = read_table("codes.tsv", b"code\\ttitle\\n11\\tFarming\\n", ["code"])
        >>> [row.text("title") for row in table]
        ['Farming']
    """
    rows = list(_split(name, _decode(name, data)))
    if not rows:
        raise DataBuildError("the file is empty; download it again", file=name)
    header = tuple(cell.strip() for cell in rows[0][1])
    places: dict[str, int] = {}
    for place, column in enumerate(header):
        places.setdefault(_key(column), place)
    for column in needed:
        if _key(column) not in places:
            nearest = did_you_mean(column, [name for name in header if name])
            hint = f"did you mean {nearest[0]!r}?" if nearest else f"the header has {', '.join(header)[:200]!r}"
            raise DataBuildError(f"the header lacks this column; {hint}", file=name, line=1, column=column)
    for line, cells in rows[1:]:
        if len(cells) != len(header):
            short = len(cells) < len(header)
            message = f"{len(cells)} cells under a header of {len(header)}"
            raise DataBuildError(
                f"{message}; the file is cut short or damaged, download it again",
                file=name,
                line=line,
                column=header[len(cells)] if short else header[-1],
            )
    return Table(name=name, columns=header, places=places, lines=tuple(rows[1:]))


class Release:
    """
    A release as downloaded: a zip archive, a folder, or one folder inside either.

    Args:
        path: The archive or folder.

    Raises:
        DataBuildError: If nothing is there or the archive is damaged.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._files: dict[str, str] = {}
        self._is_excel = False
        if path.is_dir():
            names = sorted(entry.relative_to(path).as_posix() for entry in path.rglob("*") if entry.is_file())
        elif path.is_file():
            names = self._archive_names()
        else:
            raise DataBuildError("no such file or folder; give the downloaded zip or its unpacked folder", file=path.name)
        # The shallowest file of a name wins: an archive may carry copies in deeper folders.
        for name in sorted(names, key=lambda entry: (entry.count("/"), entry)):
            pure = PurePosixPath(name)
            self._is_excel |= pure.suffix.lower() == ".xlsx"
            if pure.suffix.lower() in _TABLE_SUFFIXES and not pure.name.startswith("."):
                self._files.setdefault(_key(pure.stem), name)

    def _archive_names(self) -> list[str]:
        def broken(error: Exception) -> DataBuildError:
            detail = f"not a complete zip archive ({error}); download it again, or give the unpacked folder"
            return DataBuildError(detail, file=self.path.name)

        with open_archive(self.path, broken) as archive:
            damaged = archive.testzip()
            if damaged is not None:
                raise DataBuildError(f"the archive is damaged at {damaged!r}; download it again", file=self.path.name)
            return [info.filename for info in archive.infolist() if not info.is_dir() and "__MACOSX" not in info.filename]

    @property
    def stems(self) -> tuple[str, ...]:
        """Names of all tables of the release, sorted."""
        return tuple(sorted(PurePosixPath(name).stem for name in self._files.values()))

    @property
    def folder(self) -> str:
        """Name of the folder or archive that carries the release, without its suffix."""
        tops = {PurePosixPath(name).parts[0] for name in self._files.values() if "/" in name}
        return min(tops) if len(tops) == 1 else self.path.name.removesuffix(".zip")

    def nearest(self, title: str) -> tuple[str, ...]:
        """Return names of tables that look like *title*, best first."""
        return did_you_mean(title, self.stems)

    def renamed(self, title: str) -> str:
        """Return the name of a table that is probably *title* misspelt; empty when there is none."""
        close = difflib.get_close_matches(title, self.stems, n=1, cutoff=_SAME_NAME)
        return close[0] if close else ""

    def read(self, title: str) -> bytes | None:
        """Return the content of the table *title*, or None when the release has none of that name."""
        name = self._files.get(_key(title))
        if name is None:
            return None

        def unreadable(error: Exception) -> DataBuildError:
            return DataBuildError(f"cannot be read: {error}", file=PurePosixPath(name).name)

        if not self.path.is_dir():
            with open_archive(self.path, unreadable) as archive:
                return archive.read(name)
        try:
            return (self.path / name).read_bytes()
        except OSError as error:
            raise unreadable(error) from None

    def table(self, title: str, needed: Sequence[str]) -> Table | None:
        """Return the table *title* with the *needed* columns, or None when the release has none of that name."""
        data = self.read(title)
        if data is None:
            return None
        return read_table(PurePosixPath(self._files[_key(title)]).name, data, needed)

    def mandatory_table(self, title: str, needed: Sequence[str]) -> Table:
        """Return the table *title*, or raise an error that names the nearest tables there are."""
        table = self.table(title, needed)
        if table is None:
            nearest = self.nearest(title)
            hint = f"nearest are {', '.join(nearest)}" if nearest else f"it has {', '.join(self.stems)[:200] or 'no tables'}"
            if self._is_excel:
                hint = "this is the Excel edition; download the text edition"
            raise DataBuildError(f"the release has no table {title!r}; {hint}", file=self.path.name)
        return table

    def sha256(self) -> str:
        """Return the digest of the archive, or of the names and contents of all tables of a folder."""
        digest = hashlib.sha256()
        if self.path.is_file():
            digest.update(self.path.read_bytes())
        else:
            for key, name in sorted(self._files.items()):
                digest.update(key.encode() + b"\0" + (self.path / name).read_bytes() + b"\0")
        return digest.hexdigest()
