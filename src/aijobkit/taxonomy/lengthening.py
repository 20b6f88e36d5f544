"""
Titles of clipped words, as payrolls have them: "Sch Bus Mon" for a school bus monitor.

Every word may stand for several; which ones are meant, only a title that has them all can tell.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

from aijobkit.taxonomy.queries import Query
from aijobkit.taxonomy.refusals import is_sentence
from aijobkit.taxonomy.rewording import PART
from aijobkit.taxonomy.title_vocabulary import RARE, TitleVocabulary
from aijobkit.taxonomy.wording import SMALL_WORDS, words_of

__all__ = ["Lengthened", "Lengthening"]

MOST_CLIPPED, LEAST_ALONE = 5, 5
"""Most words of a text that may have clipped ones, and least letters of one alone."""
MOST_LIKE_WORDS = 3
"""Letters of a clipped word that may happen to be one of English; "give" is not clipped from anything."""
MOST_WORDINGS = 125
LENGTHENED = 0.85
"""Factor for a title of clipped words (assumption)."""
AS_IT_IS, LISTED = 3.0, 11.0
"""What speaks for a word as it stands, beside the logarithm of its titles, and for a listed reading (assumptions)."""


class Lengthened(NamedTuple):
    """
    A wording that a text may be clipped from.

    Args:
        speaks: How much speaks for it.
        words: Its words.
        factor: Of the confidence in a title that confirms it.
    """

    speaks: float
    words: list[str]
    factor: float


class Lengthening:
    """
    Finds the wordings that texts of clipped words may stand for.

    Args:
        vocabulary: What is known of words.
    """

    def __init__(self, vocabulary: TitleVocabulary) -> None:
        self._vocabulary = vocabulary

    def wordings(self, query: Query) -> list[Lengthened]:
        """
        Return the wordings that *query* may be clipped from, the likeliest first, and behind them those of its first part.

        Only texts with a word that nothing knows, or that is a short form, are looked at; at least two words make a title that
        can confirm a guess, unless one alone is long enough.
        """
        if query.topics:
            return []
        found = self._of(query.said, query.peeled.core, LENGTHENED)
        first, comma, _ = query.peeled.core.partition(",")
        if comma and len(words_of(first)) > 1:
            # "Clms Adj - Prop" adjusts claims.
            found += self._of(words_of(first), first, PART * LENGTHENED)
        # Few texts have a clipped word, and fewer of these are sentences.
        return [] if found and is_sentence(query.peeled.core, query.said) else found

    def _of(self, words: Sequence[str], core: str, factor: float) -> list[Lengthened]:
        """Return the wordings that the *words* of *core* may be clipped from, the likeliest first."""
        vocabulary = self._vocabulary
        has_strange = not vocabulary.known.issuperset(words) and any(map(vocabulary.is_strange, words))
        is_clipped = has_strange or not vocabulary.readings.keys().isdisjoint(words)
        if not is_clipped or len(words) > MOST_CLIPPED or (len(words) == 1 and len(words[0]) < LEAST_ALONE):
            return []
        capitals = _capitals(core)
        choices = [self._whole_words(word, is_initials=word in capitals, beside_strange=has_strange) for word in words]
        if math.prod(map(len, choices)) > MOST_WORDINGS:
            choices = [some[: max(round(MOST_WORDINGS ** (1 / len(choices))), 1)] for some in choices]
        found: list[Lengthened] = []
        for wording in itertools.product(*choices):
            whole = [part for word, _ in wording for part in word.split()]
            # Alone, a beginning may be a word of its own: "telco" is no telecommunicator.
            if whole != list(words) and (len(words) > 1 or whole[-1][-1] == words[0][-1]):
                found.append(Lengthened(sum(speaks for _, speaks in wording), whole, factor))
        return sorted(found, key=lambda each: -each.speaks)

    def _whole_words(self, word: str, *, is_initials: bool, beside_strange: bool) -> list[tuple[str, float]]:
        """
        Return what a word may stand for, and how much speaks for each, best first.

        Initials are no clipped word; nor is a word of titles, unless others of the text are: "HR Bus Prtnr".
        """
        vocabulary = self._vocabulary
        often = vocabulary.counts.get(word, 0)
        if word in SMALL_WORDS or word.isdigit():
            return [(word, 0.0)]
        found = [(word, math.log(often) + AS_IT_IS)] if often else []
        found += [(full, LISTED) for full in vocabulary.readings.get(word, ())]
        is_whole = len(word) > MOST_LIKE_WORDS and not often and vocabulary.is_english(word)
        if not (is_initials or is_whole) and (beside_strange or often <= RARE or word in vocabulary.readings):
            # Beside a listed reading only a beginning may mean something else: "rec" is a record, but "asst" is no asset.
            begin = word if word in vocabulary.readings else ""
            near = vocabulary.clipped.candidates(word)
            found += [pair for pair in near if pair[0].startswith(begin) and pair[0] not in dict(found)]
        return sorted(found, key=lambda pair: -pair[1]) or [(word, 0.0)]


def _capitals(text: str) -> frozenset[str]:
    """Return the words that are initials: "EHS technician" has some, "SCH BUS DRVR" is but written in capitals."""
    if text.isupper() and max(map(len, words_of(text)), default=0) > MOST_LIKE_WORDS:
        return frozenset()
    return frozenset(word for token in text.split() if token.isupper() for word in words_of(token))
