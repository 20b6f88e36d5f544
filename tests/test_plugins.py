"""The porter: who is let in, under which name, in which order, and what is said of those who are not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import aijobkit
from aijobkit import hookimpl
from aijobkit.errors import AijobkitError, InvalidValueError, PluginError
from aijobkit.people import Employer
from aijobkit.plugins import gather_advice, make_plugin_manager, sorted_failures
from aijobkit.plugins.discovery import find_offers, normal_name
from aijobkit.plugins.failures import describe_error, one_line, own_texts
from plans_by_hand import GROUND, PERSON, PLAN, advice
from zoo import install, use

BUILT_IN = tuple(f"aijobkit:{name}" for name in ("employers", "gaps", "interviews", "routes", "strengths"))
SOURCE = """
from aijobkit import hookimpl

@hookimpl
def aijobkit_roles():
    return None
"""


class Tips:
    """A plugin with one tip."""

    @hookimpl
    def aijobkit_advise(self, person, plan):
        """Give one tip."""
        return [advice()]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with three installed plugins, one of which marks that it was imported."""
    install(tmp_path, "own-a", "[aijobkit]\none = own_a\ntwo = own_a\n", module=SOURCE)
    install(tmp_path, "own-b", "[aijobkit]\none = own_b\n", version="2.5", module=SOURCE)
    install(tmp_path, "Own_Loud", "[aijobkit]\none = own_loud\n", module=f"import sys\nsys.own_loud = 1\n{SOURCE}")
    use(tmp_path, monkeypatch)
    monkeypatch.delattr(sys, "own_loud", raising=False)
    return tmp_path


def states(manager) -> dict[str, str]:
    """Return the state of every plugin that is not built in."""
    return {info.name: info.state for info in manager.infos if not info.name.startswith("aijobkit:")}


def test_built_in_providers_enter_by_the_same_hook() -> None:
    """The built-in providers are plugins like others, with name, version and hooks."""
    infos = make_plugin_manager(discover=False).infos

    assert BUILT_IN == tuple(info.name for info in infos)
    assert {(aijobkit.__version__, ("aijobkit_advise",), "loaded")} == {(one.version, one.hooks, one.state) for one in infos}


def test_installed_plugins_are_found_sorted(site: Path) -> None:
    """Installed plugins load under `distribution:entry`, the name normalised."""
    manager = make_plugin_manager()

    assert ["own-a:one", "own-a:two", "own-b:one", "own-loud:one"] == sorted(states(manager))
    assert {"loaded"} == set(states(manager).values())
    assert () == manager.failures


def test_asked_belongs_into_provenance(site: Path) -> None:
    """Everybody who is asked is listed with the version, sorted."""
    asked = make_plugin_manager(allow=["own-b"]).asked

    assert (*(f"{name} {aijobkit.__version__}" for name in BUILT_IN), "own-b:one 2.5") == asked


def test_block_list_is_decided_before_import(site: Path) -> None:
    """What is blocked is never imported, by distribution or by entry, however the name is spelt."""
    manager = make_plugin_manager(block=["own_LOUD", "own-a:two"])

    assert {"own-a:one": "loaded", "own-a:two": "blocked", "own-b:one": "loaded", "own-loud:one": "blocked"} == states(manager)
    assert not hasattr(sys, "own_loud")


def test_allow_list_is_decided_before_import(site: Path) -> None:
    """With an allow list only those named load; the others are shown as not allowed and never imported."""
    manager = make_plugin_manager(allow=["own-a:one", "not-there"])

    assert {
        "not-there": "not installed",
        "own-a:one": "loaded",
        "own-a:two": "not allowed",
        "own-b:one": "not allowed",
        "own-loud:one": "not allowed",
    } == states(manager)
    assert not hasattr(sys, "own_loud")


def test_environment_keeps_all_out(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty AIJOBKIT_PLUGINS lets in nobody from outside, and no file of theirs is read."""
    monkeypatch.setenv("AIJOBKIT_PLUGINS", "")
    install(site, "stranger", b"\xff")
    manager = make_plugin_manager()

    assert {} == states(manager)
    assert () == manager.failures
    assert BUILT_IN == tuple(info.name for info in manager.infos)


def test_environment_names_those_who_may_load(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """AIJOBKIT_PLUGINS holds names joined by commas; an allow list narrows it further."""
    monkeypatch.setenv("AIJOBKIT_PLUGINS", " own-b , own_a:one,")

    assert ["own-a:one", "own-b:one"] == sorted(
        name for name, state in states(make_plugin_manager()).items() if state == "loaded"
    )
    assert ["own-b:one"] == [n for n, state in states(make_plugin_manager(allow=["own-b"])).items() if state == "loaded"]


def test_discovery_can_be_left_out(site: Path) -> None:
    """Without discovery only the built-in providers and those given by hand are there."""
    assert {"tips": "loaded"} == states(make_plugin_manager(discover=False, plugins={"tips": Tips()}))


def test_built_in_provider_can_be_blocked() -> None:
    """A built-in provider is blocked like any other, and then says nothing."""
    manager = make_plugin_manager(discover=False, block=["aijobkit:interviews"])

    assert "aijobkit:interviews" not in {one.provider for one in gather_advice(PERSON, PLAN, manager=manager).advice}
    assert "blocked" == {info.name: info.state for info in manager.infos}["aijobkit:interviews"]


def test_two_objects_of_one_class_need_names() -> None:
    """The order of registration changes nothing, so names that would hang on it are not made up: each must be given one."""
    with pytest.raises(InvalidValueError, match="give each a name of its own"):
        make_plugin_manager(discover=False, plugins=[Tips(), Tips()])
    manager = make_plugin_manager(discover=False, plugins={"one": Tips(), "two": Tips()})

    assert ["one", "two"] == sorted(states(manager))


def test_name_given_twice_is_refused() -> None:
    """A name given on purpose must be unique; the second is refused and reported."""
    manager = make_plugin_manager(discover=False)

    assert "tips" == manager.register(Tips(), name="tips")
    assert manager.register(Tips(), name="tips") is None
    assert ["tips"] == [failure.provider for failure in manager.failures]


def test_nobody_else_is_called_aijobkit() -> None:
    """What a plugin finds is told apart from ours by its name, so ours is not to be had."""
    manager = make_plugin_manager(discover=False, plugins={"aijobkit": Tips()})

    assert BUILT_IN == tuple(info.name for info in manager.infos)
    assert ["the name 'aijobkit' is ours; give it another name"] == [failure.error for failure in manager.failures]


@pytest.mark.parametrize("name", ["", " ", "two\nlines", "\x1b[31m", 7])
def test_name_must_be_readable(name: object) -> None:
    """A name goes into every result, so it is one line of readable text."""
    with pytest.raises(InvalidValueError):
        make_plugin_manager(discover=False).register(Tips(), name=name)  # type: ignore[arg-type]


def test_class_instead_of_object_is_refused() -> None:
    """A class is no plugin; the message says what is."""
    manager = make_plugin_manager(discover=False, plugins={"tips": Tips})

    assert ["Tips is a class; give an instance of it, or a module"] == [failure.error for failure in manager.failures]


@pytest.mark.parametrize("plugin", [None, 3, "text", object(), lambda: None])
def test_something_that_is_no_plugin(plugin: object) -> None:
    """Whatever is registered, the porter answers with a failure and not with a traceback."""
    manager = make_plugin_manager(discover=False, plugins={"odd": plugin})

    assert ["odd"] == [failure.provider for failure in manager.failures]
    assert "failed" == states(manager)["odd"]


def test_hook_under_another_name() -> None:
    """A function may implement a hook under a name of its own, as pluggy allows."""

    class Renamed:
        @hookimpl(specname="aijobkit_advise")
        def tips(self, plan):
            return [advice("renamed")]

    report = gather_advice(PERSON, PLAN, manager=make_plugin_manager(discover=False, plugins={"renamed": Renamed()}))

    assert "renamed" in {one.provider for one in report.advice}


def test_hook_of_a_later_version_may_be_optional() -> None:
    """A plugin may implement a hook that this version does not have yet, if it says so."""

    class Ahead(Tips):
        @hookimpl(optionalhook=True)
        def aijobkit_dream(self):
            return None

    manager = make_plugin_manager(discover=False, plugins={"ahead": Ahead()})

    assert () == manager.failures


def test_one_unmarked_hook_beside_a_marked_one() -> None:
    """A forgotten mark is reported even where another hook of the plugin works."""

    class Half(Tips):
        def aijobkit_roles(self):
            return None

    manager = make_plugin_manager(discover=False, plugins={"half": Half()})

    assert ["aijobkit_roles is not marked and is never called; put @hookimpl above it"] == [f.error for f in manager.failures]
    assert "loaded" == states(manager)["half"]


@pytest.mark.parametrize("field", ["allow", "block"])
def test_lists_of_names_are_no_texts(field: str) -> None:
    """One text in place of a list of names would become its letters."""
    with pytest.raises(InvalidValueError, match=field):
        make_plugin_manager(**{field: "own-a"})  # type: ignore[arg-type]


def test_strict_manager_raises_while_loading(site: Path) -> None:
    """With *strict* a plugin that cannot load is an error of our tree."""
    install(site, "own-broken", "[aijobkit]\none = no_such_module_anywhere\n")

    with pytest.raises(PluginError) as caught:
        make_plugin_manager(strict=True)
    assert ("own-broken:one", "load") == (caught.value.provider, caught.value.hook)
    assert isinstance(caught.value, AijobkitError)


def test_nothing_is_imported_before_it_is_needed() -> None:
    """`import aijobkit` loads neither pluggy nor importlib_metadata, nor any provider."""
    code = (
        "import sys, aijobkit; print([m for m in sys.modules if m.startswith(('pluggy', 'importlib_metadata', 'aijobkit.p'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]" == done.stdout.strip()


def test_results_do_not_hang_on_the_hash_seed() -> None:
    """Advice and failures are the same bytes under every hash seed."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from plans_by_hand import PERSON, PLAN\n"
        "from aijobkit.plugins import gather_advice, make_plugin_manager\n"
        "class Odd:\n    pass\n"
        "print(repr(gather_advice(PERSON, PLAN, manager=make_plugin_manager(discover=False, plugins={'odd': Odd()}))))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, str(Path(__file__).parent)],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("0", "1", "2")
    }

    assert 1 == len(outputs)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (ValueError("plain"), "ValueError: plain"),
        (ValueError(), "ValueError"),
        (ValueError("one\ntwo"), "ValueError: one"),
        (OSError("cannot read /home/ada/secret/plan.txt"), "OSError: cannot read …/plan.txt"),
        (OSError(r"cannot read C:\Users\ada\plan.txt"), "OSError: cannot read …/plan.txt"),
        (ValueError("<Thing object at 0x7f00deadbeef>"), "ValueError: <Thing object>"),
        (ValueError("\x1b[31mred\u202e"), "ValueError: \N{REPLACEMENT CHARACTER}[31mred\N{REPLACEMENT CHARACTER}"),
        ("our own words", "our own words"),
        ("", "an error without a name"),
    ],
)
def test_error_in_words(error: BaseException | str, expected: str) -> None:
    """An error is one line without paths, addresses and steering characters, the same in every run."""
    assert expected == describe_error(error)


def test_long_messages_are_cut() -> None:
    """A message as long as a book is cut, and the cut is shown."""
    assert describe_error(ValueError("x" * 10_000)).endswith("…")
    assert len(describe_error(ValueError("x" * 10_000))) < 300


@pytest.mark.parametrize(
    "message",
    [
        "no data for Quendolyn Zyxwv",
        "no data for ZYXWV",
        "'Zeppelin mooring' is unknown",
        "Unseen University is far",
        "Registered Nurses",
        "code 29-1141.00",
        "first line\nQuendolyn on the second",
    ],
)
def test_what_the_person_said_is_withheld(message: str) -> None:
    """A message that repeats a name, school, skill or role of the person is withheld whole."""
    said = describe_error(ValueError(message), secrets=own_texts({"person": PERSON, "plan": PLAN}))

    assert "ValueError: what it said is withheld, because it repeats something that the person said" == said


LONG_SKILL = "Reconciling the ledgers of provincial harbour authorities by hand, with a fountain pen, every single quarter"


@pytest.mark.parametrize(
    "message",
    [LONG_SKILL[:60], repr(LONG_SKILL)[:40] + "…", LONG_SKILL.upper()[30:50], "about ledgers", LONG_SKILL.replace(" ", "\n")],
)
def test_a_piece_of_what_the_person_said_is_withheld(message: str) -> None:
    """A text of the person that was cut or lost its case or spaces is still theirs, and so is a telling word of it."""
    person = attrs.evolve(PERSON, skills=(LONG_SKILL,))

    assert "withheld" in describe_error(ValueError(message), secrets=own_texts({"person": person}))


def test_target_and_notes_are_the_persons_too() -> None:
    """The employer wanted and the words that a note quotes are withheld like the present employer."""
    wanted = attrs.evolve(PLAN.target, employer=Employer(name="Vexillum Works"))
    plan = attrs.evolve(PLAN, target=wanted, notes=("“quartermaster” was read as Logisticians.",))
    secrets = own_texts({"plan": plan})

    for message in ("Vexillum Works", "no vexillum", "a quartermaster", "was read as Logis", PLAN.target.industry.title):
        assert "withheld" in describe_error(ValueError(message), secrets=secrets)
    assert "ValueError: no such table" == describe_error(ValueError("no such table"), secrets=secrets)


def test_a_step_tells_of_both_ends() -> None:
    """A step names where somebody is and where they go; both are theirs."""
    step = PLAN.routes[0].steps[0]

    assert {step.origin.role.title, step.target.role.title} <= set(own_texts({"step": step}))


def test_refused_answers_do_not_repeat_their_value() -> None:
    """What a plugin made of the person's words and we refuse is not shown, be it cut or whole, nor the name of its class."""

    class Echo:
        def __init__(self, skill: str) -> None:
            self.skill = skill

        @hookimpl
        def aijobkit_advise(self, person):
            forced = advice()
            object.__setattr__(forced, "title", f"{self.skill}\x07")
            yield forced
            raise type(self.skill, (Exception,), {})(self.skill)

    for skill in ("Zeppelin mooring", LONG_SKILL):
        person = attrs.evolve(PERSON, skills=(skill,))
        manager = make_plugin_manager(discover=False, plugins={"echo": Echo(skill)})
        errors = [one.error for one in gather_advice(person, PLAN, manager=manager).failures]

        assert [
            (
                "1 of 1 answers were refused; number 1: Advice.title: what was given is not accepted; "
                "give readable text without control characters"
            ),
            "Exception: what it said is withheld, because it repeats something that the person said",
        ] == sorted(errors)


def test_short_skills_do_not_hide_everything() -> None:
    """The skill `R` withholds a message about R, not every message with that letter."""
    assert "ValueError: no error row" == describe_error(ValueError("no error row"), secrets=["R"])
    assert "withheld" in describe_error(ValueError("R is missing"), secrets=["R"])


def test_names_of_distributions_are_normalised() -> None:
    """Case, underscores and dots in a distribution's name do not matter; an entry's name is kept."""
    assert "my-school-tips:Main_Entry" == normal_name(" My_School.Tips:Main_Entry")


def test_finding_imports_nothing(site: Path) -> None:
    """Looking for plugins runs no code of theirs."""
    offers, failures = find_offers()

    assert {"own-a:one", "own-loud:one"} <= {offer.provider for offer in offers}
    assert () == failures
    assert not hasattr(sys, "own_loud")


def test_failures_are_joined_once_each() -> None:
    """The same failure from two hooks is told once; the order is that of provider and hook."""
    one, two = make_plugin_manager(discover=False, plugins={"b": 1, "a": 2}).failures

    assert ("a", "b") == (one.provider, two.provider)
    assert (one, two) == sorted_failures([two, one], [one])


def test_one_line_of_nothing() -> None:
    """Text with nothing to read on it gives an empty line."""
    assert "" == one_line(" \n\t\n")


def test_evidence_is_validated_again_behind_force() -> None:
    """A value that was forced past its own validation is refused when it comes back."""

    class Forger:
        @hookimpl
        def aijobkit_advise(self, person, plan):
            forged = advice(evidence=[GROUND])
            object.__setattr__(forged, "evidence", ())
            return [forged]

    report = gather_advice(PERSON, PLAN, manager=make_plugin_manager(discover=False, plugins={"forger": Forger()}))

    assert "forger" not in {one.provider for one in report.advice}
    assert ["forger"] == [one.provider for one in report.failures]


def test_hook_implemented_twice_is_refused() -> None:
    """Two functions of one plugin for one hook would make it unclear which one answers."""

    class Twice(Tips):
        @hookimpl(specname="aijobkit_advise")
        def more(self):
            return []

    manager = make_plugin_manager(discover=False, plugins={"twice": Twice()})

    assert ["aijobkit_advise is implemented twice; an answer must come from one function"] == [
        f.error for f in manager.failures
    ]


def test_who_changes_a_value_is_found_among_many() -> None:
    """One plugin that changes what all see is found, and the others are asked again and believed."""

    class Pushy:
        @hookimpl
        def aijobkit_advise(self, person, plan):
            object.__setattr__(person, "skills", ("flattery",))
            return [advice("pushed")]

    class Reader:
        @hookimpl
        def aijobkit_advise(self, person, plan):
            return [advice(" ".join(person.skills))]

    crowd = {"a-pushy": Pushy(), **{f"b-reader-{number}": Reader() for number in range(3)}}
    report = gather_advice(PERSON, PLAN, manager=make_plugin_manager(discover=False, plugins=crowd))

    assert ["a-pushy"] == [one.provider for one in report.failures]
    assert {" ".join(PERSON.skills)} == {one.key for one in report.advice if one.provider.startswith("b-reader")}
    assert "a-pushy" not in {one.provider for one in report.advice}


def test_results_of_a_call_are_sorted_by_provider() -> None:
    """Built-in providers and plugins stand in one order, that of their names."""
    manager = make_plugin_manager(discover=False, plugins={"zebra": Tips(), "aardvark": Tips()})
    providers = [provider for provider, _ in manager.call("aijobkit_advise", person=PERSON, plan=PLAN).results]

    assert sorted(providers) == providers
    assert {"aardvark", "zebra", *BUILT_IN} == set(providers)


def test_escaped_names_are_withheld_too() -> None:
    """A name in the escaped form that ASCII output gives it is still a name."""
    assert "withheld" in describe_error(ValueError(ascii("Zoë Ümläut")), secrets=["Zoë"])
