"""
Small first tasks for each trade: what can be counted, what can be sorted, who should see it, and what is public.

Nobody measured these; they are what a counsellor would suggest, by SOC major group, and they concern things and not people.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from aijobkit.roles import Role

__all__ = ["SPREADSHEETS", "Work", "counts", "is_guarded", "marks", "reads", "runs", "work_of"]

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


@attrs.frozen(kw_only=True)
class Work:
    """
    What lends itself to a first task beside the work of one group of roles.

    Args:
        count: A question that a count answers, to follow "count".
        sort: Written things that are open to everybody and of which fifty are soon collected, to follow "fifty".
        into: Two kinds that such things fall into.
        owner: Who should see the result.
        public: Open figures about the same subject.
    """

    count: str
    sort: str
    into: str
    owner: str
    public: str


# By SOC major group, the first two digits of an O*NET-SOC code; assumptions of ours (career counsel, not a measurement).
_BY_GROUP: Mapping[str, Work] = {
    "11": Work(
        count="which plans of last year slipped, and by how much",
        sort="paragraphs from published annual reports",
        into="good news or a risk",
        owner="the people who report to you",
        public="the open business statistics of your region",
    ),
    "13": Work(
        count="which entries or reports have to be corrected most often",
        sort="notes to published company accounts",
        into="routine or worth a second look",
        owner="whoever closes the month",
        public="company accounts that are published by law",
    ),
    "15": Work(
        count="which kinds of ticket come back most often",
        sort="reports from the public issue list of a project that you use",
        into="bug or question",
        owner="whoever plans the next release",
        public="the open issue list of a project that you use",
    ),
    "17": Work(
        count="which drawings or tests have to be done twice",
        sort="published product recalls",
        into="a fault of design or of making",
        owner="the lead engineer",
        public="an open set of sensor readings",
    ),
    "19": Work(
        count="which measurements have to be repeated, and why",
        sort="abstracts of papers",
        into="useful for your question or not",
        owner="the head of your group",
        public="an open data set from your own subject",
    ),
    "21": Work(
        count="which public services you refer people to most often",
        sort="entries of a public service directory",
        into="up to date or not",
        owner="whoever runs the service",
        public="the open figures on social services of your city",
    ),
    "23": Work(
        count="which kinds of clause or form are asked for most often",
        sort="published court decisions",
        into="granted or refused",
        owner="whoever plans the work of the office",
        public="published court decisions",
    ),
    "25": Work(
        count="which exercises a whole class gets wrong most often",
        sort="exercises from your own worksheets",
        into="easy or hard",
        owner="your head of department",
        public="the published school statistics of your region",
    ),
    "27": Work(
        count="which pieces of the past year had the most readers or viewers",
        sort="headlines from public news pages",
        into="news or background",
        owner="your editor or art director",
        public="an open collection of texts or pictures",
    ),
    "29": Work(
        count="which forms come back incomplete, and at which field",
        sort="lines from published treatment guidelines",
        into="a check or an action",
        owner="your team lead",
        public="the published figures on hospital waiting times",
    ),
    "31": Work(
        count="which supplies run out first in a week",
        sort="lines from published care guidelines",
        into="a check or an action",
        owner="your shift lead",
        public="the published figures on care homes",
    ),
    "33": Work(
        count="how long routine reports take, by kind of report",
        sort="published incident summaries",
        into="urgent or not",
        owner="your shift supervisor",
        public="the published incident figures of your city",
    ),
    "35": Work(
        count="which dishes run out or are thrown away",
        sort="public reviews of restaurants",
        into="about the food or about the service",
        owner="the manager of the kitchen",
        public="public reviews of restaurants",
    ),
    "37": Work(
        count="which rooms or grounds take longest",
        sort="public reviews of cleaning services",
        into="about the result or about the price",
        owner="your supervisor",
        public="the open weather records of your town",
    ),
    "39": Work(
        count="which hours of the week are booked out",
        sort="public reviews of places like yours",
        into="about the service or about the price",
        owner="the manager",
        public="public reviews of places like yours",
    ),
    "41": Work(
        count="which offers get an answer, by product",
        sort="public product reviews",
        into="about the price or about the product",
        owner="your sales manager",
        public="an open set of retail sales figures",
    ),
    "43": Work(
        count="which kinds of request come in most often in a week",
        sort="entries of the open request log of a city",
        into="urgent or not",
        owner="your office manager",
        public="the open request log of a city",
    ),
    "45": Work(
        count="which fields or animals need most hours",
        sort="public market notes",
        into="price up or price down",
        owner="the farm manager",
        public="the open harvest and weather figures of your region",
    ),
    "47": Work(
        count="which deliveries come late, by kind of material",
        sort="published building inspection notes",
        into="a defect or a remark",
        owner="the site manager",
        public="the open building permits of your city",
    ),
    "49": Work(
        count="which faults come back after a repair",
        sort="published complaints about vehicles",
        into="worn part or wrong use",
        owner="the workshop lead",
        public="the published recalls of vehicles and machines",
    ),
    "51": Work(
        count="which stops of the line come back, and at which hour",
        sort="published product recalls",
        into="machine or material",
        owner="the shift lead",
        public="an open set of machine readings",
    ),
    "53": Work(
        count="which stops cost you most waiting time, from your own log",
        sort="public reviews of delivery services",
        into="about the time or about the goods",
        owner="your dispatcher",
        public="the open road accident figures of your region",
    ),
    "55": Work(
        count="how long routine supply requests take",
        sort="lines from published manuals",
        into="an order or an explanation",
        owner="the officer who answers for that office",
        public="published defence spending figures",
    ),
}

_ANY = Work(
    count="which questions come back most often in a week",
    sort="short public texts from the field",
    into="useful for the question or not",
    owner="whoever answers for that work",
    public="an open data set on something that you know well",
)

# Major groups whose records are mostly about single people or under a seal.
_GUARDED = frozenset({"21", "23", "25", "29", "31", "33", "55"})


def _group(role: Role) -> str:
    return role.onet_codes[0][:2] if role.onet_codes else ""


def is_guarded(role: Role) -> bool:
    """Say whether the records of *role* are mostly about single people or under a seal."""
    return _group(role) in _GUARDED


def work_of(role: Role) -> Work:
    """Return what lends itself to a first task beside *role*."""
    return _BY_GROUP.get(_group(role), _ANY)
