"""
The hall porter: discovers, loads, isolates and asks plugins, the built-in providers included.

``tenants`` says what may live here, ``discovery`` finds what is installed, ``manager`` lets plugins in and asks them,
``answers`` checks what comes back, ``merging`` joins it by the rule of each hook, ``failures`` words what went wrong.  The only
room that reads ``AIJOBKIT_PLUGINS`` and the metadata of installed distributions.
"""

from aijobkit.plugins.failures import sorted_failures
from aijobkit.plugins.manager import ENVIRONMENT, HookReport, PluginInfo, PluginManager, make_plugin_manager
from aijobkit.plugins.merging import (
    AdviceReport,
    FormatReport,
    FoundIndustryReport,
    FoundRoleReport,
    RoleReport,
    WeightReport,
    find_more_industries,
    find_more_roles,
    gather_advice,
    gather_report_formats,
    gather_roles,
    render_with,
    weigh_step,
)
from aijobkit.plugins.standing import default_manager

__all__ = [
    "ENVIRONMENT",
    "AdviceReport",
    "FormatReport",
    "FoundIndustryReport",
    "FoundRoleReport",
    "HookReport",
    "PluginInfo",
    "PluginManager",
    "RoleReport",
    "WeightReport",
    "default_manager",
    "find_more_industries",
    "find_more_roles",
    "gather_advice",
    "gather_report_formats",
    "gather_roles",
    "make_plugin_manager",
    "render_with",
    "sorted_failures",
    "weigh_step",
]
