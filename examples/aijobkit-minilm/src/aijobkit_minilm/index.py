"""
What is known about titles, as vectors: the file that ``python -m aijobkit_minilm build`` writes, and the question put to it.
"""

from __future__ import annotations

import json
import math
import os
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from aijobkit.errors import AijobkitError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int32]

__all__ = ["FORMAT", "Curve", "IndexFileError", "Likely", "TitleIndex"]

FORMAT = 1
"""Version of the file; another one is refused."""

NEIGHBOURS = 40
"""Nearest titles that have a vote; measured on a split of its own: 10 give a top-10 four points lower."""

WARMTH = 0.08
"""Fall of cosine at which a vote counts 1/e; measured: 0.03 loses two points of top-1."""

LEAST_SHARE = 1e-6
"""Shares are kept away from 0 and 1 by this much, so that their log odds exist."""


class IndexFileError(AijobkitError):
    """The file of title vectors is missing, damaged or of another kind; the message says what to do."""


@attrs.frozen(kw_only=True)
class Curve:
    """
    From what the vectors say to a probability: a Platt curve in two figures.

    Args:
        intercept: Log odds at even share and cosine 0.
        share: Weight of the log odds of a role's share.
        cosine: Weight of the cosine of the nearest title of all.
        titles: On how many held-out titles the curve was fitted; 0 for none.
    """

    intercept: float = 0.0
    share: float = 1.0
    cosine: float = 0.0
    titles: int = 0

    def confidence(self, share: float, cosine: float) -> float:
        """
        Return how likely a role is meant, in (0, 1).

        >>> Curve().confidence(0.25, 0.9)
        0.25
        """
        share = min(max(share, LEAST_SHARE), 1 - LEAST_SHARE)
        odds = self.intercept + self.share * math.log(share / (1 - share)) + self.cosine * cosine
        # Rounded, so that the last bits of another processor's arithmetic change no answer.
        return round(1 / (1 + math.exp(-odds)), 4)


@attrs.frozen(kw_only=True)
class Likely:
    """
    One role that a text may mean.

    Args:
        code: O*NET-SOC code or catalogue id; of an occupation of six digits, the code with the nearest title.
        share: Its share of all evidence, in [0, 1].
        title: The nearest title that speaks for it; empty where only the learned layer does.
        likeness: Cosine of the text and that title; 0 where there is none.
    """

    code: str
    share: float
    title: str
    likeness: float


@attrs.frozen(kw_only=True, eq=False)
class TitleIndex:
    """
    Titles, whose they are, and where the encoder puts them.

    Args:
        encoder: Name of the encoder that made the vectors.
        titles: The titles.
        codes: Codes of roles, sorted.
        groups: What each code is told apart by (`aijobkit.roles.Role.key`): numbers of groups, from 0.
        owners: ``(title, code)`` pairs of places, one row each.
        vectors: One row of length 1 per title.
        weights: Learned layer: one column per group.
        bias: One number per group.
        curve: How a share becomes a confidence.
    """

    encoder: str
    titles: tuple[str, ...]
    codes: tuple[str, ...]
    groups: Ints
    owners: Ints
    vectors: Floats
    weights: Floats
    bias: Floats
    curve: Curve = attrs.field(factory=Curve)
    _codes_of: dict[int, list[int]] = attrs.field(init=False, repr=False)

    @_codes_of.default
    def _by_title(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for title, code in self.owners.tolist():
            found.setdefault(title, []).append(code)
        return found

    def learned(self, vectors: Floats) -> Floats:
        """Return for each row the learned layer's share per group."""
        import numpy as np

        scores = vectors @ self.weights + self.bias
        scores = np.exp(scores - scores.max(1, keepdims=True))
        shares: Floats = scores / scores.sum(1, keepdims=True)
        return shares

    def likely(self, vectors: Floats, limit: int = 10, without: Sequence[set[int]] = ()) -> list[tuple[list[Likely], float]]:
        """
        Return for each row of *vectors* the roles it may mean, the likeliest first, and the cosine of the nearest title.

        A role's share is the mean of two: the learned layer's, and its part in the vote of the nearest titles.

        Args:
            vectors: One row of length 1 per text.
            limit: How many roles at most.
            without: For each row, places of titles that shall not vote; for measuring only.  Empty: all vote.
        """
        import numpy as np

        learned = self.learned(vectors)
        cosines = vectors @ self.vectors.T
        answers = []
        for row, cosine in enumerate(cosines):
            if without and without[row]:
                cosine[sorted(without[row])] = -1
            size = min(NEIGHBOURS, len(cosine))
            near = sorted(np.argpartition(-cosine, size - 1)[:size].tolist(), key=lambda place: (-float(cosine[place]), place))
            best = float(cosine[near[0]])
            answers.append((self._mixed(learned[row], [(place, float(cosine[place])) for place in near], limit), best))
        return answers

    def _mixed(self, learned: Floats, near: list[tuple[int, float]], limit: int) -> list[Likely]:
        import numpy as np

        votes = np.zeros(len(learned))
        first: dict[int, tuple[int, int, float]] = {}
        for place, cosine in near:
            mine = self._codes_of[place]
            for code in mine:
                group = int(self.groups[code])
                votes[group] += math.exp((cosine - near[0][1]) / WARMTH) / len(mine)
                first.setdefault(group, (place, code, cosine))
        shares = (learned + votes / votes.sum()) / 2
        order = sorted(range(len(shares)), key=lambda group: (-round(float(shares[group]), 6), group))[:limit]
        found = []
        for group in order:
            place, code, cosine = first.get(group, (-1, int(np.flatnonzero(self.groups == group)[0]), 0.0))
            title = self.titles[place] if place >= 0 else ""
            found.append(Likely(code=self.codes[code], share=float(shares[group]), title=title, likeness=round(cosine, 4)))
        return found

    # -- the file ---------------------------------------------------------------------------------------------------

    def save(self, path: Path) -> None:
        """
        Write everything to one file; the same index gives the same bytes.

        It is written beside *path* and renamed, so that nothing half-written is left.
        """
        import numpy as np

        about = {"format": FORMAT, "encoder": self.encoder, "curve": attrs.asdict(self.curve)}
        arrays: dict[str, Any] = {
            "about": _bytes(json.dumps(about, sort_keys=True)),
            "titles": _bytes("\n".join(self.titles)),
            "codes": _bytes("\n".join(self.codes)),
            "groups": self.groups.astype(np.int32),
            "owners": self.owners.astype(np.int32),
            "vectors": self.vectors.astype(np.float16),
            "weights": self.weights.astype(np.float16),
            "bias": self.bias.astype(np.float32),
        }
        path = Path(path)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                np.savez(file, **arrays)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    @classmethod
    def load(cls, path: Path) -> TitleIndex:
        """
        Read what `save` wrote.

        Raises:
            IndexFileError: If the file is missing, damaged or of another kind.
        """
        import numpy as np

        advice = "make it with `python -m aijobkit_minilm build --out FILE`"
        try:
            with Path(path).open("rb") as stream, np.load(stream, allow_pickle=False) as file:
                arrays = {name: file[name] for name in file.files}
            about: dict[str, Any] = json.loads(arrays["about"].tobytes())
            if about["format"] != FORMAT:
                raise IndexFileError(
                    f"file of title vectors {str(path)!r} has format {about['format']!r}, not {FORMAT}; {advice}"
                )
            return cls(
                encoder=about["encoder"],
                titles=tuple(arrays["titles"].tobytes().decode().split("\n")),
                codes=tuple(arrays["codes"].tobytes().decode().split("\n")),
                groups=arrays["groups"],
                owners=arrays["owners"],
                vectors=arrays["vectors"].astype(np.float32),
                weights=arrays["weights"].astype(np.float32),
                bias=arrays["bias"],
                curve=Curve(**about["curve"]),
            )
        except FileNotFoundError:
            raise IndexFileError(f"file of title vectors {str(path)!r} is missing; {advice}") from None
        except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as error:
            raise IndexFileError(f"file of title vectors {str(path)!r} cannot be read ({error}); {advice}") from None


def _bytes(text: str) -> NDArray[np.uint8]:
    import numpy as np

    return np.frombuffer(text.encode(), dtype=np.uint8)
