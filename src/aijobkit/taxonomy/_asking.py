"""
What a search is given, and what to ask a person back when it has no answer.
"""

from __future__ import annotations

from collections.abc import Collection

from aijobkit.errors import InvalidValueError

__all__ = ["check_limit", "check_text", "industry_hint", "role_hint"]


def check_text(name: str, text: object) -> str:
    """
    Return *text*, with a question mark for each half of a character; anything but text is refused by the *name* of its field.

    Half characters come out of file names and of JSON that was cut; no database takes them.
    """
    if not isinstance(text, str):
        raise InvalidValueError(name, text, "give text, such as a job title, an industry or a code")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def check_limit(limit: object) -> int:
    """Return how many answers are wanted, at least one."""
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        raise InvalidValueError("limit", limit, "give a whole number of at least 1")
    return limit


def role_hint(candidates: Collection[tuple[str, str]], *, is_status: bool = False) -> str:
    """
    Return what would help to decide between *candidates*, or to find any.

    Args:
        candidates: Code and title of each.
        is_status: Whether the text says no job but a state of life, such as "retired".
    """
    if is_status:
        return (
            "this says how things stand, not a job; give the job that you had last, or 'student', 'career break' or 'homemaker'"
        )
    if candidates:
        return "which of these comes closest to what you do? Give its title or code, or describe the job in two or three words"
    return "give a job title as it would stand in an advertisement, such as 'nurse', or an O*NET-SOC code"


def industry_hint(candidates: Collection[tuple[str, str]]) -> str:
    """Return what would help to decide between *candidates*, or to find any."""
    if candidates:
        return "which of these is your employer's main trade? Give its title or code"
    return "say what the employer makes or does, such as 'hospital' or 'software', or give a NAICS 2022 code"
