"""
What the learned model adds up over the words of a title, before anything is scored.  Needs numpy.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from aijobkit.taxonomy.title_features import NumberedWords, View, stem
from aijobkit.taxonomy.word_pieces import SpeltWords, spans

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from aijobkit.taxonomy.word_vectors import WordVectors

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Hashes = NDArray[np.uint32]

__all__ = ["LearnedView", "Meanings", "SparseRows", "TitleSums", "sum_by_owner"]

WORDS_CACHED = 8192
"""Words of which the sums are kept, 10 MB in all; they repeat from title to title."""
SOME_ROWS = 64
"""Titles of which sparse rows are added up together; more would not fit in what a core has at hand."""


def sum_by_owner(rows: Floats, owner: Ints, out: Floats) -> None:
    """Add to each row of *out* the sum of the *rows* that belong to it; *owner* rises."""
    import numpy as np

    if not len(owner):
        return
    starts = np.flatnonzero(np.append(True, owner[1:] != owner[:-1]))
    sizes = np.diff(np.append(starts, len(owner)))
    # The longest first: the rows to which an n-th one is added stand together then, and few steps do it.
    order = np.argsort(-sizes, kind="stable")
    starts = starts[order]
    sums = rows[starts]
    longer = len(sizes) - np.cumsum(np.bincount(sizes))
    for place in range(1, len(longer) - 1):
        some = starts[: longer[place]]
        sums[: len(some)] += rows[some + place]
    out[owner[starts]] += sums


class LearnedView:
    """
    The learned vectors of one view.

    Args:
        view: What is seen of a title.
        content: ``hashes``, rising, and for each a vector in steps: ``vectors`` and ``step``.
    """

    def __init__(self, view: View, content: Mapping[str, Any]) -> None:
        import numpy as np

        self.view = view
        self._hashes: Hashes = content["hashes"]
        self._vectors: NDArray[np.int8] = content["vectors"]
        self._step: Floats = content["step"].astype(np.float32)
        self.width = self._vectors.shape[1] + 1

    def add(self, hashes: Hashes, weights: Floats, owner: Ints, out: Floats) -> None:
        """Add to each row of *out* the weighed vectors of the known features that belong to it, and last their weights."""
        import numpy as np

        at = np.searchsorted(self._hashes, hashes).clip(max=len(self._hashes) - 1)
        known = np.flatnonzero(self._hashes[at] == hashes)
        at, weights = at[known], weights[known]
        rows = np.empty((len(known), self.width), np.float32)
        np.multiply(self._vectors[at], (weights * self._step[at])[:, None], out=rows[:, :-1])
        rows[:, -1] = weights
        sum_by_owner(rows, owner[known], out)


class Meanings:
    """
    The mean meaning of a title's words: a direction of length `LENGTH`.

    Args:
        vectors: What words mean; longer ones say more.
    """

    LENGTH = 4.0
    """A longer vector lets the softmax over it be surer; chosen on held-out titles of other splits than those reported."""

    def __init__(self, vectors: WordVectors) -> None:
        self.vectors = vectors
        self.width = vectors.vectors.shape[1]

    def of_words(self, words: Sequence[str]) -> Floats:
        """Return one row for each word; nothing but zeros where it is not known."""
        import numpy as np

        at = np.array([self.vectors.place.get(word, -1) for word in words], np.int64)
        step = np.where(at < 0, np.float32(0), self.vectors.step[at])
        return self.vectors.vectors[at].astype(np.float32) * step[:, None]

    def directions(self, sums: Floats) -> Floats:
        """Return sums of rows of words as directions."""
        import numpy as np

        found: Floats = sums * (self.LENGTH / np.linalg.norm(sums, axis=1, keepdims=True).clip(1e-6))
        return found

    def rows(self, titles: Sequence[Sequence[str]]) -> Floats:
        """Return one row per title; nothing but zeros where no word of it is known."""
        import numpy as np

        different = {word: at for at, word in enumerate(dict.fromkeys(word for words in titles for word in words))}
        numbers = np.array([different[word] for words in titles for word in words], np.int64)
        sums = np.zeros((len(titles), self.width), np.float32)
        sum_by_owner(self.of_words([*different])[numbers], np.repeat(np.arange(len(titles)), [*map(len, titles)]), sums)
        return self.directions(sums)


class SparseRows:
    """
    What a stem adds to each group, as sparse rows.

    Args:
        content: ``offsets`` by stem, ``codes`` (groups) and ``weights`` in steps of ``step``.
        groups: How many groups there are.
    """

    def __init__(self, content: Mapping[str, Any], groups: int) -> None:
        import numpy as np

        self._groups = groups
        offsets = content["offsets"].astype(np.int64)
        self._starts, self._sizes = offsets[:-1], np.diff(offsets)
        self._codes: NDArray[np.uint16] = content["codes"]
        self._weights: Floats = content["weights"].astype(np.float32) * np.float32(content["step"])

    def __len__(self) -> int:
        return len(self._starts)

    def sums(self, stems: Ints, owner: Ints, out: Floats) -> Floats:
        """Put in each row of *out* the sum of the rows of the *stems* that belong to it; *owner* rises."""
        import numpy as np

        sizes = self._sizes[stems]
        entries = spans(self._starts[stems], sizes)
        places = self._codes[entries] + np.repeat(owner % SOME_ROWS * self._groups, sizes)
        weights = self._weights[entries]
        firsts = np.searchsorted(owner, np.arange(0, len(out) + SOME_ROWS, SOME_ROWS))
        bounds = np.append(0, np.cumsum(sizes))[firsts].tolist()
        for at, (start, end) in enumerate(itertools.pairwise(bounds)):
            rows = out[at * SOME_ROWS : (at + 1) * SOME_ROWS]
            rows[:] = np.bincount(places[start:end], weights[start:end], minlength=rows.size).reshape(rows.shape)
        return out


class TitleSums:
    """
    The sums over the words and pairs of words of titles; those of words are kept.  Safe to share between threads.

    Args:
        views: The learned views, in the order of `aijobkit.taxonomy.title_features.VIEWS`.
        meanings: What words mean.
        stems: Stem -> its number.
    """

    def __init__(self, views: Sequence[LearnedView], meanings: Meanings, stems: Mapping[str, int]) -> None:
        import numpy as np

        self._views = views
        self._meanings = meanings
        self._stems = stems
        self._words = NumberedWords(WORDS_CACHED)
        self._lock = threading.Lock()
        widths = [*(view.width for view in views), meanings.width]
        ends = np.cumsum(widths).tolist()
        self._columns = [slice(end - width, end) for end, width in zip(ends, widths, strict=True)]
        self._sums = np.empty((WORDS_CACHED, ends[-1]), np.float32)
        self._stem = np.empty(WORDS_CACHED, np.int64)

    def of(self, titles: Sequence[Sequence[str]]) -> tuple[list[Floats], Ints, Ints]:
        """
        Return the sums of each view and of the meanings, one row per title; numbers of the stems of all words, one behind the
        last for those that are not known; and how many words each title has.
        """
        # A word's number says nothing before its row is filled, nor after the row went to another word.
        with self._lock:
            try:
                return self._add_up(titles)
            except BaseException:
                # What was numbered, but not yet summed up when somebody broke off, must not be taken for known.
                self._words = NumberedWords(WORDS_CACHED)
                raise

    def _add_up(self, titles: Sequence[Sequence[str]]) -> tuple[list[Floats], Ints, Ints]:
        """Do what `of` says, while no other thread does."""
        import numpy as np

        numbers, sizes, new = self._words.number(titles)
        if new:
            self._learn_words(new, len(self._words) - len(new))
        sums = np.zeros((len(titles), self._sums.shape[1]), np.float32)
        sum_by_owner(self._sums[numbers], np.repeat(np.arange(len(titles)), sizes), sums)
        for learned, columns in zip(self._views, self._columns, strict=False):
            learned.add(*self._words.joined(learned.view, numbers, sizes), sums[:, columns])
        return [sums[:, columns] for columns in self._columns], self._stem[numbers], sizes

    def _learn_words(self, words: Sequence[str], start: int) -> None:
        """Sum up what is seen of each of *words* alone."""
        rows = self._sums[start : start + len(words)]
        rows[:] = 0
        spelt, unknown = SpeltWords(words), len(self._stems)
        for learned, columns in zip(self._views, self._columns, strict=False):
            learned.add(*learned.view.of_words(spelt), rows[:, columns])
        rows[:, self._columns[-1]] = self._meanings.of_words(words)
        self._stem[start : start + len(words)] = [self._stems.get(stem(word), unknown) for word in words]
