"""Gives 10,000 pieces of advice."""

from aijobkit import Advice, Evidence, EvidenceKind, hookimpl

GROUND = Evidence(kind=EvidenceKind.ASSUMPTION, source="zoo")


@hookimpl
def aijobkit_advise(person, plan):
    """Return very many."""
    return [Advice(key=f"tip-{number}", title="t", text="x", reason="r", evidence=[GROUND]) for number in range(10_000)]
