"""The notebooks run from top to bottom, and carry no output that could grow old."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "examples" / "notebooks"
NOTEBOOKS = sorted(ROOT.glob("*.ipynb"))

pytestmark = pytest.mark.skipif(not ROOT.is_dir(), reason="the examples are not part of the wheel")


def test_there_are_notebooks() -> None:
    """A folder that moved would otherwise test nothing."""
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_runs(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every cell runs after those before it, and prints something to read."""
    cells = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    names: dict[str, object] = {}
    for number, cell in enumerate(cells):
        exec(compile("".join(cell["source"]), f"{path.name}[{number}]", "exec"), names)

    assert capsys.readouterr().out.strip()
    assert not [cell for cell in cells if cell["outputs"]]
