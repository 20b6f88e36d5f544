"""Paper: one page, drawn as text, Markdown and HTML, and the plan as JSON."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import types
import unicodedata
from html.parser import HTMLParser
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijobkit import Evidence, EvidenceKind, SwitchPlan, hookimpl, strategies
from aijobkit.advice import Action, AdviceFailure
from aijobkit.classify import classify
from aijobkit.difficulty import band_of
from aijobkit.errors import PluginError, ReportError
from aijobkit.people import Person, Position
from aijobkit.plans import Gap, GapReport, ReportFormat
from aijobkit.plugins import make_plugin_manager
from aijobkit.reports import BUILT_IN_FORMATS, DRAWINGS, draw, plan_document, render, report_formats, switch_document
from aijobkit.reports.documents import Bars, Bullets, Document, Heading, Paragraph, Sources, Table, clean
from aijobkit.reports.html import draw_html
from aijobkit.reports.markdown import draw_markdown, escape_markdown
from aijobkit.reports.phrases import difficulty_words
from aijobkit.reports.plan_page import difficulty_blocks, plan_page, verdict_blocks
from aijobkit.reports.text import draw_text
from aijobkit.roles import Domain, Role
from aijobkit.serialize import from_dict, from_json
from aijobkit.switches import Difficulty, Part, Stability, Switch
from plans_by_hand import GROUND, advice, nurse, plan_for

PLAN = attrs.evolve(
    plan_for(nurse("SQL")),
    advice=[advice(actions=[Action(text="write a note", weeks_before_search=8)], provider="aijobkit:interviews")],
    failures=[AdviceFailure(provider="bad:plugin", hook="aijobkit_advise", error="ValueError: boom")],
    notes=["“nurse” was read as Registered Nurses."],
)
HOSTILE = "<script>alert(1)</script>\"'& | ` * _ [x](javascript:1) \x1b[31m \u202e &lt; # 1. - > \n$x$"


class Tags(HTMLParser):
    """Collects the tags and attributes of a page, and checks that they close."""

    VOID = ("meta", "br", "rect")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.seen.append((tag, dict(attributes)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that it closes what was opened last."""
        if tag not in self.VOID:
            assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        """Collect what is read."""
        self.text += data


def page(*blocks: Any) -> Document:
    """Return a page of these blocks."""
    return Document(title="T", blocks=blocks)


texts = st.text(max_size=40)
cells = st.lists(st.lists(texts, min_size=2, max_size=2).map(tuple), max_size=3).map(tuple)
blocks = st.one_of(
    st.builds(Heading, text=texts, level=st.sampled_from([2, 3])),
    st.builds(Paragraph, text=texts, is_aside=st.booleans()),
    st.builds(Bullets, items=st.lists(texts, max_size=3), is_numbered=st.booleans(), is_sources=st.booleans()),
    st.builds(Table, columns=st.tuples(texts, texts), rows=cells, caption=texts, numeric=st.sampled_from([(), (1,)])),
    st.builds(
        Bars,
        title=texts,
        bars=st.lists(st.tuples(texts, st.lists(st.floats(0, 1), max_size=3).map(tuple)), max_size=3).map(tuple),
    ),
)
pages = st.builds(Document, title=texts, blocks=st.lists(blocks, max_size=5).map(tuple))


# -- every format ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [report_format.name for report_format in BUILT_IN_FORMATS])
@given(plan=strategies.plans())
def test_any_plan_can_be_written(name: str, plan: SwitchPlan) -> None:
    """Every plan can be written in every format, twice the same, ended by a line feed."""
    text = render(plan, name)

    assert text == render(plan, name)
    assert text.endswith("\n")


@pytest.mark.parametrize("name", DRAWINGS)
@pytest.mark.parametrize(
    "words",
    [
        "role switch and an industry switch at once",
        "How hard it is",
        "Ways to get there",
        "What you bring",
        "What is missing",
        "Advice",
        "8 weeks before you start to search",
        "Plugins that failed",
        "ValueError: boom",
        "Where the numbers come from",
        "measured (read from a data set)",
        "was read as Registered Nurses",
        "Made with aijobkit",
    ],
)
def test_a_page_says_everything(name: str, words: str) -> None:
    """Every format has the same parts."""
    found = Tags(render(PLAN, name)).text if name == "html" else render(PLAN, name)

    assert words in " ".join(found.split())


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_number_points_to_its_source(name: str) -> None:
    """Each mark such as [3] has its entry in the list of sources, and every entry is pointed to."""
    text = Tags(render(PLAN, name)).text if name == "html" else render(PLAN, name)
    before, _, after = text.partition("Where the numbers come from")
    marks = {int(number) for number in re.findall(r"\[(\d+)\]", before)}
    sources = plan_page(PLAN).blocks
    listed = next(block for block in sources if isinstance(block, Bullets) and block.is_sources)

    assert after
    assert marks == set(range(1, len(listed.items) + 1))


@given(plan=strategies.plans())
def test_no_number_without_a_source(plan: SwitchPlan) -> None:
    """Every part, gap and strength on the page carries the word for its kind."""
    tables = [block for block in plan_page(plan).blocks if isinstance(block, Table) and "Where from" in block.columns]
    grounds = [row[table.columns.index("Where from")] for table in tables for row in table.rows]

    assert all(re.match(r"(measured|derived|assumption) \[\d+\]", ground) for ground in grounds)


@pytest.mark.parametrize("name", DRAWINGS)
def test_the_direct_leap_is_marked_and_told(name: str) -> None:
    """The direct leap stands among the ways and is told step by step, wherever it ends up."""
    leap = next(route for route in PLAN.routes if route.is_direct)
    renamed = [attrs.evolve(route, title="A leap") if route is leap else route for route in PLAN.routes]

    assert 2 <= render(attrs.evolve(PLAN, routes=renamed), name).count("A leap (direct leap)")


# -- plain text --------------------------------------------------------------------------------------------------------------


@given(plan=strategies.plans(), width=st.integers(60, 100))
def test_lines_fit_the_terminal(plan: SwitchPlan, width: int) -> None:
    """No line is longer than the terminal is wide, unless a single code or word in a table is."""
    long = [line for line in draw_text(plan_page(plan), width=width).splitlines() if len(line) > width]

    assert [] == [line for line in long if not re.search(r"\S{12}", line)]


@given(document=pages)
def test_no_control_character_is_printed(document: Document) -> None:
    """Nothing that could steer a terminal or hide text gets onto paper."""
    for name in DRAWINGS:
        found = {char for char in draw(document, name) if unicodedata.category(char) in ("Cc", "Cs")}

        assert found <= {"\n"}


def test_wide_characters_keep_columns_straight() -> None:
    """East Asian characters count as two cells of a terminal."""
    lines = draw_text(page(Table(columns=("a", "b"), rows=(("日本", "x"), ("abcd", "y"))))).splitlines()

    assert "  日本  x" in lines
    assert "  abcd  y" in lines


def test_numbers_stand_to_the_right() -> None:
    """Columns of numbers are set to the right, so that they can be compared."""
    lines = draw_text(page(Table(columns=("n", "v"), rows=(("a", "1.00"), ("b", "10.00")), numeric=(1,)))).splitlines()

    assert ["  a   1.00", "  b  10.00"] == lines[-2:]


def test_long_tables_wrap_before_words_break() -> None:
    """A code is not torn while another column can still be wrapped."""
    row = ("aijobkit:machine-learning-engineer", "one two three four five six seven eight nine ten eleven twelve")

    assert "aijobkit:machine-learning-engineer" in draw_text(page(Table(columns=("c", "w"), rows=(row,))), width=60)


# -- Markdown and HTML -------------------------------------------------------------------------------------------------------


@given(document=pages)
def test_html_is_well_formed_and_inert(document: Document) -> None:
    """Whatever is written on a page, it has no script, no foreign address and no open tag."""
    tags = Tags(draw_html(document))

    assert [] == tags.open
    assert {"script", "img", "link", "iframe"}.isdisjoint(tag for tag, _ in tags.seen)
    assert all(
        value is None or not re.match(r"\s*(https?:|javascript:|data:|//)", value)
        for _, found in tags.seen
        for value in found.values()
    )
    assert not any(name.startswith("on") for _, found in tags.seen for name in found)


def test_hostile_text_is_shown_and_not_run() -> None:
    """Markup in what a person or a plugin wrote is read as text."""
    everywhere = page(
        Heading(text=HOSTILE),
        Paragraph(text=HOSTILE),
        Bullets(items=(HOSTILE,)),
        Table(columns=(HOSTILE,), rows=((HOSTILE,),), caption=HOSTILE),
        Bars(title=HOSTILE, bars=((HOSTILE, (0.5,)),)),
    )

    assert 5 <= Tags(draw_html(everywhere)).text.count("<script>alert(1)</script>")
    assert "script" not in {tag for tag, _ in Tags(draw_html(everywhere)).seen}


def test_pictures_are_read_aloud_and_have_a_table() -> None:
    """A picture has a role and a label for screen readers, and a table says the same."""
    tags = Tags(render(PLAN, "html"))
    pictures = [found for tag, found in tags.seen if tag == "svg"]

    assert 1 == len(pictures)
    assert "img" == pictures[0]["role"]
    assert "table below" in str(pictures[0]["aria-label"])


def test_html_is_self_contained() -> None:
    """The page forbids itself every request."""
    policies = [found for tag, found in Tags(render(PLAN, "html")).seen if tag == "meta" and "http-equiv" in found]

    assert ["default-src 'none'; style-src 'unsafe-inline'"] == [found["content"] for found in policies]


def test_marks_link_to_their_sources() -> None:
    """In HTML a mark leads to its source by a click, and every such place exists."""
    tags = Tags(render(PLAN, "html"))
    targets = {str(found["href"]).removeprefix("#") for tag, found in tags.seen if tag == "a"}

    assert targets
    assert targets <= {str(found.get("id")) for _, found in tags.seen}


@pytest.mark.parametrize(
    "text",
    ["# x", "- x", "+ x", "> x", "1. x", "12) x", "*x*", "_x_", "`x`", "[x](y)", "[x]: y", "<b>", "a|b", "~~x~~", "&amp;"],
)
def test_markdown_signs_are_escaped(text: str) -> None:
    """What would be markup is escaped."""
    assert text != escape_markdown(text)


@pytest.mark.parametrize("text", ["Pay\n===\n\n    rm -rf", "Pay\n---", "a\n\n\tcode", "a\n    # b\n    - c", "a\n  ==="])
def test_lines_of_a_paragraph_stay_text(text: str) -> None:
    """Whatever lines a plugin writes, none makes a heading of another, none is code, a heading, a rule or an item of a list."""
    lines = draw_markdown(page(Paragraph(text=text))).splitlines()[2:]

    assert [line.strip() for line in text.splitlines()] == [line.replace("\\", "").strip() for line in lines]
    assert not [line for line in lines if re.match(r"[ ]{4}|\t|[ ]*(?:=+|-+|#|[-+*] )", line)]


@given(rows=cells)
def test_markdown_tables_keep_their_columns(rows: Any) -> None:
    """Bars and line feeds in a cell do not make another column or row."""
    lines = draw_markdown(page(Table(columns=("a", "b"), rows=rows))).splitlines()[2:]

    assert len(rows) + 2 == len(lines)
    assert {3} == {len(re.findall(r"(?<!\\)\|", line)) for line in lines}


# -- JSON --------------------------------------------------------------------------------------------------------------------


@given(plan=strategies.plans())
def test_the_json_of_a_plan_is_read_back(plan: SwitchPlan) -> None:
    """What ``--format json`` prints is a whole plan again, and begins with the verdict."""
    text = render(plan, "json")
    wanted = {"kind", "origin", "target", "role_axis", "industry_axis", "is_first_ai_job", "difficulty", "provenance"}

    assert plan == from_json(text, SwitchPlan)
    assert wanted | {"gaps", "strengths", "routes", "advice", "failures"} <= set(json.loads(text))


def test_the_json_of_a_verdict_is_read_back() -> None:
    """What ``aijobkit classify`` prints is the switch again."""
    document = switch_document(PLAN.switch, PLAN.difficulty, PLAN.provenance, ("a note",))

    assert PLAN.switch == from_dict(document, Switch)
    assert {"kind", "origin", "target", "difficulty", "provenance", "notes"} <= set(document)


def test_the_document_of_a_plan_is_json() -> None:
    """The document consists of JSON types only."""
    assert plan_document(PLAN) == json.loads(json.dumps(plan_document(PLAN)))


def test_equal_bytes_under_any_hash_seed() -> None:
    """The text of a plan does not depend on the order of sets."""
    code = (
        "from plans_by_hand import nurse, plan_for; from aijobkit.reports import render;"
        "import hashlib; print(hashlib.sha256(''.join(render(plan_for(nurse('SQL')), n)"
        " for n in ('text', 'json', 'html', 'markdown')).encode()).hexdigest())"
    )
    path = [entry for entry in sys.path if entry]
    seen = {
        subprocess.run(
            [sys.executable, "-c", f"import sys; sys.path[:0] = {path!r}; {code}"],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "2")
    }

    assert 1 == len(seen)


# -- formats of plugins ------------------------------------------------------------------------------------------------------


def shouting(answer: Any) -> Any:
    """Return a plugin module whose format gives *answer*."""
    module = types.ModuleType("shouting")

    @hookimpl
    def aijobkit_report_formats() -> list[ReportFormat]:
        return [ReportFormat(name="shout", title="Shout", media_type="text/plain", render=answer)]

    module.aijobkit_report_formats = aijobkit_report_formats  # type: ignore[attr-defined]
    return make_plugin_manager(discover=False, plugins={"shouting": module})


def test_a_plugin_brings_a_format() -> None:
    """A format of a plugin is used by its name and listed behind ours."""
    manager = shouting(lambda plan: plan.switch.kind.value.upper())

    assert "BOTH" == render(PLAN, "shout", manager=manager)
    assert ["text", "json", "markdown", "html", "shout"] == [one.name for one in report_formats(manager=manager)]


def test_a_broken_format_is_named() -> None:
    """A format that fails, or gives no text, is named in the error."""
    for answer in (lambda _plan: 1 / 0, lambda _plan: None):
        with pytest.raises(PluginError, match="shout"):
            render(PLAN, "shout", manager=shouting(answer))


def test_an_unknown_format_is_refused_with_the_nearest() -> None:
    """A slip of the pen is answered with what may be meant."""
    with pytest.raises(ReportError, match="did you mean 'markdown'"):
        render(PLAN, "markdwn", manager=make_plugin_manager(discover=False))
    with pytest.raises(ReportError, match="choose one of"):
        draw(page(), "pdf")


# -- sources and cleaning ----------------------------------------------------------------------------------------------------


def test_sources_are_numbered_once() -> None:
    """The same source has the same number wherever it is named."""
    sources = Sources()
    other = Evidence(kind=EvidenceKind.ASSUMPTION, source="us")

    assert ["measured [1]", "measured [1], assumption [2]"] == [sources.mark(GROUND), sources.mark(GROUND, other, GROUND)]


def test_many_details_are_counted() -> None:
    """A source with many details shows the first and says how many more there are."""
    sources = Sources()
    for index in range(30):
        sources.mark(attrs.evolve(GROUND, detail=f"detail {index}"))
    listed = sources.blocks()[1]

    assert isinstance(listed, Bullets)
    assert "and 27 more" in listed.items[0]


@given(text=st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """What is clean stays as it is."""
    assert clean(clean(text)) == clean(text)


def _told(plan: SwitchPlan) -> str:
    return " ".join(render(plan, "text").split())


INFORMATION = ("Information (51)",)


def _paid(plan: SwitchPlan, pay: float, sectors: tuple[str, ...] | None, *, role: Role | None = None) -> SwitchPlan:
    """Return a plan with one route of one step that ends at this pay."""
    (step,) = plan.routes[-1].steps
    target = step.target if role is None else attrs.evolve(step.target, role=role)
    step = attrs.evolve(step, target=target, pay=pay, evidence=[GROUND, attrs.evolve(GROUND, detail="X", sectors=sectors)])
    return attrs.evolve(plan, routes=[attrs.evolve(plan.routes[-1], steps=[step])])


@pytest.mark.parametrize(
    ("sectors", "words"),
    [
        (INFORMATION, " in the sector"),
        (("Information (51)", "Y (54)"), " in its sectors"),
        ((), " in all sectors"),
        (None, ""),
    ],
)
def test_pay_says_where_it_was_counted(sectors: tuple[str, ...] | None, words: str) -> None:
    """A figure of all sectors is not called that of the industry, and the words of the evidence are not asked."""
    plan = _paid(PLAN, 90_000.0, sectors)

    assert f"Median pay there: $90,000 a year{words}." in _told(plan)
    assert [sectors] == [step.pay_sectors for route in plan.routes for step in route.steps]


def test_blended_pay_is_not_read_as_a_real_one() -> None:
    """The pay of a role that mixes several occupations is rounded and called what it is."""
    prompt = Role(code="aijobkit:prompt-engineer", title="Prompt Engineer", onet_codes=["15-1252.00"])
    told = _told(_paid(PLAN, 162_418.0, INFORMATION, role=prompt))

    assert "about $162,000 a year, as in neighbouring occupations in the sector" in told
    assert "162,418" not in told


@pytest.mark.parametrize(("pay", "is_cut"), [(83_000.0, True), (84_000.0, False), (120_000.0, False)])
def test_a_pay_cut_is_said(pay: float, is_cut: bool) -> None:
    """Present pay is shown, and a step whose median lies clearly below it says so."""
    plan = attrs.evolve(PLAN, present_pay=93_170.0, present_pay_evidence=GROUND)
    told = _told(_paid(plan, pay, INFORMATION))

    assert "Median pay in your present role: $93,170 a year (measured" in told
    assert is_cut == ("clearly less than in your present role" in told)


def test_totals_are_explained_once() -> None:
    """Costs of steps look like a sum; the page says that they are none."""
    assert 1 == _told(PLAN).count("The costs of steps are not added up: the hardest counts most")


def test_what_a_result_hangs_on_is_said_in_words() -> None:
    """Names of fields are for the JSON; a limit that we drew is told apart from a weight."""
    stability = Stability(
        change=0.2,
        band_holds=False,
        order_holds=True,
        hangs_on=["band_large", "weight_gap"],
        band_hangs_on=["band_large", "weight_gap"],
    )
    told = _told(attrs.evolve(PLAN, difficulty=attrs.evolve(PLAN.difficulty, value=0.67, stability=stability)))

    assert "near the border between a large step and a very large one" in told
    assert "it might no longer be called a very large step: what it would cost to show nothing" in told
    assert "band_large" not in told
    assert "weight_gap" not in told


def test_only_a_border_is_only_a_border() -> None:
    """Where nothing but the limit of the words could change them, no weight is blamed."""
    stability = Stability(change=0.2, band_holds=False, order_holds=True, hangs_on=["band_large"], band_hangs_on=["band_large"])
    told = _told(attrs.evolve(PLAN, difficulty=attrs.evolve(PLAN.difficulty, value=0.67, stability=stability)))

    assert "near the border" in told
    assert "judgements of ours were" not in told


def test_where_nothing_is_known_no_targets_are_ranked() -> None:
    """An assumed distance of roles is the same for every target, and the page says so."""
    assumed = attrs.evolve(GROUND, kind=EvidenceKind.ASSUMPTION)
    parts = [*PLAN.difficulty.parts, Part(name="role distance", value=0.7, weight=0.7, evidence=assumed)]
    vague = attrs.evolve(PLAN, difficulty=attrs.evolve(PLAN.difficulty, parts=parts))

    assert "too little of what you have done to rank targets" in _told(vague)
    assert "rank targets" not in _told(PLAN)


@pytest.mark.parametrize(("name", "weight", "zone", "note"), [("job zone", 0.3, True, False), ("other", 0.0, False, True)])
def test_captions_explain_only_what_is_there(name: str, weight: float, zone: bool, note: bool) -> None:
    """Job zones and weights of 0 are explained where they occur."""
    part = Part(name=name, value=0.5, weight=weight, evidence=GROUND)
    told = _told(attrs.evolve(PLAN, difficulty=attrs.evolve(PLAN.difficulty, parts=[part])))

    assert zone == ("O*NET's word for preparation, from 1 (short) to 5 (long)" in told)
    assert note == ("A weight of 0 is shown but not counted" in told)


def test_names_of_the_person_stay_off_paper() -> None:
    """Name, school and employer of the person never stand on a page."""
    person: Person = attrs.evolve(PLAN.person, name="Zyxwv", schools=("Zyxwv",))
    plan = attrs.evolve(PLAN, person=person)

    assert not any("Zyxwv" in render(plan, name) for name in DRAWINGS)


def test_gaps_are_called_what_people_call_them() -> None:
    """Tables name technologies as people do, say what would do as well, and the JSON keeps the official name."""
    gaps = (
        Gap(name="Structured query language SQL", domain=Domain.TECHNOLOGY, is_likely=True, evidence=GROUND),
        Gap(name="PyTorch", domain=Domain.TECHNOLOGY, alternatives=("TensorFlow",), evidence=GROUND),
        Gap(name="Label Studio", domain=Domain.TECHNOLOGY, alternatives=("Labelbox", "CVAT", "Prodigy"), evidence=GROUND),
        Gap(name="Mathematics", domain=Domain.KNOWLEDGE, importance=4.0, needed_level=5.0, present_level=2.0, evidence=GROUND),
    )
    report = GapReport(asked=6, met=2, gaps=gaps, met_names=("The MathWorks MATLAB", "Mathematics (skill)"))
    plan = attrs.evolve(PLAN, gaps=report)
    text = " ".join(render(plan, "markdown").split())

    assert "Shown already: MATLAB, Mathematics (skill)." in text
    assert "| SQL | technology" in text
    assert "PyTorch or TensorFlow" in text
    assert "Label Studio, Labelbox, CVAT or similar" in text
    assert r"| Mathematics | knowledge | 4\.0 | 2\.0 → 5.0" in text
    assert "you may use them already: SQL." in text
    assert "Structured query language SQL" not in text
    assert "Structured query language SQL" in render(plan, "json")


def test_no_named_skill_is_left_unsaid() -> None:
    """What was not recognised, what is listed or not and what comes near a gap beyond the table's end are all said."""
    many = tuple(Gap(name=f"Tool {number}", domain=Domain.TECHNOLOGY, evidence=GROUND) for number in range(15))
    last = Gap(name="Git", domain=Domain.TECHNOLOGY, near="version control", evidence=GROUND)
    report = GapReport(
        asked=16,
        gaps=(*many, last),
        unasked=("German",),
        related=("deep learning",),
        unrecognised=("Pyhton", "asdf qwer"),
        suggestions=(("Pyhton", "Python"),),
    )
    text = " ".join(draw_text(plan_page(attrs.evolve(PLAN, gaps=report))).split())

    assert "And 1 more, all in the JSON. Near to some of them you have: version control." in text
    assert "We did not recognise these skills of yours" in text
    assert "against you: Pyhton (did you mean Python?), asdf qwer." in text
    assert "The lists of the role you want do not name these skills of yours" in text
    assert "against you: German." in text
    assert "come near what stands there, and are not counted: deep learning." in text


class TestNearALimit:
    """When the words of a difficulty are said to be near another."""

    def _told(self, value: float, *names: str, order_holds: bool = True) -> str:
        stability = Stability(
            change=0.2,
            band_holds=not names,
            order_holds=order_holds,
            hangs_on=[*names, *([] if order_holds else ["weight_gap"])],
            band_hangs_on=names,
        )
        return _told(attrs.evolve(PLAN, difficulty=attrs.evolve(PLAN.difficulty, value=value, stability=stability)))

    @pytest.mark.parametrize(("value", "is_near"), [(0.68, True), (0.62, True), (0.69, False), (0.75, False)])
    def test_only_what_is_near_is_called_near(self, value: float, is_near: bool) -> None:
        """A limit that is moved by a fifth meets most values; only three hundredths from it is near."""
        assert is_near == ("near the border between a large step and a very large one" in self._told(value, "band_large"))

    def test_a_moved_limit_alone_says_nothing(self) -> None:
        """Where only a moved limit renames it, far from the limit, the result holds."""
        assert "This would still hold if any one of our weights were 20% higher or lower." in self._told(0.75, "band_large")

    def test_a_weight_that_turns_the_order_does_not_rename(self) -> None:
        """A weight that changes only the order of the ways is not said to change the words."""
        told = self._told(0.75, "band_large", order_holds=False)

        assert "the order of the ways below might change" in told
        assert "no longer be called" not in told


@pytest.mark.parametrize(("total", "is_told"), [(0.70, True), (0.71, False)])
def test_a_way_harder_than_the_leap_is_not_told_step_by_step(total: float, is_told: bool) -> None:
    """What costs more than the leap stands in the table and is not told at length."""
    way, direct = (next(route for route in PLAN.routes if route.is_direct is is_direct) for is_direct in (False, True))
    first = attrs.evolve(way, title="First", total=0.4)
    second = attrs.evolve(way, title="Second", total=total, reason="At length.")
    told = _told(attrs.evolve(PLAN, routes=[first, second, attrs.evolve(direct, total=0.7)]))

    assert is_told == ("At length." in told)


@pytest.mark.parametrize(("pay", "is_cut"), [(69_000.0, True), (70_000.0, False)])
def test_the_pay_of_a_mixture_must_lie_lower(pay: float, is_cut: bool) -> None:
    """Pay as in neighbouring occupations is called clearly less only from a quarter on."""
    plan = attrs.evolve(PLAN, present_pay=93_170.0, present_pay_evidence=GROUND)
    prompt = Role(code="aijobkit:prompt-engineer", title="Prompt Engineer", onet_codes=["15-1252.00"])

    assert is_cut == ("clearly less than" in _told(_paid(plan, pay, INFORMATION, role=prompt)))


def test_pay_says_which_sectors_it_was_counted_in() -> None:
    """Pay of a newspaper is that of all information trades, and the page says so, each sector once."""
    pay = Evidence(kind=EvidenceKind.DERIVED, source="OEWS 2024", sectors=("Information (51)", "Finance and Insurance (52)"))
    routes = [attrs.evolve(route, steps=[attrs.evolve(step, evidence=[pay]) for step in route.steps]) for route in PLAN.routes]
    text = " ".join(render(attrs.evolve(PLAN, routes=routes), "text").split())

    assert "trade that you named: here Information (51); Finance and Insurance (52)." in text


def test_what_counts_much_is_doubted_first() -> None:
    """Of many judgements those are named that weigh, and not those that come first in the alphabet."""
    names = ("floor_role", "gap_distinct", "gap_importance", "gap_level", "route_norm", "weight_gap", "weight_role_distance")
    stability = Stability(change=0.2, band_holds=False, order_holds=False, hangs_on=names, band_hangs_on=names)
    plan = attrs.evolve(PLAN, difficulty=attrs.evolve(PLAN.difficulty, stability=stability))
    text = " ".join(render(plan, "text").split())

    assert "what it would cost to show nothing of what the target asks for" in text
    assert "standard score among all rated roles" not in text
    assert "and 3 more, all in the JSON" in text


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.45, "0.45"),
        (0.4512, "0.451"),
        (0.45004, "0.45004"),
        (0.4480, "0.45"),
        (0.6541, "0.654"),
        (0.0, "0.00"),
        (0.003, "0.00"),
    ],
)
def test_the_figure_reads_like_the_words(value: float, shown: str) -> None:
    """Of two roles at 0.45 none is a moderate step and the other a large one: where it matters more digits are shown."""
    found = Difficulty(value=value, band=band_of(value))

    assert difficulty_words(found).split(": ")[1].startswith(shown)


@pytest.mark.parametrize(
    ("role", "words"),
    [
        (Role(code="29-1141.00", title="Registered Nurses"), "the role changes; which industry you are in now is not known."),
        (Role(code="aijobkit:student", title="Student", is_life_role=True), "the role changes; there is no industry to leave."),
    ],
)
def test_an_industry_that_was_not_said_is_not_said_to_stay(role: Role, words: str) -> None:
    """Where no present industry was named, the first sentence says whether there is none or none is known."""
    there = PLAN.target if PLAN.target.industry is not None else None
    assert there is not None
    switch = classify(Position(role=role), there)

    assert f"This is a role switch: {words}" in draw_text(page(*verdict_blocks(switch)), width=200)


def _counting(*parts: tuple[str, ...]) -> str:
    """Return what a page says of a difficulty whose parts were counted from these past roles."""
    codes = {"Statisticians": "15-2041.00", "Clerks": "43-9061.00", "Environmental Economists": "19-3011.01"}
    roles = [tuple(Role(code=codes.get(title, "19-3011.00"), title=title) for title in titles) for titles in parts]
    found = [Part(name=f"part {n}", value=0.1, evidence=GROUND, past_roles=past) for n, past in enumerate(roles)]
    blocks = difficulty_blocks(attrs.evolve(PLAN.difficulty, parts=found), Sources())
    return draw_text(page(*blocks), width=200)


def test_past_work_that_counts_is_named() -> None:
    """What was counted from a past role is said beside the figure, each role once, whatever the evidence says in words."""
    text = _counting(("Statisticians",), ("Statisticians", "Clerks"), ("Statisticians",))

    assert "Your past work counts here: Statisticians and Clerks." in text
    assert "Your past work" not in draw_text(page(*difficulty_blocks(PLAN.difficulty, Sources())), width=200)


def test_past_work_is_told_apart_by_role() -> None:
    """One past role is not left out because the title of another holds its own."""
    assert "counts here: Economists; Environmental Economists." in _counting(("Economists",), ("Environmental Economists",))


def test_words_of_evidence_are_not_read() -> None:
    """Evidence that speaks of past work in our own words says nothing of which role counted."""
    ground = attrs.evolve(GROUND, detail="six parts; counted from your past work as Clerks, which is nearer than Student")
    part = Part(name="role distance", value=0.1, evidence=ground)

    assert "Your past work" not in draw_text(
        page(*difficulty_blocks(attrs.evolve(PLAN.difficulty, parts=[part]), Sources())), width=200
    )
