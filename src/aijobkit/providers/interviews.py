"""
Informational interviews: whom to ask, how many, when, with which words, and what to ask.

They belong before the search and apart from it.  How many and how early hangs on how hard the move is.
"""

from __future__ import annotations

from aijobkit.advice import Action, Advice
from aijobkit.gaps import is_office
from aijobkit.hookspecs import hookimpl
from aijobkit.people import Person
from aijobkit.plans import SwitchPlan
from aijobkit.providers._case import NEWCOMERS, Case, are_alike, counsel, from_plan, name_of, read_case
from aijobkit.providers._words import are_many, clean, cost, joined, people, short_name, with_article
from aijobkit.providers._words import person as one_of
from aijobkit.providers.pace import NAMES_PER_TALK, PACE, TALKS_AFTER, Pace
from aijobkit.switches import DifficultyBand, SwitchKind

__all__ = ["PACE", "Pace", "aijobkit_advise"]

_PRIORITY = 50


@hookimpl
def aijobkit_advise(person: Person, plan: SwitchPlan) -> list[Advice]:
    """Say whom this person should talk to before the search, and what about."""
    case = read_case(person, plan)
    return [_whom(case), _note(case), _questions(case)]


def _pace(case: Case) -> Pace:
    """Return how many talks and how early; work that is taught on the job asks for no more than a small step does."""
    taught = case.is_taught and case.band is not DifficultyBand.NONE
    return PACE[DifficultyBand.SMALL] if taught else PACE[case.band]


def _movers(case: Case) -> str:
    """Return the people who made this very move."""
    if case.kind is SwitchKind.INDUSTRY:
        return f"{case.them} who came to {case.trade_there} from {case.trade_here or 'another trade'}"
    if case.kind is SwitchKind.NONE:
        return f"{case.them} who changed employer lately"
    return f"{case.them} who started where you are" if case.work is None else f"{case.them} who once were {people(case.work)}"


def _whom(case: Case) -> Advice:
    pace = _pace(case)
    sentences = []
    if case.stones:
        sentences.append(f"Begin with {with_article(one_of(case.stones[0]))}, the next step of your route.")
    inside = ""
    if case.is_employed:
        step = case.next_step
        # Only what the present employer plausibly uses: a haulier has nobody for Label Studio.
        tool = next((name_of(gap) for gap in case.learn if gap.is_likely and not is_office(gap.name)), "")
        # And only what the new work has a use for: whoever works with Word knows nothing of it.
        tools = [name for name in case.tools_known if name in (*case.have, *case.near) and not is_office(name)]
        where = "where you work" if case.is_own_master else "at your present employer"
        if step is not None and step.same_employer and case.stones:
            inside = f"; {where} {with_article(one_of(case.stones[0]))} answers sooner"
        elif tools or tool:
            inside = f"; {where} whoever works with {joined(tools, last='or') or tool} answers sooner"
    sentences.append(
        f"{'Then ask' if case.stones else 'Ask'} {case.them}{case.in_field} with one to three years in it, best of all "
        f"{_movers(case)}{inside}."
    )
    if case.person.schools:
        who = f"who list {case.lack(1)}" if case.sayable else "who do this work"
        sentences.append(f"Former students of your schools {who} answer sooner than strangers.")
    if len(case.sayable) > 1:  # else there is no order to change
        sentences[-1] = f"{sentences[-1][:-1]}; if two of them put something before {case.lack(0)}, learn that first."
    size = "A change of employer" if case.kind is SwitchKind.NONE else f"A {case.band.value}"
    # Why fewer than the size of the step would ask for.
    taught = ", into work that is mostly taught on the job," if pace != PACE[case.band] else ""
    return Advice(
        key="whom",
        title=f"{pace.talks} conversations before the search, about {case.about}"
        + (f" and the worth of {case.mine}" if case.mine else ""),
        text=" ".join(sentences),
        reason=f"{size} ({cost(case.plan.difficulty.value)}){taught} deserves {pace.talks} talks before the search and apart "
        f"from it{f', even with {joined(case.useful, most=2)}' if case.useful else ''}.",
        evidence=[counsel("informational interviews, well before and apart from a search"), from_plan("route and difficulty")],
        priority=_PRIORITY,
        actions=_calendar(case, pace),
    )


def _calendar(case: Case, pace: Pace) -> list[Action]:
    """Return what to do when; the last talk lies before the search, so that no talk is a disguised application."""
    return [
        Action(
            text=f"Write down {NAMES_PER_TALK * pace.talks} names, about half of whom will not answer, and send the first two "
            "notes" + (f", each with a line on {case.useful[-1]}." if case.useful else "."),
            weeks_before_search=pace.weeks,
        ),
        Action(
            text=f"Have {pace.talks} talks of twenty minutes, thank each within a day, and later tell them what "
            + (f"you have done about {case.lack(0)}" if case.sayable else "came of it")
            + (f", and whether {joined(case.useful, most=2)} helped." if case.useful else "."),
            weeks_before_search=pace.weeks - TALKS_AFTER,
        ),
    ]


def _self(case: Case) -> str:
    """Return how the person would introduce themselves."""
    knows = f", with experience in {case.mine}" if case.mine else ""
    if "military" in case.origin.role.code:  # the word says where
        return f"I serve as {case.here}{knows}"
    am = case.here.removeprefix("somebody ")
    if case.has_left:
        return f"I worked as {case.here}{case.at_work}{knows}"
    if case.origin.is_alone:
        return f"I work for myself as {case.here}{knows}"
    if case.is_employed and am == case.here:
        return f"I work as {case.here}{case.at_work}{knows}"
    if case.work not in (None, case.origin.role):
        return f"I worked as {case.worker} and am {am} now{knows}"
    return f"I am {am}{knows}"


def _note(case: Case) -> Advice:
    first, second = case.talking_points
    wish = f"become {case.there}"
    if case.kind not in NEWCOMERS:
        wish = f"move to {case.trade_there}" if case.kind is SwitchKind.INDUSTRY else "change employer"
    about = f"where {first} and {second} come in"
    if not case.sayable:
        about = f"what differs from {case.trade_here}" if case.trade_here else "what differs from other places"
        if case.kind in NEWCOMERS:
            about = "what a newcomer does in the first weeks"
        if case.kind is SwitchKind.NONE:
            about = "what you would do otherwise elsewhere"
    return Advice(
        key="note",
        title=f"A note you can send today{f', with {case.mine} in the first line' if case.mine else ''}",
        text=f"“{_self(case)}; before I decide whether to {wish}, I would like to hear what your work is really like, "
        f"above all {about}: would you have twenty minutes on the telephone in the coming weeks, without my asking for a job?”",
        reason=f"A question about {first} from {case.worker}{f' who names {case.shown[0]}' if case.mine else ''} is easier to "
        f"answer than “any advice?”; if ten days pass, write once more, and then leave it.",
        evidence=[counsel("short notes that ask for no job are answered")],
        priority=_PRIORITY + 5,
    )


def _barrier_question(case: Case) -> str:
    present = {part.name for part in case.plan.difficulty.parts if part.weight * part.value > 0}
    if "licence" in present:
        return f"Which part of your week needs the licence of {case.them}, and what could somebody without it do?"
    if "schooling" in case.demands and not case.is_student:  # who studies for the degree needs no way round it
        return f"Who around you became {case.there} without the usual degree, and what did they show instead?"
    return ""


def _step_question(case: Case) -> str:
    """Return the question about the next step of the route."""
    step = case.next_step
    if case.kind is SwitchKind.INDUSTRY:
        return f"What did you have to unlearn when you came to {case.trade_there}?"
    if case.kind is SwitchKind.NONE or step is None:
        return "What would make you leave the place where you are, and what would you look for next?"
    if case.stones:
        stone = with_article(one_of(case.stones[0]))
        return f"Would you start as {stone}, as I might, or try to become {case.there} at once?"
    if step.same_employer:
        return "Would you try to get into this work with the present employer first, or leave for it?"
    return ""


def _opening(case: Case) -> str:
    """Return the question about what comes first of what is missing: a tool is used, and a subject takes up a day."""
    if not case.sayable:
        return "What did you do on each day of last week?"
    first = case.lack(0)
    if first in case.topics:
        return f"When did {first} last take up a day of yours, and what was hard about it?"
    return f"When did you last use {first}, for what, and how good were you at it on your first day?"


def _questions(case: Case) -> Advice:
    questions = [
        _opening(case),
        "" if case.sayable else f"What about {case.trade_there or case.them} did no list and no posting tell you beforehand?",
        f"Where would {case.worker} with {case.mine} save your team time, and where not at all?"
        if case.mine
        else f"Which part of your week could somebody who has worked as {case.worker} take over first?"
        if case.work is not None
        else "Which part of your week would you hand to a beginner first?",
        _step_question(case),
        _barrier_question(case),
    ]
    # Who brings a part of something, or another word for it, has nothing to ask about it, nor about a program of every office.
    nears = (gap for gap in case.learn if gap.near and not is_office(gap.name))
    near = next((gap for gap in nears if not are_alike(gap.name, gap.near)), None)
    if near is not None:
        own, new = short_name(clean(near.near)), name_of(near)
        # An element that every role is rated for is not learnt from nothing: it is a matter of how much.
        is_rated = near.needed_level is not None
        questions.append(
            f"How much {new} beyond {own} does your week ask for?"
            if is_rated
            else f"I bring {own}: what of {new} would still be new to me?"
        )
    asked = [question for question in questions if question]
    if len(asked) < case.assumptions.advice_questions and case.kind in NEWCOMERS:
        was = "were" if are_many([case.beyond(0)]) else "was"
        helped = f"and {was} {case.beyond(0)} of use to them" if case.named else "and what helped them most"
        asked.append(f"Who has come to your team from work like mine, {helped}?")
    return Advice(
        key="questions",
        title=f"{len(asked)} questions for {case.there}",
        text="\n".join(f"{number}) {question}" for number, question in enumerate(asked, start=1)),
        reason=f"They test a gap, what {case.worker} brings{f' ({case.mine})' if case.mine else ''} or the next step.",
        evidence=[from_plan("gaps, strengths and the next step"), counsel("ask about work that was done, not about opinions")],
        priority=_PRIORITY + 10,
    )
