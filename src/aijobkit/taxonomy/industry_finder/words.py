"""
Words of industry phrases: folding, number, stems, keys, slips of the keys.

Pure text work: knows no table and no code.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Sequence

from aijobkit.taxonomy.spelling import FIRST_LETTER, costs, plain_slip

__all__ = [
    "JOINING", "REMEMBERED", "WORD", "fold", "is_plain_slip", "is_readable", "key_of", "nearest", "parted", "phrase_key",
    "resembling", "shortened", "singular", "stem", "term_stems", "word_set", "words_of",
]  # fmt: skip

REMEMBERED = 4096
_TERMS_REMEMBERED = 32768
# Longer texts are descriptions, not names of an industry.
_LONGEST_TEXT = 120


def word_set(words: str) -> frozenset[str]:
    """Return the words of a constant, written with blanks between."""
    return frozenset(words.split())


JOINING = frozenset(("a", "an", "and", "for", "in", "of", "or", "the", "to"))
_PLURAL_LOOKING = word_set(
    "analytics arms bus business communications economics electronics gas glasses goods graphics logistics mathematics "
    "news operations physics robotics securities series sports systems us gis ems"
)
WORD = re.compile(r"[a-z0-9]+")
_ENDINGS = ("ation", "ment", "ing", "ion", "ist", "ery", "er", "or", "al", "ed", "ry", "y", "e")
_SHORTEST_STEM = 4
# Two slips are believed in long words only, with the same first letter; costs as in `spelling` (assumption).
_LONG_WORD, _MOST_SLIPS = 8, 2.2
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


_START_UP = re.compile(r"\bstart[\s-]up(?=s?\b)")


def fold(text: str) -> str:
    """Return *text* in small letters without accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def singular(word: str) -> str:
    """Return *word* without its plural ending; need not be a word, only the same for both numbers."""
    if len(word) <= 3 or word in _PLURAL_LOOKING:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("ie"):
        return word[:-2] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@functools.lru_cache(maxsize=REMEMBERED)
def words_of(text: str) -> tuple[str, ...]:
    """Return the singular words of *text* in their order."""
    folded = re.sub(r"[\u2019'\u00b4`]s?\b", "", fold(text).replace("&", " and ").replace("+", " and "))
    if "start" in folded:
        folded = _START_UP.sub("startup", folded)
    return tuple(singular(word) for word in WORD.findall(folded))


def key_of(words: Iterable[str]) -> str:
    """Return singular words as one key, joining words left out."""
    return "".join(word for word in words if word not in JOINING)


def phrase_key(text: str) -> str:
    """
    Return what two spellings of one phrase have in common: small letters, singular, no joining words, spaces or marks.

    Args:
        text: Any text.

    Examples:
        >>> phrase_key("Non-Profits"), phrase_key("nonprofit"), phrase_key("Oil & Gas"), phrase_key("oil and gas")
        ('nonprofit', 'nonprofit', 'oilgas', 'oilgas')
    """
    return key_of(words_of(text))


def is_readable(text: str) -> bool:
    """Say whether *text* is in Latin letters (or is a code) and short enough to be a name."""
    if not text or len(text) > _LONGEST_TEXT:
        return False
    letters = [char for char in text if char.isalpha()]
    latin = sum("LATIN" in unicodedata.name(char, "") for char in letters)
    if not letters:
        return any(char.isdigit() for char in text)
    return latin == len(letters)


@functools.lru_cache(maxsize=_TERMS_REMEMBERED)
def stem(word: str) -> str:
    """Return a rough stem; only has to part what the stemmer of the search throws together, hospital and hospitality."""
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORTEST_STEM), "")
    return word[: len(word) - len(ending)]


@functools.lru_cache(maxsize=_TERMS_REMEMBERED)
def term_stems(term: str) -> tuple[str, ...]:
    """Return the stems of a search term without what it says in brackets, which is examples and exceptions."""
    plain = re.sub(r"\([^)]*\)?", " ", term)
    return tuple(stem(word) for word in words_of.__wrapped__(plain) if word not in JOINING)


def shortened(words: Sequence[str], spelt: Sequence[str], dropped: frozenset[str]) -> Iterable[str]:
    """Give the keys of ever shorter forms: other spelling, then without empty words from the end and from the front."""
    seen = {key_of(words), ""}
    for form in (list(words), list(spelt)):
        while form:
            key = key_of(form)
            if key not in seen:
                seen.add(key)
                yield key
            if form[-1] in dropped or form[-1] in JOINING:
                form.pop()
            elif form[0] in dropped or form[0] in JOINING:
                form.pop(0)
            else:
                break
        key = key_of(word for word in form if word not in dropped)
        if key not in seen:
            seen.add(key)
            yield key


def parted(word: str, known: dict[str, int]) -> str:
    """Return an unknown word as the two known words it is written of, where there are such."""
    if word in known:
        return word
    cuts = ((word[:at], word[at:]) for at in range(3, len(word) - 2))
    pairs = [(min(known[head], known[tail]), head, tail) for head, tail in cuts if head in known and tail in known]
    return " ".join(max(pairs)[1:]) if pairs else word


def nearest(word: str, known: dict[str, int]) -> str | None:
    """Return the most usual known word at one slip of the keys from *word*; None where there is none."""
    if len(word) < 5 or any(char.isdigit() for char in word):
        return None
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    slips = {head + tail[1:] for head, tail in cuts if tail}
    slips |= {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    slips |= {head + letter + tail[1:] for head, tail in cuts if tail for letter in _LETTERS}
    slips |= {head + letter + tail for head, tail in cuts for letter in _LETTERS}
    near = [slip for slip in slips if slip in known]
    return min(near, key=lambda slip: (-known[slip], slip), default=None)


def is_plain_slip(word: str, meant: str) -> bool:
    """Say whether *word* is so near to *meant* that one believes the slip without any other word beside it."""
    return costs([(word, meant)])[0] + FIRST_LETTER * (word[0] != meant[0]) <= plain_slip(word)


def resembling(word: str, known: dict[str, int]) -> str | None:
    """Return the known word at two slips of the keys from a long *word*, the nearest and most usual; None for none."""
    if len(word) < _LONG_WORD or any(char.isdigit() for char in word):
        return None
    alike = [
        other for other in known if other[0] == word[0] and abs(len(other) - len(word)) <= 2 and len(other) >= _LONG_WORD - 1
    ]
    told = zip(costs([(word, other) for other in alike]), alike, strict=True)
    near = [(cost, -known[other], other) for cost, other in told if cost <= _MOST_SLIPS]
    return min(near)[2] if near else None
