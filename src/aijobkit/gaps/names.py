"""
Names of skills: when two names mean the same thing, and when one comes near the other.

The tables are small and reviewed by hand; what they do not know is compared by its words alone.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable

from aijobkit.gaps import ai_words, tables, trade_words, wordings

__all__ = [
    "alternatives",
    "comes_before",
    "display_name",
    "foundation_rank",
    "is_foundation",
    "is_known",
    "is_near",
    "is_office",
    "is_serving",
    "meant",
    "plain",
    "said_keys",
    "same_skill",
    "shown_by_trade",
    "shown_keys",
    "shows",
    "skill_keys",
    "split_skills",
]

_WORD = re.compile(r"[\w+#]+")
_LONGER_WORD = re.compile(r"[\w+#]{2,}")
_DOMAIN = re.compile(r"\s\((?:skill|knowledge)\)$")
# What parts skills for sure, outside brackets; and what does so only where every part is a skill by itself.
_PERHAPS_BETWEEN = re.compile(r"[/(),;|]")


def _listed(names: str) -> tuple[str, ...]:
    return tuple(names.replace("\n", " ").strip().split(", "))


# Makers whose name people leave out: "Excel" is "Microsoft Excel".
_MAKERS = _listed("""
adobe, amazon, apache, apple, atlassian, autodesk, avid, avid technology, bentley, bentley systems, cerner, cisco, citrix,
corel, dassault systemes, databricks, embarcadero, esri, gnu, google, graphisoft, hashicorp, henry schein, ibm, instructure,
intuit, jetbrains, leica geosystems, lexisnexis, mathworks, maxon, mcneel, mentor graphics, meta, microsoft, mozilla, ms,
national instruments, nemetschek, nvidia, oracle, pixologic, ptc, qsr international, red hat, rockwell automation, sap, siemens,
statacorp, synopsys, techsmith, the mathworks, thomson reuters, tibco, trimble, vmware, wind river systems, wolfram research
""")
# Of a maker's name of several words each is a word of other names, too.
_MAKER_WORDS = frozenset(maker for maker in _MAKERS if " " not in maker)
# What is left of a product name without its maker must still name the product.
_TOO_PLAIN = frozenset(
    _listed("""
analytics, automation, business intelligence, calendar, clear, cloud, cloud computing, concordance, database, derivatives,
director, dms, drive, erp, flex, inventory, ios, learn, maintenance, navigator, notes, painter, presentation, profile,
project, risk management, scm, search, software, systems, total search, web services, workstation
""")
)


def _lists(table: str) -> tuple[tuple[str, ...], ...]:
    return tuple(names for names, _ in tables.parse(table))


_ALIASES = {
    name: key for table in (tables.ALIASES, ai_words.AI_ALIASES) for names, (key,) in tables.parse(table) for name in names
}
_CALLED = {name: called for (name,), (called,) in tables.parse(tables.CALLED)}


def _places(lists: tuple[tuple[str, ...], ...]) -> dict[str, frozenset[int]]:
    """Return in which of *lists* each name stands."""
    names = {name for names in lists for name in names}
    return {name: frozenset(place for place, names in enumerate(lists) if name in names) for name in names}


_FAMILIES_OF = _places(_lists(tables.FAMILIES))
_ALTERNATIVES_OF = _places(_lists(tables.ALTERNATIVES))
_OFFICE = frozenset(name for names in _lists(tables.OFFICE) for name in names)
_SERVING = frozenset(name for names in _lists(tables.SERVING) for name in names)
# Languages through which most other tools of data work are used, and the record of who changed what: nobody does without.
_FOUNDATIONS = {"python": 0, "sql": 0, "git": 1}

# Words too common to make two names akin.
_COMMON_WORDS = frozenset(
    _WORD.findall(
        "a advanced analysis and application applications basic computer data design development engineering for in language"
        " learning management model models of platform programming project science skills software support system systems the"
        " to tools web with work"
    )
)

_TYPO_LENGTH = 4  # shorter names differ by too little to be called misspelt


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
    text = plain(name)
    is_said = (
        wordings.is_wish(text) or wordings.is_learning(text) or wordings.bare(text) != text
    )  # "want to learn SQL" is no name
    if initials == words[-1] or (any(word.islower() for word in spelled) and not is_said):
        return plain(" ".join(spelled)), words[-1].casefold()
    return None


@functools.lru_cache(maxsize=4096)
def skill_keys(name: str, /) -> frozenset[str]:
    """
    Return the normal forms under which a skill or technology is recognised.

    Letter case, punctuation, the maker's name, a trailing "software", a domain in brackets as reports write it, and short forms
    carried by O*NET names do not matter.

    Args:
        name: As a person, O*NET or a catalogue writes it.

    Examples:
        >>> sorted(skill_keys("Structured query language SQL"))
        ['sql', 'structured query language', 'structured query language sql']
        >>> sorted(skill_keys("Microsoft Excel")), sorted(skill_keys("sklearn"))
        (['excel', 'microsoft excel'], ['scikit learn', 'sklearn'])
    """
    name = _DOMAIN.sub("", name.strip())
    keys = [plain(name)]
    bare = re.sub(r"\s+software$", "", name, flags=re.IGNORECASE)
    keys.append(plain(bare))
    keys.extend(_short_form(bare) or ())
    keys.extend(f"microsoft {key.removeprefix('ms ')}" for key in tuple(keys) if key.startswith("ms "))
    for key in tuple(keys):
        rests = (key.removeprefix(f"{maker} ") for maker in _MAKERS if key.startswith(f"{maker} "))
        keys.extend(rest for rest in rests if rest not in _TOO_PLAIN)
    keys.extend(_ALIASES[key] for key in tuple(keys) if key in _ALIASES)
    # What we call a product ourselves, we understand, too.
    keys.append(plain(_CALLED.get(bare) or _CALLED.get(name, "")))
    return frozenset(key for key in keys if key)


def same_skill(one: str, other: str, /) -> bool:
    """
    Say whether two names mean the same skill or technology.

    >>> same_skill("postgres", "PostgreSQL"), same_skill("AWS", "Amazon Web Services AWS software"), same_skill("SQL", "NoSQL")
    (True, True, False)
    """
    return not skill_keys(one).isdisjoint(skill_keys(other))


def _everyday() -> dict[str, frozenset[str]]:
    """Return which elements and topics each everyday skill shows, all by their plain names."""
    return {
        plain(name): frozenset(plain(shown) for shown in shows)
        for table in (tables.EVERYDAY, ai_words.AI_EVERYDAY, trade_words.TRADE_EVERYDAY)
        for names, shows in tables.parse(table)
        for name in names
    }


_EVERYDAY = _everyday()
_BY_TRADE = {plain(name): marks for names, marks in tables.parse(tables.TOPICS_SHOWN) for name in names}


def is_known(skill: str) -> bool:
    """
    Say whether a reviewed table knows *skill*, on either side of its lines and whether or not a list asks for it.

    >>> is_known("RAG"), is_known("basic R"), is_known("juggling")
    (True, True, False)
    """
    return not _near_keys(skill).isdisjoint(_names_known())


def _is_known_whole(skill: str) -> bool:
    return not skill_keys(skill).isdisjoint(_names_known())


_OWN_NAMES = frozenset((*_OFFICE, *_ALTERNATIVES_OF, *_FAMILIES_OF, *_ALIASES, *map(plain, _CALLED.values())))
_LONGEST_NAME = max(len(name.split()) for name in _OWN_NAMES)
_TOOLS = frozenset((*_OFFICE, *_ALTERNATIVES_OF, *_places(_lists(tables.TOOL_FAMILIES)), *map(plain, _CALLED.values())))
_PRODUCTS = _TOOLS.union(name for name, key in _ALIASES.items() if key in _TOOLS)
# Names of products that are words, or names of people, besides.
_PLAIN_WORDS = frozenset(
    _listed("""
access, ashby, c, chrome, claude, confluence, copilot, discord, edge, elk, epic, go, greenhouse, illustrator, inspect ai,
inventor, julia, lever, make, notion, office, outlook, owl, prefect, prodigy, r, ruby, rust, safari, shell, sketch, slack,
snowflake, spark, swift, teams, thunderbird, torch, windows, word, zoom
""")
)
_OF_PROGRAMMING = frozenset(["programming", "scripting", "coding"])


def _products_within(text: str) -> frozenset[str]:
    """
    Return the keys of products whose whole name is part of *text*: pivot tables in Excel are made in Excel.

    The longest names go first, so that SQL Server is not SQL.  A name that is a word of its own, such as Access, must stand
    after its maker or before a word for programming.
    """
    words = plain(text).split()
    found: set[str] = set()
    start = 0
    while start < len(words):
        ends = range(min(len(words), start + _LONGEST_NAME), start, -1)
        name, end = next(
            ((" ".join(words[start:end]), end) for end in ends if " ".join(words[start:end]) in _OWN_NAMES), ("", 0)
        )
        is_plain = name in _PLAIN_WORDS and not (
            (start and words[start - 1] in _MAKER_WORDS) or (end < len(words) and words[end] in _OF_PROGRAMMING)
        )
        if name in _PRODUCTS and not is_plain:
            found |= skill_keys(name)
        start = max(end, start + 1)
    return frozenset(found)


def _worded(skill: str) -> str:
    """Return *skill* in plain words; in brackets, learning is what somebody does: machine learning is a name."""
    return plain(re.sub(r"\((?=learning|studying)", " still ", skill, flags=re.IGNORECASE))


@functools.lru_cache(maxsize=4096)
def said_keys(skill: str) -> frozenset[str]:
    """
    Return the keys of what a person calls *skill*: also without qualifiers, in the other number, and of a product within it.

    Whoever has it a bit or taught it themselves has it, as naming is what counts; whoever is only learning it comes near.

    >>> "r" in said_keys("R (self taught)"), "excel" in said_keys("Excel pivot tables"), "r" in said_keys("learning R")
    (True, True, False)
    """
    keys = skill_keys(skill)
    return keys if wordings.is_learning(_worded(skill)) and not _is_known_whole(skill) else _near_keys(skill)


@functools.lru_cache(maxsize=4096)
def _near_keys(skill: str) -> frozenset[str]:
    """Return the keys of a skill in every form in which it may be known, whether it is there or being learned."""
    keys, whole = skill_keys(skill), _worded(skill)
    if wordings.is_wish(whole) or whole in _OWN_NAMES:
        return keys
    if keys.isdisjoint(_names_known()):
        forms = tuple(dict.fromkeys((wordings.bare(whole), whole)))
        keys = keys.union(*map(skill_keys, forms))
        for form in forms:
            # Of a single word, or of words turned round, only what a table knows: words are no Word.
            for other in wordings.turned(form):
                if other in _EVERYDAY or other in _NEARBY or (" " in other and other.split()[0] == form.split()[0]):
                    keys |= skill_keys(other)
        # Statistics with R are both; of other words, R need not be a language.
        subject, _, tool = whole.replace(" using ", " with ").replace(" in ", " with ").rpartition(" with ")
        if tool in _PRODUCTS and _is_known_whole(subject):
            keys |= skill_keys(subject) | skill_keys(tool)
    return keys | _products_within(skill)


@functools.lru_cache(maxsize=4096)
def shown_keys(skill: str) -> frozenset[str]:
    """Return the keys of everything that somebody shows who names *skill*: itself, and what an everyday skill contains."""
    keys = said_keys(skill)
    return keys.union(*(_EVERYDAY.get(key, ()) for key in keys))


def shows(skill: str, name: str, /) -> bool:
    """
    Say whether somebody who names *skill* has what a list calls *name*; unlike `same_skill` this has a direction.

    >>> shows("tutoring", "Instructing"), shows("Instructing", "tutoring"), shows("py", "Python")
    (True, False, True)
    """
    return not shown_keys(skill).isdisjoint(skill_keys(name))


def _before() -> dict[str, tuple[str, ...]]:
    """Return what is learned before each lesson; a lesson may stand in several lines."""
    found: dict[str, tuple[str, ...]] = {}
    for lessons, before in tables.parse(tables.BEFORE):
        for lesson in lessons:
            found[plain(lesson)] = (*found.get(plain(lesson), ()), *before)
    return found


_BEFORE = _before()


def comes_before(name: str) -> tuple[str, ...]:
    """Return the names of what is learned before *name*, in the order of learning; empty where nothing is known to be."""
    return next((_BEFORE[key] for key in sorted(said_keys(name)) if key in _BEFORE), ())


def shown_by_trade(topic: str) -> tuple[str, ...]:
    """Return what shows a topic of the catalogue: names of O*NET elements, and beginnings of SOC codes."""
    return _BY_TRADE.get(plain(topic), ())


@functools.lru_cache(maxsize=4096)
def alternatives(name: str) -> frozenset[int]:
    """Return numbers of the lists of technologies of which one is enough; two that share a number replace each other."""
    return frozenset(place for key in skill_keys(name) for place in _ALTERNATIVES_OF.get(key, ()))


@functools.lru_cache(maxsize=4096)
def is_office(name: str) -> bool:
    """Say whether *name* is a program of every office, or one to chat with: nothing that one has to learn first."""
    return not skill_keys(name).isdisjoint(_OFFICE)


@functools.lru_cache(maxsize=4096)
def is_serving(name: str) -> bool:
    """
    Say whether a tool only serves other work.

    >>> is_serving("Git"), is_serving("Atlassian JIRA"), is_serving("Python")
    (True, True, False)
    """
    return not skill_keys(name).isdisjoint(_SERVING)


@functools.lru_cache(maxsize=4096)
def is_foundation(name: str) -> bool:
    """Say whether *name* is a language or tool without which the rarer ones cannot be used."""
    return not skill_keys(name).isdisjoint(_FOUNDATIONS)


@functools.lru_cache(maxsize=4096)
def foundation_rank(name: str) -> int:
    """Return how early a foundation is learned: languages before the record of changes, and all else after both."""
    return min((_FOUNDATIONS[key] for key in skill_keys(name) if key in _FOUNDATIONS), default=len(_FOUNDATIONS))


@functools.lru_cache(maxsize=4096)
def display_name(name: str, /) -> str:
    """
    Return the name by which people call a technology; every other name stays as it is.

    Args:
        name: As O*NET or a catalogue writes it.

    Examples:
        >>> display_name("Structured query language SQL"), display_name("Salesforce software"), display_name("Mlflow")
        ('SQL', 'Salesforce', 'MLflow')
    """
    bare = re.sub(r"\s+software$", "", name)
    called = _CALLED.get(bare) or _CALLED.get(name)
    if called:
        return called
    *spelled, last = bare.split() or [""]
    is_short = len(spelled) > 1 and last == "".join(word[0] for word in spelled).upper()
    return last if is_short else bare


@functools.lru_cache(maxsize=4096)
def _telling_words(name: str) -> frozenset[str]:
    return frozenset(_LONGER_WORD.findall(name.casefold())) - _COMMON_WORDS - _MAKER_WORDS


@functools.lru_cache(maxsize=4096)
def _families(keys: frozenset[str]) -> frozenset[int]:
    return frozenset(place for key in keys for place in _FAMILIES_OF.get(key, ()))


def _nearby() -> dict[str, frozenset[str]]:
    """Return the keys of what each known skill comes near; a skill may stand in several lines."""
    found: dict[str, frozenset[str]] = {}
    for names, others in tables.parse(ai_words.COMES_NEAR):
        keys = frozenset(key for other in others for key in skill_keys(other))
        for name in names:
            found[plain(name)] = found.get(plain(name), frozenset()) | keys
    return found


_NEARBY = _nearby()


@functools.lru_cache(maxsize=16384)
def is_near(one: str, other: str) -> bool:
    """Say whether knowing *one* comes near *other*: one family, a line of the reviewed table, or one name within the other."""
    said, keys = _near_keys(one), skill_keys(other)
    if not said.isdisjoint(keys) or not _families(said).isdisjoint(_families(keys)):
        return True
    if any(not _NEARBY[key].isdisjoint(keys) for key in said if key in _NEARBY):
        return True
    mine, theirs = _telling_words(one), _telling_words(other)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


@functools.cache
def _names_known() -> frozenset[str]:
    """Every name of the reviewed tables: skills, what they contain or come near, short names and what these stand for."""
    meant = itertools.chain.from_iterable((*_EVERYDAY.values(), *_NEARBY.values()))
    return frozenset((*meant, *_ALIASES.values(), *map(plain, _CALLED.values()))).union(
        _EVERYDAY, _NEARBY, _BY_TRADE, _ALIASES, _FAMILIES_OF, _ALTERNATIVES_OF, _BEFORE, _OFFICE
    )


def split_skills(text: str, /) -> tuple[str, ...]:
    """
    Return the skills that are listed in *text*, in its order and spelling.

    Commas and semicolons part them; slashes and brackets do where no reviewed table knows the whole and one knows every part.

    Args:
        text: What a person typed or a file says in a field for skills.

    Examples:
        >>> split_skills("Python, SQL; Excel"), split_skills("python/sql"), split_skills("A/B testing, TCP/IP")
        (('Python', 'SQL', 'Excel'), ('python', 'sql'), ('A/B testing', 'TCP/IP'))
    """
    found: list[str] = []
    for part in map(str.strip, _parts(text)):
        pieces = [piece.strip() for piece in _PERHAPS_BETWEEN.split(part) if piece.strip()]
        if len(pieces) > 1 and part.endswith(")") and is_known(pieces[0]) and _is_short_for(pieces[-1], pieces[0]):
            pieces = pieces[:-1]  # "Natural Language Processing (NLP)" is one
        found += pieces if not _is_known_whole(part) and all(map(is_known, pieces)) else [part]
    return tuple(filter(None, found))


def _is_short_for(short: str, name: str) -> bool:
    """Say whether a word in brackets only repeats what is before it: by the same key, or by its initials."""
    return same_skill(short, name) or plain(short) == "".join(word[0] for word in plain(name).split())


def _parts(text: str) -> list[str]:
    """Part *text* at commas and the like outside brackets."""
    cuts, nearest = [], ""
    for at in range(len(text) - 1, -1, -1):
        if text[at] in "()":
            nearest = text[at]
        elif text[at] in ",;|\n" and nearest != ")":
            cuts.append(at)
    ends = [*reversed(cuts), len(text)]
    return [text[start:end] for start, end in zip([0, *(cut + 1 for cut in ends)], ends, strict=False)]


def _is_slip(typed: str, name: str) -> bool:
    """Say whether *typed* is *name* with one letter missing, added, changed, or two beside each other turned round."""
    if typed == name or min(len(typed), len(name)) < _TYPO_LENGTH or typed[0] != name[0] or abs(len(typed) - len(name)) > 1:
        return False
    start = next(
        (place for place, (mine, its) in enumerate(zip(typed, name, strict=False)) if mine != its), min(len(typed), len(name))
    )
    mine, its = typed[start:], name[start:]
    return mine[1:] == its[1:] or mine[1:] == its or mine == its[1:] or (mine[1::-1] == its[:2] and mine[2:] == its[2:])


def meant(skill: str, names: Iterable[str]) -> str:
    """
    Return the first of *names*, or else the first everyday word or short name, that *skill* is one slip of the keys away from.

    Empty where there is none.  It is a question to ask and never an answer: Parole is a word of its own, too.

    >>> meant("Pyhton", ["Structured query language SQL", "Python"]), meant("acounting", []), meant("asdf qwer", [])
    ('Python', 'accounting', '')
    """
    typed = wordings.bare(_worded(skill))
    listed = next((name for name in names if any(_is_slip(typed, key) for key in sorted(skill_keys(name)))), "")
    return display_name(listed) or next((word for word in _WORDS_KNOWN if _is_slip(typed, word)), "")


_WORDS_KNOWN = tuple(sorted({*_EVERYDAY, *_ALIASES, *_FAMILIES_OF, *_ALTERNATIVES_OF}))
