"""
`new_plugin`: a new plugin distribution that works and is tested from its first minute.

Everything is written beside the final place and moved there at once, so that nothing half-written is ever left.
"""

from __future__ import annotations

import keyword
import re
import shutil
import sys
import tempfile
from pathlib import Path

from aijobkit._version import __version__
from aijobkit.errors import InvalidValueError

__all__ = ["new_plugin"]

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST_NAME = 60

_PYPROJECT = """\
[build-system]
requires = ["hatchling>=1.26"]
build-backend = "hatchling.build"

[project]
name = "@name@"
version = "0.1.0"
description = "Advice for aijobkit."
readme = "README.md"
requires-python = ">=3.10"
dependencies = ["aijobkit>=@version@"]

[project.optional-dependencies]
test = ["pytest>=8"]

[project.entry-points.aijobkit]
tips = "@module@.tips"

[tool.hatch.build.targets.wheel]
packages = ["src/@module@"]

[tool.pytest.ini_options]
pythonpath = ["src"]
testpaths = ["tests"]
"""

_README = """\
# @name@

Advice for aijobkit: says which of the missing skills to begin with.

```console
python3 -m venv .venv
.venv/bin/pip install -e ".[test]"
.venv/bin/python -m pytest
.venv/bin/aijobkit plugins
```

The last command lists `@name@:tips`.
Write what you have to say in `src/@module@/tips.py`; `tests/test_tips.py` runs the contract of aijobkit on it.
"""

_INIT = '''\
"""Advice for aijobkit."""
'''

_TIPS = '''\
"""Says which of the missing skills to begin with."""

from __future__ import annotations

from aijobkit import Action, Advice, Evidence, EvidenceKind, Person, SwitchPlan, hookimpl

# Say where your advice comes from; a reader sees this beside it.
GROUND = Evidence(kind=EvidenceKind.ASSUMPTION, source="the author of @name@")


@hookimpl
def aijobkit_advise(person: Person, plan: SwitchPlan) -> list[Advice]:
    """Advise on the first gap, if there is one."""
    if not plan.gaps.gaps:
        return []
    gap = plan.gaps.gaps[0]
    origin, target = plan.switch.origin.role.title, plan.switch.target.role.title
    return [
        Advice(
            key="begin-here",
            title=f"Begin with {gap.name}",
            text=f"From {origin} to {target}, {gap.name} stands first on the list of what is missing.",
            reason=f"{plan.gaps.met} of {plan.gaps.asked} things that the target asks for are there already.",
            evidence=[GROUND, gap.evidence],
            priority=70,
            actions=[Action(text=f"Spend one evening on {gap.name}.", weeks_before_search=12)],
        )
    ]
'''

_TEST = '''\
"""The contract of aijobkit, run on our provider, and what it says."""

from __future__ import annotations

import pytest
from aijobkit import SwitchPlan
from aijobkit.testing import check_provider, sample_plans
from @module@ import tips


@pytest.mark.parametrize("plan", sample_plans(), ids=lambda plan: plan.switch.kind.value)
def test_contract(plan: SwitchPlan) -> None:
    """It registers, never fails, is deterministic and changes nothing."""
    check_provider(tips, plan.person, plan)


def test_first_gap_is_named() -> None:
    """The advice is about the first gap of this very plan."""
    plan = sample_plans()[0]
    (advice,) = check_provider(tips, plan.person, plan).advice

    assert advice.title == f"Begin with {plan.gaps.gaps[0].name}"
'''

_FILES = {
    "README.md": _README,
    "pyproject.toml": _PYPROJECT,
    "src/@module@/__init__.py": _INIT,
    "src/@module@/py.typed": "",
    "src/@module@/tips.py": _TIPS,
    "tests/test_tips.py": _TEST,
}


def new_plugin(name: str, directory: str | Path = ".", /) -> tuple[Path, ...]:
    """
    Write a new plugin distribution into a folder of its own.

    Args:
        name: Name of the distribution: lower-case letters, digits and single hyphens, such as ``my-school-tips``.
        directory: Where the folder *name* is made; must exist.

    Returns:
        The files written, sorted.

    Raises:
        InvalidValueError: If the name cannot be the name of a distribution and a module, *directory* is not a folder that can
            be written to, or the folder *name* exists there already.

    Examples:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     names = [path.name for path in new_plugin("my-school", folder)]
        >>> names[:2]
        ['README.md', 'pyproject.toml']
    """
    module = _module_of(name)
    parent = Path(directory)
    if not parent.is_dir():
        raise InvalidValueError("directory", str(directory), "give a folder that exists")
    target = parent / name
    if target.exists() or target.is_symlink():
        raise InvalidValueError("name", name, f"the folder {name!r} exists there already; choose another name or remove it")
    try:
        return _write(parent, target, {"@name@": name, "@module@": module, "@version@": __version__})
    except OSError as error:
        raise InvalidValueError(
            "directory", str(directory), f"it cannot be written to: {error.strerror or type(error).__name__}"
        ) from error


def _module_of(name: object) -> str:
    if not isinstance(name, str) or not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        likely = "-".join(re.findall(r"[a-z0-9]+", str(name).lower()))[:_LONGEST_NAME].strip("-0123456789")
        raise InvalidValueError(
            "name", name, f"give lower-case letters, digits and single hyphens, such as {likely or 'my-school'!r}"
        )
    module = name.replace("-", "_")
    if keyword.iskeyword(module) or module in sys.stdlib_module_names or module == "aijobkit":
        raise InvalidValueError("name", name, f"the module {module!r} would hide one that exists; try 'aijobkit-{name}'")
    return module


def _write(parent: Path, target: Path, words: dict[str, str]) -> tuple[Path, ...]:
    def filled(text: str) -> str:
        for mark, word in words.items():
            text = text.replace(mark, word)
        return text

    names = sorted(filled(name) for name in _FILES)
    draft = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=parent))
    try:
        for name, text in _FILES.items():
            path = draft / filled(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(filled(text), encoding="utf-8", newline="\n")
        draft.chmod(0o755)  # a temporary folder is closed to others; a project is not
        draft.rename(target)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return tuple(target / name for name in names)
