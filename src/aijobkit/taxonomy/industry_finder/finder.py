"""
Finding industries: from the words people use for an employer's trade to NAICS 2022 codes.

Ways of reading a text, surest first: a code (also one that died in 2022), a reviewed phrase, a name in another language, an
official title, a phrase after the word rules, several phrases joined, a vote of the official terms and the reviewed phrases
that share words with the text, what its last words are known for.  What none of them carries is refused: the answer is empty.
Behind a sure answer stand fainter readings that the vote finds.  Knows the tables, nothing of people.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from aijobkit.industries import covers
from aijobkit.taxonomy.foreign_wordings import place_readings
from aijobkit.taxonomy.industry_finder.candidates import IndustryCandidate, distinct
from aijobkit.taxonomy.industry_finder.employers import is_no_industry, is_way_of_working, says_no_trade
from aijobkit.taxonomy.industry_finder.phrases import PhraseIndex
from aijobkit.taxonomy.industry_finder.sayings import what_it_is, without_saying, without_subject
from aijobkit.taxonomy.industry_finder.search import (
    GROUP,
    ROWS,
    ROWS_ASIDE,
    Asked,
    Hit,
    IndustrySearch,
    Thing,
    is_inside,
    likelihoods,
)
from aijobkit.taxonomy.industry_finder.words import (
    JOINING,
    REMEMBERED,
    WORD,
    fold,
    is_plain_slip,
    is_readable,
    key_of,
    nearest,
    parted,
    phrase_key,
    resembling,
    shortened,
    singular,
    stem,
    word_set,
    words_of,
)
from aijobkit.taxonomy.wording import SENSES, title_key

if TYPE_CHECKING:
    from aijobkit.taxonomy.store import Store

__all__ = ["IndustryCandidate", "IndustryFinder"]

_MOST_PARTS = 4
_RANGES = {"31": "31-33", "32": "31-33", "33": "31-33", "44": "44-45", "45": "44-45", "48": "48-49", "49": "48-49"}

# How sure each way of reading is: assumptions, held against the labelled phrases of benchmarks/industry_phrases.tsv and against
# the reviewed phrases themselves, each hidden in its turn; `benchmarks/industries.py` prints the table of today.  What the
# search finds carries its own likelihood, which is fitted (see `search`).
SURE = {
    "code": 1.0,
    "dead code": 0.9,
    "phrase": 0.95,
    "wide phrase": 0.9,
    "name": 0.92,
    "title": 0.97,
    "ruled phrase": 0.88,
    "joined phrases": 0.8,
    "head": 0.55,
    "part of text found": 0.9,
    "kind of employer": 0.3,
    "repaired": 0.85,
    "repaired, then searched": 0.4,
    "parted, then searched": 0.5,
    "trade of a job": 0.7,
    "also": 0.1,
}
# Shares of the likelihoods among the readings of a declared ambiguity; an assumption: only their order is known.
_READING_SHARES = (0.4, 0.25, 0.15, 0.08, 0.06, 0.04)

_SAID = 20  # what a word of a reviewed phrase counts beside one of an official term; an assumption
_ENOUGH = 4  # with fewer readings than this others are looked for
_LEAST_COVER = 0.5  # refuse where less of the text is known

# Words that show another language; an English search over them would only find chance likenesses.
_FOREIGN = word_set("de del der das dem den des du el la las le les los und von zum zur et y da dos em nas nos para")
_SPLIT = re.compile(r"\s*(?:,|;|/|\||&|\+|\s[-\u2013\u2014]\s|\band\b|\bor\b)\s*", re.IGNORECASE)
_AND = re.compile(r"\band\b|&", re.IGNORECASE)
_EITHER = re.compile(r"\bor\b", re.IGNORECASE)
_PURPOSE = re.compile(r"\s+(?:for|at|in|within|serving|inside|bei|em|en|à)\s+", re.IGNORECASE)
_TECHNOLOGY = re.compile(r"[\s-]*(?:tech(?:nology|nologies)?|platforms?|apps?|saas)$", re.IGNORECASE)
_CODE = re.compile(r"(?:naics(?:\s*2022)?[\s:]*)?(\d{2,6}|31-33|44-45|48-49)", re.IGNORECASE)


@attrs.frozen
class _Rules:
    """The word rules: what a word is replaced with, what is dropped, which sectors a word points to."""

    replaced: dict[str, str]
    dropped: frozenset[str]
    sectors: dict[str, tuple[str, ...]]


class IndustryFinder:
    """
    Finds industries in the tables of a store; every table may be missing.

    Args:
        store: The open store.
        use_phrases: Whether the reviewed phrases and names are used; a benchmark turns them off to see what the rest can do.

    Examples:
        >>> from aijobkit.taxonomy.store import open_store
        >>> [candidate.code for candidate in IndustryFinder(open_store()).find("craft brewery", limit=1)]
        ['31212']
    """

    def __init__(self, store: Store, *, use_phrases: bool = True) -> None:
        self._store = store
        self._use_phrases = use_phrases
        self._remembered: dict[tuple[str, bool], tuple[IndustryCandidate, ...]] = {}

    def find(self, text: str, limit: int = 10) -> tuple[IndustryCandidate, ...]:
        """
        Return what *text* may mean as an industry.

        Args:
            text: An industry, a product or a kind of employer in everyday words, or a NAICS code of any level.
            limit: How many at most, from 1.

        Returns:
            Candidates with different codes, the likeliest first; empty where nothing is known, never a guess.
        """
        wants_more = limit > 1
        known = self._remembered.get((text, wants_more))
        if known is None:
            known = self._answer(text, wants_more=wants_more)
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
            self._remembered[text, wants_more] = known
        return known[:limit]

    # -- the order of the ways ----------------------------------------------------------------------------------------

    def _answer(self, text: str, *, wants_more: bool, is_said: bool = False) -> tuple[IndustryCandidate, ...]:
        """Try one way after the other; *is_said* where somebody said what is done, so that a "beer maker" is no job."""
        plain = " ".join(text.split())
        if not is_readable(plain):
            return ()
        found = self._by_code(plain)
        if found:
            return distinct(found)
        if not any(char.isalpha() for char in plain):
            return ()
        found = self._known(plain) or self._behind_opening(plain)
        # "University and hospital" are two, though a key knows nothing of "and".
        if found and _AND.search(plain) and not _AND.search(found[0].matched):
            both = self._joined(plain)
            found = both if both and both[0].reading == "ambiguous" else found
        if not found and (wordings := without_saying(plain)):
            known = (said for said in wordings if self._known(said) or self._ruled(said))
            return self._answer(next(known, wordings[-1]), wants_more=wants_more, is_said=True)
        if not found and (said := what_it_is(plain)):
            # "We are hiring" says no trade: only what is known is believed.
            found = self._known(said) or self._by_rules(said)
        elif not found and (said := without_subject(plain)):
            return self._answer(said, wants_more=wants_more, is_said=True)
        if not (found or is_no_industry(plain) or says_no_trade(plain) or is_way_of_working(plain)):
            found = self._by_rules(plain)
            if not found:
                is_job = not is_said and self.is_job(plain)
                found = self._of_a_job(plain) if is_job else self._worked_out(plain)
        if wants_more and 0 < len(found) < _ENOUGH and found[0].reading != "ambiguous":
            found = [*found, *self._aside(plain, found)]
        return distinct(found)

    def is_job(self, text: str) -> bool:
        """
        Say whether a text is a listed title, whose words may be like those of a trade: a nurse is no nursery.

        A "cheese maker" is a trade, since the last word says what kind of employer it is.
        """
        if not self._rules.sectors.keys().isdisjoint(words_of(text)[-1:]) or not self._store.has_table("title_keys"):
            return False
        listed = "SELECT 1 FROM title_keys WHERE key = ? AND sense <= ? LIMIT 1"
        return bool(self._store.rows(listed, (title_key(text), SENSES["onet"])))

    def _worked_out(self, text: str) -> list[IndustryCandidate]:
        """Read a text that is no known phrase, in whatever spelling."""
        found = self._joined(text) or self._purpose(text)
        if found:
            return found
        if any(ord(char) > 127 for char in text) or not _FOREIGN.isdisjoint(words_of(text)):
            return []
        found = self._technology(text)
        if found:
            return found
        words = words_of(text)
        found = self._compound(words)
        if found and all(word in JOINING or self._index.knows(word) for word in words):
            return found
        # What leaves an unknown word aside is only better than its repair where it is much surer.
        repaired = self._repaired(text)
        return repaired if repaired and (not found or repaired[0].confidence > found[0].confidence / 2) else found

    # -- codes --------------------------------------------------------------------------------------------------------

    @functools.cached_property
    def _titles(self) -> dict[str, str]:
        if not self._store.has_table("industries"):
            return {}
        return dict(self._store.rows("SELECT code, title FROM industries ORDER BY code"))

    def _by_code(self, text: str) -> list[IndustryCandidate]:
        match = _CODE.fullmatch(text)
        if match is None:
            return []
        code = _RANGES.get(match[1], match[1])
        if code in self._titles:
            return [IndustryCandidate(code=code, confidence=SURE["code"], matched=code, reason=f"NAICS 2022 code {code}")]
        if not self._store.has_table("naics_2017"):
            return []
        rows = self._store.rows("SELECT codes_2022, title_2017 FROM naics_2017 WHERE code_2017 = ?", (code,))
        if not rows:
            return []
        codes, title = _split(rows[0][0]), rows[0][1]
        reason = f"NAICS code {code} ({title}) ended with NAICS 2022; it is now {', '.join(codes)}"
        if len(codes) == 1:
            return [IndustryCandidate(code=codes[0], confidence=SURE["dead code"], matched=code, reason=reason)]
        ask = f"{reason}; which of these is it?"
        return _readings(codes, matched=code, reason=ask)

    # -- known phrases ------------------------------------------------------------------------------------------------

    def _known(self, text: str) -> list[IndustryCandidate]:
        """Look a whole text up among phrases, names in other languages and official titles."""
        key = phrase_key(text)
        if not key:
            return []
        return self._phrase(key) or self._name(key) or self._by_title(text)

    def _behind_opening(self, text: str) -> list[IndustryCandidate]:
        """Look up what stands behind the prepositions and articles of other languages."""
        for phrase, is_plain in place_readings(text):
            key = phrase_key(phrase)
            # A word that English has, too, may be English: "no bank" is none.
            if key and (found := self._known(phrase) if is_plain else [] if self._phrase(key) else self._name(key)):
                return found
        return []

    def _phrase(self, key: str) -> list[IndustryCandidate]:
        if not self._use_phrases or not self._store.has_table("industry_aliases"):
            return []
        rows = self._store.rows(
            "SELECT phrase, codes, family, reading, reason FROM industry_aliases WHERE key = ? ORDER BY phrase LIMIT 1", (key,)
        )
        return self._from_row(rows[0], SURE["phrase"]) if rows else []

    def _name(self, key: str) -> list[IndustryCandidate]:
        if not self._use_phrases or not self._store.has_table("industry_names"):
            return []
        rows = self._store.rows(
            "SELECT phrase, codes, family, reading, language FROM industry_names WHERE key = ? ORDER BY language LIMIT 1",
            (key,),
        )
        if not rows:
            return []
        phrase, codes, family, reading, language = rows[0]
        reason = f"known name, language {language}"
        if reading == "ambiguous":
            reason = f"{phrase!r} ({language}) is filed under several industries: which of them is the employer's trade?"
        return self._from_row((phrase, codes, family, reading, reason), SURE["name"])

    def _from_row(self, row: tuple[str, str, str, str, str], confidence: float) -> list[IndustryCandidate]:
        phrase, listed, family, reading, reason = row
        codes = tuple(code for code in _split(listed) if not self._titles or code in self._titles)
        if not codes:
            return []
        if reading == "ambiguous":
            return _readings(codes, matched=phrase, reason=reason)
        if family:
            codes = self._family_codes(family) or codes
        if reading == "one" or len(codes) == 1:
            first = IndustryCandidate(
                code=codes[0], confidence=confidence, matched=phrase, reason=f"{phrase!r}: {reason}", family=family,
                reading="family" if family else "one",
            )  # fmt: skip
            return [first]
        sure = confidence if family else confidence * SURE["wide phrase"] / SURE["phrase"]
        covers_all = f"{phrase!r}: {reason}; it covers {len(codes)} NAICS codes"
        whole = IndustryCandidate(
            code=codes[0], confidence=sure, matched=phrase, reason=covers_all,
            reading="family" if family else "wide", codes=codes[1:], family=family,
        )  # fmt: skip
        parts = [_also(code, phrase, f"one of the industries that {phrase!r} covers") for code in codes[1:]]
        return [whole, *parts]

    def _family_codes(self, family: str) -> tuple[str, ...]:
        if not self._store.has_table("industry_families"):
            return ()
        rows = self._store.rows("SELECT naics_codes FROM industry_families WHERE family = ?", (family,))
        return tuple(code for code in _split(rows[0][0]) if code in self._titles) if rows else ()

    def _by_title(self, text: str) -> list[IndustryCandidate]:
        if not self._store.has_table("industries"):
            return []
        rows = self._store.rows(
            "SELECT code, title FROM industries WHERE title = ? COLLATE NOCASE ORDER BY length(code), code LIMIT 1", (text,)
        )
        return [
            IndustryCandidate(code=code, confidence=SURE["title"], matched=title, reason=f"official title of NAICS {code}")
            for code, title in rows
        ]

    # -- word rules ---------------------------------------------------------------------------------------------------

    @functools.cached_property
    def _rules(self) -> _Rules:
        if not self._store.has_table("industry_words"):
            return _Rules({}, frozenset(), {})
        rows = self._store.rows("SELECT word, replacement, sectors FROM industry_words ORDER BY word")
        return _Rules(
            {word: new for word, new, _ in rows if new and new != word},
            frozenset(word for word, new, _ in rows if not new),
            {word: tuple(_split(sectors)) for word, _, sectors in rows if sectors},
        )

    @functools.cached_property
    def _index(self) -> IndustrySearch:
        pointing = frozenset(stem(word) for word in self._rules.sectors)
        phrases = PhraseIndex(self._store, self._rules.dropped) if self._use_phrases else None
        return IndustrySearch(self._store, self._titles, pointing, phrases)

    def _asking(self, words: Iterable[str], *, is_bare: bool = False) -> Asked | None:
        """
        Say what to search for: each word with its official spelling, which is enough to be found by.

        Words that only point to sectors are not looked up beside others; with *is_bare* they do not point either.
        """
        rules = self._rules
        told = [word for word in dict.fromkeys(words) if word not in JOINING and len(word) > 1]
        if not told:
            return None
        pointing = {} if is_bare else rules.sectors
        is_named = any(word not in rules.sectors for word in told)
        things: list[Thing] = []
        looked_for: list[str] = []
        for word in told:
            other = words_of(rules.replaced.get(word, word))
            ways = (frozenset((stem(word),)), frozenset(stem(part) for part in other))
            things.append(Thing(tuple(dict.fromkeys(ways)), pointing.get(word, ()), word not in rules.sectors))
            if word not in rules.sectors or not is_named:
                looked_for += [word, *other]
        return Asked(things, looked_for)

    def _telling(self, words: Iterable[str]) -> list[str]:
        """Return the words without those that name no trade."""
        return [word for word in words if word not in self._rules.dropped and word not in JOINING]

    def _ruled(self, text: str) -> list[IndustryCandidate]:
        """Look the text up again with other spellings and without words that name no trade."""
        rules = self._rules
        words = list(words_of(text))
        spelt = [part for word in words for part in words_of(rules.replaced.get(word, word))]
        for found in (self._phrase(key) for key in shortened(words, spelt, rules.dropped)):
            if found:
                return [_surer(candidate, SURE["ruled phrase"] / SURE["phrase"]) for candidate in found]
        return []

    def _of_a_job(self, text: str) -> list[IndustryCandidate]:
        """
        Read a job title as a trade where little else can be meant.

        Several people are a firm, as landscape architects are; one is in a trade of the same words, as a dog walker is.
        """
        words, found = words_of(text), self._worked_out(text)
        if not found or found[0].confidence < SURE["trade of a job"]:
            return []
        is_firm = words[-1:] != tuple(WORD.findall(fold(text))[-1:])
        return found if is_firm or set(map(stem, words)) == set(map(stem, words_of(found[0].matched))) else []

    def _by_rules(self, text: str) -> list[IndustryCandidate]:
        """Look the text up by the word rules, but prefer a search term that says all of it, where they had to drop words."""
        found = self._ruled(text)
        asked = self._asking(words_of(text), is_bare=True) if found else None
        hits = self._index.search(asked, ROWS_ASIDE) if asked else []
        plain = [hit for hit in hits[:1] if hit.is_plain and hit.told == 1 and not hit.is_phrase]
        return [*(attrs.evolve(each, confidence=SURE["title"]) for each in self._from_hits(plain)), *found]

    def _joined(self, text: str) -> list[IndustryCandidate]:
        """Read 'X and Y' where every part is a known phrase."""
        parts = [part for part in _SPLIT.split(text) if part]
        if not 2 <= len(parts) <= _MOST_PARTS:
            return []
        readings = [self._known(part) or self._ruled(part) for part in parts]
        if not all(readings):
            return []
        firsts = [reading[0] for reading in readings]
        unclear = next((first for first in firsts if first.reading == "ambiguous"), None)
        codes = tuple(dict.fromkeys(code for first in firsts for code in (first.code, *first.codes)))
        reason = " and ".join(repr(first.matched) for first in firsts)
        if unclear is not None:
            return _readings(codes, matched=text, reason=f"{reason}: {unclear.reason}")
        # Banking and insurance are one trade in the wider sense; nobody's employer is a hospital and a bank.
        is_either = _EITHER.search(text) is not None
        if is_either or not frozenset.intersection(*map(_sectors, firsts)):
            asked = (
                f"{reason} are {'named as alternatives' if is_either else 'several industries'}; which is the employer's trade?"
            )
            return _readings([self._leading(first) for first in firsts], matched=text, reason=asked)
        if len(codes) == 1:
            return [_surer(firsts[0], SURE["joined phrases"])]
        whole = attrs.evolve(
            firsts[0], confidence=SURE["joined phrases"], matched=text, reason=f"names several industries: {reason}",
            reading="wide", codes=codes[1:], family="",
        )  # fmt: skip
        return [whole, *(_also(code, text, f"one of the industries in {text!r}") for code in codes[1:])]

    def _leading(self, candidate: IndustryCandidate) -> str:
        """Return one code for a reading: of a wide one the sector, where it has one."""
        sectors = _sectors(candidate) & self._titles.keys()
        return next(iter(sectors)) if candidate.codes and len(sectors) == 1 else candidate.code

    def _purpose(self, text: str) -> list[IndustryCandidate]:
        """Read 'X for Y' as 'Y X' where that is known, else as X: software for hospitals is software."""
        head, *rest = _PURPOSE.split(text, maxsplit=1)
        if not rest:
            return []
        turned = self._phrase(phrase_key(f"{rest[0]} {head}"))
        if turned:
            return [_surer(candidate, SURE["ruled phrase"] / SURE["phrase"]) for candidate in turned]
        found = self._known(head) or self._ruled(head)
        others = self._known(rest[0]) or self._ruled(rest[0])
        lead = [_surer(candidate, SURE["joined phrases"]) for candidate in found]
        field = [_also(other.code, other.matched, f"named as the field: {other.matched!r}") for other in others]
        return [*lead, *field] if lead else []

    def _technology(self, text: str) -> list[IndustryCandidate]:
        """Read 'X tech' and 'X app' as a declared ambiguity: software, or X."""
        stem = _TECHNOLOGY.sub("", text)
        found = (self._known(stem) or self._ruled(stem)) if stem and stem != text else []
        software = self._phrase("software")
        if not found or not software:
            return []
        reason = (
            f"{text!r} may be the making of software or {stem!r} itself: "
            "does the employer sell software, or does it do the work with software?"
        )
        return _readings((software[0].code, found[0].code), matched=text, reason=reason)

    # -- compounds and search -----------------------------------------------------------------------------------------

    def _compound(self, words: tuple[str, ...]) -> list[IndustryCandidate]:
        """Read a compound by the votes of the terms and phrases that say its words, or by what its last words are known for."""
        rules = self._rules
        content = self._telling(words)
        asked = self._asking(content)
        if asked is None:
            return []
        hits = self._index.search(asked, ROWS)
        if hits and hits[0].cover >= _LEAST_COVER and is_inside(hits[0].code, asked.sectors):
            return self._from_hits(hits)
        head = self._head([part for word in content for part in words_of(rules.replaced.get(word, word))])
        if head:
            return [*head, *(_surer(each, SURE["part of text found"]) for each in self._from_hits(hits))]
        return self._from_hits(hits) if hits and hits[0].cover >= _LEAST_COVER else []

    def _head(self, words: Sequence[str]) -> list[IndustryCandidate]:
        """Read a text as what its last words are known for; a wide one, as that of a shop, says little of what is meant."""
        for start in range(1, len(words)):
            found = self._phrase(key_of(words[start:]))
            if found:
                is_wide = bool(found[0].codes) or len(found[0].code) < GROUP or "-" in found[0].code
                is_kind = self._rules.sectors.keys() >= set(words[start:])
                return [_lowered(each, "kind of employer" if is_wide and is_kind else "head") for each in found]
        return []

    def _from_hits(self, hits: Sequence[Hit]) -> list[IndustryCandidate]:
        """Turn search answers into candidates; the votes of the others lower the first."""
        if not hits:
            return []
        return [
            IndustryCandidate(
                code=hit.code, confidence=likely, matched=hit.text,
                reason=f"{'known phrase' if hit.is_phrase else 'search term'} {hit.text!r}",
            )
            for hit, likely in zip(hits, likelihoods(hits), strict=True)
        ]  # fmt: skip

    def _aside(self, text: str, found: Sequence[IndustryCandidate]) -> list[IndustryCandidate]:
        """Find what else the words of a known phrase may point to; faint, and never before it."""
        asked = self._asking(self._telling(words_of(text)), is_bare=True)
        hits = self._index.search(asked, ROWS_ASIDE) if asked else []
        others = [hit for hit in hits if not any(covers(hit.code, each.code) for each in found)]
        most = min(SURE["also"], *(each.confidence for each in found))
        return [attrs.evolve(each, confidence=round(most * each.confidence, 4)) for each in self._from_hits(others)]

    # -- spelling -----------------------------------------------------------------------------------------------------

    @functools.cached_property
    def _vocabulary(self) -> dict[str, int]:
        """All words of phrases, names and search terms; phrases count for more, as people say them."""
        counts: dict[str, int] = defaultdict(int)
        sources = (
            ("industry_aliases", "phrase", _SAID), ("industry_names", "phrase", 1), ("industry_words", "word", 1),
            ("industry_search", "text", 1),
        )  # fmt: skip
        for table, column, weight in sources:
            if self._store.has_table(table):
                joined = " ".join(text for (text,) in self._store.rows(f"SELECT {column} FROM {table}"))  # noqa: S608 - constants
                for word, count in Counter(WORD.findall(fold(joined))).items():
                    counts[singular(word)] += weight * count
        return dict(counts)

    @functools.cached_property
    def _said(self) -> dict[str, int]:
        """The words of reviewed phrases, which people say; the only ones that are found from afar."""
        return {word: count for word, count in self._vocabulary.items() if count >= _SAID}

    def _repaired(self, text: str) -> list[IndustryCandidate]:
        """Read the text with its unknown words repaired, and show each repair; known words are never touched."""
        from aijobkit.taxonomy.word_vectors import embedded_word_vectors

        words = words_of(text)
        known = self._vocabulary
        spaced = " ".join(parted(word, known) for word in words)
        if spaced != " ".join(words):
            found = self._known(spaced) or self._ruled(spaced)
            return found or [_surer(each, SURE["parted, then searched"]) for each in self._compound(words_of(spaced))]
        repairs: dict[str, str] = {}
        for word in words:
            if word not in known and word not in JOINING:
                if word in embedded_word_vectors().place:
                    # No slip: the tired make no tires.
                    return []
                better = nearest(word, known) or resembling(word, self._said)
                # Alone, a strange word may well be an employer's name: Tesco is no telco.
                if better is None or (len(words) == 1 and not is_plain_slip(word, better)):
                    return []
                repairs[word] = better
        if not repairs:
            return []
        mended = " ".join(repairs.get(word, word) for word in words)
        found = self._known(mended) or self._ruled(mended)
        # A repaired word that is no phrase by itself may as well be the name of an employer: Google is not goggles.
        factor = SURE["repaired"] if found or len(repairs) < len(words) else SURE["repaired, then searched"]
        found = found or self._compound(words_of(mended))
        shown = ", ".join(f"{old!r} read as {new!r}" for old, new in repairs.items())
        return [attrs.evolve(_surer(candidate, factor), reason=f"{shown}; {candidate.reason}") for candidate in found]


# -- helpers of one line of thought ---------------------------------------------------------------------------------------


def _sectors(candidate: IndustryCandidate) -> frozenset[str]:
    return frozenset(_RANGES.get(code[:2], code[:2]) for code in (candidate.code, *candidate.codes))


def _split(codes: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in codes.split(",") if part.strip())


def _surer(candidate: IndustryCandidate, factor: float) -> IndustryCandidate:
    return attrs.evolve(candidate, confidence=round(candidate.confidence * factor, 4))


def _lowered(candidate: IndustryCandidate, way: str) -> IndustryCandidate:
    """Return a reading of a part of the text: less sure, and saying so."""
    reason = f"the text contains {candidate.matched!r}; {candidate.reason}"
    return attrs.evolve(candidate, confidence=round(min(candidate.confidence, 1.0) * SURE[way], 4), reason=reason)


def _also(code: str, matched: str, reason: str) -> IndustryCandidate:
    return IndustryCandidate(code=code, confidence=SURE["also"], matched=matched, reason=reason)


def _readings(codes: Sequence[str], *, matched: str, reason: str) -> list[IndustryCandidate]:
    """Return the readings of a declared ambiguity, in the order of the table."""
    shares = [*_READING_SHARES, *([_READING_SHARES[-1] / 2] * len(codes))]
    return [
        IndustryCandidate(code=code, confidence=share, matched=matched, reason=reason, reading="ambiguous")
        for code, share in zip(codes, shares, strict=False)
    ]
