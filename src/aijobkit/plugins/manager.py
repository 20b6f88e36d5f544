"""
The hall porter: lets plugins in, keeps them apart, and asks them one at a time.

This isolates faults.  It is not a sandbox: a plugin is code that runs with the rights of the caller, and one that never
returns cannot be stopped from here; its time is measured and shown by `PluginManager.infos`.
"""

from __future__ import annotations

import copy
import os
import time
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from aijobkit import hookspecs, providers
from aijobkit._checks import did_you_mean
from aijobkit._version import __version__
from aijobkit.advice import AdviceFailure
from aijobkit.errors import InvalidValueError, PluginError
from aijobkit.plugins.answers import KINDS, Problem, read_answer
from aijobkit.plugins.discovery import Offer, find_offers, normal_name
from aijobkit.plugins.failures import one_line, own_texts, sorted_failures
from aijobkit.plugins.tenants import ARGUMENTS, PluginInfo, Tenant, default_name, find_hooks

__all__ = ["ENVIRONMENT", "HookReport", "PluginInfo", "PluginManager", "make_plugin_manager"]

ENVIRONMENT = "AIJOBKIT_PLUGINS"
"""Environment variable with the names of the plugins from outside that may load, joined by commas; empty means none."""


@attrs.frozen(kw_only=True)
class HookReport:
    """
    What came back from one hook.

    Args:
        results: ``(provider, value)`` pairs, sorted by provider, the values of one provider in its own order.
        failures: What went wrong, sorted.
    """

    results: tuple[tuple[str, Any], ...] = ()
    failures: tuple[AdviceFailure, ...] = ()


_Answer = tuple[tuple[Any, ...], tuple[Problem, ...]]


class PluginManager:
    """
    Holds plugins and asks them.

    Make one with `make_plugin_manager`; there is no hidden global one.

    Args:
        discover: See `make_plugin_manager`, as for the other arguments.
        plugins: More plugins.
        allow: Names that may load from outside.
        block: Names that must not load.
        strict: Whether a failing plugin raises `PluginError` instead of being recorded.

    Examples:
        >>> manager = make_plugin_manager(discover=False)
        >>> [info.name for info in manager.infos][:2]
        ['aijobkit:employers', 'aijobkit:gaps']
    """

    def __init__(
        self,
        *,
        discover: bool = False,
        plugins: Iterable[object] | Mapping[str, object] = (),
        allow: Iterable[str] | None = None,
        block: Iterable[str] = (),
        strict: bool = False,
    ) -> None:
        for field, names in (("allow", allow), ("block", block)):
            if isinstance(names, str):
                raise InvalidValueError(field, names, "give a list of names, not one text")
        self._strict = strict
        self._tenants: dict[str, Tenant] = {}
        self._failures: tuple[AdviceFailure, ...] = ()
        self._turned_away: dict[str, PluginInfo] = {}
        blocked = frozenset(map(normal_name, block))
        for name, module in providers.BUILT_IN:
            tenant = Tenant(f"{hookspecs.PROJECT}:{name}", hookspecs.PROJECT, __version__, is_own=True)
            if _is_named(tenant.name, blocked):
                self._turn_away(tenant, "blocked")
            else:
                self._admit(module, tenant)
        if discover:
            self._discover(_allowed_names(allow), blocked)
        named = plugins.items() if isinstance(plugins, Mapping) else ((None, plugin) for plugin in plugins)
        for given, plugin in named:
            if given is not None and _is_named(normal_name(given), blocked):
                self._turn_away(Tenant(given), "blocked")
            else:
                self.register(plugin, name=given)

    @property
    def infos(self) -> tuple[PluginInfo, ...]:
        """All plugins that were met, let in or not, sorted by name."""
        inside = {
            name: PluginInfo(
                name=name,
                distribution=tenant.distribution,
                version=tenant.version,
                hooks=tuple(sorted(tenant.hooks)),
                load_ms=tenant.load_ms,
                call_ms=tenant.call_ms,
            )
            for name, tenant in self._tenants.items()
        }
        everybody = {**self._turned_away, **inside}
        return tuple(everybody[name] for name in sorted(everybody))

    @property
    def failures(self) -> tuple[AdviceFailure, ...]:
        """What went wrong while plugins were found and let in, sorted."""
        return self._failures

    @property
    def asked(self) -> tuple[str, ...]:
        """``name version`` of every plugin that was let in, sorted; belongs into the provenance of a result."""
        return tuple(f"{name} {tenant.version}".strip() for name, tenant in sorted(self._tenants.items()))

    def implements(self, hook: str, /) -> bool:
        """Say whether any plugin inside implements *hook*; without one there is nothing to ask."""
        return any(hook in tenant.hooks for tenant in self._tenants.values())

    def failure_of(
        self, provider: str, /, hook: str, error: BaseException | str, *, secrets: Iterable[str] = ()
    ) -> AdviceFailure:
        """
        Return a failure of a plugin that was let in, with its distribution and version; for those who use its answers.

        Args:
            provider: Its name.
            hook: The hook whose answer was of no use.
            error: Why.
            secrets: Texts of the person that must not be repeated.
        """
        return self._tenants[provider].failure(hook, error, secrets)

    def register(self, plugin: object, *, name: str | None = None) -> str | None:
        """
        Let in a plugin by hand.

        Args:
            plugin: A module or an object whose functions carry `hookimpl`.
            name: What its advice and failures are called after; by default the name of the module or class, which only one
                plugin can have.

        Returns:
            The name it got, or None where it was refused, which `failures` then explains.

        Raises:
            PluginError: If it was refused and the manager is strict.
            InvalidValueError: If *name* is not readable text, or none is given for the second plugin of one class.
        """
        if name is not None and (not isinstance(name, str) or not name.strip() or one_line(name) != name):
            raise InvalidValueError("name", name, "give one line of readable text")
        wanted = name or one_line(default_name(plugin))
        if name is None and wanted in self._tenants:
            # Any name of our making, and any choice between the two, would hang on the order of registration.
            hint = "there is a plugin of this name already; give each a name of its own: plugins={'first': ..., 'second': ...}"
            raise InvalidValueError("plugins", wanted, hint)
        return self._admit(plugin, Tenant(wanted))

    def call(self, hook: str, /, **arguments: object) -> HookReport:
        """
        Ask every plugin that implements *hook*, one at a time, sorted by name.

        Args:
            hook: Name of the hook, such as ``aijobkit_advise``.
            arguments: Exactly the arguments of its specification.

        Returns:
            Checked answers and failures.  A plugin from outside gets copies of the values, so that nothing it does to them
            reaches anybody else.

        Raises:
            InvalidValueError: If there is no such hook or the arguments are not its own.
            PluginError: If a plugin failed and the manager is strict.
        """
        if hook not in KINDS:
            raise InvalidValueError("hook", hook, f"give one of {', '.join(did_you_mean(hook, KINDS) or sorted(KINDS))}")
        if set(arguments) != set(ARGUMENTS[hook]):
            raise InvalidValueError("arguments", tuple(sorted(arguments)), f"give {', '.join(ARGUMENTS[hook]) or 'none'}")
        answers = self._ask_all(hook, arguments)
        results = tuple((name, value) for name, (values, _) in sorted(answers.items()) for value in values)
        failures: list[AdviceFailure] = []
        for name, (_, problems) in sorted(answers.items()):
            for problem in problems:
                failures.append(self._tenants[name].failure(hook, problem, own_texts(arguments)))
                self._raise_if_strict(failures[-1], problem)
        return HookReport(results=results, failures=sorted_failures(failures))

    def _ask_all(self, hook: str, arguments: Mapping[str, object]) -> dict[str, _Answer]:
        """Ask everybody; plugins from outside get copies, and whoever changes one is found and not believed."""
        asked = [self._tenants[name] for name in sorted(self._tenants) if hook in self._tenants[name].hooks]
        guests = [tenant for tenant in asked if not tenant.is_own]
        answers = {tenant.name: _ask(tenant, hook, arguments) for tenant in asked if tenant.is_own}
        if not guests:
            return answers
        shared = copy.deepcopy(dict(arguments))
        of_guests = {tenant.name: _ask(tenant, hook, shared) for tenant in guests}
        if not _are_equal(shared, arguments):
            # Somebody changed what all of them saw: ask again, each with a copy of their own.
            of_guests = {tenant.name: _ask_alone(tenant, hook, arguments) for tenant in guests}
        return {**answers, **of_guests}

    def _raise_if_strict(self, failure: AdviceFailure, cause: Problem | None = None) -> None:
        if self._strict:
            error = PluginError(
                f"plugin {failure.provider}, {failure.hook}: {failure.error}", provider=failure.provider, hook=failure.hook
            )
            raise error from (cause if isinstance(cause, BaseException) else None)

    def _note(self, failure: AdviceFailure, cause: Problem | None = None) -> None:
        self._failures = sorted_failures(self._failures, [failure])
        self._raise_if_strict(failure, cause)

    def _turn_away(self, tenant: Tenant, state: str) -> None:
        self._turned_away[tenant.name] = PluginInfo(
            name=tenant.name, distribution=tenant.distribution, version=tenant.version, state=state, load_ms=tenant.load_ms
        )

    def _discover(self, allowed: frozenset[str] | None, blocked: frozenset[str]) -> None:
        if allowed is not None and not allowed:
            return  # nothing may load, so nobody's files are read
        offers, failures = find_offers()
        for failure in failures:
            if allowed is None or _is_named(failure.provider, allowed):
                self._note(failure)
        for offer in offers:
            tenant = Tenant(offer.provider, offer.distribution, offer.version)
            if _is_named(offer.provider, blocked):
                self._turn_away(tenant, "blocked")
            elif allowed is not None and not _is_named(offer.provider, allowed):
                self._turn_away(tenant, "not allowed")
            else:
                self._load(offer, tenant)
        known = {name for offer in offers for name in (offer.provider, offer.distribution)}
        for name in sorted((allowed or frozenset()) - known):
            self._turn_away(Tenant(one_line(name)), "not installed")

    def _admit(self, plugin: object, tenant: Tenant) -> str | None:
        if tenant.name == hookspecs.PROJECT:
            # Matches are told apart by who found them, and this is what our own are called.
            self._note(tenant.failure("load", f"the name {tenant.name!r} is ours; give it another name"))
            return None
        if tenant.name in self._tenants:
            self._note(tenant.failure("load", "another plugin of this name is already there; give it another name"))
            return None
        try:
            tenant.hooks, remarks = find_hooks(plugin)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001  # looking at a stranger's attributes may run a stranger's code
            self._turn_away(tenant, "failed")
            self._note(tenant.failure("load", str(error) if isinstance(error, PluginError) else error), error)
            return None
        self._tenants[tenant.name] = tenant
        for remark in remarks:
            self._note(tenant.failure("load", remark))
        return tenant.name

    def _load(self, offer: Offer, tenant: Tenant) -> None:
        start = time.perf_counter()
        try:
            plugin = offer.entry.load()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001  # an import may raise anything, SystemExit included
            tenant.load_ms = 1000 * (time.perf_counter() - start)
            self._turn_away(tenant, "failed")
            self._note(tenant.failure("load", error), error)
            return
        tenant.load_ms = 1000 * (time.perf_counter() - start)
        self._admit(plugin, tenant)


def _ask(tenant: Tenant, hook: str, given: Mapping[str, object]) -> _Answer:
    """Ask one plugin; return its checked answers and what went wrong."""
    implementation = tenant.hooks[hook]
    start = time.perf_counter()
    values: tuple[Any, ...] = ()
    problems: tuple[Problem, ...]
    try:
        answer = implementation.function(*[given[name] for name in implementation.argnames])
        values, problems = read_answer(answer, hook, tenant.name)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001  # a stranger's hook may raise anything, SystemExit included
        problems = (error,)
    tenant.call_ms += 1000 * (time.perf_counter() - start)
    return values, problems


def _ask_alone(tenant: Tenant, hook: str, arguments: Mapping[str, object]) -> _Answer:
    """Ask one plugin with a copy of its own, and do not believe it if it changes that."""
    given = copy.deepcopy(dict(arguments))
    values, problems = _ask(tenant, hook, given)
    if _are_equal(given, arguments):
        return values, problems
    return (), (*problems, "changed a value that it was given; its answers are not used")


def _are_equal(given: Mapping[str, object], arguments: Mapping[str, object]) -> bool:
    try:
        return bool(given == arguments)
    except Exception:  # noqa: BLE001  # a value that was tampered with may not even compare
        return False


def _allowed_names(allow: Iterable[str] | None) -> frozenset[str] | None:
    """Return the normalised names that may load from outside, or None for all; the environment narrows further."""
    listed = None if allow is None else frozenset(map(normal_name, allow))
    environment = os.environ.get(ENVIRONMENT)
    if environment is None:
        return listed
    wanted = frozenset(normal_name(name) for name in environment.split(",") if name.strip())
    return wanted if listed is None else wanted & listed


def _is_named(provider: str, names: frozenset[str]) -> bool:
    return provider in names or provider.partition(":")[0] in names


def make_plugin_manager(
    *,
    discover: bool = True,
    plugins: Iterable[object] | Mapping[str, object] = (),
    allow: Iterable[str] | None = None,
    block: Iterable[str] = (),
    strict: bool = False,
) -> PluginManager:
    """
    Return a fresh manager with the built-in providers, the installed plugins and those given here.

    Args:
        discover: Whether to look for installed distributions with entry points in the group ``aijobkit``.
        plugins: More plugins: modules or objects, or a mapping from names to them.
        allow: Names of distributions, or ``distribution:entry``, that may load from outside; None for all.  Decided before
            anything is imported.  The environment variable ``AIJOBKIT_PLUGINS`` (names joined by commas, empty for none)
            narrows this further.
        block: Names that must not load, built-in ones such as ``aijobkit:interviews`` included.
        strict: Whether the first failure raises.

    Raises:
        PluginError: If a plugin failed and *strict* is set.
        InvalidValueError: If *allow* or *block* is one text rather than a collection, or two of *plugins* have no name and the
            same class.

    Examples:
        >>> manager = make_plugin_manager(discover=False, block=["aijobkit:employers"])
        >>> [info.name for info in manager.infos if info.state == "blocked"]
        ['aijobkit:employers']
    """
    for field, names in (("allow", allow), ("block", block)):
        if isinstance(names, str):
            raise InvalidValueError(field, names, "give a list of names, not one text")
    return PluginManager(discover=discover, plugins=plugins, allow=allow, block=block, strict=strict)
