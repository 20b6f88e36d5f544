"""
Occurrence: whether a stop of a way is known to exist, and where figures by sector cannot tell.

The figures count occupations by sector.  Where the trade left and the trade entered lie in one sector, or where a craft is
taken to another trade, they count other people than those who are meant.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from aijobkit.industries import Industry, covers, same_industry, sector_of
from aijobkit.people import Position
from aijobkit.roles import Role, RoleLevel
from aijobkit.switches import Switch

__all__ = [
    "Exists",
    "has_new_jobs",
    "has_startups",
    "is_craft",
    "is_founder",
    "is_in_service",
    "is_military",
    "leaves_service",
    "told_apart",
]

Exists = Callable[[Position], "bool | None"]

#: SOC major groups whose work hangs on the plant of the trade: construction, repair, production, transport.  A mechanics'
#: supervisor counted in telecommunications keeps lines, not lorries; a reviewed judgement, not a measurement.
_CRAFTS = frozenset({"47", "49", "51", "53"})


#: NAICS codes of public administration with the military, schools and hospitals, where new kinds of jobs come late.  A reviewed
#: judgement, not a measurement.
_WITHOUT_NEW_JOBS = ("92", "6111", "622")

#: NAICS codes of trades that nobody founds a startup in: those, colleges and universities, central banks, law offices,
#: railways, post, charities, churches and associations.  A reviewed judgement, not a measurement; what startups sell to them,
#: or take from their laboratories, is another trade.
_WITHOUT_STARTUPS = (*_WITHOUT_NEW_JOBS, "482", "491", "5211", "5411", "6112", "6113", "813")

#: SOC codes of occupations that leave out those of some trades by their very title, and these: who sells services for a bank
#: is counted elsewhere.
_EXCEPTED = {"41-3091": ("52", "5418", "5615")}

#: NAICS code of the armed forces.
_MILITARY = ("9281",)


def _lies_in(industry: Industry, groups: tuple[str, ...]) -> bool:
    return all(any(covers(group, code) for group in groups) for code in industry.naics_codes)


def has_startups(industry: Industry | None) -> bool:
    """Say whether a startup is an employer to be thought of in an industry."""
    return industry is None or not _lies_in(industry, _WITHOUT_STARTUPS)


def has_new_jobs(industry: Industry | None) -> bool:
    """Say whether employers of an industry have new kinds of jobs, such as those of the catalogue, as soon as others have."""
    return industry is None or not _lies_in(industry, _WITHOUT_NEW_JOBS)


#: Roles of the catalogue into which nobody is hired: who holds one has founded the employer.
_FOUNDERS = frozenset({"aijobkit:ai-entrepreneur"})


def is_founder(role: Role) -> bool:
    """Say whether a role is that of somebody who founds a company, so that no employer has a post of it."""
    return role.code in _FOUNDERS


def is_in_service(role: Role) -> bool:
    """Say whether a role is military service, where posts are assigned and nobody applies for another job inside."""
    return any(code.startswith("55-") for code in role.onet_codes)


def is_military(industry: Industry | None) -> bool:
    """Say whether an industry is the armed forces, where posts are assigned, whatever the work is called outside."""
    return industry is not None and _lies_in(industry, _MILITARY)


def leaves_service(origin: Position, target: Position) -> bool:
    """Say whether a step leads out of military service to a job in its own place: posts are assigned, jobs are civilian."""
    is_there = origin.industry is not None and target.industry is not None and same_industry(origin.industry, target.industry)
    return is_there and is_in_service(origin.role) and not is_in_service(target.role)


def is_craft(role: Role) -> bool:
    """Say whether a role is an occupation of construction, repair, production or transport."""
    return ":" not in role.code and role.key(RoleLevel.MAJOR) in _CRAFTS


def _outside(industry: Industry, other: Industry) -> Industry | None:
    """Return the part of *industry* that lies in other sectors than *other* does, or None where there is none."""
    sectors = {sector_of(code) for code in other.naics_codes}
    codes = tuple(code for code in industry.naics_codes if sector_of(code) not in sectors)
    if codes == industry.naics_codes:
        return industry
    return attrs.evolve(industry, code=codes[0], naics_codes=codes) if codes else None


def told_apart(switch: Switch, exists: Exists, /) -> Exists:
    """
    Return *exists* without what it cannot tell of the present role in another industry.

    In a sector that both industries share, it may be the present industry that is counted: only the sectors outside it can tell
    that the role is there.  Of a craft in another industry nothing is known, unless it is known to be rare there, and neither
    of a new kind of job where somebody serves: the figures of public administration are not those of the military.

    Args:
        switch: Says which role and industry are the present ones.
        exists: Says whether a position occurs in the figures of its sectors; None where that is not known.
    """
    present = switch.origin

    def ask(position: Position) -> bool | None:
        if position.industry is not None and _lies_in(position.industry, _EXCEPTED.get(position.role.key(), ())):
            return None
        before, after = present.industry, position.industry
        if before == after and is_in_service(present.role) and ":" in position.role.code:
            return False if exists(position) is False else None
        if position.role != present.role or before is None or after is None or before == after:
            return exists(position)
        rest = _outside(after, before)
        if rest is None:
            return None
        found = exists(attrs.evolve(position, industry=rest))
        if found is None or (found and is_craft(position.role)):
            return None
        return found if found or rest is after else None

    return ask
