"""
Comparing all occupations with each other: what counts as a document, and which documents stand in for absent ones.

Reads sentences and returns figures only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from aijobkit.taxonomy.building.onet import Onet
from aijobkit.taxonomy.building.similarity import cosine, tfidf, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

__all__ = ["compare"]


def _technology_vectors(onet: Onet, codes: Sequence[str]) -> Matrix:
    """Return unit TF-IDF rows of the technologies of *codes*."""
    names: dict[str, dict[str, float]] = defaultdict(dict)
    for entry in onet.technologies:
        names[entry.code][entry.name] = 1.0
    return tfidf([names[code] for code in codes])


def _sentences(onet: Onet, code: str, family: Sequence[str]) -> list[str]:
    """
    Return the sentences by which *code* is compared: its tasks, and its description twice, for it is short and telling.

    A residual occupation ("..., All Other") has no tasks: those of its *family*, the occupations of the same SOC code,
    stand in for them, and its title joins a description that says little.
    """
    own = [onet.descriptions[code]] * 2
    if code in onet.tasks:
        return [*own, *onet.tasks[code]]
    return [onet.occupations[code], *own, *(task for member in family for task in onet.tasks.get(member, ()))]


def compare(onet: Onet) -> dict[str, Matrix]:
    """
    Compare all occupations.

    Args:
        onet: What was read.

    Returns:
        Similarity of all pairs of occupations, sorted by code, in [0, 1]: by tasks, titles, activities and technologies, each
        under the name of its table; without activities or technologies in the release there is no such table.  An occupation
        that has no activities of its own is compared by those of its SOC code.
    """
    codes = sorted(onet.occupations)
    families: dict[str, list[str]] = defaultdict(list)
    for code in codes:
        families[code[:7]].append(code)
    titles: dict[str, list[str]] = defaultdict(list)
    for title, code in sorted(onet.titles):
        titles[code].append(title)
    texts, names, detailed, intermediate = [], [], [], []
    for code in codes:
        family = families[code[:7]]
        texts.append(Counter(words(" ".join(_sentences(onet, code, family)))))
        names.append(Counter(words(" ".join(titles[code]))))
        fine: Counter[str] = Counter()
        for member in [code] if code in onet.activities else family:
            fine.update(onet.activities.get(member, {}))
        coarse: Counter[str] = Counter()
        for activity, count in sorted(fine.items()):
            # The intermediate work activity is the id of the detailed one without its last part.
            coarse[activity.rsplit(".", 1)[0]] += count
        detailed.append(fine)
        intermediate.append(coarse)
    found = {
        "task_similarity": cosine(tfidf(texts)),
        "title_similarity": cosine(tfidf(names)),
    }
    if onet.activities:
        both = [cosine(tfidf(counts, least=1)) for counts in (intermediate, detailed)]
        found["activity_similarity"] = (both[0] + both[1]) / 2.0
    if onet.technologies:
        found["technology_similarity"] = cosine(_technology_vectors(onet, codes))
    return found
