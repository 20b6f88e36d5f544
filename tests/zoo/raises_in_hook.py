"""Raises when it is asked."""

from aijobkit import hookimpl


@hookimpl
def aijobkit_advise(person, plan):
    """Raise."""
    raise KeyError("no such table")
