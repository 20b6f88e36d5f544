"""Calls itself for ever."""

from aijobkit import hookimpl


@hookimpl
def aijobkit_advise(person, plan):
    """Recurse."""
    return aijobkit_advise(person, plan)
