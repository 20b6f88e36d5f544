"""The tree of errors."""

from __future__ import annotations

import inspect
import pickle
import re

import pytest

from aijobkit import errors
from aijobkit.errors import AijobkitError

SAMPLES = [
    errors.InvalidValueError("Role.code", 15, "give text"),
    errors.UnknownRoleError("qwertz", (("15-2051.00", "Data Scientists"),), "try a job title"),
    errors.AmbiguousRoleError("engineer", (), "which kind?", field="--to-role"),
    errors.UnknownIndustryError("qwertz"),
    errors.AmbiguousIndustryError("fintech", (("522", "Banks"),)),
    errors.TaxonomyDataError("file is damaged", path="x"),
    errors.DataBuildError("no such column", file="Skills.txt", line=3, column="Data Value"),
    errors.SerializationError("expected text", path="person.position"),
    errors.ImportFileError("not a table", file="Connections.csv", line=4),
    errors.ReportError("unknown format 'pdf'"),
    errors.PluginError("failed", provider="a:b", hook="load"),
]


def test_docstring_draws_the_real_tree() -> None:
    """The tree at the top of the module names every error, once, with its built-in parent."""
    drawn = re.findall(r"[├└]── (\w+)", errors.__doc__ or "")
    real = [name for name in errors.__all__ if name != "AijobkitError"]

    assert sorted(real) == sorted(drawn)


@pytest.mark.parametrize("name", errors.__all__)
def test_every_error_is_ours(name: str) -> None:
    """Everything that this room defines derives from the base."""
    assert issubclass(getattr(errors, name), AijobkitError)


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
def test_errors_pickle_with_their_data(error: AijobkitError) -> None:
    """An error survives being sent to another process, attributes included."""
    copy = pickle.loads(pickle.dumps(error))

    assert (type(error), str(error), vars(error)) == (type(copy), str(copy), vars(copy))


def test_every_leaf_has_a_sample() -> None:
    """No error is left out of the tests above."""
    leaves = {kind for kind in vars(errors).values() if inspect.isclass(kind) and issubclass(kind, AijobkitError)}

    assert {kind for kind in leaves if not kind.__subclasses__()} == {type(error) for error in SAMPLES}


def test_resolution_error_names_candidates_and_help() -> None:
    """The message shows the text, the candidates with their codes, and what would help."""
    expected = "role 'qwertz' is not known; candidates: Data Scientists (15-2051.00); try a job title"

    assert expected == str(SAMPLES[1])


def test_long_text_is_shortened_in_messages_only() -> None:
    """A very long text does not flood the message, and is kept whole as data."""
    error = errors.UnknownRoleError("x" * 500)

    assert 200 > len(str(error))
    assert "x" * 500 == error.text
