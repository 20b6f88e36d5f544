"""The options that several commands share."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import click

from aijobkit.cli.console import Settings
from aijobkit.people import EmployerKind

if TYPE_CHECKING:
    from aijobkit.switches import Assumptions

__all__ = ["EXAMPLE", "assume_option", "employer_option", "format_option", "move_options", "person_options", "read_assumptions"]

EXAMPLE = 'aijobkit plan --from-role nurse --from-industry hospital --to-role "data scientist"'
"""One command line that works as it stands."""

Command = TypeVar("Command", bound=Callable[..., Any])


def _remember_format(ctx: click.Context, _param: click.Parameter, value: str) -> str:
    ctx.ensure_object(Settings).format = value
    return value


def format_option(*names: str) -> Callable[[Command], Command]:
    """Return the option ``--format``; any name is taken where *names* is empty, because plugins may bring more."""
    kind: Any = click.Choice(names) if names else str
    return click.option(
        "--format",
        "-f",
        "format_",
        type=kind,
        default="text",
        show_default=True,
        metavar=None if names else "NAME",
        is_eager=True,
        expose_value=False,
        callback=_remember_format,
        help="How the answer is written." if names else "text, json, markdown, html, or a format that a plugin brings.",
    )


employer_option = click.option(
    "--employer",
    type=click.Choice([kind.value for kind in EmployerKind]),
    help="The kind of employer you want to go to.",
)

assume_option = click.option(
    "--assume", multiple=True, metavar="NAME=NUMBER", help="Replace an assumption; see: aijobkit assumptions."
)


def _together(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    return lambda command: functools.reduce(lambda wrapped, option: option(wrapped), reversed(options), command)


def move_options(command: Command) -> Command:
    """Add the two positions of a move."""
    return _together(
        click.option("--from-role", metavar="TEXT", help="What you do now: a title, a few words, or an O*NET-SOC code."),
        click.option("--from-industry", metavar="TEXT", help="Your employer's trade now: words or a NAICS code."),
        click.option("--to-role", metavar="TEXT", help="The role you want."),
        click.option("--to-industry", metavar="TEXT", help="The industry you want; left out, it stays yours."),
    )(command)


def person_options(command: Command) -> Command:
    """Add what is known of the person beside the position."""
    return _together(
        click.option(
            "--skill",
            "skills",
            multiple=True,
            metavar="TEXT",
            help="Skills or technologies you have, with commas between; repeatable.",
        ),
        click.option("--past", multiple=True, metavar="TEXT", help="A role you had before; it counts, too. Repeatable."),
        click.option(
            "--education",
            type=click.IntRange(1, 12),
            help="Highest level completed, as O*NET counts: 2 high school, 6 bachelor's, 8 master's, 11 doctorate.",
        ),
        click.option(
            "--profile",
            metavar="PATH",
            help="Take skills, earlier roles and education from your LinkedIn export (ZIP or folder) or a JSON Resume.",
        ),
    )(command)


def read_assumptions(pairs: tuple[str, ...]) -> Assumptions:
    """
    Return the assumptions with some of them replaced.

    Raises:
        click.UsageError: If a name is not known or a value is not a number in its range.
    """
    from aijobkit._checks import did_you_mean
    from aijobkit.errors import InvalidValueError
    from aijobkit.switches import Assumptions

    known = {assumption.name for assumption in Assumptions().table()}
    changes: dict[str, Any] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if name not in known:
            nearest = did_you_mean(name, known)
            hint = f"did you mean {nearest[0]!r}?" if nearest else "see: aijobkit assumptions"
            raise click.UsageError(f"--assume: there is no assumption {name!r}; {hint}")
        try:
            changes[name] = float(value)
        except ValueError:
            said = f"{value!r} is not a number" if equals else "no value is given"
            raise click.UsageError(f"--assume: write {name}=NUMBER; {said}") from None
    try:
        return attrs.evolve(Assumptions(), **changes)
    except InvalidValueError as error:
        raise click.UsageError(f"--assume: {error}") from None
