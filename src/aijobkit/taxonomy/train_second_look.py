"""
Training of the second look (`aijobkit.taxonomy.second_look`), on scores of titles that their model had not learnt.

numpy only; the same input gives the same bytes on one machine.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aijobkit.taxonomy.second_look import ENDS, LOOKED_AT, SecondLook, best_groups, standard
from aijobkit.taxonomy.title_features import stem
from aijobkit.taxonomy.title_model import START

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from aijobkit.taxonomy.title_model import TitleModel

    Floats = NDArray[np.float32]
    Bools = NDArray[np.bool_]
    Ints = NDArray[np.int64]

__all__ = ["Unseen", "count_ends", "learn_network", "score_unseen"]

# Settings of the training; others near them did no better on held-out titles of other splits than those reported.
KEPT = 100
"""Groups of each title that are kept until the signals are weighed (assumption)."""
BLOCK = 512
HIDDEN, EPOCHS, BATCH, RATE, DECAY = 32, 4, 256, 2e-3, 1e-3
SEED = 20190
MOST_COUNTED = 255


def count_ends(titles: Iterable[tuple[Sequence[str], int]], stems: Mapping[str, int]) -> dict[str, Any]:
    """
    Count the first and the last words of the titles of each group.

    Args:
        titles: Words of each title and its group, each pair once.
        stems: Stem -> row, rows from 0.

    Returns:
        For both ends of `ENDS`, groups and counts by row, as sparse rows.
    """
    import numpy as np

    counts: dict[str, Counter[tuple[int, int]]] = {end: Counter() for end in ENDS}
    for words, group in titles:
        for end, word in zip(ENDS, (words[0], words[-1]), strict=True):
            counts[end][stems[stem(word)], group] += 1
    content: dict[str, Any] = {}
    for end, found in counts.items():
        rows = sorted(found)
        sizes = np.bincount(np.array([row for row, _ in rows], np.int64), minlength=len(stems) + 1)
        content[f"{end}_offsets"] = np.append(0, np.cumsum(sizes)).astype(np.int32)
        content[f"{end}_groups"] = np.array([group for _, group in rows], np.uint16)
        content[f"{end}_counts"] = np.array([min(found[row], MOST_COUNTED) for row in rows], np.uint8)
    return content


@dataclass(frozen=True)
class Unseen:
    """
    What a model says of titles that it has not learnt: their best `KEPT` groups by unweighed signals.

    Args:
        stems: Numbers of the stems of all words.
        words: How many words each title has.
        own: How many of the titles that the model counts each title is.
        groups: Places of the groups.
        signals: Their signals, as titles x groups x signals.
        gold: Which of them are right.
        sizes: How many titles each of them has.
        look: Counts of words without those of these titles.
    """

    stems: Ints
    words: Ints
    own: list[int]
    groups: Ints
    signals: Floats
    gold: Bools
    sizes: Floats
    look: SecondLook

    def totals(self, weights: Floats) -> Floats:
        """Return the weighed sums of the signals."""
        found: Floats = self.signals @ weights
        return found

    def seen(self, weights: Floats) -> tuple[Ints, Floats, Floats]:
        """Return places of the groups looked at among those kept, their weighed sums, and what the network sees of them."""
        import numpy as np

        totals = self.totals(weights)
        best = best_groups(totals, LOOKED_AT)
        scores = np.take_along_axis(totals, best, 1)
        signals = np.take_along_axis(self.signals, best[:, :, None], 1)
        groups = np.take_along_axis(self.groups, best, 1)
        return best, scores, self.look.sees(self.stems, self.words, signals, scores, groups, self.own)


def score_unseen(model: TitleModel, keys: Sequence[tuple[tuple[str, ...], int]], gold: Bools, look: SecondLook) -> Unseen:
    """
    Return what *model* says of titles.

    Args:
        model: A model that has not learnt them.
        keys: Content words of each title, and how often it is counted.
        gold: Which groups are right, as titles x groups.
        look: Counts of words of what the model has learnt.
    """
    import numpy as np

    start = np.array(START, np.float32)
    titles = [words for words, _ in keys]
    groups, signals, stems, sizes = [], [], [], []
    for at in range(0, len(titles), BLOCK):
        found, seen, words = model.signals(titles[at : at + BLOCK])
        best = best_groups(found @ start, KEPT)
        groups.append(best)
        signals.append(np.take_along_axis(found, best[:, :, None], 1))
        stems.append(seen)
        sizes.append(words)
    places = np.concatenate(groups)
    return Unseen(
        stems=np.concatenate(stems),
        words=np.concatenate(sizes),
        own=[own for _, own in keys],
        groups=places,
        signals=np.concatenate(signals),
        gold=np.take_along_axis(gold, places, 1),
        sizes=model.content["prior"][places],
        look=look,
    )


def learn_network(seen: Floats, scores: Floats, gold: Bools, worth: Floats) -> dict[str, Any]:
    """
    Learn the network: a multinomial logit over the groups looked at, in which every right group counts, by Adam.

    Args:
        seen: Titles x groups x numbers.
        scores: Weighed sums of the signals, to which the network adds.
        gold: Which groups are right.
        worth: How much each title counts.

    Returns:
        Layers, and mean and spread of what is seen.
    """
    import numpy as np

    draw = np.random.default_rng(SEED)
    size = seen.shape[2]
    mean = seen.mean((0, 1), dtype=np.float64).astype(np.float32)
    spread = seen.std((0, 1), dtype=np.float64).astype(np.float32).clip(1e-4)
    shapes = {
        "into": (size, HIDDEN),
        "into_bias": (HIDDEN,),
        "through": (HIDDEN, HIDDEN),
        "through_bias": (HIDDEN,),
        "out": (HIDDEN,),
    }
    layers = {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}
    for name in ("into", "through"):
        layers[name][:] = draw.standard_normal(shapes[name]) * math.sqrt(2 / shapes[name][0])
    layers["out"][:] = draw.standard_normal(HIDDEN) * 0.05
    first = {name: np.zeros_like(layer) for name, layer in layers.items()}
    second = {name: np.zeros_like(layer) for name, layer in layers.items()}
    told = np.flatnonzero(gold.any(1))
    steps = EPOCHS * math.ceil(len(told) / BATCH)
    done = 0
    for _ in range(EPOCHS):
        order = draw.permutation(told)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            gradient = _gradient(layers, standard(seen[batch], mean, spread), scores[batch], gold[batch], worth[batch])
            done += 1
            rate = RATE * (1 - done / (steps + 1))
            for name, slope in gradient.items():
                first[name] = 0.9 * first[name] + 0.1 * slope
                second[name] = 0.99 * second[name] + 0.01 * slope * slope
                step = (first[name] / (1 - 0.9**done)) / (np.sqrt(second[name] / (1 - 0.99**done)) + 1e-8)
                layers[name] = (layers[name] - rate * (step + DECAY * layers[name])).astype(np.float32)
    return {**layers, "mean": mean, "spread": spread}


def _gradient(layers: Mapping[str, Floats], seen: Floats, scores: Floats, gold: Bools, worth: Floats) -> dict[str, Floats]:
    import numpy as np

    flat = seen.reshape(-1, seen.shape[2])
    early = np.maximum(flat @ layers["into"] + layers["into_bias"], 0)
    late = np.maximum(early @ layers["through"] + layers["through_bias"], 0)
    total = scores + (late @ layers["out"]).reshape(scores.shape)
    chance = np.exp(total - total.max(1, keepdims=True))
    chance /= chance.sum(1, keepdims=True)
    right = np.where(gold, chance, 0)
    right /= right.sum(1, keepdims=True).clip(1e-12)
    error = ((chance - right) * (worth / len(worth))[:, None]).reshape(-1, 1).astype(np.float32)
    of_late = error * layers["out"] * (late > 0)
    of_early = of_late @ layers["through"].T * (early > 0)
    return {
        "into": flat.T @ of_early,
        "into_bias": of_early.sum(0),
        "through": early.T @ of_late,
        "through_bias": of_late.sum(0),
        "out": (late * error).sum(0),
    }
