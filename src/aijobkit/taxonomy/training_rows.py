"""
Titles as rows of learned features, for training: all features of many titles at once.  Needs numpy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from aijobkit.taxonomy.title_features import NumberedWords, View
from aijobkit.taxonomy.word_pieces import SpeltWords, spans

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Hashes = NDArray[np.uint32]
    Rows = tuple[NDArray[np.int32], Floats, Ints]

__all__ = ["bag_rows", "features_of", "frequent", "take_rows"]

TOGETHER = 10_000
"""Titles on their way at once; more would only take more memory."""


def features_of(view: View, titles: Sequence[Sequence[str]]) -> Iterator[tuple[Hashes, Floats, Ints, int]]:
    """Yield hashes, weights and places of titles, by title, for some titles after the others; and how many these are."""
    import numpy as np

    different = list(dict.fromkeys(word for words in titles for word in words))
    words = NumberedWords(len(different))
    words.number([[word] for word in different])
    hashes, weights, owner = view.of_words(SpeltWords(different))
    features = np.bincount(owner, minlength=len(different))
    starts = np.cumsum(features) - features
    for start in range(0, len(titles), TOGETHER):
        some = titles[start : start + TOGETHER]
        numbers, sizes, _ = words.number(some)
        at = spans(starts[numbers], features[numbers])
        own = np.repeat(np.repeat(np.arange(len(some)), sizes), features[numbers])
        more, further, of_pairs = words.joined(view, numbers, sizes)
        order = np.argsort(np.append(own, of_pairs), kind="stable")
        found = np.append(hashes[at], more), np.append(weights[at], further), np.append(own, of_pairs)
        yield found[0][order], found[1][order], found[2][order], len(some)


def frequent(view: View, titles: Sequence[Sequence[str]], least: int) -> Hashes:
    """Return the features that at least so many of the titles have, rising."""
    import numpy as np

    each = [np.unique(owner << 32 | hashes) for hashes, _, owner, _ in features_of(view, titles)]
    found, counts = np.unique(np.concatenate(each or [np.zeros(0, np.int64)]) & 0xFFFFFFFF, return_counts=True)
    rising: Hashes = found[counts >= least].astype(np.uint32)
    return rising


def bag_rows(view: View, titles: Sequence[Sequence[str]], hashes: Hashes) -> Rows:
    """Return places in *hashes*, weights and offsets by title; where nothing is known, there is one weight of 0."""
    import numpy as np

    places, weights, sizes = [], [], []
    for seen, worth, owner, count in features_of(view, titles):
        at = np.searchsorted(hashes, seen).clip(max=max(len(hashes) - 1, 0))
        known = np.flatnonzero(hashes[at] == seen) if len(hashes) else np.zeros(0, np.int64)
        some = np.bincount(owner[known], minlength=count)
        empty = np.flatnonzero(some == 0)
        order = np.argsort(np.append(owner[known], empty), kind="stable")
        places.append(np.append(at[known], np.zeros(len(empty), np.int64))[order].astype(np.int32))
        weights.append(np.append(worth[known], np.zeros(len(empty), np.float32))[order])
        sizes.append(some.clip(1))
    return np.concatenate(places), np.concatenate(weights), np.append(0, np.cumsum(np.concatenate(sizes)))


def take_rows(rows: Rows, chosen: Ints) -> Rows:
    """Return some titles of `bag_rows`."""
    import numpy as np

    features, weights, offsets = rows
    sizes = offsets[chosen + 1] - offsets[chosen]
    at = spans(offsets[chosen], sizes)
    return features[at], weights[at], np.append(0, np.cumsum(sizes))
