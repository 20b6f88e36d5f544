"""Raises an exception that cannot even say what it is."""

from aijobkit import hookimpl


class MuteError(Exception):
    """Fails in `str`."""

    def __str__(self):
        """Fail again."""
        raise RuntimeError("mute")


@hookimpl
def aijobkit_advise(person, plan):
    """Raise it."""
    raise MuteError
