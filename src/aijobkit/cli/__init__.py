"""
The terminal: ``aijobkit plan``, ``classify`` and the other commands.

Each command is a module of this package and is imported only when it is asked for; what is heavy is imported inside it.
`main` is the only way out: it turns every error into words (or JSON) and an exit status, never a traceback.

Exit statuses: 0 for an answer, 1 for trouble that is ours or a plugin's, 2 for wrong usage, 3 for input that cannot be
resolved or read, 130 for an interruption.
"""

from __future__ import annotations

import importlib
import itertools
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any

import click

from aijobkit._checks import did_you_mean
from aijobkit.cli.console import Settings, UnresolvedError, error_lines, fail, prepare_streams, report_error, report_usage
from aijobkit.cli.options import Group
from aijobkit.errors import AijobkitError

__all__ = ["commands", "main"]

_UNEXPECTED, _USAGE, _INTERRUPTED = 1, 2, 130
_JSON_OPTIONS = (("--format", "json"), ("-f", "json"))

# Command -> module; the name of the function in it is the command's with underscores and "_command".
_COMMANDS = {
    "plan": "plan",
    "classify": "classify",
    "gap": "questions",
    "compare": "questions",
    "feeders": "questions",
    "explain": "questions",
    "interviews": "interviews",
    "roles": "lookups",
    "industries": "lookups",
    "assumptions": "lookups",
    "plugins": "plugins",
    "data": "data",
}


class _LazyGroup(Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        command = getattr(importlib.import_module(f"aijobkit.cli.{module}"), f"{cmd_name.replace('-', '_')}_command")
        assert isinstance(command, click.Command)  # noqa: S101 - a slip in the table above
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in _COMMANDS:
            nearest = did_you_mean(args[0], _COMMANDS, limit=1)
            hint = f"did you mean {nearest[0]!r}?" if nearest else f"there are: {', '.join(_COMMANDS)}"
            ctx.fail(f"no such command {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's signature
    if value:
        from aijobkit._version import __version__

        click.echo(f"aijobkit {__version__}")
        ctx.exit()


@click.group(
    name="aijobkit",
    cls=_LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: aijobkit plan",
)
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_print_version, help="Show the version.")
@click.option(
    "--data",
    envvar="AIJOBKIT_DATA",
    metavar="PATH",
    help="Use another build of the data: what 'aijobkit data build --out' wrote. Also AIJOBKIT_DATA.",
)
@click.pass_context
def commands(ctx: click.Context, data: str | None) -> None:
    """
    Says what kind of move a job in AI would be, how hard it is, and by which steps it gets easier.

    Everything is computed on this machine; nothing is sent anywhere.
    """
    ctx.ensure_object(Settings).data = data or None
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def _arguments(argv: Sequence[str] | None) -> list[str]:
    """Return the arguments, read as UTF-8 even where the locale says otherwise."""
    given = sys.argv[1:] if argv is None else list(argv)
    return [
        os.fsencode(argument).decode("utf-8", "replace") if any("\udc80" <= char <= "\udcff" for char in argument) else argument
        for argument in given
    ]


def _place(error: BaseException) -> str:
    """Return the last place in our own code that an unexpected error came through, without any value."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "aijobkit" in frame.filename]
    return f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else "outside aijobkit"  # noqa: PTH119


def _wants_json(arguments: Sequence[str]) -> bool:
    """Say whether JSON was asked for, also where the command line was refused before its options were read."""
    pairs = set(itertools.pairwise(arguments))
    return "--format=json" in arguments or "-fjson" in arguments or not pairs.isdisjoint(_JSON_OPTIONS)


def _silence_stdout() -> None:
    """Point standard output at nothing, so that the interpreter's last flush does not complain about a closed pipe."""
    try:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - lives until the process ends
    except OSError:
        return


def _run(arguments: list[str], settings: Settings) -> int:
    status: Any = commands.main(args=arguments, prog_name="aijobkit", obj=settings, standalone_mode=False)
    sys.stdout.flush()
    return status if isinstance(status, int) else 0


def main(argv: Sequence[str] | None = None) -> int:  # noqa: PLR0911 - one exit per kind of trouble
    """
    Run a command line and return its exit status.

    Args:
        argv: Arguments without the name of the program; None for those of the process.

    Returns:
        The exit status; see the module's docstring.
    """
    prepare_streams()
    settings = Settings()
    arguments = _arguments(argv)
    try:
        return _run(arguments, settings)
    except click.ClickException as error:
        if _wants_json(arguments):
            report_usage(error)
        else:
            error.show()  # click's own text names the option and shows the usage line
        return _USAGE if isinstance(error, click.UsageError) else _UNEXPECTED
    except (KeyboardInterrupt, click.Abort):
        fail("aijobkit: stopped")
        return _INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return _UNEXPECTED
    except (AijobkitError, UnresolvedError) as error:
        return report_error(error, settings)
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else _UNEXPECTED
    except Exception as error:  # noqa: BLE001 - the last guard: a person never sees a traceback
        if os.environ.get("AIJOBKIT_DEBUG") == "1":
            traceback.print_exc()
        else:
            fail(*error_lines(f"{type(error).__name__} at {_place(error)}"))
        return _UNEXPECTED
