"""
People and plans to try a plugin on: different kinds of switch, with and without skills, on the embedded data.
"""

from __future__ import annotations

import functools

import attrs

from aijobkit.people import Employer, EmployerKind, Person, Position
from aijobkit.planner import make_plan
from aijobkit.plans import SwitchPlan
from aijobkit.plugins import make_plugin_manager
from aijobkit.roles import Seniority
from aijobkit.taxonomy import Taxonomy, load_taxonomy

__all__ = ["sample_people", "sample_plans"]

# Role and industry of origin and target by code, skills, and what else is said; nobody in particular.
_MOVES: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = (
    ("29-1141.00", "622", "15-2051.00", "5132", ("Python", "SQL", "Epic")),
    ("19-2012.00", "5417", "aijobkit:machine-learning-engineer", "5417", ("Python", "MATLAB", "C++")),
    ("15-1252.00", "5221", "15-1252.00", "5132", ("Java", "Kubernetes")),
    ("aijobkit:undergraduate-student", "", "aijobkit:ai-engineer", "5132", ()),
    ("25-2031.00", "6111", "aijobkit:ai-product-manager", "6111", ("curriculum design",)),
    ("15-2051.00", "5132", "15-2051.00", "5132", ("R", "statistics")),
)


def _position(taxonomy: Taxonomy, role: str, industry: str) -> Position:
    return Position(role=taxonomy.role(role), industry=taxonomy.industry(industry) if industry else None)


def _moves(taxonomy: Taxonomy) -> tuple[tuple[Person, Position], ...]:
    moves = []
    for place, (role, industry, target_role, target_industry, skills) in enumerate(_MOVES):
        origin = _position(taxonomy, role, industry)
        if place == 1:
            origin = attrs.evolve(origin, employer=Employer(kind=EmployerKind.LARGE), seniority=Seniority.LEAD)
        person = Person(
            position=origin,
            skills=skills,
            past=(_position(taxonomy, "43-9061.00", "6111"),) if place == 2 else (),  # one of them has a past
            education=8 if place == 1 else None,
        )
        moves.append((person, _position(taxonomy, target_role, target_industry)))
    return tuple(moves)


@functools.lru_cache(maxsize=1)
def _embedded() -> Taxonomy:
    return load_taxonomy()


def sample_people(*, taxonomy: Taxonomy | None = None) -> tuple[Person, ...]:
    """
    Return people to try a plugin on: a nurse, a physicist, a software developer, a student, a teacher, a data scientist.

    Args:
        taxonomy: Where their roles are looked up; the embedded data by default.

    Examples:
        >>> [person.position.role.title for person in sample_people()][:2]
        ['Registered Nurses', 'Physicists']
    """
    return tuple(person for person, _ in _moves(taxonomy or _embedded()))


def sample_plans(*, taxonomy: Taxonomy | None = None) -> tuple[SwitchPlan, ...]:
    """
    Return a plan for each of `sample_people`: both axes, role only, industry only, entering, role only, and no switch.

    They hold no advice yet, as when a provider is asked.

    Args:
        taxonomy: The data; the embedded ones by default.

    Examples:
        >>> [plan.switch.kind.value for plan in sample_plans()]
        ['both', 'role', 'industry', 'role', 'role', 'none']
    """
    if taxonomy is None:
        return _embedded_plans()
    return _plans(taxonomy)


@functools.lru_cache(maxsize=1)
def _embedded_plans() -> tuple[SwitchPlan, ...]:
    return _plans(_embedded())


def _plans(taxonomy: Taxonomy) -> tuple[SwitchPlan, ...]:
    nobody = make_plugin_manager(discover=False, block=["aijobkit"])
    return tuple(make_plan(person, target, taxonomy=taxonomy, manager=nobody) for person, target in _moves(taxonomy))
