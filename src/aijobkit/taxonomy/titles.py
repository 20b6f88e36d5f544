"""
Job titles as people write them: what of a title says the work, and what is set apart (rank, contract, place, company, status).

Words that are set apart are kept, never lost.  Tables: ``catalogue/title_words.tsv``.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable

import attrs

from aijobkit.taxonomy.wording import normalise, title_key, title_variants, word_table, words_of

__all__ = ["Peeled", "is_composed", "normalise", "peel", "setting_of", "title_key", "title_variants", "without_where"]

_RANKS = ("intern", "entry", "mid", "senior", "lead", "manager", "director", "executive")
# (m/f/d), m/w/d, f/m/x, (w|m|d), m/f: letters only, so that "A/P" and "I/O" stay.
_GENDER = re.compile(r"\(?\s*(?<![\w/])[mfwhdxgn](?:\s*[/|*:]\s*[mfwhdxn]){1,3}(?![\w/])\s*\)?", re.IGNORECASE)
# "£220/day", "$45/hr", "€ 52.000 p.a.", "40k DOE" is said of a vacancy.
_PAY = re.compile(
    r"[£$€]\s*\d[\d.,]*\s*k?(?:\s*[-–]\s*[£$€]?\s*\d[\d.,]*\s*k?)?"
    r"(?:\s*(?:/|per|an|a|p\.?)\s*(?:hr|hour|h|day|d|shift|week|wk|month|mo|year|yr|annum|a\.?)\b\.?)?(?:\s*doe\b)?",
    re.IGNORECASE,
)
_OF_VACANCIES = ((frozenset("/|*:"), _GENDER), (frozenset("£$€"), _PAY))
"""What is said of vacancies, each behind signs without which a text has none of it."""
_LEVEL = re.compile(
    r"(?:(?:level|grade|lvl|band|step)\s*[-:]?\s*)?(?:[ivx]{1,4}|[1-9]|(?:l|e|p|t|m|ic|gs|g|sde)[- ]?\d{1,2})", re.IGNORECASE
)
_TERM = re.compile(
    r"\d+ ?(?:month|mth|mo|week|wk|year|yr)(?: (?:fixed|term|contract|ftc|maternity|cover|temp|assignment|rolling))*"
)
# "chef for 10 years", "electrician with 10+ years of experience": for how long, said last.
_YEARS = re.compile(
    r"[\s,]+(?:(?:for|with|since|over|about|almost|more\s+than|at\s+least)\s+)*\d+\s*\+?\s*(?:years?|yrs?)\b[\s']*(?:of\s+)?(?:experience|exp)?\.?$",
    re.IGNORECASE,
)
_LEVEL_WORD = re.compile(r"i{1,3}|iv|v|vi|[1-9]|l\d|ic\d|e\d|gs\d{1,2}")
_AT = re.compile(r"\s+(?:@|at)\s+(?!law\b|arms\b|large\b|sea\b|home\b)(.+)$|\s*@\s*(\S.*)$", re.IGNORECASE)
_IN = re.compile(r"^(.+?)[\s,]+(?:based\s+in|located\s+in|in|near|from)\s+(.+)$", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s+[-–—|/:•·~>]+\s+|\s*[|;•·–—]\s*|\s*,\s*|\s*[()\[\]{}]\s*|:\s+|!+|\?+|\s+-|-\s+")
_OPENING = frozenset("([{")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")
# "chippy on a building site", "carer in a care home": where somebody works, said with an article.
_WHERE = re.compile(r"^(.+?)\s+(?:in|on|within|for|with)\s+(?:an?|my|our|his|her|their)\s+(.+)$", re.IGNORECASE)
_ARTICLE = re.compile(r"\s(?:an?|my|our|his|her|their)\s", re.IGNORECASE)
DEGREE = re.compile(
    r"\s*(?:[bm]\.?\s?(?:sc|eng|tech|com)\b|[bm]\.\s?a\b|bachelor|master of (?:arts|business|science)\b|ph\.?\s?d\.? in\b"
    r"|(?:degree|diploma) in\b|a.levels?\b|gcses?\b|(?:[gs]?[ns]vq|btec)s?\b(?:,?\s+level\b)?(?:\s+\d\b)?"
    r"|(?:diploma|certificate|award)[\s,]+level\b(?:\s+\d\b)?|level\s+\d\s+(?:[gs]?[ns]vq|btec|diploma|certificate|award)\b)",
    re.IGNORECASE,
)
"""Beginnings of what somebody has learnt; "BA" and "MA" without points may be work."""
_LEAD = ("seniority", "contract", "contract_edge", "status", "team", "company", "place", "filler")
_TRAIL = ("seniority", "contract", "contract_edge", "team", "place", "company")
_SEPARATE = (
    *("seniority", "contract", "contract_edge", "status"),
    *("team", "team_marked", "place", "place_marked", "company", "company_marked"),
)
_SIZES = (5, 4, 3, 2, 1)
"""Words of a phrase at an edge, the most first."""
_SETTINGS = tuple(
    "academy army church clinic college court factory farm gym hospital hotel library museum navy nursery pharmacy prison pub "  # noqa: SIM905
    "restaurant school supermarket university warehouse".split()
)
"""Kinds of places whose work has titles of its own, by judgement: a laboratory technician in a school is no medical one."""
_NAMES_PLACE = frozenset(("at", "in", "near", "from"))
_NO_WORK = ("status", "contract", "place", "company")
# Without any of these there is nothing to take apart; most titles have none.
_PUNCTUATION = re.compile(r"[-–—|/:•·~>,;()\[\]{}!?*@£$€]")


@attrs.frozen(kw_only=True)
class Peeled:
    """
    A job title and what was set apart from it.

    Args:
        core: What is left: the work itself, as written; empty when nothing says a work.
        seniority: Rank (intern, entry, mid, senior, lead, manager, director, executive), or None.
        contract: Words on contract, hours, place of work, gender markers and the like, in their order.
        place: Places.
        company: Employers.
        status: Words on the present state of the person, such as "retired" or "aspiring".
        team: Team, market or unit.
        levels: Rank words as written, such as "Senior" or "II".
        aside: Other wordings of the work in brackets, such as "RN" in "Registered Nurse (RN)".
    """

    core: str
    seniority: str | None = None
    contract: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()


@functools.cache
def _phrases(*kinds: str) -> dict[str, tuple[str, str]]:
    """Normal form of the words of *kinds* -> (kind, value); an earlier kind wins."""
    table = word_table()
    found: dict[str, tuple[str, str]] = {}
    for kind in kinds:
        for phrase, value in sorted(table.get(kind, {}).items()):
            found.setdefault(normalise(phrase), (kind, value))
    return found


Phrases = dict[str, tuple[str, str]]


@functools.cache
def _edges() -> tuple[Phrases, frozenset[str], Phrases, frozenset[str]]:
    """Phrases that are stripped from the front, with their first words, and from the end, with their last words."""
    lead = _phrases(*_LEAD)
    # One word at the end, such as "certified", may be of the work; "on a career break" is not.
    trail = {**{said: found for said, found in _phrases("status").items() if " " in said}, **_phrases(*_TRAIL)}
    return lead, frozenset(p.split()[0] for p in lead if p), trail, frozenset(p.split()[-1] for p in trail if p)


def _marked(words: list[str]) -> tuple[str, str] | None:
    """Kind and value of a separated part that is wholly one of the known phrases, else None."""
    table = _phrases(*_SEPARATE)
    text = " ".join(words)
    # Without the number of a store: "Home Depot #4412".
    for wording in (text, text.rstrip(" 0123456789")):
        if wording in table:
            return table[wording]
    if _TERM.fullmatch(text):
        return "contract", ""
    if words[-1] in ("team", "squad", "tribe", "department", "dept", "division", "unit", "shift"):
        return ("contract" if words[-1] == "shift" else "team"), ""
    if len(words) > 1 and words[-1] in word_table()["company_suffix"]:
        return "company", ""
    if len(words) > 1:
        return _all_marked(words, table)
    return None


def _all_marked(words: list[str], table: dict[str, tuple[str, str]]) -> tuple[str, str] | None:
    """Kind of a part made of several known phrases one after the other ("New York NY", "Remote US"): that of the first."""
    place, first = 0, None
    while place < len(words):
        for size in (3, 2, 1):
            found = table.get(" ".join(words[place : place + size]))
            if found and place + size <= len(words):
                first = first or found
                place += size
                break
        else:
            if first and words[place] in ("or", "and", "based", "only", "area", "office", "in"):
                place += 1
                continue
            return None
    return first


@functools.lru_cache(maxsize=16_384)
def _plain(word: str) -> str:
    return normalise(word)


class _Peeler:
    """Collects what is set apart from one text."""

    def __init__(self, known: Callable[[str], bool] | None) -> None:
        self.known = known
        self.parts: dict[str, list[str]] = {}
        self.ranks: list[str] = []

    def put(self, kind: str, text: str, value: str = "") -> None:
        kind = kind.removesuffix("_marked").removesuffix("_edge")
        text = " ".join(text.split()).strip(" ,;:-–—|/()[]{}")
        if not text:
            return
        if kind == "seniority":
            self.ranks.append(value)
            kind = "levels"
        self.parts.setdefault(kind, []).append(text)

    def segments(self, text: str) -> list[str]:
        """Set apart gender markers, years, employers and what stands in brackets; return the parts that are left."""
        if "y" in text.lower() and (years := _YEARS.search(text)) is not None and years.start():
            self.put("contract", years.group())
            text = text[: years.start()]
        if _PUNCTUATION.search(text) is not None:
            for signs, pattern in _OF_VACANCIES:
                if signs.isdisjoint(text):
                    continue
                for match in pattern.finditer(text):
                    self.put("contract", match.group())
                text = pattern.sub(" ", text)
            text = self._bracketed(self._employed(text))
            return [part for part in _SEPARATORS.split(text) if part and part.strip()]
        text = self._employed(text)
        return [text] if text.strip() else []

    def _employed(self, text: str) -> str:
        """Set apart what follows "at"."""
        low = text.lower()
        if not ("@" in low or " at " in low) or (at := _AT.search(text)) is None:
            return text
        rest = (at.group(1) or at.group(2) or "").strip()
        for segment in _SEPARATORS.split(rest):
            found = _marked(words_of(segment) or [""])
            self.put(found[0] if found else "company", segment, found[1] if found else "")
        return text[: at.start()]

    def _bracketed(self, text: str) -> str:
        """Set apart what stands in brackets, unless nothing else is there."""
        if _OPENING.isdisjoint(text):
            return text
        for inside in _BRACKETED.findall(text):
            for part in _SEPARATORS.split(inside[1:-1]):
                if part.strip() and not self.separated(part, is_first=False):
                    self.put("aside", part)
        return _BRACKETED.sub(" ", text) if _BRACKETED.sub("", text).strip() else text

    def located(self, segment: str) -> str:
        """Set apart a known place, employer or the like behind "in", "near" or "from"."""
        low = segment.lower()
        if not (" in " in low or " near " in low or " from " in low):
            return segment
        within = _IN.match(segment)
        if within and (found := _marked(words_of(within.group(2)) or [""])):
            self.put(found[0], within.group(2), found[1])
            return within.group(1)
        return segment

    def separated(self, segment: str, *, is_first: bool) -> bool:
        """Set a separated part apart when it says no work; say whether it was."""
        words = words_of(segment)
        if not words:
            return True
        found = _marked(words)
        if found:
            self.put(found[0], segment, found[1])
            return True
        if not is_first and _LEVEL.fullmatch(segment.strip()):
            self.put("seniority", segment)
            return True
        if self.known is not None and not is_first and not any(self.known(word) for word in words):
            self.put("place", segment)
            return True
        return False

    def edges(self, text: str) -> str:
        """Strip known phrases from both ends of *text* while a word of work is left."""
        raw = text.split()
        # Words of letters alone stay as many, unless one is written as two; then, and beside signs, each is read by itself.
        words = words_of(text) if all(map(str.isalpha, raw)) else []
        if len(words) != len(raw):
            words = [_plain(word) for word in raw]
        lead, leads, trail, trails = _edges()
        kept = _phrases("kept")
        changed = True
        while changed and len(raw) > 1:
            changed = False
            if " ".join(words[:2]) in kept:
                break
            for size in _SIZES if words[0].split(" ")[0] in leads else ():
                if len(raw) > size and (found := lead.get(" ".join(words[:size]))):
                    if found[0] != "filler":
                        self.put(found[0], " ".join(raw[:size]), found[1])
                    raw, words, changed = raw[size:], words[size:], True
                    break
            if len(words[-1]) > 1 and words[-1].isdigit():
                # The number of a post, a store or a requisition.
                self.put("contract", raw[-1])
                raw, words, changed = raw[:-1], words[:-1], True
                continue
            is_level = _LEVEL_WORD.fullmatch(words[-1]) is not None
            for size in _SIZES if is_level or words[-1].split(" ")[-1] in trails else ():
                tail = " ".join(words[-size:])
                if len(raw) <= size:
                    continue
                found = ("seniority", "") if size == 1 and is_level else trail.get(tail)
                if found and not _keeps(words, size, found):
                    self.put(found[0], " ".join(raw[-size:]), found[1])
                    raw, words, changed = raw[:-size], words[:-size], True
                    break
        return " ".join(raw)


def _keeps(words: list[str], size: int, found: tuple[str, str]) -> bool:
    """Say whether a last rank belongs to the work after all: "team lead", "research fellow", "technical staff"."""
    if found[0] != "seniority" or not found[1] or words[-1] in ("intern", "internship", "junior", "senior", "trainee"):
        return False
    if words[-2:] == ["technical", "staff"]:
        return True
    return len(words) - size < 2 or words[-size - 1] in ("team", "shift", "crew", "research", "teaching", "sales")


def _kept_rank(words: Iterable[str]) -> str | None:
    """Highest rank that words of the work itself say, such as "manager"; they stay where they are."""
    table = word_table()["seniority_kept"]
    ranks = [table[word] for word in words if word in table]
    return max(ranks, key=_RANKS.index) if ranks else None


def setting_of(employers: Iterable[str]) -> str:
    """
    Return the kind of place that the name of an employer ends in; empty where none does.

    Examples:
        >>> setting_of(["Oak Hill Secondary School"]), setting_of(["PureGym"]), setting_of(["Acme Ltd"])
        ('school', 'gym', '')
    """
    last = [words[-1] for words in map(words_of, employers) if words]
    return next((setting for word in last for setting in _SETTINGS if word.endswith(setting)), "")


def without_where(text: str) -> str:
    """
    Return what stands before the words on where somebody works; empty where there are none.

    Examples:
        >>> without_where("chippy on a building site")
        'chippy'
        >>> without_where("teacher for the deaf")
        ''
    """
    match = _WHERE.match(text) if _ARTICLE.search(text) else None
    return match.group(1) if match else ""


def without_degree(text: str) -> str:
    """
    Return what stands behind a degree; empty where there is none.

    Examples:
        >>> without_degree("BSc nurse"), without_degree("nurse")
        ('nurse', '')
    """
    match = DEGREE.match(text)
    return re.sub(r"^(?:of|in)\s+", "", text[match.end() :].strip(" .,"), flags=re.IGNORECASE) if match else ""


def _bare_words(text: str) -> list[str] | None:
    """Return the words of a text of which nothing can be set apart, as of most titles; None where something might be."""
    raw = text.split(" ")
    if not all(map(str.isalpha, raw)):
        return None
    words = words_of(text)
    _, leads, _, trails = _edges()
    if words[0] in leads or words[-1] in trails or not _NAMES_PLACE.isdisjoint(words):
        return None
    if len(words) != len(raw) or _LEVEL_WORD.fullmatch(words[-1]) or " ".join(words) in _phrases(*_NO_WORK):
        return None
    return words


def is_composed(text: str) -> bool:
    """Say whether *text* has several parts set off by punctuation, so that knowing words may help `peel`."""
    return _PUNCTUATION.search(text) is not None and _SEPARATORS.search(text.strip()) is not None


def peel(text: str, known: Callable[[str], bool] | None = None) -> Peeled:
    """
    Set apart what does not say the work.

    Args:
        text: A job title as somebody wrote it.
        known: Says whether a word in normal form is known from titles; with it a separated part of unknown words only (a
            place or company no table knows) is set apart, too.

    Returns:
        The work and what was set apart, each in the order of the text.

    Examples:
        >>> peel("Senior Data Engineer (m/f/d) - Berlin").core
        'Data Engineer'
        >>> peel("Senior Data Engineer (m/f/d) - Berlin").place
        ('Berlin',)
        >>> peel("Staff Nurse II at Kaiser Permanente").seniority
        'lead'
    """
    plain = " ".join((text if text.isascii() else unicodedata.normalize("NFKC", text)).split())
    if (words := _bare_words(plain)) is not None:
        return Peeled(core=plain, seniority=_kept_rank(words))
    peeler = _Peeler(known)
    segments = peeler.segments(plain)
    kept: list[str] = []
    for place, segment in enumerate(segments):
        if len(segments) > 1 and peeler.separated(segment, is_first=place == 0):
            continue
        work = peeler.located(segment)
        said = words_of(work) if len(segments) == 1 else []
        if alone := _phrases(*_NO_WORK).get(" ".join(said)) or _all_marked(said, _phrases("status")):
            # Said alone, "Google", "London", "between jobs" or "currently not working" is no work.
            peeler.put(alone[0], work)
            continue
        kept.append(peeler.edges(work))
    # "Career break (accountant)": the work may be all that stands in brackets.
    core = ", ".join(kept) or ", ".join(peeler.parts.pop("aside", ()))
    stated = next((rank for rank in peeler.ranks if rank), None)
    rank = stated or _kept_rank(words_of(core))
    return Peeled(core=core, seniority=rank, **{name: tuple(found) for name, found in peeler.parts.items()})
