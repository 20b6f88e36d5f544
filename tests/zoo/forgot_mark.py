"""Forgot to mark its implementation."""


def aijobkit_advise(person, plan):
    """Be unmarked."""
    return []
