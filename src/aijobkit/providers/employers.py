"""
Which kind of employer, for this move: startup, small, large, or the present one; what to look for in a posting; and three
first AI tasks beside one's own job.

That a startup eases a change of role is counsel, not a measurement, and is said so wherever it is used.
"""

from __future__ import annotations

import itertools

from aijobkit.advice import Action, Advice
from aijobkit.gaps import same_skill
from aijobkit.gaps.names import is_serving
from aijobkit.hookspecs import hookimpl
from aijobkit.industries import covers
from aijobkit.people import EmployerKind, Person
from aijobkit.plans import Step, SwitchPlan
from aijobkit.providers._case import NEWCOMERS, Case, counsel, from_plan, read_case
from aijobkit.providers._words import are_many, cost, joined, start, with_article
from aijobkit.providers._words import person as one_of
from aijobkit.providers._work import SPREADSHEETS, counts, is_guarded, leads_alone, marks, runs, work_of
from aijobkit.providers.pace import PACE, TAUGHT_WEEKS
from aijobkit.roles import Seniority
from aijobkit.routes.occurrence import has_startups
from aijobkit.switches import DifficultyBand, SwitchKind

__all__ = ["aijobkit_advise"]

_PRIORITY = 40
_LEADERS = (Seniority.LEAD, Seniority.MANAGER, Seniority.DIRECTOR, Seniority.EXECUTIVE)
# Trades in which figures are mostly about people or under a seal: finance, health, schools, government.
_GUARDED = ("52", "61", "62", "92")


@hookimpl
def aijobkit_advise(person: Person, plan: SwitchPlan) -> list[Advice]:
    """Say which kind of employer suits this move, how to read a posting, and what to try beside one's own job."""
    case = read_case(person, plan)
    return [_kind_of_employer(case), _beside_own_job(case)]


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
        and not step.same_employer
    ]
    return sorted(found, key=lambda step: step.cost)


def _figures(case: Case) -> str:
    """Return what the plan says about the kind of employer, in its own figures."""
    value = cost(case.plan.difficulty.value)
    if case.employer is EmployerKind.LARGE:
        return f"The plan takes nothing off at a large employer: the whole move stays at {value}."
    if not _has_startups(case) and case.employer is None:
        return f"Nobody founds startups{case.in_field}, so the plan takes nothing off for the kind of employer."
    assumed = case.assumptions
    is_small = case.employer is EmployerKind.SMALL
    relief, place = (assumed.relief_small, "small employer") if is_small else (assumed.relief_startup, "startup")
    eased_kind = EmployerKind.SMALL if is_small else EmployerKind.STARTUP
    for eased, step in itertools.product(_last_steps(case, eased_kind), _last_steps(case, None, EmployerKind.LARGE)):
        # Only where nothing differs but the employer is the difference that of the employer.
        if (eased.kind, eased.origin.industry, eased.target.industry) == (
            step.kind,
            step.origin.industry,
            step.target.industry,
        ):
            return (
                f"Your plan puts the step at {cost(eased.cost)} in a {place} and {cost(step.cost)} elsewhere; the "
                f"difference is assumed ({relief:.0%} off a change of role), not measured."
            )
    if case.employer is None and not _offers_a_startup(case):
        return ""
    return f"Your plan assumes, and does not measure, that a {place} takes {relief:.0%} off a change of role."


def _has_startups(case: Case) -> bool:
    """Say whether a startup is an employer to speak of: asked for, or at home in the trade of the target."""
    return case.employer is EmployerKind.STARTUP or has_startups(case.target.industry)


def _offers_a_startup(case: Case) -> bool:
    """Say whether a startup is asked for or on a way that helps: counsel names no other first choice than the routes."""
    helping = (route for route in case.plan.routes if route is case.best or case.plan.is_way_out(route))
    on_the_way = any(step.employer is EmployerKind.STARTUP and not step.same_employer for one in helping for step in one.steps)
    return case.employer is EmployerKind.STARTUP or (_has_startups(case) and on_the_way)


def _begins_at_a_startup(case: Case) -> bool:
    return case.next_step is not None and case.next_step.employer is EmployerKind.STARTUP and not case.next_step.same_employer


def _first_is_a_startup(case: Case) -> bool:
    """Say whether, without a wish, the title names a startup as the first choice."""
    begins_inside = case.next_step is not None and case.next_step.same_employer
    is_named = _begins_at_a_startup(case) if _needs_a_team(case) else _offers_a_startup(case)
    return case.employer is None and is_named and not begins_inside


def _needs_a_team(case: Case) -> bool:
    """Say whether there is so much to learn that somebody who checks the work is worth more than a free hand."""
    return case.band in (DifficultyBand.LARGE, DifficultyBand.VERY_LARGE) and not case.is_taught


def _first(case: Case) -> str:
    """Return what the new work begins with, as far as a list names it."""
    return case.craft(0) if case.sayable else "the new work"


def _checked(case: Case) -> str:
    """Return what somebody is to check."""
    return f"your work on {case.craft(0)}" if case.sayable else "your work"


def _mechanism(case: Case) -> str:
    """Say why that kind of employer, in one sentence."""
    first = _first(case)
    is_small = case.employer in (EmployerKind.STARTUP, EmployerKind.SMALL)
    if case.origin.seniority in _LEADERS and (is_small or _first_is_a_startup(case)):
        why = "so choose one where somebody checks your work" if _needs_a_team(case) else "for nobody there only leads"
        return f"At your rank, too, a small team wants your own hands for {first}, {why}."
    wanted = {
        EmployerKind.STARTUP: f"A startup rarely has a person for every task, so you can pick up {first} before anybody asks "
        f"for a title.",
        EmployerKind.SMALL: f"A small employer is glad of one person for {first}, and seldom has a second to learn it from.",
        EmployerKind.LARGE: f"A large employer mostly rewards the job in the contract, so have {first} written into your "
        f"duties, in a team where somebody checks your work.",
    }
    if case.employer is not None:
        return wanted[case.employer]
    return _without_a_wish(case, first)


def _without_a_wish(case: Case, first: str) -> str:
    """Say why the employer that the plan begins with, where the person wants none in particular."""
    if case.next_step is not None and case.next_step.same_employer:
        return f"Where you work now they know you as {case.here}, and nobody has to take you on trust."
    if _needs_a_team(case) and _begins_at_a_startup(case):
        return f"The way above begins at a startup; with this much to learn, choose one where {_checked(case)} is checked."
    if _needs_a_team(case):
        return f"With this much to learn, a team that checks {_checked(case)} is worth more to {case.worker} than a free hand."
    if not _offers_a_startup(case):
        return f"Ask each employer who would show you {first}, and who looks at what you have done."
    return "A startup rarely has a person for every task; a large employer mostly rewards the job it hired you for."


def _as_whom(case: Case) -> str:
    """Say as what the way begins, where its first step does not lead to the target itself."""
    step = case.next_step
    return "" if step is None or step.target.role == case.target.role else f", as {with_article(one_of(step.target.role))}"


def _kind_of_employer(case: Case) -> Advice:
    if case.kind not in NEWCOMERS:
        return _same_role(case)
    if case.is_founding:
        return _nobody_hires(case)
    first = _first(case)
    mine = f" for {case.worker} with {case.useful[0]}" if case.useful else ""
    outside = "a startup or small employer" if _offers_a_startup(case) else "whoever trains newcomers"
    if _needs_a_team(case):
        outside = (
            "a startup in which somebody checks your work" if _begins_at_a_startup(case) else "a team that checks your work"
        )
    begins_inside = case.next_step is not None and case.next_step.same_employer
    title = {
        None: f"Your present employer first{mine}{_as_whom(case)}; outside it, rather {outside}"
        if begins_inside
        else f"First choice{mine}: {outside}",
        EmployerKind.STARTUP: f"A startup: good, if somebody there can check {_checked(case)}",
        EmployerKind.SMALL: f"A small employer: room for {first}, few to learn it from",
        EmployerKind.LARGE: f"A large employer: have {first} written into the job",
    }[case.employer]
    mechanism = _mechanism(case)
    if case.needs_licence:
        title = f"No kind of employer replaces the licence of {case.them}"
        mechanism = (
            "What needs the licence stays closed at any employer; ask a large one who pays for the training."
            if case.employer is EmployerKind.LARGE
            else f"What needs the licence stays closed at any employer; {first} is easier to come by in a small team."
            if case.sayable
            else "What needs the licence stays closed at any employer; ask each what somebody without it does there."
        )
    return Advice(
        key="kind-of-employer",
        title=title,
        text=" ".join(start(sentence) for sentence in (_and_also(mechanism, _figures(case)), _posting(case)) if sentence),
        reason=_why_there(case),
        evidence=[counsel("a startup eases a change of role, with exceptions"), from_plan("costs of the steps")],
        priority=_PRIORITY,
    )


def _and_also(sentence: str, other: str) -> str:
    return f"{sentence[:-1]}; {_inside(other)}" if other else sentence


def _why_there(case: Case) -> str:
    """Say what the choice of employer rests on: what was asked for, where the way begins, and how much is missing."""
    gaps = case.plan.gaps
    shown = f"with {case.counting}, " if case.have else ""
    count = f"{shown}you show {gaps.met} of the {gaps.asked} things asked for" if gaps.asked else "no figures say what you lack"
    if case.employer is not None:
        return f"You asked for this kind of employer, and {count}."
    step = case.next_step
    is_inside = step is not None and step.same_employer and not case.needs_licence
    begins = f"The way above begins there (cost {cost(step.cost)}), and " if step is not None and is_inside else ""
    return start(f"{begins}{count}.")


def _nobody_hires(case: Case) -> Advice:
    """Say what stands in the place of an employer for somebody who founds."""
    first = case.craft(0)
    mine = f" beside what you know of {joined(case.useful, most=2)}" if case.useful else ""
    keep = " before you leave your work" if case.is_employed else ""
    return Advice(
        key="kind-of-employer",
        title=f"Nobody hires {case.there}: find a customer first",
        text=f"No posting leads to this work, so look for one customer who would pay, and ask them{keep} what they do about "
        f"the problem today; then look for somebody who brings {first}{mine}, or see it done in a startup of others. The plan "
        f"takes nothing off for the kind of employer, for there is none.",
        reason=f"The step from {case.move} ends in a company of your own.",
        evidence=[counsel("customers come before a company"), from_plan("costs of the steps")],
        priority=_PRIORITY,
    )


def _same_role(case: Case) -> Advice:
    if case.kind is SwitchKind.INDUSTRY:
        mine = f" with {joined(case.named, most=2)}" if case.named else ""
        text = (
            f"You stay {case.here}{mine}, so this plan counts no difference between small and large employers; new is "
            f"{case.trade_there}, so ask each who explained it to the last person from {case.trade_here or 'outside'}, and "
            f"prefer the one who can name somebody."
        )
        title = f"From {case.trade_here or 'outside'} to {case.trade_there}: who explains the trade matters more than size"
    else:
        little = "startup" if _has_startups(case) else "small one"
        text = (
            f"You are {case.here} and stay one, so choose the employer by who would teach you {case.lack(0)}: a {little} "
            f"lets you try {case.lack(1)} sooner, a large one lets you watch somebody do it well."
        )
        title = f"Choose the employer by who teaches you {case.lack(0)}, not by size"
    return Advice(
        key="kind-of-employer",
        title=title,
        text=text,
        reason=f"The role does not change ({case.target.role.title}), so {joined(case.named) or 'what you can do'} "
        f"{'keep their' if len(case.named) > 1 else 'keeps its'} worth.",
        evidence=[counsel("the kind of employer matters for a change of role"), from_plan("kind of the switch")],
        priority=_PRIORITY,
    )


def _inside(sentence: str) -> str:
    """Return a sentence that begins with a plain word as in the middle of another."""
    return sentence[:1].lower() + sentence[1:]


def _posting(case: Case) -> str:
    """Say how to read a posting, in one sentence; empty where nothing is missing that one could read of."""
    if not case.sayable:
        return ""
    first, third = case.lack(0), case.lack(2)
    mention = f" that mention {joined(case.useful, most=2, last='or')} and" if case.useful else " that"
    if case.is_taught:
        return (
            f"Look for postings{mention} train newcomers: this work is mostly taught on the job, so you need "
            f"not know it all before you apply."
        )
    count = f"{case.plan.gaps.met_tools} of {case.plan.gaps.asked_tools} tools and subjects"
    if case.has_half_the_tools:
        return (
            f"Look for postings{mention} say who would teach you {first}; where only {third} speaks against you, apply all "
            f"the same: you show {count}, and musts are often wishes."
        )
    return f"Look for postings{mention} say who would teach you {first}, and pass over those that want years as {case.there}."


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
    # A step towards what comes much later is none.
    if new in case.missing[: int(case.assumptions.advice_soon)] and not any(same_skill(new, name) for name in case.named):
        again = f", first in {own or 'a spreadsheet'}, then in {new}"
    # Whoever is to work on texts marks them where that is done.
    marked = next((f" in {name}" for name in case.tools[:1] if marks(name)), " by hand")
    ready = "a ready-made language model"
    work = work_of(case.origin.role)
    wanted = joined(list(dict.fromkeys([*case.tools[:1], case.craft(0)])))
    closing = f"where {wanted} would come in" if case.sayable else "what you would do next"
    beside = f", beside what you know of {joined(case.useful, most=2)}" if case.useful else ""
    if not (case.is_employed or case.origin.is_alone):
        field = case.trade_there or f"the work of {case.them}"
        return (
            f"One evening: take one published table about {field} and answer one question on it{again}.",
            (
                f"One week: collect 50 short public texts about {field}, sort them{marked} into useful or not, let {ready} "
                f"sort them too, and count where the two differ."
            ),
            f"One month: put both on one page, say {closing}{beside}, and show it to {case.there} or a teacher.",
        )
    sealed = "classified or " if "military" in case.origin.role.code else ""
    guard = f" (leave out anything {sealed}about single people)" if _is_guarded(case) else ""
    owner = work.owner
    if case.origin.is_alone:
        owner = f"{case.there} or a client who trusts you"
    elif leads_alone(case.origin.role):
        owner = f"another {one_of(case.origin.role)}"
    elif case.is_own_master:
        owner = "the people who work with you"
    return (
        f"One evening: count {work.count}{guard}{again}.",
        (
            f"One week: take 50 {work.sort}, mark each{marked} as {work.into}, let {ready} mark them too, and count where the "
            f"two differ."
        ),
        f"One month: show one page on both to {owner}: what it saves, where it fails, and {closing}{beside}.",
    )


def _beside_own_job(case: Case) -> Advice:
    known = case.used_there if case.kind in NEWCOMERS else ()  # who keeps the role has the tools
    # What an employer buys for many is tried by nobody alone.
    first = next((name for name in (*case.tools, *known)[:1] if runs(name) and not is_serving(name)), case.craft(0))
    liked = case.craft(0)
    how = "working with " if liked in case.tools else "work on " if liked.startswith("the ") else ""
    trial = f"whether you like {how}{liked}"
    if not case.sayable:
        trial = "which work you want more of"
        first = f"the work of {case.them}" if case.kind in NEWCOMERS else first
    mine = joined(case.useful, most=2)
    worth = f" and what you can do with {mine} there" if mine else ""
    way = f"from {mine} to {first}" if mine else f"towards {first}"
    if case.stays:
        way = f"with {mine}" if mine else "with what you can do"
    if not (case.is_employed or case.origin.is_alone):
        text = f"They show {trial}{worth}; you need nobody's leave, and half of the time goes into getting things to run."
        title = f"Three first AI tasks on your own, {way}"
    else:
        text = f"Before you leave anything they show {trial}{worth}; "
        if case.origin.is_alone:
            text += "you need nobody's leave, but keep to public texts: what clients gave you is theirs"
        elif leads_alone(case.origin.role):
            text += "you need nobody's leave, but keep to public texts"
        elif case.is_own_master:
            text += "if you report to anybody, tell them first, and keep to public texts"
        else:
            text += "tell whoever you report to first, and keep to public texts and to tools that your employer has approved"
        # Who works in AI already has no first task of it before them.
        tasks = "small tasks" if case.origin.role.is_ai else "first AI tasks"
        title = f"Three {tasks} beside your work as {case.here}, {way}"
        step = case.next_step
        if step is not None and step.same_employer and (step.target.role == case.target.role or step.target.role.is_ai):
            text += (
                f"; that also prepares the step to {one_of(step.target.role)} with your present employer (cost "
                f"{cost(step.cost)}), if there is such a job"
            )
        text += "."
    # The tasks begin with the talks: each has something to tell the other.
    weeks, assumed = PACE[case.band].weeks, case.assumptions
    later = (round(weeks * left) for left in (assumed.advice_second_task, assumed.advice_third_task))
    starts = TAUGHT_WEEKS if case.is_taught else (weeks, *later)
    return Advice(
        key="beside-own-job",
        title=title,
        text=text,
        reason=(
            "A small piece of work shows before any move whether to go on"
            if case.stays
            else f"A small piece of work {f'towards {first}' if case.sayable else 'of the new kind'} shows before any course "
            f"whether to go on"
        )
        + (f", and what {case.mine} {'are' if are_many(case.shown) else 'is'} worth there." if case.mine else "."),
        evidence=[counsel("work of the new kind beside the old prepares a change"), from_plan("technologies of both roles")],
        priority=_PRIORITY + 5,
        actions=[Action(text=task, weeks_before_search=weeks) for task, weeks in zip(_tasks(case), starts, strict=True)],
    )
