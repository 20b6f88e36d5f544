"""
Informational interviews: whom to ask, how many, when, with which words, what to ask and what to listen for.

They belong before the search and apart from it.  How many and how early hangs on how hard the move is.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from aijobkit.advice import Action, Advice
from aijobkit.hookspecs import hookimpl
from aijobkit.people import Person
from aijobkit.plans import SwitchPlan
from aijobkit.providers._case import Case, counsel, from_plan, read_case
from aijobkit.providers._words import cost, joined, people
from aijobkit.switches import DifficultyBand, SwitchKind

__all__ = ["PACE", "Pace", "aijobkit_advise"]

_PRIORITY = 50


@attrs.frozen(kw_only=True)
class Pace:
    """
    How many conversations, and how early.

    Args:
        talks: Number of conversations.
        weeks: Weeks before the search at which the first names are written down.
    """

    talks: int
    weeks: int


PACE: Mapping[DifficultyBand, Pace] = {
    DifficultyBand.NONE: Pace(talks=2, weeks=8),
    DifficultyBand.SMALL: Pace(talks=3, weeks=12),
    DifficultyBand.MODERATE: Pace(talks=5, weeks=16),
    DifficultyBand.LARGE: Pace(talks=6, weeks=20),
    DifficultyBand.VERY_LARGE: Pace(talks=8, weeks=26),
}
"""By difficulty; assumptions of ours (career counsel, not a measurement)."""


@hookimpl
def aijobkit_advise(person: Person, plan: SwitchPlan) -> list[Advice]:
    """Say whom this person should talk to before the search, and what about."""
    case = read_case(person, plan)
    return [_whom(case), _note(case), _questions(case), _listen(case)]


def _in_field(case: Case) -> str:
    return f" in {case.trade_there}" if case.trade_there else ""


def _movers(case: Case) -> str:
    """Return the people who made this very move."""
    if case.kind is SwitchKind.INDUSTRY:
        return f"{case.them} who came from {case.trade_here} to {case.trade_there}"
    if case.kind is SwitchKind.NONE:
        return f"{case.them} who changed employer lately"
    return f"{case.them} who once were {case.us}"


def _whom(case: Case) -> Advice:
    pace = PACE[case.band]
    first = case.lack(0)
    sentences = []
    step = case.next_step
    if step is not None and step.target.role.code not in (case.target.role.code, case.origin.role.code):
        sentences.append(
            f"Begin with {people(step.target.role)}, the next step of your route (cost {cost(step.cost)}), where "
            f"{case.asset(0)} "
            "is nearest to daily work."
        )
    sentences += [
        f"Then {case.them}{_in_field(case)} with one to three years in it, who still remember learning {first}.",
        f"Best of all are {_movers(case)}: they know what {case.asset(0)} turned out to be worth.",
    ]
    if case.person.position.employer is not None or not case.origin.role.is_life_role:
        sentences.append(
            f"Search your present employer's directory for {first}; somebody may do it under another title than {case.them}."
        )
    if case.person.schools:
        sentences.append(f"Former students of your schools who list {case.lack(1)} answer sooner than strangers.")
    sentences.append(f"Many senior {case.them} were helped when they were new to {case.lack(1)}, and are glad to do the same.")
    return Advice(
        key="whom",
        title=f"{pace.talks} conversations before the search: {_shortlist(case)}",
        text=" ".join(sentences),
        reason=f"A move of {cost(case.plan.difficulty.value)} ({case.band.value}) from {joined(case.assets, most=2)} "
        f"towards {first} "
        f"deserves {pace.talks} talks.",
        evidence=[
            counsel("informational interviews, well before and apart from a search"),
            from_plan("next step and difficulty"),
        ],
        priority=_PRIORITY,
        actions=_calendar(case, pace),
    )


def _shortlist(case: Case) -> str:
    roles = [people(role) for role in (*case.stones[:1], case.target.role)]
    return joined(list(dict.fromkeys(roles)))


def _calendar(case: Case, pace: Pace) -> list[Action]:
    """Return what to do when; the last talk lies before the search, so that no talk is a disguised application."""
    return [
        Action(
            text=f"Write down {2 * pace.talks} names near {case.lack(0)}, because about half will not answer.",
            weeks_before_search=pace.weeks,
        ),
        Action(text=f"Send the first two notes; mention {case.asset(0)}.", weeks_before_search=pace.weeks - 2),
        Action(
            text=f"Have {pace.talks} talks of twenty minutes, and compare what they say about {case.lack(0)} and "
            f"{case.lack(1)}.",
            weeks_before_search=pace.weeks - 4,
        ),
        Action(text=f"Tell each of them what you did about {case.lack(0)} since.", weeks_before_search=2),
    ]


def _self(case: Case) -> str:
    if case.origin.role.is_life_role:
        return f"I am one of the {case.us}" if case.us[0].isupper() else f"I am among {case.us}"
    return f"I work among {case.us}" + (f" in {case.trade_here}" if case.trade_here else "")


def _note(case: Case) -> Advice:
    note = (
        f"“{_self(case)}, know {joined(case.assets, most=2)}, and want to understand what {case.them}{_in_field(case)} do "
        f"all day. "
        f"May I ask you four questions about {case.lack(0)} and {case.lack(1)}, twenty minutes by telephone, and without "
        f"asking for a job?”"
    )
    return Advice(
        key="note",
        title=f"A note to send, with {case.asset(0)} and {case.lack(0)} in it",
        text=f"{note} If ten days pass, write once more about {case.lack(1)} alone, and then leave it.",
        reason=f"A stranger answers somebody who names {case.asset(0)} and asks about {case.lack(0)} sooner than one who "
        f"asks for advice.",
        evidence=[counsel("short notes that ask for no job are answered")],
        priority=_PRIORITY + 5,
    )


def _barrier_question(case: Case) -> str:
    present = {part.name for part in case.plan.difficulty.parts if part.weight * part.value > 0}
    if "licence" in present:
        return (
            f"What do {case.them} do all day that needs the licence, and what would be open to me with {case.asset(0)} alone?"
        )
    if "education" in present:
        return (
            f"Who of the {case.them} around you came without the usual degree, and did something like {case.asset(0)} "
            "stand in for it?"
        )
    return ""


def _questions(case: Case) -> Advice:
    first, second, third = (case.lack(place) for place in range(3))
    questions = [
        f"When did you last use {first}, and what would you have done without it?",
        f"How much {second} did you know on your first day, and what did you learn of it only there?",
        f"I bring {joined(case.assets, most=2)}: where would that save {case.them}{_in_field(case)} time?",
    ]
    stone = case.stones[0] if case.stones else None
    step = case.next_step
    if stone is not None and step is not None:
        questions.append(
            f"Would you work among {people(stone)} first, as I might with {case.asset(0)}, or go straight to {case.them}?"
        )
    elif step is not None and step.same_employer:
        questions.append(f"Would you begin with {first} inside your present employer, as I could, or leave for it?")
    else:
        questions.append(
            f"What stopped others with {case.asset(0)} from becoming one of the {case.them}: {third}, or something no list "
            f"names?"
        )
    questions += [question for question in [_barrier_question(case)] if question]
    near = next((gap for gap in case.plan.gaps.gaps if gap.near), None)
    if near is not None:
        questions.append(f"How far does {near.near} carry somebody who has yet to learn {near.name}?")
    return Advice(
        key="questions",
        title=f"What to ask {case.them}: {first}, {second}, and your {case.asset(0)}",
        text="\n".join(f"{number}. {question}" for number, question in enumerate(questions, start=1)),
        reason=f"Each question tests one thing in this plan: a gap ({first}, {second}), a strength ({case.asset(0)}) or the "
        f"next step.",
        evidence=[from_plan("gaps, strengths and the next step"), counsel("ask about work that was done, not about opinions")],
        priority=_PRIORITY + 10,
    )


def _listen(case: Case) -> Advice:
    first, second = case.lack(0), case.lack(1)
    text = (
        f"If two of them put something before {first}, change the order of your list. "
        f"Write down the words in which they speak of {case.asset(0)}: these belong in your papers. "
        f"A pause after your question on {second} says more than praise for {case.asset(1)}. "
        f"Thank them within a day by naming one thing you will do about {first}, and do it before you write again. "
        f"When somebody asks you about {case.asset(0)}, answer: that is how it is handed on."
    )
    return Advice(
        key="listen",
        title=f"What to listen for when {case.them} speak of {first}, and how to thank",
        text=text,
        reason=f"Five people who work with {first} know more about this move than any table; they may also disagree on "
        f"{second}.",
        evidence=[counsel("how to listen, thank and pass it on")],
        priority=_PRIORITY + 15,
    )
