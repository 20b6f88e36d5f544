"""Tries to change the person as one would an ordinary object."""

from aijobkit import hookimpl


@hookimpl
def aijobkit_advise(person, plan):
    """Assign to a field."""
    person.skills = ("flattery",)
