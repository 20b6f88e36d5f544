"""
Finds roles and industries by the words of one house, from a table that the house keeps.

The whole text in other letters is a sure find; the words within a longer text are a likely one.
"""

from __future__ import annotations

import csv
import functools
import os
import re
from pathlib import Path

import attrs

from aijobkit import hookimpl
from aijobkit.industries import FoundIndustry
from aijobkit.roles import FoundRole

ENVIRONMENT = "AIJOBKIT_GLOSSARY"
"""Environment variable with the path of the house's own table; without it the sample beside this module is read."""

# Assumptions of ours: a glossary is right about its own words, and nearly so inside a longer text.
SURE = 0.95
LIKELY = 0.7


@attrs.frozen(kw_only=True)
class Entry:
    """
    One row of the glossary.

    Args:
        words: What people of the house say.
        kind: ``role`` or ``industry``.
        code: What it is elsewhere.
        meaning: In plain words.
    """

    words: str
    kind: str
    code: str
    meaning: str


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


@functools.cache
def read_glossary(path: Path) -> tuple[Entry, ...]:
    """
    Return the entries of a glossary in the order of the table.

    Args:
        path: A tab-separated table with the columns words, kind, code and meaning.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(Entry(**row) for row in csv.DictReader(file, delimiter="\t"))


def _glossary() -> tuple[Entry, ...]:
    return read_glossary(Path(os.environ.get(ENVIRONMENT) or Path(__file__).parent / "glossary.tsv"))


def _matches(text: str, kind: str) -> list[tuple[Entry, float, str]]:
    plain = f" {_plain(text)} "
    found = []
    for entry in _glossary():
        words = f" {_plain(entry.words)} "
        if entry.kind == kind and words in plain:
            reason = f"in the glossary of the house, {entry.words!r} means {entry.meaning}"
            found.append((entry, SURE if words == plain else LIKELY, reason))
    return found


@hookimpl
def aijobkit_find_roles(text: str) -> list[FoundRole]:
    """Find roles whose house words occur in *text*."""
    return [FoundRole(code=entry.code, confidence=sure, reason=reason) for entry, sure, reason in _matches(text, "role")]


@hookimpl
def aijobkit_find_industries(text: str) -> list[FoundIndustry]:
    """Find industries whose house words occur in *text*."""
    return [
        FoundIndustry(code=entry.code, confidence=sure, reason=reason) for entry, sure, reason in _matches(text, "industry")
    ]
