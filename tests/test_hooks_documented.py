"""The three tests of honesty: every hook is documented with its exact arguments, is tested, and no ghost is documented."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from aijobkit import hookspecs
from aijobkit.plugins.answers import KINDS, MOST_ADVICE, MOST_ANSWERS

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference" / "hooks.md"
HOOKS = sorted(name for name in vars(hookspecs) if name.startswith("aijobkit_"))


def heading(hook: str) -> str:
    """Return the heading that a hook must have on its page."""
    return f"## {hook}({', '.join(inspect.signature(getattr(hookspecs, hook)).parameters)})"


@pytest.fixture
def page() -> str:
    """Return the page of hooks; the wheel has none."""
    if not PAGE.is_file():
        pytest.skip("the pages are not part of the wheel")
    return PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_is_documented_with_its_arguments(hook: str, page: str) -> None:
    """The page has a heading with the hook's name and its arguments in their order."""
    assert heading(hook) in page.splitlines()


def test_no_ghost_is_documented(page: str) -> None:
    """Every heading of the page that looks like a hook is one."""
    assert sorted(map(heading, HOOKS)) == sorted(re.findall(r"^## aijobkit_.*$", page, re.MULTILINE))


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_has_a_test_of_its_own(hook: str) -> None:
    """Some test in a file `test_hook_*` is named after the hook."""
    sources = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("test_hook_*.py"))]

    assert any(f"def test_hook_{hook}" in source for source in sources)


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_has_a_contract(hook: str) -> None:
    """The specification has a docstring that says what is returned, and the porter knows what to accept."""
    assert "Returns:" in (inspect.getdoc(getattr(hookspecs, hook)) or "")
    assert sorted(KINDS) == HOOKS


def test_limits_on_the_page_are_those_of_the_code(page: str) -> None:
    """The page names the limits that are in force."""
    assert f"At most {MOST_ADVICE} pieces of advice per provider and {MOST_ANSWERS:,} answers" in page
