"""
The parameters of the measures, each with its source and kind: `DistanceWeights` and `BlendThresholds`.

They belong to the taxonomy, since they say how its figures are joined; those of difficulty, gaps and routes are in
`aijobkit.switches.Assumptions`, those of the distance between industries stand with its tiers.  All print the same kind of
table.
"""

from __future__ import annotations

import attrs

from aijobkit.errors import InvalidValueError
from aijobkit.evidence import EvidenceKind
from aijobkit.switches import Assumption, parameter, parameters_of

__all__ = ["PARTS", "ROUNDING", "BlendThresholds", "DistanceWeights"]

PARTS = ("ratings", "tasks", "activities", "titles", "interests", "technologies")
"""The parts of a distance between roles, in the order in which they are shown."""

ROUNDING = 1e-9
"""By so much sums of weights, which are decimal fractions, may miss a limit: half must count as half."""

_A = EvidenceKind.ASSUMPTION
_D = EvidenceKind.DERIVED
_WEIGHT = "aijobkit, chosen for explanation among blends that observed moves do not tell apart"
_SCALE = "all pairs of the 923 occupations of O*NET 29.3 with full data"


def _weight(default: float, meaning: str) -> float:
    value: float = parameter(default, 0.0, 1.0, kind=_A, source=_WEIGHT, meaning=f"weight of {meaning}")
    return value


def _middle(default: float, part: str) -> float:
    value: float = parameter(default, 0.0, 1.0, kind=_D, source=_SCALE, meaning=f"mean distance in {part}")
    return value


def _spread(default: float, part: str) -> float:
    meaning = f"standard deviation of the distance in {part}"
    value: float = parameter(default, 0.001, 1.0, kind=_D, source=_SCALE, meaning=meaning)
    return value


@attrs.frozen(kw_only=True)
class DistanceWeights:
    """
    How the parts of a distance between roles are weighed, and what is expected of a part that has no data.

    A part without data on one side is filled with ``middle + carry * spread * z``, where z is the weighted mean standard
    score of the parts that have data; with no data at all z is 0, and the distance is the mean distance of all occupations.

    Args:
        ratings: Weight of skill and knowledge importance.
        tasks: Weight of task and description texts.
        activities: Weight of work activities.
        titles: Weight of shared words of job titles.
        interests: Weight of the interest profile.
        technologies: Weight of shared technologies.
        speciality: Share of a catalogue role that is like no occupation.
        own_technologies: Share of a catalogue role's own list in its technologies.
        carry: How much of the others' standard score is expected of a part without data.

    Raises:
        InvalidValueError: If a value lies outside its range or the weights do not sum to 1.

    Examples:
        >>> DistanceWeights().prior
        0.697
    """

    ratings: float = _weight(0.30, "what skills and knowledge are important")
    tasks: float = _weight(0.25, "what the tasks are about")
    activities: float = _weight(0.15, "which work activities occur")
    titles: float = _weight(0.15, "which words job titles share")
    interests: float = _weight(0.10, "which interests the work meets")
    technologies: float = _weight(0.05, "which technologies are used")
    carry: float = parameter(
        0.85,
        0.0,
        1.0,
        kind=_D,
        source=_SCALE,
        meaning="share of the other parts' standard score that is expected of a part without data (slopes .35 to .89)",
    )
    speciality: float = parameter(
        0.15,
        0.0,
        0.9,
        kind=_A,
        source="aijobkit; puts catalogue roles .24 (median) from their first anchor; O*NET's own specialities .34",
        meaning="share of a catalogue role that is like no occupation, so that a blend of anchors is not mistaken for them",
    )
    own_technologies: float = parameter(
        0.5,
        0.0,
        1.0,
        kind=_A,
        source="aijobkit; a judgement, not a measurement",
        meaning="share of a catalogue role's own list in its technologies; the rest comes from its anchors",
    )
    ratings_middle: float = _middle(0.500, "ratings")
    tasks_middle: float = _middle(0.778, "tasks")
    activities_middle: float = _middle(0.874, "activities")
    titles_middle: float = _middle(0.884, "titles")
    interests_middle: float = _middle(0.496, "interests")
    technologies_middle: float = _middle(0.789, "technologies")
    ratings_spread: float = _spread(0.181, "ratings")
    tasks_spread: float = _spread(0.089, "tasks")
    activities_spread: float = _spread(0.137, "activities")
    titles_spread: float = _spread(0.107, "titles")
    interests_spread: float = _spread(0.253, "interests")
    technologies_spread: float = _spread(0.118, "technologies")

    def __attrs_post_init__(self) -> None:
        total = sum(self.weight(part) for part in PARTS)
        if abs(total - 1.0) > ROUNDING:
            raise InvalidValueError("DistanceWeights", total, "the weights of the six parts must sum to 1")

    def weight(self, part: str) -> float:
        """Return the weight of a part."""
        value: float = getattr(self, part)
        return value

    def middle(self, part: str) -> float:
        """Return the mean distance in a part over all pairs of occupations."""
        value: float = getattr(self, f"{part}_middle")
        return value

    def spread(self, part: str) -> float:
        """Return the standard deviation of the distance in a part over all pairs of occupations."""
        value: float = getattr(self, f"{part}_spread")
        return value

    @property
    def prior(self) -> float:
        """The distance of two roles of which nothing comparable is known, the mean distance of all occupations."""
        return round(sum(self.weight(part) * self.middle(part) for part in PARTS), 3)

    def table(self) -> tuple[Assumption, ...]:
        """Return all parameters in the order of the fields, each with its source and kind."""
        return parameters_of(self)


@attrs.frozen(kw_only=True)
class BlendThresholds:
    """
    From when on what is true of some occupations is true of a role that stands on them.

    Args:
        majority: Share of the anchors, by weight, that must agree.
        rated: How many rated occupations of a group stand in for one that is not rated.

    Examples:
        >>> BlendThresholds().is_majority(0.5), BlendThresholds().is_majority(0.4)
        (True, False)
    """

    majority: float = parameter(
        0.5,
        0.0,
        1.0,
        kind=_A,
        source="aijobkit; a judgement, not a measurement",
        meaning="share of a role's anchors, by weight, from which it has what they have: tools, licence, schooling, pay, jobs",
    )
    rated: float = parameter(
        5.0,
        1.0,
        1000.0,
        kind=_A,
        source="aijobkit; a judgement, not a measurement",
        meaning="rated occupations of a SOC group from which on their mean stands in for one that O*NET does not rate",
    )

    def is_majority(self, weight: float) -> bool:
        """Say whether anchors of *weight* together speak for the role."""
        return weight >= self.majority - ROUNDING

    def table(self) -> tuple[Assumption, ...]:
        """Return all thresholds in the order of the fields, each with its source and kind."""
        return parameters_of(self)
