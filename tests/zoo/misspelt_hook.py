"""Implements a hook that does not exist."""

from aijobkit import hookimpl


@hookimpl
def aijobkit_advice(person, plan):
    """Be misspelt."""
    return []
