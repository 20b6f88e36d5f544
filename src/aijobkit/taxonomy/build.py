"""
Building a taxonomy from the official releases: `build_taxonomy`.

Reads O*NET, NAICS and OEWS as downloaded and writes the compact sorted tables, the title model and ``taxonomy.sqlite``.
What is written are facts and figures, never a sentence of a release.  Nothing is left half-written: everything goes into a
folder beside the target, which takes the target's place at the end.

Tables (tab-separated, UTF-8, one header line, sorted; an empty cell means that there is no figure):

=========================  =============================================================================================
``roles``                  one row per occupation, see `ROLE_COLUMNS`; each ``*_source`` is measured, derived or missing
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
``industries``             code, title, level (2 to 6), parent
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
import statistics
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from aijobkit.errors import DataBuildError
from aijobkit.taxonomy.building import economy, imputation, similarity
from aijobkit.taxonomy.building.onet import EDUCATION_LEVELS, Onet, Ratings, read_onet
from aijobkit.taxonomy.building.reading import Release
from aijobkit.taxonomy.building.writing import write_table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

__all__ = ["ROLE_COLUMNS", "BuildReport", "build_taxonomy"]

Progress = Callable[[str, float], None]
_SourceRow = tuple[str, str, str, str, str, int, str]

ROLE_COLUMNS = (
    "code",
    "title",
    "soc",
    "job_zone",
    "job_zone_source",
    "education_typical",
    "education_source",
    "ratings_source",
    "work_styles_source",
    "interests_source",
    "work_values_source",
    "tasks_source",
    "activities_source",
    "technologies_source",
    "employment",
    "employment_soc",
    "median_pay",
)
"""
Columns of the table ``roles``.

``job_zone`` is 1 to 5; ``education_typical`` the category (1 to 12) at which half of the answers are reached.
``tasks_source`` and ``activities_source`` are derived where the role has none of its own: it is then compared by its title,
its description and what the occupations of its SOC code do.  ``ratings_source`` and ``work_styles_source`` are derived where
imputed.  ``employment`` and ``median_pay`` belong to ``employment_soc``, the occupation that OEWS counts, of which the role may
be a part.
"""

CATALOGUE = Path(__file__).parent / "catalogue"
_LICENCE_ONET = "CC BY 4.0"
_LICENCE_PUBLIC = "U.S. government work"
# What a folder may hold to be taken for an earlier build.
_OWN_FILES = re.compile(r"[a-z_]+\.tsv|title_model\.npz|taxonomy\.sqlite")


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


@attrs.define(kw_only=True)
class _Builder:
    """One build on its way: what was read, and what is already written."""

    folder: Path
    onet: Onet
    industries: dict[str, str]
    terms: list[tuple[str, str]]
    pay: list[economy.Pay]
    tables: dict[str, int] = attrs.field(factory=dict)
    imputed: list[str] = attrs.field(factory=list)
    imputed_styles: set[str] = attrs.field(factory=set)

    @property
    def codes(self) -> list[str]:
        return sorted(self.onet.occupations)

    def write(self, name: str, header: Sequence[str], rows: object) -> None:
        self.tables[name] = write_table(self.folder, name, header, rows)  # type: ignore[arg-type]

    def write_wide(self, name: str, ratings: Ratings, elements: Sequence[str]) -> None:
        rows = [[code, *(ratings[code].get(key) for key in elements)] for code in sorted(ratings)]
        self.write(name, ["code", *elements], rows)

    def sentences_of(self, code: str, family: Sequence[str]) -> list[str]:
        """
        Return the sentences by which *code* is compared: its tasks, and its description twice, for it is short and telling.

        A residual occupation ("..., All Other") has no tasks: those of its *family*, the occupations of the same SOC code,
        stand in for them, and its title joins a description that says little.
        """
        onet = self.onet
        own = [onet.descriptions[code]] * 2
        if code in onet.tasks:
            return [*own, *onet.tasks[code]]
        return [onet.occupations[code], *own, *(task for member in family for task in onet.tasks.get(member, ()))]

    def similarities(self) -> dict[str, Matrix]:
        """Compare all occupations by tasks, work activities, titles and technologies; by table name."""
        onet, codes = self.onet, self.codes
        families: dict[str, list[str]] = defaultdict(list)
        for code in codes:
            families[code[:7]].append(code)
        titles: dict[str, list[str]] = defaultdict(list)
        for title, code in sorted(onet.titles):
            titles[code].append(title)
        texts, names, detailed, intermediate = [], [], [], []
        for code in codes:
            family = families[code[:7]]
            texts.append(Counter(similarity.words(" ".join(self.sentences_of(code, family)))))
            names.append(Counter(similarity.words(" ".join(titles[code]))))
            fine: Counter[str] = Counter()
            for member in [code] if code in onet.activities else family:
                fine.update(onet.activities.get(member, {}))
            coarse: Counter[str] = Counter()
            for activity, count in sorted(fine.items()):
                # The intermediate work activity is the id of the detailed one without its last part.
                coarse[activity.rsplit(".", 1)[0]] += count
            detailed.append(fine)
            intermediate.append(coarse)
        found = {
            "task_similarity": similarity.cosine(similarity.tfidf(texts)),
            "title_similarity": similarity.cosine(similarity.tfidf(names)),
        }
        if onet.activities:
            both = [similarity.cosine(similarity.tfidf(counts, least=1)) for counts in (intermediate, detailed)]
            found["activity_similarity"] = (both[0] + both[1]) / 2.0
        if onet.technologies:
            found["technology_similarity"] = similarity.cosine(imputation.technology_vectors(onet, codes))
        return found

    def impute(self, similarities: dict[str, Matrix]) -> None:
        """Estimate ratings and work styles of occupations that have tasks but were not rated."""
        onet, codes = self.onet, self.codes
        near = imputation.nearness(onet, codes, similarities)
        wanted = [code for code in codes if code in onet.tasks and code not in onet.importance]
        elements = onet.elements("skill", "knowledge")
        importance = imputation.impute(onet.importance, elements, near, codes, wanted, 1.0, 5.0)
        level = imputation.impute(onet.level, elements, near, codes, wanted, 0.0, 7.0)
        unstyled = [code for code in codes if code in onet.tasks and code not in onet.work_styles]
        styles = imputation.impute(onet.work_styles, onet.elements("work style"), near, codes, unstyled, 1.0, 5.0)
        self.write_elements()
        self.imputed = sorted(importance)
        self.imputed_styles = set(styles)
        onet.importance |= importance
        onet.level |= level
        onet.work_styles |= styles

    def write_elements(self) -> None:
        """Write the elements with mean and spread; called before estimates join the measured figures."""
        by_domain = {
            "skill": (self.onet.importance, self.onet.level),
            "knowledge": (self.onet.importance, self.onet.level),
            "interest": (self.onet.interests, {}),
            "work style": (self.onet.work_styles, {}),
            "work value": (self.onet.work_values, {}),
        }
        rows = []
        for key, domain in self.onet.element_domains.items():
            figures: list[float | None] = []
            for ratings in by_domain[domain]:
                values = [ratings[code][key] for code in sorted(ratings) if key in ratings[code]]
                figures += [statistics.fmean(values), statistics.pstdev(values)] if values else [None, None]
            rows.append([key, self.onet.element_names.get(key) or key, domain, *figures])
        self.write("elements", ("id", "name", "domain", "importance_mean", "importance_sd", "level_mean", "level_sd"), rows)

    def write_profiles(self) -> None:
        onet = self.onet
        rated = onet.elements("skill", "knowledge")
        self.write_wide("ratings_importance", onet.importance, rated)
        self.write_wide("ratings_level", onet.level, rated)
        self.write_wide("interests", onet.interests, onet.elements("interest"))
        self.write_wide("work_styles", onet.work_styles, onet.elements("work style"))
        self.write_wide("work_values", onet.work_values, onet.elements("work value"))
        categories = [f"{place:02d}" for place in range(1, len(EDUCATION_LEVELS) + 1)]
        self.write_wide("education", onet.education, categories)
        self.write("education_levels", ("category", "name"), zip(categories, EDUCATION_LEVELS, strict=True))

    def write_titles(self) -> None:
        self.write("titles", ("title", "code", "kind"), [(*key, kind) for key, kind in self.onet.titles.items()])

    def write_technologies(self) -> None:
        users: dict[str, set[str]] = defaultdict(set)
        categories: dict[str, Counter[str]] = defaultdict(Counter)
        hot = set()
        demand: dict[tuple[str, str], bool] = {}
        for entry in self.onet.technologies:
            users[entry.name].add(entry.code)
            categories[entry.name][entry.category] += 1
            if entry.is_hot:
                hot.add(entry.name)
            demand[entry.code, entry.name] = demand.get((entry.code, entry.name), False) or entry.is_in_demand
        rows = []
        for name, codes in users.items():
            # The category most occupations file it under; the first in the alphabet where two are as frequent.
            category = min(categories[name].items(), key=lambda pair: (-pair[1], pair[0]))[0]
            rows.append((name, category, name in hot, len(codes)))
        self.write("technologies", ("technology", "category", "hot", "occupations"), rows)
        self.write("role_technologies", ("code", "technology", "in_demand"), [(*key, flag) for key, flag in demand.items()])

    def write_activities(self) -> None:
        rows = [(code, dwa, count) for code, counts in self.onet.activities.items() for dwa, count in counts.items()]
        self.write("activities", ("code", "dwa", "count"), rows)

    def write_economy(self) -> dict[str, tuple[int, int | None]]:
        rows = []
        for code, title in self.industries.items():
            level = 2 if "-" in code else len(code)
            rows.append((code, title, level, economy.parent_of(code, self.industries)))
        self.write("industries", ("code", "title", "level", "parent"), rows)
        self.write("industry_terms", ("term", "code"), self.terms)
        pay = [(cell.sector, cell.soc, cell.employment, cell.median_pay, cell.is_top_coded) for cell in self.pay]
        self.write("pay", ("sector", "soc", "employment", "median_pay", "top_coded"), pay)
        jobs = economy.employment(self.pay)
        self.write("employment", ("soc", "employment", "median_pay"), [(soc, *figures) for soc, figures in jobs.items()])
        return jobs

    def write_roles(self, jobs: dict[str, tuple[int, int | None]]) -> None:
        onet = self.onet
        with_technology = {entry.code for entry in onet.technologies}
        rows = []
        for code, title in onet.occupations.items():
            counted = economy.oews_code(code[:7], jobs)
            employment, pay = jobs.get(counted, (None, None))
            zone, education = onet.job_zones.get(code), typical_education(onet.education.get(code, {}))
            ratings = "derived" if code in set(self.imputed) else _source(code in onet.importance)
            styles = "derived" if code in self.imputed_styles else _source(code in onet.work_styles)
            # What stands in for absent tasks is said in text_of; the title is always there.
            tasks = "measured" if code in onet.tasks else "derived"
            borrowed = any(code[:7] == other[:7] for other in onet.activities)
            activities = "measured" if code in onet.activities else ("derived" if borrowed else "missing")
            row: dict[str, object] = {
                "code": code,
                "title": title,
                "soc": code[:7],
                "job_zone": zone,
                "job_zone_source": _source(zone is not None),
                "education_typical": education,
                "education_source": _source(education is not None),
                "ratings_source": ratings,
                "work_styles_source": styles,
                "interests_source": _source(code in onet.interests),
                "work_values_source": _source(code in onet.work_values),
                "tasks_source": tasks,
                "activities_source": activities,
                "technologies_source": _source(code in with_technology),
                "employment": employment,
                "employment_soc": counted,
                "median_pay": pay,
            }
            rows.append([row[column] for column in ROLE_COLUMNS])
        self.write("roles", ROLE_COLUMNS, rows)


def _source(known: object) -> str:
    return "measured" if known else "missing"


def typical_education(shares: dict[str, float]) -> int | None:
    """
    Return the required-education category at which half of the answers are reached, or None without answers.

    >>> typical_education({"02": 30.0, "06": 50.0, "08": 20.0})
    6
    """
    total, seen = sum(shares.values()), 0.0
    for category in sorted(shares):
        seen += shares[category]
        if total > 0 and seen >= total / 2:
            return int(category)
    return None


def _year(*texts: str) -> str:
    years = [found for text in texts for found in re.findall(r"(?<!\d)20\d\d(?!\d)", text)]
    return years[0] if years else "unknown"


def _sha256(path: Path) -> str:
    import hashlib

    return hashlib.sha256(path.read_bytes()).hexdigest()


def _check_out(out: Path) -> None:
    """Refuse a target that holds anything but an earlier build: the build replaces the whole folder."""
    if not out.exists():
        return
    if not out.is_dir():
        raise DataBuildError("is a file; name a folder that the build may write", file=str(out))
    foreign = sorted(entry.name for entry in out.iterdir() if entry.is_dir() or not _OWN_FILES.fullmatch(entry.name))
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


def _train(builder: _Builder, jobs: dict[str, tuple[int, int | None]], progress: Progress) -> None:
    from aijobkit.taxonomy.train import train_title_model

    onet = builder.onet
    texts = {code: [text for text in (onet.descriptions[code], *onet.tasks.get(code, ())) if text] for code in builder.codes}
    employment = {soc: float(count) for soc, (count, _) in sorted(jobs.items())}
    model = train_title_model(_model_titles(onet, CATALOGUE), texts, employment, progress=progress)
    (builder.folder / "title_model.npz").write_bytes(model)


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
    tell = progress or (lambda _stage, _share: None)
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
        builder = _Builder(folder=folder, onet=read, industries=industries, terms=terms, pay=pay)
        sources = [
            ("O*NET", read.version, release.path.name, release.sha256(), _LICENCE_ONET, read.rows, "; ".join(read.missing)),
            _public("NAICS codes", Path(naics_codes), len(industries)),
        ]
        if naics_index is not None:
            sources.append(_public("NAICS index", Path(naics_index), term_rows))
        if oews is not None:
            sources.append(_public("OEWS", Path(oews), pay_rows))
        _write_all(builder, sources, tell, title_model=title_model)
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
        tables=tuple(sorted(builder.tables.items())),
        missing=tuple(missing),
        imputed=tuple(builder.imputed),
        versions=tuple((row[0], row[1]) for row in sources),
    )


def _public(name: str, path: Path, rows: int) -> _SourceRow:
    return (name, _year(path.name), path.name, _sha256(path), _LICENCE_PUBLIC, rows, "")


def _write_all(builder: _Builder, sources: list[_SourceRow], tell: Progress, *, title_model: bool) -> None:
    from aijobkit.taxonomy import pack

    tell("comparing occupations", 0.10)
    similarities = builder.similarities()
    for name, table in sorted(similarities.items()):
        builder.write(name, ("code", "bytes"), similarity.pack_triangle(builder.codes, table))
    tell("estimating missing ratings", 0.14)
    builder.impute(similarities)
    tell("writing tables", 0.16)
    builder.write_profiles()
    builder.write_titles()
    builder.write_technologies()
    builder.write_activities()
    jobs = builder.write_economy()
    builder.write_roles(jobs)
    builder.write("sources", ("name", "version", "file", "sha256", "licence", "rows", "missing"), sources)
    if title_model:
        _train(builder, jobs, lambda stage, share: tell(stage, 0.20 + 0.75 * min(max(share, 0.0), 1.0)))
    tell("packing", 0.95)
    try:
        pack.pack(builder.folder, CATALOGUE, builder.folder / "taxonomy.sqlite")
    except pack.PackError as error:
        raise DataBuildError(f"the tables cannot be packed: {error}", file="taxonomy.sqlite") from error
