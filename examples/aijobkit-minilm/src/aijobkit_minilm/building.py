"""
Making the title vectors: which titles, where the encoder puts them, the learned layer, and the Platt curve.

Deterministic: the same taxonomy, encoder and settings give the same bytes on one machine.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import attrs

from aijobkit.taxonomy.wording import SENSES, title_key
from aijobkit_minilm.index import LEAST_SHARE, Curve, TitleIndex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from aijobkit import Taxonomy
    from aijobkit_minilm.encoder import Encoder

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int32]

__all__ = ["build_index", "fit_platt", "gather_titles", "near_identical"]

ENGLISH_SENSES = SENSES["part"]
"""Titles of catalogues, everyday titles and O*NET's own; short forms and foreign names mean nothing to this model."""

ALIKE = 0.7
"""Share of letter triples in common from which two titles count as nearly identical, when they are held apart."""

HELD_OUT = 1500
"""Most titles that are held apart to fit the curve."""
HELD_PART = 12
"""One title in so many is held apart."""

# Training of the learned layer (Adam); chosen on a split other than those the benchmark reports.
SEED, EPOCHS, BATCH, RATE, SCALE = 20190, 8, 512, 0.01, 12.0
LEAST_STEPS = 800
FIRST_MOMENT, SECOND_MOMENT, TINY = 0.9, 0.98, 1e-6

Progress = Callable[[str, float], None]


def gather_titles(taxonomy: Taxonomy, per_role: int | None = None) -> list[tuple[str, str]]:
    """
    Return ``(title, code)`` pairs to learn from, sorted.

    Where a wording has a settled meaning (catalogue, everyday title), O*NET's other meanings of it are left out.  Of each role
    its settled wordings and official title come first, then others in an order that the alphabet does not sway.

    Args:
        taxonomy: The roles and their titles.
        per_role: How many titles of one role at most; None for all.
    """
    rows = taxonomy.store.rows(
        "SELECT key, sense, code, title FROM title_keys WHERE sense <= ? ORDER BY key, sense, code", (ENGLISH_SENSES,)
    )
    settled: dict[str, int] = {}
    for key, sense, _, _ in rows:
        settled.setdefault(key, sense)
    official = {code: title_key(title) for code, title in taxonomy.store.rows("SELECT code, title FROM roles")}
    of_role: dict[str, list[tuple[int, bool, int, str]]] = {}
    for key, sense, code, title in rows:
        if sense == settled[key] or key == official.get(code):
            of_role.setdefault(code, []).append((sense, key != official.get(code), zlib.crc32(key.encode()), title))
    return sorted((title, code) for code, found in of_role.items() for _, _, _, title in sorted(found)[:per_role])


def _triples(key: str) -> frozenset[str]:
    padded = f" {key} "
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))


def near_identical(one: str, other: str) -> bool:
    """
    Say whether two titles are nearly the same wording, so that one would give the other away in a test.

    >>> near_identical("Data Entry Clerk", "Data Entry Clerks II"), near_identical("Data Entry Clerk", "Filing Clerk")
    (True, False)
    """
    first, second = title_key(one), title_key(other)
    if first == second:
        return True
    left, right = _triples(first), _triples(second)
    return len(left & right) >= ALIKE * len(left | right)


@attrs.frozen(kw_only=True, eq=False)
class _Learned:
    weights: Floats
    bias: Floats


def _learn(vectors: Floats, titles: Ints, groups: Ints, count: int, tell: Callable[[float], None]) -> _Learned:
    """Fit a softmax over *count* groups; a title with several owners counts once in all."""
    import numpy as np

    random = np.random.default_rng(SEED)
    share = (1 / np.bincount(titles, minlength=len(vectors))[titles]).astype(np.float32)
    epochs = max(EPOCHS, math.ceil(LEAST_STEPS * BATCH / max(len(titles), 1)) if len(titles) > BATCH else EPOCHS)
    weights = np.zeros((vectors.shape[1], count), np.float32)
    bias = np.zeros(count, np.float32)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    steps, step = epochs * math.ceil(len(titles) / BATCH), 0
    for _ in range(epochs):
        order = random.permutation(len(titles))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            seen = vectors[titles[batch]] * np.float32(SCALE)
            error = seen @ weights + bias
            error = np.exp(error - error.max(1, keepdims=True))
            error /= error.sum(1, keepdims=True)
            error[np.arange(len(batch)), groups[batch]] -= 1
            error *= share[batch][:, None]
            gradient = seen.T @ error / np.float32(len(batch))
            mean += (1 - FIRST_MOMENT) * (gradient - mean)
            square += (1 - SECOND_MOMENT) * (gradient * gradient - square)
            step += 1
            rate = RATE * (1 - (step - 1) / steps)
            scaled = mean / (1 - FIRST_MOMENT**step) / (np.sqrt(square / (1 - SECOND_MOMENT**step)) + TINY)
            weights -= np.float32(rate) * scaled
            bias -= np.float32(rate) * error.sum(0) / np.float32(len(batch))
        tell(step / steps)
    return _Learned(weights=weights * np.float32(SCALE), bias=bias)


def fit_platt(shares: Sequence[float], cosines: Sequence[float], right: Sequence[bool]) -> tuple[float, float, float]:
    """
    Return intercept and weights of a `Curve`, fitted by Newton's method and drawn slightly to 0, so that it always ends.

    Args:
        shares: A role's share for each answer.
        cosines: Cosine of the nearest title of all, for the same answers.
        right: Whether the answer was right.
    """
    import numpy as np

    clipped = np.clip(np.array(shares), LEAST_SHARE, 1 - LEAST_SHARE)
    table = np.stack([np.ones(len(clipped)), np.log(clipped / (1 - clipped)), np.array(cosines)], axis=1)
    wanted = np.array(right, float)
    found = np.zeros(3)
    for _ in range(50):
        odds = 1 / (1 + np.exp(-(table @ found)))
        pull = table.T @ (wanted - odds) - 1e-3 * found
        step = np.linalg.solve((table * (odds * (1 - odds))[:, None]).T @ table + 1e-3 * np.eye(3), pull)
        found += step
        if np.abs(step).max() < 1e-9:
            break
    intercept, share, cosine = (round(float(number), 6) for number in found)
    return intercept, share, cosine


def build_index(
    taxonomy: Taxonomy, encoder: Encoder, *, per_role: int | None = None, progress: Progress | None = None
) -> TitleIndex:
    """
    Embed the titles of *taxonomy*, learn from them, and measure what the result is worth.

    Args:
        taxonomy: The roles and their titles.
        encoder: What turns titles into vectors.
        per_role: How many titles of one role at most; None for all, which the README shows to be worth it.
        progress: Told the stage and how far it is, in [0, 1].
    """
    import numpy as np

    tell = progress or (lambda _stage, _part: None)
    pairs = gather_titles(taxonomy, per_role)
    titles = sorted({title for title, _ in pairs})
    codes = sorted({code for _, code in pairs})
    place, number = {title: at for at, title in enumerate(titles)}, {code: at for at, code in enumerate(codes)}
    owners = np.array([(place[title], number[code]) for title, code in pairs], np.int32).reshape(-1, 2)
    roles = [taxonomy.lookup_role(code) for code in codes]
    keys = [code if role is None else role.key() for code, role in zip(codes, roles, strict=True)]
    group = {key: at for at, key in enumerate(sorted(set(keys)))}
    groups = np.array([group[key] for key in keys], np.int32)

    vectors = _embed(encoder, titles, tell)
    of_title = owners[:, 0]
    of_group = groups[owners[:, 1]]

    def index(learned: _Learned, curve: Curve) -> TitleIndex:
        return TitleIndex(
            encoder=encoder.name,
            titles=tuple(titles),
            codes=tuple(codes),
            groups=groups,
            owners=owners,
            vectors=vectors,
            weights=learned.weights,
            bias=learned.bias,
            curve=curve,
        )

    shuffled = sorted(range(len(titles)), key=lambda at: (zlib.crc32(titles[at].encode()), at))
    held = sorted(shuffled[: min(HELD_OUT, len(titles) // HELD_PART)])
    hidden = _near_rows(titles, vectors, held)
    gone = np.zeros(len(titles), bool)
    gone[sorted(set(held).union(*hidden))] = True
    left = ~gone[of_title]
    tried = index(_learn(vectors, of_title[left], of_group[left], len(group), lambda part: tell("measuring", part)), Curve())
    curve = _fit_curve(tried, vectors[held], held, hidden)
    learned = _learn(vectors, of_title, of_group, len(group), lambda part: tell("learning", part))
    return index(learned, curve)


def _embed(encoder: Encoder, titles: list[str], tell: Progress) -> Floats:
    import numpy as np

    # By length, so that texts of one length are encoded together.
    order = sorted(range(len(titles)), key=lambda at: (len(titles[at].split()), len(titles[at]), at))
    vectors: Floats | None = None
    for start in range(0, len(order), 1024):
        some = order[start : start + 1024]
        rows = encoder.encode([titles[at] for at in some])
        if vectors is None:
            vectors = np.zeros((len(titles), rows.shape[1]), np.float32)
        vectors[some] = rows
        tell("embedding titles", min(start + 1024, len(order)) / len(order))
    assert vectors is not None
    # As the file keeps them, so that an index that was just built and one that was read give the same answers.
    return vectors.astype(np.float16).astype(np.float32)


def _near_rows(titles: list[str], vectors: Floats, held: list[int]) -> list[set[int]]:
    """Return for each held-out title the places of all nearly identical ones; those are among its 100 nearest vectors."""
    import numpy as np

    hidden = []
    for at in held:
        cosine = vectors @ vectors[at]
        size = min(100, len(cosine))
        near = np.argpartition(-cosine, size - 1)[:size].tolist()
        hidden.append({at, *(other for other in near if near_identical(titles[at], titles[other]))})
    return hidden


def _fit_curve(index: TitleIndex, vectors: Floats, held: list[int], hidden: list[set[int]]) -> Curve:
    if not held:
        return Curve()
    group_of = dict(zip(index.codes, index.groups.tolist(), strict=True))
    owners: dict[int, set[int]] = {}
    for title, code in index.owners.tolist():
        owners.setdefault(title, set()).add(int(index.groups[code]))
    shares, cosines, right = [], [], []
    for at, (answers, cosine) in zip(held, index.likely(vectors, limit=3, without=hidden), strict=True):
        for answer in answers:
            shares.append(answer.share)
            cosines.append(cosine)
            right.append(group_of[answer.code] in owners[at])
    intercept, share, weight = fit_platt(shares, cosines, right)
    return Curve(intercept=intercept, share=share, cosine=weight, titles=len(held))
