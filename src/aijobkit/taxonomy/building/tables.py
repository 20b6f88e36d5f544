"""
Laying out the tables of a build: which columns, which rows, and what each figure says of its source.
"""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import attrs

from aijobkit.taxonomy.building import economy, trades
from aijobkit.taxonomy.building.onet import EDUCATION_LEVELS, Onet, Ratings
from aijobkit.taxonomy.building.writing import write_table

__all__ = ["NAMES", "ROLE_COLUMNS", "Tables", "typical_education"]

NAMES = (
    "activities",
    "activity_similarity",
    "education",
    "education_levels",
    "elements",
    "employment",
    "industries",
    "industry_similarity",
    "industry_terms",
    "interests",
    "pay",
    "ratings_importance",
    "ratings_level",
    "role_technologies",
    "roles",
    "sources",
    "task_similarity",
    "technologies",
    "technology_lengths",
    "technology_similarity",
    "title_similarity",
    "titles",
    "work_styles",
    "work_values",
)
"""Names of all tables of a build."""

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

Jobs = dict[str, tuple[int, int | None]]


@attrs.define(kw_only=True)
class Tables:
    """
    The tables of one build, written one by one.

    Args:
        folder: Where they are written.
        onet: What was read, measured figures only until the elements are written.
        rows: Number of rows of each table written so far.
    """

    folder: Path
    onet: Onet
    rows: dict[str, int] = attrs.field(factory=dict)

    def write(self, name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Write one table and count its rows."""
        self.rows[name] = write_table(self.folder, name, header, rows)

    def _wide(self, name: str, ratings: Ratings, elements: Sequence[str]) -> None:
        rows = [[code, *(ratings[code].get(key) for key in elements)] for code in sorted(ratings)]
        self.write(name, ["code", *elements], rows)

    def elements(self) -> None:
        """Write the elements with mean and spread; to be called before estimates join the measured figures."""
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

    def profiles(self) -> None:
        """Write the wide tables: ratings, interests, styles, values and education."""
        onet = self.onet
        rated = onet.elements("skill", "knowledge")
        self._wide("ratings_importance", onet.importance, rated)
        self._wide("ratings_level", onet.level, rated)
        self._wide("interests", onet.interests, onet.elements("interest"))
        self._wide("work_styles", onet.work_styles, onet.elements("work style"))
        self._wide("work_values", onet.work_values, onet.elements("work value"))
        categories = [f"{place:02d}" for place in range(1, len(EDUCATION_LEVELS) + 1)]
        self._wide("education", onet.education, categories)
        self.write("education_levels", ("category", "name"), zip(categories, EDUCATION_LEVELS, strict=True))

    def titles(self) -> None:
        """Write every title with its occupation."""
        self.write("titles", ("title", "code", "kind"), [(*key, kind) for key, kind in self.onet.titles.items()])

    def technologies(self) -> None:
        """Write each technology once, and who uses it."""
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
        self.write("technology_lengths", ("code", "squared"), trades.technology_lengths(self.onet))

    def activities(self) -> None:
        """Write the detailed work activities of each occupation by id."""
        rows = [(code, dwa, count) for code, counts in self.onet.activities.items() for dwa, count in counts.items()]
        self.write("activities", ("code", "dwa", "count"), rows)

    def economy(self, industries: dict[str, str], terms: Iterable[tuple[str, str]], cells: list[economy.Pay]) -> Jobs:
        """Write industries, search terms, pay and employment; return the employment by SOC code."""
        rows = []
        for code, title in industries.items():
            level = 2 if "-" in code else len(code)
            rows.append((code, title, level, economy.parent_of(code, industries)))
        self.write("industries", ("code", "title", "level", "parent"), rows)
        entries = list(terms)
        self.write("industry_terms", ("term", "code"), entries)
        parents = {code: parent for code, _, _, parent in rows}
        self.write("industry_similarity", ("code", "bytes"), trades.industry_similarity(industries, parents, entries))
        pay = [(cell.sector, cell.soc, cell.employment, cell.median_pay, cell.is_top_coded) for cell in cells]
        self.write("pay", ("sector", "soc", "employment", "median_pay", "top_coded"), pay)
        jobs = economy.employment(cells)
        self.write("employment", ("soc", "employment", "median_pay"), [(soc, *figures) for soc, figures in jobs.items()])
        return jobs

    def roles(self, jobs: Jobs, imputed: Collection[str], imputed_styles: Collection[str]) -> None:
        """Write every occupation with its plain facts, and of each figure whether it is measured, derived or missing."""
        onet = self.onet
        with_technology = {entry.code for entry in onet.technologies}
        active = {code[:7] for code in onet.activities}
        rows = []
        for code, title in onet.occupations.items():
            counted = economy.oews_code(code[:7], jobs)
            employment, pay = jobs.get(counted, (None, None))
            zone, education = onet.job_zones.get(code), typical_education(onet.education.get(code, {}))
            ratings = "derived" if code in imputed else _source(code in onet.importance)
            styles = "derived" if code in imputed_styles else _source(code in onet.work_styles)
            # What stands in for absent tasks is said in the room comparison; the title is always there.
            tasks = "measured" if code in onet.tasks else "derived"
            activities = "measured" if code in onet.activities else ("derived" if code[:7] in active else "missing")
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
