"""The store: read-only access to a packed taxonomy."""

from __future__ import annotations

import os
import pickle
import re
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from aijobkit.errors import InvalidValueError, TaxonomyDataError
from aijobkit.roles import RoleDefinition
from aijobkit.taxonomy import FindingThresholds, RoleMatch, Taxonomy, load_taxonomy, pack
from aijobkit.taxonomy.store import open_store

ADDED = RoleDefinition(
    code="x:rope-artist", title="Rope artist", anchors=(("27-2099.00", 1.0),), reason="made up", source="this test"
)


def no_role(text: str) -> list[RoleMatch]:
    """Find nothing, whatever is asked."""
    return []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a tiny packed taxonomy, under a name that a URI must quote."""
    place = tmp_path / "a build? #1 100%"
    place.mkdir()
    (place / "roles.tsv").write_text("code\ttitle\n15-2051.00\tData Scientists\n")
    (place / "title_model.npz").write_bytes(b"model")
    pack.pack(place, tmp_path / "absent", place / "taxonomy.sqlite")
    return place


class TestReading:
    """What was packed is read back."""

    def test_folder_or_file(self, folder: Path) -> None:
        """A build is opened by its folder or by its file, given as path or text."""
        for given in (folder, str(folder / "taxonomy.sqlite")):
            assert [("Data Scientists",)] == open_store(given).rows("SELECT title FROM roles WHERE code = ?", ("15-2051.00",))

    def test_missing_tables_can_be_asked_for(self, folder: Path) -> None:
        """A reduced build says which tables it has."""
        store = open_store(folder)

        assert (True, False) == (store.has_table("roles"), store.has_table("pay"))

    def test_blobs(self, folder: Path) -> None:
        """A binary is returned whole, an absent one is None."""
        store = open_store(folder)

        assert (b"model", None) == (store.blob("title_model"), store.blob("other"))

    def test_meta_is_a_copy(self, folder: Path) -> None:
        """Altering the returned facts does not alter the store."""
        store = open_store(folder)
        store.meta["format"] = "9"

        assert "2" == store.meta["format"]

    def test_user_text_is_a_value(self, folder: Path) -> None:
        """Text of a user given as parameter is never part of the statement."""
        assert [] == open_store(folder).rows("SELECT * FROM roles WHERE title = ?", ("' OR 1=1 --",))

    def test_nothing_can_be_written(self, folder: Path) -> None:
        """A statement that writes is refused, and no file appears beside the store."""
        before = sorted(folder.iterdir())
        with pytest.raises(TaxonomyDataError, match="readonly"):
            open_store(folder).rows("DELETE FROM roles")

        assert before == sorted(folder.iterdir())

    def test_the_embedded_file(self) -> None:
        """Without a path the store inside the package is opened."""
        assert [(1016,)] == open_store().rows("SELECT count(*) FROM roles")


class TestSharing:
    """One store serves threads, processes and pickles."""

    def test_threads(self, folder: Path) -> None:
        """Many threads read from one store, each through its own connection."""
        store = open_store(folder)
        found: list[object] = []
        threads = [threading.Thread(target=lambda: found.append(store.rows("SELECT title FROM roles"))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert [[("Data Scientists",)]] * 8 == found

    def test_connections_are_per_thread(self, folder: Path) -> None:
        """Two threads never share a connection."""
        store = open_store(folder)
        seen = [store._connection()]
        thread = threading.Thread(target=lambda: seen.append(store._connection()))
        thread.start()
        thread.join()

        assert seen[0] is not seen[1]
        assert seen[0] is store._connection()

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
    def test_fork(self, folder: Path) -> None:
        """A forked child opens the file anew and reads the same."""
        code = (
            "import os, sys\n"
            "from aijobkit.taxonomy.store import open_store\n"
            "store = open_store(sys.argv[1]); parent = store._connection()\n"
            "child = os.fork()\n"
            "if child == 0:\n"
            "    ok = store.rows('SELECT title FROM roles') == [('Data Scientists',)] and store._connection() is not parent\n"
            "    os._exit(0 if ok else 1)\n"
            "print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), store._connection() is parent)\n"
        )
        done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)

        assert "0 True" == done.stdout.strip()

    def test_pickle(self, folder: Path) -> None:
        """A store survives pickling: it is opened again by its path."""
        again = pickle.loads(pickle.dumps(open_store(folder)))

        assert [(1,)] == again.rows("SELECT count(*) FROM roles")

    def test_a_taxonomy_that_was_asked_can_be_pickled(self) -> None:
        """What was read since is not taken along, and what was added is; finders of a module find there as here."""
        taxonomy = load_taxonomy().with_finders(roles=[no_role]).with_roles([ADDED])
        asked = taxonomy.find_roles("windmill blade polisher"), taxonomy.industry("hospital"), taxonomy.role("x:rope-artist")
        sent = pickle.dumps(taxonomy)
        again = pickle.loads(sent)

        assert len(sent) < 5000
        assert asked == (
            again.find_roles("windmill blade polisher"),
            again.industry("hospital"),
            again.role("x:rope-artist"),
        )

    def test_what_was_read_is_not_read_again_for_other_finders(self) -> None:
        """A taxonomy with more finders goes on with the model that is in memory."""
        taxonomy = Taxonomy(open_store())
        taxonomy.find_roles("windmill blade polisher")

        assert taxonomy.with_finders(roles=[no_role])._role_finder is taxonomy._role_finder

    def test_close_and_go_on(self, folder: Path) -> None:
        """After closing, the next query opens the file again."""
        store = open_store(folder)
        store.close()

        assert [(1,)] == store.rows("SELECT count(*) FROM roles")


class TestTrouble:
    """A missing or damaged file gives our own error, with what helps."""

    def test_missing(self, tmp_path: Path) -> None:
        """A path that is not there is named, with the command that builds one."""
        with pytest.raises(TaxonomyDataError, match=r"is not there; check the path.*aijobkit data build") as caught:
            open_store(tmp_path / "none.sqlite")

        assert str(tmp_path / "none.sqlite") == caught.value.path

    @pytest.mark.parametrize(
        ("content", "says"),
        [(b"", "is not an SQLite file"), (b"code\ttitle\n" * 20, "is not an SQLite file")],
    )
    def test_not_sqlite(self, tmp_path: Path, content: bytes, says: str) -> None:
        """Another kind of file is refused."""
        (tmp_path / "x.sqlite").write_bytes(content)
        with pytest.raises(TaxonomyDataError, match=says):
            open_store(tmp_path / "x.sqlite")

    def test_cut_short(self, folder: Path) -> None:
        """A file cut short is refused at once, not at some later query."""
        path = folder / "taxonomy.sqlite"
        path.write_bytes(path.read_bytes()[:-1])

        with pytest.raises(TaxonomyDataError, match="cut short"):
            open_store(folder)

    def test_garbage_inside(self, folder: Path) -> None:
        """Damage inside the file ends in our error, too."""
        path = folder / "taxonomy.sqlite"
        data = bytearray(path.read_bytes())
        data[100:] = b"\xa5" * (len(data) - 100)
        path.write_bytes(bytes(data))

        with pytest.raises(TaxonomyDataError, match=re.escape("aijobkit data build")):
            open_store(folder)

    def test_another_database(self, tmp_path: Path) -> None:
        """An SQLite file of another program is refused."""
        connection = sqlite3.connect(tmp_path / "x.sqlite")
        connection.execute("CREATE TABLE t (a)")
        connection.commit()
        connection.close()

        with pytest.raises(TaxonomyDataError, match="no taxonomy"):
            open_store(tmp_path / "x.sqlite")

    def test_another_format(self, folder: Path) -> None:
        """A later format is refused with both numbers."""
        connection = sqlite3.connect(folder / "taxonomy.sqlite")
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'format'")
        connection.commit()
        connection.close()

        with pytest.raises(TaxonomyDataError, match="format '99'; this version reads format '2'"):
            open_store(folder)

    def test_missing_table(self, folder: Path) -> None:
        """A query on a table that the build lacks ends in our error."""
        with pytest.raises(TaxonomyDataError, match="no such table: pay"):
            open_store(folder).rows("SELECT * FROM pay")

    def test_package_without_file_says_how_to_install(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """When the package itself lacks the file, the message says how to install it again."""
        monkeypatch.setattr("aijobkit.taxonomy.store._embedded", lambda: tmp_path / "taxonomy.sqlite")

        with pytest.raises(TaxonomyDataError, match="install aijobkit again"):
            open_store()


def test_a_store_from_a_zipped_package(tmp_path: Path) -> None:
    """The embedded file is found when the package lies inside a zip archive."""
    import zipfile

    import aijobkit

    source = Path(aijobkit.__file__).parent
    archive = tmp_path / "package.zip"
    with zipfile.ZipFile(archive, "w") as target:
        target.writestr("aijobkit/__init__.py", "")
        for name in ("errors.py", "taxonomy/store.py", "taxonomy/data/taxonomy.sqlite"):
            target.write(source / name, f"aijobkit/{name}")
        target.writestr("aijobkit/taxonomy/__init__.py", "")
    code = "import sys; sys.path.insert(0, sys.argv[1])\nfrom aijobkit.taxonomy.store import open_store\n"
    code += "print(open_store().rows('SELECT count(*) FROM roles'), 'package.zip' in sys.modules['aijobkit'].__file__)"
    done = subprocess.run([sys.executable, "-I", "-c", code, str(archive)], capture_output=True, text=True, check=True)

    assert "[(1016,)] True" == done.stdout.strip()


def test_light_import() -> None:
    """The store needs neither numpy nor attrs nor any plugin machinery."""
    code = "import sys, aijobkit.taxonomy.store\nprint(sorted({'numpy', 'pluggy', 'rich', 'click'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]" == done.stdout.strip()


@pytest.mark.parametrize(("path", "error"), [("a\0b", TaxonomyDataError), (5, InvalidValueError), (b"data", InvalidValueError)])
def test_what_is_no_path_is_refused(path: object, error: type[Exception]) -> None:
    """Whatever is given for a path, only an error of ours leaves the library."""
    with pytest.raises(error):
        load_taxonomy(path)  # type: ignore[arg-type]


def test_thresholds_are_read_only() -> None:
    """The embedded taxonomy is shared by the whole process, so nobody can change it; other thresholds make another one."""
    shared = load_taxonomy()
    strict = FindingThresholds(role_confidence=1.0)
    with pytest.raises(AttributeError):
        shared.thresholds = strict  # type: ignore[misc]

    assert strict == Taxonomy(shared.store, thresholds=strict).thresholds
    assert FindingThresholds() == shared.thresholds
