"""How values are said in words: positions, kinds, costs, pay, counts.  One place, so that every face says the same."""

from __future__ import annotations

from aijobkit.difficulty import band_of
from aijobkit.gaps import display_name
from aijobkit.people import EmployerKind, Position
from aijobkit.plans import Gap, Route, Step, SwitchPlan
from aijobkit.roles import Role, Seniority
from aijobkit.switches import Axis, Difficulty, Switch, SwitchKind

__all__ = [
    "KIND_TITLES",
    "KIND_WORDS",
    "NO_RANKS",
    "difficulty_number",
    "difficulty_words",
    "employer_words",
    "fall_words",
    "gap_level",
    "gap_name",
    "kind_words",
    "money",
    "number",
    "pay_words",
    "place",
    "position_words",
    "role_now",
    "route_words",
    "share",
    "step_place",
    "when",
]

KIND_WORDS = {
    SwitchKind.NONE: "no switch at all: the role and the industry stay the same",
    SwitchKind.ROLE: "a role switch: the role changes, the industry does not",
    SwitchKind.INDUSTRY: "an industry switch: the industry changes, the role does not",
    SwitchKind.BOTH: "a role switch and an industry switch at once",
}

KIND_TITLES = {
    SwitchKind.NONE: "no switch",
    SwitchKind.ROLE: "role switch",
    SwitchKind.INDUSTRY: "industry switch",
    SwitchKind.BOTH: "role and industry switch",
}

# What is said of the role where the industry is entered.
_ENTERED_KINDS = {
    SwitchKind.NONE: "no switch at all that we can see: the role stays the same",
    SwitchKind.ROLE: "a role switch: the role changes",
}

NO_RANKS = (
    "We know too little of what you have done to rank targets for you: every role would come out about as far. Do not compare "
    "these figures between targets; write your field of study into the words for your role, as in “physics student”, or name "
    "the occupations that you had before, and ask again."
)
"""Said where the distance of the roles is an assumption, so that one target cannot be told from another."""


_EMPLOYER_WORDS = {
    EmployerKind.STARTUP: "a startup",
    EmployerKind.SMALL: "a small employer",
    EmployerKind.LARGE: "a large employer",
}

_RANK_WORDS = {Seniority.INTERN: "intern", Seniority.ENTRY: "entry level", Seniority.MID: "mid level"}


def number(value: float) -> str:
    """
    Return a number between 0 and 1, or a weight, with two decimals.

    >>> number(0.125), number(1)
    ('0.12', '1.00')
    """
    return f"{value:.2f}"


def share(value: float) -> str:
    """
    Return a share in whole percent, never rounded to certainty.

    >>> share(0.7249), share(0.999), share(0.001), share(1.0)
    ('72%', 'more than 99%', 'less than 1%', '100%')
    """
    if 0.0 < value < 0.01:
        return "less than 1%"
    if 0.99 < value < 1.0:
        return "more than 99%"
    return f"{value:.0%}"


def money(value: float, *, is_floor: bool = False) -> str:
    """
    Return yearly pay in US dollars, as the least that it can be where *is_floor*.

    >>> money(112590.0), money(239200.0, is_floor=True)
    ('$112,590 a year', '$239,200 or more a year')
    """
    return f"${value:,.0f} {'or more ' if is_floor else ''}a year"


def pay_words(amount: float, role: Role, scope: str = "", *, is_floor: bool = False) -> str:
    """
    Return yearly pay with its scope; that of a role which nobody counts by itself only roughly, as what it is.

    Args:
        amount: US dollars a year.
        role: Whose pay it is.
        scope: Where it was counted, as `Step.pay_scope` says.
        is_floor: Whether it is only the least that it can be, as `Evidence.is_floor` says.

    >>> pay_words(162418.0, Role(code="aijobkit:prompt-engineer", title="Prompt Engineer"), "in the sector")
    'about $162,000 a year, as in neighbouring occupations in the sector'
    >>> pay_words(123570.0, Role(code="15-2051.01", title="Business Intelligence Analysts"))
    'about $124,000 a year, as in the wider occupation with which it is counted'
    """
    words = money(amount, is_floor=is_floor)
    if role.is_blend or role.is_speciality:
        as_in = "neighbouring occupations" if role.is_blend else "the wider occupation with which it is counted"
        words = f"about {money(round(amount, -3), is_floor=is_floor)}, as in {as_in}"
    return f"{words} {scope}".strip()


def role_now(plan: SwitchPlan) -> str:
    """Return what the role is called from which somebody moves: the present one, or the last where no employer is left."""
    role = plan.switch.origin.role
    return "present role" if role.has_employer or role.is_life_role else "last role"


def fall_words(plan: SwitchPlan, step: Step) -> str:
    """
    Return by how much a step is paid less than the present role, after its pay; empty where it is not, or not worth a word.

    What is counted is said firmly; that of neighbouring occupations only where it lies much lower (`SwitchPlan.is_pay_cut`).
    """
    fall = plan.pay_fall(step)
    role = role_now(plan)
    if plan.is_pay_cut(step):
        is_rough = step.target.role.is_blend or plan.switch.origin.role.is_blend
        least = plan.present_pay_evidence is not None and plan.present_pay_evidence.is_floor
        by = f"{'at least ' if least else 'about ' if is_rough else ''}{share(fall)}"
        return f", clearly less than in your {role} ({by} less)"
    if fall > plan.difficulty.assumptions.pay_drop:
        return f", perhaps {share(fall)} less than in your {role}: nobody counts this one, so ask"
    return ""


def kind_words(switch: Switch) -> str:
    """Return what kind of switch it is; of an industry that is entered whether there is none to leave or none is known."""
    start = _ENTERED_KINDS.get(switch.kind)
    if start is None or switch.industry_axis is not Axis.ENTERED:
        return KIND_WORDS[switch.kind]
    if switch.origin.role.has_employer:
        return f"{start}; which industry you are in now is not known"
    return f"{start}; there is no industry to leave"


def employer_words(kind: EmployerKind) -> str:
    """Return a kind of employer with its article."""
    return _EMPLOYER_WORDS[kind]


def place(position: Position) -> str:
    """Return role and industry on one line, as a stop of a route."""
    return position.role.title if position.industry is None else f"{position.role.title} in {position.industry.title}"


def position_words(position: Position) -> str:
    """Return everything that is known of a position, codes included."""
    text = f"{position.role.title} ({position.role.code})"
    if position.industry is not None:
        text += f" in {position.industry.title} ({', '.join(position.industry.naics_codes)})"
    if position.employer is not None and position.employer.kind is not None:
        text += f", at {employer_words(position.employer.kind)}"
    if position.seniority is not None:
        text += f", {_RANK_WORDS.get(position.seniority, position.seniority.value)}"
    return text


def step_place(step: Step) -> str:
    """Return where a step leads: the role, the industry, the kind of employer."""
    where = place(step.target)
    if step.same_employer:
        return f"{where}, with the same employer"
    if step.employer is not None:
        return f"{where}, at {employer_words(step.employer)}"
    return where


def _stop(step: Step) -> str:
    """Return what a step changes, and where it is best done."""
    target = step.target
    industry = target.industry.title if target.industry is not None else "the new industry"
    role = target.role.title
    stop = {SwitchKind.INDUSTRY: f"to {industry}", SwitchKind.BOTH: f"{role} in {industry}"}.get(step.kind, role)
    if step.same_employer:
        return f"{stop} (same employer)"
    return stop if step.employer is None else f"{stop} ({step.employer.value})"


def route_words(route: Route) -> str:
    """Return the stops of a route: what each step changes."""
    return " → ".join(_stop(step) for step in route.steps)


def difficulty_number(difficulty: Difficulty) -> str:
    """
    Return the value with two decimals, or with more where two would read like the other side of a limit of the words.

    >>> from aijobkit.switches import DifficultyBand
    >>> difficulty_number(Difficulty(value=0.4512, band=DifficultyBand.LARGE))
    '0.451'
    """
    plain, *longer = (f"{difficulty.value:.{places}f}" for places in (2, 3, 4, 6))
    reads_true = (
        text for text in (plain, *longer) if band_of(float(text), assumptions=difficulty.assumptions) is difficulty.band
    )
    return next(reads_true, plain)


def difficulty_words(difficulty: Difficulty) -> str:
    """
    Return the band and the value.

    >>> from aijobkit.switches import DifficultyBand
    >>> difficulty_words(Difficulty(value=0.3, band=DifficultyBand.MODERATE))
    'a moderate step: 0.30 on a scale from 0 (no switch) to 1'
    """
    band = difficulty.band.value
    article = "" if band.startswith("no ") else "a "
    return f"{article}{band}: {difficulty_number(difficulty)} on a scale from 0 (no switch) to 1"


_ALTERNATIVES_SHOWN = 3


def gap_name(gap: Gap) -> str:
    """
    Return what is missing as people call it, with what would do as well.

    >>> from aijobkit.evidence import Evidence, EvidenceKind
    >>> from aijobkit.roles import Domain
    >>> ground = Evidence(kind=EvidenceKind.ASSUMPTION, source="us")
    >>> gap_name(Gap(name="PyTorch", alternatives=("TensorFlow",), domain=Domain.TECHNOLOGY, evidence=ground))
    'PyTorch or TensorFlow'
    """
    names = [display_name(name) for name in (gap.name, *gap.alternatives)]
    if len(names) > _ALTERNATIVES_SHOWN:
        names = [*names[:_ALTERNATIVES_SHOWN], "similar"]
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last


def gap_level(gap: Gap) -> str:
    """Return present and needed level, 0 to 7, where the data know them."""
    if gap.needed_level is None:
        return ""
    present = "?" if gap.present_level is None else f"{gap.present_level:.1f}"
    return f"{present} → {gap.needed_level:.1f}"


def when(weeks: int) -> str:
    """
    Return a time relative to the start of the search.

    >>> when(8), when(0), when(-1)
    ('8 weeks before you start to search', 'when you start to search', '1 week into the search')
    """
    if weeks == 0:
        return "when you start to search"
    amount = f"{abs(weeks)} week{'' if abs(weeks) == 1 else 's'}"
    return f"{amount} before you start to search" if weeks > 0 else f"{amount} into the search"
