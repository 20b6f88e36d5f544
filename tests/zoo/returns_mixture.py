"""Answers with good advice, junk, and good advice again."""

from aijobkit import Advice, Evidence, EvidenceKind, hookimpl

GROUND = Evidence(kind=EvidenceKind.ASSUMPTION, source="zoo")


@hookimpl
def aijobkit_advise(person, plan):
    """Return a mixture."""
    good = [Advice(key=key, title="t", text="x", reason="r", evidence=[GROUND]) for key in ("first", "last")]
    return [good[0], {"key": "dict"}, None, good[1]]
