"""
What is there already, counted and named; and what the first months look like for everybody.

The honest answer to the feeling of not belonging: figures where there are some, and no flattery.
"""

from __future__ import annotations

from aijobkit.advice import Action, Advice
from aijobkit.evidence import Evidence
from aijobkit.gaps import is_office, shows
from aijobkit.hookspecs import hookimpl
from aijobkit.people import Person
from aijobkit.plans import Strength, SwitchPlan
from aijobkit.providers._case import Case, counsel, element_name, from_plan, read_case
from aijobkit.providers._words import joined, people, running, short_name, start
from aijobkit.providers._words import person as one_of
from aijobkit.providers._work import counts, reads, runs, work_of
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
    for domain, phrase in _PHRASES.items():
        bare = name.removesuffix(f" ({domain.value})")
        if bare != name:
            return f"{phrase} {element_name(bare)}"
    short = short_name(name)
    technologies = (*case.used_here, *case.used_there)
    return short if short in technologies or short != name else running(short)


def _count(case: Case) -> str:
    gaps = case.plan.gaps
    if not gaps.asked:
        return f"No figures compare {case.us} with {case.them}, so nothing counts for or against you."
    if not gaps.met:
        return f"None of the {gaps.asked} things that {case.them} are asked for shows yet; a list sees only what was named."
    rest = [_plain(case, name) for name in gaps.met_names if not any(shows(skill, name) for skill in case.have)]
    words = []
    if case.have:
        words.append(f"{joined(case.have)}, which you named")
    if rest:
        more = ", and more" if len(rest) > _NAMES_SHOWN else ""
        words.append(f"{joined(rest, most=_NAMES_SHOWN)}{more} from your work as {case.here}")
    listed = " and ".join(words) if len(words) < 2 else f"{words[0]}; {words[1]}"
    return (
        f"Of {gaps.asked} things that {case.them} are asked for, {gaps.met} {'is' if gaps.met == 1 else 'are'} there: {listed}."
    )


def _rated(case: Case) -> str:
    """Return what O*NET rates high for the present role, named with its domain."""
    report = [one for one in case.plan.strengths.strengths if not one.is_own and one.domain in _PHRASES]
    rare = [one for one in report if one.is_rare_at_target][:1]
    shared = [one for one in report if not one.is_rare_at_target and one.distinctiveness > 0][:2]
    beside = f"; name {joined(case.other, most=2)} there, too" if case.other else ""
    if rare:
        return (
            f"{_named(rare)} matters more in the work of {case.us} than in most occupations (O*NET), and {case.them} "
            f"typically lack it: it helps at employers whose product is about it{beside}."
        )
    if shared:
        return (
            f"{_named(shared)} matter{'s' if len(shared) == 1 else ''} more in the work of {case.us} than in "
            f"most occupations (O*NET), and {case.them} need that as well."
        )
    if case.plan.strengths.asked:
        own = f": what sets you apart is what you name yourself, {joined(case.telling, most=2)} above all" if case.named else ""
        return f"Nothing that {case.us} are rated for stands out among {case.them}{own}."
    return ""


def _named(strengths: list[Strength]) -> str:
    return " and ".join(f"{_PHRASES[one.domain]} {element_name(one.name)}" for one in strengths)


def _papers(case: Case) -> str:
    """Return what belongs at the top of a CV: the work before the tools, and no tool that everybody has."""
    asked = [skill for skill in case.have if skill in case.tools_known and not is_office(skill)]
    as_now = f"what you did as {case.here}" if case.is_employed else "what you have made or finished so far"
    then = f"; then name {joined(asked, most=2)}, with what you did with {'it' if len(asked) == 1 else 'them'}" if asked else ""
    about = [skill for skill in case.telling if skill not in asked and not is_office(skill)][:2]
    shown = f", {joined(about)} above all" if about and not asked else ""
    return f"In your papers put {as_now} first{shown}, each line with what came of it{then}."


def _what_is_there(case: Case) -> Advice:
    report = case.plan.strengths
    met, asked = case.plan.gaps.met, case.plan.gaps.asked
    sentences = [_count(case), _rated(case), _papers(case)]
    if not case.named:
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
        + (
            f", {joined(case.have, most=2)} included."
            if case.have
            else f", and leaves out what no list asks for, {case.beyond(0)} for instance."
            if case.named
            else "."
        ),
        evidence=list(dict.fromkeys(evidence)),
        priority=_PRIORITY,
    )


def _ladder(case: Case) -> tuple[str, str, str]:
    """Return three first projects, each a little larger than the one before, on material that suits the tool."""
    work = work_of(case.origin.role)
    role = one_of(case.origin.role).removeprefix("somebody ")
    asked = f"that {case.here} would ask" if case.is_employed and not case.here.startswith("somebody ") else "of your own"
    show = f"show it to {case.there}, and mend what they find"
    if not case.tools:
        first, second = case.lack(0), case.lack(1)
        third = f"add {second}" if case.missing else f"make one small thing that people{case.in_field or ' there'} could use"
        return (
            f"One evening: write one page on {first}: what you know, and what you only suppose.",
            f"One week: do a small job on {work.public} in the way {case.there} would, and note what went wrong.",
            f"One month: {third}, {show}.",
        )
    tool = case.tools[0]
    more = next((name for name in (*case.tools[1:2], case.craft(0), case.lack(1)) if name != tool), case.lack(1))
    craft = next((name for name in (case.craft(0), case.craft(1)) if name not in (tool, more)), "")
    helper = next((name for name in case.tools_known if counts(name)), "")
    beside = f", and check the answer in {helper}" if helper else ""
    if counts(tool):
        evening = f"load {work.public} into {tool} and count one thing{beside}"
        week = f"answer one question {asked}, with {tool}, and note what went wrong"
    elif reads(tool):
        evening = f"load ten {work.sort} into {tool}, and mark each as {work.into}"
        week = f"do fifty, and write down the rule for every one on which another {role} might disagree"
    elif runs(tool):
        evening = f"set up {tool} from its own guide, and get the first example to run"
        week = f"use {tool} for one small question {asked}, and note what went wrong"
    else:
        evening = f"read the beginning of a guide to {tool}, and write down what {case.there} uses it for"
        week = f"ask {case.there} to show you {tool} at work, and try one thing of it yourself"
    return (
        f"One evening: {evening}.",
        f"One week: {week}.",
        f"One month: add {more}{f', with an eye on {craft}' if craft else ''}, {show}.",
    )


def _first_months(case: Case) -> Advice:
    first = case.lack(0)
    size = len(case.plan.gaps.gaps)
    mine = case.known(0)
    once = f": you were new to {mine} once, too" if mine else ""
    month = f", when you had {case.plan.gaps.met} of {case.plan.gaps.asked}" if case.plan.gaps.gaps else ""
    text = (
        f"Everybody who is good at {first} was bad at it first{once}; expect some months in which half of the talk "
        f"passes you by, and compare yourself with last month{month}, not with somebody who has ten years of it."
    )
    return Advice(
        key="first-months",
        title=f"Slow at first with {first}, as everybody is: three small projects"
        + (f", starting from {case.mine}" if case.named else f" on {work_of(case.origin.role).public}"),
        text=text,
        reason=(f"{size} things are new or not named, {first} among them" if size > 1 else f"{start(first)} is new to you")
        + (f"; {joined(case.telling, most=2)} {'is' if len(case.telling) == 1 else 'are'} not." if case.named else "."),
        evidence=[counsel("beginners doubt themselves; the ladder is built from the first gaps of this plan")],
        priority=_PRIORITY + 5,
        actions=[Action(text=step, weeks_before_search=weeks) for step, weeks in zip(_ladder(case), _LADDER, strict=True)],
    )
