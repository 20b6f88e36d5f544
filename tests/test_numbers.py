"""Every number explains itself: none decides anything from within the code, and what decides is printed with its source."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import aijobkit
from aijobkit.cli import main
from test_house import value_classes

PACKAGE = Path(aijobkit.__file__).parent

ROOMS = (
    "difficulty.py",
    "contacts.py",
    "gaps",
    "planner",
    "providers",
    "routes",
    "switches",
    "taxonomy/measures",
    "taxonomy/thresholds.py",
)
"""Where plans are computed and put into words."""

PLAIN = (0.0, 1.0)
"""Nothing and the whole: they weigh nothing and draw no line."""

ROWS = frozenset({"parameter", "within", "_weight", "_middle", "_spread", "Tier"})
"""What makes a row of a table with source and kind, or a range; numbers stand in its arguments by right."""

REASONS = {
    "difficulty.py:STABILITY_CHANGE": "how much is tried; told in every result as Stability.change",
    "difficulty.py:_JOB_ZONES": "the ends of O*NET's scale",
    "difficulty.py:_FULL_PREPARATION": "where O*NET's scale begins to speak of several years",
    "difficulty.py:EDUCATION_SPAN": "the length of O*NET's scale",
    "difficulty.py:_HALF": "rounding",
    "providers/_words.py:_PERCENT": "rounding of percent in words",
    "providers/_words.py:_REST": "rounding of percent in words",
    "providers/routes.py:_BEYOND_MASTER": "levels of O*NET's scale that are no degree, rounded",
    "routes/steps.py:_NEARLY_ONE": "where the logarithm loses its digits",
    "switches/__init__.py:_ROUNDING": "rounding",
    "taxonomy/measures/industries.py:_BYTE": "how the build keeps figures",
    "taxonomy/measures/industries.py:TILT": "printed by industry_table() with its source",
    "taxonomy/measures/industries.py:ADJACENT_STAFFING": "printed by industry_table() with its source",
    "taxonomy/measures/profiles.py:_IMPORTANCE": "the ends of O*NET's scale",
    "taxonomy/measures/profiles.py:_LEVEL": "the ends of O*NET's scale",
    "taxonomy/measures/vectors.py:_BYTE": "how the build keeps figures",
    "taxonomy/measures/weights.py:ROUNDING": "rounding",
}
"""Constants that are no assumption, or are printed as one by other means; each has a reason, and a word where it stands."""


def _is_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) and not isinstance(node.value, bool)


def _is_bare(node: ast.AST) -> bool:
    """Say whether a node is a number that could be a weight or a threshold: a decimal fraction, or one whole by another."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return _is_number(node.left) and _is_number(node.right)
    return isinstance(node, ast.Constant) and isinstance(node.value, float) and node.value not in PLAIN


def _bare(node: ast.AST) -> Iterator[int]:
    """Yield the lines of bare numbers below a node, but for those that stand in a row of a table."""
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in ROWS:
            return
    if _is_bare(node):
        yield node.lineno  # type: ignore[attr-defined]
        return
    for child in ast.iter_child_nodes(node):
        yield from _bare(child)


def _constants(statement: ast.stmt) -> list[str]:
    """Return the names that a statement gives to constants; none where it does something else."""
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    names = [name.id for target in targets if target for name in ast.walk(target) if isinstance(name, ast.Name)]
    return names if isinstance(statement, (ast.Assign, ast.AnnAssign)) and all(name.isupper() for name in names) else []


def breaches(source: str, where: str = "") -> tuple[list[str], set[str]]:
    """
    Return the places of bare numbers, and the constants that hold one.

    Args:
        source: A module.
        where: Its path within the package.
    """
    lines, found, held = source.splitlines(), [], set()
    body = ast.parse(source).body
    for place, statement in enumerate(body):
        numbers = list(_bare(statement))
        names = _constants(statement)
        if not numbers:
            continue
        if not names:
            found += [f"{where}:{line}: {lines[line - 1].strip()}" for line in numbers]
            continue
        after = body[place + 1] if place + 1 < len(body) else None
        is_told = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and isinstance(after.value.value, str)
        is_told = is_told or "#" in lines[statement.lineno - 1] or lines[statement.lineno - 2].lstrip().startswith("#")
        held |= {f"{where}:{name}" for name in names}
        found += [] if is_told else [f"{where}:{statement.lineno}: say what {', '.join(names)} is"]
    return found, held


def _modules() -> list[Path]:
    paths = (PACKAGE / room for room in ROOMS)
    return sorted(module for path in paths for module in (path.rglob("*.py") if path.is_dir() else [path]))


def test_no_bare_number_decides() -> None:
    """Weights and thresholds are assumptions or rows of a table; a constant that is none has a reason here and a word there."""
    found: list[str] = []
    held: set[str] = set()
    for module in _modules():
        places, names = breaches(module.read_text(encoding="utf-8"), module.relative_to(PACKAGE).as_posix())
        found += places
        held |= names

    assert [] == found
    assert sorted(REASONS) == sorted(held)


@pytest.mark.parametrize(
    "source",
    [
        "def easy(cost):\n    return cost < 0.5\n",
        "def weigh(cost):\n    return cost * 0.85\n",
        "def most(costs, least=0.25):\n    return costs\n",
        "def share(costs):\n    return len(costs) > 2 / 3\n",
        "class Rule:\n    limit = 0.7\n",
        "LIMIT = 0.5\n",
    ],
)
def test_the_guard_against_bare_numbers_can_fail(source: str) -> None:
    """A bare number is found wherever it may stand, and so is a constant that nobody has explained."""
    assert breaches(source)[0]


@pytest.mark.parametrize(
    "source",
    [
        "def share(part, whole):\n    return min(1.0, part / whole)\n",
        "HALF = 0.5  # rounding\n",
        "# Rounding.\nHALF = 0.5\n",
        'HALF = 0.5\n"""Rounding."""\n',
        "limit: float = parameter(0.5, 0.0, 1.0)\n",
    ],
)
def test_the_guard_lets_pass_what_explains_itself(source: str) -> None:
    """Nothing and the whole, explained constants and rows of a table are no breach."""
    assert [] == breaches(source)[0]


def test_every_table_of_parameters_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever class of the package has a table of its parameters, ``aijobkit assumptions`` prints all of it."""
    main(("assumptions", "--format", "json"))
    printed = [[row["name"] for row in rows] for rows in json.loads(capsys.readouterr().out).values()]
    classes = [kind for kind in value_classes() if callable(getattr(kind, "table", None))]

    assert {"Assumptions", "ContactWeights", "DistanceWeights", "FindingThresholds"} <= {kind.__name__ for kind in classes}
    assert [] == [kind.__name__ for kind in classes if [field.name for field in attrs.fields(kind)] not in printed]
