"""The model in numpy: the same pieces and vectors as the reference, whatever texts stand beside each other."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from aijobkit_minilm.encoder import MiniLM, ModelMissingError, find_model
from aijobkit_minilm.wordpiece import MOST_PIECES, WordPieces

MARKS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
TEXTS = (
    "Registered Nurse", "C++/C# $100k dev", "Çava naïve Ärztin", "数据科学家", "ML\tEng\n2", "x" * 120, "e‑mail - ops’s",
    "👩‍⚕️ nurse", "`~^|<>", "ﬁne ½ ①", "İstanbul", "한국어", "a\u200bb", "", "word " * 300,
)  # fmt: skip


def random_model(size: int = 8, layers: int = 2) -> MiniLM:
    """Return a model of the same build with weights by chance."""
    vocabulary = [*MARKS, "nurse", "data", "##base", "school", "bus", "driver"]
    random = np.random.default_rng(3)

    def numbers(*shape: int) -> np.ndarray:
        return random.standard_normal(shape).astype(np.float32)

    weights = {
        "embeddings.word_embeddings.weight": numbers(len(vocabulary), size),
        "embeddings.position_embeddings.weight": numbers(MOST_PIECES, size),
        "embeddings.token_type_embeddings.weight": numbers(2, size),
        "embeddings.LayerNorm.weight": numbers(size),
        "embeddings.LayerNorm.bias": numbers(size),
    }
    for number in range(layers):
        layer = f"encoder.layer.{number}"
        shapes = {f"attention.self.{name}": (size, size) for name in ("query", "key", "value")}
        shapes["attention.output.dense"] = (size, size)
        shapes |= {"intermediate.dense": (4 * size, size), "output.dense": (size, 4 * size)}
        for name, shape in shapes.items():
            weights[f"{layer}.{name}.weight"], weights[f"{layer}.{name}.bias"] = numbers(*shape), numbers(shape[0])
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            weights[f"{layer}.{name}.weight"], weights[f"{layer}.{name}.bias"] = numbers(size), numbers(size)
    config = {"num_attention_heads": 2, "num_hidden_layers": layers, "layer_norm_eps": 1e-12}
    return MiniLM(config, weights, WordPieces(vocabulary))


def test_rows_have_length_one() -> None:
    """Each vector has length 1, so that a product is a cosine."""
    rows = random_model().encode(["school bus driver", "nurse", ""])

    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1, 1])


def test_neighbours_in_a_batch_change_nothing() -> None:
    """A text has one vector, alone or among texts of other lengths."""
    model, texts = random_model(), ["school bus driver", "nurse", "database", "unknown words here", "nurse"]
    together = model.encode(texts)

    assert together == pytest.approx(np.vstack([model.encode([text]) for text in texts]), abs=1e-5)


def test_order_of_words_counts() -> None:
    """The model reads a sequence, not a bag of words."""
    one, other = random_model().encode(["bus school", "school bus"])

    assert not np.allclose(one, other)


def test_no_texts_no_rows() -> None:
    """Nothing asked, nothing answered."""
    assert (0, 8) == random_model().encode([]).shape


def testgelu_is_exact() -> None:
    """The activation is the one with the error function, to single precision."""
    import math

    from aijobkit_minilm.encoder import gelu

    values = np.linspace(-6, 6, 121, dtype=np.float32)
    wanted = [float(value) * 0.5 * (1 + math.erf(float(value) / math.sqrt(2))) for value in values]

    assert gelu(values) == pytest.approx(wanted, abs=2e-6)


def test_folder_without_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that lacks a file is refused by the name of the file."""
    (tmp_path / "config.json").write_text(json.dumps({}))
    monkeypatch.setenv("AIJOBKIT_MINILM_MODEL", str(tmp_path))
    with pytest.raises(ModelMissingError, match=r"vocab\.txt"):
        find_model()


def test_pieces() -> None:
    """The longest known piece wins; a word that cannot be pieced together is unknown as a whole."""
    pieces = WordPieces([*MARKS, "data", "base", "##base", "##s", "."])

    assert (2, 4, 6, 7, 8, 1, 3) == pieces.numbers("DATABASES. Basement")


def test_long_texts_are_cut() -> None:
    """Of a long text the first pieces count."""
    assert MOST_PIECES == len(WordPieces([*MARKS, "a"]).numbers("a " * 500))


@pytest.mark.parametrize("text", TEXTS)
def test_pieces_equal_the_reference(model: MiniLM, text: str) -> None:
    """The pieces are those of the tokenizers package."""
    tokenizers = pytest.importorskip("tokenizers", reason="tokenizers is not installed")
    reference = tokenizers.Tokenizer.from_file(str(find_model() / "tokenizer.json"))
    reference.no_padding()
    reference.enable_truncation(MOST_PIECES)

    assert tuple(reference.encode(text).ids) == model.pieces.numbers(text)


def test_meaning_is_near(model: MiniLM) -> None:
    """Two names of one work are nearer than two of different works, without a word in common."""
    lawyer, attorney, baker = model.encode(["lawyer", "attorney", "baker"])

    assert lawyer @ attorney > 0.7
    assert lawyer @ baker < 0.5


def test_vectors_equal_the_reference(model: MiniLM) -> None:
    """The first numbers of a vector are those that the reference implementation in torch gives."""
    [vector] = model.encode(["Registered Nurse"])

    assert vector[:4] == pytest.approx(REFERENCE, abs=1e-5)


REFERENCE = (-0.0951450, -0.1005512, -0.0366452, 0.0689852)
"""Mean of the last layer, brought to length 1, as transformers gives it on torch 2.13."""
