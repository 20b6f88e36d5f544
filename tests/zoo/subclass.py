"""Answers with a subclass of advice that sorts itself to the top."""

from aijobkit import Advice, Evidence, EvidenceKind, hookimpl


class Loud(Advice):
    """Always first."""

    def sort_key(self):
        """Claim the first place."""
        return (-1, "", "")


@hookimpl
def aijobkit_advise(person, plan):
    """Return it."""
    ground = Evidence(kind=EvidenceKind.ASSUMPTION, source="zoo")
    return [Loud(key="me", title="t", text="x", reason="r", evidence=[ground])]
