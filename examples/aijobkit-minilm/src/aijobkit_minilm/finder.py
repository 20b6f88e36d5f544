"""
The plugin: roles whose titles mean the same as a text, although they share no word with it.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from aijobkit import hookimpl
from aijobkit.roles import FoundRole

if TYPE_CHECKING:
    from aijobkit.taxonomy.role_finder import RoleFinder
    from aijobkit_minilm.encoder import Encoder
    from aijobkit_minilm.index import Likely, TitleIndex

__all__ = ["INDEX_VARIABLE", "MinilmFinder"]

INDEX_VARIABLE = "AIJOBKIT_MINILM"
"""Environment variable that turns the finder on: the file of title vectors.  Unset or empty: off."""

LONGEST = 300
"""Letters; longer texts are no job titles."""

LEAST_LIKENESS = 0.55
"""Cosine to the nearest title below which the text is held to be no job; see the README for what it refuses."""

LEAST_CONFIDENCE = 0.03
"""Candidates below this are left out."""

MOST_CONFIDENCE = 0.94
"""Ceiling: a title that aijobkit knows word for word (0.96 and more) outranks what merely means the same."""

MOST_ANSWERS = 10


class MinilmFinder:
    """
    Finds roles by meaning.

    Everything heavy is loaded with the first text, not before; without a file of title vectors it says nothing.

    Args:
        index: The title vectors or their file; None for the one that `INDEX_VARIABLE` names.
        encoder: What turns a text into a vector; None for the installed model.

    Examples:
        >>> MinilmFinder(index=None).is_on  # unless the environment variable is set
        False
    """

    def __init__(self, index: TitleIndex | str | Path | None = None, encoder: Encoder | None = None) -> None:
        self._given = index
        self._encoder = encoder
        self._loaded: tuple[str, TitleIndex] | None = None

    @property
    def is_on(self) -> bool:
        """Whether there are title vectors to answer with."""
        return bool(self._given or os.environ.get(INDEX_VARIABLE))

    def _ready(self) -> tuple[TitleIndex, Encoder]:
        from aijobkit_minilm.encoder import load_model
        from aijobkit_minilm.index import IndexFileError, TitleIndex

        if isinstance(self._given, TitleIndex):
            index = self._given
        else:
            path = str(self._given or os.environ[INDEX_VARIABLE])
            if self._loaded is None or self._loaded[0] != path:
                self._loaded = (path, TitleIndex.load(Path(path)))
            index = self._loaded[1]
        if self._encoder is None:
            self._encoder = load_model()
        if self._encoder.name != index.encoder:
            raise IndexFileError(
                f"the title vectors were made by {index.encoder!r}, not by {self._encoder.name!r}; make them again with "
                "`python -m aijobkit_minilm build --out FILE`"
            )
        return index, self._encoder

    @hookimpl
    def aijobkit_find_roles(self, text: str) -> Iterable[FoundRole] | None:
        """Return up to ten roles with a calibrated confidence; None when off or when *text* is near to no title."""
        if not self.is_on:
            return None
        work = _work(text)
        if not work:
            return None
        index, encoder = self._ready()
        [(answers, cosine)] = index.likely(encoder.encode([work]), limit=MOST_ANSWERS)
        if cosine < LEAST_LIKENESS:
            return None
        return _found(answers, lambda share: index.curve.confidence(share, cosine))


@functools.cache
def _own_finder() -> RoleFinder:
    from aijobkit import load_taxonomy
    from aijobkit.taxonomy.role_finder import RoleFinder

    return RoleFinder(load_taxonomy().store)


def _work(text: str) -> str:
    """
    Return what of *text* says the work; empty where nothing does.

    To the model every text is near to some title ("my cat" to a CAT technician).  aijobkit's own finder tells titles from
    pastimes, states of life, other scripts and noise, so its refusals hold here, too.
    """
    from aijobkit.taxonomy.titles import peel

    work = peel(text).core if len(text) <= LONGEST else ""
    return "" if not work or _own_finder().refusal(text) else work


def _found(answers: Iterable[Likely], confidence: Callable[[float], float]) -> list[FoundRole]:
    found = []
    for answer in answers:
        sure = min(confidence(answer.share), MOST_CONFIDENCE)
        if sure >= LEAST_CONFIDENCE:
            reason = (
                f"means nearly the same as {answer.title!r} (likeness {answer.likeness:.2f})"
                if answer.title
                else "means something like the titles of this role"
            )
            found.append(FoundRole(code=answer.code, confidence=sure, reason=reason))
    return found
