"""
Grammar for advice: titles in the plural, lists, money, short names of technologies.  Knows nothing of plans.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from aijobkit.industries import Industry
from aijobkit.roles import Role

__all__ = ["clean", "cost", "joined", "money", "my", "people", "short_name", "start", "station", "trade"]

_ONET_CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")
_OFFICIAL_TAIL = re.compile(r", (Except|All Other|Not Elsewhere)\b.*$")
_LONGEST_NAME = 60
# Ways of life whose titles name no people.
_STATIONS = {"aijobkit:career-break": "people on a career break", "aijobkit:military-service": "people in military service"}


def clean(text: str) -> str:
    """
    Return what a person typed as one short line without characters that steer a terminal or turn writing round.

    >>> clean("Py\\x1b[31mthon")
    'Py[31mthon'
    """
    kept = "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp"))
    line = " ".join(kept.split())
    return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1] + "…"


def people(role: Role) -> str:
    """
    Return the people who hold *role*, in the plural.

    Args:
        role: O*NET titles are plural already, those of catalogues are not.

    Examples:
        >>> people(Role(code="aijobkit:head-of-ai", title="Head of AI"))
        'Heads of AI'
        >>> people(Role(code="29-1141.00", title="Registered Nurses"))
        'Registered Nurses'
    """
    if _ONET_CODE.fullmatch(role.code):
        # "Except ..." and "All Other" mark off a class of statistics; nobody speaks so.
        return _OFFICIAL_TAIL.sub("", role.title)
    if role.code in _STATIONS:
        return _STATIONS[role.code]
    head, rest = role.title, ""
    for mark in (" of ", " for ", " in ", " Between ", ", ", " ("):
        place = head.find(mark)
        if place > 0:
            head, rest = head[:place], head[place:] + rest
    if head.endswith("s") and not head.endswith("ss"):
        return head + rest
    if re.search(r"[^aeiou]y$", head):
        return head[:-1] + "ies" + rest
    return head + ("es" if head.endswith(("s", "x", "ch", "sh")) else "s") + rest


# What somebody has to build on who names no skill and holds no rated role: by words of the station's code.
_STATION_ASSETS = (
    ("student", "your coursework"),
    ("graduate", "your degree"),
    ("intern", "your internship"),
    ("apprentice", "your training"),
    ("military", "your service"),
    ("break", "your work before the break"),
    ("founder", "your venture"),
    ("volunteer", "your volunteering"),
    ("self-taught", "your own learning"),
    ("researcher", "your research"),
)


def station(role: Role) -> str:
    """
    Return what somebody in *role* can build on when nothing else is known.

    >>> station(Role(code="aijobkit:phd-student", title="PhD Student", is_life_role=True))
    'your coursework'
    """
    return next((words for part, words in _STATION_ASSETS if part in role.code), "your present work")


def my(words: str) -> str:
    """
    Return *words* as the person would say them of themselves.

    >>> my("your coursework"), my("Python")
    ('my coursework', 'Python')
    """
    return words.replace("your ", "my ")


def start(sentence: str) -> str:
    """
    Return *sentence* with a capital first letter.

    >>> start("feature engineering comes second.")
    'Feature engineering comes second.'
    """
    # A name such as "pandas" or "eClinicalWorks" is written as its makers write it, unless it is a plain word.
    first = sentence.partition(" ")[0]
    return sentence[:1].upper() + sentence[1:] if first.islower() else sentence


def trade(industry: Industry | None) -> str:
    """Return the name people use for *industry*: that of its family where it has one; empty for none."""
    if industry is None:
        return ""
    return industry.title


def joined(names: Sequence[str], *, most: int = 3, last: str = "and") -> str:
    """
    Return up to *most* names as a list in words.

    >>> joined(["Python", "SQL", "Docker", "Git"]), joined(["Python", "SQL"], last="or")
    ('Python, SQL and Docker', 'Python or SQL')
    """
    *first, final = list(names[:most]) or [""]
    return f"{', '.join(first)} {last} {final}" if first else final


def short_name(name: str) -> str:
    """
    Return the name by which people call a technology.

    >>> short_name("Structured query language SQL"), short_name("Salesforce software"), short_name("pandas")
    ('SQL', 'Salesforce', 'pandas')
    """
    bare = re.sub(r"\s+software$", "", clean(name))
    *spelled, last = bare.split() or [""]
    if len(spelled) > 1 and len(last) > 1 and last.isupper() and "".join(word[0] for word in spelled).upper() == last:
        return last
    return bare


def money(amount: float) -> str:
    """
    Return yearly pay in words, rounded to what its accuracy bears.

    >>> money(112_590.0)
    '$113,000'
    """
    return f"${round(amount, -3):,.0f}"


def cost(value: float) -> str:
    """
    Return a cost or difficulty with two decimals, as everywhere in a plan.

    >>> cost(0.3)
    '0.30'
    """
    return f"{value:.2f}"
