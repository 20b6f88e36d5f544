"""Takes its time, but answers well."""

import time

from aijobkit import Advice, Evidence, EvidenceKind, hookimpl

GROUND = Evidence(kind=EvidenceKind.ASSUMPTION, source="zoo")


@hookimpl
def aijobkit_advise(person, plan):
    """Sleep a little, then advise."""
    time.sleep(0.05)
    return [Advice(key="patience", title="t", text="x", reason="r", evidence=[GROUND])]
