"""Puts markup into advice; it is text like any other, and stays text."""

from aijobkit import Advice, Evidence, EvidenceKind, hookimpl

GROUND = Evidence(kind=EvidenceKind.ASSUMPTION, source="zoo")
SCRIPT = "<script>alert('zoo')</script> [bold]loud[/bold] **strong**"


@hookimpl
def aijobkit_advise(person, plan):
    """Return text with markup in it."""
    return [Advice(key="markup", title=SCRIPT, text=SCRIPT, reason=SCRIPT, evidence=[GROUND])]
