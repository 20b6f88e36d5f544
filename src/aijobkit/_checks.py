"""
Validators and converters shared by the nouns, and "did you mean".

Knows nothing of any noun; raises only `InvalidValueError`.
"""

from __future__ import annotations

import difflib
import math
import unicodedata
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from aijobkit.errors import InvalidValueError

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = [
    "did_you_mean",
    "instance_of",
    "members",
    "nearest_codes",
    "not_empty",
    "optional_lines",
    "optional_text",
    "pairs",
    "pairs_of",
    "refusal",
    "require",
    "strings",
    "text",
    "texts",
    "tuple_of",
    "unique_by",
    "unit",
    "whole",
    "within",
]

T = TypeVar("T")
Validator = Callable[[Any, "Attribute[Any]", Any], None]


def did_you_mean(word: str, known: Iterable[str], *, limit: int = 3) -> tuple[str, ...]:
    """
    Return the nearest of the *known* words, best first, ties in alphabetical order.

    >>> did_you_mean("finence", ["finance", "health care", "software"])
    ('finance',)
    """
    return tuple(difflib.get_close_matches(word, sorted(known), n=limit))


def nearest_codes(code: str, known: Iterable[str], *, limit: int = 3) -> tuple[str, ...]:
    """
    Return the *known* codes nearest to one: those with the longest common beginning, among these the nearest by number.

    >>> nearest_codes("6229", ["6111", "6221", "6223", "6231"], limit=2)
    ('6223', '6221')
    """

    def number(one: str) -> int:
        digits = "".join(filter(str.isdecimal, one))
        return int(digits[: sum(map(str.isdecimal, code))] or 0)

    def distance(one: str) -> tuple[int, int, str]:
        shared = next((place for place, pair in enumerate(zip(code, one, strict=False)) if len(set(pair)) > 1), len(code))
        return -shared, abs(number(one) - number(code)), one

    return tuple(sorted(known, key=distance)[:limit])


def _is_clean(value: str) -> bool:
    # Printable text holds neither; asking that first saves a look at every character.
    return value.isprintable() or all(unicodedata.category(char) not in ("Cc", "Cs") for char in value)


def refusal(instance: object, attribute: Attribute[Any], value: object, hint: str) -> InvalidValueError:
    """Return the error for a field; a value that ``repr`` keeps to itself is told by kind and length only."""
    return InvalidValueError(f"{type(instance).__name__}.{attribute.name}", value, hint, is_private=not attribute.repr)


def text(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Accept a string with something to read in it and without control characters."""
    if not isinstance(value, str) or not value.strip() or not _is_clean(value):
        raise refusal(instance, attribute, value, "give readable text without control characters")


def optional_text(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Accept a string without control characters; empty means not said."""
    if not isinstance(value, str) or not _is_clean(value):
        raise refusal(instance, attribute, value, "give text without control characters, or an empty text")


def optional_lines(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Accept text of one or more lines; other control characters are refused."""
    if not isinstance(value, str) or not _is_clean(value.replace("\n", " ")):
        raise refusal(instance, attribute, value, "give text; line feeds are the only control characters allowed")


def texts(instance: object, attribute: Attribute[Any], value: tuple[object, ...]) -> None:
    """Accept a tuple of strings, each as `text` accepts it."""
    for member in value:
        text(instance, attribute, member)


def not_empty(instance: object, attribute: Attribute[Any], value: tuple[object, ...]) -> None:
    """Refuse an empty tuple."""
    if not value:
        raise refusal(instance, attribute, value, "give at least one")


def within(low: float, high: float) -> Validator:
    """Return a validator for finite numbers in [*low*, *high*]; booleans and NaN are refused."""

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        # Most values, without delay: thousands of matches are made at a time.
        if type(value) is float and low <= value <= high and math.isfinite(value):
            return
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        # The range comes first: a whole number of hundreds of digits compares with a float, but does not become one.
        if not is_number or not low <= value <= high or not math.isfinite(value):  # type: ignore[arg-type,operator]
            raise refusal(instance, attribute, value, f"give a number from {low:g} to {high:g}")

    return check


def whole(low: int, high: int) -> Validator:
    """Return a validator for whole numbers in [*low*, *high*]; booleans and floats are refused, so that JSON keeps the type."""

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise refusal(instance, attribute, value, f"give a whole number from {low} to {high}")

    return check


unit = within(0.0, 1.0)


def tuple_of(values: Iterable[Any]) -> tuple[Any, ...]:
    """
    Convert a collection to a tuple; a bare string is refused, because it would become its letters.

    >>> tuple_of(["Python", "SQL"])
    ('Python', 'SQL')
    """
    if type(values) is tuple:
        return values  # as most are
    if isinstance(values, (str, bytes)):
        # A converter does not know its field; it may be one that ``repr`` keeps to itself.
        raise InvalidValueError("collection", values, "give a list or tuple of values, not one text", is_private=True)
    try:
        return tuple(values)
    except TypeError:
        raise InvalidValueError("collection", values, "give a list or tuple of values", is_private=True) from None


def pairs(values: Iterable[tuple[Any, Any]]) -> tuple[tuple[Any, Any], ...]:
    """
    Convert a collection of pairs to a tuple of tuples, so that the value that holds it can be hashed.

    >>> pairs([["O*NET", "29.3"]])
    (('O*NET', '29.3'),)
    """
    return tuple(tuple(pair) if isinstance(pair, list) else pair for pair in tuple_of(values))


def strings(values: Iterable[str]) -> tuple[str, ...]:
    """Convert a collection of texts to a tuple; named apart so that type checkers know what goes in."""
    return tuple_of(values)


def members(kind: type[object]) -> Validator:
    """Return a validator for tuples whose every member is a *kind*."""

    def check(instance: object, attribute: Attribute[Any], value: tuple[object, ...]) -> None:
        for member in value:
            if not isinstance(member, kind):
                raise InvalidValueError(
                    f"{type(instance).__name__}.{attribute.name}",
                    type(member).__name__,
                    f"every member must be a {kind.__name__}",
                )

    return check


def pairs_of(first: type[object], second: type[object]) -> Validator:
    """Return a validator for tuples whose every member is a pair of these kinds, texts without control characters."""
    wanted = f"give ({first.__name__}, {second.__name__}) pairs, texts without control characters"

    def check(instance: object, attribute: Attribute[Any], value: tuple[object, ...]) -> None:
        for pair in value:
            is_pair = isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], first) and isinstance(pair[1], second)
            if not is_pair or not all(_is_clean(part) for part in pair if isinstance(part, str)):  # type: ignore[attr-defined]
                raise InvalidValueError(f"{type(instance).__name__}.{attribute.name}", pair, wanted)

    return check


def instance_of(*kinds: type[object]) -> Validator:
    """Return a validator for one of *kinds*, raising our own error rather than a TypeError."""

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if not isinstance(value, kinds):
            names = " or ".join("None" if kind is type(None) else kind.__name__ for kind in kinds)
            raise InvalidValueError(f"{type(instance).__name__}.{attribute.name}", type(value).__name__, f"give a {names}")

    return check


def require(name: str, value: object, *kinds: type[object]) -> None:
    """
    Refuse an argument of a function that is not one of *kinds*, with our own error.

    >>> require("text", "nurse", str)
    """
    if not isinstance(value, kinds):
        names = " or ".join("None" if kind is type(None) else kind.__name__ for kind in kinds)
        raise InvalidValueError(name, type(value).__name__, f"give a {names}")


def unique_by(values: Iterable[T], key: Callable[[T], object]) -> tuple[T, ...]:
    """Return *values* without later ones that repeat an earlier key, in order."""
    seen: set[object] = set()
    kept = []
    for value in values:
        mark = key(value)
        if mark not in seen:
            seen.add(mark)
            kept.append(value)
    return tuple(kept)
