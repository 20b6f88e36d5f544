"""A module that fails whenever it is looked at, and is otherwise well."""

from aijobkit import Advice, Evidence, EvidenceKind, hookimpl


@hookimpl
def aijobkit_advise(person, plan):
    """Advise."""
    ground = Evidence(kind=EvidenceKind.ASSUMPTION, source="zoo")
    return [Advice(key="well", title="t", text="x", reason="r", evidence=[ground])]


def __getattr__(name):
    """Fail for everything else that is asked of the module."""
    raise RuntimeError(f"no {name} here")
