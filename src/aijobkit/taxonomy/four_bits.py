"""
Vectors in four bits a number: one step size per vector, seven steps of each sign, two numbers in a byte.

What is lost is far below what training and chance move; a file is an eighth of its size in 32 bits.  Rising numbers beside them
are kept by how far they are apart, byte by byte, which a ZIP file makes small; of these nothing is lost.  Needs numpy.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

__all__ = ["LEVELS", "join_rising", "pack", "part_rising", "quantise", "read_arrays", "unpack", "write_arrays"]

LEVELS = 7
"""Steps of each sign."""
_ZERO = 8
MARK, _TEXT = "=", "text"
"""What stands behind the name of an array that is kept in another form, and before what form it is; that of a text."""


def quantise(vectors: Floats) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """Return *vectors* in whole steps from -`LEVELS` to `LEVELS`, and the size of a step for each vector."""
    import numpy as np

    step = (np.abs(vectors).max(1) / LEVELS).clip(1e-6).astype(np.float16)
    return np.rint(vectors / step.astype(np.float32)[:, None]).clip(-LEVELS, LEVELS).astype(np.int8), step


def pack(steps: NDArray[np.int8]) -> NDArray[np.uint8]:
    """Return two numbers a byte; the vectors must have an even number of them."""
    import numpy as np

    low, high = (steps[:, 0::2] + _ZERO).astype(np.uint8), (steps[:, 1::2] + _ZERO).astype(np.uint8)
    packed: NDArray[np.uint8] = low | (high << np.uint8(4))
    return packed


def unpack(packed: NDArray[np.uint8]) -> NDArray[np.int8]:
    """Return what `pack` was given."""
    import numpy as np

    steps = np.empty((packed.shape[0], packed.shape[1] * 2), np.int8)
    steps[:, 0::2] = (packed & 15).astype(np.int8) - _ZERO
    steps[:, 1::2] = (packed >> 4).astype(np.int8) - _ZERO
    return steps


def part_rising(numbers: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """Return how far rising numbers are apart: first all lowest bytes, then all second ones, and so on."""
    import numpy as np

    apart = np.diff(numbers, prepend=np.uint32(0)).astype("<u4")
    return np.ascontiguousarray(apart.view(np.uint8).reshape(-1, 4).T)


def join_rising(parts: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Return what `part_rising` was given."""
    import numpy as np

    apart = np.ascontiguousarray(parts.T).view("<u4").ravel()
    return np.cumsum(apart, dtype=np.uint32)


def write_arrays(arrays: Mapping[str, Any]) -> bytes:
    """
    Write arrays as an ``npz`` whose bytes depend on nothing but them (no time stamps).

    Texts are kept in UTF-8 and numbers of 16 bits as all low bytes before all high ones, which a ZIP file makes smaller; a mark
    behind the name says so.
    """
    import numpy as np

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(arrays):
            mark, array = _denser(np.asarray(arrays[name], order="C"))
            raw = io.BytesIO()
            np.lib.format.write_array(raw, array, allow_pickle=False)
            archive.writestr(
                zipfile.ZipInfo(f"{name}{mark}.npy", (1980, 1, 1, 0, 0, 0)), raw.getvalue(), zipfile.ZIP_DEFLATED, 9
            )
    return target.getvalue()


def _denser(array: NDArray[Any]) -> tuple[str, NDArray[Any]]:
    """Return an array in the form in which it is kept, and the mark of that form; empty where it is kept as it is."""
    import numpy as np

    if array.dtype.kind == "U" and array.ndim == 0:
        return f"{MARK}{_TEXT}", np.frombuffer(str(array).encode(), np.uint8)
    if array.dtype.itemsize == 2 and array.ndim:
        halves = array.astype(array.dtype.newbyteorder("<")).view(np.uint8).reshape(*array.shape, 2)
        return f"{MARK}{array.dtype.kind}2", np.ascontiguousarray(np.moveaxis(halves, -1, 0))
    return "", array


def read_arrays(raw: bytes) -> dict[str, Any]:
    """Return the arrays that `write_arrays` was given by name; texts as such."""
    import numpy as np

    found: dict[str, Any] = {}
    with np.load(io.BytesIO(raw), allow_pickle=False) as archive:
        for marked in archive.files:
            name, _, form = marked.partition(MARK)
            array = archive[marked]
            if form == _TEXT:
                found[name] = array.tobytes().decode()
            elif form:
                found[name] = np.ascontiguousarray(np.moveaxis(array, 0, -1)).view(f"<{form}")[..., 0]
            else:
                found[name] = array
    return found
