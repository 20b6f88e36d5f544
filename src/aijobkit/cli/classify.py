"""``aijobkit classify``: what kind of move it is, and how hard."""

from __future__ import annotations

from typing import Any

import click

from aijobkit.cli.console import Settings, show, show_json
from aijobkit.cli.options import (
    Command,
    assume_option,
    employer_option,
    format_option,
    move_options,
    person_options,
    read_assumptions,
)

__all__ = ["classify_command"]


@click.command(cls=Command, name="classify", short_help="What kind of move it is, and how hard.", no_args_is_help=True)
@move_options
@person_options
@employer_option
@assume_option
@format_option("text", "json", "markdown", "html")
@click.pass_obj
def classify_command(settings: Settings, /, assume: tuple[str, ...], **words: Any) -> None:
    """Say what kind of move it is (a role switch, an industry switch, both or none), and how hard."""
    from aijobkit.cli.asking import Words, ask
    from aijobkit.planner import assess, provenance_of
    from aijobkit.reports import switch_document
    from aijobkit.serialize import fields_to_dict

    assumptions = read_assumptions(assume)
    asked = ask(Words(**words), settings)
    switch, difficulty = assess(asked.person, asked.target, taxonomy=asked.data.taxonomy, assumptions=assumptions)
    provenance = provenance_of(asked.data.taxonomy, asked.data.manager.asked)
    if settings.format == "json":
        document = switch_document(switch, difficulty, provenance, asked.notes)
        show_json({**document, "failures": [fields_to_dict(failure) for failure in asked.data.failures]})
        return
    from aijobkit.reports.documents import Document, Sources
    from aijobkit.reports.plan_page import difficulty_blocks, failure_blocks, provenance_blocks, verdict_blocks

    sources = Sources()
    blocks = (
        *verdict_blocks(switch, asked.notes),
        *difficulty_blocks(difficulty, sources),
        *failure_blocks(asked.data.failures),
        *sources.blocks(),
        *provenance_blocks(provenance),
    )
    show(Document(title=f"From {switch.origin.role.title} to {switch.target.role.title}", blocks=blocks), settings)
