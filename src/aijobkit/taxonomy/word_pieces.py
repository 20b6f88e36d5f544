"""
Hashes of pieces of words: beginnings, endings and fours of letters, of many words at once.  Needs numpy.

A hash is the CRC-32 of the piece behind a mark, so that pieces of different kinds differ.  A CRC is linear: each byte changes
it by what it is and by how many bytes follow, whatever the others are; all changes are looked up together, and joined by "xor".
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint32]
    Ints = NDArray[np.int64]
    Letters = NDArray[np.uint8]

__all__ = ["Piece", "SpeltWords", "crcs", "spans"]

FOUR = 4
_POLYNOMIAL = 0xEDB88320
"""That of the CRC of ZIP files, written as it is for bits of which the lowest come first."""
_LEAST = 32
"""Tables are made for so many bytes, or for twice as many as often as it takes, so that few are needed."""


@dataclass(frozen=True)
class Piece:
    """
    A piece of a word, in the bytes of UTF-8: all of it, or its first or last few bytes.

    Args:
        mark: What it is hashed behind.
        first: How many bytes from the beginning; None for any other piece.
        last: How many bytes from the end; None for any other piece.
        ended: Whether a sign stands behind the word.
    """

    mark: str = ""
    first: int | None = None
    last: int | None = None
    ended: bool = False


def spans(starts: Ints, sizes: Ints) -> Ints:
    """
    Return the places of spans, one after the other.

    Examples:
        >>> import numpy as np
        >>> spans(np.array([10, 50]), np.array([3, 2])).tolist()
        [10, 11, 12, 50, 51]
    """
    import numpy as np

    ends = np.cumsum(sizes)
    found: Ints = np.repeat(starts - ends + sizes, sizes) + np.arange(ends[-1] if len(ends) else 0)
    return found


@functools.cache
def _changes(most: int) -> Hashes:
    """Return how each byte changes a CRC: rows by how many bytes follow, fewer than *most*, one behind the other."""
    import numpy as np

    row = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        row = row >> np.uint32(1) ^ (row & np.uint32(1)) * np.uint32(_POLYNOMIAL)
    rows = [first := row]
    for _ in range(most - 1):
        row = first[row & np.uint32(255)] ^ row >> np.uint32(8)
        rows.append(row)
    return np.concatenate(rows)


@functools.cache
def _unchanged(mark: str, most: int) -> Hashes:
    """Return the CRC behind *mark* of nothing but zero bytes, which change nothing, by how many they are."""
    import numpy as np

    start = zlib.crc32(mark.encode())
    return np.array([zlib.crc32(bytes(size), start) for size in range(most + 1)], np.uint32)


def crcs(letters: Letters, starts: Ints, sizes: Ints, marks: Sequence[str]) -> Hashes:
    """
    Return what `zlib.crc32` says of many pieces.

    Args:
        letters: Bytes.
        starts: Where in them each piece starts.
        sizes: How many bytes each piece has; at least one.
        marks: What pieces are hashed behind: the first mark of as many pieces as the second, and so on.

    Examples:
        >>> import numpy as np
        >>> text = np.frombuffer(b"a nurse", np.uint8)
        >>> crcs(text, np.array([2]), np.array([5]), ["w:"]).tolist() == [zlib.crc32(b"w:nurse")]
        True
    """
    import numpy as np

    if not len(sizes):
        return np.zeros(0, np.uint32)
    most = max(_LEAST, 1 << (int(sizes.max()) - 1).bit_length())
    ends = np.cumsum(sizes)
    follow = np.repeat(ends, sizes) - np.arange(1, ends[-1] + 1)
    each = _changes(most)[follow * 256 + letters[spans(starts, sizes)]]
    # All up to the end of a piece, without all up to its start.
    joined = np.bitwise_xor.accumulate(each)[ends - 1]
    found: Hashes = joined ^ np.append(np.uint32(0), joined[:-1])
    for mark, some in zip(marks, np.split(np.arange(len(sizes)), len(marks)), strict=True):
        found[some] ^= _unchanged(mark, most)[sizes[some]]
    return found


class SpeltWords:
    """
    Some words, letter by letter.

    Args:
        words: None of them empty.

    Examples:
        >>> SpeltWords(["nurse"]).hashes([Piece("<", first=3)]).tolist() == [[zlib.crc32(b"<nur")]]
        True
    """

    def __init__(self, words: Sequence[str]) -> None:
        import numpy as np

        raw = [word.encode() for word in words]
        self._sizes = np.array([*map(len, raw)], np.int64)
        # Each word stands between spaces, then once more before a sign.
        self._letters = np.frombuffer(b"".join([b" %b %b>" % (word, word) for word in raw]), np.uint8)
        self._starts = np.cumsum(2 * self._sizes + 3) - (2 * self._sizes + 3)

    def __len__(self) -> int:
        return len(self._sizes)

    def hashes(self, pieces: Sequence[Piece]) -> Hashes:
        """Return the hashes of *pieces* of all words: pieces x words."""
        import numpy as np

        starts, sizes = [], []
        for piece in pieces:
            whole = self._sizes + piece.ended
            most = piece.first or piece.last
            size = whole if most is None else whole.clip(max=most)
            start = self._starts + (self._sizes + 2 if piece.ended else 1)
            starts.append(start + whole - size if piece.last else start)
            sizes.append(size)
        found = crcs(self._letters, np.concatenate(starts), np.concatenate(sizes), [piece.mark for piece in pieces])
        return found.reshape(len(pieces), len(self))

    def fours(self) -> tuple[Hashes, Ints]:
        """Return the hashes of all fours of letters, a space before and behind each word, and the places of their words."""
        import numpy as np

        many = self._sizes + 2 - FOUR + 1
        starts = spans(self._starts, many)
        return crcs(self._letters, starts, np.full(len(starts), FOUR), [""]), np.repeat(np.arange(len(self)), many)
