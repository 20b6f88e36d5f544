"""
Training of the model that finds occupations from unseen job titles.

Two bags of learned features (`aijobkit.taxonomy.title_features`) and the meanings of words (`aijobkit.taxonomy.word_vectors`),
each with a softmax over O*NET-SOC codes, beside counts of word stems in titles and in sentences.  The bags learn from the
sentences, too, a few words at a time: what a task speaks of tells of titles that no release lists.  How much each signal
counts, and what a score is worth as a probability, is measured on titles that were held apart.  numpy only; the same input
gives the same bytes on one machine.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from aijobkit.taxonomy import four_bits
from aijobkit.taxonomy.second_look import Network, SecondLook, log_sum
from aijobkit.taxonomy.title_features import VIEWS, View, content_words, stem
from aijobkit.taxonomy.title_model import LEAST_WEIGHT, TitleModel, calibrate, fit_fusion, softmax
from aijobkit.taxonomy.title_sums import Meanings
from aijobkit.taxonomy.train_second_look import Unseen, count_ends, learn_network, score_unseen
from aijobkit.taxonomy.training_rows import bag_rows, frequent, take_rows
from aijobkit.taxonomy.word_vectors import embedded_word_vectors
from aijobkit.taxonomy.wording import key_of_words, title_variants, words_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

__all__ = ["train_title_model"]

# Settings of the training; chosen on held-out titles of splits other than those the benchmark reports.
DIMENSIONS = 96
EPOCHS = 7
BATCH = 256
RATE = 0.2
DROPOUT = 0.3
SEED = 20190
LEAST_COUNT = 2
KEPT_FEATURES = 0.8  # share that the file keeps, those learnt most of; of three splits one lost 0.3 points, two nothing
WINDOW, LEAST_WINDOW = 6, 3  # words of a sentence that are learnt as if they were a title, and how few may be left at its end
SENTENCE_WEIGHT = 0.5  # of such words, beside a title's 1
MEANING_EPOCHS, MEANING_RATE = 12, 0.5
PARTS = 3  # of the titles; each is scored by a model of the others
SHARES = 8  # of each part: one weighs the signals, too, and one says what a score is worth
BM25_K1, BM25_B_TITLES, BM25_B_TEXTS = 1.2, 0.3, 0.5
WEIGHT_CAP = 255
CALIBRATION_BINS = 24

Progress = Callable[[str, float], None]
Title = tuple[tuple[str, ...], int]
"""Content words and the place of a code."""


class Samples:
    """
    Titles as features and codes.

    Args:
        titles: Content words of each title with the place of its code, each pair once.
        families: Key of a title -> what it shares with other wordings of the same thing; they are held apart together.
    """

    def __init__(self, titles: Sequence[Title], families: Mapping[str, str]) -> None:
        import numpy as np

        self.keys = [key_of_words(words) for words, _ in titles]
        self.words = [words for words, _ in titles]
        self.codes = np.array([code for _, code in titles], dtype=np.int64)
        self.fold = np.array([zlib.crc32(families.get(key, key).encode()) % (PARTS * SHARES) for key in self.keys])


class Bag:
    """
    Mean of learned feature vectors, then a softmax over codes.

    Args:
        view: What is seen of a title.
        samples: Titles to learn from; features that fewer than `LEAST_COUNT` of them have are left out.
        sentences: Words of sentences to learn from, besides; they bring no feature of their own.
        classes: How many codes there are.
    """

    def __init__(self, view: View, samples: Samples, sentences: Sequence[Title], classes: int) -> None:
        import numpy as np

        self.view = view
        self.hashes = frequent(view, samples.words, LEAST_COUNT)
        self.rows = bag_rows(view, [*samples.words, *(words for words, _ in sentences)], self.hashes)
        self._codes = np.append(samples.codes, np.array([code for _, code in sentences], np.int64))
        self._worth = np.ones((len(self._codes), 1), np.float32)
        self._worth[len(samples.words) :] = SENTENCE_WEIGHT
        self._sentences = np.arange(len(samples.words), len(self._codes))
        self._classes = classes
        self.start()

    def start(self) -> None:
        """Forget everything learnt."""
        import numpy as np

        random = np.random.default_rng(SEED)
        self.vectors: Floats = (random.standard_normal((max(len(self.hashes), 1), DIMENSIONS)) * 0.05).astype(np.float32)
        self._vector_sum = np.full(len(self.vectors), 1e-2, np.float32)
        self.softmax = Softmax(DIMENSIONS, self._classes)
        self._random = random

    def learn(self, chosen: Ints, tell: Callable[[float], None]) -> None:
        """Run `EPOCHS` over the *chosen* titles and all sentences with a rate that falls to nothing (Adagrad)."""
        import numpy as np

        chosen = np.append(chosen, self._sentences)
        for batch, rate, share in _batches(len(chosen), EPOCHS, RATE, self._random):
            self._step(chosen[batch], rate)
            tell(share)

    def _step(self, batch: Ints, rate: float) -> None:
        import numpy as np

        features, weights, offsets = take_rows(self.rows, batch)
        weights = weights * (self._random.random(len(weights), dtype=np.float32) > DROPOUT)
        sizes = np.diff(offsets)
        total = np.maximum(np.add.reduceat(weights, offsets[:-1]), LEAST_WEIGHT)
        weights = weights / np.repeat(total, sizes)
        hidden = np.add.reduceat(self.vectors[features] * weights[:, None], offsets[:-1], axis=0)
        back = self.softmax.step(hidden, self._codes[batch], self._worth[batch], rate)
        order = np.argsort(features, kind="stable")
        ordered = features[order]
        starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
        owner = np.repeat(np.arange(len(batch)), sizes)[order]
        update = np.add.reduceat(back[owner] * weights[order][:, None], starts, axis=0)
        touched = ordered[starts]
        self._vector_sum[touched] += np.einsum("ij,ij->i", update, update)
        self.vectors[touched] -= (rate * math.sqrt(DIMENSIONS) / np.sqrt(self._vector_sum[touched]))[:, None] * update

    def content(self) -> dict[str, Any]:
        """Return what the model file keeps."""
        import numpy as np

        # Short vectors hardly move any sum.
        lengths = np.linalg.norm(self.vectors, axis=1)
        kept = np.sort(np.argsort(-lengths, kind="stable")[: math.ceil(len(lengths) * KEPT_FEATURES)])
        vectors, step = four_bits.quantise(self.vectors[kept])
        return {"hashes": self.hashes[kept], "vectors": vectors, "step": step, **self.softmax.content()}


class Softmax:
    """
    A linear layer with a softmax over codes, learnt by Adagrad.

    Args:
        size: Numbers that come in.
        classes: How many codes there are.
    """

    def __init__(self, size: int, classes: int) -> None:
        import numpy as np

        self._output: Floats = np.zeros((size, classes), np.float32)
        self._bias: Floats = np.zeros(classes, np.float32)
        self._output_sum = np.full_like(self._output, 1e-2)
        self._bias_sum = np.full_like(self._bias, 1e-2)

    def step(self, hidden: Floats, codes: Ints, worth: Floats | float, rate: float) -> Floats:
        """Learn from one batch; return the gradient of what came in."""
        import numpy as np

        error = softmax(hidden @ self._output + self._bias)
        error[np.arange(len(codes)), codes] -= 1
        error *= worth
        back: Floats = error @ self._output.T
        gradient = hidden.T @ error
        self._output_sum += gradient * gradient
        self._output -= rate * gradient / np.sqrt(self._output_sum)
        bias = error.sum(0)
        self._bias_sum += bias * bias
        self._bias -= rate * bias / np.sqrt(self._bias_sum)
        return back

    def content(self) -> dict[str, Any]:
        """Return what the model file keeps."""
        import numpy as np

        return {"output": self._output.astype(np.float16), "bias": self._bias.astype(np.float16)}


def _batches(count: int, epochs: int, rate: float, random: np.random.Generator) -> Iterator[tuple[Ints, float, float]]:
    """Yield places, a rate that falls to nothing, and the share done, over *epochs* orders of *count* samples."""
    steps = epochs * math.ceil(count / BATCH)
    done = 0
    for _ in range(epochs):
        order = random.permutation(count)
        for start in range(0, count, BATCH):
            yield order[start : start + BATCH], rate * (1 - done / steps), (done + 1) / steps
            done += 1


def _learn_meanings(rows: Floats, codes: Ints, classes: int) -> dict[str, Any]:
    """Return a softmax over *codes* from the meanings of titles."""
    import numpy as np

    layer = Softmax(rows.shape[1], classes)
    for batch, rate, _ in _batches(len(rows), MEANING_EPOCHS, MEANING_RATE, np.random.default_rng(SEED)):
        layer.step(rows[batch], codes[batch], 1.0, rate)
    return layer.content()


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
    sentences = _sentences(texts, place)
    bags = [Bag(view, samples, sentences, len(codes)) for view in VIEWS]
    vocabulary = {word: at for at, word in enumerate(sorted({stem(word) for words in samples.words for word in words}))}
    known = _known_words(samples)
    counts = np.zeros(len(vocabulary), np.int64)
    for word, count, _ in known:
        counts[vocabulary[stem(word)]] += count
    vectors = embedded_word_vectors()
    meanings = Meanings(vectors).rows(samples.words)
    content: dict[str, Any] = {
        "codes": np.array(codes),
        "vocabulary": np.array("\n".join(vocabulary)),
        "counts": counts.astype(np.uint32),
        "text": bm25(_text_counts(texts, soc_place), BM25_B_TEXTS, vocabulary),
        "employment": np.array([employment.get(code, 0.0) for code in socs], np.float32),
        "words": np.array("\n".join(f"{word} {count} {int(is_last)}" for word, count, is_last in known)),
        "words_digest": np.array(vectors.digest, np.int64),
    }

    def learn(chosen: Ints, start: float) -> TitleModel:
        """Return a model of the *chosen* titles; signals are not weighed yet."""
        for number, bag in enumerate(bags):
            bag.start()
            bag.learn(chosen, _part(tell, start + 0.1 * number, 0.1))
            content[bag.view.name] = bag.content()
        content["meaning"] = _learn_meanings(meanings[chosen], samples.codes[chosen], len(codes))
        content["title"] = bm25(_counts(samples, soc, chosen, len(socs)), BM25_B_TITLES, vocabulary)
        content["prior"] = np.bincount(soc[samples.codes[chosen]], minlength=len(socs)).astype(np.float32)
        return TitleModel(content, vectors)

    gold = _gold(samples, soc, len(socs))
    unseen = []
    for part in range(PARTS):
        chosen = everything[samples.fold % PARTS != part]
        model = learn(chosen, 0.02 + 0.22 * part)
        look = SecondLook(_ends(samples, soc, chosen, vocabulary), counts, content["prior"])
        keys = _held_keys(samples, part)
        unseen.append(score_unseen(model, keys, np.stack([gold[words] for words, _ in keys]), look))
    tell("weighing of signals", 0.68)
    share = np.concatenate([_shares(samples, part) for part in range(PARTS)])
    weights, network, curve = _weigh(unseen, share)
    # The model itself learns all titles.
    final = learn(everything, 0.76)
    tell("title model", 0.98)
    look_content = {**_ends(samples, soc, everything, vocabulary), **network}
    return write_model(final.content | {"weights": weights, "look": look_content, "curve": curve})


def _weigh(unseen: Sequence[Unseen], share: Ints) -> tuple[Floats, dict[str, Any], Floats]:
    """Return the weights of the signals, the network of the second look, and what a score is worth."""
    import numpy as np

    signals, gold, sizes = (
        np.concatenate(tables) for tables in zip(*((part.signals, part.gold, part.sizes) for part in unseen), strict=True)
    )
    some = share == 1
    weights = fit_fusion(signals[some], gold[some], sizes[some])
    del signals
    best, scores, seen = (np.concatenate(tables) for tables in zip(*(part.seen(weights) for part in unseen), strict=True))
    right = np.take_along_axis(gold, best, 1)
    worth = np.sqrt((gold / sizes.clip(1)).sum(1) / gold.sum(1).clip(1))
    learnt = share != 0
    worth = (worth / worth[learnt & right.any(1)].mean()).astype(np.float32)
    network = learn_network(seen[learnt], scores[learnt], right[learnt], worth[learnt])
    # One share of every part has served for nothing yet.
    others = np.concatenate([log_sum(part.totals(weights)) for part in unseen])[~learnt]
    changed = scores[~learnt] + Network(network)(seen[~learnt])
    changed += log_sum(scores[~learnt]) - log_sum(changed)
    first = changed.argmax(1)[:, None]
    chance = np.exp(np.take_along_axis(changed, first, 1) - others)[:, 0]
    curve = calibrate(chance.astype(float), np.take_along_axis(right[~learnt], first, 1)[:, 0], CALIBRATION_BINS)
    return weights, network, curve


def _ends(samples: Samples, soc: Ints, chosen: Ints, vocabulary: Mapping[str, int]) -> dict[str, Any]:
    """Count the first and last words of the chosen titles; a title listed under several codes of a group counts once."""
    titles = {(samples.keys[at], int(soc[samples.codes[at]])): samples.words[at] for at in chosen[::-1].tolist()}
    return count_ends(((words, group) for (_, group), words in titles.items()), vocabulary)


def _sentences(texts: Mapping[str, Sequence[str]], place: Mapping[str, int]) -> list[Title]:
    """Cut the sentences of each code into pieces as long as titles."""
    found: list[Title] = []
    for code in sorted(texts.keys() & place.keys()):
        for sentence in texts[code]:
            words = content_words(words_of(sentence))
            pieces = [tuple(words[start : start + WINDOW]) for start in range(0, len(words), WINDOW)]
            found += [(piece, place[code]) for piece in pieces if len(piece) >= LEAST_WINDOW]
    return found


def _text_counts(texts: Mapping[str, Sequence[str]], soc_place: Mapping[str, int]) -> list[Counter[str]]:
    """Stems of the sentences about each SOC group."""
    counts: list[Counter[str]] = [Counter() for _ in soc_place]
    for code in sorted(texts):
        if code[:7] in soc_place:
            for sentence in texts[code]:
                counts[soc_place[code[:7]]].update(stem(word) for word in content_words(words_of(sentence)))
    return counts


def _part(tell: Progress, start: float, size: float) -> Callable[[float], None]:
    """Report a share of one part as a share of the whole."""
    return lambda share: tell("title model", start + size * share)


def _known_words(samples: Samples) -> list[tuple[str, int, bool]]:
    """Words of titles, how many titles have them, and whether one ends in them."""
    counts = Counter(word for words in samples.words for word in set(words))
    heads = {words[-1] for words in samples.words}
    return [(word, count, word in heads) for word, count in sorted(counts.items())]


def _first_places(samples: Samples, part: int) -> list[int]:
    """Where the titles of a part come first, by key."""
    first: dict[str, int] = {}
    for at in (samples.fold % PARTS == part).nonzero()[0].tolist():
        first.setdefault(samples.keys[at], at)
    return [first[key] for key in sorted(first)]


def _held_keys(samples: Samples, part: int) -> list[tuple[tuple[str, ...], int]]:
    """Words of the titles of a part, and under how many codes each is listed."""
    often = Counter(samples.keys)
    return [(samples.words[at], often[samples.keys[at]]) for at in _first_places(samples, part)]


def _shares(samples: Samples, part: int) -> Ints:
    """Which share of its part each of the titles of `_held_keys` is in."""
    found: Ints = samples.fold[_first_places(samples, part)] // PARTS
    return found


def _gold(samples: Samples, soc: Ints, groups: int) -> dict[tuple[str, ...], NDArray[np.bool_]]:
    """Which SOC groups are right for a title: all under which its key is listed."""
    import numpy as np

    by_key: dict[str, NDArray[np.bool_]] = {}
    for key, code in zip(samples.keys, samples.codes.tolist(), strict=True):
        by_key.setdefault(key, np.zeros(groups, np.bool_))[soc[code]] = True
    return {words: by_key[key] for words, key in zip(samples.words, samples.keys, strict=True)}


def write_model(content: Mapping[str, Any]) -> bytes:
    """Write nested arrays as one file; vectors in four bits, hashes by how far they are apart."""
    pack: dict[str, Callable[[Any], Any]] = {"vectors": four_bits.pack, "hashes": four_bits.part_rising}
    flat: dict[str, Any] = {}
    for name, value in content.items():
        for part, inner in value.items() if isinstance(value, Mapping) else [("", value)]:
            flat[f"{name}.{part}" if part else name] = pack[part](inner) if part in pack else inner
    return four_bits.write_arrays(flat)
