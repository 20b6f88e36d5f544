"""
What is there already, counted and named; and what the first months look like for everybody.

The honest answer to the feeling of not belonging: figures where there are some, and no flattery.
"""

from __future__ import annotations

from aijobkit.advice import Action, Advice
from aijobkit.evidence import Evidence
from aijobkit.hookspecs import hookimpl
from aijobkit.people import Person
from aijobkit.plans import Strength, SwitchPlan
from aijobkit.providers._case import Case, counsel, from_plan, read_case
from aijobkit.providers._words import joined, short_name, start

__all__ = ["aijobkit_advise"]

_PRIORITY = 30
_NAMES_SHOWN = 5
# Weeks before the search at which the three projects of the ladder start; an assumption of ours.
_LADDER = (20, 16, 10)


@hookimpl
def aijobkit_advise(person: Person, plan: SwitchPlan) -> list[Advice]:
    """Say what this person brings to this move, and what to expect of the first months."""
    case = read_case(person, plan)
    return [_what_is_there(case), _first_months(case)]


def _count(case: Case) -> str:
    gaps = case.plan.gaps
    names = joined([short_name(name) for name in gaps.met_names], most=_NAMES_SHOWN)
    if gaps.met:
        whose = "what you name or in the work" if case.named else "the work"
        show = "shows" if gaps.met == 1 else "show"
        return (
            f"Of {gaps.asked} things that {case.them} are asked for, {gaps.met} {show} in {whose} of {case.us}: "
            f"{names}{', and more' if gaps.met > _NAMES_SHOWN else ''}."
        )
    said = f"you named {joined(case.named)}" if case.named else "you named no skill yet"
    if gaps.asked:
        return (
            f"None of the {gaps.asked} things that {case.them} are asked for shows so far; a list sees only what was named, "
            f"and {said}."
        )
    return f"No figures compare {case.us} with {case.them}, so nothing counts for or against you, whatever you named ({said})."


def _one(case: Case, strength: Strength) -> str:
    name = f"{short_name(strength.name)} ({strength.domain.value})"
    if strength.is_own:
        return f"You named {name} yourself, and {case.them} are asked for it."
    if strength.is_rare_at_target:
        return (
            f"{case.them} typically lack {name}, in which {case.us} are strong, so next to {case.lack(0)} it makes a rare pair."
        )
    if strength.distinctiveness > 0:
        return (
            f"{name} matters more to {case.us} than to most ({strength.distinctiveness:+.1f} standard deviations), "
            f"and {case.them} need it as well."
        )
    return f"{name} counts among {case.them}, though it sets nobody apart."


def _what_is_there(case: Case) -> Advice:
    report = case.plan.strengths
    sentences = [_count(case), *(_one(case, strength) for strength in report.strengths[:3])]
    if not report.strengths:
        sentences.append(
            f"No figure sets {case.us} apart for this move, so let {joined(case.assets, most=2)} speak through something "
            f"you made."
        )
    if case.past:
        sentences.append(f"{joined(case.past)} is part of it, next to {case.asset(1)}, though no list counts it.")
    evidence: list[Evidence] = [from_plan("count of what is asked for and met")]
    evidence += [strength.evidence for strength in report.strengths[:3]]
    met, asked = case.plan.gaps.met, case.plan.gaps.asked
    return Advice(
        key="what-is-there",
        title=f"{met} of {asked} are there; build on {joined(case.assets)}" if asked else f"Build on {joined(case.assets)}",
        text=" ".join(map(start, sentences)),
        reason=f"Whoever thinks of {case.lack(0)} first overlooks {case.asset(2)}; a count does not.",
        evidence=list(dict.fromkeys(evidence)),
        priority=_PRIORITY,
    )


def _ladder(case: Case) -> tuple[str, str, str]:
    """Return three first projects, each a little larger than the one before."""
    mine = case.asset(3)
    field = case.trade_there if case.origin.role.is_life_role or not case.trade_here else case.trade_here
    figures = f"open figures about {field}" if field else f"open figures that {case.them} would know"
    if not case.tools:
        place = f"open figures about {case.trade_there}" if case.trade_there else figures
        return (
            f"One evening: write down what you know of {case.lack(0)}, and mark what you only suppose.",
            f"One week: do again on {place} what you did with {mine}, and note what went wrong.",
            f"One month: add {case.lack(1)}, show it to one of the {case.them} there, and mend what they find.",
        )
    tool, more = case.tools[0], (*case.tools[1:2], case.craft(0), case.lack(1))[0]
    return (
        f"One evening: make {tool} do the smallest thing that runs, on {figures}.",
        f"One week: answer a question that {case.us} ask with {tool} and {mine}, and note what went wrong.",
        f"One month: add {more} to {tool} and {mine}, show it to one of the {case.them}, and mend what they find.",
    )


def _first_months(case: Case) -> Advice:
    first, second = case.talking_points
    text = (
        f"Everybody who is good at {first} was bad at it first, as you may have been with {case.asset(4)}. "
        f"Expect some months in which half of the talk about {second} passes you by while {case.asset(5)} comes easily. "
        f"Measure this month by last month, in {first} as once in {case.asset(6)}, not by {case.them} with ten years of it. "
        f"Nobody knows everything: on {case.asset(0)}, let them ask you."
    )
    return Advice(
        key="first-months",
        title=f"A start in {first} from {case.asset(1)} will be poor, as everybody's is",
        text=text,
        reason=f"A start in {first} and {second} beside {case.asset(2)} feels like failing and is learning.",
        evidence=[counsel("beginners doubt themselves; the ladder is built from the first gaps of this plan")],
        priority=_PRIORITY + 5,
        actions=[Action(text=step, weeks_before_search=weeks) for step, weeks in zip(_ladder(case), _LADDER, strict=True)],
    )
