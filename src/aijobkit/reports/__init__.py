"""
Paper: a plan as text, Markdown, HTML or JSON, and in whatever formats plugins bring.

`render` writes a plan.  A page is first made of blocks (`documents`, `plan_page`), then drawn (`text`, `markdown`, `html`), so
that every format says the same.  Knows nothing of terminals and files.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from aijobkit import _checks
from aijobkit.errors import ReportError
from aijobkit.plans import ReportFormat, SwitchPlan

if TYPE_CHECKING:
    from aijobkit.evidence import Provenance
    from aijobkit.plugins import PluginManager
    from aijobkit.reports.documents import Document
    from aijobkit.switches import Difficulty, Switch

__all__ = ["BUILT_IN_FORMATS", "DRAWINGS", "draw", "plan_document", "render", "report_formats", "switch_document"]


def _draw_text(document: Document) -> str:
    from aijobkit.reports.text import draw_text

    return draw_text(document)


def _draw_markdown(document: Document) -> str:
    from aijobkit.reports.markdown import draw_markdown

    return draw_markdown(document)


def _draw_html(document: Document) -> str:
    from aijobkit.reports.html import draw_html

    return draw_html(document)


DRAWINGS: dict[str, Callable[[Document], str]] = {"text": _draw_text, "markdown": _draw_markdown, "html": _draw_html}
"""The formats in which any page can be drawn."""


def draw(document: Document, name: str) -> str:
    """
    Return a page in one of the built-in formats.

    Args:
        document: The page.
        name: ``text``, ``markdown`` or ``html``.

    Raises:
        ReportError: If there is no such format.
    """
    if name not in DRAWINGS:
        raise ReportError(f"format {name!r} is not known; choose one of {', '.join(DRAWINGS)}")
    return DRAWINGS[name](document)


def plan_document(plan: SwitchPlan) -> dict[str, object]:
    """
    Return a plan as JSON types, as ``aijobkit plan --format json`` prints it.

    The keys of the verdict (``kind``, ``origin``, ``role_axis``, ...) stand at the top beside those of the plan; ``from_dict``
    reads it back as the `SwitchPlan`, because keys that it does not need are ignored.

    Args:
        plan: The plan.
    """
    from aijobkit.serialize import to_dict

    return {**to_dict(plan.switch), **to_dict(plan)}


def switch_document(
    switch: Switch, difficulty: Difficulty, provenance: Provenance, notes: tuple[str, ...] = ()
) -> dict[str, object]:
    """
    Return a verdict as JSON types, as ``aijobkit classify --format json`` prints it.

    ``from_dict`` reads it back as the `Switch`.

    Args:
        switch: The verdict.
        difficulty: How hard it is.
        provenance: What is needed to compute it again.
        notes: Choices made on the way.
    """
    from aijobkit.serialize import fields_to_dict, to_dict

    return {
        **to_dict(switch),
        "difficulty": fields_to_dict(difficulty),
        "notes": list(notes),
        "provenance": fields_to_dict(provenance),
    }


def _render_text(plan: SwitchPlan) -> str:
    from aijobkit.reports.plan_page import plan_page

    return draw(plan_page(plan), "text")


def _render_markdown(plan: SwitchPlan) -> str:
    from aijobkit.reports.plan_page import plan_page

    return draw(plan_page(plan), "markdown")


def _render_html(plan: SwitchPlan) -> str:
    from aijobkit.reports.plan_page import plan_page

    return draw(plan_page(plan), "html")


def _render_json(plan: SwitchPlan) -> str:
    from aijobkit.serialize import to_json

    return to_json(plan_document(plan)) + "\n"


BUILT_IN_FORMATS = (
    ReportFormat(name="text", title="Plain text", media_type="text/plain", render=_render_text, provider="aijobkit"),
    ReportFormat(name="json", title="JSON", media_type="application/json", render=_render_json, provider="aijobkit"),
    ReportFormat(name="markdown", title="Markdown", media_type="text/markdown", render=_render_markdown, provider="aijobkit"),
    ReportFormat(name="html", title="HTML page", media_type="text/html", render=_render_html, provider="aijobkit"),
)
"""The formats that need no plugin."""


def report_formats(*, manager: PluginManager | None = None) -> tuple[ReportFormat, ...]:
    """
    Return all formats: the built-in ones, then those of plugins by name.

    Args:
        manager: The plugins to ask; None asks those that are installed.  What failed is in ``gather_report_formats``.
    """
    from aijobkit.plugins import gather_report_formats

    taken = tuple(report_format.name for report_format in BUILT_IN_FORMATS)
    return (*BUILT_IN_FORMATS, *gather_report_formats(manager=manager, taken=taken).formats)


def render(plan: SwitchPlan, name: str = "text", /, *, manager: PluginManager | None = None) -> str:
    """
    Return a plan in a format.

    Args:
        plan: The plan.
        name: ``text``, ``json``, ``markdown``, ``html``, or the name that a plugin gave.
        manager: Where to look for a format that is not built in; None asks the plugins that are installed.

    Returns:
        The whole text, ended by a line feed; equal plans give equal text.

    Raises:
        ReportError: If there is no such format.
        PluginError: If the plugin that brings it fails.
    """
    for report_format in BUILT_IN_FORMATS:
        if report_format.name == name:
            return report_format.render(plan)
    from aijobkit.plugins import render_with

    formats = {report_format.name: report_format for report_format in report_formats(manager=manager)}
    if name not in formats:
        nearest = _checks.did_you_mean(str(name), formats)
        hint = f"did you mean {nearest[0]!r}?" if nearest else f"choose one of {', '.join(formats)}"
        raise ReportError(f"format {name!r} is not known; {hint}")
    return render_with(formats[name], plan)
