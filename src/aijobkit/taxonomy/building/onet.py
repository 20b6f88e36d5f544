"""
From an O*NET release to figures, by file and column name.

Reads the text edition with or without its redundant columns (Title, Element Name, Scale Name).  Only Occupation Data is
mandatory; every other table may be absent and is then named in `Onet.missing`.  Sentences stay inside `Onet.tasks` and
`Onet.descriptions`, from which later rooms derive figures.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import attrs

from aijobkit.errors import DataBuildError
from aijobkit.taxonomy.building.reading import Release, Row

__all__ = ["DOMAINS", "EDUCATION_LEVELS", "TITLE_KINDS", "Onet", "read_onet"]

CODE = "O*NET-SOC Code"
_CODE_FORM = re.compile(r"\d{2}-\d{4}\.\d{2}")
_ELEMENT_FORM = re.compile(r"\d+(\.[0-9A-Za-z]+)+")
_DWA_FORM = re.compile(r"\d+(\.[0-9A-Za-z]+)+\.I\d+\.D\d+")

# Domain of an element -> table that rates it.
DOMAINS = {
    "skill": "Skills",
    "knowledge": "Knowledge",
    "interest": "Interests",
    "work style": "Work Styles",
    "work value": "Work Values",
}
# A title that stands in several tables keeps the first of these kinds: the most official, then the most often said.
TITLE_KINDS = ("occupation", "reported", "alternate", "short")
# Required-education categories 1 to 12 of the RL scale, in our own short words.
EDUCATION_LEVELS = (
    "no high school diploma",
    "high school diploma",
    "post-secondary certificate",
    "some college courses",
    "associate's degree",
    "bachelor's degree",
    "certificate after a bachelor's degree",
    "master's degree",
    "certificate after a master's degree",
    "professional degree",
    "doctoral degree",
    "post-doctoral training",
)

# Tables of a full release that no measure uses; named where they are absent, so that nobody takes this for a full one.
UNUSED = ("Abilities", "Work Activities", "Work Context", "Task Ratings", "Related Occupations")

Ratings = dict[str, dict[str, float]]


@attrs.frozen(kw_only=True)
class Technology:
    """A technology of one occupation, as O*NET lists it."""

    code: str
    name: str
    category: str
    is_hot: bool
    is_in_demand: bool


@attrs.define(kw_only=True)
class Onet:
    """
    What was read from a release: figures by occupation code, and the sentences that later rooms derive figures from.

    Args:
        version: Release number such as ``29.3``, or ``unknown``.
        released: Month and year of the release, or empty.
        rows: Number of rows read over all tables.
        missing: Names of absent or empty tables, with the nearest name found where one is near; those that no measure uses
            are marked so.
    """

    version: str
    released: str
    rows: int = 0
    missing: list[str] = attrs.field(factory=list)
    occupations: dict[str, str] = attrs.field(factory=dict)
    descriptions: dict[str, str] = attrs.field(factory=dict)
    tasks: dict[str, list[str]] = attrs.field(factory=dict)
    titles: dict[tuple[str, str], str] = attrs.field(factory=dict)
    element_names: dict[str, str] = attrs.field(factory=dict)
    element_domains: dict[str, str] = attrs.field(factory=dict)
    importance: Ratings = attrs.field(factory=dict)
    level: Ratings = attrs.field(factory=dict)
    interests: Ratings = attrs.field(factory=dict)
    work_styles: Ratings = attrs.field(factory=dict)
    work_values: Ratings = attrs.field(factory=dict)
    education: Ratings = attrs.field(factory=dict)
    job_zones: dict[str, int] = attrs.field(factory=dict)
    technologies: list[Technology] = attrs.field(factory=list)
    activities: dict[str, Counter[str]] = attrs.field(factory=dict)

    def elements(self, *domains: str) -> tuple[str, ...]:
        """Return the ids of all rated elements of *domains*, sorted."""
        return tuple(sorted(key for key, domain in self.element_domains.items() if domain in domains))


def _version(release: Release) -> tuple[str, str]:
    data = release.read("Read Me") or b""
    text = data.decode("utf-8", "replace")
    number = re.search(r"O\*NET\D{0,3}\s(\d+\.\d+)", text)
    month = re.search(r"([A-Z][a-z]+ \d{4}) Release", text)
    if number:
        return number[1], month[1] if month else ""
    named = re.search(r"(?:^|_)(\d+)_(\d+)(?:_|$)", release.folder)
    return (f"{named[1]}.{named[2]}" if named else "unknown"), ""


class _Reader:
    def __init__(self, release: Release) -> None:
        self.release = release
        version, released = _version(release)
        self.onet = Onet(version=version, released=released)

    def table(self, title: str, *columns: str) -> Iterator[Row]:
        """Yield the rows of a table whose occupation is known; note the table when it is absent or empty."""
        table = self.release.table(title, columns)
        if table is None or not len(table):
            near = "" if table is not None else self.release.renamed(title)
            self.onet.missing.append(f"{title} (there is {near!r})" if near else title)
            return
        self.onet.rows += len(table)
        for row in table:
            # A release with occupations taken out keeps their rows in other tables.
            if CODE not in columns or row.code(CODE, _CODE_FORM, "15-2051.00") in self.onet.occupations:
                yield row

    def occupations(self) -> None:
        table = self.release.mandatory_table("Occupation Data", [CODE, "Title"])
        self.onet.rows += len(table)
        for row in table:
            code = row.code(CODE, _CODE_FORM, "15-2051.00")
            if code in self.onet.occupations:
                raise row.trouble(f"{code} stands here for the second time", CODE)
            self.onet.occupations[code] = row.needed("Title")
            self.onet.descriptions[code] = row.text("Description")
        if not self.onet.occupations:
            raise DataBuildError(
                "no occupation below the header; download the release again", file=table.name, line=2, column=CODE
            )

    def titles(self) -> None:
        found: dict[tuple[str, str], str] = {}

        def add(title: str, code: str, kind: str) -> None:
            clean = " ".join(title.split())
            if clean:
                known = found.setdefault((clean, code), kind)
                if TITLE_KINDS.index(kind) < TITLE_KINDS.index(known):
                    found[clean, code] = kind

        for code, title in self.onet.occupations.items():
            add(title, code, "occupation")
        for row in self.table("Alternate Titles", CODE, "Alternate Title"):
            add(row.text("Alternate Title"), row.text(CODE), "alternate")
            add(row.text("Short Title"), row.text(CODE), "short")
        for row in self.table("Sample of Reported Titles", CODE, "Reported Job Title"):
            add(row.text("Reported Job Title"), row.text(CODE), "reported")
        self.onet.titles = found

    def element_names(self) -> None:
        for row in self.table("Content Model Reference", "Element ID", "Element Name"):
            self.onet.element_names[row.text("Element ID")] = row.text("Element Name")

    def rated(self, domain: str, scales: dict[str, tuple[Ratings, float, float]]) -> None:
        title = DOMAINS[domain]
        used = False
        for row in self.table(title, CODE, "Element ID", "Scale ID", "Data Value"):
            scale = scales.get(row.text("Scale ID"))
            if scale is None:
                continue
            ratings, low, high = scale
            value = row.number("Data Value", low, high)
            if value is None:
                continue
            element = row.code("Element ID", _ELEMENT_FORM, "2.A.1.a")
            # Nobody is asked for the level of what most raters call not relevant; the figure left there is noise.
            if row.text("Scale ID") == "LV" and row.text("Not Relevant") == "Y":
                value = 0.0
            ratings.setdefault(row.text(CODE), {})[element] = value
            self.onet.element_domains[element] = domain
            if row.text("Element Name"):
                self.onet.element_names[element] = row.text("Element Name")
            used = True
        if not used and not any(entry.startswith(title) for entry in self.onet.missing):
            self.onet.missing.append(f"{title} (no figures on the scales {', '.join(scales)})")

    def education(self) -> None:
        for row in self.table("Education, Training, and Experience", CODE, "Scale ID", "Category", "Data Value"):
            if row.text("Scale ID") != "RL":
                continue
            category = row.number("Category", 1, len(EDUCATION_LEVELS))
            share = row.number("Data Value", 0, 100)
            if category is not None and share is not None:
                self.onet.education.setdefault(row.text(CODE), {})[f"{int(category):02d}"] = share

    def job_zones(self) -> None:
        for row in self.table("Job Zones", CODE, "Job Zone"):
            zone = row.number("Job Zone", 1, 5)
            if zone is not None:
                self.onet.job_zones[row.text(CODE)] = int(zone)

    def technologies(self) -> None:
        for row in self.table("Technology Skills", CODE, "Example"):
            self.onet.technologies.append(
                Technology(
                    code=row.text(CODE),
                    name=" ".join(row.needed("Example").split()),
                    category=row.text("Commodity Title"),
                    is_hot=row.text("Hot Technology") == "Y",
                    is_in_demand=row.text("In Demand") == "Y",
                )
            )

    def activities(self) -> None:
        pairs = set()
        for row in self.table("Tasks to DWAs", CODE, "DWA ID"):
            dwa = row.code("DWA ID", _DWA_FORM, "4.A.1.a.1.I01.D01")
            pairs.add((row.text(CODE), dwa, row.text("Task ID") or str(row.line)))
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for code, dwa, _ in sorted(pairs):
            counts[code][dwa] += 1
        self.onet.activities = dict(counts)

    def tasks(self) -> None:
        for row in self.table("Task Statements", CODE, "Task"):
            if row.text("Task"):
                self.onet.tasks.setdefault(row.text(CODE), []).append(row.text("Task"))


def read_onet(release: Release) -> Onet:
    """
    Read an O*NET release.

    Args:
        release: The text edition as downloaded, or with tables, rows or redundant columns taken out.

    Returns:
        Everything that aijobkit takes from it.

    Raises:
        DataBuildError: If Occupation Data is absent, or any table there is cannot be read as what its name says.
    """
    reader = _Reader(release)
    onet = reader.onet
    reader.occupations()
    reader.titles()
    reader.element_names()
    importance, level = (onet.importance, 1.0, 5.0), (onet.level, 0.0, 7.0)
    reader.rated("skill", {"IM": importance, "LV": level})
    reader.rated("knowledge", {"IM": importance, "LV": level})
    reader.rated("interest", {"OI": (onet.interests, 1.0, 7.0)})
    reader.rated("work style", {"IM": (onet.work_styles, 1.0, 5.0)})
    reader.rated("work value", {"EX": (onet.work_values, 1.0, 7.0)})
    reader.education()
    reader.job_zones()
    reader.technologies()
    reader.activities()
    reader.tasks()
    onet.missing += [f"{title} (not used)" for title in UNUSED if release.read(title) is None]
    return onet
