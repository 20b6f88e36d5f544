"""Packing tables into the one file that the product reads."""

from __future__ import annotations

import base64
import shutil
import sqlite3
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from aijobkit.taxonomy import pack, store

PACK = Path(pack.__file__)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Return an empty data folder, an empty catalogue folder and a target."""
    (tmp_path / "data").mkdir()
    (tmp_path / "catalogue").mkdir()
    return tmp_path / "data", tmp_path / "catalogue", tmp_path / "taxonomy.sqlite"


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    """Return all rows of a query on the packed file."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


class TestRule:
    """Every table of both folders becomes a table of the file."""

    def test_header_names_the_columns(self, folders: tuple[Path, Path, Path]) -> None:
        """A table of the catalogue is there under its name, leading zeros and all."""
        data, catalogue, target = folders
        (catalogue / "licensed.tsv").write_text("code\tlicence\treason\n033\tbadge\t\n")
        pack.pack(data, catalogue, target)

        assert [("033", "badge", "")] == rows(target, "SELECT code, licence, reason FROM licensed")

    def test_titles_that_are_filed_are_kept_once(self, folders: tuple[Path, Path, Path]) -> None:
        """Everyday titles are there under their keys, and not a second time."""
        data, catalogue, target = folders
        (catalogue / "everyday_roles.tsv").write_text("title\tcode\treason\ncop\t33-3051.00\t\n")
        pack.pack(data, catalogue, target)

        assert [("cop", "33-3051.00", "cop")] == rows(target, "SELECT key, code, title FROM title_keys")
        assert [] == rows(target, "SELECT name FROM sqlite_master WHERE name = 'everyday_roles'")

    def test_an_empty_typed_cell_is_null(self, folders: tuple[Path, Path, Path]) -> None:
        """An empty figure is NULL, a figure is a number."""
        data, catalogue, target = folders
        (data / "employment.tsv").write_text("soc\temployment\tmedian_pay\n11-1011\t120\t\n")
        pack.pack(data, catalogue, target)

        assert [("11-1011", 120, None)] == rows(target, "SELECT * FROM employment")

    def test_profiles_are_blobs_in_the_order_of_blob_columns(self, folders: tuple[Path, Path, Path]) -> None:
        """Wide tables become one blob of floats per role; an empty cell is -1, a missing table NULL."""
        data, catalogue, target = folders
        (data / "ratings_importance.tsv").write_text("code\t2.A.1.a\t2.C.1.a\n11-1011.00\t4.5\t\n")
        pack.pack(data, catalogue, target)
        code, importance, level = rows(target, "SELECT code, importance, level FROM profiles")[0]

        assert ("11-1011.00", (4.5, -1.0), None) == (code, struct.unpack("<2f", importance), level)
        assert [("importance", 0, "2.A.1.a"), ("importance", 1, "2.C.1.a")] == rows(target, "SELECT * FROM blob_columns")

    def test_similarity_rows_are_the_lower_half(self, folders: tuple[Path, Path, Path]) -> None:
        """Each row of a similarity table has one byte for every code before it."""
        data, catalogue, target = folders
        lines = [f"{code}\t{base64.b64encode(bytes(row)).decode()}\n" for code, row in (("a", []), ("b", [7]), ("c", [8, 9]))]
        (data / "task_similarity.tsv").write_text("code\tbytes\n" + "".join(lines))
        pack.pack(data, catalogue, target)

        assert [("a", b""), ("b", b"\x07"), ("c", b"\x08\x09")] == rows(target, "SELECT * FROM task_similarity")
        assert [(0, "a"), (1, "b"), (2, "c")] == rows(target, "SELECT place, code FROM similarity_codes")

    def test_catalogue_entries_give_all_their_titles(self, folders: tuple[Path, Path, Path]) -> None:
        """A role of a TOML catalogue gives one row, and one row per wording."""
        data, catalogue, target = folders
        wordings = 'title = "X Engineer"\ntitles = ["x dev"]\nabbreviations = ["XE"]\n'
        (catalogue / "ai_roles.toml").write_text(f'[[role]]\ncode = "aijobkit:x"\nsame_as = "15-2051.00"\n{wordings}')
        pack.pack(data, catalogue, target)

        assert [("aijobkit:x", "15-2051.00", 1, 0)] == rows(target, "SELECT code, same_as, is_ai, is_life FROM catalogue_roles")
        assert [("X Engineer", "title"), ("XE", "abbreviation"), ("x dev", "alternate")] == rows(
            target, "SELECT title, kind FROM catalogue_titles ORDER BY title"
        )

    def test_fields_of_study(self, folders: tuple[Path, Path, Path]) -> None:
        """A field of study gives its anchor and every wording."""
        data, catalogue, target = folders
        (catalogue / "life_roles.toml").write_text(
            '[[field]]\nname = "physics"\ntitles = ["applied physics"]\nanchor = "19-2012.00"\n'
        )
        pack.pack(data, catalogue, target)

        assert [("physics", "19-2012.00")] == rows(target, "SELECT name, anchor FROM fields_of_study")
        assert [("applied physics", "physics"), ("physics", "physics")] == rows(target, "SELECT * FROM field_titles")

    def test_industry_search_finds_stems(self, folders: tuple[Path, Path, Path]) -> None:
        """Full text over industries finds inflected words, also without search terms."""
        data, catalogue, target = folders
        (data / "industries.tsv").write_text("code\ttitle\tlevel\tparent\n513\tPublishing Industries\t3\t51\n")
        pack.pack(data, catalogue, target)

        assert [("513",)] == rows(target, "SELECT code FROM industry_search WHERE industry_search MATCH '\"publishers\"'")

    def test_the_model_is_a_blob(self, folders: tuple[Path, Path, Path]) -> None:
        """The title model is carried byte for byte."""
        data, catalogue, target = folders
        (data / "title_model.npz").write_bytes(b"model")
        pack.pack(data, catalogue, target)

        assert [("title_model", b"model")] == rows(target, "SELECT * FROM blobs")

    def test_empty_folders_pack(self, folders: tuple[Path, Path, Path]) -> None:
        """Nothing in gives a file that names its format and no table."""
        data, _, target = folders
        pack.pack(data, data.parent / "absent", target)

        assert [("format", pack.FORMAT), ("rows.blobs", "0")] == rows(
            target, "SELECT * FROM meta WHERE key != 'content' ORDER BY key"
        )

    def test_the_content_has_a_digest(self, folders: tuple[Path, Path, Path]) -> None:
        """One changed cell gives another digest, so that two builds of equal size can be told apart."""
        data, catalogue, target = folders
        digests = []
        for cell in ("one", "two"):
            (data / "things.tsv").write_text(f"name\n{cell}\n", encoding="utf-8")
            pack.pack(data, catalogue, target)
            digests += rows(target, "SELECT value FROM meta WHERE key = 'content'")

        assert digests[0] != digests[1]


class TestTrouble:
    """A table that is not of its form is refused, and the earlier file stays."""

    @pytest.mark.parametrize(
        ("name", "text", "says"),
        [
            ("roles.tsv", "code\ttitle\n11\n", "roles.tsv, line 2: 1 cells under a header of 2"),
            ("roles.tsv", "code\tjob_zone\n11\tfive\n", "'five' is not a number"),
            ("roles.tsv", "", "roles.tsv: empty"),
            ("task_similarity.tsv", "code\tbytes\na\t\nb\t\n", "task_similarity.tsv, line 3: 0 bytes where 1 are due"),
            ("pay.tsv", "sector\tsoc\n62\t1\n62\t1\n", "UNIQUE constraint failed"),
        ],
    )
    def test_refused(self, folders: tuple[Path, Path, Path], name: str, text: str, says: str) -> None:
        """The message says where and what; nothing half-written is left."""
        data, catalogue, target = folders
        target.write_bytes(b"earlier")
        (data / name).write_text(text)
        with pytest.raises(pack.PackError, match=says):
            pack.pack(data, catalogue, target)

        assert b"earlier" == target.read_bytes()
        assert ["catalogue", "data", "taxonomy.sqlite"] == sorted(path.name for path in target.parent.iterdir())

    def test_two_tables_of_one_name(self, folders: tuple[Path, Path, Path]) -> None:
        """A catalogue table may not hide a table of the data folder."""
        data, catalogue, target = folders
        (data / "roles.tsv").write_text("code\n")
        (catalogue / "roles.tsv").write_text("code\n")

        with pytest.raises(pack.PackError, match="two tables are named 'roles'"):
            pack.pack(data, catalogue, target)


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the committed tables, packed."""
    if not (PACK.parent / "data" / "roles.tsv").is_file():
        pytest.skip("the wheel carries the packed file instead of the tables")
    target = tmp_path_factory.mktemp("packed") / "taxonomy.sqlite"
    pack.pack(PACK.parent / "data", PACK.parent / "catalogue", target)
    return target


class TestCommittedTables:
    """What is committed packs into what the product reads."""

    def test_row_counts(self, packed: Path) -> None:
        """All occupations, titles, technologies and industries of the releases are there."""
        counts = dict(rows(packed, "SELECT key, value FROM meta WHERE key LIKE 'rows.%'"))

        assert ("1016", "923", "2125", "20373") == tuple(
            counts[f"rows.{name}"] for name in ("roles", "profiles", "industries", "industry_terms")
        )
        assert int(counts["rows.title_keys"]) > 70_000
        assert int(counts["rows.role_technologies"]) > 32_000

    def test_bytes_are_the_same_again(self, packed: Path, tmp_path: Path) -> None:
        """The same tables give the same bytes."""
        pack.pack(PACK.parent / "data", PACK.parent / "catalogue", tmp_path / "again.sqlite")

        assert packed.read_bytes() == (tmp_path / "again.sqlite").read_bytes()

    def test_size(self, packed: Path) -> None:
        """The tables stay below 12 MB in git, the packed file below 25 MB."""
        assert sum(path.stat().st_size for path in (PACK.parent / "data").glob("*.tsv")) <= 12_000_000
        assert packed.stat().st_size <= 25_000_000


class TestStandalone:
    """The build hook loads the module before aijobkit is installed."""

    def test_it_imports_nothing_of_ours(self) -> None:
        """Loaded by path in an isolated interpreter, it needs neither aijobkit nor numpy."""
        code = (
            "import importlib.util, sys\n"
            f"spec = importlib.util.spec_from_file_location('pack_alone', {str(PACK)!r})\n"
            "module = importlib.util.module_from_spec(spec); spec.loader.exec_module(module)\n"
            "print(sorted(name for name in sys.modules if name.split('.')[0] in ('aijobkit', 'attr', 'numpy')))"
        )
        done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)

        assert "[]" == done.stdout.strip()

    def test_format_is_the_one_the_store_reads(self) -> None:
        """The packer writes the format that the store accepts."""
        assert store.FORMAT == pack.FORMAT


ROOT = Path(__file__).parent.parent


@pytest.mark.skipif(
    not (ROOT / "src" / "aijobkit" / "taxonomy" / "data" / "roles.tsv").is_file(), reason="needs the source tree"
)
class TestWheel:
    """The wheel carries the packed file, made by the build hook, and not what it was made from."""

    def test_what_it_carries(self, tmp_path: Path) -> None:
        """A wheel built from a copy of the source tree, without a packed file in it, holds all occupations."""
        wheels = pytest.importorskip("hatchling.builders.wheel")
        for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "NOTICE"):
            shutil.copy(ROOT / name, tmp_path / name)
        shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "taxonomy.sqlite*"))
        (wheel,) = wheels.WheelBuilder(str(tmp_path)).build(directory=str(tmp_path / "dist"), versions=["standard"])
        with zipfile.ZipFile(wheel) as archive:
            names = archive.namelist()
            archive.extract("aijobkit/taxonomy/data/taxonomy.sqlite", tmp_path)

        assert ["taxonomy.sqlite"] == [Path(name).name for name in names if name.startswith("aijobkit/taxonomy/data/")]
        assert "aijobkit/taxonomy/catalogue/ai_roles.toml" in names
        assert [(1016,)] == rows(tmp_path / "aijobkit" / "taxonomy" / "data" / "taxonomy.sqlite", "SELECT count(*) FROM roles")
