"""
What is known of the words of titles: how many titles have them, which ones end a title, and what short forms stand for.
"""

from __future__ import annotations

import functools
import zlib
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from aijobkit.taxonomy.clipped_words import ClippedWords
from aijobkit.taxonomy.wording import SENSES, SMALL_WORDS, normalise, word_table, words_of

if TYPE_CHECKING:
    from aijobkit.taxonomy.spelling import Speller
    from aijobkit.taxonomy.store import Store
    from aijobkit.taxonomy.title_model import TitleModel

__all__ = ["RARE", "TitleVocabulary"]

RARE = 3
"""Titles that a rare word has at most (assumption)."""


class TitleVocabulary:
    """
    The words of a packed taxonomy, each table read when it is first needed.

    Args:
        store: The taxonomy; tables that it lacks are done without.
        model: Returns what was learned from titles, if anything was; called when words are first asked for.
    """

    def __init__(self, store: Store, model: Callable[[], TitleModel | None]) -> None:
        self._store = store
        self._model = model

    @functools.cached_property
    def readings(self) -> dict[str, list[str]]:
        """What each short form may stand for, sorted."""
        return self._short_forms[0]

    @functools.cached_property
    def begin_short(self) -> frozenset[str]:
        """First words of short forms: most titles have none of them."""
        return frozenset(short.split(" ", 1)[0] for short in self.readings)

    @functools.cached_property
    def short_of(self) -> dict[str, list[tuple[str, str]]]:
        """Phrases that have a short form (machine learning -> ml), by the first word of the phrase."""
        return self._short_forms[1]

    @functools.cached_property
    def expansions(self) -> dict[str, str]:
        """Short forms that stand for one thing only (eng -> engineer); the others have several `readings`."""
        return {low: full for low, (full, *more) in self.readings.items() if not more}

    @functools.cached_property
    def _short_forms(self) -> tuple[dict[str, list[str]], dict[str, list[tuple[str, str]]]]:
        if not self._store.has_table("abbreviations"):
            return {}, {}
        rows = self._store.rows("SELECT short, long, field FROM abbreviations ORDER BY short, long")
        forward: dict[str, set[str]] = {}
        backward: dict[str, list[tuple[str, str]]] = {}
        for short, long, field in rows:
            low, full = normalise(short), normalise(long)
            if not low or not full or low == full:
                continue
            forward.setdefault(low, set()).add(full)
            if field in ("word", "artificial intelligence") and " " in full and " " not in low:
                backward.setdefault(full.split()[0], []).append((full, low))
        return {low: sorted(full) for low, full in forward.items()}, backward

    @functools.cached_property
    def counts(self) -> dict[str, int]:
        """In how many English titles each word is."""
        return self._words[0]

    @functools.cached_property
    def known(self) -> frozenset[str]:
        """Words that are somebody's: of titles, technologies, names in other languages, places and the like."""
        return self.protected | self.foreign | self.counts.keys()

    @functools.cached_property
    def usual(self) -> frozenset[str]:
        """Words that are neither strange nor rare."""
        often = {word for word, count in self.counts.items() if count > RARE}
        return self.protected | SMALL_WORDS | often

    @functools.cached_property
    def heads(self) -> frozenset[str]:
        """Words that end a title."""
        return self._words[1]

    @functools.cached_property
    def protected(self) -> frozenset[str]:
        """Known words of technologies, places, states and the like; that few titles have them says nothing."""
        return self._words[2]

    @functools.cached_property
    def foreign(self) -> frozenset[str]:
        """Words that only names in other languages have: they may stand, or be slips in English titles."""
        return self._words[3]

    @functools.cached_property
    def _words(self) -> tuple[dict[str, int], frozenset[str], frozenset[str], frozenset[str]]:
        model = self._model()
        learned = model.words if model is not None else ()
        counts = Counter({word: count for word, count, _ in learned})
        heads = {word for word, _, is_last in learned if is_last}
        protected = set(self.expansions)
        listed: list[str] = []
        ends: dict[str, str] = {}
        for key, sense, title in self._other_titles(model is not None):
            if sense == SENSES["short"] and " " not in key:
                protected.add(key)
            else:
                listed += key.split(" ")
                ends.setdefault(title.rsplit(None, 1)[-1], title)
        counts.update(listed)
        # The last word of the last piece; pieces repeat, whole titles do not.
        heads.update(*((words_of(end) or words_of(title))[-1:] for end, title in ends.items()))
        if packed := self._store.blob("technology_words"):
            protected.update(zlib.decompress(packed).decode().split("\n"))
        for kind, table in word_table().items():
            # A word of an employer's name need be no word of any language: "Pret a Manger".
            names = kind in ("company", "brand")
            protected.update(word for phrase in table for word in phrase.split() if not names or word == phrase)
        foreign = self._foreign_words() - protected - counts.keys()
        return dict(counts), frozenset(heads), frozenset(protected), frozenset(foreign)

    def _foreign_words(self) -> set[str]:
        """Return the words of names in other languages, joined by the database: no name is needed by itself."""
        if not self._store.has_table("title_keys"):
            return set()
        (joined,) = self._store.rows("SELECT group_concat(key, ' ') FROM title_keys WHERE sense = ?", (SENSES["foreign"],))[0]
        return set((joined or "").split())

    def _other_titles(self, has_model: bool) -> list[tuple[str, int, str]]:  # noqa: FBT001
        """Return key, sense and title of all English wordings, but for O*NET's where a model knows their words already."""
        if not self._store.has_table("title_keys"):
            return []
        return self._store.rows(
            "SELECT key, sense, title FROM title_keys WHERE sense < ? OR (sense >= ? AND sense <> ?)",
            (SENSES["onet"], SENSES["short"] if has_model else SENSES["onet"], SENSES["foreign"]),
        )

    @functools.cached_property
    def speller(self) -> Speller:
        """What repairs misspelt words."""
        from aijobkit.taxonomy.spelling import Speller

        return Speller(self.counts)

    @functools.cached_property
    def clipped(self) -> ClippedWords:
        """What finds the words that clipped ones stand for."""
        return ClippedWords(self.counts)

    def is_strange(self, word: str) -> bool:
        """Say whether nothing knows *word*, so that it may be misspelt."""
        return word not in self.known and word not in SMALL_WORDS and not word.isdigit()

    def is_rare(self, word: str) -> bool:
        """Say whether hardly a title has *word*, so that it may be a slip in a more usual one: "project manger"."""
        return word in self.foreign or (1 <= self.counts.get(word, 0) <= RARE and word not in self.protected)

    def is_english(self, word: str) -> bool:
        """Say whether *word* is a word of English, though perhaps of no title."""
        model = self._model()
        return model is not None and model.is_word(word)
