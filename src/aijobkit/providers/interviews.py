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
from aijobkit.providers._words import clean, cost, joined, my, people, short_name
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
    sentences = []
    if case.stones and case.next_step is not None:
        role = case.stones[0]
        sentences.append(
            f"Begin with {people(role)}, through whom your route leads, and ask what {case.asset(1)} is worth there."
        )
    sentences += [
        (
            f"Ask {case.them}{_in_field(case)} with one to three years in it, who still remember coming to {case.lack(0)} "
            f"from something like {case.asset(2)}."
        ),
        f"Best of all are {_movers(case)}: they know what {case.asset(3)} turned out to be worth.",
    ]
    if not case.origin.role.is_life_role:
        sentences.append(f"Search the directory of your present employer for {case.lack(0)} and {case.asset(4)} together.")
    if case.person.schools:
        sentences.append(f"Former students of your schools who list {case.lack(1)} answer sooner than strangers.")
    sentences.append(
        f"Many senior {case.them} were helped when {case.craft(0)} was new to them, and will do the same for somebody "
        f"with {case.asset(5)}."
    )
    return Advice(
        key="whom",
        title=f"{pace.talks} conversations before the search, with {_shortlist(case)}, about {case.craft(0)} and "
        f"{case.asset(6)}",
        text=" ".join(sentences),
        reason=f"A {case.band.value} ({cost(case.plan.difficulty.value)}) from {joined(case.assets, most=2)} towards "
        f"{case.lack(0)} deserves {pace.talks} talks, well before the search and apart from it.",
        evidence=[counsel("informational interviews, well before and apart from a search"), from_plan("route and difficulty")],
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
            text=f"Write down {2 * pace.talks} names near {case.lack(0)} or {case.asset(0)}, because about half will not "
            f"answer.",
            weeks_before_search=pace.weeks,
        ),
        Action(
            text=f"Send the first two notes; mention {case.asset(1)} and {case.craft(0)}.", weeks_before_search=pace.weeks - 2
        ),
        Action(
            text=f"Have {pace.talks} talks of twenty minutes; compare what they say about {case.craft(0)} and {case.asset(2)}.",
            weeks_before_search=pace.weeks - 4,
        ),
        Action(
            text=f"Tell each of them what you did about {case.lack(0)} since, with {case.asset(3)} or without.",
            weeks_before_search=2,
        ),
    ]


def _self(case: Case) -> str:
    """Return how the person would introduce themselves."""
    brings = my(joined(case.assets, most=2))
    if not case.origin.role.is_life_role:
        return f"I work among {case.us}" + (f" in {case.trade_here}" if case.trade_here else "") + f" and bring {brings}"
    who = f"one of the {case.us}" if case.us[0].isupper() else f"among {case.us}"
    return f"I am {who} and bring {brings}"


def _note(case: Case) -> Advice:
    newcomers = case.kind in (SwitchKind.ROLE, SwitchKind.BOTH)
    first, second = case.talking_points
    wish = f"what {case.them}{_in_field(case)} do all day" if newcomers else f"how {case.them} work{_in_field(case)}"
    note = (
        f"“{_self(case)}; I want to understand {wish}. "
        f"May I ask you four questions about {first} and {second}, twenty minutes by telephone, and without "
        "asking for a job?”"
    )
    return Advice(
        key="note",
        title=f"A note to send, with {case.asset(4)} and {case.craft(0)} in it",
        text=f"{note} If ten days pass, write once more about {case.asset(5)} and {case.lack(1)} alone, and then leave it.",
        reason=f"A stranger answers somebody who names {case.asset(6)} and asks about {case.craft(0)} sooner than one who asks "
        "for advice.",
        evidence=[counsel("short notes that ask for no job are answered")],
        priority=_PRIORITY + 5,
    )


def _barrier_question(case: Case) -> str:
    present = {part.name for part in case.plan.difficulty.parts if part.weight * part.value > 0}
    if "licence" in present:
        return (
            f"What do {case.them} do all day that needs the licence, and what would be open to me with {my(case.asset(0))} "
            f"alone?"
        )
    if "education" in present:
        return (
            f"Who of the {case.them} around you came without the usual degree, and did something like {my(case.asset(1))} "
            "stand in for it?"
        )
    return ""


def _fourth_question(case: Case) -> str:
    """Return the question about the next step of the route."""
    mine = my(case.asset(2))
    step = case.next_step
    if case.kind is SwitchKind.INDUSTRY:
        return f"What did you have to unlearn when you came to {case.trade_there}, and did {mine} count at once?"
    if case.kind is SwitchKind.NONE or step is None:
        return f"What would make you stay among {case.them} where you are, and what would you do with {mine}?"
    if case.stones:
        return f"Would you work among {people(case.stones[0])} first, as I might with {mine}, or go straight to {case.them}?"
    if step.same_employer:
        return f"Would you begin with {case.lack(0)} and {mine} inside your present employer, as I could, or leave for it?"
    return f"What stopped others with {mine} from getting among {case.them}: {case.lack(2)}, or something that no list names?"


def _questions(case: Case) -> Advice:
    first, second = case.talking_points
    alone = f"with {my(case.asset(1))} alone"
    opening = f"What did you do last week that you could not have done {alone}?"
    if case.tools:
        opening = f"When did you last use {case.tools[0]}, and what would you have done without it, {alone}?"
    questions = [
        opening,
        f"How much of {first} and {second} did you know on your first day, and would {my(case.asset(5))} have helped?",
        f"I bring {my(joined(case.assets, most=2))}: where would that save {case.them}{_in_field(case)} time?",
        _fourth_question(case),
        _barrier_question(case),
    ]
    near = next((gap for gap in case.plan.gaps.gaps if gap.near), None)
    if near is not None:
        questions.append(f"How far does {clean(near.near)} carry somebody who has yet to learn {short_name(near.name)}?")
    asked = [question for question in questions if question]
    return Advice(
        key="questions",
        title=f"What to ask {case.them}: {first}, {second}, and your own {case.asset(6).removeprefix('your ')}",
        text="\n".join(f"{number}. {question}" for number, question in enumerate(asked, start=1)),
        reason=f"Each question tests one thing in this plan: a gap ({first}, {second}), a strength ({case.asset(0)}) or the "
        f"next step.",
        evidence=[from_plan("gaps, strengths and the next step"), counsel("ask about work that was done, not about opinions")],
        priority=_PRIORITY + 10,
    )


def _listen(case: Case) -> Advice:
    first, craft = case.lack(0), case.craft(0)
    text = (
        f"If two of them put something before {first} or wave {case.asset(1)} aside, change the order of your list. "
        f"Write down the words in which they speak of {case.asset(2)}: these belong in your papers. "
        f"A pause after your question on {craft} says more than praise for {case.asset(3)}. "
        f"Thank them within a day by naming one thing you will do about {first} with {case.asset(4)}, and do it before you "
        "write again. "
        f"When somebody asks you about {case.asset(5)}, answer: that is how it is handed on."
    )
    return Advice(
        key="listen",
        title=f"What to listen for when {case.them} speak of {craft} and {case.asset(6)}, and how to thank",
        text=text,
        reason=f"A few people who do {craft} know more about a move with {case.asset(0)} than any table; they may disagree.",
        evidence=[counsel("how to listen, thank and pass it on")],
        priority=_PRIORITY + 15,
    )
