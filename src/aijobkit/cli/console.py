"""
What the commands share: settings, streams, how an answer is shown and how an error is.

Everything that is shown is cleaned of control characters first; colours appear on a terminal only.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import attrs
import click

from aijobkit.errors import (
    AijobkitError,
    InvalidValueError,
    PluginError,
    ReportError,
    ResolutionError,
)
from aijobkit.reports.documents import clean

if TYPE_CHECKING:
    from aijobkit.cli.asking import Data
    from aijobkit.importers import PersonDraft
    from aijobkit.reports.documents import Document

__all__ = [
    "Settings",
    "UnresolvedError",
    "error_lines",
    "fail",
    "prepare_streams",
    "report_error",
    "report_usage",
    "show",
    "show_json",
    "show_text",
]

_TROUBLE, _USAGE, _UNRESOLVED = 1, 2, 3
_LEAST_WIDTH, _USUAL_WIDTH, _MOST_WIDTH = 40, 80, 100


@attrs.define
class Settings:
    """What was asked for on the command line as a whole; one per run."""

    data: str | None = None
    format: str = "text"
    opened: Data | None = None
    drafts: dict[str, PersonDraft] = attrs.field(factory=dict)


class UnresolvedError(Exception):
    """
    Several texts of one command line could not be resolved; the person is told of all at once.

    Attributes:
        errors: One for each, in the order of the options.
    """

    def __init__(self, errors: Sequence[ResolutionError]) -> None:
        self.errors = tuple(errors)
        super().__init__(len(self.errors))


def prepare_streams() -> None:
    """Write UTF-8 whatever the locale says; a character that cannot be written shows as its escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _width() -> int:
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else _USUAL_WIDTH
    return max(_LEAST_WIDTH, min(columns, _MOST_WIDTH))


def _can_paint() -> bool:
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and importlib.util.find_spec("rich") is not None


def show_text(text: str, *, is_clean: bool = True) -> None:
    """Print a text that is already drawn; one that a stranger drew is cleaned first if it goes to a terminal."""
    shown = text if is_clean or not sys.stdout.isatty() else clean(text)
    click.echo(shown, nl=not text.endswith("\n"))


def show_json(value: object) -> None:
    """Print JSON types."""
    from aijobkit.serialize import to_json

    click.echo(to_json(value))


def show(document: Document, settings: Settings) -> None:
    """Print a page in the format that was asked for, with colours on a terminal."""
    from aijobkit.reports import draw
    from aijobkit.reports.text import draw_text

    if settings.format != "text":
        show_text(draw(document, settings.format))
    elif _can_paint():
        from aijobkit.cli.terminal import paint

        paint(document, width=_width())
    else:
        show_text(draw_text(document, width=_width()))


def fail(*lines: str) -> None:
    """Print lines on standard error."""
    for line in lines:
        click.echo(clean(line), err=True)


def error_lines(what: str) -> tuple[str, ...]:
    """Return what a person reads when something unexpected happened."""
    return (
        f"aijobkit: something went wrong that should not: {what}",
        "Please report this line, with the command but without anything private; AIJOBKIT_DEBUG=1 shows all details.",
    )


def _error_type(error: AijobkitError) -> str:
    if isinstance(error, ResolutionError):
        return error.type
    name = type(error).__name__.removesuffix("Error")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


def _error_document(error: AijobkitError) -> dict[str, Any]:
    candidates = error.candidates if isinstance(error, ResolutionError) else ()
    text = error.text if isinstance(error, ResolutionError) else error.value if isinstance(error, InvalidValueError) else ""
    return {
        "type": _error_type(error),
        "text": text,
        "field": error.field if isinstance(error, ResolutionError) else "",
        "candidates": [{"code": code, "title": title} for code, title in candidates],
        "hint": getattr(error, "hint", ""),
        "message": str(error),
    }


def _in_words(error: AijobkitError) -> list[str]:
    if not isinstance(error, ResolutionError):
        return [f"aijobkit: {error}"]
    bare = type(error)(error.text, field=error.field)
    lines = [f"aijobkit: {bare}"]
    if error.candidates:
        lines += ["It may mean:", *(f"  - {title} ({code})" for code, title in error.candidates)]
    if error.hint:
        hint = f"{error.hint[:1].upper()}{error.hint[1:]}.".replace("?.", "?").replace("..", ".")
        lines += textwrap.wrap(hint, _USUAL_WIDTH)
    return lines


def report_usage(error: click.ClickException) -> None:
    """Print wrong usage as JSON, in the form of every other error."""
    context = getattr(error, "ctx", None)
    hint = " ".join(context.get_usage().split()) if context is not None else ""
    _echo_errors({"type": "usage", "text": "", "field": "", "candidates": [], "hint": hint, "message": error.format_message()})


def _echo_errors(*documents: dict[str, Any]) -> None:
    """Print errors as JSON: the first by itself, as most programs look for one, and all of them where there are more."""
    document: dict[str, Any] = {"error": documents[0]}
    if len(documents) > 1:
        document["errors"] = list(documents)
    click.echo(json.dumps(document, ensure_ascii=True, indent=2), err=True)


def report_error(error: AijobkitError | UnresolvedError, settings: Settings) -> int:
    """Print an error of our tree, or several, in words or as JSON, and return the exit status that goes with it."""
    errors = error.errors if isinstance(error, UnresolvedError) else (error,)
    if settings.format == "json":
        _echo_errors(*map(_error_document, errors))
    else:
        for number, one in enumerate(errors):
            fail(*([""] if number else []), *_in_words(one))
    if isinstance(error, PluginError):
        return _TROUBLE
    return _USAGE if isinstance(error, ReportError) else _UNRESOLVED
