"""
aijobkit says truthfully what kind of move a job in AI would be, how hard it is, and by which steps it gets easier.

The house, top floor first; a room imports only rooms further down (an executable contract in ``pyproject.toml``)::

    cli                the command line
    reports            text, Markdown, HTML and JSON       importers       LinkedIn, JSON Resume, CSV -> Person, Contact
    testing            for authors of plugins              strategies      for tests with Hypothesis
    scaffold           a new plugin distribution           interview_log   one file that the person owns
    planner            make_plan() and the questions people ask
    contacts           whom to ask, from the person's own contacts
    plugins            finds, loads, isolates and asks providers
    providers          the built-in advice, entering by the same hooks as strangers
    hookspecs          the hook specifications
    serialize          values <-> JSON
    taxonomy           the embedded data: load, look up, find by free text, measure; build from official releases
    -- pure verbs: value in, value out --
    routes             stepping stones                     difficulty      how hard a switch is
    gaps               what is missing, what is there      classify        what kind of move it is
    -- nouns: frozen values --
    plans  advice  switches  people  industries  roles  evidence  errors

Everything named here is loaded when it is first used, so that ``import aijobkit`` costs next to nothing.
"""

from __future__ import annotations

import importlib
import sys
import types
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aijobkit._version import __version__
    from aijobkit.advice import Action, Advice, AdviceFailure
    from aijobkit.classify import classify
    from aijobkit.contacts import rank_contacts
    from aijobkit.errors import (
        AijobkitError,
        AmbiguousIndustryError,
        AmbiguousRoleError,
        InvalidValueError,
        ResolutionError,
        UnknownIndustryError,
        UnknownRoleError,
    )
    from aijobkit.evidence import Evidence, EvidenceKind, Provenance
    from aijobkit.hookspecs import hookimpl
    from aijobkit.industries import Industry, IndustryFamily, IndustryLevel
    from aijobkit.people import Contact, Employer, EmployerKind, Person, Position, Tie
    from aijobkit.planner import compare, explain, feeders, make_plan, what_if
    from aijobkit.plans import Gap, GapReport, Route, Step, Strength, StrengthReport, SwitchPlan
    from aijobkit.plugins import gather_advice, make_plugin_manager
    from aijobkit.roles import Role, RoleDefinition, RoleLevel, RoleProfile, Seniority
    from aijobkit.serialize import from_json, json_schema, to_json
    from aijobkit.switches import Assumptions, Axis, Difficulty, DifficultyBand, Distance, Switch, SwitchKind
    from aijobkit.taxonomy import IndustryMatch, RoleMatch, Taxonomy, load_taxonomy

__all__ = [
    "Action",
    "Advice",
    "AdviceFailure",
    "AijobkitError",
    "AmbiguousIndustryError",
    "AmbiguousRoleError",
    "Assumptions",
    "Axis",
    "Contact",
    "Difficulty",
    "DifficultyBand",
    "Distance",
    "Employer",
    "EmployerKind",
    "Evidence",
    "EvidenceKind",
    "Gap",
    "GapReport",
    "Industry",
    "IndustryFamily",
    "IndustryLevel",
    "IndustryMatch",
    "InvalidValueError",
    "Person",
    "Position",
    "Provenance",
    "ResolutionError",
    "Role",
    "RoleDefinition",
    "RoleLevel",
    "RoleMatch",
    "RoleProfile",
    "Route",
    "Seniority",
    "Step",
    "Strength",
    "StrengthReport",
    "Switch",
    "SwitchKind",
    "SwitchPlan",
    "Taxonomy",
    "Tie",
    "UnknownIndustryError",
    "UnknownRoleError",
    "__version__",
    "classify",
    "compare",
    "explain",
    "feeders",
    "from_json",
    "gather_advice",
    "hookimpl",
    "json_schema",
    "load_taxonomy",
    "make_plan",
    "make_plugin_manager",
    "rank_contacts",
    "to_json",
    "what_if",
]

_ROOMS = {
    "_version": ("__version__",),
    "advice": ("Action", "Advice", "AdviceFailure"),
    "classify": ("classify",),
    "contacts": ("rank_contacts",),
    "errors": (
        "AijobkitError",
        "AmbiguousIndustryError",
        "AmbiguousRoleError",
        "InvalidValueError",
        "ResolutionError",
        "UnknownIndustryError",
        "UnknownRoleError",
    ),
    "evidence": ("Evidence", "EvidenceKind", "Provenance"),
    "hookspecs": ("hookimpl",),
    "industries": ("Industry", "IndustryFamily", "IndustryLevel"),
    "people": ("Contact", "Employer", "EmployerKind", "Person", "Position", "Tie"),
    "planner": ("compare", "explain", "feeders", "make_plan", "what_if"),
    "plans": ("Gap", "GapReport", "Route", "Step", "Strength", "StrengthReport", "SwitchPlan"),
    "plugins": ("gather_advice", "make_plugin_manager"),
    "roles": ("Role", "RoleDefinition", "RoleLevel", "RoleProfile", "Seniority"),
    "serialize": ("from_json", "json_schema", "to_json"),
    "switches": ("Assumptions", "Axis", "Difficulty", "DifficultyBand", "Distance", "Switch", "SwitchKind"),
    "taxonomy": ("IndustryMatch", "RoleMatch", "Taxonomy", "load_taxonomy"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}
# The room `classify` shares its name with the function; importing a room would otherwise hide the function behind it.
_NAMESAKES = frozenset({"classify"})


class _FrontDoor(types.ModuleType):
    """Keep a function at the front door when the room of the same name is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in _NAMESAKES and isinstance(value, types.ModuleType):
            value = getattr(value, name)
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _FrontDoor


def __getattr__(name: str) -> object:
    room = _ROOM_OF.get(name)
    if room is None:
        raise AttributeError(f"module 'aijobkit' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"aijobkit.{room}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
