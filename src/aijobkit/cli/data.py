"""``aijobkit data``: what the data are, and how to build them from official releases."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from aijobkit.cli.console import Settings, show, show_json
from aijobkit.cli.options import Group, format_option

__all__ = ["data_command"]

Progress = Callable[[str, float], None]


@click.group(cls=Group, name="data", short_help="What the data are; build them anew.")
def data_command() -> None:
    """Show what the data are, or build them from official releases."""


@contextmanager
def _bar() -> Iterator[Progress]:
    """Draw a progress bar on standard error: with rich if it is installed, plain otherwise, lines where nobody watches."""
    if not sys.stderr.isatty():
        last = ""

        def tell(stage: str, fraction: float) -> None:
            nonlocal last
            if stage != last:
                click.echo(f"{fraction:4.0%}  {stage}", err=True)
                last = stage

        yield tell
        return
    try:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
    except ImportError:
        with click.progressbar(length=1000, label="building", file=sys.stderr) as bar:
            yield lambda _stage, fraction: bar.update(max(0, round(fraction * 1000) - bar.pos))
        return
    columns = (TextColumn("{task.description:<32}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("building", total=1.0)
        yield lambda stage, fraction: progress.update(task, description=stage, completed=fraction)


@data_command.command(name="build")
@click.option(
    "--onet", required=True, metavar="PATH", help="O*NET database, text edition: the zip as downloaded, or its folder."
)
@click.option("--naics-codes", required=True, metavar="PATH", help="NAICS 2022 codes and titles.")
@click.option("--naics-index", metavar="PATH", help="NAICS 2022 index entries.")
@click.option("--oews", metavar="PATH", help="OEWS national estimates by sector and occupation.")
@click.option("--out", required=True, metavar="PATH", help="Folder to write; an earlier build in it is replaced at the end.")
@click.option("--quick", is_flag=True, help="Leave out the model that finds roles from unseen titles; takes seconds.")
def build_command(onet: str, naics_codes: str, naics_index: str | None, oews: str | None, out: str, quick: bool) -> None:  # noqa: FBT001 - a flag of the command line
    """Build the data from official releases as downloaded; use them with --data PATH."""
    # Threads add up floats in an order of their own; with one, equal releases give an equal model.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from aijobkit.taxonomy.build import build_taxonomy

    with _bar() as progress:
        report = build_taxonomy(
            Path(onet),
            Path(naics_codes),
            Path(naics_index) if naics_index else None,
            Path(oews) if oews else None,
            Path(out),
            title_model=not quick,
            progress=progress,
        )
    for name, version in report.versions:
        click.echo(f"{name} {version}")
    for name, rows in report.tables:
        click.echo(f"{rows:>9,}  {name}")
    if report.imputed:
        click.echo(f"ratings were estimated (derived) for {len(report.imputed)} occupations")
    for missing in report.missing:
        click.echo(f"missing: {missing}")
    click.echo(f"written to {report.out}; use it with: aijobkit --data {report.out} plan ...")


def _facts(settings: Settings) -> dict[str, Any]:
    from aijobkit.taxonomy import load_taxonomy

    taxonomy = load_taxonomy(settings.data)
    store = taxonomy.store
    sources = []
    if store.has_table("sources"):
        columns = ("name", "version", "file", "licence", "rows", "missing")
        found = store.rows(f"SELECT {', '.join(columns)} FROM sources ORDER BY name, file")  # noqa: S608 - our own names
        sources = [dict(zip(columns, row, strict=True)) for row in found]
    counts = {
        "occupations of O*NET": sum(":" not in role.code for role in taxonomy.roles),
        "roles of our catalogues": sum(":" in role.code for role in taxonomy.roles),
        "of these in AI": sum(role.is_ai and ":" in role.code for role in taxonomy.roles),
        "stations of life": sum(role.is_life_role for role in taxonomy.roles),
        "industries (NAICS 2022)": len(taxonomy.industries),
        "families of industries": len(taxonomy.families),
    }
    origins: dict[str, dict[str, int]] = {}
    known = [row[1] for row in store.rows("PRAGMA table_info(roles)")]
    for column in [name for name in known if name.endswith("_source")]:
        rows = store.rows(f"SELECT {column}, COUNT(*) FROM roles GROUP BY {column} ORDER BY {column}")  # noqa: S608 - a name from the table itself
        origins[column.removesuffix("_source").replace("_", " ")] = dict(rows)
    return {"digest": taxonomy.digest, "sources": sources, "counts": counts, "origins": origins}


@data_command.command(name="info")
@format_option("text", "json", "markdown", "html")
@click.pass_obj
def info_command(settings: Settings) -> None:
    """Show the sources of the data, their versions, how much there is, and what is derived or missing."""
    from aijobkit.reports.documents import Document, Heading, Paragraph, Table

    facts = _facts(settings)
    if settings.format == "json":
        show_json(facts)
        return
    sources = tuple(
        (source["name"], source["version"], source["file"], source["licence"], source["missing"] or "nothing")
        for source in facts["sources"]
    )
    kinds = ("measured", "derived", "missing")
    origins = tuple((name, *(f"{counts.get(kind, 0):,}" for kind in kinds)) for name, counts in facts["origins"].items())
    counts = tuple((name, f"{count:,}") for name, count in facts["counts"].items())
    blocks = (
        Table(columns=("Source", "Version", "File", "Licence", "Missing in it"), rows=sources),
        Heading(text="How much"),
        Table(columns=("What", "Count"), rows=counts, numeric=(1,)),
        Heading(text="Where the figures of the occupations come from"),
        Table(columns=("Figure", *kinds), rows=origins, numeric=(1, 2, 3)),
        Paragraph(text=f"Build {facts['digest']}.", is_aside=True),
    )
    show(Document(title="The data", blocks=blocks), settings)
