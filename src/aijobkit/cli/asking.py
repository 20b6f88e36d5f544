"""From the words of a command line to a person, a target and the data to ask."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from aijobkit.cli.console import Settings, UnresolvedError, fail
from aijobkit.errors import AmbiguousIndustryError, ImportFileError, ResolutionError
from aijobkit.people import EmployerKind, Person, Position
from aijobkit.roles import Role

if TYPE_CHECKING:
    from aijobkit.advice import AdviceFailure
    from aijobkit.importers import ImportReport, PersonDraft
    from aijobkit.planner import Equipped
    from aijobkit.plugins import PluginManager
    from aijobkit.taxonomy import Taxonomy

__all__ = ["Asked", "Data", "Words", "ask", "ask_each", "open_data", "read_profile", "read_role"]


@attrs.frozen(kw_only=True)
class Data:
    """The data of a run: the taxonomy with what plugins brought, the plugins, and what failed among them."""

    equipped: Equipped
    manager: PluginManager

    @property
    def taxonomy(self) -> Taxonomy:
        """The taxonomy with what plugins brought."""
        return self.equipped.taxonomy

    @property
    def failures(self) -> tuple[AdviceFailure, ...]:
        """What failed among the plugins so far, bringing roles and finding."""
        return self.equipped.failures


@attrs.frozen(kw_only=True)
class Words:
    """
    What a person wrote on the command line about a move.

    Args:
        from_role: Present role.
        from_industry: Present industry.
        to_role: Role wanted.
        to_industry: Industry wanted.
        employer: Kind of employer wanted.
        skills: Their skills.
        past: Earlier roles, latest first.
        education: Highest level completed, 1 to 12.
        profile: File to take more from.
    """

    from_role: str | None = None
    from_industry: str | None = None
    to_role: str | None = None
    to_industry: str | None = None
    employer: str | None = None
    skills: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    education: int | None = None
    profile: str | None = None


@attrs.frozen(kw_only=True)
class Asked:
    """
    A question that was understood.

    Args:
        data: The data to ask.
        person: Who moves.
        target: Where to.
        notes: Choices made on the way that the person should see.
        employers: ``(employer, whether it is a present one)`` of all jobs of the profile, for what a contact shares with the
            person; *person* holds neither the employer of the present job nor jobs whose role is not known.
    """

    data: Data
    person: Person
    target: Position
    notes: tuple[str, ...]
    employers: tuple[tuple[str, bool], ...] = ()


def open_data(settings: Settings) -> Data:
    """Open the data that were asked for, with what plugins bring; once per run."""
    if settings.opened is not None:
        return settings.opened
    # One question is too small for several threads: starting them takes longer than they save.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from aijobkit.planner import equip_taxonomy
    from aijobkit.plugins import default_manager
    from aijobkit.taxonomy import load_taxonomy

    manager = default_manager()
    equipped = equip_taxonomy(load_taxonomy(settings.data), manager=manager)
    settings.opened = Data(equipped=equipped, manager=manager)
    return settings.opened


def read_role(option: str, text: str, taxonomy: Taxonomy) -> tuple[Role, tuple[str, ...]]:
    """
    Return the role that *text* means, and how it was read where that is not plain.

    Raises:
        ResolutionError: If it cannot be resolved; it names the *option*.
    """
    from aijobkit.planner.moves import reading_notes

    try:
        match = taxonomy.resolve_role(text)
    except ResolutionError as error:
        raise _of(option, error) from None
    return match.role, reading_notes(text, match)


def _of(option: str, error: ResolutionError) -> ResolutionError:
    """Return an error with the option that said what could not be resolved."""
    return type(error)(error.text, error.candidates, error.hint, field=option)


def _unresolved(
    error: ResolutionError, words: Words, from_role: str, from_industry: str | None, taxonomy: Taxonomy
) -> UnresolvedError:
    """Return everything on a command line that cannot be resolved, so that nobody mends one word to learn of the next."""
    texts = (
        *(("--from-role", from_role, taxonomy.resolve_role), ("--to-role", words.to_role, taxonomy.resolve_role)),
        *(("--past", text, taxonomy.resolve_role) for text in words.past),
        ("--from-industry", from_industry, taxonomy.resolve_industry),
        ("--to-industry", words.to_industry, taxonomy.resolve_industry),
    )
    found = []
    for option, text, resolve in texts:
        try:
            if text is not None:
                resolve(text)
        except AmbiguousIndustryError as one:
            # Only where its meanings lead to different answers; the planner stops at the first of them.
            if isinstance(error, AmbiguousIndustryError) and one.text == error.text:
                found.append(_of(option, one))
        except ResolutionError as one:
            found.append(_of(option, one))
    return UnresolvedError(found or [error])


def read_profile(path: str, taxonomy: Taxonomy) -> ImportReport:
    """
    Read a LinkedIn export or a JSON Resume, whichever the file is.

    Raises:
        ImportFileError: If it is neither.
    """
    from aijobkit.importers import read_json_resume, read_linkedin

    if Path(path).suffix.lower() == ".json":
        return read_json_resume(path, taxonomy=taxonomy)
    return read_linkedin(path, taxonomy=taxonomy)


def _draft(words: Words, settings: Settings, taxonomy: Taxonomy) -> PersonDraft | None:
    """Return what the profile says, which is read, and complained of, once per run."""
    if words.profile is not None and words.profile not in settings.drafts:
        settings.drafts[words.profile] = _read_draft(words.profile, taxonomy)
    return settings.drafts.get(words.profile or "")


def _read_draft(path: str, taxonomy: Taxonomy) -> PersonDraft:
    report = read_profile(path, taxonomy)
    draft = report.draft
    if not (draft.positions or draft.skills or draft.schools or draft.education or draft.industry):
        what = "nothing about yourself was found in it; a profile is a JSON Resume or your LinkedIn export"
        hint = "; a list of people you know is for: aijobkit interviews --contacts" if report.contacts else ""
        raise ImportFileError(f"{what}{hint}", file=f"--profile {path}")
    fail(*(f"note: {problem}" for problem in report.problems))
    return draft


def _texts(words: Words, draft: PersonDraft | None) -> tuple[str, str | None]:
    """Return the present role and industry: what was written goes before what the file says."""
    if words.from_role is not None:
        return words.from_role, words.from_industry
    present = next((position for position in draft.positions if position.role is not None), None) if draft else None
    if draft is None or present is None or present.role is None:
        where = " (the profile names none that we recognise)" if draft is not None else ""
        raise click.UsageError(f"say what you do now: --from-role TEXT{where}")
    industry = words.from_industry
    if industry is None and draft.industry is not None:
        industry = draft.industry.code
    return present.role.code, industry


def ask(words: Words, settings: Settings) -> Asked:
    """
    Understand a question.

    Raises:
        click.UsageError: If it names no target or no origin.
        UnresolvedError: If roles or industries cannot be resolved.
        ImportFileError: If the profile cannot be read.
    """
    from aijobkit.gaps import split_skills
    from aijobkit.planner import resolve_move

    if words.to_role is None:
        raise click.UsageError("say which role you want: --to-role TEXT")
    if words.from_role is None and words.profile is None:
        raise click.UsageError("say what you do now: --from-role TEXT")
    data = open_data(settings)
    draft = _draft(words, settings, data.taxonomy)
    from_role, from_industry = _texts(words, draft)
    try:
        move = resolve_move(
            data.taxonomy,
            from_role=from_role,
            from_industry=from_industry,
            to_role=words.to_role,
            to_industry=words.to_industry,
            employer=EmployerKind(words.employer) if words.employer else None,
        )
        read = [read_role("--past", text, data.taxonomy) for text in words.past]
    except ResolutionError as error:
        raise _unresolved(error, words, from_role, from_industry, data.taxonomy) from None
    past = [Position(role=role) for role, _ in read]
    notes = (*move.notes, *(note for _, told in read for note in told))
    drafted = draft.person(move.origin) if draft is not None else None
    if drafted is not None:
        past += [position for position in drafted.past if position.role != move.origin.role]
    person = Person(
        position=move.origin,
        skills=(*(skill for text in words.skills for skill in split_skills(text)), *(drafted.skills if drafted else ())),
        past=past,
        education=words.education if words.education is not None or drafted is None else drafted.education,
        schools=drafted.schools if drafted else (),
    )
    return Asked(
        data=data,
        person=person,
        target=move.target,
        notes=tuple(dict.fromkeys(notes)),
        employers=draft.companies if draft is not None else (),
    )


def ask_each(several: Iterable[Words], settings: Settings) -> list[Asked]:
    """
    Understand several questions of one command line.

    Raises:
        UnresolvedError: If something cannot be resolved; of all questions at once, each text once.
    """
    asked: list[Asked] = []
    errors: dict[tuple[str, str], ResolutionError] = {}
    for words in several:
        try:
            asked.append(ask(words, settings))
        except UnresolvedError as error:
            errors |= {(one.field, one.text): one for one in error.errors}
    if errors:
        raise UnresolvedError([*errors.values()])
    return asked
