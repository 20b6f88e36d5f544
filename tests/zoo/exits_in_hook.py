"""Ends the program when it is asked."""

import sys

from aijobkit import hookimpl


@hookimpl
def aijobkit_advise(person, plan):
    """Exit."""
    sys.exit("goodbye")
