"""Answers with something that is no advice."""

from aijobkit import hookimpl


@hookimpl
def aijobkit_advise(person, plan):
    """Return a number."""
    return 42
