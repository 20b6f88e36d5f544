"""
Grammar for advice: titles in the plural, lists, money, short names of technologies.  Knows nothing of plans.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from aijobkit.industries import Industry
from aijobkit.roles import Role

__all__ = ["clean", "cost", "joined", "money", "people", "short_name", "trade"]

_ONET_CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")
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
        return role.title
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


def trade(industry: Industry | None) -> str:
    """Return the name people use for *industry*: that of its family where it has one; empty for none."""
    if industry is None:
        return ""
    return industry.title


def joined(names: Sequence[str], *, most: int = 3) -> str:
    """
    Return up to *most* names as a list in words.

    >>> joined(["Python", "SQL", "Docker", "Git"])
    'Python, SQL and Docker'
    """
    shown = list(names[:most])
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + f" and {shown[-1]}" if shown else ""


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
