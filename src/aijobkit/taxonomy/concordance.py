"""
From NAICS 2022 to the international and the European classification of industries.

The links were read as facts from the published concordances; ``catalogue/INDUSTRY_SOURCES.md`` says which and how.
"""

from __future__ import annotations

import attrs

from aijobkit import _checks
from aijobkit.errors import InvalidValueError
from aijobkit.industries import Industry
from aijobkit.taxonomy.store import Store

__all__ = ["STANDARDS", "Concordance", "concordance_of"]

STANDARDS = {"isic4": "ISIC Rev. 4", "nace2": "NACE Rev. 2"}
"""The standards that NAICS 2022 is linked to, by their short names."""


@attrs.frozen(kw_only=True)
class Concordance:
    """
    What one NAICS code is in another classification.

    Args:
        naics: The NAICS 2022 code.
        standard: ``isic4`` or ``nace2``.
        codes: Codes of that standard, in its own writing, sorted; always text, leading zeros kept.
        kind: ``exact`` where both mean the same, ``one-to-many`` where the industry is spread over several, ``part`` where
            it is a part of one wider code.
    """

    naics: str
    standard: str
    codes: tuple[str, ...] = attrs.field(converter=_checks.strings)
    kind: str


def concordance_of(store: Store, industry: Industry, standard: str) -> tuple[Concordance, ...]:
    """Return the links of every NAICS code that *industry* covers; see `Taxonomy.concordance`."""
    if standard not in STANDARDS:
        raise InvalidValueError("standard", standard, f"give one of {', '.join(STANDARDS)}")
    if not store.has_table("concordance"):
        return ()
    found = []
    for code in industry.naics_codes:
        query = "SELECT codes, kind FROM concordance WHERE naics = ? AND standard = ? ORDER BY codes"
        for codes, kind in store.rows(query, (code, standard)):
            found.append(Concordance(naics=code, standard=standard, codes=codes.split(","), kind=kind))
    return tuple(found)
