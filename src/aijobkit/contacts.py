"""
Whom to ask: the person's own contacts, ranked for one plan, each with the reason in words.

Pure: contacts and a plan in, ranked contacts out.  Knows nothing of files, titles or taxonomies; how unlike two roles are is
told by a function that is given.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any

import attrs

from aijobkit import _checks
from aijobkit.errors import InvalidValueError
from aijobkit.evidence import EvidenceKind
from aijobkit.industries import Industry, same_industry
from aijobkit.people import Contact, Position, Tie
from aijobkit.plans import SwitchPlan
from aijobkit.roles import Role, RoleLevel, same_role
from aijobkit.switches import Assumption

__all__ = ["ContactWeights", "RankedContact", "rank_contacts"]

_SOURCE = "counsel on informational interviews; an editorial judgement, not a measurement"


Distances = Callable[[Role, Role], float]


def _weight(default: float, meaning: str, *, is_share: bool = False) -> Any:
    range_ = _checks.within(0.0, 1.0) if is_share else _checks.within(0.0, 100.0)
    return attrs.field(default=default, validator=range_, metadata={"meaning": meaning})


@attrs.frozen(kw_only=True)
class ContactWeights:
    """
    What each thing that speaks for asking somebody counts, and what is near; all are assumptions.

    Examples:
        >>> ContactWeights().table()[0].name
        'made_this_move'
    """

    made_this_move: float = _weight(4.0, "has gone from your present role into the role you want")
    target_role: float = _weight(3.0, "works in the role you want")
    next_step_role: float = _weight(2.5, "works in the role of the next step of your easiest way")
    later_step_role: float = _weight(2.0, "works in the role of a later step of your easiest way")
    near_target_role: float = _weight(1.5, "works in a role close to the one you want")
    between_roles: float = _weight(1.2, "works in a role between yours and the one you want")
    ai_role: float = _weight(1.0, "has a job in AI, though not the one you want")
    target_industry: float = _weight(1.0, "works in the industry you want")
    step_industry: float = _weight(0.8, "works in the industry of a step of your easiest way")
    same_employer: float = _weight(1.2, "works for your present employer, so that talking is easy to arrange")
    former_colleague: float = _weight(1.0, "knows you from an earlier employer")
    same_school: float = _weight(0.8, "went to your school")
    close: float = _weight(0.35, "distance up to which a role is close to the one you want", is_share=True)
    between: float = _weight(
        0.75,
        "share of the distance of your move up to which a role that lies between has to be near to both ends",
        is_share=True,
    )

    def table(self) -> tuple[Assumption, ...]:
        """Return all weights in the order of the fields, each with its meaning."""
        return tuple(
            Assumption(
                name=field.name,
                value=getattr(self, field.name),
                kind=EvidenceKind.ASSUMPTION,
                source=_SOURCE,
                meaning=field.metadata["meaning"],
            )
            for field in attrs.fields(ContactWeights)
        )


@attrs.frozen(kw_only=True)
class RankedContact:
    """
    A contact and what speaks for asking them.

    Args:
        contact: Who.
        score: Sum of the weights that apply, at least 0; comparable within one ranking only.
        reasons: What speaks for asking, the weightiest first; empty where nothing does.
    """

    contact: Contact = attrs.field(validator=_checks.instance_of(Contact))
    score: float = attrs.field(validator=_checks.within(0.0, 1000.0))
    reasons: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))


Finding = tuple[str, str]  # name of the weight, reason in words


def _stops(plan: SwitchPlan) -> tuple[Position, ...]:
    """Return the stops of the easiest way before the target; none where the direct leap is the easiest."""
    return tuple(step.target for step in plan.routes[0].steps[:-1]) if plan.routes else ()


def _is_measured(*roles: Role) -> bool:
    return all(role.onet_codes for role in roles)


def _is_close(role: Role, origin: Role, target: Role, counted: ContactWeights, distance: Distances | None) -> bool:
    # Of the work that one does oneself nobody needs to ask others.
    if not _is_measured(role, target) or same_role(role, origin):
        return False
    if distance is None:
        return same_role(role, target, level=RoleLevel.MINOR)
    return distance(role, target) <= counted.close


def _is_between(role: Role, origin: Role, target: Role, counted: ContactWeights, distance: Distances | None) -> bool:
    if distance is None or not _is_measured(role, origin, target) or same_role(role, origin):
        return False
    most = counted.between * distance(origin, target)
    return max(distance(origin, role), distance(role, target)) <= most


def _role_finding(
    role: Role, plan: SwitchPlan, stops: tuple[Position, ...], counted: ContactWeights, distance: Distances | None
) -> Finding | None:
    """Return the weightiest thing that the present role of a contact says; one of them only, as they overlap."""
    # Titles of occupations are plural, those of catalogues are not; behind a colon both can stand.
    origin, target = plan.switch.origin.role, plan.switch.target.role
    if same_role(role, target):
        return "target_role", f"works in the role you want: {target.title}"
    at = [index for index, stop in enumerate(stops) if same_role(role, stop.role) and not same_role(role, origin)]
    if at:
        name, words = ("later_step_role", "a later step") if at[0] else ("next_step_role", "the next step")
        return name, f"works in {words} of your easiest way: {stops[at[0]].role.title}"
    if _is_close(role, origin, target, counted, distance):
        return "near_target_role", f"works in a role close to the role you want: {role.title}"
    if _is_between(role, origin, target, counted, distance):
        return "between_roles", f"works in a role between yours and the role you want: {role.title}"
    if role.is_ai:
        return "ai_role", f"works in AI: {role.title}"
    return None


def _industry_finding(industry: Industry, plan: SwitchPlan, stops: tuple[Position, ...]) -> Finding | None:
    target = plan.switch.target.industry
    if target is not None and same_industry(industry, target):
        return "target_industry", f"works in {target.title}, the industry you want"
    for stop in stops:
        if stop.industry is not None and same_industry(industry, stop.industry):
            return "step_industry", f"works in {stop.industry.title}, a stop of your easiest way"
    return None


def _made_the_move(contact: Contact, plan: SwitchPlan) -> Finding | None:
    switch = plan.switch
    if contact.role is None or same_role(switch.origin.role, switch.target.role):
        return None
    if same_role(contact.role, switch.target.role) and any(same_role(role, switch.origin.role) for role in contact.past):
        return "made_this_move", f"has made this very move, from {switch.origin.role.title} to {switch.target.role.title}"
    return None


_TIES = {
    Tie.SAME_EMPLOYER: ("same_employer", "works for your present employer"),
    Tie.FORMER_COLLEAGUE: ("former_colleague", "is a former colleague of yours"),
    Tie.SAME_SCHOOL: ("same_school", "went to your school"),
}


def _findings(
    contact: Contact,
    plan: SwitchPlan,
    by_role: Callable[[Role], Finding | None],
    by_industry: Callable[[Industry], Finding | None],
) -> list[Finding]:
    about_work = [
        _made_the_move(contact, plan),
        by_role(contact.role) if contact.role is not None else None,
        by_industry(contact.industry) if contact.industry is not None else None,
    ]
    return [finding for finding in (*about_work, *(_TIES[tie] for tie in contact.ties)) if finding is not None]


def rank_contacts(
    contacts: Iterable[Contact],
    plan: SwitchPlan,
    /,
    *,
    limit: int | None = None,
    weights: ContactWeights | None = None,
    distance: Callable[[Role, Role], float] | None = None,
) -> tuple[RankedContact, ...]:
    """
    Say whom of the person's contacts to ask for an informational interview, and why.

    Counted are: the role and industry wanted, those of the next steps of the easiest way, having made this very move, and what
    the two share.  Nothing else about a contact is looked at.

    Args:
        contacts: People the person knows.
        plan: The plan.
        limit: How many at most; None for all.
        weights: What each reason counts; the defaults are assumptions.
        distance: How unlike two roles are, from 0 to 1, such as ``lambda a, b: taxonomy.role_distance(a, b).value``; without
            it, roles of one group of the SOC are close, which says less, and none lies between two others.

    Returns:
        The contacts, the highest score first, ties by line of the file, then title, then name.  Those for whom nothing speaks
        come last, with no reason.

    Raises:
        InvalidValueError: If a member is no `Contact`, *plan* is no `SwitchPlan` or *limit* is negative.

    Examples:
        >>> from aijobkit.testing import sample_plans
        >>> plan = sample_plans()[0]
        >>> colleague = Contact(name="A", role=plan.switch.target.role)
        >>> [ranked.contact.name for ranked in rank_contacts([Contact(name="B"), colleague], plan)]
        ['A', 'B']
    """
    if not isinstance(plan, SwitchPlan):
        raise InvalidValueError("plan", type(plan).__name__, "give a SwitchPlan, such as make_plan returns")
    if limit is not None and (not isinstance(limit, int) or limit < 0):
        raise InvalidValueError("limit", limit, "give a whole number of at least 0, or None")
    counted = weights if weights is not None else ContactWeights()
    stops = _stops(plan)
    # Thousands of contacts share few hundred roles.
    by_role = functools.cache(lambda role: _role_finding(role, plan, stops, counted, distance))
    by_industry = functools.cache(lambda industry: _industry_finding(industry, plan, stops))
    ranked = []
    for contact in _checks.tuple_of(contacts):
        if not isinstance(contact, Contact):
            raise InvalidValueError("contacts", type(contact).__name__, "every member must be a Contact")
        scored = [(getattr(counted, name), reason) for name, reason in _findings(contact, plan, by_role, by_industry)]
        scored = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
        total = sum(weight for weight, _ in scored)
        ranked.append(RankedContact(contact=contact, score=total, reasons=tuple(reason for _, reason in scored)))
    ranked.sort(key=lambda one: (-one.score, one.contact.line, one.contact.title, one.contact.name))
    return tuple(ranked[:limit])
