"""
Hypothesis strategies for every noun, for our own laws and for yours.

The only room that knows hypothesis.  Every strategy gives valid values and shrinks to the plainest one; every knob is
keyword-only.  Once aijobkit is installed, ``st.from_type(Person)`` works by itself: the entry point calls `register`.

>>> from hypothesis import given
>>> @given(people())
... def everybody_is_somewhere(person):
...     assert person.position.role.title
>>> everybody_is_somewhere()
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from aijobkit.advice import Action, Advice, AdviceFailure
from aijobkit.classify import classify
from aijobkit.difficulty import find_barriers, measure_difficulty
from aijobkit.evidence import Evidence, EvidenceKind, Provenance
from aijobkit.gaps import find_strengths, skill_gaps
from aijobkit.industries import Industry, IndustryFamily
from aijobkit.people import Contact, Employer, EmployerKind, Person, Position, Tie
from aijobkit.plans import Gap, GapReport, Route, Step, StepWeight, Strength, StrengthReport, SwitchPlan, Toolkit
from aijobkit.roles import Domain, Role, RoleDefinition, RoleProfile, Seniority, Skill, Technology
from aijobkit.routes import plan_routes
from aijobkit.switches import (
    Assumption,
    Assumptions,
    Barrier,
    Difficulty,
    Distance,
    Part,
    Stability,
    Switch,
    SwitchKind,
)

__all__ = [
    "advice",
    "assumptions",
    "barriers",
    "contacts",
    "difficulties",
    "distances",
    "employers",
    "evidence",
    "failures",
    "families",
    "gap_reports",
    "industries",
    "measures",
    "people",
    "plans",
    "positions",
    "profiles",
    "provenances",
    "register",
    "role_definitions",
    "roles",
    "routes",
    "step_weights",
    "steps",
    "strength_reports",
    "switches",
    "texts",
]

Measure = Callable[[Position, Position, "EmployerKind | None", bool], Difficulty]

# Small pools, so that two draws are often related: the same, one within the other, or neighbours.
_SOC = ("15-2051", "15-1252", "15-1299", "19-2012", "29-1141", "13-2011", "25-2031", "53-3032")
_SLUGS = ("machine-learning-engineer", "ai-engineer", "prompt-engineer", "student", "career-break")
_TITLES = ("Data Scientists", "Physicists", "Registered Nurses", "Machine Learning Engineer", "Student", "Truck Drivers")
_NAICS = ("51", "5132", "513210", "54", "541", "5415", "541511", "62", "622", "622110", "31-33", "3254", "44-45", "52", "92")
_FAMILIES = (
    IndustryFamily(code="software", title="Software", naics_codes=("5132", "5415")),
    IndustryFamily(code="health", title="Health care", naics_codes=("62", "3254")),
)
_SKILLS = ("Python", "SQL", "sklearn", "statistics", "machine learning", "Excel", "PyTorch", "teaching", "k8s", "Programming")
_ELEMENTS = (
    ("2.A.1.a", "Reading Comprehension", Domain.SKILL),
    ("2.A.1.e", "Mathematics", Domain.SKILL),
    ("2.B.3.e", "Programming", Domain.SKILL),
    ("2.C.3.a", "Computers and Electronics", Domain.KNOWLEDGE),
    ("2.C.4.a", "Mathematics", Domain.KNOWLEDGE),
    ("2.C.5.a", "Medicine and Dentistry", Domain.KNOWLEDGE),
)
_TECHNOLOGIES = (
    "Python",
    "Structured query language SQL",
    "Scikit-learn",
    "PyTorch",
    "Microsoft Excel",
    "Amazon Web Services AWS software",
    "Kubernetes",
    "Epic Systems",
)
_TOPICS = ("model evaluation", "deep learning", "statistics", "data pipelines", "patient safety")


def texts(*, max_size: int = 20) -> SearchStrategy[str]:
    """
    Return readable texts without control characters, plain words first.

    Args:
        max_size: Longest text in characters.
    """
    free = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=max_size).filter(str.strip)
    return st.one_of(st.sampled_from(_SKILLS), free)


def _fractions() -> SearchStrategy[float]:
    return st.floats(0.0, 1.0)


def _few(members: SearchStrategy[Any], *, most: int = 3, unique_by: Callable[[Any], Any] | None = None) -> SearchStrategy[Any]:
    return st.lists(members, max_size=most, unique_by=unique_by).map(tuple)


def evidence() -> SearchStrategy[Evidence]:
    """Return pieces of evidence of every kind."""
    kinds, details, sectors = st.sampled_from(EvidenceKind), st.just("") | texts(), st.none() | _few(texts(), most=2)
    return st.builds(Evidence, kind=kinds, source=texts(), detail=details, is_floor=st.booleans(), sectors=sectors)


def provenances() -> SearchStrategy[Provenance]:
    """Return provenances with up to three data sets."""
    return st.builds(
        Provenance,
        library=st.just("0.1.0"),
        data=_few(st.tuples(texts(), texts()), unique_by=lambda pair: pair[0]).map(lambda pairs: tuple(sorted(pairs))),
        taxonomy_digest=st.just("") | st.text("0123456789abcdef", min_size=8, max_size=8),
    )


@st.composite
def roles(draw: st.DrawFn, *, is_ai: bool | None = None, is_life_role: bool | None = None) -> Role:
    """
    Return O*NET roles, catalogue roles and life roles.

    Args:
        is_ai: Only jobs in AI, only others, or both if None.
        is_life_role: Only ways of life, only occupations, or both if None.
    """
    life = draw(st.booleans()) if is_life_role is None else is_life_role
    catalogue = life or draw(st.booleans())
    soc = draw(st.sampled_from(_SOC))
    onet = f"{soc}.0{draw(st.integers(0, 2))}"
    return Role(
        code=f"aijobkit:{draw(st.sampled_from(_SLUGS))}" if catalogue else onet,
        title=draw(st.one_of(st.sampled_from(_TITLES), texts())),
        onet_codes=() if life else (onet,),
        is_ai=draw(st.booleans()) if is_ai is None else is_ai,
        same_as=onet if catalogue and not life and draw(st.booleans()) else None,
        is_life_role=life,
        has_employer=not life or draw(st.booleans()),
    )


@st.composite
def role_definitions(draw: st.DrawFn, *, namespace: str = "school") -> RoleDefinition:
    """
    Return roles as a plugin's catalogue defines them.

    Args:
        namespace: What comes before the colon of the code.
    """
    codes = draw(st.lists(st.sampled_from(_SOC), max_size=3, unique=True))
    return RoleDefinition(
        code=f"{namespace}:{draw(st.sampled_from(_SLUGS))}",
        title=draw(texts()),
        anchors=tuple((f"{code}.00", 1.0 / len(codes)) for code in codes),
        titles=draw(_few(texts())),
        technologies=draw(_few(st.sampled_from(_TECHNOLOGIES))),
        topics=draw(_few(st.sampled_from(_TOPICS))),
        is_ai=draw(st.booleans()),
        job_zone=draw(st.none() | st.integers(1, 5).map(float)),
        job_zone_reason=draw(texts()),
        reason=draw(texts()),
        source=draw(texts()),
    )


def families() -> SearchStrategy[IndustryFamily]:
    """Return industry families."""
    return st.sampled_from(_FAMILIES)


@st.composite
def industries(draw: st.DrawFn, *, has_family: bool | None = None) -> Industry:
    """
    Return industries of every NAICS level, alone or named as a whole family.

    Args:
        has_family: Only industries with a family, only without, or both if None.
    """
    code = draw(st.sampled_from(_NAICS))
    fitting = [family for family in _FAMILIES if family.contains(code)]
    if has_family is True and not fitting:
        fitting = [draw(families())]
        code = fitting[0].naics_codes[0]
    family = fitting[0] if fitting and has_family is not False and (has_family or draw(st.booleans())) else None
    codes: tuple[str, ...] = (code,)
    if family is not None and draw(st.booleans()):
        code, codes = family.naics_codes[0], family.naics_codes
    return Industry(code=code, title=draw(st.just(f"Industry {code}") | texts()), family=family, naics_codes=codes)


def employers() -> SearchStrategy[Employer]:
    """Return employers of every kind, named or not."""
    return st.builds(
        Employer, kind=st.none() | st.sampled_from(EmployerKind), name=st.just("") | texts(), is_self=st.booleans()
    )


def positions(
    *, roles: SearchStrategy[Role] | None = None, industries: SearchStrategy[Industry | None] | None = None
) -> SearchStrategy[Position]:
    """
    Return positions.

    Args:
        roles: Where roles come from; all kinds if None.
        industries: Where industries come from; none or all kinds if None.
    """
    return st.builds(
        Position,
        role=_roles() if roles is None else roles,
        industry=st.none() | _industries() if industries is None else industries,
        employer=st.none() | employers(),
        seniority=st.none() | st.sampled_from(Seniority),
    )


# Inside `positions` the parameters hide the strategies of the same name.
_roles = roles
_industries = industries


def people(
    *, positions: SearchStrategy[Position] | None = None, skills: SearchStrategy[str] | None = None
) -> SearchStrategy[Person]:
    """
    Return people.

    Args:
        positions: Where their positions come from.
        skills: Where their skills come from; any readable text if None.
    """
    places = _positions() if positions is None else positions
    return st.builds(
        Person,
        position=places,
        skills=_few(texts() if skills is None else skills, most=5),
        past=_few(places, most=2),
        education=st.none() | st.integers(1, 12),
        schools=_few(texts(), most=2),
        name=st.just("") | texts(),
    )


_positions = positions


def contacts() -> SearchStrategy[Contact]:
    """Return people that somebody knows."""
    return st.builds(
        Contact,
        name=texts(),
        title=st.just("") | texts(),
        company=st.just("") | texts(),
        role=st.none() | roles(),
        industry=st.none() | industries(),
        past=_few(roles(), most=2),
        ties=_few(st.sampled_from(Tie), unique_by=lambda tie: tie.value),
        line=st.integers(0, 10_000),
    )


@st.composite
def switches(draw: st.DrawFn, *, kind: SwitchKind | None = None) -> Switch:
    """
    Return verdicts as `classify` gives them.

    Args:
        kind: Only this kind, or all if None.
    """
    origin, target = draw(positions()), draw(positions())
    if kind in (SwitchKind.NONE, SwitchKind.INDUSTRY):
        target = attrs.evolve(target, role=origin.role)
    if kind in (SwitchKind.NONE, SwitchKind.ROLE):
        target = attrs.evolve(target, industry=origin.industry)
    if kind in (SwitchKind.ROLE, SwitchKind.BOTH):
        origin = attrs.evolve(origin, role=Role(code="19-2012.00", title="Physicists"))
        target = attrs.evolve(target, role=Role(code="aijobkit:ai-engineer", title="AI Engineer", is_ai=True))
    if kind in (SwitchKind.INDUSTRY, SwitchKind.BOTH):
        origin = attrs.evolve(origin, industry=Industry(code="622", title="Hospitals"))
        target = attrs.evolve(target, industry=Industry(code="5132", title="Software Publishers"))
    return classify(origin, target)


def _parts() -> SearchStrategy[Part]:
    past = _few(roles(), most=2)
    return st.builds(Part, name=texts(), value=_fractions(), weight=_fractions(), evidence=evidence(), past_roles=past)


def distances(*, min_value: float = 0.0) -> SearchStrategy[Distance]:
    """
    Return distances.

    Args:
        min_value: The smallest value.
    """
    return st.builds(
        Distance, value=st.floats(min_value, 1.0), parts=_few(_parts(), most=2), tier=st.sampled_from(["", "same sector"])
    )


def barriers() -> SearchStrategy[tuple[Barrier, ...]]:
    """Return what may stand in the way, each name at most once."""
    one = st.builds(
        Barrier, name=st.sampled_from(["job zone", "education", "licence"]), value=_fractions(), evidence=evidence()
    )
    return _few(one, unique_by=lambda barrier: barrier.name)


@st.composite
def assumptions(draw: st.DrawFn) -> Assumptions:
    """Return assumptions within their ranges; most fields keep their defaults."""
    values: dict[str, float] = {}
    for field in attrs.fields(Assumptions):
        low, high = field.metadata["low"], field.metadata["high"]
        values[field.name] = draw(st.just(float(field.default or 0.0)) | st.floats(low, high))
    rising = sorted(values[name] for name in ("band_small", "band_moderate", "band_large"))
    values.update(zip(("band_small", "band_moderate", "band_large"), rising, strict=True))
    values["relief_small"] = min(values["relief_small"], values["relief_startup"])
    return Assumptions(**values)


@st.composite
def difficulties(draw: st.DrawFn, *, kind: SwitchKind | None = None) -> Difficulty:
    """
    Return difficulties as `measure_difficulty` gives them.

    Args:
        kind: Of this kind of switch, or of all if None.
    """
    difficulty = measure_difficulty(
        draw(switches(kind=kind)),
        role_distance=draw(distances()),
        industry_distance=draw(distances()),
        barriers=draw(barriers()),
        employer=draw(st.none() | st.sampled_from(EmployerKind)),
        same_employer=draw(st.booleans()),
        assumptions=draw(assumptions()),
    )
    stability = st.builds(Stability, change=st.just(0.2), band_holds=st.booleans(), order_holds=st.none() | st.booleans())
    return attrs.evolve(difficulty, percentile=draw(st.none() | _fractions()), stability=draw(st.none() | stability))


@st.composite
def profiles(draw: st.DrawFn, *, role: Role | None = None, is_rated: bool | None = None) -> RoleProfile:
    """
    Return role profiles.

    Args:
        role: Of this role, or of any.
        is_rated: Only with ratings, only without, or both if None.
    """
    whose = draw(roles()) if role is None else role
    rated = draw(st.booleans()) if is_rated is None else is_rated
    measured = Evidence(kind=EvidenceKind.MEASURED, source="O*NET 29.3")
    catalogue = Evidence(kind=EvidenceKind.ASSUMPTION, source="catalogue")
    skills = [
        Skill(
            element_id=element_id,
            name=name,
            domain=domain,
            importance=draw(st.floats(1.0, 5.0)),
            level=draw(st.floats(0.0, 7.0)),
            distinctiveness=draw(st.floats(-3.0, 5.0)),
            evidence=measured,
        )
        for element_id, name, domain in (_ELEMENTS if rated else ())
    ]
    names = draw(st.lists(st.sampled_from(_TECHNOLOGIES), max_size=6, unique=True))
    technologies = [
        Technology(
            name=name,
            is_hot=draw(st.booleans()),
            is_in_demand=draw(st.booleans()),
            rarity=draw(_fractions()),
            evidence=draw(st.sampled_from([measured, catalogue])),
        )
        for name in names
    ]
    return RoleProfile(
        role=whose,
        skills=tuple(skills),
        technologies=tuple(technologies),
        topics=tuple(draw(st.lists(st.sampled_from(_TOPICS), max_size=4, unique=True))),
        job_zone=draw(st.none() | st.integers(1, 5).map(float)),
        education=draw(st.none() | st.floats(1.0, 12.0)),
        licensed=draw(st.sampled_from(["", "Every state asks for a licence."])),
        evidence=(("job_zone", measured),),
    )


@st.composite
def gap_reports(draw: st.DrawFn) -> GapReport:
    """Return gap reports as `skill_gaps` gives them."""
    person = draw(people())
    return skill_gaps(person, draw(profiles(role=person.position.role)), draw(profiles()), assumptions=draw(assumptions()))


@st.composite
def strength_reports(draw: st.DrawFn) -> StrengthReport:
    """Return strength reports as `find_strengths` gives them."""
    person = draw(people())
    return find_strengths(person, draw(profiles(role=person.position.role)), draw(profiles()), assumptions=draw(assumptions()))


def _far(salt: int, one: str, other: str) -> float:
    """Return a distance that hangs on nothing but its arguments: 0 for the same, symmetric, else in (0, 1]."""
    if one == other:
        return 0.0
    low, high = sorted((one, other))
    return (1 + zlib.crc32(f"{salt}|{low}|{high}".encode()) % 1000) / 1000


@st.composite
def measures(draw: st.DrawFn, *, assumptions: SearchStrategy[Assumptions] | None = None) -> Measure:
    """
    Return pure functions that say how hard a step is, as `plan_routes` asks for.

    Args:
        assumptions: Where their assumptions come from; the defaults if None.
    """
    chosen = Assumptions() if assumptions is None else draw(assumptions)
    salt = draw(st.integers(0, 1000))

    def measure(origin: Position, target: Position, employer: EmployerKind | None, same_employer: bool) -> Difficulty:  # noqa: FBT001
        places = [position.industry.code if position.industry else "" for position in (origin, target)]
        return measure_difficulty(
            classify(origin, target),
            role_distance=Distance(value=_far(salt, origin.role.key(), target.role.key())),
            industry_distance=Distance(value=_far(salt, *places)),
            employer=employer,
            same_employer=same_employer,
            assumptions=chosen,
        )

    return measure


def step_weights() -> SearchStrategy[StepWeight]:
    """Return what plugins weigh a step with."""
    return st.builds(
        StepWeight, factor=st.floats(0.1, 10.0), reason=texts(), evidence=evidence(), provider=st.just("") | texts()
    )


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """Return steps of every kind but none."""
    kind = draw(st.sampled_from([SwitchKind.ROLE, SwitchKind.INDUSTRY, SwitchKind.BOTH]))
    switch = draw(switches(kind=kind))
    difficulty = draw(difficulties(kind=kind))
    return Step(
        kind=kind,
        origin=switch.origin,
        target=switch.target,
        employer=draw(st.none() | st.sampled_from(EmployerKind)),
        same_employer=draw(st.booleans()),
        cost=difficulty.value,
        parts=difficulty.parts,
        reason=draw(texts()),
        pay=draw(st.none() | st.integers(10_000, 500_000).map(float)),
        evidence=draw(_few(evidence(), most=2)),
    )


@st.composite
def routes(draw: st.DrawFn) -> tuple[Route, ...]:
    """Return all routes of a move, as `plan_routes` gives them; empty where nothing is switched."""
    switch = draw(switches())
    person = Person(position=switch.origin, skills=draw(_few(texts())))
    return plan_routes(person, switch, measure=draw(measures()), stones=draw(_few(roles())))


def advice() -> SearchStrategy[Advice]:
    """Return pieces of advice."""
    return st.builds(
        Advice,
        key=texts(),
        title=texts(),
        text=texts(max_size=60),
        reason=texts(),
        evidence=st.lists(evidence(), min_size=1, max_size=2).map(tuple),
        priority=st.integers(0, 100),
        actions=_few(st.builds(Action, text=texts(), weeks_before_search=st.integers(-52, 52)), most=2),
        provider=st.just("") | texts(),
    )


def failures() -> SearchStrategy[AdviceFailure]:
    """Return records of providers that failed."""
    return st.builds(
        AdviceFailure, provider=texts(), distribution=st.just("") | texts(), version=st.just(""), hook=texts(), error=texts()
    )


@st.composite
def plans(draw: st.DrawFn, *, kind: SwitchKind | None = None) -> SwitchPlan:
    """
    Return whole plans, computed by the same verbs as real ones over an invented world.

    Args:
        kind: Only this kind of switch, or all if None.
    """
    switch = draw(switches(kind=kind))
    person = attrs.evolve(draw(people()), position=switch.origin)
    origin, target = draw(profiles(role=switch.origin.role)), draw(profiles(role=switch.target.role))
    gaps = skill_gaps(person, origin, target)
    measure = draw(measures())
    difficulty = measure_difficulty(
        switch,
        role_distance=draw(distances()),
        industry_distance=draw(distances()),
        barriers=find_barriers(origin, target, education=person.education),
        gaps=gaps,
    )
    toolkit = Toolkit(role=switch.target.role, technologies=tuple(technology.name for technology in target.technologies))
    return SwitchPlan(
        person=person,
        target=switch.target,
        switch=switch,
        difficulty=difficulty,
        gaps=gaps,
        strengths=find_strengths(person, origin, target),
        routes=plan_routes(person, switch, measure=measure, stones=draw(_few(roles(), most=2)), gaps=gaps),
        toolkits=(toolkit,),
        advice=tuple(sorted(draw(_few(advice(), most=2)), key=Advice.sort_key)),
        failures=draw(_few(failures(), most=1)),
        notes=draw(_few(texts(), most=1)),
        provenance=draw(provenances()),
    )


def register() -> None:
    """Teach ``st.from_type`` our nouns; done once when this room is imported, be it by Hypothesis through its entry point."""
    known: dict[type[Any], SearchStrategy[Any]] = {
        Action: st.builds(Action, text=texts(), weeks_before_search=st.integers(-52, 52)),
        Advice: advice(),
        AdviceFailure: failures(),
        Assumption: assumptions().flatmap(lambda chosen: st.sampled_from(chosen.table())),
        Assumptions: assumptions(),
        Barrier: barriers().filter(bool).map(lambda found: found[0]),
        Contact: contacts(),
        Difficulty: difficulties(),
        Distance: distances(),
        Employer: employers(),
        Evidence: evidence(),
        Gap: gap_reports().filter(lambda report: bool(report.gaps)).map(lambda report: report.gaps[0]),
        GapReport: gap_reports(),
        Industry: industries(),
        IndustryFamily: families(),
        Part: _parts(),
        Person: people(),
        Position: positions(),
        Provenance: provenances(),
        Role: roles(),
        RoleDefinition: role_definitions(),
        RoleProfile: profiles(),
        Route: routes().filter(bool).map(lambda found: found[0]),
        Skill: profiles(is_rated=True).map(lambda profile: profile.skills[0]),
        Stability: st.builds(Stability, change=_fractions(), band_holds=st.booleans()),
        Step: steps(),
        StepWeight: step_weights(),
        Strength: strength_reports().filter(lambda report: bool(report.strengths)).map(lambda report: report.strengths[0]),
        StrengthReport: strength_reports(),
        Switch: switches(),
        SwitchPlan: plans(),
        Technology: profiles().filter(lambda profile: bool(profile.technologies)).map(lambda profile: profile.technologies[0]),
        Toolkit: st.builds(Toolkit, role=roles(), technologies=_few(texts()), topics=_few(texts())),
    }
    for kind, strategy in known.items():
        st.register_type_strategy(kind, strategy)


register()
