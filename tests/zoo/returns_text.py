"""Answers with one text, which would fall apart into its letters."""

from aijobkit import hookimpl


@hookimpl
def aijobkit_advise(person, plan):
    """Return a text."""
    return "learn more"
