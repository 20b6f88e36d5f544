"""The reviewed catalogues of our own keep their word: sorted, unique, well anchored, each entry with its reason and source."""

from __future__ import annotations

import re
import sqlite3
import sys
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from aijobkit.taxonomy.store import open_store
from aijobkit.taxonomy.wording import SENSES, title_key, word_table

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PACKAGE = Path(str(files("aijobkit"))) / "taxonomy"
CATALOGUE = PACKAGE / "catalogue"

ONET_CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")
"""An O*NET-SOC 2019 code."""

TABLES = {
    "abbreviations": ("short", "long", "codes", "field", "source"),
    "ai_technologies": ("technology", "category", "aliases", "source"),
    "everyday_roles": ("title", "code", "reason"),
    "role_names": ("language", "title", "code"),
    "training_titles": ("title", "code"),
    "work_fields": ("field", "codes"),
}
"""Every table of this catalogue with its columns."""

SORT_KEYS = {
    "abbreviations": ("short", "long"),
    "ai_technologies": ("technology",),
    "everyday_roles": ("title",),
    "role_names": ("language", "title"),
    "training_titles": ("title", "code"),
    "work_fields": ("field",),
}
"""By which columns a table is sorted, without regard to case; together they name a row."""

SOURCELESS = ("everyday_roles", "role_names", "training_titles", "work_fields")
"""
Tables whose rows name no source: the reason is the whole source of an everyday title, a foreign name is a plain fact, and
titles to learn from and the jobs of a field were all written from general knowledge of the trades.
"""

PROTECTED = frozenset({"age", "gender", "sex", "nationality", "ethnicity", "race", "religion", "health", "family", "marital"})
"""Traits that no entry may have as a field."""

SENIORITY = frozenset({"senior", "sr", "junior", "jr", "lead", "principal", "staff", "chief"})
"""Words that other tables set apart; an abbreviation alone must not stand for one of them."""


def plain(text: str) -> str:
    """Fold case, width and punctuation, as somebody reading would."""
    return " ".join(re.sub(r"[^\w+#]+", " ", unicodedata.normalize("NFKC", text).casefold()).split())


@cache
def table(name: str) -> list[dict[str, str]]:
    """Read a tab-separated table of the catalogue."""
    lines = (CATALOGUE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


@cache
def toml(name: str) -> dict[str, list[dict[str, Any]]]:
    """Read a TOML catalogue."""
    return tomllib.loads((CATALOGUE / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def entries() -> list[dict[str, Any]]:
    """Every role of both catalogues."""
    return [*toml("ai_roles")["role"], *toml("life_roles")["role"]]


@cache
def onet_codes() -> frozenset[str]:
    """Every O*NET code: from the committed table, or from the packed one where only the package is installed."""
    source = PACKAGE / "data" / "roles.tsv"
    if source.exists():
        return frozenset(line.split("\t")[0] for line in source.read_text(encoding="utf-8").splitlines()[1:])
    packed = PACKAGE / "data" / "taxonomy.sqlite"
    if not packed.exists():
        pytest.skip("neither the committed nor the packed table of roles is here")
    connection = sqlite3.connect(f"file:{packed}?mode=ro", uri=True)
    try:
        return frozenset(code for (code,) in connection.execute("SELECT code FROM roles"))
    finally:
        connection.close()


@cache
def onet_titles() -> frozenset[str]:
    """Every title of O*NET in the packed table."""
    senses = (SENSES["onet"], SENSES["part"])
    return frozenset(title for (title,) in open_store().rows("SELECT title FROM title_keys WHERE sense IN (?, ?)", senses))


def codes_of(entry: dict[str, Any]) -> list[str]:
    """The O*NET codes that a role names."""
    same = [entry["same_as"]] if "same_as" in entry else []
    return [code for code, _ in entry["anchors"]] + same


class TestTables:
    """What holds for every tab-separated table."""

    @pytest.mark.parametrize("name", TABLES)
    def test_header(self, name: str) -> None:
        """A table has exactly the columns that its readers expect."""
        header = (CATALOGUE / f"{name}.tsv").read_text(encoding="utf-8").split("\n", 1)[0]

        assert tuple(header.split("\t")) == TABLES[name]

    @pytest.mark.parametrize("name", TABLES)
    def test_sorted(self, name: str) -> None:
        """A table is sorted without regard to case, so that a change is easy to review."""
        keys = [tuple(row[column].casefold() for column in SORT_KEYS[name]) for row in table(name)]

        assert sorted(keys) == keys

    @pytest.mark.parametrize("name", TABLES)
    def test_unique(self, name: str) -> None:
        """No two rows of a table say the same."""
        keys = Counter(tuple(plain(row[column]) for column in SORT_KEYS[name]) for row in table(name))

        assert [key for key, count in keys.items() if count > 1] == []

    @pytest.mark.parametrize("name", TABLES)
    def test_clean_cells(self, name: str) -> None:
        """No cell begins or ends with a space, and files end their lines in the Unix way."""
        assert "\r" not in (CATALOGUE / f"{name}.tsv").read_bytes().decode()
        assert [row for row in table(name) if any(cell != cell.strip() for cell in row.values())] == []

    @pytest.mark.parametrize("name", TABLES)
    def test_reason_or_source(self, name: str) -> None:
        """Every row of a table that judges says why, or from where."""
        column = "source" if "source" in TABLES[name] else "reason"
        if column not in TABLES[name]:
            assert name in SOURCELESS
            return

        assert [row for row in table(name) if not row[column]] == []

    @pytest.mark.parametrize("name", TABLES)
    def test_no_protected_trait(self, name: str) -> None:
        """No table has a column for a protected trait."""
        assert not PROTECTED & set(TABLES[name])


class TestRoles:
    """What holds for AI roles and stations of life."""

    def test_enough_ai_roles(self) -> None:
        """At least forty AI roles are catalogued."""
        assert len(toml("ai_roles")["role"]) >= 40

    @pytest.mark.parametrize("name", ["ai_roles", "life_roles"])
    def test_sorted_by_code(self, name: str) -> None:
        """Entries stand in the order of their codes, each code once."""
        codes = [entry["code"] for entry in toml(name)["role"]]

        assert sorted(set(codes)) == codes

    def test_codes_are_namespaced(self) -> None:
        """A role of ours can never be taken for an O*NET code."""
        assert [e["code"] for e in entries() if not re.fullmatch(r"aijobkit:[a-z0-9]+(-[a-z0-9]+)*", e["code"])] == []

    def test_anchors_exist(self) -> None:
        """Every anchor is an occupation of O*NET."""
        assert [(e["code"], c) for e in entries() for c in codes_of(e) if c not in onet_codes()] == []

    def test_anchor_weights(self) -> None:
        """The weights of the anchors of a role sum to one, and the most telling anchor comes first."""
        for entry in entries():
            weights = [weight for _, weight in entry["anchors"]]

            assert not weights or sum(weights) == pytest.approx(1), entry["code"]
            assert sorted(weights, reverse=True) == weights, entry["code"]

    def test_ai_roles_are_anchored(self) -> None:
        """An AI role without an anchor could not be measured."""
        assert [e["code"] for e in toml("ai_roles")["role"] if not e["anchors"]] == []

    def test_wording_belongs_to_one_role(self) -> None:
        """A title or abbreviation, however punctuated, means one role of the catalogue only."""
        owners: dict[str, set[str]] = {}
        for entry in entries():
            for wording in (entry["title"], *entry["titles"], *entry["abbreviations"]):
                owners.setdefault(plain(wording), set()).add(entry["code"])

        assert {wording: codes for wording, codes in owners.items() if len(codes) > 1} == {}

    def test_titles_are_plenty_and_distinct(self) -> None:
        """An AI role knows at least eight wordings, and none of them twice."""
        for entry in toml("ai_roles")["role"]:
            wordings = [plain(title) for title in entry["titles"]]

            assert len(wordings) >= 8, entry["code"]
            assert len(set(wordings)) == len(wordings), entry["code"]

    def test_technologies_and_skills(self) -> None:
        """An AI role names 8 to 20 products and 4 to 10 skills, as a job advertisement would."""
        for entry in toml("ai_roles")["role"]:
            assert 8 <= len(entry["technologies"]) <= 20, entry["code"]
            assert 4 <= len(entry["skills"]) <= 10, entry["code"]

    def test_technologies_are_known(self) -> None:
        """Every product of a role is spelled as in O*NET or stands in our table of AI technologies."""
        source = PACKAGE / "data" / "technologies.tsv"
        if not source.exists():
            pytest.skip("the committed table of technologies is not here")
        lines = source.read_text(encoding="utf-8").splitlines()
        column = lines[0].split("\t").index("technology")
        known = {line.split("\t")[column] for line in lines[1:]} | {row["technology"] for row in table("ai_technologies")}

        assert {t for e in entries() for t in e["technologies"]} - known == set()

    def test_every_entry_says_why(self) -> None:
        """Every role and field of study has a reason and a source, and owns up to being an assumption."""
        for entry in (*entries(), *toml("life_roles")["field"]):
            assert entry["reason"], entry
            assert entry["source"], entry
            assert entry["kind"] == "assumption", entry

    def test_job_zone_has_a_reason(self) -> None:
        """A job zone of our own is between 1 and 5 and never comes without its reason."""
        for entry in entries():
            assert ("job_zone" in entry) == ("job_zone_reason" in entry), entry["code"]
            assert entry.get("job_zone", 1) in range(1, 6), entry["code"]

    def test_no_protected_trait(self) -> None:
        """No role and no field of study has a key for a protected trait."""
        keys = {key for entry in (*entries(), *toml("life_roles")["field"]) for key in entry}

        assert not PROTECTED & keys

    def test_stations_say_whether_there_is_an_industry(self) -> None:
        """A station of life says whether there is an industry to leave, and its education level is one of O*NET's twelve."""
        for entry in toml("life_roles")["role"]:
            assert isinstance(entry["has_industry"], bool), entry["code"]
            assert entry.get("education_level", 1) in range(1, 13), entry["code"]

    @pytest.mark.parametrize("title", ["student", "CS student", "grad student", "PhD candidate", "career break", "self-taught"])
    def test_stations_people_name(self, title: str) -> None:
        """The stations that people name most have an entry."""
        assert any(plain(title) in map(plain, entry["titles"]) for entry in toml("life_roles")["role"])

    def test_ai_technician_is_ours(self) -> None:
        """An AI technician looks after artificial intelligence; insemination in full is left to O*NET."""
        owner = {plain(t): e["code"] for e in entries() for t in e["titles"]}

        assert owner["ai technician"] == "aijobkit:ai-support-specialist"
        assert "artificial insemination technician" not in owner


class TestFields:
    """What holds for fields of study."""

    def test_enough(self) -> None:
        """At least twenty-five fields of study can be measured."""
        assert len(toml("life_roles")["field"]) >= 25

    def test_anchor_exists(self) -> None:
        """The anchor of a field of study is an occupation of O*NET."""
        assert [f["name"] for f in toml("life_roles")["field"] if f["anchor"] not in onet_codes()] == []

    def test_wording_belongs_to_one_field(self) -> None:
        """A wording names one field of study only."""
        wordings = Counter(plain(title) for field in toml("life_roles")["field"] for title in field["titles"])

        assert [wording for wording, count in wordings.items() if count > 1] == []

    def test_sorted_by_name(self) -> None:
        """Fields of study stand in the order of their names."""
        names = [field["name"].casefold() for field in toml("life_roles")["field"]]

        assert sorted(names) == names


class TestAbbreviations:
    """What holds for short forms."""

    def test_enough(self) -> None:
        """At least 350 short forms are known."""
        assert len(table("abbreviations")) >= 350

    def test_over_all_fields_of_work(self) -> None:
        """Short forms come from all fields of work, not from computing alone."""
        fields = Counter(row["field"] for row in table("abbreviations"))

        assert len(fields) >= 15
        assert fields["health care"] >= 60

    def test_codes_exist(self) -> None:
        """Every code of a short form is an occupation of O*NET, each named once."""
        for row in table("abbreviations"):
            codes = row["codes"].split(",") if row["codes"] else []

            assert set(codes) <= onet_codes(), row
            assert len(set(codes)) == len(codes), row

    def test_says_something(self) -> None:
        """The long form differs from the short one."""
        assert [row for row in table("abbreviations") if plain(row["short"]) == plain(row["long"])] == []

    def test_seniority_stays_elsewhere(self) -> None:
        """No word of seniority is an abbreviation here: it is set apart by the table of title words."""
        assert [row for row in table("abbreviations") if plain(row["short"]) in SENIORITY] == []

    def test_ambiguity_is_kept(self) -> None:
        """PM means project, product, program, property and portfolio manager: all of them are offered."""
        meanings = {row["long"] for row in table("abbreviations") if row["short"] == "PM"}

        assert {"project manager", "product manager", "program manager", "property manager"} <= meanings


class TestEverydayRoles:
    """What holds for everyday titles."""

    def test_enough(self) -> None:
        """At least 400 everyday titles are settled."""
        assert len(table("everyday_roles")) >= 400

    def test_code_exists(self) -> None:
        """Every everyday title means an occupation of O*NET."""
        assert [row for row in table("everyday_roles") if row["code"] not in onet_codes()] == []

    def test_titles_to_learn_from_are_listed_nowhere(self) -> None:
        """Titles of which the model only learns mean one occupation of O*NET each, and no table files them."""
        filed = {title_key(row["title"]) for row in table("everyday_roles")} | {title_key(title) for title in onet_titles()}
        groups: dict[str, set[str]] = {}
        for row in table("training_titles"):
            groups.setdefault(title_key(row["title"]), set()).add(row["code"][:7])

        assert len(groups) >= 18_000
        assert {row["code"] for row in table("training_titles")} <= onet_codes()
        assert [key for key, codes in groups.items() if len(codes) > 1] == []
        assert sorted(groups.keys() & filed) == []

    def test_a_tool_is_no_title(self) -> None:
        """What is refused as a bare tool means no job: a docker loads ships."""
        filed = {title_key(row["title"]) for row in table("everyday_roles")}

        assert sorted(filed & {title_key(tool) for tool in word_table()["tool"]}) == []

    def test_title_means_one_role(self) -> None:
        """No everyday title is a wording of our own catalogue too."""
        ours = {plain(wording) for entry in entries() for wording in (*entry["titles"], *entry["abbreviations"])}

        assert [row["title"] for row in table("everyday_roles") if plain(row["title"]) in ours] == []

    @pytest.mark.parametrize(
        "title", ["analyst", "assistant", "consultant", "coordinator", "director", "engineer", "manager", "specialist"]
    )
    def test_vague_titles_are_left_out(self, title: str) -> None:
        """A word that could be anything is not given a meaning."""
        assert [row for row in table("everyday_roles") if plain(row["title"]) == title] == []

    @pytest.mark.parametrize(
        ("code", "title"),
        [
            ("11-9051.00", "pub landlord"),
            ("25-9042.00", "teaching assistant"),
            ("31-1132.00", "hospital porter"),
            ("33-9091.00", "lollipop lady"),
            ("43-3011.00", "credit controller"),
            ("47-2031.00", "chippy"),
            ("53-7061.00", "car valeter"),
        ],
    )
    def test_words_of_the_commonwealth(self, code: str, title: str) -> None:
        """Names that O*NET lacks because they are not American are settled here."""
        assert code in [row["code"] for row in table("everyday_roles") if row["title"] == title]


class TestRoleNames:
    """What holds for names in other languages."""

    def test_languages(self) -> None:
        """Names are given in German, Spanish, French and Portuguese."""
        assert sorted({row["language"] for row in table("role_names")}) == ["de", "es", "fr", "pt"]

    def test_code_exists(self) -> None:
        """Every name means an occupation of O*NET or a role of ours."""
        known = onet_codes() | {entry["code"] for entry in entries()}

        assert [row for row in table("role_names") if row["code"] not in known] == []

    @pytest.mark.parametrize("language", ["de", "es", "fr", "pt"])
    def test_whole_catalogue_is_named(self, language: str) -> None:
        """Every role of our catalogue has a name in every language."""
        named = {row["code"] for row in table("role_names") if row["language"] == language}

        assert {entry["code"] for entry in entries()} - named == set()

    def test_enough_occupations(self) -> None:
        """At least 150 occupations of O*NET have names in every language."""
        languages: dict[str, set[str]] = {}
        for row in table("role_names"):
            languages.setdefault(row["code"], set()).add(row["language"])

        assert sum(len(found) == 4 and bool(ONET_CODE.fullmatch(code)) for code, found in languages.items()) >= 150

    def test_each_name_means_one_occupation(self) -> None:
        """A name has one code in a language."""
        names = Counter((row["language"], row["title"].casefold()) for row in table("role_names"))

        assert [name for name, count in names.items() if count > 1] == []


class TestTechnologies:
    """What holds for AI technologies."""

    def test_alias_means_one_technology(self) -> None:
        """An alias, like a name, means one technology only."""
        owners: dict[str, set[str]] = {}
        for row in table("ai_technologies"):
            for wording in (row["technology"], *filter(None, row["aliases"].split("; "))):
                owners.setdefault(wording.casefold(), set()).add(row["technology"])

        assert {wording: names for wording, names in owners.items() if len(names) > 1} == {}
