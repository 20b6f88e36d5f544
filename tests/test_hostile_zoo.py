"""The hostile zoo: whatever a plugin does, it costs nobody else's advice and is named in the result."""

from __future__ import annotations

from pathlib import Path

import pytest

from aijobkit.errors import PluginError
from aijobkit.plugins import gather_advice, make_plugin_manager
from plans_by_hand import PERSON, PLAN
from zoo import ANIMALS, install, install_animal, use

GOOD = """
from aijobkit import Advice, Evidence, EvidenceKind, hookimpl

@hookimpl
def aijobkit_advise(person, plan):
    ground = Evidence(kind=EvidenceKind.ASSUMPTION, source="school")
    return [Advice(key="good", title="t", text="x", reason="r", evidence=[ground])]
"""
GOOD_PROVIDER = "own-school:tips"

# What each animal still gives, and what the result says of it: the hook in which it failed and words of the failure.
EXPECTED: dict[str, tuple[tuple[str, ...], tuple[tuple[str, str], ...]]] = {
    "bad_repr": ((), (("aijobkit_advise", "MuteError"),)),
    "control_characters": (
        (),
        (
            (
                "aijobkit_advise",
                "3 of 3 answers were refused; number 1: Advice.text: what was given is not accepted; give text",
            ),
            ("aijobkit_advise", "InvalidValueError: Advice.title: what was given is not accepted; give readable text"),
        ),
    ),
    "coroutine": ((), (("aijobkit_advise", "is an async function; give a plain one"),)),
    "endless": (
        ("again",) * 40,
        (
            ("aijobkit_advise", "gave more than 100000 answers; the first 40 are kept"),
            ("aijobkit_advise", "uses the key 'again'"),
        ),
    ),
    "exits_in_hook": ((), (("aijobkit_advise", "SystemExit: goodbye"),)),
    "exits_on_import": ((), (("load", "SystemExit: 3"),)),
    "fails_halfway": (("first",), (("aijobkit_advise", "OSError: the cage is empty"),)),
    "forgot_mark": ((), (("load", "aijobkit_advise is not marked and is never called; put @hookimpl above it"),)),
    "impersonates": (("same", "same"), (("aijobkit_advise", "uses the key 'same' more than once"),)),
    "markup": (("markup",), ()),
    "misspelt_hook": ((), (("load", "there is no hook 'aijobkit_advice'; did you mean aijobkit_advise?"),)),
    "mutates": ((), (("aijobkit_advise", "changed a value that it was given; its answers are not used"),)),
    "mutates_politely": ((), (("aijobkit_advise", "FrozenInstanceError"),)),
    "no_hook": ((), (("load", "it implements no hook; mark a function with @hookimpl"),)),
    "own_base_exception": ((), (("aijobkit_advise", "Escape: over the fence"),)),
    "raises_in_hook": ((), (("aijobkit_advise", "KeyError: 'no such table'"),)),
    "raises_on_import": ((), (("load", "RuntimeError: no licence key for the zoo"),)),
    "recursion": ((), (("aijobkit_advise", "RecursionError"),)),
    "returns_junk": ((), (("aijobkit_advise", "answered with one int; give a list of Advice"),)),
    "returns_mixture": (
        ("first", "last"),
        (("aijobkit_advise", "2 of 4 answers were refused; number 2: answer: 'dict' is not accepted; give Advice"),),
    ),
    "returns_text": ((), (("aijobkit_advise", "answered with one str; give a list of Advice"),)),
    "slow": (("patience",), ()),
    "strange_module": (("well",), ()),
    "subclass": ((), (("aijobkit_advise", "1 of 1 answers were refused; number 1: answer: 'Loud'"),)),
    "tells_secrets": ((), (("aijobkit_advise", "ValueError: what it said is withheld"),)),
    "ten_thousand": (
        tuple(sorted(f"tip-{number}" for number in range(40))),
        (("aijobkit_advise", "gave 10000 answers; the first 40 are kept and 9960 were cut"),),
    ),
    "wrapper": ((), (("load", "aijobkit_advise is a wrapper; wrappers are not allowed"),)),
    "wrong_argument": (
        (),
        (("load", "aijobkit_advise has no argument 'weather', 'horoscope'; it is called with (person, plan)"),),
    ),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of installed packages that holds one good plugin."""
    install(tmp_path, "own-school", "[aijobkit]\ntips = own_school\n", module=GOOD)
    use(tmp_path, monkeypatch)
    return tmp_path


def without(report, provider: str):
    """Return advice and failures of everybody but *provider*."""
    return (
        [one for one in report.advice if one.provider != provider],
        [one for one in report.failures if one.provider != provider],
    )


def test_every_animal_is_expected() -> None:
    """No file of the zoo goes untested, and none is expected that is not there."""
    assert sorted(EXPECTED) == list(ANIMALS)


@pytest.mark.parametrize("animal", ANIMALS)
def test_animal_costs_nobody_else(animal: str, site: Path) -> None:
    """Everybody else's advice and failures are the same, byte for byte, with the animal and without it."""
    before = gather_advice(PERSON, PLAN)
    name = install_animal(site, animal)
    after = gather_advice(PERSON, PLAN)

    assert without(before, name) == without(after, name)
    assert GOOD_PROVIDER in {one.provider for one in after.advice}


@pytest.mark.parametrize("animal", ANIMALS)
def test_animal_is_named_in_the_result(animal: str, site: Path) -> None:
    """What it gave properly is kept under its name, and what went wrong is said with name, version and hook."""
    name = install_animal(site, animal)
    report = gather_advice(PERSON, PLAN)
    kept = tuple(one.key for one in report.advice if one.provider == name)
    failures = [one for one in report.failures if one.provider == name]
    expected_keys, expected_failures = EXPECTED[animal]

    assert expected_keys == kept
    assert len(expected_failures) == len(failures), failures
    for (hook, words), failure in zip(expected_failures, failures, strict=True):
        assert (hook, name.partition(":")[0], "1.0") == (failure.hook, failure.distribution, failure.version)
        assert words in failure.error


def test_the_whole_zoo_at_once(site: Path) -> None:
    """With every animal installed, built-in and good advice are still there, and each culprit is named."""
    alone = gather_advice(PERSON, PLAN)
    names = {install_animal(site, animal) for animal in ANIMALS}
    report = gather_advice(PERSON, PLAN)
    culprits = {name for name in names if EXPECTED[name.partition(":")[0].removeprefix("zoo-").replace("-", "_")][1]}

    assert alone.advice == tuple(one for one in report.advice if one.provider not in names)
    assert culprits == {failure.provider for failure in report.failures}


@pytest.mark.parametrize(
    "content",
    [b"this line stands before any section\n[console_scripts]\nno equals sign here\n", b"[aijobkit]\n\xff\xfe = \x80\n"],
    ids=["no equals sign", "not UTF-8"],
)
def test_broken_file_of_a_stranger(content: bytes, site: Path) -> None:
    """A malformed entry_points.txt of another distribution hides no plugin and is named."""
    alone = gather_advice(PERSON, PLAN)
    install(site, "stranger", content)
    report = gather_advice(PERSON, PLAN)

    assert alone.advice == report.advice
    assert [("stranger", "load")] == [(one.provider, one.hook) for one in report.failures]
    assert "entry_points.txt cannot be read" in report.failures[0].error


def test_metadata_of_a_stranger_is_gone(site: Path) -> None:
    """A distribution without readable metadata is called after its folder."""
    info = install(site, "own-nameless", "[aijobkit]\ntips = own_school\n")
    (info / "METADATA").unlink()
    report = gather_advice(PERSON, PLAN)

    assert "own-nameless:tips" in {one.provider for one in report.advice}


def test_entry_that_points_nowhere(site: Path) -> None:
    """An entry point to a module, an attribute or a text that is none is a failure of that entry alone."""
    install(site, "own-lost", "[aijobkit]\na = no_such_module_anywhere\nb = own_school:nothing\nc = not a reference!\n")
    report = gather_advice(PERSON, PLAN)
    errors = {failure.provider: failure.error for failure in report.failures}

    assert ["own-lost:a", "own-lost:b", "own-lost:c"] == sorted(errors)
    assert "ModuleNotFoundError: No module named 'no_such_module_anywhere'" == errors["own-lost:a"]
    assert GOOD_PROVIDER in {one.provider for one in report.advice}


def test_one_entry_name_in_two_distributions(site: Path) -> None:
    """Two distributions may use one entry name; neither is skipped."""
    install(site, "own-college", "[aijobkit]\ntips = own_school\n")
    providers = {one.provider for one in gather_advice(PERSON, PLAN).advice}

    assert {GOOD_PROVIDER, "own-college:tips"} <= providers


def test_one_entry_name_twice_in_one_distribution(site: Path) -> None:
    """The first of two equal entry names counts, and the second is reported."""
    install(site, "own-college", "[aijobkit]\ntips = own_school\ntips = no_such_module_anywhere\n")
    report = gather_advice(PERSON, PLAN)

    assert ["own-college:tips"] == [one.provider for one in report.failures]
    assert "is used twice in entry_points.txt" in report.failures[0].error
    assert "own-college:tips" in {one.provider for one in report.advice}


def test_one_distribution_installed_twice(site: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch) -> None:
    """Of two versions of one distribution the first on the path counts, as in Python; the other one is reported."""
    later = tmp_path_factory.mktemp("later")
    install(later, "Own_School", "[aijobkit]\nother = own_school\n", version="2.0")
    monkeypatch.syspath_prepend(str(later))
    monkeypatch.syspath_prepend(str(site))
    report = gather_advice(PERSON, PLAN)

    assert [("own-school", "is installed twice; version 1.0 comes first on the path and is used")] == [
        (one.provider, one.error) for one in report.failures
    ]


def test_distribution_that_claims_our_name(site: Path) -> None:
    """A stranger cannot take the place of a built-in provider."""
    install(site, "aijobkit", "[aijobkit]\ngaps = own_school\n", version="99")
    report = gather_advice(PERSON, PLAN)

    assert "good" not in {one.key for one in report.advice if one.provider == "aijobkit:gaps"}
    assert ["aijobkit:gaps"] == [one.provider for one in report.failures]


def test_own_texts_never_enter_a_failure(site: Path) -> None:
    """A failure repeats neither name, school nor skill of the person, nor a path of the machine."""
    install_animal(site, "tells_secrets")
    errors = " ".join(one.error for one in gather_advice(PERSON, PLAN).failures)

    assert not [text for text in ("Quendolyn", "Zyxwv", "Unseen", "Zeppelin", "Python", "/home") if text in errors]


def test_keyboard_interrupt_passes(site: Path) -> None:
    """Whoever presses Ctrl-C during the call of a plugin is obeyed."""
    source = GOOD.replace("    ground =", "    raise KeyboardInterrupt\n    ground =")
    install(site, "own-patience", "[aijobkit]\ntips = own_patience\n", module=source)

    with pytest.raises(KeyboardInterrupt):
        gather_advice(PERSON, PLAN)


@pytest.mark.parametrize("animal", ["raises_on_import", "raises_in_hook", "misspelt_hook"])
def test_strict_raises(animal: str, site: Path) -> None:
    """With *strict* the first failure is an error of ours that names provider and hook."""
    name = install_animal(site, animal)

    with pytest.raises(PluginError, match=name) as caught:
        gather_advice(PERSON, PLAN, manager=make_plugin_manager(strict=True))
    assert name == caught.value.provider


def test_slow_provider_is_timed_but_not_in_the_result(site: Path) -> None:
    """Time is shown where it belongs, and results stay equal from run to run."""
    name = install_animal(site, "slow")
    manager = make_plugin_manager()
    first = gather_advice(PERSON, PLAN, manager=manager)
    info = {one.name: one for one in manager.infos}[name]

    assert info.call_ms >= 50
    assert first == gather_advice(PERSON, PLAN, manager=manager)


def test_failures_say_the_same_in_every_run(site: Path) -> None:
    """Nothing in a failure hangs on memory addresses or the order of sets."""
    for animal in ANIMALS:
        install_animal(site, animal)

    assert gather_advice(PERSON, PLAN).failures == gather_advice(PERSON, PLAN).failures
    assert "0x" not in " ".join(one.error for one in gather_advice(PERSON, PLAN).failures)
