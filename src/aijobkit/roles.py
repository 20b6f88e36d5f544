"""
Roles: what somebody does, as an O*NET-SOC occupation or an entry of a catalogue, and how a role is profiled.

Holds the values and the one question that needs no data: are two roles the same at a given granularity?
"""

from __future__ import annotations

import enum
import re
from typing import Any

import attrs

from aijobkit import _checks
from aijobkit.errors import InvalidValueError
from aijobkit.evidence import Evidence

__all__ = [
    "OWN_OCCUPATIONS",
    "Domain",
    "FoundRole",
    "Role",
    "RoleDefinition",
    "RoleLevel",
    "RoleProfile",
    "Seniority",
    "Skill",
    "Technology",
    "same_role",
]

_ONET_CODE = re.compile(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}")
_REST = re.compile(r"[0-9]{2}-[0-9]{3}9\.[0-9]{2}")
_WHOLE = ".00"  # how the code of an occupation ends; others are specialities of one

OWN_OCCUPATIONS = frozenset(
    (
        "11-3013.01",  # security managers, not facilities managers
        "11-3031.03",  # investment fund managers, not financial managers
        "11-9121.01",  # clinical research coordinators, not natural sciences managers
        "11-9121.02",  # water resource specialists, not natural sciences managers
        "13-1041.06",  # coroners, not compliance officers
        "13-1041.08",  # customs brokers, not compliance officers
        "15-1211.01",  # health informatics specialists, not computer systems analysts
        "15-1255.01",  # video game designers, not web designers
        "15-2051.01",  # business intelligence and data analysts, not data scientists
        "15-2051.02",  # clinical data managers, not data scientists
        "17-2112.01",  # human factors engineers, not industrial engineers
        "19-1031.03",  # park naturalists, not conservation scientists
        "19-2041.01",  # climate change policy analysts, not environmental scientists
        "27-2012.04",  # talent directors, not producers
        "29-1122.01",  # low vision and mobility specialists, not occupational therapists
        "33-3021.02",  # police identification officers, not detectives
        "33-3021.06",  # intelligence analysts, not detectives
        "47-4011.01",  # energy auditors, not building inspectors
        "51-9195.03",  # stone cutters, glass blowers and potters, not molders
        "51-9195.04",
        "51-9195.05",
        "53-1042.01",  # recycling coordinators, not supervisors of laborers
    )
)
"""
Specialities of O*NET that the SOC counts within another occupation, though a person who took them up would have changed the
occupation.  A judgement of ours by what they are called, not a measurement.
"""
_ROUNDING = 1e-6  # what the sum of weights may lack or exceed because they were rounded
_CATALOGUE_CODE = re.compile(r"[a-z0-9][a-z0-9_.-]*:[a-z0-9][a-z0-9-]*")


class RoleLevel(enum.Enum):
    """
    How fine two roles are told apart; the value is the number of digits of the O*NET-SOC code that must agree.

    `DETAILED` (6 digits, SOC detailed occupation) is the default.  A SOC code that ends in 9 is a rest of occupations that have
    no place in any other ("All Other"): what O*NET names within it are occupations of their own, and so are
    the `OWN_OCCUPATIONS`.  A catalogue role is told apart by its own code down to `DETAILED`, and above that by the SOC group
    of its primary anchor.
    """

    ONET = 8
    DETAILED = 6
    BROAD = 5
    MINOR = 3
    MAJOR = 2


class Seniority(enum.Enum):
    """Rank within a role, set apart from the title; it never alters the kind of a switch."""

    INTERN = "intern"
    ENTRY = "entry"
    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"
    MANAGER = "manager"
    DIRECTOR = "director"
    EXECUTIVE = "executive"


def _check_role_code(instance: Role, attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str) or not (_ONET_CODE.fullmatch(value) or _CATALOGUE_CODE.fullmatch(value)):
        raise InvalidValueError(
            f"Role.{attribute.name}",
            value,
            "give an O*NET-SOC code such as 15-2051.00 or a catalogue id such as aijobkit:ml-engineer",
        )


def _check_anchors(instance: object, attribute: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
    for code in value:
        if not isinstance(code, str) or not _ONET_CODE.fullmatch(code):
            raise InvalidValueError(f"Role.{attribute.name}", code, "give O*NET-SOC codes such as 15-2051.00")


def _own_anchor(role: Role) -> tuple[str, ...]:
    return (role.code,) if isinstance(role.code, str) and _ONET_CODE.fullmatch(role.code) else ()


def _is_occupation(role: Role | RoleDefinition) -> bool:
    return not role.is_life_role


@attrs.frozen(kw_only=True, cache_hash=True)
class Role:
    """
    What somebody does.

    Args:
        code: An O*NET-SOC 2019 code (``15-2051.00``) or a namespaced catalogue id (``aijobkit:prompt-engineer``).
        title: The name people read.
        onet_codes: The O*NET-SOC occupations by which the role can be measured, the most telling first.  An O*NET role is its
            own anchor.  A life role such as a student may have none.
        is_ai: Whether this counts as a job in AI.
        same_as: The O*NET-SOC code that a catalogue role stands for entirely, or None.
        is_life_role: Whether this is a way of life rather than an occupation: student, career break, self-taught.
        has_employer: Whether who holds this role is with an employer; by default every occupation is and no way of life.
            Service, an apprenticeship or an internship is both a way of life and with an employer; an occupation that somebody
            has left is without one.

    Raises:
        InvalidValueError: If a code is not of its form or the title is empty.

    Examples:
        >>> Role(code="15-2051.00", title="Data Scientists").onet_codes
        ('15-2051.00',)
    """

    code: str = attrs.field(validator=_check_role_code)
    title: str = attrs.field(validator=_checks.text)
    onet_codes: tuple[str, ...] = attrs.field(
        default=attrs.Factory(_own_anchor, takes_self=True), converter=_checks.strings, validator=_check_anchors
    )
    is_ai: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    same_as: str | None = attrs.field(default=None)
    is_life_role: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    has_employer: bool = attrs.field(
        default=attrs.Factory(_is_occupation, takes_self=True), validator=_checks.instance_of(bool)
    )

    @same_as.validator
    def _check_same_as(self, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is not None:
            _check_anchors(self, attribute, (value,))

    @property
    def is_blend(self) -> bool:
        """Whether the role is no occupation that anybody counts, but stands for a mixture of occupations like it."""
        return self.code not in self.onet_codes and self.same_as is None

    @property
    def is_mixture(self) -> bool:
        """Whether the role is measured like several occupations at once."""
        return len(self.onet_codes) > 1

    @property
    def is_speciality(self) -> bool:
        """Whether jobs and pay of the role are counted with those of a whole occupation that it is a part of."""
        onet = self.same_as or self.code
        return _ONET_CODE.fullmatch(onet) is not None and not onet.endswith(_WHOLE)

    def key(self, level: RoleLevel = RoleLevel.DETAILED) -> str:
        """
        Return what the role is told apart by at *level*.

        >>> Role(code="29-1141.01", title="Acute Care Nurses").key()
        '29-1141'
        >>> Role(code="19-1029.04", title="Biologists").key()
        '19-1029.04'
        """
        onet = self.code if _ONET_CODE.fullmatch(self.code) else self.same_as
        if onet is None:
            if level in (RoleLevel.ONET, RoleLevel.DETAILED) or not self.onet_codes:
                return self.code
            onet = self.onet_codes[0]
        if level is RoleLevel.ONET or (level is RoleLevel.DETAILED and _is_own_occupation(onet)):
            return onet
        # A SOC code is written dd-dddd: the hyphen takes one place more than the digits.
        return onet[:2] if level is RoleLevel.MAJOR else onet[: level.value + 1]


def _is_own_occupation(onet: str) -> bool:
    """Say whether a speciality of O*NET is an occupation of its own, beside that of its SOC code."""
    return onet in OWN_OCCUPATIONS or (_REST.fullmatch(onet) is not None and not onet.endswith(_WHOLE))


def same_role(one: Role, other: Role, /, *, level: RoleLevel = RoleLevel.DETAILED) -> bool:
    """
    Say whether two roles are the same at *level* or at any finer one.

    Counting the finer levels makes the relation grow with coarser granularity by construction.

    Args:
        one: A role.
        other: Another role.
        level: How fine they are told apart.

    Examples:
        >>> nurse = Role(code="29-1141.00", title="Registered Nurses")
        >>> acute = Role(code="29-1141.01", title="Acute Care Nurses")
        >>> same_role(nurse, acute), same_role(nurse, acute, level=RoleLevel.ONET)
        (True, False)
    """
    if one.code == other.code:
        return True
    finer = [step for step in RoleLevel if step.value >= level.value]
    return any(one.key(step) == other.key(step) for step in finer)


class Domain(enum.Enum):
    """The O*NET domain of an element; a name such as Mathematics stands in two of them."""

    SKILL = "skill"
    KNOWLEDGE = "knowledge"
    WORK_STYLE = "work style"
    INTEREST = "interest"
    TECHNOLOGY = "technology"
    TOPIC = "topic"


@attrs.frozen(kw_only=True)
class Skill:
    """
    One O*NET element as a role asks for it.

    Args:
        element_id: O*NET content model id, such as ``2.A.1.e``.
        name: Name of the element.
        domain: Its domain; always shown, because names repeat across domains.
        importance: O*NET importance, 1 (not important) to 5 (extremely important).
        level: O*NET level, 0 to 7.
        distinctiveness: Standard score of the importance among all rated roles; above 0 means more important than usual.
        evidence: Measured, or derived where the rating was imputed.
    """

    element_id: str = attrs.field(validator=_checks.text)
    name: str = attrs.field(validator=_checks.text)
    domain: Domain = attrs.field(validator=_checks.instance_of(Domain))
    importance: float = attrs.field(validator=_checks.within(1.0, 5.0))
    level: float = attrs.field(validator=_checks.within(0.0, 7.0))
    distinctiveness: float = attrs.field(default=0.0)
    evidence: Evidence = attrs.field(validator=_checks.instance_of(Evidence))


@attrs.frozen(kw_only=True)
class Technology:
    """
    One technology that O*NET or a catalogue lists for a role.

    Args:
        name: The product or language.
        is_hot: O*NET "Hot Technology": often asked for across all postings.
        is_in_demand: O*NET "In Demand": often asked for in postings of this occupation.
        rarity: Share of roles that do not list it, in [0, 1]; near 1 means special to few roles.
        evidence: Measured for O*NET rows, assumption for catalogue rows.
    """

    name: str = attrs.field(validator=_checks.text)
    is_hot: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    is_in_demand: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    rarity: float = attrs.field(default=0.0, validator=_checks.unit)
    evidence: Evidence = attrs.field(validator=_checks.instance_of(Evidence))


@attrs.frozen(kw_only=True)
class RoleProfile:
    """
    What a role asks for, as far as the data know it.

    Args:
        role: The role.
        skills: Rated elements, sorted by domain and element id; empty where no ratings exist.
        technologies: Technologies, in demand first, then hot, then rare, then by name.
        topics: Short names of concrete subjects from a catalogue, in its order.
        job_zone: O*NET job zone, 1 to 5, or None where unknown.
        education: Typical required level on the O*NET scale 1 to 12, or None.
        licensed: Why a licence is needed to practise, or an empty text.
        rated_as: Title of the one occupation whose ratings stand in for those of the role, or how many of its group do; empty
            where they are its own or the mean of several.
        evidence: ``(field, Evidence)`` pairs for job zone, education, licence and ratings.
    """

    role: Role = attrs.field(validator=_checks.instance_of(Role))
    skills: tuple[Skill, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Skill))
    technologies: tuple[Technology, ...] = attrs.field(
        default=(), converter=_checks.tuple_of, validator=_checks.members(Technology)
    )
    topics: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.texts)
    job_zone: float | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.within(1.0, 5.0)))
    education: float | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.within(1.0, 12.0)))
    licensed: str = attrs.field(default="", validator=_checks.optional_text)
    rated_as: str = attrs.field(default="", validator=_checks.optional_text)
    evidence: tuple[tuple[str, Evidence], ...] = attrs.field(
        default=(), converter=_checks.pairs, validator=_checks.pairs_of(str, Evidence)
    )


@attrs.frozen(kw_only=True)
class RoleDefinition:
    """
    A role as a catalogue defines it: what a plugin returns from ``aijobkit_roles``.

    Args:
        code: Namespaced id, ``namespace:slug``.
        title: The name people read.
        anchors: ``(O*NET-SOC code, weight)`` pairs, weights above 0 that sum to 1, the most telling first; may be empty for a
            life role.
        titles: Other everyday titles.
        technologies: Technologies asked for, most important first.
        topics: Short names of concrete subjects.
        is_ai: Whether this counts as a job in AI.
        is_life_role: Whether this is a way of life rather than an occupation.
        has_employer: Whether who holds this role is with an employer; by default every occupation is and no way of life.
        job_zone: Job zone, 1 (short preparation) to 5 (long), where the mean of the anchors would mislead; None takes the mean.
        job_zone_reason: Why that zone, in one sentence.
        reason: Why these anchors, in one sentence.
        source: Who says so.

    Raises:
        InvalidValueError: If a code is malformed, the weights do not sum to 1 or a job zone has no reason.
    """

    code: str
    title: str
    anchors: tuple[tuple[str, float], ...] = attrs.field(default=(), converter=_checks.pairs)
    titles: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.texts)
    technologies: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.texts)
    topics: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.texts)
    is_ai: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    is_life_role: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    has_employer: bool = attrs.field(
        default=attrs.Factory(_is_occupation, takes_self=True), validator=_checks.instance_of(bool)
    )
    job_zone: float | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.within(1.0, 5.0)))
    job_zone_reason: str = attrs.field(default="", validator=_checks.optional_text)
    reason: str = attrs.field(validator=_checks.text)
    source: str = attrs.field(validator=_checks.text)

    @anchors.validator
    def _check_weights(self, attribute: attrs.Attribute[Any], value: tuple[Any, ...]) -> None:
        total = 0.0
        for pair in value:
            is_pair = isinstance(pair, tuple) and len(pair) == 2 and type(pair[1]) in (int, float)
            if not is_pair or not 0 < pair[1] <= 1 + _ROUNDING:
                raise InvalidValueError("RoleDefinition.anchors", pair, "give (O*NET-SOC code, weight above 0 up to 1) pairs")
            total += pair[1]
        if value and abs(total - 1.0) > _ROUNDING:
            raise InvalidValueError("RoleDefinition.anchors", total, "weights must sum to 1")

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.code, str) or not _CATALOGUE_CODE.fullmatch(self.code):
            raise InvalidValueError("RoleDefinition.code", self.code, "give a namespaced id such as school:ml-tutor")
        if self.job_zone is not None and not self.job_zone_reason:
            raise InvalidValueError("RoleDefinition.job_zone_reason", "", "say why the job zone is not that of the anchors")
        self.role()  # the role that this defines must itself be valid

    def role(self) -> Role:
        """Return the `Role` that this defines."""
        return Role(
            code=self.code,
            title=self.title,
            onet_codes=tuple(pair[0] for pair in self.anchors),
            is_ai=self.is_ai,
            is_life_role=self.is_life_role,
            has_employer=self.has_employer,
        )


@attrs.frozen(kw_only=True)
class FoundRole:
    """
    A role that a plugin thinks a text means: what ``aijobkit_find_roles`` gives.

    Args:
        code: Code of a role of the taxonomy, O*NET-SOC or catalogue; a code that the taxonomy does not have is reported.
        confidence: How likely the text means this role, in [0, 1].
        reason: Why, in one plain sentence; shown with the match.
        provider: Filled in by the plugin machinery; a provider leaves it empty.

    Examples:
        >>> FoundRole(code="15-2051.00", confidence=0.9, reason="the glossary of the employer says so").provider
        ''
    """

    code: str = attrs.field()
    confidence: float = attrs.field(validator=_checks.unit)
    reason: str = attrs.field(validator=_checks.text)
    provider: str = attrs.field(default="", validator=_checks.optional_text)

    @code.validator
    def _check_code(self, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, str) or not (_ONET_CODE.fullmatch(value) or _CATALOGUE_CODE.fullmatch(value)):
            raise InvalidValueError("FoundRole.code", value, "give an O*NET-SOC code or a catalogue id")
