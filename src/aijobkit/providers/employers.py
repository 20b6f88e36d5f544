"""
Which kind of employer, for this move: startup, small, large, or the present one; what to look for in a posting; and three
first AI tasks beside one's own job.

That a startup eases a change of role is counsel, not a measurement, and is said so wherever it is used.
"""

from __future__ import annotations

from aijobkit.advice import Action, Advice
from aijobkit.hookspecs import hookimpl
from aijobkit.industries import covers
from aijobkit.people import EmployerKind, Person
from aijobkit.plans import Step, SwitchPlan
from aijobkit.providers._case import Case, counsel, from_plan, read_case
from aijobkit.providers._words import cost, joined, people
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
    relief = case.plan.difficulty.assumptions.relief_startup
    by_kind: dict[SwitchKind, list[Step]] = {}
    for step in _last_steps(case, EmployerKind.STARTUP):
        by_kind.setdefault(step.kind, []).append(step)
    for step in _last_steps(case, None, EmployerKind.LARGE):
        if step.kind in by_kind and not step.same_employer:
            startup = by_kind[step.kind][0]
            return (
                f"In your plan the step to {case.them} costs {cost(startup.cost)} at a startup and {cost(step.cost)} "
                f"elsewhere; "
                f"that difference is assumed ({relief:.0%}), not measured."
            )
    return (
        f"The plan assumes, and does not measure, that a startup takes {relief:.0%} off the way to {case.them} for "
        f"somebody with {case.asset(2)}."
    )


def _mechanism(case: Case) -> str:
    first, asset = case.craft(0), case.asset(3)
    if case.employer is EmployerKind.STARTUP:
        return (
            f"At the startup you aim at, {first} is likely to be whoever's job picks it up, so {asset} gets you in and "
            f"{first} is done in the open."
        )
    if case.employer is EmployerKind.SMALL:
        return (
            f"A small employer has room for one person who knows {asset} and takes on {first}, but seldom anybody to learn "
            f"{first} from."
        )
    if case.employer is EmployerKind.LARGE:
        return (
            f"At a large employer, reviews reward the job in the contract: {first} done beside {asset} earns little unless the "
            f"contract names it, so settle that before you sign."
        )
    hired = f"takes {case.us} on for one fixed job" if case.origin.role.is_life_role else "rewards the job on paper"
    return (
        f"A startup seldom has a hand for every task, so somebody with {asset} who takes on {first} is welcome; a large "
        f"employer more often {hired}, so that {first} done on top of it goes unseen."
    )


def _exception(case: Case) -> str:
    second = case.craft(1)
    field = f" in {case.trade_there}" if case.trade_there else ""
    if case.origin.seniority in _LEADERS:
        return (
            f"The exception weighs more at your rank: a startup wants hands, so ask who does {second} with you; a large "
            f"employer{field} may have a team that needs leading by somebody with {case.asset(4)}."
        )
    if case.employer is not EmployerKind.LARGE and case.band in (DifficultyBand.LARGE, DifficultyBand.VERY_LARGE):
        return (
            f"The exception is a startup where nobody could check your {second}: over a distance of "
            f"{cost(case.plan.difficulty.value)}, learning {second} in a team{field}, with {case.asset(5)} in return, "
            "is worth a fixed job."
        )
    return (
        f"The exception is a large employer{field} with a team of its own for {second}, where {case.asset(6)} is "
        "knowledge of the trade."
    )


def _kind_of_employer(case: Case) -> Advice:
    if case.kind in (SwitchKind.INDUSTRY, SwitchKind.NONE):
        return _same_role(case)
    title = {
        None: f"To get at {case.craft(0)} with {case.asset(0)}, try a startup or a small employer before a large one",
        EmployerKind.STARTUP: f"A startup suits a change to {case.them}, if somebody there can check your {case.craft(1)}",
        EmployerKind.SMALL: f"A small employer: room for {case.craft(0)} beside {case.asset(1)}, few to learn it from",
        EmployerKind.LARGE: f"A large employer: have {case.craft(0)} written into the job beside {case.asset(2)}",
    }[case.employer]
    return Advice(
        key="kind-of-employer",
        title=title,
        text=" ".join([_mechanism(case), _figures(case), _exception(case)]),
        reason=f"You would change from {case.us} to {case.them}, with {joined(case.assets)} to offer and {case.lack(0)} to "
        f"learn.",
        evidence=[counsel("a startup eases a change of role, with exceptions"), from_plan("costs of the steps")],
        priority=_PRIORITY,
    )


def _same_role(case: Case) -> Advice:
    if case.kind is SwitchKind.INDUSTRY:
        text = (
            f"You stay among {case.them} with {case.asset(3)}, so this plan counts no difference between small and large "
            "employers. "
            f"What is new is {case.trade_there}: a large employer there teaches its rules to people with {case.asset(4)}, a "
            "startup expects them from whoever comes."
        )
        title = f"In {case.trade_there}, who explains the trade to somebody with {case.asset(5)} matters more than size"
    else:
        text = (
            f"You are among {case.them} and remain there, so choose the employer by who would teach you {case.lack(0)}; "
            f"a startup lets you try {case.lack(1)} sooner, a large one lets you watch somebody do it well."
        )
        title = f"Choose the employer by {case.lack(0)}, not by size"
    return Advice(
        key="kind-of-employer",
        title=title,
        text=text,
        reason=f"The role does not change ({case.target.role.title}); nothing of {joined(case.assets)} loses its use.",
        evidence=[counsel("the kind of employer matters for a change of role"), from_plan("kind of the switch")],
        priority=_PRIORITY,
    )


def _posting(case: Case) -> Advice:
    first, second, third = case.lack(0), case.lack(1), case.lack(2)
    newcomers = case.kind in (SwitchKind.ROLE, SwitchKind.BOTH)
    years = f"years among {case.them}" if newcomers else f"years in {case.trade_there or 'the same place'}"
    if case.missing:
        sentences = [
            f"A posting for you names {joined(case.assets, most=2)} and lets you learn {first}, or says who would show you.",
            (
                f"One that wants {joined([first, second, third])} together with {years} is written for those who are there; "
                f"keep {case.asset(5)} for the next."
            ),
        ]
    else:
        sentences = [
            f"A posting for you names {joined(case.assets, most=2)} and asks for {years} as a plus and not as a must.",
            f"One that speaks of nothing but {first} is written for those who are there; keep {case.asset(5)} for the next.",
        ]
    if case.employer is EmployerKind.LARGE:
        sentences.append(
            f"Look whether {case.craft(0)} and {case.asset(0)} stand among the duties or the wishes: reviews follow the duties."
        )
    elif case.employer in (EmployerKind.STARTUP, EmployerKind.SMALL):
        sentences.append(
            f"Ask who else does {case.craft(0)} there; if it is nobody, {case.asset(1)} has to carry you for a while."
        )
    elif case.missing:
        sentences.append(f"Where {case.asset(2)} is called a plus, apply even if {third} is called a must.")
    lacking = f"you lack {joined([first, second])}" if case.missing else "our lists find nothing missing"
    shown = f"show {joined(case.named)}" if case.named else f"come with {joined(case.assets)}"
    return Advice(
        key="posting",
        title=f"Reading a posting for {case.them}: look for {case.asset(3)} next to {first}",
        text=" ".join(sentences),
        reason=f"Of what {case.them} are asked for, {lacking}; you {shown}.",
        evidence=[counsel("how postings are written"), from_plan("what is there and what is missing")],
        priority=_PRIORITY + 10,
    )


def _is_guarded(case: Case) -> bool:
    industry = case.origin.industry
    return industry is not None and any(covers(sector, industry.code) for sector in _GUARDED)


def _tools_at_hand(case: Case) -> str:
    """Return what the present work is done with; several, because lists of technologies hold more than anybody uses."""
    elsewhere = {name.casefold() for name in case.used_there}
    own = [name for name in case.used_here if name.casefold() not in elsewhere]
    office = [name for name in case.used_here if name == "Microsoft Excel"]
    return joined(list(dict.fromkeys([*own[:2], *office, *own[2:3]])), last="or") or case.asset(4)


def _tasks(case: Case) -> tuple[str, str, str]:
    """Return three small tasks, each from what the present role works with and what the target asks for."""
    tool, other = (*case.tools, *case.used_there, case.lack(0), case.lack(1))[:2]
    craft, mine = case.craft(0), case.asset(5)
    if case.origin.role.is_life_role:
        field = case.trade_there or f"the work of {case.them}"
        return (
            f"Take one published table about {field} and answer one question on it with {tool}, starting from {mine}.",
            f"Collect 50 cases of one decision that {case.them} make, sort them by hand and with {other}, and compare.",
            f"Put both on one page, say what {craft} would add, and show it to somebody who works near {case.them}.",
        )
    guard = ", with nothing in it about single people" if _is_guarded(case) else ""
    return (
        (
            f"Take one question that comes back every week among {case.us}, answered today with {_tools_at_hand(case)}, "
            f"and answer it with {tool}{guard}."
        ),
        (
            f"Collect 50 past cases of one decision in which {mine} helps you, let a model decide them too with {other}, "
            "and count where it is wrong."
        ),
        (
            f"Show one page on both to whoever owns that work: what it saves, where it fails, and what {craft} would add to "
            f"{mine}."
        ),
    )


def _beside_own_job(case: Case) -> Advice:
    first, mine = (*case.tools, *case.used_there, case.lack(0))[0], case.asset(6)
    if case.origin.role.is_life_role:
        text = f"No employer need be asked: three small tasks turn {mine} into something that {case.them} can look at."
        title = f"Three first AI tasks on your own, from {mine} to {first}"
    else:
        text = (
            f"Three tasks with {first} beside the work of {case.us} need no new job, only {mine}, and a small employer notices "
            f"them sooner than a large one. Tell whoever you report to before you start, so that {first} counts as work next "
            f"to {mine}."
        )
        title = f"Three first AI tasks beside the work of {case.us}, with {joined([mine, first])}"
        inside = [route.steps[0] for route in case.plan.routes if route.steps[0].same_employer]
        if inside:
            cheapest = min(inside, key=lambda step: step.cost)
            text += (
                f" They also prepare the step to {people(cheapest.target.role)} inside your present employer "
                f"(cost {cost(cheapest.cost)}), where {case.asset(0)} is already known."
            )
    return Advice(
        key="beside-own-job",
        title=title,
        text=text,
        reason=f"Each task joins {mine} or a tool of {case.us} with something {case.them} are asked for, {first} first.",
        evidence=[counsel("work of the new kind beside the old prepares a change"), from_plan("technologies of both roles")],
        priority=_PRIORITY + 5,
        actions=[Action(text=task, weeks_before_search=weeks) for task, weeks in zip(_tasks(case), _TASK_WEEKS, strict=True)],
    )
