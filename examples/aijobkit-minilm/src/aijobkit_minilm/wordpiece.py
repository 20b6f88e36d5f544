"""
Text to word pieces, as BERT's uncased models want them; standard library only.

The same pieces as the ``tokenizers`` package gives (a test compares them), without its twenty further packages.
"""

from __future__ import annotations

import functools
import unicodedata
from pathlib import Path

__all__ = ["WordPieces"]

LONGEST_WORD = 100
"""Longer words are unknown as a whole; BERT's own limit."""

MOST_PIECES = 64
"""Pieces of one text that are read, the two marks included; a job title has about six."""

# First and last code point of what BERT counts as Chinese characters; each is a word.
_CHINESE = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


def _is_punctuation(char: str) -> bool:
    # ASCII symbols such as $ and + are letters to Unicode's eye but stand alone for BERT.
    return (char.isascii() and char.isprintable() and not char.isalnum() and char != " ") or (
        unicodedata.category(char)[0] == "P"
    )


def _is_chinese(char: str) -> bool:
    return ord(char) >= 0x3400 and any(first <= ord(char) <= last for first, last in _CHINESE)


def _words(text: str) -> list[str]:
    """Split *text* at spaces and round punctuation; lower case, accents dropped, control characters gone."""
    spaced = []
    for char in text:
        category = unicodedata.category(char)
        if char in "\t\n\r" or category == "Zs":
            spaced.append(" ")
        elif char not in "\0\ufffd" and category[0] != "C":
            spaced.append(f" {char} " if _is_chinese(char) else char)
    plain = "".join(char for char in unicodedata.normalize("NFD", "".join(spaced)) if unicodedata.category(char) != "Mn")
    return "".join(f" {char} " if _is_punctuation(char) else char for char in plain.lower()).split()


class WordPieces:
    """
    A vocabulary and the greedy reading of texts with it.

    Args:
        vocabulary: Pieces in the order of their numbers; pieces inside a word start with ``##``.

    Examples:
        >>> pieces = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "data", "base", "##base"])
        >>> pieces.numbers("Database base!")
        (2, 4, 6, 5, 1, 3)
    """

    def __init__(self, vocabulary: list[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown, self._start, self._end = (self._numbers[mark] for mark in ("[UNK]", "[CLS]", "[SEP]"))
        self._of_word = functools.lru_cache(maxsize=16384)(self._split)

    @classmethod
    def read(cls, path: Path) -> WordPieces:
        """Read ``vocab.txt``: one piece per line."""
        return cls(path.read_text(encoding="utf-8").split("\n"))

    def _split(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        start = 0
        while start < len(word) <= LONGEST_WORD:
            prefix = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self._numbers.get(prefix + word[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return (self._unknown,)
        return tuple(found) or (self._unknown,)

    def numbers(self, text: str) -> tuple[int, ...]:
        """Return the numbers of the pieces of *text* between the marks of start and end, at most `MOST_PIECES`."""
        inside = [number for word in _words(text[: MOST_PIECES * LONGEST_WORD]) for number in self._of_word(word)]
        return (self._start, *inside[: MOST_PIECES - 2], self._end)
