"""Tries to steer the terminal: at the door of the value, and by force behind it."""

from aijobkit import Advice, Evidence, EvidenceKind, hookimpl

GROUND = Evidence(kind=EvidenceKind.ASSUMPTION, source="zoo")


@hookimpl
def aijobkit_advise(person, plan):
    """Yield forced values, then build a bad one."""
    for key, text in (("escape", "\x1b]0;owned\x07"), ("turned", "\u202egnp.exe"), ("long", "x" * 1_000_000)):
        forced = Advice(key=key, title="t", text="x", reason="r", evidence=[GROUND])
        object.__setattr__(forced, "text", text)
        yield forced
    yield Advice(key="door", title="\x1b[31mred", text="x", reason="r", evidence=[GROUND])
