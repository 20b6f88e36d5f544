"""
Names of skills: when two names mean the same thing, and when one comes near the other.

The tables are small and reviewed by hand; what they do not know is compared by its words alone.
"""

from __future__ import annotations

import difflib
import functools
import re

__all__ = ["is_near", "plain", "same_skill", "skill_keys"]

_WORD = re.compile(r"[\w+#]+")

# Makers whose name people leave out: "Excel" is "Microsoft Excel".
_MAKERS = frozenset(
    _WORD.findall(
        "adobe amazon apache apple atlassian autodesk databricks google hashicorp ibm intuit meta microsoft ms nvidia oracle"
    )
)
# What is left of a product name without its maker must still name the product.
_TOO_PLAIN = frozenset(["cloud", "database", "notes", "project", "search", "software", "systems", "web services"])

# Short and everyday names; the right-hand side is a key as `skill_keys` makes it.
_ALIASES = {
    "bq": "bigquery",
    "cpp": "c++",
    "csharp": "c#",
    "deep neural networks": "deep learning",
    "dl": "deep learning",
    "gcp": "google cloud platform",
    "golang": "go",
    "google cloud": "google cloud platform",
    "hugging face": "hugging face transformers",
    "js": "javascript",
    "k8s": "kubernetes",
    "large language models": "llm",
    "llms": "llm",
    "maths": "mathematics",
    "math": "mathematics",
    "ml": "machine learning",
    "mongo": "mongodb",
    "natural language processing": "nlp",
    "nodejs": "node js",
    "np": "numpy",
    "postgres": "postgresql",
    "powerbi": "power bi",
    "py": "python",
    "python3": "python",
    "python 3": "python",
    "reactjs": "react",
    "rest api": "restful api",
    "rest apis": "restful api",
    "scikit": "scikit learn",
    "sklearn": "scikit learn",
    "stats": "statistics",
    "tf": "tensorflow",
    "torch": "pytorch",
    "ts": "typescript",
    "xml": "extensible markup language",
    "html": "hypertext markup language",
    "css": "cascading style sheets",
    "json": "javascript object notation",
}

# Things that come near each other: knowing one shortens the way to the others, without being them.
_FAMILIES = (
    ("jax", "keras", "pytorch", "tensorflow"),
    ("amazon web services", "aws", "azure", "google cloud platform"),
    ("db2", "mysql", "oracle database", "postgresql", "sql", "sql server", "sqlite", "teradata database"),
    ("cassandra", "mongodb", "nosql", "redis"),
    ("julia", "matlab", "python", "r", "sas", "spss statistics", "stata"),
    ("looker", "power bi", "qlik", "tableau"),
    ("c", "c#", "c++", "go", "java", "javascript", "programming", "python", "r", "rust", "scala", "typescript"),
    ("docker", "kubernetes"),
    ("dask", "hadoop", "pandas", "polars", "pyspark", "spark"),
    ("airflow", "dagster", "prefect"),
    ("git", "github", "gitlab", "subversion"),
    ("bash", "linux", "shell script", "unix"),
    ("excel", "google sheets", "spreadsheets"),
    ("biostatistics", "econometrics", "mathematics", "probability", "statistical modelling", "statistics"),
    ("calculus", "linear algebra", "mathematics"),
)
_FAMILIES_OF = {
    name: frozenset(place for place, family in enumerate(_FAMILIES) if name in family)
    for family in _FAMILIES
    for name in family
}

# Words too common to make two names akin.
_COMMON_WORDS = frozenset(
    _WORD.findall(
        "a advanced analysis and application applications basic computer data design development engineering for in language"
        " learning management model models of platform programming project science skills software support system systems the"
        " to tools web with work"
    )
)

_TYPO_LENGTH = 5  # shorter names differ by too little to be called misspelt
_TYPO_LIKENESS = 0.8  # difflib ratio: one letter in five may differ


@functools.lru_cache(maxsize=16384)
def plain(name: str) -> str:
    """Return *name* without letter case and punctuation; plus and hash belong to names such as C++ and C#."""
    return " ".join(_WORD.findall(name.casefold()))


def _short_form(name: str) -> tuple[str, str] | None:
    """Split "Structured query language SQL" into its long and its short form, where the name carries both."""
    words = name.split()
    if len(words) < 3 or not words[-1].isupper() or len(words[-1]) < 2:
        return None
    spelled = words[:-1]
    initials = "".join(word[0] for word in spelled).upper()
    if initials == words[-1] or any(word.islower() for word in spelled):
        return plain(" ".join(spelled)), words[-1].casefold()
    return None


@functools.lru_cache(maxsize=4096)
def skill_keys(name: str, /) -> frozenset[str]:
    """
    Return the normal forms under which a skill or technology is recognised.

    Letter case, punctuation, the maker's name, a trailing "software", and short forms carried by O*NET names do not matter.

    Args:
        name: As a person, O*NET or a catalogue writes it.

    Examples:
        >>> sorted(skill_keys("Structured query language SQL"))
        ['sql', 'structured query language', 'structured query language sql']
        >>> sorted(skill_keys("Microsoft Excel")), sorted(skill_keys("sklearn"))
        (['excel', 'microsoft excel'], ['scikit learn', 'sklearn'])
    """
    keys = [plain(name)]
    bare = re.sub(r"\s+software$", "", name.strip(), flags=re.IGNORECASE)
    keys.append(plain(bare))
    keys.extend(_short_form(bare) or ())
    for key in tuple(keys):
        first, _, rest = key.partition(" ")
        if rest and rest not in _TOO_PLAIN and (first in _MAKERS or key.startswith("the mathworks ")):
            keys.append(rest.removeprefix("mathworks "))
    keys.extend(_ALIASES[key] for key in tuple(keys) if key in _ALIASES)
    return frozenset(key for key in keys if key)


def same_skill(one: str, other: str, /) -> bool:
    """
    Say whether two names mean the same skill or technology.

    >>> same_skill("postgres", "PostgreSQL"), same_skill("AWS", "Amazon Web Services AWS software"), same_skill("SQL", "NoSQL")
    (True, True, False)
    """
    return not skill_keys(one).isdisjoint(skill_keys(other))


@functools.lru_cache(maxsize=4096)
def _telling_words(name: str) -> frozenset[str]:
    return frozenset(word for word in plain(name).split() if word not in _COMMON_WORDS and len(word) > 1)


@functools.lru_cache(maxsize=4096)
def _families(name: str) -> frozenset[int]:
    return frozenset(place for key in skill_keys(name) for place in _FAMILIES_OF.get(key, ()))


def _misspelt(one: str, other: str) -> bool:
    mine, theirs = plain(one), plain(other)
    if min(len(mine), len(theirs)) < _TYPO_LENGTH or mine[0] != theirs[0] or abs(len(mine) - len(theirs)) > 2:
        return False
    return difflib.SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= _TYPO_LIKENESS


@functools.lru_cache(maxsize=16384)
def is_near(one: str, other: str) -> bool:
    """Say whether knowing *one* comes near *other*: one family, one name within the other, or a slip of the keys."""
    if not _families(one).isdisjoint(_families(other)):
        return True
    mine, theirs = _telling_words(one), _telling_words(other)
    if mine and theirs and (mine <= theirs or theirs <= mine):
        return True
    return _misspelt(one, other)
