"""
What the tests share: a small world of titles, and a tiny encoder in place of the model.

Tests that need the model say so by the fixture ``model`` and are skipped with a reason where it is not installed.
"""

from __future__ import annotations

import pytest
from aijobkit_minilm.building import build_index
from aijobkit_minilm.encoder import INSTALL_HINT, MiniLM, ModelMissingError, find_model
from aijobkit_minilm.index import TitleIndex
from tiny import LetterEncoder, small_taxonomy


@pytest.fixture(autouse=True)
def _off(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on what the machine has switched on."""
    monkeypatch.delenv("AIJOBKIT_MINILM", raising=False)


@pytest.fixture(scope="session")
def index() -> TitleIndex:
    """Title vectors of the small world, by letters."""
    return build_index(small_taxonomy(), LetterEncoder())


@pytest.fixture(scope="session")
def model() -> MiniLM:
    """The real model."""
    pytest.importorskip("safetensors", reason="safetensors is not installed")
    try:
        return MiniLM.read(find_model())
    except ModelMissingError:
        pytest.skip(f"the model is not installed; {INSTALL_HINT}")
