"""
The wording of job titles: one normal form, a key that ignores order and small words, and the table of keys for exact look-ups.

Standalone like `pack`, which loads it by path: standard library only, no import of aijobkit.
"""

from __future__ import annotations

import functools
import pkgutil
import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from pathlib import Path

__all__ = ["SENSES", "key_rows", "normalise", "title_key", "title_variants", "word_table", "words_of"]

SENSES = {
    "title": 1,
    "alternate": 1,
    "abbreviation": 1,
    "everyday": 2,
    "onet": 3,
    "part": 4,
    "short": 5,
    "foreign": 6,
}
"""
Order in which senses of a wording are asked: AI and life roles, everyday titles, O*NET, what O*NET only gives as one wording of
"X (Y)", abbreviations, foreign names.
"""

SMALL_WORDS = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
"""Words that carry no occupation; dropped from keys, unless nothing else is there."""

_WORD = re.compile(r"c\+\+|[cf]#|[^\W_]+")
_POSSESSIVE = re.compile(r"['’`´]s\b|(?<=s)['’`´](?=\s|$)")
_APOSTROPHE = re.compile(r"(?<=\w)['’`´](?=\w)")
_INITIALS = re.compile(r"\b(?:[a-z]\.)+[a-z]\b\.?")
# e-commerce, k-12, t-shirt, x-ray are one word; "co-pilot" and all others two.
_ONE_WORD = re.compile(r"\b([ektx])-(?=[a-z0-9]{2})")
_X_RAY = re.compile(r"\bx ray")
# "OR nurse", but not "NURSE OR MIDWIFE"; as a small word it would leave "OR technician" no more than "technician".
_OPERATING_ROOM = re.compile(r"\bOR\b")
_BRACKETS = re.compile(r"^([^()]*)\(([^()]*)\)([^()]*)$")


@functools.cache
def word_table() -> dict[str, dict[str, str]]:
    """Return the reviewed words of ``catalogue/title_words.tsv``: kind -> word -> value (often empty)."""
    if __package__:
        raw = pkgutil.get_data(__package__, "catalogue/title_words.tsv") or b""
    else:
        raw = (Path(__file__).parent / "catalogue" / "title_words.tsv").read_bytes()
    table: dict[str, dict[str, str]] = {}
    for line in raw.decode("utf-8").splitlines()[1:]:
        word, kind, value = line.split("\t")
        table.setdefault(kind, {})[word] = value
    return table


@functools.lru_cache(maxsize=65536)
def _singular(word: str) -> str:
    table = word_table()
    if len(word) > 3 and word not in table["unchanged"]:
        if word in table["plural"]:
            word = table["plural"][word]
        elif word.endswith("men"):
            word = word[:-2] + "an"
        elif word[-1] == "s" and word[-2:] not in ("ss", "us", "is") and not word.endswith("ics"):
            if word.endswith("ies") and len(word) > 4:
                word = word[:-3] + "y"
            elif word.endswith(("sses", "shes", "ches", "xes", "zzes")):
                word = word[:-2]
            else:
                word = word[:-1]
    return table["spelling"].get(word, word)


def words_of(text: str) -> list[str]:
    """
    Return the words of *text* in normal form, in their order.

    Examples:
        >>> words_of("Sr. Children's R.N. & Midwives (Labour ward)")
        ['sr', 'child', 'rn', 'and', 'midwife', 'labor', 'ward']
        >>> words_of("OR nurse"), words_of("nurse or midwife")
        (['operating', 'room', 'nurse'], ['nurse', 'or', 'midwife'])
    """
    return list(_words(text))


@functools.lru_cache(maxsize=16_384)
def _words(text: str) -> tuple[str, ...]:
    """Return the words; cached, since the same text is asked for on each of its ways to an answer."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    if "OR" in text and not text.isupper():
        text = _OPERATING_ROOM.sub("operating room", text)
    text = text.lower()
    if not text.isascii():
        text = text.replace("ß", "ss").replace("ø", "o").replace("æ", "ae").replace("ł", "l")
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    if "'" in text or "’" in text or "`" in text or "´" in text:
        text = _APOSTROPHE.sub("", _POSSESSIVE.sub("", text))
    if "." in text:
        text = text.replace(".net", " dotnet").replace(".js", "js")
        text = _INITIALS.sub(lambda match: match.group().replace(".", ""), text)
    if "&" in text:
        text = text.replace("&", " and ")
    if "x ray" in text:
        text = _X_RAY.sub("xray", text)
    if "-" in text:
        text = _ONE_WORD.sub(r"\1", text)
    # Plain words between spaces, as in most titles, are parted without a pattern.
    parted = text.split()
    found = [_singular(word) for word in (parted if all(map(str.isalpha, parted)) else _WORD.findall(text))]
    # A spelling may stand for two words ("helpdesk").
    joined = " ".join(found)
    return tuple(found) if joined.count(" ") < len(found) else tuple(joined.split())


def normalise(text: str) -> str:
    """
    Return *text* in the normal form in which titles are compared.

    Lower case, compatibility forms and accents resolved, brackets and punctuation gone, ``&`` as "and", plurals singular,
    British spelling American.

    Args:
        text: Any text.

    Returns:
        Words separated by single spaces; empty when nothing of *text* is a letter or digit.

    Examples:
        >>> normalise("  Registered Nurses")
        'registered nurse'
        >>> normalise("C++ / C# Programmers")
        'c++ c# programmer'
    """
    return " ".join(words_of(text))


def title_key(text: str) -> str:
    """
    Return the key under which a title is filed: its words without small ones, sorted.

    Examples:
        >>> title_key("Manager of Office") == title_key("Office Managers")
        True
    """
    return key_of_words(words_of(text))


def key_of_words(words: Iterable[str]) -> str:
    """Return the key of words that are in normal form already."""
    return _key(tuple(words))


@functools.lru_cache(maxsize=16_384)
def _key(words: tuple[str, ...]) -> str:
    """Return the key; cached, since a text is looked for in several tables."""
    return " ".join(sorted([word for word in words if word not in SMALL_WORDS] or words))


def title_variants(title: str) -> tuple[str, ...]:
    """
    Return the title and the wordings that it contains: an expansion or abbreviation in brackets stands for itself.

    Args:
        title: A title as a source writes it.

    Returns:
        The title first, then its parts; without repetition.

    Examples:
        >>> title_variants("Chief Executive Officer (CEO)")
        ('Chief Executive Officer (CEO)', 'Chief Executive Officer', 'CEO')
        >>> title_variants("Physicians, Pathologists")
        ('Physicians, Pathologists',)
    """
    found = [title]
    match = _BRACKETS.match(title)
    if match:
        before, inside, after = (part.strip() for part in match.groups())
        found += [f"{before} {after}".strip(), inside]
    return tuple(dict.fromkeys(part for part in found if part))


_SOURCES = {
    "titles": "SELECT title, code, 'onet' FROM titles ORDER BY title, code",
    "catalogue_titles": "SELECT title, code, kind FROM catalogue_titles ORDER BY title, code",
    "everyday_roles": "SELECT title, code, 'everyday' FROM everyday_roles ORDER BY title, code",
    "abbreviations": "SELECT short, codes, 'short' FROM abbreviations ORDER BY short, codes",
    "role_names": "SELECT title, code, 'foreign' FROM role_names ORDER BY title, code",
}


def key_rows(connection: sqlite3.Connection) -> list[tuple[str, str, int, str]]:
    """
    Return the rows of the table ``title_keys`` for a taxonomy that is being packed.

    Args:
        connection: The database with the tables ``titles``, ``catalogue_titles``, ``everyday_roles``, ``abbreviations`` and
            ``role_names``; absent ones are passed over.

    Returns:
        (key, code, sense, title), sorted, one row per key, code and sense; sense is one of `SENSES`.
    """
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    found: dict[tuple[str, str, int], str] = {}

    def add(title: str, code: str, sense: int, *, parts: bool = True) -> None:
        for wording in title_variants(title) if parts else (title,):
            key = title_key(wording)
            if key and code:
                place = (key, code, SENSES["part"] if sense == SENSES["onet"] and wording != title else sense)
                # Of several spellings of one key keep the plainest.
                found[place] = min(found.get(place, wording), wording, key=lambda text: (len(text), text))

    for table, query in _SOURCES.items():
        for title, code, kind in connection.execute(query) if table in tables else ():
            for each in code.split(","):
                add(title, each.strip(), SENSES.get(kind, SENSES["title"]), parts=table != "abbreviations")
    # What O*NET gives as a title of its own, too, is no mere part.
    return sorted(
        (key, code, sense, title)
        for (key, code, sense), title in found.items()
        if sense != SENSES["part"] or (key, code, SENSES["onet"]) not in found
    )
