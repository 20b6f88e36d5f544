"""
Makes the table of word vectors that aijobkit itself carries (``catalogue/word_vectors.npz``).

Each word alone is embedded: the words of the official texts that a taxonomy is built from, and all whole words of the model's
own vocabulary.  The main directions of the former are kept.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from aijobkit.taxonomy.word_vectors import SIZE, write_word_vectors
from aijobkit.taxonomy.wording import words_of

if TYPE_CHECKING:
    from aijobkit_minilm.encoder import Encoder

__all__ = ["build_word_vectors", "read_texts", "read_vocabulary"]

_COLUMNS = ("Title", "Alternate Title", "Reported Job Title", "Description", "Task", "Commodity Title", "Example", "DWA Title")
_WORD = re.compile(r"[a-z]{3,}")


def read_texts(onet: Path, others: Iterable[Path] = ()) -> Iterator[str]:
    """Yield titles and sentences of an O*NET zip, and the lines of other files."""
    with zipfile.ZipFile(onet) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".txt"):
                text = archive.read(name).decode("utf-8-sig")
                for row in csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE):
                    yield from (row[column] for column in _COLUMNS if row.get(column))
    for path in others:
        yield from path.read_text("utf-8-sig").splitlines()


def read_vocabulary(model: Path) -> list[str]:
    """Return the whole words of a model's ``vocab.txt``."""
    return [word for word in (model / "vocab.txt").read_text("utf-8").splitlines() if _WORD.fullmatch(word)]


def build_word_vectors(encoder: Encoder, texts: Iterable[str], vocabulary: Iterable[str]) -> bytes:
    """
    Return the bytes of the table.

    Args:
        encoder: Embeds words.
        texts: Texts whose words are kept and give the main directions.
        vocabulary: More words to keep.
    """
    import numpy as np

    main = {word for text in texts for word in words_of(text) if not word.isdigit()}
    more = {word for text in vocabulary if len(found := words_of(text)) == 1 for word in found}
    words = sorted(main | more)
    vectors = encoder.encode(words)
    is_main = np.array([word in main for word in words])
    centre = vectors[is_main].mean(0)
    _, _, directions = np.linalg.svd(vectors[is_main] - centre, full_matrices=False)
    return write_word_vectors(words, (vectors - centre) @ directions[:SIZE].T)
