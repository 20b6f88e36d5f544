"""
From everyday words to two positions: the first step of every question that a person asks.

What cannot be resolved is refused with candidates.  A phrase with several meanings is accepted only where every meaning gives
the same kind of switch, and the choice is then said.
"""

from __future__ import annotations

import functools
import itertools
import re

import attrs

from aijobkit import _checks
from aijobkit.classify import classify
from aijobkit.errors import AmbiguousIndustryError
from aijobkit.industries import Industry
from aijobkit.people import Employer, EmployerKind, Position
from aijobkit.roles import Role
from aijobkit.routes.occurrence import has_startups
from aijobkit.taxonomy import IndustryMatch, RoleMatch, Taxonomy
from aijobkit.taxonomy.industry_finder import is_self_employed
from aijobkit.taxonomy.wording import normalise, word_table

__all__ = ["Move", "reading_notes", "resolve_move", "without_startup"]


@attrs.frozen(kw_only=True)
class Move:
    """
    Two positions found from words.

    Args:
        origin: Where the person is.
        target: Where they want to go; its industry is the origin's where none was named.
        from_role: How the words for the present role were read.
        to_role: How the words for the wanted role were read.
        from_industry: How the words for the present industry were read, or None.
        to_industry: How the words for the wanted industry were read, or None.
        notes: Choices made on the way that the person should see, in plain words.
    """

    origin: Position
    target: Position
    from_role: RoleMatch
    to_role: RoleMatch
    from_industry: IndustryMatch | None = None
    to_industry: IndustryMatch | None = None
    notes: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings)


ENDED, WANTED = "ended", "wanted"
"""
Values of status words in ``title_words.tsv``: this was my work, and no employer has me for it now (whoever is on leave has
one); and this is not my work yet.  By judgement.
"""

_STARTUP = re.compile(r"\bstart[\s-]?ups?(?:\s+(?:in|for)\b.*)?\s*$", re.IGNORECASE)
"""The end of words for an industry that say a kind of employer, too; a startup accelerator is none."""

_MILITARY, _SERVING = "92811", ("55-", "aijobkit:military-")
"""The NAICS code of the armed forces, who employ civilians, too, and how codes of the roles of those who serve begin."""

_Reading = tuple["IndustryMatch | None", "AmbiguousIndustryError | None"]


def _industry(match: IndustryMatch | None) -> Industry | None:
    return None if match is None else match.industry


@functools.cache
def _statuses() -> dict[str, str]:
    """Return words on the state of a person in normal form, and whether the work has ended by them or is only wanted."""
    return {normalise(word): value for word, value in word_table()["status"].items() if value}


def _value(text: str) -> str:
    """Return what words set apart say of the state of a person: all of them, or several last ones ("currently not working")."""
    words = normalise(text).split()
    ends = (" ".join(words[start:]) for start in range(len(words)))
    return next(
        (_statuses()[end] for end in ends if end in _statuses() and (len(end) == len(" ".join(words)) or " " in end)), ""
    )


def _said(match: RoleMatch, value: str) -> str:
    """Return the first words set apart from a role with an employer whose value is this; empty where there are none."""
    # Without an employer, as on a career break, nothing is to be told of the last one.
    return next((text for text in match.set_apart if match.role.has_employer and _value(text) == value), "")


def _left(match: RoleMatch, target: RoleMatch) -> Role:
    """Return the present role, without an employer where the words say that it is the last one."""
    # Who goes back to the same work makes no move between two roles that differ in nothing else.
    if _said(match, ENDED) and match.role.key() != target.role.key():
        return attrs.evolve(match.role, has_employer=False)
    return match.role


def _alone(match: RoleMatch) -> str:
    """Return the first words set apart by which somebody works for themselves now; empty where there are none."""
    return "" if _said(match, ENDED) else next(filter(is_self_employed, match.set_apart), "")


def _status_notes(match: RoleMatch) -> list[str]:
    if said := _said(match, ENDED):
        return [f"You wrote “{said}”, so your last role is taken to be {match.role.title}, and no employer is there to ask."]
    if said := _alone(match):
        return [f"You wrote “{said}”, so you are taken to work for yourself, and no way begins with a present employer."]
    if said := _said(match, WANTED):
        taken = f"this page takes you for somebody who does the work of {match.role.title} already"
        return [f"You wrote “{said}”, and {taken}: if you do not yet, write what you do now."]
    return []


def _says_startup(words: str | None) -> bool:
    return words is not None and _STARTUP.search(words) is not None


def _kind_notes(words: tuple[str | None, ...], origin: Position, target: Position, wanted: EmployerKind | None) -> list[str]:
    """Return what words for industries say of the kinds of employer, which the industries do not."""
    notes = []
    if _says_startup(words[0]) and origin.employer is not None and origin.employer.kind is not None:
        notes.append(f"You wrote “{words[0]}”, so your present employer is taken to be a startup.")
    if wanted is None and target.employer is not None:
        notes.append(
            f"You wrote “{words[1]}”, so a startup is taken to be the kind of employer that you want; ask for a small or a "
            "large one if you want another."
        )
    return notes


def _service_notes(text: str, origin: Position) -> list[str]:
    """Say that somebody in the armed forces is taken for a civilian."""
    codes = () if origin.industry is None else origin.industry.naics_codes
    if not codes or not all(code.startswith(_MILITARY) for code in codes) or origin.role.code.startswith(_SERVING):
        return []
    taken = f"“{text}” was read as the work of a civilian there, {origin.role.title}, with the pay of civilians"
    return [f"{taken}: if you serve, write your rank and branch with your work, such as “army officer, logistics”."]


def _readings(taxonomy: Taxonomy, text: str | None) -> list[_Reading]:
    """Return every declared meaning of an industry phrase, likeliest first; one meaning for most."""
    if text is None:
        return [(None, None)]
    try:
        return [(taxonomy.resolve_industry(text), None)]
    except AmbiguousIndustryError as error:
        found = taxonomy.find_industries(text, limit=taxonomy.thresholds.candidates)
        return [(match, error) for match in found if match.is_ambiguous]


def _same_words(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.split() == other.split()


def _pick(origin: RoleMatch, target: RoleMatch, pairs: list[tuple[_Reading, _Reading]]) -> tuple[_Reading, _Reading]:
    """
    Return the likeliest pair of readings, or refuse where the readings disagree on the kind of switch.

    Of readings that agree, those that mean one industry on both sides: for a newspaper "media" is first of all newspapers.
    """
    kinds = {
        classify(
            Position(role=origin.role, industry=_industry(left)),
            Position(role=target.role, industry=_industry(right)),
        ).kind
        for (left, _), (right, _) in pairs
    }
    (_, left_error), (_, right_error) = pairs[0]
    error = left_error or right_error
    if len(kinds) > 1 and error is not None:
        raise AmbiguousIndustryError(error.text, error.candidates, error.hint)
    return next((pair for pair in pairs if _is_one(*(_industry(match) for match, _ in pair))), pairs[0])


def _is_one(left: Industry | None, right: Industry | None) -> bool:
    """Say whether two readings are the very same industry."""
    return left is not None and right is not None and left.naics_codes == right.naics_codes


def reading_notes(text: str, match: RoleMatch | IndustryMatch, /) -> tuple[str, ...]:
    """
    Say how words were read, in one sentence; nothing where they are a code or, of an industry, its very name.

    Args:
        text: The words.
        match: What they were found to mean.
    """
    if match.confidence >= 1.0:
        return ()  # asked for by code, it needs no word about how it was found
    reason = match.reason
    if isinstance(match, RoleMatch):
        title = match.role.title
    else:
        title = match.industry.title
        reason = reason.removeprefix(f"'{match.matched}': ")
        if text.casefold().split() == title.casefold().split():
            return ()
    return (f"“{text}” was read as {title}" + (f": {reason}." if reason else "."),)


def _notes(
    origin: Position,
    target: Position,
    matches: tuple[tuple[str, RoleMatch], ...],
    industries: tuple[str | None, ...],
    readings: tuple[_Reading, ...],
    wanted: EmployerKind | None,
) -> list[str]:
    notes = _status_notes(matches[0][1])
    for text, match in matches:
        notes += reading_notes(text, match)
    notes += _service_notes(matches[0][0], origin)
    for words, (match_or_none, error) in zip(industries, readings, strict=True):
        if words is not None and match_or_none is not None and error is None:
            notes += reading_notes(words, match_or_none)
        if match_or_none is not None and error is not None:
            others = ", ".join(title for _, title in error.candidates)
            notes.append(
                f"“{error.text}” can mean several things ({others}). Each gives the same kind of switch here, so "
                f"{match_or_none.industry.title} was taken; how hard it is and what it pays may differ: name yours to be "
                "exact."
            )
    notes += _kind_notes(industries, origin, target, wanted)
    if target.industry is None:
        notes.append("No industry was named, so only the roles are compared.")
    elif readings[1][0] is None:
        notes.append(f"No target industry was named, so the target keeps yours ({target.industry.title}).")
    elif origin.industry is None and origin.role.has_employer:
        notes.append(
            "You did not say which industry you are in now, so only the role can count as changed; "
            "name your industry to learn whether that changes, too."
        )
    return list(dict.fromkeys(notes))


_NO_STARTUPS = (
    "You asked for a startup, but nobody founds startups in {industry}, so any employer there counts; startups that sell to "
    "them are in other industries, such as software."
)


def without_startup(origin: Position, target: Position) -> tuple[Position, tuple[str, ...]]:
    """Return *target* without the wish for a startup where nobody founds one, and what to say of that."""
    industry = target.industry or origin.industry
    employer = target.employer
    if employer is None or employer.kind is not EmployerKind.STARTUP or industry is None or has_startups(industry):
        return target, ()
    return attrs.evolve(target, employer=attrs.evolve(employer, kind=None)), (_NO_STARTUPS.format(industry=industry.title),)


def resolve_move(
    taxonomy: Taxonomy,
    /,
    *,
    from_role: str,
    to_role: str,
    from_industry: str | None = None,
    to_industry: str | None = None,
    employer: EmployerKind | None = None,
) -> Move:
    """
    Turn words into the two positions of a move.

    Args:
        taxonomy: The data to look things up in.
        from_role: The present role, in everyday words or as a code.
        to_role: The role wanted.
        from_industry: The present employer's industry, or None.
        to_industry: The industry wanted; None keeps the present one, and a note says so.
        employer: The kind of employer wanted; None where not said, but for the words of the industry ("AI startup").

    Returns:
        The move, with how every word was read.

    Raises:
        UnknownRoleError: If a role is not known.
        AmbiguousRoleError: If a role can mean several things.
        UnknownIndustryError: If an industry is not known.
        AmbiguousIndustryError: If an industry has several meanings and they give different kinds of switch.

    Examples:
        >>> from aijobkit import load_taxonomy
        >>> move = resolve_move(load_taxonomy(), from_role="nurse", from_industry="hospital", to_role="data scientist")
        >>> move.target.industry.title
        'Hospitals'
    """
    origin_role = taxonomy.resolve_role(from_role)
    target_role = taxonomy.resolve_role(to_role)
    left = _readings(taxonomy, from_industry)
    right = _readings(taxonomy, to_industry)
    # The same words on both sides mean the same thing, whatever they mean.
    pairs = (
        list(zip(left, right, strict=True)) if _same_words(from_industry, to_industry) else list(itertools.product(left, right))
    )
    origin_reading, target_reading = _pick(origin_role, target_role, pairs)
    origin_industry, target_industry = origin_reading[0], target_reading[0]
    present = _left(origin_role, target_role)
    at_startup = Employer(kind=EmployerKind.STARTUP) if present.has_employer and _says_startup(from_industry) else None
    kind = employer or (EmployerKind.STARTUP if _says_startup(to_industry) else None)
    origin = Position(
        role=present,
        industry=_industry(origin_industry),
        employer=Employer(is_self=True) if _alone(origin_role) else at_startup,
        seniority=origin_role.seniority,
    )
    target = Position(
        role=target_role.role,
        industry=target_industry.industry if target_industry else origin.industry,
        employer=Employer(kind=kind) if kind else None,
        seniority=target_role.seniority,
    )
    notes = _notes(
        origin,
        target,
        ((from_role, origin_role), (to_role, target_role)),
        (from_industry, to_industry),
        (origin_reading, target_reading),
        employer,
    )
    target, doubts = without_startup(origin, target)
    return Move(
        origin=origin,
        target=target,
        from_role=origin_role,
        to_role=target_role,
        from_industry=origin_industry,
        to_industry=target_industry,
        notes=[*notes, *doubts],
    )
