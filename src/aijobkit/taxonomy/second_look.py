"""
A second look at the best groups for a title: a small network sets them in order by how their signals agree.

The weighed sum of the signals takes no note of how common the words are, of how many there are, or of which of two words ends
the title.  The network sees that beside the signals, for the best `LOOKED_AT` groups alone.  Needs numpy.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from aijobkit.taxonomy.products import Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

__all__ = ["ENDS", "LOOKED_AT", "SecondLook", "Signal", "WordCounts", "best_groups", "log_sum", "standard"]

LOOKED_AT = 20
"""Groups that are looked at (assumption); of held-out titles nineteen in twenty have a right group among the best ten."""
SMOOTH = 0.05
"""What is added to every count of a word in a group (assumption)."""
TYPICAL = 80
"""Titles of a typical group, to which counts by the root of a group's titles are held (assumption)."""
MOST = 6.0
"""Standard deviations at which a number is cut (assumption)."""
ENDS = ("first", "last")
"""The words of a title whose groups are counted."""


class Signal(NamedTuple):
    """
    One signal of every SOC group for some titles: `scores` times `factor` plus `shift`, of which each title has one.

    Kept apart, since nearly all groups are only compared within a title, where the shift says nothing.
    """

    scores: Floats
    factor: Floats | float = 1.0
    shift: Floats | float = 0.0

    def of(self, groups: Ints) -> Floats:
        """Return the signal of some *groups* of each title."""
        import numpy as np

        found: Floats = np.take_along_axis(self.scores, groups, 1) * self.factor + self.shift
        return found

    def full(self) -> Floats:
        """Return the signal of all groups."""
        return self.scores * self.factor + self.shift


def log_sum(scores: Floats) -> Floats:
    """Return the logarithm of the sum of exponentials of each row, as a column."""
    import numpy as np

    most = scores.max(1, keepdims=True)
    found: Floats = np.log(np.exp(scores - most).sum(1, keepdims=True)) + most
    return found


def best_groups(scores: Floats, count: int) -> Ints:
    """Return the places of the best *count* groups of each row, by place."""
    import numpy as np

    count = min(count, scores.shape[1])
    # Values alone are parted faster than places; only ties at the margin leave too many.
    chosen = scores >= np.partition(scores, -count, axis=1)[:, -count, None]
    places = np.flatnonzero(chosen)
    if len(places) == len(scores) * count:
        found: Ints = places.reshape(len(scores), count) % scores.shape[1]
        return found
    return np.sort(np.argpartition(-scores, count - 1, axis=1)[:, :count], axis=1)


def standard(seen: Floats, mean: Floats, spread: Floats) -> Floats:
    """Return what the network sees in standard deviations from the mean."""
    found: Floats = ((seen - mean) / spread).clip(-MOST, MOST)
    return found


class WordCounts:
    """
    How many titles of each group begin, or end, with a stem.

    Args:
        content: ``offsets`` by stem, ``groups`` and ``counts``; see `aijobkit.taxonomy.train_second_look.count_ends`.
        sizes: How many titles each group has.
    """

    def __init__(self, content: Mapping[str, Any], sizes: Floats) -> None:
        import numpy as np

        offsets, groups = content["offsets"].astype(np.int64), content["groups"].astype(np.int64)
        counts = content["counts"].astype(np.float32)
        of_stem = np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))
        self._groups = len(sizes)
        # Stem and group as one rising number; a last one that nothing reaches.
        self._keys = np.append(of_stem * self._groups + groups, len(offsets) * self._groups)
        self._shares = np.append(counts / np.sqrt(sizes + 1)[groups], 0).astype(np.float32)
        total = np.bincount(of_stem, counts, minlength=len(offsets)).astype(np.float32)
        self._expected: Floats = np.log(SMOOTH + total / math.sqrt(TYPICAL))

    def odds(self, stems: Ints, groups: Ints) -> Floats:
        """Return how much a stem speaks for some groups of each title; the last stem is one that no title has."""
        import numpy as np

        wanted = stems[:, None] * self._groups + groups
        at = np.searchsorted(self._keys, wanted)
        shares = np.where(self._keys[at] == wanted, self._shares[at], 0)
        found: Floats = np.log(shares + np.float32(SMOOTH)) - self._expected[stems][:, None]
        return found


class Network:
    """
    The network at work.

    Args:
        layers: What `aijobkit.taxonomy.train_second_look.learn_network` learnt.
    """

    def __init__(self, layers: Mapping[str, Any]) -> None:
        self._layers = layers
        self._into, self._through, self._out = Table(layers["into"]), Table(layers["through"]), Table(layers["out"][:, None])

    def __call__(self, seen: Floats) -> Floats:
        """Return what the network adds to the score of each group, from what it sees, as titles x groups x numbers."""
        import numpy as np

        layers = self._layers
        flat = standard(seen, layers["mean"], layers["spread"]).reshape(-1, seen.shape[2])
        hidden = np.maximum(self._into.product(flat) + layers["into_bias"], 0)
        hidden = np.maximum(self._through.product(hidden) + layers["through_bias"], 0)
        return self._out.product(hidden)[:, 0].reshape(seen.shape[:2])


class SecondLook:
    """
    What the network sees, and how it sets groups in order.

    Args:
        content: What `aijobkit.taxonomy.train_second_look` learnt.
        counts: In how many titles each stem is, in the order of the tables of first and last words.
        sizes: How many titles each group has.
    """

    def __init__(self, content: Mapping[str, Any], counts: Ints, sizes: Floats) -> None:
        import numpy as np

        # The last row is that of all stems that no title has.
        self._counts = np.append(counts.astype(np.int64), 0)
        self._ends = [
            WordCounts({name: content[f"{end}_{name}"] for name in ("offsets", "groups", "counts")}, sizes) for end in ENDS
        ]
        self._content = content

    @functools.cached_property
    def _network(self) -> Network:
        return Network(self._content)

    def sees(self, stems: Ints, sizes: Ints, signals: Floats, scores: Floats, groups: Ints, own: Sequence[int] = ()) -> Floats:
        """
        Return what the network sees, as titles x groups x numbers.

        Args:
            stems: Numbers of the stems of all words, one behind the last for those that no title has.
            sizes: How many words each title has.
            signals: The signals of the groups looked at, as titles x groups x signals; the last is the same for every title.
            scores: Their weighed sums.
            groups: Places of the groups looked at.
            own: How many of the counted titles each title itself is; none, unless it is learnt from.
        """
        import numpy as np

        filled = np.flatnonzero(sizes)
        ends = np.cumsum(sizes)
        starts = (ends - sizes)[filled]
        first, last = np.full((2, len(sizes)), len(self._counts) - 1)
        first[filled], last[filled] = stems[starts], stems[ends[filled] - 1]
        numbers = np.zeros((len(sizes), 4), np.float32)
        if len(filled):
            counts = self._counts[stems]
            if len(own):
                counts = (counts - np.repeat(np.asarray(own), sizes)).clip(0)
            numbers[filled, 0] = sizes[filled]
            numbers[filled, 1] = np.add.reduceat(counts > 0, starts, dtype=np.int64) / sizes[filled]
            numbers[filled, 2] = np.log1p(np.minimum.reduceat(counts, starts))
            numbers[filled, 3] = np.log1p(counts[ends[filled] - 1])
        compared = signals.shape[2] - 1 + len(ENDS)
        seen = np.empty((*groups.shape, 2 * compared + 2 + numbers.shape[1]), np.float32)
        seen[:, :, : signals.shape[2] - 1] = signals[:, :, :-1]
        for at, (table, ends) in enumerate(zip(self._ends, (first, last), strict=True), signals.shape[2] - 1):
            seen[:, :, at] = table.odds(ends, groups)
        own_best = seen[:, :, :compared].max(1, keepdims=True)
        np.subtract(seen[:, :, :compared], own_best, out=seen[:, :, compared : 2 * compared])
        seen[:, :, 2 * compared] = signals[:, :, -1]
        seen[:, :, 2 * compared + 1] = scores - log_sum(scores)
        seen[:, :, 2 * compared + 2 :] = numbers[:, None]
        return seen

    def look(self, stems: Ints, sizes: Ints, signals: Sequence[Signal], total: Floats) -> None:
        """
        Set the best groups in order by changing *total*; their mass stays.

        *total* is the weighed sum of the *signals*, but for what is the same for all groups of a title.
        """
        import numpy as np

        groups = best_groups(total, LOOKED_AT)
        seen = np.stack([signal.of(groups) for signal in signals], 2)
        scores = np.take_along_axis(total, groups, 1)
        changed = scores + self._network(self.sees(stems, sizes, seen, scores, groups))
        changed += log_sum(scores) - log_sum(changed)
        np.put_along_axis(total, groups, changed, 1)
