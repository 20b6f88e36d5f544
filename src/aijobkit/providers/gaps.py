"""
What to learn first and why, and what to leave alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from aijobkit.advice import Advice
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.hookspecs import hookimpl
from aijobkit.people import Person
from aijobkit.plans import Gap, SwitchPlan
from aijobkit.providers._case import Case, counsel, from_plan, name_of, read_case
from aijobkit.providers._words import joined, people, short_name, start
from aijobkit.roles import Domain

__all__ = ["aijobkit_advise"]

# A person learns one or two things at a time; what stands this far down may wait.  Assumptions of ours.
_FIRST = 3
_TAIL = 6
_PRIORITY = 20


@hookimpl
def aijobkit_advise(person: Person, plan: SwitchPlan) -> list[Advice]:
    """Say what to learn first for this move, and what to leave alone."""
    case = read_case(person, plan)
    if not plan.gaps.gaps:
        return [_nothing_missing(case)]
    return [_learn_first(case), *_leave_alone(case)]


def _nothing_missing(case: Case) -> Advice:
    gaps = case.plan.gaps
    if gaps.asked:
        title = f"All {gaps.asked} things that {case.them} are asked for are there"
        text = (
            f"Our lists name nothing that you lack for the work of {case.them}, so no course comes first. "
            f"Show {joined(case.assets)} in something that others can look at, and let conversations name what lists do not."
        )
    else:
        title = f"Our data cannot compare you with {case.them}"
        text = (
            f"There are no figures that compare {case.us} with {case.them}. "
            f"Name what you can do beyond {case.asset(0)}, or ask one of the {case.them} what they look up most often."
        )
    return Advice(
        key="learn-first",
        title=title,
        text=text,
        reason=f"{gaps.met} of {gaps.asked} things that {case.them} are asked for were found with you.",
        evidence=[from_plan("count of what is asked for and met")],
        priority=_PRIORITY,
    )


def _why(case: Case, gap: Gap) -> str:
    """Return why *gap* matters, as far as the plan knows."""
    reasons = []
    if gap.domain in (Domain.SKILL, Domain.KNOWLEDGE) and gap.needed_level is not None:
        present = "" if gap.present_level is None else f", {case.us} typically reach {gap.present_level:.1f}"
        reasons.append(f"{case.them} need this {gap.domain.value} at level {gap.needed_level:.1f} of 7{present}")
    elif gap.is_in_demand:
        reasons.append(f"postings for {case.them} often ask for it")
    elif gap.evidence.kind is EvidenceKind.ASSUMPTION:
        reasons.append(f"our reviewed list counts it to the core of {case.them}")
    elif gap.is_hot:
        reasons.append("postings of many kinds ask for it")
    shared = [people(role) for role in case.stones if case.uses(role, gap.name)]
    if shared:
        reasons.append(f"{joined(shared)}, on your way there, use it as well")
    if gap.near:
        reasons.append(f"your {short_name(gap.near)} comes near it")
    return "; ".join(reasons) or f"it is on the list for {case.them}"


def _evidence(gaps: Sequence[Gap]) -> list[Evidence]:
    return list(dict.fromkeys(gap.evidence for gap in gaps))


def _learn_first(case: Case) -> Advice:
    first = case.learn[:_FIRST]
    names = [name_of(gap) for gap in first]
    sentences = [f"Next to {case.asset(0)}, {names[0]} is what counts first: {_why(case, first[0])}."]
    if case.needs_licence:
        sentences.insert(
            0, f"No skill replaces the licence that {case.them} need, so find out first what it takes from {case.us}."
        )
    if len(first) > 1:
        sentences.append(
            f"{names[1]} comes second, and {case.asset(1)} gives you something to try it on: {_why(case, first[1])}."
        )
    if len(first) > 2:
        sentences.append(
            f"Leave {names[2]} for third, when {names[0]} is as familiar as {case.asset(0)}: {_why(case, first[2])}."
        )
    gaps = case.plan.gaps
    return Advice(
        key="learn-first",
        title=f"Learn {names[0]} first" + (f", then {names[1]}, starting from {case.asset(0)}" if len(names) > 1 else ""),
        text=" ".join(map(start, sentences)),
        reason=f"{gaps.met} of {gaps.asked} things that {case.them} are asked for are there; "
        f"{joined(names)} matter most of the {len(gaps.gaps)} that are missing.",
        evidence=_evidence(first),
        priority=_PRIORITY,
    )


def _leave_alone(case: Case) -> list[Advice]:
    sentences = []
    tail = [name for name in case.missing[_TAIL:] if name != case.lack(0)]
    if tail:
        others = len(tail) - 1
        more = f", like the {others} others behind it" if others else ""
        sentences.append(f"{tail[0]} can wait until a posting that you want names it{more}; {case.lack(0)} cannot.")
    if case.have:
        sentences.append(
            f"You name {joined(case.have)}, so another certificate for it would show {case.them} little that is new."
        )
    if case.other:
        sentences.append(
            f"Our lists do not ask {case.them} for {joined(case.other)}: keep it as what others may lack, "
            "and do not polish it for this move."
        )
    if not sentences:
        return []
    return [
        Advice(
            key="leave-alone",
            title=f"Leave alone for now: {joined([*tail[:2], *case.other[:1]] or list(case.have))}",
            text=" ".join(map(start, sentences)),
            reason=f"Time spent on {joined([*tail[:1], *case.named[:1]])} is missing for {case.lack(0)} and {case.lack(1)}.",
            evidence=[
                from_plan("order of the gaps, and which of the named skills are asked for"),
                counsel("first things first"),
            ],
            priority=_PRIORITY + 5,
        )
    ]
