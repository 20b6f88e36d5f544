"""
Joins what several plugins answered to one hook, by the rule of that hook.

Every function takes a manager, or makes one with all installed plugins; each returns values and failures, never raises for
a plugin's sake (unless the manager is strict).
"""

from __future__ import annotations

import copy
import math
from collections.abc import Iterable
from typing import Any

import attrs

from aijobkit.advice import Advice, AdviceFailure
from aijobkit.errors import PluginError
from aijobkit.hookspecs import PROJECT
from aijobkit.industries import FoundIndustry
from aijobkit.people import Person
from aijobkit.plans import ReportFormat, Step, StepWeight, SwitchPlan
from aijobkit.plugins.failures import describe_error, own_texts, sorted_failures
from aijobkit.plugins.manager import HookReport, PluginManager, make_plugin_manager
from aijobkit.roles import FoundRole, RoleDefinition

__all__ = [
    "AdviceReport",
    "FormatReport",
    "FoundIndustryReport",
    "FoundRoleReport",
    "RoleReport",
    "WeightReport",
    "find_more_industries",
    "find_more_roles",
    "gather_advice",
    "gather_report_formats",
    "gather_roles",
    "render_with",
    "weigh_step",
]


@attrs.frozen(kw_only=True)
class AdviceReport:
    """
    All advice and all failures.

    Args:
        advice: Sorted by priority, provider and key.
        failures: Of finding, loading and asking, sorted by provider and hook.
    """

    advice: tuple[Advice, ...] = ()
    failures: tuple[AdviceFailure, ...] = ()


@attrs.frozen(kw_only=True)
class RoleReport:
    """
    Roles from plugins.

    Args:
        definitions: Sorted by code; no code twice.
        providers: ``(code, provider)`` for each, in the same order.
        failures: Sorted; a code that two bring names both.
    """

    definitions: tuple[RoleDefinition, ...] = ()
    providers: tuple[tuple[str, str], ...] = ()
    failures: tuple[AdviceFailure, ...] = ()


@attrs.frozen(kw_only=True)
class FoundRoleReport:
    """
    What plugins think a text means as a role.

    Args:
        found: Best first; ties by code and provider.
        failures: Sorted.
    """

    found: tuple[FoundRole, ...] = ()
    failures: tuple[AdviceFailure, ...] = ()


@attrs.frozen(kw_only=True)
class FoundIndustryReport:
    """
    What plugins think a text means as an industry.

    Args:
        found: Best first; ties by code and provider.
        failures: Sorted.
    """

    found: tuple[FoundIndustry, ...] = ()
    failures: tuple[AdviceFailure, ...] = ()


@attrs.frozen(kw_only=True)
class WeightReport:
    """
    How plugins weigh one step.

    Args:
        weights: One per plugin that had something to say, sorted by provider.
        failures: Sorted.
    """

    weights: tuple[StepWeight, ...] = ()
    failures: tuple[AdviceFailure, ...] = ()

    @property
    def factor(self) -> float:
        """The product of all factors; 1 where nobody weighs."""
        return math.prod(weight.factor for weight in self.weights)


@attrs.frozen(kw_only=True)
class FormatReport:
    """
    Report formats from plugins.

    Args:
        formats: Sorted by name; no name twice.
        failures: Sorted; a name that two bring names both.
    """

    formats: tuple[ReportFormat, ...] = ()
    failures: tuple[AdviceFailure, ...] = ()


def gather_advice(person: Person, plan: SwitchPlan, *, manager: PluginManager | None = None) -> AdviceReport:
    """
    Ask all providers for advice.

    Args:
        person: Who moves.
        plan: The plan, as yet without advice.
        manager: Who is asked; by default the built-in providers and all installed plugins.

    Returns:
        Every good piece of advice with the name of its provider, and every failure.  Equal arguments and plugins give equal
        reports, in whatever order the plugins were registered.

    Raises:
        PluginError: Only if a plugin failed and *manager* is strict.
    """
    manager = manager or make_plugin_manager()
    report = manager.call("aijobkit_advise", person=person, plan=plan)
    failures = list(report.failures)
    secrets = own_texts({"person": person, "plan": plan})
    seen: set[tuple[str, str]] = set()
    for provider, advice in report.results:
        if (provider, advice.key) in seen:
            trouble = f"uses the key {advice.key!r} more than once"
            failures.append(manager.failure_of(provider, "aijobkit_advise", trouble, secrets=secrets))
        seen.add((provider, advice.key))
    return AdviceReport(
        advice=tuple(sorted((advice for _, advice in report.results), key=Advice.sort_key)),
        failures=sorted_failures(manager.failures, failures),
    )


def _without_repeats(
    manager: PluginManager, hook: str, report: HookReport, key: str, taken: Iterable[str]
) -> tuple[dict[str, tuple[str, Any]], tuple[AdviceFailure, ...]]:
    """Return ``key -> (provider, value)``, sorted by key; the provider whose name sorts first keeps a key that two bring."""
    owners = dict.fromkeys(taken, PROJECT)
    kept: dict[str, tuple[str, Any]] = {}
    failures = list(report.failures)
    for provider, value in report.results:
        mark = getattr(value, key)
        if mark in owners:
            who = f"{owners[mark]} and {provider}" if owners[mark] != provider else f"{provider} twice"
            failures.append(
                manager.failure_of(provider, hook, f"the {key} {mark!r} is defined by {who}; the first one is used")
            )
        else:
            owners[mark] = provider
            kept[mark] = (provider, value)
    return dict(sorted(kept.items())), sorted_failures(failures)


def gather_roles(*, manager: PluginManager | None = None, taken: Iterable[str] = ()) -> RoleReport:
    """
    Ask all plugins for more roles.

    Args:
        manager: Who is asked; by default all installed plugins.
        taken: Codes that exist already.

    Returns:
        Definitions to hand to ``Taxonomy.with_roles``, and failures.

    Raises:
        PluginError: Only if a plugin failed and *manager* is strict.
    """
    manager = manager or make_plugin_manager()
    hook = "aijobkit_roles"
    kept, failures = _without_repeats(manager, hook, manager.call(hook), "code", taken)
    ours = [(code, provider) for code, (provider, _) in kept.items() if code.startswith(f"{PROJECT}:")]
    reserved = [
        manager.failure_of(provider, hook, f"the code {code!r} is in the namespace of aijobkit; use one of your own")
        for code, provider in ours
    ]
    free = {code: pair for code, pair in kept.items() if (code, pair[0]) not in ours}
    return RoleReport(
        definitions=tuple(value for _, value in free.values()),
        providers=tuple((code, provider) for code, (provider, _) in free.items()),
        failures=sorted_failures(failures, reserved),
    )


def find_more_roles(text: str, *, manager: PluginManager | None = None) -> FoundRoleReport:
    """
    Ask all plugins which roles *text* may mean.

    Args:
        text: Everyday text.
        manager: Who is asked; by default all installed plugins.

    Raises:
        PluginError: Only if a plugin failed and *manager* is strict.
    """
    report = (manager or make_plugin_manager()).call("aijobkit_find_roles", text=text)
    found = sorted((one for _, one in report.results), key=lambda one: (-one.confidence, one.code, one.provider))
    return FoundRoleReport(found=tuple(found), failures=report.failures)


def find_more_industries(text: str, *, manager: PluginManager | None = None) -> FoundIndustryReport:
    """
    Ask all plugins which industries *text* may mean.

    Args:
        text: Everyday text.
        manager: Who is asked; by default all installed plugins.

    Raises:
        PluginError: Only if a plugin failed and *manager* is strict.
    """
    report = (manager or make_plugin_manager()).call("aijobkit_find_industries", text=text)
    found = sorted((one for _, one in report.results), key=lambda one: (-one.confidence, one.code, one.provider))
    return FoundIndustryReport(found=tuple(found), failures=report.failures)


def weigh_step(step: Step, person: Person, *, manager: PluginManager | None = None) -> WeightReport:
    """
    Ask all plugins by how much *step* is harder or easier for *person*.

    Args:
        step: A step with its cost before weighing.
        person: Who would take it.
        manager: Who is asked; by default all installed plugins.

    Returns:
        The weights, whose product is `WeightReport.factor`, and failures.

    Raises:
        PluginError: Only if a plugin failed and *manager* is strict.
    """
    report = (manager or make_plugin_manager()).call("aijobkit_weigh_step", step=step, person=person)
    return WeightReport(weights=tuple(weight for _, weight in report.results), failures=report.failures)


def gather_report_formats(*, manager: PluginManager | None = None, taken: Iterable[str] = ()) -> FormatReport:
    """
    Ask all plugins for more report formats.

    Args:
        manager: Who is asked; by default all installed plugins.
        taken: Names of the formats that exist already.

    Raises:
        PluginError: Only if a plugin failed and *manager* is strict.
    """
    manager = manager or make_plugin_manager()
    hook = "aijobkit_report_formats"
    kept, failures = _without_repeats(manager, hook, manager.call(hook), "name", taken)
    return FormatReport(formats=tuple(value for _, value in kept.values()), failures=failures)


def render_with(report_format: ReportFormat, plan: SwitchPlan, /) -> str:
    """
    Write *plan* in a format that a plugin brought.

    Args:
        report_format: One of `gather_report_formats`.
        plan: What to write down; the renderer gets a copy.

    Returns:
        The text.

    Raises:
        PluginError: If the renderer fails or returns something else than text; the message holds nothing of the person.
    """
    try:
        text = report_format.render(copy.deepcopy(plan))  # even a frozen value can be forced
        if not isinstance(text, str):
            raise TypeError(f"render returned {type(text).__name__}; give text")
        text = str.__str__(text)
        text.encode()  # what no file can hold is no report
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001  # a stranger's renderer may raise anything
        said = describe_error(error, secrets=own_texts({"plan": plan}))
        raise PluginError(
            f"report format {report_format.name!r} of {report_format.provider or 'an unnamed plugin'} failed: {said}",
            provider=report_format.provider,
            hook="aijobkit_report_formats",
        ) from None
    return text
