"""
Ways: the routes of one move, one axis per step, beside the direct leap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from aijobkit import _checks
from aijobkit.difficulty import INDUSTRY_PARTS, SKILL_GAP, fold_parts, industry_share, role_share
from aijobkit.errors import InvalidValueError
from aijobkit.industries import Industry, same_industry
from aijobkit.people import Employer, EmployerKind, Person, Position
from aijobkit.plans import GapReport, Route, Step
from aijobkit.roles import Role
from aijobkit.routes.first_action import first_action
from aijobkit.routes.occurrence import (
    Exists,
    has_new_jobs,
    has_startups,
    is_craft,
    is_founder,
    is_in_service,
    is_military,
    told_apart,
)
from aijobkit.routes.steps import Measure, Pay, StepMaker, Weigh, rank, route_total
from aijobkit.switches import Assumptions, Axis, Difficulty, Switch, SwitchKind

__all__ = ["plan_routes"]

_Node = tuple[Role, "Industry | None"]

_LEAST_STONES = 2  # a choice of one stepping stone is no choice


def _stays(one: Industry | None, other: Industry | None) -> bool:
    """Say whether one may be at the same employer in both."""
    return one is other if one is None or other is None else same_industry(one, other)


@attrs.frozen(kw_only=True)
class _Way:
    """One way as the nodes to pass, before employers are chosen."""

    title: str
    nodes: tuple[_Node, ...]
    reason: str


@attrs.define
class _Planner:
    """Everything that the ways of one move share."""

    person: Person
    switch: Switch
    maker: StepMaker
    exists: Exists | None
    is_common: Exists | None
    gaps: GapReport | None
    assumptions: Assumptions
    asks_for_less: bool

    @property
    def wanted_employer(self) -> EmployerKind | None:
        """Return the kind of employer wanted at the end, if it was said and somebody can be hired there."""
        if is_founder(self.switch.target.role):
            return None
        employer = self.switch.target.employer
        return None if employer is None else employer.kind

    @property
    def goal(self) -> _Node:
        return (self.switch.target.role, self.switch.target.industry)

    def has_employer(self) -> bool:
        """Say whether there is somebody who could give another job inside."""
        return self.switch.origin.role.has_employer and not self.switch.origin.is_alone

    def past_roles(self) -> tuple[Role, ...]:
        return tuple(position.role for position in self.person.past)

    def has_worked(self) -> bool:
        """Say whether there is work to speak of, if only the last: a student or somebody on a break may name a past one."""
        role = self.switch.origin.role
        return role.has_employer or not role.is_life_role or any(past.has_employer for past in self.past_roles())

    def has_figures(self) -> bool:
        """Say whether the origin can be compared: a way of life where it is described work, or where other work came before."""
        role = self.switch.origin.role
        is_known = not role.is_life_role or (role.has_employer and bool(role.onet_codes))
        return is_known or any(not past.is_life_role for past in self.past_roles())

    def found(self, role: Role, industry: Industry | None) -> bool | None:
        """Say whether a role occurs in the sector of an industry; None where that is not known."""
        return None if self.exists is None or industry is None else self.exists(Position(role=role, industry=industry))

    def may_change_inside(self, here: Role, role: Role, industry: Industry | None) -> bool:
        """
        Say whether an employer in *industry* may give somebody the job of *role* without a search.

        Not where such jobs are rare, not in military service, not the work of a founder, and in public administration,
        schools and hospitals only what is common there: a role of the catalogue is a new kind of job that the usual school does
        not have.
        """
        if is_in_service(here) or is_in_service(role) or is_military(industry) or is_founder(role):
            return False
        if self.found(role, industry) is False:
            return False
        if self.is_common is None or industry is None or has_new_jobs(industry) or ":" not in role.code:
            return True
        return self.is_common(Position(role=role, industry=industry)) is True

    def measured(self, origin: Position, target: Position) -> Difficulty:
        return self.maker.measure(origin, target, None, False)  # noqa: FBT003

    def at(self, role: Role, industry: Industry | None) -> Position:
        """Return a position on the way, the origin or the target themselves where they are meant."""
        origin, target = self.switch.origin, self.switch.target
        if (role, industry) == (origin.role, origin.industry):
            return origin
        return target if (role, industry) == self.goal else Position(role=role, industry=industry)

    def _employers(
        self, here: Position, node: _Node, /, *, is_last: bool, has_employer: bool
    ) -> list[tuple[EmployerKind | None, bool]]:
        """Return the kinds of employer to try for one step, as ``(kind, same employer)``."""
        role, industry = node
        if role == here.role:
            return [(self.wanted_employer, False)]  # what kind of employer it is changes nothing about a change of industry
        present = None if here.employer is None else here.employer.kind
        fits_the_end = not is_last or self.wanted_employer is None or present in (None, self.wanted_employer)
        kind = self.wanted_employer if is_last else None
        if kind is None and has_startups(industry) and not is_founder(role):
            kind = EmployerKind.STARTUP
        may_stay = has_employer and fits_the_end and _stays(here.industry, industry)
        if may_stay and self.may_change_inside(here.role, role, industry):
            return [(present, True), (kind, False)]
        return [(kind, False)]

    def _chains(self, here: Position, nodes: Sequence[_Node], /, *, has_employer: bool) -> Iterator[tuple[Step, ...]]:
        """Yield every chain of steps through *nodes*, one for each choice of employers."""
        (role, industry), rest = nodes[0], nodes[1:]
        for kind, same_employer in self._employers(here, nodes[0], is_last=not rest, has_employer=has_employer):
            if rest:
                employer = here.employer if same_employer else None if kind is None else Employer(kind=kind)
                there = Position(role=role, industry=industry, employer=employer)
            else:
                there = self.switch.target
            step = self.maker.step(here, there, kind, same_employer=same_employer)
            if step.kind not in (SwitchKind.ROLE, SwitchKind.INDUSTRY):
                continue
            if step.kind is SwitchKind.INDUSTRY and here.role.is_life_role:
                continue  # nobody goes on as a doctoral student, or as an apprentice, in another industry
            if not rest:
                yield (step,)
                continue
            for tail in self._chains(there, rest, has_employer=True):
                yield (step, *tail)

    def route(self, title: str, steps: tuple[Step, ...], reason: str, /, *, is_direct: bool = False) -> Route:
        return Route(
            title=title,
            steps=steps,
            total=route_total(steps, assumptions=self.assumptions),
            is_direct=is_direct,
            first_action=first_action(self.person, self.switch, steps[0], self.gaps),
            reason=reason,
        )

    def walk(self, way: _Way) -> Route | None:
        """Return the cheapest route of one way, or None where it does not change one axis per step."""
        chains = list(self._chains(self.switch.origin, way.nodes, has_employer=self.has_employer()))
        if not chains:
            return None
        best = min(chains, key=lambda steps: route_total(steps, assumptions=self.assumptions))
        return self.route(way.title, best, way.reason)

    def leap(self) -> Route:
        switch = self.switch
        step = self.maker.step(switch.origin, switch.target, self.wanted_employer)
        # The verdict may have been given at another granularity than the step maker's.
        step = attrs.evolve(step, kind=switch.kind)
        what = "both axes at once" if switch.kind is SwitchKind.BOTH else "in one step"
        there = switch.target.industry
        goal = there.title if switch.kind is SwitchKind.INDUSTRY and there is not None else switch.target.role.title
        door = "" if self.has_worked() else " An internship or a junior post in that very role is a way in (counsel)."
        less = (
            " It asks for less preparation than you have, so no other role was tried on the way." if self.asks_for_less else ""
        )
        # Nothing is added to its cost: the target is what was asked for, and what is rare may be had.
        rare = "" if switch.kind is SwitchKind.INDUSTRY else self._caution(switch.target)
        return self.route("Direct leap", (step,), f"Straight to {goal}, {what}.{door}{less}{rare}", is_direct=True)

    def single_steps(self) -> Iterator[Route]:
        """Yield a change of role in one step inside the present employer, and at a startup unless another is wanted."""
        switch, maker = self.switch, self.maker
        is_inside = self.has_employer() and switch.industry_axis is Axis.SAME
        if is_inside and self.may_change_inside(switch.origin.role, *self.goal):
            kind = None if switch.origin.employer is None else switch.origin.employer.kind
            step = maker.step(switch.origin, switch.target, kind, same_employer=True)
            yield self.route(
                "Inside the present employer",
                (step,),
                f"Your work is known there, and nothing but the role changes: from {switch.origin.role.title} to "
                f"{switch.target.role.title}. Whether the employer has such a job at all is the first thing to find out.",
            )
        if self.wanted_employer is None and has_startups(switch.target.industry) and not is_founder(switch.target.role):
            step = maker.step(switch.origin, switch.target, EmployerKind.STARTUP)
            yield self.route(
                "At a startup",
                (step,),
                f"A small team has more work than people, so the step from {switch.origin.role.title} to "
                f"{switch.target.role.title} is smaller there. That is counsel, not a measurement.",
            )

    def _caution(self, position: Position) -> str:
        if self.exists is None or position.industry is None:
            return ""
        found = self.exists(position)
        if found is None:
            return (
                f" The employment figures, which count sectors, do not tell whether there are jobs as {position.role.title} in "
                f"{position.industry.title}: find that out first."
            )
        if found:
            return ""
        return (
            f" The employment figures show hardly any jobs as {position.role.title} in the sector of "
            f"{position.industry.title}: expect to look for a role near to it."
        )

    def _doubt(self, role: Role, industry: Industry | None) -> str:
        # The figures count sectors, not employers.
        if not self.has_employer() or is_founder(role):
            return ""
        who = "your employer" if self.may_change_inside(self.switch.origin.role, role, industry) else "any employer there"
        return f" Whether {who} has such a job at all is the first thing to find out."

    def orders(self) -> Iterator[_Way]:
        """Yield the two orders of changing one axis at a time."""
        origin, target = self.switch.origin, self.switch.target
        yield _Way(
            title="Role first, then industry",
            nodes=((target.role, origin.industry), self.goal),
            reason=f"Change to {target.role.title} where you know the trade, then take the new role to the other industry."
            + (self._caution(self.at(target.role, origin.industry)) or self._doubt(target.role, origin.industry)),
        )
        yield _Way(
            title="Industry first, then role",
            nodes=((origin.role, target.industry), self.goal),
            reason=f"Move with what you can do already ({origin.role.title}), and change the role from inside the new industry."
            + self._caution(self.at(origin.role, target.industry)),
        )

    def _is_easier(self, stone: Role, leap: Difficulty, /, *, at_all: bool) -> bool:
        """
        Say whether both halves of the way over *stone* are easier than the leap, and none needs a new licence.

        Clearly easier in the role alone, or, where *at_all* is enough, easier as a whole.
        """
        start = self.switch.origin
        middle, end = (attrs.evolve(start, role=role) for role in (stone, self.switch.target.role))
        halves = (self.measured(start, middle), self.measured(middle, end))
        if any(part.name == "licence" and part.value > 0 for part in halves[0].parts):
            return False
        first, second = (role_share(half) for half in halves)
        bound = leap.value if at_all else role_share(leap) * (1.0 - self.assumptions.stone_margin)
        # A way of life has no figures: entering the stone can only be found not harder than the leap.
        is_first_easier = first < bound if self.has_figures() else _without_gap(halves[0]) <= _without_gap(leap)
        return is_first_easier and second < bound

    def _paths(self, stone: Role) -> list[tuple[_Node, ...]]:
        """Return the orders in which *stone* can be passed."""
        before, after = self.switch.origin.industry, self.switch.target.industry
        if self.switch.kind is SwitchKind.ROLE:
            return [((stone, after), self.goal)]
        target, origin = self.switch.target.role, self.switch.origin.role
        paths: list[tuple[_Node, ...]] = [
            ((stone, before), (stone, after), self.goal),
            ((stone, before), (target, before), self.goal),
        ]
        if not origin.is_life_role:
            paths.append(((origin, after), (stone, after), self.goal))
        return paths

    def _is_open(self, stop: Position) -> bool:
        """Say whether a way over a stone may pass a stop: not a rare one, nor the present role where that is not known."""
        found = self.found(stop.role, stop.industry)
        is_unsure = found is None and self.exists is not None and stop.industry is not None
        return found is not False and not (is_unsure and stop.role == self.switch.origin.role)

    def _is_worth_passing(self, stop: Position) -> bool:
        """Say whether a stone is known to occur in the sector of a stop, and is not paid clearly below both ends."""
        if self.exists is not None and stop.industry is not None and self.exists(stop) is not True:
            return False
        if self._is_too_new(stop):
            return False
        pay = self.maker.pay
        found = None if pay is None else [pay(position) for position in (stop, self.switch.origin, self.switch.target)]
        if found is None or None in found:
            return True
        there, *ends = (known[0] for known in found if known is not None)
        return there >= min(ends) * (1.0 - self.assumptions.pay_drop)

    def _is_too_new(self, stop: Position) -> bool:
        """
        Say whether a stop is a new kind of job where nobody would find one: what is not common in a public institution.

        Neither is it found where somebody with a craft works now: a haulier has drivers and an office, and no AI specialists.
        """
        if self.is_common is None or stop.industry is None or not stop.role.is_blend:
            return False
        is_present = stop.industry == self.switch.origin.industry and is_craft(self.switch.origin.role)
        return (is_present or not has_new_jobs(stop.industry)) and self.is_common(stop) is not True

    def over_stones(self, stones: Iterable[Role], leap: Difficulty, /, *, at_all: bool = False) -> Iterator[Route]:
        """Yield the best route over each stepping stone."""
        # Nobody goes by way of work that they have done already.
        done = {role.key() for role in (self.switch.origin.role, self.switch.target.role, *self.past_roles())}
        for stone in _checks.unique_by(stones, lambda role: role.key()):
            if stone.is_life_role or stone.key() in done or not self._is_easier(stone, leap, at_all=at_all):
                continue
            between = f"that of {self.switch.origin.role.title} and that of {self.switch.target.role.title}"
            reason = f"The work of {stone.title} lies between {between}"
            reason += ", and is itself a job in AI." if stone.is_ai else "."
            route = self._best_over(stone, f"By way of {stone.title}", reason)
            if route is not None:
                yield route

    def _best_over(self, stone: Role, title: str, reason: str) -> Route | None:
        """Return the best route over a role in any order, or None where none is open."""
        found = []
        for nodes in self._paths(stone):
            stops = [Position(role=role, industry=industry) for role, industry in nodes[:-1]]
            if not all(self._is_worth_passing(stop) for stop in stops if stop.role == stone):
                continue
            if not all(self._is_open(stop) for stop in stops):
                continue
            route = self.walk(_Way(title=title, nodes=nodes, reason=reason))
            if route is not None:
                found.append(route)
        return min(found, key=lambda route: route.total, default=None)

    def back(self, bound: float) -> Iterator[Route]:
        """Yield routes that first go back to work of the past, where that costs less than *bound*."""
        ends = (self.switch.origin.role.key(), self.switch.target.role.key())
        for past in _checks.unique_by(self.past_roles(), lambda role: role.key()):
            if past.is_life_role or past.key() in ends:
                continue
            reason = f"You have done the work of {past.title} before: go back to it, and change from there."
            route = self._best_over(past, f"Back to {past.title}", reason)
            if route is not None and route.total < bound:
                yield route

    def over_industries(self, industries: Iterable[Industry], leap: Difficulty) -> Iterator[Route]:
        """Yield routes over industries that lie nearer to both ends and cost less than going there at once."""
        switch, bound = self.switch, self.leap().total
        for industry in _checks.unique_by(industries, lambda industry: industry.code):
            middle = attrs.evolve(switch.origin, industry=industry)
            if self.found(middle.role, industry) is False:
                continue  # there is hardly such a job to be had on the way
            halves = (self.measured(switch.origin, middle), self.measured(middle, switch.target))
            if any(industry_share(half) >= industry_share(leap) for half in halves):
                continue
            reason = f"{industry.title} is nearer to both industries than they are to each other." + self._caution(middle)
            nodes = ((switch.origin.role, industry), (switch.origin.role, switch.target.industry))
            route = self.walk(_Way(title=f"By way of {industry.title}", nodes=nodes, reason=reason))
            if route is not None and route.total < bound:
                yield route


def _without_gap(difficulty: Difficulty) -> float:
    """Return how hard a change of role is apart from the skill gap, which says little where nobody has asked for skills yet."""
    return fold_parts(part for part in difficulty.parts if part.name not in (SKILL_GAP, *INDUSTRY_PARTS))


def _select(kept: list[Route], stones: list[Route], limit: int) -> tuple[Route, ...]:
    """Keep the leap, the plain ways and a choice of stones, then the cheapest of what is left; sort by total."""

    def order(route: Route) -> tuple[float, int, str]:
        return rank(route.total, len(route.steps), route.title)

    ranked = sorted(stones, key=order)
    leap, *plain = [*kept, *ranked[:_LEAST_STONES]]
    chosen = [leap, *sorted(plain, key=order), *ranked[_LEAST_STONES:]][:limit]
    return tuple(sorted(chosen, key=order))


def plan_routes(  # noqa: PLR0913 - the world is asked through arguments, so that this room stays pure
    person: Person,
    switch: Switch,
    /,
    *,
    measure: Measure,
    stones: Iterable[Role] = (),
    stone_industries: Iterable[Industry] = (),
    exists: Exists | None = None,
    is_common: Exists | None = None,
    pay: Pay | None = None,
    weigh: Weigh | None = None,
    gaps: GapReport | None = None,
    assumptions: Assumptions | None = None,
    asks_for_less: bool = False,
    limit: int = 6,
) -> tuple[Route, ...]:
    """
    Plan the ways from the present position to the target, one axis per step, beside the direct leap.

    A change of role is offered as the leap, inside the present employer, at a startup and over stepping stones; a change of
    both axes as the leap, in the two orders and over stones in their best order; a change of industry as the leap and over
    industries in between, where that costs less.  Work of the past is no stone: a way leads back to it where that is easier
    than all without stones.  Kinds of employer are chosen per step so that the whole comes to least.

    Args:
        person: Who moves.
        switch: The verdict of `classify`.
        measure: ``(origin, target, employer kind, same employer) -> Difficulty``; must be pure.
        stones: Roles to try as stepping stones, best first, such as `choose_stones` gives.
        stone_industries: Industries to try between the two, for a change of industry.
        exists: Says whether a position occurs in the employment figures; None where it is not known.  A stone is passed only
            where it is known to occur; the two orders say in their reason what is rare or not known and cost more for it, and
            what is rare is not offered inside the present employer.  Of the present role in another industry of the same
            sector, and of a craft in another trade, figures by sector are not believed.
        is_common: Says the same of positions that most employers of the sector have; roles of the catalogue are offered inside
            the present employer in public administration, schools and hospitals only where it says yes.  In military service
            nothing is.
        pay: Gives yearly pay in US dollars at a position with its evidence, or None.  A stone that is paid clearly below both
            ends is left out.
        weigh: Gives what plugins weigh a step with.
        gaps: What is missing at the target; names the tools of the first action.
        assumptions: Weights; the defaults if None.
        asks_for_less: Whether the target asks for clearly less preparation, as `is_descent` says; the leap then tells so.
        limit: How many routes at most; the leap is always among them.

    Returns:
        Routes by total, then fewer steps, then title; exactly one is
        the direct leap.  Empty where nothing is switched.

    Raises:
        InvalidValueError: If an argument is not of its type or *limit* is below 1.

    Examples:
        >>> from aijobkit.classify import classify
        >>> from aijobkit.difficulty import measure_difficulty
        >>> from aijobkit.switches import Distance
        >>> def measure(origin, target, employer, same_employer):
        ...     return measure_difficulty(
        ...         classify(origin, target), role_distance=Distance(value=0.5), industry_distance=Distance(value=0.5),
        ...         employer=employer, same_employer=same_employer)
        >>> hospitals, software = Industry(code="622", title="Hospitals"), Industry(code="5132", title="Software Publishers")
        >>> nurse = Position(role=Role(code="29-1141.00", title="Registered Nurses"), industry=hospitals)
        >>> scientist = Position(role=Role(code="15-2051.00", title="Data Scientists"), industry=software)
        >>> routes = plan_routes(Person(position=nurse), classify(nurse, scientist), measure=measure)
        >>> sorted(route.title for route in routes)
        ['Direct leap', 'Industry first, then role', 'Role first, then industry']
    """
    chosen = Assumptions() if assumptions is None else assumptions
    _checks.require("person", person, Person)
    _checks.require("switch", switch, Switch)
    _checks.require("gaps", gaps, GapReport, type(None))
    _checks.require("assumptions", chosen, Assumptions)
    if not isinstance(limit, int) or limit < 1:
        raise InvalidValueError("limit", limit, "give how many routes at most, 1 or more")
    if switch.kind is SwitchKind.NONE:
        return ()
    occurs = None if exists is None else told_apart(switch, exists)
    planner = _Planner(
        person=person,
        switch=switch,
        maker=StepMaker(
            measure=measure,
            goal=switch.target,
            exists=occurs,
            assumptions=chosen,
            pay=pay,
            weigh=weigh,
        ),
        exists=occurs,
        is_common=is_common,
        gaps=gaps,
        assumptions=chosen,
        asks_for_less=asks_for_less,
    )
    direct = planner.measured(switch.origin, switch.target)
    kept = [planner.leap()]
    if switch.kind is SwitchKind.ROLE:
        kept.extend(planner.single_steps())
    elif switch.kind is SwitchKind.BOTH:
        kept.extend(route for route in map(planner.walk, planner.orders()) if route is not None)
    if switch.kind is SwitchKind.INDUSTRY:
        between = list(planner.over_industries(stone_industries, direct))
    else:
        tried = tuple(stones)
        between = list(planner.over_stones(tried, direct))
        if switch.kind is SwitchKind.BOTH and len(between) < _LEAST_STONES:
            # Two axes at once are far enough for a stone that eases the whole way, if not the role alone.
            titles = {route.title for route in between}
            more = [route for route in planner.over_stones(tried, direct, at_all=True) if route.title not in titles]
            between += sorted(more, key=lambda route: (route.total, route.title))[: _LEAST_STONES - len(between)]
        between += planner.back(min(route.total for route in kept))
    return _select(kept, between, limit)
