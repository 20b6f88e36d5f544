"""Tests of the features of titles, of their sums, and of the rows that training takes."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijobkit.taxonomy import word_pieces
from aijobkit.taxonomy.title_features import LETTERS, MOST_WORDS, PARTS, VIEWS, NumberedWords, View
from aijobkit.taxonomy.title_sums import SOME_ROWS, LearnedView, Meanings, SparseRows, TitleSums, sum_by_owner
from aijobkit.taxonomy.training_rows import bag_rows, features_of, frequent, take_rows
from aijobkit.taxonomy.word_pieces import Piece, SpeltWords, spans
from aijobkit.taxonomy.word_vectors import embedded_word_vectors

TITLES = st.lists(
    st.lists(st.sampled_from(["data", "engineer", "nurse", "it", "c++", "o", "pâtissier"]), max_size=MOST_WORDS), max_size=6
)
Found = list[tuple[int, float]]


def _crc(text: bytes) -> int:
    return zlib.crc32(text)


def _mixed(first: bytes, second: bytes) -> int:
    return (_crc(first) * 0x9E3779B1 ^ _crc(second)) % 2**32


def _by_hand(view: View, words: Sequence[str]) -> Found:
    """Return the features of one title, written out."""
    raw = [word.encode() for word in words]
    found: Found = []
    for at, word in enumerate(raw):
        if view is PARTS:
            found += [(_crc(b"w:" + word), 0.6), *((_crc(b"<" + word[:size]), 0.3) for size in (3, 4, 5, 6))]
            found += [(_crc((word + b">")[-size:]), 0.3) for size in (4, 5, 6)]
        else:
            text = b" " + word + b" "
            found += [(_crc(b"w:" + word), 0.5), *((_crc(text[start : start + 4]), 1 / 12) for start in range(len(text) - 3))]
        for place, other in enumerate(raw[at + 1 :]):
            if view is PARTS:
                found.append((_mixed(b"q:" + word[:5], other[:5]), 0.5))
            else:
                found.append((_mixed(b"p:" + word, other), 0.4))
                if not place:
                    found.append((_mixed(b"x:" + word[-2:], other[:1]), 1 / 12))
                    found.append((_mixed(b"y:" + word[-1:], other[:2]), 1 / 12))
    if view is PARTS and raw:
        found.append((_crc(b"e:" + raw[-1][-5:]), 0.5))
    return sorted(found)


def _model(titles: Sequence[Sequence[str]]) -> TitleSums:
    """Return sums with vectors for all features of some titles."""
    draw = np.random.default_rng(1)
    views = []
    for view in VIEWS:
        hashes = frequent(view, titles, 1)
        vectors = draw.integers(-7, 8, (len(hashes), 4)).astype(np.int8)
        views.append(LearnedView(view, {"hashes": hashes, "vectors": vectors, "step": np.full(len(hashes), 0.1)}))
    return TitleSums(views, Meanings(embedded_word_vectors()), {"data": 0, "nurs": 1, "engine": 2})


def _break_off(*_: object) -> None:
    raise KeyboardInterrupt


class TestFeatures:
    """What the views see."""

    @given(titles=TITLES)
    @pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
    def test_many_titles_have_the_features_of_each(self, view: View, titles: list[list[str]]) -> None:
        """Law: the features of many titles at once are those of each title alone, written out by hand."""
        found: list[Found] = [[] for _ in titles]
        for hashes, weights, owner, _ in features_of(view, titles):
            for hashed, weight, title in zip(hashes.tolist(), weights.tolist(), owner.tolist(), strict=True):
                found[title].append((hashed, weight))

        for features, words in zip(found, titles, strict=True):
            assert [hashed for hashed, _ in sorted(features)] == [hashed for hashed, _ in _by_hand(view, words)]
            assert [weight for _, weight in sorted(features)] == pytest.approx([weight for _, weight in _by_hand(view, words)])

    def test_order_of_words_matters(self) -> None:
        """A pair of words is another feature the other way round."""
        pairs = [{hashed for hashed, _ in _by_hand(LETTERS, words)} for words in (["data", "nurse"], ["nurse", "data"])]

        assert pairs[0] - pairs[1]

    def test_views_differ(self) -> None:
        """The two views see different features of the same title."""
        first, second = ({hashed for hashed, _ in _by_hand(view, ["data", "engineer"])} for view in VIEWS)

        assert first - second
        assert second - first

    @given(parts=st.lists(st.tuples(st.integers(0, 99), st.integers(0, 5)), max_size=8))
    def test_spans(self, parts: list[tuple[int, int]]) -> None:
        """Law: spans are the ranges, one after the other."""
        starts, sizes = (np.array([part[side] for part in parts], np.int64) for side in (0, 1))

        assert spans(starts, sizes).tolist() == [at for start, size in parts for at in range(start, start + size)]

    @given(words=st.lists(st.text(min_size=1, max_size=70), max_size=5), mark=st.text())
    def test_hashes_are_crcs(self, words: list[str], mark: str) -> None:
        """Law: the hash of a piece is the CRC-32 of the mark and the piece, whatever other words there are."""
        pieces = [Piece(mark), Piece(mark, first=3), Piece("", last=2), Piece(mark, last=4, ended=True)]
        raw, begin = [word.encode() for word in words], mark.encode()
        wanted = [
            [_crc(begin + word) for word in raw],
            [_crc(begin + word[:3]) for word in raw],
            [_crc(word[-2:]) for word in raw],
            [_crc(begin + (word + b">")[-4:]) for word in raw],
        ]

        assert wanted == SpeltWords(words).hashes(pieces).tolist()

    def test_few_tables_serve_words_of_any_length(self) -> None:
        """However long words are, tables are made for few lengths."""
        word_pieces._changes.cache_clear()
        for size in range(1, 400, 7):
            SpeltWords(["x" * size]).hashes([Piece()])

        assert word_pieces._changes.cache_info().currsize <= 6

    def test_numbers_begin_anew_when_there_is_no_room(self) -> None:
        """Where words are more than there is room for, all are numbered anew, and are new."""
        words = NumberedWords(3)
        first = words.number([["data", "nurse"]])
        second = words.number([["data", "baker"], ["nurse"]])
        third = words.number([["welder", "data"]])

        assert (first[0].tolist(), first[2]) == ([0, 1], ["data", "nurse"])
        assert (second[0].tolist(), second[1].tolist(), second[2]) == ([0, 2, 1], [2, 1], ["baker"])
        assert (third[0].tolist(), third[2]) == ([0, 1], ["welder", "data"])

    def test_words_beyond_the_most_are_left_out(self) -> None:
        """Of a very long title only the first words are looked at."""
        assert NumberedWords(99).number([[f"w{at}" for at in range(40)]])[1].tolist() == [MOST_WORDS]


class TestSums:
    """Sums over words and pairs."""

    @given(titles=TITLES.filter(bool))
    def test_are_the_same_in_any_company(self, titles: list[list[str]]) -> None:
        """Law: a title has the same sums, to the last digit, alone, among others and a second time."""
        model = _model([["data", "engineer"], ["it", "nurse"], ["o", "c++", "data"]])
        together = model.of(titles)
        again = model.of(titles[::-1])

        for place, words in enumerate(titles):
            alone = _model([["data", "engineer"], ["it", "nurse"], ["o", "c++", "data"]]).of([words])
            for sums, others, own in zip(together[0], again[0], alone[0], strict=True):
                assert (sums[place] == own[0]).all()
                assert (others[len(titles) - 1 - place] == own[0]).all()

    def test_are_those_of_the_known_features(self) -> None:
        """The sums are the weighed vectors of what is known; a title of which nothing is known has none."""
        model = _model([["data", "engineer"]])
        sums, stems, sizes = model.of([["data", "engineer"], ["zzz"], []])
        weights = [sum(weight for _, weight in _by_hand(view, ["data", "engineer"])) for view in VIEWS]

        assert [table[0, -1] for table in sums[:2]] == pytest.approx(weights)
        assert not any(table[1:].any() for table in sums[:2])
        assert ([0, 2, 3], [2, 1, 0]) == (stems.tolist(), sizes.tolist())

    def test_of_stems(self) -> None:
        """Rows of stems are added up for the titles that have them."""
        content = {
            "offsets": np.array([0, 2, 3], np.int32),
            "codes": np.array([0, 2, 1], np.uint16),
            "weights": np.array([10, 20, 30], np.uint8),
            "step": np.float32(0.5),
        }
        sums = SparseRows(content, 3).sums(np.array([0, 1, 0]), np.array([0, 0, 2]), np.full((3, 3), 9, np.float32))

        assert [[5, 15, 10], [0, 0, 0], [5, 0, 10]] == sums.tolist()
        # Titles are added up some at a time; what is asked of many is asked of each.
        many = 2 * SOME_ROWS + 3
        each = SparseRows(content, 3).sums(np.arange(many) % 2, np.arange(many), np.full((many, 3), 9, np.float32))
        assert [[5, 0, 10] if not at % 2 else [0, 15, 0] for at in range(many)] == each.tolist()

    def test_whoever_breaks_off_leaves_nothing_half_known(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Words that were numbered when somebody broke off are summed up the next time."""
        sums = _model([["data", "engineer"]])
        with monkeypatch.context() as patch:
            patch.setattr(Meanings, "of_words", _break_off)
            with pytest.raises(KeyboardInterrupt):
                sums.of([["data", "engineer"]])
        wanted = _model([["data", "engineer"]]).of([["data", "engineer"]])

        for found, whole in zip(sums.of([["data", "engineer"]])[0], wanted[0], strict=True):
            assert (found == whole).all()

    @given(sizes=st.lists(st.integers(0, 6), max_size=8))
    def test_of_owners(self, sizes: list[int]) -> None:
        """Law: each owner gets the sum of its rows, added in their order; who has none keeps what it had."""
        owner = np.repeat(np.arange(len(sizes)), sizes)
        rows = np.random.default_rng(len(owner)).standard_normal((len(owner), 3)).astype(np.float32)
        found = np.ones((len(sizes), 3), np.float32)
        sum_by_owner(rows, owner, found)
        wanted = [[sum(rows[owner == at, column], start=np.float32(0)) for column in range(3)] for at in range(len(sizes))]

        assert (found == np.array(wanted, np.float32).reshape(found.shape) + 1).all()


class TestRows:
    """Rows for training."""

    def test_unknown_title_has_no_weight(self) -> None:
        """A title of which no feature is known counts for nothing."""
        places, weights, offsets = bag_rows(PARTS, [["data"], ["nurse"]], frequent(PARTS, [["nurse"]], 1))

        assert ([0.0], [0, 1]) == (weights[:1].tolist(), offsets[:2].tolist())
        assert len(places) == offsets[-1] > 5

    def test_frequent_features_are_those_of_several_titles(self) -> None:
        """A feature that a title has twice still is that of one title."""
        both = frequent(PARTS, [["data", "data"], ["data", "nurse"]], 2)

        assert {hashed for hashed, _ in _by_hand(PARTS, ["data"])} - {_crc(b"e:data")} == set(both.tolist())

    def test_some_rows(self) -> None:
        """Some titles can be taken, in any order."""
        titles = [["data"], ["nurse", "data"], ["it"]]
        rows = bag_rows(LETTERS, titles, frequent(LETTERS, titles, 1))
        some = take_rows(rows, np.array([2, 0]))
        own = bag_rows(LETTERS, [["it"], ["data"]], frequent(LETTERS, titles, 1))

        assert all((taken == expected).all() for taken, expected in zip(some, own, strict=True))
