"""
Features of job titles: what the learned model sees of the words.

Two views that err differently: beginnings and endings of words with pairs of beginnings (`PARTS`), and letters in fours
with pairs of words (`LETTERS`).  A feature is a number of 32 bits: the CRC of a piece of a word, or those of pieces of two
words mixed.  Letters are the bytes of UTF-8.  All are made with numpy, of many words and titles at once.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from aijobkit.taxonomy.word_pieces import Piece, SpeltWords, spans
from aijobkit.taxonomy.wording import SMALL_WORDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Hashes = NDArray[np.uint32]
    Features = tuple[Hashes, Floats, Ints]

__all__ = [
    "LETTERS",
    "MOST_WORDS",
    "PARTS",
    "VIEWS",
    "Joint",
    "NumberedWords",
    "View",
    "content_words",
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


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """
    Return *word* without its ending, so that "baker", "baking" and "bakery" meet.

    Examples:
        >>> stem("programmer") == stem("programming")
        True
    """
    if not word.endswith(_ENDINGS):
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word[: -len(ending)]
    return word


def content_words(words: Sequence[str]) -> list[str]:
    """Return the words that carry an occupation; all of them when none does."""
    return [word for word in words if word not in SMALL_WORDS] or list(words)


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
        pieces: Features of one word, with their weights.
        fours: Weight of every four letters of a word, a space before and behind; 0 where they are not looked at.
        joints: Features of two words.
        last: What is seen once more of the last word, with its weight; None where it is nothing more.
    """

    name: str
    pieces: tuple[tuple[float, Piece], ...]
    joints: tuple[Joint, ...]
    fours: float = 0.0
    last: tuple[float, Piece] | None = None

    def of_words(self, words: SpeltWords) -> Features:
        """Return the features of single words: hashes, their weights and the places of their words, by word."""
        import numpy as np

        weights, pieces = zip(*self.pieces, strict=True)
        hashes = words.hashes(pieces).T.ravel()
        weight = np.tile(np.array(weights, np.float32), len(words))
        owner = np.repeat(np.arange(len(words)), len(pieces))
        if not self.fours:
            return hashes, weight, owner
        more, further = words.fours()
        owner = np.append(owner, further)
        order = np.argsort(owner, kind="stable")
        weight = np.append(weight, np.full(len(more), self.fours, np.float32))
        return np.append(hashes, more)[order], weight[order], owner[order]


PARTS = View(
    "parts",
    pieces=(
        (WHOLE, Piece("w:")),
        *((AFFIX, Piece("<", first=size)) for size in (3, 4, 5, 6)),
        *((AFFIX, Piece(last=size, ended=True)) for size in (4, 5, 6)),
    ),
    joints=(Joint(BEGINNINGS, Piece("q:", first=5), Piece(first=5)),),
    last=(HEAD, Piece("e:", last=5)),
)
LETTERS = View(
    "letters",
    pieces=((WORD, Piece("w:")),),
    fours=LETTER_FOUR,
    joints=(
        Joint(PAIR, Piece("p:"), Piece()),
        # Fours that reach over the gap.
        Joint(LETTER_FOUR, Piece("x:", last=2), Piece(first=1), beside=True),
        Joint(LETTER_FOUR, Piece("y:", last=1), Piece(first=2), beside=True),
    ),
)
VIEWS = (PARTS, LETTERS)


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
            spelt = SpeltWords(new)
            for view in VIEWS:
                seen = [piece for joint in view.joints for piece in (joint.first, joint.second)]
                seen += [view.last[1]] if view.last else []
                self._pieces[view.name][:, start : start + len(new)] = spelt.hashes(seen)
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
