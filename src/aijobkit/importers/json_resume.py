"""Résumés in the published JSON Resume schema (jsonresume.org, version 1)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aijobkit.errors import ImportFileError
from aijobkit.gaps import split_skills
from aijobkit.importers.contacts_csv import read_bytes
from aijobkit.importers.drafts import DraftPosition, ImportProblem, ImportReport, PersonDraft
from aijobkit.importers.resolving import degree_level, is_ongoing, not_recognised, resolve_positions
from aijobkit.importers.tables import decode, tidy

if TYPE_CHECKING:
    from aijobkit.taxonomy import Taxonomy

__all__ = ["read_json_resume"]


class _Reader:
    """Takes texts out of a document, and notes what is not as the schema has it."""

    def __init__(self, document: dict[str, Any], file: str) -> None:
        self._document = document
        self._file = file
        self.problems: list[ImportProblem] = []

    def note(self, what: str) -> None:
        self.problems.append(ImportProblem(file=self._file, what=what))

    def entries(self, section: str) -> list[tuple[str, dict[str, Any]]]:
        """Return the objects of a section, each with its place, such as ``work[0]``."""
        found = self._document.get(section)
        if found is None:
            return []
        if not isinstance(found, list):
            self.note(f"{section!r} is not a list; left out")
            return []
        for index, entry in enumerate(found):
            if not isinstance(entry, dict):
                self.note(f"{section}[{index}] is not an object; left out")
        return [(f"{section}[{index}]", entry) for index, entry in enumerate(found) if isinstance(entry, dict)]

    def is_present(self, entry: dict[str, Any]) -> bool:
        """Say whether a job has not ended: its end is not given, or said in words.  An end in another form is one, too."""
        end = entry.get("endDate")
        if end is None or isinstance(end, str):
            return is_ongoing(tidy(end or ""))
        self.note("an 'endDate' in 'work' is not text; the job was read as ended")
        return False

    @staticmethod
    def text(entry: dict[str, Any], *names: str) -> str:
        for name in names:
            value = entry.get(name)
            if isinstance(value, str) and tidy(value):
                return tidy(value)
        return ""


def _positions(reader: _Reader) -> list[tuple[str, DraftPosition]]:
    found = []
    for place, entry in reader.entries("work"):
        title = reader.text(entry, "position", "title")
        # "company" is the name that the employer had in the schema before version 1.
        company = reader.text(entry, "name", "company", "organization")
        if title or company:
            found.append((place, DraftPosition(title=title, company=company, is_present=reader.is_present(entry))))
        else:
            reader.note(f"{place} has neither 'position' nor 'name'; left out")
    return found


def _skills(reader: _Reader) -> tuple[str, ...]:
    found: list[str] = []
    for place, entry in reader.entries("skills"):
        keywords = entry.get("keywords")
        if keywords is not None and not (isinstance(keywords, list) and all(isinstance(word, str) for word in keywords)):
            reader.note(f"the 'keywords' of {place} are not a list of texts; what is no text was left out")
        named = [tidy(word) for word in keywords if isinstance(word, str)] if isinstance(keywords, list) else []
        # The name of a group ("Web development") is a skill itself; its keywords are the concrete ones.
        names = [name for name in (reader.text(entry, "name"), *named) if name]
        if not names:
            reader.note(f"{place} has neither a 'name' nor 'keywords'; left out")
        found += names
    return tuple(skill for text in found for skill in split_skills(text))


def read_json_resume(path: str | Path, /, *, taxonomy: Taxonomy | None = None) -> ImportReport:
    """
    Return what a JSON Resume tells about the person.

    Args:
        path: The file.
        taxonomy: Where titles are looked up; None leaves roles open.

    Returns:
        A draft of the person; what is not as the schema has it is named and left out.

    Raises:
        ImportFileError: If the file cannot be read or is not a JSON object.
    """
    file = Path(path)
    text, odd = decode(read_bytes(file), file.name)
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        raise ImportFileError("not JSON", file=file.name, line=line) from None
    if not isinstance(document, dict):
        raise ImportFileError("not a JSON Resume: expected an object with 'basics', 'work', 'skills'", file=file.name)
    reader = _Reader(document, file.name)
    told = _positions(reader)
    positions = resolve_positions([position for _, position in told], taxonomy)
    education = [entry for _, entry in reader.entries("education")]
    draft = PersonDraft(
        positions=positions,
        skills=_skills(reader),
        schools=tuple(filter(None, (reader.text(entry, "institution") for entry in education))),
        education=degree_level(reader.text(entry, "studyType") for entry in education),
    )
    known = {position.title for position in positions if position.role is not None}
    unknown = [place for place, one in told if one.title and one.title not in known] if taxonomy is not None else []
    if unknown:
        reader.note(not_recognised(unknown, "name the role yourself"))
    if not (draft.positions or draft.skills or draft.schools):
        reader.note("nothing of a JSON Resume found in it")
    return ImportReport(draft=draft, problems=(*odd, *reader.problems))
