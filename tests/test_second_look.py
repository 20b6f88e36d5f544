"""Tests of the second look at the best groups for a title."""

from __future__ import annotations

import numpy as np
import pytest

from aijobkit.taxonomy.products import MOST_WORK, Table
from aijobkit.taxonomy.second_look import LOOKED_AT, Network, SecondLook, Signal, WordCounts, best_groups, log_sum
from aijobkit.taxonomy.train_second_look import count_ends, learn_network

GROUPS = 30
STEMS = {"nurs": 0, "staff": 1, "weld": 2}
SIZES = np.full(GROUPS, 80, np.float32)
ENDS = count_ends([(("staff", "nurse"), 0), (("staff", "welder"), 1), (("welder",), 1)], STEMS)


def _network(draw: np.random.Generator, count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return titles of which that group is right where two signals agree, which no weighed sum can tell."""
    seen = draw.choice([-1.0, 1.0], (count, 6, 2)).astype(np.float32)
    seen[:, :, 1] = -seen[:, :, 0]
    right = draw.integers(6, size=count)
    seen[np.arange(count), right, 1] = seen[np.arange(count), right, 0]
    return seen, np.zeros((count, 6), np.float32), np.arange(6) == right[:, None]


def test_best_groups_are_by_place() -> None:
    """The best are found wherever they are, and come in the order of their places; few groups are all taken."""
    scores = np.array([[0.1, 0.9, 0.5, 0.7]], np.float32)

    assert [[1, 3]] == best_groups(scores, 2).tolist()
    assert [[0, 1, 2, 3]] == best_groups(scores, 9).tolist()


def test_log_sum_bears_great_numbers() -> None:
    """The sum is that of the exponentials, also where they overflow."""
    assert log_sum(np.array([[1000.0, 1000.0]])).item() == pytest.approx(1000 + np.log(2))


def test_a_product_is_the_same_in_any_company() -> None:
    """Each row of a product comes out alike, wherever and in whatever order it is made, and near to what it should be."""
    draw = np.random.default_rng(3)
    rows = draw.standard_normal((64, 96)).astype(np.float32)
    numbers = draw.standard_normal((96, 1016)).astype(np.float32)
    order, within = draw.permutation(len(rows)), draw.permutation(rows.shape[1])
    found = Table(numbers).product(rows)

    assert rows.size * numbers.shape[1] > MOST_WORK
    assert (Table(numbers).product(rows[order]) == found[order]).all()
    assert (Table(numbers[within]).product(rows[:, within]) == found).all()
    assert np.abs(found - rows @ numbers).max() < 0.01 * np.abs(rows @ numbers).max()


class TestWordCounts:
    """Counts of the first and last words."""

    @pytest.mark.parametrize(("end", "word", "best"), [("last", "nurs", 0), ("last", "weld", 1), ("first", "weld", 1)])
    def test_speaks_for_its_groups(self, end: str, word: str, best: int) -> None:
        """A word speaks most for the group whose titles have it at that end."""
        table = WordCounts({name: ENDS[f"{end}_{name}"] for name in ("offsets", "groups", "counts")}, SIZES)
        odds = table.odds(np.array([STEMS[word]]), np.arange(GROUPS)[None, :])

        assert odds[0].argmax() == best
        assert np.isfinite(odds).all()

    def test_the_other_end_is_not_counted(self) -> None:
        """A word that no title ends in, and one that no title has, speak for no group."""
        table = WordCounts({name: ENDS[f"last_{name}"] for name in ("offsets", "groups", "counts")}, SIZES)

        assert not table.odds(np.array([STEMS["staff"], len(STEMS)]), np.arange(GROUPS)[None, :].repeat(2, 0)).any()


def test_a_signal_is_scaled_and_shifted_by_title() -> None:
    """Of some groups a signal says the same as of all."""
    scores, factor, shift = np.arange(6.0).reshape(2, 3), np.array([[1.0], [2.0]]), np.array([[0.0], [5.0]])
    signal = Signal(scores.astype(np.float32), factor, shift)

    assert [[0, 1, 2], [11, 13, 15]] == signal.full().tolist()
    assert [[2, 0], [13, 11]] == signal.of(np.array([[2, 0], [1, 0]])).tolist()


class TestNetwork:
    """What the network learns."""

    def test_learns_that_signals_agree(self) -> None:
        """It finds the right group of new titles by the agreement of two signals."""
        draw = np.random.default_rng(1)
        seen, scores, gold = _network(draw, 8000)
        layers = learn_network(seen, scores, gold, np.ones(len(seen), np.float32))
        new, _, truth = _network(draw, 500)

        assert truth[np.arange(500), Network(layers)(new).argmax(1)].mean() > 0.95

    def test_is_deterministic(self) -> None:
        """The same titles give the same layers."""
        data = _network(np.random.default_rng(1), 600)
        first, second = (learn_network(*data, np.ones(600, np.float32)) for _ in range(2))

        assert all((first[name] == second[name]).all() for name in first)


class TestLook:
    """The second look at scores."""

    def test_only_the_best_change_and_their_mass_stays(self) -> None:
        """Scores of groups that are not looked at stay; so does the sum of probabilities of those that are."""
        draw = np.random.default_rng(3)
        parts = [draw.standard_normal((2, GROUPS)).astype(np.float32) for _ in range(3)]
        total = np.sum(parts, 0, dtype=np.float32)
        numbers = 2 * (2 + 2) + 1 + 1 + 4
        seen = draw.standard_normal((200, LOOKED_AT, numbers)).astype(np.float32)
        gold = np.eye(LOOKED_AT, dtype=bool)[draw.integers(LOOKED_AT, size=200)]
        layers = learn_network(seen, np.zeros((200, LOOKED_AT), np.float32), gold, np.ones(200, np.float32))
        look = SecondLook({**ENDS, **layers}, np.array([3, 0, 0]), SIZES)
        after = total.copy()
        look.look(np.array([STEMS["staff"], STEMS["nurs"]]), np.array([2, 0]), [*map(Signal, parts)], after)
        best = best_groups(total, LOOKED_AT)
        others = np.ones(total.shape, bool)
        np.put_along_axis(others, best, False, 1)

        assert (after[others] == total[others]).all()
        assert (after[~others] != total[~others]).any()
        assert np.allclose(log_sum(after), log_sum(total), atol=1e-4)
