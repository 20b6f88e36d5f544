"""What an import gives: a draft of the person, their contacts, and what could not be read, all as values."""

from __future__ import annotations

import attrs

from aijobkit import _checks
from aijobkit.industries import Industry
from aijobkit.people import Contact, Employer, Person, Position
from aijobkit.roles import Role, Seniority

__all__ = ["DraftPosition", "ImportProblem", "ImportReport", "PersonDraft"]


@attrs.frozen(kw_only=True)
class ImportProblem:
    """
    Something in a file that could not be read as it stands; it never repeats what the file says about anybody.

    Args:
        file: Name of the file.
        line: Line, from 1; 0 where the whole file or a place without a line is meant.
        what: What is wrong and what was done about it.
    """

    file: str = attrs.field(validator=_checks.text)
    line: int = attrs.field(default=0, validator=_checks.whole(0, 10**9))
    what: str = attrs.field(validator=_checks.text)

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.what}" if self.line else f"{self.file}: {self.what}"


@attrs.frozen(kw_only=True)
class DraftPosition:
    """
    A position as a file tells it.

    Args:
        title: Job title as written there.
        company: Employer as written there; kept out of ``repr``.
        is_present: Whether no end is given.
        role: The role that the title was found to be, or None.
        seniority: Rank that was set apart from the title, or None.
    """

    title: str = attrs.field(validator=_checks.optional_text)
    company: str = attrs.field(default="", repr=False, validator=_checks.optional_text)
    is_present: bool = attrs.field(default=False, validator=_checks.instance_of(bool))
    role: Role | None = attrs.field(default=None, validator=_checks.instance_of(Role, type(None)))
    seniority: Seniority | None = attrs.field(default=None, validator=_checks.instance_of(Seniority, type(None)))


@attrs.frozen(kw_only=True)
class PersonDraft:
    """
    What the files tell about the person, before it is checked by them.

    Args:
        positions: The present ones first, then the others in the order of the file.
        skills: Skills in their words.
        schools: Names of schools; kept out of ``repr``.
        education: Highest level, 1 to 12 on the O*NET scale of required education, or None where no degree was recognised.
        industry: The industry the person says to work in, or None.
    """

    positions: tuple[DraftPosition, ...] = attrs.field(
        default=(), converter=_checks.tuple_of, validator=_checks.members(DraftPosition)
    )
    skills: tuple[str, ...] = attrs.field(default=(), converter=_checks.strings, validator=_checks.members(str))
    schools: tuple[str, ...] = attrs.field(default=(), repr=False, converter=_checks.strings, validator=_checks.members(str))
    education: int | None = attrs.field(default=None, validator=attrs.validators.optional(_checks.whole(1, 12)))
    industry: Industry | None = attrs.field(default=None, validator=_checks.instance_of(Industry, type(None)))

    @property
    def companies(self) -> tuple[tuple[str, bool], ...]:
        """``(employer, whether it is a present one)``, each once, present ones first."""
        named = [(position.company, position.is_present) for position in self.positions if position.company]
        ordered = sorted(named, key=lambda pair: not pair[1])
        return _checks.unique_by(ordered, lambda pair: pair[0].casefold())

    def person(self, position: Position | None = None) -> Person | None:
        """
        Return the person.

        Args:
            position: The present position, if it is known better; None takes the first one whose role was recognised.

        Returns:
            The person, or None if no position is known.
        """
        from aijobkit.taxonomy.industry_finder import is_self_employed

        known = [draft for draft in self.positions if draft.role is not None]
        found = [
            Position(
                role=draft.role,  # type: ignore[arg-type]  # filtered above
                industry=self.industry if index == 0 else None,
                employer=Employer(name=draft.company, is_self=is_self_employed(draft.company)) if draft.company else None,
                seniority=draft.seniority,
            )
            for index, draft in enumerate(known)
        ]
        if position is None:
            if not found:
                return None
            position, found = found[0], found[1:]
        return Person(position=position, skills=self.skills, past=found, education=self.education, schools=self.schools)


@attrs.frozen(kw_only=True)
class ImportReport:
    """
    Everything that was found in the files.

    Args:
        draft: About the person; empty where the files tell nothing.
        contacts: People they know, in the order of the file.
        problems: What could not be read as it stands.
    """

    draft: PersonDraft = attrs.field(factory=PersonDraft, validator=_checks.instance_of(PersonDraft))
    contacts: tuple[Contact, ...] = attrs.field(default=(), converter=_checks.tuple_of, validator=_checks.members(Contact))
    problems: tuple[ImportProblem, ...] = attrs.field(
        default=(), converter=_checks.tuple_of, validator=_checks.members(ImportProblem)
    )
