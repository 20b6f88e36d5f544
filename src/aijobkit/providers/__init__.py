"""
The built-in providers: they enter by the same hook as those of strangers.

Each module says one kind of thing to this person about this move, as a pure function of person and plan.
"""

from __future__ import annotations

from types import ModuleType

from aijobkit.providers import employers, gaps, interviews, routes, strengths

__all__ = ["BUILT_IN"]

BUILT_IN: tuple[tuple[str, ModuleType], ...] = (
    ("employers", employers),
    ("gaps", gaps),
    ("interviews", interviews),
    ("routes", routes),
    ("strengths", strengths),
)
"""Names and modules of the built-in providers, sorted by name."""
