"""
What is there already, counted and named; and what the first months look like for everybody.

The honest answer to the feeling of not belonging: figures where there are some, and no flattery.
"""

from __future__ import annotations

from aijobkit.advice import Action, Advice
from aijobkit.evidence import Evidence
from aijobkit.gaps import same_skill
from aijobkit.hookspecs import hookimpl
from aijobkit.people import Person
from aijobkit.plans import Strength, SwitchPlan
from aijobkit.providers._case import Case, counsel, from_plan, read_case
from aijobkit.providers._words import joined, people, running, short_name, start
from aijobkit.providers._work import counts, runs, sorts, work_of
from aijobkit.roles import Domain

__all__ = ["aijobkit_advise"]

_PRIORITY = 30
_NAMES_SHOWN = 4
# Weeks before the search at which the three projects of the ladder start; an assumption of ours.
_LADDER = (20, 16, 10)
_PHRASES = {Domain.KNOWLEDGE: "knowledge of", Domain.SKILL: "skill in"}


@hookimpl
def aijobkit_advise(person: Person, plan: SwitchPlan) -> list[Advice]:
    """Say what this person brings to this move, and what to expect of the first months."""
    case = read_case(person, plan)
    return [_what_is_there(case), _first_months(case)]


def _plain(case: Case, name: str) -> str:
    """Return what is met as in running text: technologies keep their names, O*NET elements lose their capitals."""
    short = short_name(name)
    technologies = (*case.used_here, *case.used_there)
    return short if short in technologies or short != name else running(short)


def _count(case: Case) -> str:
    gaps = case.plan.gaps
    if not gaps.asked:
        return f"No figures compare {case.us} with {case.them}, so nothing counts for or against you."
    if not gaps.met:
        return f"None of the {gaps.asked} things that {case.them} are asked for shows yet; a list sees only what was named."
    own = list(case.have)
    rest = [name for name in gaps.met_names if not any(name == skill or short_name(name) == skill for skill in own)]
    rest = list(dict.fromkeys(_plain(case, name) for name in rest if not _is_own(case, name)))
    words = []
    if own:
        words.append(f"{joined(own)}, which you named")
    if rest:
        more = ", and more" if len(rest) > _NAMES_SHOWN else ""
        words.append(f"{joined(rest, most=_NAMES_SHOWN)}{more} from your work as {case.here}")
    listed = " and ".join(words) if len(words) < 2 else f"{words[0]}; {words[1]}"
    return (
        f"Of {gaps.asked} things that {case.them} are asked for, {gaps.met} {'is' if gaps.met == 1 else 'are'} there: {listed}."
    )


def _is_own(case: Case, name: str) -> bool:
    return any(same_skill(skill, name) for skill in case.have)


def _rated(case: Case) -> str:
    """Return what O*NET rates high for the present role, named with its domain."""
    report = case.plan.strengths.strengths
    rare = [one for one in report if not one.is_own and one.domain in _PHRASES and one.is_rare_at_target][:2]
    shared = [
        one
        for one in report
        if not one.is_own and one.domain in _PHRASES and not one.is_rare_at_target and one.distinctiveness > 0
    ][:2]
    beside = f"Next to {case.beyond(0)}, " if case.named else ""
    if rare:
        return (
            f"{beside}{_named(rare)} matter{'s' if len(rare) == 1 else ''} more in the work of {case.us} than in most "
            f"occupations (O*NET), and few {case.them} bring that, so it sets you apart where the product is about such things."
        )
    if shared:
        return (
            f"{beside}{_named(shared)} matter{'s' if len(shared) == 1 else ''} more in the work of {case.us} than in "
            f"most occupations (O*NET), and {case.them} need that as well."
        )
    return ""


def _named(strengths: list[Strength]) -> str:
    return " and ".join(f"{_PHRASES[one.domain]} {running(one.name)}" for one in strengths)


def _what_is_there(case: Case) -> Advice:
    report = case.plan.strengths
    met, asked = case.plan.gaps.met, case.plan.gaps.asked
    sentences = [_count(case), _rated(case)]
    as_now = f"as {case.here}" if case.is_employed else "so far"
    if case.named:
        sentences.append(
            f"Put {joined(case.named, most=2)} at the top of your papers, then what you have done {as_now}, each with "
            f"what came of it."
        )
    else:
        sentences.append("Write down three things you did this year that others asked you to do again: they are skills, too.")
    if case.past:
        worked = joined([people(role) for role in case.past[:2]])
        sentences.append(f"Your time among {worked} is part of it, though no list counts it.")
    evidence: list[Evidence] = [from_plan("count of what is asked for and met")]
    evidence += [strength.evidence for strength in report.strengths[:3]]
    if asked:
        title = (
            f"You do not start from zero: {met} of {asked} are there"
            if met
            else f"0 of {asked} show so far, and a list sees only what was named"
        )
        if case.have:
            title += f", {joined(case.have, most=2)} among them" if met > len(case.have) else f" ({joined(case.have, most=2)})"
        if case.other:
            title += f", and {joined(case.other, most=2)} besides"
    else:
        title = f"What you bring: {joined(case.named) or 'your own work'}"
    return Advice(
        key="what-is-there",
        title=title,
        text=" ".join(start(sentence) for sentence in sentences if sentence),
        reason=f"Doubt counts what is missing, such as {case.lack(0)}; this counts what is there for {case.here}"
        + (f", {case.beyond(0)} included." if case.named else "."),
        evidence=list(dict.fromkeys(evidence)),
        priority=_PRIORITY,
    )


def _ladder(case: Case) -> tuple[str, str, str]:
    """Return three first projects, each a little larger than the one before."""
    public = work_of(case.origin.role).public
    if not case.tools:
        first, second = case.lack(0), case.lack(1)
        third = f"add {second}" if case.missing else f"make one small thing that people{case.in_field or ' there'} could use"
        mine = f" and where {case.beyond(0)} comes in" if case.named else ""
        return (
            f"One evening: write one page on {first}: what you know, what you only suppose{mine}.",
            f"One week: do a small job on {public} in the way {case.there} would, and note what went wrong.",
            f"One month: {third}, show it to {case.there}, and mend what they find.",
        )
    tool, more = case.tools[0], (*case.tools[1:2], case.craft(0), case.lack(1))[0]
    craft = next((name for name in (case.craft(0), case.craft(1)) if name not in (tool, more)), "")
    care = f", pay attention to {craft}" if craft else ""
    helper = f", with {case.tools_known[-1]} where it is quicker" if case.tools_known else ""
    how = f"with {tool}" if counts(tool) or sorts(tool) else f"using {tool} the way {case.there} would"
    asked = f"that {case.here} would ask" if case.is_employed else "of your own"
    use = f" and with {case.beyond(1)} where it fits" if case.other else ""
    first = f"set up {tool} for a small project on {public}, and get one thing to run{helper}"
    if not runs(tool):
        first = f"find a guide to {tool}, and note what you would do with it on {public}{helper}"
    return (
        f"One evening: {first}.",
        f"One week: answer one question {asked}, {how}{use}, and note what went wrong.",
        f"One month: add {more}{care}, show the result to {case.there}, and mend what they find.",
    )


def _first_months(case: Case) -> Advice:
    first = case.lack(0)
    second = next((name for name in (*case.tools[1:2], case.craft(0), case.lack(1)) if name != first), first)
    still = f", however well you know {joined(case.have, most=2)}" if case.have else ""
    if case.other:
        ask = f"When the talk turns to {case.beyond(1)}, they will ask you"
    elif case.is_employed:
        ask = f"When the talk turns to the daily work of {case.us}, they will ask you"
    else:
        ask = f"Nobody there knows everything either: ask {case.there} what they looked up yesterday"
    text = (
        f"Everybody who is good at {first} was bad at it first, so expect some months in which half of the talk about {second} "
        f"passes you by{still}. "
        f"Compare yourself with last month, when you had {case.plan.gaps.met} of {case.plan.gaps.asked}, and not with "
        f"somebody who has ten years of it. {ask}."
    )
    if not case.plan.gaps.gaps:
        text = text.replace(f", when you had {case.plan.gaps.met} of {case.plan.gaps.asked},", "")
    size = len(case.plan.gaps.gaps)
    return Advice(
        key="first-months",
        title=f"Slow at first with {first}, as everybody is: three small projects on {work_of(case.origin.role).public}"
        + (f", starting from {case.mine}" if case.named else ""),
        text=text,
        reason=(f"{size} things are new to you, {first} among them" if size > 1 else f"{start(first)} is new to you")
        + (f"; {joined(case.named, most=2)} {'is' if len(case.named) == 1 else 'are'} not." if case.named else "."),
        evidence=[counsel("beginners doubt themselves; the ladder is built from the first gaps of this plan")],
        priority=_PRIORITY + 5,
        actions=[Action(text=step, weeks_before_search=weeks) for step, weeks in zip(_ladder(case), _LADDER, strict=True)],
    )
