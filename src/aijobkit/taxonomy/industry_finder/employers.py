"""
Texts that name no industry: employers, places, ways of working, states of life, sentences.
"""

from __future__ import annotations

import functools

from aijobkit.taxonomy.industry_finder.words import WORD, fold, word_set
from aijobkit.taxonomy.wording import word_table

__all__ = ["is_employer", "is_no_industry", "is_self_employed", "is_way_of_working", "says_instead", "says_no_trade"]


# Sentences, pastimes and states of life are not industries.
_NOT_AN_INDUSTRY = word_set(
    "i im ive me my we our you your he she they am is are was were be been do does did dont not no none nothing never "
    "want wants like likes love loves hate wish need please hello hi thanks what why how when where which because maybe idk "
    "hobby hobbies pastime unemployed jobless unemployment retired retirement between looking seeking n"
)
_STATUS = word_set(
    "a an ex former student students graduate graduates undergraduate intern internship volunteer volunteering freelancer "
    "freelance self employed employee worker job jobs career work person parent homemaker apprentice founder entrepreneur"
)
_RANKS = word_set("manager supervisor director executive ceo boss leader")

_WAYS = ("contract", "status")
_ALONE = frozenset(
    ("freelance", "freelancer", "freelancing", "self employed", "self employed contract", "selfemployed", "sole trader")
)
_BESIDE = frozenset(("and", "or", "only", "work", "worker", "working"))
"""Words that say no trade beside ways of working."""


@functools.cache
def _employers() -> frozenset[str]:
    table = word_table()
    return frozenset(table["company"]) | table["brand"].keys()


@functools.cache
def _without_trade() -> frozenset[str]:
    """Return names of employers that say no trade: all of one word, and those whose words are of a trade by chance."""
    return frozenset(name for name in _employers() if " " not in name) | word_table()["brand"].keys()


def _plain(text: str) -> str:
    return " ".join(WORD.findall(fold(text).replace("&", " and ").replace("'", "").replace("\u2019", "")))


def is_employer(text: str) -> bool:
    """
    Say whether a text is the name of an employer; in its very number, for apples are a trade.

    >>> is_employer("Goldman Sachs"), is_employer("apples")
    (True, False)
    """
    return _plain(text) in _employers()


@functools.cache
def _ways() -> frozenset[str]:
    return frozenset(_plain(said) for kind in _WAYS for said in word_table()[kind])


def is_self_employed(text: str) -> bool:
    """
    Say whether a text, beside a title or in place of an employer, says that somebody works for themselves.

    >>> is_self_employed("Self-employed"), is_self_employed("contractor")
    (True, False)
    """
    return _plain(text) in _ALONE


def is_way_of_working(text: str) -> bool:
    """
    Say whether a text says how somebody works, or how things stand, and no trade; several such words as well as one.

    >>> is_way_of_working("self-employed"), is_way_of_working("remote / freelance work"), is_way_of_working("freelance design")
    (True, True, False)
    """
    words = _plain(text).split()
    at, is_way = 0, False
    while at < len(words):
        size = next((size for size in range(len(words) - at, 0, -1) if " ".join(words[at : at + size]) in _ways()), 0)
        if not size and words[at] not in _BESIDE:
            return False
        at, is_way = at + (size or 1), is_way or size > 0
    return is_way


def is_no_industry(text: str) -> bool:
    """
    Say whether a text is a sentence, a pastime, a state of life or a bare rank.

    >>> is_no_industry("I like turtles"), is_no_industry("former student"), is_no_industry("student housing")
    (True, True, False)
    """
    words = WORD.findall(fold(text).replace("'", "").replace("\u2019", ""))
    return not _NOT_AN_INDUSTRY.isdisjoint(words) or (_STATUS | _RANKS).issuperset(words)


def says_instead(text: str) -> str:
    """
    Return what a text says in place of a trade: "over" (how things stand), "way" (of working), "employer", or nothing.

    >>> says_instead("looking for work"), says_instead("freelance"), says_instead("Tesco"), says_instead("design")
    ('over', 'way', 'employer', '')
    """
    plain = _plain(text)
    if is_self_employed(text):
        return "way"
    if any(plain in word_table()[kind] for kind in ("status", "state")) or _STATUS.issuperset(plain.split() or [""]):
        return "over"
    return "way" if is_way_of_working(text) else "employer" if is_employer(text) else ""


def says_no_trade(text: str) -> bool:
    """Say whether a text is the name of an employer of which no word may be read as a trade, or the name of a place."""
    plain = _plain(text)
    return plain in _without_trade() or plain in word_table()["place"]
