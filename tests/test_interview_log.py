"""The interview log: one file that the person owns."""

from __future__ import annotations

import datetime as dt
import json
import multiprocessing
import os
import re
import stat
import sys
from pathlib import Path
from typing import Any

import icalendar
import pytest

from aijobkit import InvalidValueError, interview_log
from aijobkit.errors import ImportFileError
from aijobkit.interview_log import (
    Interview,
    InterviewLog,
    InterviewStatus,
    add_interview,
    change_log,
    next_steps,
    read_log,
    to_ics,
    update_interview,
    write_ics,
)

DAY = dt.date(2026, 3, 2)
CALENDAR = to_ics(InterviewLog(), on=DAY)


def filled(path: Path, count: int = 1, **details: Any) -> InterviewLog:
    """Write a log of *count* interviews and return it."""
    for number in range(1, count + 1):
        log = change_log(path, lambda log, number=number: add_interview(log, who=f"Person {number}", on=DAY, **details))
    return log


def test_a_missing_file_is_an_empty_log(tmp_path: Path) -> None:
    """Before the first entry there is nothing, and that is no error."""
    assert InterviewLog() == read_log(tmp_path / "log.json")


@pytest.mark.parametrize("place", ["log", "entry"])
def test_what_this_version_does_not_know_is_not_written_over(tmp_path: Path, place: str) -> None:
    """A field that another version or a hand wrote is never lost: the log stays as it is."""
    path = tmp_path / "log.json"
    filled(path)
    document = json.loads(path.read_text(encoding="utf-8"))
    (document if place == "log" else document["interviews"][0])["rating"] = 5
    path.write_text(json.dumps(document), encoding="utf-8")

    with pytest.raises(ImportFileError, match="'rating'"):
        filled(path)

    assert document == json.loads(path.read_text(encoding="utf-8"))


def test_only_a_log_is_written(tmp_path: Path) -> None:
    """A change that gives something else is refused before anything is written."""
    filled(tmp_path / "log.json")
    with pytest.raises(InvalidValueError, match="change"):
        change_log(tmp_path / "log.json", lambda log: "no log")  # type: ignore[arg-type, return-value]

    assert 1 == len(read_log(tmp_path / "log.json").interviews)


def test_a_step_set_after_the_thanks_stays() -> None:
    """Thanks close what was open before them, and nothing that was set since."""
    log = add_interview(InterviewLog(), who="A", on=DAY, status=InterviewStatus.THANKED, next_step="send the article")
    log = update_interview(log, 1, status=InterviewStatus.THANKED, learned="ask early")

    assert "send the article" == log.interviews[0].next_step


def test_a_talk_whose_day_has_passed_is_asked_after_first() -> None:
    """Whatever was planned for later, a talk that was agreed for a day in the past counts with that day."""
    later = DAY + dt.timedelta(days=90)
    log = add_interview(InterviewLog(), who="A", on=DAY, status=InterviewStatus.AGREED, next_step="prepare", next_on=later)
    (step,) = next_steps(log, on=DAY + dt.timedelta(days=1))

    assert (DAY, True) == (step.on, step.is_due)
    assert "did it take place" in step.text
    assert "prepare" in step.text


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """The log comes back as it was written."""
    log = filled(tmp_path / "log.json", 3, title="Data Scientist", learned="ask early\nask kindly", next_on=DAY)

    assert log == read_log(tmp_path / "log.json")


def test_the_file_is_json_of_a_known_format(tmp_path: Path) -> None:
    """The person can read their own file with any program."""
    filled(tmp_path / "log.json")

    assert "aijobkit/InterviewLog/1" == json.loads((tmp_path / "log.json").read_text(encoding="utf-8"))["format"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    """Nobody else on the machine can read whom the person spoke to."""
    filled(tmp_path / "log.json")

    assert 0o600 == stat.S_IMODE((tmp_path / "log.json").stat().st_mode)


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """Neither a lock nor a half-written file stays in the folder."""
    filled(tmp_path / "log.json", 2)

    assert ["log.json"] == [path.name for path in tmp_path.iterdir()]


def test_a_crash_while_writing_keeps_the_old_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the machine fails in the middle of writing, the log is as it was, and can be written again."""
    path = tmp_path / "log.json"
    before = filled(path)

    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(ImportFileError, match="no space left"):
        filled(path)
    monkeypatch.undo()

    assert before == read_log(path)
    assert ["log.json"] == [one.name for one in tmp_path.iterdir()]


def test_a_change_that_fails_changes_nothing(tmp_path: Path) -> None:
    """A refused entry leaves the log alone and unlocked."""
    path = tmp_path / "log.json"
    before = filled(path)
    with pytest.raises(InvalidValueError):
        change_log(path, lambda log: add_interview(log, who="", on=DAY))

    assert before == read_log(path)
    assert 2 == len(filled(path).interviews)


def test_a_second_window_waits_and_then_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another window writes, nothing is lost: the second one gives up and names the lock."""
    monkeypatch.setattr(interview_log, "_TRIES", 2)
    (tmp_path / "log.json.lock").touch()
    with pytest.raises(ImportFileError, match="delete it") as caught:
        filled(tmp_path / "log.json")

    assert "log.json.lock" in str(caught.value)
    assert (tmp_path / "log.json.lock").exists()


def _write_many(path: str) -> None:
    filled(Path(path), 5)


def test_two_writers_lose_no_entry(tmp_path: Path) -> None:
    """Two programs that write at the same time both get all their entries in."""
    path = tmp_path / "log.json"
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(str(path),)) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert [0, 0] == [writer.exitcode for writer in writers]
    assert list(range(1, 11)) == [interview.number for interview in read_log(path).interviews]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """A log that is linked into a synchronised folder is changed there."""
    (tmp_path / "cloud").mkdir()
    real = tmp_path / "cloud" / "log.json"
    filled(real)
    (tmp_path / "log.json").symlink_to(real)
    filled(tmp_path / "log.json")

    assert (tmp_path / "log.json").is_symlink()
    assert 2 == len(read_log(real).interviews)


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{}x", b"\xff\xfe\x00", b'{"format": "aijobkit/Person/1"}', b'{"interviews": 3}'),
        *(b"{}", b'{"name": "my-app", "dependencies": {}}', b'{"format": null}', b'{"interviews": []}'),
    ],
)
def test_another_file_is_never_overwritten(tmp_path: Path, content: bytes) -> None:
    """A file that is no interview log is refused and left as it is."""
    path = tmp_path / "log.json"
    path.write_bytes(content)
    with pytest.raises(ImportFileError):
        filled(path)

    assert content == path.read_bytes()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A wrong path is an error in our own words."""
    with pytest.raises(ImportFileError, match=r"log\.json"):
        filled(tmp_path / "nowhere" / "log.json")


def test_a_folder_is_no_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder is called one, by its name, also where that is a dot."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ImportFileError, match=r"^\.: "):
        read_log(".")


def test_next_steps_are_sorted_by_urgency() -> None:
    """The earliest date comes first, what has no date last."""
    log = InterviewLog()
    for who, until in (("late", DAY + dt.timedelta(9)), ("never", None), ("soon", DAY)):
        log = add_interview(log, who=who, on=DAY, next_step="write", next_on=until)
    steps = next_steps(log, on=DAY)

    assert [("soon", True), ("late", False), ("never", False)] == [(step.interview.who, step.is_due) for step in steps]


@pytest.mark.parametrize("status", InterviewStatus)
def test_what_is_finished_needs_nothing(status: InterviewStatus) -> None:
    """An interview that was thanked for or declined has no next step; every other one has."""
    log = add_interview(InterviewLog(), who="A", on=DAY, status=status)
    finished = status in (InterviewStatus.THANKED, InterviewStatus.DECLINED)

    assert finished == (() == next_steps(log, on=DAY))


def test_thanks_close_what_was_open() -> None:
    """Whoever was thanked is not to be thanked again, but can be written to later on if the person says so."""
    log = add_interview(InterviewLog(), who="A", on=DAY, status=InterviewStatus.DONE, next_step="say thanks", next_on=DAY)
    thanked = update_interview(log, 1, status=InterviewStatus.THANKED)
    later = update_interview(thanked, 1, next_step="write in autumn")

    assert () == next_steps(thanked, on=DAY)
    assert ["write in autumn"] == [step.text for step in next_steps(later, on=DAY)]


@pytest.mark.parametrize(("days", "is_due"), [(-1, False), (0, False), (1, True)])
def test_an_agreed_talk_is_asked_after(days: int, is_due: bool) -> None:
    """Once its day has passed, the question is whether the talk took place; until then it is to be prepared."""
    log = add_interview(InterviewLog(), who="later", on=DAY, next_step="x", next_on=DAY + dt.timedelta(9))
    log = add_interview(log, who="A", on=DAY, status=InterviewStatus.AGREED)
    step = next(step for step in next_steps(log, on=DAY + dt.timedelta(days)) if step.interview.who == "A")

    assert (is_due, is_due) == (step.is_due, "did it take place" in step.text)
    assert is_due == (step == next_steps(log, on=DAY + dt.timedelta(days))[0])


def test_an_interview_can_be_changed() -> None:
    """Only what was named changes."""
    log = add_interview(InterviewLog(), who="A", on=DAY, title="Engineer")
    changed = update_interview(log, 1, status=InterviewStatus.DONE).interviews[0]

    assert ("A", "Engineer", InterviewStatus.DONE) == (changed.who, changed.title, changed.status)


@pytest.mark.parametrize(
    "change",
    [
        lambda log: update_interview(log, 9, title="x"),
        lambda log: update_interview(log, 1, titel="x"),
        lambda log: update_interview(log, 1, number=3),
        lambda log: add_interview(log, who="A\x1b", on=DAY),
        lambda log: add_interview(log, who="A", on="2026-03-02"),
        lambda log: add_interview(log, who="B", on=DAY, status=InterviewStatus.DONE, next_on=DAY - dt.timedelta(1)),
        lambda log: add_interview(log, who="B", on=DAY, status=InterviewStatus.THANKED, next_on=DAY),
        lambda log: add_interview(log, who="A", on=dt.datetime(2026, 3, 2, tzinfo=dt.timezone.utc)),
        lambda _: InterviewLog(interviews=[Interview(number=1, who="A", on=DAY)] * 2),
    ],
)
def test_what_makes_no_sense_is_refused(change: Any) -> None:
    """Wrong entries are refused in our own words."""
    with pytest.raises(InvalidValueError):
        change(add_interview(InterviewLog(), who="A", on=DAY))


def test_the_calendar_has_every_day() -> None:
    """A calendar program finds the interview and what comes next."""
    agreed = {"status": InterviewStatus.AGREED, "next_step": "say thanks", "next_on": DAY + dt.timedelta(1)}
    log = add_interview(InterviewLog(), who="Zoë; Müller, Dr.", on=DAY, company="Acme", **agreed)
    events = icalendar.Calendar.from_ical(to_ics(log, on=DAY)).walk("VEVENT")

    assert [DAY, DAY + dt.timedelta(1)] == [event.decoded("dtstart") for event in events]
    assert "Interview: Zoë; Müller, Dr." == str(events[0]["summary"])


@pytest.mark.parametrize("status", InterviewStatus)
def test_only_what_is_agreed_is_an_appointment(status: InterviewStatus) -> None:
    """A talk that was only asked for, or is over, is not called an interview on that day; one declined is left out."""
    log = add_interview(InterviewLog(), who="A", on=DAY, status=status)
    events = icalendar.Calendar.from_ical(to_ics(log, on=DAY)).walk("VEVENT")

    assert (status is InterviewStatus.AGREED) == (["Interview: A"] == [str(event["summary"]) for event in events])
    assert (status is InterviewStatus.DECLINED) == (not events)


def test_the_calendar_is_the_same_every_time() -> None:
    """The same log on the same day gives the same bytes; no clock is asked."""
    log = add_interview(InterviewLog(), who="A", on=DAY)

    assert to_ics(log, on=DAY) == to_ics(log, on=DAY)


def uids(log: InterviewLog) -> list[str]:
    """Return the identities of what stands in the calendar of a log."""
    return [str(event["uid"]) for event in icalendar.Calendar.from_ical(to_ics(log, on=DAY)).walk("VEVENT")]


def test_the_calendars_of_two_people_stay_apart() -> None:
    """The first interview of one log never takes the place of the first of another; all identities differ."""
    logs = [add_interview(InterviewLog(), who=who, on=DAY, next_step="write", next_on=DAY) for who in ("A", "B")]
    found = [uid for log in logs for uid in uids(log)]

    assert 4 == len(set(found))


def test_a_later_calendar_updates_an_earlier_one() -> None:
    """An interview keeps its identity when it is moved to another day, held, or told more of."""
    log = add_interview(InterviewLog(), who="A", on=DAY)
    later = update_interview(log, 1, on=DAY + dt.timedelta(3), status=InterviewStatus.DONE, company="Acme", learned="x")

    assert uids(log) == uids(later)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_calendar_is_as_private_as_the_log(tmp_path: Path) -> None:
    """A calendar has the names of the log, so only its owner can read it, also where it replaces one that all could read."""
    path = tmp_path / "log.ics"
    path.write_bytes(CALENDAR)
    path.chmod(0o644)
    write_ics(path, CALENDAR + b"new")

    assert (CALENDAR + b"new", 0o600) == (path.read_bytes(), stat.S_IMODE(path.stat().st_mode))
    assert ["log.ics"] == [one.name for one in tmp_path.iterdir()]


def test_a_calendar_that_cannot_be_written_keeps_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the machine fails in the middle of writing, the calendar is as it was."""

    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "log.ics"
    write_ics(path, CALENDAR)
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(ImportFileError, match="no space left"):
        write_ics(path, b"new")

    assert CALENDAR == path.read_bytes()


@pytest.mark.parametrize("content", [b'{"name": "my-app"}', b"BEGIN:VCALENDAR\r\nPRODID:-//else//EN\r\n"])
def test_a_calendar_takes_the_place_of_calendars_of_ours_only(tmp_path: Path, content: bytes) -> None:
    """A file that is no calendar of an interview log is left as it is."""
    path = tmp_path / "package.json"
    path.write_bytes(content)
    with pytest.raises(ImportFileError, match="no calendar of a log"):
        write_ics(path, CALENDAR)

    assert content == path.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such device")
def test_a_device_is_never_replaced(tmp_path: Path) -> None:
    """What is no file, such as a pipe, is written to and stays what it is."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_ics(pipe, b"data")

        assert b"data" == os.read(reader, 10)
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize(
    "use",
    [read_log, lambda path: change_log(path, lambda log: log), lambda path: write_ics(path, b"")],
    ids=["read", "change", "ics"],
)
@pytest.mark.parametrize("path", ["a\0b", "x\ud800/\0"])
def test_a_path_that_cannot_be_one_is_our_error(use: Any, path: str) -> None:
    """A broken name of a file is refused in our own words."""
    with pytest.raises(ImportFileError):
        use(path)


def test_names_stay_out_of_repr_and_errors() -> None:
    """Neither a representation nor an error shows whom the person spoke to."""
    log = add_interview(InterviewLog(), who="Zyxwv", on=DAY, company="Zyxwv", learned="Zyxwv", next_step="Zyxwv")
    with pytest.raises(InvalidValueError) as caught:
        update_interview(log, 7)

    assert "Zyxwv" not in repr(log) + repr(next_steps(log, on=DAY)) + str(caught.value)


@pytest.mark.parametrize("field", ["on", "who", "title", "company", "learned", "next_step", "next_on", "status", "number"])
@pytest.mark.parametrize("value", ["Zyxwv\t5551234", 5551234, ["Zyxwv"]])
def test_a_damaged_log_is_named_without_what_it_says(tmp_path: Path, field: str, value: object) -> None:
    """Where a log is damaged is told, and nothing of what stands there."""
    entry = {"number": 1, "who": "A", "on": "2026-03-02", field: value}
    (tmp_path / "log.json").write_text(
        json.dumps({"format": "aijobkit/InterviewLog/1", "interviews": [entry]}), encoding="utf-8"
    )
    with pytest.raises(ImportFileError, match=r"^log\.json: not an interview log: interviews\[0\]") as caught:
        read_log(tmp_path / "log.json")

    assert not {"Zyxwv", "5551234"} & set(re.findall(r"\w+", str(caught.value)))
