"""The industry finder: from what people say to NAICS 2022, or an honest nothing."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aijobkit import UnknownIndustryError, load_taxonomy
from aijobkit.industries import covers
from aijobkit.taxonomy.industry_finder import IndustryCandidate, IndustryFinder, phrase_key
from aijobkit.taxonomy.industry_finder.phrases import PhraseIndex
from aijobkit.taxonomy.industry_finder.search import Asked, Hit, Thing, likelihoods
from aijobkit.taxonomy.industry_finder.words import resembling
from aijobkit.taxonomy.store import Store, open_store
from aijobkit.taxonomy.wording import word_table

FINDER = IndustryFinder(open_store())
TABLES = (
    "industries", "industry_search", "industry_aliases", "industry_names", "industry_words",
    "industry_families", "naics_2017",
)  # fmt: skip

PRODUCTS = ("furniture", "toy", "shoe", "wine", "tire", "bicycle", "jewelry", "paint", "computer")
KINDS = {
    "manufacturer": ("31-33",), "maker": ("31-33",), "store": ("44-45",), "retailer": ("44-45",), "wholesaler": ("42",),
    "distributor": ("42",),
}  # fmt: skip
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
            ("insurance company", "524"), ("AI start-ups", "5132"), ("temp work", "5613"),
        ],
    )  # fmt: skip
    def test_compounds(self, text: str, prefix: str) -> None:
        """The end of a phrase and the official search terms decide together."""
        assert best(text).code.startswith(prefix)

    def test_joined(self) -> None:
        """Two industries named together are one wide industry of both."""
        found = best("banking and insurance")

        assert ("wide", {"5221", "524"}) == (found.reading, {found.code, *found.codes})

    @pytest.mark.parametrize("text", ["university and hospital", "hospital and university"])
    def test_two_trades_are_two_in_either_order(self, text: str) -> None:
        """A phrase that happens to be made of the same words, "university hospital", does not swallow one of them."""
        assert {"ambiguous"} == {candidate.reading for candidate in FINDER.find(text)}

    @pytest.mark.parametrize(
        ("text", "codes"),
        [
            ("banks or insurers", ["5221", "524"]),
            ("hospital and bank", ["622", "5221"]),
            ("retail and restaurants", ["44-45", "7225"]),
        ],
    )
    def test_alternatives(self, text: str, codes: list[str]) -> None:
        """Two industries named as alternatives, or of different sectors, are a question."""
        found = FINDER.find(text, limit=2)

        assert (["ambiguous"] * 2, codes) == ([one.reading for one in found], [one.code for one in found])

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


class TestKinds:
    """A word such as shop or maker says what is done with the thing."""

    @given(st.sampled_from(PRODUCTS), st.sampled_from(sorted(KINDS)))
    def test_sector(self, product: str, kind: str) -> None:
        """Whatever the product: makers make, shops retail, distributors wholesale."""
        assert any(covers(sector, best(f"{product} {kind}").code) for sector in KINDS[kind])

    @pytest.mark.parametrize(("text", "sector"), [("zorb manufacturer", "31-33"), ("zorb store", "44-45")])
    def test_unknown_thing(self, text: str, sector: str) -> None:
        """Of a thing that nobody knows only the kind of employer is told, and not surely."""
        assert covers(sector, best(text).code)
        assert best(text).confidence < 0.4

    def test_last_words(self) -> None:
        """A text that is known in its last words only is what these say."""
        assert best("zorbish courier").code.startswith("492")

    @pytest.mark.parametrize(
        "text", ["construction tech", "construction technology", "construction app", "construction platform"]
    )
    def test_technology(self, text: str) -> None:
        """Tech, apps and platforms of a trade are software or the trade."""
        assert ("ambiguous", "5132") == (best(text).reading, best(text).code)


class TestOtherReadings:
    """What stands behind the first answer."""

    def test_product(self) -> None:
        """Behind the making of a product stand its shops and its wholesalers."""
        codes = [candidate.code for candidate in FINDER.find("tires", limit=8)]

        assert "32621" == codes[0]
        assert any(code.startswith("44") for code in codes[1:])
        assert any(code.startswith("42") for code in codes[1:])

    def test_narrower(self) -> None:
        """A wide code offers the narrower one that an official term says."""
        assert any(candidate.code.startswith("622") and len(candidate.code) > 3 for candidate in FINDER.find("hospital")[1:])

    def test_faint(self) -> None:
        """Readings behind a known phrase are never as sure as it."""
        first, *rest = FINDER.find("sawmill")

        assert rest
        assert all(candidate.confidence < first.confidence / 5 for candidate in rest)

    def test_declared_ambiguities_stay_alone(self) -> None:
        """The readings of a declared ambiguity are all there are."""
        assert {"ambiguous"} == {candidate.reading for candidate in FINDER.find("drums")}

    @given(st.sampled_from([phrase for (phrase,) in open_store().rows("SELECT phrase FROM industry_aliases ORDER BY phrase")]))
    @example("MRI center")
    @example("3PL")
    def test_confidences_share_one(self, phrase: str) -> None:
        """The confidences of all readings of a text come to one at most."""
        assert sum(candidate.confidence for candidate in FINDER.find(phrase)) <= 1.0 + 1e-9

    @given(st.sampled_from([phrase for (phrase,) in open_store().rows("SELECT phrase FROM industry_aliases ORDER BY phrase")]))
    def test_reviewed_first(self, phrase: str) -> None:
        """Whatever else is offered, a reviewed phrase is answered with its own code first."""
        codes = open_store().rows("SELECT codes FROM industry_aliases WHERE phrase = ?", (phrase,))[0][0].split(",")

        assert codes[0] == FINDER.find(phrase, limit=6)[0].code


class TestSlips:
    """Misspelt words."""

    @pytest.mark.parametrize(
        ("text", "prefix"),
        [
            ("restaraunt", "7225"), ("mexican restaraunt", "7225"), ("insurence broker", "5242"), ("jewlery store", "4583"),
        ],
    )  # fmt: skip
    def test_repaired(self, text: str, prefix: str) -> None:
        """Long words are found at two slips, and a repair is better than a word left aside."""
        assert best(text).code.startswith(prefix)
        assert "read as" in best(text).reason

    @pytest.mark.parametrize("text", ["tired", "waiters"])
    def test_a_word_of_english_is_no_slip(self, text: str) -> None:
        """A word that has a meaning is not taken for a misspelt other one: the tired make no tires."""
        assert () == FINDER.find(text)

    @pytest.mark.parametrize("text", ["Google", "Microsoft", "Tesla", "Deloitte", "Volkswagen"])
    def test_names_stay_unsure(self, text: str) -> None:
        """The name of an employer is not read as an industry with confidence."""
        assert all(candidate.confidence < 0.4 for candidate in FINDER.find(text))

    @given(st.text("abcdefghij", min_size=1, max_size=7))
    def test_short_words_are_left(self, word: str) -> None:
        """Two slips in a short word could make anything of it."""
        assert resembling(word, {"abcdefgh": 1, word: 1}) is None


class TestVotes:
    """What terms and phrases say of a text."""

    HITS = st.builds(
        Hit, code=st.just("622"), share=st.floats(0.35, 1), cover=st.floats(0, 1), told=st.floats(0, 1), text=st.just("")
    )  # fmt: skip

    @given(st.lists(HITS, min_size=1, max_size=6))
    def test_likelihoods(self, hits: list[Hit]) -> None:
        """Likelihoods are shares of one whole, and none passes the first."""
        likely = likelihoods(hits)

        assert len(hits) == len(likely)
        assert max(likely) == likely[0]
        assert 0 <= min(likely)
        assert sum(likely) <= 1 + 0.0001 * len(hits)

    @given(HITS, st.floats(0, 0.3))
    def test_surer(self, hit: Hit, more: float) -> None:
        """A term that covers more of the text is never less likely."""
        wider = Hit(hit.code, hit.share, min(1.0, hit.cover + more), hit.told, hit.text)

        assert likelihoods([wider])[0] >= likelihoods([hit])[0]

    @given(st.sets(st.sampled_from("abcd")))
    def test_cover(self, row: set[str]) -> None:
        """A term that names nothing asked covers nothing, one that says all covers all; pointing alone is no naming."""
        asked = Asked([Thing((frozenset("a"),)), Thing((frozenset("b"),), ("44-45",), names=False)], ["a", "b"])

        assert ("a" in row) == bool(asked.cover(tuple(row), "311"))
        assert ({"a", "b"} <= row) == (asked.cover(tuple(row), "311") == 1)
        assert asked.cover(("a",), "4451") == 1

    @pytest.mark.parametrize(
        ("some", "others", "met"),
        [
            (("81", "3366"), ("44-45", "811", "812"), {"811", "812"}), (("42",), ("23",), {"42", "23"}),
            (("42",), ("44-45", "42"), {"42"}),
        ],
    )  # fmt: skip
    def test_sectors_meet(self, some: tuple[str, ...], others: tuple[str, ...], met: set[str]) -> None:
        """Two words that point say together what both can mean: a repair shop does not sell."""
        things = [Thing((frozenset("a"),), some, names=False), Thing((frozenset("b"),), others, names=False)]

        assert met == set(Asked(things, ["a"]).sectors)

    def test_near_phrases(self) -> None:
        """Phrases are found by the stems they share, and the one that shares more is rarer."""
        near = {phrase.phrase: phrase.rarity for phrase in PhraseIndex(open_store()).near(["animal", "hospit"])}

        assert near["animal hospital"] == max(near.values())

    def test_no_phrases(self, tmp_path: Path) -> None:
        """Without the table there are no near phrases."""
        place = tmp_path / "taxonomy.sqlite"
        place.write_bytes(open_store().path.read_bytes())
        connection = sqlite3.connect(place)
        connection.execute("DROP TABLE industry_aliases")
        connection.commit()
        connection.close()
        index = PhraseIndex(Store(place))

        assert [] == index.near(["animal"])
        assert not index.knows("animal")


class TestRefusals:
    """What names no industry finds nothing."""

    @pytest.mark.parametrize(
        "text",
        [
            "", "  ", "asdf", "qwertyuiop", "🙂", "医院", "больница", "I like turtles", "gardening as a hobby", "unemployed",
            "retired", "student", "self-employed", "startup", "company", "the", "???", "x" * 300,
            "Krankenversicherungsverein Musterstadt", "remote / freelance", "part-time, remote", "contract work", "start-up",
        ],
    )  # fmt: skip
    def test_nothing(self, text: str) -> None:
        """Nonsense, pastimes, states of life, other scripts and long texts are refused."""
        assert () == FINDER.find(text)

    @pytest.mark.parametrize(
        "name", ["Tesco", "Apple", "target", "Honda", "Procter & Gamble", "Chick-fil-A", "cisco", "Revolut", "3M"]
    )
    def test_an_employer_is_no_industry(self, name: str) -> None:
        """The name of an employer is not taken for the trade that it happens to be like."""
        assert () == FINDER.find(name)

    @pytest.mark.parametrize(
        ("said", "text"),
        [
            ("I work for a bank", "bank"), ("work in a school", "school"), ("works for the NHS", "NHS"),
            ("I'm working for the council", "council"), ("currently working at a law firm", "law firm"),
            ("my company makes software", "software maker"), ("we build houses", "houses builder"),
            ("sells boats", "boat dealer"), ("a firm that sells boats", "boat dealer"), ("selling wine", "wine shop"),
            ("we clean offices", "office cleaning"), ("they grow wheat", "wheat farming"),
            ("we run prisons", "prisons operator"),
            ("my family runs a hotel", "hotel operator"), ("we rent out party tents", "party tents rental"),
            ("we look after old people", "old people care"), ("we do accounting", "accounting"),
            ("a company that makes medical software", "medical software"),
            ("they develop payroll software", "payroll software"), ("we build websites", "websites builder"),
            ("my dad's company fits kitchens", "kitchens installation"), ("our shop repairs bicycles", "bicycles repair"),
            ("he works for a place that mends shoes", "shoes repair"), ("they keep bees", "bees keeping"),
            ("a firm that hires out wedding dresses", "wedding dresses rental"),
        ],
    )  # fmt: skip
    def test_whoever_says_where_they_work_names_it(self, said: str, text: str) -> None:
        """What stands behind "I work for" is read as if it were said alone; "work" is no works."""
        assert FINDER.find(said, 3) == FINDER.find(text, 3) != ()

    @pytest.mark.parametrize(
        ("said", "text"),
        [
            ("we're a law firm", "law firm"), ("It is a hospital", "hospital"), ("we are bakers", "bakers"),
            ("it's a chain of gyms", "gyms"),
        ],
    )  # fmt: skip
    def test_whoever_says_what_they_are_names_it(self, said: str, text: str) -> None:
        """What an employer is said to be is read where it is known."""
        assert best(said).code == best(text).code

    def test_it_in_capitals_is_a_trade(self) -> None:
        """Whoever writes "IT services" says no "it"."""
        assert best("IT services and consulting").code.startswith("5415")

    @pytest.mark.parametrize("said", ["we are hiring", "it is great", "we are the best", "I am a nurse", "they do not pay"])
    def test_not_every_sentence_says_a_trade(self, said: str) -> None:
        """Of a sentence only what is known is believed."""
        assert () == FINDER.find(said)

    @pytest.mark.parametrize(
        "title",
        [
            "waiter", "nurse", "nurses", "receptionist", "teacher assistant", "pilot", "office manager", "product owner",
            "manager", "software engineer", "network administrator",
        ],
    )  # fmt: skip
    def test_a_job_is_no_industry(self, title: str) -> None:
        """The title of a job is not taken for the trade that it is like: no waiter for water, no nurse for a nursery."""
        assert () == FINDER.find(title)

    @pytest.mark.parametrize(
        ("title", "prefix"),
        [
            ("dog walker", "81291"), ("landscape architects", "54132"), ("cheese maker", "3115"), ("plumber", "2382"),
            ("plasterer", "2383"), ("beekeeper", "1129"),
        ],
    )  # fmt: skip
    def test_a_job_may_be_a_trade(self, title: str, prefix: str) -> None:
        """Firms of people, and trades whose term says the whole title, are found."""
        assert best(title).code.startswith(prefix)

    @pytest.mark.parametrize(
        ("text", "helps"),
        [
            ("nurse", "a job title, not an industry"), ("looking for work", "how things stand, not a trade"),
            ("student", "how things stand, not a trade"), ("freelancing", "how you work, not in which trade"),
            ("Tesco", "the name of an employer"), ("99999", "no such code in NAICS 2022"),
            ("xyzzy", "say what the employer makes"),
        ],
    )  # fmt: skip
    def test_a_refusal_says_what_was_said_instead(self, text: str, helps: str) -> None:
        """Whoever names a job, a state of life, a way of working or an employer is told so, and what helps."""
        with pytest.raises(UnknownIndustryError, match=helps):
            load_taxonomy().industry(text)

    @pytest.mark.parametrize(
        ("text", "prefix"), [("boulangerie à Lyon", "3118"), ("hospital em Lisboa", "622"), ("Krankenhaus bei Berlin", "622")]
    )
    def test_a_place_may_stand_behind(self, text: str, prefix: str) -> None:
        """Where an employer is says nothing of its trade, in whatever language."""
        assert best(text).code.startswith(prefix)

    @pytest.mark.parametrize("text", ["Paris", "New York"])
    def test_a_place_is_no_industry(self, text: str) -> None:
        """Places name no trade, though plaster is called after one."""
        assert () == FINDER.find(text)

    def test_no_brand_is_a_trade(self) -> None:
        """Every name that the table lists is refused, so that none is there in vain and none is a trade that people say."""
        assert [] == [name for name in word_table()["brand"] if FINDER.find(name, limit=1)]

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
