"""
Fields of work, which are no job: "law", "AI", "something with computers".

Many people say a field where they are asked for a job.  The table ``catalogue/work_fields.tsv`` names the occupations that
people in it mean most often, from general knowledge; which one is meant, only the person can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from aijobkit.taxonomy.wording import key_of_words, word_table, words_of

__all__ = ["WorkField", "WorkFields"]


class WorkField(NamedTuple):
    """
    A field of work.

    Args:
        name: As people say it.
        codes: Occupations that are meant most often, in their order.
    """

    name: str
    codes: tuple[str, ...]


class WorkFields:
    """
    Finds the field that a text names.

    Args:
        rows: Name and codes, as the table has them.

    Examples:
        >>> fields = WorkFields([("law", "23-1011.00,23-2011.00")])
        >>> fields.find(["in", "law"]).codes
        ('23-1011.00', '23-2011.00')
        >>> fields.find(["law", "clerk"])
    """

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        self._fields = {key_of_words(words_of(name)): WorkField(name, tuple(codes.split(","))) for name, codes in rows}

    def find(self, words: Sequence[str]) -> WorkField | None:
        """Return the field that *words* in normal form name and nothing beside it; None where they say more, or no field."""
        if (field := self._fields.get(key_of_words(words))) is not None:
            return field
        vague = word_table().get("vague", {})
        return self._fields.get(key_of_words([word for word in words if word not in vague]))
