"""
Answers that leave the job open: fields of work ("law", "AI") and bare ranks and trades ("supervisor", "owner").

Many people say one of these where they are asked for a job, and O*NET lists some of them under a single odd occupation ("Owner"
is a urologist there).  The table ``catalogue/work_fields.tsv`` names the occupations that are meant most often, from general
knowledge; which one is meant, only the person can tell.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from aijobkit.taxonomy.wording import SMALL_WORDS, key_of_words, word_table, words_of

__all__ = ["WorkField", "WorkFields"]


class WorkField(NamedTuple):
    """
    A field of work, or a word that many jobs are called.

    Args:
        name: As people say it.
        codes: Occupations that are meant most often, in their order.
    """

    name: str
    codes: tuple[str, ...]


@functools.cache
def _vague() -> frozenset[str]:
    """Words that say nothing of the work beside a field."""
    return SMALL_WORDS.union(word_table().get("vague", {}))


class WorkFields:
    """
    Finds the field that a text names.

    Args:
        rows: Name and codes, as the table has them.

    Examples:
        >>> fields = WorkFields([("law", "23-1011.00,23-2011.00")])
        >>> fields.find(["law", "industry"]).codes
        ('23-1011.00', '23-2011.00')
        >>> fields.exactly(["law", "clerk"])
    """

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        self._fields = {key_of_words(words_of(name)): WorkField(name, tuple(codes.split(","))) for name, codes in rows}

    def exactly(self, words: Sequence[str]) -> WorkField | None:
        """Return the field whose name is *words*, in normal form, small ones apart."""
        return self._fields.get(key_of_words(words))

    def find(self, words: Sequence[str]) -> WorkField | None:
        """Return the field that *words* name beside nothing but vague ones; None where they say more, or no field."""
        vague = _vague()
        if not words or (words[0] not in vague and words[-1] not in vague):
            return self.exactly(words)
        before = sum(1 for _ in itertools.takewhile(vague.__contains__, words))
        behind = sum(1 for _ in itertools.takewhile(vague.__contains__, reversed(words)))
        # As much as possible is kept: the public sector is no vague public.
        ends = [len(words) - count for count in range(behind + 1)]
        return next(filter(None, (self.exactly(words[start:end]) for start in range(before + 1) for end in ends)), None)
