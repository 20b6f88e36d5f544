"""
What is no job title at all, and how to say so.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Collection, Sequence

from aijobkit.taxonomy.titles import DEGREE
from aijobkit.taxonomy.wording import normalise, word_table, words_of

__all__ = ["STATUS", "is_sentence", "looks_like_work", "no_title", "of_a_tool", "strange_text"]

STATUS = "this says a status, not a job"
LONGEST = 300
"""Longer texts (letters) are no job title."""

_FOREIGN = frozenset(
    # The commonest small words of German, French, Spanish and Portuguese that are no English words.
    "und fuer fur der das den dem im mit bei oder als ein eine zum zur von ist bin ich "  # noqa: SIM905
    "le les des du pour et une dans chez avec sur aux je suis "
    "el los las del para por con una soy como y em da dos uma sou".split()
)
_PERSONAL = frozenset(("i", "me", "my", "myself", "you", "your", "he", "she", "they", "we", "our"))
"""Words of sentences; no title has them.  "I am a nurse" is read without its beginning before."""
_ENDINGS = ("er", "or", "ist", "ian", "ant", "man", "smith", "wright")
_ADDRESS = re.compile(r"\s*\S+@\S+\.[a-z]+\s*", re.IGNORECASE)
_CODE = re.compile(r"\s*\d{2}-\d{4}(?:\.\d{2})?\s*")


def no_title(text: str) -> str:
    """
    Say why a text cannot be a title, whatever is known; empty when it can.

    Examples:
        >>> no_title("12 34")
        'there is no word in this'
        >>> no_title("nurse")
        ''
    """
    if len(text) > LONGEST:
        return f"this is longer than {LONGEST} letters; give the title alone"
    if not any(map(str.isalpha, text)):
        return "" if _CODE.fullmatch(text) else "there is no word in this"
    if "@" in text and _ADDRESS.fullmatch(text):
        return "this is an address, not a job"
    if text.isascii():
        return ""
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum("LATIN" in unicodedata.name(letter, "") for letter in letters)
    return "" if 2 * latin >= len(letters) else "this is in a script that we do not read; try the English title"


def of_a_tool(words: Sequence[str]) -> str:
    """
    Say that words name a tool alone, as a language of programs or an application is; empty when they say more.

    Examples:
        >>> of_a_tool(["python"])
        'this names a tool, not a job; say what you do with it'
        >>> of_a_tool(["python", "developer"])
        ''
    """
    return "this names a tool, not a job; say what you do with it" if " ".join(words) in word_table()["tool"] else ""


def strange_text(text: str, core: str, content: Sequence[str], unknown: Collection[str], unrepaired: Collection[str]) -> str:
    """
    Say why a text in which no title was found is none; empty when it may be one.

    Args:
        text: The text.
        core: What of it was left as the work, as written.
        content: Its words that carry meaning, read and repaired as far as that went.
        unknown: Those of them that no title has.
        unrepaired: Those that nothing knew before spelling was repaired.
    """
    words = words_of(text)
    pastimes, phrases, begin = _pastimes()
    is_pastime = not pastimes.isdisjoint(words)
    if not is_pastime and not begin.isdisjoint(words):
        line = f" {' '.join(words)} "
        is_pastime = any(phrase in line for phrase in phrases)
    if is_pastime or is_sentence(core, content):
        return "this reads like a sentence or a pastime, not a job title"
    if DEGREE.match(text) and not looks_like_work(next((word for word in reversed(content) if not word.isdigit()), "")):
        return "this names a degree or an examination, not a job; say what you work as"
    signs = _foreign_signs(text, words)
    if unrepaired and (signs > 1 or (signs and 2 * len(unrepaired) >= len(content))):
        return "this seems to be in another language, and no name we know in it matches; try the English title"
    if len(unknown) == len(content) and not any(looks_like_work(word) for word in unknown):
        return "no word of this is known from job titles"
    return ""


def is_sentence(core: str, content: Collection[str]) -> bool:
    """Say whether somebody speaks of persons, as in no title: by the work as written, or by its words that carry meaning."""
    # "me", which may stand for a mechanical engineer, is a word of sentences unless it is in capitals.
    spoken = (word.lower() for word in core.split() if not word.isupper())
    return not (_PERSONAL.isdisjoint(content) and _PERSONAL.isdisjoint(spoken))


@functools.cache
def _pastimes() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Return the words that name a pastime, the phrases that do, in normal form between spaces, and their first words."""
    named = word_table().get("hobby", {})
    phrases = [normalise(phrase) for phrase in named if " " in phrase]
    return frozenset(named), tuple(f" {phrase} " for phrase in phrases), frozenset(phrase.split(" ")[0] for phrase in phrases)


def _foreign_signs(text: str, words: Sequence[str]) -> int:
    """Count the signs of another language: its small words, and letters with accents."""
    accents = not text.isascii() and any(letter > "\x7f" and letter.isalpha() for letter in text)
    return accents if _FOREIGN.isdisjoint(words) else accents + sum(word in _FOREIGN for word in words)


def looks_like_work(word: str) -> bool:
    """Say whether an unknown word ends as names of people at work do."""
    return len(word) >= 6 and word.endswith(_ENDINGS)
