"""The front door: what is public, and that it costs nothing to open."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import aijobkit

SNAPSHOT = Path(__file__).parent / "snapshots" / "public_api.txt"
HEAVY = ("attrs", "cattrs", "click", "hypothesis", "importlib_metadata", "jinja2", "numpy", "pluggy", "rich", "sqlite3")
ROOMS = sorted(module.name for module in pkgutil.iter_modules(aijobkit.__path__))


def signature_of(name: str) -> str:
    """Return one line about a public name that changes when its signature does."""
    value = getattr(aijobkit, name)
    if inspect.isclass(value) and attrs.has(value):
        return f"{name}({', '.join(field.name for field in attrs.fields(value))})"
    if inspect.isfunction(value):
        return f"{name}({', '.join(str(parameter) for parameter in parameters(value))})"
    return name


def parameters(function: object) -> list[str]:
    """Return the names of a function's parameters, marked where they must be named."""
    kinds = inspect.signature(function).parameters.values()  # type: ignore[arg-type]
    return [("*" if one.kind is one.KEYWORD_ONLY else "") + one.name for one in kinds]


def test_all_is_sorted() -> None:
    """`__all__` is in alphabetical order and names nothing twice."""
    assert sorted(set(aijobkit.__all__)) == aijobkit.__all__


@pytest.mark.parametrize("name", aijobkit.__all__)
def test_every_public_name_can_be_had(name: str) -> None:
    """Every name of `__all__` is really there and has a docstring."""
    value = getattr(aijobkit, name)

    assert isinstance(value, str) or inspect.getdoc(value)


def test_names_of_the_door_are_those_of_the_rooms() -> None:
    """The static list, the lazy table and the imports for type checkers name the same things."""
    lazy = sorted(name for names in aijobkit._ROOMS.values() for name in names)

    assert aijobkit.__all__ == lazy


def test_public_api_changes_only_on_purpose() -> None:
    """
    Public names and the names of their arguments are those of the snapshot.

    After a change on purpose: ``python -m tests.test_public_api > tests/snapshots/public_api.txt``.
    """
    assert SNAPSHOT.read_text(encoding="utf-8").splitlines() == [signature_of(name) for name in aijobkit.__all__]


def test_import_is_light() -> None:
    """`import aijobkit` loads no third party at all, nor the database module."""
    code = "import sys, aijobkit; print(*sorted(m for m in sys.modules if '.' not in m))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    # An editable install may load these through its own start-up file before the first line of ours.
    bare = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sorted(sys.modules))"], capture_output=True, text=True, check=True
    ).stdout.split()

    assert [] == sorted((set(HEAVY) & set(loaded)) - set(bare))


def test_function_and_room_of_one_name_do_not_collide() -> None:
    """Importing the room `classify` leaves the function `classify` at the front door."""
    code = "import aijobkit.classify; from aijobkit import classify; print(classify.__module__, callable(classify))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "aijobkit.classify True" == done.stdout.strip()


@pytest.mark.parametrize("room", [room for room in ROOMS if not room.startswith("_")])
def test_every_room_says_what_it_offers(room: str) -> None:
    """Every public room has a docstring and an `__all__` whose names exist, each once."""
    module = importlib.import_module(f"aijobkit.{room}")

    assert module.__doc__
    assert len(set(module.__all__)) == len(module.__all__)
    assert all(hasattr(module, name) for name in module.__all__)


def test_unknown_name_is_an_attribute_error() -> None:
    """Asking the front door for something that is not there fails as for any module."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        aijobkit.nothing  # noqa: B018


if __name__ == "__main__":
    print("\n".join(signature_of(name) for name in aijobkit.__all__))
