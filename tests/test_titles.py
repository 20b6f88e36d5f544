"""Tests of the wording of titles: normal form, keys, variants, and what is set apart."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aijobkit.taxonomy.titles import normalise, peel, title_key, title_variants
from aijobkit.taxonomy.wording import SENSES, key_rows, word_table, words_of

TITLES = st.text(max_size=60) | st.lists(
    st.sampled_from(
        ("Senior", "Nurse", "(RN)", "-", "Berlin", "at", "Google", "II", "Data", "Engineers", "m/f/d", ",", "Children's")
    ),
    max_size=8,
).map(" ".join)


_WORDS_AND_PHRASES = sorted(
    {"nurse", "data", "Engineer", "manager", "team", "lead", "II", "OR", "x", "ray", "helpdesk", "at", "in", "2", "Zürich"}
    | {phrase for table in word_table().values() for phrase in sorted(table)[:12]}
)
"""Words of work, and some of all kinds of words that may be set apart."""


class TestNormalForm:
    """The form in which titles are compared."""

    @given(TITLES)
    @example("R&D")
    def test_is_stable(self, text: str) -> None:
        """The normal form of a normal form is itself, but for plurals of plurals."""
        once = normalise(text)

        assert once == " ".join(once.split()) == once.lower()

    @pytest.mark.parametrize(
        ("expected", "text"),
        [
            ("registered nurse", "Registered Nurses"),
            ("child librarian", "Children's librarian"),
            ("research and development engineer", "Research & Development Engineer"),
            ("c++ programmer", "C++ Programmer"),
            ("c# programmer", "C# programmer"),
            ("pediatric nurse", "Paediatric nurse"),
            ("rn", "R.N."),
            ("xray technician", "X-Ray technician"),
            ("backerin", "Bäckerin"),
            ("analysis", "analysis"),
            ("logistics", "logistics"),
            ("front end developer", "Frontend developer"),
        ],
    )
    def test_examples(self, expected: str, text: str) -> None:
        """Plurals, possessives, British spelling, accents and punctuation make no difference."""
        assert expected == normalise(text)

    @given(st.lists(st.sampled_from(("office", "manager", "data", "nurse", "of", "the")), min_size=1, max_size=5), st.randoms())
    def test_key_ignores_order(self, words: list[str], random: object) -> None:
        """The order of the words makes no difference to the key under which a title is filed."""
        assert title_key(" ".join(words)) == title_key(" ".join(reversed(words)))

    def test_key_keeps_repeated_words(self) -> None:
        """A word said twice is not lost: "learning machine learning" is not "machine learning"."""
        assert title_key("learning machine learning") != title_key("machine learning")

    def test_variants(self) -> None:
        """What brackets hold stands for itself, and so does the title without them."""
        assert ("RN (Registered Nurse)", "RN", "Registered Nurse") == title_variants("RN (Registered Nurse)")


class TestPeel:
    """What is set apart."""

    @pytest.mark.parametrize(
        ("core", "apart", "text"),
        [
            ("Data Engineer", {"seniority": "senior"}, "Senior Data Engineer"),
            ("Data Engineer", {"place": ("Berlin",), "contract": ("m/f/d",)}, "Data Engineer (m/f/d) - Berlin"),
            ("Software Engineer", {"company": ("Google",)}, "Software Engineer at Google"),
            ("Software Engineer", {"team": ("Payments team",)}, "Software Engineer, Payments team"),
            ("Software Engineer", {"levels": ("II",)}, "Software Engineer II"),
            ("nurse", {"status": ("retired",)}, "retired nurse"),
            ("Nurse", {"contract": ("night shift",)}, "Nurse - night shift"),
            ("Nurse", {"place": ("London",)}, "Nurse in London"),
            ("ML eng", {"company": ("OpenAI",), "place": ("San Francisco",)}, "ML eng @ OpenAI, San Francisco"),
            ("Registered Nurse", {"aside": ("RN",)}, "Registered Nurse (RN)"),
            ("software engineer", {"seniority": "intern"}, "software engineer intern"),
            ("Plasterer", {"contract": ("£220/day",)}, "Plasterer £220/day"),
            ("Nurse", {"contract": ("$45 - $52 per hour",)}, "Nurse ($45 - $52 per hour)"),
            ("Helper", {"contract": ("18 months fixed term",)}, "Helper - 18 months fixed term"),
            ("Cashier", {"contract": ("PT",)}, "PT Cashier"),
            ("Cashier", {"contract": ("4312",)}, "Cashier 4312"),
            ("Clerk", {"company": ("HOME DEPOT #4412",)}, "Clerk - HOME DEPOT #4412"),
            ("School Principal", {"contract": ("Acting",)}, "Acting School Principal"),
        ],
    )
    def test_sets_apart(self, core: str, apart: dict[str, object], text: str) -> None:
        """Rank, contract, place, company, status and team are set apart from the work, and kept."""
        found = peel(text)

        assert (core, apart) == (found.core, {name: getattr(found, name) for name in apart})

    @pytest.mark.parametrize(
        "text",
        [
            "Remote Sensing Scientist",
            "School Principal",
            "Team Lead",
            "I/O psychologist",
            "Contract Manager",
            "Principal",
            "A/P clerk",
            "PT",
            "PT Assistant",
            "Acting Teacher",
        ],
    )
    def test_leaves_the_work(self, text: str) -> None:
        """Words that look like rank or contract stay where they are the work."""
        assert text == peel(text).core

    @pytest.mark.parametrize("text", ["unemployed", "London", "Google", "remote", "looking for work"])
    def test_no_work(self, text: str) -> None:
        """A status, a place or a company alone leaves no work."""
        assert peel(text).core == ""

    @pytest.mark.parametrize(("core", "text"), [("rugby coach", "rugby coach"), ("early years teacher", "early years teacher")])
    def test_places_and_shifts_that_are_words_of_work(self, core: str, text: str) -> None:
        """A town or shift whose name is a common word is set apart only where punctuation says so."""
        assert core == peel(text).core

    @given(TITLES)
    def test_loses_no_word(self, text: str) -> None:
        """Every word of a text is either in the work or among what is set apart, but for words of filling."""
        found = peel(text)
        parts = (*found.contract, *found.place, *found.company, *found.status, *found.team, *found.levels, *found.aside)
        kept = set(words_of(" , ".join((found.core, *parts))))
        filling = {word for phrase in word_table()["filler"] for word in phrase.split()}
        filling |= {"at", "in", "near", "from", "based", "located", *"mfwdhxgn"}

        assert not text.isascii() or set(words_of(re.sub("[/@]", " ", text))) - filling <= kept

    @given(st.lists(st.sampled_from(_WORDS_AND_PHRASES), min_size=1, max_size=4).map(" ".join))
    @example("nurse in London")
    @example("helpdesk OR nurse")
    def test_a_comma_at_the_end_changes_nothing(self, text: str) -> None:
        """Law: a text is read alike on the short way for bare words and on the long one for texts with signs."""
        assert peel(f"{text},") == peel(text)

    def test_unknown_words_after_a_dash_are_a_place(self) -> None:
        """A separated part of words that no title knows is set apart, so that any place or company may be named."""
        assert ("Actuary", ("Gdynia",)) == (
            (found := peel("Actuary - Gdynia", known=lambda word: word == "actuary")).core,
            found.place,
        )


class TestKeys:
    """The table for exact look-ups."""

    def test_every_sense_is_filed(self) -> None:
        """Titles, catalogue, everyday titles, abbreviations and foreign names are filed under their keys with their sense."""
        import sqlite3

        base = sqlite3.connect(":memory:")
        base.executescript(
            """
            CREATE TABLE titles(title, code, kind);
            INSERT INTO titles VALUES ('RN (Registered Nurse)', '29-1141.00', 'alternate');
            CREATE TABLE abbreviations(short, long, codes);
            INSERT INTO abbreviations VALUES ('PM', 'x', '11-2021.00,13-1082.00');
            CREATE TABLE role_names(language, title, code);
            INSERT INTO role_names VALUES ('de', 'Bäcker', '51-3011.00');
            """
        )

        assert [
            ("backer", "51-3011.00", SENSES["foreign"], "Bäcker"),
            ("nurse registered", "29-1141.00", SENSES["part"], "Registered Nurse"),
            ("nurse registered rn", "29-1141.00", SENSES["onet"], "RN (Registered Nurse)"),
            ("pm", "11-2021.00", SENSES["short"], "PM"),
            ("pm", "13-1082.00", SENSES["short"], "PM"),
            ("rn", "29-1141.00", SENSES["part"], "RN"),
        ] == key_rows(base)
        base.close()

    def test_words_are_sorted_and_unique(self) -> None:
        """The table of words is sorted, without repetition, and every spelling differs from what it stands for."""
        from pathlib import Path

        import aijobkit.taxonomy

        lines = (Path(aijobkit.taxonomy.__file__).parent / "catalogue" / "title_words.tsv").read_text("utf-8").splitlines()

        assert lines[1:] == sorted(set(lines[1:]), key=lambda line: line.split("\t"))
        assert all(word != value for word, value in word_table()["spelling"].items())
