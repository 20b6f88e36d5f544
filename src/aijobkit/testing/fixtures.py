"""
Fixtures for pytest.

Import them into your ``conftest.py``: ``from aijobkit.testing.fixtures import aijobkit_no_plugins``.  They are not loaded by
an entry point, so that no test run of anybody else pays for them.
"""

from __future__ import annotations

import pytest

from aijobkit.plugins import ENVIRONMENT

__all__ = ["aijobkit_no_plugins"]


@pytest.fixture
def aijobkit_no_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep all installed plugins out for one test, so that only those registered by hand are asked."""
    monkeypatch.setenv(ENVIRONMENT, "")
