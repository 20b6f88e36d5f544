"""Asks for arguments that the hook does not have."""

from aijobkit import hookimpl


@hookimpl
def aijobkit_advise(person, plan, weather, horoscope):
    """Want too much."""
    return []
