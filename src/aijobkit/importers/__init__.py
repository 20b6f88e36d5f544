"""
Letters in: the person's own files (LinkedIn export, JSON Resume, CSV) become a draft of the person and their contacts.

Everything stays on this machine; nothing in a file is executed; what could not be read is named by file and line, without
repeating what it says about anybody.
"""

from __future__ import annotations

from aijobkit.importers.contacts_csv import read_contacts_csv
from aijobkit.importers.drafts import DraftPosition, ImportProblem, ImportReport, PersonDraft
from aijobkit.importers.json_resume import read_json_resume
from aijobkit.importers.linkedin import read_linkedin

__all__ = [
    "DraftPosition",
    "ImportProblem",
    "ImportReport",
    "PersonDraft",
    "read_contacts_csv",
    "read_json_resume",
    "read_linkedin",
]
