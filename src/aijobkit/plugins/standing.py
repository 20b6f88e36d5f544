"""
The manager that is asked when nobody names one: discovery walks all installed distributions, so it is done once.
"""

from __future__ import annotations

import functools
import os
import sys

from aijobkit.plugins.manager import ENVIRONMENT, PluginManager, make_plugin_manager

__all__ = ["default_manager"]


@functools.lru_cache(maxsize=4)
def _manager_for(selection: str | None, path: tuple[str, ...]) -> PluginManager:
    """Return the manager for one setting of the environment and one search path; both decide what is found."""
    return make_plugin_manager()


def default_manager() -> PluginManager:
    """
    Return the manager with the built-in providers and all installed plugins, made once per environment and search path.

    Do not register anything with it; make your own with `make_plugin_manager` for that.

    Examples:
        >>> default_manager() is default_manager()
        True
    """
    return _manager_for(os.environ.get(ENVIRONMENT), tuple(sys.path))
