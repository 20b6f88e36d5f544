"""
What English words mean, as short vectors: words of like meaning lie near each other, also those that no O*NET title has.

The table ``catalogue/word_vectors.npz`` holds figures derived from a public sentence-embedding model (see ``NOTICE``): vectors
of words whose mean comes near to what that model says of a whole phrase, in its `SIZE` main directions.  It was made once, by
``python -m aijobkit_minilm words`` of ``examples/aijobkit-minilm``; to build or to use a taxonomy takes nothing of that model.
Needs numpy.
"""

from __future__ import annotations

import functools
import pkgutil
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from aijobkit.taxonomy import four_bits

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

__all__ = ["SIZE", "WordVectors", "embedded_word_vectors", "write_word_vectors"]

SIZE = 96
"""Numbers of a vector."""


class WordVectors:
    """
    A table of word vectors.

    Args:
        raw: The bytes that `write_word_vectors` made.
    """

    def __init__(self, raw: bytes) -> None:
        import numpy as np

        arrays = four_bits.read_arrays(raw)
        self.place = {word: place for place, word in enumerate(str(arrays["words"]).split("\n"))}
        self.vectors = four_bits.unpack(arrays["vectors"])
        self.step: Floats = arrays["step"].astype(np.float32)
        self.digest = zlib.crc32(raw)
        """Tells two tables apart: a model that was trained with another one must not be used."""


def write_word_vectors(words: Sequence[str], vectors: Floats) -> bytes:
    """
    Return the bytes of a table.

    Args:
        words: Words in the normal form of titles, sorted, each once.
        vectors: One row of `SIZE` numbers for each.
    """
    import numpy as np

    steps, size = four_bits.quantise(vectors)
    return four_bits.write_arrays({"words": np.array("\n".join(words)), "vectors": four_bits.pack(steps), "step": size})


@functools.cache
def embedded_word_vectors() -> WordVectors:
    """Return the table that the package carries."""
    return WordVectors(pkgutil.get_data("aijobkit.taxonomy", "catalogue/word_vectors.npz") or b"")
