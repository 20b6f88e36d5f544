"""The export that LinkedIn gives to its members: the whole ZIP, its folder, or one of its files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from aijobkit.errors import ImportFileError
from aijobkit.gaps import split_skills
from aijobkit.importers.contacts_csv import contacts_from, read_bytes
from aijobkit.importers.drafts import DraftPosition, ImportProblem, ImportReport, PersonDraft
from aijobkit.importers.resolving import degree_level, find_industry, is_ongoing, not_recognised, resolve_positions
from aijobkit.importers.tables import MOST_BYTES, read_table
from aijobkit.taxonomy.archives import open_archive

if TYPE_CHECKING:
    from aijobkit.people import Contact
    from aijobkit.taxonomy import Taxonomy

__all__ = ["read_linkedin"]

# The files that are opened; all others of the export (messages, adverts, ...) are left alone.
_FILES = ("connections.csv", "education.csv", "positions.csv", "profile.csv", "skills.csv")

_POSITION_COLUMNS = {
    "company name": "company", "company": "company", "title": "title", "started on": "start", "finished on": "end",
}  # fmt: skip
_EDUCATION_COLUMNS = {"school name": "school", "degree name": "degree"}
# Of the profile only the industry is read: the rest (birth date, address, ...) is nobody's business here.
_PROFILE_COLUMNS = {"industry": "industry", "headline": "headline"}


def _read_zip(path: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    with open_archive(
        path, lambda _: ImportFileError("not a whole ZIP file; download the export again", file=path.name)
    ) as archive:
        for member in sorted(archive.infolist(), key=lambda info: (info.filename.count("/"), info.filename)):
            name = PurePosixPath(member.filename).name
            if name.lower() not in _FILES or name.lower() in found:
                continue
            if member.file_size > MOST_BYTES:
                raise ImportFileError(f"larger than {MOST_BYTES // 10**6} MB", file=name)
            found[name.lower()] = archive.read(member)
    return found


def _read_files(path: Path) -> dict[str, bytes]:
    if path.is_dir():
        files = sorted(path.rglob("*.csv"), key=lambda file: (len(file.parts), str(file)))
        found: dict[str, bytes] = {}
        for file in files:
            if file.name.lower() in _FILES and file.name.lower() not in found:
                found[file.name.lower()] = read_bytes(file)
        return found
    data = read_bytes(path)
    if data.startswith(b"PK\x03\x04") or path.suffix.lower() == ".zip":
        return _read_zip(path)
    # A file that was renamed on the way (such as "Connections (1).csv") is known by the beginning of its name.
    start = next((name for name in _FILES if path.name.lower().startswith(name.removesuffix(".csv"))), "connections.csv")
    return {start: data}


def _read_draft(files: dict[str, bytes], taxonomy: Taxonomy | None, problems: list[ImportProblem]) -> PersonDraft:
    positions: list[DraftPosition] = []
    lines: list[tuple[str, str]] = []
    if "positions.csv" in files:
        table = read_table(files["positions.csv"], "Positions.csv", _POSITION_COLUMNS)
        problems += table.problems
        for row in table.rows:
            is_present = is_ongoing(row.get("end"))
            positions.append(DraftPosition(title=row.get("title"), company=row.get("company"), is_present=is_present))
            lines.append((f"line {row.line}", row.get("title")))
    resolved = resolve_positions(positions, taxonomy)
    known = {draft.title for draft in resolved if draft.role is not None}
    unknown = [line for line, title in lines if title and title not in known] if taxonomy is not None else []
    if unknown:
        what = not_recognised(unknown, "name the role yourself")
        problems.append(ImportProblem(file="Positions.csv", what=what))
    skills: tuple[str, ...] = ()
    if "skills.csv" in files:
        table = read_table(files["skills.csv"], "Skills.csv", {"name": "skill", "skill": "skill"}, least=1)
        problems += table.problems
        skills = tuple(skill for row in table.rows for skill in split_skills(row.get("skill")))
    schools: list[str] = []
    degrees: list[str] = []
    if "education.csv" in files:
        table = read_table(files["education.csv"], "Education.csv", _EDUCATION_COLUMNS, least=1)
        problems += table.problems
        schools = [row.get("school") for row in table.rows if row.get("school")]
        degrees = [row.get("degree") for row in table.rows if row.get("degree")]
    industry = None
    if "profile.csv" in files:
        table = read_table(files["profile.csv"], "Profile.csv", _PROFILE_COLUMNS, least=1)
        problems += table.problems
        industry = find_industry(table.rows[0].get("industry"), taxonomy) if table.rows else None
    return PersonDraft(positions=resolved, skills=skills, schools=schools, education=degree_level(degrees), industry=industry)


def read_linkedin(
    path: str | Path,
    /,
    *,
    taxonomy: Taxonomy | None = None,
    employers: Iterable[tuple[str, bool]] = (),
    schools: Iterable[str] = (),
) -> ImportReport:
    """
    Return what a LinkedIn export tells: contacts, positions, skills, schools.

    Args:
        path: The ZIP as downloaded, the folder unpacked from it, or one of its CSV files.
        taxonomy: Where titles are looked up; None leaves roles open.
        employers: The person's ``(employer, whether it is a present one)`` besides those in the export, for ties.
        schools: The person's schools besides those in the export, for ties.

    Returns:
        Contacts in the order of the file, each with what they and the person share; a draft of the person; and everything that
        could not be read, by file and line.  Birth date, address and messages are not read.

    Raises:
        ImportFileError: If there is no such file, it is damaged, or nothing in it is part of such an export.
    """
    place = Path(path)
    files = _read_files(place)
    if not files:
        wanted = ", ".join(name.capitalize() for name in _FILES)
        raise ImportFileError(f"nothing of a LinkedIn export found; expected one of {wanted}", file=place.name)
    problems: list[ImportProblem] = []
    draft = _read_draft(files, taxonomy, problems)
    contacts: tuple[Contact, ...] = ()
    if "connections.csv" in files:
        contacts, odd = contacts_from(
            files["connections.csv"],
            "Connections.csv",
            taxonomy=taxonomy,
            employers=(*draft.companies, *employers),
            schools=(*draft.schools, *schools),
        )
        problems += odd
    return ImportReport(draft=draft, contacts=contacts, problems=problems)
