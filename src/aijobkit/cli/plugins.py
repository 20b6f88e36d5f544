"""``aijobkit plugins``: what is installed, what each does, what failed; and a new one to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aijobkit.cli.console import Settings, show, show_json
from aijobkit.cli.options import Group, format_option

if TYPE_CHECKING:
    from aijobkit.advice import AdviceFailure
    from aijobkit.plugins import PluginManager

__all__ = ["plugins_command"]


def _failures(manager: PluginManager, settings: Settings) -> tuple[AdviceFailure, ...]:
    """Return what fails when every plugin is asked for what it brings without a person: loading, roles, formats."""
    from aijobkit.planner import equip_taxonomy
    from aijobkit.plugins import gather_report_formats, sorted_failures
    from aijobkit.reports import BUILT_IN_FORMATS
    from aijobkit.taxonomy import load_taxonomy

    equipped = equip_taxonomy(load_taxonomy(settings.data), manager=manager)
    formats = gather_report_formats(manager=manager, taken=[one.name for one in BUILT_IN_FORMATS])
    return sorted_failures(manager.failures, equipped.failures, formats.failures)


@click.group(
    cls=Group,
    name="plugins",
    short_help="What is installed, and what failed.",
    invoke_without_command=True,
    subcommand_metavar="[COMMAND]",
)
@click.option("--strict", is_flag=True, help="Exit with 1 if any plugin failed.")
@format_option("text", "json", "markdown", "html")
@click.pass_context
def plugins_command(ctx: click.Context, strict: bool) -> int:  # noqa: FBT001 - a flag of the command line
    """List the plugins: the built-in providers and those that are installed."""
    if ctx.invoked_subcommand is not None:
        return 0
    from aijobkit.plugins import make_plugin_manager
    from aijobkit.reports.documents import Document, Table
    from aijobkit.reports.plan_page import failure_blocks
    from aijobkit.serialize import fields_to_dict

    settings = ctx.ensure_object(Settings)
    manager = make_plugin_manager()
    failures = _failures(manager, settings)
    status = 1 if strict and failures else 0
    if settings.format == "json":
        show_json(
            {
                "plugins": [fields_to_dict(info) for info in manager.infos],
                "failures": [fields_to_dict(failure) for failure in failures],
            }
        )
        return status
    rows = tuple(
        (info.name, info.version, info.state, ", ".join(info.hooks) or "none", f"{info.load_ms:.0f} ms")
        for info in manager.infos
    )
    table = Table(columns=("Plugin", "Version", "State", "Hooks", "Loading"), rows=rows, numeric=(4,))
    show(Document(title="Plugins", blocks=(table, *failure_blocks(failures))), settings)
    return status


@plugins_command.command(name="new")
@click.argument("name")
@click.option("--directory", default=".", metavar="PATH", help="Where to make its folder; here by default.")
def new_command(name: str, directory: str) -> None:
    """Write a new plugin distribution called NAME that works and is tested, to begin with."""
    from aijobkit.scaffold import new_plugin

    for path in new_plugin(name, directory):
        click.echo(str(path))
