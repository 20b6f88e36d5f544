"""
How good and how fast are the distances between roles, and how good are those between industries?

Usage: ``python benchmarks/distance.py [--data DIR] [--related FILE] [--flows FILE] [--moves FILE [--moves-codes nace2]]``

Prints Markdown: what the measure covers, how fast it is against plain numpy, how much memory it takes, and how well it and
simpler measures find what belongs together:

* ``minor group``: nDCG@20 of finding the other occupations of the same SOC minor group, a proxy that needs no other data;
* ``related``: nDCG@20 against O*NET's own Related Occupations, when its table is given (the official text file);
* ``flows``: Spearman's correlation with observed moves between SOC major groups, when a tab-separated file with the columns
  ``from``, ``to`` (two digits each) and ``ratio`` (observed over expected) is given.

Where ``--moves`` names a table of observed moves between industries with the columns ``from``, ``to`` and ``ratio`` (observed
over expected moves), the distance between industries is held against it: Spearman's correlation over all pairs, and recall@10,
the share of the ten likeliest destinations of an industry that are among our ten nearest.  The codes are NAICS 2022, or with
``--moves-codes nace2`` NACE Rev. 2 classes, which the United Kingdom's SIC 2007 shares.

``overlap`` counts shared important elements, the way of tools that match sets of skills (such as Mapping Career Causeways,
here with O*NET elements in the place of ESCO skills).  sockit's matrix is compared when that package is installed.
"""

from __future__ import annotations

import argparse
import csv
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from aijobkit import Taxonomy, load_taxonomy
from aijobkit.industries import Industry
from aijobkit.roles import Role
from aijobkit.taxonomy.measures import PARTS, DistanceWeights, Measures

CUT = 20
DESTINATIONS = 10
IMPORTANT = 3.0


def ndcg(distance: Any, gain: Any) -> float:
    """Return the mean nDCG at `CUT` over the rows that have anything to find."""
    order = np.argsort(np.where(np.eye(len(distance), dtype=bool), np.inf, distance), axis=1, kind="stable")[:, :CUT]
    discount = 1.0 / np.log2(np.arange(2, CUT + 2))
    best = (-np.sort(-gain, axis=1)[:, :CUT] * discount).sum(axis=1)
    found = (np.take_along_axis(gain, order, axis=1) * discount).sum(axis=1)
    return float((found[best > 0] / best[best > 0]).mean()) if (best > 0).any() else float("nan")


def ranks(values: Any) -> Any:
    """Return ranks, the mean rank for ties."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(count) - (count - 1) / 2.0)[place]


def spearman(one: Any, other: Any) -> float:
    """Return Spearman's rank correlation."""
    return float(np.corrcoef(ranks(one), ranks(other))[0, 1])


def blend(taxonomy: Taxonomy, roles: list[Role], **weights: float) -> Any:
    """Return the distances of all pairs under other weights; parts that are not named count nothing."""
    total = sum(weights.values())
    given = {part: weights.get(part, 0.0) / total for part in PARTS}
    measures = Measures(taxonomy.store, weights=DistanceWeights(**given))
    return np.stack([measures.role_distances(role, roles) for role in roles])


def soc_prefix(codes: list[str]) -> Any:
    """Return one minus the share of leading digits of the code that agree."""
    return np.array([[1.0 - _agreeing(one, other) / 8.0 for other in codes] for one in codes])


def _agreeing(one: str, other: str) -> int:
    pairs = zip(one.replace("-", "").replace(".", ""), other.replace("-", "").replace(".", ""), strict=True)
    for place, (mine, theirs) in enumerate(pairs):
        if mine != theirs:
            return place
    return 8


def overlap(taxonomy: Taxonomy, roles: list[Role]) -> Any:
    """Return one minus the share of the other's important elements that a role has, the mean of both directions."""
    sets = [{skill.element_id for skill in taxonomy.profile(role).skills if skill.importance >= IMPORTANT} for role in roles]
    keys = sorted(set().union(*sets))
    table = np.array([[key in own for key in keys] for own in sets], dtype=float)
    share = (table @ table.T) / np.maximum(table.sum(axis=1), 1.0)
    return 1.0 - (share + share.T) / 2.0


def sockit(codes: list[str]) -> Any | None:
    """Return one minus the cosine of sockit's skill matrix, or None where sockit is not installed."""
    try:
        from sockit.data import get_soc_id, get_soc_skill_matrix
    except ImportError:
        return None
    matrix = get_soc_skill_matrix()
    rows = []
    for code in codes:
        try:
            rows.append(matrix[get_soc_id(code[:7].replace("-", ""))])
        except KeyError:
            rows.append(np.zeros(matrix.shape[1]))
    table = np.array(rows)
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-12)
    return 1.0 - table @ table.T


def read_related(path: Path, codes: list[str]) -> Any:
    """Return 1 where O*NET calls the second occupation related to the first."""
    place = {code: row for row, code in enumerate(codes)}
    gain = np.zeros((len(codes), len(codes)))
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            one, other = place.get(row["O*NET-SOC Code"]), place.get(row["Related O*NET-SOC Code"])
            if one is not None and other is not None:
                gain[one, other] = 1.0
    return gain


def flows_of(path: Path, codes: list[str], jobs: list[float]) -> Callable[[Any], float]:
    """Return a function from a table of distances to its correlation with observed moves between major groups."""
    with path.open(encoding="utf-8", newline="") as stream:
        observed = [(row["from"], row["to"], float(row["ratio"])) for row in csv.DictReader(stream, delimiter="\t")]
    groups = np.array([code[:2] for code in codes])
    weights = np.array(jobs)

    def correlate(distance: Any) -> float:
        pairs = []
        for one, other, ratio in observed:
            mine, theirs = np.flatnonzero(groups == one), np.flatnonzero(groups == other)
            if one != other and len(mine) and len(theirs):
                weight = np.outer(weights[mine], weights[theirs])
                pairs.append((-(distance[np.ix_(mine, theirs)] * weight).sum() / weight.sum(), ratio))
        return spearman(*np.array(pairs).T)

    return correlate


def industries_by_code(taxonomy: Taxonomy, standard: str) -> dict[str, Industry]:
    """Return industries by the codes of a standard; a class that NAICS splits is one industry of several codes."""
    if standard == "naics":
        return {industry.code: industry for industry in taxonomy.industries}
    codes: dict[str, list[str]] = {}
    # Only the finest industries: a whole sector is in many classes and would make them all alike.
    for industry in (one for one in taxonomy.industries if len(one.code) == 6 and one.code.isdigit()):
        for link in taxonomy.concordance(industry, standard):
            for code in link.codes:
                codes.setdefault(code.replace(".", ""), []).append(industry.code)
    return {code: Industry(code=found[0], title=code, naics_codes=tuple(found)) for code, found in codes.items()}


def moves(taxonomy: Taxonomy, path: Path, standard: str) -> None:
    """Print how well the distance between industries agrees with observed moves."""
    industries = industries_by_code(taxonomy, standard)
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [
            (row["from"].replace(".", ""), row["to"].replace(".", ""), float(row["ratio"]))
            for row in csv.DictReader(stream, delimiter="\t")
        ]
    known = [(one, other, ratio) for one, other, ratio in rows if one != other and one in industries and other in industries]
    near = [-taxonomy.industry_distance(industries[one], industries[other]).value for one, other, _ in known]
    recalls = []
    for origin in sorted({one for one, _, _ in known}):
        pairs = [(ratio, nearness, other) for (one, other, ratio), nearness in zip(known, near, strict=True) if one == origin]
        # Ties in nearness are settled by code, so that none is settled by what was observed.
        observed, ours = (
            {other for *_, other in sorted(pairs, key=lambda pair: (-pair[column], pair[2]))[:DESTINATIONS]}
            for column in (0, 1)
        )
        if len(pairs) > DESTINATIONS:
            recalls.append(len(observed & ours) / DESTINATIONS)
    print(f"\n{len(known)} of {len(rows)} pairs of industries are known here", end="")
    if len(known) > 1:
        recall = statistics.mean(recalls) if recalls else float("nan")
        print(f"; Spearman {spearman(near, [ratio for *_, ratio in known]):.3f},")
        print(f"recall@{DESTINATIONS} {recall:.3f} over {len(recalls)} industries", end="")
    print(".")


def plain_numpy(measures: Measures, roles: tuple[Role, ...]) -> Any:
    """Return the same distances written down plainly, with the same arrays, by one who knows that nothing is missing."""
    space, weights = measures._space, measures.weights  # noqa: SLF001 - the benchmark compares with the very arrays
    result = np.zeros((len(roles), len(roles)))
    for name in PARTS:
        part: Any = space.part(name)
        blends = space.blends(roles)[name]
        mixing = np.zeros((len(roles), len(part.table)))
        for column in range(blends.places.shape[1]):
            mixing[np.arange(len(roles)), blends.places[:, column]] += blends.weights[:, column]
        if part.table.dtype == np.uint8:
            cosine = mixing @ np.square(part.table / 255.0) @ mixing.T
            result += weights.weight(name) * (1.0 - np.sqrt(np.clip(cosine, 0.0, 1.0)))
        else:
            rows = mixing @ part.table
            result += weights.weight(name) * (1.0 - rows @ rows.T) / 2.0
    return result


def seconds(call: Callable[[], object], times: int = 5) -> float:
    """Return the median time of a call."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def speed(taxonomy: Taxonomy) -> None:
    """Print times and memory."""
    measures = taxonomy.measures
    roles = measures.roles
    start = time.perf_counter()
    measures.role_distance(roles[0], roles[-1])
    first = time.perf_counter() - start
    ours = seconds(lambda: measures._roles.rows(roles, roles))  # noqa: SLF001 - past the cache of all_distances
    plain = seconds(lambda: plain_numpy(measures, roles))
    one = seconds(lambda: measures.role_distances(roles[0], roles))
    pair = seconds(lambda: measures.role_distance(roles[0], roles[-1]))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{len(roles)} roles; first distance {first * 1e3:.0f} ms (reads the tables), one pair {pair * 1e3:.2f} ms,")
    print(f"one role to all {one * 1e3:.1f} ms, all pairs {ours * 1e3:.0f} ms; plain numpy on the same arrays")
    print(f"{plain * 1e3:.0f} ms ({ours / plain:.2f} times); peak memory of the process {memory:.0f} MB")


def quality(taxonomy: Taxonomy, related: Path | None, flows: Path | None) -> None:
    """Print how well the measure and simpler ones find what belongs together."""
    rows = taxonomy.store.rows(
        "SELECT code, employment FROM roles WHERE tasks_source = 'measured' AND job_zone IS NOT NULL ORDER BY code"
    )
    codes = [code for code, _ in rows]
    by_code = {role.code: role for role in taxonomy.roles}
    roles = [by_code[code] for code in codes]
    minor = np.array([code[:4] for code in codes])
    targets: dict[str, Any] = {"minor group": ((minor[:, None] == minor) & ~np.eye(len(codes), dtype=bool)).astype(float)}
    if related is not None:
        targets["related"] = read_related(related, codes)
    correlate = flows_of(flows, codes, [float(jobs or 0) + 1.0 for _, jobs in rows]) if flows is not None else None
    weights = {part: DistanceWeights().weight(part) for part in PARTS}
    without = {part: {name: value for name, value in weights.items() if name != part} for part in ("titles", "ratings")}
    found = {
        "**aijobkit**": blend(taxonomy, roles, **weights),
        "aijobkit without titles": blend(taxonomy, roles, **without["titles"]),
        "aijobkit without ratings": blend(taxonomy, roles, **without["ratings"]),
        **{f"{part} alone": blend(taxonomy, roles, **{part: 1.0}) for part in PARTS},
        "overlap": overlap(taxonomy, roles),
        "SOC prefix": soc_prefix(codes),
    }
    matrix = sockit(codes)
    if matrix is not None:
        found["sockit's matrix"] = matrix
    heads = [*targets, *(["flows"] if correlate else [])]
    print(f"\n{len(codes)} occupations\n\n| measure | {' | '.join(heads)} |\n|---|{'---|' * len(heads)}")
    for name, table in found.items():
        figures = [ndcg(table, gain) for gain in targets.values()]
        if correlate is not None:
            figures.append(correlate(table))
        print(f"| {name} | {' | '.join(f'{figure:.3f}' for figure in figures)} |")
    if matrix is None:
        print("\nsockit is not installed and was left out.")


def coverage(taxonomy: Taxonomy) -> None:
    """Print of how many roles each part has data, and how distances spread."""
    roles, table = taxonomy.measures.all_distances()
    space = taxonomy.measures._space  # noqa: SLF001 - the benchmark counts what is inside
    print("| part | occupations with data |\n|---|---|")
    for name in PARTS:
        part: Any = space.part(name)
        known = 0 if part is None else int(part.known[: len(space.codes)].sum())
        print(f"| {name} | {known} of {len(space.codes)} |")
    upper = table[np.triu_indices(len(roles), 1)]
    figures = ", ".join(f"{share} %: {np.percentile(upper, share):.2f}" for share in (1, 5, 25, 50, 75, 95, 99))
    print(f"\ndistances of all pairs: {figures}")


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description="measure the distances between roles")
    parser.add_argument("--data", type=Path, help="another build; default: the embedded data")
    parser.add_argument("--related", type=Path, help="O*NET's Related Occupations, text edition")
    parser.add_argument("--flows", type=Path, help="observed moves between major groups: from, to, ratio")
    parser.add_argument("--moves", type=Path, help="observed moves between industries: from, to, ratio")
    parser.add_argument("--moves-codes", choices=("naics", "nace2"), default="naics", help="what the codes of --moves are")
    given = parser.parse_args()
    taxonomy = load_taxonomy(given.data)
    print(f"# Distances between roles, {', '.join(f'{name} {version}' for name, version in taxonomy.sources)}")
    speed(taxonomy)
    print()
    coverage(taxonomy)
    quality(taxonomy, given.related, given.flows)
    if given.moves is not None:
        moves(taxonomy, given.moves, given.moves_codes)


if __name__ == "__main__":
    main()
