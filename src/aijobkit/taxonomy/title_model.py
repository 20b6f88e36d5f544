"""
The learned model of titles at work: from content words to a score for every occupation.

Needs numpy, which is imported when the first title is scored.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from aijobkit.errors import TaxonomyDataError
from aijobkit.taxonomy import four_bits
from aijobkit.taxonomy.archives import BROKEN
from aijobkit.taxonomy.products import Table
from aijobkit.taxonomy.second_look import LOOKED_AT, SecondLook, Signal, best_groups
from aijobkit.taxonomy.title_features import VIEWS
from aijobkit.taxonomy.title_sums import LearnedView, Meanings, SparseRows, TitleSums
from aijobkit.taxonomy.word_vectors import WordVectors, embedded_word_vectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Doubles = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["LEAST_WEIGHT", "SIGNALS", "TitleModel", "calibrate", "fit_fusion", "read_model"]

SIGNALS = ("parts", "letters", "meaning", "title words", "title words, relative", "task words", "number of titles")
"""The signals that are weighed, in their order."""

BLOCK = 224
"""
Titles that are scored together.  Fewer take longer; more take hardly less time, and more memory: so many take 8 MB.
All their words, `MOST_WORDS` of each, must be among the `WORDS_CACHED`.
"""
FLOOR = 1e-6
"""Chance of a group that a view holds for impossible."""
LEAST_WEIGHT = 0.3
"""A title of which less is known than this, in weight of features, is drawn towards no opinion."""
START = (0.42, 0.40, 0.23, 1.0, 0.0, 0.2, -0.5)
"""Weights of the signals before they are fitted, and to which few data pull back; measured on several splits."""
PULL = 1e-2


def in_parts(scores: Floats) -> Floats:
    """Return probabilities in parts of the greatest of each row; the array is reused."""
    import numpy as np

    scores -= scores.max(1, keepdims=True)
    np.exp(scores, out=scores)
    return scores


def softmax(scores: Floats) -> Floats:
    """Return *scores* as probabilities per row; the array is reused."""
    in_parts(scores)
    scores /= scores.sum(1, keepdims=True)
    return scores


class Room:
    """Arrays for one block of titles, used again for the next: to get fresh memory takes longer than to reckon in it."""

    def __init__(self) -> None:
        self._arrays: dict[str, Floats] = {}

    def array(self, name: str, rows: int, columns: int) -> Floats:
        """Return an array in which anything may stand; a name always has the same number of columns."""
        import numpy as np

        found = self._arrays.get(name)
        if found is None or len(found) < rows:
            found = self._arrays[name] = np.empty((rows, columns), np.float32)
        return found[:rows]


class _Layer:
    """
    A linear layer over codes, learnt with a softmax.

    Args:
        content: ``output`` and ``bias``, one column for each code.
        order: The order in which codes are wanted.
    """

    def __init__(self, content: Mapping[str, Any], order: Ints) -> None:
        self._output = Table(content["output"][:, order])
        self._bias: Floats = content["bias"].astype("float32")[order]

    def chances(self, hidden: Floats, name: str, room: Room) -> Floats:
        """Return for each title how likely its codes are, in parts of the likeliest one."""
        scores = self._output.product(hidden, room.array(name, len(hidden), self._output.width))
        scores += self._bias
        return in_parts(scores)


class TitleModel:
    """
    Scores of all occupations for titles, known or not.

    Args:
        content: Arrays as `aijobkit.taxonomy.train` writes them.
        vectors: What words mean; the table with which the model was trained.
    """

    def __init__(self, content: Mapping[str, Any], vectors: WordVectors) -> None:
        import numpy as np

        self.content = dict(content)
        self.codes: list[str] = content["codes"].tolist()
        self.socs = sorted({code[:7] for code in self.codes})
        self._group = {soc: place for place, soc in enumerate(self.socs)}
        order, self._further = self._by_rank()
        self._ordered = [self.codes[place] for place in order.tolist()]
        # In the first columns stand the first codes of all groups; a group that has no further code stands for it again.
        self._columns = np.tile(np.arange(len(self.socs)), (len(self._further) + 1, 1))
        start = len(self.socs)
        for columns, groups in zip(self._columns[1:], self._further, strict=True):
            columns[groups] = np.arange(start, start + len(groups))
            start += len(groups)
        views = [LearnedView(view, content[view.name]) for view in VIEWS]
        self._layers = [_Layer(content[name], order) for name in (*(view.name for view in VIEWS), "meaning")]
        self._meanings = Meanings(vectors)
        stems = {word: at for at, word in enumerate(str(content["vocabulary"]).split("\n"))}
        self._sums = TitleSums(views, self._meanings, stems)
        self._titles = SparseRows(content["title"], len(self.socs))
        self._texts = SparseRows(content["text"], len(self.socs))
        self._prior: Floats = np.log1p(content["prior"])
        by_size = np.argsort(np.argsort(content["employment"], kind="stable"), kind="stable")
        self._tie = by_size / (len(by_size) * 1e5)
        self.weights: Floats = np.asarray(content.get("weights", START), np.float32)
        self.curve = content.get("curve")
        self._look = SecondLook(content["look"], content["counts"], content["prior"]) if "look" in content else None

    def _by_rank(self) -> tuple[Ints, list[Ints]]:
        """
        Order the codes so that the first ones of all groups come before all second ones, and so on.

        Returns:
            Places of the codes; and the groups that have second codes, third codes and so on, those with the most codes first.
        """
        import numpy as np

        group = np.array([self._group[code[:7]] for code in self.codes])
        rank = np.arange(len(group)) - np.searchsorted(group, group)
        order = np.lexsort((np.where(rank, -np.bincount(group)[group], 0), rank))
        return order, np.split(group[order], np.cumsum(np.bincount(rank)).tolist())[1:-1]

    def signals(self, titles: Sequence[Sequence[str]]) -> tuple[Floats, Ints, Ints]:
        """
        Return the `SIGNALS` of every SOC group for each title, as titles x groups x signals; numbers of the stems of all words,
        one behind the last for those that are not known; and how many words each title has.  At most `BLOCK` titles.
        """
        import numpy as np

        sums, stems, sizes = self._sums.of(titles)
        found, _ = self._signals(sums, stems, sizes, Room())
        return np.stack([signal.full() for signal in found], axis=2), stems, sizes

    def _by_group(self, chances: Floats, floor: Floats, out: Floats) -> Floats:
        """Sum the chances of the codes of each group: most groups have one code, so the second ones are added to the first."""
        import numpy as np

        np.add(chances[:, : len(self.socs)], floor, out=out)
        if self._further:
            # Those that have third codes stand first among those that have second ones, and so on.
            more = chances[:, len(self.socs) : len(self.codes)].copy()
            ends = np.cumsum([len(groups) for groups in self._further]).tolist()
            for start, middle, end in reversed([*zip([0, *ends], ends, ends[1:], strict=False)]):
                more[:, start : start + end - middle] += more[:, middle:end]
            groups = self._further[0]
            out[:, groups] += more[:, : len(groups)]
        return out

    def _signals(self, sums: Sequence[Floats], stems: Ints, sizes: Ints, room: Room) -> tuple[list[Signal], list[Signal]]:
        """Return the `SIGNALS`, and the chances of single codes that the views see."""
        import numpy as np

        owner = np.repeat(np.arange(len(sizes)), sizes)
        many = len(self._titles)
        known = stems < many
        keys = np.unique(owner[known] * many + stems[known])
        shape = len(sizes), len(self.socs)
        # The views give a mean, by the weights that stand last; the meanings give a direction.
        hidden = [*(some[:, :-1] / some[:, -1:].clip(LEAST_WEIGHT) for some in sums[:-1]), self._meanings.directions(sums[-1])]
        found, codes = [], []
        for name, layer, some in zip(SIGNALS, self._layers, hidden, strict=False):
            chances = layer.chances(some, f"codes by {name}", room)
            whole = chances.sum(1, keepdims=True)
            by_group = self._by_group(chances, FLOOR * whole, room.array(name, *shape))
            found.append(Signal(np.log(by_group, out=by_group), shift=-np.log(whole)))
            codes.append(Signal(chances, 1 / whole))
        words, texts = (
            table.sums(keys % many, keys // many, room.array(name, *shape))
            for name, table in (("title words", self._titles), ("task words", self._texts))
        )
        found.append(Signal(words, 1 / 10))
        found.append(Signal(words, 1 / words.max(1, keepdims=True).clip(1e-6)))
        found.append(Signal(texts, 1 / 10))
        found.append(Signal(np.broadcast_to(self._prior, shape)))
        return found, codes[: len(VIEWS)]

    def _total(self, signals: Sequence[Signal], room: Room) -> Floats:
        """Return the weighed sum of the signals of each group, but for what is the same for all groups of a title."""
        import numpy as np

        shape = signals[0].scores.shape
        total, part = room.array("total", *shape), room.array("part", *shape)
        total[:] = 0
        for signal, weight in zip(signals, self.weights, strict=True):
            total += np.multiply(signal.scores, signal.factor * weight, out=part)
        return total

    def confidence(self, probability: Floats | Doubles) -> Floats | Doubles:
        """Return what a probability of the best group has been worth on titles held apart."""
        import numpy as np

        if self.curve is None:
            return probability
        worth: Floats = np.interp(probability, self.curve[0], self.curve[1]).astype(np.float32)
        return worth

    def answers(
        self, titles: Sequence[Sequence[str]], limit: int, known: Sequence[Collection[str]] = ()
    ) -> list[list[tuple[str, float]]]:
        """
        Return the best codes with calibrated confidence for each title, one code per SOC group, best first.

        A title has the same figures alone and among others.

        Args:
            titles: Content words; at least one title.
            limit: How many codes each, those of *known* groups not counted.
            known: SOC groups (codes of six digits) of each title that are to be among its answers, wherever they rank.
        """
        room, found = Room(), []
        for start in range(0, len(titles), BLOCK):
            some = slice(start, start + BLOCK)
            found += self._answers(*self._sums.of(titles[some]), known[some], limit, room)
        return found

    def _answers(
        self,
        sums: Sequence[Floats],
        stems: Ints,
        sizes: Ints,
        known: Sequence[Collection[str]],
        limit: int,
        room: Room,
    ) -> list[list[tuple[str, float]]]:
        """Do what `answers` says for one block of titles, the words of which are summed up."""
        import numpy as np

        signals, codes = self._signals(sums, stems, sizes, room)
        total = self._total(signals, room)
        if self._look is not None:
            self._look.look(stems, sizes, signals, total)
        chances = in_parts(total)
        wanted = self._wanted(known)
        own = np.zeros(chances.shape, bool)
        own[wanted] = True
        groups = self._best(chances, max(LOOKED_AT, limit + int(own.sum(1).max())), wanted)
        chance = np.take_along_axis(chances, groups, 1) / chances.sum(1, keepdims=True)
        # Ties go to the occupation with more employees, then to the lower code.  What differs by less than is shown is no tie:
        # how many groups are looked at for other titles must not change who comes first.
        order = np.lexsort((-self._tie[groups], -chance), axis=1)
        groups, chance = np.take_along_axis(groups, order, 1), np.take_along_axis(chance, order, 1)
        own = np.take_along_axis(own, groups, 1)
        rows, places = (own | (np.cumsum(~own, 1) <= limit)).nonzero()
        columns = self._best_columns(rows, groups[rows, places], codes).tolist()
        ranked = zip(map(self._ordered.__getitem__, columns), self._scaled(chance)[rows, places].tolist(), strict=True)
        return [list(itertools.islice(ranked, size)) for size in np.bincount(rows, minlength=len(sizes)).tolist()]

    def _wanted(self, known: Sequence[Collection[str]]) -> tuple[list[int], list[int]]:
        """Return rows and columns of the groups that are to be among the answers."""
        pairs = [(row, self._group[soc]) for row, socs in enumerate(known) for soc in socs if soc in self._group]
        return [row for row, _ in pairs], [group for _, group in pairs]

    @staticmethod
    def _best(chances: Floats, count: int, wanted: tuple[list[int], list[int]]) -> Ints:
        """Return the places of the best *count* groups of each row, those *wanted* among them; no chance is above 1."""
        kept = chances[wanted]
        chances[wanted] += 2
        found = best_groups(chances, count)
        chances[wanted] = kept
        return found

    def _scaled(self, chance: Floats) -> Doubles:
        """Return the confidence in the best groups of each row, falling: all share what the first leaves."""
        import numpy as np

        some = chance.astype(np.float64)
        top = some[:, :1]
        sure = self.confidence(top)
        rest = np.minimum(some * (1 - sure) / (1 - top).clip(1e-6), sure)
        found: Doubles = np.where(some == top, sure, rest).round(4)
        return found

    def _best_columns(self, rows: Ints, groups: Ints, codes: Sequence[Signal]) -> Ints:
        """Return for some titles and groups the column of the likeliest code of the group, of equals the first."""
        import numpy as np

        columns = self._columns[:, groups]
        scores = sum(each.scores[rows, columns] * np.ravel(each.factor)[rows] for each in codes)
        best: Ints = np.take_along_axis(columns, np.argmax(scores, 0)[None], 0)[0]
        return best

    def is_word(self, word: str) -> bool:
        """Say whether *word* is a word of English, though perhaps of no title."""
        return word in self._meanings.vectors.place

    @functools.cached_property
    def words(self) -> list[tuple[str, int, bool]]:
        """Words of titles, how many titles have them, and whether a title ends in them."""
        lines = (line.split(" ") for line in str(self.content["words"]).split("\n"))
        return [(word, int(count), last == "1") for word, count, last in lines]


def fit_fusion(signals: Floats, gold: NDArray[np.bool_], sizes: Floats, rounds: int = 250) -> Floats:
    """
    Fit the weights of the signals: multinomial logit in which every right group counts, by Adam.

    How many titles O*NET lists for an occupation says nothing of how many people look for it.  A title therefore counts by the
    inverse square root of that number, midway between "every title alike" and "every occupation alike".

    Args:
        signals: Titles x groups x signals.
        gold: Which groups are right for each title.
        sizes: How many titles each group has, by title and group.
        rounds: Steps over all titles.

    Returns:
        One weight per signal.
    """
    import numpy as np

    start = np.array(START, np.float32)
    # Only groups that may win are worth their memory.
    best = np.argsort(-(signals @ start), axis=1, kind="stable")[:, :60]
    signals = np.take_along_axis(signals, best[:, :, None], 1)
    importance = np.sqrt((gold / sizes.clip(1)).sum(1) / gold.sum(1).clip(1))
    gold = np.take_along_axis(gold, best, 1)
    found = gold.any(1)
    signals, gold, importance = signals[found], gold[found], importance[found, None]
    importance = importance / importance.mean() if len(importance) else importance
    weights, first, second = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, rounds + 1 if len(signals) else 1):
        scores = signals @ weights
        scores -= scores.max(1, keepdims=True)
        chance = np.exp(scores)
        chance /= chance.sum(1, keepdims=True)
        right = np.where(gold, chance, 0)
        right /= right.sum(1, keepdims=True).clip(1e-12)
        gradient = np.einsum("ij,ijk->k", (chance - right) * importance, signals) / len(signals) + PULL * (weights - start)
        first = 0.9 * first + 0.1 * gradient
        second = 0.99 * second + 0.01 * gradient * gradient
        weights = weights - 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights.astype(np.float32)


def calibrate(chance: NDArray[np.float64], right: NDArray[np.bool_], bins: int) -> Floats:
    """
    Measure how often the best group is right, by its probability: isotonic regression, thinned to *bins* points.

    Each share that was right is lowered by its standard error, so that a confidence promises no more than chance may hold.

    Args:
        chance: Probability of the best group of each title.
        right: Whether it is right.
        bins: How many points at most, beside the two ends.

    Returns:
        Two rows: probability, and share that was right at least; both rise.
    """
    import numpy as np

    if len(chance) < bins:
        return np.array([[0.0, 1.0], [0.0, 1.0]], np.float32)
    order = np.argsort(chance, kind="stable")
    size = math.ceil(len(order) / bins)
    # Pool adjacent violators over groups of equal size.
    pools: list[list[float]] = []
    for start in range(0, len(order), size):
        part = order[start : start + size]
        pools.append([float(chance[part].mean()), float(right[part].mean()), float(len(part))])
        while len(pools) > 1 and pools[-2][1] >= pools[-1][1]:
            last, before = pools.pop(), pools.pop()
            count = last[2] + before[2]
            pools.append([(last[i] * last[2] + before[i] * before[2]) / count for i in (0, 1)] + [count])
    lowered = [(x, max(y - math.sqrt(y * (1 - y) / count), 0.0)) for x, y, count in pools]
    points = np.array([(0.0, 0.0), *lowered, (1.0, lowered[-1][1])], np.float32).T
    return np.maximum.accumulate(points, axis=1)


UNPACK: Mapping[str, Callable[[Any], Any]] = {"vectors": four_bits.unpack, "hashes": four_bits.join_rising}
"""How parts of a model come out of its file; `aijobkit.taxonomy.train` packs them."""


def read_model(raw: bytes | None) -> TitleModel | None:
    """
    Return the model of a blob, or None when there is none.

    Raises:
        TaxonomyDataError: If it is damaged, or was trained with other word vectors than the package has.
    """
    if not raw:
        return None
    try:
        content = _unpacked(raw)
        digest = int(content["words_digest"])
    except (*BROKEN, KeyError) as error:
        raise TaxonomyDataError(f"the title model is damaged ({error}); build the taxonomy or install aijobkit again") from None
    vectors = embedded_word_vectors()
    if digest != vectors.digest:
        raise TaxonomyDataError("the title model was built by another version of aijobkit; build the taxonomy again")
    return TitleModel(content, vectors)


def _unpacked(raw: bytes) -> dict[str, Any]:
    """Return the arrays of a blob, those of one part of the model together."""
    content: dict[str, Any] = {}
    for name, array in four_bits.read_arrays(raw).items():
        group, _, part = name.partition(".")
        if part:
            content.setdefault(group, {})[part] = UNPACK[part](array) if part in UNPACK else array
        else:
            content[name] = array
    return content
