"""``aijobkit gap``, ``compare``, ``feeders`` and ``explain``: the questions people ask besides the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from aijobkit.cli.console import Settings, show, show_json
from aijobkit.cli.options import (
    EDUCATION,
    Command,
    assume_option,
    employer_option,
    format_option,
    move_options,
    person_options,
    read_assumptions,
)

if TYPE_CHECKING:
    from aijobkit.advice import AdviceFailure
    from aijobkit.evidence import Evidence
    from aijobkit.people import Position
    from aijobkit.planner import Comparison, WhatIf
    from aijobkit.plans import Gap, GapReport
    from aijobkit.reports.documents import Block, Sources

__all__ = ["compare_command", "explain_command", "feeders_command", "gap_command"]

_FORMATS = ("text", "json", "markdown", "html")


def _reading_blocks(notes: Iterable[str]) -> Iterator[Block]:
    """Yield how the words of the person were read, where that is not plain."""
    from aijobkit.reports.documents import Bullets, Paragraph

    items = tuple(dict.fromkeys(notes))
    if items:
        yield Paragraph(text="Please check how your words were read:")
        yield Bullets(items=items)


def _told(notes: Iterable[str], failures: Iterable[AdviceFailure]) -> dict[str, Any]:
    """Return, for a document in JSON, how the words were read and which plugins failed."""
    from aijobkit.serialize import fields_to_dict

    return {"notes": list(dict.fromkeys(notes)), "failures": [fields_to_dict(failure) for failure in failures]}


@click.command(cls=Command, name="gap", short_help="What is missing, what you bring.", no_args_is_help=True)
@move_options
@person_options
@employer_option
@click.option("--learn", multiple=True, metavar="TEXT", help="Show what learning this skill would change; repeatable.")
@assume_option
@format_option(*_FORMATS)
@click.pass_obj
def gap_command(settings: Settings, /, learn: tuple[str, ...], assume: tuple[str, ...], **words: Any) -> None:
    """Say what the target asks for, what of it you show, what is missing, and what you bring."""
    from aijobkit.cli.asking import Words, ask
    from aijobkit.gaps import split_skills
    from aijobkit.planner import compare, provenance_of, what_if
    from aijobkit.planner.measuring import Ruler
    from aijobkit.reports.documents import Document, Sources
    from aijobkit.reports.plan_page import failure_blocks, gap_blocks, provenance_blocks, strength_blocks
    from aijobkit.serialize import fields_to_dict

    assumptions = read_assumptions(assume)
    _refuse_degrees(learn)
    asked = ask(Words(**words), settings)
    taxonomy = asked.data.taxonomy
    found = compare(asked.person, (asked.target,), taxonomy=taxonomy, assumptions=assumptions)[0]
    ruler = Ruler(taxonomy, asked.person, assumptions)
    strengths = ruler.strengths(asked.person.position.role, asked.target.role)
    answer = None
    if learn:
        learned = [skill for text in learn for skill in split_skills(text)]
        answer = what_if(asked.person, asked.target, skills=learned, taxonomy=taxonomy, assumptions=assumptions)
    provenance = provenance_of(taxonomy, asked.data.manager.asked)
    if settings.format == "json":
        document = {
            "gaps": fields_to_dict(found.gaps),
            "strengths": fields_to_dict(strengths),
            **_told(asked.notes, asked.data.failures),
            "provenance": fields_to_dict(provenance),
        }
        show_json({**document, "what_if": fields_to_dict(answer)} if answer else document)
        return
    sources = Sources()
    blocks = (
        *_reading_blocks(asked.notes),
        *gap_blocks(found.gaps, sources),
        *strength_blocks(strengths, sources),
        *(_what_if_blocks(answer, found.gaps, sources) if answer else ()),
        *failure_blocks(asked.data.failures),
        *sources.blocks(),
        *provenance_blocks(provenance),
    )
    title = f"From {asked.person.position.role.title} to {asked.target.role.title}: what is missing, what is there"
    show(Document(title=title, blocks=blocks), settings)


def _refuse_degrees(learn: Iterable[str]) -> None:
    """
    Refuse a level of education among the skills to learn, where it would close no gap and seem to be worth nothing.

    Raises:
        click.UsageError: If there is one.
    """
    from aijobkit.gaps.names import is_known
    from aijobkit.importers.resolving import degree_level

    for text in learn:
        first, *rest = text.casefold().split() or [""]
        # A master of something, and no Scrum master, nor master data.
        is_degree = not rest or rest[0] in ("of", "in") or rest[-1] in ("degree", "diploma")
        level = degree_level([text if rest and rest[-1] in ("degree", "diploma") else first])
        if text.strip().casefold() in EDUCATION or (is_degree and level is not None and not is_known(text)):
            raise click.UsageError(
                f"--learn takes skills, and {text!r} is a level of education; leave it out, ask once as you are and once with "
                f'--education "{text}", and compare the two'
            )


def _closed_names(closed: Iterable[Gap]) -> str:
    """Return the names of gaps, with their domain where they are rated: Mathematics is a skill and a field of knowledge."""
    from aijobkit.gaps import display_name
    from aijobkit.roles import Domain

    rated = (Domain.SKILL, Domain.KNOWLEDGE)
    return ", ".join(f"{display_name(gap.name)}{f' ({gap.domain.value})' if gap.domain in rated else ''}" for gap in closed)


def _there_already(skills: Iterable[str], closed: Iterable[Gap], met: Iterable[str]) -> Iterator[str]:
    """Yield which of *skills* close nothing because what they show, or what does as well, is *met*."""
    from aijobkit.gaps import display_name, same_skill, shows
    from aijobkit.gaps.names import alternatives

    for skill in skills:
        if any(shows(skill, name) for gap in closed for name in (gap.name, *gap.alternatives)):
            continue
        shown = [display_name(name) for name in met if shows(skill, name)]
        instead = [display_name(name) for name in met if not alternatives(skill).isdisjoint(alternatives(name))]
        if instead and not any(same_skill(skill, name) for name in instead):
            yield f" {instead[0]} is there already and does as well as {skill}: one of them is enough."
        elif shown:
            yield f" What {skill} shows is there already: {', '.join(shown)}."


def _what_if_blocks(answer: WhatIf, present: GapReport, sources: Sources) -> tuple[Block, ...]:
    from aijobkit.reports.documents import Heading, Paragraph
    from aijobkit.reports.phrases import difficulty_number, gap_name

    heading = Heading(text="If you learned this")
    suggestions = dict(answer.gaps.suggestions)
    unread = [skill for skill in answer.learned if skill in answer.gaps.unrecognised]
    asked = ", ".join(f"{one} (did you mean {suggestions[one]}?)" if one in suggestions else one for one in unread)
    read = [skill for skill in answer.learned if skill not in unread]
    before, after = (f"{difficulty_number(one)} ({one.band.value})" for one in (answer.before, answer.after))
    if not read:
        marks = sources.mark(*(part.evidence for part in answer.before.parts))
        return (heading, Paragraph(text=f"We did not recognise {asked}, so the difficulty would stay at {before}; {marks}."))
    marks = sources.mark(*(part.evidence for part in answer.after.parts))
    if before != after:
        change = f"go from {before} to {after}"
    elif answer.before.value == answer.after.value:
        change = f"stay at {before}"
    else:
        change = f"fall by less than 0.01 and still read {before}"
    text = f"With {', '.join(read)} the difficulty would {change}; {marks}."
    if unread:
        text += f" We did not recognise {asked}, which changes nothing here."
    still = {(gap.name, gap.domain) for gap in answer.gaps.gaps}
    closed = [gap for gap in present.gaps if (gap.name, gap.domain) not in still]
    told = f"That would close: {_closed_names(closed)}." if closed else "That closes none of the gaps that we know of."
    told += "".join(_there_already(read, closed, present.met_names))
    near = [gap_name(gap) for gap in answer.gaps.gaps if gap.near in answer.learned]
    if near:
        told += f" It would come near, without closing it: {', '.join(near)}."
    return (heading, Paragraph(text=text), Paragraph(text=told))


def _comparison_rows(found: tuple[Comparison, ...], sources: Sources) -> tuple[tuple[str, ...], ...]:
    from aijobkit.reports.phrases import KIND_TITLES, difficulty_number, pay_words, place

    rows = []
    for one in found:
        pay = (
            f"{pay_words(one.pay, one.target.role, is_floor=one.pay_evidence.is_floor)} ({sources.mark(one.pay_evidence)})"
            if one.pay is not None and one.pay_evidence
            else "not known"
        )
        rows.append(
            (
                place(one.target),
                KIND_TITLES[one.switch.kind],
                difficulty_number(one.difficulty),
                one.difficulty.band.value,
                f"{one.gaps.met} of {one.gaps.asked}",
                pay,
            )
        )
    return tuple(rows)


def _listed_once(texts: Iterable[str], targets: Iterable[Position]) -> Iterator[str]:
    """Yield which targets were asked for more than once, in which words."""
    asked: dict[Position, list[str]] = {}
    for text, target in zip(texts, targets, strict=True):
        asked.setdefault(target, []).append(f"“{text}”")
    for target, words in asked.items():
        if len(words) > 1:
            yield f"{target.role.title} was asked for {len(words)} times ({', '.join(words)}) and is listed once."


@click.command(cls=Command, name="compare", short_help="Several roles you think of, side by side.", no_args_is_help=True)
@click.option("--from-role", metavar="TEXT", help="What you do now.")
@click.option("--from-industry", metavar="TEXT", help="Your employer's trade now.")
@click.option("--to-role", "to_roles", multiple=True, metavar="TEXT", help="A role you think of; repeat it.")
@click.option("--to-industry", metavar="TEXT", help="The industry you want; left out, it stays yours.")
@person_options
@employer_option
@assume_option
@format_option(*_FORMATS)
@click.pass_obj
def compare_command(settings: Settings, /, to_roles: tuple[str, ...], assume: tuple[str, ...], **words: Any) -> None:
    """Compare several roles you think of: what kind of move each is, how hard, what is met, what it pays."""
    from aijobkit.cli.asking import Words, ask_each
    from aijobkit.planner import compare, provenance_of
    from aijobkit.reports.documents import Bars, Document, Paragraph, Sources, Table
    from aijobkit.reports.phrases import NO_RANKS, place
    from aijobkit.reports.plan_page import failure_blocks, provenance_blocks
    from aijobkit.serialize import fields_to_dict

    if not to_roles:
        raise click.UsageError("say which roles to compare: --to-role TEXT --to-role TEXT")
    assumptions = read_assumptions(assume)
    asked = ask_each([Words(to_role=role, **words) for role in to_roles], settings)
    taxonomy, person = asked[0].data.taxonomy, asked[0].person
    targets = [one.target for one in asked]
    found = compare(person, tuple(dict.fromkeys(targets)), taxonomy=taxonomy, assumptions=assumptions)
    notes = [*_listed_once(to_roles, targets), *(note for one in asked for note in one.notes)]
    failures = asked[0].data.failures
    provenance = provenance_of(taxonomy, asked[0].data.manager.asked)
    if settings.format == "json":
        comparisons = [fields_to_dict(one) for one in found]
        show_json({"comparisons": comparisons, **_told(notes, failures), "provenance": fields_to_dict(provenance)})
        return
    sources = Sources()
    bars = tuple((place(one.target), (one.difficulty.value,)) for one in found)
    ranks = all(one.difficulty.ranks_targets for one in found)
    columns = ("Target", "Kind", "Difficulty", "In words", "Met", "Median pay")
    blocks = (
        *_reading_blocks(notes),
        *(() if ranks else (Paragraph(text=NO_RANKS),)),
        Bars(title="Difficulty of each target; the table below says the same", bars=bars),
        Table(columns=columns, rows=_comparison_rows(found, sources), caption="The easiest comes first.", numeric=(2,)),
        *failure_blocks(failures),
        *sources.blocks(),
        *provenance_blocks(provenance),
    )
    show(Document(title=f"Where to go from {person.position.role.title}", blocks=blocks), settings)


@click.command(cls=Command, name="feeders", short_help="From where a role is nearest.", no_args_is_help=True)
@click.option("--to-role", required=True, metavar="TEXT", help="The role in question.")
@click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True, help="How many at most.")
@assume_option
@format_option(*_FORMATS)
@click.pass_obj
def feeders_command(settings: Settings, to_role: str, limit: int, assume: tuple[str, ...]) -> None:
    """Say from which roles a role is nearest by the figures; nearest need not be easy."""
    from aijobkit.cli.asking import open_data, read_role
    from aijobkit.planner import feeders, provenance_of
    from aijobkit.reports.documents import Document, Paragraph, Sources, Table
    from aijobkit.reports.phrases import difficulty_number
    from aijobkit.reports.plan_page import failure_blocks, provenance_blocks
    from aijobkit.serialize import fields_to_dict

    assumptions = read_assumptions(assume)
    data = open_data(settings)
    role, notes = read_role("--to-role", to_role, data.taxonomy)
    found = feeders(role, limit=limit, taxonomy=data.taxonomy, assumptions=assumptions)
    provenance = provenance_of(data.taxonomy, data.manager.asked)
    if settings.format == "json":
        rows_ = [fields_to_dict(one) for one in found]
        told = _told(notes, data.failures)
        show_json({"target": fields_to_dict(role), "feeders": rows_, **told, "provenance": fields_to_dict(provenance)})
        return
    sources = Sources()
    rows = tuple(
        (
            one.role.title,
            one.role.code,
            difficulty_number(one.difficulty),
            one.difficulty.band.value,
            sources.mark(*(part.evidence for part in one.difficulty.parts if part.weight > 0)),
        )
        for one in found
    )
    blocks = (
        *_reading_blocks(notes),
        Paragraph(text="For somebody typical of each role, without skills beyond what the data say of it."),
        Table(columns=("From", "Code", "Difficulty", "In words", "Where from"), rows=rows, numeric=(2,)),
        *failure_blocks(data.failures),
        *sources.blocks(),
        *provenance_blocks(provenance),
    )
    show(Document(title=f"From where {role.title} is nearest by the figures", blocks=blocks), settings)


def _ground(evidence: Evidence) -> str:
    detail = f" - {evidence.detail}" if evidence.detail else ""
    return f"{evidence.kind.value}: {evidence.source}{detail}"


@click.command(cls=Command, name="explain", short_help="Every number of the plan, down to its source.", no_args_is_help=True)
@move_options
@person_options
@employer_option
@assume_option
@format_option(*_FORMATS)
@click.pass_obj
def explain_command(settings: Settings, /, assume: tuple[str, ...], **words: Any) -> None:
    """Trace every number of the plan down to its source."""
    from aijobkit.cli.asking import Words, ask
    from aijobkit.planner import explain, make_plan
    from aijobkit.plugins import sorted_failures
    from aijobkit.reports.documents import Document, Paragraph, Table
    from aijobkit.reports.plan_page import failure_blocks, provenance_blocks
    from aijobkit.serialize import fields_to_dict

    assumptions = read_assumptions(assume)
    asked = ask(Words(**words), settings)
    plan = make_plan(
        asked.person, asked.target, taxonomy=asked.data.taxonomy, assumptions=assumptions, manager=asked.data.manager
    )
    rows = explain(plan)
    failures = sorted_failures(asked.data.failures, plan.failures)
    if settings.format == "json":
        explained = [fields_to_dict(row) for row in rows]
        told = _told(asked.notes, failures)
        show_json({"explanations": explained, **told, "provenance": fields_to_dict(plan.provenance)})
        return
    table = Table(
        columns=("Number", "Value", "Stands on"),
        rows=tuple((row.what, row.value, _ground(row.evidence)) for row in rows),
    )
    intro = Paragraph(
        text="Measured: read from a data set. Derived: computed here as the detail says. Assumption: a judgement, replaceable."
    )
    title = f"Every number of the plan from {plan.switch.origin.role.title} to {plan.switch.target.role.title}"
    blocks = (
        *_reading_blocks(asked.notes),
        intro,
        table,
        *failure_blocks(failures),
        *provenance_blocks(plan.provenance),
    )
    show(Document(title=title, blocks=blocks), settings)
