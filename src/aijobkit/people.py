"""
People: a person, their positions, their employers and the people they know.

No field here holds age, gender, nationality, ethnicity, health or family; nothing of the kind may ever be added.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable

import attrs

from aijobkit import _checks
from aijobkit.industries import Industry
from aijobkit.roles import Role, Seniority

__all__ = ["Contact", "Employer", "EmployerKind", "Person", "Position", "Tie"]


class EmployerKind(enum.Enum):
    """The kinds of employer that counsel treats differently."""

    STARTUP = "startup"
    SMALL = "small"
    LARGE = "large"


@attrs.frozen(kw_only=True)
class Employer:
    """
    An employer, as far as it matters for advice.

    Args:
        kind: Startup, small or large; None where not said.
        name: The name, if the person wants to give it; kept out of ``repr``.
        is_self: Whether the person works for themselves, freelance or self-employed: nobody is there to give them another job.
    """

    kind: EmployerKind | None = attrs.field(default=None, validator=_checks.instance_of(EmployerKind, type(None)))
    name: str = attrs.field(default="", repr=False, validator=_checks.optional_text)
    is_self: bool = attrs.field(default=False, validator=_checks.instance_of(bool))


@attrs.frozen(kw_only=True)
class Position:
    """
    A role in an industry at an employer.

    Args:
        role: What the person does there.
        industry: The employer's industry; None where there is none to leave (a student) or it was not said.
        employer: The employer, or None.
        seniority: Rank, or None; it never alters the kind of a switch.

    Examples:
        >>> Position(role=Role(code="29-1141.00", title="Registered Nurses")).industry is None
        True
    """

    role: Role = attrs.field(validator=_checks.instance_of(Role))
    industry: Industry | None = attrs.field(default=None, validator=_checks.instance_of(Industry, type(None)))
    employer: Employer | None = attrs.field(default=None, validator=_checks.instance_of(Employer, type(None)))
    seniority: Seniority | None = attrs.field(default=None, validator=_checks.instance_of(Seniority, type(None)))

    @property
    def is_alone(self) -> bool:
        """Whether the person works there for themselves, with no employer who could give them another job."""
        return self.employer is not None and self.employer.is_self


def _clean_names(values: Iterable[str]) -> tuple[str, ...]:
    """Trim the names, drop blank ones and repeats, whatever their case, keeping the person's own order and spelling."""
    trimmed = (" ".join(value.split()) if isinstance(value, str) else value for value in _checks.tuple_of(values))
    named = [value for value in trimmed if value != ""]
    return _checks.unique_by(named, lambda value: value.casefold() if isinstance(value, str) else id(value))


@attrs.frozen(kw_only=True)
class Person:
    """
    Somebody who thinks about a move.

    Args:
        position: Where they are now.
        skills: Skills and technologies in their own words; spaces are trimmed, blank ones and repeats dropped.
            A list in one text is taken apart by `aijobkit.gaps.split_skills`.
        past: Earlier positions, latest first.
        education: Highest completed level on the O*NET scale of required education, 1 (less than high school) to 12
            (post-doctoral); None where not said.
        schools: Names of schools, only to find contacts; kept out of ``repr``.
        name: Kept out of ``repr``; never needed.

    Examples:
        >>> nurse = Position(role=Role(code="29-1141.00", title="Registered Nurses"))
        >>> Person(position=nurse, skills=["Python", " python ", "SQL"]).skills
        ('Python', 'SQL')
    """

    position: Position = attrs.field(validator=_checks.instance_of(Position))
    skills: tuple[str, ...] = attrs.field(default=(), converter=_clean_names, validator=_checks.texts)
    past: tuple[Position, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Position))
    education: int | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.whole(1, 12)))
    schools: tuple[str, ...] = attrs.field(default=(), repr=False, converter=_clean_names, validator=_checks.texts)
    name: str = attrs.field(default="", repr=False, validator=_checks.optional_text)

    def with_skills(self, *skills: str) -> Person:
        """
        Return this person with more skills.

        >>> nurse = Position(role=Role(code="29-1141.00", title="Registered Nurses"))
        >>> Person(position=nurse).with_skills("Python").skills
        ('Python',)
        """
        return attrs.evolve(self, skills=(*self.skills, *skills))


class Tie(enum.Enum):
    """What the person and a contact share."""

    SAME_EMPLOYER = "same employer"
    FORMER_COLLEAGUE = "former colleague"
    SAME_SCHOOL = "same school"


def _unique_ties(values: Iterable[Tie]) -> tuple[Tie, ...]:
    """Drop repeats, and set what is left in the order of `Tie`; what is no tie is kept for the validator to refuse."""
    given = _checks.tuple_of(values)
    return (*(tie for tie in Tie if tie in given), *(value for value in given if not isinstance(value, Tie)))


@attrs.frozen(kw_only=True)
class Contact:
    """
    Somebody the person knows, who might give an informational interview.

    Args:
        name: As in the person's address book; kept out of ``repr``.
        title: Job title as written there.
        company: Employer as written there; kept out of ``repr``.
        role: The role that the title was found to be, or None.
        industry: The industry, or None.
        past: Earlier roles, latest first, where known.
        ties: What the two share, each once, in the order of `Tie`.
        line: The line of the file it came from, from 1; 0 where it came from elsewhere.
    """

    name: str = attrs.field(repr=False, validator=_checks.text)
    title: str = attrs.field(default="", validator=_checks.optional_text)
    company: str = attrs.field(default="", repr=False, validator=_checks.optional_text)
    role: Role | None = attrs.field(default=None, validator=_checks.instance_of(Role, type(None)))
    industry: Industry | None = attrs.field(default=None, validator=_checks.instance_of(Industry, type(None)))
    past: tuple[Role, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Role))
    ties: tuple[Tie, ...] = attrs.field(default=(), converter=_unique_ties, validator=_checks.members(Tie))
    line: int = attrs.field(default=0, validator=_checks.whole(0, 10**9))
