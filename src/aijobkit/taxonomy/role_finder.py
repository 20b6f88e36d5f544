"""
Finding a role from the words people use: exact senses first, then what was learned, each with its reason.

Order of the senses of a wording: code; titles of the catalogue (AI and life roles); everyday titles; O*NET titles;
abbreviations; names in other languages; then nearest catalogue titles for wordings about AI; then the learned model.
Only the last two need numpy.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from aijobkit.taxonomy.near_titles import NearTitles, shorten
from aijobkit.taxonomy.queries import NO_WORK, Key, Query, RoleCandidate
from aijobkit.taxonomy.refusals import looks_like_work, no_title, strange_text
from aijobkit.taxonomy.spelling import plain_slip
from aijobkit.taxonomy.title_features import content_words, stem
from aijobkit.taxonomy.titles import is_composed, peel, without_where
from aijobkit.taxonomy.wording import SENSES, SMALL_WORDS, key_of_words, normalise, word_table, words_of

if TYPE_CHECKING:
    from aijobkit.taxonomy.spelling import Speller
    from aijobkit.taxonomy.store import Store
    from aijobkit.taxonomy.title_model import TitleModel

__all__ = ["LEAST_CONFIDENCE", "LEAST_MARGIN", "RoleCandidate", "RoleFinder"]

LEAST_CONFIDENCE = 0.40
"""Below this confidence the best candidate is no answer; see ``benchmarks/finding.py`` for what it costs and saves."""
CLEAR = 0.94
"""An exact answer of at least this confidence stands alone; the model is not asked."""
LEAST_MARGIN = 0.10
"""With a smaller lead over the second candidate the text is ambiguous."""


# How often a match of each kind is right, from the benchmark's noisy and everyday titles; assumption where it says so.
SENSE_CONFIDENCE = {1: 0.98, 2: 0.96, 3: 0.96, 4: 0.93, 5: 0.90, 6: 0.93}
PEELED, EXPANDED, REPAIRED, PARTIAL = 0.97, 0.96, 0.92, 0.90
REWORDED = 0.85
"""In place of 0.96 where an O*NET title is the same only by its key: O*NET files near wordings under different codes."""
HEARD = 0.7
"""Say of what was learned where a title is reworded or part of one: O*NET often means something else by it (assumption)."""
REPAIRED_AT_ALL = 0.85
"""Factor of any repaired title: the word may be one that we do not know (from unseen titles of the benchmark)."""
CATALOGUE_NEAR = 0.9
"""Ceiling for a catalogue title that is near, not equal (assumption)."""
NEAR_ENOUGH = 0.55
"""Least share of weighted stems in common with a catalogue title (assumption, checked on AI titles)."""
NO_HEAD = 0.6
"""Factor when no word ever ends a title: such a text names a field or a thing, not a job (assumption)."""
UNKNOWN_WORDS = 0.5
"""Factor when every word is unknown, in proportion when some are (assumption)."""
OVERLAP, EMPLOYED = 2.0, 0.5
"""How much a shared word with the occupation's own title, and its employment, order the codes of one title (assumption)."""
LEAST_COMPOUND = 7
COMMON = 10
"""Titles a word must be in, before a strange word is split into two such words (assumption)."""
BLOCK = 64
CHUNK = 500
COMBINATIONS = 8
MOST_SHORT = 3
"""Words of a short form, such as "s w" of "s/w"."""

_ONET = re.compile(r"\s*(\d{2}-\d{4})(?:\.(\d{2}))?\s*")
_OWN = re.compile(r"\s*([a-z0-9][a-z0-9_.-]*:[a-z0-9][a-z0-9-]*)\s*")
_SEGMENTS = re.compile(r"\s*[,;|()]\s*")


_SIGNALS = {1: "catalogue", 2: "everyday", 3: "title", 4: "title", 5: "abbreviation", 6: "name"}
_REASONS = {
    1: "a title in the catalogue of AI and life roles",
    2: "an everyday title with a settled meaning",
    3: "a title of this occupation in O*NET",
    4: "part of a title of this occupation in O*NET",
    5: "an abbreviation of this role",
    6: "the name of this role in another language",
}
SETTLED = SENSES["everyday"]
"""Senses up to this one are settled by hand: their wording alone says the work, whatever stands around it."""


class RoleFinder:
    """
    Finds roles in a packed taxonomy.

    Args:
        store: The taxonomy; tables that it lacks are done without.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._has_keys = store.has_table("title_keys")

    # -- tables, read when first needed ------------------------------------------------------------------------------

    @functools.cached_property
    def _titles(self) -> dict[str, tuple[str, float]]:
        """O*NET-SOC code -> own title and employment of its SOC code."""
        jobs: dict[str, float] = {}
        if self._store.has_table("employment"):
            jobs = {soc: float(count or 0) for soc, count in self._store.rows("SELECT soc, employment FROM employment")}
        rows = self._store.rows("SELECT code, title FROM roles ORDER BY code") if self._store.has_table("roles") else []
        return {code: (title, jobs.get(code[:7], 0.0)) for code, title in rows}

    @functools.cached_property
    def _model(self) -> TitleModel | None:
        from aijobkit.taxonomy.title_model import read_model

        return read_model(self._store.blob("title_model"))

    @functools.cached_property
    def _expansions(self) -> tuple[dict[str, str], dict[str, list[tuple[str, str]]]]:
        """Words for which others stand (eng -> engineer); phrases with a short form (machine learning -> ml), by first word."""
        readings, backward = self._short_forms
        # A word with several expansions is left to the senses of the whole text, and to `_spelt_out`.
        return {low: full for low, (full, *more) in readings.items() if not more}, backward

    @functools.cached_property
    def _short_forms(self) -> tuple[dict[str, list[str]], dict[str, list[tuple[str, str]]]]:
        """What a short form may stand for, sorted; and the short forms of phrases, by the first word of the phrase."""
        if not self._store.has_table("abbreviations"):
            return {}, {}
        rows = self._store.rows("SELECT short, long, codes, field FROM abbreviations ORDER BY short, long")
        forward: dict[str, set[str]] = {}
        backward: dict[str, list[tuple[str, str]]] = {}
        for short, long, _, field in rows:
            low, full = normalise(short), normalise(long)
            if not low or not full or low == full:
                continue
            forward.setdefault(low, set()).add(full)
            if field in ("word", "artificial intelligence") and " " in full and " " not in low:
                backward.setdefault(full.split()[0], []).append((full, low))
        return {low: sorted(full) for low, full in forward.items()}, backward

    @functools.cached_property
    def _vocabulary(self) -> tuple[dict[str, int], frozenset[str], frozenset[str]]:
        """Words of English titles with their counts; words that are never repaired; words that end a title."""
        counts: Counter[str] = Counter()
        heads: set[str] = set()
        for word, count, last in self._model.words() if self._model is not None else ():
            counts[word] += count
            if last:
                heads.add(word)
        known: set[str] = set()
        # With a model the words of O*NET's own titles are known already.
        least = SENSES["onet"] if self._model is None else SENSES["short"]
        for key, sense, title in self._rows(
            "SELECT key, sense, title FROM title_keys WHERE sense < ? OR sense >= ?", (SENSES["onet"], least)
        ):
            words = key.split(" ")
            if sense == SENSES["foreign"] or (sense == SENSES["short"] and len(words) == 1):
                known.update(words)
            else:
                counts.update(words)
                heads.update(words_of(title)[-1:])
        known |= counts.keys() | self._expansions[0].keys()
        if self._store.has_table("technologies"):
            for (name,) in self._store.rows("SELECT technology FROM technologies"):
                known.update(words_of(name))
        for table in word_table().values():
            known.update(word for phrase in table for word in phrase.split())
        return dict(counts), frozenset(known), frozenset(heads)

    def _rows(self, query: str, parameters: Sequence[object] = ()) -> list[tuple[str, int, str]]:
        """Rows of ``title_keys``; none when the build has no such table."""
        return self._store.rows(query, parameters) if self._has_keys else []

    @functools.cached_property
    def _speller(self) -> Speller:
        from aijobkit.taxonomy.spelling import Speller

        return Speller(self._vocabulary[0])

    @functools.cached_property
    def _near(self) -> NearTitles:
        rows = self._store.rows(
            "SELECT key, k.code, k.title FROM title_keys AS k JOIN catalogue_roles AS r ON r.code = k.code "
            "WHERE sense = 1 AND NOT is_life ORDER BY key, k.code"
        )
        return NearTitles(rows)

    # -- the way of a text -------------------------------------------------------------------------------------------

    def find(self, text: str, limit: int = 10, *, fill: bool = True) -> tuple[RoleCandidate, ...]:
        """
        Return the roles that *text* may mean, best first.

        Args:
            text: A job title in everyday words, or a code.
            limit: How many at most.
            fill: Whether what was learned follows a title that is known for sure; without it, such a title needs no numpy.

        Returns:
            One candidate per SOC code of six digits or catalogue role; empty when the text is no job title that we
            understand, see `refusal`.

        Examples:
            >>> from aijobkit.taxonomy.store import open_store
            >>> RoleFinder(open_store()).find("senior ML engineer (remote)")[0].code
            'aijobkit:machine-learning-engineer'
        """
        return self.find_many([text], limit, fill=fill)[0]

    def find_many(self, texts: Sequence[str], limit: int = 3, *, fill: bool = True) -> list[tuple[RoleCandidate, ...]]:
        """
        Return for each of *texts* what `find` returns, in their order; much faster than one by one.

        Args:
            texts: Job titles.
            limit: How many candidates each at most.
            fill: As for `find`.
        """
        return [tuple((query.answer or [])[:limit]) for query in self._solve(texts, max(limit, 2), fill=fill)]

    def refusal(self, text: str) -> str:
        """
        Return why `find` has no answer for *text*, in plain words; empty when it has one.

        Examples:
            >>> from aijobkit.taxonomy.store import open_store
            >>> RoleFinder(open_store()).refusal("unemployed")
            'this says a status, not a job'
        """
        query = self._solve([text], 1, fill=False)[0]
        return "" if query.answer else query.refusal or "nothing known is near to this"

    def _solve(self, texts: Sequence[str], limit: int, *, fill: bool) -> list[Query]:
        queries = [self._read(text) for text in texts]
        self._look_up(query for query in queries if query.answer is None)
        left = [query for query in queries if query.answer is None]
        if left:
            self._understand(left)
            self._look_up(query for query in left if query.answer is None)
            left = [query for query in left if query.answer is None]
        for query in left:
            self._doubt(query)
        left = [query for query in left if query.answer is None]
        self._near_titles(left)
        unclear = [query for query in queries if query.answer is None or _is_open(query, fill)]
        if unclear:
            self._ask_model(unclear, limit)
        return queries

    def _read(self, text: str) -> Query:
        """Refuse what cannot be a title, answer codes, and list the keys under which the text may be filed."""
        query = Query(text)
        query.refusal = no_title(text)
        if query.refusal:
            query.answer = []
            return query
        if code := self._code(text):
            query.answer = [
                RoleCandidate(code=code, confidence=1.0, matched=code, reason="the code itself", peeled=NO_WORK, signal="code")
            ]
            return query
        # Said twice, or numbered, nothing is still nothing.
        if {normalise(text), " ".join(dict.fromkeys(word for word in words_of(text) if not word.isdigit()))} & _nothing():
            query.refusal, query.answer = "this says no job", []
            return query
        query.peeled = peel(text)
        self._key(query, words_of(text), 1.0, "")
        if not query.peeled.core:
            return query
        self._keys_of_core(query)
        return query

    def _keys_of_core(self, query: Query) -> None:
        core = query.peeled.core
        query.words = words_of(core)
        self._key(query, query.words, PEELED, "")
        parts = [part for part in _SEGMENTS.split(core) if part]
        if before := without_where(core):
            self._key(query, words_of(before), PARTIAL, f"read as {before!r}", settled=True)
        if len(parts) > 1:
            for part in parts:
                self._key(query, words_of(part), PEELED if part == parts[0] else PARTIAL, f"read as {part!r}")
        for wording in query.peeled.aside:
            words = words_of(wording)
            # One word in brackets is mostly an abbreviation with several meanings; what it stands for is said before it.
            if len(words) > 1:
                self._key(query, words, PARTIAL, f"read as {wording!r}")
                if len(words) > len(query.words):
                    query.words = words

    def _key(self, query: Query, words: Iterable[str], factor: float, note: str, *, settled: bool = False) -> None:
        words = tuple(words)
        key = key_of_words(words)
        if key and all(key != other.key for other in query.keys):
            query.keys.append(Key(key, factor, note, words, settled))

    def _code(self, text: str) -> str:
        if match := _ONET.fullmatch(text):
            code = f"{match[1]}.{match[2] or '00'}"
            if code in self._titles:
                return code
        elif (match := _OWN.fullmatch(text)) and self._store.has_table("catalogue_roles"):
            found = self._store.rows("SELECT code FROM catalogue_roles WHERE code = ?", (match[1],))
            return str(found[0][0]) if found else ""
        return ""

    def _look_up(self, queries: Iterable[Query]) -> None:
        """Answer the texts of which a key is known; the first known key of a text counts."""
        asked = list(queries)
        keys = sorted({key.key for query in asked for key in query.keys})
        if not self._has_keys or not keys:
            return
        rows: dict[str, list[tuple[int, str, str]]] = {}
        for start in range(0, len(keys), CHUNK):
            some = keys[start : start + CHUNK]
            marks = ",".join("?" * len(some))
            for key, sense, code, title in self._store.rows(
                # Only question marks are put in.
                f"SELECT key, sense, code, title FROM title_keys WHERE key IN ({marks}) ORDER BY key, sense, code",  # noqa: S608
                some,
            ):
                rows.setdefault(key, []).append((sense, code, title))
        for query in asked:
            for key in query.keys:
                found = rows.get(key.key, [])
                if found and (not key.settled or found[0][0] <= SETTLED):
                    query.answer = self._exact(query, found, key)
                    # What was learned is asked for the words that were understood.
                    query.words = list(key.words)
                    break
            query.keys.clear()

    def _exact(self, query: Query, rows: list[tuple[int, str, str]], asked: Key) -> list[RoleCandidate]:
        """Candidates of one known wording: the codes of its best sense share the confidence, other senses follow."""
        found: list[RoleCandidate] = []
        left = 1.0
        seen: set[str] = set()
        # An abbreviation that O*NET lists for one code often has other meanings: both senses count as one.
        listed = (SENSES["onet"], SENSES["part"])
        both = {SENSES["short"]} < {sense for sense, _, _ in rows if sense in (*listed, SENSES["short"])}
        merged = [(SENSES["short"] if both and sense in listed else sense, code, title) for sense, code, title in rows]
        for sense, group in itertools.groupby(merged, key=lambda row: row[0]):
            members = self._share(query, list(group))
            trust = SENSE_CONFIDENCE.get(sense, 0.9)
            if not found:
                query.is_weak = sense == SENSES["part"]
            for code, title, share in members:
                if sense == SENSES["onet"] and (query.peeled.aside or not _same_words(asked.words, title)):
                    trust = REWORDED
                    query.is_weak |= not found
                if _soc(code) in seen:
                    continue
                seen.add(_soc(code))
                found.append(
                    RoleCandidate(
                        code=code,
                        confidence=round(left * trust * share * asked.factor, 4),
                        matched=title,
                        reason=_REASONS[sense] + (f" ({asked.note})" if asked.note else ""),
                        peeled=query.peeled,
                        signal=_SIGNALS[sense],
                    )
                )
            left *= 1 - trust
        return found

    def _share(self, query: Query, rows: list[tuple[int, str, str]]) -> list[tuple[str, str, float]]:
        """Order the codes of one wording in one sense by employment and likeness to their own titles; shares sum to 1."""
        best: dict[str, tuple[float, str, str]] = {}
        if len(rows) == 1:
            return [(rows[0][1], rows[0][2], 1.0)]
        stems = {stem(word) for word in query.words or words_of(query.text)}
        for _, code, title in rows:
            own, jobs = self._titles.get(code, ("", 0.0))
            shared = len(stems & {stem(word) for word in words_of(own)}) / max(len(stems), 1)
            # The main code of a SOC group carries its employment, a more special one shares it.
            part = 1.0 if code.endswith(".00") else 0.5
            weight = part * (jobs + 1000.0) ** EMPLOYED * math.exp(OVERLAP * shared)
            group = _soc(code)
            if group not in best or weight > best[group][0]:
                best[group] = (weight, code, title)
        total = sum(weight for weight, _, _ in best.values())
        order = sorted(best.values(), key=lambda item: (-item[0], item[1]))
        return [(code, title, weight / total) for weight, code, title in order]

    # -- texts that are not filed as they stand ----------------------------------------------------------------------

    def _understand(self, queries: list[Query]) -> None:
        """Expand abbreviations, repair unknown words, and list the keys that come of it."""
        counts, known, _ = self._vocabulary
        forward, backward = self._expansions
        for query in queries:
            if not query.peeled.core and not query.words:
                continue
            again = peel(query.text, known.__contains__) if is_composed(query.text) else query.peeled
            if again != query.peeled and again.core:
                query.peeled = again
                self._keys_of_core(query)
            words = [part for word in query.words for part in forward.get(word, word).split()]
            if words != query.words:
                changed = [f"{word} = {forward[word]}" for word in query.words if word in forward]
                self._key(query, words, EXPANDED, "read " + ", ".join(changed))
                # The model knows many short forms from titles; only what it cannot know is spelt out for it.
                words = [part for word in query.words for part in (word if word in counts else forward.get(word, word)).split()]
            self._spelt_out(query, query.words)
            self._shortened(query, words, backward)
            joined = self._joined(words, known)
            if joined != words:
                self._key(query, joined, EXPANDED, "")
            self._repair(query, joined, known)

    def _spelt_out(self, query: Query, words: list[str]) -> None:
        """File the text under each reading of the short forms within it: "auto mech", "s/w engineer", "A&E sister"."""
        readings, _ = self._short_forms
        choices: list[list[tuple[str, str]]] = []
        at = 0
        while at < len(words):
            size = next((n for n in range(MOST_SHORT, 0, -1) if " ".join(words[at : at + n]) in readings and n < len(words)), 0)
            found = " ".join(words[at : at + max(size, 1)])
            choices.append([(found, full) for full in readings[found]] if size else [(found, found)])
            at += max(size, 1)
        if not any(low != full for some in choices for low, full in some):
            return
        for reading in itertools.islice(itertools.product(*choices), COMBINATIONS):
            changed = ", ".join(f"{low} = {full}" for low, full in reading if low != full)
            self._key(query, " ".join(full for _, full in reading).split(), EXPANDED * EXPANDED, f"read {changed}")

    def _shortened(self, query: Query, words: list[str], backward: dict[str, list[tuple[str, str]]]) -> None:
        """File the text under the short forms of its phrases, too: "artificial intelligence" as "ai"."""
        short = shorten(words, backward)
        if short != words:
            self._key(query, short, EXPANDED, "")

    def _joined(self, words: list[str], known: frozenset[str]) -> list[str]:
        """Write apart and together as titles do: "air craft" as "aircraft", "truckdriver" as "truck driver"."""
        counts, _, _ = self._vocabulary
        found: list[str] = []
        at = 0
        while at < len(words):
            word = words[at]
            if at + 1 < len(words) and not (word in known and words[at + 1] in known) and word + words[at + 1] in counts:
                found.append(word + words[at + 1])
                at += 2
                continue
            if word not in known and len(word) >= LEAST_COMPOUND and not self._is_slip(word):
                cuts = [(word[:cut], word[cut:]) for cut in range(3, len(word) - 2)]
                good = [(counts[a] * counts[b], a, b) for a, b in cuts if min(counts.get(a, 0), counts.get(b, 0)) >= COMMON]
                if good:
                    _, first, second = max(good)
                    found += [first, second]
                    at += 1
                    continue
            found.append(word)
            at += 1
        return found

    def _is_slip(self, word: str) -> bool:
        """Say whether one slip away from *word* is a known word."""
        return any(cost <= 1 for _, cost in self._speller.candidates(word, 1))

    def _repair(self, query: Query, words: list[str], known: frozenset[str]) -> None:
        choices: list[tuple[tuple[str, float], ...]] = []
        alone = len(content_words(words)) == 1
        for word in words:
            strange = word not in known and word not in SMALL_WORDS and not word.isdigit()
            if strange:
                query.unknown.append(word)
            near = self._speller.candidates(word, alone=alone) if strange else ()
            choices.append(near or ((word, 0.0),))
        query.words = words
        if not any(cost for ((_, cost), *_) in choices):
            return
        for combination in itertools.islice(itertools.product(*choices), COMBINATIONS):
            repaired = [word for word, _ in combination]
            cost = sum(cost for _, cost in combination)
            self._key(query, repaired, query.factor * REPAIRED_AT_ALL * REPAIRED**cost, _repair_note(words, repaired))
        # Where no title confirms it, only a plain slip is repaired, and no English word.
        is_word = self._model.is_word if self._model is not None else frozenset[str]().__contains__
        plain = [
            (best, cost) if cost <= plain_slip(word) and not is_word(word) else (word, 0.0)
            for word, ((best, cost), *_) in zip(words, choices, strict=True)
        ]
        if any(cost for _, cost in plain):
            query.words = [word for word, _ in plain]
            query.factor *= REPAIRED ** sum(cost for _, cost in plain)
            query.notes = [_repair_note(words, query.words)]

    def _doubt(self, query: Query) -> None:
        """Refuse texts that say a status, a liking or nothing known, now that no title was found in them."""
        _, known, heads = self._vocabulary
        words = content_words(query.words)
        if not words or not query.peeled.core:
            query.refusal = "this says a status, not a job" if query.peeled.status else "this says no job"
            query.answer = []
            return
        strange = [word for word in words if word not in known]
        query.refusal = strange_text(query.text, words, strange, query.unknown)
        if query.refusal:
            query.answer = []
        else:
            share = len(strange) / len(words)
            query.factor *= 1 - share + share * UNKNOWN_WORDS
            if not any(word in heads or looks_like_work(word) for word in words):
                query.factor *= NO_HEAD

    def _near_titles(self, queries: list[Query]) -> None:
        """Let wordings about AI find the nearest title of the catalogue."""
        if not self._has_keys or not self._store.has_table("catalogue_roles"):
            return
        marks = word_table().get("ai", {})
        first = {mark.split()[0] for mark in marks}
        forward, backward = self._expansions
        for query in queries:
            text = f" {' '.join(query.words)} "
            if first.isdisjoint(query.words) or not any(f" {mark} " in text for mark in marks):
                continue
            spelt_out = [part for word in query.words for part in forward.get(word, word).split()]
            found = self._near.search((query.words, shorten(query.words, backward), spelt_out))
            near = [
                RoleCandidate(
                    code=code,
                    confidence=round(CATALOGUE_NEAR * score * min(query.factor, 1.0), 4),
                    matched=title,
                    reason="; ".join(["near to a title in the catalogue of AI roles", *query.notes]),
                    peeled=query.peeled,
                    signal="near",
                )
                for score, code, title in found
                if score >= NEAR_ENOUGH
            ]
            query.answer = near or None

    def _ask_model(self, queries: list[Query], limit: int) -> None:
        """Rank occupations by what was learned from titles, behind what is known already."""
        model = self._model
        for start in range(0, len(queries), BLOCK):
            block = queries[start : start + BLOCK]
            if model is None:
                for query in block:
                    query.answer = query.answer or []
                continue
            known = [{_soc(candidate.code) for candidate in query.answer or ()} for query in block]
            answers = model.answers([content_words(query.words) for query in block], limit, BLOCK, known)
            for query, found in zip(block, answers, strict=True):
                self._join_learned(query, found)

    def _join_learned(self, query: Query, found: Sequence[tuple[str, float]]) -> None:
        """Put what was learned behind what is known; where that is weak, both have a say."""
        known = {_soc(candidate.code): candidate for candidate in query.answer or ()}
        heard = HEARD if query.is_weak else 1.0
        left = heard if query.is_weak else 1 - sum(candidate.confidence for candidate in list(known.values())[:1])
        learned = {_soc(code): (code, chance * query.factor * left) for code, chance in found}
        reason = "; ".join(["learned from the titles of this occupation", *query.notes])
        answer = []
        for group, candidate in known.items():
            sure = candidate.confidence
            if query.is_weak:
                sure = (1 - heard) * sure + learned.get(group, ("", 0.0))[1]
            answer.append(attrs.evolve(candidate, confidence=round(sure, 4)))
        for group, (code, sure) in learned.items():
            if group not in known:
                answer.append(
                    RoleCandidate(
                        code=code, confidence=round(sure, 4), matched="", reason=reason, peeled=query.peeled, signal="model"
                    )
                )
        query.answer = sorted(answer, key=lambda candidate: -candidate.confidence)
        if not query.answer:
            query.refusal = "nothing known is near to this"


@functools.cache
def _nothing() -> frozenset[str]:
    """Phrases that say no job."""
    return frozenset(word_table()["nothing"])


def _same_words(words: Sequence[str], title: str) -> bool:
    """Say whether a title is worded so, in this order, but for case, punctuation, the end of words and small ones."""
    return content_words(words) == content_words(words_of(title))


def _is_open(query: Query, fill: bool) -> bool:  # noqa: FBT001 - handed on
    """Say whether what was learned should follow an answer; of abbreviations and foreign names nothing was learned."""
    if not query.answer or query.answer[0].signal not in ("catalogue", "everyday", "title", "near"):
        return False
    return fill or query.is_weak or query.answer[0].confidence < CLEAR


def _soc(code: str) -> str:
    """What counts as one role: the SOC code of six digits, or the catalogue code."""
    return code[:7] if _ONET.fullmatch(code) else code


def _repair_note(before: Sequence[str], after: Sequence[str]) -> str:
    changed = [f"{old!r} as {new!r}" for old, new in zip(before, after, strict=True) if old != new]
    return "read " + ", ".join(changed) if changed else ""
