"""The industry finder: from what people say to NAICS 2022, or an honest nothing."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aijobkit.industries import covers
from aijobkit.taxonomy.industry_finder import IndustryCandidate, IndustryFinder, phrase_key
from aijobkit.taxonomy.store import Store, open_store

FINDER = IndustryFinder(open_store())
TABLES = (
    "industries", "industry_search", "industry_aliases", "industry_names", "industry_words",
    "industry_families", "naics_2017",
)  # fmt: skip

WORDS = ("software", "hospital", "glass", "store", "repair", "for", "and", "tech", "oil", "museum", "xqz")


def best(text: str) -> IndustryCandidate:
    """Return the first candidate."""
    return FINDER.find(text, limit=1)[0]


class TestCodes:
    """Codes are taken wherever text is."""

    @pytest.mark.parametrize(
        ("text", "code"), [("62", "62"), ("5132", "5132"), ("31-33", "31-33"), ("32", "31-33"), (" 541511 ", "541511")]
    )
    def test_living(self, text: str, code: str) -> None:
        """A NAICS 2022 code of any level is itself, and certain."""
        assert (code, 1.0) == (best(text).code, best(text).confidence)

    def test_dead_with_one_successor(self) -> None:
        """A code that ended with 2022 is translated, and the reason says so."""
        found = best("511210")

        assert "513210" == found.code
        assert "ended with NAICS 2022" in found.reason

    def test_dead_with_several_successors(self) -> None:
        """A code that was parted asks which part is meant."""
        found = FINDER.find("454110")

        assert {"ambiguous"} == {candidate.reading for candidate in found}
        assert found[0].reason.endswith("?")

    def test_unknown(self) -> None:
        """A number that never was a code finds nothing."""
        assert () == FINDER.find("999999")


class TestPhrases:
    """Everyday words."""

    @pytest.mark.parametrize(
        ("text", "prefix"),
        [
            ("hospital", "622"), ("public school", "6111"), ("law firm", "5411"), ("hedge fund", "523"), ("think tank", "5417"),
            ("startup studio", "523"), ("SaaS", "5132"), ("city council", "921"), ("church", "8131"), ("grocery store", "4451"),
            ("national lab", "5417"), ("army", "9281"), ("FMCG", "3"), ("REIT", "531"), ("ISP", "517"), ("MSP", "5415"),
        ],
    )  # fmt: skip
    def test_kinds_of_employer(self, text: str, prefix: str) -> None:
        """Well-known kinds of employer and abbreviations land where they belong."""
        assert best(text).code.startswith(prefix)

    @pytest.mark.parametrize("text", ["Non-Profit", "nonprofits", "NON PROFIT", "the nonprofit sector", "a non-profit company"])
    def test_spellings(self, text: str) -> None:
        """Hyphens, plurals, capitals and words such as 'sector' do not matter."""
        assert "nonprofit" == best(text).family

    @pytest.mark.parametrize("text", ["fintech", "edtech", "defense", "biotech", "media", "e-commerce", "gaming"])
    def test_declared_ambiguities(self, text: str) -> None:
        """A word with several homes gives several readings and a question, and no confident first."""
        found = FINDER.find(text)

        assert len(found) >= 2
        assert {"ambiguous"} == {candidate.reading for candidate in found}
        assert found[0].reason.endswith("?")
        assert found[0].confidence < 0.5

    def test_wide(self) -> None:
        """'Tech' covers software, hardware and telecommunications as one wide industry."""
        found = best("tech")
        covered = (found.code, *found.codes)

        assert "wide" == found.reading
        assert all(any(covers(outer, code) for outer in covered) for code in ("5132", "5415", "3344", "517"))

    def test_family(self) -> None:
        """A phrase for a whole family names it and its codes."""
        found = best("software")

        assert ("family", "software", "5132") == (found.reading, found.family, found.code)
        assert "5415" in found.codes

    @pytest.mark.parametrize(
        ("text", "prefix"),
        [
            ("Krankenhaus", "622"), ("hôpital", "622"), ("banco", "5221"), ("escritório de advocacia", "5411"),
            ("Einzelhandel", "455"),
        ],
    )  # fmt: skip
    def test_other_languages(self, text: str, prefix: str) -> None:
        """German, French, Spanish and Portuguese names are known."""
        assert best(text).code.startswith(prefix)


class TestReading:
    """Texts that are no known phrase."""

    @pytest.mark.parametrize(
        ("text", "prefix"),
        [
            ("software for hospitals", "5132"), ("sushi restaurant", "7225"), ("potato chips", "3119"),
            ("frozen pizza", "3114"), ("glass bottles", "3272"), ("pet insurance", "524"), ("structural engineers", "54133"),
            ("insurance company", "524"),
        ],
    )  # fmt: skip
    def test_compounds(self, text: str, prefix: str) -> None:
        """The end of a phrase and the official search terms decide together."""
        assert best(text).code.startswith(prefix)

    def test_joined(self) -> None:
        """Two industries named together are one wide industry of both."""
        found = best("banking and insurance")

        assert ("wide", {"5221", "524"}) == (found.reading, {found.code, *found.codes})

    def test_alternatives(self) -> None:
        """Two industries named as alternatives are a question."""
        assert "ambiguous" == best("banks or insurers").reading

    def test_technology_of_a_trade(self) -> None:
        """'X tech' may be software or X, and asks."""
        assert ["5132", "23"] == [candidate.code for candidate in FINDER.find("construction tech")]

    def test_repair_is_shown(self) -> None:
        """A repaired spelling is said in the reason."""
        found = best("restuarant")

        assert found.code.startswith("7225")
        assert "'restuarant' read as 'restaurant'" in found.reason

    def test_names_of_employers_are_not_repaired_with_confidence(self) -> None:
        """Google is not a maker of goggles: such a repair stays below what is acted upon."""
        assert all(candidate.confidence < 0.4 for candidate in FINDER.find("Google"))

    def test_official_titles(self) -> None:
        """Every official title finds an industry of that very title, except where a reviewed phrase says more."""
        finder = IndustryFinder(open_store(), use_phrases=False)
        titles = open_store().rows("SELECT title FROM industries ORDER BY code LIMIT 300")
        official = dict(open_store().rows("SELECT code, title FROM industries"))
        wrong = [title for (title,) in titles if len(title) <= 120 and official[finder.find(title, limit=1)[0].code] != title]

        assert [] == wrong


class TestRefusals:
    """What names no industry finds nothing."""

    @pytest.mark.parametrize(
        "text",
        [
            "", "  ", "asdf", "qwertyuiop", "🙂", "医院", "больница", "I like turtles", "gardening as a hobby", "unemployed",
            "retired", "student", "self-employed", "startup", "company", "the", "???", "x" * 300,
            "Krankenversicherungsverein Musterstadt",
        ],
    )  # fmt: skip
    def test_nothing(self, text: str) -> None:
        """Nonsense, pastimes, states of life, other scripts and long texts are refused."""
        assert () == FINDER.find(text)

    @pytest.mark.parametrize("text", ['"', "C++", "title:x", 'a" OR "b', "NEAR(a b)", "it-manager", "*", "'; DROP TABLE x; --"])
    def test_search_syntax_is_text(self, text: str) -> None:
        """What means something to the search engine is only text here."""
        assert isinstance(FINDER.find(text), tuple)


class TestLaws:
    """What holds for every text."""

    @given(st.text(max_size=140), st.integers(1, 12))
    @example("0", 1)
    @example("a/", 2)
    def test_total(self, text: str, limit: int) -> None:
        """Any text gives at most `limit` candidates with different known codes, best first, confidences in [0, 1]."""
        found = FINDER.find(text, limit=limit)
        confidences = [candidate.confidence for candidate in found]
        known = {code for (code,) in open_store().rows("SELECT code FROM industries")}

        assert len(found) <= limit
        assert sorted(confidences, reverse=True) == confidences
        assert len(found) == len({candidate.code for candidate in found})
        assert {candidate.code for candidate in found} <= known

    @given(st.lists(st.sampled_from(WORDS), max_size=5))
    def test_repeatable(self, words: list[str]) -> None:
        """A fresh finder gives the same answer as one that has answered before, and a smaller limit its beginning."""
        text = " ".join(words)
        fresh = IndustryFinder(open_store()).find(text, limit=5)

        assert fresh == FINDER.find(text, limit=5)
        assert fresh[:2] == FINDER.find(text, limit=2)

    @given(st.text(max_size=40))
    def test_key_ignores_case_and_blanks(self, text: str) -> None:
        """The key of a phrase does not depend on blanks around it."""
        assert phrase_key(text) == phrase_key(f"  {text} ")


class TestReducedBuilds:
    """A build may lack any table."""

    @staticmethod
    def _without(tmp_path: Path, *missing: str) -> IndustryFinder:
        place = tmp_path / "taxonomy.sqlite"
        place.write_bytes(open_store().path.read_bytes())
        connection = sqlite3.connect(place)
        for name in missing:
            connection.execute(f"DROP TABLE {name}")
        connection.commit()
        connection.close()
        return IndustryFinder(Store(place))

    @pytest.mark.parametrize("table", TABLES)
    def test_one_missing(self, tmp_path: Path, table: str) -> None:
        """With one table missing everything still answers or refuses."""
        finder = self._without(tmp_path, table)

        for text in ("hospital", "511210", "62", "glass bottles", "restuarant", "Krankenhaus", "banks and law firms", "tech"):
            assert isinstance(finder.find(text), tuple)

    def test_phrases_suffice(self, tmp_path: Path) -> None:
        """Known phrases are found without the search."""
        assert "622" == self._without(tmp_path, "industry_search").find("hospital")[0].code

    def test_all_missing(self, tmp_path: Path) -> None:
        """Without any table there is nothing to find."""
        assert () == self._without(tmp_path, *TABLES).find("hospital")


def test_cheap_known_phrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """A known phrase costs at most four queries."""
    store = open_store()
    asked: list[str] = []
    rows = store.rows

    def count(query: str, parameters: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        asked.append(query)
        return rows(query, parameters)

    monkeypatch.setattr(store, "rows", count)
    IndustryFinder(store).find("SaaS", limit=1)

    assert len(asked) <= 4


def test_threads_share_a_finder() -> None:
    """Threads that ask at once get the answers of one that asks alone."""
    finder = IndustryFinder(open_store())
    texts = ("glass bottles", "tech", "restuarant", "hospital")
    got: list[tuple[IndustryCandidate, ...]] = []

    def work() -> None:
        got.extend(finder.find(text, limit=3) for text in texts)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    expected = [FINDER.find(text, limit=3) for text in texts]
    assert sorted(map(str, expected * 4)) == sorted(map(str, got))
