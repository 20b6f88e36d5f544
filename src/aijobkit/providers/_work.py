"""
Which tools a beginner can try alone, and which small first task suits whose work.
"""

from __future__ import annotations

import attrs

from aijobkit.providers._first_tasks import ANY, BY_BEGINNING, LEADERS, Work
from aijobkit.roles import Role

__all__ = ["SPREADSHEETS", "Work", "counts", "is_guarded", "leads_alone", "marks", "reads", "runs", "work_of"]

# Technologies in which a beginner can count something; reviewed by hand.
_COUNTING = frozenset(
    {
        "python",
        "r",
        "sql",
        "microsoft excel",
        "google sheets",
        "tableau",
        "microsoft power bi",
        "looker",
        "sas",
        "stata",
        "matlab",
        "julia",
    }
)
SPREADSHEETS = frozenset({"Microsoft Excel", "Google Sheets"})
"""What "a spreadsheet" stands for."""
# What else one person can set up in an evening without paying for it.
_FREE = frozenset(
    {
        "apache spark",
        "c",
        "c++",
        "docker",
        "git",
        "go",
        "java",
        "javascript",
        "jupyter notebook",
        "keras",
        "kubernetes",
        "linux",
        "mlflow",
        "numpy",
        "pandas",
        "postgresql",
        "pytorch",
        "rust",
        "scala",
        "scikit-learn",
        "tensorflow",
        "typescript",
        "xgboost",
    }
)
# In what one marks texts by hand.
_MARKING = frozenset({"label studio", "labelbox", "prodigy", "superannotate"})
# What works on texts, so that written things are the material for it.
_TEXTS = frozenset(
    {
        "anthropic api",
        "cvat",
        "hugging face",
        "hugging face transformers",
        "label studio",
        "labelbox",
        "langchain",
        "llamaindex",
        "nltk",
        "openai api",
        "prodigy",
        "promptfoo",
        "spacy",
    }
)


def counts(tool: str) -> bool:
    """Say whether a beginner can count something in *tool*."""
    return tool.casefold() in _COUNTING


def runs(tool: str) -> bool:
    """Say whether one person can set *tool* up in an evening without paying for it."""
    return counts(tool) or reads(tool) or tool.casefold() in _FREE


def marks(tool: str) -> bool:
    """Say whether *tool* is one in which texts are marked."""
    return tool.casefold() in _MARKING


def reads(tool: str) -> bool:
    """Say whether *tool* works on written things."""
    return tool.casefold() in _TEXTS


# Whose records are mostly about single people or under a seal: major groups, and occupations of others.
_GUARDED = (
    *("21", "23", "25", "29", "31", "33", "55"),
    *("11-3111", "11-3121", "11-903", "11-9111", "11-9151", "11-9161", "13-1071", "13-1141", "19-303"),
    *("39-9011", "43-3051", "43-4061", "43-4161", "43-5031", "43-6012", "43-6013"),
)
# To whom managers and supervisors show what they found.
_TEAM = "the people who report to you"


# Whom mostly nobody leads: chief executives, farmers.
_OWN_MASTERS = ("11-1011", "11-9013")


def leads_alone(role: Role) -> bool:
    """Say whether who holds *role* mostly reports to nobody, as a farmer does."""
    return _code(role).startswith(_OWN_MASTERS)


def _code(role: Role) -> str:
    return role.onet_codes[0] if role.onet_codes else ""


def is_guarded(role: Role) -> bool:
    """Say whether the records of *role* are mostly about single people or under a seal."""
    return _code(role).startswith(_GUARDED)


def work_of(role: Role) -> Work:
    """Return what lends itself to a first task beside *role*: of its occupation, else of its group, else of any work."""
    code = _code(role)
    beginnings = (code[:length] for length in range(len(code), 0, -1))
    work = next((BY_BEGINNING[one] for one in beginnings if one in BY_BEGINNING), ANY)
    return attrs.evolve(work, owner=_TEAM) if code.startswith(LEADERS) else work
