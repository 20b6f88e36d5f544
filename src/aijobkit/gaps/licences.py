"""
Licences that a person names among their skills: "RN license", "nursing licence", "admitted to the bar".
"""

from __future__ import annotations

import re

from aijobkit.roles import RoleProfile

__all__ = ["HELD_LICENCE", "MISSING_LICENCE", "names_licence"]

HELD_LICENCE = "a licence that you name is taken to be the one needed; the rule of the state decides: "
"""How the evidence of a licence that weighs nothing begins; the person's own words follow."""
MISSING_LICENCE = ", which is assumed to be missing"
"""How the evidence of a licence that nobody named ends; its name stands before."""

_WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")
# Words that say that there is a paper; the others say for what.
_PAPERS = frozenset(
    [
        *("licence", "licences", "license", "licenses", "licensed", "licenced", "licensure"),
        *("admission", "admitted", "certificate", "certification", "certified", "credential", "registration", "appointment"),
    ]
)
_EMPTY = frozenset(["a", "an", "and", "the", "my", "of", "in", "to", "as", "state", "us", "valid", "active", "current", "full"])
# Endings without which a trade and those who ply it are one word: nurse, nursing; plumber, plumbing.
_ENDINGS = ("ing", "ist", "ian", "er", "ed", "y", "e")
_LEAST_STEM = 4


def _stem(word: str) -> str:
    bare = re.sub(r"['’]s$|(?<=[^s])s$", "", word)
    return next((bare[: -len(end)] for end in _ENDINGS if bare.endswith(end) and len(bare) - len(end) >= _LEAST_STEM), bare)


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in _EMPTY]


def _about(words: list[str]) -> frozenset[str]:
    """Return for what a paper is, in stems."""
    return frozenset(_stem(word) for word in words if word not in _PAPERS)


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words)


def names_licence(skill: str, profile: RoleProfile) -> bool:
    """
    Say whether *skill* is the licence that a role needs: by the name of the licence, the name of the role, or its initials.

    Args:
        skill: In the person's words; a word such as "license" must be among them, or they are the initials of the licence.
        profile: The role, and which licence it needs.

    Examples:
        >>> from aijobkit.roles import Role
        >>> nurses = Role(code="29-1141.00", title="Registered Nurses")
        >>> profile = RoleProfile(role=nurses, licensed="nursing licence: nursing needs a state licence")
        >>> [names_licence(text, profile) for text in ("RN license", "Nursing licence", "driving licence", "nursing")]
        [True, True, False, False]
    """
    if not profile.licensed:
        return False
    words = _words(skill)
    licence, title = _words(profile.licensed.partition(":")[0]), _words(profile.role.title)
    if words == [_initials(licence)] and len(licence) > 1:
        return True
    about = _about(words)
    if not about or _PAPERS.isdisjoint(words):
        return False
    return about in (_about(licence), _about(title)) or about == frozenset([_initials(title)])
