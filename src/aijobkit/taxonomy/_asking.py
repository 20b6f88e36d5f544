"""
What a search is given, and what to ask a person back when it has no answer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from aijobkit import _checks
from aijobkit.errors import InvalidValueError

__all__ = ["check_limit", "check_text", "codes_near", "industry_hint", "role_hint"]

_CODE = re.compile(r"\d{2}-\d{4}(?:\.\d{2})?|\d{2,6}")


def check_text(name: str, text: object) -> str:
    """
    Return *text*, with a question mark for each half of a character; anything but text is refused by the *name* of its field.

    Half characters come out of file names and of JSON that was cut; no database takes them.
    """
    if not isinstance(text, str):
        raise InvalidValueError(name, text, "give text, such as a job title, an industry or a code")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def check_limit(limit: object, name: str = "limit") -> int:
    """Return how many answers are wanted, or of what the field *name* says, at least one."""
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        raise InvalidValueError(name, limit, "give a whole number of at least 1")
    return limit


def codes_near(text: str, titles: Mapping[str, str], limit: int) -> tuple[tuple[str, str], ...]:
    """Return the nearest of the codes in *titles*, each with its title, where *text* has their form; else nothing."""
    code = text.strip()
    if _CODE.fullmatch(code) is None:
        return ()
    code += ".00" if "-" in code and "." not in code else ""
    is_sector = len(code) == len("31")
    alike = [one for one in titles if len(one) == len(code) or (is_sector and "-" in one)]
    return tuple((one, titles[one]) for one in _checks.nearest_codes(code, alike, limit=limit))


def role_hint(candidates: Collection[tuple[str, str]], *, is_status: bool = False, is_code: bool = False) -> str:
    """
    Return what would help to decide between *candidates*, or to find any.

    Args:
        candidates: Code and title of each.
        is_status: Whether the text says no job but a state of life, such as "retired".
        is_code: Whether the text has the form of a code.
    """
    if is_status:
        return (
            "this says how things stand, not a job; give a job, for the present one the job that you had last, "
            "or 'student', 'career break' or 'homemaker'"
        )
    if is_code:
        return "there is no such code in O*NET-SOC 2019; the codes above are the nearest; give one that exists, or a job title"
    if candidates:
        return "which of these comes closest? Give its title or code, or describe the job in two or three words"
    return "give a job title as it would stand in an advertisement, such as 'nurse', or an O*NET-SOC code"


NO_INDUSTRY = {
    "code": "there is no such code in NAICS 2022; the codes above are the nearest; give one that exists, or a trade in words",
    "over": (
        "this says how things stand, not a trade; name the trade that you worked in last or want to work in, such as 'hospital'"
    ),
    "way": (
        "this says how you work, not in which trade; say it with the role, such as 'freelance designer', and name the "
        "trade of your work, such as 'design'"
    ),
    "employer": "this is the name of an employer, not an industry; say what it makes or does, such as 'hospital' or 'software'",
    "job": "this is a job title, not an industry; say what the employer makes or does, such as 'hospital' or 'software'",
}
"""What a text says that names no industry -> what helps."""


def industry_hint(candidates: Collection[tuple[str, str]], *, says: str = "") -> str:
    """
    Return what would help to decide between *candidates*, or to find any.

    Args:
        candidates: Code and title of each.
        says: What the text says in place of a trade, one of `NO_INDUSTRY`; empty where it is not known.
    """
    if says:
        return NO_INDUSTRY[says]
    if candidates:
        return "which of these is the employer's main trade? Give its title or code"
    return "say what the employer makes or does, such as 'hospital' or 'software', or give a NAICS 2022 code"
