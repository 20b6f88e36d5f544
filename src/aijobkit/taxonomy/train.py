"""
Training of the model that finds occupations from unseen job titles.

Two bags of learned features (`aijobkit.taxonomy.title_features`), each with a softmax over O*NET-SOC codes, beside counts of
word stems in titles and in sentences.  How much each signal counts, and what a score is worth as a probability, is measured
on titles that were held apart.  numpy only; the same input gives the same bytes on one machine.
"""

from __future__ import annotations

import io
import math
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from aijobkit.taxonomy.title_features import VIEWS, FeatureIndex, View, content_words, stem
from aijobkit.taxonomy.title_model import TitleModel, bag_rows, calibrate, fit_fusion, softmax
from aijobkit.taxonomy.wording import key_of_words, title_variants, words_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Rows = tuple[NDArray[np.int32], Floats, Ints]

__all__ = ["train_title_model"]

# Settings of the training; chosen on held-out titles of splits other than those the benchmark reports.
DIMENSIONS = 96
EPOCHS = 7
BATCH = 256
RATE = 0.2
DROPOUT = 0.3
SEED = 20190
LEAST_COUNT = 2
LEVELS = 7  # of each sign: features are kept in 4 bits
HOLD_OUT = 12  # one key in twelve
BM25_K1, BM25_B_TITLES, BM25_B_TEXTS = 1.2, 0.3, 0.5
WEIGHT_CAP = 255
CALIBRATION_BINS = 24

Progress = Callable[[str, float], None]


class Samples:
    """
    Titles as features and codes.

    Args:
        titles: Content words of each title with the place of its code, each pair once.
        families: Key of a title -> what it shares with other wordings of the same thing; they are held apart together.
    """

    def __init__(self, titles: Sequence[tuple[tuple[str, ...], int]], families: Mapping[str, str]) -> None:
        import numpy as np

        self.keys = [key_of_words(words) for words, _ in titles]
        self.words = [words for words, _ in titles]
        self.codes = np.array([code for _, code in titles], dtype=np.int64)
        self.fold = np.array([zlib.crc32(families.get(key, key).encode()) % (2 * HOLD_OUT) for key in self.keys])


class Bag:
    """
    Mean of learned feature vectors, then a softmax over codes.

    Args:
        view: What is seen of a title.
        samples: Titles to learn from; features that occur less than `LEAST_COUNT` times are left out.
        classes: How many codes there are.
    """

    def __init__(self, view: View, samples: Samples, classes: int) -> None:

        self.view = view
        hashes = FeatureIndex(view, None)
        seen = Counter(feature for words in samples.words for feature in set(hashes(words)[0]))
        self.hashes = sorted(feature for feature, count in seen.items() if count >= LEAST_COUNT)
        place = {feature: place for place, feature in enumerate(self.hashes)}
        self.rows = bag_rows(FeatureIndex(view, place), samples.words)
        self._classes = classes
        self.start()

    def start(self) -> None:
        """Forget everything learnt."""
        import numpy as np

        random = np.random.default_rng(SEED)
        self.vectors: Floats = (random.standard_normal((max(len(self.hashes), 1), DIMENSIONS)) * 0.05).astype(np.float32)
        self.output: Floats = np.zeros((DIMENSIONS, self._classes), np.float32)
        self.bias: Floats = np.zeros(self._classes, np.float32)
        self._vector_sum = np.full(len(self.vectors), 1e-2, np.float32)
        self._output_sum = np.full_like(self.output, 1e-2)
        self._bias_sum = np.full_like(self.bias, 1e-2)
        self._random = random

    def learn(self, codes: Ints, chosen: Ints, tell: Callable[[float], None]) -> None:
        """Run `EPOCHS` over the *chosen* samples with a rate that falls to nothing (Adagrad)."""
        steps = EPOCHS * math.ceil(len(chosen) / BATCH)
        done = 0
        for _ in range(EPOCHS):
            order = self._random.permutation(chosen)
            for start in range(0, len(order), BATCH):
                batch = order[start : start + BATCH]
                self._step(batch, codes[batch], RATE * (1 - done / steps))
                done += 1
                if done % 32 == 0:
                    tell(done / steps)
        tell(1.0)

    def _step(self, batch: Ints, codes: Ints, rate: float) -> None:
        import numpy as np

        features, weights, offsets = take_rows(self.rows, batch)
        weights = weights * (self._random.random(len(weights), dtype=np.float32) > DROPOUT)
        sizes = np.diff(offsets)
        total = np.maximum(np.add.reduceat(weights, offsets[:-1]), 0.3)
        weights = weights / np.repeat(total, sizes)
        hidden = np.add.reduceat(self.vectors[features] * weights[:, None], offsets[:-1], axis=0)
        error = softmax(hidden @ self.output + self.bias)
        error[np.arange(len(batch)), codes] -= 1
        back = error @ self.output.T
        gradient = hidden.T @ error
        self._output_sum += gradient * gradient
        self.output -= rate * gradient / np.sqrt(self._output_sum)
        bias = error.sum(0)
        self._bias_sum += bias * bias
        self.bias -= rate * bias / np.sqrt(self._bias_sum)
        order = np.argsort(features, kind="stable")
        ordered = features[order]
        starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
        owner = np.repeat(np.arange(len(batch)), sizes)[order]
        update = np.add.reduceat(back[owner] * weights[order][:, None], starts, axis=0)
        touched = ordered[starts]
        self._vector_sum[touched] += np.einsum("ij,ij->i", update, update)
        self.vectors[touched] -= (rate * math.sqrt(DIMENSIONS) / np.sqrt(self._vector_sum[touched]))[:, None] * update

    def quantised(self) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
        """Return the vectors in `LEVELS` steps of each sign, and the size of a step per feature."""
        import numpy as np

        step = (np.abs(self.vectors).max(1) / LEVELS).clip(1e-6).astype(np.float16)
        return np.rint(self.vectors / step.astype(np.float32)[:, None]).clip(-LEVELS, LEVELS).astype(np.int8), step


def take_rows(rows: Rows, chosen: Ints) -> Rows:
    """Return some titles of `bag_rows`."""
    import numpy as np

    features, weights, offsets = rows
    sizes = offsets[chosen + 1] - offsets[chosen]
    starts = np.zeros(len(chosen) + 1, np.int64)
    np.cumsum(sizes, out=starts[1:])
    at = np.repeat(offsets[chosen] - starts[:-1], sizes) + np.arange(starts[-1])
    return features[at], weights[at], starts


def bm25(documents: Sequence[Counter[str]], b: float, vocabulary: Mapping[str, int]) -> dict[str, Any]:
    """
    Return what each stem adds to each document's score, by Okapi BM25, as sparse rows.

    Args:
        documents: Counts of stems, one per document.
        b: How much long documents are held back, in [0, 1].
        vocabulary: Stem -> row.

    Returns:
        ``offsets`` by row, ``codes`` (documents) and ``weights`` in steps of ``step``.
    """
    import numpy as np

    found: list[list[tuple[int, float]]] = [[] for _ in vocabulary]
    lengths = [sum(document.values()) for document in documents]
    mean = max(sum(lengths) / max(len(lengths), 1), 1.0)
    spread = Counter(word for document in documents for word in document)
    for code, document in enumerate(documents):
        norm = BM25_K1 * (1 - b + b * lengths[code] / mean)
        for word in sorted(document.keys() & vocabulary.keys()):
            rarity = math.log(1 + (len(documents) - spread[word] + 0.5) / (spread[word] + 0.5))
            found[vocabulary[word]].append((code, rarity * document[word] * (BM25_K1 + 1) / (document[word] + norm)))
    weights = np.array([weight for row in found for _, weight in row], np.float32)
    step = float(weights.max(initial=1e-6)) / WEIGHT_CAP
    return {
        "offsets": np.cumsum([0, *map(len, found)]).astype(np.int32),
        "codes": np.array([code for row in found for code, _ in row], np.uint16),
        "weights": np.rint(weights / step).astype(np.uint8),
        "step": np.float32(step),
    }


def _samples(titles: Iterable[tuple[str, str]], place: Mapping[str, int]) -> Samples:
    found: set[tuple[tuple[str, ...], int]] = set()
    families: dict[str, str] = {}
    for title, code in sorted(titles):
        wordings = title_variants(title)
        parts = [tuple(content_words(words_of(wording))) for wording in wordings[1:] or wordings]
        found.update((words, place[code]) for words in parts if words)
        keys = [key_of_words(words) for words in parts if words]
        # "X (Y)" is held apart with every other title that is X or Y.
        shared = min((families.get(key, key) for key in keys), default="")
        for key in keys:
            families[key] = shared
    return Samples(sorted(found), families)


def _counts(samples: Samples, soc: Ints, chosen: Ints, groups: int) -> list[Counter[str]]:
    """Stems of the chosen titles by SOC group; a title listed under several codes of a group counts once."""
    counts: list[Counter[str]] = [Counter() for _ in range(groups)]
    for words, group in sorted({(samples.words[at], int(soc[samples.codes[at]])) for at in chosen.tolist()}):
        counts[group].update(stem(word) for word in words)
    return counts


def train_title_model(
    titles: Sequence[tuple[str, str]],
    texts: Mapping[str, Sequence[str]],
    employment: Mapping[str, float],
    *,
    progress: Progress | None = None,
) -> bytes:
    """
    Train the model that ranks occupations for titles it has never seen.

    Args:
        titles: Title and O*NET-SOC code: all titles of the release and everyday titles of the catalogue.
        texts: O*NET-SOC code -> sentences about it.  They are counted, never kept.
        employment: SOC code of six digits -> number of employees; orders ties.
        progress: Called with the stage and the share done, in [0, 1], rising.

    Returns:
        The content of ``title_model.npz``; empty when there are too few titles to learn from.
    """
    import numpy as np

    tell = progress or (lambda _stage, _share: None)
    codes = sorted({code for _, code in titles})
    socs = sorted({code[:7] for code in codes})
    place = {code: at for at, code in enumerate(codes)}
    soc_place = {code: at for at, code in enumerate(socs)}
    soc = np.array([soc_place[code[:7]] for code in codes], np.int64)
    samples = _samples(titles, place)
    if len(codes) < 2 or len(samples.words) < 2 * len(codes):
        return b""
    tell("title features", 0.0)
    everything = np.arange(len(samples.words))
    held = samples.fold < 2
    learnt = everything[~held]
    bags = [Bag(view, samples, len(codes)) for view in VIEWS]
    for number, bag in enumerate(bags):
        bag.learn(samples.codes, learnt, _part(tell, 0.04 + 0.22 * number, 0.22))
    vocabulary = {word: at for at, word in enumerate(sorted({stem(word) for words in samples.words for word in words}))}
    text_counts: list[Counter[str]] = [Counter() for _ in socs]
    for code in sorted(texts):
        if code[:7] in soc_place:
            for sentence in texts[code]:
                text_counts[soc_place[code[:7]]].update(stem(word) for word in content_words(words_of(sentence)))
    content: dict[str, Any] = {
        "codes": np.array(codes),
        "vocabulary": np.array("\n".join(vocabulary)),
        "text": bm25(text_counts, BM25_B_TEXTS, vocabulary),
        "employment": np.array([employment.get(code, 0.0) for code in socs], np.float32),
        "words": _known_words(samples),
    }

    def model(chosen: Ints, **fitted: Any) -> TitleModel:
        content["title"] = bm25(_counts(samples, soc, chosen, len(socs)), BM25_B_TITLES, vocabulary)
        content["prior"] = np.bincount(soc[samples.codes[chosen]], minlength=len(socs)).astype(np.float32)
        for bag in bags:
            vectors, step = bag.quantised()
            content[bag.view.name] = {
                "hashes": np.array(bag.hashes, np.uint32),
                "vectors": vectors,
                "step": step,
                "output": bag.output.astype(np.float16),
                "bias": bag.bias.astype(np.float16),
            }
        return TitleModel(content | fitted)

    tell("weighing of signals", 0.48)
    trial = model(learnt)
    # One half of what was held apart weighs the signals, the other half says what a score is worth.
    gold = _gold(samples, soc, len(socs))
    keys = [_held_keys(samples, fold) for fold in (0, 1)]
    weights = fit_fusion(trial.signals(keys[0]), np.stack([gold[words] for words in keys[0]]))
    trial = model(learnt, weights=weights)
    curve = calibrate(trial, keys[1], [gold[words] for words in keys[1]], CALIBRATION_BINS)
    # What was held apart is learnt, too, now that it has served.
    for number, bag in enumerate(bags):
        bag.start()
        bag.learn(samples.codes, everything, _part(tell, 0.54 + 0.22 * number, 0.22))
    tell("title model", 0.98)
    return write_model(model(everything).content | {"weights": weights, "curve": curve})


def _part(tell: Progress, start: float, size: float) -> Callable[[float], None]:
    """Report a share of one part as a share of the whole."""
    return lambda share: tell("title model", start + size * share)


def _known_words(samples: Samples) -> Any:
    """Words of titles, how many titles have them, and whether one ends in them, as lines of text."""
    import numpy as np

    counts = Counter(word for words in samples.words for word in set(words))
    heads = {words[-1] for words in samples.words}
    return np.array("\n".join(f"{word} {count} {int(word in heads)}" for word, count in sorted(counts.items())))


def _held_keys(samples: Samples, fold: int) -> list[tuple[str, ...]]:
    first: dict[str, tuple[str, ...]] = {}
    for at in (samples.fold == fold).nonzero()[0].tolist():
        first.setdefault(samples.keys[at], samples.words[at])
    return [first[key] for key in sorted(first)]


def _gold(samples: Samples, soc: Ints, groups: int) -> dict[tuple[str, ...], NDArray[np.bool_]]:
    """Which SOC groups are right for a title: all under which its key is listed."""
    import numpy as np

    by_key: dict[str, NDArray[np.bool_]] = {}
    for key, code in zip(samples.keys, samples.codes.tolist(), strict=True):
        by_key.setdefault(key, np.zeros(groups, np.bool_))[soc[code]] = True
    return {words: by_key[key] for words, key in zip(samples.words, samples.keys, strict=True)}


def write_model(content: Mapping[str, Any]) -> bytes:
    """Write nested arrays as an ``npz`` whose bytes depend on nothing but them (no time stamps)."""
    import numpy as np

    flat: dict[str, Any] = {}
    for name, value in content.items():
        if isinstance(value, Mapping):
            flat |= {f"{name}.{part}": inner for part, inner in value.items()}
        else:
            flat[name] = value
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(flat):
            array = np.asarray(flat[name])
            if name.endswith(".vectors"):
                low, high = (array[:, 0::2] + 8).astype(np.uint8), (array[:, 1::2] + 8).astype(np.uint8)
                array = low | (high << 4)
            raw = io.BytesIO()
            np.lib.format.write_array(raw, np.asarray(array, order="C"), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), raw.getvalue(), zipfile.ZIP_DEFLATED, 9)
    return target.getvalue()
