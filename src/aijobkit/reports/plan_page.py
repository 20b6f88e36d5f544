"""The page of one plan: the verdict, how hard, the ways, what is there, what is missing, advice, and the sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aijobkit.advice import Advice, AdviceFailure
from aijobkit.evidence import Provenance
from aijobkit.gaps import display_name
from aijobkit.plans import GapReport, Route, Step, StrengthReport, SwitchPlan
from aijobkit.reports.documents import Bars, Block, Bullets, Document, Heading, Paragraph, Sources, Table
from aijobkit.reports.phrases import (
    KIND_TITLES,
    NO_RANKS,
    difficulty_words,
    fall_words,
    gap_level,
    gap_name,
    kind_words,
    number,
    pay_words,
    position_words,
    role_now,
    route_words,
    share,
    step_place,
    when,
)
from aijobkit.switches import Difficulty, Part, Stability, Switch, SwitchKind

__all__ = [
    "difficulty_blocks",
    "failure_blocks",
    "gap_blocks",
    "plan_page",
    "provenance_blocks",
    "strength_blocks",
    "verdict_blocks",
]

# How much of a long list a reader wants to see; what is left out is counted, and the JSON has all of it.
_MOST_GAPS = 15
_MOST_STRENGTHS = 12
_MOST_ROUTES = 2
_MOST_NAMES = 20
_MOST_WEIGHTS = 4
# What one would doubt first: what counts much, before what decides only whether a thing counts at all.
_DOUBTED = ("weight_", "relief_", "route_", "floor_")
_BORDERS = (
    ("band_small", "small step", "moderate one"),
    ("band_moderate", "moderate step", "large one"),
    ("band_large", "large step", "very large one"),
)
_DEMAND = {(True, True): "in demand, hot", (True, False): "in demand", (False, True): "hot", (False, False): ""}


def _listed(names: Sequence[str], most: int = _MOST_NAMES) -> str:
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"


def verdict_blocks(switch: Switch, notes: Sequence[str] = ()) -> Iterator[Block]:
    """Yield what kind of move it is, why, and the choices made on the way."""
    role = switch.origin.role
    yield Paragraph(text=f"This is {kind_words(switch)}.")
    if switch.reason:
        yield Paragraph(text=switch.reason)
    yield Table(
        columns=("", "You are" if role.has_employer or role.is_life_role else "You were", "You want to be"),
        rows=(
            ("Role", switch.origin.role.title, switch.target.role.title),
            ("Role code", switch.origin.role.code, switch.target.role.code),
            (
                "Industry",
                switch.origin.industry.title if switch.origin.industry else "none named",
                switch.target.industry.title if switch.target.industry else "none named",
            ),
            (
                "NAICS 2022",
                ", ".join(switch.origin.industry.naics_codes) if switch.origin.industry else "",
                ", ".join(switch.target.industry.naics_codes) if switch.target.industry else "",
            ),
        ),
    )
    if switch.is_first_ai_job:
        yield Paragraph(text="It would be your first job that counts as a job in AI.")
    if not switch.target.role.is_ai:
        yield Paragraph(text="The role you want is not among those that we count as jobs in AI; you may well use AI in it.")
    if notes:
        yield Paragraph(text="Please check how your words were read:")
        yield Bullets(items=tuple(dict.fromkeys(notes)))


def _parts_caption(parts: Sequence[Part]) -> str:
    caption = "0 is alike or easy, 1 is unlike or hard."
    if sum(part.weight * part.value > 0 for part in parts) > 1:
        caption += " The parts are not added up: each takes value times weight of what the others leave easy."
    if any(part.weight == 0 for part in parts):
        caption += " A weight of 0 is shown but not counted."
    if any(part.name == "job zone" or "job zone" in part.evidence.detail for part in parts):
        caption += " Job zone is O*NET's word for preparation, from 1 (short) to 5 (long)."
    return caption


def _part_rows(parts: Sequence[Part], sources: Sources) -> tuple[tuple[str, ...], ...]:
    return tuple((part.name, number(part.value), number(part.weight), sources.mark(part.evidence)) for part in parts)


def _past_work(difficulty: Difficulty) -> Iterator[Block]:
    """Say which past roles lowered a part; one part may name more of them than another."""
    found = dict.fromkeys(part.past_roles for part in difficulty.parts if part.past_roles)
    told = [roles for roles in found if not any(set(roles) < set(other) for other in found)]
    if told:
        named = "; ".join(" and ".join(role.title for role in roles) for roles in told)
        yield Paragraph(text=f"Your past work counts here: {named}.")


def difficulty_blocks(difficulty: Difficulty, sources: Sources) -> Iterator[Block]:
    """Yield how hard it is, from which parts, and whether that survives other assumptions."""
    yield Heading(text="How hard it is")
    words = difficulty_words(difficulty)
    text = f"{words[:1].upper()}{words[1:]}."
    if difficulty.percentile is not None:
        text += f" Of all changes of role from yours, {share(difficulty.percentile)} ask for less; skills are left out of this."
    yield Paragraph(text=text)
    yield from _past_work(difficulty)
    if not difficulty.ranks_targets:
        yield Paragraph(text=NO_RANKS)
    if difficulty.parts:
        yield Table(
            columns=("Part", "Value", "Weight", "Where from"),
            rows=_part_rows(difficulty.parts, sources),
            caption=_parts_caption(difficulty.parts),
            numeric=(1, 2),
        )
    stability = difficulty.stability
    if stability is not None and difficulty.value > 0:
        change = share(stability.change)
        text = _hangs(difficulty, stability, change)
        yield Paragraph(text=text or f"This would still hold if any one of our weights were {change} higher or lower.")


def _hangs(difficulty: Difficulty, stability: Stability, change: str) -> str:
    """Say what would change with single assumptions, and with which; a limit of the words apart from a weight."""
    borders = [f"{lower} and a {upper}" for name, lower, upper in _BORDERS if name in difficulty.near_limits]
    text = ""
    if borders:
        text = f"This lies near the border between a {' and between a '.join(borders)}, which we drew. "
    meanings = {row.name: row.meaning.split(";")[0] for row in difficulty.assumptions.table()}
    weights = sorted(
        (name for name in stability.hangs_on if not name.startswith("band_")),
        key=lambda name: next((place for place, start in enumerate(_DOUBTED) if name.startswith(start)), len(_DOUBTED)),
    )
    if not weights:
        return text.strip()
    changes = []
    if not stability.weights_hold_band:
        changes.append(f"it might no longer be called a {difficulty.band.value}")
    if stability.order_holds is False:
        changes.append("the order of the ways below might change")
    what = " and ".join(changes) or "the result might change"
    named = "; ".join(meanings.get(name, name) for name in weights[:_MOST_WEIGHTS])
    more = f"; and {len(weights) - _MOST_WEIGHTS} more, all in the JSON" if len(weights) > _MOST_WEIGHTS else ""
    return f"{text}If one of these judgements of ours were {change} higher or lower, {what}: {named}{more}."


def _title(route: Route) -> str:
    """Return the title of a route, in which the direct leap is marked."""
    return f"{route.title} (direct leap)" if route.is_direct and "direct" not in route.title.lower() else route.title


def _step_text(plan: SwitchPlan, step: Step, sources: Sources) -> str:
    kind = KIND_TITLES[step.kind]
    text = f"{kind[:1].upper()}{kind[1:]} to {step_place(step)}: cost {number(step.cost)}"
    grounds = [part.evidence for part in step.parts] + list(step.evidence)
    text += f" ({sources.mark(*grounds)})." if grounds else "."
    text += f" {step.reason}"
    if step.pay is not None:
        words = pay_words(step.pay, step.target.role, step.pay_scope, is_floor=step.is_pay_floor)
        text += f" Median pay there: {words}{fall_words(plan, step)}."
    return text


def _present_pay(plan: SwitchPlan, sources: Sources) -> Iterator[Block]:
    if plan.present_pay is not None and plan.present_pay_evidence is not None:
        words = pay_words(plan.present_pay, plan.switch.origin.role, is_floor=plan.present_pay_evidence.is_floor)
        yield Paragraph(text=f"Median pay in your {role_now(plan)}: {words} ({sources.mark(plan.present_pay_evidence)}).")


def _counted_sectors(plan: SwitchPlan) -> str:
    """Say for which sectors the pay of the ways was counted: they hold more than the trade that is named beside it."""
    sectors = dict.fromkeys(name for route in plan.routes for step in route.steps for name in step.pay_sectors or ())
    if not sectors:
        return ""
    return f"Pay is counted for whole sectors, which hold more than the trade that you named: here {'; '.join(sectors)}."


def route_blocks(plan: SwitchPlan, sources: Sources) -> Iterator[Block]:
    """Yield the ways to go, the easiest first, each step with its cost and reason."""
    routes = plan.routes
    if not routes:
        return
    yield Heading(text="Ways to get there")
    text = "The easiest comes first. Each step of a way changes one thing only; the direct leap is marked."
    if any(len(route.steps) > 1 for route in routes):
        text += (
            " The costs of steps are not added up: the hardest counts most, and every further search for an employer adds its "
            "share, both judgements of ours."
        )
    yield Paragraph(text=text)
    yield from _present_pay(plan, sources)
    counted = _counted_sectors(plan)
    if counted:
        yield Paragraph(text=counted, is_aside=True)
    titles = [_title(route) for route in routes]
    yield Bars(
        title="Total cost of each way, parted as its steps compare; the table below says the same",
        bars=tuple(
            (f"{index}. {title}", _split(route)) for index, (title, route) in enumerate(zip(titles, routes, strict=True), 1)
        ),
        limit=max(1.0, *(route.total for route in routes)),
    )
    yield Table(
        columns=("", "Way", "Stops", "Total"),
        rows=tuple(
            (str(index), title, route_words(route), number(route.total))
            for index, (title, route) in enumerate(zip(titles, routes, strict=True), 1)
        ),
        numeric=(0, 3),
    )
    leap = next((route for route in routes if route.is_direct), None)
    dearer = 0 if leap is None else sum(route.total > leap.total for route in routes)
    told = _told(plan)
    if len(told) < len(routes):
        text = "The JSON tells every way step by step, this page those that help most."
        if dearer:
            text += f" {dearer} of them {'costs' if dearer == 1 else 'cost'} more than the direct leap."
        yield Paragraph(text=text, is_aside=True)
    said: set[str] = set()
    for index, route in told:
        yield Heading(text=f"{index}. {titles[index - 1]}", level=3)
        if route.reason:
            yield Paragraph(text=route.reason)
        if route.first_action and route.first_action not in said:
            yield Paragraph(text=f"Before any new job: {route.first_action}")
            said.add(route.first_action)
        yield Bullets(items=tuple(_step_text(plan, step, sources) for step in route.steps), is_numbered=True)


def _told(plan: SwitchPlan) -> list[tuple[int, Route]]:
    """Return the routes that are told step by step, with their numbers: the leap, and the easiest ones that help."""
    numbered = list(enumerate(plan.routes, 1))
    return [
        (index, route)
        for index, route in numbered
        if index == 1 or route.is_direct or (index <= _MOST_ROUTES and plan.is_way_out(route))
    ]


def _split(route: Route) -> tuple[float, ...]:
    """Share the total of a route out among its steps by their costs, for the picture."""
    costs = sum(step.cost for step in route.steps)
    return tuple(route.total * step.cost / costs for step in route.steps) if costs else (route.total,)


def strength_blocks(report: StrengthReport, sources: Sources) -> Iterator[Block]:
    """Yield what the person brings."""
    yield Heading(text="What you bring")
    for note in report.notes:
        yield Paragraph(text=note)
    if report.asked and not report.notes:
        yield Paragraph(text=f"{report.shared} of {report.asked} things that count in the role you want are there already.")
    if report.strengths:
        yield Bullets(
            items=tuple(
                f"{display_name(strength.name)} ({strength.domain.value}{', named by you' if strength.is_own else ''}"
                f"{', unusual in that role' if strength.is_rare_at_target else ''}): {strength.reason} "
                f"({sources.mark(strength.evidence)})"
                for strength in report.strengths[:_MOST_STRENGTHS]
            )
        )
        if len(report.strengths) > _MOST_STRENGTHS:
            yield Paragraph(text=f"And {len(report.strengths) - _MOST_STRENGTHS} more.", is_aside=True)


def _without_empty(*, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], caption: str) -> Table:
    """Return a table without the columns in which no row has anything to say."""
    kept = [index for index in range(len(columns)) if any(row[index] for row in rows)]
    return Table(
        columns=tuple(columns[index] for index in kept),
        rows=tuple(tuple(row[index] for index in kept) for row in rows),
        caption=caption,
    )


def _has_levels(report: GapReport) -> bool:
    return any(gap.needed_level is not None for gap in report.gaps[:_MOST_GAPS])


def _near_beyond(report: GapReport) -> str:
    """Return what comes near only to gaps that the table leaves out, so that no skill somebody named goes unsaid."""
    shown = {gap.near for gap in report.gaps[:_MOST_GAPS]}
    near = list(dict.fromkeys(gap.near for gap in report.gaps[_MOST_GAPS:] if gap.near not in {"", *shown}))
    return f" Near to some of them you have: {_listed([display_name(name) for name in near])}." if near else ""


_POSTINGS = " Hot and in demand are O*NET's marks for what many job postings ask for, anywhere and in this very occupation."


def gap_blocks(report: GapReport, sources: Sources) -> Iterator[Block]:
    """Yield what is missing or was not named, what to learn first at the top."""
    yield Heading(text="What is missing or not named yet")
    if report.asked:
        yield Paragraph(text=f"You show {report.met} of the {report.asked} things that count here.")
    if report.met_names:
        yield Paragraph(text=f"Shown already: {_listed([display_name(name) for name in report.met_names])}.")
    if report.gaps:
        yield _without_empty(
            columns=(
                "Missing or not named",
                "Kind",
                "Importance",
                "Level now → asked",
                "Postings",
                "You come near with",
                "Where from",
            ),
            rows=tuple(
                (
                    gap_name(gap),
                    gap.domain.value,
                    "" if gap.importance is None else f"{gap.importance:.1f}",
                    gap_level(gap),
                    _DEMAND[gap.is_in_demand, gap.is_hot],
                    display_name(gap.near),
                    sources.mark(gap.evidence),
                )
                for gap in report.gaps[:_MOST_GAPS]
            ),
            caption="What to learn first is at the top."
            + (" Importance runs from 1 to 5, levels from 0 to 7." if _has_levels(report) else "")
            + (_POSTINGS if any(gap.is_in_demand or gap.is_hot for gap in report.gaps[:_MOST_GAPS]) else ""),
        )
        if len(report.gaps) > _MOST_GAPS:
            more = f"And {len(report.gaps) - _MOST_GAPS} more, all in the JSON.{_near_beyond(report)}"
            yield Paragraph(text=more, is_aside=True)
    elif report.asked:
        yield Paragraph(text="Nothing that we could compare is missing.")
    likely = [gap_name(gap) for gap in report.gaps if gap.is_likely]
    if likely:
        yield Paragraph(
            text=f"By your present or past work, or by tools that you name, you may use them already: {_listed(likely)}. "
            "Name those that you use, and they count."
        )
    suggestions = dict(report.suggestions)
    unread = [(skill, suggestions.get(skill, "")) for skill in report.unrecognised]
    if unread:
        yield Paragraph(
            text="We did not recognise these skills of yours, and they count neither for nor against you: "
            f"{_listed([f'{skill} (did you mean {known}?)' if known else skill for skill, known in unread])}."
        )
    if report.related:
        yield Paragraph(
            text="These skills of yours are on the lists of the role you want, or come near what stands there, and are not "
            f"counted: {_listed(report.related)}."
        )
    if report.unasked:
        yield Paragraph(
            text="The lists of the role you want do not name these skills of yours, and they count neither for nor against "
            f"you: {_listed(report.unasked)}."
        )
    for note in report.notes:
        yield Paragraph(text=note, is_aside=True)


def advice_blocks(advice: Sequence[Advice], sources: Sources) -> Iterator[Block]:
    """Yield the advice in its order, each with why it is given and what to do when."""
    if not advice:
        return
    yield Heading(text="Advice")
    for piece in advice:
        yield Heading(text=piece.title, level=3)
        yield Paragraph(text=piece.text)
        if piece.actions:
            yield Bullets(items=tuple(f"{action.text} ({when(action.weeks_before_search)})" for action in piece.actions))
        giver = f"; from {piece.provider}" if piece.provider else ""
        yield Paragraph(text=f"Why: {piece.reason} ({sources.mark(*piece.evidence)}{giver})", is_aside=True)


def failure_blocks(failures: Sequence[AdviceFailure]) -> Iterator[Block]:
    """Yield the plugins that failed; what they would have said is missing here, and nothing else is."""
    if not failures:
        return
    yield Heading(text="Plugins that failed")
    yield Paragraph(text="What these would have said is missing from this page; nothing else is.")
    yield Bullets(
        items=tuple(
            " ".join(filter(None, (failure.provider, failure.version, f"in {failure.hook}: {failure.error}")))
            for failure in failures
        )
    )


def provenance_blocks(provenance: Provenance) -> Iterator[Block]:
    """Yield what is needed to compute the page again."""
    parts = [f"aijobkit {provenance.library}", *(f"{name} {version}" for name, version in provenance.data)]
    if provenance.taxonomy_digest:
        parts.append(f"data build {provenance.taxonomy_digest}")
    if provenance.plugins:
        parts.append(f"plugins: {', '.join(provenance.plugins)}")
    yield Paragraph(text=f"Made with {'; '.join(parts)}.", is_aside=True)


def plan_page(plan: SwitchPlan) -> Document:
    """
    Return the whole plan as a page.

    Args:
        plan: The plan.

    Returns:
        The same for equal plans; nothing in it depends on the time or the machine.
    """
    sources = Sources()
    blocks: list[Block] = [*verdict_blocks(plan.switch, plan.notes)]
    if plan.switch.kind is SwitchKind.NONE and plan.switch.origin.role != plan.switch.target.role:
        blocks.append(
            Paragraph(text=f"{position_words(plan.switch.target)} counts as what you do already; there is no switch to plan.")
        )
    blocks += difficulty_blocks(plan.difficulty, sources)
    blocks += route_blocks(plan, sources)
    blocks += strength_blocks(plan.strengths, sources)
    blocks += gap_blocks(plan.gaps, sources)
    blocks += advice_blocks(plan.advice, sources)
    blocks += failure_blocks(plan.failures)
    blocks += sources.blocks()
    blocks += provenance_blocks(plan.provenance)
    title = f"From {plan.switch.origin.role.title} to {plan.switch.target.role.title}"
    return Document(title=title, blocks=tuple(blocks))
