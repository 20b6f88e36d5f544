"""Tests of finding roles from everyday text, on the embedded taxonomy and on builds that lack tables."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aijobkit.taxonomy.build import build_taxonomy
from aijobkit.taxonomy.refusals import LONGEST
from aijobkit.taxonomy.role_finder import RoleFinder
from aijobkit.taxonomy.spelling import Speller, costs
from aijobkit.taxonomy.store import open_store
from aijobkit.taxonomy.thresholds import FindingThresholds
from small_release import write_release

ANY_TEXT = st.text(max_size=80) | st.lists(
    st.sampled_from(("senior", "nurse", "AI", "enginer", "15-1252.00", "(RN)", "Köln", "🎉", "at", "zxqv", "-", "developer")),
    max_size=6,
).map(" ".join)


def best(finder: RoleFinder, text: str) -> str:
    """Return the code of the best candidate, or empty."""
    found = finder.find(text, limit=3)
    return found[0].code if found else ""


class TestSenses:
    """Which meaning of a wording is found."""

    @pytest.mark.parametrize(
        ("code", "text"),
        [
            ("15-2051.00", "15-2051.00"),
            ("29-1141.00", "29-1141"),
            ("aijobkit:prompt-engineer", "aijobkit:prompt-engineer"),
            ("29-1141.00", "registered nurse"),
            ("29-1141.00", "RN"),
            ("aijobkit:machine-learning-engineer", "Machine Learning Engineer"),
            ("aijobkit:machine-learning-engineer", "Sr. ML eng (remote)"),
            ("aijobkit:ai-support-specialist", "AI technician"),
            ("45-2021.00", "artificial insemination technician"),
            ("15-1252.00", "software engineers"),
            ("15-1252.00", "SWE II at Google"),
            ("29-1141.00", "Krankenschwester"),
            ("35-3023.01", "barista - Berlin"),
        ],
    )
    def test_everyday_words(self, finder: RoleFinder, code: str, text: str) -> None:
        """Codes, AI titles, everyday titles, abbreviations and foreign names lead to the role people mean."""
        assert code == best(finder, text)

    @pytest.mark.parametrize(
        "noise", ["Senior {}", "{} II", "{} (m/f/d)", "{}, London", "remote {}", "{} at Acme Corp", "{} - night shift"]
    )
    def test_what_is_set_apart_changes_nothing(self, finder: RoleFinder, noise: str) -> None:
        """Rank, contract, place and company words never change the role."""
        assert best(finder, "electrician") == best(finder, noise.format("electrician"))

    def test_ambiguous_abbreviation(self, finder: RoleFinder) -> None:
        """An abbreviation with several meanings gives all of them, none with certainty."""
        found = finder.find("PM")

        assert len(found) > 2
        assert found[0].confidence < FindingThresholds().role_confidence

    def test_unseen_title(self, finder: RoleFinder) -> None:
        """A title that nobody filed is understood from titles like it."""
        found = finder.find("wind turbine blade inspection hand")

        assert found
        assert all(candidate.signal == "model" for candidate in found)


class TestRepair:
    """Repair of spelling."""

    def test_is_shown(self, finder: RoleFinder) -> None:
        """A repaired word is shown in the reason."""
        found = finder.find("softwar enginer")[0]

        assert found.code == "15-1252.00"
        assert "'enginer' as 'engineer'" in found.reason

    @pytest.mark.parametrize("word", ["prompt", "unemployed", "retired", "generative", "kubernetes"])
    def test_never_touches_known_words(self, finder: RoleFinder, word: str) -> None:
        """Words of the catalogue, of technologies and of status are never "repaired"."""
        assert all(f"{word!r} as" not in candidate.reason for candidate in finder.find(f"{word} worker"))

    @given(st.lists(st.tuples(*[st.text("abcdeinrst", min_size=1, max_size=9)] * 2), min_size=1, max_size=9))
    def test_cost_of_a_repair(self, pairs: list[tuple[str, str]]) -> None:
        """A repair costs nothing only between equal words, never less, and the same whatever is compared beside it."""
        found = costs(pairs)

        assert [cost == 0 for cost in found] == [one == other for one, other in pairs]
        assert min(found) >= 0
        assert found == [costs([pair])[0] for pair in pairs]

    @pytest.mark.parametrize(
        ("one", "other", "cost"),
        [
            ("enginer", "engineer", 0.6),
            ("enginneer", "engineer", 0.6),
            ("nusre", "nurse", 1.0),
            ("nurs", "nurse", 1.0),
            ("nutse", "nurse", 0.9),
            ("nupse", "nurse", 1.2),
            ("recieptionst", "receptionist", 2.0),
        ],
    )
    def test_slips(self, one: str, other: str, cost: float) -> None:
        """A doubled letter costs least, then a key beside the right one, a letter too many or too few, swapped ones, others."""
        assert costs([(one, other)]) == [cost]

    def test_a_word_alone_is_repaired_less(self) -> None:
        """A word that is the whole title is repaired only for a plain slip."""
        speller = Speller({"hacker": 3})

        assert (("hacker", 1.2),) == speller.candidates("hawker")
        assert speller.candidates("hawker", alone=True) == ()

    @pytest.mark.parametrize(
        ("typed", "meant"), [("farmar", "farmer"), ("docter", "doctor"), ("teacer", "teacher"), ("lawier", "lawyer")]
    )
    def test_another_vowel_and_the_commoner_word(self, typed: str, meant: str) -> None:
        """Whoever is not sure of a word writes another vowel; of two words about as near the commoner is meant."""
        words = {"farmer": 90, "doctor": 80, "teacher": 900, "tracer": 3, "lawyer": 50}

        assert meant == Speller(words).candidates(typed, alone=True)[0][0]


class TestRefusal:
    """What has no answer."""

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "   ",
            "asdf",
            "gardening as a hobby",
            "unemployed",
            "🎉",
            "I like turtles",
            "физик",
            "数据科学家",
            "retired",
            "1234",
            "x" * 301,
        ],
    )
    def test_no_jobs(self, finder: RoleFinder, text: str) -> None:
        """What is no job has no candidates, and a reason why."""
        assert finder.find(text) == ()
        assert finder.refusal(text)

    def test_long_text(self, finder: RoleFinder) -> None:
        """A letter instead of a title is refused, saying how long a title may be."""
        assert str(LONGEST) in finder.refusal("nurse " * 60)

    def test_foreign_text(self, finder: RoleFinder) -> None:
        """Text in another language that no name matches is refused with that reason."""
        assert "another language" in finder.refusal("Zauberwürfel und Kram für den Garten")

    def test_an_answer_has_no_refusal(self, finder: RoleFinder) -> None:
        """Where there is an answer there is no refusal."""
        assert finder.refusal("nurse") == ""


class TestLaws:
    """What holds for any text."""

    @given(ANY_TEXT)
    @example("a" * 300)
    @example("(((")
    @example("\x00")
    def test_total_and_ordered(self, text: str) -> None:
        """Any text gives candidates with falling confidence in [0, 1], each role once, or nothing with a reason."""
        finder = shared()
        found = finder.find(text)
        sure = [candidate.confidence for candidate in found]

        assert sure == sorted(sure, reverse=True)
        assert all(0 <= value <= 1 for value in sure)
        assert len({candidate.code for candidate in found}) == len(found)
        assert bool(found) != bool(finder.refusal(text))

    @given(st.lists(ANY_TEXT, max_size=6))
    def test_batch_equals_single(self, texts: list[str]) -> None:
        """Many at once give what each gives alone."""
        finder = shared()

        assert [finder.find(text, limit=3) for text in texts] == finder.find_many(texts, limit=3)

    @given(ANY_TEXT)
    def test_a_smaller_limit_is_a_beginning(self, text: str) -> None:
        """A smaller limit gives the beginning of what a larger one gives."""
        finder = shared()

        assert finder.find(text, limit=2) == finder.find(text, limit=8)[:2]


_SHARED: list[RoleFinder] = []


def shared() -> RoleFinder:
    """Return one finder for all Hypothesis examples."""
    if not _SHARED:
        _SHARED.append(RoleFinder(open_store()))
    return _SHARED[0]


class TestBuilds:
    """Other builds, and a light start."""

    def test_without_a_model(self, tmp_path: Path) -> None:
        """A build without the learned model finds exact and misspelt titles, and nothing else."""
        release = write_release(tmp_path)
        build_taxonomy(release.onet, release.naics_codes, None, None, tmp_path / "out", title_model=False)
        finder = RoleFinder(open_store(tmp_path / "out"))

        assert ["29-1141.00", "15-1252.00", ""] == [
            best(finder, t) for t in ("staff nurse", "application develper", "lamp lighter")
        ]

    def test_exact_titles_need_no_numpy(self) -> None:
        """An exact title, asked without alternatives, is found without loading numpy."""
        code = (
            "import sys; from aijobkit.taxonomy.store import open_store; from aijobkit.taxonomy.role_finder import RoleFinder; "
            "RoleFinder(open_store()).find('registered nurse', fill=False); print('numpy' in sys.modules)"
        )

        assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"

    def test_a_known_title_is_resolved_without_numpy(self) -> None:
        """Resolving a title that is known for sure loads no numpy, so that the first answer comes at once."""
        code = (
            "import sys; from aijobkit import load_taxonomy; "
            "load_taxonomy().role('registered nurse'); print('numpy' in sys.modules)"
        )

        assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


class TestWeakTitles:
    """A title that O*NET lists otherwise worded, or only as a part, is no verdict."""

    def test_verbatim_title_stands(self, finder: RoleFinder) -> None:
        """A title as O*NET words it is answered with certainty."""
        assert finder.find("Welder Fitter", 3)[0].confidence > 0.9

    def test_what_was_learned_has_a_say(self, finder: RoleFinder) -> None:
        """Where only a part of a listed title matches, the answer is as sure as both opinions together."""
        (found,) = (c for c in finder.find("Tumor Registrar", 3) if c.signal == "title")

        assert 0.6 < found.confidence < 0.97

    @pytest.mark.parametrize("text", ["registered nurse", "welder", "chief sustainability officer", "zookeeper"])
    def test_alternatives_follow_what_is_known(self, finder: RoleFinder, text: str) -> None:
        """An answer that is sure has alternatives behind it, in falling order; left out, the answer is the same."""
        full, bare = finder.find(text, 5), finder.find(text, 5, fill=False)

        assert 5 == len(full)
        assert [c.confidence for c in full] == sorted((c.confidence for c in full), reverse=True)
        assert bare[0].code == full[0].code


class TestWhereSomebodyWorks:
    """Words on the place of work do not hide a title that is settled."""

    @pytest.mark.parametrize(
        ("code", "text"),
        [
            ("29-1141.00", "nurse in a big care home"),
            ("47-2031.00", "carpenter on a building site"),
            ("31-1131.00", "nursing assistant on a dementia ward"),
        ],
    )
    def test_settled_title_before_the_place(self, finder: RoleFinder, code: str, text: str) -> None:
        """The work is read before the place, and the reason says so."""
        assert code == best(finder, text)

    def test_place_may_be_part_of_the_work(self, finder: RoleFinder) -> None:
        """Where the whole is known, it counts: an officer in the army is no policeman."""
        assert best(finder, "cook in a school") == best(finder, "school cook")


@pytest.mark.parametrize("text", ["watching football with my mates", "my nurse was nice to me", "they cook well"])
def test_sentences_are_no_titles(finder: RoleFinder, text: str) -> None:
    """A text that speaks of persons as sentences do is refused."""
    assert not finder.find(text)
    assert "sentence" in finder.refusal(text)


@given(text=ANY_TEXT)
@example("airport baggage handler")
def test_confidences_of_what_was_learned_sum_to_at_most_one(finder: RoleFinder, text: str) -> None:
    """Alternatives share what the best answer leaves."""
    assert sum(c.confidence for c in finder.find(text, 10) if c.signal == "model") <= 1.001


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("49-3023", "auto mech"),
        ("33-9032", "sec guard"),
        ("43-6012", "legal sec"),
        ("15-1252", "s/w engr"),
        ("11-3021", "info sys mgr"),
    ],
)
def test_short_forms_are_tried_in_each_reading(finder: RoleFinder, code: str, text: str) -> None:
    """Within a title a short form of several readings, or of several words, is read as a known title wants it."""
    assert code == best(finder, text)[:7]
    assert "read " in finder.find(text, 1)[0].reason


@pytest.mark.parametrize("text", ["something better", "test test 123", "none / none"])
def test_nothing_is_made_of_nothing(finder: RoleFinder, text: str) -> None:
    """An English word is not bent into a word of work, and saying nothing twice says nothing."""
    assert all(c.confidence < FindingThresholds().role_confidence for c in finder.find(text))


def test_a_title_may_confirm_a_slip_that_is_a_word(finder: RoleFinder) -> None:
    """A slip that happens to be a word is set right where a known title confirms it."""
    assert best(finder, "project manger") == best(finder, "project manager")


@pytest.mark.parametrize(("text", "code"), [("OR tech", "29-2055"), ("OR nurse", "29-1141"), ("OR analyst", "15-2031")])
def test_the_operating_room_is_no_small_word(finder: RoleFinder, text: str, code: str) -> None:
    """ "OR" in capitals is read, and what is left without it does not become the same title."""
    bare = text.removeprefix("OR ")

    assert code == best(finder, text)[:7]
    assert code != best(finder, bare)[:7] or bare == "nurse"


@pytest.mark.parametrize("noise", ["{} II", "{} (remote)", "Senior {}", "{} - Berlin"])
def test_what_is_set_apart_changes_no_answer(finder: RoleFinder, noise: str) -> None:
    """A listed title with a rank, a place or a contract beside it is read as the title alone, but for a few in a hundred."""
    rows = open_store().rows("SELECT DISTINCT title FROM title_keys WHERE sense = 3 AND title NOT LIKE '%(%' ORDER BY title")
    titles = [title for (title,) in rows[::151] if " " in title]
    plain, noisy = (finder.find_many(texts, 1) for texts in (titles, [noise.format(title) for title in titles]))
    same = sum(one[:1] and two[:1] and one[0].code == two[0].code for one, two in zip(plain, noisy, strict=True))

    assert len(titles) > 200
    assert same >= 0.95 * len(titles)


def test_a_slip_in_a_known_title_is_no_other_title(finder: RoleFinder) -> None:
    """Where a repair is confirmed by a known title, what was learned is asked for the repaired words."""
    for title in ("Welder Fitter", "Dental Hygienist", "Forklift Operator", "Tumor Registrar"):
        assert best(finder, title) == best(finder, title[:3] + title[4:])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("police officer NYPD", "33-3051.00"),
        ("cashier Walmart supercenter", "41-2011.00"),
        ("charge nurse PICU", "29-1141.00"),
        ("bank clerk SBI PO", "43-3071.00"),
        ("network engineer CCNP", "15-1241.00"),
    ],
)
def test_a_name_behind_a_settled_title(finder: RoleFinder, text: str, code: str) -> None:
    """A title that only begins a text counts where a name stands behind it, and says that it was read so."""
    first = finder.find(text)[0]

    assert first.code == code
    assert "read as" in first.reason


@pytest.mark.parametrize("text", ["accounting firm", "student association", "hair salon"])
def test_nothing_is_begun_by_what_names_no_person(finder: RoleFinder, text: str) -> None:
    """Words that titles have elsewhere are no name, so that a kind of employer is not read as its first word."""
    assert all("read as" not in candidate.reason for candidate in finder.find(text))


def test_a_rare_short_form_is_learned_as_what_it_stands_for(finder: RoleFinder) -> None:
    """What titles nearly always spell out is asked for so: "asst mgr retail" is a manager, not a clerk."""
    assert finder.find("Asst Mgr retail")[0].code == "41-1011.00"


def test_a_text_said_often_is_answered_alike(finder: RoleFinder) -> None:
    """Repeated texts and repeated wordings are answered once, each at its place."""
    texts = ["nurse", "Senior nurse (nights)", "nurse", "windmill blade polisher", "Nurse"]
    together = finder.find_many(texts, 3)

    assert together == [finder.find(text, 3) for text in texts]


def test_an_answer_does_not_depend_on_its_company(finder: RoleFinder) -> None:
    """Confidences are the same to the last digit, whatever is asked beside and in whatever order."""
    firsts = ("acoustical", "cooler", "paste-up", "residential", "beam", "harbour", "lunar", "walnut", "choir", "tunnel")
    lasts = ("tech", "inspector", "hand", "helper", "molder", "planner", "sorter", "tutor", "warden", "stylist", "broker")
    texts = [f"{first} {last}" for first in firsts for last in lasts]
    mixed = texts[::-1] + texts[::7]

    found = dict(zip(texts, finder.find_many(texts, 5), strict=True))

    assert finder.find_many(mixed, 5) == [found[text] for text in mixed]
    assert [finder.find(text, 5) for text in texts[::9]] == [found[text] for text in texts[::9]]


def test_a_short_title_before_a_comma_is_no_second_word(finder: RoleFinder) -> None:
    """A short form is spelt out before a text is read part by part: "Mgr, Human Resources" is the manager."""
    first = finder.find("Mgr, Human Resources")[0]

    assert first.code == "11-3121.00"
    assert "read mgr = manager" in first.reason


def test_a_part_is_repaired(finder: RoleFinder) -> None:
    """A slip is repaired where one part of a text says the work."""
    first = finder.find("Bricklayre, Greater Boston")[0]

    assert first.code == "47-2021.00"
    assert "'bricklayre' as 'bricklayer'" in first.reason


@pytest.mark.parametrize(
    "text",
    [
        "call me on 07700 900123",
        "give me a job",
        "Gemini",
        "dad of three",
        "someone@example.com",
        "Good morning everyone",
        "j'ai deux enfants et un chat",
        "[insert job title here]",
        "B.Sc. Physics, 2019",
        "MSc data science",
        "Bachelor of Nursing",
        "A levels",
        "NVQ level 3",
        "BTEC",
        "diploma level 4",
        "level 3 diploma",
        "House",
        "volunteer week 2024",
        "Python",
        "SQL",
    ],
)
def test_more_that_is_no_title(finder: RoleFinder, text: str) -> None:
    """A sentence is none though "me" stands for a mechanical engineer, nor is a technology or a family."""
    assert finder.find(text) == ()
    assert finder.refusal(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("BSc nurse", "29-1141.00"),
        ("BSc Midwife", "29-9099.01"),
        ("M.Tech software engineer", "15-1252.00"),
        ("NVQ level 3 plumber", "47-2152.00"),
        ("NVQ assessor", "13-1151.00"),
    ],
)
def test_a_degree_before_a_title(finder: RoleFinder, text: str, code: str) -> None:
    """A degree is no job, but a settled title behind it is."""
    assert finder.find(text)[0].code == code


def test_a_short_form_in_capitals_is_none_of_a_sentence(finder: RoleFinder) -> None:
    """ "ME technician" is about mechanical engineering."""
    assert finder.find("ME technician")[0].code == "17-3027.00"


@pytest.mark.parametrize(
    ("text", "slip", "code"), [("project manger", "manger", "13-1082.00"), ("Nal Making Machine Setter", "nal", "51-4199.00")]
)
def test_rare_and_short_slips_need_a_title(finder: RoleFinder, text: str, slip: str, code: str) -> None:
    """A word that hardly a title has, or of three letters, is repaired where a known title confirms it, and only there."""
    assert finder.find(text)[0].code == code
    assert all(f"{slip!r} as" not in candidate.reason for candidate in finder.find(f"{slip} worker"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Machine Set Up Operator (Machine Set Up Op)", "49-9044"),
        ("Field Electronics Tech (Field Electronics Technician)", "49-2095"),
    ],
)
def test_a_title_said_letter_for_letter_is_that_title(finder: RoleFinder, text: str, code: str) -> None:
    """Brackets that O*NET has itself make a title no other one."""
    first = finder.find(text)[0]

    assert (first.code[:7], first.matched) == (code, text)
    assert first.signal == "title"


@pytest.mark.parametrize("text", ["Python developer", "SQL developer", "house cleaner", "kitchen porter", "AWS engineer"])
def test_beside_a_tool_or_a_place_stands_a_job(finder: RoleFinder, text: str) -> None:
    """What alone says no job is a word of a title like any other."""
    assert finder.find(text)
    assert finder.refusal(text) == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I want to be a nurse", "29-1141.00"),
        ("I'd like to become a pilot", "53-2011.00"),
        ("I dream of becoming a chef", "35-1011.00"),
    ],
)
def test_an_aim_is_set_apart(finder: RoleFinder, text: str, code: str) -> None:
    """Whoever says what they want to be names that job; that it is an aim is kept, as of an aspiring nurse."""
    first = finder.find(text)[0]

    assert first.code == code
    assert len(first.peeled.status) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Band 6 staff nurse, A&E, Leeds General", "29-1141.00"),
        ("telehandler operator cpcs", "53-7051.00"),
        ("CNC programmer - Mastercam", "51-9162.00"),
        ("tyre fitter, Kwik Fit", "49-3093.00"),
    ],
)
def test_a_pay_band_a_ticket_or_an_employer_changes_nothing(finder: RoleFinder, text: str, code: str) -> None:
    """Which band somebody is paid in, which ticket they hold and whom they work for says no work."""
    assert finder.find(text)[0].code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("buyer, ladies fashion", "13-1022.00"),
        ("buyer (ladies fashion)", "13-1022.00"),
        ("adjunct prof, English", "25-1123.00"),
        ("lecturer, fine art", "25-1121.00"),
        ("lab tech in a school", "19-4099.00"),
        ("lab tech, secondary school", "19-4099.00"),
        ("TA in primary school", "25-9042.00"),
        ("TA at Stanford University", "25-9044.00"),
        ("PT at PureGym", "39-9031.00"),
        ("manager at Hilton Hotel", "11-9081.00"),
        ("farm hand, dairy", "45-2093.00"),
    ],
)
def test_what_stands_beside_a_title_decides_too(finder: RoleFinder, text: str, code: str) -> None:
    """A part behind a comma, brackets and the kind of place where the work is done may make it another job."""
    assert finder.find(text)[0].code == code


@pytest.mark.parametrize(
    ("plain", "text"),
    [
        ("nurse", "nurse, Polokwane"),
        ("chef", "chef, Harrods"),
        ("electrician", "electrician at Mercy Hospital"),
        ("data analyst", "data analyst, hospital"),
        ("data analyst", "Data Analyst, Trust & Safety"),
    ],
)
def test_a_name_beside_a_title_decides_nothing(finder: RoleFinder, plain: str, text: str) -> None:
    """Places and employers leave the work what it is, and a place that has no title for it only makes it less sure."""
    first, alone = finder.find(text)[0], finder.find(plain)[0]

    assert first.code == alone.code
    assert FindingThresholds().role_confidence < first.confidence <= alone.confidence


def test_what_was_left_out_is_told(finder: RoleFinder) -> None:
    """Where a part of a text stands for all of it, the reason says which words were not used."""
    assert "read as 'buyer fashion'; 'ladies' was not used" in finder.find("buyer, ladies fashion")[0].reason
    assert "not used" not in finder.find("buyer, London")[0].reason


@pytest.mark.parametrize(
    "text", ["Roofer (remote), Dept of Health", "Electronic Science Teacher, IT", "auto technician, Ministry of Works"]
)
def test_a_department_says_nothing_of_the_work(finder: RoleFinder, text: str) -> None:
    """Where somebody works is no part of the work, though its words are words of titles."""
    title = re.split(r",| [(]", text)[0]
    alone, found = finder.find(title)[0], finder.find(text)[0]

    assert (found.code, found.confidence) == (alone.code, pytest.approx(alone.confidence, abs=0.05))


@pytest.mark.parametrize("text", ["DBA - oracle", "carer in a nursing home", "Queen's Counsel", "librarian, university"])
def test_what_made_the_match_is_not_set_apart(finder: RoleFinder, text: str) -> None:
    """A place or an employer whose name is part of the title that was found is no longer one."""
    peeled = finder.find(text)[0].peeled

    assert (peeled.place, peeled.company) == ((), ())
