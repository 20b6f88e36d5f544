"""Tests of the word vectors and of the four bits in which vectors are kept."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from aijobkit.errors import TaxonomyDataError
from aijobkit.taxonomy import four_bits, title_model
from aijobkit.taxonomy.store import open_store
from aijobkit.taxonomy.title_model import read_model
from aijobkit.taxonomy.title_sums import Meanings
from aijobkit.taxonomy.word_vectors import SIZE, WordVectors, embedded_word_vectors, write_word_vectors

NUMBERS = st.floats(-100, 100, width=32, allow_subnormal=False)
VECTORS = st.integers(1, 5).flatmap(lambda rows: arrays(np.float32, (rows, 8), elements=NUMBERS))


class TestFourBits:
    """A vector keeps its numbers to half a step."""

    @given(vectors=VECTORS)
    def test_half_a_step_is_lost_at_most(self, vectors: np.ndarray) -> None:
        """Each number comes back within half a step, and a step is a seventh of the greatest of its vector."""
        steps, size = four_bits.quantise(vectors)
        lost = np.abs(steps * size.astype(np.float32)[:, None] - vectors)

        assert (lost <= 0.51 * size.astype(np.float32)[:, None] + 1e-3 * np.abs(vectors)).all()

    @given(vectors=VECTORS)
    def test_packing_loses_nothing(self, vectors: np.ndarray) -> None:
        """What was packed comes back equal, in half the bytes."""
        steps, _ = four_bits.quantise(vectors)
        packed = four_bits.pack(steps)

        assert (steps == four_bits.unpack(packed)).all()
        assert packed.nbytes * 2 == steps.nbytes

    @given(st.text(st.characters(codec="utf-8")), st.lists(st.integers(0, 2**16 - 1)), st.lists(st.floats(-9, 9, width=16)))
    def test_what_is_written_is_read(self, text: str, whole: list[int], halves: list[float]) -> None:
        """Texts and numbers of 16 bits come back as they were, and so does all that is kept as it is."""
        given_ = {"a.text": np.array(text), "b": np.array(whole, np.uint16), "c": np.array([halves, halves], np.float16)}
        read = four_bits.read_arrays(four_bits.write_arrays({**given_, "d": np.arange(5)}))

        assert text == read["a.text"]
        assert list(range(5)) == read["d"].tolist()
        for name in "bc":
            assert (given_[name].dtype, given_[name].tolist()) == (read[name].dtype, read[name].tolist())

    def test_bytes_depend_on_nothing_else(self) -> None:
        """The order in which arrays are given does not matter."""
        one, two = np.arange(3), np.arange(4)

        assert four_bits.write_arrays({"a": one, "b": two}) == four_bits.write_arrays({"b": two, "a": one})


class TestTable:
    """The table that the package carries."""

    def test_words_are_sorted_and_each_has_a_vector(self) -> None:
        """Words are in order, each once, in the normal form of titles, with `SIZE` numbers each."""
        table = embedded_word_vectors()

        assert sorted(table.place) == list(table.place)
        assert (len(table.place), SIZE) == table.vectors.shape
        assert len(table.place) > 30_000

    def test_like_words_lie_near(self) -> None:
        """A word that no title has lies nearer to its like than to others."""
        rows = Meanings(embedded_word_vectors()).rows([("nurse",), ("midwife",), ("welder",)])

        assert rows[0] @ rows[1] > rows[0] @ rows[2]

    def test_unknown_words_mean_nothing(self) -> None:
        """A title of unknown words, or of none, has no direction."""
        rows = Meanings(embedded_word_vectors()).rows([("zxqvw",), ()])

        assert not rows.any()

    def test_table_comes_back(self) -> None:
        """What is written is read, and two tables can be told apart."""
        first = WordVectors(write_word_vectors(["ada", "bob"], np.eye(2, SIZE, dtype=np.float32)))
        second = WordVectors(write_word_vectors(["ada", "bob"], -np.eye(2, SIZE, dtype=np.float32)))

        assert {"ada": 0, "bob": 1} == first.place
        assert first.digest != second.digest

    def test_model_of_other_vectors_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A model that was trained with another table is not used: its figures would be wrong."""
        other = WordVectors(write_word_vectors(["ada"], np.ones((1, SIZE), np.float32)))
        monkeypatch.setattr(title_model, "embedded_word_vectors", lambda: other)

        with pytest.raises(TaxonomyDataError, match="build the taxonomy again"):
            read_model(open_store().blob("title_model"))


@given(st.sets(st.integers(0, 2**32 - 1)))
def test_rising_numbers_come_back(numbers: set[int]) -> None:
    """Rising numbers that are kept by how far they are apart lose nothing."""
    rising = np.array(sorted(numbers), np.uint32)

    assert (rising == four_bits.join_rising(four_bits.part_rising(rising))).all()


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=30, max_size=90))
def test_a_confidence_rises_and_promises_no_more_than_was_right(told: list[tuple[float, bool]]) -> None:
    """What a probability is worth rises with it; where a share of all was right, the least worth is below that share."""
    chance, right = np.array([share for share, _ in told]), np.array([was for _, was in told])
    curve = title_model.calibrate(chance, right, 6)

    assert (np.diff(curve, axis=1) >= 0).all()
    assert curve[1, 1] <= right.mean() + 1e-6
    assert (curve[1] <= 1).all()


def test_a_share_is_lowered_by_its_standard_error() -> None:
    """Of a hundred titles 70 were right: such a confidence is worth 0.70 less the root of 0.7 * 0.3 / 100."""
    curve = title_model.calibrate(np.full(100, 0.6), np.arange(100) < 70, 1)

    assert curve[1, 1] == pytest.approx(0.70 - 0.045826, abs=1e-5)
