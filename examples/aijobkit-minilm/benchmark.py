"""
What the finder adds: aijobkit's own answers with it and without it, on titles that neither has seen and on everyday phrases.

    python benchmark.py ONET_ZIP_OR_DIR [--oews FILE] [--seed N] [--titles N] [--known FILE]

A split by seed takes titles of O*NET out of the release with every row that is nearly identical (same words, or most triples
of letters in common).  Taxonomy and title vectors are built from the rest, so that neither knows them.  ``--known`` is a
file of title vectors made earlier: a title that it holds is not embedded again, which saves minutes and changes nothing.
Prints Markdown.  Needs a clone of aijobkit: the split and the list of texts that are no jobs are those of its own benchmark.
"""

from __future__ import annotations

import argparse
import itertools
import random
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from aijobkit_minilm import MinilmFinder
from aijobkit_minilm.building import build_index, near_identical
from aijobkit_minilm.encoder import Encoder, load_model
from aijobkit_minilm.index import TitleIndex

from aijobkit import Taxonomy, load_taxonomy
from aijobkit.planner.equipping import equip_taxonomy
from aijobkit.plugins import make_plugin_manager
from aijobkit.roles import Role
from aijobkit.taxonomy.wording import title_key

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
from finding import NO_JOBS, Case, build, read_release, same

TABLES = {"Alternate Titles.txt": "Alternate Title", "Sample of Reported Titles.txt": "Reported Job Title"}
BANDS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.01)

# Descriptions as people give them instead of a title; written before the finder was first asked, with every SOC code
# that a reader would accept.
PHRASES: dict[str, str] = {
    "I drive a school bus": "53-3051",
    "takes care of old people at home": "31-1122 31-1121",
    "fixes broken boilers": "49-9021 47-2011 47-2152",
    "teaches maths to teenagers": "25-2031 25-2022",
    "writes code for websites": "15-1254 15-1255 15-1252",
    "answers calls at the help desk": "15-1232",
    "cuts hair": "39-5012 39-5011",
    "sells houses": "41-9022 41-9021",
    "looks after children in a nursery": "39-9011 25-2011",
    "cooks in a restaurant": "35-2014",
    "cleans hotel rooms": "37-2012",
    "studies the stars": "19-2011",
    "designs bridges": "17-2051",
    "checks tax returns": "13-2082 13-2081",
    "keeps the books of small companies": "43-3031 13-2011",
    "flies passenger planes": "53-2011",
    "delivers letters": "43-5052",
    "pulls teeth": "29-1021 29-1022",
    "puts out fires": "33-2011",
    "lends books to people in a town": "25-4022 25-4031 43-4121",
    "trains dogs": "39-2011",
    "helps people find work": "13-1071 21-1012",
    "treats sick animals": "29-1131",
    "reads X-rays": "29-1224 29-2034",
    "mixes medicines at a chemist": "29-1051 29-2052",
    "lays bricks": "47-2021",
    "welds pipes": "51-4121 47-2152",
    "plans weddings": "13-1121",
    "translates documents": "27-3091",
    "guards a building at night": "33-9032",
    "writes for a newspaper": "27-3023 27-3043",
    "repairs lifts": "47-4021",
    "manages a supermarket": "41-1011 11-1021",
    "studies old bones and ruins": "19-3091",
    "predicts the weather": "19-2021",
    "builds machine learning models": "15-2051 15-1221 15-1252",
    "runs the servers of a company": "15-1244 15-1242",
    "hunts for security holes in software": "15-1212 15-1299 15-1253",
    "looks after forests": "19-1032 45-4011",
    "serves drinks in a pub": "35-3011",
}  # fmt: skip


class KnownEncoder:
    """The model, except that titles of an earlier index are not embedded again."""

    def __init__(self, encoder: Encoder, index: TitleIndex | None) -> None:
        self.name = encoder.name
        self._encoder = encoder
        self._rows = dict(zip(index.titles, index.vectors, strict=True)) if index else {}

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return one row per text."""
        missing = [text for text in texts if text not in self._rows]
        fresh = dict(zip(missing, self._encoder.encode(missing), strict=True)) if missing else {}
        return np.stack([fresh[text] if text in fresh else self._rows[text] for text in texts])


def take_out(source: Path, target: Path, seed: int, size: int) -> list[Case]:
    """Write the release without *size* titles and all that are nearly identical; return the titles and accepted codes."""
    tables = read_release(source)
    rows = [(row[tables[name][0].index(column)], row[0][:7]) for name, column in TABLES.items() for row in tables[name][1:]]
    own = {same(row[1]) for row in tables["Occupation Data.txt"][1:]}
    codes: dict[str, set[str]] = defaultdict(set)
    first: dict[str, str] = {}
    for title, code in rows:
        codes[same(title)].add(code)
        first.setdefault(same(title), title)
    chosen = random.Random(seed).sample(sorted(key for key in codes if key and key not in own), size)
    # Nearly identical titles share at least a word: only those are compared.
    by_word: dict[str, list[str]] = defaultdict(list)
    for key in sorted(codes):
        for word in key.split():
            by_word[word].append(key)
    gone: set[str] = set()
    for key in chosen:
        rivals = {other for word in key.split() for other in by_word[word] if abs(len(other) - len(key)) <= len(key) / 2 + 3}
        gone.update({key}, (other for other in rivals if near_identical(first[key], first[other])))
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.unpack_archive(source, target, "zip")
    for name, column in TABLES.items():
        at = tables[name][0].index(column)
        kept = [tables[name][0], *(row for row in tables[name][1:] if same(row[at]) not in gone)]
        next(target.rglob(name)).write_text("".join("\t".join(row) + "\n" for row in kept), "utf-8", newline="\n")
    print(f"{size} titles taken out, with their near twins {len(gone)} of {len(codes)}", file=sys.stderr)
    return [(first[key], frozenset(codes[key])) for key in sorted(chosen)]


Answers = list[list[tuple[frozenset[str], float]]]


def accepted(role: Role) -> frozenset[str]:
    """Return the SOC codes that an answer stands for: a catalogue role for all its anchors."""
    return frozenset(code[:7] for code in role.onet_codes) or frozenset((role.code,))


def ask(taxonomy: Taxonomy, texts: Sequence[str]) -> Answers:
    """Return for each text the codes and the confidence of each match, the surest first."""
    return [[(accepted(match.role), match.confidence) for match in found] for found in taxonomy.find_roles_many(texts, 10)]


def accuracy(answers: Answers, cases: Sequence[Case]) -> str:
    """Return the shares of cases, in per cent, of which a right code is among the first 1, 3 and 10 answers."""
    shares = []
    for top in (1, 3, 10):
        right = sum(any(codes & gold for codes, _ in found[:top]) for found, (_, gold) in zip(answers, cases, strict=True))
        shares.append(f"{100 * right / len(cases):.1f}")
    return " / ".join(shares)


def reliability(answers: Answers, cases: Sequence[Case]) -> tuple[list[str], float]:
    """Return for each band "right of so many at mean confidence", and the expected calibration error."""
    firsts = [(found[0][1], bool(found[0][0] & gold)) for found, (_, gold) in zip(answers, cases, strict=True) if found]
    cells, error = [], 0.0
    for low, high in itertools.pairwise(BANDS):
        part = [(sure, right) for sure, right in firsts if low <= sure < high]
        if not part:
            cells.append("-")
            continue
        sure, right = (sum(values) / len(part) for values in zip(*part, strict=True))
        cells.append(f"{100 * right:.0f} % of {len(part)} (said {100 * sure:.0f} %)")
        error += abs(sure - right) * len(part) / len(firsts)
    return cells, error


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a Markdown table."""
    print("\n| " + " | ".join(header) + " |\n|" + "---|" * len(header))
    for row in rows:
        print("| " + " | ".join(row) + " |")


def report(plain: Taxonomy, finder: MinilmFinder, cases: list[Case], seed: int) -> None:
    """Print what each way of asking gives on the same texts."""
    manager = make_plugin_manager(discover=False, plugins={"minilm": finder})
    both = equip_taxonomy(plain, manager=manager).taxonomy
    ways: dict[str, Callable[[Sequence[str]], Answers]] = {
        "aijobkit alone": lambda texts: ask(plain, texts),
        "with aijobkit-minilm": lambda texts: ask(both, texts),
        "the finder alone": lambda texts: alone(plain, finder, texts),
    }
    everyday: list[Case] = [(text, frozenset(codes.split())) for text, codes in PHRASES.items()]
    rows, diagrams = [], []
    for name, way in ways.items():
        start = time.perf_counter()
        answers = way([text for text, _ in cases])
        pace = len(cases) / (time.perf_counter() - start)
        phrases = way([text for text, _ in everyday])
        refused = sum(not found or found[0][1] < plain.thresholds.role_confidence for found in way(NO_JOBS))
        right = [accuracy(answers, cases), accuracy(phrases, everyday)]
        rows.append([name, *right, f"{refused} of {len(NO_JOBS)}", f"{pace:,.0f}"])
        cells, error = reliability(answers, cases)
        diagrams.append([name, *cells, f"{error:.3f}"])
    print(f"\nSeed {seed}: {len(cases)} unseen titles, {len(everyday)} phrases; share right in per cent, first / 3 / 10.")
    table(("", "unseen titles", "everyday phrases", "no jobs refused", "titles/s"), rows)
    print("\nHow far the confidence of the first answer can be believed (unseen titles):")
    bands = [f"{low:.1f}-{min(high, 1):.1f}" for low, high in itertools.pairwise(BANDS)]
    table(("", *bands, "calibration error"), diagrams)


def alone(plain: Taxonomy, finder: MinilmFinder, texts: Sequence[str]) -> Answers:
    """Ask the finder only."""
    answers: Answers = []
    for text in texts:
        found = []
        for one in finder.aijobkit_find_roles(text) or ():
            role = plain.lookup_role(one.code)
            if role is not None:
                found.append((accepted(role), one.confidence))
        answers.append(found)
    return answers


def main() -> None:
    """Build where needed, measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("onet", type=Path, help="O*NET release, text edition: zip or folder")
    parser.add_argument("--oews", type=Path, help="OEWS estimates by sector and occupation")
    parser.add_argument("--seed", type=int, default=1, help="of the split")
    parser.add_argument("--titles", type=int, default=1000, help="how many titles to take out")
    parser.add_argument("--known", type=Path, help="title vectors made earlier")
    parser.add_argument("--keep", type=Path, help="folder to build in and to keep; where it is full already, nothing is built")
    given = parser.parse_args()
    model = load_model()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        release, data, vectors = folder / "release", folder / "data", folder / "vectors.npz"
        cases_file = folder / "cases.tsv"
        if not cases_file.exists():
            cases = take_out(given.onet, release, given.seed, given.titles)
            build(release, given.oews, data)
            cases_file.write_text("".join(f"{text}\t{','.join(sorted(codes))}\n" for text, codes in cases), "utf-8")
        lines = [line.split("\t") for line in cases_file.read_text("utf-8").splitlines()]
        cases = [(text, frozenset(codes.split(","))) for text, codes in lines]
        taxonomy = load_taxonomy(data)
        if not vectors.exists():
            known = TitleIndex.load(given.known) if given.known else None
            build_index(taxonomy, KnownEncoder(model, known)).save(vectors)
        # A wording that the catalogues settle was never unseen.
        keys = {key for (key,) in taxonomy.store.rows("SELECT DISTINCT key FROM title_keys")}
        unseen = [(text, codes) for text, codes in cases if title_key(text) not in keys]
        report(taxonomy, MinilmFinder(TitleIndex.load(vectors), model), unseen, given.seed)


if __name__ == "__main__":
    main()
