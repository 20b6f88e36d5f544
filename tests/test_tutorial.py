"""The tutorial for authors of plugins, carried out from its first line to its last in an empty folder."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from zoo import install

PAGE = Path(__file__).parents[1] / "docs" / "tutorial" / "write-a-provider.md"
BLOCK = re.compile(r"^```(console|py|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)
SETTING = re.compile(r"[A-Z_]+=\S*")

pytestmark = pytest.mark.skipif(not PAGE.is_file(), reason="the pages are not part of the wheel")


class Reader:
    """Somebody who follows the page: types what is in the console blocks and saves what is in the files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = folder / "site"
        self.site.mkdir()
        self.outputs: dict[str, str] = {}

    def save(self, block: str) -> None:
        """Save a block whose first line names a file; other blocks are run by the documentation's own tests."""
        first, _, rest = block.partition("\n")
        if first.startswith("# ") and first.endswith(".py"):
            path = self.folder / first.removeprefix("# ")
            assert path.is_file(), f"{path} should be there already"
            path.write_text(rest, encoding="utf-8")

    def type(self, line: str) -> None:
        """Do what one line of a console block says."""
        words = shlex.split(line)
        settings = {}
        while words and SETTING.fullmatch(words[0]):
            name, _, value = words.pop(0).partition("=")
            settings[name] = value
        if words[0] == "cd":
            self.folder = self.folder / words[1]
        elif words[0] == "pip":
            self._install()
        else:
            self._run(line, words, settings)

    def _install(self) -> None:
        """Do what an installer does with an editable project, for tests use no network."""
        project = (self.folder / "pyproject.toml").read_text(encoding="utf-8")
        name, version = (re.search(rf'^{field} = "(.*)"$', project, re.MULTILINE)[1] for field in ("name", "version"))
        entry = re.search(r"^\[project\.entry-points\.aijobkit\]\n(.*?)\n\n", project, re.MULTILINE | re.DOTALL)[1]
        install(self.site, name, "[aijobkit]\n" + entry.replace('"', "") + "\n", version=version)
        (self.site / "src").symlink_to(self.folder / "src")

    def _run(self, line: str, words: list[str], settings: dict[str, str]) -> None:
        command = {"python": [], "aijobkit": ["-m", "aijobkit"]}[words[0]]
        environment = {name: value for name, value in os.environ.items() if name != "AIJOBKIT_PLUGINS"}
        path = [str(self.site), str(self.site / "src"), *sys.path]
        done = subprocess.run(
            [sys.executable, *command, *words[1:]],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            env={**environment, "PYTHONPATH": os.pathsep.join(path), "COLUMNS": "200", **settings},
        )
        assert 0 == done.returncode, f"{line}\n{done.stdout}\n{done.stderr}"
        self.outputs[line] = done.stdout


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Follow the whole page; return what each command printed."""
    reader = Reader(tmp_path_factory.mktemp("reader"))
    for kind, block in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if kind != "console":
            reader.save(block)
        else:
            for line in block.splitlines():
                reader.type(line)
    return reader.outputs


def test_every_command_of_the_page_succeeds(outputs: dict[str, str]) -> None:
    """All commands of the page were run, and none failed."""
    assert {"aijobkit plugins new my-school-tips", "python -m pytest", "aijobkit plugins --strict"} <= set(outputs)


def test_new_plugin_is_listed(outputs: dict[str, str]) -> None:
    """What the page says of the list is true, with and without the setting that keeps plugins out."""
    assert "my-school-tips:tips" in outputs["aijobkit plugins"]
    assert "my-school-tips:tips" in outputs["AIJOBKIT_PLUGINS=my-school-tips aijobkit plugins"]
    assert "my-school-tips:tips" not in outputs["AIJOBKIT_PLUGINS= aijobkit plugins"]
    assert "aijobkit:gaps" in outputs["AIJOBKIT_PLUGINS= aijobkit plugins"]
