"""
What is recorded of a plugin that failed: enough for its author, nothing about the person.

A message of a foreign exception may repeat anything that the plugin was given, whole or in part.  So it is shown only where it
holds none of the person's own texts, no telling word of them and no longer piece, on one line, without paths and memory
addresses, which would also differ from run to run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypeGuard

from aijobkit.advice import AdviceFailure
from aijobkit.errors import InvalidValueError
from aijobkit.people import Person, Position
from aijobkit.plans import Step, SwitchPlan

__all__ = ["describe_error", "one_line", "own_texts", "repeats", "shows_a_value", "sorted_failures", "without_value"]

# Long enough for a sentence with a name in it, short enough for a line or two of a terminal.
_LONGEST_MESSAGE = 240
_SHORTEST_TELLING_WORD = 3
_TELLING_NOTHING = frozenset(("and", "for", "from", "the", "with"))
# An assumption: as many letters in a row, shared with a text of the person, are a piece of that text and no accident.
_TELLING_PIECE = 12
_STEERING = ("Cc", "Cf", "Cs", "Zl", "Zp")
_ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]+")
_PATH = re.compile(r"""(?:[A-Za-z]:)?(?:[\\/][^\\/\s'"():,;]+)+[\\/](?=[^\\/\s'"():,;]+)""")
_QUOTED = re.compile("“([^”]+)”")
_OWN_FIELDS = frozenset(("answer", "text"))
"""What `InvalidValueError` names where the check of an answer itself refuses one."""
_WITHHELD = "what it said is withheld, because it repeats something that the person said"


def one_line(text: str, *, longest: int = _LONGEST_MESSAGE) -> str:
    """
    Return the first line of *text* with something on it, without characters that steer a terminal or turn writing round.

    Args:
        text: Any text.
        longest: Number of characters from which it is cut, the cut being shown.

    Examples:
        >>> one_line("\\n  no such file\\nTraceback")
        'no such file'
    """
    lines = [line.strip() for line in text.splitlines()]
    first = next((line for line in lines if line), "")
    clean = "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(char) in _STEERING else char for char in first)
    return clean if len(clean) <= longest else clean[: longest - 1] + "…"


def own_texts(arguments: Mapping[str, object]) -> tuple[str, ...]:
    """
    Return what the person told about themselves, as far as the arguments of a hook hold it, sorted.

    Args:
        arguments: The named arguments that a hook was called with.
    """
    found: set[str] = set()
    for value in arguments.values():
        if isinstance(value, SwitchPlan):
            found.update((*_texts_of(value.person), *_texts_of_places(value.target), *_texts_of_notes(value.notes)))
        elif isinstance(value, Person):
            found.update(_texts_of(value))
        elif isinstance(value, Step):
            found.update(_texts_of_places(value.origin, value.target))
        elif isinstance(value, str):
            found.update(_with_words(value))
    return tuple(sorted(text for text in found if text.strip()))


def _with_words(text: str) -> tuple[str, ...]:
    """Return *text* and the words of it that tell something: half a name is still a name."""
    words = re.findall(r"\w+", text)
    telling = [word for word in words if len(word) >= _SHORTEST_TELLING_WORD and word.casefold() not in _TELLING_NOTHING]
    return (text, *telling)


def _texts_of(person: Person) -> set[str]:
    names = (person.name, *person.schools, *person.skills)
    return {*_texts_of_places(person.position, *person.past), *(text for name in names for text in _with_words(name))}


def _texts_of_places(*positions: Position) -> set[str]:
    texts: set[str] = set()
    for position in positions:
        # The words of these are everybody's: without "data" and "science" no message could say anything.
        texts.update((position.role.title, position.role.code))
        if position.industry is not None:
            texts.add(position.industry.title)
        if position.employer is not None:
            texts.update(_with_words(position.employer.name))
    return texts


def _texts_of_notes(notes: Iterable[str]) -> set[str]:
    """Return the notes, whose sentences are ours, and what they quote, which is the person's."""
    quoted = (part for note in notes for part in _QUOTED.findall(note))
    return {*notes, *(text for part in quoted for text in _with_words(part))}


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _pieces(text: str) -> set[str]:
    return {text[start : start + _TELLING_PIECE] for start in range(len(text) - _TELLING_PIECE + 1)}


def repeats(message: str, secrets: Iterable[str]) -> bool:
    """
    Say whether *message* holds one of the *secrets* as words, or a longer piece of one, whatever the case and the spaces.

    >>> repeats("no data for PYTHON", ["Python"]), repeats("cannot read 'mooring of airsh", ["Mooring of airships"])
    (True, True)
    """
    said = _folded(message)
    pieces = _pieces(said)
    for secret in secrets:
        for form in {_folded(secret), _folded(secret.encode("unicode_escape").decode("ascii"))}:
            if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", said) or not pieces.isdisjoint(_pieces(form)):
                return True
    return False


def without_value(error: InvalidValueError) -> str:
    """
    Return what was refused and what would be accepted, but not the value: a plugin may have made it from what the person said.

    >>> without_value(InvalidValueError("Advice.title", "For Ada\x07", "give readable text"))
    'Advice.title: what was given is not accepted; give readable text'
    """
    return f"{error.field}: what was given is not accepted; {error.hint}"


def describe_error(error: BaseException | str, *, secrets: Iterable[str] = ()) -> str:
    """
    Return the kind of *error* and what it said, fit for a result that may be shown to others.

    Args:
        error: What a plugin raised, or our own sentence about what is wrong with it.
        secrets: Texts that must not be repeated, not even a longer piece of one; where that happens the message is withheld
            and its kind remains.

    Examples:
        >>> describe_error(KeyError("Ada"), secrets=["Ada"])
        'KeyError: what it said is withheld, because it repeats something that the person said'
    """
    hidden = tuple(secrets)
    kind = "" if isinstance(error, str) else one_line(type(error).__name__, longest=60)
    if repeats(kind, hidden):
        kind = "Exception"  # a class can be named after what the person said, too
    try:
        whole = without_value(error) if hidden and shows_a_value(error) else str(error)
    except Exception:  # noqa: BLE001  # an exception of a stranger may even fail to say what it is
        whole = ""
    shown = one_line(_PATH.sub("…/", _ADDRESS.sub("", whole)))
    said = _WITHHELD if repeats(whole, hidden) else shown
    return ": ".join(part for part in (kind, said) if part) or "an error without a name"


def shows_a_value(error: BaseException | str) -> TypeGuard[InvalidValueError]:
    """Say whether the message of *error* shows a value; what our own check of an answer shows is the name of its kind."""
    return isinstance(error, InvalidValueError) and error.field not in _OWN_FIELDS


def sorted_failures(*groups: Iterable[AdviceFailure]) -> tuple[AdviceFailure, ...]:
    """
    Return all failures of *groups* once each, sorted by provider, hook and error.

    >>> failure = AdviceFailure(provider="school:tips", hook="load", error="ImportError: no module named 'tips'")
    >>> len(sorted_failures([failure], [failure]))
    1
    """
    unique = {failure for group in groups for failure in group}
    return tuple(sorted(unique, key=lambda one: (one.provider, one.hook, one.error, one.distribution, one.version)))
