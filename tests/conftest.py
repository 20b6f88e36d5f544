"""
Rules for writing tests here.

1. A file of tests mirrors a room; a law of the design has its own file under ``tests/laws`` and quotes the law.
2. One claim per test; its docstring states the claim in a user's words; what is expected stands on the left.
3. Laws before examples: first the property, then examples; a fixed bug adds an ``@example``.
4. No test looks at a clock, a network or the order of a set; warnings are errors.
5. Tests run against the installed package and its embedded data; what needs another build makes a small one itself.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, Phase, settings

from aijobkit import Taxonomy, load_taxonomy
from aijobkit.taxonomy.role_finder import RoleFinder
from aijobkit.taxonomy.store import open_store

# Derandomised, so that a run says something about the code and not about luck; `thorough` is for nights.
settings.register_profile(
    "default", derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("fast", settings.get_profile("default"), max_examples=15)
# Of a mutant it is enough to know that some example fails; finding the smallest takes minutes.
settings.register_profile("mutants", settings.get_profile("fast"), phases=[Phase.explicit, Phase.generate])
settings.register_profile("thorough", deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("AIJOBKIT_TEST_PROFILE", "default"))


@pytest.fixture(autouse=True)
def _no_plugins_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep plugins that happen to be installed out of every test that does not ask for them."""
    monkeypatch.setenv("AIJOBKIT_PLUGINS", "")


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    """Return the embedded taxonomy, read once."""
    return load_taxonomy()


@pytest.fixture(scope="session")
def finder() -> RoleFinder:
    """Return a finder of roles on the embedded taxonomy, with its model read once."""
    return RoleFinder(open_store())
