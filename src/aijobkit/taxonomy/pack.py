"""
Packing the committed tables into the one file that the product reads: ``taxonomy.sqlite``.

Standalone on purpose: the build hook loads it by path, before aijobkit is installed.  Standard library only (``tomli`` on
Python 3.10).

**The rule.**  Every ``NAME.tsv`` of the data folder and of the catalogue folder becomes the table ``NAME``, with the header as
column names.  Columns are TEXT unless `COLUMN_TYPES` names another type; an empty cell of a typed column is NULL, of a TEXT
column the empty text.  A table keeps the order of its file, unless `CLUSTERED` says another.  When a file is missing, so is
its table; those of `BUILD_ONLY` are left out, and those of `FILED` are there as ``title_keys`` only.

**Exceptions**, for size and for single look-ups without numpy:

``profiles(code, importance, level, interests, work_styles, work_values, education)``
    in place of the wide tables of those names (``ratings_importance``, ``ratings_level``, ...).  Each column is a BLOB of
    little-endian float32, one number per column of the wide table, in the order of ``blob_columns``; NULL where the occupation
    has no such figures.  A single empty cell among figures is stored as -1.  One row per occupation that has any.
``blob_columns(name, place, key)``
    what stands at *place* of the blob column *name*: an element id, or an education category.  ``importance`` and
    ``level`` share their order (skills, then knowledge).
``similarity_codes(place, code)``
    what stands at *place* of the similarity rows; sorted by code.
``task_similarity(code, row)``, ``activity_similarity``, ``title_similarity``, ``technology_similarity`` likewise
    the lower half of the square: the row of place i has one byte for each of the places 0 to i - 1 of ``similarity_codes``,
    and the similarity is (byte / 255) ** 2.  It is symmetric, and 1 with itself.  A role that has no such data is similar to
    nothing but itself.  All rows in the order of codes, joined, are the whole half.
``blobs(name, data)``
    binary files of the data folder: ``title_model`` is ``title_model.npz``.  ``technology_words`` are all words of the names of
    technologies in normal form, sorted, one a line, as zlib packs them.
``meta(key, value)``
    ``format`` is `FORMAT`; ``content`` a digest of all tables; ``source.NAME`` is the version of each source,
    such as ``source.O*NET`` = ``29.3``;
    ``rows.TABLE`` the number of rows of each table.

**Catalogues in TOML** (``ai_roles.toml``, ``life_roles.toml``):

``catalogue_roles(code, title, same_as, is_ai, is_life, json)``
    one row per ``[[role]]``; ``same_as`` is empty where the role is no O*NET occupation; ``json`` is the whole entry.
``catalogue_titles(title, code, kind)``
    every title of it; kind is title, alternate (``titles``) or abbreviation (``abbreviations``).
``fields_of_study(name, anchor, json)``
    one row per ``[[field]]``; ``json`` is the whole entry.
``field_titles(title, field)``
    every wording of a field of study (its name and its ``titles``) with the name.

**Exact titles**: ``title_keys(key, code, sense, title)`` files every wording of every title, name and abbreviation under its
key, see `aijobkit.taxonomy.wording`.  ``titles`` is kept in the order of codes, to show the titles of a role.

**Full text**: ``industry_search(text, code, kind)`` is an FTS5 table (Porter stemming) over industry titles (kind ``title``)
and search terms (kind ``term``).  ``industry_terms(term, code)`` is a view on it, so that the terms are there once.

Indexes (see `INDEXES`) serve look-ups by code and by exact title; titles are indexed without regard to case, so compare them
with ``= ? COLLATE NOCASE``.  The bytes are the same for the same input and the same SQLite version.
"""

from __future__ import annotations

import base64
import hashlib
import importlib
import importlib.util
import json
import os
import sqlite3
import struct
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = ["COLUMN_TYPES", "FORMAT", "INDEXES", "PackError", "catalogue_title_codes", "pack", "read_tsv"]

FORMAT = "2"
"""Version of the file format; the store refuses another one."""

COLUMN_TYPES = {
    "roles": {"job_zone": "INTEGER", "education_typical": "INTEGER", "employment": "INTEGER", "median_pay": "INTEGER"},
    "elements": {"importance_mean": "REAL", "importance_sd": "REAL", "level_mean": "REAL", "level_sd": "REAL"},
    "technologies": {"hot": "INTEGER", "occupations": "INTEGER"},
    "role_technologies": {"in_demand": "INTEGER"},
    "technology_lengths": {"squared": "REAL"},
    "industries": {"level": "INTEGER"},
    "pay": {"employment": "INTEGER", "median_pay": "INTEGER", "top_coded": "INTEGER"},
    "employment": {"employment": "INTEGER", "median_pay": "INTEGER"},
    "sources": {"rows": "INTEGER"},
}
"""SQLite type of the columns that are not text, by table."""

WIDE = {
    "ratings_importance": "importance",
    "ratings_level": "level",
    "interests": "interests",
    "work_styles": "work_styles",
    "work_values": "work_values",
    "education": "education",
}
TRIANGLES = ("task_similarity", "activity_similarity", "title_similarity", "technology_similarity")
BUILD_ONLY = frozenset({"activities", "training_titles"})
"""Tables that stay in the source: ids whose likeness is in ``activity_similarity``, and titles that only the model learns."""

FILED = frozenset({"everyday_roles", "role_names", "titles"})
"""Tables of which the keys of their titles are all that is asked."""

BINARIES = {"title_model.npz": "title_model"}

CLUSTERED = {
    "pay": ("soc", "sector"),
    "role_technologies": ("code", "technology"),
    "title_keys": ("key", "sense", "code"),
}
"""Tables that are kept in the order of these columns, which are unique together; they need no index of their own."""

INDEXES = (
    ("roles", ("code",)),
    ("roles", ("soc",)),
    ("elements", ("id",)),
    ("technologies", ("technology COLLATE NOCASE",)),
    ("industries", ("code",)),
    ("employment", ("soc",)),
    ("profiles", ("code",)),
    ("similarity_codes", ("code",)),
    ("task_similarity", ("code",)),
    ("activity_similarity", ("code",)),
    ("title_similarity", ("code",)),
    ("technology_similarity", ("code",)),
    ("catalogue_roles", ("code",)),
    ("catalogue_titles", ("title COLLATE NOCASE",)),
    ("catalogue_titles", ("code",)),
    ("field_titles", ("title COLLATE NOCASE",)),
    ("industry_aliases", ("key",)),
    ("industry_names", ("key",)),
    ("industry_words", ("word",)),
    ("industry_families", ("family",)),
    ("naics_2017", ("code_2017",)),
    ("concordance", ("naics",)),
)
"""Table and columns of every index; made where table and columns exist."""

SEARCHED = {"industries": ("title", "title"), "industry_terms": ("term", "term")}
"""Tables in the full-text index of industries: the column that is searched, and the kind it is filed under."""


class PackError(ValueError):
    """A committed table is not of the form it should have."""


def read_tsv(path: Path) -> tuple[list[str], list[list[str]]]:
    """
    Read a compact table: UTF-8, tab-separated, one header line, no quoting.

    Args:
        path: The file.

    Returns:
        The header, and the rows.

    Raises:
        PackError: If a row has another number of cells than the header.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines and not lines[-1]:
        lines.pop()
    if not lines:
        raise PackError(f"{path.name}: empty; give it at least a header line")
    header = lines[0].split("\t")
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(header):
            raise PackError(f"{path.name}, line {number}: {len(cells)} cells under a header of {len(header)}")
        rows.append(cells)
    return header, rows


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _typed(cell: str, kind: str, where: str) -> Any:
    if kind == "TEXT":
        return cell
    if cell == "":
        return None
    try:
        return int(cell) if kind == "INTEGER" else float(cell)
    except ValueError:
        raise PackError(f"{where}: {cell!r} is not a number") from None


class _Packer:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.columns: dict[str, list[str]] = {}

    def table(self, name: str, columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[object]]) -> None:
        """Make one table; of two files of one name the first is kept."""
        if name in self.columns:
            raise PackError(f"two tables are named {name!r}; rename one of the files")
        self.columns[name] = [column for column, _ in columns]
        declared = ", ".join(f"{_quote(column)} {kind}" for column, kind in columns)
        cluster = ", ".join(map(_quote, CLUSTERED.get(name, ())))
        tail = f", PRIMARY KEY ({cluster})) WITHOUT ROWID" if cluster else ")"
        self.connection.execute(f"CREATE TABLE {_quote(name)} ({declared}{tail}")
        marks = ", ".join("?" * len(columns))
        self.connection.executemany(f"INSERT INTO {_quote(name)} VALUES ({marks})", rows)  # noqa: S608 - names are file names

    def generic(self, path: Path) -> None:
        header, rows = read_tsv(path)
        types = COLUMN_TYPES.get(path.stem, {})
        kinds = [types.get(column, "TEXT") for column in header]
        typed = ([_typed(cell, kind, f"{path.name}: {row[0]}") for cell, kind in zip(row, kinds, strict=True)] for row in rows)
        self.table(path.stem, list(zip(header, kinds, strict=True)), typed)

    def profiles(self, paths: dict[str, Path]) -> None:
        keys: list[tuple[str, int, str]] = []
        blobs: dict[str, dict[str, bytes]] = {}
        for name, column in WIDE.items():
            if name not in paths:
                continue
            header, rows = read_tsv(paths[name])
            keys += [(column, place, key) for place, key in enumerate(header[1:])]
            for row in rows:
                numbers = [-1.0 if cell == "" else float(cell) for cell in row[1:]]
                blobs.setdefault(row[0], {})[column] = struct.pack(f"<{len(numbers)}f", *numbers)
        if not keys:
            return
        columns = list(WIDE.values())
        self.table("blob_columns", [("name", "TEXT"), ("place", "INTEGER"), ("key", "TEXT")], keys)
        self.table(
            "profiles",
            [("code", "TEXT"), *((column, "BLOB") for column in columns)],
            ([code, *(blobs[code].get(column) for column in columns)] for code in sorted(blobs)),
        )

    def triangles(self, paths: dict[str, Path]) -> None:
        order: list[str] | None = None
        for name in TRIANGLES:
            if name not in paths:
                continue
            rows = read_tsv(paths[name])[1]
            codes = [row[0] for row in rows]
            if order is None:
                order = codes
                self.table("similarity_codes", [("place", "INTEGER"), ("code", "TEXT")], enumerate(codes))
            elif codes != order:
                raise PackError(f"{paths[name].name}: other codes than the first similarity table; build both anew")
            halves = triangle_rows(paths[name].name, [row[1] for row in rows])
            self.table(name, [("code", "TEXT"), ("row", "BLOB")], zip(codes, halves, strict=True))

    def catalogue(self, folder: Path) -> None:
        roles, titles, fields, studies = [], [], [], set()
        for path in sorted(folder.glob("*.toml")):
            with path.open("rb") as stream:
                content = tomllib.load(stream)
            for entry in content.get("role", []):
                is_ai, is_life = path.stem == "ai_roles", path.stem == "life_roles"
                roles.append((entry["code"], entry["title"], entry.get("same_as", ""), int(is_ai), int(is_life), _json(entry)))
                titles += list(_entry_titles(entry))
            for entry in content.get("field", []):
                fields += [(entry["name"], entry.get("anchor", ""), _json(entry))]
                studies |= {(title, entry["name"]) for title in (entry["name"], *entry.get("titles", []))}
        if roles:
            kinds = [("code", "TEXT"), ("title", "TEXT"), ("same_as", "TEXT"), ("is_ai", "INTEGER"), ("is_life", "INTEGER")]
            self.table("catalogue_roles", [*kinds, ("json", "TEXT")], sorted(roles))
            self.table("catalogue_titles", [("title", "TEXT"), ("code", "TEXT"), ("kind", "TEXT")], sorted(set(titles)))
        if fields:
            self.table("fields_of_study", [("name", "TEXT"), ("anchor", "TEXT"), ("json", "TEXT")], sorted(fields))
            self.table("field_titles", [("title", "TEXT"), ("field", "TEXT")], sorted(studies))

    def blobs(self, folder: Path) -> None:
        """Keep binary files, and words that would take too long to read out of names each time."""
        found = {name: (folder / file).read_bytes() for file, name in BINARIES.items() if (folder / file).is_file()}
        if "technologies" in self.columns:
            names = self.connection.execute("SELECT technology FROM technologies")
            words = sorted({word for (name,) in names for word in _wording().words_of(name)})
            found["technology_words"] = zlib.compress("\n".join(words).encode(), 9)
        self.table("blobs", [("name", "TEXT PRIMARY KEY"), ("data", "BLOB")], sorted(found.items()))

    def title_keys(self) -> None:
        """File every title under its key, for exact look-ups."""
        rows = _wording().key_rows(self.connection)
        if rows:
            kinds = [("key", "TEXT"), ("code", "TEXT"), ("sense", "INTEGER"), ("title", "TEXT")]
            self.table("title_keys", kinds, rows)
            for name in sorted(FILED & self.columns.keys()):
                self.connection.execute(f"DROP TABLE {_quote(name)}")
                del self.columns[name]

    def search(self, paths: dict[str, Path]) -> None:
        """Index industries and their search terms; the terms are kept in the index only, and read through a view."""
        if not any(name in paths for name in SEARCHED):
            return
        tokens = "porter unicode61 remove_diacritics 2"
        self.connection.execute(
            f"CREATE VIRTUAL TABLE industry_search USING fts5(text, code UNINDEXED, kind UNINDEXED, tokenize='{tokens}')"
        )
        for name, (column, kind) in SEARCHED.items():
            if name in paths:
                header, rows = read_tsv(paths[name])
                text, code = header.index(column), header.index("code")
                entries = sorted((row[code], row[text]) for row in rows)
                self.connection.executemany(
                    "INSERT INTO industry_search(code, text, kind) VALUES (?, ?, ?)", [(*e, kind) for e in entries]
                )
        self.connection.execute("INSERT INTO industry_search(industry_search) VALUES ('optimize')")
        if "industry_terms" in paths:
            query = "SELECT text AS term, code FROM industry_search WHERE kind = 'term'"
            self.connection.execute(f"CREATE VIEW industry_terms AS {query}")
            self.columns["industry_terms"] = []

    def indexes(self) -> None:
        for table, columns in INDEXES:
            known = self.columns.get(table, [])
            if all(column.split(" ")[0] in known for column in columns):
                name = f"{table}_by_{'_'.join(column.split(' ')[0] for column in columns)}"
                self.connection.execute(f"CREATE INDEX {_quote(name)} ON {_quote(table)} ({', '.join(columns)})")

    def meta(self, content: str) -> None:
        entries = {"format": FORMAT, "content": content}
        if "sources" in self.columns:
            for name, version in self.connection.execute("SELECT name, version FROM sources ORDER BY name"):
                entries[f"source.{name}"] = version
        for name in sorted(self.columns):
            count = self.connection.execute(f"SELECT count(*) FROM {_quote(name)}").fetchone()[0]  # noqa: S608 - own names
            entries[f"rows.{name}"] = str(count)
        self.table("meta", [("key", "TEXT PRIMARY KEY"), ("value", "TEXT")], sorted(entries.items()))


def _content_of(*folders: Path) -> str:
    """Return a digest of all tables, so that two builds can be told apart by what is in them."""
    digest = hashlib.sha256()
    for path in sorted(path for folder in folders for path in folder.glob("*.*") if path.suffix in (".tsv", ".toml", ".npz")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _wording() -> ModuleType:
    """Return the sibling module that makes keys of titles; by path where this module was itself loaded by path."""
    if __package__:
        return importlib.import_module(".wording", __package__)
    spec = importlib.util.spec_from_file_location("aijobkit_wording", Path(__file__).with_name("wording.py"))
    if spec is None or spec.loader is None:
        raise PackError("wording.py is not beside pack.py; the source tree is not complete")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _json(entry: dict[str, Any]) -> str:
    return json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _entry_titles(entry: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    code = entry["code"]
    yield entry["title"], code, "title"
    for title in entry.get("titles", []):
        if title != entry["title"]:
            yield title, code, "alternate"
    for short in entry.get("abbreviations", []):
        yield short, code, "abbreviation"


def triangle_rows(name: str, triangle: Sequence[str]) -> Iterator[bytes]:
    """
    Yield the rows of the lower half of a symmetric table of bytes.

    Args:
        name: Name of the file, for messages.
        triangle: Row i in base64: its i bytes against the rows before it.

    Raises:
        PackError: If a row has another number of bytes.
    """
    for place, text in enumerate(triangle):
        row = base64.b64decode(text)
        if len(row) != place:
            raise PackError(f"{name}, line {place + 2}: {len(row)} bytes where {place} are due")
        yield row


def catalogue_title_codes(folder: Path) -> list[tuple[str, str]]:
    """
    Return the titles of the catalogue to learn from, with the O*NET code each stands for first, sorted.

    Args:
        folder: The catalogue folder; files that are not there are passed over.
    """
    pairs = set()
    for path in (folder / "everyday_roles.tsv", folder / "training_titles.tsv"):
        if path.is_file():
            header, rows = read_tsv(path)
            title, code = header.index("title"), header.index("code")
            pairs |= {(row[title], row[code]) for row in rows}
    path = folder / "ai_roles.toml"
    if path.is_file():
        with path.open("rb") as stream:
            entries = tomllib.load(stream).get("role", [])
        for entry in entries:
            if entry.get("anchors"):
                pairs |= {(text, entry["anchors"][0][0]) for text, _, kind in _entry_titles(entry) if kind != "abbreviation"}
    return sorted(pairs)


def pack(data_dir: Path, catalogue_dir: Path, target: Path) -> None:
    """
    Pack the tables of two folders into one SQLite file.

    Args:
        data_dir: Tables built from official releases, with ``title_model.npz``.
        catalogue_dir: Our own tables; it may be absent.
        target: File to write; it is replaced only when everything went well.

    Raises:
        PackError: If a table is not of the form it should have; the message names file and line.
    """
    making = target.with_name(f"{target.name}.making-{os.getpid()}")
    making.unlink(missing_ok=True)
    connection = sqlite3.connect(making)
    try:
        connection.execute("PRAGMA page_size = 8192")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        packer = _Packer(connection)
        data = {path.stem: path for path in sorted(data_dir.glob("*.tsv"))}
        own = {path.stem: path for path in sorted(catalogue_dir.glob("*.tsv"))} if catalogue_dir.is_dir() else {}
        special = {*WIDE, *TRIANGLES, *BUILD_ONLY, "industry_terms"}
        for name, path in [*data.items(), *own.items()]:
            if name not in special:
                packer.generic(path)
        packer.profiles(data)
        packer.triangles(data)
        if catalogue_dir.is_dir():
            packer.catalogue(catalogue_dir)
        packer.blobs(data_dir)
        packer.title_keys()
        packer.search(data)
        packer.indexes()
        packer.meta(_content_of(data_dir, catalogue_dir))
        connection.commit()
        connection.execute("ANALYZE")
        connection.commit()
        connection.execute("VACUUM")
        connection.close()
        making.replace(target)
    except sqlite3.Error as error:
        raise PackError(f"SQLite refused the tables: {error}") from error
    finally:
        connection.close()
        making.unlink(missing_ok=True)
