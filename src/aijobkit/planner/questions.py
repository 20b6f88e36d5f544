"""
The questions people ask besides the plan: which target is nearest, who gets there easily, what if I learn this, and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from aijobkit import _checks
from aijobkit.classify import classify
from aijobkit.errors import InvalidValueError
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.gaps import display_name
from aijobkit.people import Person, Position
from aijobkit.planner.making import assess, check_arguments
from aijobkit.planner.measuring import Ruler
from aijobkit.plans import Gap, GapReport, SwitchPlan
from aijobkit.providers._words import part as share_words
from aijobkit.roles import Role
from aijobkit.switches import Assumptions, Difficulty, Switch
from aijobkit.taxonomy import Taxonomy, load_taxonomy

__all__ = ["Comparison", "Explanation", "Feeder", "WhatIf", "compare", "explain", "feeders", "what_if"]


@attrs.frozen(kw_only=True)
class Comparison:
    """
    One of several targets, measured for one person.

    Args:
        target: The target.
        switch: What kind of move it is.
        difficulty: How hard it is.
        gaps: What is missing.
        pay: Yearly median pay at the target in US dollars, or None where not known.
        pay_evidence: Where the pay comes from, or None.
    """

    target: Position
    switch: Switch
    difficulty: Difficulty
    gaps: GapReport
    pay: float | None = None
    pay_evidence: Evidence | None = None


def compare(
    person: Person,
    targets: Iterable[Position],
    /,
    *,
    taxonomy: Taxonomy | None = None,
    assumptions: Assumptions | None = None,
) -> tuple[Comparison, ...]:
    """
    Measure several targets for one person.

    Args:
        person: Who moves.
        targets: Where to.
        taxonomy: The data; the embedded ones by default.
        assumptions: Weights and thresholds; the defaults if None.

    Returns:
        One comparison per target, the easiest first, ties by role code.

    Raises:
        InvalidValueError: If an argument is not of its type.

    Examples:
        >>> taxonomy = load_taxonomy()
        >>> analyst = Person(position=Position(role=taxonomy.role("statistician")))
        >>> wanted = [Position(role=taxonomy.role(title)) for title in ("AI ethicist", "data scientist")]
        >>> [found.target.role.title for found in compare(analyst, wanted, taxonomy=taxonomy)]
        ['Data Scientist', 'AI Ethicist']
    """
    wanted = _checks.tuple_of(targets)
    check_arguments(person, *wanted, taxonomy=taxonomy, assumptions=assumptions)
    data = taxonomy or load_taxonomy()
    ruler = Ruler(data, person, assumptions or Assumptions())
    found = []
    for target in wanted:
        switch, difficulty = assess(person, target, taxonomy=data, assumptions=ruler.assumptions)
        pay = ruler.pay(switch.target)
        found.append(
            Comparison(
                target=switch.target,
                switch=switch,
                difficulty=difficulty,
                gaps=ruler.gaps(switch.origin.role, switch.target.role),
                pay=pay and pay[0],
                pay_evidence=pay and pay[1],
            )
        )
    return tuple(sorted(found, key=lambda one: (one.difficulty.value, one.target.role.code)))


@attrs.frozen(kw_only=True)
class Feeder:
    """
    A role from which the target is near by the figures.

    Args:
        role: The role.
        difficulty: How hard the switch is for somebody typical of it, who has no skills beyond what the data say of the role.
    """

    role: Role
    difficulty: Difficulty


def feeders(
    target: Role,
    /,
    *,
    limit: int = 10,
    taxonomy: Taxonomy | None = None,
    assumptions: Assumptions | None = None,
) -> tuple[Feeder, ...]:
    """
    Find from where a role is nearest by the figures: the roles with the smallest difficulty towards it.

    Nearest need not be near: the band of each says how hard the move is.

    Args:
        target: The role wanted.
        limit: How many at most.
        taxonomy: The data; the embedded ones by default.
        assumptions: Weights and thresholds; the defaults if None.

    Returns:
        Roles, the easiest first, ties by code.  Left out are ways of life, the target itself, roles without ratings, and
        roles from which it would be a move down: clearly more preparation or pay, or management on the way to a role
        without it.

    Raises:
        InvalidValueError: If *target* is no `Role` or *limit* is below 1.

    Examples:
        >>> taxonomy = load_taxonomy()
        >>> len(feeders(taxonomy.role("prompt engineer"), limit=3, taxonomy=taxonomy))
        3
    """
    if not isinstance(target, Role):
        raise InvalidValueError("target", type(target).__name__, "give a Role")
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        raise InvalidValueError("limit", limit, "give a whole number of at least 1")
    _checks.require("taxonomy", taxonomy, Taxonomy, type(None))
    _checks.require("assumptions", assumptions, Assumptions, type(None))
    data = taxonomy or load_taxonomy()
    chosen = assumptions or Assumptions()
    there = Position(role=target)
    nobody = Ruler(data, Person(position=there), chosen)
    listable = {role.code for role in data.measures.listable}
    distances = zip(nobody.roles, nobody.row(target), strict=True)
    # Difficulty grows with distance, and barriers only add to it: far roles cannot overtake near ones by much.
    near = sorted((value, role.code, role) for role, value in distances if role.code in listable and role.code != target.code)
    found: list[Feeder] = []
    for tried, (_, _, role) in enumerate(sorted(near, key=lambda entry: entry[:2])):
        if tried >= 5 * limit + 20 and len(found) >= limit:
            break
        origin = Position(role=role)
        switch = classify(origin, there)
        if switch.kind.value == "none" or _is_above(nobody, role, target):
            continue
        difficulty = Ruler(data, Person(position=origin), chosen, nobody.shared).difficulty(origin, there, switch=switch)
        found.append(Feeder(role=role, difficulty=difficulty))
    found.sort(key=lambda feeder: (feeder.difficulty.value, feeder.role.code))
    return tuple(found[:limit])


def _is_above(ruler: Ruler, role: Role, target: Role) -> bool:
    """Say whether nobody typical of *role* would move to *target*, or whether there are no ratings to say so."""
    here, there, chosen = ruler.profile(role), ruler.profile(target), ruler.assumptions
    if not here.skills:
        return True
    if here.job_zone is not None and there.job_zone is not None and here.job_zone > there.job_zone + chosen.stone_zone_rise:
        return True
    manages = [any(code.startswith("11-") for code in one.onet_codes) for one in (role, target)]
    if manages[0] and not manages[1]:
        return True
    pay = [ruler.pay(Position(role=one)) for one in (role, target)]
    return pay[0] is not None and pay[1] is not None and pay[1][0] < pay[0][0] * (1.0 - chosen.pay_drop)


@attrs.frozen(kw_only=True)
class WhatIf:
    """
    What learning something would change.

    Args:
        learned: The skills tried, in the person's words.
        before: Difficulty now.
        after: Difficulty with them; never larger.
        closed: Names of gaps that they close, in the order of the gap report.
        gaps: What would still be missing.
    """

    learned: tuple[str, ...]
    before: Difficulty
    after: Difficulty
    closed: tuple[str, ...]
    gaps: GapReport


def what_if(
    person: Person,
    target: Position,
    /,
    *,
    skills: Iterable[str],
    taxonomy: Taxonomy | None = None,
    assumptions: Assumptions | None = None,
) -> WhatIf:
    """
    Say what learning some skills would change about a move.

    Args:
        person: Who moves.
        target: Where to.
        skills: What they would learn.
        taxonomy: The data; the embedded ones by default.
        assumptions: Weights and thresholds; the defaults if None.

    Raises:
        InvalidValueError: If an argument is not of its type.

    Examples:
        >>> taxonomy = load_taxonomy()
        >>> nurse = Person(position=Position(role=taxonomy.role("nurse")))
        >>> answer = what_if(nurse, Position(role=taxonomy.role("data scientist")), skills=["Python"], taxonomy=taxonomy)
        >>> answer.closed, answer.after.value < answer.before.value
        (('Python', 'Programming'), True)
    """
    check_arguments(person, target, taxonomy=taxonomy, assumptions=assumptions)
    data = taxonomy or load_taxonomy()
    chosen = assumptions or Assumptions()
    learned = _checks.strings(skills)
    later = person.with_skills(*learned)
    switch, before = assess(person, target, taxonomy=data, assumptions=chosen)
    _, after = assess(later, target, taxonomy=data, assumptions=chosen)
    reports = [Ruler(data, one, chosen).gaps(switch.origin.role, switch.target.role) for one in (person, later)]
    still = {(gap.name, gap.domain) for gap in reports[1].gaps}
    return WhatIf(
        learned=learned,
        before=before,
        after=after,
        closed=tuple(gap.name for gap in reports[0].gaps if (gap.name, gap.domain) not in still),
        gaps=reports[1],
    )


@attrs.frozen(kw_only=True)
class Explanation:
    """
    One number of a plan, down to its source.

    Args:
        what: What the number is about, such as ``difficulty: role distance``.
        value: The number as text, with its unit where it has one.
        evidence: What it stands on.
    """

    what: str
    value: str
    evidence: Evidence


def _explain_difficulty(difficulty: Difficulty) -> Iterator[Explanation]:
    formula = Evidence(
        kind=EvidenceKind.DERIVED,
        source="aijobkit.difficulty",
        detail="1 minus the product of (1 - weight times value) over the parts below",
    )
    yield Explanation(what="difficulty", value=f"{difficulty.value:.2f} ({difficulty.band.value})", evidence=formula)
    for part in difficulty.parts:
        yield Explanation(
            what=f"difficulty: {part.name}", value=f"{part.value:.2f}, weight {part.weight:.2f}", evidence=part.evidence
        )
    if difficulty.percentile is not None:
        yield Explanation(
            what="difficulty: compared with other targets",
            value=f"{share_words(difficulty.percentile)} of all other roles would be an easier change",
            evidence=Evidence(
                kind=EvidenceKind.DERIVED,
                source="aijobkit.planner",
                detail="share of roles that are easier by distance, preparation, schooling and licence, skills left out",
            ),
        )


def _explain_routes(plan: SwitchPlan) -> Iterator[Explanation]:
    fold = Evidence(
        kind=EvidenceKind.DERIVED,
        source="aijobkit.routes.route_total",
        detail="fold of the costs of the steps under the assumptions",
    )
    for route in plan.routes:
        yield Explanation(what=f"route: {route.title}", value=f"{route.total:.2f}", evidence=fold)
        for number, step in enumerate(route.steps, start=1):
            name = f"route: {route.title}, step {number} to {step.target.role.title}"
            for part in step.parts:
                yield Explanation(
                    what=f"{name}: {part.name}", value=f"{part.value:.2f}, weight {part.weight:.2f}", evidence=part.evidence
                )
            for evidence in step.evidence:
                is_counsel = evidence.kind is EvidenceKind.ASSUMPTION or step.pay is None
                value = "counsel" if is_counsel else _yearly(step.pay or 0.0, evidence)
                yield Explanation(what=f"{name}: {'pay' if value[0] == '$' else 'reason'}", value=value, evidence=evidence)


def _yearly(pay: float, evidence: Evidence) -> str:
    return f"${pay:,.0f} {'or more ' if evidence.is_floor else ''}a year"


def _gap_value(gap: Gap) -> str:
    """Return what is known of a gap: how important, which level is asked for and which one is there."""
    if gap.importance is None:
        return "asked for"
    now = "" if gap.present_level is None else f", {gap.present_level:.2f} now"
    return f"importance {gap.importance:.2f} of 5, level {gap.needed_level or 0:.2f} of 7{now}"


def explain(plan: SwitchPlan, /) -> tuple[Explanation, ...]:
    """
    Trace every number of a plan down to its source.

    Args:
        plan: What `make_plan` gave.

    Returns:
        Difficulty, present pay, gaps, strengths, routes, then assumptions, each in the order of the plan.

    Raises:
        InvalidValueError: If *plan* is no `SwitchPlan`.

    Examples:
        >>> from aijobkit.planner import make_plan
        >>> taxonomy = load_taxonomy()
        >>> nurse = Person(position=Position(role=taxonomy.role("nurse")))
        >>> rows = explain(make_plan(nurse, Position(role=taxonomy.role("data scientist"))))
        >>> rows[0].what, all(row.evidence.source for row in rows)
        ('difficulty', True)
    """
    if not isinstance(plan, SwitchPlan):
        raise InvalidValueError("plan", type(plan).__name__, "give a SwitchPlan")
    rows = list(_explain_difficulty(plan.difficulty))
    if plan.present_pay is not None and plan.present_pay_evidence is not None:
        pay = _yearly(plan.present_pay, plan.present_pay_evidence)
        rows.append(Explanation(what="pay in the present role", value=pay, evidence=plan.present_pay_evidence))
    for gap in plan.gaps.gaps:
        names = " or ".join(display_name(name) for name in (gap.name, *gap.alternatives))
        rows.append(Explanation(what=f"gap: {names} ({gap.domain.value})", value=_gap_value(gap), evidence=gap.evidence))
    for strength in plan.strengths.strengths:
        shown = f"{strength.distinctiveness:+.1f} standard scores"
        rows.append(
            Explanation(what=f"strength: {strength.name} ({strength.domain.value})", value=shown, evidence=strength.evidence)
        )
    rows.extend(_explain_routes(plan))
    for row in plan.difficulty.assumptions.table():
        ground = Evidence(kind=row.kind, source=row.source, detail=row.meaning)
        rows.append(Explanation(what=f"assumption: {row.name}", value=f"{row.value:g}", evidence=ground))
    return tuple(rows)
