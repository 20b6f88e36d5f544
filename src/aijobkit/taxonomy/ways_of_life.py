"""
Ways of life that no list of titles can hold, since they name relatives, or a branch of service: read by their words.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from aijobkit.taxonomy.wording import normalise, word_table

__all__ = ["is_state", "way_of_life"]

CARE, SERVICE = "family caregiver", "military officer"
"""Titles in the catalogue of life roles as which such texts are read."""

_CARING = ("carer", "caregiver", "caring", "care", "looking after", "taking care", "full time carer", "full time caregiver")
"""Beginnings, in normal form, of what somebody does for a relative without being employed for it."""
_LONGEST_FIRST = tuple(sorted(_CARING, key=len, reverse=True))
_FIRST = frozenset(begin.split()[0] for begin in _CARING)
_OWN = frozenset(("my", "our"))
_CHILD = frozenset(("child", "kid", "family", "partner"))
"""Of these, others than one's own may be meant: a nanny looks after children."""
_LONGEST = 4
"""Words between the beginning and the relative at most ("for my elderly disabled mother"); more are another sentence."""
_CIVIL = ("civilian", "dental", "enlisted", "medical", "non", "petty", "police", "salvation", "veterinary")
_OF_ARMS = ("aviation", "flight", "gunnery", "warfare")
_NO_OFFICER = frozenset((*_CIVIL, *_OF_ARMS))
"""Beside these an officer in a branch is none who is commissioned, or is first of all what the word says."""


@functools.cache
def _branches() -> tuple[str, ...]:
    return tuple(f" {normalise(branch)} " for branch in word_table()["service"])


def is_state(words: Sequence[str]) -> bool:
    """
    Say whether words are wholly on how things stand, such as leave, an illness or benefits, and name no work.

    >>> is_state(["on", "disability"]), is_state(["disability", "examiner"])
    (True, False)
    """
    return " ".join(words) in word_table()["state"]


def way_of_life(words: Sequence[str]) -> str:
    """
    Return the title in the catalogue as which words in normal form are read; empty where they say something else.

    >>> way_of_life("carer for my disabled son".split()), way_of_life("army logistics officer".split())
    ('family caregiver', 'military officer')
    >>> way_of_life("carer for disabled child".split())
    ''
    """
    if _cares_for_own(words):
        return CARE
    is_officer = "officer" in words and _NO_OFFICER.isdisjoint(words)
    return SERVICE if is_officer and any(branch in f" {' '.join(words)} " for branch in _branches()) else ""


def _cares_for_own(words: Sequence[str]) -> bool:
    if not words or words[0] not in _FIRST:
        return False
    text = " ".join(words)
    begin = next((begin for begin in _LONGEST_FIRST if text.startswith(f"{begin} ")), "")
    between = words[len(begin.split()) : -1]
    if not begin or len(between) > _LONGEST or words[-1] not in word_table()["relative"]:
        return False
    return not _OWN.isdisjoint(between) or words[-1] not in _CHILD
