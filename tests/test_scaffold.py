"""A new plugin works and is tested from its first minute, or nothing is written at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from aijobkit import scaffold
from aijobkit.errors import InvalidValueError
from aijobkit.scaffold import new_plugin


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in *folder*, where no plugin from outside loads."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "AIJOBKIT_PLUGINS": "", "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def test_new_plugin_passes_its_own_tests(tmp_path: Path) -> None:
    """The tests that come with a new plugin pass at once."""
    new_plugin("my-school-tips", tmp_path)
    done = run(tmp_path / "my-school-tips", "-m", "pytest", "-q", "-p", "no:cacheprovider")

    assert 0 == done.returncode, done.stdout + done.stderr
    assert "7 passed" in done.stdout


def test_new_plugin_has_an_entry_point(tmp_path: Path) -> None:
    """The project offers its module in the group of aijobkit, and every file is listed."""
    paths = new_plugin("my-school-tips", tmp_path)
    project = (tmp_path / "my-school-tips" / "pyproject.toml").read_text(encoding="utf-8")

    assert '[project.entry-points.aijobkit]\ntips = "my_school_tips.tips"' in project
    assert sorted(path for path in (tmp_path / "my-school-tips").rglob("*") if path.is_file()) == sorted(paths)
    assert not [
        path for path in paths if "@" in path.read_text(encoding="utf-8") and "@name@" in path.read_text(encoding="utf-8")
    ]


def test_existing_folder_is_left_alone(tmp_path: Path) -> None:
    """A folder that exists is refused and not touched."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "work.txt").write_text("dear", encoding="utf-8")

    with pytest.raises(InvalidValueError, match="exists there already"):
        new_plugin("mine", tmp_path)
    assert ["work.txt"] == [path.name for path in (tmp_path / "mine").iterdir()]


@pytest.mark.parametrize(
    "name",
    ["", "My-School", "two words", "../escape", "a/b", "-x", "x-", "a--b", "1st", "json", "class", "aijobkit", "x" * 61, 7],
)
def test_bad_names_are_refused(name: object, tmp_path: Path) -> None:
    """What cannot be a distribution and a module is refused, and nothing is written."""
    with pytest.raises(InvalidValueError, match="name"):
        new_plugin(name, tmp_path)  # type: ignore[arg-type]
    assert [] == list(tmp_path.iterdir())


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    """The folder to write into must be there."""
    with pytest.raises(InvalidValueError, match="give a folder that exists"):
        new_plugin("my-school", tmp_path / "nowhere")


def test_nothing_half_written_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If writing fails in the middle, the error is ours and no file remains."""
    monkeypatch.setattr(scaffold, "_FILES", {**scaffold._FILES, "README.md/below-a-file": "x"})

    with pytest.raises(InvalidValueError, match="cannot be written to"):
        new_plugin("my-school", tmp_path)
    assert [] == list(tmp_path.iterdir())
