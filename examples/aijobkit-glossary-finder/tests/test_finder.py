"""House words are found, whole or within a text, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest
from aijobkit_glossary_finder import finder

from aijobkit import load_taxonomy
from aijobkit.plugins import find_more_industries, find_more_roles, make_plugin_manager
from aijobkit.testing import check_provider, sample_plans

MANAGER = make_plugin_manager(discover=False, plugins={"glossary": finder})


def test_contract() -> None:
    """It never fails, is deterministic and changes nothing."""
    plan = sample_plans()[0]
    check_provider(finder, plan.person, plan)


@pytest.mark.parametrize(
    ("text", "code", "confidence"),
    [
        ("Model Wrangler", "aijobkit:mlops-engineer", finder.SURE),
        ("senior  floor-lead, nights", "29-1141.00", finder.LIKELY),
    ],
)
def test_roles(text: str, code: str, confidence: float) -> None:
    """A house title is found in any letters, surely if it is the whole text."""
    (found,) = find_more_roles(text, manager=MANAGER).found

    assert (found.code, found.confidence) == (code, confidence)


def test_industries() -> None:
    """A division is found as the industry that it works in."""
    (found,) = find_more_industries("Care Floor", manager=MANAGER).found

    assert (found.code, found.provider) == ("622", "glossary")


@pytest.mark.parametrize("text", ["model", "wranglers of models", "", "care", "floor"])
def test_half_a_name_is_no_name(text: str) -> None:
    """Parts of house words mean nothing."""
    assert find_more_roles(text, manager=MANAGER).found == ()
    assert find_more_industries(text, manager=MANAGER).found == ()


def test_codes_of_the_sample_are_known() -> None:
    """Every code of the sample glossary exists in the embedded data."""
    taxonomy = load_taxonomy()
    entries = finder.read_glossary(Path(finder.__file__).parent / "glossary.tsv")
    known = {"role": {role.code for role in taxonomy.roles}, "industry": {one.code for one in taxonomy.industries}}

    assert [] == [entry.code for entry in entries if entry.code not in known[entry.kind]]


def test_own_glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The house's own table is read where the environment names it."""
    table = tmp_path / "ours.tsv"
    table.write_text("words\tkind\tcode\tmeaning\nwizard\trole\t15-2051.00\ta data scientist\n", encoding="utf-8")
    monkeypatch.setenv(finder.ENVIRONMENT, str(table))

    assert [found.code for found in find_more_roles("wizard", manager=MANAGER).found] == ["15-2051.00"]
