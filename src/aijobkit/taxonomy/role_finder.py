"""
Finding a role from the words people use: exact senses first, then what was learned, each with its reason.

Order of the senses of a wording: code; titles of the catalogue (AI and life roles); everyday titles; O*NET titles;
abbreviations; names in other languages.  A text filed under none of them is reworded and repaired, then read as a form of a
name in another language, then as clipped; nearest catalogue titles, for wordings about AI, and the learned model follow.
Only repair and what comes behind it need numpy.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import math
import operator
import re
from collections.abc import Generator, Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from aijobkit.taxonomy.about_ai import AboutAi
from aijobkit.taxonomy.lengthening import Lengthening
from aijobkit.taxonomy.queries import NO_WORK, Key, Query, RoleCandidate, group_of
from aijobkit.taxonomy.refusals import STATUS, looks_like_work, no_title, of_a_tool, strange_text
from aijobkit.taxonomy.rewording import Rewording
from aijobkit.taxonomy.senses import ANY_SUBJECT, HEARD_OF_BESIDE, SETTLED, Row, Senses
from aijobkit.taxonomy.several_jobs import several_jobs
from aijobkit.taxonomy.title_features import content_words
from aijobkit.taxonomy.title_vocabulary import TitleVocabulary
from aijobkit.taxonomy.titles import Peeled, is_composed, peel, setting_of, without_degree, without_where
from aijobkit.taxonomy.ways_of_life import is_state, way_of_life
from aijobkit.taxonomy.wording import SENSES, SMALL_WORDS, key_of_words, word_table, words_of
from aijobkit.taxonomy.work_fields import WorkField, WorkFields

if TYPE_CHECKING:
    from aijobkit.taxonomy.store import Store
    from aijobkit.taxonomy.title_model import TitleModel

__all__ = ["RoleCandidate", "RoleFinder"]

CLEAR = 0.94
"""An exact answer of at least this confidence stands alone; the model is not asked."""
PEELED, PARTIAL = 0.97, 0.90
"""Factors for a title from which words were set apart, and for one part of it; from the benchmark's noisy titles."""
CLEARLY_LENGTHENED = 1.0
"""By how much a title of clipped words must be likelier than any of another occupation to be believed (assumption)."""
INITIALS, LEAST_SAID = 2, 4
"""
Letters of a further part that says where, not what, as ", IT" and ", HR" do; and letters that one word in brackets must have at
least to stand for what is before it: "C&F" does not (assumptions).
"""
DEPARTMENTS = ("bureau", "department", "dept", "dept.", "directorate", "ministry")
"""How names of parts of employers begin."""
OF_SEVERAL = "one of several jobs that you name"
IN_A_FIELD = 0.9
"""Confidence that a job in a field is one of those that the table names, together (assumption)."""
NO_HEAD = 0.6
"""Factor when no word ever ends a title: such a text names a field or a thing, not a job (assumption)."""
UNKNOWN_WORDS = 0.5
"""Factor when every word is unknown, in proportion when some are (assumption)."""
CHUNK = 500
TOGETHER = 2048
"""Texts on their way at once; more would take more memory, and the collector of garbage longer."""
FEW, MOST = 250, 4
"""
Texts for which one more process is worth while; and processes at most where nobody asks for more, since each takes memory for
what it alone learns (assumptions).
"""

OWN_CODES = "aijobkit:"
"""How the codes of our catalogue begin."""

_BY_CONFIDENCE = operator.attrgetter("confidence")
_ONET = re.compile(r"\s*(\d{2}-\d{4})(?:\.(\d{2}))?\s*")
_OWN = re.compile(r"\s*([a-z0-9][a-z0-9_.-]*:[a-z0-9][a-z0-9-]*)\s*")
_SEGMENTS = re.compile(r"[,;|()]")


class RoleFinder:
    """
    Finds roles in a packed taxonomy.

    Args:
        store: The taxonomy; tables that it lacks are done without.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._has_keys = store.has_table("title_keys")
        self._senses = Senses(store)
        self._vocabulary = TitleVocabulary(store, lambda: self._model)
        self._rewording = Rewording(self._vocabulary)
        self._lengthening = Lengthening(self._vocabulary)
        self._about_ai = AboutAi(store, self._vocabulary, self._rewording)

    @functools.cached_property
    def _model(self) -> TitleModel | None:
        from aijobkit.taxonomy.title_model import read_model

        return read_model(self._store.blob("title_model"))

    @functools.cached_property
    def _fields(self) -> WorkFields:
        has_table = self._store.has_table("work_fields")
        return WorkFields(self._store.rows("SELECT field, codes FROM work_fields ORDER BY field") if has_table else [])

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
        # Files of titles say many of them often.
        asked = list(dict.fromkeys(texts))
        answers = dict(zip(asked, self.find_each(asked, limit, fill=fill), strict=True))
        return [answers[text] for text in texts]

    def find_each(
        self, texts: Sequence[str], limit: int = 3, *, fill: bool = True, processes: int | None = None
    ) -> Generator[tuple[RoleCandidate, ...], None, None]:
        """
        Yield what `find_many` returns for different *texts*; what was found on the way to earlier answers is let go.

        Args:
            texts: Job titles.
            limit: How many candidates each at most.
            fill: As for `find`; nothing that follows is shown where only the first candidate is.
            processes: How many share the work of a large batch at most; None leaves it to `processes_at_hand`.
        """

        def found(some: Sequence[str]) -> list[tuple[RoleCandidate, ...]]:
            queries = self._solve(some, max(limit, 2), fill=fill and limit > 1)
            return [tuple((query.answer or [])[:limit]) for query in queries]

        most = min(processes or MOST, len(texts) // FEW)
        if most < 2:
            yield from itertools.chain.from_iterable(map(found, _parted(texts, 1)))
            return
        from aijobkit.taxonomy.copies import processes_at_hand, shared

        processes = processes_at_hand(most)
        if processes > 1 and self._model is not None:
            # It was read now, so that no copy has to; numpy, which came with it, may have brought threads.
            processes = processes_at_hand(most)
        with contextlib.closing(shared(found, _parted(texts, processes), processes)) as parts:
            yield from itertools.chain.from_iterable(parts)

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
        self._tell_apart(queries)
        left = self._still_open(queries)
        for query in left:
            self._name_field(query)
        left = [query for query in left if query.answer is None]
        for query in left:
            self._peel_again(query)
        self._rewording.understand([query for query in left if query.peeled.core or query.words])
        left = self._still_open(left)
        for query in left:
            self._rewording.file_names(query)
        left = self._still_open(left)
        self._lengthen(left)
        for query in left:
            if query.answer is None:
                self._rewording.file_begun(query)
        left = self._still_open(left)
        for query in left:
            self._doubt(query)
        left = [query for query in left if query.answer is None]
        self._about_ai.answer(left)
        unclear = [query for query in queries if query.answer is None or _is_open(query, fill)]
        if unclear:
            self._ask_model(unclear, limit)
        return queries

    def _still_open(self, queries: Sequence[Query]) -> list[Query]:
        """Look up what was filed, and return the texts that have no answer yet."""
        self._look_up([query for query in queries if query.answer is None])
        return [query for query in queries if query.answer is None]

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
        if _ONET.fullmatch(text) or text.strip().startswith(OWN_CODES):
            query.refusal, query.answer = "there is no role of this code", []
            return query
        words = words_of(text)
        query.refusal = "this says no job" if _says_nothing(words) else STATUS if is_state(words) else of_a_tool(words)
        if query.refusal:
            query.answer = []
            return query
        query.peeled = peel(text)
        if (field := self._fields.exactly(words)) is not None:
            self._leave_open(query, field)
            return query
        query.file(words, 1.0)
        if life := way_of_life(words_of(" ".join((query.peeled.core, *query.peeled.aside)))):
            query.file(life.split(), PEELED, f"read as {life!r}")
        if query.peeled.core:
            self._file_core(query)
        return query

    def _name_field(self, query: Query) -> None:
        """Answer a text that names a field of work, or a rank, among words that say nothing."""
        if query.topics:
            return
        field = self._fields.find(query.words)
        if field is None and (query.peeled.place or query.peeled.company or query.peeled.team):
            # Who works "in government" names no place, and no employer.
            field = self._fields.find(words_of(query.text))
        if field is not None:
            self._leave_open(query, field)

    def _leave_open(self, query: Query, field: WorkField) -> None:
        """Answer with the jobs that are meant most often, all alike."""
        sure = round(IN_A_FIELD / len(field.codes), 4)
        reason = f"{field.name!r} leaves open which job it is; this is one of those that are meant most often"
        query.answer = [RoleCandidate(code, sure, field.name, reason, query.peeled, "field") for code in field.codes]

    def _peel_again(self, query: Query) -> None:
        """Set apart what of a text with several parts no title knows, now that nothing was found for all of it."""
        if not is_composed(query.text) or not (query.peeled.core or query.words):
            return
        again = peel(query.text, self._vocabulary.known.__contains__)
        if again != query.peeled and again.core:
            query.peeled = again
            self._file_core(query)

    def _file_core(self, query: Query) -> None:
        """File the work that was peeled out of a text, and the parts of it that may stand for it."""
        core = query.peeled.core
        query.words = words_of(core)
        inside = self._about_ai.topics(query.words)
        beside = (*query.peeled.aside, *query.peeled.team, *query.peeled.levels)
        query.topics = (beside and self._about_ai.topics(words_of(f"{core} {' '.join(beside)}"))) or inside
        # What a subject stands beside is more than the title that it would be alone.
        is_title = bool(inside) or not query.topics
        if not query.topics and (query.peeled.company or query.peeled.aside):
            self._file_beside(query)
        if core != query.text and is_title and self._fields.exactly(query.words) is None:
            query.file(query.words, PEELED)
        if query.topics:
            # "Research Scientist, Interpretability" is more than any research scientist.
            return
        parts = [part.strip() for part in _SEGMENTS.split(core) if part.strip()]
        if len(parts) > 1:
            # "Mgr, Human Resources" is the manager, before it is the resources.
            self._rewording.file_spelt_out(query, PEELED)
            self._rewording.file_turned(query, parts, PARTIAL)
        self._file_bare(query)
        if len(parts) > 1:
            for part in parts:
                if part == parts[0] or len(part) > INITIALS:
                    query.file(words_of(part), PEELED if part == parts[0] else PARTIAL, f"read as {part!r}", is_part=True)
        for wording in query.peeled.aside:
            words = words_of(wording)
            # One word in brackets is mostly an abbreviation with several meanings; what it stands for is said before it.
            if len(words) > 1:
                query.file(words, PARTIAL, f"read as {wording!r}")
                if len(words) > len(query.words) and max(map(len, words)) >= LEAST_SAID:
                    query.words = words

    def _file_bare(self, query: Query) -> None:
        """File the work without where it is done, and without a degree that is named before it."""
        core = query.peeled.core
        if before := without_where(core):
            query.file(words_of(before), PARTIAL, f"read as {before!r}", settled=True)
        if (behind := without_degree(core)) and not self._is_studied(behind):
            query.file(words_of(behind), PARTIAL, f"read as {behind!r}", settled=True)

    def _file_beside(self, query: Query) -> None:
        """File the work with the kind of place where it is done, and with what brackets say of it."""
        core, setting = query.peeled.core, setting_of(query.peeled.company)
        query.beside = (setting,) if setting else ()
        if setting:
            query.file([*query.words, setting], PEELED, f"read as '{core} {setting}'")
        for wording in query.peeled.aside:
            # One word in brackets is mostly an abbreviation, which adds nothing.
            if len(words := words_of(wording)) > 1:
                query.beside = (*query.beside, *words)
                self._rewording.file_turned(query, (core, wording), PARTIAL)

    def _is_studied(self, text: str) -> bool:
        """Say whether *text* names a field of study: "BSc nursing" says no job, "BSc nurse" does."""
        if not self._store.has_table("fields_of_study"):
            return False
        return bool(self._store.rows("SELECT 1 FROM fields_of_study WHERE name = ? COLLATE NOCASE", (text,)))

    def _code(self, text: str) -> str:
        if match := _ONET.fullmatch(text):
            code = f"{match[1]}.{match[2] or '00'}"
            if code in self._senses.own_titles:
                return code
        elif (match := _OWN.fullmatch(text)) and self._store.has_table("catalogue_roles"):
            found = self._store.rows("SELECT code FROM catalogue_roles WHERE code = ?", (match[1],))
            return str(found[0][0]) if found else ""
        return ""

    def _look_up(self, queries: Sequence[Query]) -> None:
        """Answer the texts of which a key is known; the first known key of a text counts."""
        rows = self._filed({key.key for query in queries for key in query.keys})
        for query in queries:
            for key in query.keys:
                found = rows.get(key.key, [])
                if key.is_foreign:
                    found = [row for row in found if row[0] == SENSES["foreign"]]
                if found and (not key.settled or found[0][0] <= SETTLED):
                    self._answer(query, found, key)
                    break
            query.keys.clear()

    def _answer(self, query: Query, found: Sequence[Row], key: Key) -> None:
        """Answer a text with what is filed under one of its keys."""
        if key.is_part:
            key = self._telling_left_out(query, found, key)
        query.peeled = _without_used(query.peeled, key.words)
        query.answer = self._senses.candidates(query, found, key)
        # What was learned is asked for the words that were understood, and for those that are left out of them.
        query.words = (
            [*(word for word in key.words if word not in query.words), *query.words] if key.is_part else list(key.words)
        )
        beside = [word for word in content_words(query.beside) if word not in query.words] if query.beside else []
        if beside and query.answer[0].signal == "everyday" and self._vocabulary.counts.keys() >= set(beside):
            query.words = [*query.words, *beside]
            query.heard = query.heard or HEARD_OF_BESIDE

    def _telling_left_out(self, query: Query, found: Sequence[Row], key: Key) -> Key:
        """Say in the note of a key what of the work it leaves out, and whether that has a say."""
        left = _left_out(query, key)
        # What no title has is a name, and says nothing of the work; a department only says what somebody teaches.
        is_where = _is_department(left) and group_of(found[0][1]) != ANY_SUBJECT
        said = () if is_where else content_words(words_of(left))
        is_part = key.settled or not self._vocabulary.counts.keys().isdisjoint(said)
        return key._replace(note=f"{key.note}; {left!r} was not used" if left else key.note, is_part=is_part)

    def _filed(self, keys: Iterable[str]) -> dict[str, list[Row]]:
        """Return what is filed under *keys*."""
        asked = sorted(keys) if self._has_keys else []
        rows: dict[str, list[Row]] = {}
        for start in range(0, len(asked), CHUNK):
            some = asked[start : start + CHUNK]
            marks = ",".join("?" * len(some))
            for key, sense, code, title in self._store.rows(
                # Only question marks are put in.
                f"SELECT key, sense, code, title FROM title_keys WHERE key IN ({marks}) ORDER BY key, sense, code",  # noqa: S608
                some,
            ):
                rows.setdefault(key, []).append((sense, code, title))
        return rows

    def _tell_apart(self, queries: Sequence[Query]) -> None:
        """Answer texts that name several jobs with all of them alike."""
        divided = [(query, several_jobs(query.peeled.core, query.text)) for query in queries if query.answer is None]
        several = [(query, jobs) for query, jobs in divided if jobs is not None]
        filed = self._filed(set().union(*(jobs.keys() for _, jobs in several)))
        for query, jobs in several:
            named = jobs.named(filed)
            firsts: dict[str, RoleCandidate] = {}
            sure = []
            for words in named:
                key = Key(key_of_words(words), 1 / len(named), OF_SEVERAL, tuple(words))
                found = self._senses.candidates(query, filed[key.key], key)
                first = found[0]
                if (field := self._fields.exactly(words)) is not None:
                    # Of a bare rank, the job that is meant most often.
                    first = first._replace(code=field.codes[0], matched=field.name)
                firsts.setdefault(group_of(first.code), first)
                sure.append(sum(candidate.confidence for candidate in found))
            query.heard = 0.0
            if len(firsts) > 1:
                query.answer = [first._replace(confidence=round(min(sure), 4)) for first in firsts.values()]

    def _lengthen(self, queries: Sequence[Query]) -> None:
        """Answer texts of clipped words that a known title confirms: "sch bus mon" as the school bus monitor."""
        guesses = [(query, self._lengthening.wordings(query)) for query in queries]
        rows = self._filed({key_of_words(guess.words) for _, some in guesses for guess in some})
        for query, some in guesses:
            filed = [(guess, rows[key]) for guess in some if (key := key_of_words(guess.words)) in rows]
            if not filed:
                continue
            # Of two titles that fit, the one that more people have is meant more often.
            likely = [guess.speaks + self._senses.commonness(code for _, code, _ in found) for guess, found in filed]
            at = max(range(len(filed)), key=lambda place: (filed[place][0].factor, likely[place]))
            best, found = filed[at]
            groups = {group_of(code) for _, code, _ in found}
            others = [
                place for place, (_, more) in enumerate(filed) if groups.isdisjoint(group_of(code) for _, code, _ in more)
            ]
            doubt = 1 if likely[at] - max((likely[place] for place in others), default=-math.inf) >= CLEARLY_LENGTHENED else 2
            note = f"read as {' '.join(best.words)!r}"
            asked = Key(key_of_words(best.words), best.factor / doubt, note, tuple(best.words))
            query.answer = self._senses.candidates(query, found, asked)
            query.words = best.words

    def _doubt(self, query: Query) -> None:
        """Refuse texts that say a status, a liking or nothing known, now that no title was found in them."""
        words = content_words(query.words)
        if not words or not query.peeled.core:
            query.refusal = STATUS if query.peeled.status or query.peeled.contract else "this says no job"
            query.answer = []
            return
        # A technology alone is no work, though its name is known.
        foreign = [word for word in words if word not in self._vocabulary.counts]
        query.refusal = strange_text(query.text, query.peeled.core, words, foreign, query.unknown)
        if query.refusal:
            query.answer = []
        else:
            if not self._vocabulary.known.issuperset(words):
                share = sum(word not in self._vocabulary.known for word in words) / len(words)
                query.factor *= 1 - share + share * UNKNOWN_WORDS
            if self._vocabulary.heads.isdisjoint(words) and not any(map(looks_like_work, words)):
                query.factor *= NO_HEAD

    def _ask_model(self, queries: list[Query], limit: int) -> None:
        """Rank occupations by what was learned from titles, behind what is known already."""
        model = self._model
        if model is None:
            for query in queries:
                query.answer = query.answer or []
            return
        # "Senior nurse" and "nurse (nights)" ask for the same.
        asked: dict[tuple[tuple[str, ...], frozenset[str]], list[Query]] = {}
        for query in queries:
            known = frozenset(group_of(candidate.code) for candidate in query.answer or ())
            asked.setdefault((tuple(content_words(query.words)), known), []).append(query)
        answers = model.answers([words for words, _ in asked], limit, [known for _, known in asked])
        for some, found in zip(asked.values(), answers, strict=True):
            for query in some:
                self._join_learned(query, found, limit)

    def _join_learned(self, query: Query, found: Sequence[tuple[str, float]], limit: int) -> None:
        """Put what was learned behind what is known; where that is weak, both have a say."""
        reason = "; ".join(["learned from the titles of this occupation", *query.notes])

        def learned_as(code: str, sure: float) -> RoleCandidate:
            return RoleCandidate(code, sure, "", reason, query.peeled, "model")

        if not query.answer:
            query.answer = [learned_as(code, round(chance * query.factor, 4)) for code, chance in found[:limit]]
            query.refusal = "" if query.answer else "nothing known is near to this"
            return
        ranked = {group_of(candidate.code): candidate for candidate in query.answer}
        share = (query.heard or max(1 - sum([candidate.confidence for candidate in query.answer]), 0.0)) * query.factor
        if query.heard:
            learned = {group_of(code): chance * share for code, chance in found}
            for group, candidate in ranked.items():
                sure = round((1 - query.heard) * candidate.confidence + learned.get(group, 0.0), 4)
                ranked[group] = candidate._replace(confidence=sure)
        others = [(code, chance) for code, chance in found if group_of(code) not in ranked]
        more = [learned_as(code, round(chance * share, 4)) for code, chance in others[:limit]]
        query.answer = sorted((*ranked.values(), *more), key=_BY_CONFIDENCE, reverse=True)[:limit]


def _parted(texts: Sequence[str], processes: int) -> list[Sequence[str]]:
    """Return *texts* in parts of about one size, at most `TOGETHER` texts each, as many for one process as for another."""
    parts = processes * math.ceil(len(texts) / (processes * TOGETHER))
    return [texts[len(texts) * part // parts : len(texts) * (part + 1) // parts] for part in range(parts)]


def _left_out(query: Query, key: Key) -> str:
    """Return the words of the work, as they were said, that a key leaves out."""
    used, said = SMALL_WORDS.union(key.words), query.peeled.core.replace(",", " ").split()
    return " ".join([word for word in said if not used.issuperset(words_of(word))])


def _is_department(left: str) -> bool:
    """Say whether words that were left out say where somebody works: ", IT", ", Dept of Health"."""
    words = left.lower().split()
    return all(len(word) <= INITIALS for word in words) or words[0] in DEPARTMENTS


def _without_used(peeled: Peeled, words: Sequence[str]) -> Peeled:
    """Return what was set apart without the places, employers and teams whose words made the match."""
    if not (peeled.place or peeled.company or peeled.team):
        return peeled
    used = SMALL_WORDS.union(words)
    place, company, team = (
        tuple([text for text in texts if not used.issuperset(words_of(text))])
        for texts in (peeled.place, peeled.company, peeled.team)
    )
    if (place, company, team) == (peeled.place, peeled.company, peeled.team):
        return peeled
    return attrs.evolve(peeled, place=place, company=company, team=team)


@functools.cache
def _nothing() -> tuple[frozenset[str], frozenset[str]]:
    """Phrases that say no job, and their first words."""
    phrases = frozenset(word_table()["nothing"])
    return phrases, frozenset(phrase.split(" ")[0] for phrase in phrases)


def _says_nothing(words: Sequence[str]) -> bool:
    """Say whether words are a phrase that says no job; said twice, or numbered, nothing is still nothing."""
    phrases, first = _nothing()
    if first.isdisjoint(words):
        return False
    return not phrases.isdisjoint((" ".join(words), " ".join(dict.fromkeys([word for word in words if not word.isdigit()]))))


def _is_open(query: Query, fill: bool) -> bool:  # noqa: FBT001 - handed on
    """Say whether what was learned should follow an answer; of abbreviations and foreign names nothing was learned."""
    learned = ("catalogue", "everyday", "title", "near", *(("abbreviation",) if query.heard else ()))
    if not query.answer or query.answer[0].signal not in learned:
        return False
    return fill or query.heard > 0 or query.answer[0].confidence < CLEAR
