"""Each hook: what its answers become, and what happens where two plugins disagree."""

from __future__ import annotations

import pytest

from aijobkit import RoleDefinition, hookimpl
from aijobkit.errors import InvalidValueError, PluginError
from aijobkit.industries import FoundIndustry
from aijobkit.plans import ReportFormat, StepWeight
from aijobkit.plugins import (
    find_more_industries,
    find_more_roles,
    gather_advice,
    gather_report_formats,
    gather_roles,
    make_plugin_manager,
    render_with,
    weigh_step,
)
from aijobkit.roles import FoundRole
from aijobkit.serialize import to_json
from plans_by_hand import GROUND, PERSON, PLAN, advice

STEP = PLAN.routes[0].steps[0]


def plugin(hook: str, answer: object) -> object:
    """Return a plugin that gives *answer* to *hook*, whatever it is asked."""

    def implementation(self: object) -> object:
        return answer() if callable(answer) else answer

    return type("Plugin", (), {hook: hookimpl(implementation)})()


def manager(hook: str, **answers: object):
    """Return a manager with one plugin per answer, and no built-in providers among the names."""
    return make_plugin_manager(discover=False, plugins={name: plugin(hook, answer) for name, answer in answers.items()})


def role(code: str) -> RoleDefinition:
    """Return a role under *code*."""
    return RoleDefinition(code=code, title="A role", reason="made up", source="test")


def form(name: str, render=lambda plan: plan.switch.kind.value) -> ReportFormat:
    """Return a report format."""
    return ReportFormat(name=name, title="A format", media_type="text/plain", render=render)


def test_hook_aijobkit_advise_is_sorted_and_signed() -> None:
    """Advice of all plugins comes by priority, provider and key, each signed by who gave it."""
    asked = manager("aijobkit_advise", b=[advice("y", priority=0), advice("x", priority=0)], a=[advice("z", priority=0)])
    first = gather_advice(PERSON, PLAN, manager=asked).advice[:3]

    assert [("a", "z"), ("b", "x"), ("b", "y")] == [(one.provider, one.key) for one in first]


def test_hook_aijobkit_advise_gets_person_and_plan() -> None:
    """A provider sees the very person and plan, and may take either argument alone."""
    seen = []

    class Curious:
        @hookimpl
        def aijobkit_advise(self, plan):
            seen.append(plan)

    gather_advice(PERSON, PLAN, manager=make_plugin_manager(discover=False, plugins=[Curious()]))

    assert [PLAN] == seen


def test_hook_aijobkit_roles_are_sorted_by_code() -> None:
    """Roles of all plugins come by code, each with who brought it."""
    report = gather_roles(manager=manager("aijobkit_roles", b=[role("b:one")], a=[role("c:two"), role("a:one")]))

    assert ["a:one", "b:one", "c:two"] == [one.code for one in report.definitions]
    assert (("a:one", "a"), ("b:one", "b"), ("c:two", "a")) == report.providers


def test_hook_aijobkit_roles_twice_names_both() -> None:
    """A code that two plugins bring stays with the first by name, and the failure names both."""
    report = gather_roles(manager=manager("aijobkit_roles", zoo=[role("x:same")], ark=[role("x:same")]))

    assert (("x:same", "ark"),) == report.providers
    assert ["the code 'x:same' is defined by ark and zoo; the first one is used"] == [one.error for one in report.failures]


def test_hook_aijobkit_roles_cannot_take_a_code_that_exists() -> None:
    """A code of the taxonomy stays what it is."""
    report = gather_roles(manager=manager("aijobkit_roles", a=[role("x:same")]), taken=["x:same"])

    assert () == report.definitions
    assert "is defined by aijobkit and a" in report.failures[0].error


def test_hook_aijobkit_find_roles_best_first() -> None:
    """Candidates come by confidence, then code, each signed."""
    found = [FoundRole(code=f"15-2051.0{number}", confidence=number / 10, reason="r") for number in range(3)]
    report = find_more_roles("wizard", manager=manager("aijobkit_find_roles", a=found))

    assert [0.2, 0.1, 0.0] == [one.confidence for one in report.found]
    assert {"a"} == {one.provider for one in report.found}


def test_hook_aijobkit_find_roles_does_not_repeat_the_text() -> None:
    """A finder that fails with the person's words in its message does not spread them."""

    class Chatty:
        @hookimpl
        def aijobkit_find_roles(self, text):
            raise ValueError(f"what is a {text}?")

    report = find_more_roles("Quendolyn's job", manager=make_plugin_manager(discover=False, plugins={"chatty": Chatty()}))

    assert () == report.found
    assert "Quendolyn" not in report.failures[0].error


def test_hook_aijobkit_find_industries_best_first() -> None:
    """Candidates come by confidence, then code, each signed."""
    found = [FoundIndustry(code=code, confidence=0.5, reason="r") for code in ("622", "52")]
    report = find_more_industries("Division North", manager=manager("aijobkit_find_industries", a=found))

    assert [("52", "a"), ("622", "a")] == [(one.code, one.provider) for one in report.found]


def test_hook_aijobkit_weigh_step_multiplies() -> None:
    """The factors of all plugins are multiplied and shown one by one; who has nothing to say changes nothing."""
    weights = [StepWeight(factor=factor, reason="r", evidence=GROUND) for factor in (1.5, 0.5)]
    report = weigh_step(STEP, PERSON, manager=manager("aijobkit_weigh_step", b=weights[0], a=weights[1], c=None))

    assert 0.75 == pytest.approx(report.factor)
    assert [("a", 0.5), ("b", 1.5)] == [(one.provider, one.factor) for one in report.weights]


@pytest.mark.parametrize("factor", [0.0, -1.0, float("nan"), float("inf"), 101.0, True])
def test_hook_aijobkit_weigh_step_refuses_what_is_no_factor(factor: float) -> None:
    """A factor must be a number above 0; else the plugin fails and the step stays as it is."""
    asked = manager("aijobkit_weigh_step", a=lambda: StepWeight(factor=factor, reason="r", evidence=GROUND))
    report = weigh_step(STEP, PERSON, manager=asked)

    assert 1.0 == report.factor
    assert ["a"] == [one.provider for one in report.failures]


def test_hook_aijobkit_weigh_step_takes_one_weight_only() -> None:
    """A list of weights is not one weight."""
    report = weigh_step(STEP, PERSON, manager=manager("aijobkit_weigh_step", a=[]))

    assert ["InvalidValueError: answer: 'list' is not accepted; give StepWeight"] == [one.error for one in report.failures]


def test_hook_aijobkit_report_formats_twice_names_both() -> None:
    """A name that two plugins bring stays with the first by name, and the failure names both."""
    report = gather_report_formats(manager=manager("aijobkit_report_formats", b=[form("csv")], a=[form("csv")]), taken=["json"])

    assert [("csv", "a")] == [(one.name, one.provider) for one in report.formats]
    assert ["the name 'csv' is defined by a and b; the first one is used"] == [one.error for one in report.failures]


def test_hook_aijobkit_report_formats_render() -> None:
    """A plugin's format writes the plan."""
    report = gather_report_formats(manager=manager("aijobkit_report_formats", a=[form("kind")]))

    assert "both" == render_with(report.formats[0], PLAN)


@pytest.mark.parametrize("render", [lambda plan: 7, lambda plan: 1 / 0, lambda plan: {}[plan.person.name]])
def test_hook_aijobkit_report_formats_failing_renderer(render) -> None:
    """A renderer that fails gives an error of ours with nothing of the person in it."""
    with pytest.raises(PluginError, match="report format 'bad'") as caught:
        render_with(form("bad", render), PLAN)
    assert "Quendolyn" not in str(caught.value)


def test_hook_aijobkit_report_formats_cannot_change_the_plan() -> None:
    """A renderer gets a copy: what it forces into a frozen plan stays there."""
    before = to_json(PLAN)

    def render(plan) -> str:
        object.__setattr__(plan, "notes", ("forged",))
        object.__setattr__(plan.person, "skills", ("forged",))
        return "done"

    assert "done" == render_with(form("forger", render), PLAN)
    assert before == to_json(PLAN)


def test_hook_aijobkit_report_formats_writes_what_a_file_can_hold() -> None:
    """Half a character cannot be saved, so it is the renderer's failure and not a traceback of whoever saves it."""
    with pytest.raises(PluginError, match="UnicodeEncodeError"):
        render_with(form("half", lambda plan: "\ud800"), PLAN)


@pytest.mark.parametrize("field", ["titles", "technologies", "topics"])
@pytest.mark.parametrize("bad", ["", " ", "a\ud800", "\x1b[31m", 7])
def test_hook_aijobkit_roles_refuses_unreadable_members(field: str, bad: object) -> None:
    """A role with a member that nobody could read is refused as a failure that says which field, and costs no other role."""
    forced = role("a:bad")
    object.__setattr__(forced, field, ("Python", bad))
    report = gather_roles(manager=manager("aijobkit_roles", a=[forced, role("a:good")]))

    assert ["a:good"] == [one.code for one in report.definitions]
    assert [f"1 of 2 answers were refused; number 1: RoleDefinition.{field}"] == [
        one.error.partition(": ")[0] + ": " + one.error.split(": ")[1] for one in report.failures
    ]


def test_hook_aijobkit_advise_key_of_the_persons_words() -> None:
    """A key used twice is shown only where it repeats nothing that the person said."""
    (repeated,) = gather_advice(PERSON, PLAN, manager=manager("aijobkit_advise", a=[advice("zeppelin mooring")] * 2)).failures

    assert "withheld" in repeated.error


def test_unknown_hook_and_arguments_are_refused() -> None:
    """Asking a hook that is not there, or with other arguments than its own, says what there is."""
    asked = make_plugin_manager(discover=False)

    with pytest.raises(InvalidValueError, match="aijobkit_advise"):
        asked.call("aijobkit_advice")
    with pytest.raises(InvalidValueError, match="give person, plan"):
        asked.call("aijobkit_advise", person=PERSON)


def test_hook_aijobkit_roles_keeps_our_namespace() -> None:
    """A plugin cannot speak in the name of our catalogue."""
    report = gather_roles(manager=manager("aijobkit_roles", a=[role("aijobkit:prompt-engineer"), role("a:fine")]))

    assert ["a:fine"] == [one.code for one in report.definitions]
    assert "is in the namespace of aijobkit" in report.failures[0].error


def test_hook_aijobkit_roles_are_values_to_the_bottom() -> None:
    """Lists inside a definition become tuples, so that it can be a key and cannot be changed afterwards."""
    anchors = [["15-2051.00", 1.0]]
    definition = RoleDefinition(code="a:b", title="A role", anchors=anchors, reason="made up", source="test")  # type: ignore[arg-type]
    (found,) = gather_roles(manager=manager("aijobkit_roles", a=[definition])).definitions

    assert (("15-2051.00", 1.0),) == found.anchors
    assert hash(found)
