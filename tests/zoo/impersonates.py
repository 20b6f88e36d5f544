"""Signs with the name of somebody else, and uses one key twice."""

from aijobkit import Advice, Evidence, EvidenceKind, hookimpl

GROUND = Evidence(kind=EvidenceKind.ASSUMPTION, source="zoo")


@hookimpl
def aijobkit_advise(person, plan):
    """Return advice under a false name."""
    one = Advice(key="same", title="t", text="x", reason="r", evidence=[GROUND], provider="aijobkit:gaps")
    return [one, one]
