"""
Which kind of employer, for this move: startup, small, large, or the present one; what to look for in a posting; and three
first AI tasks beside one's own job.

That a startup eases a change of role is counsel, not a measurement, and is said so wherever it is used.
"""

from __future__ import annotations

from aijobkit.advice import Action, Advice
from aijobkit.gaps import same_skill
from aijobkit.hookspecs import hookimpl
from aijobkit.industries import covers
from aijobkit.people import EmployerKind, Person
from aijobkit.plans import Step, SwitchPlan
from aijobkit.providers._case import NEWCOMERS, Case, counsel, from_plan, read_case
from aijobkit.providers._words import cost, joined, start
from aijobkit.providers._words import person as one_of
from aijobkit.providers._work import SPREADSHEETS, counts, is_guarded, work_of
from aijobkit.roles import Seniority
from aijobkit.switches import DifficultyBand, SwitchKind

__all__ = ["aijobkit_advise"]

_PRIORITY = 40
# Weeks before the search at which the three tasks start; an assumption of ours.
_TASK_WEEKS = (26, 18, 10)
_LEADERS = (Seniority.LEAD, Seniority.MANAGER, Seniority.DIRECTOR, Seniority.EXECUTIVE)
# Trades in which figures are mostly about people or under a seal: finance, health, schools, government.
_GUARDED = ("52", "61", "62", "92")


@hookimpl
def aijobkit_advise(person: Person, plan: SwitchPlan) -> list[Advice]:
    """Say which kind of employer suits this move, how to read a posting, and what to try beside one's own job."""
    case = read_case(person, plan)
    return [_kind_of_employer(case), _beside_own_job(case), _posting(case)]


def _last_steps(case: Case, *employers: EmployerKind | None) -> list[Step]:
    """Return the steps that end at the target's role by changing it, at one of *employers*, cheapest first."""
    found = [
        step
        for route in case.plan.routes
        for step in route.steps
        if step.kind is not SwitchKind.INDUSTRY
        and step.origin.role.code == case.origin.role.code
        and step.target.role.code == case.target.role.code
        and step.employer in employers
    ]
    return sorted(found, key=lambda step: step.cost)


def _figures(case: Case) -> str:
    """Return what the plan says about the kind of employer, in its own figures."""
    value = cost(case.plan.difficulty.value)
    if case.employer is EmployerKind.LARGE:
        return f"The plan takes nothing off at a large employer: the whole move stays at {value}."
    assumed = case.plan.difficulty.assumptions
    is_small = case.employer is EmployerKind.SMALL
    relief, place = (assumed.relief_small, "small employer") if is_small else (assumed.relief_startup, "startup")
    by_kind: dict[SwitchKind, list[Step]] = {}
    for step in _last_steps(case, EmployerKind.SMALL if is_small else EmployerKind.STARTUP):
        by_kind.setdefault(step.kind, []).append(step)
    for step in _last_steps(case, None, EmployerKind.LARGE):
        if step.kind in by_kind and not step.same_employer:
            eased = by_kind[step.kind][0]
            return (
                f"Your plan puts the step at {cost(eased.cost)} in a {place} and {cost(step.cost)} elsewhere; the "
                f"difference is assumed ({relief:.0%} off a change of role), not measured."
            )
    return (
        f"Your plan assumes, and does not measure, that a {place} takes {relief:.0%} off a change of role; in one "
        f"leap it is {value}."
    )


def _mechanism(case: Case) -> str:
    first = case.craft(0)
    if case.employer is EmployerKind.STARTUP:
        with_it = f"your {case.mine}" if case.named else "what you can do already"
        return (
            f"A startup rarely has a person for every task: who comes for {with_it} can pick up {first} before anybody "
            f"asks for a title."
        )
    if case.employer is EmployerKind.SMALL:
        beside = f" and {case.known(0)}" if case.named else ""
        return f"A small employer is glad of one person for {first}{beside}, but seldom has a second one to learn it from."
    if case.employer is EmployerKind.LARGE:
        mine = f", if you are hired for {case.known(0)}," if case.named else ""
        return (
            f"A large employer mostly rewards the job in the contract, so have {first}{mine} written into your duties "
            f"before you sign."
        )
    who = f"who brings {case.mine}" if case.named else "whoever is there"
    startup = f"A startup rarely has a person for every task: {who} may pick up {first} on the way"
    if case.next_step is not None and case.next_step.same_employer:
        inside = f"how you handle {case.known(0)}" if case.named else f"you as {case.here}"
        return f"Where you work now they know {inside}, and nobody has to take you on trust; {startup[0].lower()}{startup[1:]}."
    return f"{startup}; a large employer mostly rewards the job it hired you for."


def _exception(case: Case) -> str:
    second = case.craft(1)
    mine = f"; best where {case.beyond(0)} is of use, too" if case.named else ""
    if case.origin.seniority in _LEADERS:
        return (
            f"The exception weighs more at your rank: a startup wants hands, and a large employer{case.in_field} may "
            f"have a team for {second} that needs leading{mine}."
        )
    if case.employer is EmployerKind.LARGE:
        return f"Look for one with a team of its own for {second}, where somebody checks your work{mine}."
    if case.band in (DifficultyBand.LARGE, DifficultyBand.VERY_LARGE):
        return (
            f"The exception: with this much to learn, a team{case.in_field} that checks your work on {second} is worth more "
            f"than a free hand{mine}."
        )
    return f"The exception is a large employer{case.in_field} with a team of its own for {second}{mine}."


def _kind_of_employer(case: Case) -> Advice:
    if case.kind not in NEWCOMERS:
        return _same_role(case)
    first, mine = case.craft(0), f" for {case.here} with {case.mine}" if case.named else ""
    begins_inside = case.next_step is not None and case.next_step.same_employer
    title = {
        None: f"Your present employer first{mine}; outside it, rather a startup or small employer than a large one"
        if begins_inside
        else f"A startup or small employer first{mine}, unless a larger one has a team for {case.craft(1)}",
        EmployerKind.STARTUP: f"A startup{mine}: good, if somebody there can check your {first}",
        EmployerKind.SMALL: f"A small employer{mine}: room for {first}, few to learn it from",
        EmployerKind.LARGE: f"A large employer{mine}: have {first} written into the job",
    }[case.employer]
    mechanism = _mechanism(case)
    if case.needs_licence:
        title = f"No kind of employer replaces the licence of {case.them}{mine}"
        who = f" who knows {case.known(0)}" if case.named else ""
        mechanism = (
            f"What needs the licence stays closed at a startup and at a large employer alike; what you can do "
            f"meanwhile, such as {first}, is easier to come by in a small team for somebody{who}."
            if case.employer is not EmployerKind.LARGE
            else f"What needs the licence stays closed at any employer; ask a large one who pays for the training of "
            f"somebody{who}."
        )
    return Advice(
        key="kind-of-employer",
        title=title,
        text=" ".join([mechanism, _figures(case), _exception(case)]),
        reason=f"You would change from {case.move}"
        + (
            f" with {joined(case.named, most=2)} in hand and {case.lack(0)} to learn."
            if case.named
            else f", {case.lack(0)} to learn."
        ),
        evidence=[counsel("a startup eases a change of role, with exceptions"), from_plan("costs of the steps")],
        priority=_PRIORITY,
    )


def _same_role(case: Case) -> Advice:
    mine = f"with {joined(case.named, most=2)}" if case.named else "without changing your work"
    if case.kind is SwitchKind.INDUSTRY:
        text = (
            f"You stay {case.here} {mine}, so this plan counts no difference between small and large employers. "
            f"What is new is {case.trade_there}: ask each employer who explained the trade to the last person from "
            f"{case.trade_here or 'outside'}, and prefer the one who can name somebody."
        )
        title = (
            f"From {case.trade_here or 'outside'} to {case.trade_there} {mine}: who explains the trade matters more than size"
        )
    else:
        text = (
            f"You are {case.here} and stay one {mine}, so choose the employer by who would teach you {case.lack(0)}: a startup "
            f"lets you try {case.lack(1)} sooner, a large one lets you watch somebody do it well."
        )
        title = f"Choose the employer by who teaches you {case.lack(0)}, not by size"
    return Advice(
        key="kind-of-employer",
        title=title,
        text=text,
        reason=f"The role does not change ({case.target.role.title})"
        + (
            f"; {joined(case.named)} lose nothing."
            if len(case.named) > 1
            else f"; {case.known(0)} loses nothing."
            if case.named
            else "."
        ),
        evidence=[counsel("the kind of employer matters for a change of role"), from_plan("kind of the switch")],
        priority=_PRIORITY,
    )


def _posting(case: Case) -> Advice:
    first, second, third = case.lack(0), case.lack(1), case.lack(2)
    years = f"years as {case.there}" if case.kind in NEWCOMERS else f"years{case.in_field or ' in the same place'}"
    wanted = joined(list(dict.fromkeys([first, second, third])))
    if case.have:
        begin = f"Look first for postings that ask for {joined(case.telling, most=2)}, and say who would teach you {first}"
    elif case.named:
        begin = (
            f"Look first for postings that mention {joined(case.telling, most=2, last='or')}, where you know something "
            f"that other applicants do not"
        )
    else:
        begin = (
            f"Look first for postings that take people from other work, {case.us} for instance, and say who teaches "
            f"them {first}"
        )
    sentences = [
        f"{begin}; pass over those that want {wanted} and {years}, since they are written for people who are there."
        if case.missing
        else f"{begin}; where {years} are asked for, ask whether that is a must."
    ]
    if case.employer is EmployerKind.LARGE:
        sentences.append(
            f"Check that {case.craft(0)} stands among the duties and not the wishes, since reviews follow the duties."
        )
    elif case.employer in (EmployerKind.STARTUP, EmployerKind.SMALL):
        mine = f"; you would bring {case.known(0)} and be alone with the rest" if case.named else ""
        sentences.append(f"Ask who else does {case.craft(0)} there, and think twice if it is nobody{mine}.")
    elif case.missing and case.has_half_the_tools:
        sentences.append(f"Where only {third} speaks against you, apply all the same: musts are often wishes.")
    lacking = (
        f"{joined([first, second])} are the first things to ask about" if case.missing else "our lists find nothing missing"
    )
    heading = f"From {case.move}, what to read in a posting" if case.kind in NEWCOMERS else f"Reading a posting{case.in_field}"
    return Advice(
        key="posting",
        title=f"{heading}: {f'{case.mine} of use, ' if case.named else ''}{first} taught",
        text=" ".join(sentences),
        reason=f"With {case.counting}, you show {case.count} that {case.them} are asked for; {lacking}."
        if case.plan.gaps.asked
        else f"Nothing is known of what {case.them} are asked for; {lacking}.",
        evidence=[counsel("how postings are written"), from_plan("what is there and what is missing")],
        priority=_PRIORITY + 10,
    )


def _is_guarded(case: Case) -> bool:
    industry = case.origin.industry
    trade = industry is not None and any(covers(sector, industry.code) for sector in _GUARDED)
    return is_guarded(case.origin.role) or trade


def _tasks(case: Case) -> tuple[str, str, str]:
    """Return three small tasks that start from the present work and end with what the target asks for."""
    own = next((name for name in case.tools_known if counts(name)), "")
    # Not twice the same kind of tool: a count in a spreadsheet is repeated in what comes after it.
    new = next((name for name in case.tools if counts(name) and name not in SPREADSHEETS), "")
    again = f", in {own or 'a spreadsheet'}"
    if new and not any(same_skill(new, name) for name in case.named):
        again = f", first in {own or 'a spreadsheet'}, then in {new}"
    ready = "a ready-made language model"
    work = work_of(case.origin.role)
    closing = f"where {case.craft(0)} would come in" if case.missing else "what you would do next"
    if not case.is_employed:
        field = case.trade_there or f"the work of {case.them}"
        return (
            f"Take one published table about {field} and answer one question on it{again}.",
            (
                f"Collect 50 short public texts about {field}, sort them by hand into useful or not, let {ready} sort them "
                f"too, and count where the two differ."
            ),
            f"Put both on one page, say {closing}, and show it to {case.there} or a teacher.",
        )
    sealed = "classified or " if "military" in case.origin.role.code else ""
    guard = f" (leave out anything {sealed}about single people)" if _is_guarded(case) else ""
    return (
        f"Count {work.count}{guard}{again}.",
        f"Take 50 {work.sort}, mark each by hand as {work.into}, let {ready} mark them too, and count where the two differ.",
        f"Show one page on both to {work.owner}: what it saves, where it fails, and {closing}.",
    )


def _beside_own_job(case: Case) -> Advice:
    first = (*case.tools, *case.used_there, case.lack(0))[0]
    trial = f"whether you like {case.craft(0)}" if case.missing else "which work you want more of"
    bring = f"; bring in what you know of {case.mine}" if case.named else ""
    if not case.is_employed:
        text = (
            f"You need nobody's leave for three small tasks{bring}. Keep each to a weekend; {first} is new to you, so "
            f"half of the time goes into getting it to run."
        )
        title = f"Three first AI tasks on your own{f', from {case.mine} to' if case.named else ', towards'} {first}"
    else:
        text = (
            f"Three small tasks beside your work as {case.here} show {trial} before you leave anything{bring}. Tell "
            f"whoever you report to first, and keep to public texts and to tools that your employer has approved"
        )
        title = (
            f"Three first AI tasks beside your work as "
            f"{case.here}{f', from {case.mine} to' if case.named else ', towards'} {first}"
        )
        inside = [route.steps[0] for route in case.plan.routes if route.steps[0].same_employer]
        if inside:
            cheapest = min(inside, key=lambda step: step.cost)
            text += (
                f"; that also prepares a step to {one_of(cheapest.target.role)} with your present employer (cost "
                f"{cost(cheapest.cost)}), if there is such a job"
            )
        text += "."
    wanted = joined(list(dict.fromkeys([first, *([case.craft(0)] if case.missing else [])])))
    return Advice(
        key="beside-own-job",
        title=title,
        text=text,
        reason=f"{start(case.them)} are asked for {wanted}"
        + (
            f", which you can try from where you stand with {case.beyond(0)}."
            if case.named
            else ", and a small task is the cheapest way to find out whether it suits you."
        ),
        evidence=[counsel("work of the new kind beside the old prepares a change"), from_plan("technologies of both roles")],
        priority=_PRIORITY + 5,
        actions=[Action(text=task, weeks_before_search=weeks) for task, weeks in zip(_tasks(case), _TASK_WEEKS, strict=True)],
    )
