"""
ZIP files of others: they may be cut short, damaged, encrypted, or packed in a way that Python does not know.

Standard library only.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from aijobkit.errors import AijobkitError

__all__ = ["BROKEN", "open_archive"]

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""
What reading a broken archive raises: an unknown packing NotImplementedError, a password RuntimeError, of which that is one, and
the end of a stream EOFError.
"""


@contextmanager
def open_archive(path: Path, broken: Callable[[Exception], AijobkitError]) -> Iterator[zipfile.ZipFile]:
    """
    Open a ZIP file to read it.

    Args:
        path: The file.
        broken: Makes the error to raise from what opening or reading it raised; errors of ours pass as they are.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except AijobkitError:
        raise
    except BROKEN as error:
        raise broken(error) from None
