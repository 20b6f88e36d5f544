"""Tries to change the person, politely and then by force."""

from aijobkit import hookimpl


@hookimpl
def aijobkit_advise(person, plan):
    """Change what belongs to everybody."""
    object.__setattr__(person, "skills", ("flattery",))
    object.__setattr__(plan.gaps, "gaps", ())
    return []
