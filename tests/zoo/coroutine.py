"""Is asynchronous."""

from aijobkit import hookimpl


@hookimpl
async def aijobkit_advise(person, plan):
    """Return nothing, later."""
    return []
