"""
What a hook may answer: types, limits and texts are checked here, before anything of a stranger enters a result.

What is good is kept and what is not becomes a problem in words; nothing is lost without being counted.
"""

from __future__ import annotations

import inspect
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from aijobkit.advice import Advice
from aijobkit.errors import InvalidValueError
from aijobkit.industries import FoundIndustry
from aijobkit.plans import ReportFormat, StepWeight
from aijobkit.plugins.failures import shows_a_value, without_value
from aijobkit.roles import FoundRole, RoleDefinition

__all__ = ["KINDS", "MOST_ADVICE", "MOST_ANSWERS", "Problem", "read_answer"]

# Assumptions of ours.  A person reads a handful of pieces of advice; a catalogue may hold some thousand roles.
MOST_ADVICE = 40
MOST_ANSWERS = 10_000
# From here on answers are no longer counted: a generator without an end would hold up everybody.
_MOST_COUNTED = 100_000
_LONGEST_TEXT = 20_000
# Overrides and isolates of the writing direction: with them a text reads otherwise than it is written.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

KINDS: Mapping[str, tuple[type[Any], bool, int]] = {
    "aijobkit_advise": (Advice, True, MOST_ADVICE),
    "aijobkit_find_industries": (FoundIndustry, True, MOST_ANSWERS),
    "aijobkit_find_roles": (FoundRole, True, MOST_ANSWERS),
    "aijobkit_report_formats": (ReportFormat, True, MOST_ANSWERS),
    "aijobkit_roles": (RoleDefinition, True, MOST_ANSWERS),
    "aijobkit_weigh_step": (StepWeight, False, 1),
}
"""For every hook: the class of an answer, whether there may be several, and how many at most."""

_ABOUT_NOBODY = frozenset(("aijobkit_report_formats", "aijobkit_roles"))
"""Hooks that are asked without anything of the person, so that what is refused can be shown to its author."""

Problem = BaseException | str
"""What went wrong: an exception of the plugin, or our own sentence."""


def _plain_text(value: str) -> str:
    text = str.__str__(value)  # a subclass of str may behave otherwise than it looks
    if len(text) > _LONGEST_TEXT:
        raise InvalidValueError("text", f"{len(text)} characters", f"give at most {_LONGEST_TEXT}")
    if not _TURNING.isdisjoint(text):
        name = unicodedata.name(next(char for char in text if char in _TURNING)).lower()
        raise InvalidValueError("text", name, "give text without characters that turn the direction of writing")
    return text


def _afresh(value: Any) -> Any:
    """Build *value* again from its fields, so that what was forced into a frozen value is validated after all."""
    if isinstance(value, str):
        return _plain_text(value)
    if isinstance(value, (tuple, list)):
        return tuple(_afresh(member) for member in value)
    kind = type(value)
    if not attrs.has(kind):
        return value
    if not kind.__module__.startswith("aijobkit."):
        raise InvalidValueError("answer", kind.__name__, "give the values of aijobkit themselves, not subclasses of them")
    return kind(**{field.name: _afresh(getattr(value, field.name)) for field in attrs.fields(kind)})


def _checked(value: Any, kind: type[Any], provider: str) -> Any:
    if type(value) is not kind:
        raise InvalidValueError("answer", type(value).__name__, f"give {kind.__name__}")
    return _afresh(attrs.evolve(value, provider=provider) if hasattr(kind, "provider") else value)


def _one(answer: Any, hook: str, provider: str) -> tuple[list[Any], list[Problem]]:
    kind = KINDS[hook][0]
    try:
        return [_checked(answer, kind, provider)], []
    except Exception as error:  # noqa: BLE001  # what a stranger hands over may fail in any way
        return [], [error if hook in _ABOUT_NOBODY or not shows_a_value(error) else without_value(error)]


def read_answer(answer: Any, hook: str, provider: str) -> tuple[tuple[Any, ...], tuple[Problem, ...]]:
    """
    Return what is good in the answer of a plugin, and what is wrong with the rest.

    Args:
        answer: Whatever the implementation returned.
        hook: The hook that was called; decides what is accepted.
        provider: Who answered; written into each value that has room for it.

    Returns:
        The good values in the order given, and problems: exceptions or sentences.  A generator that fails half-way keeps what
        it gave before.  Never raises anything but `KeyboardInterrupt`.
    """
    kind, several, _ = KINDS[hook]
    if answer is None:
        return (), ()
    if inspect.iscoroutine(answer):
        answer.close()  # otherwise Python warns about it later, far from here
        return (), (f"is an async function; give a plain one that returns {kind.__name__}",)
    if not several:
        values, problems = _one(answer, hook, provider)
        return tuple(values), tuple(problems)
    wanted = f"give a list of {kind.__name__}"
    if isinstance(answer, (str, bytes, Mapping, kind)) or not isinstance(answer, Iterable):
        return (), (f"answered with one {type(answer).__name__}; {wanted}",)
    return _many(answer, hook, provider)


def _many(answer: Iterable[Any], hook: str, provider: str) -> tuple[tuple[Any, ...], tuple[Problem, ...]]:
    most = KINDS[hook][2]
    good: list[Any] = []
    problems: list[Problem] = []
    bad: list[tuple[int, Problem]] = []
    count = 0
    try:
        for value in answer:
            count += 1
            if count > _MOST_COUNTED:
                break
            if count > most:
                continue
            values, faults = _one(value, hook, provider)
            good += values
            bad += [(count, fault) for fault in faults]
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001  # a generator may fail half-way, even with SystemExit
        problems.append(error)
    if count > most:
        number = f"{count}" if count <= _MOST_COUNTED else f"more than {_MOST_COUNTED}"
        cut = f"{count - most}" if count <= _MOST_COUNTED else "all others"
        problems.append(f"gave {number} answers; the first {most} are kept and {cut} were cut")
    if bad:
        position, first = bad[0]
        problems.append(f"{len(bad)} of {min(count, most)} answers were refused; number {position}: {first}")
    return tuple(good), tuple(problems)
