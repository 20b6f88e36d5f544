"""Every example keeps the contract, passes its own tests, is found by its entry point, and does what its README shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from aijobkit.plugins import make_plugin_manager
from aijobkit.plugins.answers import KINDS
from zoo import install, use

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parents[1] / "examples"
NAMES = (
    "aijobkit-bootcamp",
    "aijobkit-csv-report",
    "aijobkit-finance-roles",
    "aijobkit-glossary-finder",
    "aijobkit-minilm",
    "aijobkit-relocation",
)

pytestmark = pytest.mark.skipif(not ROOT.is_dir(), reason="the examples are not part of the wheel")


def project(name: str) -> dict:
    """Return the project table of an example."""
    return tomllib.loads((ROOT / name / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def run(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the folder of an example, with its source on the path."""
    path = os.pathsep.join([str(ROOT / name / "src"), *sys.path])
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT / name,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path, "AIJOBKIT_PLUGINS": "", "PYTHONDONTWRITEBYTECODE": "1"},
    )


@pytest.mark.parametrize("name", NAMES)
def test_example_passes_its_own_tests(name: str) -> None:
    """The tests that come with the example pass."""
    done = run(name, "-m", "pytest", "-q", "-p", "no:cacheprovider")

    assert 0 == done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_readme_of_example_is_true(name: str) -> None:
    """The Python blocks of the README run."""
    text = (ROOT / name / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    done = run(name, "-c", "\n".join(blocks))

    assert blocks
    assert 0 == done.returncode, done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_example_is_found_by_its_entry_point(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Installed, the example loads under `distribution:entry` without a failure."""
    (group,) = project(name)["entry-points"].values()
    lines = "".join(f"{entry} = {target}\n" for entry, target in group.items())
    install(tmp_path, name, f"[aijobkit]\n{lines}", version=project(name)["version"])
    use(tmp_path, monkeypatch)
    monkeypatch.syspath_prepend(str(ROOT / name / "src"))
    manager = make_plugin_manager(allow=[name])
    info = {one.name: one for one in manager.infos}[f"{name}:{next(iter(group))}"]

    assert "loaded" == info.state
    assert () == manager.failures


def test_every_hook_has_a_real_provider() -> None:
    """A hook ships only together with a distribution that uses it."""
    sources = [path.read_text(encoding="utf-8") for name in NAMES for path in sorted((ROOT / name / "src").rglob("*.py"))]

    assert [] == [hook for hook in sorted(KINDS) if not any(f"def {hook}(" in source for source in sources)]


@pytest.mark.parametrize("name", NAMES)
def test_project_of_example_is_complete(name: str) -> None:
    """Each example is a distribution of its own: name, entry point, dependency on us, typed, with tests and a README."""
    found = project(name)
    module = name.replace("-", "_")

    assert name == found["name"]
    assert any(dependency.startswith("aijobkit") for dependency in found["dependencies"])
    assert (ROOT / name / "src" / module / "py.typed").is_file()
    assert list((ROOT / name / "tests").glob("test_*.py"))


def test_list_of_examples_is_complete() -> None:
    """The page about the examples names every distribution here and the hooks that it implements."""
    rows = dict(
        re.findall(r"^\| `(aijobkit-[\w-]+)` \| (.*?) \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    found = {path.parent.name: path.parent for path in ROOT.glob("*/pyproject.toml")}

    assert sorted(found) == sorted(rows)
    for name, folder in found.items():
        source = "\n".join(path.read_text(encoding="utf-8") for path in sorted((folder / "src").rglob("*.py")))
        assert sorted(re.findall(r"^ *def (aijobkit_\w+)\(", source, re.MULTILINE)) == sorted(
            re.findall(r"aijobkit_\w+", rows[name])
        )
