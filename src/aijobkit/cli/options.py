"""The options that several commands share."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import click

from aijobkit.cli.console import Settings
from aijobkit.people import EmployerKind

if TYPE_CHECKING:
    from aijobkit.switches import Assumptions

__all__ = [
    "EDUCATION",
    "EXAMPLE",
    "Command",
    "Group",
    "assume_option",
    "employer_option",
    "format_option",
    "move_options",
    "person_options",
    "read_assumptions",
    "read_day",
]

EXAMPLE = 'aijobkit plan --from-role nurse --from-industry hospital --to-role "data scientist"'
"""One command line that works as it stands."""

EDUCATION = (
    "less than high school",
    "high school",
    "certificate after high school",
    "some college",
    "associate's",
    "bachelor's",
    "certificate after a bachelor's",
    "master's",
    "certificate after a master's",
    "first professional degree",
    "doctorate",
    "post-doctoral training",
)
"""The levels of required education of O*NET, from 1 on, in short."""

Function = TypeVar("Function", bound=Callable[..., Any])


class Command(click.Command):
    """A command that refuses an option that is given twice where it can hold one value only, as the first would be lost."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, and refuse what is given twice."""
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))
        for parameter, count in Counter(order).items():
            if isinstance(parameter, click.Option) and count > 1 and not (parameter.multiple or parameter.is_flag):
                raise click.UsageError(f"{parameter.opts[0]} is given {count} times; give it once", ctx=ctx)
        return super().parse_args(ctx, args)


class Group(Command, click.Group):
    """A command that has others below it, and refuses the same."""

    command_class = Command


def read_day(text: str) -> dt.date:
    """
    Return the day that is written as in 2026-01-31; no other order of day and month, which could be meant in two ways.

    Raises:
        click.BadParameter: If it is none.
    """
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is None:
        raise click.BadParameter(f"{text!r} is not a day; write year, month and day, such as 2026-01-31")
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"there is no day {text!r} in the calendar; write one such as 2026-01-31") from None


#: What people write for levels of education besides their names, without points, by the number of the level.
_SHORT_DEGREES = {
    2: "ged abitur baccalaureate",
    5: "associates aa as aas",
    6: "bachelors ba bs bsc beng btech bed llb",
    8: "masters ma ms msc mba meng med llm",
    10: "jd md dds dvm pharmd",
    11: "phd dphil doctoral edd",
    12: "postdoc",
}


def _plain_degree(text: str) -> str:
    """
    Return a degree without its subject, its points and the word "degree"; what is said besides stays, and is no degree.

    >>> _plain_degree("B.Sc. in Physics"), _plain_degree("a bachelor's degree"), _plain_degree("no bachelor's")
    ('bsc', 'bachelor', 'no bachelor')
    """
    words = re.sub(r"['\u2019]s\b|[.'\u2019]", "", " ".join(text.casefold().split()))
    words = re.sub(r"^an? | (?:of|in) (?!progress|process).+$| degree\b| diploma\b", "", words).strip()
    return words.replace("-", "")


def _read_education(text: str) -> int:
    """Return the level of education that a number, a name or a degree as in a résumé means, or refuse with all levels."""
    levels = {said: number for number, name in enumerate(EDUCATION, 1) for said in (_plain_degree(name), str(number))}
    levels |= {said: number for number, names in _SHORT_DEGREES.items() for said in names.split()}
    level = levels.get(_plain_degree(text))
    if level is None:
        known = ", ".join(f"{number} {name}" for number, name in enumerate(EDUCATION, 1))
        raise click.BadParameter(f"{text!r} is no level of education; give one of: {known}")
    return level


def _remember_format(ctx: click.Context, _param: click.Parameter, value: str) -> str:
    ctx.ensure_object(Settings).format = value
    return value


def format_option(*names: str) -> Callable[[Function], Function]:
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


def _together(*options: Callable[[Function], Function]) -> Callable[[Function], Function]:
    return lambda command: functools.reduce(lambda wrapped, option: option(wrapped), reversed(options), command)


def move_options(command: Function) -> Function:
    """Add the two positions of a move."""
    return _together(
        click.option("--from-role", metavar="TEXT", help="What you do now: a title, a few words, or an O*NET-SOC code."),
        click.option("--from-industry", metavar="TEXT", help="Your employer's trade now: words or a NAICS code."),
        click.option("--to-role", metavar="TEXT", help="The role you want."),
        click.option("--to-industry", metavar="TEXT", help="The industry you want; left out, it stays yours."),
    )(command)


def person_options(command: Function) -> Function:
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
            type=_read_education,
            metavar="LEVEL",
            help="Highest level completed: its name, or its number from 1 to 12 as O*NET counts (6 bachelor's, 8 master's).",
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
