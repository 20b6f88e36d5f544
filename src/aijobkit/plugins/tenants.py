"""
Plugins that live here: what is known of each, its implementations, and what must hold before one is let in.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from typing import Any

import attrs
import pluggy
from pluggy import HookImpl

from aijobkit import hookspecs
from aijobkit._checks import did_you_mean
from aijobkit.advice import AdviceFailure
from aijobkit.errors import PluginError
from aijobkit.plugins.answers import KINDS
from aijobkit.plugins.failures import describe_error

__all__ = ["ARGUMENTS", "PluginInfo", "Tenant", "default_name", "find_hooks"]

ARGUMENTS = {hook: tuple(inspect.signature(getattr(hookspecs, hook)).parameters) for hook in sorted(KINDS)}
"""The names of the arguments of every hook, in order."""


@attrs.frozen(kw_only=True)
class PluginInfo:
    """
    What is known of one plugin.

    Args:
        name: The provider's name, ``distribution:entry`` for installed ones.
        distribution: Distribution that ships it; empty where unknown.
        version: Version of the distribution; empty where unknown.
        hooks: Names of the hooks it implements, sorted.
        state: ``loaded``, ``failed``, ``blocked``, ``not allowed`` or ``not installed``.
        load_ms: Time it took to import, in milliseconds; differs from run to run, so it enters no result.
        call_ms: Time spent in its hooks so far, in milliseconds.
    """

    name: str
    distribution: str = ""
    version: str = ""
    hooks: tuple[str, ...] = ()
    state: str = "loaded"
    load_ms: float = 0.0
    call_ms: float = 0.0


class Tenant:
    """One plugin that was let in, with its implementations."""

    __slots__ = ("call_ms", "distribution", "hooks", "is_own", "load_ms", "name", "version")

    def __init__(self, name: str, distribution: str = "", version: str = "", *, is_own: bool = False) -> None:
        self.name = name
        self.distribution = distribution
        self.version = version
        self.is_own = is_own
        self.hooks: dict[str, HookImpl] = {}
        self.load_ms = 0.0
        self.call_ms = 0.0

    def failure(self, hook: str, error: BaseException | str, secrets: Iterable[str] = ()) -> AdviceFailure:
        """Return a failure of this plugin, worded without *secrets*."""
        return AdviceFailure(
            provider=self.name,
            distribution=self.distribution,
            version=self.version,
            hook=hook,
            error=describe_error(error, secrets=secrets),
        )


def _marked(plugin: object, porter: pluggy.PluginManager) -> dict[str, Any]:
    """Return the options of everything in *plugin* that is marked as an implementation, by attribute name."""
    options = {name: porter.parse_hookimpl_opts(plugin, name) for name in dir(plugin)}
    return {name: found for name, found in options.items() if found is not None}


def find_hooks(plugin: object) -> tuple[dict[str, HookImpl], list[str]]:
    """
    Return the implementations of *plugin* and remarks about it.

    Checked is what pluggy's ``register`` and ``check_pending`` check, and more, but in words that name what is meant and are
    the same in every run: theirs hold memory addresses and the order of sets.

    Raises:
        PluginError: If the plugin cannot be used.
    """
    if inspect.isclass(plugin):
        raise PluginError(f"{plugin.__name__} is a class; give an instance of it, or a module")
    marked = _marked(plugin, pluggy.PluginManager(hookspecs.PROJECT))
    hooks: dict[str, HookImpl] = {}
    for attribute, options in sorted(marked.items()):
        hook = options.get("specname") or attribute
        if hook not in KINDS:
            if options.get("optionalhook"):
                continue
            near = did_you_mean(hook, KINDS)
            hint = f"; did you mean {near[0]}?" if near else f"; there are {', '.join(sorted(KINDS))}"
            raise PluginError(f"there is no hook {hook!r}{hint}")
        if options.get("wrapper") or options.get("hookwrapper"):
            raise PluginError(f"{hook} is a wrapper; wrappers are not allowed, because they would touch the answers of others")
        if hook in hooks:
            raise PluginError(f"{hook} is implemented twice; an answer must come from one function")
        found = HookImpl(plugin, "", getattr(plugin, attribute), options)
        wrong = [name for name in found.argnames if name not in ARGUMENTS[hook]]
        if wrong:
            raise PluginError(
                f"{hook} has no argument {', '.join(map(repr, wrong))}; it is called with ({', '.join(ARGUMENTS[hook])})"
            )
        hooks[hook] = found
    # Statically, because asking a module for what it lacks may run a stranger's code.
    candidates = sorted((set(KINDS) & set(dir(plugin))) - set(marked))
    unmarked = [name for name in candidates if inspect.isroutine(inspect.getattr_static(plugin, name))]
    remarks = [f"{name} is not marked and is never called; put @hookimpl above it" for name in unmarked]
    if not marked:
        raise PluginError(remarks[0] if remarks else "it implements no hook; mark a function with @hookimpl")
    return hooks, remarks


def default_name(plugin: object) -> str:
    """Return the name of a plugin that was given none: that of the module, or of the object's class."""
    name = getattr(plugin, "__name__", None)
    return name if isinstance(name, str) else f"{type(plugin).__module__}.{type(plugin).__qualname__}"
