"""
Texts that name several jobs: "nurse or teacher", "chef/baker", "student and waiter".

A title may hold "and" or a slash itself, as "painter and decorator" does, and a word may be said once for two, as in "CNC
operator/programmer", which is one job, and "sales or marketing manager", which is two.  Several jobs are named only where every
one is a known title; which is meant, only the person can tell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from aijobkit.taxonomy.senses import SETTLED, Row
from aijobkit.taxonomy.wording import SENSES, key_of_words, word_table, words_of

__all__ = ["SeveralJobs", "several_jobs"]

MOST_PARTS = 6
"""Parts of a text that may be jobs each; a longer list is no answer to what somebody works as (assumption)."""

_PEOPLE = ("head_analyst", "head_engineer", "head_lead", "head_research")
"""Kinds of words for people in the table of words."""
_BETWEEN = re.compile(r"\s+(?:and\s*/\s*or|or|and|\+|[-=]*>|→)\s+|\s*[/;|&]\s*", re.IGNORECASE)
_SIGN = re.compile(r"\s*[/;|&]\s*")
_OR = re.compile(r"\bor\b", re.IGNORECASE)
_APART = re.compile(r"\s/\s|[;|>→]")
_COMMA = re.compile(r"\s*,\s*")
_EITHER = re.compile(r"^either\s+", re.IGNORECASE)


class SeveralJobs:
    """
    The parts of a text that may be jobs each.

    Args:
        text: The text, without what was set apart.
        parts: Words of each part.
        is_either: Whether "or" is between them, so that no two of them are one job.
        is_turned: Whether they may be one title that was turned round, at a comma or another sign.
        most: The last of the senses in which every part must be known.
    """

    def __init__(self, text: str, parts: list[list[str]], *, is_either: bool, is_turned: bool, most: int) -> None:
        self._whole = words_of(text)
        self._parts = parts
        self._is_either = is_either
        self._is_turned = is_turned
        self._most = most

    def keys(self) -> set[str]:
        """Return the keys that `named` has to know."""
        completed = [words for some in map(self._completed, range(len(self._parts))) for words in some]
        return {key_of_words(words) for words in (*self._parts, *completed, self._whole)}

    def named(self, filed: Mapping[str, Sequence[Row]]) -> list[list[str]]:
        """
        Return the words of the jobs that are named; none where the text is one title, or not all of it is known.

        Args:
            filed: What is filed under each of the `keys`.
        """
        # A nurse or midwife is no nurse midwife, though a key knows nothing of "or", nor of the order of words.
        whole = filed.get(key_of_words(self._whole), ())
        if any(self._is_turned or words_of(title) == self._whole for _, _, title in whole):
            return []
        # Of "fitter and turner" the whole alone is settled; of "nurse and midwife" both parts are, too.
        if not self._is_either and any(sense <= SETTLED for sense, _, _ in whole) and not self._are_settled(filed):
            return []
        completed = [[words for words in self._completed(at) if self._knows(filed, words)] for at in range(len(self._parts))]
        if not self._is_either and any(completed):
            return []
        # "Nurse or care assistant" says no nurse assistant; "CNC operator or programmer" does say a CNC programmer.
        found = [
            part if self._knows(filed, part) and (at == 0 or not some) else [*some, part][0]
            for at, (part, some) in enumerate(zip(self._parts, completed, strict=True))
        ]
        # A copywriter/SEO is one job: a short form beside a whole title tells more of it.
        is_short = {self._sense(filed, words) == SENSES["short"] for words in found}
        return found if len(is_short) == 1 and all(self._knows(filed, words) for words in found) else []

    def _are_settled(self, filed: Mapping[str, Sequence[Row]]) -> bool:
        """Say whether every part by itself has a settled meaning."""
        return all(self._sense(filed, part) <= SETTLED for part in self._parts)

    def _knows(self, filed: Mapping[str, Sequence[Row]], words: Sequence[str]) -> bool:
        return self._sense(filed, words) <= self._most

    @staticmethod
    def _sense(filed: Mapping[str, Sequence[Row]], words: Sequence[str]) -> int:
        """Return the most settled sense of *words*; one behind the last where they have none."""
        return min((sense for sense, _, _ in filed.get(key_of_words(words), ())), default=max(SENSES.values()) + 1)

    def _completed(self, at: int) -> list[list[str]]:
        """Return the wordings in which a part has what may be said once for all: the last word, or the first ones."""
        part, first, last = self._parts[at], self._parts[0], self._parts[-1]
        if part is first:
            return [[*part, last[-1]]] if len(last) > 1 else []
        return [[*first[:-1], *part]] if len(part) == 1 and len(first) > 1 else []


def _is_word(part: str) -> bool:
    return len(words_of(part)) == 1


def _is_of_people(part: str) -> bool:
    """Say whether a part ends in a word for people who work on something, as "data scientist" does."""
    last = words_of(part)[-1:]
    return any(last == [word] for kind in _PEOPLE for word in word_table()[kind])


def several_jobs(text: str, said: str) -> SeveralJobs | None:
    """
    Return the parts of a text that may be jobs each; None where it has but one.

    Args:
        text: The text, without what was set apart; what stood between its parts is a comma there.
        said: The text as it was said.

    Examples:
        >>> sorted(several_jobs("either nurse or teacher", "either nurse or teacher").keys())
        ['either nurse teacher', 'nurse', 'teacher']
        >>> several_jobs("nurse", "Nurse (nights)")
    """
    between = _BETWEEN.findall(text)
    if not between and "," not in text:
        return None
    most, is_turned = SENSES["short"], all(map(_SIGN.fullmatch, between))
    parts = (_BETWEEN if between else _COMMA).split(text)
    if not between and len(parts) == 2 and _APART.search(said) is None:
        # One comma mostly stands before what somebody works on: "clerk, payroll", "product manager, computer vision".
        if not (all(map(_is_word, parts)) or all(map(_is_of_people, parts))):
            return None
        most, is_turned = SENSES["everyday"], True
    found = [words_of(_EITHER.sub("", part)) for part in parts]
    if not 1 < len(found) <= MOST_PARTS or not all(found):
        return None
    return SeveralJobs(text, found, is_either=any(map(_OR.search, between)), is_turned=is_turned, most=most)
