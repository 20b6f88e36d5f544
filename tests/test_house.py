"""Tests about the code itself: floors, rooms, tables of contents, words that must not be there."""

from __future__ import annotations

import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import aijobkit
from aijobkit._version import __version__

ROOT = Path(__file__).parents[1]
HAS_SOURCE_TREE = (ROOT / "src" / "aijobkit").is_dir()
PROTECTED = re.compile(
    r"(^|_)(age|birth\w*|born|gender|sex|pronouns?|nationality|citizen\w*|ethnic\w*|race|religio\w*|health|disab\w*|"
    r"pregnan\w*|marital|married|children|family_status)($|_)"
)


def value_classes() -> list[type]:
    """Return every attrs class of the package."""
    found = {}
    for module in pkgutil.walk_packages(aijobkit.__path__, "aijobkit."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and attrs.has(value) and value.__module__.startswith("aijobkit."):
                found[f"{value.__module__}.{value.__qualname__}"] = value
    return [found[name] for name in sorted(found)]


@pytest.mark.skipif(not HAS_SOURCE_TREE, reason="the contracts are about the source tree")
def test_layers_hold() -> None:
    """A room imports only rooms further down, every room is declared, and the pure rooms know nothing of the world."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert 0 == done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("kind", value_classes(), ids=lambda kind: kind.__qualname__)
def test_no_protected_trait_is_a_field(kind: type) -> None:
    """No value anywhere has a field for age, gender, nationality, ethnicity, health or family."""
    assert [] == [field.name for field in attrs.fields(kind) if PROTECTED.search(field.name)]


def test_the_guard_against_protected_traits_can_fail() -> None:
    """The pattern finds what it is meant to find and leaves innocent names alone."""
    assert all(PROTECTED.search(name) for name in ("age", "birth_date", "gender", "is_married", "health_status"))
    assert not any(PROTECTED.search(name) for name in ("family", "percentage", "message", "stage", "manager"))


def test_changelog_knows_this_version() -> None:
    """The newest released heading of the changelog is the package's version, below an Unreleased one."""
    if not (ROOT / "CHANGELOG.md").is_file():
        pytest.skip("the changelog is not part of the wheel")
    headings = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert ["Unreleased", __version__] == headings[:2]


@pytest.mark.skipif(not HAS_SOURCE_TREE, reason="about the source tree")
def test_no_room_outgrows_itself() -> None:
    """No module is longer than 600 lines; one that grows beyond becomes a package of the same name."""
    long = {
        str(path.relative_to(ROOT)): count
        for path in sorted((ROOT / "src").rglob("*.py"))
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 600
    }

    assert {} == long
