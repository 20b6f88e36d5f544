"""
The errors of aijobkit, and the only ones that leave it.

::

    AijobkitError
    ├── InvalidValueError (ValueError)            a field of a value was refused
    ├── ResolutionError (LookupError)             everyday text could not be turned into a code
    │   ├── UnknownRoleError
    │   ├── AmbiguousRoleError
    │   ├── UnknownIndustryError
    │   └── AmbiguousIndustryError
    ├── TaxonomyDataError (OSError)               the data file is missing, damaged or of another format
    ├── DataBuildError (ValueError)               an official release could not be read
    ├── SerializationError (ValueError)           JSON that is not one of our values
    ├── ImportFileError (ValueError)              a file of the person (contacts, résumé) could not be read
    ├── ReportError (LookupError)                 an unknown or twice-defined report format
    └── PluginError (RuntimeError)                a plugin failed and `strict` was asked for

Every error carries its data as attributes, so that a face can show it in its own way.  Messages are lower-case, name the
field, show the value and say what to do.  A message never repeats what a person told us about themselves beyond the one
text that could not be resolved: values of fields that ``repr`` keeps to itself, and all values of a document that is read, are
told by kind and length only.
"""

from __future__ import annotations

from collections.abc import Sized

__all__ = [
    "AijobkitError",
    "AmbiguousIndustryError",
    "AmbiguousRoleError",
    "DataBuildError",
    "ImportFileError",
    "InvalidValueError",
    "PluginError",
    "ReportError",
    "ResolutionError",
    "SerializationError",
    "TaxonomyDataError",
    "UnknownIndustryError",
    "UnknownRoleError",
]

_LONGEST_ECHO = 80


def _size(value: object) -> str:
    """Return what kind of value it is and how long, for a message that must not repeat it."""
    if isinstance(value, str):
        return f"a text of {len(value)} letters"
    kind = type(value).__name__
    return f"{kind} of length {len(value)}" if isinstance(value, Sized) else kind


def _shorten(text: str) -> str:
    """Return *text* fit for one line of a message."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_ECHO else line[: _LONGEST_ECHO - 1] + "…"


def _shown(value: object) -> str:
    try:
        return repr(value)
    except Exception:  # noqa: BLE001  # a number may have too many digits to be written, and a stranger's value may do anything
        return f"a {type(value).__name__}"


class AijobkitError(Exception):
    """
    Base of every error that leaves aijobkit.

    >>> from aijobkit.errors import AijobkitError, UnknownRoleError
    >>> issubclass(UnknownRoleError, AijobkitError)
    True
    """

    def __reduce__(self) -> tuple[object, ...]:
        # Errors with keyword-only data do not survive the default pickling by positional arguments.
        return (_rebuild, (type(self), self.args, dict(self.__dict__)))


def _rebuild(cls: type[AijobkitError], args: tuple[object, ...], state: dict[str, object]) -> AijobkitError:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class InvalidValueError(AijobkitError, ValueError):
    """
    A field of a value was refused at construction.

    Args:
        is_private: Whether the value may tell of somebody, so that only its kind and length are told.

    Attributes:
        field: Name of the field or argument.
        value: A short form of what was given.
        hint: What would be accepted.
    """

    def __init__(self, field: str, value: object, hint: str, *, is_private: bool = False) -> None:
        self.field = field
        self.value = _size(value) if is_private else _shorten(_shown(value))
        self.hint = hint
        super().__init__(f"{field}: {self.value} is not accepted; {hint}")


class ResolutionError(AijobkitError, LookupError):
    """
    Everyday text could not be turned into one code.

    Attributes:
        text: The text as given.
        candidates: Up to five nearest ``(code, title)`` pairs, best first; may be empty.
        hint: What would help, as a sentence to the person.
        field: Which of several texts it was, such as ``--to-role``; empty where only one was asked about.
        type: The stable name used in JSON, such as ``unknown-role``.
    """

    type = "unresolved"
    noun = "text"
    trouble = "could not be resolved"

    def __init__(self, text: str, candidates: tuple[tuple[str, str], ...] = (), hint: str = "", *, field: str = "") -> None:
        self.text = text
        self.candidates = tuple(candidates)
        self.hint = hint
        self.field = field
        message = f"{field}: " if field else ""
        message += f"{self.noun} {_shorten(text)!r} {self.trouble}"
        if self.candidates:
            message += "; candidates: " + ", ".join(f"{title} ({code})" for code, title in self.candidates)
        if hint:
            message += f"; {hint}"
        super().__init__(message)


class UnknownRoleError(ResolutionError):
    """No role carries enough evidence for this text."""

    type = "unknown-role"
    noun = "role"
    trouble = "is not known"


class AmbiguousRoleError(ResolutionError):
    """Several roles fit this text about equally well."""

    type = "ambiguous-role"
    noun = "role"
    trouble = "can mean several things"


class UnknownIndustryError(ResolutionError):
    """No industry carries enough evidence for this text."""

    type = "unknown-industry"
    noun = "industry"
    trouble = "is not known"


class AmbiguousIndustryError(ResolutionError):
    """This text names several industries."""

    type = "ambiguous-industry"
    noun = "industry"
    trouble = "can mean several things"


class TaxonomyDataError(AijobkitError, OSError):
    """
    The data file is missing, damaged or of another format.

    Attributes:
        path: The file, as text.
    """

    def __init__(self, message: str, *, path: str = "") -> None:
        self.path = path
        super().__init__(message)


class DataBuildError(AijobkitError, ValueError):
    """
    An official release could not be read.

    Attributes:
        file: Name of the file inside the release, or its path.
        line: Line number, from 1, or None.
        column: Column name, or None.
    """

    def __init__(self, message: str, *, file: str = "", line: int | None = None, column: str | None = None) -> None:
        self.file = file
        self.line = line
        self.column = column
        where = file
        if line is not None:
            where += f", line {line}"
        if column is not None:
            where += f", column {column!r}"
        super().__init__(f"{where}: {message}" if where else message)


class SerializationError(AijobkitError, ValueError):
    """
    JSON that is not one of our values, or of a format that this version does not read.

    Attributes:
        path: Where in the document, such as ``person.position.role``; empty for the whole.
    """

    def __init__(self, message: str, *, path: str = "") -> None:
        self.path = path
        super().__init__(f"{path}: {message}" if path else message)


class ImportFileError(AijobkitError, ValueError):
    """
    A file of the person could not be read as what it claims to be.

    Attributes:
        file: Name of the file, never its content.
        line: Line number, from 1, or None.
        what: What is wrong, without the file.
    """

    def __init__(self, message: str, *, file: str = "", line: int | None = None) -> None:
        self.what = message
        self.file = file
        self.line = line
        where = file if line is None else f"{file}, line {line}"
        super().__init__(f"{where}: {message}" if where else message)


class ReportError(AijobkitError, LookupError):
    """An unknown report format, or one that two plugins define."""


class PluginError(AijobkitError, RuntimeError):
    """
    A plugin failed and the caller asked for `strict`.

    Attributes:
        provider: The provider's name.
        hook: The hook in which it failed, or ``load``.
    """

    def __init__(self, message: str, *, provider: str = "", hook: str = "") -> None:
        self.provider = provider
        self.hook = hook
        super().__init__(message)
