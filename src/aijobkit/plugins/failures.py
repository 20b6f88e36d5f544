"""
What is recorded of a plugin that failed: enough for its author, nothing about the person.

A message of a foreign exception may repeat anything that the plugin was given.  So it is shown only where it holds none of
the person's own texts, on one line, without paths and memory addresses, which would also differ from run to run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from aijobkit.advice import AdviceFailure
from aijobkit.people import Person
from aijobkit.plans import Step, SwitchPlan

__all__ = ["describe_error", "one_line", "own_texts", "sorted_failures"]

# Long enough for a sentence with a name in it, short enough for a line or two of a terminal.
_LONGEST_MESSAGE = 240
_SHORTEST_TELLING_WORD = 3
_STEERING = ("Cc", "Cf", "Cs", "Zl", "Zp")
_ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]+")
_PATH = re.compile(r"""(?:[A-Za-z]:)?(?:[\\/][^\\/\s'"():,;]+)+[\\/](?=[^\\/\s'"():,;]+)""")
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
        person = value.person if isinstance(value, SwitchPlan) else value
        if isinstance(person, Person):
            found.update(_texts_of(person))
        elif isinstance(value, Step):
            found.add(value.origin.role.title)
        elif isinstance(value, str):
            found.update((value, *_telling_words(value)))
    return tuple(sorted(text for text in found if text.strip()))


def _telling_words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text) if len(word) >= _SHORTEST_TELLING_WORD]


def _texts_of(person: Person) -> set[str]:
    names = [person.name, *person.schools]
    texts = {*person.skills}
    for position in (person.position, *person.past):
        texts.update((position.role.title, position.role.code))
        if position.industry is not None:
            texts.add(position.industry.title)
        if position.employer is not None:
            names.append(position.employer.name)
    for name in names:
        # Half a name is still a name.
        texts.update((name, *_telling_words(name)))
    return texts


def _holds(message: str, text: str) -> bool:
    for form in (text, text.encode("unicode_escape").decode("ascii")):
        if re.search(rf"(?<!\w){re.escape(form.casefold())}(?!\w)", message.casefold()):
            return True
    return False


def describe_error(error: BaseException | str, *, secrets: Iterable[str] = ()) -> str:
    """
    Return the kind of *error* and what it said, fit for a result that may be shown to others.

    Args:
        error: What a plugin raised, or our own sentence about what is wrong with it.
        secrets: Texts that must not be repeated; where one occurs the message is withheld and its kind remains.

    Examples:
        >>> describe_error(KeyError("Ada"), secrets=["Ada"])
        'KeyError: what it said is withheld, because it repeats something that the person said'
    """
    kind = "" if isinstance(error, str) else one_line(type(error).__name__, longest=60)
    try:
        whole = str(error)
    except Exception:  # noqa: BLE001  # an exception of a stranger may even fail to say what it is
        whole = ""
    shown = one_line(_PATH.sub("…/", _ADDRESS.sub("", whole)))
    said = _WITHHELD if any(_holds(whole, secret) for secret in secrets) else shown
    return ": ".join(part for part in (kind, said) if part) or "an error without a name"


def sorted_failures(*groups: Iterable[AdviceFailure]) -> tuple[AdviceFailure, ...]:
    """
    Return all failures of *groups* once each, sorted by provider, hook and error.

    >>> failure = AdviceFailure(provider="school:tips", hook="load", error="ImportError: no module named 'tips'")
    >>> len(sorted_failures([failure], [failure]))
    1
    """
    unique = {failure for group in groups for failure in group}
    return tuple(sorted(unique, key=lambda one: (one.provider, one.hook, one.error, one.distribution, one.version)))
