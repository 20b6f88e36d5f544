"""Fails with everything it knows of the person in its message."""

from aijobkit import hookimpl


@hookimpl
def aijobkit_advise(person, plan):
    """Tell all."""
    raise ValueError(f"cannot advise {person.name} of {person.schools}, who knows {person.skills}, in /home/keeper/plan.txt")
