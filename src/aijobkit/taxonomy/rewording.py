"""
Texts that are not filed as they stand: short forms spelt out, words written apart or together, slips of the keys repaired.

Each reading is one more key under which a text may be filed; none replaces what a person wrote, and every one is told.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from aijobkit.taxonomy.foreign_wordings import has_foreign_letters, name_readings
from aijobkit.taxonomy.near_titles import shorten
from aijobkit.taxonomy.queries import Query
from aijobkit.taxonomy.spelling import plain_slip
from aijobkit.taxonomy.title_features import content_words
from aijobkit.taxonomy.title_vocabulary import RARE, TitleVocabulary
from aijobkit.taxonomy.wording import word_table, words_of

__all__ = ["PART", "Rewording"]

EXPANDED, REPAIRED = 0.96, 0.92
"""Factors of a confidence for a short form spelt out, and for a slip; from the benchmark's noisy titles."""
REPAIRED_AT_ALL = 0.85
"""Factor of any repaired title: the word may be one that we do not know (from unseen titles of the benchmark)."""
OFTENER = 10
"""Titles in which a word must be for each with its short form, before that is spelt out for the model (assumption)."""
PART = 0.90
"""Factor of one part of a text in which something was repaired (assumption)."""
BEGUN = 0.90
"""Factor of a title that only begins a text, with a name of no title behind it (assumption)."""
LEAST_COMPOUND = 7
COMMON = 10
"""Titles a word must be in, before a strange word is split into two such words (assumption)."""
COMBINATIONS = 8
MOST_SHORT = 3
"""Words of a short form, such as "s w" of "s/w"."""


class Rewording:
    """
    Files texts under their further readings.

    Args:
        vocabulary: What is known of words.
    """

    def __init__(self, vocabulary: TitleVocabulary) -> None:
        self._vocabulary = vocabulary

    def understand(self, queries: Sequence[Query]) -> None:
        """Add the keys of all readings of the words of *queries*, and repair what is plainly misspelt."""
        vocabulary = self._vocabulary
        said = {word for query in queries for word in query.words}
        if strange := [word for word in sorted(said) if vocabulary.is_strange(word) or vocabulary.is_rare(word)]:
            vocabulary.speller.prepare(strange)
        for query in queries:
            query.said = tuple(query.words)
            words = self._expanded(query)
            joined = self._joined(words)
            if joined != words:
                query.file(joined, EXPANDED, f"read as {' '.join(joined)!r}")
            self._repair(query, joined)

    def _expanded(self, query: Query) -> list[str]:
        """File the text with its short forms spelt out, and with the short forms of its phrases; return its words so far."""
        full = self._vocabulary.expansions
        self.file_spelt_out(query, EXPANDED)
        # The model knows many short forms from titles; what it knows too little of is spelt out for it.
        words = query.words
        if not full.keys().isdisjoint(words):
            words = [part for word in words for part in (full[word].split() if self._is_hardly_learned(word) else [word])]
        self._each_reading(query)
        short = shorten(words, self._vocabulary.short_of)
        if short != words:
            # "artificial intelligence" as "ai"
            query.file(short, EXPANDED)
        return words

    def spelt_out(self, words: Sequence[str]) -> list[str]:
        """Return *words* with each short form that stands for one thing only spelt out."""
        full = self._vocabulary.expansions
        return [part for word in words for part in full.get(word, word).split()]

    def file_spelt_out(self, query: Query, factor: float) -> None:
        """File the text with each short form spelt out that stands for one thing only, and tell which."""
        full = self._vocabulary.expansions
        if not full.keys().isdisjoint(query.words):
            changed = [f"{word} = {full[word]}" for word in query.words if word in full]
            query.file(self.spelt_out(query.words), factor, "read " + ", ".join(changed))

    def file_turned(self, query: Query, parts: Sequence[str], factor: float) -> None:
        """File a title with the last word of the part behind it: "buyer, ladies fashion" as "buyer fashion"."""
        first, second = (self.spelt_out(words_of(part)) for part in parts[:2])
        if len(second) > 1:
            words = [*first, second[-1]]
            query.file(words, factor, f"read as {' '.join(words)!r}", settled=True, is_part=True)

    def file_names(self, query: Query) -> None:
        """File the forms of a name in another language; words of English titles alone are none."""
        if not all(map(self._vocabulary.counts.__contains__, query.said)):
            for reading in name_readings(query.peeled.core):
                query.file(words_of(reading), EXPANDED, f"read as {reading!r}", is_foreign=True)

    def _is_hardly_learned(self, word: str) -> bool:
        """Say whether titles spell a short form out so much more often that little was learned of it as it stands."""
        counts, full = self._vocabulary.counts, self._vocabulary.expansions.get(word)
        return full is not None and (word not in counts or counts[word] * OFTENER <= counts.get(full, 0))

    def _each_reading(self, query: Query) -> None:
        """File the text under each reading of the short forms within it: "auto mech", "s/w engineer", "A&E sister"."""
        words, readings = query.words, self._vocabulary.readings
        if self._vocabulary.begin_short.isdisjoint(words):
            return
        choices: list[list[tuple[str, str]]] = []
        at = 0
        while at < len(words):
            size = next((n for n in range(MOST_SHORT, 0, -1) if " ".join(words[at : at + n]) in readings and n < len(words)), 0)
            found = " ".join(words[at : at + max(size, 1)])
            choices.append([(found, full) for full in readings[found]] if size else [(found, found)])
            at += max(size, 1)
        if not any(low != full for some in choices for low, full in some):
            return
        for reading in itertools.islice(itertools.product(*choices), COMBINATIONS):
            changed = ", ".join(f"{low} = {full}" for low, full in reading if low != full)
            query.file(" ".join(full for _, full in reading).split(), EXPANDED * EXPANDED, f"read {changed}")

    def _joined(self, words: Sequence[str]) -> list[str]:
        """Write apart and together as titles do: "air craft" as "aircraft", "truckdriver" as "truck driver"."""
        counts, known = self._vocabulary.counts, self._vocabulary.known
        if known.issuperset(words):
            return list(words)
        found: list[str] = []
        at = 0
        while at < len(words):
            word = words[at]
            if at + 1 < len(words) and not (word in known and words[at + 1] in known) and word + words[at + 1] in counts:
                found.append(word + words[at + 1])
                at += 2
                continue
            found += self._parted(word) or (word,)
            at += 1
        return found

    def _parted(self, word: str) -> tuple[str, ...]:
        """Return the two common words that a strange one is made of, and nothing where there are none or it is a mere slip."""
        counts = self._vocabulary.counts
        if word in self._vocabulary.known or len(word) < LEAST_COMPOUND:
            return ()
        if any(cost <= 1 for _, cost in self._vocabulary.speller.candidates(word, 1)):
            return ()
        cuts = [(word[:cut], word[cut:]) for cut in range(3, len(word) - 2)]
        good = [(counts[a] * counts[b], a, b) for a, b in cuts if min(counts.get(a, 0), counts.get(b, 0)) >= COMMON]
        return max(good)[1:] if good else ()

    def _repair(self, query: Query, words: list[str]) -> None:
        vocabulary = self._vocabulary
        query.words = words
        if vocabulary.usual.issuperset(words):
            return
        choices: list[tuple[tuple[str, float], ...]] = []
        alone = len(content_words(words)) == 1
        tokens = () if query.text.isascii() else query.peeled.core.split()
        foreign = {part for token in tokens if has_foreign_letters(token) for part in words_of(token)}
        for word in words:
            strange = vocabulary.is_strange(word)
            if strange:
                query.unknown = (*query.unknown, word)
            is_slip = strange and word not in foreign
            near = vocabulary.speller.candidates(word, alone=alone) if is_slip else ()
            if not alone and vocabulary.is_rare(word):
                # What hardly a title has may stand, or be a slip in another title, if that is known.
                near = ((word, 0.0), *vocabulary.speller.candidates(word, 2))
            choices.append(near or ((word, 0.0),))
        if not any(cost for some in choices for _, cost in some):
            return
        for combination in itertools.islice(itertools.product(*choices), COMBINATIONS):
            repaired = [word for word, _ in combination]
            cost = sum(cost for _, cost in combination)
            query.file(repaired, query.factor * REPAIRED_AT_ALL * REPAIRED**cost, _repair_note(words, repaired))
        # Where no title confirms it, only a plain slip is repaired, and no English word.
        plain = [
            (best, cost) if cost <= plain_slip(word) and not vocabulary.is_english(word) else (word, 0.0)
            for word, ((best, cost), *_) in zip(words, choices, strict=True)
        ]
        if any(cost for _, cost in plain):
            query.words = [word for word, _ in plain]
            query.factor *= REPAIRED ** sum(cost for _, cost in plain)
            query.notes = [_repair_note(words, query.words)]
            self._repair_parts(query, dict(zip(words, query.words, strict=True)))

    def _repair_parts(self, query: Query, repaired: Mapping[str, str]) -> None:
        """File the parts of a text in which something was repaired: "Dr Rao, Cardiologst" has a cardiologist."""
        parts = [words_of(part) for part in query.peeled.core.split(",")]
        for part in parts if len(parts) > 1 else ():
            words = [repaired.get(word, word) for word in part]
            if words != part:
                query.file(words, query.factor * PART, _repair_note(part, words))

    def file_begun(self, query: Query) -> None:
        """File what stands before a name, which no title has and which ends none: "cabin crew easyjet" as "cabin crew"."""
        words, vocabulary = query.words, self._vocabulary
        names = {word for word in words if word not in vocabulary.counts}
        core = query.peeled.core
        if not core.isupper():
            # A ward or a ticket in capitals is a name, too, though a title or two have it: "charge nurse PICU".
            capitals = {part for said in core.split()[1:] if said.isupper() for part in words_of(said)}
            names |= {word for word in capitals if vocabulary.counts.get(word, 0) <= RARE}
        # Behind a subject stands no name.
        if query.topics or names.isdisjoint(words):
            return
        heads = vocabulary.heads
        end = next((at for at in range(len(words), 0, -1) if words[at - 1] in heads and words[at - 1] not in names), 0)
        if end and not names.isdisjoint(words[end:]):
            begun = words[:end]
            if " ".join(begun) in word_table()["nothing"]:
                return
            query.file(begun, BEGUN, f"read as {' '.join(begun)!r}", settled=True, is_part=True)


def _repair_note(before: Sequence[str], after: Sequence[str]) -> str:
    changed = [f"{old!r} as {new!r}" for old, new in zip(before, after, strict=True) if old != new]
    return "read " + ", ".join(changed) if changed else ""
