"""
Estimating ratings of occupations that O*NET has described but not rated.

The estimate is the mean of two: the mean profile of the nearest rated occupations, and a kernel ridge regression on the same
nearness.  It is derived, never measured, and is flagged so wherever it is shown.  numpy only, imported inside the functions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from aijobkit.taxonomy.building.onet import Onet, Ratings
from aijobkit.taxonomy.building.similarity import correlation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

__all__ = ["NEAREST", "cross_validate", "estimate", "fill", "impute", "nearness"]

# Share of each part in the nearness of two occupations (assumption; benchmarks/imputation.py measures the outcome).
NEARNESS_WEIGHTS = {"tasks": 0.40, "activities": 0.20, "technologies": 0.10, "interests": 0.20, "job_zone": 0.10}
# Rated occupations whose mean is taken; measured: flat between 10 and 20.
NEAREST = 15
# Ridge penalty on the kernel of nearness; measured: flat between 0.05 and 0.5.
RIDGE = 0.2
# Fewer rated occupations than this carry no estimate.
LEAST_RATED = 5


def nearness(onet: Onet, codes: Sequence[str], similarities: Mapping[str, Matrix]) -> Matrix:
    """
    Return how near the occupations *codes* are by what is known of all of them, in [0, 1].

    Args:
        onet: What was read.
        codes: Occupations, in the order of the rows of *similarities*.
        similarities: Similarity of all pairs by table name, such as ``task_similarity``; an absent one counts nothing.
    """
    import numpy as np

    interest_ids = onet.elements("interest")
    profile = np.zeros((len(codes), len(interest_ids)))
    for row, code in enumerate(codes):
        profile[row] = [onet.interests.get(code, {}).get(key, 0.0) for key in interest_ids]
    nothing = np.zeros((len(codes), len(codes)))
    zones = np.array([onet.job_zones.get(code, 3) for code in codes], dtype=float)
    parts = {
        "tasks": similarities.get("task_similarity", nothing),
        "activities": similarities.get("activity_similarity", nothing),
        "technologies": similarities.get("technology_similarity", nothing),
        "interests": correlation(profile) if interest_ids else nothing,
        "job_zone": 1.0 - np.abs(zones[:, None] - zones[None, :]) / 4.0,
    }
    result = nothing.copy()
    for name, weight in NEARNESS_WEIGHTS.items():
        result += weight * parts[name]
    return result


def estimate(near: Matrix, profiles: Matrix) -> Matrix:
    """
    Estimate profiles.

    Args:
        near: Nearness of each occupation to be estimated (rows) and each rated one (columns), the rated ones among themselves
            standing in the last rows: shape ``(wanted + rated, rated)``.
        profiles: Ratings of the rated occupations, one row each.

    Returns:
        One row per wanted occupation.
    """
    import numpy as np

    rated = near.shape[1]
    wanted, among = near[:-rated], near[-rated:]
    nearest = np.argsort(-wanted, axis=1, kind="stable")[:, :NEAREST]
    by_mean = profiles[nearest].mean(axis=1)
    middle = profiles.mean(axis=0)
    weights = np.linalg.solve(among + RIDGE * np.eye(rated), profiles - middle)
    by_ridge = middle + wanted @ weights
    result: Matrix = (by_mean + by_ridge) / 2.0
    return result


def _profiles(ratings: Ratings, codes: Sequence[str], elements: Sequence[str]) -> Matrix:
    import numpy as np

    rows: Any = np.array([[ratings[code].get(key, np.nan) for key in elements] for code in codes], dtype=float)
    middle = np.nanmean(rows, axis=0)
    result: Matrix = np.where(np.isnan(rows), middle, rows)
    return result


def impute(
    ratings: Ratings,
    elements: Sequence[str],
    near: Matrix,
    codes: Sequence[str],
    wanted: Sequence[str],
    low: float,
    high: float,
) -> Ratings:
    """
    Estimate the *ratings* of the *wanted* occupations.

    Args:
        ratings: Measured ratings by occupation and element.
        elements: Elements to estimate.
        near: Nearness of all pairs of *codes*.
        codes: Occupations in the order of *near*.
        wanted: Occupations without ratings.
        low: Least value of the scale.
        high: Greatest value of the scale.

    Returns:
        Estimated ratings of the wanted occupations, rounded to two decimals; empty when too few occupations are rated.
    """
    import numpy as np

    place = {code: row for row, code in enumerate(codes)}
    rated = sorted(code for code in ratings if code in place)
    if len(rated) < LEAST_RATED or not wanted or not elements:
        return {}
    columns = [place[code] for code in rated]
    rows = [place[code] for code in wanted] + columns
    values = estimate(near[np.ix_(rows, columns)], _profiles(ratings, rated, elements))
    clipped = np.clip(np.round(values, 2), low, high)
    return {code: dict(zip(elements, map(float, clipped[row]), strict=True)) for row, code in enumerate(wanted)}


def fill(onet: Onet, similarities: Mapping[str, Matrix]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """
    Add estimated ratings and work styles to *onet*, for occupations that have tasks but were not rated.

    Args:
        onet: What was read; its ratings and styles gain the estimated ones.
        similarities: As `nearness` takes them.

    Returns:
        The occupations whose ratings, and those whose work styles, are estimated; sorted.
    """
    codes = sorted(onet.occupations)
    near = nearness(onet, codes, similarities)
    unrated = [code for code in codes if code in onet.tasks and code not in onet.importance]
    unstyled = [code for code in codes if code in onet.tasks and code not in onet.work_styles]
    elements = onet.elements("skill", "knowledge")
    importance = impute(onet.importance, elements, near, codes, unrated, 1.0, 5.0)
    level = impute(onet.level, elements, near, codes, unrated, 0.0, 7.0)
    styles = impute(onet.work_styles, onet.elements("work style"), near, codes, unstyled, 1.0, 5.0)
    onet.importance |= importance
    onet.level |= level
    onet.work_styles |= styles
    return tuple(sorted(importance)), tuple(sorted(styles))


def cross_validate(
    ratings: Ratings, elements: Sequence[str], near: Matrix, codes: Sequence[str], folds: int = 10
) -> dict[str, float]:
    """
    Measure the estimate on occupations that are rated, each held out once.

    Args:
        ratings: Measured ratings.
        elements: Elements to estimate.
        near: Nearness of all pairs of *codes*.
        codes: Occupations in the order of *near*.
        folds: Number of parts; occupation i of the sorted codes falls into part ``i % folds``.

    Returns:
        For each occupation code the correlation of its estimated with its measured profile, after the mean profile of all
        rated occupations is taken off both: what is common to all work earns nothing.
    """
    import numpy as np

    place = {code: row for row, code in enumerate(codes)}
    rated = sorted(code for code in ratings if code in place)
    result: dict[str, float] = {}
    for fold in range(folds):
        held = rated[fold::folds]
        kept = [code for code in rated if code not in set(held)]
        columns = [place[code] for code in kept]
        rows = [place[code] for code in held] + columns
        known = _profiles(ratings, kept, elements)
        guess = estimate(near[np.ix_(rows, columns)], known) - known.mean(axis=0)
        truth = _profiles(ratings, held, elements) - known.mean(axis=0)
        for row, code in enumerate(held):
            result[code] = float(np.corrcoef(guess[row], truth[row])[0, 1])
    return result
