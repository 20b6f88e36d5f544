"""
The assumptions of the measure: every weight and threshold, each with its range, kind, source and meaning.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import attrs

from aijobkit import _checks
from aijobkit.errors import InvalidValueError
from aijobkit.evidence import EvidenceKind

__all__ = ["RISING", "Assumption", "Assumptions", "parameter", "parameters_of"]

RISING = ("band_small", "band_moderate", "band_large")
"""The limits of the bands must keep this order whatever is varied."""


@attrs.frozen(kw_only=True)
class Assumption:
    """
    One parameter of the measure, as a row of the table that is printed.

    Args:
        name: Name of the field of `Assumptions`.
        value: Its value.
        kind: Assumption, derived or measured.
        source: Who says so.
        meaning: What it does, in plain words.
    """

    name: str
    value: float
    kind: EvidenceKind
    source: str
    meaning: str


def parameter(
    default: float,
    low: float,
    high: float,
    *,
    kind: EvidenceKind,
    source: str,
    meaning: str,
    validator: Callable[[Any, Any, Any], None] | None = None,
) -> Any:
    """
    Return an attrs field for one assumption, with its range, kind, source and meaning.

    Args:
        default: Its value unless another is given.
        low: Least value, and *high* the greatest.
        high: See *low*.
        kind: Assumption, derived or measured.
        source: Who says so.
        meaning: What it does, in plain words.
        validator: Checks a value instead of the range, such as one that takes whole numbers only.
    """
    return attrs.field(
        default=default,
        validator=validator or _checks.within(low, high),
        metadata={"kind": kind, "source": source, "meaning": meaning, "low": low, "high": high},
    )


def parameters_of(value: Any) -> tuple[Assumption, ...]:
    """Return the fields that `parameter` made of one value, in their order, as rows of a table."""
    return tuple(
        Assumption(
            name=field.name,
            value=getattr(value, field.name),
            kind=field.metadata["kind"],
            source=field.metadata["source"],
            meaning=field.metadata["meaning"],
        )
        for field in attrs.fields(type(value))
    )


_A = EvidenceKind.ASSUMPTION
_OWN = "aijobkit; a judgement, not a measurement"
_FOUNDING = "counsel of the project's founding text; no data set measures it"


@attrs.frozen(kw_only=True)
class Assumptions:
    """
    Every weight and threshold of the measure, with its source and kind.

    A caller may replace any of them; the values used travel inside every result.

    Raises:
        InvalidValueError: If a value lies outside its range, the limits of the bands do not rise, or a small employer eases
            more than a startup.

    Examples:
        >>> Assumptions().table()[0].kind
        <EvidenceKind.ASSUMPTION: 'assumption'>
    """

    band_small: float = parameter(
        0.25, 0.0, 1.0, kind=_A, source=_OWN, meaning="difficulty up to which a switch is called a small step"
    )
    band_moderate: float = parameter(
        0.45, 0.0, 1.0, kind=_A, source=_OWN, meaning="difficulty up to which a switch is called a moderate step"
    )
    band_large: float = parameter(
        0.65, 0.0, 1.0, kind=_A, source=_OWN, meaning="difficulty up to which a switch is called a large step"
    )
    near_limit: float = parameter(
        0.03,
        0.0,
        0.5,
        kind=_A,
        source="aijobkit; a judgement: figures as coarse as these tell no finer difference",
        meaning="distance from a limit of the words within which a difficulty is said to lie near it",
    )
    floor_role: float = parameter(
        0.05, 0.001, 0.5, kind=_A, source=_OWN, meaning="what any change of role costs, however near the roles are"
    )
    weight_role_distance: float = parameter(
        0.70, 0.0, 0.95, kind=_A, source=_OWN, meaning="what a role unlike the present one in every respect would cost"
    )
    weight_gap: float = parameter(
        0.25, 0.0, 0.95, kind=_A, source=_OWN, meaning="what it would cost to show nothing of what the target asks for"
    )
    weight_job_zone: float = parameter(
        0.30,
        0.0,
        0.95,
        kind=_A,
        source="career counsel; the crowd study of Mapping Career Causeways found that job zones added nothing",
        meaning="what a rise from job zone 1 to 5 would cost; up counts as harder than down",
    )
    weight_education: float = parameter(
        0.60,
        0.0,
        0.95,
        kind=_A,
        source="career counsel; not a measurement",
        meaning="what schooling that falls short by the whole scale would cost",
    )
    weight_licence: float = parameter(
        0.40, 0.0, 0.95, kind=_A, source="career counsel; not a measurement", meaning="what a licence not yet held costs"
    )
    licence_kindred: float = parameter(
        0.5,
        0.0,
        1.0,
        kind=_A,
        source="career counsel; not a measurement",
        meaning="height of the licence barrier for somebody licensed in the same SOC major group already",
    )
    floor_industry: float = parameter(
        0.02, 0.001, 0.5, kind=_A, source=_OWN, meaning="what any change of industry costs, however near the industries are"
    )
    weight_industry_distance: float = parameter(
        0.40, 0.0, 0.95, kind=_A, source=_OWN, meaning="what an industry of the most distant tier would cost"
    )
    relief_preparation: float = parameter(
        0.5,
        0.0,
        0.9,
        kind=_A,
        source="aijobkit; a judgement: job zone 1 is learnt in days, job zone 4 in years",
        meaning="share by which distance and gap weigh less towards a role of job zone 1 than towards one of job zone 4 or 5",
    )
    relief_startup: float = parameter(
        0.15, 0.0, 0.9, kind=_A, source=_FOUNDING, meaning="share by which a startup eases a change of role"
    )
    relief_small: float = parameter(
        0.05, 0.0, 0.9, kind=_A, source=_OWN, meaning="share by which a small employer eases a change of role"
    )
    relief_internal: float = parameter(
        0.10,
        0.0,
        0.9,
        kind=_A,
        source="counsel of the project's founding text; Revelio Labs (2026, second-hand) points the other way",
        meaning="share by which staying with the present employer eases a change of role; the largest relief counts",
    )
    route_norm: float = parameter(
        2.0,
        1.0,
        10.0,
        kind=_A,
        source=_FOUNDING,
        meaning="how much the hardest step of a route outweighs the others; 1 would make two steps as hard as one leap",
    )
    route_search: float = parameter(
        0.08, 0.0, 0.5, kind=_A, source=_OWN, meaning="what each further search for a new employer adds to a route"
    )
    stone_margin: float = parameter(
        0.05,
        0.0,
        0.9,
        kind=_A,
        source=_OWN,
        meaning="share by which both halves of a way over a stone must be less than the leap",
    )
    stone_zone_drop: float = parameter(
        0.5, 0.0, 4.0, kind=_A, source=_OWN, meaning="job zones a stepping stone may lie below both ends of the move"
    )
    stone_zone_rise: float = parameter(
        1.0,
        0.0,
        4.0,
        kind=_A,
        source=_OWN,
        meaning="job zones a stepping stone may lie above the present role, and above the lower end where it lies above both",
    )
    stone_more_school: float = parameter(
        1.0,
        0.0,
        11.0,
        kind=_A,
        source=_OWN,
        meaning="levels of schooling a stepping stone may ask beyond both ends of the move",
    )
    stone_descent: float = parameter(
        1.0,
        0.0,
        4.0,
        kind=_A,
        source=_OWN,
        meaning="job zones, with levels of schooling, by which a target lies clearly below the present role",
    )
    stone_descent_school: float = parameter(
        1.0, 0.0, 11.0, kind=_A, source=_OWN, meaning="levels of schooling, with the job zones, by which it does"
    )
    demand_schooling: float = parameter(
        1.0,
        0.0,
        11.0,
        kind=_A,
        source="aijobkit; a judgement: less than a level is the grain of a mean, and nobody could say what to do about it",
        meaning="missing levels of schooling from which on a step is said to ask for more of it",
    )
    demand_preparation: float = parameter(
        0.5,
        0.0,
        4.0,
        kind=_A,
        source="aijobkit; a judgement: less than half a job zone is the grain of a mean",
        meaning="missing job zones from which on a step is said to ask for more preparation",
    )
    rare_share: float = parameter(
        0.005, 0.0, 1.0, kind=_A, source=_OWN, meaning="share of a role's jobs in a sector below which it hardly occurs there"
    )
    rare_in_sector: float = parameter(
        0.001,
        0.0,
        1.0,
        kind=_A,
        source="aijobkit; a judgement: an employer of a thousand has one",
        meaning="share of a sector's jobs below which a role hardly occurs at an employer there",
    )
    rare_institution: float = parameter(
        0.01,
        0.0,
        1.0,
        kind=_A,
        source="aijobkit; a judgement: a school or an office of a hundred has one",
        meaning="share of a sector's jobs from which a catalogue role is looked for inside a public institution one works at",
    )
    rare_home: float = parameter(
        0.10,
        0.0,
        1.0,
        kind=_A,
        source=_OWN,
        meaning="share of a role's jobs in a sector from which on it is at home there, however few these are",
    )
    rare_home_jobs: float = parameter(
        1000.0,
        0.0,
        1e6,
        kind=_A,
        source=_OWN,
        meaning="jobs in a sector below which not even a role that is at home there is to be found by looking",
    )
    rare_position: float = parameter(
        0.80,
        0.0,
        0.95,
        kind=_A,
        source=_OWN,
        meaning="what a stop costs whose role hardly occurs in the sector of its industry",
    )
    unknown_position: float = parameter(
        0.70,
        0.0,
        0.95,
        kind=_A,
        source=_OWN,
        meaning="what a stop costs of which the employment figures do not tell whether such jobs are there",
    )
    pay_drop: float = parameter(
        0.10, 0.0, 1.0, kind=_A, source=_OWN, meaning="share by which median pay must fall short to be called clearly lower"
    )
    pay_drop_blend: float = parameter(
        0.25,
        0.0,
        1.0,
        kind=_A,
        source=_OWN,
        meaning="the same for a role that nobody counts and whose pay is that of neighbouring occupations",
    )
    pay_jobs: float = parameter(
        500.0,
        0.0,
        1e6,
        kind=_A,
        source=_OWN,
        meaning="jobs in a sector below which an occupation says little about the pay of a role that mixes several",
    )
    stone_ai_bonus: float = parameter(
        0.10, 0.0, 0.9, kind=_A, source=_OWN, meaning="share by which AI roles are preferred as stepping stones to an AI role"
    )
    gap_importance: float = parameter(
        3.0,
        1.0,
        5.0,
        kind=_A,
        source="O*NET scale anchor: 3 is important; tried on O*NET 29.3",
        meaning="O*NET importance at the target from which an element is asked for",
    )
    gap_distinct: float = parameter(
        0.5,
        -5.0,
        10.0,
        kind=_A,
        source=_OWN,
        meaning="standard score among all rated roles from which an element is asked for; what every role asks tells nothing",
    )
    gap_level: float = parameter(
        0.5,
        0.01,
        7.0,
        kind=_A,
        source="aijobkit, tried on O*NET 29.3",
        meaning="O*NET levels by which the present role must fall short for a gap",
    )
    gap_level_practised: float = parameter(
        1.5,
        0.01,
        7.0,
        kind=_A,
        source="aijobkit, tried on O*NET 29.3",
        meaning="the same for what is important in the present role too: one does it every day",
    )
    gap_technologies: float = parameter(
        12.0, 0.0, 200.0, kind=_A, source=_OWN, meaning="technologies of the target that are counted, the most asked for first"
    )
    gap_topics: float = parameter(8.0, 0.0, 200.0, kind=_A, source=_OWN, meaning="topics of the target that are counted")
    gap_topic_shown: float = parameter(
        4.0,
        1.0,
        5.0,
        kind=_A,
        source="O*NET scale anchor: 4 is very important",
        meaning="O*NET importance in the present role from which an element shows a topic, such as Instructing for teaching",
    )
    gap_topic_enough: float = parameter(
        3.5,
        1.0,
        5.0,
        kind=_A,
        source="aijobkit, half way between important and very important on the O*NET scale",
        meaning="the same where the present role also reaches the level of that element that the target asks for",
    )
    taught_zone: float = parameter(
        2.0,
        1.0,
        5.0,
        kind=_A,
        source="O*NET job zone 2: a few months to a year with experienced colleagues",
        meaning="job zone up to which the work of a target is taught on the job, so that advice asks for no long preparation",
    )
    strength_distinct: float = parameter(
        1.5,
        -5.0,
        10.0,
        kind=_A,
        source=_OWN,
        meaning="standard score among all rated roles from which an element stands out",
    )
    strength_rare: float = parameter(
        2.5,
        -5.0,
        10.0,
        kind=_A,
        source=_OWN,
        meaning="standard score from which knowledge of which the target role asks for little is worth naming",
    )
    strength_rare_limit: float = parameter(
        1.0,
        0.0,
        33.0,
        kind=_A,
        source=_OWN,
        meaning="fields of such knowledge that are shown at most; a longer list names what helps nowhere",
    )
    strength_limit: float = parameter(8.0, 1.0, 100.0, kind=_A, source=_OWN, meaning="strengths that are shown at most")
    advice_close: float = parameter(
        0.03,
        0.0,
        0.5,
        kind=_A,
        source="aijobkit; a judgement: figures as coarse as these tell no finer difference",
        meaning="difference of two ways below which advice calls them too close to tell apart",
    )
    advice_outweighed: float = parameter(
        0.10, 0.0, 1.0, kind=_A, source=_OWN, meaning="difference of two ways up to which a real offer outweighs it in advice"
    )
    advice_half: float = parameter(
        0.5,
        0.0,
        1.0,
        kind=_A,
        source=_OWN,
        meaning="share of the tools and subjects from which on advice has one apply although something is missing",
    )
    advice_learn: float = parameter(
        3.0, 1.0, 100.0, kind=_A, source=_OWN, meaning="things to learn that advice names first; nobody learns more at a time"
    )
    advice_soon: float = parameter(
        3.0, 0.0, 100.0, kind=_A, source=_OWN, meaning="first gaps among which a tool is worth a first task of one's own"
    )
    advice_second_task: float = parameter(
        0.7, 0.0, 1.0, kind=_A, source=_OWN, meaning="share of the time before the search left when the second task starts"
    )
    advice_third_task: float = parameter(
        0.4, 0.0, 1.0, kind=_A, source=_OWN, meaning="share of the time before the search left when the third task starts"
    )
    advice_questions: float = parameter(
        3.0, 0.0, 20.0, kind=_A, source=_OWN, meaning="questions that a talk of twenty minutes takes at least"
    )

    def __attrs_post_init__(self) -> None:
        if not self.band_small <= self.band_moderate <= self.band_large:
            raise InvalidValueError(
                "Assumptions.band_moderate", self.band_moderate, "the limits of the bands must rise from small to large"
            )
        if self.relief_small > self.relief_startup:
            raise InvalidValueError(
                "Assumptions.relief_small", self.relief_small, "a small employer must not ease more than a startup does"
            )

    def table(self) -> tuple[Assumption, ...]:
        """Return all parameters in the order of the fields, each with its source and kind."""
        return parameters_of(self)

    def varied(self, name: str, change: float) -> Assumptions:
        """
        Return these assumptions with *name* changed by the share *change*, kept within its range and in its order.

        A change that a range or the order of the bands forbids is cut to what they allow.

        Args:
            name: A field of `Assumptions`.
            change: Relative change, such as -0.2 for 20 % less.

        Raises:
            InvalidValueError: If there is no such assumption.

        Examples:
            >>> Assumptions().varied("weight_gap", 0.2).weight_gap
            0.3
        """
        return _varied(self, name, change)


@functools.lru_cache(maxsize=512)
def _varied(given: Assumptions, name: str, change: float) -> Assumptions:
    """Do what `Assumptions.varied` says; plans try the same changes again and again."""
    fields = attrs.fields_dict(Assumptions)
    if name not in fields:
        near = _checks.did_you_mean(str(name), fields)
        raise InvalidValueError("name", name, f"give the name of an assumption, such as {', '.join(near) or 'weight_gap'}")
    low, high = fields[name].metadata["low"], fields[name].metadata["high"]
    if name in RISING:
        place = RISING.index(name)
        low = max(low, getattr(given, RISING[place - 1])) if place else low
        high = min(high, getattr(given, RISING[place + 1])) if place + 1 < len(RISING) else high
    if name == "relief_small":
        high = min(high, given.relief_startup)
    if name == "relief_startup":
        low = max(low, given.relief_small)
    return attrs.evolve(given, **{name: min(max(getattr(given, name) * (1.0 + change), low), high)})
