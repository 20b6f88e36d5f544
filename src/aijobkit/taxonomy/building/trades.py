"""
Comparing industries by their trade words, and the lengths of technology lists: figures that the measures need ready-made.

numpy only, imported inside the functions.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from aijobkit.taxonomy.building.onet import Onet
from aijobkit.taxonomy.building.similarity import cosine, pack_triangle, tfidf, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

__all__ = ["FINEST", "industry_similarity", "technology_lengths"]

FINEST = 4
"""Digits down to which industries are compared by words: below, an index entry or two would decide."""


def _above(code: str, industries: Mapping[str, str], parents: Mapping[str, str]) -> list[str]:
    """Return *code* and the codes above it that are compared."""
    found = []
    while code:
        if "-" in code or len(code) <= FINEST:
            found.append(code)
        code = parents.get(code, "")
    return [code for code in found if code in industries]


def industry_similarity(
    industries: Mapping[str, str], parents: Mapping[str, str], terms: Iterable[tuple[str, str]]
) -> list[tuple[str, str]]:
    """
    Compare industries of two to four digits by the words of their titles and index entries.

    Args:
        industries: Title by NAICS code.
        parents: Code above each code; empty for sectors.
        terms: ``(index entry, NAICS code)`` pairs.

    Returns:
        Code, and in base64 its similarity to each code before it, as `similarity.pack_triangle` writes it; sorted by code.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text, code in (*((title, code) for code, title in industries.items()), *terms):
        found = words(text)
        for outer in _above(code, industries, parents):
            counts[outer].update(found)
    codes = sorted(counts)
    return list(pack_triangle(codes, cosine(tfidf([counts[code] for code in codes])))) if codes else []


def technology_lengths(onet: Onet) -> list[tuple[str, float]]:
    """
    Return the squared length of each occupation's technology vector before it is scaled to 1.

    With it a further list of technologies can be compared with an occupation without reading the lists of all others.  The
    weights are those of `similarity.tfidf`.
    """
    users: dict[str, set[str]] = defaultdict(set)
    for entry in onet.technologies:
        users[entry.name].add(entry.code)
    squares: dict[str, float] = defaultdict(float)
    for name in sorted(users):
        # What one occupation alone lists joins no two, and is no part of the vectors.
        if len(users[name]) > 1:
            weight = math.log((1 + len(onet.occupations)) / (1 + len(users[name]))) + 1.0
            for code in users[name]:
                squares[code] += weight**2
    return [(code, round(square, 6)) for code, square in sorted(squares.items())]
