"""``aijobkit interviews``: whom of your contacts to ask and what, and the log of the conversations."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import click

from aijobkit.cli.console import Settings, fail, show, show_json
from aijobkit.cli.options import Group, employer_option, format_option, move_options, person_options, read_day
from aijobkit.errors import ImportFileError, InvalidValueError
from aijobkit.reports.documents import clean

if TYPE_CHECKING:
    from aijobkit.cli.asking import Asked
    from aijobkit.contacts import RankedContact
    from aijobkit.importers import ImportReport
    from aijobkit.interview_log import InterviewLog
    from aijobkit.plans import SwitchPlan
    from aijobkit.reports.documents import Block, Sources

__all__ = ["interviews_command"]

Command = TypeVar("Command", bound=Callable[..., Any])

_FORMATS = ("text", "json", "markdown", "html")
# Advice of this provider is what one takes along to an interview.
_PROVIDER = "aijobkit:interviews"
_MOST_PROBLEMS = 20
_MOST_LEFT_OUT = 10  # names of contacts for whom nothing speaks, for each reason


def _day_option(name: str, meaning: str, *, required: bool = False) -> Callable[[Command], Command]:
    return click.option(name, type=read_day, required=required, metavar="YYYY-MM-DD", help=meaning)


_log_option = click.option("--log", "path", required=True, metavar="PATH", help="Your log: one JSON file that you own.")


def _read_contacts(path: str, asked: Asked) -> ImportReport:
    """Read contacts from a LinkedIn export or any table of contacts."""
    from aijobkit.importers import read_contacts_csv, read_linkedin

    file = Path(path)
    if file.is_dir() or file.suffix.lower() == ".zip":
        return read_linkedin(path, taxonomy=asked.data.taxonomy, employers=asked.employers, schools=asked.person.schools)
    return read_contacts_csv(path, taxonomy=asked.data.taxonomy, employers=asked.employers, schools=asked.person.schools)


def _show_problems(report: ImportReport) -> None:
    fail(*(f"note: {problem}" for problem in report.problems[:_MOST_PROBLEMS]))
    if len(report.problems) > _MOST_PROBLEMS:
        fail(f"note: and {len(report.problems) - _MOST_PROBLEMS} more such lines; --format json lists all")


def _contact_document(one: RankedContact, *, with_names: bool) -> dict[str, Any]:
    from aijobkit.serialize import fields_to_dict

    contact = fields_to_dict(one.contact)
    if not with_names:
        for private in ("name", "company"):
            del contact[private]
    return {"contact": contact, "score": one.score, "reasons": list(one.reasons)}


def _left_out(ranked: tuple[RankedContact, ...]) -> Iterator[str]:
    """Yield for whom nothing speaks, by the reason why, so that nobody is dropped in silence."""
    others = [one.contact for one in ranked if not one.reasons]
    groups = (
        ("without a title in the file; add it if you know it", [one for one in others if not one.title]),
        ("with a title that we do not know", [one for one in others if one.title and one.role is None]),
        ("with work that is not near your way", [one for one in others if one.title and one.role is not None]),
    )
    for why, some in groups:
        rest = len(some) - _MOST_LEFT_OUT
        names = [one.name for one in some[:_MOST_LEFT_OUT]] + ([f"and {rest} more"] if rest > 0 else [])
        if names:
            yield f"{len(some)} {why}: {', '.join(names)}"


def _contact_blocks(ranked: tuple[RankedContact, ...], limit: int) -> tuple[Block, ...]:
    from aijobkit.reports.documents import Bullets, Heading, Paragraph, Table

    fitting = [one for one in ranked if one.reasons]
    left_out = tuple(_left_out(ranked))
    others = (Paragraph(text="For the others nothing that we can see speaks:"), Bullets(items=left_out)) if left_out else ()
    if not fitting:
        text = f"Nothing that we can see speaks for one of your {len(ranked)} contacts more than for another."
        return (Heading(text="Whom to ask"), Paragraph(text=text), *others[1:])
    rows = tuple(
        (
            str(index),
            one.contact.name,
            ", at ".join(filter(None, (one.contact.title, one.contact.company))),
            "; ".join(one.reasons),
        )
        for index, one in enumerate(fitting[:limit], 1)
    )
    rest = len(fitting) - limit
    more = f" {rest} more {'has' if rest == 1 else 'have'} something to speak for them; --limit shows more." if rest > 0 else ""
    return (
        Heading(text="Whom to ask"),
        Paragraph(
            text=f"Of your {len(ranked)} contacts these come first; the order rests on assumptions (aijobkit assumptions)."
            + more
        ),
        Table(columns=("", "Name", "Work", "Why"), rows=rows, numeric=(0,)),
        *others,
    )


def _advice_blocks(plan: SwitchPlan, sources: Sources) -> tuple[Block, ...]:
    from aijobkit.reports.plan_page import advice_blocks, failure_blocks

    pieces = [piece for piece in plan.advice if piece.provider == _PROVIDER]
    return (*advice_blocks(pieces, sources), *failure_blocks(plan.failures))


@click.group(
    cls=Group,
    name="interviews",
    short_help="Whom to ask and what; a log of your conversations.",
    invoke_without_command=True,
    subcommand_metavar="[COMMAND]",
)
@click.option(
    "--contacts", metavar="PATH", help="Your LinkedIn export (ZIP, folder or Connections.csv), or any CSV of contacts."
)
@move_options
@person_options
@employer_option
@click.option("--limit", type=click.IntRange(1, 1000), default=15, show_default=True, help="How many contacts at most.")
@click.option("--with-names", is_flag=True, help="Let names and employers into the JSON.")
@format_option(*_FORMATS)
@click.pass_context
def interviews_command(ctx: click.Context, /, contacts: str | None, limit: int, with_names: bool, **words: Any) -> None:  # noqa: FBT001 - a flag of the command line
    """
    Say whom to ask for an informational interview, why, and what to ask.

    Names stay on this machine and on your screen. The commands below keep a log of your conversations.
    """
    if ctx.invoked_subcommand is not None:
        return
    if contacts is None and not any(words.values()):
        click.echo(ctx.get_help())
        return
    from aijobkit.cli.asking import Words, ask
    from aijobkit.contacts import rank_contacts
    from aijobkit.planner import make_plan
    from aijobkit.plugins import sorted_failures
    from aijobkit.reports.documents import Document, Sources
    from aijobkit.serialize import fields_to_dict

    settings = ctx.ensure_object(Settings)
    asked = ask(Words(**words), settings)
    plan = make_plan(asked.person, asked.target, taxonomy=asked.data.taxonomy, manager=asked.data.manager, notes=asked.notes)
    plan = attrs.evolve(plan, failures=sorted_failures(asked.data.failures, plan.failures))
    ranked: tuple[RankedContact, ...] = ()
    problems: list[dict[str, Any]] = []
    if contacts is not None:
        report = _read_contacts(contacts, asked)
        taxonomy = asked.data.taxonomy
        ranked = rank_contacts(report.contacts, plan, distance=lambda one, other: taxonomy.role_distance(one, other).value)
        problems = [attrs.asdict(problem) for problem in report.problems]
        if settings.format != "json":
            _show_problems(report)
    if settings.format == "json":
        show_json(
            {
                "contacts": [_contact_document(one, with_names=with_names) for one in ranked[:limit]],
                "total": len(ranked),
                "advice": [fields_to_dict(piece) for piece in plan.advice if piece.provider == _PROVIDER],
                "failures": [fields_to_dict(failure) for failure in plan.failures],
                "problems": problems,
                "notes": list(asked.notes),
                "provenance": fields_to_dict(plan.provenance),
            }
        )
        return
    sources = Sources()
    blocks = (
        *(_contact_blocks(ranked, limit) if contacts is not None else ()),
        *_advice_blocks(plan, sources),
        *sources.blocks(),
    )
    title = f"Whom to talk to on the way from {plan.switch.origin.role.title} to {plan.switch.target.role.title}"
    show(Document(title=title, blocks=blocks), settings)


# -- the log -----------------------------------------------------------------------------------------------------------------


def _status_choice() -> click.Choice[str]:
    from aijobkit.interview_log import InterviewStatus

    return click.Choice([status.value for status in InterviewStatus])


def _details(status: str | None, given: dict[str, Any]) -> dict[str, Any]:
    from aijobkit.interview_log import InterviewStatus

    details = {name: value for name, value in given.items() if value is not None}
    return {**details, "status": InterviewStatus(status)} if status else details


@contextmanager
def _naming_log(path: str) -> Iterator[None]:
    """Name the option and the whole path where the log is at fault; the terminal is the person's own."""
    try:
        yield
    except ImportFileError as error:
        raise ImportFileError(error.what, file=f"--log {path}", line=error.line) from None


def _existing(path: str) -> InterviewLog:
    """Return the log in a file that has to be there; only the first entry makes one."""
    from aijobkit.interview_log import read_log

    with _naming_log(path):
        _check_there(path)
        return read_log(path)


def _check_there(path: str) -> None:
    if not os.path.exists(path):  # noqa: PTH110 - a text that cannot be a path is none that is there
        raise ImportFileError("there is no such file; check the path, or begin a log with: aijobkit interviews add")


def _change(path: str, change: Callable[[InterviewLog], InterviewLog]) -> InterviewLog:
    from aijobkit.interview_log import change_log

    try:
        with _naming_log(path):
            return change_log(path, change)
    except InvalidValueError as error:
        option = f"--{error.field.rpartition('.')[2].replace('_', '-')}"
        raise click.UsageError(f"{'--next' if option == '--next-step' else option}: {error.hint}") from None


def _tell_next(log: InterviewLog, number: int, on: dt.date) -> str:
    """Return what comes next in one interview, so that the person sees what their words were taken for."""
    from aijobkit.interview_log import next_steps

    step = next((step for step in next_steps(log, on=on) if step.interview.number == number), None)
    if step is None:
        return "nothing is open"
    return f"next: {step.text}" + (f", until {step.on}" if step.on else "")


_detail_options = (
    click.option("--title", metavar="TEXT", help="Their job title."),
    click.option("--company", metavar="TEXT", help="Their employer."),
    click.option("--status", type=_status_choice(), help="How far it has come."),
    click.option("--learned", metavar="TEXT", help="What you learned."),
    click.option("--next", "next_step", metavar="TEXT", help="What you will do next."),
    _day_option("--next-on", "Until when."),
)


def _with_details(command: Command) -> Command:
    for option in reversed(_detail_options):
        command = option(command)
    return command


@interviews_command.command(name="add")
@_log_option
@click.option("--who", required=True, metavar="TEXT", help="With whom.")
@_day_option("--on", "The day.", required=True)
@_with_details
def add_command(path: str, who: str, on: dt.date, status: str | None, **given: Any) -> None:
    """Enter a conversation into the log."""
    from aijobkit.interview_log import add_interview

    is_new = not os.path.exists(path)  # noqa: PTH110 - a text that cannot be a path is refused where it is read

    def enter(log: InterviewLog) -> InterviewLog:
        same = [one.number for one in log.interviews if one.on == on and one.who.casefold().split() == who.casefold().split()]
        if same:
            raise click.UsageError(
                f"number {same[0]} is a conversation with the same person on {on}; change that one with: "
                f"aijobkit interviews update --number {same[0]}"
            )
        return add_interview(log, who=who, on=on, **_details(status, given))

    log = _change(path, enter)
    number = log.interviews[-1].number
    where = f" in a new log, {path}" if is_new else ""
    click.echo(clean(f"entered as number {number}{where}; {_tell_next(log, number, on)}"))


@interviews_command.command(name="update")
@_log_option
@click.option("--number", type=int, required=True, help="Which one; see: list.")
@_day_option("--on", "The day.")
@_with_details
def update_command(path: str, number: int, status: str | None, **given: Any) -> None:
    """Change a conversation in the log; what was thanked for or declined has no next step, unless you give one."""
    from aijobkit.interview_log import update_interview

    with _naming_log(path):
        _check_there(path)
    log = _change(path, lambda log: update_interview(log, number, **_details(status, given)))
    day = next(interview.on for interview in log.interviews if interview.number == number)
    click.echo(clean(f"number {number} changed; {_tell_next(log, number, day)}"))


@interviews_command.command(name="list")
@_log_option
@format_option("text", "markdown")
@click.pass_obj
def list_command(settings: Settings, path: str) -> None:
    """List the log."""
    from aijobkit.reports.documents import Document, Paragraph, Table

    log = _existing(path)
    rows = tuple(
        (
            str(interview.number),
            interview.on.isoformat(),
            interview.who,
            ", at ".join(filter(None, (interview.title, interview.company))),
            interview.status.value,
            interview.learned,
        )
        for interview in log.interviews
    )
    table: Block = Table(columns=("", "Day", "Who", "Work", "Status", "Learned"), rows=rows, numeric=(0,))
    empty = Paragraph(text="Nothing is entered yet; see: aijobkit interviews add --help")
    show(Document(title="Interviews", blocks=(table if rows else empty,)), settings)


@interviews_command.command(name="next")
@_log_option
@_day_option("--on", "Today.", required=True)
@format_option("text", "markdown")
@click.pass_obj
def next_command(settings: Settings, path: str, on: dt.date) -> None:
    """Say what is to be done next, the most urgent first."""
    from aijobkit.interview_log import next_steps
    from aijobkit.reports.documents import Document, Paragraph, Table

    rows = tuple(
        (
            str(step.interview.number),
            step.on.isoformat() if step.on else "",
            "due" if step.is_due else "",
            step.interview.who,
            step.text,
        )
        for step in next_steps(_existing(path), on=on)
    )
    table: Block = Table(columns=("", "Until", "", "Who", "What"), rows=rows, numeric=(0,))
    block = table if rows else Paragraph(text="Nothing is open.")
    show(Document(title="What comes next", blocks=(block,)), settings)


@interviews_command.command(name="calendar")
@_log_option
@_day_option("--on", "Today.", required=True)
@click.option("--out", required=True, metavar="PATH", help="The .ics file to write.")
def calendar_command(path: str, on: dt.date, out: str) -> None:
    """Write the log as a calendar file, for import into any calendar program."""
    from aijobkit.interview_log import to_ics, write_ics

    data = to_ics(_existing(path), on=on)
    try:
        write_ics(out, data)
    except ImportFileError as error:
        raise click.UsageError(f"--out: {out!r} {error.what}") from None
    fail(f"written to {out}")
