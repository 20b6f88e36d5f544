"""
The store: read-only access to a packed taxonomy (``taxonomy.sqlite``; its tables are described in `aijobkit.taxonomy.pack`).

Knows files, threads and forks; knows nothing of roles.  The file is opened immutable: nothing is ever written, locked or
created beside it.
"""

from __future__ import annotations

import os
import sqlite3
import struct
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from aijobkit.errors import TaxonomyDataError

__all__ = ["Store", "open_store"]

FILE = "taxonomy.sqlite"
# Kept in step with pack.FORMAT by a test; pack is not imported, to keep the start light.
FORMAT = "2"
_MAGIC = b"SQLite format 3\x00"
_REINSTALL = "install aijobkit again (from a source tree: `pip install -e .`)"
_REBUILD = "build it again with `aijobkit data build`"
_CHECK = "check the path, or build one with `aijobkit data build`"


class _Handle:
    """A connection that closes when its thread, or the store, ends."""

    def __init__(self, path: Path) -> None:
        self.process = os.getpid()
        # Safe although the closing thread may be another one: a handle is used by its own thread only.
        self.connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)

    def __del__(self) -> None:
        connection = getattr(self, "connection", None)
        if connection is not None:
            connection.close()


class Store:
    """
    A packed taxonomy, open for reading; safe to share between threads and across a fork, and it can be pickled.

    Args:
        path: The SQLite file.

    Raises:
        TaxonomyDataError: If the file is missing, cut short, no taxonomy or of a format that this version does not read.

    Examples:
        >>> from aijobkit.taxonomy.store import open_store
        >>> open_store().rows("SELECT title FROM roles WHERE code = ?", ("15-2051.00",))
        [('Data Scientists',)]
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path).absolute()
        self._local = threading.local()
        self._help = _REINSTALL if self.path == _embedded() else _REBUILD
        self._check_file()
        tables = self.rows("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")
        self._tables = frozenset(name for (name,) in tables)
        if "meta" not in self._tables:
            raise self._trouble("is an SQLite file, but no taxonomy")
        self._meta: dict[str, str] = dict(self.rows("SELECT key, value FROM meta ORDER BY key"))
        if self._meta.get("format") != FORMAT:
            raise self._trouble(f"is of format {self._meta.get('format', 'unknown')!r}; this version reads format {FORMAT!r}")

    def __reduce__(self) -> tuple[type[Store], tuple[Path]]:
        return (Store, (self.path,))

    def __repr__(self) -> str:
        return f"Store({str(self.path)!r})"

    def _trouble(self, message: str) -> TaxonomyDataError:
        return TaxonomyDataError(f"taxonomy file {str(self.path)!r} {message}; {self._help}", path=str(self.path))

    def _check_file(self) -> None:
        """Compare the size with what the header says: a download cut short would otherwise fail much later."""
        try:
            with self.path.open("rb") as stream:
                head = stream.read(100)
            size = self.path.stat().st_size
        except FileNotFoundError:
            if self._help == _REBUILD:
                self._help = _CHECK
            raise self._trouble("is not there") from None
        except OSError as error:
            raise self._trouble(f"cannot be read ({(error.strerror or str(error)).lower()})") from None
        if len(head) < 100 or not head.startswith(_MAGIC):
            raise self._trouble("is not an SQLite file")
        page, pages = struct.unpack(">H", head[16:18])[0], struct.unpack(">I", head[28:32])[0]
        if size < (65536 if page == 1 else page) * pages:
            raise self._trouble("is cut short")

    def _connection(self) -> sqlite3.Connection:
        handle: _Handle | None = getattr(self._local, "handle", None)
        if handle is None or handle.process != os.getpid():
            handle = self._local.handle = _Handle(self.path)
        return handle.connection

    def rows(self, query: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """
        Return all rows of a query.

        Args:
            query: One SELECT statement; texts of users belong into *parameters*, never into the statement.
            parameters: Values for its question marks.

        Raises:
            TaxonomyDataError: If the file is damaged or lacks the table (see `has_table`).
        """
        try:
            return self._connection().execute(query, parameters).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._trouble(f"cannot answer ({error})") from error

    def has_table(self, name: str) -> bool:
        """
        Say whether the build has the table *name*; a build from a reduced release may lack some.

        Examples:
            >>> open_store().has_table("roles")
            True
        """
        return name in self._tables

    @property
    def meta(self) -> dict[str, str]:
        """Facts on the build, such as ``format``, ``source.O*NET`` and so on, ``rows.TABLE``; a copy, in alphabetical order."""
        return dict(self._meta)

    def blob(self, name: str) -> bytes | None:
        """Return the binary *name*, such as ``title_model``, or None when the build has none."""
        if not self.has_table("blobs"):
            return None
        found = self.rows("SELECT data FROM blobs WHERE name = ?", (name,))
        return found[0][0] if found else None

    def close(self) -> None:
        """Close the connection of this thread; the next query opens it again."""
        self._local.__dict__.pop("handle", None)


def _embedded() -> Path:
    return Path(__file__).absolute().parent / "data" / FILE


def _from_archive() -> Path:
    """Return the embedded file of an installation inside a zip archive, unpacked until the process ends."""
    import atexit
    from contextlib import ExitStack
    from importlib.resources import as_file, files

    stack = ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(as_file(files("aijobkit.taxonomy").joinpath("data", FILE)))


def open_store(path: Path | str | None = None) -> Store:
    """
    Open a packed taxonomy.

    Args:
        path: The SQLite file, or the folder that `aijobkit data build` wrote; None opens the one inside the package.

    Returns:
        The store.

    Raises:
        TaxonomyDataError: If there is none, or it is damaged; the message says what helps.

    Examples:
        >>> open_store().meta["format"]
        '2'
    """
    if path is not None:
        given = Path(path)
        if "\0" in str(given):
            raise TaxonomyDataError("a path cannot hold a null character; give the path of a build", path=str(given))
        return Store(given / FILE if given.is_dir() else given)
    embedded = _embedded()
    if embedded.is_file():
        return Store(embedded)
    if not embedded.parent.parent.is_dir():
        try:
            return Store(_from_archive())
        except (OSError, ImportError) as error:
            if isinstance(error, TaxonomyDataError):
                raise
            raise TaxonomyDataError(
                f"the installed package has no taxonomy ({error}); {_REINSTALL}", path=str(embedded)
            ) from None
    return Store(embedded)
