"""Raises an exception of the kind that escapes most guards."""

from aijobkit import hookimpl


class Escape(BaseException):
    """Not an `Exception`."""


@hookimpl
def aijobkit_advise(person, plan):
    """Escape."""
    raise Escape("over the fence")
