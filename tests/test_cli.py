"""The command line, from outside: what it prints, where, and with which exit status."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from aijobkit import SwitchPlan, cli, hookimpl, plugins
from aijobkit.cli import main
from aijobkit.cli.options import EXAMPLE
from aijobkit.serialize import from_json
from aijobkit.switches import Switch
from small_release import OCCUPATIONS, write_release

MOVE = ("--from-role", "registered nurse", "--from-industry", "hospital", "--to-role", "data scientist")
WHOLE = (*MOVE, "--to-industry", "software")
HEAVY_FOR_HELP = ("attrs", "cattrs", "numpy", "rich", "pluggy", "importlib_metadata", "sqlite3", "hypothesis", "jinja2")


@attrs.frozen
class Ran:
    """What came out of one run."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return standard output read as JSON."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs one command line inside this process."""

    def run(*arguments: str) -> Ran:
        status = main(arguments)
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run


def outside(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run one command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "aijobkit", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, "AIJOBKIT_PLUGINS": "", **environment},
    )


# -- plan and classify -------------------------------------------------------------------------------------------------------


def test_plan_without_arguments_explains_itself(run: Run) -> None:
    """Whoever types just `aijobkit plan` is told how, with one example, and that is no error."""
    ran = run("plan")

    assert (0, "") == (ran.status, ran.err)
    assert EXAMPLE in ran.out


def test_the_example_works_as_it_stands(run: Run) -> None:
    """The example that is shown gives a plan."""
    import shlex

    ran = run(*shlex.split(EXAMPLE)[1:])

    assert 0 == ran.status
    assert ran.out.startswith("From Registered Nurses to Data Scientist\n")


@pytest.mark.parametrize("command", ["plan", "classify", "gap", "explain"])
@pytest.mark.parametrize("options", [("--to-role", "nurse"), ("--from-role", "nurse"), ("--skill", "x")])
def test_half_a_question_is_wrong_usage(run: Run, command: str, options: tuple[str, ...]) -> None:
    """A question without an origin or a target says what is lacking and exits with 2."""
    ran = run(command, *options)

    assert (2, "") == (ran.status, ran.out)
    assert "--to-role" in ran.err or "--from-role" in ran.err


def test_classify_as_json(run: Run) -> None:
    """The JSON of a verdict has the keys that were promised and is the switch again."""
    ran = run("classify", *WHOLE, "--format", "json")
    keys = {"kind", "origin", "target", "role_axis", "industry_axis", "is_first_ai_job", "difficulty", "provenance"}

    assert (0, "") == (ran.status, ran.err)
    assert keys <= set(ran.json)
    assert ("both", "changed", "changed", True) == tuple(
        ran.json[key] for key in ("kind", "role_axis", "industry_axis", "is_first_ai_job")
    )
    assert "both" == from_json(ran.out, Switch).kind.value


def test_plan_as_json(run: Run) -> None:
    """The JSON of a plan has more keys and is the whole plan again."""
    ran = run("plan", *WHOLE, "--skill", "Python, SQL", "--format", "json")

    assert {"kind", "provenance", "gaps", "strengths", "routes", "advice", "failures"} <= set(ran.json)
    assert ("Python", "SQL") == from_json(ran.out, SwitchPlan).person.skills


def test_a_left_out_industry_is_kept_and_said(run: Run) -> None:
    """Without a target industry the target keeps the origin's, and the answer says so in words and in JSON."""
    document = run("classify", *MOVE, "--format", "json").json

    assert ("role", "622") == (document["kind"], document["target"]["industry"]["code"])
    assert any("keeps yours" in note for note in document["notes"])
    assert "keeps yours" in " ".join(run("classify", *MOVE).out.split())


def test_codes_are_accepted_wherever_words_are(run: Run) -> None:
    """Codes and words lead to the same verdict."""
    codes = ("--from-role", "29-1141.00", "--from-industry", "622", "--to-role", "aijobkit:data-scientist")
    documents = [run("classify", *options, "--format", "json").json for options in (MOVE, codes)]

    assert documents[0]["origin"]["role"] == documents[1]["origin"]["role"]
    assert documents[0]["target"]["role"] == documents[1]["target"]["role"]


def test_a_student_has_no_industry_to_leave(run: Run) -> None:
    """A student who enters software switches the role only."""
    options = ("--from-role", "computer science student", "--to-role", "machine learning engineer", "--to-industry", "software")
    document = run("classify", *options, "--format", "json").json

    assert ("role", "entered") == (document["kind"], document["industry_axis"])


def test_the_employer_reaches_the_plan(run: Run) -> None:
    """The kind of employer that was wanted stands in the target."""
    document = run("classify", *WHOLE, "--employer", "startup", "--format", "json").json

    assert "startup" == document["target"]["employer"]["kind"]


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "json"])
@pytest.mark.parametrize("command", ["plan", "classify", "gap", "explain"])
def test_every_format_of_every_question(run: Run, command: str, format_: str) -> None:
    """Each question is answered in each format, on standard output alone."""
    ran = run(command, *WHOLE, "--format", format_)

    assert (0, "") == (ran.status, ran.err)
    assert ran.out.endswith("\n")
    assert {"html": "<!DOCTYPE html>", "json": "{", "markdown": "# "}.get(format_, "") == ran.out[
        : {"html": 15, "json": 1, "markdown": 2}.get(format_, 0)
    ]


def test_a_plan_can_be_written_to_a_file(run: Run, tmp_path: Path) -> None:
    """With --output the plan is in the file and nothing on standard output."""
    path = tmp_path / "plan.html"
    ran = run("plan", *WHOLE, "--format", "html", "--output", str(path))

    assert (0, "") == (ran.status, ran.out)
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_an_output_that_cannot_be_written_is_named(run: Run, tmp_path: Path) -> None:
    """A folder that is not there is wrong usage."""
    assert 2 == run("plan", *WHOLE, "--output", str(tmp_path / "nowhere" / "x")).status


# -- what cannot be resolved -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        (("--from-role", "asdf qwer", "--to-role", "nurse"), "unknown-role"),
        (("--from-role", "nurse", "--to-role", ""), "unknown-role"),
        (("--from-role", "nurse", "--to-role", "nurse", "--to-industry", "asdf qwer"), "unknown-industry"),
        (
            ("--from-role", "nurse", "--from-industry", "fintech", "--to-role", "nurse", "--to-industry", "bank"),
            "ambiguous-industry",
        ),
    ],
)
def test_what_cannot_be_resolved_exits_with_3(run: Run, options: tuple[str, ...], kind: str) -> None:
    """A refusal has its own status, JSON on standard error and nothing on standard output."""
    ran = run("classify", *options, "--format", "json")
    error = json.loads(ran.err)["error"]

    assert (3, "") == (ran.status, ran.out)
    assert kind == error["type"]
    assert {"type", "text", "candidates", "hint"} <= set(error)


@pytest.mark.parametrize(
    ("options", "fields"),
    [
        (("--from-role", "", "--to-role", "nurse"), ["--from-role"]),
        (("--from-role", "nurse", "--to-role", ""), ["--to-role"]),
        ((*MOVE, "--past", ""), ["--past"]),
        (
            ("--from-role", "engineer", "--to-role", "AI", "--to-industry", "Google"),
            ["--from-role", "--to-role", "--to-industry"],
        ),
        ((*MOVE[:2], *MOVE[4:], "--from-industry", "hospital and bank", "--to-industry", "bank"), ["--from-industry"]),
    ],
)
def test_every_refused_word_is_named_with_its_option(run: Run, options: tuple[str, ...], fields: list[str]) -> None:
    """Everything that cannot be resolved is told at once, each by the option that said it."""
    document = json.loads(run("classify", *options, "--format", "json").err)
    words = run("classify", *options).err

    assert fields == [error["field"] for error in document.get("errors", [document["error"]])]
    assert fields == re.findall(r"^aijobkit: (--[a-z-]+): ", words, re.MULTILINE)
    assert "what you do" not in words


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("industries", "Google"), "name of an employer"),
        (("industries", "self-employed"), "how you work, not in which trade"),
        (
            ("classify", "--from-role", "nurse", "--to-role", "data scientist", "--from-industry", "Marks and Spencer"),
            "employer",
        ),
        (("industries", "9999"), "no such code in NAICS 2022"),
        (("roles", "15-2051.99"), "Clinical Data Managers (15-2051.02)"),
        (("roles", "15-2051.99"), "no such code in O*NET-SOC 2019"),
        (("roles", "retired"), "not a job"),
        (("feeders", "--to-role", "asdf qwer"), "--to-role: role 'asdf qwer'"),
    ],
)
def test_a_refusal_says_what_is_wrong(run: Run, arguments: tuple[str, ...], words: str) -> None:
    """An employer is no industry, a code that does not exist has neighbours, and every question says so with one status."""
    ran = run(*arguments)

    assert (3, "") == (ran.status, ran.out)
    assert words in " ".join(ran.err.split())


def test_a_refusal_in_words_names_candidates_and_what_helps(run: Run) -> None:
    """Without JSON the same is said in words, without a traceback."""
    ran = run("classify", "--from-role", "nurse", "--from-industry", "fintech", "--to-role", "nurse", "--to-industry", "bank")

    assert 3 == ran.status
    assert "It may mean:" in ran.err
    assert "Traceback" not in ran.err


def test_an_ambiguity_that_does_not_matter_is_answered_with_a_note(run: Run) -> None:
    """Where every meaning gives the same kind of switch, the answer comes, and the choice is said."""
    document = run("classify", *MOVE, "--to-industry", "fintech", "--format", "json").json

    assert "both" == document["kind"]
    assert any("several things" in note for note in document["notes"])


@pytest.mark.parametrize(
    "text", ["nu\x1b[31mrse", "\u202eesrun", "x" * 5000, "\U0001f600", "'; DROP TABLE roles; --", 'C++ "*']
)
def test_no_input_steers_the_terminal(run: Run, text: str) -> None:
    """Whatever is typed, no control character comes back, and no traceback."""
    for arguments in (("roles", text), ("industries", text), ("classify", "--from-role", text, "--to-role", "nurse")):
        ran = run(*arguments)

        assert ran.status in (0, 3)
        assert not {"\x1b", "\u202e"} & set(ran.out + ran.err)
        assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("clasify",), "did you mean 'classify'"),
        (("plan", *WHOLE, "--format", "markdwn"), "did you mean 'markdown'"),
        (("classify", *WHOLE, "--format", "pdf"), "pdf"),
        (("classify", *WHOLE, "--employer", "huge"), "huge"),
        (("classify", *WHOLE, "--assume", "band_smal=0.1"), "did you mean 'band_small'"),
        (("classify", *WHOLE, "--assume", "band_small=x"), "not a number"),
        (("classify", *WHOLE, "--assume", "band_small=7"), "band_small"),
        (("classify", *WHOLE, "--education", "99"), "99"),
        (("roles", "nurse", "--limit", "0"), "limit"),
        (("compare", "--from-role", "nurse"), "--to-role"),
        *(
            (("interviews", "add", "--log", "x", "--who", "A", "--on", day), "such as 2026-01-31")
            for day in ("31.01.2026", "2026-13-01", "20260131")
        ),
        (("classify", *WHOLE, "--education", "kindergarten"), "11 doctorate"),
        (("plan", "--from-role", "teacher", *WHOLE), "--from-role is given 2 times"),
        (("interviews", "add", "--log", "x", "--log", "y"), "--log is given 2 times"),
    ],
)
def test_wrong_usage_exits_with_2(run: Run, arguments: tuple[str, ...], words: str) -> None:
    """Wrong usage says what is wrong, with the nearest right thing, and exits with 2."""
    ran = run(*arguments)

    assert (2, "") == (ran.status, ran.out)
    assert words in ran.err


@pytest.mark.parametrize("options", [("--education", "kindergarten"), ("--no-such-option",)])
@pytest.mark.parametrize("format_", [("--format", "json"), ("--format=json",), ("-f", "json"), ("-fjson",)])
def test_wrong_usage_is_json_where_json_was_asked_for(run: Run, options: tuple[str, ...], format_: tuple[str, ...]) -> None:
    """A program that asks for JSON reads wrong usage in the form of every other error."""
    ran = run("classify", *WHOLE, *options, *format_)
    error = json.loads(ran.err)["error"]

    assert (2, "", "usage") == (ran.status, ran.out, error["type"])
    assert options[0] in error["message"]


@pytest.mark.parametrize(
    "level", ["6", "Bachelor's", "bachelor", "B.Sc.", "B.S. in Physics", "a bachelor's degree", "Bachelor of Arts"]
)
def test_education_is_read_by_number_and_by_name(run: Run, level: str) -> None:
    """A level of education is known by its number, its name or a degree."""
    assert 6 == run("plan", *WHOLE, "--education", level, "--format", "json").json["person"]["education"]


@pytest.mark.parametrize(
    "said",
    ["no bachelor's", "master's in progress", "dropped out of a master", "scrum master", "Bachelorette", "PhDx", "B.A. ?"],
)
def test_what_only_holds_the_name_of_a_degree_is_none(run: Run, said: str) -> None:
    """A degree that somebody does not have, or a word that begins like one, is refused."""
    assert 2 == run("plan", *WHOLE, "--education", said).status


def test_a_wish_that_nobody_can_meet_is_told_everywhere(run: Run) -> None:
    """Who wants a startup where nobody founds one learns so from every command, once."""
    move = ("--from-role", "paralegal", "--from-industry", "law firm", "--to-role", "data scientist", "--employer", "startup")
    for command in ("plan", "classify", "gap"):
        assert 1 == " ".join(run(command, *move).out.split()).count("You asked for a startup, but nobody founds")


def test_gap_counts_past_work_on_both_sides(run: Run) -> None:
    """What is there and what is missing are counted from the same work, the past one too."""
    move = ("--from-role", "nurse", "--to-role", "data scientist", "--past", "software developer", "--skill", "Python")
    answer = run("gap", *move, "--format", "json").json

    assert (answer["gaps"]["met"], answer["gaps"]["asked"]) == (answer["strengths"]["shared"], answer["strengths"]["asked"])


def test_compare_tells_all_that_is_not_known(run: Run) -> None:
    """Nobody mends one target to learn of the next."""
    ran = run("compare", "--from-role", "nurse", "--to-role", "xqzzt", "--to-role", "blorpf", "--to-role", "data scientist")

    assert 3 == ran.status
    assert ["xqzzt", "blorpf"] == re.findall(r"--to-role: role '(\w+)'", ran.err)


# -- the other questions -----------------------------------------------------------------------------------------------------


def test_an_assumption_can_be_replaced(run: Run) -> None:
    """A replaced assumption changes the result and travels inside it."""
    options = ("classify", *WHOLE, "--format", "json")
    usual, other = run(*options).json, run(*options, "--assume", "weight_role_distance=0.1").json

    assert other["difficulty"]["value"] < usual["difficulty"]["value"]
    assert 0.1 == other["difficulty"]["assumptions"]["weight_role_distance"]


def test_roles_are_listed_with_confidence_and_reason(run: Run) -> None:
    """A look-up names the surest role first, with its code and why."""
    matches = run("roles", "ML eng", "--format", "json").json["matches"]

    assert "Machine Learning Engineer" == matches[0]["role"]["title"]
    assert matches[0]["reason"]
    told = run("roles", "ML eng").out
    assert "aijobkit:machine-learning-engineer" in told
    assert "0.00" not in told


def test_industries_are_listed(run: Run) -> None:
    """The same for industries, with a limit."""
    matches = run("industries", "hospital", "--limit", "1", "--format", "json").json["matches"]

    assert ["622"] == [match["industry"]["code"] for match in matches]


def test_compare_puts_the_easiest_first(run: Run) -> None:
    """Several targets are compared, the easiest first."""
    options = ("compare", "--from-role", "statistician", "--to-role", "AI ethicist", "--to-role", "data scientist")
    found = run(*options, "--format", "json").json["comparisons"]
    values = [one["difficulty"]["value"] for one in found]

    assert 2 == len(values)
    assert sorted(values) == values
    assert "Data Scientist" in run(*options).out


def test_a_target_is_compared_once(run: Run) -> None:
    """A role that is asked for in several words stands in one line, and that is said."""
    wanted = ("data scientist", "data scientist", "data scintist", "statistician")
    options = ("compare", "--from-role", "nurse", *(word for role in wanted for word in ("--to-role", role)))
    document = run(*options, "--format", "json").json

    assert {"Data Scientist", "Statisticians"} == {one["target"]["role"]["title"] for one in document["comparisons"]}
    assert 2 == len(document["comparisons"])
    assert document["notes"][0].startswith("Data Scientist was asked for 3 times")


def test_feeders_are_limited(run: Run) -> None:
    """As many feeders as asked for are named."""
    assert 2 == len(run("feeders", "--to-role", "mlops engineer", "--limit", "2", "--format", "json").json["feeders"])


def test_learning_is_tried_out(run: Run) -> None:
    """With --learn the answer says what learning something would change."""
    ran = run("gap", *WHOLE, "--learn", "Python", "--format", "json").json["what_if"]

    assert ran["after"]["value"] <= ran["before"]["value"]
    assert "If you learned this" in run("gap", *WHOLE, "--learn", "Python").out


def test_explain_names_a_source_for_everything(run: Run) -> None:
    """No number is explained without a source."""
    rows = run("explain", *WHOLE, "--format", "json").json["explanations"]

    assert rows
    assert all(row["evidence"]["source"] for row in rows)


def test_assumptions_are_listed(run: Run) -> None:
    """Everything that a plan depends on is printed with value, kind, source and meaning, as a table and as JSON."""
    tables = run("assumptions", "--format", "json").json
    rows = [row for table in tables.values() for row in table]
    page = run("assumptions", "--format", "markdown").out.replace("\\", "")

    assert ["assumptions", "contact_weights"] == list(tables)[:2]
    assert all(row["source"] and row["meaning"] and row["kind"] in ("measured", "derived", "assumption") for row in rows)
    assert all(f"| {row['name']} | {row['value']:g} |" in page for row in rows)
    assert {"weight_gap", "target_role", "tasks_spread", "majority", "tilt", "role_margin", "talks after"} <= {
        row["name"] for row in rows
    }


def test_data_info_counts(run: Run) -> None:
    """The data say what they are."""
    facts = run("data", "info", "--format", "json").json

    assert 2125 == facts["counts"]["industries (NAICS 2022)"]
    assert "O*NET" in run("data", "info").out


def test_plugins_are_listed(run: Run) -> None:
    """The built-in providers are named; all is well, so strict changes nothing."""
    ran = run("plugins", "--strict", "--format", "json")

    assert 0 == ran.status
    assert "aijobkit:interviews" in [one["name"] for one in ran.json["plugins"]]


@pytest.mark.parametrize("argument", ["--data", "AIJOBKIT_DATA"])
def test_another_build_can_be_asked_for(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argument: str) -> None:
    """A build that is not there is an error in our own words, by option and by environment."""
    missing = str(tmp_path / "nowhere")
    if argument == "--data":
        ran = run("--data", missing, "roles", "nurse")
    else:
        monkeypatch.setenv("AIJOBKIT_DATA", missing)
        ran = run("roles", "nurse")

    assert 3 == ran.status
    assert "nowhere" in ran.err
    assert "check the path" in ran.err


def test_building_from_nothing_is_refused(run: Run, tmp_path: Path) -> None:
    """A release that is not there is named, and nothing is written."""
    ran = run(
        "data",
        "build",
        "--onet",
        str(tmp_path / "no.zip"),
        "--naics-codes",
        str(tmp_path / "no.tsv"),
        "--out",
        str(tmp_path / "o"),
    )

    assert 3 == ran.status
    assert "no.zip" in ran.err or "no.tsv" in ran.err
    assert not (tmp_path / "o").exists()


# -- how words were read, and plugins that failed -----------------------------------------------------------------------------

QUESTIONS = {
    "plan": MOVE,
    "classify": MOVE,
    "gap": MOVE,
    "explain": MOVE,
    "interviews": MOVE,
    "compare": (*MOVE, "--to-role", "statistician"),
    "feeders": ("--to-role", "data scientist"),
}


class BrokenFinder:
    """A plugin that fails whenever it is asked for a role."""

    @hookimpl
    def aijobkit_find_roles(self, text: str) -> None:
        """Fail."""
        raise RuntimeError("out of order")


@pytest.fixture
def _broken_finder(monkeypatch: pytest.MonkeyPatch) -> None:
    def manager() -> plugins.PluginManager:
        return plugins.make_plugin_manager(discover=False, plugins={"broken": BrokenFinder()})

    monkeypatch.setattr(plugins, "default_manager", manager)


@pytest.mark.parametrize("command", QUESTIONS)
@pytest.mark.usefixtures("_broken_finder")
def test_every_answer_names_plugins_that_failed(run: Run, command: str) -> None:
    """What a plugin would have said is missing; every answer says so, in words and in JSON."""
    words = run(command, *QUESTIONS[command])
    document = run(command, *QUESTIONS[command], "--format", "json").json

    assert "Plugins that failed" in words.out
    assert ["broken"] == [one["provider"] for one in document["failures"]]


@pytest.mark.parametrize("command", sorted({*QUESTIONS} - {"feeders", "interviews"}))
def test_every_answer_tells_how_words_were_read(run: Run, command: str) -> None:
    """A choice made for the person, such as an industry that they did not name, is told in words and in JSON."""
    words = run(command, *QUESTIONS[command])
    document = run(command, *QUESTIONS[command], "--format", "json").json

    assert "No target industry was named" in " ".join(words.out.split())
    assert any("No target industry was named" in note for note in document["notes"])


def test_words_read_on_the_way_are_told(run: Run) -> None:
    """A role that was not asked for by its very title is told with how it was read, of earlier jobs and of feeders, too."""
    told = "“senior ML eng” was read as"
    feeders = ("feeders", "--to-role", "senior ML eng")

    assert told in " ".join(run(*feeders).out.split())
    assert run(*feeders, "--format", "json").json["notes"][0].startswith(told)
    assert any(note.startswith(told) for note in run("gap", *MOVE, "--past", "senior ML eng", "--format", "json").json["notes"])


# -- interviews and profiles -------------------------------------------------------------------------------------------------

CONTACTS = "First Name,Last Name,Company,Position\nZyx,Wvu,Acme,Data Scientist\nAbc,Def,Books,Baker\n"


@pytest.fixture
def contacts(tmp_path: Path) -> str:
    """Return the path of a small list of contacts."""
    path = tmp_path / "Connections.csv"
    path.write_text(CONTACTS, encoding="utf-8")
    return str(path)


def test_contacts_are_named_on_the_screen(run: Run, contacts: str) -> None:
    """The person sees whom to ask and why."""
    ran = run("interviews", "--contacts", contacts, *WHOLE)

    assert 0 == ran.status
    assert "Zyx Wvu" in ran.out
    assert "the role you want" in " ".join(ran.out.split())


def test_no_contact_is_dropped_in_silence(run: Run, tmp_path: Path) -> None:
    """Those for whom nothing speaks are told with the reason why; who stands between both roles is asked."""
    path = tmp_path / "c.csv"
    people = ("Dee,Nurse Informaticist,Hospital", "Al,,OpenAI", "Cy,Baker,Bread", "Di,Zzz qqq,Acme", "Ed,Data Scientist,Acme")
    path.write_text("\n".join(["name,title,company", *people]), encoding="utf-8")
    out = " ".join(run("interviews", "--contacts", str(path), *WHOLE, "--limit", "1").out.split())

    assert "1 more has something to speak for them" in out
    for told in ("1 without a title in the file; add it if you know it: Al", "1 with a title that we do not know: Di"):
        assert told in out
    assert "1 with work that is not near your way: Cy" in out
    assert "Dee" not in out
    assert "between yours and the role you want" in " ".join(run("interviews", "--contacts", str(path), *WHOLE).out.split())


def test_names_stay_out_of_json_unless_asked_for(run: Run, contacts: str) -> None:
    """Names and employers are in the JSON only with --with-names."""
    options = ("interviews", "--contacts", contacts, *WHOLE, "--format", "json")

    assert not {"Zyx", "Acme"} & set(run(*options).out.replace('"', " ").replace(",", " ").split())
    assert "Zyx Wvu" == run(*options, "--with-names").json["contacts"][0]["contact"]["name"]


def test_a_contacts_file_that_is_none_is_named(run: Run, tmp_path: Path) -> None:
    """A wrong file is an error with its name."""
    path = tmp_path / "x.csv"
    path.write_text("hello\n", encoding="utf-8")
    ran = run("interviews", "--contacts", str(path), *WHOLE)

    assert 3 == ran.status
    assert "x.csv" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no such names")
def test_a_hostile_file_name_does_not_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    """The name of a file is cleaned before it is shown in an error."""
    ran = run("interviews", "--contacts", str(tmp_path / "\x07\u202ex.csv"), *WHOLE)

    assert 3 == ran.status
    assert "x.csv" in ran.err
    assert not {"\x07", "\u202e"} & set(ran.err)


def test_the_log_is_kept(run: Run, tmp_path: Path) -> None:
    """Conversations are entered, changed, listed, and put into a calendar."""
    log, calendar = str(tmp_path / "log.json"), tmp_path / "log.ics"
    entry = ("interviews", "add", "--log", log, "--who", "Zyx", "--on", "2026-01-31")
    added = run(*entry, "--next", "write", "--next-on", "2026-02-02")
    again = run(*entry)
    changed = run("interviews", "update", "--log", log, "--number", "1", "--status", "done")
    listed = run("interviews", "list", "--log", log)
    due = run("interviews", "next", "--log", log, "--on", "2026-02-03")
    made = run("interviews", "calendar", "--log", log, "--on", "2026-02-03", "--out", str(calendar))

    assert [0] * 5 == [ran.status for ran in (added, changed, listed, due, made)]
    assert f"number 1 in a new log, {log}; next: write, until 2026-02-02" in added.out
    assert (2, True) == (again.status, "number 1 is a conversation with the same person" in again.err)
    assert "done" in listed.out
    assert "due" in due.out
    assert b"BEGIN:VEVENT" in calendar.read_bytes()


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("list", ()),
        ("next", ("--on", "2026-02-03")),
        ("calendar", ("--on", "2026-02-03", "--out", "x.ics")),
        ("update", ("--number", "1")),
    ],
)
@pytest.mark.parametrize(
    ("log", "words"), [("log.json", "no such file"), (".", "a folder"), ("other.json", "not an interview")]
)
def test_a_log_that_is_none_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, options: tuple[str, ...], log: str, words: str
) -> None:
    """A mistyped path, a folder or a file of another program is refused with option and path, and stays what it is."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other.json").write_text('{"a": 1}', encoding="utf-8")
    ran = run("interviews", command, "--log", log, *options)

    assert (3, "") == (ran.status, ran.out)
    assert f"--log {log}: " in ran.err
    assert words in ran.err
    assert ["other.json"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--who", ""), "--who"),
        (("--who", "A", "--status", "thanked", "--next-on", "2026-03-01"), "--next-on"),
        (("--who", "A", "--title", "x\x1b"), "--title"),
    ],
)
def test_a_refused_entry_names_its_option(run: Run, tmp_path: Path, options: tuple[str, ...], words: str) -> None:
    """What the log does not take is told by the option that said it."""
    ran = run("interviews", "add", "--log", str(tmp_path / "log.json"), "--on", "2026-02-03", *options)

    assert (2, True) == (ran.status, f"Error: {words}: " in ran.err)


def test_json_steers_no_terminal(run: Run) -> None:
    """Whatever the person typed, JSON on the screen holds no control character, not even where it is refused."""
    ran = run("gap", *MOVE, "--skill", "\x9b31mfoo", "--format", "json")

    assert 3 == ran.status
    assert "31mfoo" in ran.err
    assert "\x9b" not in ran.out + ran.err


def test_a_calendar_that_cannot_be_written_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    """A folder that is not there is named with the option that said so."""
    options = ("--log", str(tmp_path / "log.json"), "--on", "2026-02-03")
    run("interviews", "add", "--who", "A", *options)
    out = str(tmp_path / "nowhere" / "x.ics")
    ran = run("interviews", "calendar", *options, "--out", out)

    assert 2 == ran.status
    assert f"--out: {out!r} cannot be written" in ran.err


def test_colleagues_of_every_job_are_known(run: Run, tmp_path: Path) -> None:
    """What contacts share with the person is told from all employers of the profile, present and past, whatever the role."""
    profile, contacts, export = tmp_path / "resume.json", tmp_path / "contacts.csv", tmp_path / "export"
    work = [
        {"name": "Bigward", "position": "Registered Nurse"},
        {"name": "Smallclinic", "position": "Registered Nurse", "endDate": "2020"},
        {"name": "Oldschool", "position": "Teacher", "endDate": "2015"},
        {"name": "Oddplace", "position": "Zzz qqq", "endDate": "2012"},
    ]
    profile.write_text(json.dumps({"work": work}), encoding="utf-8")
    lines = [f"{name},Baker,{job['name']}" for name, job in zip(("Ada", "Bo", "Cy", "Di"), work, strict=True)]
    contacts.write_text("\n".join(["Name,Title,Company", *lines]), encoding="utf-8")
    export.mkdir()
    (export / "Connections.csv").write_text(contacts.read_text(encoding="utf-8"), encoding="utf-8")
    options = ("--profile", str(profile), "--to-role", "data scientist", "--format", "json", "--with-names")
    ties = {"Ada": ["same employer"], "Bo": ["former colleague"], "Cy": ["former colleague"], "Di": ["former colleague"]}

    for path in (contacts, export):
        found = run("interviews", *options, "--contacts", str(path)).json["contacts"]

        assert ties == {one["contact"]["name"]: one["contact"]["ties"] for one in found}


def test_a_profile_tells_where_one_is(run: Run, tmp_path: Path) -> None:
    """With a résumé nobody needs to type their role and skills."""
    path = tmp_path / "resume.json"
    work = [{"name": "Acme", "position": "Registered Nurse"}]
    path.write_text(json.dumps({"work": work, "skills": [{"name": "Python"}]}), encoding="utf-8")
    document = run("plan", "--profile", str(path), "--to-role", "data scientist", "--format", "json").json

    assert "29-1141.00" == document["origin"]["role"]["code"]
    assert ["Python"] == document["person"]["skills"]


def test_a_plan_made_from_a_profile_names_nobody(run: Run, tmp_path: Path) -> None:
    """Names of the person, employers and schools in a résumé do not get into the plan."""
    path = tmp_path / "resume.json"
    work = [{"name": "Zyxwv", "position": "Registered Nurse"}, {"name": "Zyxwv", "position": "Statistician", "endDate": "2020"}]
    education = [{"institution": "Zyxwv", "studyType": "Bachelor"}]
    path.write_text(json.dumps({"basics": {"name": "Zyxwv"}, "work": work, "education": education}), encoding="utf-8")
    ran = run("plan", "--profile", str(path), "--to-role", "data scientist", "--format", "json")

    assert 0 == ran.status
    assert ["15-2041.00"] == [position["role"]["code"] for position in ran.json["person"]["past"]]
    assert "Zyxwv" not in ran.out


def test_past_roles_are_listed_as_they_were_read(run: Run) -> None:
    """The words for a past role are to be checked like those for the present one, and what it changes is said."""
    ran = run("classify", "--from-role", "career break", "--to-role", "ML engineer", "--past", "number cruncher statistician")

    assert 0 == ran.status
    assert "“number cruncher statistician” was read as Statisticians" in " ".join(ran.out.split())
    assert "Your past work counts here: Statisticians." in ran.out


def test_a_profile_that_tells_nothing_asks_for_the_role(run: Run, tmp_path: Path) -> None:
    """A résumé without a role that we know leads to a question, not to a guess."""
    path = tmp_path / "resume.json"
    path.write_text('{"work": [{"position": "Zzz qqq"}]}', encoding="utf-8")

    assert 2 == run("plan", "--profile", str(path), "--to-role", "data scientist").status


@pytest.mark.parametrize(("name", "content"), [("contacts.csv", CONTACTS), ("resume.json", "{}")])
def test_a_profile_of_nobody_is_refused(run: Run, tmp_path: Path, name: str, content: str) -> None:
    """A wrong file is not passed over in silence; a list of contacts is told where it belongs."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    ran = run("plan", "--profile", str(path), *WHOLE)

    assert (3, "") == (ran.status, ran.out)
    assert f"--profile {path}: nothing about yourself" in ran.err
    assert (name == "contacts.csv") == ("--contacts" in ran.err)


# -- the terminal around it --------------------------------------------------------------------------------------------------


def test_every_command_has_help(run: Run) -> None:
    """Each command explains itself."""
    for command in cli._COMMANDS:
        ran = run(command, "--help")

        assert (0, "") == (ran.status, ran.err)
        assert "Usage: aijobkit" in ran.out


def test_help_is_light() -> None:
    """Asking for help loads nothing heavy."""
    code = (
        "import sys; from aijobkit.cli import main; main(['--help']); "
        "print(*sorted(m for m in sys.modules if '.' not in m), file=sys.stderr)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stderr.split()
    bare = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    ).stdout.split()

    assert [] == sorted((set(HEAVY_FOR_HELP) & set(loaded)) - set(bare) - {"attrs"})


def test_a_verdict_loads_no_more_than_it_needs() -> None:
    """A cold verdict does without cattrs, rich and the rest."""
    code = (
        f"import sys; from aijobkit.cli import main; main(['classify', *{WHOLE!r}, '--format', 'json']); "
        "print(*sorted(m for m in sys.modules if '.' not in m), file=sys.stderr)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stderr.split()

    assert [] == sorted({"cattrs", "rich", "icalendar", "hypothesis", "jinja2", "pytest"} & set(loaded))


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_utf8_comes_out_under_any_locale(encoding: str) -> None:
    """Also where the locale knows few characters, the output is UTF-8."""
    ran = outside("roles", "Krankenschwester", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING=encoding)

    assert 0 == ran.returncode
    assert "“Krankenschwester”" in ran.stdout.decode("utf-8")


def test_arguments_are_read_as_utf8_under_any_locale() -> None:
    """What was typed in UTF-8 is understood where the locale knows only ASCII."""
    ran = outside("roles", "infirmière", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")

    assert "“infirmière”" in ran.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes differ on Windows")
def test_a_closed_pipe_is_no_error_to_read() -> None:
    """Whoever reads only the first line sees no complaint."""
    command = f'"{sys.executable}" -m aijobkit plan {" ".join(repr(word) for word in WHOLE)} --format json | head -n 1'
    ran = subprocess.run(command, shell=True, capture_output=True, check=False, env={**os.environ, "AIJOBKIT_PLUGINS": ""})

    assert (b"{\n", b"") == (ran.stdout, ran.stderr)


def test_plain_when_piped() -> None:
    """Without a terminal there are no colours, also where they are forced by habit."""
    assert b"\x1b" not in outside("classify", *WHOLE, TERM="xterm-256color").stdout


def test_equal_bytes_under_any_hash_seed() -> None:
    """The same question gives the same bytes, whatever the hash seed."""
    outputs = {outside("plan", *WHOLE, "--format", "json", PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "2")}

    assert 1 == len(outputs)
    assert outputs != {b""}


@pytest.mark.parametrize("debug", ["0", "1"])
def test_an_unexpected_error_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch, debug: str) -> None:
    """A mistake of ours is reported in a line without any value; the traceback comes only when asked for."""

    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("Zyxwv")

    monkeypatch.setenv("AIJOBKIT_DEBUG", debug)
    monkeypatch.setattr(cli, "_run", broken)
    ran = run("plan")

    assert 1 == ran.status
    assert ("Traceback" in ran.err) == (debug == "1")
    assert ("Zyxwv" in ran.err) == (debug == "1")


def test_an_interruption_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends the program with its usual status and no traceback."""

    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", interrupted)

    assert Ran(130, "", "aijobkit: stopped\n") == run("plan")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("no_color", "has_colour"), [("", True), ("1", False)])
def test_colours_on_a_terminal_only(no_color: str, has_colour: bool) -> None:
    """On a terminal headings are coloured, unless NO_COLOR asks for none."""
    import pty

    leader, follower = pty.openpty()
    environment = {**os.environ, "AIJOBKIT_PLUGINS": "", "TERM": "xterm-256color", "COLUMNS": "80"}
    environment.pop("NO_COLOR", None)
    if no_color:
        environment["NO_COLOR"] = no_color
    process = subprocess.Popen(
        [sys.executable, "-m", "aijobkit", "classify", *WHOLE], stdout=follower, stderr=follower, env=environment
    )
    os.close(follower)
    chunks = []
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:
            break
        if not chunk:
            break
        chunks.append(chunk)
    os.close(leader)
    text = b"".join(chunks)

    assert 0 == process.wait()
    assert has_colour == (b"\x1b[1;34m" in text)
    assert b"How hard it is" in text


# -- building data and writing plugins ---------------------------------------------------------------------------------------


def test_a_small_release_is_built_and_used(run: Run, tmp_path: Path) -> None:
    """Data built from a release of one's own answer the same questions."""
    (tmp_path / "release").mkdir()
    release = write_release(tmp_path / "release")
    out = tmp_path / "build"
    built = run(
        *("data", "build", "--quick", "--onet", str(release.onet), "--naics-codes", str(release.naics_codes)),
        *("--naics-index", str(release.naics_index), "--oews", str(release.oews), "--out", str(out)),
    )
    code = next(iter(OCCUPATIONS))
    plan = run("--data", str(out), "plan", "--from-role", code, "--to-role", "15-2051.00", "--format", "json")

    assert 0 == built.status, built.err
    assert "100%" in built.err
    assert 0 == plan.status, plan.err
    assert code == plan.json["origin"]["role"]["code"]


def test_a_new_plugin_is_written(run: Run, tmp_path: Path) -> None:
    """One command writes a plugin to begin with and says which files it wrote."""
    ran = run("plugins", "new", "example-advice", "--directory", str(tmp_path))

    assert 0 == ran.status, ran.err
    assert all(Path(line).exists() for line in ran.out.splitlines())
    assert any(line.endswith("pyproject.toml") for line in ran.out.splitlines())


def test_a_plugin_is_not_written_over(run: Run, tmp_path: Path) -> None:
    """What is there already is left alone, in our own words."""
    run("plugins", "new", "example-advice", "--directory", str(tmp_path))
    ran = run("plugins", "new", "example-advice", "--directory", str(tmp_path))

    assert 3 == ran.status
    assert "Traceback" not in ran.err


class TestNamesInAnswers:
    """Answers call things as people do, and say what they mean where figures round to the same."""

    def test_a_change_too_small_to_read_is_said_to_be_small(self, run: Run) -> None:
        """What changes nothing stays, what changes less than 0.01 falls by less, and nothing goes from a figure to itself."""
        for skill in ("juggling", "Weights & Biases", "Docker, SQL", "statistics"):
            text = " ".join(run("gap", *WHOLE, "--learn", skill).out.split())
            before, after = re.search(
                r"would (?:go from|stay at|fall by less than 0.01 and still read) (\S+ \([^)]*\))(?: to (\S+ \([^)]*\)))?", text
            ).groups()

            assert before != after

    @pytest.mark.parametrize(
        ("options", "told"),
        [
            (("--learn", "Pyhton"), "We did not recognise Pyhton (did you mean Python?), so the difficulty would stay at"),
            (("--learn", "SQL", "--learn", "asdf qwer"), "We did not recognise asdf qwer, which changes nothing here."),
            (("--learn", "Programming"), "Computers and Electronics (knowledge), Programming (skill)."),
            (("--skill", "R", "--learn", "Python"), "R is there already and does as well as Python: one of them is enough."),
            (("--skill", "R", "--learn", "Java"), "What Java shows is there already: Programming."),
        ],
    )
    def test_it_is_said_what_learning_was_read_as(self, run: Run, options: tuple[str, ...], told: str) -> None:
        """What is not recognised is asked back, and what is there already or closed is named so that it can be told apart."""
        route = ("--from-role", "nurse", "--from-industry", "hospital", "--to-role", "data scientist")

        assert told in " ".join(run("gap", *route, *options).out.split())

    @pytest.mark.parametrize(
        "text", ["bachelor's degree", "PhD", "master of science", "high school diploma", "doctoral degree"]
    )
    def test_a_degree_is_no_skill_to_learn(self, run: Run, text: str) -> None:
        """A level of education is asked for elsewhere; here it would close nothing and look worthless."""
        ran = run("gap", *WHOLE, "--learn", text)

        assert 2 == ran.status
        assert f'--education "{text}"' in ran.err

    def test_products_are_called_as_people_call_them(self, run: Run) -> None:
        """Neither what a skill closes nor an explained gap is called Structured query language SQL or Mlflow."""
        route = ("--from-role", "nurse", "--from-industry", "hospital", "--to-role", "machine learning engineer")
        learned = run("gap", *route, "--to-industry", "software", "--learn", "SQL").out
        explained = run("explain", *route, "--to-industry", "software").out

        assert "close: SQL" in " ".join(learned.split())
        assert "gap: Mlflow" not in explained
        assert "gap: MLflow" in " ".join(explained.split())

    def test_what_comes_near_is_said(self, run: Run) -> None:
        """Learning that closes nothing and comes near to something is not called useless."""
        route = ("--from-role", "nurse", "--from-industry", "hospital", "--to-role", "data scientist")
        text = " ".join(run("gap", *route, "--learn", "statistics").out.split())

        assert "It would come near, without closing it: " in text
        assert "statistical modelling" in text.partition("without closing it: ")[2]
