"""Tests of clipped words, and of wordings in other languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijobkit.taxonomy.clipped_words import LEAST_CLIPPED, LEAST_LEFT_OUT, MOST_LETTERS, SHOWN, ClippedWords
from aijobkit.taxonomy.foreign_wordings import has_foreign_letters, name_readings, place_readings
from aijobkit.taxonomy.industry_finder import IndustryFinder
from aijobkit.taxonomy.role_finder import RoleFinder
from aijobkit.taxonomy.store import open_store
from aijobkit.taxonomy.wording import normalise

COUNTS = {
    "counselor": 90,
    "columnist": 3,
    "clerk": 400,
    "molding": 60,
    "scientist": 200,
    "aircraft": 80,
    "arcade": 2,
    "rare": 1,
}


class TestClippedWords:
    """What a clipped word may stand for."""

    @pytest.mark.parametrize(
        ("clipped", "word"),
        [("couns", "counselor"), ("clk", "clerk"), ("mldg", "molding"), ("scntst", "scientist"), ("acft", "aircraft")],
    )
    def test_finds_the_word(self, clipped: str, word: str) -> None:
        """A beginning, or what is left without vowels, tells the word."""
        assert ClippedWords(COUNTS).candidates(clipped)[0][0] == word

    @given(clipped=st.text("abcdefglmnorst", max_size=12))
    def test_keeps_the_order_of_letters(self, clipped: str) -> None:
        """Law: a candidate has all letters of the clipped word in their order, the first one first, and some more."""
        found = ClippedWords(COUNTS).candidates(clipped)

        assert len(found) <= SHOWN
        assert not found or LEAST_CLIPPED <= len(clipped) <= MOST_LETTERS
        for word, _ in found:
            letters = iter(word)
            assert all(letter in letters for letter in clipped)
            assert word[0] == clipped[0]
            assert len(word) - len(clipped) >= LEAST_LEFT_OUT

    def test_best_first(self) -> None:
        """The likeliest comes first."""
        found = ClippedWords({"dental": 50, "dentist": 20, "denture": 3}).candidates("dent")

        assert [word for word, _ in found] == ["dental", "dentist", "denture"]
        assert [speaks for _, speaks in found] == sorted((speaks for _, speaks in found), reverse=True)


class TestClippedTitles:
    """Titles of clipped words."""

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("Sch Bus Mon", "33-9094"),
            ("Med Rec Clk", "29-2072"),
            ("Disp Optn", "29-2081"),
            ("SCH CUST", "37-2011"),
            ("Dpty Shrf", "33-3051"),
            ("Procrmt Ofcr", "13-1023"),
            ("Guid Couns", "21-1012"),
            ("MILLWRT", "49-9044"),
            ("HR Bus Prtnr", "13-1071"),
            ("Clms Adj - Prop", "13-1031"),
        ],
    )
    def test_are_confirmed_by_a_known_title(self, finder: RoleFinder, text: str, code: str) -> None:
        """A known title confirms what its words were clipped from, and the reason says so."""
        found = finder.find(text)[0]

        assert found.code[:7] == code
        assert found.confidence < 0.95
        assert "read as" in found.reason

    @pytest.mark.parametrize(
        "text", ["EHS Technician", "AI/ML Intern", "telco", "biotech", "PE/VC", "give me a job", "ad tech"]
    )
    def test_initials_words_and_sentences_are_not_clipped(self, finder: RoleFinder, text: str) -> None:
        """Initials, whole words and sentences are read as they stand."""
        assert not any("read as" in candidate.reason for candidate in finder.find(text))

    def test_two_titles_alike_leave_it_open(self, finder: RoleFinder) -> None:
        """Where two occupations fit about equally well, neither is believed."""
        found = finder.find("Comm Off")

        assert not found or found[0].confidence < 0.9


class TestForeignWordings:
    """Signs for both genders, plurals and places of work."""

    @pytest.mark.parametrize(
        ("reading", "text"),
        [
            ("sozialarbeiter", "Sozialarbeiter*innen"),
            ("infirmier", "infirmier.e.s"),
            ("enfermero", "enfermera/o"),
            ("technicien", "technicien(ne)"),
            ("conducteur de bus", "conducteur/trice de bus"),
            ("conducteur de bus", "conducteur-trice de bus"),
            ("kochin", "Koch/Köchin"),
            ("vendeuse", "vendeur ou vendeuse"),
            ("lehrer", "Lehrerinnen"),
            ("kaufmann", "Kaufleute"),
            ("vendedor", "vendedoras"),
            ("actor", "actriz"),
            ("agent immobilier", "agente immobilière"),
            ("aide soignant", "aide-soignante"),
            ("cuisinier", "cuisinière en restaurant"),
            ("sekretarin", "Sekretaerin"),
        ],
    )
    def test_of_names(self, reading: str, text: str) -> None:
        """A name is read without what only says that all, or women, are meant."""
        assert reading in name_readings(text)

    @pytest.mark.parametrize(
        ("place", "text"),
        [
            ("Krankenhaus", "in einem Krankenhaus"),
            ("hôpital", "à l'hôpital"),
            ("construcción", "el sector de la construcción"),
            ("hospital", "no hospital"),
            ("agroalimentaire", "industrie agroalimentaire"),
        ],
    )
    def test_of_places(self, place: str, text: str) -> None:
        """A place of work is read without preposition, article and words for a line of business."""
        assert place_readings(text)[-1][0] == place

    @given(st.text(max_size=40))
    def test_readings_end(self, text: str) -> None:
        """Law: readings of any text are others, each once, and those of places are shorter."""
        readings = name_readings(text)

        assert normalise(text) not in readings
        assert len(readings) == len(set(readings))
        assert all(len(reading) < len(text) for reading, _ in place_readings(text))

    def test_letters(self) -> None:
        """Only letters count: a dash that is no ASCII is none."""
        assert has_foreign_letters("maçon")
        assert not has_foreign_letters("nurse – nights")

    @pytest.mark.parametrize(
        ("text", "code"),
        [("Bäcker", "51-3011"), ("enfermera/o", "29-1141"), ("Koch/Köchin", "35-2014"), ("Lehrer*innen", "25-2021")],
    )
    def test_names_are_found(self, finder: RoleFinder, text: str, code: str) -> None:
        """A name in another language is found by its readings, before what an English word is only like."""
        assert finder.find(text)[0].code[:7] == code

    def test_foreign_letters_are_no_slip(self, finder: RoleFinder) -> None:
        """A word with an umlaut is not repaired to an English one: a Swiss postman is no paperhanger."""
        assert not any("'poster'" in candidate.reason for candidate in finder.find("Pöstlerzz"))

    @pytest.mark.parametrize(
        ("text", "code"), [("in einem Krankenhaus", "622"), ("à l'hôpital", "622"), ("en un hospital", "622")]
    )
    def test_places_are_found(self, text: str, code: str) -> None:
        """A place of work is found behind its preposition."""
        assert IndustryFinder(open_store()).find(text)[0].code.startswith(code)

    @pytest.mark.parametrize("text", ["no school", "no hospital", "no bank", "no industry", "DO store"])
    def test_english_is_not_opened(self, text: str) -> None:
        """No school is not one: what an opening means in English keeps a text from being read without it."""
        assert IndustryFinder(open_store()).find(text) == ()

    @pytest.mark.parametrize(("text", "code"), [("die shop", "3335"), ("UN agency", "92812"), ("no comércio", "455")])
    def test_an_opening_is_one_only_in_its_language(self, text: str, code: str) -> None:
        """A die is a tool and UN are initials; behind a preposition stands a name of that language."""
        assert IndustryFinder(open_store()).find(text)[0].code == code

    def test_other_letters_are_no_name(self, finder: RoleFinder) -> None:
        """A dash that is no ASCII does not bring a name in another language forward."""
        assert finder.find("Nurse \u2013 nights")[0].code == finder.find("Nurse - nights")[0].code
