"""
The recommended route and its runner-up in words, and what would change the recommendation.
"""

from __future__ import annotations

from aijobkit.advice import Advice
from aijobkit.evidence import Evidence
from aijobkit.hookspecs import hookimpl
from aijobkit.people import EmployerKind, Person
from aijobkit.plans import Route, Step, SwitchPlan
from aijobkit.providers._case import Case, counsel, from_plan, read_case
from aijobkit.providers._words import cost, joined, money, people, trade
from aijobkit.switches import Part, SwitchKind

__all__ = ["aijobkit_advise"]

_PRIORITY = 10
# Two totals nearer than this cannot be told apart by figures as coarse as these; an assumption of ours.
_CLOSE = 0.03
_PLACES = {
    EmployerKind.STARTUP: "at a startup",
    EmployerKind.SMALL: "at a small employer",
    EmployerKind.LARGE: "at a large employer",
}


@hookimpl
def aijobkit_advise(person: Person, plan: SwitchPlan) -> list[Advice]:
    """Say which way to go, which is the next best, and what would turn the order round."""
    case = read_case(person, plan)
    if case.best is None or case.kind is SwitchKind.NONE:
        return [_stay(case)]
    return [_recommended(case, case.best), _what_would_change(case, case.best)]


def _stay(case: Case) -> Advice:
    where = f" in {case.trade_there}" if case.trade_there else ""
    return Advice(
        key="recommended",
        title=f"No route is needed to be among {case.them}",
        text=f"You are among {case.them}{where} as it is, with {case.asset(0)}, so no step leads away from here. "
        f"A better place of the same kind is found by what you would learn there: {case.lack(0)}, {case.lack(1)}, "
        f"and by who can use {case.asset(1)}.",
        reason=f"Neither the role ({case.origin.role.title}) nor the industry changes.",
        evidence=[from_plan("kind of the switch")],
        priority=_PRIORITY,
    )


def _place(step: Step, *, is_first: bool) -> str:
    if step.same_employer:
        return "inside your present employer" if is_first else "without changing the employer again"
    return _PLACES[step.employer] if step.employer else ""


def _in_words(step: Step, *, is_first: bool) -> str:
    """Return one step as a clause: what changes, and where."""
    field = trade(step.target.industry)
    if step.kind is SwitchKind.INDUSTRY:
        move = f"move to {field} and stay among {people(step.target.role)}"
    elif step.kind is SwitchKind.BOTH:
        move = f"change role and industry at once, to {people(step.target.role)} in {field}"
    else:
        move = f"change to the work of {people(step.target.role)}" + (f" in {field}" if field else "")
    place = _place(step, is_first=is_first)
    return f"{move} {place}".strip() + f" (cost {cost(step.cost)})"


def _walk(route: Route) -> str:
    return ", then ".join(_in_words(step, is_first=step is route.steps[0]) for step in route.steps)


def _leap(case: Case) -> Route | None:
    return next((route for route in case.plan.routes if route.is_direct), None)


def _pay(case: Case, route: Route) -> str:
    """Return what is paid along the way, where the plan knows it."""
    known = [(people(step.target.role), step.pay) for step in route.steps if step.pay]
    if not known:
        return ""
    figures = [f"{money(pay)} for {who}" for who, pay in dict(known).items()]
    return f"Median yearly pay along that way in the United States, {case.asset(2)} or not: {joined(figures)}."


def _carried(case: Case) -> str:
    """Return what of the person's own skills the stepping stones use, too."""
    for role in case.stones:
        shared = [skill for skill in (*case.have, *case.other) if case.uses(role, skill)]
        if shared:
            return f"{people(role)} use {joined(shared)} as well, so that step starts from what you have."
    return ""


def _recommended(case: Case, best: Route) -> Advice:
    leap = _leap(case)
    sentences = [f"With {case.asset(3)} in hand, the easiest way is to {_walk(best)}; in all {cost(best.total)}."]
    if leap is not None and leap is not best:
        more = f"{cost(leap.total)}, {cost(leap.total - best.total)} more"
        if len(best.steps) == 1:
            sentences.append(f"Without that choice of employer the same leap, {case.asset(4)} and all, comes to {more}.")
        else:
            sentences.append(
                f"The direct leap from {case.us} comes to {more}, because {case.lack(0)} and {case.lack(1)} would have to be "
                "there on the first day."
            )
    others = [route for route in case.plan.routes if route is not best and route is not leap]
    if others:
        sentences.append(
            f"Where {case.asset(5)} counts for more, the next best way is to {_walk(others[0])}; in all "
            f"{cost(others[0].total)}."
        )
    if case.needs_licence:
        sentences.append(
            f"None of these ways leads round the licence that {case.them} need, whatever {case.asset(2)} is worth."
        )
    sentences += [_carried(case), _pay(case, best)]
    evidence: list[Evidence] = [from_plan("costs of the routes"), *(one for step in best.steps for one in step.evidence)]
    is_industry = case.kind is SwitchKind.INDUSTRY
    here, there = (case.trade_here, case.trade_there) if is_industry else (case.us, case.them)
    steps = f"{len(best.steps)} steps" if len(best.steps) > 1 else "one step"
    return Advice(
        key="recommended",
        title=f"The easiest way in {steps}: {', then '.join(_milestones(best))}, starting from {case.asset(6)}",
        text=" ".join(sentence for sentence in sentences if sentence),
        reason=f"Of {len(case.plan.routes)} ways from {here} to {there} that were compared, with "
        f"{case.plan.gaps.met} of {case.plan.gaps.asked} things there, this one costs least.",
        evidence=list(dict.fromkeys(evidence)),
        priority=_PRIORITY,
    )


def _milestones(route: Route) -> list[str]:
    return [
        trade(step.target.industry) if step.kind is SwitchKind.INDUSTRY else people(step.target.role) for step in route.steps
    ]


def _part(case: Case, name: str) -> Part | None:
    return next((part for part in case.plan.difficulty.parts if part.name == name and part.weight * part.value > 0), None)


def _barriers(case: Case) -> list[tuple[str, str]]:
    """Return what stands in the way besides skills: a short name, and what would remove it."""
    found = []
    if _part(case, "education"):
        if case.person.education is None:
            words = (
                f"If you have more schooling than {case.us} usually have, say so beside {case.asset(0)}; the figures assume "
                "the usual."
            )
        else:
            words = (
                f"{case.them} usually have more schooling than you stated, which {case.asset(1)} may outweigh in some places."
            )
        found.append(("schooling", words))
    if _part(case, "licence"):
        found.append(
            (
                "a licence",
                f"The figures assume that you lack the licence that {case.them} need; if you hold it, they are too high.",
            )
        )
    if _part(case, "job zone"):
        words = (
            f"{case.them} usually prepare longer than {case.us}; the time you already spent on {case.asset(2)} is not in that "
            "figure."
        )
        found.append(("preparation", words))
    return found


def _what_would_change(case: Case, best: Route) -> Advice:
    sentences = []
    gaps = case.plan.gaps
    part = _part(case, "skill gap")
    if part is not None and gaps.asked > gaps.met:
        sentences.append(
            f"Show {case.lack(0)} beside {case.asset(3)} and you meet {gaps.met + 1} of {gaps.asked}, where it is "
            f"{gaps.met} now; "
            "the direct leap gets easier by that."
        )
    barriers = _barriers(case)
    sentences += [words for _, words in barriers]
    second = next((route for route in case.plan.routes if route is not best), None)
    if second is not None and second.total - best.total < _CLOSE:
        sentences.append(
            f"The first two ways, {cost(best.total)} and {cost(second.total)}, are too close to call by figures, "
            f"so a real offer that uses {case.asset(4)} decides."
        )
    elif second is not None:
        sentences.append(
            f"An offer that asks for {case.asset(5)} and lets you learn {case.lack(0)} outweighs the lead of "
            f"{cost(second.total - best.total)} over the next way."
        )
    stability = case.plan.difficulty.stability
    if stability is not None and stability.hangs_on:
        sentences.append(
            f"If one assumption were off by {stability.change:.0%}, what is called a {case.band.value} for {case.us} with "
            f"{case.asset(6)} could be called otherwise (assumptions: {joined(stability.hangs_on)})."
        )
    sentences += _closed_ways(case)
    return Advice(
        key="what-would-change",
        title=f"What would change the way to {case.them}: {case.lack(0)}" + f", {barriers[0][0] if barriers else 'an offer'}",
        text=" ".join(sentences),
        reason=f"The figures know {case.us} and {joined(case.named) or 'no skill of yours'}; they do not know your market.",
        evidence=[
            from_plan("parts of the difficulty and totals of the routes"),
            counsel("a real offer outweighs a comparison"),
        ],
        priority=_PRIORITY + 5,
    )


def _closed_ways(case: Case) -> list[str]:
    if case.kind is SwitchKind.BOTH and case.trade_there:
        return [
            (
                f"Should {case.trade_there} prove closed to {case.us}, change the role first, where {case.asset(0)} is known; "
                f"should {case.lack(0)} prove too far, change the industry first."
            )
        ]
    return []
