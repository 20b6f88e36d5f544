"""
What is there already, counted and named; and what the first months look like for everybody.

The honest answer to the feeling of not belonging: figures where there are some, and no flattery.
"""

from __future__ import annotations

from aijobkit import _checks
from aijobkit.advice import Advice
from aijobkit.evidence import Evidence
from aijobkit.gaps import is_office, shows, skill_keys
from aijobkit.hookspecs import hookimpl
from aijobkit.people import Person
from aijobkit.plans import Strength, SwitchPlan
from aijobkit.providers._case import Case, are_alike, counsel, element_name, from_plan, read_case, used_to
from aijobkit.providers._words import joined, people, running, short_name, start
from aijobkit.roles import Domain
from aijobkit.switches import DifficultyBand

__all__ = ["aijobkit_advise"]

_PRIORITY = 30
_NAMES_SHOWN = 4
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
        return f"no figures compare {case.us} with {case.them}, so nothing counts for or against you"
    if not gaps.met:
        shown = f" in {joined(case.telling)}" if case.named else ""
        return f"none of the {gaps.asked} things that {case.them} are asked for shows yet{shown}"
    unnamed = [name for name in gaps.met_names if not any(shows(skill, name) for skill in case.have)]
    # Skill in mathematics and knowledge of mathematics are one thing in conversation.
    rest = [_plain(case, name) for name in _checks.unique_by(unnamed, skill_keys)]
    words = []
    if case.have:
        words.append(f"{joined(case.have)}, which you named")
    if rest:
        more = ", and more" if len(rest) > _NAMES_SHOWN else ""
        whence = f" from {case.own_work}"
        if case.work is None:
            whence = f", which {'goes' if len(rest) == 1 else 'go'} with what you study or did before"
        words.append(f"{joined(rest, most=_NAMES_SHOWN)}{more}{whence}")
    return f"of what {case.them} are asked for, you show {case.count}: {'; '.join(words)}"


def _rated(case: Case) -> str:
    """Return what O*NET rates high for the present role, named with its domain."""
    report = [one for one in case.plan.strengths.strengths if not one.is_own and one.domain in _PHRASES]
    rare = [one for one in report if one.is_rare_at_target][:1]
    shared = [one for one in report if not one.is_rare_at_target and one.distinctiveness > 0]
    shared = list(_checks.unique_by(shared, lambda one: one.name))[:2]
    if case.stays:  # nobody stands out among those who do the same work
        many = "s" if len(shared) == 1 else ""
        return f"{_named(shared)} matter{many} more in your work than in most occupations (O*NET)" if shared else ""
    if rare:
        return (
            f"{_named(rare)} matters more in the work of {case.rated_us} than in most occupations (O*NET), and little of it is "
            f"asked of {case.them}: it helps at employers whose product is about it"
        )
    if shared:
        return (
            f"{_named(shared)} matter{'s' if len(shared) == 1 else ''} more in the work of {case.rated_us} than in "
            f"most occupations (O*NET), and {case.them} need that as well"
        )
    if case.is_rated:
        return f"nothing that {case.us if case.has_stand_in else case.rated_us} are rated for stands out among {case.them}"
    return ""


def _named(strengths: list[Strength]) -> str:
    return " and ".join(f"{_PHRASES[one.domain]} {element_name(one.name)}" for one in strengths)


def _papers(case: Case) -> str:
    """Return what belongs at the top of a CV: the work before the tools, and no tool that everybody has."""
    asked = [skill for skill in case.have if skill in case.tools_known and not is_office(skill)]
    as_now = "what you have made or finished so far" if case.work is None else f"what you did as {case.worker}"
    then = f"; then name {joined(asked, most=2)}, with what you did with {'it' if len(asked) == 1 else 'them'}" if asked else ""
    about = [skill for skill in case.useful if skill not in asked and not is_office(skill)][:2]
    shown = f", {joined(about)} above all" if about and not asked else ""
    return f"In your papers put {as_now} first{shown}, each line with what came of it{then}."


def _what_is_there(case: Case) -> Advice:
    report = case.plan.strengths
    sentences = ["; ".join(words for words in (_count(case), _rated(case)) if words) + ".", _papers(case)]
    if not case.named:
        sentences.append("Write down three things you did this year that others asked you to do again: they are skills, too.")
    sentences.append(_past(case))
    evidence: list[Evidence] = [from_plan("count of what is asked for and met")]
    evidence += [strength.evidence for strength in report.strengths[:3]]
    own = joined(case.brought) or case.own_work
    if case.brought and all(map(is_office, case.brought)):  # what everybody has comes after what the person does
        own = f"{case.own_work}, and {own}"
    return Advice(
        key="what-is-there",
        title=f"What you bring: {own}",
        text=" ".join(start(sentence) for sentence in sentences if sentence),
        reason=f"A list sees only what was named: {case.counting}.",
        evidence=list(dict.fromkeys(evidence)),
        priority=_PRIORITY,
    )


def _past(case: Case) -> str:
    """Say of past roles besides the one that is spoken of all along whether these figures use them."""
    past = [role for role in case.past if role != case.work]
    counted = [people(role) for role in past if case.plan.counts_past(role)]
    if counted:
        return f"Your time among {joined(counted, most=2)} is counted in these figures."
    return f"No figure here uses your time among {joined([people(role) for role in past], most=2)}." if past else ""


def _first_months(case: Case) -> Advice:
    first = case.lack(0)
    at_home = [skill for skill in case.useful if not are_alike(skill, first.removeprefix("the "))]
    mine = joined(at_home, most=2)
    known = [skill for skill in case.telling if not are_alike(skill, first.removeprefix("the "))]
    once = f"with {known[0]}" if known else f"in {case.own_work}"
    time = "a week" if case.is_taught else "weeks" if case.band is DifficultyBand.SMALL else "months"
    have = f", when you bring {mine}," if mine else ","
    return Advice(
        key="first-months",
        title=f"Slow at first with {first}, at home {f'with {mine}' if mine else f'in {case.own_work}'}",
        text=f"Expect {time} in which half of the talk passes you by, and measure yourself against today{have} not against "
        f"those who are {used_to(first)}.",
        reason=f"Whoever is {used_to(first)} today was slow at first, as you once were {once}.",
        evidence=[counsel("beginners doubt themselves")],
        priority=_PRIORITY + 5,
    )
