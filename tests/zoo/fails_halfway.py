"""A generator that fails after its first piece of advice."""

from aijobkit import Advice, Evidence, EvidenceKind, hookimpl

GROUND = Evidence(kind=EvidenceKind.ASSUMPTION, source="zoo")


@hookimpl
def aijobkit_advise(person, plan):
    """Yield once, then fail."""
    yield Advice(key="first", title="t", text="x", reason="r", evidence=[GROUND])
    raise OSError("the cage is empty")
