"""
Features of job titles: what the learned model sees of the words.

Two views that err differently: beginnings and endings of words with pairs of beginnings (`PARTS`), and letters in fours
with pairs of words (`LETTERS`).  A feature is a number of 32 bits: the CRC of a piece of a word, or those of pieces of two
words mixed.  Letters are the bytes of UTF-8.  Pairs are made with numpy, of many titles at once.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from aijobkit.taxonomy.wording import SMALL_WORDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Hashes = NDArray[np.uint32]

__all__ = [
    "LETTERS",
    "MOST_WORDS",
    "PARTS",
    "VIEWS",
    "Features",
    "Joint",
    "NumberedWords",
    "Piece",
    "View",
    "content_words",
    "spans",
    "stem",
]

_ENDINGS = ("ization", "ational", "ation", "ering", "ing", "ers", "er", "or", "ist", "ed", "es", "s", "e", "y")
_LEAST_STEM = 4

# Relative weight of each kind of feature in the mean; chosen on held-out titles of other splits than those reported.
WHOLE, BEGINNINGS, AFFIX, HEAD = 0.6, 0.5, 0.3, 0.5
WORD, PAIR, LETTER_FOUR = 0.5, 0.4, 1 / 12

MOST_WORDS = 12
"""Words of a title that are looked at; pairs grow with their square."""
_MIXER = 0x9E3779B1
"""An odd number, so that no two first pieces fall together (2**32 over the golden ratio: Knuth's multiplicative hashing)."""

Features = tuple[list[int], list[float]]
"""Hashed features and their weights."""


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """
    Return *word* without its ending, so that "baker", "baking" and "bakery" meet.

    Examples:
        >>> stem("programmer") == stem("programming")
        True
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word[: -len(ending)]
    return word


def content_words(words: Sequence[str]) -> list[str]:
    """Return the words that carry an occupation; all of them when none does."""
    return [word for word in words if word not in SMALL_WORDS] or list(words)


def _mark(text: str) -> int:
    """Return the CRC that a hash goes on from, so that pieces of different kinds differ."""
    return zlib.crc32(text.encode())


@dataclass(frozen=True)
class Piece:
    """
    A piece of a word, in the bytes of UTF-8.

    Args:
        mark: What it is hashed behind.
        some: Which bytes.
    """

    mark: int
    some: slice

    def hashes(self, words: Iterable[bytes]) -> list[int]:
        """Return the hash of this piece of each word."""
        mark, some = self.mark, self.some
        return [zlib.crc32(word[some], mark) for word in words]


@dataclass(frozen=True)
class Joint:
    """
    A feature of two words of a title, the earlier one first.

    Args:
        weight: Its weight.
        first: What is seen of the earlier word; its mark is no other feature's.
        second: What is seen of the later word.
        beside: Whether only neighbours have it.
    """

    weight: float
    first: Piece
    second: Piece
    beside: bool = False


@dataclass(frozen=True)
class View:
    """
    One way to see a title.

    Args:
        name: Name in the model file.
        word: Features of one word.
        joints: Features of two words.
        last: What is seen once more of the last word, with its weight; None where it is nothing more.
    """

    name: str
    word: Callable[[bytes], Features]
    joints: tuple[Joint, ...]
    last: tuple[float, Piece] | None = None


_WORD, _BEGIN = _mark("w:"), _mark("<")
_PART_WEIGHTS = [WHOLE, *[AFFIX] * 7]


def _part_word(word: bytes) -> Features:
    ended = word + b">"
    return [
        zlib.crc32(word, _WORD),
        *[zlib.crc32(word[:size], _BEGIN) for size in (3, 4, 5, 6)],
        *[zlib.crc32(ended[-size:]) for size in (4, 5, 6)],
    ], _PART_WEIGHTS


def _letter_word(word: bytes) -> Features:
    text = b" %b " % word
    fours = [zlib.crc32(text[at : at + 4]) for at in range(len(text) - 3)]
    return [zlib.crc32(word, _WORD), *fours], [WORD, *[LETTER_FOUR] * len(fours)]


_ALL = slice(None)
PARTS = View(
    "parts",
    _part_word,
    (Joint(BEGINNINGS, Piece(_mark("q:"), slice(5)), Piece(0, slice(5))),),
    (HEAD, Piece(_mark("e:"), slice(-5, None))),
)
LETTERS = View(
    "letters",
    _letter_word,
    (
        Joint(PAIR, Piece(_mark("p:"), _ALL), Piece(0, _ALL)),
        # Fours that reach over the gap.
        Joint(LETTER_FOUR, Piece(_mark("x:"), slice(-2, None)), Piece(0, slice(1)), beside=True),
        Joint(LETTER_FOUR, Piece(_mark("y:"), slice(-1, None)), Piece(0, slice(2)), beside=True),
    ),
)
VIEWS = (PARTS, LETTERS)


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
def _triangles() -> tuple[Ints, Ints, Ints]:
    """Where the pairs of a title of each size begin, and first and second words of all pairs, by size of the title."""
    import numpy as np

    pairs = [np.triu_indices(size, 1) for size in range(MOST_WORDS + 1)]
    starts = np.cumsum([0, *(len(first) for first, _ in pairs)])
    return starts, np.concatenate([first for first, _ in pairs]), np.concatenate([second for _, second in pairs])


class NumberedWords:
    """
    Numbers words, and knows of each what the features of pairs are mixed of.

    Args:
        most: How many words there is room for; the titles of one call must not have more.
    """

    def __init__(self, most: int) -> None:
        import numpy as np

        self.most = most
        self._number: dict[str, int] = {}
        self._pieces = {
            view.name: np.zeros((2 * len(view.joints) + (view.last is not None), most), np.uint32) for view in VIEWS
        }

    def __len__(self) -> int:
        return len(self._number)

    def number(self, titles: Iterable[Sequence[str]]) -> tuple[Ints, Ints, list[str]]:
        """
        Return the numbers of all words, how many words each title has, and the new words in the order of their numbers.

        Numbers begin anew when there is no more room: then all words are new.  Words beyond `MOST_WORDS` are left out.
        """
        import numpy as np

        cut = [words[:MOST_WORDS] for words in titles]
        flat = list(chain.from_iterable(cut))
        new = [word for word in dict.fromkeys(flat) if word not in self._number]
        if len(self._number) + len(new) > self.most:
            self._number.clear()
            new = list(dict.fromkeys(flat))
        if new:
            start = len(self._number)
            self._number |= {word: start + at for at, word in enumerate(new)}
            raw = [word.encode() for word in new]
            for view in VIEWS:
                seen = [piece for joint in view.joints for piece in (joint.first, joint.second)]
                seen += [view.last[1]] if view.last else []
                self._pieces[view.name][:, start : start + len(new)] = [piece.hashes(raw) for piece in seen]
        numbers = np.array([self._number[word] for word in flat], np.int64)
        return numbers, np.array([len(words) for words in cut], np.int64), new

    def joined(self, view: View, numbers: Ints, sizes: Ints) -> tuple[Hashes, Floats, Ints]:
        """Return the features of pairs of words and of last words: hash, weight and place of the title, by title."""
        import numpy as np

        starts, firsts, seconds = _triangles()
        pieces = self._pieces[view.name]
        begin = np.cumsum(sizes) - sizes
        count = sizes * (sizes - 1) // 2
        at = spans(starts[sizes], count)
        title = np.repeat(np.arange(len(sizes)), count)
        first, second = firsts[at] + begin[title], seconds[at] + begin[title]
        beside = np.flatnonzero(second == first + 1)
        earlier, later = numbers[first], numbers[second]
        hashes, weights, titles = [], [], []
        for row, joint in enumerate(view.joints):
            some = beside if joint.beside else slice(None)
            mixed = pieces[2 * row][earlier[some]] * np.uint32(_MIXER) ^ pieces[2 * row + 1][later[some]]
            hashes.append(mixed)
            weights.append(np.full(len(mixed), joint.weight, np.float32))
            titles.append(title[some])
        if view.last:
            filled = np.flatnonzero(sizes)
            hashes.append(pieces[-1][numbers[(begin + sizes)[filled] - 1]])
            weights.append(np.full(len(filled), view.last[0], np.float32))
            titles.append(filled)
        owner = np.concatenate(titles)
        order = np.argsort(owner, kind="stable")
        return np.concatenate(hashes)[order], np.concatenate(weights)[order], owner[order]
