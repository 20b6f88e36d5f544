"""
How well, how fast and how honestly roles are found: against titles that were taken out of the release, noise, and peers.

    python benchmarks/finding.py ONET_ZIP_OR_DIR [--oews FILE] [--seed N] [--titles 1000] [--by title|occupation] [--hand FILE]
        [--no-peers]

A split by seed takes titles of O*NET out of the release with every row that has the same words (in any order, singular or
plural); the taxonomy is built from the rest, and the titles are asked.  They are drawn from all titles alike, or one from each
of so many occupations, which gives rare work the same weight as work with hundreds of titles.  The noise below shares no table
with the resolver.
Prints Markdown.  Peers (rapidfuzz, SQLite FTS5, sockit) run in the same process where they are installed.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import io
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

Case = tuple[str, frozenset[str]]
Resolver = Callable[[Sequence[str]], list[list[tuple[str, float]]]]

TABLES = ("Alternate Titles.txt", "Sample of Reported Titles.txt")
TITLE_COLUMNS = ("Alternate Title", "Reported Job Title")

SURE = 0.8
"""Of first answers with at least this confidence, nine in ten are to be right."""

# Noise, written for this benchmark alone.
PREFIXES = (
    "Senior", "Sr.", "Junior", "Jr", "Lead", "Principal", "Entry-level", "Experienced", "Remote", "Part-time", "Full time",
    "Temporary", "Freelance", "Contract", "Hiring:", "Urgent -", "Seasonal", "Mid-level", "Trainee", "Interim",
)  # fmt: skip
SUFFIXES = (
    "II", "III", "(remote)", "(m/f/d)", "- full time", "(contract)", "- night shift", "(m/w/d)", "Level 2", "(part-time)", "I",
    "- Hybrid", "(all genders)", ", permanent", "IV", "(6 month contract)", "- immediate start", "[Remote]", "(temp)", "- W2",
)  # fmt: skip
PLACES = (
    "- Berlin", "in London", ", Austin TX", "(Chicago, IL)", "- New York", "in Toronto", ", Dublin", "| Denver, CO", "in Leeds",
    "- Springfield, MO", "(Zurich)", ", Bengaluru", "- Greater Boston", "in Tulsa", "(Omaha, NE)", "- Sydney",
    ", Lisbon, Portugal",
    "at Google", "@ Siemens", "at Mercy Hospital", "- Acme Corp", "at a startup", "at Harrington & Sons LLC", "| Deloitte",
)  # fmt: skip
SHORTER = (
    ("manager", "mgr"), ("engineer", "engr"), ("technician", "tech"), ("assistant", "asst"), ("supervisor", "supv"),
    ("operator", "oper"), ("specialist", "spec"), ("director", "dir"), ("administrator", "admin"), ("coordinator", "coord"),
    ("representative", "rep"), ("analyst", "anlyst"), ("associate", "assoc"), ("maintenance", "maint"), ("management", "mgmt"),
    ("professor", "prof"), ("department", "dept"), ("development", "dev"), ("international", "intl"), ("mechanical", "mech"),
    ("electrical", "elec"), ("inspector", "insp"), ("equipment", "equip"), ("government", "govt"), ("services", "svcs"),
)  # fmt: skip
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
KEYS = {row[i]: row[max(i - 1, 0)] + row[min(i + 1, len(row) - 1)] for row in ROWS for i in range(len(row))}
NO_JOBS = (
    "asdf", "gardening as a hobby", "unemployed", "", "🎉🎉", "I like turtles", "qwertz uiop", "retired",
    "the weather is nice",
    "1234", "....", "between jobs", "my cat", "looking for work", "xkcd zzyzx", "физик", "数据科学家",
    "lorem ipsum dolor sit amet",
    "a" * 400, "none", "n/a", "test", "hello there", "I love pizza",
)  # fmt: skip


def words(text: str) -> list[str]:
    """Words in the benchmark's own plain normal form."""
    found = re.findall(r"[a-z0-9+#]+", text.lower().replace("'s", "").replace("&", " and "))
    return [word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] not in "su" else word for word in found]


def same(text: str) -> str:
    """What near-identical titles share."""
    return " ".join(sorted({word for word in words(text) if word not in ("and", "of", "the", "for", "in", "or", "a")}))


def typo(text: str, rng: random.Random) -> str:
    """One slip of the keyboard inside a word of at least four letters."""
    places = [m.start() + at for m in re.finditer(r"[A-Za-z]{4,}", text) for at in range(1, len(m.group()) - 1)]
    if not places:
        return text
    at = rng.choice(places)
    kind = rng.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at] + text[at:]
    if kind == 2:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + rng.choice(KEYS.get(text[at].lower(), "e")) + text[at + 1 :]


def shorter(text: str, rng: random.Random) -> str:
    """Abbreviate the words that the table has."""
    for long, short in SHORTER:
        text = re.sub(rf"\b{long}\b", short, text, flags=re.IGNORECASE)
    return text


NOISES: dict[str, Callable[[str, random.Random], str]] = {
    "one typo": typo,
    "two typos": lambda text, rng: typo(typo(text, rng), rng),
    "prefix": lambda text, rng: f"{rng.choice(PREFIXES)} {text}",
    "suffix": lambda text, rng: re.sub(" ,", ",", f"{text} {rng.choice(SUFFIXES)}"),
    "place or company": lambda text, rng: re.sub(" ,", ",", f"{text} {rng.choice(PLACES)}"),
    "abbreviations": shorter,
    "prefix, typo and place": lambda text, rng: re.sub(
        " ,", ",", f"{rng.choice(PREFIXES)} {typo(text, rng)} {rng.choice(PLACES)}"
    ),
    "lower case": lambda text, rng: text.lower(),
}


def read_release(source: Path) -> dict[str, list[list[str]]]:
    """Read the two tables of titles and the occupations, as rows with their header first."""
    names = (*TABLES, "Occupation Data.txt")
    if source.is_dir():
        texts = {name: next(source.rglob(name)).read_text("utf-8-sig") for name in names}
    else:
        with zipfile.ZipFile(source) as archive:
            inside = {Path(name).name: name for name in archive.namelist()}
            texts = {name: archive.read(inside[name]).decode("utf-8-sig") for name in names}
    return {name: list(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)) for name, text in texts.items()}


def draw(rows: Sequence[tuple[str, str]], own: set[str], seed: int, size: int, by: str) -> set[str]:
    """Choose what is taken out, as `same` of titles: *size* of all, or one of each of *size* occupations."""
    rng = random.Random(seed)
    if by == "title":
        return set(rng.sample(sorted({same(title) for title, _ in rows} - own - {""}), size))
    titles: dict[str, set[str]] = {}
    for title, code in rows:
        titles.setdefault(code, set()).add(same(title))
    chosen = (sorted(titles[code] - own - {""}) for code in rng.sample(sorted(titles), min(size, len(titles))))
    return {rng.choice(some) for some in chosen if some}


def split(source: Path, target: Path, seed: int, size: int, by: str) -> tuple[list[Case], list[tuple[str, str]]]:
    """Write the release without *size* titles to *target*; return these, and the titles and codes that are left."""
    tables = read_release(source)
    rows: list[tuple[str, str]] = []
    places: dict[str, tuple[int, int]] = {}
    for name, column in zip(TABLES, TITLE_COLUMNS, strict=True):
        header = tables[name][0]
        places[name] = header.index("O*NET-SOC Code"), header.index(column)
        rows += [(row[places[name][1]], row[places[name][0]]) for row in tables[name][1:]]
    own = {same(row[1]) for row in tables["Occupation Data.txt"][1:]}
    codes: dict[str, set[str]] = {}
    first: dict[str, str] = {}
    for title, code in rows:
        codes.setdefault(same(title), set()).add(code[:7])
        first.setdefault(same(title), title)
    chosen = draw(rows, own, seed, size, by)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.unpack_archive(source, target, "zip")
    for name in TABLES:
        column = places[name][1]
        kept = [tables[name][0], *(row for row in tables[name][1:] if same(row[column]) not in chosen)]
        next(target.rglob(name)).write_text("".join("\t".join(row) + "\n" for row in kept), "utf-8", newline="\n")
    cases = [(first[key], frozenset(codes[key])) for key in sorted(chosen)]
    left = [(title, code) for title, code in rows if same(title) not in chosen]
    left += [(row[1], row[0]) for row in tables["Occupation Data.txt"][1:]]
    return cases, left


def build(release: Path, oews: Path | None, target: Path) -> float:
    """Build a taxonomy of the release; return the seconds."""
    from aijobkit.taxonomy.build import build_taxonomy

    codes = target.parent / "naics.tsv"
    codes.write_text("code\ttitle\n51\tInformation\n", "utf-8")
    start = time.perf_counter()
    build_taxonomy(release, codes, None, oews, target)
    return time.perf_counter() - start


def ours(taxonomy: Path) -> Resolver:
    """Return our resolver; a catalogue role stands for all its anchors, the first first."""
    from aijobkit.taxonomy import load_taxonomy
    from aijobkit.taxonomy.role_finder import RoleFinder
    from aijobkit.taxonomy.store import open_store

    finder = RoleFinder(open_store(taxonomy))
    anchors = {role.code: [code[:7] for code in role.onet_codes] for role in load_taxonomy(taxonomy).roles}

    def resolve(texts: Sequence[str]) -> list[list[tuple[str, float]]]:
        return [
            [(",".join(anchors.get(found.code) or [found.code[:7]]), found.confidence) for found in answer]
            for answer in finder.find_many(texts, 10)
        ]

    return resolve


def ranked(scores: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Best score of each SOC code, best first."""
    best: dict[str, float] = {}
    for code, score in scores:
        best[code[:7]] = max(best.get(code[:7], 0.0), score)
    return sorted(best.items(), key=lambda item: (-item[1], item[0]))[:10]


def peer_fts5(titles: Sequence[tuple[str, str]]) -> Resolver:
    """SQLite FTS5 with Porter stems and BM25: one document per SOC code with all its titles, which serves it best."""
    documents: dict[str, list[str]] = {}
    for title, code in titles:
        documents.setdefault(code[:7], []).append(title)
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE t USING fts5(titles, code UNINDEXED, tokenize='porter')")
    base.executemany("INSERT INTO t VALUES (?, ?)", [(" / ".join(texts), code) for code, texts in documents.items()])

    def resolve(texts: Sequence[str]) -> list[list[tuple[str, float]]]:
        answers = []
        for text in texts:
            asked = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text)) or '"?"'
            answers.append(
                base.execute("SELECT code, -rank FROM t WHERE t MATCH ? ORDER BY rank LIMIT 10", (asked,)).fetchall()
            )
        return answers

    return resolve


def peer_rapidfuzz(titles: Sequence[tuple[str, str]]) -> Resolver | None:
    """Token-sort ratio of rapidfuzz over all titles."""
    if importlib.util.find_spec("rapidfuzz") is None:
        return None
    from rapidfuzz import fuzz, process, utils

    known = [title for title, _ in titles]

    def resolve(texts: Sequence[str]) -> list[list[tuple[str, float]]]:
        options = {"scorer": fuzz.token_sort_ratio, "processor": utils.default_process, "limit": 100}
        found = (process.extract(text, known, **options) for text in texts)
        return [ranked([(titles[at][1], score) for _, score, at in hits]) for hits in found]

    return resolve


def peer_sockit(_titles: Sequence[tuple[str, str]]) -> Resolver | None:
    """sockit with the data it comes with (its titles are not taken out)."""
    if importlib.util.find_spec("sockit") is None:
        return None
    from sockit.title import clean, search, sort

    def resolve(texts: Sequence[str]) -> list[list[tuple[str, float]]]:
        return [ranked([(str(hit["soc"]), float(hit["prob"])) for hit in sort(search(clean(text)))]) for text in texts]

    return resolve


def accuracy(resolve: Resolver, cases: Sequence[Case], tops: Sequence[int] = (1, 3, 10)) -> list[float]:
    """Share of cases, in per cent, of which a right code is among the first answers."""
    right = dict.fromkeys(tops, 0)
    for (_, gold), answer in zip(cases, resolve([text for text, _ in cases]), strict=True):
        for top in tops:
            right[top] += any(code in gold for codes, _ in answer[:top] for code in codes.split(","))
    return [100 * right[top] / max(len(cases), 1) for top in tops]


def believed(resolve: Resolver, cases: Sequence[Case]) -> list[tuple[float, bool]]:
    """Confidence of each first answer, and whether it is right."""
    answers = zip(cases, resolve([text for text, _ in cases]), strict=True)
    return [(answer[0][1], any(code in gold for code in answer[0][0].split(","))) for (_, gold), answer in answers if answer]


def reliability(resolve: Resolver, cases: Sequence[Case]) -> tuple[list[tuple[str, int, float, float]], float]:
    """Rows of the reliability diagram of the first answers, and the expected calibration error."""
    found = believed(resolve, cases)
    rows, error = [], 0.0
    for low in range(0, 10, 2):
        part = [(sure, right) for sure, right in found if low / 10 <= sure < (low + 2) / 10 or (low == 8 and sure >= 1)]
        if part:
            sure, right = sum(s for s, _ in part) / len(part), sum(r for _, r in part) / len(part)
            rows.append((f"{low / 10:.1f}-{low / 10 + 0.2:.1f}", len(part), sure, right))
            error += abs(sure - right) * len(part) / len(found)
    return rows, error


def thresholds(
    resolve: Resolver, cases: Sequence[Case], no_jobs: Sequence[str]
) -> list[tuple[float, float, float, float, int]]:
    """For confidence and margin: share answered, share right of these, non-jobs refused."""
    answers = resolve([text for text, _ in cases])
    refused = resolve(no_jobs)
    rows = []
    for least in (0.2, 0.3, 0.4, 0.5, 0.6):
        for margin in (0.0, 0.1, 0.2):

            def is_answer(answer: Sequence[tuple[str, float]], least: float = least, margin: float = margin) -> bool:
                second = answer[1][1] if len(answer) > 1 else 0.0
                return bool(answer) and answer[0][1] >= least and answer[0][1] - second >= margin

            given = [(answer, gold) for answer, (_, gold) in zip(answers, cases, strict=True) if is_answer(answer)]
            right = sum(any(code in gold for code in answer[0][0].split(",")) for answer, gold in given)
            kept_out = sum(not is_answer(answer) for answer in refused)
            rows.append((least, margin, len(given) / len(cases), right / max(len(given), 1), kept_out))
    return rows


COLD = """
import os, sys, time
start = time.perf_counter()
from aijobkit.taxonomy.role_finder import RoleFinder
from aijobkit.taxonomy.store import open_store
finder = RoleFinder(open_store(sys.argv[1]))
finder.find("registered nurse", fill=False)
exact = time.perf_counter() - start
without = "numpy" not in sys.modules
start = time.perf_counter()
finder.find("windmill blade polishing lead hand")
print(exact, without, time.perf_counter() - start, end=" ")
texts = [line.rstrip("\\n") for line in sys.stdin]
start = time.perf_counter()
finder.find_many(texts)
pace = len(texts) / (time.perf_counter() - start)
# Not getrusage: its peak is inherited from the process that started this one.
status = open("/proc/self/status").readlines() if os.path.exists("/proc/self/status") else []
print(pace, next((int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")), 0))
"""


def cold(taxonomy: Path, texts: Sequence[str]) -> tuple[float, bool, float, float, float]:
    """A process of its own: seconds to the first exact and to the first learned answer, titles per second, MB resident."""
    out = subprocess.run(
        [sys.executable, "-c", COLD, str(taxonomy)], input="\n".join(texts), capture_output=True, text=True, check=True
    ).stdout.split()
    return float(out[0]), out[1] == "True", float(out[2]), float(out[3]), float(out[4])


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a Markdown table."""
    print("\n| " + " | ".join(header) + " |\n|" + "---|" * len(header))
    for row in rows:
        print("| " + " | ".join(row) + " |")


def main() -> None:
    """Split, build, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("onet", type=Path, help="O*NET release, text edition: zip or folder")
    parser.add_argument("--oews", type=Path, help="OEWS estimates by sector and occupation")
    parser.add_argument("--seed", type=int, default=1, help="of the split and of the noise")
    parser.add_argument("--titles", type=int, default=1000, help="how many titles to take out")
    parser.add_argument("--by", choices=("title", "occupation"), default="occupation", help="how titles are drawn")
    parser.add_argument("--hand", type=Path, help="TSV with the columns title and codes (accepted codes, comma-separated)")
    parser.add_argument("--no-peers", action="store_true", help="measure ourselves only")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        release, taxonomy = Path(folder) / "release", Path(folder) / "taxonomy"
        cases, left = split(arguments.onet, release, arguments.seed, arguments.titles, arguments.by)
        seconds = build(release, arguments.oews, taxonomy)
        report(arguments, taxonomy, cases, left, seconds)


def report(
    arguments: argparse.Namespace, taxonomy: Path, cases: list[Case], left: list[tuple[str, str]], seconds: float
) -> None:
    """Measure everything and print it."""
    rng = random.Random(arguments.seed + 1)
    gold: dict[str, set[str]] = {}
    for title, code in left:
        gold.setdefault(same(title), set()).add(code[:7])
    known = rng.sample(sorted({title for title, _ in left if len(words(title)) > 1 and "(" not in title}), 500)
    plain = [(title, frozenset(gold[same(title)])) for title in known]
    noisy = {name: [(noise(title, rng), right) for title, right in plain] for name, noise in NOISES.items()}
    hand: list[Case] = []
    if arguments.hand:
        with arguments.hand.open(encoding="utf-8", newline="") as stream:
            hand = [(row["title"], frozenset(row["codes"].split(","))) for row in csv.DictReader(stream, delimiter="\t")]
    resolvers: dict[str, Resolver | None] = {"aijobkit": ours(taxonomy)}
    if not arguments.no_peers:
        resolvers |= {
            "SQLite FTS5": peer_fts5(left),
            "rapidfuzz": peer_rapidfuzz(left),
            "sockit": peer_sockit(left),
        }
    rows = []
    for name, resolve in resolvers.items():
        if resolve is None:
            print(f"{name}: not installed", file=sys.stderr)
            continue
        start = time.perf_counter()
        unseen = accuracy(resolve, cases)
        pace = len(cases) / (time.perf_counter() - start)
        every = [case for part in noisy.values() for case in part]
        some = every if name == "aijobkit" else rng.sample(every, 300)
        row = [name, " / ".join(f"{value:.1f}" for value in unseen), f"{accuracy(resolve, some, (1,))[0]:.1f}"]
        rows.append([*row, f"{accuracy(resolve, hand, (1,))[0]:.1f}" if hand else "-", f"{pace:,.0f}"])
    drawn = "one per occupation" if arguments.by == "occupation" else "drawn from all titles alike"
    print(f"## Finding roles, seed {arguments.seed} (SOC-6, per cent)\n")
    print(f"{len(cases)} unseen titles, {drawn}; {len(plain)} titles made noisy.")
    table(("method", "unseen top-1 / 3 / 10", "noisy top-1", "hand top-1", "titles/s, first batch"), rows)
    resolve = resolvers["aijobkit"]
    assert resolve is not None
    table(("noise", "top-1"), [[name, f"{accuracy(resolve, part, (1,))[0]:.1f}"] for name, part in noisy.items()])
    every = [case for part in noisy.values() for case in part]
    for name, asked in (("unseen", cases), ("noisy", every)):
        diagram, error = reliability(resolve, asked)
        print(f"\nReliability, {name} titles (expected calibration error {error:.3f}):")
        lines = [[bin_, str(count), f"{sure:.2f}", f"{right:.2f}"] for bin_, count, sure, right in diagram]
        table(("confidence", "titles", "mean confidence", "right"), lines)
        sure = [right for confidence, right in believed(resolve, asked) if confidence >= SURE]
        share = sum(sure) / max(len(sure), 1)
        print(f"\n{len(sure)} {name} titles have a confidence of {SURE} or more; {share:.1%} of these are right.")
    print(f"\nThresholds on unseen titles, and how many of {len(NO_JOBS)} texts that are no jobs are refused:")
    rows = [[f"{a:.1f}", f"{b:.1f}", f"{c:.0%}", f"{d:.0%}", str(e)] for a, b, c, d, e in thresholds(resolve, cases, NO_JOBS)]
    table(("least confidence", "least margin", "answered", "right of these", "refused"), rows)
    exact, without, learned, pace, memory = cold(taxonomy, [text for text, _ in (*every, *cases)])
    size = (taxonomy / "title_model.npz").stat().st_size / 1e6
    how = "without" if without else "WITH"
    print(f"\nBuild {seconds:.0f} s; model {size:.1f} MB; first exact answer {exact:.2f} s ({how} numpy),")
    print(f"first learned answer {learned:.2f} s more; {pace:,.0f} titles/s in one batch; {memory:.0f} MB resident.")


if __name__ == "__main__":
    main()
