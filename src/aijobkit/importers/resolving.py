"""From what people write in address books and résumés to roles, industries, degrees and ties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from aijobkit.importers.drafts import DraftPosition
from aijobkit.people import Tie
from aijobkit.roles import Role, Seniority

if TYPE_CHECKING:
    from aijobkit.industries import Industry
    from aijobkit.taxonomy import RoleMatch, Taxonomy

__all__ = [
    "company_key",
    "degree_level",
    "find_industry",
    "is_ongoing",
    "match_titles",
    "not_recognised",
    "resolve_positions",
    "ties_of",
]

_MOST_PLACES = 20

# Words of a degree -> the O*NET category of required education (1 to 12) that its holder has completed.  Source: O*NET 29.3,
# "Education, Training, and Experience Categories"; the words are an editorial assumption.  The first that fits counts.
# What is also an everyday word counts only where it stands as a degree does: "Promotion" (a doctorate in German, selling in
# English) at the beginning, alone or with a subject in German; AS and AA in capitals.
_DEGREES: tuple[tuple[str, int], ...] = (
    (r"post-?doc\w*", 12),
    (r"ph\.?\s?d\w*|d\.?phil\w*|doctora\w*|doctor of philosophy|dr\.? rer\.?.*", 11),
    (r"\A\s*promotion(?=\s*(?:\Z|[(,:]|(?:i[nm]|zum|zur|an|über)\b))", 11),
    (r"(?<!\.)(?:ed\.?d\.?|ed\. d\.?|d\.?n\.?p\.?|psy\.?\s?d\.?|dr\.?p\.?h\.?|sc\.?d\.?|d\.?sc\.?|dr\.-ing\.?)", 11),
    (r"j\.?d\.?|m\.?d\.?|d\.?d\.?s\.?|d\.?v\.?m\.?|pharm\.?\s?d\w*|d\.?p\.?t\.?|juris doctor", 10),
    (r"doctor of (?:medicine|laws?|dental|veterinary|pharmacy|optometry|osteopath|chiropract|podiatr|audiolog).*", 10),
    (r"doctor of (?:physical|occupational) therapy|doctor of juris.*", 10),
    (r"doctor of \w+", 11),
    (r"master\w*|m\.?sc?\.?|m\.?a\.?|m\.?b\.?a\.?|m\.?eng\.?|m\.?ed\.?|ll\.?m\.?|diplom-.*|mag(ister)?\.?", 8),
    (r"bachelor\w*|b\.?sc?\.?|b\.?a\.?|b\.?eng\.?|b\.?tech\.?|b\.?ed\.?|ll\.?b\.?|licen[cs]iatura|licence|undergraduate", 6),
    (r"associate\w*|a\.\s?a\.\s?(?:s\.?)?|a\.\s?s\.?|(?-i:AAS?|AS)|foundation degree", 5),
    (r"(?:post-?secondary )?certificate\b.*|vocational.*|bootcamp|apprentice\w*|ausbildung", 3),
    (r"high school.*|secondary.*|ged|abitur|a-levels?|baccalaur\w*", 2),
)
_DEGREE_PATTERNS = tuple((re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), level) for pattern, level in _DEGREES)

# What people write in place of the end of a job that has not ended.
_ONGOING = frozenset(
    {
        "actual",
        "actualidad",
        "aktuell",
        "atual",
        "aujourd'hui",
        "bis heute",
        "current",
        "currently",
        "heute",
        "jetzt",
        "laufend",
    }
    | {"now", "ongoing", "present", "presente", "to date", "today"}
)

# With these a spreadsheet starts a formula; no job title does, and a formula must not be taken for one.
_FORMULA_SIGNS = "=+@"

# Legal forms at the end of an employer's name, which one person writes and the next leaves out.
_LEGAL_FORMS = frozenset(
    {"ab", "ag", "as", "bv", "co", "company", "corp", "corporation", "gmbh", "inc", "incorporated", "kg", "limited"}
    | {"llc", "llp", "ltd", "mbh", "nv", "oy", "plc", "pty", "sa", "sarl", "se", "spa", "srl"}
)


def company_key(name: str) -> str:
    """
    Return an employer's name so that two spellings of it are equal.

    >>> company_key("Acme, Inc.") == company_key("ACME")
    True
    """
    words = re.findall(r"\w+", name.casefold().replace("&", " and "))
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def degree_level(texts: Iterable[str]) -> int | None:
    """
    Return the highest education level that the names of degrees tell, 1 to 12, or None.

    >>> degree_level(["B.Sc. Physics", "Master of Science"]), degree_level(["Basket weaving"])
    (8, None)
    """
    levels = [next((level for pattern, level in _DEGREE_PATTERNS if pattern.search(text)), None) for text in texts]
    return max((level for level in levels if level is not None), default=None)


def is_ongoing(end: str) -> bool:
    """
    Say whether a job has not ended, by what stands for its end.

    >>> is_ongoing(""), is_ongoing("Present"), is_ongoing("2015-06")
    (True, True, False)
    """
    return not end or end.casefold().strip(" .-()") in {"", *_ONGOING}


def match_titles(titles: Sequence[str], taxonomy: Taxonomy | None) -> dict[str, RoleMatch]:
    """Return the surest match of every title that the taxonomy is sure enough about; one look-up for all."""
    distinct = [title for title in dict.fromkeys(titles) if title and title[0] not in _FORMULA_SIGNS]
    if taxonomy is None or not distinct:
        return {}
    found = taxonomy.find_roles_many(distinct, limit=1)
    least = taxonomy.thresholds.role_confidence
    return {
        title: matches[0] for title, matches in zip(distinct, found, strict=True) if matches and matches[0].confidence >= least
    }


def find_industry(text: str, taxonomy: Taxonomy | None) -> Industry | None:
    """Return the one industry that *text* means, or None where it is not sure."""
    if taxonomy is None or not text:
        return None
    found = taxonomy.find_industries(text, limit=1)
    if not found or found[0].is_ambiguous or found[0].confidence < taxonomy.thresholds.industry_confidence:
        return None
    return found[0].industry


def resolve_positions(drafts: Iterable[DraftPosition], taxonomy: Taxonomy | None) -> tuple[DraftPosition, ...]:
    """Return the positions with their roles, the present ones first, otherwise in their order."""
    given = sorted(drafts, key=lambda draft: not draft.is_present)
    matches = match_titles([draft.title for draft in given], taxonomy)

    def known(title: str) -> tuple[Role | None, Seniority | None]:
        match = matches.get(title)
        return (match.role, match.seniority) if match else (None, None)

    return tuple(attrs.evolve(draft, role=role, seniority=rank) for draft in given for role, rank in (known(draft.title),))


def not_recognised(places: Sequence[str], then: str) -> str:
    """
    Say in which places of a file a title was not recognised, without repeating it.

    >>> not_recognised(["line 4"], "name the role yourself")
    'a title was not recognised (line 4); name the role yourself'
    """
    rest = len(places) - _MOST_PLACES
    shown = ", ".join(places[:_MOST_PLACES]) + (f" and {rest} more" if rest > 0 else "")
    return f"{'a title was' if len(places) == 1 else f'{len(places)} titles were'} not recognised ({shown}); {then}"


def ties_of(
    company: str, employers: Iterable[tuple[str, bool]], school: str = "", schools: Iterable[str] = ()
) -> tuple[Tie, ...]:
    """
    Return what a contact and the person share, in the order of `Tie`.

    Args:
        company: The contact's employer.
        employers: The person's ``(employer, whether it is a present one)``.
        school: The contact's school.
        schools: The person's schools.
    """
    from aijobkit.taxonomy.industry_finder import is_way_of_working

    # Two who work for themselves do not work together.
    key = company_key(company) if company and not is_way_of_working(company) else ""
    known = {company_key(name): is_present for name, is_present in reversed(list(employers))}
    ties = []
    if key and key in known:
        ties.append(Tie.SAME_EMPLOYER if known[key] else Tie.FORMER_COLLEAGUE)
    if school and company_key(school) in {company_key(name) for name in schools}:
        ties.append(Tie.SAME_SCHOOL)
    return tuple(ties)
