"""
Similarity of roles by what they do: tasks and work activities.

Reads sentences and returns figures: no word of a sentence leaves this room.  numpy only, imported inside the functions.
"""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

__all__ = ["cosine", "pack_triangle", "tfidf", "words"]

# Function words, the boilerplate of residual occupations, and the words with which task lists refer to anything and anybody
# (assumption: they tell no role from another).
_STOP_TEXT = """
a about above across after against all along also among an and any appropriate are around as assigned associated
at be been before being below between both but by can concerning could do does during each either etc for from
full further had has have having how if in including into is it its like listed made make may more most must
necessary needed no nor not occupation occupations of off on once one only or other others our out over own
particular per proper properly related relating required same separately several should so some specific specified
such than that the their them then there these they this those through to together too toward under until up upon
use used using various very was were what when where whether which while who whom whose will with within without
would you
"""
STOP_WORDS = frozenset(_STOP_TEXT.split())


def words(text: str) -> list[str]:
    """
    Return the telling words of *text*, lower case, plurals cut to their singular.

    >>> words("Analyze the data of studies, and write reports.")
    ['analyze', 'data', 'study', 'write', 'report']
    """
    return [_singular(word) for word in re.findall(r"[a-z]{2,}", text.lower()) if word not in STOP_WORDS]


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def tfidf(documents: Sequence[Mapping[str, float]], *, least: int = 2) -> Matrix:
    """
    Return unit rows of sublinear term frequency times inverse document frequency.

    Args:
        documents: Counts of terms, one mapping per document.
        least: Terms that fewer documents have are left out, since they join no two documents; 1 keeps all.

    Returns:
        One row per document, one column per term in alphabetical order; a document without terms is a row of zeros.
    """
    import numpy as np

    frequency = Counter(term for document in documents for term in document)
    terms = {term: place for place, term in enumerate(sorted(term for term, n in frequency.items() if n >= least))}
    matrix = np.zeros((len(documents), max(len(terms), 1)))
    for row, document in enumerate(documents):
        for term, count in document.items():
            place = terms.get(term)
            if place is not None:
                matrix[row, place] = 1.0 + np.log(count)
    spread = np.count_nonzero(matrix, axis=0)
    matrix *= np.log((1.0 + len(documents)) / (1.0 + spread)) + 1.0
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    return matrix / np.where(length > 0, length, 1.0)


def cosine(rows: Matrix) -> Matrix:
    """Return the cosine of all pairs of unit *rows*, in [0, 1], symmetric, 1 on the diagonal of rows that are not zero."""
    import numpy as np

    product = rows @ rows.T
    return np.clip((product + product.T) / 2.0, 0.0, 1.0)


def quantise(similarity: Matrix) -> NDArray[np.uint8]:
    """
    Return *similarity* in 8 bits: the byte is ``round(255 * sqrt(s))``, so ``s = (byte / 255) ** 2``.

    The root keeps small similarities apart, where most pairs lie; the error is at most .004.
    """
    import numpy as np

    return np.rint(255.0 * np.sqrt(similarity)).astype(np.uint8)


def pack_triangle(codes: Sequence[str], similarity: Matrix) -> Iterable[tuple[str, str]]:
    """
    Yield one line per code: the code and, in base64, its bytes against the codes before it.

    Args:
        codes: Codes of the rows, sorted.
        similarity: Symmetric, in [0, 1].
    """
    table = quantise(similarity)
    for row, code in enumerate(codes):
        yield code, base64.b64encode(table[row, :row].tobytes()).decode("ascii")


def correlation(rows: Any) -> Matrix:
    """Return the correlation of all pairs of *rows*, scaled from [-1, 1] to [0, 1]; a flat row is 0.5 from all."""
    import numpy as np

    centred = rows - rows.mean(axis=1, keepdims=True)
    length = np.linalg.norm(centred, axis=1, keepdims=True)
    unit = centred / np.where(length > 0, length, 1.0)
    result: Matrix = np.clip((unit @ unit.T + 1.0) / 2.0, 0.0, 1.0)
    return result
