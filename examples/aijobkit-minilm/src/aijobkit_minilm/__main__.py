"""
``python -m aijobkit_minilm build --out FILE`` makes the title vectors, ``words`` the word vectors that aijobkit carries.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from aijobkit import load_taxonomy
from aijobkit.errors import AijobkitError
from aijobkit.taxonomy.build import CATALOGUE
from aijobkit.taxonomy.pack import catalogue_title_codes
from aijobkit_minilm.building import build_index
from aijobkit_minilm.encoder import find_model, load_model
from aijobkit_minilm.finder import INDEX_VARIABLE
from aijobkit_minilm.phrases import build_phrases
from aijobkit_minilm.words import build_word_vectors, main_words, read_texts, read_vocabulary

__all__ = ["main"]


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is below 1; give how many titles of one role to embed")
    return number


def _tell(stage: str, part: float) -> None:
    end = "\n" if part >= 1 else "\r"
    if sys.stderr.isatty() or part >= 1:
        print(f"{part:4.0%}  {stage}", end=end, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command.

    Args:
        arguments: Words of the command line; None for those of the process.

    Returns:
        Exit status: 0, or 1 when the model, the taxonomy or the file is at fault.
    """
    parser = argparse.ArgumentParser(prog="python -m aijobkit_minilm", description="Make title vectors, to find by meaning.")
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="embed the titles of the taxonomy; about four minutes on one core")
    build.add_argument("--out", type=Path, required=True, metavar="FILE", help="file to write; an earlier one is replaced")
    build.add_argument("--taxonomy", type=Path, metavar="PATH", help="another build of the data than the embedded one")
    build.add_argument("--per-role", type=_positive, metavar="N", help="embed at most N titles of a role: faster, less right")
    words = commands.add_parser("words", help="make the table of word vectors of aijobkit itself; five minutes on one core")
    words.add_argument("--out", type=Path, required=True, metavar="FILE", help="file to write; an earlier one is replaced")
    words.add_argument("--onet", type=Path, required=True, metavar="ZIP", help="O*NET database, text edition")
    words.add_argument("--lines", type=Path, nargs="*", default=(), metavar="FILE", help="more files whose words are kept")
    given = parser.parse_args(arguments)
    try:
        if given.command == "words":
            known = main_words(read_texts(given.onet, given.lines))
            titles = {title for title, _ in catalogue_title_codes(CATALOGUE)}
            names = [line for path in given.lines for line in path.read_text("utf-8-sig").splitlines()]
            phrases = build_phrases(given.onet, titles, names, known)
            given.out.write_bytes(build_word_vectors(load_model(), known, read_vocabulary(find_model()), phrases))
            return 0
        index = build_index(load_taxonomy(given.taxonomy), load_model(), per_role=given.per_role, progress=_tell)
        index.save(given.out)
    except (AijobkitError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    size = given.out.stat().st_size / 1e6
    print(f"{given.out}: {len(index.titles)} titles of {len(index.codes)} roles, {size:.1f} MB")
    print(f"turn it on with {INDEX_VARIABLE}={given.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
