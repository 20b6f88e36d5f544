"""Tests of the training of the title model on titles made up here."""

from __future__ import annotations

import math

import numpy as np
import pytest

from aijobkit.errors import TaxonomyDataError
from aijobkit.taxonomy import four_bits
from aijobkit.taxonomy.title_features import PARTS, content_words, stem
from aijobkit.taxonomy.title_model import TitleModel, read_model, softmax
from aijobkit.taxonomy.train import KEPT_FEATURES, Bag, Samples, bm25, train_title_model

_FIELDS = {"11-0000.00": "garden", "22-0000.00": "metal", "22-0001.00": "metal", "33-0000.00": "music"}
_THINGS = ("alpha", "beta", "gamma", "delta", "kappa", "omega", "sigma", "theta", "zeta", "lambda")
TITLES = [
    (f"{thing} {field} {work}", code)
    for code, field in _FIELDS.items()
    for thing in _THINGS
    for work in ("worker", "clerk", "planner")
]


@pytest.fixture(scope="module")
def raw() -> bytes:
    """Return a model of the titles above."""
    return train_title_model(TITLES, {"33-0000.00": ["Play a sonata."]}, {"22-0001": 5.0})


class TestTraining:
    """Training."""

    def test_learns_what_titles_share(self, raw: bytes) -> None:
        """An unseen title goes to the occupation whose titles are like it."""
        model = read_model(raw)
        assert model is not None

        assert ["11-0000.00", "33-0000.00"] == [
            answer[0][0] for answer in model.answers([("new", "garden", "helper"), ("music", "helper")], 1)
        ]

    def test_is_deterministic(self, raw: bytes) -> None:
        """The same titles in another order give the same bytes."""
        again = train_title_model(TITLES[::-1], {"33-0000.00": ["Play a sonata."]}, {"22-0001": 5.0})

        assert raw == again

    def test_tells_progress(self) -> None:
        """Progress rises from 0 to nearly 1."""
        shares: list[float] = []
        train_title_model(TITLES, {}, {}, progress=lambda _stage, share: shares.append(share))

        assert shares == sorted(shares)
        assert shares[0] == 0 < 0.9 < shares[-1] <= 1

    def test_keeps_no_sentence(self, raw: bytes) -> None:
        """No sentence is kept: the words of texts that no title has are nowhere in the model."""
        kept = " ".join(text for text in four_bits.read_arrays(raw).values() if isinstance(text, str))

        assert "planner" in kept
        assert "sonata" not in kept

    def test_keeps_the_features_that_were_learnt_most_of(self) -> None:
        """The longest vectors are kept, in the order of their hashes, and none other."""
        bag = Bag(PARTS, Samples([(("alpha", "worker"), 0), (("beta", "worker"), 1), (("alpha", "clerk"), 0)], {}), [], 2)
        lengths = np.linalg.norm(bag.vectors, axis=1)
        content = bag.content()
        kept = np.isin(np.array(bag.hashes, np.uint32), content["hashes"])

        assert content["hashes"].tolist() == sorted(content["hashes"].tolist())
        assert kept.sum() == len(content["step"]) == math.ceil(len(bag.hashes) * KEPT_FEATURES) < len(bag.hashes)
        assert lengths[kept].min() >= lengths[~kept].max()

    def test_too_few_titles(self) -> None:
        """Too few titles give no model, and no model is no error."""
        assert train_title_model([("baker", "51-3011.00")], {}, {}) == b""
        assert read_model(b"") is None

    @pytest.mark.parametrize("keep", [1, 100, 5000])
    def test_a_damaged_model_is_told(self, raw: bytes, keep: int) -> None:
        """A model that was cut short is told as what it is, not by an error of the format that it is kept in."""
        with pytest.raises(TaxonomyDataError, match="damaged"):
            read_model(raw[:keep])


class TestModel:
    """The trained model at work."""

    def test_answers_do_not_depend_on_company(self, raw: bytes) -> None:
        """A title gets the same figures alone and among others."""
        model = read_model(raw)
        assert model is not None
        titles = [tuple(content_words(title.split())) for title, _ in TITLES[:40]]

        assert [model.answers([title], 3)[0] for title in titles] == model.answers(titles, 3)

    def test_answers_are_probabilities(self, raw: bytes) -> None:
        """Confidences lie in [0, 1] and fall; each group of codes answers once."""
        model = read_model(raw)
        assert model is not None
        (found,) = model.answers([("metal", "worker")], 9)

        assert [chance for _, chance in found] == sorted((chance for _, chance in found), reverse=True)
        assert all(0 <= chance <= 1 for _, chance in found)
        assert len({code[:7] for code, _ in found}) == len(found)

    def test_signals_rank_alone(self, raw: bytes) -> None:
        """Each learned view by itself prefers the right group for a plain title."""
        model = read_model(raw)
        assert isinstance(model, TitleModel)
        signals = model.signals([("music", "clerk")])[0][0]

        assert {model.socs.index("33-0000")} == {int(signals[:, view].argmax()) for view in (0, 1)}


class TestParts:
    """The parts it is made of."""

    def test_stem_joins_forms(self) -> None:
        """Forms of one word share a stem."""
        assert stem("programmer") == stem("programming")

    def test_softmax(self) -> None:
        """Probabilities of each row sum to 1."""
        assert np.allclose(1, softmax(np.array([[1.0, 2.0], [900.0, -900.0]], np.float32)).sum(1))

    def test_rare_words_count_more(self) -> None:
        """In BM25 a word of one document adds more than a word of all."""
        from collections import Counter

        table = bm25([Counter("ab"), Counter("ac"), Counter("ad")], 0.3, {"a": 0, "b": 1})
        weights, offsets = table["weights"], table["offsets"]

        assert weights[offsets[1] : offsets[2]].max() > weights[: offsets[1]].max()
