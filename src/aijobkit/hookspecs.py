"""
The letterbox: what a plugin may implement, and the marks with which it does so.

A plugin is a module or an object whose functions carry `hookimpl`.  Each specification's docstring is the contract with its
author.  An implementation may leave out arguments that it does not use; wrappers are forbidden.  Every hook is called with
named arguments, one plugin at a time, and a plugin that fails costs nobody else's answer.
"""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from aijobkit.advice import Advice
from aijobkit.industries import FoundIndustry
from aijobkit.people import Person
from aijobkit.plans import ReportFormat, Step, StepWeight, SwitchPlan
from aijobkit.roles import FoundRole, RoleDefinition

__all__ = [
    "PROJECT",
    "aijobkit_advise",
    "aijobkit_find_industries",
    "aijobkit_find_roles",
    "aijobkit_report_formats",
    "aijobkit_roles",
    "aijobkit_weigh_step",
    "hookimpl",
    "hookspec",
]

PROJECT = "aijobkit"
"""The name of the project for pluggy, and of the group of entry points."""

hookspec = pluggy.HookspecMarker(PROJECT)
"""Marks a specification; used in this module only."""

hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks an implementation in a plugin; had by ``from aijobkit import hookimpl``."""


@hookspec
def aijobkit_advise(person: Person, plan: SwitchPlan) -> Iterable[Advice] | None:
    """
    Say something useful to this person about this move.

    Args:
        person: Who moves; the same as ``plan.person``.
        plan: The whole plan, except that ``plan.advice`` and ``plan.failures`` are still empty.

    Returns:
        Pieces of advice in any order, from a list or a generator, or None for nothing to say.  `Advice.provider` is filled in
        for you.  Give each piece a key of its own.  All advice is sorted by priority, provider and key.

    The function must be pure: equal arguments give equal advice; no clock, no randomness, no network.
    """


@hookspec
def aijobkit_roles() -> Iterable[RoleDefinition] | None:
    """
    Bring more roles, such as those of one trade.

    Returns:
        Definitions, each under a code in a namespace of your own (``bank:credit-model-validator``).  A code that somebody else
        brings too is an error that names both; the provider whose name sorts first keeps it.
    """


@hookspec
def aijobkit_find_roles(text: str) -> Iterable[FoundRole] | None:
    """
    Say which roles a text may mean.

    Args:
        text: Everyday text, as a person wrote it.

    Returns:
        Candidates with their confidence and reason, or None.  They are joined with the ones that aijobkit finds, and the
        source of each is shown.
    """


@hookspec
def aijobkit_find_industries(text: str) -> Iterable[FoundIndustry] | None:
    """
    Say which industries a text may mean.

    Args:
        text: Everyday text, as a person wrote it, such as the name of an employer's division.

    Returns:
        Candidates with their confidence and reason, or None.  They are joined with the ones that aijobkit finds, and the
        source of each is shown.
    """


@hookspec
def aijobkit_weigh_step(step: Step, person: Person) -> StepWeight | None:
    """
    Say by how much one step of a route is harder or easier for this person than the data know.

    Args:
        step: The step, with its cost before any plugin weighed it.
        person: Who would take it.

    Returns:
        One weight, or None to leave the step alone.  The factors of all plugins are multiplied, and each is shown as a part of
        the cost with its reason.
    """


@hookspec
def aijobkit_report_formats() -> Iterable[ReportFormat] | None:
    """
    Bring more ways to write a plan down.

    Returns:
        Formats, each under a name that is not taken.  A name that two plugins bring is an error that names both.
    """
