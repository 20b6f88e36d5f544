"""
Grammar for advice: titles in singular and plural, articles, lists, money, short names of technologies.  Knows nothing of plans.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence

from aijobkit.gaps import display_name
from aijobkit.industries import Industry
from aijobkit.providers._everyday import PEOPLE, TRADES
from aijobkit.roles import Role

__all__ = [
    "are_many",
    "clean",
    "cost",
    "joined",
    "money",
    "people",
    "person",
    "running",
    "short_name",
    "start",
    "trade",
    "with_article",
    "workplace",
]

_ONET_CODE = re.compile(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}")
# "Except ..." and "All Other" mark off a class of statistics; nobody speaks so.
_OFFICIAL_TAIL = re.compile(r", (Except|All Other|Not Elsewhere|Metal and Plastic)\b.*$")
# Two or three words of official titles for what is one in conversation.
_PAIRS = (
    ("Setters, Operators, and Tenders", "Operators"),
    ("Operators and Tenders", "Operators"),
    ("Installers and Repairers", "Installers"),
    ("Mechanics and Service Technicians", "Mechanics"),
    ("Servicers and Repairers", "Repairers"),
    ("Cutters and Trimmers", "Cutters"),
    ("Technologists and Technicians", "Technicians"),
)
# A list of what the work is about, before those who do it: the first stands for all of them.
_LISTED = re.compile(r"([\w -]+[^\Ws]), (?:[\w -]+, )*and (?:[\w -]+? )??((?:(?:Machine|Equipment) (?:Tool )?)?\w+)")
_COLLEGE = ", Postsecondary"
_LONGEST_NAME = 60
_PERCENT, _REST = 0.01, 0.99  # a share below the one or above the other would be rounded to none or to all
# Words of titles that keep their capital in running text, besides those in capitals such as AI.
_PROPER = frozenset({"English", "Python", "Java", "Salesforce", "French", "Spanish", "German"})
_AGENT = re.compile(r"(?:ers|ors|sts|ants|ents|ians|ees|ives|efs|ics|eys|ges|gals|ries)$")
# Letters whose names begin with a vowel: "an ML engineer", "an MRI technologist".
_VOWEL_NAMES = "AEFHILMNORSX"


@functools.lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """
    Return what a person typed as one short line without characters that steer a terminal or turn writing round.

    >>> clean("Py\\x1b[31mthon")
    'Py[31mthon'
    """
    kept = "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp"))
    line = " ".join(kept.split())
    return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1] + "…"


@functools.lru_cache(maxsize=4096)
def running(words: str) -> str:
    """
    Return a title as it is written in the middle of a sentence.

    >>> running("Software and IT services"), running("Public Safety and Security"), running("MLOps Engineer")
    ('software and IT services', 'public safety and security', 'MLOps engineer')
    """
    return re.sub(r"[^\s(/-]+", lambda word: word[0] if _keeps_capital(word[0]) else word[0].lower(), words)


def _keeps_capital(word: str) -> bool:
    return word.strip(",;:()'") in _PROPER or any(letter.isupper() for letter in word[1:])


def _one_word(word: str) -> str:
    """Return the singular of a plural that names people."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _head_and_rest(title: str) -> tuple[str, str]:
    """Split a title before what narrows it down: "Directors | of Admissions"; "A, B, and C Clerks" stays whole."""
    if title.endswith(_COLLEGE):
        return f"College {title[: -len(_COLLEGE)]}", ""
    head, rest = title, ""
    for mark in (" of ", " for ", " in ", " Between ", ", ", " ("):
        place = head.find(mark)
        if place > 0 and (mark != ", " or head[:place].endswith("s")):
            head, rest = head[:place], head[place:] + rest
    return head, rest


def _spoken(title: str) -> str:
    """Return an official title without what only a list of occupations needs: "Court, Municipal, and License Clerks"."""
    title = _OFFICIAL_TAIL.sub("", title)
    for pair, one in _PAIRS:
        title = title.replace(pair, one)
    listed = None if title.endswith(_COLLEGE) or " of " in title else _LISTED.fullmatch(title)
    if listed is not None:
        return f"{listed[1]} {listed[2]}"
    head, mark, rest = title.partition(" of ")
    return head if "," in rest else head + mark + rest


def _one(title: str) -> str:
    """Return the singular of an official title, which is in the plural."""
    head, rest = _head_and_rest(_spoken(title))
    *front, last = head.split(" and ")
    if front and _AGENT.search(front[-1]):
        first, _, word = front[-1].rpartition(" ")
        front[-1] = f"{first} {_one_word(word)}".strip()
    before, _, word = last.rpartition(" ")
    return " and ".join([*front, f"{before} {_one_word(word)}".strip()]) + ("" if rest.startswith(", ") else rest)


def person(role: Role) -> str:
    """
    Return what people call one who holds *role*, in the singular and as in the middle of a sentence.

    Args:
        role: O*NET titles are plural, those of catalogues are singular already.

    Examples:
        >>> person(Role(code="29-1141.00", title="Registered Nurses"))
        'registered nurse'
        >>> person(Role(code="13-2011.00", title="Accountants and Auditors"))
        'accountant'
        >>> person(Role(code="aijobkit:x", title="AI Engineer"))
        'AI engineer'
    """
    if role.code in PEOPLE:
        return PEOPLE[role.code][0]
    return running(_one(role.title) if _ONET_CODE.fullmatch(role.code) else role.title)


def with_article(words: str) -> str:
    """
    Return *words* with "a" or "an" before them, except where they need none.

    >>> with_article("data scientist"), with_article("ML engineer"), with_article("university dean")
    ('a data scientist', 'an ML engineer', 'a university dean')
    """
    if words.startswith("somebody "):
        return words
    spelled = words[:2].isupper()
    vowel = words[:1] in _VOWEL_NAMES if spelled else words[:1].casefold() in "aeiou"
    if not spelled and words.casefold().startswith(("uni", "uro", "use", "util", "eu", "one")):
        vowel = False
    return f"{'an' if vowel else 'a'} {words}"


def people(role: Role) -> str:
    """
    Return what the people who hold *role* are called, in the plural and as in the middle of a sentence.

    Args:
        role: O*NET titles are plural already, those of catalogues are not.

    Examples:
        >>> people(Role(code="aijobkit:head-of-ai", title="Head of AI"))
        'heads of AI'
        >>> people(Role(code="29-1141.00", title="Registered Nurses"))
        'registered nurses'
    """
    if role.code in PEOPLE:
        return PEOPLE[role.code][1]
    if _ONET_CODE.fullmatch(role.code):
        head, rest = _head_and_rest(_spoken(role.title))
        return running(head + ("" if rest.startswith(", ") else rest))
    head, rest = _head_and_rest(role.title)
    if head.endswith("s") and not head.endswith("ss"):
        return running(head + rest)
    if re.search(r"[^aeiou]y$", head):
        return running(head[:-1] + "ies" + rest)
    return running(head + ("es" if head.endswith(("s", "x", "ch", "sh")) else "s") + rest)


def start(sentence: str) -> str:
    """
    Return *sentence* with a capital first letter.

    >>> start("feature engineering comes second.")
    'Feature engineering comes second.'
    """
    # A name such as "pandas" or "eClinicalWorks" is written as its makers write it, unless it is a plain word.
    first = sentence.partition(" ")[0]
    return sentence[:1].upper() + sentence[1:] if first.islower() else sentence


def _trade(industry: Industry) -> tuple[str, str]:
    """
    Return what the industry is called and where one works in it, by its family or by the longest code that is known.

    An official title says where somebody works to nobody: without an everyday name it is the family that does, or nothing.
    """
    title = running(industry.title)
    family = ("", "") if industry.family is None else TRADES.get(industry.family.code, ("", ""))
    if industry.family is not None and industry.title == industry.family.title:
        return family[0] or title, family[1]
    codes = (industry.code[:length] for length in range(len(industry.code), 2, -1))
    return next((TRADES[code] for code in codes if code in TRADES), (title, family[1]))


def trade(industry: Industry | None) -> str:
    """
    Return what people call *industry*, as in the middle of a sentence; empty for none.

    >>> trade(Industry(code="522110", title="Commercial Banking"))
    'banking'
    """
    return "" if industry is None else _trade(industry)[0]


def workplace(industry: Industry | None) -> str:
    """
    Return where one works in *industry*, with a space before it; empty for none and where only an official title is known.

    >>> workplace(Industry(code="5221", title="Depository Credit Intermediation"))
    ' at a bank'
    """
    return "" if industry is None else f" {_trade(industry)[1]}".rstrip()


def are_many(names: Sequence[str]) -> bool:
    """
    Say whether *names* take a verb in the plural: several do, and one plain word in the plural.

    >>> are_many(["Python"]), are_many(["statistics"]), are_many(["spreadsheets"]), are_many(["Python", "SQL"])
    (False, False, True, True)
    """
    if len(names) != 1:
        return bool(names)
    last = names[0].split()[-1] if names[0].strip() else ""
    return last.islower() and last.endswith("s") and not last.endswith(("ics", "ss", "us", "is"))


def joined(names: Sequence[str], *, most: int = 3, last: str = "and") -> str:
    """
    Return up to *most* names as a list in words.

    >>> joined(["Python", "SQL", "Docker", "Git"]), joined(["Python", "SQL"], last="or")
    ('Python, SQL and Docker', 'Python or SQL')
    """
    *first, final = list(names[:most]) or [""]
    return f"{', '.join(first)} {last} {final}" if first else final


@functools.lru_cache(maxsize=4096)
def short_name(name: str) -> str:
    """
    Return the name by which people call a technology, in one clean line.

    >>> short_name("Structured query language SQL"), short_name("Salesforce software"), short_name("pandas")
    ('SQL', 'Salesforce', 'pandas')
    """
    return clean(display_name(name))  # a long official name is known whole


def money(amount: float, *, is_floor: bool = False) -> str:
    """
    Return yearly pay in words, rounded to what its accuracy bears, as the least that it can be where *is_floor*.

    >>> money(112_590.0), money(239_200.0, is_floor=True)
    ('$113,000', '$239,000 or more')
    """
    return f"${round(amount, -3):,.0f}{' or more' if is_floor else ''}"


def part(share: float) -> str:
    """
    Return a share of many in whole percent, never rounded to none or to all.

    >>> part(0.7249), part(0.001), part(0.999)
    ('72%', 'less than 1%', 'more than 99%')
    """
    if 0.0 < share < _PERCENT:
        return "less than 1%"
    return "more than 99%" if _REST < share < 1.0 else f"{share:.0%}"


def cost(value: float) -> str:
    """
    Return a cost or difficulty with two decimals, as everywhere in a plan.

    >>> cost(0.3)
    '0.30'
    """
    return f"{value:.2f}"
