"""
Finding industries: from the words people use for an employer's trade to NAICS 2022 codes.

Ways of reading a text, surest first: a code (also one that died in 2022), a reviewed phrase, a name in another language, an
official title, a phrase after the word rules, several phrases joined, the head of a compound, a full-text search with a vote
over codes.  What none of them carries is refused: the answer is empty.  Knows the tables, nothing of people.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from aijobkit import _checks
from aijobkit.industries import covers

if TYPE_CHECKING:
    from aijobkit.taxonomy.store import Store

__all__ = ["IndustryCandidate", "IndustryFinder", "phrase_key"]

# Longer texts are descriptions, not names of an industry.
_LONGEST_TEXT = 120
_REMEMBERED = 4096
_TERMS_REMEMBERED = 32768
_MOST_PARTS = 4
_RANGES = {"31": "31-33", "32": "31-33", "33": "31-33", "44": "44-45", "45": "44-45", "48": "48-49", "49": "48-49"}

# How sure each way of reading is: assumptions, held against labelled phrases (100 of the development list, 427 of
# benchmarks/industry_phrases.tsv, before phrases were added for what they had shown).  Right first answers were 98-99 % from
# 0.8 on, 80 % in 0.6-0.8, 77 % in 0.4-0.6 and 40 % below; `benchmarks/industries.py` prints the table of today.
SURE = {
    "code": 1.0,
    "dead code": 0.9,
    "phrase": 0.95,
    "wide phrase": 0.9,
    "name": 0.92,
    "title": 0.97,
    "ruled phrase": 0.88,
    "joined phrases": 0.8,
    "head and search agree": 0.8,
    "whole text found": 0.7,
    "head": 0.6,
    "part of text found": 0.35,
    "first word": 0.45,
    "repaired": 0.85,
    "repaired, then searched": 0.5,
    "also": 0.1,
}
# Shares of the likelihood among the readings of a declared ambiguity; an assumption: only their order is known.
_READING_SHARES = (0.4, 0.25, 0.15, 0.08, 0.06, 0.04)

# Search: assumptions that were tried on the development phrases; see the benchmark.
_ROWS = 120
_ROWS_ASIDE = 30
_GROUPS = 6
_FADE = 0.6  # each further row of a group counts this much of the one before
_OFF_SECTOR = 0.15  # what is left of a row outside the sectors that a word of the text points to
_TITLE_BONUS = 1.25
_FIRST_BONUS = 1.3  # terms are written with the thing first: "Golf courses", "Shoes, athletic"
_TOLD_BASE = 0.3  # what a long term keeps of which the text says only a word
# Trades that live on another one (selling, hiring out, advising on, regulating a thing) are not meant by its bare name.
_DERIVED = ("42", "532", "5416", "5417", "561", "811", "8139", "92", "3332", "2362")
_DERIVED_SHARE = 0.7
_DESCEND = 0.65  # the answer moves to a finer code that carries this share of its group
_LEAST_COVER = 0.5  # refuse where less of the text is known
_PLAIN = 0.66  # a term of which the text says this share means just what the text means
_GROUP = 4


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Sentences, pastimes and states of life are not industries.
_NOT_AN_INDUSTRY = _set(
    "i im ive me my we our you your he she they am is are was were be been do does did dont not no none nothing never "
    "want wants like likes love loves hate wish need please hello hi thanks what why how when where which because maybe idk "
    "hobby hobbies pastime unemployed jobless unemployment retired retirement between looking seeking n"
)
_STATUS = _set(
    "a an ex former student students graduate graduates undergraduate intern internship volunteer volunteering freelancer "
    "freelance self employed employee worker job jobs career work person parent homemaker apprentice founder entrepreneur"
)
_JOINING = frozenset(("a", "an", "and", "for", "in", "of", "or", "the", "to"))
# Words that show another language; an English search over them would only find chance likenesses.
_FOREIGN = _set("de del der das dem den des du el la las le les los und von zum zur et y da dos em nas nos para")
_PLURAL_LOOKING = _set(
    "analytics arms bus business communications economics electronics gas glasses goods graphics logistics mathematics "
    "news operations physics robotics securities series sports systems us gis ems"
)
_SPLIT = re.compile(r"\s*(?:,|;|/|\||&|\+|\s[-\u2013\u2014]\s|\band\b|\bor\b)\s*", re.IGNORECASE)
_EITHER = re.compile(r"\bor\b", re.IGNORECASE)
_PURPOSE = re.compile(r"\s+(?:for|at|in|within|serving|inside)\s+", re.IGNORECASE)
_ENDINGS = ("ation", "ment", "ing", "ion", "ist", "ery", "er", "or", "al", "ed", "ry", "y", "e")
_SHORTEST_STEM = 3
_CODE = re.compile(r"(?:naics(?:\s*2022)?[\s:]*)?(\d{2,6}|31-33|44-45|48-49)", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@attrs.frozen(kw_only=True)
class IndustryCandidate:
    """
    One reading of a text as an industry.

    Args:
        code: NAICS 2022 code that leads this reading, at the level people mean.
        confidence: How likely the text means it, in [0, 1].
        matched: The known phrase, title or search term that matched.
        reason: Why, in plain words; repairs and translated codes are shown.
        reading: ``one`` (this code), ``family`` (the whole of *family*), ``wide`` (this code and *codes* together) or
            ``ambiguous`` (this code is one of several things the text may mean).
        codes: The further codes of a family or a wide phrase; empty otherwise.
        family: Id of the industry family where the text names one as a whole, else empty.

    Examples:
        >>> IndustryCandidate(code="622", confidence=0.95, matched="hospital", reason="known phrase").reading
        'one'
    """

    code: str = attrs.field(validator=_checks.text)
    confidence: float = attrs.field(validator=_checks.unit)
    matched: str = ""
    reason: str = ""
    reading: str = "one"
    codes: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings)
    family: str = ""


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def _singular(word: str) -> str:
    """Return *word* without its plural ending; need not be a word, only the same for both numbers."""
    if len(word) <= 3 or word in _PLURAL_LOOKING:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("ie"):
        return word[:-2] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@functools.lru_cache(maxsize=_REMEMBERED)
def _words(text: str) -> tuple[str, ...]:
    """Return the singular words of *text* in their order."""
    folded = re.sub(r"[\u2019'\u00b4`]s?\b", "", _fold(text).replace("&", " and ").replace("+", " and "))
    return tuple(_singular(word) for word in _WORD.findall(folded))


def _key(words: Iterable[str]) -> str:
    return "".join(word for word in words if word not in _JOINING)


def phrase_key(text: str) -> str:
    """
    Return what two spellings of one phrase have in common: small letters, singular, no joining words, spaces or marks.

    Args:
        text: Any text.

    Examples:
        >>> phrase_key("Non-Profits"), phrase_key("nonprofit"), phrase_key("Oil & Gas"), phrase_key("oil and gas")
        ('nonprofit', 'nonprofit', 'oilgas', 'oilgas')
    """
    return _key(_words(text))


def _readable(text: str) -> bool:
    """Say whether *text* is in Latin letters (or is a code) and short enough to be a name."""
    if not text or len(text) > _LONGEST_TEXT:
        return False
    letters = [char for char in text if char.isalpha()]
    latin = sum("LATIN" in unicodedata.name(char, "") for char in letters)
    if not letters:
        return any(char.isdigit() for char in text)
    return latin == len(letters)


def _inside(code: str, sectors: Sequence[str]) -> bool:
    return not sectors or any(covers(sector, code) for sector in sectors)


@functools.lru_cache(maxsize=_TERMS_REMEMBERED)
def _stem(word: str) -> str:
    """Return a rough stem; only has to part what the stemmer of the search throws together, hospital and hospitality."""
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORTEST_STEM), "")
    return word[: len(word) - len(ending)]


# Weight, share of the text that the term covers, share of the term that the text says, the term, its code.
_Row = tuple[float, float, float, str, str]


@functools.lru_cache(maxsize=_TERMS_REMEMBERED)
def _term_stems(term: str) -> tuple[str, ...]:
    """Return the stems of a search term without what it says in brackets, which is examples and exceptions."""
    plain = re.sub(r"\([^)]*\)?", " ", term)
    return tuple(_stem(word) for word in _words.__wrapped__(plain) if word not in _JOINING)


@attrs.frozen
class _Hit:
    """One answer of the search: where the votes went."""

    code: str
    share: float
    cover: float
    told: float
    text: str

    @property
    def is_plain(self) -> bool:
        """Whether the term says all that was asked, and hardly more."""
        return self.cover == 1 and self.told >= _PLAIN


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
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[text, wants_more] = known
        return known[:limit]

    # -- the order of the ways ----------------------------------------------------------------------------------------

    def _answer(self, text: str, *, wants_more: bool) -> tuple[IndustryCandidate, ...]:
        plain = " ".join(text.split())
        if not _readable(plain):
            return ()
        found = self._by_code(plain)
        if found:
            return _distinct(found)
        if not any(char.isalpha() for char in plain):
            return ()
        found = self._known(plain)
        if not found and not self._is_no_industry(plain):
            found = self._worked_out(plain)
        if wants_more and len(found) == 1 and found[0].reading == "one":
            found = [*found, *self._aside(plain, found[0])]
        return _distinct(found)

    def _is_no_industry(self, text: str) -> bool:
        folded = _WORD.findall(_fold(text).replace("'", "").replace("\u2019", ""))
        return not _NOT_AN_INDUSTRY.isdisjoint(folded) or _STATUS.issuperset(folded)

    def _worked_out(self, text: str) -> list[IndustryCandidate]:
        """Read a text that is no known phrase."""
        found = self._ruled(text)
        if found:
            return self._plainer(text, found)
        found = self._joined(text) or self._purpose(text)
        if found:
            return found
        if any(ord(char) > 127 for char in text) or not _FOREIGN.isdisjoint(_words(text)):
            return []
        return self._technology(text) or self._compound(_words(text)) or self._repaired(text)

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
    def _pointing_stems(self) -> frozenset[str]:
        return frozenset(_stem(word) for word in self._rules.sectors)

    def _ruled(self, text: str) -> list[IndustryCandidate]:
        """Look the text up again with other spellings and without words that name no trade."""
        rules = self._rules
        words = list(_words(text))
        spelt = [part for word in words for part in _words(rules.replaced.get(word, word))]
        for found in (self._phrase(key) for key in _shortened(words, spelt, rules.dropped)):
            if found:
                return [_surer(candidate, SURE["ruled phrase"] / SURE["phrase"]) for candidate in found]
        return []

    def _plainer(self, text: str, found: list[IndustryCandidate]) -> list[IndustryCandidate]:
        """Prefer a search term that says the whole text, where the rules had to drop words of it."""
        hits = self._search(_words(text), (), _ROWS_ASIDE)
        if not hits or not hits[0].is_plain or hits[0].told < 1:
            return found
        return [*self._from_hits(hits[:1], SURE["title"]), *found]

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
        if _EITHER.search(text):
            return _readings(codes, matched=text, reason=f"{reason} are named as alternatives; which of them is it?")
        if len(codes) == 1:
            return [_surer(firsts[0], SURE["joined phrases"])]
        whole = attrs.evolve(
            firsts[0], confidence=SURE["joined phrases"], matched=text, reason=f"names several industries: {reason}",
            reading="wide", codes=codes[1:], family="",
        )  # fmt: skip
        return [whole, *(_also(code, text, f"one of the industries in {text!r}") for code in codes[1:])]

    def _purpose(self, text: str) -> list[IndustryCandidate]:
        """Read 'X for Y' as X: software for hospitals is software."""
        head, *rest = _PURPOSE.split(text, maxsplit=1)
        if not rest:
            return []
        found = self._known(head) or self._ruled(head)
        others = self._known(rest[0]) or self._ruled(rest[0])
        lead = [_surer(candidate, SURE["joined phrases"]) for candidate in found]
        field = [_also(other.code, other.matched, f"named as the field: {other.matched!r}") for other in others]
        return [*lead, *field] if lead else []

    def _technology(self, text: str) -> list[IndustryCandidate]:
        """Read 'X tech' as a declared ambiguity: software, or X."""
        stem = re.sub(r"[\s-]*tech(?:nology)?$", "", text, flags=re.IGNORECASE)
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
        """Read a compound: its last words often are a known phrase, and the search sees the rest."""
        rules = self._rules
        spelt = [part for word in words for part in _words(rules.replaced.get(word, word))]
        content = [word for word in spelt if word not in rules.dropped and word not in _JOINING]
        if not content:
            return []
        head = self._head(content)
        sectors = tuple(sector for word in content for sector in rules.sectors.get(word, ()))
        asked = [word for word in content if word not in rules.sectors] or content
        named = self._phrase(_key(asked)) if len(asked) < len(content) else []
        if named and _inside(named[0].code, sectors):
            return [_lowered(each, "head and search agree") for each in named]
        hits = self._search(words, sectors, _ROWS)
        if not hits or hits[0].cover < 1:
            hits = self._search(asked, sectors, _ROWS) or hits
        if head and hits:
            return self._weighed(head, hits, sectors)
        if head:
            return [_lowered(each, "head") for each in head]
        return self._searched(content, hits)

    def _weighed(
        self, head: list[IndustryCandidate], hits: list[_Hit], sectors: tuple[str, ...]
    ) -> list[IndustryCandidate]:
        """Decide between what the last words mean as a phrase and what the search finds for all of them."""
        reach = [code for reading in head for code in (reading.code, *reading.codes)]
        inside = [hit for hit in hits if _inside(hit.code, reach)]
        agreed = hits[0] in inside or (bool(sectors) and _inside(hits[0].code, sectors))
        faint = [_lowered(each, "also") for each in head]
        if (hits[0].is_plain and (agreed or not sectors)) or (hits[0].cover == 1 and agreed):
            way = "head and search agree" if agreed else "whole text found"
            return [*self._from_hits(hits, SURE[way]), *faint]
        is_broad = bool(head[0].codes) or len(head[0].code) < _GROUP
        narrowed = [hit for hit in inside if hit.cover == 1 or (is_broad and hit.cover >= _LEAST_COVER)]
        first = self._from_hits(narrowed[:1], SURE["head and search agree"])
        rest = self._from_hits(hits, SURE["part of text found"])
        return [*first, *faint, *rest] if first else [*(_lowered(each, "head") for each in head), *rest]

    def _searched(self, content: Sequence[str], hits: Sequence[_Hit]) -> list[IndustryCandidate]:
        if hits and hits[0].cover == 1:
            return self._from_hits(hits, SURE["whole text found"])
        for length in range(len(content) - 1, 0, -1):
            first = self._phrase(_key(content[:length]))
            if first:
                return [*(_lowered(each, "first word") for each in first), *self._from_hits(hits, SURE["part of text found"])]
        if hits and hits[0].cover >= _LEAST_COVER:
            return self._from_hits(hits, SURE["part of text found"])
        return []

    def _head(self, content: Sequence[str]) -> list[IndustryCandidate]:
        for start in range(1, len(content)):
            found = self._phrase(_key(content[start:]))
            if found:
                return found
        return []

    def _from_hits(self, hits: Sequence[_Hit], most: float) -> list[IndustryCandidate]:
        """Turn search answers into candidates; the votes of the others lower the first."""
        return [
            IndustryCandidate(
                code=hit.code, confidence=round(most * hit.share, 4), matched=hit.text, reason=f"search term {hit.text!r}"
            )
            for hit in hits
        ]

    def _aside(self, text: str, first: IndustryCandidate) -> list[IndustryCandidate]:
        """Find what else the words of a known phrase may point to; faint, and never before it."""
        rules = self._rules
        words = [word for word in _words(text) if word not in _JOINING and word not in rules.dropped]
        hits = self._search(words, (), _ROWS_ASIDE) if words else []
        others = [hit for hit in hits if not (covers(first.code, hit.code) or covers(hit.code, first.code))]
        return self._from_hits(others[:3], SURE["also"])

    def _search(self, words: Sequence[str], sectors: Sequence[str], rows: int) -> list[_Hit]:
        """Rank NAICS groups by the votes of the titles and search terms that the words find."""
        if not self._store.has_table("industry_search"):
            return []
        asked = tuple(dict.fromkeys(word for word in words if word not in _JOINING and len(word) > 1))
        if not asked:
            return []
        stems = frozenset(_stem(word) for word in asked)
        pointing = self._pointing_stems
        query = " OR ".join(f'"{word}"' for word in asked)
        found = self._store.rows(
            "SELECT text, code, kind, rank FROM industry_search WHERE industry_search MATCH ? ORDER BY rank LIMIT ?",
            (query, rows),
        )
        votes: dict[str, list[_Row]] = defaultdict(list)
        seen: set[tuple[str, str]] = set()
        for text, code, kind, rank in sorted(found, key=lambda row: (row[3], len(row[1]), row[1], row[0])):
            group = code[:_GROUP] if "-" not in code else code
            row = _term_stems(text)
            met = stems.intersection(row)
            if not met or (text, group) in seen:
                continue
            seen.add((text, group))
            cover = len(met) / len(stems)
            told = sum(stem in stems or stem in pointing for stem in row) / len(row)
            weight = -rank * cover * cover * (_TOLD_BASE + (1 - _TOLD_BASE) * told)
            weight *= _TITLE_BONUS if kind == "title" else 1.0
            weight *= _FIRST_BONUS if row[0] in stems else 1.0
            if sectors:
                weight *= 1.0 if _inside(code, sectors) else _OFF_SECTOR
            elif code.startswith(_DERIVED):
                weight *= _DERIVED_SHARE
            votes[group].append((weight, cover, told, text, code))
        return self._count(votes)

    def _count(self, votes: dict[str, list[_Row]]) -> list[_Hit]:
        ranked = []
        for group, rows in votes.items():
            rows.sort(key=lambda row: (-row[0], row[4], row[3]))
            ranked.append((_faded(row[0] for row in rows), group))
        ranked.sort(key=lambda pair: (-pair[0], pair[1]))
        total = sum(score for score, _ in ranked[:3]) or 1.0
        hits = []
        for score, group in ranked[:_GROUPS]:
            rows = votes[group]
            hits.append(_Hit(self._level(group, rows), min(1.0, score / total + 0.35), *rows[0][1:4]))
        return hits

    def _level(self, group: str, rows: Sequence[_Row]) -> str:
        """Return the finest code that carries most votes of its group, then the shortest one that means the same."""
        _, cover, told, _, plainest = rows[0]
        if cover == told == 1 and plainest.startswith(group):
            return self._shortest(plainest)
        code = group
        whole = _faded(row[0] for row in rows) or 1.0
        for length in range(_GROUP + 1, 7):
            parts: dict[str, list[float]] = defaultdict(list)
            for weight, *_, leaf in rows:
                if len(leaf) >= length and leaf.startswith(code):
                    parts[leaf[:length]].append(weight)
            if not parts:
                break
            share, best = max((_faded(weights), part) for part, weights in sorted(parts.items()))
            if share < _DESCEND * whole:
                break
            code = best
        return self._shortest(code)

    @functools.cached_property
    def _leaves(self) -> dict[str, int]:
        counts: dict[str, int] = defaultdict(int)
        for code in self._titles:
            if len(code) == 6:
                for length in range(3, 7):
                    counts[code[:length]] += 1
        return dict(counts)

    def _shortest(self, code: str) -> str:
        """Return the shortest code of a chain of only children, which all carry one meaning."""
        while len(code) > _GROUP and self._leaves.get(code[:-1]) == self._leaves.get(code, 1) and code[:-1] in self._titles:
            code = code[:-1]
        return code if code in self._titles or not self._titles else _known_above(code, self._titles)

    # -- spelling -----------------------------------------------------------------------------------------------------

    @functools.cached_property
    def _vocabulary(self) -> dict[str, int]:
        """All words of phrases, names and search terms; phrases count for more, as people say them."""
        counts: dict[str, int] = defaultdict(int)
        sources = (
            ("industry_aliases", "phrase", 20), ("industry_names", "phrase", 1), ("industry_words", "word", 1),
            ("industry_search", "text", 1),
        )  # fmt: skip
        for table, column, weight in sources:
            if self._store.has_table(table):
                joined = " ".join(text for (text,) in self._store.rows(f"SELECT {column} FROM {table}"))  # noqa: S608 - constants
                for word, count in Counter(_WORD.findall(_fold(joined))).items():
                    counts[_singular(word)] += weight * count
        return dict(counts)

    def _repaired(self, text: str) -> list[IndustryCandidate]:
        """Read the text with its unknown words repaired, and show each repair; known words are never touched."""
        words = _words(text)
        known = self._vocabulary
        parted = " ".join(_parted(word, known) for word in words)
        if parted != " ".join(words):
            return self._known(parted) or self._ruled(parted) or self._compound(_words(parted))
        repairs: dict[str, str] = {}
        for word in words:
            if word not in known and word not in _JOINING:
                better = _nearest(word, known)
                if better is None:
                    return []
                repairs[word] = better
        if not repairs:
            return []
        mended = " ".join(repairs.get(word, word) for word in words)
        found = self._known(mended) or self._ruled(mended)
        # A repaired word that is no phrase by itself may as well be the name of an employer: Google is not goggles.
        factor = SURE["repaired"] if found else SURE["repaired, then searched"]
        found = found or self._compound(_words(mended))
        shown = ", ".join(f"{old!r} read as {new!r}" for old, new in repairs.items())
        return [attrs.evolve(_surer(candidate, factor), reason=f"{shown}; {candidate.reason}") for candidate in found]


# -- helpers of one line of thought ---------------------------------------------------------------------------------------


def _split(codes: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in codes.split(",") if part.strip())


def _faded(weights: Iterable[float]) -> float:
    return sum(weight * _FADE**place for place, weight in enumerate(weights))


def _known_above(code: str, titles: dict[str, str]) -> str:
    """Return the nearest code above *code* that this build has, or *code*."""
    return next((code[:length] for length in range(len(code), 1, -1) if code[:length] in titles), code)


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


def _distinct(candidates: Iterable[IndustryCandidate]) -> tuple[IndustryCandidate, ...]:
    """Keep the first candidate of each code, in the order of confidence."""
    ranked = sorted(candidates, key=lambda candidate: -candidate.confidence)
    return _checks.unique_by(ranked, lambda candidate: candidate.code)


def _shortened(words: Sequence[str], spelt: Sequence[str], dropped: frozenset[str]) -> Iterable[str]:
    """Give the keys of ever shorter forms: other spelling, then without empty words from the end and from the front."""
    seen = {_key(words), ""}
    for form in (list(words), list(spelt)):
        while form:
            key = _key(form)
            if key not in seen:
                seen.add(key)
                yield key
            if form[-1] in dropped or form[-1] in _JOINING:
                form.pop()
            elif form[0] in dropped or form[0] in _JOINING:
                form.pop(0)
            else:
                break
        key = _key(word for word in form if word not in dropped)
        if key not in seen:
            seen.add(key)
            yield key


def _parted(word: str, known: dict[str, int]) -> str:
    """Return an unknown word as the two known words it is written of, where there are such."""
    if word in known:
        return word
    cuts = ((word[:at], word[at:]) for at in range(3, len(word) - 2))
    pairs = [(min(known[head], known[tail]), head, tail) for head, tail in cuts if head in known and tail in known]
    return " ".join(max(pairs)[1:]) if pairs else word


def _nearest(word: str, known: dict[str, int]) -> str | None:
    """Return the most usual known word at one slip of the keys from *word*; None where there is none."""
    if len(word) < 5 or any(char.isdigit() for char in word):
        return None
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    slips = {head + tail[1:] for head, tail in cuts if tail}
    slips |= {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    slips |= {head + letter + tail[1:] for head, tail in cuts if tail for letter in _LETTERS}
    slips |= {head + letter + tail for head, tail in cuts for letter in _LETTERS}
    near = [slip for slip in slips if slip in known]
    return min(near, key=lambda slip: (-known[slip], slip), default=None)
