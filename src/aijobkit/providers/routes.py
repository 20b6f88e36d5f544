"""
The recommended route and its runner-up in words, and what would change the recommendation.
"""

from __future__ import annotations

from aijobkit.advice import Advice
from aijobkit.difficulty import education_name
from aijobkit.evidence import Evidence
from aijobkit.hookspecs import hookimpl
from aijobkit.people import EmployerKind, Person, Position
from aijobkit.plans import Route, Step, SwitchPlan
from aijobkit.providers._case import Case, counsel, from_plan, read_case
from aijobkit.providers._words import cost, joined, money, part, people, start, trade, with_article
from aijobkit.providers._words import person as one_of
from aijobkit.roles import Role
from aijobkit.routes.occurrence import leaves_service
from aijobkit.routes.steps import demands
from aijobkit.switches import DifficultyBand, SwitchKind

__all__ = ["aijobkit_advise"]

_PRIORITY = 10
# Levels of O*NET's scale that are no degree of their own in a mean of several occupations: what rounds to 9 or 10 there.
_BEYOND_MASTER = (8.5, 10.5)
_PLACES = {
    EmployerKind.STARTUP: "at a startup",
    EmployerKind.SMALL: "at a small employer",
    EmployerKind.LARGE: "at a large employer",
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


@hookimpl
def aijobkit_advise(person: Person, plan: SwitchPlan) -> list[Advice]:
    """Say which way to go, which is the next best, and what would turn the order round."""
    case = read_case(person, plan)
    if case.best is None or case.kind is SwitchKind.NONE:
        return [_stay(case)]
    return [_recommended(case, case.best), _what_would_change(case, case.best)]


def _stay(case: Case) -> Advice:
    use = f" and has a use for {case.known(0)}" if case.named else ""
    return Advice(
        key="recommended",
        title=f"No route is needed: you are {case.here} already",
        text=f"You work as {case.here}{case.in_field} as it is, so no step leads away from here. "
        f"What can still get better is the place: look for one that lets you try {case.lack(0)} or {case.lack(1)}{use}.",
        reason=f"Neither the role ({case.origin.role.title}) nor the industry changes, and you show "
        f"{case.plan.gaps.met} of the {case.plan.gaps.asked} things asked for."
        if case.plan.gaps.asked
        else f"Neither the role ({case.origin.role.title}) nor the industry changes.",
        evidence=[from_plan("kind of the switch")],
        priority=_PRIORITY,
    )


def _goal(step: Step) -> str:
    return with_article(one_of(step.target.role))


def _place(step: Step, *, is_first: bool) -> str:
    if step.same_employer:
        return "with your present employer" if is_first else "without changing employer again"
    return _PLACES[step.employer] if step.employer else ""


def _pay(step: Step) -> str:
    """Return the yearly pay at the end of a step with its scope, where the plan knows it."""
    if step.pay is None:
        return ""
    role = step.target.role
    roughly = "about " if role.is_blend or role.is_speciality else ""
    return f", US median pay {step.pay_scope} {roughly}{money(step.pay, is_floor=step.is_pay_floor)}".replace("  ", " ")


def _move(step: Step, *, is_first: bool, shown: str = "") -> str:
    """Return one step as an imperative clause: what changes, where, and what it costs."""
    field = trade(step.target.industry)
    if step.kind is SwitchKind.INDUSTRY:
        move = f"move to {field} as {_goal(step)}"
    elif step.kind is SwitchKind.BOTH:
        move = f"change role and industry at once and become {_goal(step)} in {field}"
    else:
        move = f"become {_goal(step)}" + (f" in {field}" if field and field != shown else "")
    civil = ", as a civilian" if leaves_service(step.origin, step.target) else ""
    place = _place(step, is_first=is_first)
    return f"{move}{civil} {place}".strip()


def _walk(route: Route, *, with_pay: bool = True) -> list[str]:
    """Return the steps of a route as clauses."""
    clauses, shown = [], ""
    for place, step in enumerate(route.steps):
        pay = _pay(step) if with_pay else ""
        clauses.append(f"{_move(step, is_first=place == 0, shown=shown)} (cost {cost(step.cost)}{pay})")
        shown = trade(step.target.industry)
    return clauses


def _single(case: Case, best: Route) -> Route | None:
    """Return what the recommended way is compared with: the leap for a single step, the best single step for a longer way."""
    singles = [route for route in case.plan.routes if len(route.steps) == 1 and route is not best]
    return next((route for route in singles if route.is_direct or len(best.steps) > 1), None)


def _called(single: Route) -> str:
    """Return what a way of a single step is called beside a longer one."""
    place = "" if single.is_direct else _place(single.steps[0], is_first=True)
    return f"one step {place}" if place else "one leap"


def _steps(case: Case, best: Route) -> str:
    """Return the recommended route in one sentence."""
    first, *later = _walk(best)
    if not later:
        return start(f"{first}.")
    whole = f"the whole way costs {cost(best.total)}, its hardest step counting most; 0 is no change and 1 the hardest"
    return f"First {first}; then {'; then '.join(later)}: {whole}."


def _more(one: Route, other: Route) -> float:
    """Return by how much one route costs more than another, as a reader subtracts the totals that are shown."""
    return round(round(one.total, 2) - round(other.total, 2), 2)


def _against_single(case: Case, best: Route, single: Route) -> str:
    more = cost(_more(single, best))
    if len(best.steps) == 1:
        place = _place(best.steps[0], is_first=True) or "that way"
        return (
            f"Elsewhere the same change costs {cost(single.total)}; the {more} that you save {place} rests on "
            f"counsel, not on data."
        )
    name = "The direct leap" if single.is_direct else start(_called(single))
    costs = f"{name} costs {cost(single.total)}, {more} more"
    return (
        f"{costs}."
        if case.is_taught or case.is_founding or not case.sayable
        else f"{costs}: they would expect {case.lack(0)} and {case.lack(1)} on the first day."
    )


def _against_longer(case: Case, best: Route) -> str:
    """Say why a single step is recommended where a longer way costs a little less."""
    least = case.plan.routes[0]
    if len(best.steps) > 1 or len(least.steps) == 1:
        return ""
    saved = _more(best, least)
    less = f"{cost(saved)} less, which is" if saved else "no less, which is"
    steps = f"{start(_NUMBERS[len(least.steps)])} steps would cost {cost(least.total)}"
    return f"{steps}, {less} too little to choose the longer way for."


def _pays_less(case: Case, best: Route) -> bool:
    return case.plan.pay_fall(best.steps[-1]) > case.assumptions.pay_drop


def _whether_there_is_one(case: Case, best: Route) -> str:
    """Have somebody find out first whether there is such a job, where the figures count hardly any in its sector."""
    if not case.plan.is_rare(best.steps[-1]):
        return ""
    return f"Mind that the figures count hardly any such jobs in the sector of {case.trade_there}: find out first who has them."


def _runner_up(case: Case, route: Route) -> str:
    total = f"; the whole way costs {cost(route.total)}" if len(route.steps) > 1 else ""
    return f"If that door stays shut, {', then '.join(_walk(route, with_pay=False))}{total}."


def _in_trade(position: Position) -> str:
    name = trade(position.industry)
    return f" in {name}" if name else ""


def _pay_cut(case: Case, best: Route) -> str:
    """Say which step of the route is paid clearly less than the present role; of roles that nobody counts, which may be."""
    lower = [step for step in best.steps if case.plan.pay_fall(step) > case.plan.difficulty.assumptions.pay_drop]
    present = case.plan.present_pay_evidence
    if not lower or case.plan.present_pay is None:
        return ""
    # A new trade is part of the reason; where the role stays, it is all of it.
    elsewhere = any(step.target.industry != case.origin.industry for step in lower)
    counted = joined(
        list(
            dict.fromkeys(
                f"{people(step.target.role)}{_in_trade(step.target) if elsewhere else ''}"
                for step in lower
                if not step.target.role.is_blend
            )
        )
    )
    paid = money(case.plan.present_pay, is_floor=present is not None and present.is_floor)
    mine, sentences = f"the {paid} of {case.us}{_in_trade(case.origin) if elsewhere else ''}", []
    if counted:
        sentences.append(f"Mind the pay: {counted} have a median clearly below {mine}.")
    # Of a mixture no median is known: what is paid next to it is said as such.
    mixed = {
        people(step.target.role): step.pay for step in reversed(lower) if step.target.role.is_blend and step.pay is not None
    }
    sentences += [
        f"Mind the pay: {names} are not counted; neighbouring occupations are paid about {money(pay)}, against {mine}, so ask."
        for names, pay in mixed.items()
    ]
    return " ".join(sentences)


def _schooling(case: Case, best: Route) -> str:
    """Say which stop on the way asks for schooling that is not there."""
    stops = [step for step in best.steps if step.target.role != case.plan.target.role]
    longer = [step for step in stops if "schooling" in demands(step.parts, assumptions=case.assumptions)]
    places = joined(list(dict.fromkeys(people(step.target.role) for step in longer)))
    return f"Mind the schooling: {places} usually have more of it than {case.us}." if longer else ""


def _carried(case: Case) -> str:
    """Return what of the person's own skills the stepping stones use, too."""
    for role in case.stones:
        shared = [skill for skill in case.telling if case.uses(role, skill)]
        if shared:
            verb = "use" if len(shared) == 1 else "use both"
            return (
                f"{start(people(role))} {verb if len(shared) < 3 else 'use'} {joined(shared)}, so you would not "
                f"start from nothing."
            )
    return ""


def _recommended(case: Case, best: Route) -> Advice:
    single = _single(case, best)
    sentences = [_steps(case, best)]
    if single is not None and not best.is_direct:
        sentences.append(_against_single(case, best, single))
    sentences += [_against_longer(case, best), _whether_there_is_one(case, best)]
    sentences += [_pay_cut(case, best), _schooling(case, best), _carried(case)]
    told = (best, single, case.plan.routes[0])
    others = [route for route in case.plan.routes if route not in told and not route.is_direct and case.plan.is_way_out(route)]
    if others:
        sentences.append(_runner_up(case, others[0]))
    if case.needs_licence:
        sentences.append(f"No way leads round the licence that {case.them} need.")
    evidence: list[Evidence] = [from_plan("costs of the routes"), *(one for step in best.steps for one in step.evidence)]
    if best.steps[0].same_employer or best.steps[0].employer:
        evidence.append(counsel("a known employer or a small team makes a change of role easier"))
    ways = len(case.plan.routes)
    whom = f"for {case.worker}" + (f", with {case.counting}" if case.have else f"; {case.counting}" if case.named else "")
    is_alone = all(_more(route, best) > 0 for route in case.plan.routes if route is not best)
    found = "this one costs least" if is_alone else "none costs less than this one"
    if _more(best, case.plan.routes[0]) > 0:
        found = "none costs clearly less than this single step"
    compared = f"{start(_NUMBERS[ways] if ways < len(_NUMBERS) else str(ways))} ways were compared, and {found}"
    return Advice(
        key="recommended",
        title=_title(case, best, single),
        text=" ".join(sentence for sentence in sentences if sentence),
        reason=f"{compared} {whom}." if ways > 1 else f"It is the only way that the plan knows {whom}.",
        evidence=list(dict.fromkeys(evidence)),
        priority=_PRIORITY,
    )


def _straight(case: Case, best: Route) -> str:
    """Return the title of the direct way; it sounds like an invitation only where no caution goes with it."""
    goal = case.trade_there if case.kind is SwitchKind.INDUSTRY else f"the work of {case.there}{case.in_field}"
    is_hard = case.band in (DifficultyBand.LARGE, DifficultyBand.VERY_LARGE)
    easier = "clearly easier" if _more(best, case.plan.routes[0]) > 0 else "easier"
    pay = ""
    if _pays_less(case, best):
        pay = ", probably for less pay" if best.steps[-1].target.role.is_blend else ", for less pay"
    if is_hard and (case.band is DifficultyBand.VERY_LARGE or not case.is_taught):
        return f"No {easier} way to {goal} was found, and the direct one is a {case.band.value} ({cost(best.total)}){pay}"
    if is_hard or pay or case.plan.is_rare(best.steps[-1]):
        return f"No detour to {goal} is {easier} than the direct way: a {case.band.value} ({cost(best.total)}){pay}"
    return f"Go straight for it: no detour to {goal} is {easier} ({cost(best.total)})"


def _title(case: Case, best: Route, single: Route | None) -> str:
    if best.is_direct:
        return _straight(case, best)
    if len(best.steps) == 1:
        where = _place(best.steps[0], is_first=True)
        return f"Become {case.there} {where}: {cost(best.total)}" + (f" instead of {cost(single.total)}" if single else "")
    stops = ", then ".join(
        trade(step.target.industry) if step.kind is SwitchKind.INDUSTRY else one_of(step.target.role) for step in best.steps
    )
    than = f" cost {cost(best.total)}, {_called(single)} {cost(single.total)}" if single else f" ({cost(best.total)})"
    return f"{start(_NUMBERS[len(best.steps)])} steps{than}: {stops}"


def _has_part(case: Case, name: str) -> bool:
    return any(part.name == name and part.weight * part.value > 0 for part in case.plan.difficulty.parts)


def _usual(level: float | None, role: Role) -> str:
    """Return a level of education as one speaks of it; empty where it is not known."""
    if level is None:
        return ""
    low, high = _BEYOND_MASTER
    return "a master's degree or more" if role.is_blend and low <= level < high else education_name(level)


def _usual_schooling(case: Case) -> str:
    """Say what schooling the target usually asks for and what the figures assume; empty where whole levels are the same."""
    there, here = (_usual(case.plan.toolkit(role).education, role) for role in (case.target.role, case.origin.role))
    needed = f"{start(case.them)} usually have {there or 'more schooling'}"
    if case.target.role.is_blend:  # nobody counts them, and the mean is that of others
        needed = f"{start(case.them)} are not counted; neighbouring occupations usually ask for {there or 'more schooling'}"
    if case.person.education is not None and case.is_student:
        return (
            f"{needed}, and you stated {education_name(case.person.education)}, which is what you have finished so far: if "
            f"your studies lead to {there or 'more'}, finish them, for nothing replaces it as surely."
        )
    if case.person.education is not None:
        return (
            f"{needed}, and you stated {education_name(case.person.education)}: ask early whether the one is a must, for "
            f"a project of your own does not replace it everywhere."
        )
    if here and here == there:  # less than one level is no schooling that one could name
        return ""
    assumed = f"what {case.us} usually have{f' ({here})' if here else ''}"
    return f"{needed}; the figures assume that you have {assumed}, so if you have more, state it and they fall."


def _schooling_left_out(case: Case) -> str:
    """Say what schooling the target usually asks for where the figures hold none of the person, as of a student."""
    there = _usual(case.plan.toolkit(case.target.role).education, case.target.role)
    if case.has_worked or case.person.education is not None or not there or case.is_taught:
        return ""
    asked, reached = (case.plan.toolkit(role).education for role in (case.target.role, case.origin.role))
    if asked is not None and reached is not None and reached >= asked:
        return ""  # a doctoral student has said enough of schooling
    asks = "are not counted; neighbouring occupations usually ask for" if case.target.role.is_blend else "usually have"
    return f"{start(case.them)} {asks} {there}; you stated no schooling, so the figures leave it out: state it and ask again."


def _barriers(case: Case) -> list[tuple[str, str]]:
    """Return what stands in the way besides skills: a short name, and what would remove it."""
    found = []
    schooling = _usual_schooling(case) if "schooling" in case.demands else _schooling_left_out(case)
    if schooling:
        found.append(("schooling", schooling))
    if _has_part(case, "licence"):
        name = f"name it among your skills, in words such as “{case.licence}”"
        found.append(("a licence", f"If you already hold the licence that {case.them} need, the figures are too high: {name}."))
    if "preparation" in case.demands:
        # Where whole levels of schooling are missing, no course makes up for them.
        shorter = "" if schooling else "; a course or project of your own shortens that"
        found.append(("preparation", f"{start(case.them)} usually prepare longer than {case.us}{shorter}."))
    return found


def _surer(case: Case, fits: str = "") -> str:
    """Return what is surer than any figure: an offer, or for a founder somebody who buys."""
    return "a first customer who pays" if case.is_founding else f"a real offer{fits}"


def _what_would_change(case: Case, best: Route) -> Advice:
    sentences = []
    barriers = _barriers(case)
    sentences.append(" ".join(words for _, words in barriers[:2]))
    others = (route for route in case.plan.routes if route is not best)
    second = next((route for route in others if route.is_direct or case.plan.is_way_out(route)), None)
    fits = f" that uses {joined(case.useful, most=2)}" if case.useful else ""
    words = []
    if not case.plan.difficulty.ranks_targets:
        words.append(
            "We cannot rank targets for you yet, because too little is known of what you have done: write your field of study "
            "or your last occupation into the words for your role, as in “physics student”, and do not compare these totals "
            "with those of another target"
        )
    elif second is not None and _more(second, best) < case.assumptions.advice_close:
        first, next_best = cost(best.total), cost(second.total)
        totals = f"at {first} and {next_best}" if first != next_best else f"at {first} each"
        door = "door that opens" if case.is_founding else f"real offer{fits}"
        words.append(f"The two best ways, {totals}, are too close to call: take the first {door}")
    elif second is not None:
        more = _more(second, best)
        would = f", which {_surer(case, fits)} would outweigh" if more <= case.assumptions.advice_outweighed else ""
        words.append(f"The next best way is {cost(more)} harder{would}")
    stability = case.plan.difficulty.stability
    lean = f"{'do' if words else 'Do'} not lean on the words “{case.band.value}”: "
    if case.plan.difficulty.near_limits:
        words.append(f"{lean}{cost(case.plan.difficulty.value)} lies near a limit that we drew")
    elif stability is not None and not stability.weights_hold_band:
        words.append(
            f"{lean}if one of our weights were off by {stability.change:.0%}, "
            f"{cost(case.plan.difficulty.value)} could be called something else"
        )
    if words:
        sentences.append(f"{'; '.join(words)}.")
    elif not barriers:
        unknown = f"what figures do not know can, such as {_surer(case, fits)} where you live"
        firm = f"no single judgement of ours changes the words “{case.band.value}”: only {unknown}"
        if stability is not None and not stability.band_holds:  # the limits of the words are judgements, too
            firm = (
                f"no weight of ours changes the words “{case.band.value}”, though a border that we drew would, were it "
                f"{stability.change:.0%} off; {unknown}, too"
            )
        sentences.append(f"No other way comes near, and {firm}.")
    percentile = case.plan.difficulty.percentile
    share = "" if percentile is None else f"; of all changes of role from here, {part(percentile)} ask for less"
    offer = f"an offer{fits}" if fits and not case.is_founding else _surer(case)
    known = f"know you as {case.worker}" + (f" with {joined(case.have)}" if case.have else "")
    if not case.named:
        known += f", with {case.no_skills}"
    unsaid = f"; of what you named, {case.counting}" if case.named and not case.have else ""
    return Advice(
        key="what-would-change",
        title=f"What would change this advice: {joined([*[name for name, _ in barriers[:1]], offer], last='or')}",
        text=" ".join(sentence for sentence in sentences if sentence),
        reason=f"The figures {known}, and not your local market{share}{unsaid}.",
        evidence=[
            from_plan("parts of the difficulty and totals of the routes"),
            counsel("a real offer outweighs a comparison"),
        ],
        priority=_PRIORITY + 5,
    )
