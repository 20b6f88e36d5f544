"""
`check_provider`: our contract, run on somebody's plugin.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import types
from collections.abc import Callable
from typing import Any

import attrs

from aijobkit.errors import InvalidValueError, PluginError
from aijobkit.people import Person
from aijobkit.plans import GapReport, StrengthReport, SwitchPlan
from aijobkit.plugins import (
    AdviceReport,
    PluginManager,
    find_more_industries,
    find_more_roles,
    gather_advice,
    gather_report_formats,
    gather_roles,
    make_plugin_manager,
    render_with,
    weigh_step,
)

__all__ = ["check_provider"]

_NAME = "checked"
# What people type: usual, unusual, and nothing to make sense of.
_TEXTS = ("nurse", "ML eng", "software", "C++", "  ", "'; DROP TABLE roles; --", "\N{GREEK CAPITAL LETTER OMEGA}" * 200)
_SEEDS = ("1", "2")
_CHILD = """
import pickle, sys
path, name, payload = pickle.load(sys.stdin.buffer)
sys.path[:] = path
import importlib
from aijobkit.testing.checking import _answers
plugin, person, plan = pickle.loads(payload)
sys.stdout.write(_answers(importlib.import_module(name) if name else plugin, person, plan))
"""


def check_provider(plugin: object, person: Person, plan: SwitchPlan, /, *, other_processes: bool = True) -> AdviceReport:
    """
    Run the contract of a plugin on one person and plan.

    Checked are all hooks that it implements: it registers, answers with the right types and nothing else, fails neither on
    this plan nor on one with nothing in it, gives equal answers to equal arguments, changes nothing that it is given, and
    answers the same under other hash seeds.

    Args:
        plugin: A module or object with functions that carry ``hookimpl``.
        person: Whom it is asked about.
        plan: The plan without advice, such as one of `sample_plans`.
        other_processes: Whether to ask again in two processes with other hash seeds (about a second); skipped for a plugin
            that cannot be sent to another process.  Switch it off inside a property test.

    Returns:
        The plugin's own advice.

    Raises:
        PluginError: If anything is wrong; the message names all of it.
        InvalidValueError: If *person* or *plan* is not what it should be.

    Examples:
        >>> from aijobkit import hookimpl
        >>> from aijobkit.testing import sample_plans
        >>> class Silent:
        ...     @hookimpl
        ...     def aijobkit_advise(self, person, plan):
        ...         return None
        >>> plan = sample_plans()[0]
        >>> check_provider(Silent(), plan.person, plan).advice
        ()
    """
    for field, value, kind in (("person", person, Person), ("plan", plan, SwitchPlan)):
        if not isinstance(value, kind):
            raise InvalidValueError(field, type(value).__name__, f"give a {kind.__name__}")
    problems: list[str] = []
    manager = _manager_of(plugin)
    first = gather_advice(person, plan, manager=manager)
    if manager.failures:
        raise PluginError(_message([f"{one.hook}: {one.error}" for one in manager.failures]), provider=_NAME, hook="load")
    problems += [f"{one.hook}: {one.error}" for one in first.failures]
    bare = attrs.evolve(plan, gaps=GapReport(), strengths=StrengthReport(), routes=(), toolkits=(), notes=())
    on_bare = gather_advice(person, bare, manager=manager)
    problems += [f"{one.hook}: on a plan with nothing in it: {one.error}" for one in on_bare.failures]
    problems += _other_hooks(manager, person, plan)
    answers = _answers(plugin, person, plan)
    if answers != _answers(plugin, person, plan):
        problems.append("gives other answers when asked again; use no clock, no randomness and no memory of earlier calls")
    if other_processes:
        problems += _elsewhere(plugin, person, plan, answers)
    if problems:
        raise PluginError(_message(problems), provider=_NAME, hook="aijobkit_advise")
    return AdviceReport(advice=tuple(one for one in first.advice if one.provider == _NAME), failures=())


def _message(problems: list[str]) -> str:
    return "the plugin does not keep the contract:\n" + "\n".join(f"- {problem}" for problem in dict.fromkeys(problems))


def _manager_of(plugin: object) -> PluginManager:
    return make_plugin_manager(discover=False, block=["aijobkit"], plugins={_NAME: plugin})


def _other_hooks(manager: PluginManager, person: Person, plan: SwitchPlan) -> list[str]:
    """Return what is wrong with the answers to all hooks but the advice."""
    reports: list[Any] = [gather_roles(manager=manager)]
    finders: tuple[Callable[..., Any], ...] = (find_more_roles, find_more_industries)
    reports += [find(text, manager=manager) for find in finders for text in _TEXTS]
    reports += [weigh_step(step, person, manager=manager) for route in plan.routes for step in route.steps]
    formats = gather_report_formats(manager=manager)
    problems = [f"{one.hook}: {one.error}" for report in (*reports, formats) for one in report.failures]
    for one in formats.formats:
        try:
            render_with(one, plan)
        except PluginError as error:
            problems.append(str(error))
    return problems


def _answers(plugin: object, person: Person, plan: SwitchPlan) -> str:
    """Return everything that a plugin answers, as one text that can be compared."""
    manager = _manager_of(plugin)
    formats = gather_report_formats(manager=manager)
    answers: list[object] = [
        gather_advice(person, plan, manager=manager),
        gather_roles(manager=manager),
        [find_more_roles(text, manager=manager) for text in _TEXTS],
        [find_more_industries(text, manager=manager) for text in _TEXTS],
        [weigh_step(step, person, manager=manager) for route in plan.routes for step in route.steps],
        [(one.name, one.title, one.media_type) for one in formats.formats],
    ]
    for one in formats.formats:
        try:
            answers.append(render_with(one, plan))
        except PluginError as error:
            answers.append(str(error))
    return repr(answers)


def _elsewhere(plugin: object, person: Person, plan: SwitchPlan, answers: str) -> list[str]:
    """Return what is wrong when the plugin is asked in processes with other hash seeds."""
    is_module = isinstance(plugin, types.ModuleType)
    try:
        payload = pickle.dumps((None if is_module else plugin, person, plan))
    except Exception:  # noqa: BLE001  # a class inside a function cannot be sent; that is no fault of the plugin
        return []
    name = plugin.__name__ if isinstance(plugin, types.ModuleType) else ""
    for seed in _SEEDS:
        done = subprocess.run(  # noqa: S603  # our own interpreter and our own text
            [sys.executable, "-c", _CHILD],
            input=pickle.dumps((sys.path, name, payload)),
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        )
        if done.returncode:
            lines = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no message"]
            return [f"fails in another process: {lines[-1]}"]
        if done.stdout.decode("utf-8") != answers:
            return ["gives other answers under another hash seed; sort what comes out of a set or dict before you return it"]
    return []
