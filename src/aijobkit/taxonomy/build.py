"""
Building a taxonomy from the official releases: `build_taxonomy`.

Reads O*NET, NAICS and OEWS as downloaded and writes the compact sorted tables, the title model and ``taxonomy.sqlite``.
What is written are facts and figures, never a sentence of a release.  Nothing is left half-written: everything goes into a
folder beside the target, which takes the target's place at the end.

Tables (tab-separated, UTF-8, one header line, sorted; an empty cell means that there is no figure):

=========================  =============================================================================================
``roles``                  one row per occupation, see `tables.ROLE_COLUMNS`; each ``*_source`` is measured, derived or missing
``titles``                 title, code, kind (occupation, reported, alternate, short: the first that applies)
``elements``               id, name, domain, mean and sd over the measured occupations, for importance and for level
``ratings_importance``     code and one column per skill and knowledge element, 1 to 5
``ratings_level``          the same, 0 to 7; 0 where raters call the element not relevant
``interests``              code and one column per interest, 1 to 7
``work_styles``            code and one column per style, importance 1 to 5
``work_values``            code and one column per value, extent 1 to 7
``education``              code and one column per required-education category 01 to 12, percent of answers
``education_levels``       category and its name in our words
``technologies``           technology, category, hot (1 or 0), occupations that list it
``role_technologies``      code, technology, in_demand (1 or 0)
``activities``             code, detailed work activity, number of tasks behind it; ids only
``task_similarity``        code and, in base64, its similarity to each code before it, see `similarity.quantise`
``activity_similarity``    the same for work activities: mean of intermediate and detailed ones
``title_similarity``       the same for the words of all titles
``technology_similarity``  the same for technologies
``technology_lengths``     code, squared length of its technology vector before scaling
``industries``             code, title, level (2 to 6), parent
``industry_similarity``    codes of 2 to 4 digits and, in base64, the likeness of their trade words, as ``task_similarity``
``industry_terms``         term, code
``pay``                    sector (NAICS; 92 is government), soc, employment, median_pay (dollars a year), top_coded
``employment``             soc, employment (jobs in all sectors), median_pay (derived: mean of sector medians by jobs)
``sources``                name, version, file, sha256, licence, rows, missing
=========================  =============================================================================================
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import attrs

from aijobkit.errors import DataBuildError
from aijobkit.taxonomy.building import economy, imputation, similarity
from aijobkit.taxonomy.building.comparison import compare
from aijobkit.taxonomy.building.onet import Onet, read_onet
from aijobkit.taxonomy.building.reading import Release
from aijobkit.taxonomy.building.tables import NAMES, Jobs, Tables

__all__ = ["BuildReport", "build_taxonomy"]

Progress = Callable[[str, float], None]
_SourceRow = tuple[str, str, str, str, str, int, str]

CATALOGUE = Path(__file__).parent / "catalogue"
_LICENCE_ONET = "CC BY 4.0"
_LICENCE_PUBLIC = "U.S. government work"
# What a folder may hold to be taken for an earlier build, and nothing else.
_OWN_FILES = frozenset({"title_model.npz", "taxonomy.sqlite", *(f"{name}.tsv" for name in NAMES)})


@attrs.frozen(kw_only=True)
class BuildReport:
    """
    What a build made.

    Args:
        out: The folder written.
        tables: Name and number of rows of each table, sorted by name.
        missing: What was looked for in the releases and not found, in reading order.
        imputed: Occupations whose ratings were estimated, sorted.
        versions: Name and version of each source.
    """

    out: Path
    tables: tuple[tuple[str, int], ...]
    missing: tuple[str, ...]
    imputed: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]


def _year(*texts: str) -> str:
    years = [found for text in texts for found in re.findall(r"(?<!\d)20\d\d(?!\d)", text)]
    return years[0] if years else "unknown"


def _rising(progress: Progress | None) -> Progress:
    """Return a callback that never goes back: the parts of a build report their own shares."""
    highest = 0.0

    def tell(stage: str, share: float) -> None:
        nonlocal highest
        highest = max(highest, share)
        if progress is not None:
            progress(stage, highest)

    return tell


def _sha256(path: Path) -> str:
    import hashlib

    return hashlib.sha256(path.read_bytes()).hexdigest()


def _check_out(out: Path) -> None:
    """Refuse a target that holds anything but an earlier build: the build replaces the whole folder."""
    if not out.exists():
        return
    if not out.is_dir():
        raise DataBuildError("is a file; name a folder that the build may write", file=str(out))
    foreign = sorted(entry.name for entry in out.iterdir() if entry.name not in _OWN_FILES)
    if foreign:
        raise DataBuildError(f"holds {foreign[0]!r}, which is not of a build; name an empty or a new folder", file=str(out))


def _replace(made: Path, out: Path) -> None:
    """Put *made* in the place of *out*; when that fails, the old one stays."""
    if not out.exists():
        made.replace(out)
        return
    old = made.with_name(made.name + ".old")
    out.replace(old)
    try:
        made.replace(out)
    except OSError:
        old.replace(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _model_titles(onet: Onet, catalogue: Path) -> list[tuple[str, str]]:
    """Return the titles that the title model learns: those of the release and those of our catalogue, sorted."""
    from aijobkit.taxonomy import pack

    pairs = set(onet.titles) | set(pack.catalogue_title_codes(catalogue))
    return sorted((title, code) for title, code in pairs if code in onet.occupations)


def _train(onet: Onet, jobs: Jobs, progress: Progress) -> bytes:
    from aijobkit.taxonomy.train import train_title_model

    texts = {}
    for code in sorted(onet.occupations):
        texts[code] = [text for text in (onet.descriptions[code], *onet.tasks.get(code, ())) if text]
    employment = {soc: float(count) for soc, (count, _) in sorted(jobs.items())}
    return train_title_model(_model_titles(onet, CATALOGUE), texts, employment, progress=progress)


def build_taxonomy(
    onet: Path,
    naics_codes: Path,
    naics_index: Path | None,
    oews: Path | None,
    out: Path,
    *,
    title_model: bool = True,
    progress: Progress | None = None,
) -> BuildReport:
    """
    Build a taxonomy from official releases.

    Args:
        onet: O*NET database, text edition: the zip as downloaded, or a folder.  Absent tables and columns are tolerated.
        naics_codes: NAICS 2022 codes and titles.
        naics_index: NAICS 2022 index entries, or None.
        oews: OEWS national estimates by sector and occupation, or None.
        out: Folder to write.  It may hold an earlier build, which is replaced as a whole at the end, or stays untouched when
            anything fails.
        title_model: Whether to train the model that finds roles from unseen titles.  Without it a build takes seconds, and
            only titles near to known ones are found.
        progress: Called with the name of the stage and the share of the whole build that is done, in [0, 1], rising.

    Returns:
        What was made, and what was missing.

    Raises:
        DataBuildError: If a release cannot be read, naming file, line and column, or *out* cannot be written or holds other
            things.

    Examples:
        >>> from pathlib import Path
        >>> build_taxonomy(Path("nowhere.zip"), Path("codes.tsv"), None, None, Path("out"))
        Traceback (most recent call last):
        aijobkit.errors.DataBuildError: nowhere.zip: no such file or folder; give the downloaded zip or its unpacked folder
    """
    tell = _rising(progress)
    target = Path(os.path.realpath(out))
    _check_out(target)
    tell("reading O*NET", 0.0)
    release = Release(Path(onet))
    read = read_onet(release)
    tell("reading NAICS and OEWS", 0.06)
    industries = economy.read_industries(Path(naics_codes))
    terms, term_rows = economy.read_terms(Path(naics_index), industries) if naics_index is not None else ([], 0)
    pay, pay_rows = economy.read_pay(Path(oews)) if oews is not None else ([], 0)
    missing = [*read.missing]
    missing += ["NAICS index"] if naics_index is None else []
    missing += ["OEWS"] if oews is None else []

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.building-", dir=target.parent))
    except OSError as error:
        raise DataBuildError(f"cannot be written: {error.strerror or error}", file=str(out)) from None
    try:
        sources = [
            ("O*NET", read.version, release.path.name, release.sha256(), _LICENCE_ONET, read.rows, "; ".join(read.missing)),
            _public("NAICS codes", Path(naics_codes), len(industries)),
        ]
        if naics_index is not None:
            sources.append(_public("NAICS index", Path(naics_index), term_rows))
        if oews is not None:
            sources.append(_public("OEWS", Path(oews), pay_rows))
        tables = Tables(folder=folder, onet=read)
        tables.write("sources", ("name", "version", "file", "sha256", "licence", "rows", "missing"), sources)
        imputed = _write_onet(tables, tell)
        jobs = tables.economy(industries, terms, pay)
        tables.roles(jobs, *imputed)
        if title_model:
            model = _train(read, jobs, lambda stage, share: tell(stage, 0.20 + 0.75 * min(max(share, 0.0), 1.0)))
            # A release with a handful of titles teaches nothing.
            if model:
                (folder / "title_model.npz").write_bytes(model)
        tell("packing", 0.95)
        _pack(folder)
        # mkdtemp makes a folder that only its owner may enter; a data folder is for everybody.
        folder.chmod(0o755)
        _replace(folder, target)
    except OSError as error:
        raise DataBuildError(f"cannot be written: {error.strerror or error}", file=str(out)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    tell("done", 1.0)
    return BuildReport(
        out=Path(out),
        tables=tuple(sorted(tables.rows.items())),
        missing=tuple(missing),
        imputed=imputed[0],
        versions=tuple((row[0], row[1]) for row in sources),
    )


def _public(name: str, path: Path, rows: int) -> _SourceRow:
    return (name, _year(path.name), path.name, _sha256(path), _LICENCE_PUBLIC, rows, "")


def _write_onet(tables: Tables, tell: Progress) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write what comes from O*NET but the roles; return the occupations with estimated ratings and with estimated styles."""
    onet = tables.onet
    tell("comparing occupations", 0.10)
    similarities = compare(onet)
    codes = sorted(onet.occupations)
    for name, table in sorted(similarities.items()):
        tables.write(name, ("code", "bytes"), similarity.pack_triangle(codes, table))
    tell("estimating missing ratings", 0.14)
    tables.elements()
    imputed = imputation.fill(onet, similarities)
    tell("writing tables", 0.16)
    tables.profiles()
    tables.titles()
    tables.technologies()
    tables.activities()
    return imputed


def _pack(folder: Path) -> None:
    from aijobkit.taxonomy import pack

    try:
        pack.pack(folder, CATALOGUE, folder / "taxonomy.sqlite")
    except pack.PackError as error:
        raise DataBuildError(f"the tables cannot be packed: {error}", file="taxonomy.sqlite") from error
