"""``aijobkit roles``, ``industries`` and ``assumptions``: what words can mean, and what the measure assumes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aijobkit.cli.console import Settings, show, show_json
from aijobkit.cli.options import Command, format_option

if TYPE_CHECKING:
    from aijobkit.switches import Assumption

__all__ = ["assumptions_command", "industries_command", "roles_command"]

_LEAST_SHOWN = 0.005
_FORMATS = ("text", "json", "markdown", "html")
_limit_option = click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True, help="How many at most.")


@click.command(cls=Command, name="roles", short_help="Roles that words may mean.")
@click.argument("text")
@_limit_option
@format_option(*_FORMATS)
@click.pass_obj
def roles_command(settings: Settings, text: str, limit: int) -> None:
    """List the roles that TEXT may mean, the surest first, each with why."""
    from aijobkit.cli.asking import open_data
    from aijobkit.reports.documents import Document, Table
    from aijobkit.reports.phrases import number
    from aijobkit.reports.plan_page import failure_blocks
    from aijobkit.serialize import fields_to_dict

    data = open_data(settings)
    # What nothing is known about is refused here as in every other question, with what would help.
    matches = data.taxonomy.find_roles(text, limit=limit) or (data.taxonomy.resolve_role(text),)
    if settings.format == "json":
        failures = [fields_to_dict(failure) for failure in data.failures]
        show_json({"text": text, "matches": [fields_to_dict(match) for match in matches], "failures": failures})
        return
    title = f"Roles that “{text}” may mean"
    rows = tuple(
        (
            number(match.confidence),
            match.role.title,
            match.role.code,
            "yes" if match.role.is_ai else "",
            match.reason + (f" (found by {match.source})" if match.source != "aijobkit" else ""),
        )
        for match in matches
        # What would read 0.00 helps nobody; the JSON has it.
        if match is matches[0] or match.confidence >= _LEAST_SHOWN
    )
    table = Table(columns=("Sure", "Role", "Code", "AI", "Why"), rows=rows, numeric=(0,))
    show(Document(title=title, blocks=(table, *failure_blocks(data.failures))), settings)


@click.command(cls=Command, name="industries", short_help="Industries that words may mean.")
@click.argument("text")
@_limit_option
@format_option(*_FORMATS)
@click.pass_obj
def industries_command(settings: Settings, text: str, limit: int) -> None:
    """List the industries that TEXT may mean, the likeliest first, each with why."""
    from aijobkit.cli.asking import open_data
    from aijobkit.reports.documents import Block, Document, Paragraph, Table
    from aijobkit.reports.phrases import number
    from aijobkit.reports.plan_page import failure_blocks
    from aijobkit.serialize import fields_to_dict

    data = open_data(settings)
    matches = data.taxonomy.find_industries(text, limit=limit) or (data.taxonomy.resolve_industry(text),)
    if settings.format == "json":
        failures = [fields_to_dict(failure) for failure in data.failures]
        show_json({"text": text, "matches": [fields_to_dict(match) for match in matches], "failures": failures})
        return
    title = f"Industries that “{text}” may mean"
    rows = tuple(
        (
            number(match.confidence),
            match.industry.title,
            ", ".join(match.industry.naics_codes),
            match.industry.family.title if match.industry.family else "",
            match.reason + (f" (found by {match.source})" if match.source != "aijobkit" else ""),
        )
        for match in matches
    )
    blocks: list[Block] = []
    if matches[0].is_ambiguous:
        blocks.append(Paragraph(text="These words have several meanings; name the one you mean."))
    blocks.append(Table(columns=("Likely", "Industry", "NAICS 2022", "Family", "Why"), rows=rows, numeric=(0,)))
    show(Document(title=title, blocks=(*blocks, *failure_blocks(data.failures))), settings)


def _parameters() -> dict[str, tuple[str, tuple[Assumption, ...]]]:
    """Return all parameters by the key that they have in JSON, each table with what it is for."""
    from aijobkit.contacts import ContactWeights
    from aijobkit.providers.pace import pace_table
    from aijobkit.switches import Assumptions
    from aijobkit.taxonomy import FindingThresholds
    from aijobkit.taxonomy.measures import BlendThresholds, DistanceWeights, industry_table

    return {
        "assumptions": (
            "Replace any of these with --assume NAME=NUMBER, to see what hangs on it.",
            Assumptions().table(),
        ),
        "contact_weights": ("And these rank your contacts:", ContactWeights().table()),
        "distance_weights": (
            "These join the parts of the distance between two roles (in Python: Measures(store, weights=...)):",
            DistanceWeights().table(),
        ),
        "blend_thresholds": (
            "These say when a role has what the occupations have that it stands on (Measures(store, thresholds=...)):",
            BlendThresholds().table(),
        ),
        "industry_distance": ("These make the distance between two industries:", industry_table()),
        "finding_thresholds": (
            "Above these a text is answered rather than asked back (Taxonomy(store, thresholds=...)):",
            FindingThresholds().table(),
        ),
        "pace": ("And these say when advice has you begin, and with how many talks:", pace_table()),
    }


@click.command(cls=Command, name="assumptions", short_help="Every weight and threshold, with its source.")
@format_option(*_FORMATS)
@click.pass_obj
def assumptions_command(settings: Settings) -> None:
    """List every weight and threshold that a plan depends on, with its value, kind, source and meaning."""
    from aijobkit.reports.documents import Block, Document, Paragraph, Table
    from aijobkit.serialize import fields_to_dict

    tables = _parameters()
    if settings.format == "json":
        show_json({name: [fields_to_dict(row) for row in rows] for name, (_, rows) in tables.items()})
        return
    blocks: list[Block] = []
    for said, rows in tables.values():
        cells = tuple((row.name, f"{row.value:g}", row.meaning, row.kind.value, row.source) for row in rows)
        blocks += [
            Paragraph(text=said),
            Table(columns=("Name", "Value", "Meaning", "Kind", "Source"), rows=cells, numeric=(1,)),
        ]
    show(Document(title="What the measure assumes", blocks=tuple(blocks)), settings)
