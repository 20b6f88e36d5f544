"""Persons and plans written out by hand, for tests that are about plugins and not about figures."""

from __future__ import annotations

from aijobkit import (
    Advice,
    Evidence,
    EvidenceKind,
    Industry,
    Person,
    Position,
    Role,
    Step,
    SwitchKind,
    SwitchPlan,
    classify,
)
from aijobkit.evidence import Provenance
from aijobkit.people import EmployerKind
from aijobkit.plans import Gap, GapReport, Route, Strength, StrengthReport, Toolkit
from aijobkit.roles import Domain
from aijobkit.switches import Difficulty, DifficultyBand, Part

NURSES = Role(code="29-1141.00", title="Registered Nurses")
SCIENTISTS = Role(code="15-2051.00", title="Data Scientists", is_ai=True)
STATISTICIANS = Role(code="15-2041.00", title="Statisticians")
HOSPITALS = Industry(code="622", title="Hospitals")
SOFTWARE = Industry(code="5132", title="Software Publishers")
GROUND = Evidence(kind=EvidenceKind.MEASURED, source="a table made up for tests")


def nurse(*skills: str, **facts: object) -> Person:
    """Return a nurse in a hospital who names *skills*."""
    return Person(position=Position(role=NURSES, industry=HOSPITALS), skills=skills, **facts)  # type: ignore[arg-type]


def _step(kind: SwitchKind, origin: Position, target: Position, cost: float, employer: EmployerKind | None = None) -> Step:
    return Step(
        kind=kind,
        origin=origin,
        target=target,
        cost=cost,
        employer=employer,
        reason="made up",
        pay=100_000.0,
        evidence=[GROUND],
    )


def plan_for(person: Person) -> SwitchPlan:
    """Return a plan of a move to data science in a software house, without advice."""
    target = Position(role=SCIENTISTS, industry=SOFTWARE)
    origin = person.position
    stone = Position(role=STATISTICIANS, industry=origin.industry)
    there = Position(role=SCIENTISTS, industry=origin.industry)
    routes = (
        Route(
            title="Role first",
            total=0.55,
            steps=(
                _step(SwitchKind.ROLE, origin, stone, 0.3, EmployerKind.STARTUP),
                _step(SwitchKind.ROLE, stone, there, 0.2),
                _step(SwitchKind.INDUSTRY, there, target, 0.2),
            ),
        ),
        Route(title="Direct", total=0.7, is_direct=True, steps=(_step(SwitchKind.BOTH, origin, target, 0.7),)),
    )
    gaps = tuple(
        Gap(name=name, domain=domain, is_in_demand=domain is Domain.TECHNOLOGY, evidence=GROUND)
        for name, domain in (("PyTorch", Domain.TECHNOLOGY), ("Docker", Domain.TECHNOLOGY), ("model evaluation", Domain.TOPIC))
    )
    return SwitchPlan(
        person=person,
        target=target,
        switch=classify(origin, target),
        difficulty=Difficulty(
            value=0.7, band=DifficultyBand.VERY_LARGE, parts=(Part(name="skill gap", value=0.6, weight=0.25, evidence=GROUND),)
        ),
        gaps=GapReport(asked=5, met=2, asked_tools=5, met_tools=2, gaps=gaps, met_names=("Python", "SQL")),
        strengths=StrengthReport(
            strengths=(
                Strength(
                    name="Medicine and Dentistry",
                    domain=Domain.KNOWLEDGE,
                    distinctiveness=2.5,
                    is_rare_at_target=True,
                    reason="made up",
                    evidence=GROUND,
                ),
            ),
            shared=3,
            asked=7,
        ),
        routes=routes,
        toolkits=(
            Toolkit(role=NURSES, technologies=("Epic Systems", "Microsoft Excel")),
            Toolkit(role=SCIENTISTS, technologies=("Python", "PyTorch", "Docker"), topics=("model evaluation",)),
            Toolkit(role=STATISTICIANS, technologies=("R", "SAS", "PyTorch")),
        ),
        provenance=Provenance(library="0"),
    )


def advice(key: str = "tip", **facts: object) -> Advice:
    """Return a piece of advice as a plugin would give it."""
    given = {"title": "A tip", "text": "Do this.", "reason": "It helps.", "evidence": [GROUND], **facts}
    return Advice(key=key, **given)  # type: ignore[arg-type]


PERSON = nurse("Python", "Zeppelin mooring", name="Quendolyn Zyxwv", schools=("Unseen University",))
PLAN = plan_for(PERSON)
