"""Contacts from a table: LinkedIn's ``Connections.csv``, an export of an address book, or a list written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from aijobkit.errors import ImportFileError
from aijobkit.importers.drafts import ImportProblem, ImportReport
from aijobkit.importers.resolving import find_industry, match_titles, not_recognised, ties_of
from aijobkit.importers.tables import MOST_BYTES, read_table
from aijobkit.people import Contact, Tie

if TYPE_CHECKING:
    from aijobkit.taxonomy import Taxonomy

__all__ = ["contacts_from", "read_bytes", "read_contacts_csv"]

_COLUMNS = {
    "name": "name",
    "full name": "name",
    "contact": "name",
    "first name": "first name",
    "given name": "first name",
    "last name": "last name",
    "family name": "last name",
    "surname": "last name",
    "title": "title",
    "job title": "title",
    "position": "title",
    "role": "title",
    "organization title": "title",
    "company": "company",
    "company name": "company",
    "employer": "company",
    "organization": "company",
    "organization name": "company",
    "organisation": "company",
    "industry": "industry",
    "past": "past",
    "past role": "past",
    "past roles": "past",
    "past titles": "past",
    "previous role": "past",
    "previous title": "past",
    "school": "school",
    "university": "school",
    "tie": "tie",
    "relation": "tie",
}
_TIES = {tie.value: tie for tie in Tie}


def _read_ties(text: str) -> tuple[set[Tie], bool]:
    """Return the ties that a cell names, and whether it names something else, too."""
    parts = [" ".join(re.split(r"[\s_-]+", part.casefold().strip())) for part in re.split(r"[,;|]", text) if part.strip()]
    return {_TIES[part] for part in parts if part in _TIES}, not all(part in _TIES for part in parts)


def read_bytes(path: Path) -> bytes:
    """
    Return what a file holds.

    Raises:
        ImportFileError: If it is missing, too large or cannot be read.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ImportFileError(f"larger than {MOST_BYTES // 10**6} MB", file=path.name)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not a path"
        raise ImportFileError(f"cannot be read: {reason.lower()}", file=path.name) from None


def contacts_from(
    data: bytes,
    file: str,
    *,
    taxonomy: Taxonomy | None,
    employers: Iterable[tuple[str, bool]] = (),
    schools: Iterable[str] = (),
) -> tuple[tuple[Contact, ...], tuple[ImportProblem, ...]]:
    """
    Return the contacts of a table, in its order, and what could not be read.

    Args:
        data: The file.
        file: Its name, for problems.
        taxonomy: Where titles are looked up; None leaves roles open.
        employers: The person's ``(employer, whether it is a present one)``, for ties.
        schools: The person's schools, for ties.

    Raises:
        ImportFileError: If the file is not a table of contacts.
    """
    table = read_table(data, file, _COLUMNS)
    problems = list(table.problems)
    past = {row.line: [part.strip() for part in re.split(r"[;|]", row.get("past")) if part.strip()] for row in table.rows}
    titles = [row.get("title") for row in table.rows] + [title for group in past.values() for title in group]
    matches = match_titles(titles, taxonomy)
    known_employers, known_schools = list(employers), list(schools)
    contacts = []
    unknown = []
    for row in table.rows:
        title, company = row.get("title"), row.get("company")
        name = row.get("name") or " ".join(filter(None, (row.get("first name"), row.get("last name"))))
        if not (name or title or company):
            problems.append(ImportProblem(file=file, line=row.line, what="neither name nor title nor company; left out"))
            continue
        if not name:
            problems.append(ImportProblem(file=file, line=row.line, what="no name; kept without one"))
        if title and taxonomy is not None and title not in matches:
            unknown.append(f"line {row.line}")
        said, is_odd = _read_ties(row.get("tie"))
        if is_odd:
            what = f"the tie is not known; known are {', '.join(_TIES)}"
            problems.append(ImportProblem(file=file, line=row.line, what=what))
        ties = ties_of(company, known_employers, row.get("school"), known_schools)
        contacts.append(
            Contact(
                name=name or f"(no name, line {row.line})",
                title=title,
                company=company,
                role=matches[title].role if title in matches else None,
                industry=find_industry(row.get("industry"), taxonomy),
                past=tuple(matches[one].role for one in past[row.line] if one in matches),
                ties=tuple(tie for tie in Tie if tie in ties or tie in said),
                line=row.line,
            )
        )
    if unknown:
        problems.append(ImportProblem(file=file, what=not_recognised(unknown, "kept without a role")))
    return tuple(contacts), tuple(problems)


def read_contacts_csv(
    path: str | Path,
    /,
    *,
    taxonomy: Taxonomy | None = None,
    employers: Iterable[tuple[str, bool]] = (),
    schools: Iterable[str] = (),
) -> ImportReport:
    """
    Return the contacts of a CSV file.

    Args:
        path: The file, with a header that names at least two of: name (or first name and last name), title, company, industry,
            past (earlier roles, separated by ``;``), school, tie (``same employer``, ``former colleague``, ``same school``).
        taxonomy: Where titles are looked up; None leaves roles open.
        employers: The person's ``(employer, whether it is a present one)``, for ties.
        schools: The person's schools, for ties.

    Returns:
        The contacts in the order of the file, and what could not be read, by line.

    Raises:
        ImportFileError: If the file cannot be read or is not a table of contacts.
    """
    file = Path(path)
    contacts, problems = contacts_from(read_bytes(file), file.name, taxonomy=taxonomy, employers=employers, schools=schools)
    return ImportReport(contacts=contacts, problems=problems)
