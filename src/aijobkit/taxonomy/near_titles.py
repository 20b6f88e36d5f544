"""
The nearest titles of the catalogue for wordings about AI, which change faster than any list.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from aijobkit.taxonomy.title_features import content_words, stem

__all__ = ["NearTitles", "shorten"]

OTHER_HEAD = 0.85
"""Factor for a catalogue title that ends in another word (assumption)."""


class NearTitles:
    """Catalogue titles by their stems."""

    def __init__(self, rows: Sequence[tuple[str, str, str]]) -> None:
        self._rows = [(frozenset(stem(word) for word in key.split(" ")), code, title) for key, code, title in rows]
        spread = Counter(word for stems, _, _ in self._rows for word in stems)
        self._weight = {word: math.log(1 + len(self._rows) / count) for word, count in spread.items()}
        self._strange = math.log(1 + len(self._rows))

    def search(self, wordings: Sequence[Sequence[str]]) -> list[tuple[float, str, str]]:
        """
        Return the three best roles.

        Args:
            wordings: The same text in several wordings, such as with abbreviations and without.

        Returns:
            Share of weight in common in [0, 1], code and title, best first.
        """
        best: dict[str, tuple[float, str, str]] = {}
        for form in dict.fromkeys(tuple(content_words(words)) for words in wordings):
            asked = {stem(word) for word in form}
            head = stem(form[-1])
            mine = sum(self._weight.get(word, self._strange) for word in asked)
            for stems, code, title in self._rows:
                shared = asked & stems
                if not shared:
                    continue
                common = sum(self._weight[word] for word in shared)
                score = 2 * common / (mine + sum(self._weight[word] for word in stems))
                if stem(title.split()[-1].lower()) != head:
                    score *= OTHER_HEAD
                if code not in best or score > best[code][0]:
                    best[code] = (score, code, title)
        return sorted(best.values(), key=lambda item: (-item[0], item[1]))[:3]


def shorten(words: Sequence[str], backward: Mapping[str, Sequence[tuple[str, str]]]) -> list[str]:
    """Write phrases in their short form."""
    if backward.keys().isdisjoint(words):
        return list(words)
    text = f" {' '.join(words)} "
    for word in words:
        for full, low in backward.get(word, ()):
            text = text.replace(f" {full} ", f" {low} ")
    return text.split()
