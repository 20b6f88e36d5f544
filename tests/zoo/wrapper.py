"""Wraps the answers of others."""

from aijobkit import hookimpl


@hookimpl(wrapper=True)
def aijobkit_advise(person, plan):
    """Drop what others said."""
    yield
    return []
