"""The data build: official releases in, compact tables of facts and figures out."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijobkit.errors import DataBuildError
from aijobkit.taxonomy.build import BuildReport, build_taxonomy
from aijobkit.taxonomy.building import economy, similarity
from aijobkit.taxonomy.building.onet import read_onet
from aijobkit.taxonomy.building.reading import Release, read_table
from aijobkit.taxonomy.building.tables import NAMES, ROLE_COLUMNS, typical_education
from aijobkit.taxonomy.building.writing import cell, write_table
from aijobkit.taxonomy.pack import read_tsv
from aijobkit.taxonomy.store import open_store
from small_release import OCCUPATIONS, UNRATED, SmallRelease, sentences, write_release


def build(release: SmallRelease, out: Path, **options: object) -> BuildReport:
    """Build without the title model, which another test trains."""
    return build_taxonomy(
        release.onet, release.naics_codes, release.naics_index, release.oews, out, title_model=False, **options
    )


def table(out: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of a table as mappings."""
    header, rows = read_tsv(out / f"{name}.tsv")
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a build from the whole small release."""
    folder = tmp_path_factory.mktemp("built")
    build(write_release(folder), folder / "out")
    return folder / "out"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an unpacked small release."""
    return write_release(tmp_path_factory.mktemp("small"), zipped=False).onet


class TestWhatIsWritten:
    """The tables of a build hold every fact they should, and no sentence."""

    def test_every_occupation_is_a_role(self, built: Path) -> None:
        """Each occupation of the release is one row of roles, in the order of codes."""
        roles = [(row["code"], row["title"]) for row in table(built, "roles")]

        assert sorted(OCCUPATIONS.items()) == roles

    def test_every_table_is_written(self, built: Path) -> None:
        """A build from a full release writes all tables, under their names, and the packed file."""
        assert sorted([*(f"{name}.tsv" for name in NAMES), "taxonomy.sqlite"]) == sorted(path.name for path in built.iterdir())

    def test_role_columns(self, built: Path) -> None:
        """The table of roles has the documented columns."""
        assert list(ROLE_COLUMNS) == read_tsv(built / "roles.tsv")[0]

    def test_no_sentence_is_written(self, built: Path) -> None:
        """No cell shares eight words in sequence with a description, task or activity sentence."""
        runs = set()
        for text in sentences():
            words = re.findall(r"\w+", text.lower())
            runs |= {tuple(words[place : place + 8]) for place in range(len(words) - 7)}
        for path in sorted(built.glob("*.tsv")):
            for content in path.read_text(encoding="utf-8").replace("\n", "\t").split("\t"):
                words = re.findall(r"\w+", content.lower())
                shared = [run for run in zip(*(words[shift:] for shift in range(8)), strict=False) if run in runs]

                assert [] == shared, path.name

    def test_tables_are_sorted_and_clean(self, built: Path) -> None:
        """Every table is sorted, without repeated rows, tabs in cells or missing numbers written as words."""
        for path in sorted(built.glob("*.tsv")):
            _, rows = read_tsv(path)

            assert rows == [list(row) for row in sorted({tuple(row) for row in rows})], path.name
            assert not [row for row in rows if {"nan", "None", "inf"} & set(row)], path.name

    def test_title_kinds(self, built: Path) -> None:
        """A title that stands in two tables keeps the kind that is said more often."""
        kinds = {(row["title"], row["code"]): row["kind"] for row in table(built, "titles")}

        assert "reported" == kinds["Software Engineer", "15-1252.00"]
        assert "alternate" == kinds["Application Developer", "15-1252.00"]
        assert "occupation" == kinds["Software Developers", "15-1252.00"]

    def test_mathematics_is_two_elements(self, built: Path) -> None:
        """Mathematics is a skill and a knowledge element, told apart by domain."""
        domains = sorted(row["domain"] for row in table(built, "elements") if row["name"] == "Mathematics")

        assert ["knowledge", "skill"] == domains

    def test_unrated_roles_are_estimated_and_say_so(self, built: Path) -> None:
        """Roles with tasks but without ratings get estimated ones, flagged as derived; all others stay as they were."""
        sources = {row["code"]: row["ratings_source"] for row in table(built, "roles")}
        rated = {row["code"] for row in table(built, "ratings_importance")}

        assert {code for code, source in sources.items() if source == "derived"} == set(UNRATED) <= rated
        assert "missing" == sources["15-1299.00"]
        assert "measured" == sources["29-1141.00"]

    def test_estimates_stay_on_the_scale(self, built: Path) -> None:
        """Estimated importance lies in 1 to 5, estimated level in 0 to 7."""
        for name, low, high in (("ratings_importance", 1, 5), ("ratings_level", 0, 7)):
            for row in table(built, name):
                assert all(low <= float(value) <= high for key, value in row.items() if key != "code")

    def test_a_level_that_is_not_relevant_is_zero(self, built: Path) -> None:
        """Where raters call an element not relevant its level is 0."""
        cells = [
            float(value)
            for row in table(built, "ratings_level")
            if row["code"] not in UNRATED
            for value in list(row.values())[1:]
        ]

        assert 0.0 in cells
        assert not [value for value in cells if 0.0 < value < 1.0]

    def test_ranges_are_one_sector(self, built: Path) -> None:
        """A range sector is one code, and the parent of its subsectors."""
        parents = {row["code"]: row["parent"] for row in table(built, "industries")}

        assert "" == parents["31-33"]
        assert "31-33" == parents["334"]
        assert "334" == parents["3344"]

    def test_cross_references_are_not_terms(self, built: Path) -> None:
        """Index rows that only refer to others are left out."""
        assert 3 == len(table(built, "industry_terms"))

    def test_suppressed_cells_are_empty(self, built: Path) -> None:
        """What the statistical office suppresses is empty; a top-coded wage says so; government is sector 92."""
        cells = {(row["sector"], row["soc"]): row for row in table(built, "pay")}

        assert "" == cells["61", "15-2051"]["employment"]
        assert "" == cells["61", "19-2012"]["median_pay"]
        assert ("239200", "1") == (cells["61", "11-1011"]["median_pay"], cells["61", "11-1011"]["top_coded"])
        assert ("92", "19-2012") in cells
        assert ("31-33", "19-2012") in cells

    def test_sources(self, built: Path) -> None:
        """Each source is named with its version, file, digest and licence, without a path."""
        sources = {row["name"]: row for row in table(built, "sources")}

        assert ("99.9", "db_99_9_text.zip", "CC BY 4.0") == tuple(
            sources["O*NET"][key] for key in ("version", "file", "licence")
        )
        assert ("2022", "2099") == (sources["NAICS codes"]["version"], sources["OEWS"]["version"])
        assert all(re.fullmatch("[0-9a-f]{64}", row["sha256"]) for row in sources.values())

    def test_residual_roles_are_compared_by_their_siblings(self, built: Path) -> None:
        """A role without tasks is compared by those of its SOC code, and says so."""
        row = next(row for row in table(built, "roles") if row["code"] == "15-1299.00")

        assert ("derived", "derived") == (row["tasks_source"], row["activities_source"])


class TestReducedReleases:
    """A release with tables, columns or rows taken out builds and works."""

    def test_official_edition_gives_the_same_tables(self, built: Path, tmp_path: Path) -> None:
        """The edition without redundant columns and with Windows line ends gives the same figures."""
        build(write_release(tmp_path, official=True, zipped=False), tmp_path / "out")
        same = [path.name for path in sorted(built.glob("*.tsv")) if path.name != "sources.tsv"]

        assert [] == [name for name in same if (built / name).read_bytes() != (tmp_path / "out" / name).read_bytes()]

    @pytest.mark.parametrize(
        "without",
        [
            ("Skills", "Knowledge"),
            ("Knowledge",),
            ("Interests", "Job Zones"),
            ("Technology Skills", "Tasks to DWAs"),
            ("Alternate Titles", "Sample of Reported Titles", "Content Model Reference"),
            ("Task Statements",),
        ],
    )
    def test_missing_tables_are_named(self, tmp_path: Path, without: tuple[str, ...]) -> None:
        """Tables taken out are named in the report, and the rest is built and can be opened."""
        report = build(write_release(tmp_path, without=without), tmp_path / "out")

        assert set(without) == {name for name in report.missing if "not used" not in name}
        assert len(OCCUPATIONS) == open_store(tmp_path / "out").rows("SELECT count(*) FROM roles")[0][0]

    def test_tables_of_a_full_release_are_named(self, tmp_path: Path) -> None:
        """Tables that a full release has, that this one lacks and that no measure uses are named as such."""
        assert "Abilities (not used)" in build(write_release(tmp_path), tmp_path / "out").missing

    def test_a_small_release_trains_a_model(self, tmp_path: Path) -> None:
        """A whole build of a small release trains a title model and packs it byte for byte."""
        release = write_release(tmp_path)
        build_taxonomy(release.onet, release.naics_codes, release.naics_index, release.oews, tmp_path / "out")
        model = (tmp_path / "out" / "title_model.npz").read_bytes()

        assert len(model) > 0
        assert open_store(tmp_path / "out").blob("title_model") == model

    def test_only_occupations(self, tmp_path: Path) -> None:
        """A release of nothing but occupations still gives a taxonomy."""
        release = write_release(tmp_path, zipped=False)
        for path in release.onet.iterdir():
            if path.name != "Occupation Data.txt":
                path.unlink()
        report = build_taxonomy(release.onet, release.naics_codes, None, None, tmp_path / "out", title_model=False)

        assert ("NAICS index", "OEWS") == report.missing[-2:]
        assert 25 == dict(report.tables)["titles"]

    def test_occupations_taken_out(self, tmp_path: Path) -> None:
        """Rows of occupations that Occupation Data does not know are passed over in every other table."""
        release = write_release(tmp_path, zipped=False)
        path = release.onet / "Occupation Data.txt"
        path.write_text("".join(line for line in path.read_text().splitlines(keepends=True) if not line.startswith("15-2051")))
        build(release, tmp_path / "out")

        assert "15-2051" not in (tmp_path / "out" / "titles.tsv").read_text()

    def test_version_from_the_folder(self, tmp_path: Path) -> None:
        """Without a Read Me the version comes from the name of the folder."""
        release = write_release(tmp_path, zipped=False)
        (release.onet / "Read Me.txt").unlink()

        assert ("O*NET", "99.9") in build(release, tmp_path / "out").versions


def damaged(tmp_path: Path, title: str, content: bytes) -> SmallRelease:
    """Return a release whose table *title* has another content."""
    release = write_release(tmp_path, zipped=False)
    (release.onet / f"{title}.txt").write_bytes(content)
    return release


HEAD = b"O*NET-SOC Code\tElement ID\tScale ID\tData Value\n"


class TestDamagedInput:
    """Whatever is wrong with a file, the error names file, line and column, and nothing is left behind."""

    @pytest.mark.parametrize(
        ("content", "line", "column", "says"),
        [
            (HEAD + b"15-1221.00\t2.A.1.a\tIM\t4.1\n15-1221.00\t2.A\n", 3, "Scale ID", "cut short"),
            (HEAD + b"15-1221.00\t2.A.1.a\tI\xe9\t4.1\n", 2, "Scale ID", "not UTF-8"),
            (HEAD + b"15-1221.00\t2.A.1.a\tIM\tfour\n", 2, "Data Value", "not a number"),
            (HEAD + b"15-1221.00\t2.A.1.a\tIM\tnan\n", 2, "Data Value", "outside"),
            (HEAD + b"15-1221.00\t2.A.1.a\tIM\t9\n", 2, "Data Value", "outside"),
            (HEAD + b"15-1221\t2.A.1.a\tIM\t4\n", 2, "O*NET-SOC Code", "not a code"),
            (HEAD.replace(b"Data Value", b"Data Valeu"), 1, "Data Value", "did you mean 'Data Valeu'"),
            (HEAD.decode().encode("utf-16"), 1, None, "UTF-16"),
            (HEAD + b"15-1221.00\t2.A.1.a\tIM\t\x00\n", 2, None, "not a text table"),
            (b"", None, None, "empty"),
        ],
    )
    def test_place_is_named(self, tmp_path: Path, content: bytes, line: int | None, column: str | None, says: str) -> None:
        """The error says where the damage is and what it is."""
        release = damaged(tmp_path, "Skills", content)
        with pytest.raises(DataBuildError, match=re.escape(says)) as caught:
            build(release, tmp_path / "out")

        assert ("Skills.txt", line, column) == (caught.value.file, caught.value.line, caught.value.column)

    def test_renamed_mandatory_table(self, tmp_path: Path) -> None:
        """When the table of occupations has another name, the nearest names are offered."""
        release = write_release(tmp_path, zipped=False)
        (release.onet / "Occupation Data.txt").rename(release.onet / "Ocupation Dat.txt")

        with pytest.raises(DataBuildError, match="'Occupation Data'; nearest are Ocupation Dat"):
            build(release, tmp_path / "out")

    def test_renamed_optional_table_is_hinted_at(self, tmp_path: Path) -> None:
        """When an optional table has a similar name, the report says so."""
        release = write_release(tmp_path, zipped=False)
        (release.onet / "Job Zones.txt").rename(release.onet / "Job Zone.txt")

        assert "Job Zones (there is 'Job Zone')" in build(release, tmp_path / "out").missing

    def test_truncated_archive(self, tmp_path: Path) -> None:
        """An archive cut short is refused by name."""
        release = write_release(tmp_path)
        data = release.onet.read_bytes()
        release.onet.write_bytes(data[: len(data) // 2])

        with pytest.raises(DataBuildError, match=r"db_99_9_text.zip: not a complete zip archive"):
            build(release, tmp_path / "out")

    def test_flipped_byte_in_archive(self, tmp_path: Path) -> None:
        """An archive whose content does not fit its checksums is refused."""
        release = write_release(tmp_path)
        data = bytearray(release.onet.read_bytes())
        with zipfile.ZipFile(release.onet) as archive:
            info = archive.infolist()[0]
        data[info.header_offset + 30 + len(info.filename) + info.compress_size // 2] ^= 0xFF
        release.onet.write_bytes(bytes(data))

        with pytest.raises(DataBuildError, match="download it again"):
            build(release, tmp_path / "out")

    def test_excel_edition(self, tmp_path: Path) -> None:
        """The Excel edition is refused with the name of the edition that is read."""
        release = write_release(tmp_path, zipped=False)
        for path in sorted(release.onet.iterdir()):
            path.rename(path.with_suffix(".xlsx"))

        with pytest.raises(DataBuildError, match="download the text edition"):
            build(release, tmp_path / "out")

    def test_excel_file(self, tmp_path: Path) -> None:
        """A spreadsheet in the place of a text table is refused with what to save it as."""
        release = write_release(tmp_path)
        release.naics_codes.write_bytes(b"PK\x03\x04\x14\x00")

        with pytest.raises(DataBuildError, match="comma-separated text"):
            build(release, tmp_path / "out")

    def test_missing_file(self, tmp_path: Path) -> None:
        """A file that is not there is named."""
        release = write_release(tmp_path)
        release.naics_codes.unlink()

        with pytest.raises(DataBuildError, match=r"naics_2022_codes.tsv: cannot be read: No such file"):
            build(release, tmp_path / "out")

    def test_swapped_files(self, tmp_path: Path) -> None:
        """The OEWS table given as the NAICS list is refused with the column that is wrong."""
        release = write_release(tmp_path)

        with pytest.raises(DataBuildError) as caught:
            build_taxonomy(release.onet, release.oews, release.naics_index, release.oews, tmp_path / "out", title_model=False)
        assert ("oews_2099.tsv", 1, "code") == (caught.value.file, caught.value.line, caught.value.column)

    def test_nothing_is_left_after_a_failure(self, tmp_path: Path) -> None:
        """After a failure there is neither a target nor anything beside it."""
        release = damaged(tmp_path, "Skills", b"")
        before = sorted(tmp_path.iterdir())
        with pytest.raises(DataBuildError):
            build(release, tmp_path / "out")

        assert before == sorted(tmp_path.iterdir())


class TestTarget:
    """The target is replaced as a whole, or not at all."""

    def test_a_later_failure_keeps_the_earlier_build(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """When writing fails halfway, the earlier build stays as it was and nothing is left beside it."""
        release, out = write_release(tmp_path), tmp_path / "out"
        build(release, out)
        before = {path.name: path.read_bytes() for path in out.iterdir()}
        names = sorted(tmp_path.iterdir())
        calls = iter(range(10))

        def full_disk(*arguments: object) -> int:
            if next(calls) > 4:
                raise OSError(28, "No space left on device")
            return write_table(*arguments)

        monkeypatch.setattr("aijobkit.taxonomy.building.tables.write_table", full_disk)
        with pytest.raises(DataBuildError, match="No space left on device"):
            build(release, out)

        assert before == {path.name: path.read_bytes() for path in out.iterdir()}
        assert names == sorted(tmp_path.iterdir())

    def test_a_second_build_replaces_the_first(self, tmp_path: Path) -> None:
        """Nothing of the earlier build survives in the later one, and equal input gives equal bytes."""
        release, out = write_release(tmp_path), tmp_path / "out"
        build(release, out)
        first = {path.name: path.read_bytes() for path in out.iterdir()}
        (out / "titles.tsv").write_text("code\n")
        build(release, out)

        assert first == {path.name: path.read_bytes() for path in out.iterdir()}

    def test_a_failure_at_the_last_step_keeps_the_earlier_build(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """When the new build cannot take the place of the earlier one, the earlier one is put back."""
        release, out = write_release(tmp_path), tmp_path / "out"
        build(release, out)
        before = {path.name: path.read_bytes() for path in out.iterdir()}
        rename = Path.replace

        def refuse(self: Path, target: Path) -> Path:
            if self.name.startswith(".out.building-") and self.suffix != ".old" and target == out:
                raise OSError(13, "Permission denied")
            return rename(self, target)

        monkeypatch.setattr(Path, "replace", refuse)
        with pytest.raises(DataBuildError, match="Permission denied"):
            build(release, out)

        assert before == {path.name: path.read_bytes() for path in out.iterdir()}
        assert not list(tmp_path.glob(".out.building-*"))

    def test_a_folder_with_other_things_is_refused(self, tmp_path: Path) -> None:
        """A folder that holds anything but an earlier build is never replaced."""
        release, out = write_release(tmp_path), tmp_path / "out"
        out.mkdir()
        (out / "notes.tsv").write_bytes(b"")

        with pytest.raises(DataBuildError, match=r"holds 'notes.tsv'"):
            build(release, out)

    def test_a_file_is_refused(self, tmp_path: Path) -> None:
        """A file in the place of the target is refused."""
        release = write_release(tmp_path)

        with pytest.raises(DataBuildError, match="is a file"):
            build(release, release.oews)

    def test_progress_rises_to_one(self, tmp_path: Path) -> None:
        """Progress starts at 0, never falls, names its stage and ends at 1."""
        seen: list[tuple[str, float]] = []
        build(write_release(tmp_path), tmp_path / "out", progress=lambda stage, share: seen.append((stage, share)))
        shares = [share for _, share in seen]

        assert [0.0, 1.0] == [shares[0], shares[-1]]
        assert sorted(shares) == shares
        assert all(stage for stage, _ in seen)


class TestAnyBytes:
    """Whatever stands in a file, reading it ends in figures or in our own error."""

    @given(st.binary(max_size=200))
    def test_read_table(self, data: bytes) -> None:
        """Any bytes are a table or a refusal."""
        try:
            read_table("x.txt", data, ["code"])
        except DataBuildError as refusal:
            named = refusal.file
        else:
            named = "x.txt"

        assert "x.txt" == named

    @given(
        title=st.sampled_from(["Skills", "Occupation Data", "Job Zones", "Tasks to DWAs"]),
        place=st.floats(0, 1),
        put=st.binary(max_size=3),
    )
    def test_read_onet(self, small: Path, title: str, place: float, put: bytes) -> None:
        """A release with bytes written over, or cut off, somewhere in a table is read or refused."""
        path = small / f"{title}.txt"
        whole = path.read_bytes()
        cut = int(place * len(whole))
        path.write_bytes(whole[:cut] + (put + whole[cut + len(put) :] if put else b""))
        named = path.name
        try:
            read_onet(Release(small))
        except DataBuildError as refusal:
            named = refusal.file
        finally:
            path.write_bytes(whole)

        assert path.name == named


class TestPieces:
    """The small parts of the build keep their word."""

    def test_quoted_cells(self) -> None:
        """Cells quoted by a spreadsheet are read without quotes; quotes inside a cell stay."""
        rows = read_table("x.txt", b'a\tb\n"say ""hi"""\tthe "x" y\n')

        assert [('say "hi"', 'the "x" y')] == [(row.text("a"), row.text("b")) for row in rows]

    def test_byte_order_mark(self) -> None:
        """A byte order mark before the header does no harm."""
        assert read_table("x.txt", b"\xef\xbb\xbfcode\ttitle\n1\t2\n").has("code")

    def test_the_shallowest_file_wins(self, tmp_path: Path) -> None:
        """Of two files of one name the one nearer to the top is read, whatever its case and blanks."""
        (tmp_path / "old").mkdir()
        (tmp_path / "old" / "Skills.txt").write_text("deep")
        (tmp_path / "skills.TXT").write_text("top")

        assert b"top" == Release(tmp_path).read("Skills")

    def test_numbers_never_leave_as_words(self) -> None:
        """Not-a-number is refused before it enters a table."""
        with pytest.raises(ValueError, match="nan"):
            cell(float("nan"))

    def test_half_of_the_answers(self) -> None:
        """The typical education is where half of the answers are reached; without answers there is none."""
        assert 2 == typical_education({"01": 20.0, "02": 40.0, "06": 40.0})
        assert typical_education({"01": 0.0}) is None

    def test_joined_occupations_are_counted_together(self) -> None:
        """An occupation that OEWS counts with others takes the jobs of the joined code."""
        known = {"21-1018": (5, None), "13-1020": (3, None)}

        assert ("21-1018", "13-1020", "") == tuple(economy.oews_code(soc, known) for soc in ("21-1014", "13-1023", "55-1011"))

    def test_similarity_is_symmetric_and_whole_on_the_diagonal(self) -> None:
        """Similarity is symmetric, 1 for equal texts and 0 without a common word."""
        table = similarity.cosine(similarity.tfidf([{"a": 1, "b": 2}, {"a": 1, "b": 2}, {"c": 1}, {}], least=1))

        assert (table == table.T).all()
        assert [1.0, 0.0, 0.0] == pytest.approx([table[0, 1], table[0, 2], table[3, 3]])

    def test_quantised_similarity_is_near(self) -> None:
        """Eight bits keep a similarity to four thousandths."""
        import numpy as np

        values = np.linspace(0.0, 1.0, 1001)
        back = (similarity.quantise(values) / 255.0) ** 2

        assert float(np.abs(back - values).max()) <= 0.004

    def test_official_naics_list(self, tmp_path: Path) -> None:
        """The official list, saved as comma-separated values, is read: spaced headers, empty rows, footnote marks."""
        text = 'Seq. No.,2022 NAICS US   Code,2022 NAICS US Title,\n,,,\n1,31-33,ManufacturingT,\n2,311,"Food, and More",\n'
        (tmp_path / "codes.csv").write_text(text)

        assert {"31-33": "Manufacturing", "311": "Food, and More"} == economy.read_industries(tmp_path / "codes.csv")

    def test_official_pay_table(self, tmp_path: Path) -> None:
        """In the official table with all levels, sectors and detailed occupations are taken; thousands have commas."""
        head = "AREA\tNAICS\tI_GROUP\tOCC_CODE\tO_GROUP\tTOT_EMP\tA_MEDIAN\n"
        rows = (
            "44-45\tsector\t15-2051\tdetailed\t1,200\t101,000",
            "44-45\tsector\t15-0000\tmajor\t9\t9",
            "441\t3-digit\t15-2051\tdetailed\t9\t9",
        )
        (tmp_path / "oews.tsv").write_text(head + "".join(f"99\t{row}\n" for row in rows))
        cells, read = economy.read_pay(tmp_path / "oews.tsv")

        assert (3, [("44-45", "15-2051", 1200, 101000)]) == (
            read,
            [(c.sector, c.soc, c.employment, c.median_pay) for c in cells],
        )

    def test_a_cell_twice_is_refused(self, tmp_path: Path) -> None:
        """Two figures for one occupation in one sector are refused, for nobody can say which is right."""
        head = "naics\tocc_code\ttot_emp\ta_median\n"
        (tmp_path / "oews.tsv").write_text(head + "31\t15-2051\t1\t1\n32\t15-2051\t2\t2\n")

        with pytest.raises(DataBuildError, match="second time") as caught:
            economy.read_pay(tmp_path / "oews.tsv")
        assert (3, "occ_code") == (caught.value.line, caught.value.column)
