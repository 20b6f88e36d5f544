"""
One text on its way to a role: what was read in it, the keys under which it may be filed, and the candidates found.

Candidates and keys are named tuples, which are made in a fraction of the time: a batch makes tens of thousands.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import attrs

from aijobkit.taxonomy.ai_topics import TopicRole
from aijobkit.taxonomy.titles import Peeled
from aijobkit.taxonomy.wording import key_of_words

__all__ = ["NO_WORK", "Key", "Query", "RoleCandidate", "group_of"]

NO_WORK = Peeled(core="")
"""Nothing was read yet, or nothing says a work."""


class RoleCandidate(NamedTuple):
    """
    A role that a text may mean.

    Args:
        code: O*NET-SOC code or code of a catalogue role.
        confidence: Calibrated probability that the text means this role, in [0, 1].
        matched: The known title that matched, or empty.
        reason: Why, in plain words; every repair of a spelling is shown.
        peeled: What was set apart from the text.
        signal: What found it: code, catalogue, everyday, title, abbreviation, name, near or model.
    """

    code: str
    confidence: float
    matched: str
    reason: str
    peeled: Peeled
    signal: str


class Key(NamedTuple):
    """
    A key under which a text may be filed.

    Args:
        key: As `key_of_words` makes it.
        factor: How far what was changed on the way to it lowers the confidence.
        note: What was changed, in plain words.
        words: The words that it was made of, in their order.
        settled: Whether only senses settled by hand count.
        is_foreign: Whether only names in other languages count.
        is_part: Whether it leaves out words of the work, so that what was learned from all of them has a say.
    """

    key: str
    factor: float
    note: str
    words: tuple[str, ...]
    settled: bool = False
    is_foreign: bool = False
    is_part: bool = False


@attrs.define
class Query:
    """
    One text on its way to an answer.

    Args:
        text: As it was written.
        peeled: What was set apart.
        words: Words of the work, repaired as far as that went.
        said: Words of the work as they were said.
        keys: Keys to look up next, the plainest first.
        notes: Repairs to show.
        factor: How far repairs, unknown words and the like lower what was learned.
        unknown: Words that nothing knew.
        refusal: Why there is no answer, if there is none.
        answer: Candidates, best first; None as long as nothing answered.
        topics: AI roles that its subject points to, the surest first.
        heard: How far what was learned decides, in [0, 1]: 0 where the first candidate is known, more where it is only near.
        beside: Words set apart that may decide which work it is: the kind of place, such as "school", and what brackets hold.
    """

    text: str
    peeled: Peeled = NO_WORK
    words: list[str] = attrs.field(factory=list)
    said: Sequence[str] = ()
    keys: list[Key] = attrs.field(factory=list)
    notes: Sequence[str] = ()
    factor: float = 1.0
    unknown: Sequence[str] = ()
    refusal: str = ""
    answer: list[RoleCandidate] | None = None
    topics: Sequence[TopicRole] = ()
    heard: float = 0.0
    beside: Sequence[str] = ()

    def file(
        self,
        words: Iterable[str],
        factor: float,
        note: str = "",
        *,
        settled: bool = False,
        is_foreign: bool = False,
        is_part: bool = False,
    ) -> None:
        """Add the key of *words*, unless it is among the keys already."""
        words = tuple(words)
        key = key_of_words(words)
        if key and key not in [other.key for other in self.keys]:
            self.keys.append(Key(key, factor, note, words, settled, is_foreign, is_part))


@functools.lru_cache(maxsize=4096)
def group_of(code: str) -> str:
    """
    Return what counts as one role: the SOC code of six digits, or the code of a catalogue role.

    Examples:
        >>> group_of("15-1299.08"), group_of("aijobkit:ai-engineer")
        ('15-1299', 'aijobkit:ai-engineer')
    """
    return code if ":" in code else code[:7]
