"""
Do the tests notice when the measuring core is wrong?  Small faults are put into a copy of it, one at a time.

Usage: ``python benchmarks/mutants.py [--sample N] [--seed S] [ROOM ...]`` after ``pip install -e ".[mutation]"``

The faults are those of Cosmic Ray; `N` of each room (0: all) are drawn with the seed.  Left out are faults that cannot change
what the code does: those in annotations, which nothing evaluates, in decorators of functions, which here only remember or
register, and ``is`` against ``==``, which agree on members of an enumeration and on None; ``x is None`` against an order is
left out, too, as is a fault that does not compile.  Each room is tested by its own tests and laws, with the ``mutants``
profile, which looks for no smallest example, in a fork of a process that has imported Pytest and Hypothesis already: starting
anew takes longer than most tests.  That needs an operating system that forks.  Prints every survivor as a difference, and
killed of total.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import difflib
import importlib
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cosmic_ray.commands import init
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_db import use_db
from cosmic_ray.work_item import MutationSpec

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path("src", "aijobkit")

#: What tests each room, beside ``tests/test_ROOM.py``: the laws that speak of it.
LAWS = {
    "classify": ("01_nothing_switched", "02_only_two_axes", "03_granularity"),
    "difficulty": ("05_both_is_harder", "07_employers"),
    "gaps": ("06_learning_helps",),
    "routes": ("08_routes",),
}

#: Cosmic Ray's faults that are no faults here: see the module docstring.
_SAME_MEANING = tuple(
    f"ReplaceComparisonOperator_{swap}" for swap in ("Is_", "IsNot_", "Eq_Is", "Eq_IsNot", "NotEq_Is", "NotEq_IsNot")
)
_REAL = ("ReplaceComparisonOperator_Is_IsNot", "ReplaceComparisonOperator_IsNot_Is")

_TIMEOUT = 120.0  # seconds after which a mutant counts as killed: it runs forever


class _Unannotated(ast.NodeTransformer):
    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        node.decorator_list = []
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(value=None)
        return self.generic_visit(node)


def _meaning(source: str) -> str:
    return ast.dump(_Unannotated().visit(ast.parse(source)))


def _mutated(source: str, mutation: MutationSpec) -> str | None:
    """Return the mutated source, or None where nothing changes or it does not compile."""
    name = mutation.operator_name.rpartition("/")[2]
    if name.startswith(_SAME_MEANING) and name not in _REAL:
        return None
    mutant = mutate_code(source, get_operator(mutation.operator_name)(**mutation.operator_args), mutation.occurrence)
    try:
        return None if mutant is None or _meaning(mutant) == _meaning(source) else mutant
    except SyntaxError:
        return None


def _mutants(room: str, copy: Path, seed: int) -> Iterator[tuple[Path, str]]:
    """Yield the mutants of one room in the order that the seed gives."""
    place = copy / PACKAGE / room
    paths = sorted(place.glob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    with use_db(str(copy / f"{room}.sqlite")) as database:
        init(paths, database, {})
        mutations = [mutation for item in database.work_items for mutation in item.mutations]
    mutations.sort(key=lambda mutation: (str(mutation.module_path), mutation.operator_name, mutation.occurrence))
    random.Random(seed).shuffle(mutations)
    for mutation in mutations:
        path = Path(mutation.module_path)
        mutant = _mutated(path.read_text(encoding="utf-8"), mutation)
        if mutant is not None:
            yield path, mutant


def _run_tests(tests: list[str], log: Path) -> None:
    """Run tests of the copy in a process of their own, which has never seen the package, and exit as Pytest would."""
    import pytest

    sys.path.insert(0, "src")
    sys.dont_write_bytecode = True  # a mutant may be as long and as old as the source it stands for
    with log.open("w", encoding="utf-8") as file, contextlib.redirect_stdout(file), contextlib.redirect_stderr(file):
        # Hypothesis is imported before Pytest could rewrite it; it holds no tests of ours.
        options = ["-x", "-q", "-n0", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
        code = pytest.main([*options, *tests])
    os._exit(code)


def _is_killed(tests: list[str], log: Path) -> bool:
    child = multiprocessing.get_context("fork").Process(target=_run_tests, args=(tests, log))
    child.start()
    child.join(_TIMEOUT)
    child.kill()  # if it is still running
    child.join()
    return child.exitcode != 0


def _try_room(room: str, copy: Path, sample: int, seed: int) -> tuple[int, int]:
    """Test the mutants of one room, show the survivors, and return how many were killed of how many."""
    tests = [f"tests/test_{room}.py", *(f"tests/laws/test_law_{law}.py" for law in LAWS[room])]
    log = copy / "log.txt"
    if _is_killed(tests, log):
        sys.exit(f"the tests of {room} fail without any mutant:\n{log.read_text(encoding='utf-8')}")
    killed = total = 0
    for path, mutant in _mutants(room, copy, seed):
        source = path.read_text(encoding="utf-8")
        path.write_text(mutant, encoding="utf-8")
        try:
            is_killed = _is_killed(tests, log)
        finally:
            path.write_text(source, encoding="utf-8")
        total += 1
        killed += is_killed
        if not is_killed:
            name = path.relative_to(copy).as_posix()
            changed = difflib.unified_diff(source.splitlines(), mutant.splitlines(), name, name, n=0, lineterm="")
            print("survived:", *changed, sep="\n", flush=True)
        if total == sample:
            break
    return killed, total


def main() -> None:
    """Try the rooms named, or all four."""
    parser = argparse.ArgumentParser(description="Put small faults into the measuring core and see whether tests notice.")
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(LAWS)}; all if none is named")
    parser.add_argument("--sample", type=int, default=60, help="mutants tried in each room; 0 for all (default: 60)")
    parser.add_argument("--seed", type=int, default=1, help="what the sample is drawn with (default: 1)")
    options = parser.parse_args()
    if unknown := set(options.rooms) - set(LAWS):
        parser.error(f"no such room: {', '.join(sorted(unknown))}; give some of {', '.join(LAWS)}")
    # What is imported here need not be imported for every mutant; the plugin of Hypothesis would import the package itself.
    os.environ |= {"AIJOBKIT_TEST_PROFILE": "mutants", "HYPOTHESIS_NO_PLUGINS": "1"}
    importlib.import_module("hypothesis.core")
    importlib.import_module("pytest")
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch)
        for name in ("src", "tests"):
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", copy)
        os.chdir(copy)
        for room in options.rooms or LAWS:
            killed, total = _try_room(room, copy, options.sample, options.seed)
            print(f"{room}: {killed} of {total} killed ({killed / total:.0%}), seed {options.seed}", flush=True)


if __name__ == "__main__":
    main()
