"""
By how much a step is harder because it may mean moving house, or because a work permit is tied to the employer.

What holds for one person is set by that person alone, on their own machine, in the environment variable
``AIJOBKIT_RELOCATION``, such as ``moving=0.2 permit=0.5``; nothing about it is a field of a person.
"""

from __future__ import annotations

import os
import re

import attrs

from aijobkit import Evidence, EvidenceKind, Person, Step, hookimpl
from aijobkit.plans import StepWeight

ENVIRONMENT = "AIJOBKIT_RELOCATION"
USUAL = "moving=0.1"
_SETTING = re.compile(r"(moving|permit)=([0-9]*\.?[0-9]+)")
_GROUND = "the person's own setting; an assumption, not a measurement"


@attrs.frozen(kw_only=True)
class Weigher:
    """
    A plugin object.

    Args:
        moving: Share by which a new employer is harder because it may be elsewhere; 0 for no matter.
        permit: Share by which a new employer is harder because a work permit is tied to the present one; 0 for no matter.
    """

    moving: float = 0.1
    permit: float = 0.0

    @hookimpl
    def aijobkit_weigh_step(self, step: Step, person: Person) -> StepWeight | None:
        """Weigh every step to a new employer; leave a step inside the present one alone."""
        factor = (1 + self.moving) * (1 + self.permit)
        if step.same_employer or factor == 1:
            return None
        reasons = []
        if self.moving:
            reasons.append(f"may be in another place (+{self.moving:.0%})")
        if self.permit:
            reasons.append(f"needs a new work permit (+{self.permit:.0%})")
        return StepWeight(
            factor=factor,
            reason=f"A new employer {' and '.join(reasons)}.",
            evidence=Evidence(kind=EvidenceKind.ASSUMPTION, source=_GROUND, detail=f"set in {ENVIRONMENT}"),
        )


def from_setting(text: str) -> Weigher:
    """
    Return what a setting asks for.

    Args:
        text: Such as ``moving=0.2 permit=0.5``; shares from 0 to 5.

    Raises:
        ValueError: If the text is not of this form.
    """
    parts = text.split()
    found = [_SETTING.fullmatch(part) for part in parts]
    if not all(found):
        raise ValueError(f"{ENVIRONMENT} must read like 'moving=0.2 permit=0.5'")
    shares = {match[1]: float(match[2]) for match in found if match}
    if any(share > 5 for share in shares.values()):
        raise ValueError(f"{ENVIRONMENT}: shares go from 0 to 5")
    return Weigher(moving=shares.get("moving", 0.0), permit=shares.get("permit", 0.0))


WEIGHER = from_setting(os.environ.get(ENVIRONMENT, USUAL))
"""What the entry point names: set when it is loaded, and the same for every step afterwards."""
