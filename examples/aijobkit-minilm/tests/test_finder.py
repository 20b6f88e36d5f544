"""The plugin: silent unless asked for, honest about what it found, and about what is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import aijobkit_minilm
import attrs
import pytest
from aijobkit_minilm import MinilmFinder
from aijobkit_minilm.encoder import ModelMissingError
from aijobkit_minilm.finder import MOST_CONFIDENCE
from aijobkit_minilm.index import Curve, IndexFileError, TitleIndex
from tiny import LetterEncoder

from aijobkit import load_taxonomy
from aijobkit.plugins import find_more_roles, make_plugin_manager
from aijobkit.testing import check_provider, sample_plans


@pytest.fixture
def finder(index: TitleIndex) -> MinilmFinder:
    """The finder on the small world."""
    return MinilmFinder(index, LetterEncoder())


def test_silent_when_installed() -> None:
    """Installed and not switched on, the plugin says nothing and needs nothing."""
    assert not aijobkit_minilm.plugin.is_on
    assert aijobkit_minilm.plugin.aijobkit_find_roles("nurse") is None


def test_import_is_light() -> None:
    """Importing and asking it, while it is off, loads neither numpy nor the reader of weights."""
    code = (
        "import os, sys; os.environ.pop('AIJOBKIT_MINILM', None); import aijobkit_minilm as m; "
        "m.plugin.aijobkit_find_roles(text='nurse'); print(sorted({'numpy', 'safetensors', 'torch'} & set(sys.modules)))"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)

    assert "[]" == done.stdout.strip()


def test_contract(finder: MinilmFinder) -> None:
    """It never fails, is deterministic, also in other processes, and changes nothing."""
    plan = sample_plans()[0]
    check_provider(finder, plan.person, plan)


def test_answers_through_the_porter(finder: MinilmFinder) -> None:
    """A text without an equal title is found by its likeness, with the reason."""
    manager = make_plugin_manager(discover=False, plugins={"minilm": finder})
    report = find_more_roles("senior driver of school buses (m/f/d)", manager=manager)

    assert () == report.failures
    assert "53-3051.00" == report.found[0].code
    assert "School Bus Driver" in report.found[0].reason or "Bus Drivers, School" in report.found[0].reason


def test_switched_on_by_one_variable(index: TitleIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment variable names the file and thereby turns the finder on."""
    index.save(tmp_path / "vectors.npz")
    finder = MinilmFinder(encoder=LetterEncoder())
    monkeypatch.setenv("AIJOBKIT_MINILM", str(tmp_path / "vectors.npz"))

    assert finder.is_on
    assert finder.aijobkit_find_roles("nurses of a ward")


def test_missing_file_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that names no file is an error that says so, not silence."""
    monkeypatch.setenv("AIJOBKIT_MINILM", str(tmp_path / "gone.npz"))
    with pytest.raises(IndexFileError, match=r"gone\.npz"):
        MinilmFinder(encoder=LetterEncoder()).aijobkit_find_roles("nurse")


def test_vectors_of_another_encoder_are_refused(index: TitleIndex) -> None:
    """Vectors of two encoders are not compared."""
    other = attrs.evolve(index, encoder="somebody else's")
    with pytest.raises(IndexFileError, match="somebody else's"):
        MinilmFinder(other, LetterEncoder()).aijobkit_find_roles("nurse")


def test_missing_model_says_how_to_get_it(index: TitleIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the model the error names what is missing and what to do."""
    monkeypatch.setenv("AIJOBKIT_MINILM_MODEL", str(tmp_path))
    with pytest.raises(ModelMissingError, match=r"lacks 'config\.json'"):
        MinilmFinder(index).aijobkit_find_roles("nurse")


@pytest.mark.parametrize(
    "text",
    ["", "  ", "unemployed", "retired", "физик", "数据科学家", "1234", "nurse " * 100, "zzqx vvwk", "I like nurses"],
)
def test_abstains(finder: MinilmFinder, text: str) -> None:
    """States of life, other scripts, numbers, pastimes, very long texts and what is near to nothing are no roles."""
    assert not finder.aijobkit_find_roles(text)


def test_never_surer_than_an_exact_title(index: TitleIndex) -> None:
    """A likeness, however great, ranks below a title that is known word for word."""
    sure = attrs.evolve(index, curve=Curve(intercept=20))
    found = list(MinilmFinder(sure, LetterEncoder()).aijobkit_find_roles("Staff Nurse") or ())

    assert MOST_CONFIDENCE == found[0].confidence


def test_merged_by_the_taxonomy(index: TitleIndex) -> None:
    """What it finds stands among aijobkit's own matches under the plugin's name."""
    from aijobkit.planner.equipping import equip_taxonomy

    sure = MinilmFinder(attrs.evolve(index, curve=Curve(intercept=4)), LetterEncoder())
    manager = make_plugin_manager(discover=False, plugins={"minilm": sure})
    taxonomy = equip_taxonomy(load_taxonomy(), manager=manager).taxonomy
    exact, near = taxonomy.find_roles("Registered Nurse"), taxonomy.find_roles("school bus drivers and riders")

    assert ("29-1141.00", "aijobkit") == (exact[0].role.code, exact[0].source)
    assert "minilm" in [match.source for match in near]
