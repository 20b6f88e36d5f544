"""The reviewed industry tables: whole, sorted, disjoint where they must be, and in step with the finder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import aijobkit.taxonomy
from aijobkit.errors import InvalidValueError
from aijobkit.industries import covers
from aijobkit.taxonomy.industry_finder import phrase_key
from aijobkit.taxonomy.store import Store, open_store

CATALOGUE = Path(aijobkit.taxonomy.__file__).parent / "catalogue"
SORTED_BY = {
    "concordance": 2, "industry_aliases": 1, "industry_families": 1, "industry_names": 2, "industry_words": 1, "naics_2017": 1,
}  # fmt: skip
LANGUAGES = ("de", "es", "fr", "pt")

LINKEDIN = """
accounting; airlines/aviation; alternative dispute resolution; alternative medicine; animation; apparel & fashion;
architecture & planning; arts and crafts; automotive; aviation & aerospace; banking; biotechnology; broadcast media;
building materials; business supplies and equipment; capital markets; chemicals; civic & social organization; civil
engineering; commercial real estate; computer & network security; computer games; computer hardware; computer
networking; computer software; construction; consumer electronics; consumer goods; consumer services; cosmetics; dairy;
defense & space; design; education management; e-learning; electrical/electronic manufacturing; entertainment;
environmental services; events services; executive office; facilities services; farming; financial services; fine art;
fishery; food & beverages; food production; fund-raising; furniture; gambling & casinos; glass, ceramics & concrete;
government administration; government relations; graphic design; health, wellness and fitness; higher education;
hospital & health care; hospitality; human resources; import and export; individual & family services; industrial
automation; information services; information technology and services; insurance; international affairs; international
trade and development; internet; investment banking; investment management; judiciary; law enforcement; law practice;
legal services; legislative office; leisure, travel & tourism; libraries; logistics and supply chain; luxury goods &
jewelry; machinery; management consulting; maritime; market research; marketing and advertising; mechanical or
industrial engineering; media production; medical devices; medical practice; mental health care; military; mining &
metals; motion pictures and film; museums and institutions; music; nanotechnology; newspapers; nonprofit organization
management; oil & energy; online media; outsourcing/offshoring; package/freight delivery; packaging and containers;
paper & forest products; performing arts; pharmaceuticals; philanthropy; photography; plastics; political organization;
primary/secondary education; printing; professional training & coaching; program development; public policy; public
relations and communications; public safety; publishing; railroad manufacture; ranching; real estate; recreational
facilities and services; religious institutions; renewables & environment; research; restaurants; retail; security and
investigations; semiconductors; shipbuilding; sporting goods; sports; staffing and recruiting; supermarkets;
telecommunications; textiles; think tanks; tobacco; translation and localization; transportation/trucking/railroad;
utilities; venture capital & private equity; veterinary; warehousing; wholesale; wine and spirits; wireless; writing and
editing
"""


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a reviewed table."""
    header, *lines = (CATALOGUE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


@pytest.fixture(scope="module")
def store() -> Store:
    """Return the embedded store."""
    return open_store()


@pytest.fixture(scope="module")
def codes(store: Store) -> frozenset[str]:
    """Return all NAICS 2022 codes."""
    return frozenset(code for (code,) in store.rows("SELECT code FROM industries"))


@pytest.mark.parametrize(("name", "columns"), sorted(SORTED_BY.items()))
class TestEveryTable:
    """What holds for all of them."""

    def test_sorted_and_unique(self, name: str, columns: int) -> None:
        """Rows are in the order of their key columns and no key comes twice, so that changes read well."""
        keys = [tuple(row.values())[:columns] for row in table(name)]

        assert sorted(set(keys)) == keys

    def test_clean_cells(self, name: str, columns: int) -> None:
        """No cell has blanks at its ends or a carriage return."""
        text = (CATALOGUE / f"{name}.tsv").read_bytes()
        cells = [cell for line in text.decode().split("\n") for cell in line.split("\t")]

        assert b"\r" not in text
        assert [] == [cell for cell in cells if cell != cell.strip()]

    def test_known_codes(self, name: str, columns: int, codes: frozenset[str]) -> None:
        """Every NAICS 2022 code of the table exists."""
        columns_of_codes = ("codes", "naics_codes", "codes_2022", "sectors", "naics")
        rows = table(name)
        used = {
            code
            for row in rows
            for column in columns_of_codes
            if column in row and not (name == "concordance" and column == "codes")
            for code in row[column].split(",")
            if code
        }

        assert set() == used - codes


class TestFamilies:
    """`industry_families.tsv`: what people call one industry."""

    def test_disjoint(self) -> None:
        """No code belongs to two families, not even as part of a coarser code."""
        owned = [(code, row["family"]) for row in table("industry_families") for code in row["naics_codes"].split(",")]
        twice = [(a, b) for a in owned for b in owned if a is not b and covers(a[0], b[0])]

        assert [] == twice

    def test_adjacent(self) -> None:
        """Neighbours are families, other than itself, and neighbourhood is mutual."""
        near = {row["family"]: set(filter(None, row["adjacent"].split(","))) for row in table("industry_families")}
        pairs = [(one, other) for one, others in near.items() for other in others]
        wrong = [(one, other) for one, other in pairs if one == other or one not in near.get(other, ())]

        assert [] == wrong

    def test_professional_services_are_parted(self) -> None:
        """Every group of professional services has a family of its own: law, accounting and software are not one industry."""
        parts = {code[:4]: row["family"] for row in table("industry_families") for code in row["naics_codes"].split(",")}
        groups = [f"541{digit}" for digit in range(1, 9)]

        assert len(groups) == len({parts[group] for group in groups})

    def test_reasons(self) -> None:
        """Every family says why it is one, and from where."""
        assert all(row["reason"] and row["source"] and row["title"] for row in table("industry_families"))


class TestPhrases:
    """`industry_aliases.tsv`: everyday phrases."""

    def test_enough(self) -> None:
        """There are at least 700 of them."""
        assert len(table("industry_aliases")) >= 700

    def test_keys(self) -> None:
        """The key of each phrase is the finder's, and no two phrases share one."""
        rows = table("industry_aliases")

        assert [phrase_key(row["phrase"]) for row in rows] == [row["key"] for row in rows]
        assert len(rows) == len({row["key"] for row in rows})

    def test_readings(self) -> None:
        """One reading has one code, several readings have several, a family has its own codes."""
        families = {row["family"]: row["naics_codes"] for row in table("industry_families")}
        wrong = []
        for row in table("industry_aliases"):
            several = "," in row["codes"]
            fits = {
                "one": not several and not row["family"],
                "family": families.get(row["family"]) == row["codes"],
                "wide": several and not row["family"],
                "ambiguous": several and not row["family"],
            }
            if not fits[row["reading"]] or (row["ambiguous"] == "yes") != (row["reading"] == "ambiguous"):
                wrong.append(row["phrase"])

        assert [] == wrong

    def test_ambiguities_ask(self) -> None:
        """Every declared ambiguity says what to ask."""
        asked = [row["reason"] for row in table("industry_aliases") if row["reading"] == "ambiguous"]

        assert all(reason.endswith("?") for reason in asked)

    def test_linkedin(self) -> None:
        """Every name of LinkedIn's industry list is a known phrase."""
        names = [name.strip() for name in LINKEDIN.split(";")]
        known = {row["key"] for row in table("industry_aliases")}

        assert len(names) >= 145
        assert [] == [name for name in names if phrase_key(name) not in known]


class TestNames:
    """`industry_names.tsv`: German, French, Spanish, Portuguese."""

    def test_keys(self) -> None:
        """The key of each name is the finder's."""
        assert [] == [row["phrase"] for row in table("industry_names") if phrase_key(row["phrase"]) != row["key"]]

    def test_all_families(self) -> None:
        """Every family has a name in every language."""
        named = {(row["language"], row["family"]) for row in table("industry_names")}
        missing = [(lang, row["family"]) for lang in LANGUAGES for row in table("industry_families")]

        assert [] == [pair for pair in missing if pair not in named]

    def test_one_meaning(self) -> None:
        """A name that is spelt alike in two languages means the same industry in both."""
        meaning: dict[str, str] = {}
        clash = [row for row in table("industry_names") if meaning.setdefault(row["key"], row["codes"]) != row["codes"]]

        assert [] == clash


class TestWords:
    """`industry_words.tsv`: the word rules."""

    def test_enough(self) -> None:
        """There are at least 80 rules, each with a reason."""
        rows = table("industry_words")

        assert len(rows) >= 80
        assert all(row["reason"] for row in rows)

    def test_single_words(self) -> None:
        """A rule is about one word, written as the finder reads it."""
        assert [] == [row["word"] for row in table("industry_words") if phrase_key(row["word"]) != row["word"]]


class TestOldCodes:
    """`naics_2017.tsv`: codes that died."""

    def test_dead(self, codes: frozenset[str]) -> None:
        """No code of the table lives in NAICS 2022."""
        assert set() == {row["code_2017"] for row in table("naics_2017")} & codes

    @pytest.mark.parametrize(
        ("old", "new"), [("511210", "513210"), ("448110", "458110"), ("454110", "455"), ("519130", "519290")]
    )
    def test_known_cases(self, old: str, new: str) -> None:
        """The codes most often met in old lists lead where they went."""
        found = {row["code_2017"]: row["codes_2022"].split(",") for row in table("naics_2017")}

        assert new == found[old][0]


class TestConcordance:
    """`concordance.tsv`: NAICS 2022 to ISIC 4 and NACE 2."""

    def test_complete(self, codes: frozenset[str]) -> None:
        """Every NAICS code has a row for both standards."""
        assert {(code, standard) for code in codes for standard in ("isic4", "nace2")} == {
            (row["naics"], row["standard"]) for row in table("concordance")
        }

    def test_kinds(self) -> None:
        """The kind says how many codes there are."""
        single = {"exact": 1, "part": 1, "none": 0}
        wrong = [
            row
            for row in table("concordance")
            if (count := len([code for code in row["codes"].split(",") if code])) != single.get(row["kind"], count)
            or (row["kind"] == "one-to-many" and count < 2)
            or row["kind"] not in (*single, "one-to-many")
        ]

        assert [] == wrong

    def test_form(self) -> None:
        """ISIC codes have two to four digits, NACE codes are dotted, both sorted."""
        form = {"isic4": re.compile(r"\d{2,4}"), "nace2": re.compile(r"\d\d(\.\d{1,2})?")}
        wrong = [
            row["naics"]
            for row in table("concordance")
            if (listed := row["codes"].split(",")) != sorted(listed)
            or not all(form[row["standard"]].fullmatch(code) for code in listed if code)
        ]

        assert [] == wrong

    @pytest.mark.parametrize(
        ("naics", "isic", "nace"), [("622", "8610", "86.10"), ("5415", "62", "62"), ("541511", "6201", "62.01")]
    )
    def test_known_cases(self, naics: str, isic: str, nace: str) -> None:
        """Hospitals and programming correspond as the statistical offices say."""
        found = {(row["naics"], row["standard"]): row["codes"] for row in table("concordance")}

        assert (isic, nace) == (found[naics, "isic4"], found[naics, "nace2"])


def test_concordance_is_asked_through_the_taxonomy(taxonomy) -> None:
    """Hospitals are one class of ISIC; a wide phrase lists the links of every code it covers; leading zeros survive."""
    hospitals, farms = taxonomy.industry("622"), taxonomy.industry("111")

    assert [(("8610",), "exact")] == [(link.codes, link.kind) for link in taxonomy.concordance(hospitals)]
    assert len(taxonomy.industry("software").naics_codes) == len(taxonomy.concordance(taxonomy.industry("software"), "nace2"))
    assert "011" in taxonomy.concordance(farms)[0].codes


def test_an_unknown_standard_is_refused(taxonomy) -> None:
    """A classification that we have no links to is refused by name."""
    with pytest.raises(InvalidValueError, match="isic4"):
        taxonomy.concordance(taxonomy.industry("622"), "sic")
