"""
The registry: values to JSON and back, with a format version and a JSON Schema.

Writing needs nothing but attrs, so that a face that only prints starts fast; reading uses cattrs.  Every noun is written in
the order of its fields, enums as their values, tuples as arrays.  A field that is declared a float is always written as one
and minus zero as zero, so equal values give equal bytes; nothing is ever rounded here.  When reading, keys that we do not know
are ignored (input that we do not understand never alters a verdict), and a code written as a number is refused, because its
leading zeros may be lost already.

Knows nothing of files, terminals or taxonomies.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
import inspect
import json
import re
import types
import typing
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from aijobkit import _checks
from aijobkit.errors import AijobkitError, InvalidValueError, SerializationError

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["FORMAT_VERSION", "fields_to_dict", "from_dict", "from_json", "json_schema", "to_dict", "to_json"]

FORMAT_VERSION = 1
"""Rises when a document of an older version could no longer be read as it was meant."""

_CONTROLS = re.compile("[\x7f-\x9f]")
_FORMAT_KEY = "format"
_PREFIX = "aijobkit"
_LONGEST_VERSION = 20  # digits that a message shows
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

T = TypeVar("T")


# -- what a field is declared to be ------------------------------------------------------------------------------------------


@functools.cache
def _fields(kind: type) -> tuple[tuple[attrs.Attribute[Any], Any], ...]:
    """Return the fields of a noun with their resolved types."""
    hints = typing.get_type_hints(kind)
    return tuple((field, hints[field.name]) for field in attrs.fields(kind) if field.init)


def _required(kind: type) -> list[str]:
    return [field.name for field, _ in _fields(kind) if field.default is attrs.NOTHING]


def _optional(kind: Any) -> Any:
    """Return T for ``T | None``, and None for anything else."""
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        rest = [member for member in typing.get_args(kind) if member is not types.NoneType]
        if len(rest) == 1:
            return rest[0]
    return None


def _is_tuple(kind: Any) -> bool:
    origin: Any = typing.get_origin(kind)
    return origin is tuple


def _is_many(kind: Any) -> bool:
    """Say whether *kind* is ``tuple[T, ...]``, as against a tuple of fixed length."""
    return typing.get_origin(kind) is tuple and typing.get_args(kind)[1:] == (Ellipsis,)


# -- writing -----------------------------------------------------------------------------------------------------------------


def _as_float(value: Any) -> float:
    return float(value) + 0.0  # adding zero turns minus zero into zero, which it equals


def _as_int(value: Any) -> Any:
    return int(value) if value == int(value) else value


@functools.cache
def _writer(kind: Any) -> Callable[[Any], Any]:  # noqa: PLR0911 - a plain table of cases
    """Return the function that turns a value declared as *kind* into JSON types."""
    inner = _optional(kind)
    if inner is not None:
        write = _writer(inner)
        return lambda value: None if value is None else write(value)
    if _is_many(kind):
        write = _writer(typing.get_args(kind)[0])
        return lambda values: [write(value) for value in values]
    if typing.get_origin(kind) is tuple:
        writers = [_writer(member) for member in typing.get_args(kind)]
        return lambda values: [write(value) for write, value in zip(writers, values, strict=True)]
    if kind is float:
        return _as_float
    if kind is int:
        return _as_int
    if kind is dt.date:
        return dt.date.isoformat
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return lambda value: value.value
    if attrs.has(kind):
        return functools.partial(_write_noun, kind)
    return lambda value: value


def _write_noun(kind: type, value: Any) -> dict[str, Any]:
    return {field.name: _writer(hint)(getattr(value, field.name)) for field, hint in _fields(kind)}


def _check_kind(kind: object) -> type:
    if not isinstance(kind, type) or not attrs.has(kind):
        shown = kind.__name__ if isinstance(kind, type) else type(kind).__name__
        raise SerializationError(f"{shown} is not a noun of aijobkit; give one of its values, such as a SwitchPlan")
    return kind


def _format_of(kind: type) -> str:
    return f"{_PREFIX}/{kind.__name__}/{FORMAT_VERSION}"


def fields_to_dict(value: object) -> dict[str, Any]:
    """
    Return a noun as JSON types without the key ``format``, as it stands inside another document.

    Raises:
        SerializationError: If *value* is not a noun.
    """
    kind = _check_kind(type(value))
    return _write_noun(kind, value)


def to_dict(value: object) -> dict[str, Any]:
    """
    Return a noun as JSON types: dictionaries, lists, text, numbers, booleans and None.

    Args:
        value: Any noun of aijobkit, such as a `Switch` or a `SwitchPlan`.

    Returns:
        The key ``format`` (``aijobkit/<noun>/<version>``) first, then the fields in their own order.

    Raises:
        SerializationError: If *value* is not a noun.

    Examples:
        >>> from aijobkit.roles import Role
        >>> to_dict(Role(code="15-2051.00", title="Data Scientists"))["format"]
        'aijobkit/Role/1'
    """
    kind = _check_kind(type(value))
    return {_FORMAT_KEY: _format_of(kind), **_write_noun(kind, value)}


def to_json(value: object, *, indent: int | None = 2) -> str:
    """
    Return a noun as JSON text.

    Args:
        value: Any noun of aijobkit, or JSON types already made by `to_dict`.
        indent: Spaces per level; None for one line.

    Returns:
        Text that can always be encoded as UTF-8 and steers no terminal: control characters stand as escapes; equal values give
        equal text; floats in their shortest exact form.

    Raises:
        SerializationError: If *value* is not a noun or holds an infinite number.

    Examples:
        >>> from aijobkit.industries import Industry
        >>> print(to_json(Industry(code="622", title="Hospitals"), indent=None))
        {"format": "aijobkit/Industry/1", "code": "622", "title": "Hospitals", "family": null, "naics_codes": ["622"]}
    """
    document = value if isinstance(value, dict) else to_dict(value)
    try:
        text = json.dumps(document, indent=indent, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise SerializationError(f"cannot be written as JSON: {error}") from None
    # A lone surrogate (from a wrongly decoded file) is legal in JSON as an escape only.
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    # JSON lets these stand as they are, a terminal obeys them; they occur within texts only.
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


# -- reading -----------------------------------------------------------------------------------------------------------------


def _short(value: Any) -> str:
    """Return what kind of value was refused, and never the value: a document tells of somebody.  The place is told beside."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    for kind, name, members in ((str, "text", "letters"), (list, "array", "members"), (dict, "object", "members")):
        if isinstance(value, kind):
            return f"{name} of {len(value)} {members}"
    return "a number" if isinstance(value, (int, float)) else type(value).__name__


def _exactly(kind: type, name: str) -> Callable[[Any, Any], Any]:
    def read(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise SerializationError(f"{_short(value)} is not {name}")
        return value

    return read


def _read_text(value: Any, _: Any) -> str:
    if isinstance(value, str):
        return value
    hint = "; codes are text, because a number loses leading zeros" if isinstance(value, (int, float)) else ""
    raise SerializationError(f"{_short(value)} is not text{hint}")


def _read_float(value: Any, _: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise SerializationError(f"{_short(value)} is not a number")
    try:
        return float(value)
    except OverflowError:
        raise SerializationError("the number is too large") from None


def _read_date(value: Any, _: Any) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        raise SerializationError(f"{_short(value)} is not a date such as 2026-01-31") from None


def _read_enum(value: Any, kind: Any) -> Any:
    for member in kind:
        if member.value == value and type(member.value) is type(value):
            return member
    known = [str(member.value) for member in kind]
    nearest = _checks.did_you_mean(str(value), known)
    hint = f"did you mean {nearest[0]!r}?" if nearest else "give one of " + ", ".join(known)
    raise SerializationError(f"{_short(value)} is not known here; {hint}")


def _make_list_reader(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    members = typing.get_args(kind)
    many = _is_many(kind)

    def read(values: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(values, list):
            raise SerializationError(f"{_short(values)} is not an array")
        if not many and len(values) != len(members):
            raise SerializationError(f"expected {len(members)} members, found {len(values)}")
        found = []
        for index, value in enumerate(values):
            try:
                found.append(converter.structure(value, members[0 if many else index]))
            except Exception as error:  # noqa: BLE001 - whatever went wrong inside is passed on with its place
                raise _located(error, f"[{index}]") from None
        return tuple(found)

    return read


def _make_noun_reader(kind: type, converter: Converter) -> Callable[[Any, Any], Any]:
    from cattrs.gen import make_dict_structure_fn

    inner: Any = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=False, _cattrs_detailed_validation=True)

    def read(document: Any, _: Any) -> Any:
        if not isinstance(document, dict):
            raise SerializationError(f"{_short(document)} is not an object with the fields of {kind.__name__}")
        missing = [name for name in _required(kind) if name not in document]
        if missing:
            raise SerializationError(f"{kind.__name__} lacks {', '.join(map(repr, missing))}{_near_keys(missing[0], document)}")
        return inner(document, kind)

    return read


def _near_keys(name: str, document: dict[str, Any]) -> str:
    nearest = _checks.did_you_mean(name, document)
    return f"; did you mean {name!r} where it says {nearest[0]!r}?" if nearest else ""


@functools.cache
def _converter() -> Converter:
    from cattrs import Converter

    converter = Converter(detailed_validation=True, forbid_extra_keys=False)
    converter.register_structure_hook(str, _read_text)
    converter.register_structure_hook(bool, _exactly(bool, "true or false"))
    converter.register_structure_hook(int, _exactly(int, "a whole number"))
    converter.register_structure_hook(float, _read_float)
    converter.register_structure_hook(dt.date, _read_date)
    converter.register_structure_hook_func(lambda kind: isinstance(kind, type) and issubclass(kind, enum.Enum), _read_enum)
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _make_list_reader(kind, converter))
    converter.register_structure_hook_factory(attrs.has, lambda kind: _make_noun_reader(kind, converter))
    return converter


def _causes(error: BaseException, path: str) -> Iterator[tuple[str, BaseException]]:
    """Walk the tree of errors that cattrs gathers, to the leaves with their places."""
    from cattrs.errors import AttributeValidationNote, BaseValidationError

    if not isinstance(error, BaseValidationError):
        yield path, error
        return
    for cause in error.exceptions:
        notes = [note for note in getattr(cause, "__notes__", ()) if isinstance(note, AttributeValidationNote)]
        place = f"{path}.{notes[-1].name}" if notes else path
        yield from _causes(cause, place)


def _located(error: BaseException, place: str) -> SerializationError:
    """Return the first cause of *error* as our own error, with its place in the document."""
    path, cause = next(_causes(error, place))
    if isinstance(cause, SerializationError):
        separator = "" if not path or not cause.path or cause.path.startswith("[") else "."
        message = str(cause).removeprefix(f"{cause.path}: ") if cause.path else str(cause)
        return SerializationError(message, path=f"{path}{separator}{cause.path}".lstrip("."))
    if isinstance(cause, RecursionError):
        return SerializationError("the document is nested too deeply")
    if isinstance(cause, InvalidValueError):
        # Without the value, as in `_short`.
        message = f"{cause.field} is not accepted; {cause.hint}"
    else:
        message = str(cause) if isinstance(cause, AijobkitError) else f"cannot be read: {type(cause).__name__}"
    return SerializationError(message, path=path.lstrip("."))


def _check_format(document: dict[str, Any], kind: type) -> None:
    said = document.get(_FORMAT_KEY)
    if said is None:
        return
    parts = said.split("/") if isinstance(said, str) else []
    if len(parts) != 3 or parts[0] != _PREFIX or not (parts[2].isascii() and parts[2].isdecimal()):
        raise SerializationError(f"{_short(said)} is not a format of aijobkit; expected {_format_of(kind)!r}", path=_FORMAT_KEY)
    if parts[1] != kind.__name__:
        raise SerializationError(f"this is a {parts[1]}, not a {kind.__name__}", path=_FORMAT_KEY)
    # A number of very many digits is not read as one: Python refuses to, and newer it is in any case.
    version = parts[2].lstrip("0")
    if len(version) > len(str(FORMAT_VERSION)) or int(version or 0) > FORMAT_VERSION:
        raise SerializationError(
            f"version {version[:_LONGEST_VERSION]} is newer than {FORMAT_VERSION}, "
            "the newest that this release reads; upgrade aijobkit",
            path=_FORMAT_KEY,
        )


def from_dict(document: object, kind: type[T]) -> T:
    """
    Return the noun that *document* stands for; the inverse of `to_dict`.

    Args:
        document: JSON types.
        kind: The noun to read, such as ``Person``.

    Raises:
        SerializationError: With the place in the document as ``path``.

    Examples:
        >>> from aijobkit.roles import Role
        >>> from_dict({"code": "15-2051.00", "title": "Data Scientists", "unknown": 1}, Role).title
        'Data Scientists'
    """
    _check_kind(kind)
    if isinstance(document, dict):
        _check_format(document, kind)
    try:
        return _converter().structure(document, kind)
    except Exception as error:  # noqa: BLE001 - only errors of our own tree leave the library
        raise _located(error, "") from None


def _refuse_constant(name: str) -> Any:
    raise SerializationError(f"{name} is not a number")


def from_json(text: str, kind: type[T]) -> T:
    """
    Return the noun written in *text*; the inverse of `to_json`.

    Args:
        text: A JSON document.  Unknown keys are ignored; the key ``format`` may be absent, but is believed if present.
        kind: The noun to read, such as ``SwitchPlan``.

    Raises:
        SerializationError: If *text* is not JSON, of a newer format, or not a *kind*; ``path`` says where.

    Examples:
        >>> from aijobkit.industries import Industry
        >>> hospitals = Industry(code="622", title="Hospitals")
        >>> from_json(to_json(hospitals), Industry) == hospitals
        True
    """
    try:
        document = json.loads(text.removeprefix("\ufeff"), parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise SerializationError(f"not JSON: {error.msg.lower()} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise SerializationError("the document is nested too deeply") from None
    except ValueError as error:
        raise SerializationError(str(error)) from None
    except (AttributeError, TypeError):
        raise SerializationError(f"give JSON as text, not {type(text).__name__}") from None
    return from_dict(document, kind)


# -- describing --------------------------------------------------------------------------------------------------------------


def _schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: PLR0911 - a plain table of cases
    inner = _optional(kind)
    if inner is not None:
        return {"anyOf": [_schema(inner, definitions), {"type": "null"}]}
    if _is_many(kind):
        return {"type": "array", "items": _schema(typing.get_args(kind)[0], definitions)}
    if typing.get_origin(kind) is tuple:
        members = [_schema(member, definitions) for member in typing.get_args(kind)]
        return {"type": "array", "prefixItems": members, "minItems": len(members), "maxItems": len(members)}
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return {"enum": [member.value for member in kind]}
    if attrs.has(kind):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}  # placed before it is filled, so that a noun may hold itself
            definitions[kind.__name__].update(_noun_schema(kind, definitions))
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if kind is dt.date:
        return {"type": "string", "format": "date"}
    return {"type": {str: "string", float: "number", int: "integer", bool: "boolean"}[kind]}


def _noun_schema(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    return {
        "description": (inspect.getdoc(kind) or "").split("\n", 1)[0],
        "type": "object",
        "properties": {field.name: _schema(hint, definitions) for field, hint in _fields(kind)},
        "required": _required(kind),
    }


def json_schema(kind: type | None = None) -> dict[str, Any]:
    """
    Return the JSON Schema (draft 2020-12) of a noun.

    Args:
        kind: The noun to describe; None for `SwitchPlan`.

    Returns:
        A schema whose ``$defs`` hold every noun inside it, sorted by name.

    Raises:
        SerializationError: If *kind* is not a noun.

    Examples:
        >>> from aijobkit.people import Position
        >>> sorted(json_schema(Position)["$defs"])
        ['Employer', 'Industry', 'IndustryFamily', 'Role']
    """
    if kind is None:
        from aijobkit.plans import SwitchPlan

        kind = SwitchPlan
    _check_kind(kind)
    definitions: dict[str, Any] = {}
    body = _noun_schema(kind, definitions)
    body["properties"] = {_FORMAT_KEY: {"const": _format_of(kind)}, **body["properties"]}
    return {"$schema": _DIALECT, "title": kind.__name__, **body, "$defs": dict(sorted(definitions.items()))}
