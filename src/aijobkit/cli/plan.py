"""``aijobkit plan``: the whole plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from aijobkit.cli.console import Settings, fail, show, show_text
from aijobkit.cli.options import (
    EXAMPLE,
    Command,
    assume_option,
    employer_option,
    format_option,
    move_options,
    person_options,
    read_assumptions,
)

if TYPE_CHECKING:
    from aijobkit.people import Person, Position

__all__ = ["plan_command"]


def _explain(ctx: click.Context) -> None:
    """Say what the command is for, with one example that works."""
    click.echo(ctx.get_help())
    click.echo(f"\nTry this one, as it stands:\n\n  {EXAMPLE}")


def _nameless(person: Person) -> Person:
    """Return the person without names of people, employers and schools, which nobody who reads a plan needs."""

    def without(position: Position) -> Position:
        employer = position.employer
        return attrs.evolve(position, employer=attrs.evolve(employer, name="") if employer is not None else None)

    return attrs.evolve(
        person, name="", schools=(), position=without(person.position), past=[without(position) for position in person.past]
    )


def _write(path: str, text: str) -> None:
    try:
        Path(path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.UsageError(f"--output: {path!r} cannot be written: {(error.strerror or 'error').lower()}") from None
    fail(f"written to {path}")


@click.command(cls=Command, name="plan", short_help="The whole plan for one move.")
@move_options
@person_options
@employer_option
@assume_option
@format_option()
@click.option("--output", metavar="PATH", help="Write to a file instead of the screen.")
@click.pass_context
def plan_command(ctx: click.Context, /, assume: tuple[str, ...], output: str | None, **words: Any) -> None:
    """
    Make the whole plan for one move: what kind it is, how hard, which ways, what is missing, what you bring, whom to ask.

    Words or codes are both fine.  Leave out --to-industry to stay in your industry.
    """
    if not any(words.values()):
        _explain(ctx)
        return
    from aijobkit.cli.asking import Words, ask
    from aijobkit.planner import make_plan
    from aijobkit.plugins import sorted_failures
    from aijobkit.reports import BUILT_IN_FORMATS, render

    settings = ctx.ensure_object(Settings)
    assumptions = read_assumptions(assume)
    asked = ask(Words(**words), settings)
    plan = make_plan(
        asked.person,
        asked.target,
        taxonomy=asked.data.taxonomy,
        assumptions=assumptions,
        manager=asked.data.manager,
        notes=asked.notes,
    )
    plan = attrs.evolve(plan, person=_nameless(plan.person), failures=sorted_failures(asked.data.failures, plan.failures))
    if output is not None:
        _write(output, render(plan, settings.format, manager=asked.data.manager))
    elif settings.format == "text":
        from aijobkit.reports.plan_page import plan_page

        show(plan_page(plan), settings)
    else:
        text = render(plan, settings.format, manager=asked.data.manager)
        is_ours = settings.format in {report_format.name for report_format in BUILT_IN_FORMATS}
        show_text(text, is_clean=is_ours)
