"""
`make_plan`: the main job, from a person and a target to one `SwitchPlan`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from aijobkit import _checks
from aijobkit._version import __version__
from aijobkit.advice import AdviceFailure
from aijobkit.classify import classify
from aijobkit.difficulty import difficulty_stability
from aijobkit.evidence import Provenance
from aijobkit.industries import Industry
from aijobkit.people import Employer, EmployerKind, Person, Position
from aijobkit.planner.equipping import equip_taxonomy
from aijobkit.planner.measuring import Ruler
from aijobkit.planner.moves import without_startup
from aijobkit.planner.turning import ranks_of
from aijobkit.plans import Route, Step, StepWeight, SwitchPlan, Toolkit
from aijobkit.roles import Role
from aijobkit.routes import choose_stones, is_descent, plan_routes
from aijobkit.switches import Assumptions, Difficulty, Switch, SwitchKind
from aijobkit.taxonomy import Taxonomy, load_taxonomy

if TYPE_CHECKING:
    from aijobkit.plugins import PluginManager

__all__ = ["assess", "make_plan", "provenance_of"]

#: How many roles near both ends are looked at as stepping stones; more would only cost time, the far ones never win.
_NEAREST_ROLES = 40
#: How many of them are tried as routes; some are dropped there, as not easier or not found in the industry.
_STONES = 6
#: How many industries between two ends are tried where only the industry changes.
_NEAREST_INDUSTRIES = 3
#: Digits of a NAICS industry group.  Staffing and jobs are counted by sector: of a single trade finer than a group, such as
#: veterinary services among all professional services, they say too little to send anybody through it.
_GROUP_DIGITS = 4
#: Tools of the roles along this many of the best routes are handed to advice providers, with so many names each.
_ROUTES_WITH_TOOLS = 3
_TOOLS_NAMED = 20


def provenance_of(taxonomy: Taxonomy, plugins: tuple[str, ...] = ()) -> Provenance:
    """Return what is needed to compute a result of *taxonomy* again."""
    return Provenance(library=__version__, data=taxonomy.sources, taxonomy_digest=taxonomy.digest, plugins=plugins)


def assess(
    person: Person,
    target: Position,
    /,
    *,
    taxonomy: Taxonomy | None = None,
    assumptions: Assumptions | None = None,
) -> tuple[Switch, Difficulty]:
    """
    Return the kind and the difficulty of one move, without routes and advice; what ``aijobkit classify`` shows.

    Percentile and stability need many more figures and are left to `make_plan`.

    Args:
        person: Who moves.
        target: Where to; without an industry it keeps the person's.
        taxonomy: The data; the embedded ones by default.
        assumptions: Weights and thresholds; the defaults if None.

    Raises:
        InvalidValueError: If an argument is not of its type.

    Examples:
        >>> taxonomy = load_taxonomy()
        >>> nurse = Person(position=Position(role=taxonomy.role("nurse"), industry=taxonomy.industry("hospital")))
        >>> assess(nurse, nurse.position)[1].value
        0.0
    """
    check_arguments(person, target, taxonomy=taxonomy, assumptions=assumptions)
    target, _ = without_startup(person.position, target)
    ruler = Ruler(taxonomy or load_taxonomy(), person, assumptions or Assumptions())
    switch = classify(person.position, target, past=person.past)
    return switch, _measured(ruler, switch)


def check_arguments(person: object, *targets: object, taxonomy: object = None, assumptions: object = None) -> None:
    """Refuse, by name, arguments of a question about a move that are not of their type."""
    _checks.require("person", person, Person)
    for target in targets:
        _checks.require("target", target, Position)
    _checks.require("taxonomy", taxonomy, Taxonomy, type(None))
    _checks.require("assumptions", assumptions, Assumptions, type(None))


def _employer_kind(target: Position) -> EmployerKind | None:
    return target.employer.kind if target.employer is not None else None


def _measured(ruler: Ruler, switch: Switch) -> Difficulty:
    return ruler.difficulty(switch.origin, switch.target, _employer_kind(switch.target), switch=switch)


def _stones(ruler: Ruler, switch: Switch) -> tuple[Role, ...]:
    """Return stepping stones, chosen among the roles that are near to both ends."""
    if switch.kind not in (SwitchKind.ROLE, SwitchKind.BOTH):
        return ()
    origin, target = switch.origin.role, switch.target.role
    start, distance = ruler.nearest(origin, target)
    behind, ahead = ruler.row_from(origin, target), ruler.row(target)
    background = ruler.experience(origin, target)
    is_known = bool(background.skills)  # a way of life is as far from every role as from any other
    leap = distance.value
    if origin.is_life_role and start.has_employer:
        background = attrs.evolve(background, role=start)  # who has worked before does not start anew
    held = {role.key() for role in ruler.held(origin)}
    near = sorted(
        (
            (one**2 + other**2, role.code, role, one, other)
            for role, one, other in zip(ruler.roles, behind, ahead, strict=True)
            if other < leap and (one < leap or not is_known) and not role.is_life_role and role.key() not in held
        ),
        key=lambda entry: entry[:2],
    )
    places = [position.industry for position in (switch.origin, switch.target) if position.industry is not None]
    return choose_stones(
        background,
        ruler.profile(target),
        [
            (ruler.profile(role), one, other)
            for _, _, role, one, other in near[:_NEAREST_ROLES]
            # A role that is known to be in neither place would only take the place of one that can be passed.
            if not places or any(ruler.exists(Position(role=role, industry=place)) for place in places)
        ],
        leap=leap,
        assumptions=ruler.assumptions,
        limit=_STONES,
    )


def _stone_industries(ruler: Ruler, switch: Switch) -> tuple[Industry, ...]:
    """Return industries that are nearer to both ends than the ends are to each other, where only the industry changes."""
    if switch.kind is not SwitchKind.INDUSTRY:
        return ()
    leap = ruler.industry_distance(switch.origin, switch.target).value
    found = []
    for family in ruler.taxonomy.families:
        if len(family.naics_codes) == 1 and len(family.naics_codes[0]) > _GROUP_DIGITS:
            continue
        between = Industry(code=family.naics_codes[0], title=family.title, family=family, naics_codes=family.naics_codes)
        stop = Position(role=switch.origin.role, industry=between)
        behind = ruler.industry_distance(switch.origin, stop).value
        ahead = ruler.industry_distance(stop, switch.target).value
        if 0.0 < behind < leap and 0.0 < ahead < leap:
            found.append((behind + ahead, family.code, between))
    return tuple(industry for _, _, industry in sorted(found, key=lambda entry: entry[:2])[:_NEAREST_INDUSTRIES])


def _toolkits(ruler: Ruler, switch: Switch, routes: tuple[Route, ...]) -> tuple[Toolkit, ...]:
    along = [step.target.role for route in routes[:_ROUTES_WITH_TOOLS] for step in route.steps]
    roles = _checks.unique_by((switch.origin.role, switch.target.role, *along), lambda role: role.code)
    profiles = [ruler.profile(role) for role in roles]
    return tuple(
        Toolkit(
            role=profile.role,
            technologies=tuple(technology.name for technology in profile.technologies[:_TOOLS_NAMED]),
            topics=profile.topics,
            job_zone=profile.job_zone,
            education=profile.education,
        )
        for profile in profiles
    )


def make_plan(
    person: Person,
    target: Position,
    /,
    *,
    taxonomy: Taxonomy | None = None,
    employer: EmployerKind | None = None,
    assumptions: Assumptions | None = None,
    manager: PluginManager | None = None,
    notes: tuple[str, ...] = (),
) -> SwitchPlan:
    """
    Make the plan for one person's move to one target: the kind of move, its difficulty, gaps, strengths, routes and advice.

    Args:
        person: Who moves.
        target: Where to; without an industry it keeps the person's.
        taxonomy: The data; the embedded ones, with the roles that plugins bring, by default.
        employer: The kind of employer wanted; by default that of *target*, if it says.
        assumptions: Weights and thresholds; the defaults if None.
        manager: The plugins to ask; the built-in providers and all installed plugins by default.
        notes: Remarks to carry along, such as how the words of the person were read.

    Returns:
        The plan.  Equal arguments on equal data give equal plans, whatever the order of the plugins.

    Raises:
        InvalidValueError: If an argument is not of its type.
        TaxonomyDataError: If the data cannot be read.
        PluginError: Only if *manager* is strict and a plugin failed.

    Examples:
        >>> taxonomy = load_taxonomy()
        >>> physicist = Person(position=Position(role=taxonomy.role("physicist"), industry=taxonomy.industry("research lab")))
        >>> target = Position(role=taxonomy.role("machine learning engineer"), industry=taxonomy.industry("software"))
        >>> plan = make_plan(physicist, target)
        >>> plan.switch.kind.value, sum(route.is_direct for route in plan.routes)
        ('both', 1)
    """
    check_arguments(person, target, taxonomy=taxonomy, assumptions=assumptions)
    from aijobkit.plugins import PluginManager, default_manager, gather_advice, weigh_step

    _checks.require("manager", manager, PluginManager, type(None))
    _checks.require("employer", employer, EmployerKind, type(None))
    asked = default_manager() if manager is None else manager
    failures: list[AdviceFailure] = []
    if taxonomy is None:
        equipped = equip_taxonomy(load_taxonomy(), manager=asked)
        taxonomy = equipped.taxonomy
        failures.extend(equipped.failures)
    if employer is not None:
        target = attrs.evolve(target, employer=attrs.evolve(target.employer or Employer(), kind=employer))
    target, doubts = without_startup(person.position, target)

    def weigh(step: Step) -> tuple[StepWeight, ...]:
        report = weigh_step(step, person, manager=asked)
        failures.extend(report.failures)
        return report.weights

    ruler = Ruler(taxonomy, person, assumptions or Assumptions())
    switch = classify(person.position, target, past=person.past)
    gaps = ruler.gaps(switch.origin.role, switch.target.role)
    routes = plan_routes(
        person,
        switch,
        measure=ruler.difficulty,
        stones=_stones(ruler, switch),
        stone_industries=_stone_industries(ruler, switch),
        exists=ruler.exists,
        is_common=ruler.is_common,
        pay=ruler.pay,
        weigh=weigh if asked.implements("aijobkit_weigh_step") else None,
        gaps=gaps,
        assumptions=ruler.assumptions,
        asks_for_less=switch.kind in (SwitchKind.ROLE, SwitchKind.BOTH)
        and is_descent(
            ruler.experience(switch.origin.role, switch.target.role),
            ruler.profile(switch.target.role),
            assumptions=ruler.assumptions,
        ),
    )
    ranks = ranks_of(routes, ruler, switch)
    stability = difficulty_stability(
        lambda chosen: _measured(ruler.under(chosen), switch),
        ruler.assumptions,
        order=(lambda chosen: [title for *_, title in ranks(chosen)]) if routes else None,
    )
    present_pay = ruler.pay(switch.origin)
    plan = SwitchPlan(
        person=person,
        target=switch.target,
        switch=switch,
        difficulty=attrs.evolve(_measured(ruler, switch), percentile=ruler.percentile(switch), stability=stability),
        gaps=gaps,
        strengths=ruler.strengths(switch.origin.role, switch.target.role),
        routes=routes,
        present_pay=None if present_pay is None else present_pay[0],
        present_pay_evidence=None if present_pay is None else present_pay[1],
        toolkits=_toolkits(ruler, switch, routes),
        notes=(*notes, *doubts),
        provenance=provenance_of(taxonomy, asked.asked),
    )
    report = gather_advice(person, plan, manager=asked)
    return attrs.evolve(
        plan,
        advice=report.advice,
        failures=tuple(
            sorted(
                _checks.unique_by((*failures, *report.failures), lambda failure: failure),
                key=lambda failure: (failure.provider, failure.hook, failure.error),
            )
        ),
    )
