"""
Makes the table of word vectors that aijobkit itself carries (``catalogue/word_vectors.npz``).

The words are those of the official texts that a taxonomy is built from, and all whole words of the model's own vocabulary.
Their vectors are learnt so that the mean over the words of a phrase comes near to what the model says of the whole phrase, in
its main directions; where the phrases say little of a word, its vector stays near to what the model says of the word alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from aijobkit.taxonomy.word_vectors import SIZE, write_word_vectors
from aijobkit.taxonomy.wording import words_of
from aijobkit_minilm.phrases import Phrase, read_columns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from aijobkit_minilm.encoder import Encoder

    Floats = NDArray[np.float32]

__all__ = ["build_word_vectors", "main_words", "read_texts", "read_vocabulary"]

_COLUMNS = ("Title", "Alternate Title", "Reported Job Title", "Description", "Task", "Commodity Title", "Example", "DWA Title")
_WORD = re.compile(r"[a-z]{3,}")

PULL = 0.1
"""How strongly a vector is held to its word alone, in phrases of one word (assumption; 0.03 and 0.3 are as good)."""
ROUNDS = 40
"""Steps of the conjugate gradients (assumption)."""


def read_texts(onet: Path, others: Iterable[Path] = ()) -> Iterator[str]:
    """Yield titles and sentences of an O*NET zip, and the lines of other files."""
    yield from read_columns(onet, _COLUMNS)
    for path in others:
        yield from path.read_text("utf-8-sig").splitlines()


def read_vocabulary(model: Path) -> list[str]:
    """Return the whole words of a model's ``vocab.txt``."""
    return [word for word in (model / "vocab.txt").read_text("utf-8").splitlines() if _WORD.fullmatch(word)]


def main_words(texts: Iterable[str]) -> list[str]:
    """Return the words of texts, sorted; numbers are left out."""
    return sorted({word for text in texts for word in words_of(text) if not word.isdigit()})


def build_word_vectors(encoder: Encoder, words: Iterable[str], vocabulary: Iterable[str], phrases: Sequence[Phrase]) -> bytes:
    """
    Return the bytes of the table.

    Args:
        encoder: Embeds words and phrases.
        words: Words to keep.
        vocabulary: More words to keep, where they are one word in the normal form of titles.
        phrases: What the vectors are learnt from.
    """
    import numpy as np

    kept = sorted({*words, *(word for text in vocabulary if len(found := words_of(text)) == 1 for word in found)})
    alone, whole = encoder.encode(kept), encoder.encode([" ".join(phrase) for phrase in phrases])
    centre = whole.mean(0)
    _, _, directions = np.linalg.svd(whole - centre, full_matrices=False)
    main = directions[:SIZE].T
    place = {word: at for at, word in enumerate(kept)}
    known = [[place[word] for word in phrase if word in place] for phrase in phrases]
    told = np.array([bool(places) for places in known])
    vectors = _learn([places for places in known if places], (whole[told] - centre) @ main, (alone - alone.mean(0)) @ main)
    return write_word_vectors(kept, vectors)


def _learn(phrases: Sequence[Sequence[int]], wanted: Floats, start: Floats) -> Floats:
    """Return vectors whose mean over each of *phrases* is near to what is *wanted*: a ridge towards *start*, scaled."""
    import numpy as np

    sizes = np.array([len(places) for places in phrases])
    at = np.array([place for places in phrases for place in places])
    starts = np.cumsum(sizes) - sizes
    owner = np.repeat(np.arange(len(sizes)), sizes)
    share = (1 / sizes[owner]).astype(np.float32)[:, None]
    order = np.argsort(at, kind="stable")
    firsts = np.flatnonzero(np.diff(at[order], prepend=-1))
    touched, owner_, share_ = at[order][firsts], owner[order], share[order]

    def means(vectors: Floats) -> Floats:
        found: Floats = np.add.reduceat(vectors[at] * share, starts, axis=0)
        return found

    def back(errors: Floats) -> Floats:
        found = np.zeros_like(start)
        found[touched] = np.add.reduceat(errors[owner_] * share_, firsts, axis=0)
        return found

    plain = means(start)
    start = start * np.float32((plain * wanted).sum() / np.square(plain).sum())
    change = np.zeros_like(start)
    left = back(wanted - means(start))
    way, size = left, np.square(left).sum(0)
    for _ in range(ROUNDS):
        pushed = back(means(way)) + np.float32(PULL) * way
        step = size / (way * pushed).sum(0).clip(1e-12)
        change = change + step * way
        left = left - step * pushed
        size, before = np.square(left).sum(0), size
        way = left + size / before.clip(1e-12) * way
    result: Floats = start + change
    return result
