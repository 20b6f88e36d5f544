"""
What to learn first and why, and which tools can wait.
"""

from __future__ import annotations

from collections.abc import Sequence

from aijobkit.advice import Advice
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.gaps import is_foundation, is_office
from aijobkit.gaps.names import is_serving
from aijobkit.hookspecs import hookimpl
from aijobkit.people import Person
from aijobkit.plans import Gap, SwitchPlan
from aijobkit.providers._case import Case, from_plan, name_of, read_case, used_to
from aijobkit.providers._words import clean, joined, people, short_name, start
from aijobkit.roles import Domain

__all__ = ["aijobkit_advise"]

_PRIORITY = 20


@hookimpl
def aijobkit_advise(person: Person, plan: SwitchPlan) -> list[Advice]:
    """Say what to learn first for this move, and what can wait."""
    case = read_case(person, plan)
    if plan.gaps.gaps and not case.learn:
        return [_same_work(case)]
    if not plan.gaps.gaps:
        return [_nothing_missing(case)]
    return [_learn_first(case) if case.sayable or case.needs_licence else _only_fields(case)]


def _same_work(case: Case) -> Advice:
    """Say that nobody has to learn the work that they do; what they did not name is no gap."""
    named = f" Besides {joined(case.telling)}, name" if case.named else " Name"
    mine = f", with {joined(case.telling, most=2)}" if case.named else ""
    most = int(case.assumptions.advice_learn)
    asked = joined([name_of(gap) for gap in case.plan.gaps.gaps if not is_office(gap.name)][:most], last="or")
    return Advice(
        key="learn-first",
        title=f"No course comes first: you are {case.here} already{mine}",
        text=f"What our lists call not named is what other {case.them} name, not what you lack.{named} what you use"
        f"{f', such as {asked}' if asked else ''}, and let conversations say what {case.lack(0)} asks for.",
        reason=f"The role does not change, and you show {case.plan.gaps.met} of the {case.plan.gaps.asked} things asked for.",
        evidence=_evidence(case.plan.gaps.gaps[:most]),
        priority=_PRIORITY,
    )


def _only_fields(case: Case) -> Advice:
    """Say little where nothing but fields of knowledge and general skills is missing: nobody sets out to learn these."""
    first = case.learn[0]
    unnamed = "" if case.named else f" {_unread(case)}, so this comes from your role alone: name what you can do."
    return Advice(
        key="learn-first",
        title=f"No course comes first: ask {case.them} what they had to learn",
        text=f"Our lists name no tool and no subject that you lack; what differs is how much is asked of each field, above all "
        f"of {name_of(first)}: {_why(case, first)}. Let postings and talks say which part of it is meant.{unnamed}",
        reason=case.size,
        evidence=_evidence(case.learn[: int(case.assumptions.advice_learn)]),
        priority=_PRIORITY,
    )


def _nothing_missing(case: Case) -> Advice:
    gaps = case.plan.gaps
    if gaps.asked:
        show = f"show {joined(case.telling)}" if case.named else "show what you do"
        title = f"Nothing on our lists is missing: {gaps.met} of {gaps.asked}"
        text = (
            f"Our lists name nothing that you lack as {case.there}, so no course comes first: {show} in one piece "
            f"of work that others can look at, and let conversations name what lists do not."
        )
        counted = f"With {case.counting}, " if case.have else ""
        reason = start(f"{counted}{gaps.met} of the {gaps.asked} things that {case.them} are asked for were found with you.")
    else:
        title = f"Our data cannot compare you with {case.them}"
        named = f", beyond {joined(case.named)}" if case.named else ""
        text = (
            f"There are no figures that compare {case.us} with {case.them}. "
            f"Name what you can do{named}, and ask {case.there} what they had to look up last week."
        )
        reason = f"No figures are there for {case.us} or for {case.them}."
    return Advice(
        key="learn-first",
        title=title,
        text=text,
        reason=reason,
        evidence=[from_plan("count of what is asked for and met")],
        priority=_PRIORITY,
    )


def _why(case: Case, gap: Gap) -> str:
    """Return why *gap* matters, as far as the plan knows."""
    reasons = []
    if gap.domain in (Domain.SKILL, Domain.KNOWLEDGE) and gap.needed_level is not None:
        reach = "reaches" if case.has_stand_in else "typically reach"
        present = "" if gap.present_level is None else f", and {case.rated_us} {reach} {gap.present_level:.1f}"
        reasons.append(f"{case.them} need this {gap.domain.value} at level {gap.needed_level:.1f} of 7{present}")
    elif gap.is_in_demand:
        measured = f"the occupations by which we measure {case.them}" if ":" in case.target.role.code else case.them
        reasons.append(f"O*NET marks it in demand for {measured}")
    elif gap.evidence.kind is EvidenceKind.ASSUMPTION:
        reasons.append("our reviewed list puts it at the core of the work")
    elif gap.is_hot:
        reasons.append("postings of many kinds ask for it")
    shared = [people(role) for role in case.stones if case.uses(role, gap.name)]
    if shared:
        reasons.append(f"{joined(shared)}, on your way there, use it too")
    return ", and ".join(reasons) or f"it is on the list for {case.them}"


def _unread(case: Case) -> str:
    """Return why no named skill is spoken of, and what may have been meant."""
    if not case.person.skills:
        return "You named no skills"
    meant = [f"{clean(known)} for {clean(typed)}" for typed, known in case.plan.gaps.suggestions]
    return "None of the skills that you named was recognised" + (f" (did you mean {joined(meant)}?)" if meant else "")


def _near(gap: Gap) -> str:
    near = short_name(clean(gap.near))
    return f" (your {near} is close to it)" if near else ""


def _evidence(gaps: Sequence[Gap]) -> list[Evidence]:
    return list(dict.fromkeys(gap.evidence for gap in gaps))


def _then(first: Sequence[Gap], names: Sequence[str]) -> str:
    """Return what comes after the first thing to learn, and what does not hang on it: no trade is learnt through a tool."""
    is_tool = first[0].domain is Domain.TECHNOLOGY
    step = f", once you can do a small job in {names[0]}" if is_tool else f", once you are {used_to(names[0])}"
    if is_serving(names[0]):  # it is learnt with what it serves
        step = ""
    later = list(zip(first, names, strict=True))[1:]
    apart = [(gap, name) for gap, name in later if is_tool and gap.domain in (Domain.KNOWLEDGE, Domain.SKILL)]
    after = [f"{name}{_near(gap)}" for gap, name in later if (gap, name) not in apart]
    words = ""
    if after:
        words = f"; then {', and '.join(after)}{' after that' if len(after) > 1 else ''}{step}"
    if apart:
        words += f"; {joined([f'{name}{_near(gap)}' for gap, name in apart])} need not wait for that"
    return words


def _learn_first(case: Case) -> Advice:
    first = case.learn[: int(case.assumptions.advice_learn)]
    names = [name_of(gap) for gap in first]
    gaps = case.plan.gaps
    begin = f"start with {names[0]}, because {_why(case, first[0])}{_near(first[0])}"
    begin += _then(first, names)
    if case.is_taught:
        begin += "; most of it is taught on the job, so an evening with each is enough before you apply"
    waits = _waiting(case)
    asks = "your product asks for that" if case.is_founding else "a posting that you want asks for that"
    if waits:  # only what is missing can be left alone, and nothing that the person has
        begin += f"; leave {joined(waits, most=2)} alone until {asks}"
    likely = [name_of(gap) for gap in case.learn if gap.is_likely]
    if likely:
        use = "it" if len(likely) == 1 else "them"
        begin += (
            f"; {joined(likely)} may be in your hands already, by your work or by what you name: if you use {use}, name {use}"
        )
    known = f"With {case.counting}, " if case.have else f"{case.counting}; " if case.named else ""
    sentences = [
        f"{known}{begin}."
        if gaps.met
        else f"Nothing of what {case.them} are asked for shows yet, so keep the list short and {begin}.",
    ]
    if case.needs_licence:
        sentences.insert(
            0, f"No skill replaces the licence that {case.them} need, so first find out what it takes from {case.worker}."
        )
    if not case.named:
        sentences.append(f"{_unread(case)}, so these counts come from your role alone: name what you can do and they improve.")
    return Advice(
        key="learn-first",
        title=f"The licence first; then {names[0]}"
        if case.needs_licence
        else f"Learn {names[0]} first" + (f", then {joined(names[1:], last='and')}" if len(names) > 1 else ""),
        text=" ".join(map(start, sentences)),
        reason=case.size,
        evidence=_evidence(first),
        priority=_PRIORITY,
    )


def _waiting(case: Case) -> list[str]:
    """Return the tools that can wait: in the last third of what is missing, not basic, and not likely in use already."""
    if case.is_taught:  # an evening with each is enough, and nothing has to wait
        return []
    if case.needs_licence:  # beside a licence, what stands far down may be part of the training
        return []
    size = len(case.learn)
    later = case.learn[max(size - size // 3, int(case.assumptions.advice_learn)) :]
    tools = [gap for gap in later if gap.domain is Domain.TECHNOLOGY and not gap.is_likely]  # a subject is the work itself
    products = [gap for gap in tools if not _is_kind_of_program(gap.name) and not is_serving(short_name(gap.name))]
    return [name_of(gap) for gap in products if not is_foundation(gap.name) and not is_office(gap.name)]


def _is_kind_of_program(name: str) -> bool:
    """Say whether *name* is that of a kind of program and of no product, as O*NET writes "Chatbot software"."""
    first, _, rest = name.partition(" ")
    return rest.endswith("software") and rest.islower() and first.istitle()
