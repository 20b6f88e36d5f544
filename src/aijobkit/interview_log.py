"""
The interview log: one JSON file that the person owns, with whom they spoke, what they learned and what comes next.

The log itself is a value and is changed by functions; `change_log` is the one way to write the file.  It takes a lock (a file
``<log>.lock``, made so that only one of two writers can make it), writes a whole new file beside the old one and puts it in its
place, so that neither a crash nor a second window loses an entry.  If a writer was killed, its lock stays behind; the error
then names the file to delete, since only the person knows that no other window is still writing.

Dates are given by the caller; nothing here asks a clock what day it is.
"""

from __future__ import annotations

import datetime as dt
import enum
import hashlib
import io
import itertools
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from aijobkit import _checks
from aijobkit.errors import ImportFileError, InvalidValueError, SerializationError
from aijobkit.serialize import from_json, to_json

if TYPE_CHECKING:
    from icalendar import Calendar

__all__ = [
    "Interview",
    "InterviewLog",
    "InterviewStatus",
    "NextStep",
    "add_interview",
    "change_log",
    "next_steps",
    "read_log",
    "to_ics",
    "update_interview",
    "write_ics",
]

_TRIES = 100
_DIGEST = 20  # hexadecimal digits, 80 bits: two interviews never agree by chance
_PAUSE = 0.05  # seconds between two tries to take the lock: five seconds in all


class InterviewStatus(enum.Enum):
    """How far an interview has come."""

    PLANNED = "planned"
    ASKED = "asked"
    AGREED = "agreed"
    DONE = "done"
    THANKED = "thanked"
    DECLINED = "declined"


# What usually comes next where the person did not say.
_USUAL_NEXT = {
    InterviewStatus.PLANNED: "ask for twenty minutes",
    InterviewStatus.ASKED: "wait a week, then ask once more, kindly, and not again",
    InterviewStatus.AGREED: "prepare your questions and hold the conversation",
    InterviewStatus.DONE: "say thank you within a day, with one thing that helped",
}
_WAS_IT_HELD = "did it take place? If so, enter it as done, with what you learned; if not, agree on another day"
_FINISHED = (InterviewStatus.THANKED, InterviewStatus.DECLINED)
_HELD = (InterviewStatus.DONE, InterviewStatus.THANKED)
# What stands in a calendar before the name: the day of a talk that was only asked for is no appointment.
_ENTRIES = {
    InterviewStatus.PLANNED: "Interview planned",
    InterviewStatus.ASKED: "Interview asked for",
    InterviewStatus.AGREED: "Interview",
    InterviewStatus.DONE: "Interview held",
    InterviewStatus.THANKED: "Interview held",
}


def _date(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    # A datetime is a date, too, but it would not come back from the file as what it was.
    if type(value) is not dt.date:
        raise _checks.refusal(instance, attribute, value, "give a date such as 2026-01-31")


@attrs.frozen(kw_only=True)
class Interview:
    """
    One informational interview.

    Args:
        number: Its number in the log, from 1.
        who: With whom; kept out of ``repr``.
        on: The day it was entered, or takes place.
        title: Their job title.
        company: Their employer; kept out of ``repr``.
        status: How far it has come.
        learned: What the person learned; kept out of ``repr``.
        next_step: What the person will do next; empty for what is usual; kept out of ``repr``.
        next_on: Until when, or None.
    """

    number: int = attrs.field(validator=_checks.whole(1, 10**6))
    who: str = attrs.field(repr=False, validator=_checks.text)
    on: dt.date = attrs.field(validator=_date)
    title: str = attrs.field(default="", validator=_checks.optional_text)
    company: str = attrs.field(default="", repr=False, validator=_checks.optional_text)
    status: InterviewStatus = attrs.field(default=InterviewStatus.PLANNED, validator=_checks.instance_of(InterviewStatus))
    learned: str = attrs.field(default="", repr=False, validator=_checks.optional_lines)
    next_step: str = attrs.field(default="", repr=False, validator=_checks.optional_text)
    next_on: dt.date | None = attrs.field(default=None, validator=attrs.validators.optional(_date))


@attrs.frozen(kw_only=True)
class InterviewLog:
    """
    All interviews of one person.

    Args:
        interviews: By number.

    Raises:
        InvalidValueError: If two interviews have the same number or they are not in order.
    """

    interviews: tuple[Interview, ...] = attrs.field(
        default=(), converter=_checks.tuple_of, validator=_checks.members(Interview)
    )

    def __attrs_post_init__(self) -> None:
        numbers = [interview.number for interview in self.interviews]
        if numbers != sorted(set(numbers)):
            raise InvalidValueError("InterviewLog.interviews", numbers, "give each interview a number of its own, rising")


@attrs.frozen(kw_only=True)
class NextStep:
    """
    Something to do about an interview.

    Args:
        interview: Which.
        text: What to do; kept out of ``repr``.
        on: Until when, or None.
        is_due: Whether that day has come.
    """

    interview: Interview
    text: str = attrs.field(repr=False)
    on: dt.date | None
    is_due: bool


def add_interview(log: InterviewLog, /, *, who: str, on: dt.date, **details: Any) -> InterviewLog:
    """
    Return the log with one more interview.

    Args:
        log: The log so far.
        who: With whom.
        on: The day.
        details: Other fields of `Interview`, except its number.

    Raises:
        InvalidValueError: If a field is not accepted or not known.

    Examples:
        >>> log = add_interview(InterviewLog(), who="A. Reader", on=dt.date(2026, 1, 31))
        >>> log.interviews[0].number
        1
    """
    number = max((interview.number for interview in log.interviews), default=0) + 1
    _check_details(details)
    interview = Interview(number=number, who=who, on=on, **details)
    _check_next(interview, details)
    return InterviewLog(interviews=(*log.interviews, interview))


def update_interview(log: InterviewLog, number: int, /, **details: Any) -> InterviewLog:
    """
    Return the log with one interview changed.

    Whoever was thanked or declined is finished with: the next step that was open is closed, unless *details* give a new one.

    Args:
        log: The log so far.
        number: Number of the interview.
        details: Fields of `Interview` with their new values.

    Raises:
        InvalidValueError: If there is no such interview, or a field is not accepted or not known.
    """
    _check_details(details, "who", "on")
    before = next((interview for interview in log.interviews if interview.number == number), None)
    if before is None:
        raise InvalidValueError("number", number, "there is no interview of this number in the log")
    is_closed_now = details.get("status") in _FINISHED and details["status"] is not before.status
    closed = {"next_step": "", "next_on": None} if is_closed_now else {}
    after = attrs.evolve(before, **{**closed, **details})
    _check_next(after, details)
    return InterviewLog(interviews=[after if interview is before else interview for interview in log.interviews])


def _check_details(details: dict[str, Any], *more: str) -> None:
    known = {field.name for field in attrs.fields(Interview)} - {"number", "who", "on"} | set(more)
    for name in details:
        if name not in known:
            nearest = _checks.did_you_mean(name, known)
            hint = f"did you mean {nearest[0]!r}?" if nearest else f"known are {', '.join(sorted(known))}"
            raise InvalidValueError("Interview", name, hint)


def _check_next(interview: Interview, details: dict[str, Any]) -> None:
    """Refuse a day for a next step that cannot be meant; only one that was just given, as an older one may have passed."""
    until = details.get("next_on")
    if until is None:
        return
    if not interview.next_step and interview.status not in _USUAL_NEXT:
        raise InvalidValueError("next_on", until, "nothing is open here; say what is to be done until then (next_step)")
    if interview.status in _HELD and until < interview.on:
        raise InvalidValueError("next_on", until, f"the talk was held on {interview.on}; give a day from then on")


def next_steps(log: InterviewLog, /, *, on: dt.date) -> tuple[NextStep, ...]:
    """
    Return what is to be done, the most urgent first.

    Args:
        log: The log.
        on: The day from which to look.

    Returns:
        One step for each interview that is not finished: the person's own, or what is usual for its status.  Those with the
        earliest date come first, those without one last, ties by number; a talk that was agreed for a day in the past is asked
        after, and counts with that day.
    """
    steps = []
    for interview in log.interviews:
        until = interview.next_on
        is_due = until is not None and until <= on
        text = interview.next_step or _USUAL_NEXT.get(interview.status, "")
        if interview.status is InterviewStatus.AGREED and interview.on < on:
            planned = f" (you planned: {interview.next_step})" if interview.next_step else ""
            text, until, is_due = f"{_WAS_IT_HELD}{planned}", interview.on, True
        if text:
            steps.append(NextStep(interview=interview, text=text, on=until, is_due=is_due))

    def urgency(step: NextStep) -> tuple[dt.date, int]:
        return step.on or dt.date.max, step.interview.number

    return tuple(sorted(steps, key=urgency))


# -- the file ----------------------------------------------------------------------------------------------------------------

_HELP = "give the path of your log, or of a file that is not there yet, to begin one"


def _name(file: Path) -> str:
    return file.name or str(file)


def read_log(path: str | Path, /) -> InterviewLog:
    """
    Return the log in a file; an empty one where there is no file yet.

    Raises:
        ImportFileError: If the file cannot be read or is not an interview log.
    """
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8")
        log = from_json(text, InterviewLog)
    except FileNotFoundError:
        return InterviewLog()
    except IsADirectoryError:
        raise ImportFileError("this is a folder; give the path of a file", file=_name(file)) from None
    except SerializationError as error:
        raise ImportFileError(f"not an interview log: {error}; {_HELP}", file=_name(file)) from None
    except (OSError, ValueError):  # what is no text, and a path that cannot be one
        raise ImportFileError("cannot be read as text", file=_name(file)) from None
    # Without its mark any object would pass for a log in which nothing stands yet, and be written over.
    if json.loads(text.removeprefix("\ufeff")).get("format") is None:
        raise ImportFileError(f"not an interview log: it does not say 'format', as every log does; {_HELP}", file=_name(file))
    return log


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    lock = file.with_name(f"{file.name}.lock")
    for attempt in range(_TRIES):
        try:
            handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            break
        except FileExistsError:
            if attempt < _TRIES - 1:
                time.sleep(_PAUSE)
        except OSError as error:
            raise ImportFileError(f"cannot be locked: {(error.strerror or 'error').lower()}", file=_name(file)) from None
    else:
        raise ImportFileError(
            f"another window is writing to this log; if none is, a crash left {lock.name} behind: delete it", file=_name(file)
        )
    try:
        os.close(handle)
        yield
    finally:
        with suppress(FileNotFoundError):
            lock.unlink()


def _real(path: str | Path) -> Path:
    """Return the file that is meant; a link stays a link, and what it points to is replaced."""
    try:
        return Path(os.path.realpath(path))
    except ValueError:
        raise ImportFileError("cannot be written: not a path", file=_name(Path(path))) from None


def _replace(file: Path, data: bytes) -> None:
    """Put *data* in the place of *file*, wholly or not at all; only its owner may read it."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(file)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise


def _write(file: Path, data: bytes) -> None:
    try:
        if file.exists() and not file.is_file():
            file.write_bytes(data)  # a device or a pipe takes what it is given, and must not be replaced
        else:
            _replace(file, data)
    except OSError as error:
        raise ImportFileError(f"cannot be written: {(error.strerror or 'error').lower()}", file=_name(file)) from None


def change_log(path: str | Path, change: Callable[[InterviewLog], InterviewLog], /) -> InterviewLog:
    """
    Change the log in a file, alone and wholly or not at all.

    Args:
        path: The file; made where there is none, readable by its owner only.
        change: From the log as it is to the log as it shall be.

    Returns:
        The new log.

    Raises:
        ImportFileError: If the file cannot be read, locked or written, is not an interview log, or holds what would be lost.
        InvalidValueError: If *change* gives no log.
    """
    file = _real(path)
    with _locked(file):
        before = read_log(file)
        after = change(before)
        _checks.require("change", after, InterviewLog)
        if file.is_file() and (lost := _unknown(json.loads(_text(file)), json.loads(to_json(before)))):
            names = ", ".join(map(repr, lost))
            raise ImportFileError(
                f"holds fields that this version does not know ({names}) and would lose; a newer aijobkit wrote them, or "
                "a hand: take them out, or use that version; nothing was changed",
                file=_name(file),
            )
        _write(file, (to_json(after) + "\n").encode("utf-8"))
    return after


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8").removeprefix("\ufeff")


def _unknown(said: Any, known: Any) -> list[str]:
    """Return the names of fields that stand in *said*, a document, and not in *known*, what was read of it."""
    if isinstance(said, dict) and isinstance(known, dict):
        below = (_unknown(value, known[name]) for name, value in said.items() if name in known)
        names = [*(name for name in said if name not in known), *itertools.chain.from_iterable(below)]
    elif isinstance(said, list) and isinstance(known, list):
        names = [name for one, other in zip(said, known, strict=False) for name in _unknown(one, other)]
    else:
        names = []
    return list(dict.fromkeys(names))


# -- the calendar ------------------------------------------------------------------------------------------------------------

_MAKER = "-//aijobkit//interview log//EN"
_HEAD = 1000  # bytes of a calendar in which the name of its maker stands


def _new_calendar() -> Calendar:
    try:
        from icalendar import Calendar
    except ImportError:
        raise ImportFileError("needs the library icalendar: pip install 'aijobkit[calendar]'", file="calendar") from None
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    return calendar


def _identity(what: str, interview: Interview) -> str:
    # RFC 5545 wants identities that are unique in the world and last.  The day is left out, as an interview may be moved.
    digest = hashlib.sha256(f"{interview.number}\n{interview.who}".encode("utf-8", "backslashreplace")).hexdigest()
    return f"{what}-{interview.number}-{digest[:_DIGEST]}@aijobkit"


def to_ics(log: InterviewLog, /, *, on: dt.date) -> bytes:
    """
    Return the log as a calendar, for import into any calendar program.

    Args:
        log: The log.
        on: The day on which the calendar is made.

    Returns:
        An iCalendar file: a whole day for each interview that is planned, asked for, agreed or held, named as what it is, and
        one for each next step that has a date.  An interview keeps its identity as long as its number and its person stay, so
        that a later import updates an earlier one.  In a calendar of two logs only the same person under the same number is
        taken for one.

    Raises:
        ImportFileError: If the library icalendar is not installed.
    """
    calendar = _new_calendar()
    from icalendar import Event

    made = dt.datetime.combine(on, dt.time(), tzinfo=dt.timezone.utc)

    def add(what: str, interview: Interview, day: dt.date, summary: str, description: str) -> None:
        event = Event()
        event.add("uid", _identity(what, interview))
        event.add("dtstamp", made)
        event.add("dtstart", day)
        event.add("summary", summary)
        if description:
            event.add("description", description)
        calendar.add_component(event)

    for interview in log.interviews:
        about = ", ".join(filter(None, (interview.title, interview.company)))
        if interview.status in _ENTRIES:
            add("interview", interview, interview.on, f"{_ENTRIES[interview.status]}: {interview.who}", about)
    for step in next_steps(log, on=on):
        if step.on is not None:
            about = f"Interview {step.interview.number}"
            add("next", step.interview, step.on, f"{step.interview.who}: {step.text}", about)
    return bytes(calendar.to_ical())


def write_ics(path: str | Path, data: bytes, /) -> None:
    """
    Write a calendar, wholly or not at all, readable by its owner only, like the log itself.

    Args:
        path: The file; a calendar of an interview log that is there is replaced.
        data: What `to_ics` returned.

    Raises:
        ImportFileError: If the file cannot be written, or is there and no such calendar.
    """
    file = _real(path)
    try:
        with file.open("rb") if file.is_file() else io.BytesIO() as stream:
            head = stream.read(_HEAD)
    except OSError:
        head = b"?"
    if head and _MAKER.encode() not in head:
        raise ImportFileError("is there already, and no calendar of a log; give another path, or delete it", file=_name(file))
    _write(file, data)
