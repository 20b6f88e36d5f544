"""Never stops giving advice."""

import itertools

from aijobkit import Advice, Evidence, EvidenceKind, hookimpl

ONE = Advice(key="again", title="t", text="x", reason="r", evidence=[Evidence(kind=EvidenceKind.ASSUMPTION, source="zoo")])


@hookimpl
def aijobkit_advise(person, plan):
    """Return a generator without an end."""
    return itertools.repeat(ONE)
