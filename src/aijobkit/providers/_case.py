"""
What a plan says about one person, gathered once for all providers: names, figures, and their evidence.

Everything is read from the person and the plan; nothing is computed anew, so that advice cannot contradict the plan.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from aijobkit import _checks
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.gaps import is_office, same_skill, shows, skill_keys
from aijobkit.gaps.licences import HELD_LICENCE, MISSING_LICENCE
from aijobkit.gaps.names import is_serving
from aijobkit.people import EmployerKind, Person, Position
from aijobkit.plans import Gap, Route, Step, SwitchPlan
from aijobkit.providers._words import are_many, clean, joined, people, running, short_name, trade, with_article, workplace
from aijobkit.providers._words import person as one_of
from aijobkit.providers._work import leads_alone
from aijobkit.roles import Domain, Role, Seniority
from aijobkit.routes.occurrence import is_founder
from aijobkit.routes.steps import demands
from aijobkit.switches import Assumptions, DifficultyBand, SwitchKind

__all__ = [
    "COUNSEL",
    "NEWCOMERS",
    "Case",
    "are_alike",
    "counsel",
    "element_name",
    "from_plan",
    "name_of",
    "read_case",
    "used_to",
]

COUNSEL = "career counsel; not a measurement"
"""The source of every sentence that rests on experience rather than on data."""

NEWCOMERS = (SwitchKind.ROLE, SwitchKind.BOTH)
"""The kinds of move that end in a new role."""


# Fields of knowledge that O*NET names by an adjective or without its article.
_NOUNS = {
    "Administrative": "office administration",
    "English Language": "the English language",
    "Foreign Language": "a foreign language",
    "Mechanical": "mechanics",
}
# Fields of knowledge that the work of every office is rated for: no posting asks for them by name.
_OF_EVERY_OFFICE = ("Administrative", "Computers and Electronics")
_STEM = 4  # letters before "ing" that tell one verb from another
# What a list may name by a bare title, and a sentence not.
_WITH_ARTICLE = re.compile(r".* (?:Act|RMF)|(?:Anthropic|OpenAI) API")


def counsel(detail: str) -> Evidence:
    """Return the evidence of a sentence that rests on experience."""
    return Evidence(kind=EvidenceKind.ASSUMPTION, source=COUNSEL, detail=detail)


def from_plan(detail: str) -> Evidence:
    """Return the evidence of a sentence that repeats figures of the plan."""
    return Evidence(kind=EvidenceKind.DERIVED, source="this plan", detail=detail)


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    return _checks.unique_by((name for name in names if name), str.casefold)


@attrs.frozen(kw_only=True)
class Case:
    """
    One person's move in the words of advice.

    Args:
        person: Who moves.
        plan: The plan without advice.
        have: What the person names and the count of the plan contains, in the person's words; programs of every office last.
        listed: Those of them worth a word to others; the rest shows only a field of every office, as shorthand does.
        near: What else they name and what comes near to a gap.
        other: What else they name and no list asks for.  What nothing recognised is in none of these: a slip of the keys or a
            word without a meaning to us is no experience to write to a stranger about.
        also: What else they name: listed for the target, but not counted.
        tools_known: Those named skills that are technologies of the present role or of the target.
        learn: What is missing, in the order of the plan; nothing where the role stays, for nobody learns the work that they do.
        tools: Technologies among it, by their short names, without programs of every office.
        topics: Subjects among it.
        used_here: Technologies of the present role.
        used_there: Technologies of the target.
        past: Earlier roles, each once.
    """

    person: Person
    plan: SwitchPlan
    have: tuple[str, ...]
    listed: tuple[str, ...]
    near: tuple[str, ...]
    other: tuple[str, ...]
    also: tuple[str, ...]
    tools_known: tuple[str, ...]
    learn: tuple[Gap, ...]
    tools: tuple[str, ...]
    topics: tuple[str, ...]
    used_here: tuple[str, ...]
    used_there: tuple[str, ...]
    past: tuple[Role, ...]

    @property
    def kind(self) -> SwitchKind:
        """What kind of move it is."""
        return self.plan.switch.kind

    @property
    def assumptions(self) -> Assumptions:
        """What the plan was computed under; thresholds of advice stand there, too."""
        return self.plan.difficulty.assumptions

    @property
    def band(self) -> DifficultyBand:
        """How hard it is, in words."""
        return self.plan.difficulty.band

    @property
    def origin(self) -> Position:
        """Where the person is."""
        return self.plan.switch.origin

    @property
    def target(self) -> Position:
        """Where they want to go, its industry filled in."""
        return self.plan.switch.target

    @property
    def here(self) -> str:
        """What the person is now, such as "a registered nurse"."""
        return with_article(one_of(self.origin.role))

    @property
    def there(self) -> str:
        """What the person wants to be, such as "a data scientist"."""
        return with_article(one_of(self.target.role))

    @property
    def move(self) -> str:
        """From what to what, such as "registered nurse to data scientist"."""
        # "somebody on a career break" moves from "a career break".
        origin = one_of(self.origin.role).removeprefix("somebody on ").removeprefix("somebody in ")
        return f"{origin} to {one_of(self.target.role)}"

    @property
    def us(self) -> str:
        """Those who do what the person does now, in the plural."""
        return people(self.origin.role)

    @property
    def rated_us(self) -> str:
        """Whose ratings stand for the person: those who do their work, or another occupation where O*NET rates none of them."""
        if self.has_stand_in:
            return f"the occupation that stands in for {self.us}"
        counted = [role for role in self.past if self.plan.counts_past(role)] if self.origin.role.is_life_role else []
        return joined([people(role) for role in counted or [self.work or self.origin.role]])

    @property
    def has_stand_in(self) -> bool:
        """Whether another occupation is rated in place of the person's: of a way of life without work before it."""
        return self.origin.role.is_life_role and self.work in (None, self.origin.role)

    @property
    def them(self) -> str:
        """Those who do what the person wants to do, in the plural."""
        return people(self.target.role)

    @property
    def in_field(self) -> str:
        """Where the target is, such as " in software and IT services"; empty where no industry was named."""
        return f" in {self.trade_there}" if self.trade_there else ""

    @property
    def is_employed(self) -> bool:
        """Whether there is a present employer to speak of: a student, somebody on a break or a freelancer has none."""
        return self.origin.role.has_employer and not self.origin.is_alone

    @property
    def is_own_master(self) -> bool:
        """Whether the person mostly reports to nobody: a farmer, or an owner or executive of any trade by their rank."""
        return leads_alone(self.origin.role) or self.origin.seniority is Seniority.EXECUTIVE

    @property
    def stays(self) -> bool:
        """Whether the person keeps the role, so that they know its work."""
        return self.kind not in NEWCOMERS

    @property
    def has_worked(self) -> bool:
        """Whether there is work to speak of, if only the last."""
        return self.is_employed or not self.origin.role.is_life_role

    @property
    def has_left(self) -> bool:
        """Whether the present role is the last one: an occupation without an employer."""
        return self.has_worked and not self.is_employed and not self.origin.is_alone

    @property
    def is_student(self) -> bool:
        """Whether the person is about to have the degree of which others ask."""
        return "student" in self.origin.role.code

    @property
    def work(self) -> Role | None:
        """The occupation to speak of: the present or last one, beside a way of life a past one, the counted ones first."""
        if self.has_worked:
            return self.origin.role
        worked = [role for role in self.past if not role.is_life_role]
        counted = [role for role in worked if self.plan.counts_past(role)]
        # What somebody did before their studies is their work only where it counts.
        return next(iter(counted or ([] if self.is_student else worked)), None)

    @property
    def worker(self) -> str:
        """What the person is by that occupation, such as "an avionics technician"; without any as `here`."""
        return self.here if self.work is None else with_article(one_of(self.work))

    @property
    def own_work(self) -> str:
        """What the person does, such as "your work as a registered nurse"."""
        if self.work is not None:
            return f"your work as {self.worker}"
        return "your studies" if self.is_student else "what you do every day"

    @property
    def is_founding(self) -> bool:
        """Whether the target is to found a company, so that nobody hires for it."""
        return is_founder(self.target.role)

    @property
    def trade_here(self) -> str:
        """What the present industry is called; empty where there is none."""
        return trade(self.origin.industry)

    @property
    def at_work(self) -> str:
        """Where the person works, such as " at a bank"; empty where no industry was named."""
        return workplace(self.origin.industry)

    @property
    def trade_there(self) -> str:
        """Name of the target's industry; empty where none was named."""
        return trade(self.target.industry)

    @property
    def employer(self) -> EmployerKind | None:
        """The kind of employer wanted, where it was said."""
        return self.target.employer.kind if self.target.employer else None

    @property
    def best(self) -> Route | None:
        """The recommended route, the cheapest or a single step that costs hardly more; None where nothing is to change."""
        close = (route for route in self.plan.routes if len(route.steps) == 1 and not self.is_clearly_more(route))
        return next(close, self.plan.routes[0] if self.plan.routes else None)

    def is_clearly_more(self, route: Route) -> bool:
        """Say whether *route* costs so much more than the cheapest that a longer way is worth while."""
        more = round(round(route.total, 2) - round(self.plan.routes[0].total, 2), 2)
        return more > 0 and more >= self.assumptions.advice_close

    @property
    def next_step(self) -> Step | None:
        """The first step of the recommended route."""
        return self.best.steps[0] if self.best else None

    @property
    def stones(self) -> tuple[Role, ...]:
        """Roles between the present one and the target on the recommended route, in walking order."""
        ends = {self.origin.role.code, self.target.role.code}
        steps = self.best.steps if self.best else ()
        return _checks.unique_by(
            (step.target.role for step in steps if step.target.role.code not in ends), lambda role: role.code
        )

    @property
    def needs_licence(self) -> bool:
        """Whether the plan counts a licence that the person is not known to hold."""
        return any(part.name == "licence" and part.weight * part.value > 0 for part in self.plan.difficulty.parts)

    @property
    def licence(self) -> str:
        """The name of the licence that is missing, as our table has it; a general word where the plan does not say."""
        details = (part.evidence.detail for part in self.plan.difficulty.parts if part.name == "licence")
        # A remark on past work may stand behind.
        named = (detail.partition(MISSING_LICENCE)[0] for detail in details if MISSING_LICENCE in detail)
        return next(named, "licence")

    @property
    def about(self) -> str:
        """What to ask about first: the licence where one is missing, else a subject or whatever comes first."""
        return "the way to the licence" if self.needs_licence else self.craft(0)

    @property
    def demands(self) -> tuple[str, ...]:
        """What the move asks for beyond what is there: schooling, preparation, or nothing worth a word."""
        return demands(self.plan.difficulty.parts, assumptions=self.assumptions)

    @property
    def named(self) -> tuple[str, ...]:
        """All recognised skills that the person names: what the target asks for first, programs of every office last."""
        return _office_last(_unique((*self.listed, *self.near, *self.also, *self.other, *self.have)))

    @property
    def telling(self) -> tuple[str, ...]:
        """The named skills that tell something about the person; programs of every office only where there is nothing else."""
        return tuple(skill for skill in self.named if not is_office(skill)) or self.named

    @property
    def useful(self) -> tuple[str, ...]:
        """Those named skills that the target has a use for: counted and worth a word, or near to what is missing."""
        return tuple(skill for skill in (*self.listed, *self.near) if skill in self.telling)

    @property
    def brought(self) -> tuple[str, ...]:
        """Those named skills that the plan finds among the lists of the target or near to them, counted or not."""
        return (*self.have, *self.near, *self.also)

    @property
    def counting(self) -> str:
        """What the figures make of the named skills, such as "Python and SQL counted"; never more than they do."""
        if self.have:
            return f"{joined(self.have)} counted"
        if not self.named:
            return self.no_skills
        words = []
        if self.near:
            words.append(f"{joined(self.near)} {'come' if are_many(self.near) else 'comes'} near to what is asked for")
        if self.also:
            words.append(f"{joined(self.also)} {'are' if are_many(self.also) else 'is'} listed without being counted")
        if self.other:
            words.append(f"our lists do not ask for {joined(self.other)}")
        *first, last = words
        return f"{', '.join(first)}, and {last}" if first else last

    @property
    def no_skills(self) -> str:
        """What to say of the skills where none can be told of."""
        return "none of the named skills recognised" if self.person.skills else "no skills named"

    @property
    def count(self) -> str:
        """What is there of what the target asks for, tools and subjects apart from general skills; empty without figures."""
        gaps = self.plan.gaps
        rest = gaps.asked - gaps.asked_tools
        words = []
        if gaps.asked_tools:
            words.append(f"{gaps.met_tools} of {gaps.asked_tools} tools and subjects")
        if rest:
            words.append(f"{gaps.met - gaps.met_tools} of {rest} general skills")
        return joined(words) if words else ""

    @property
    def size(self) -> str:
        """How much is missing beside what was named, in one sentence."""
        number = len(self.learn)
        named = joined(self.named) or self.own_work
        if self.kind not in NEWCOMERS:
            return f"The role stays the same, and {named} {'come' if len(self.named) > 1 else 'comes'} with you."
        return f"{number or 'No'} {'thing is' if number == 1 else 'things are'} missing or not named beside {named}."

    @property
    def is_taught(self) -> bool:
        """Whether the work of the target is taught on the job; not where its job zone is unknown or a licence is needed."""
        zone = self.plan.toolkit(self.target.role).job_zone
        return zone is not None and zone <= self.plan.difficulty.assumptions.taught_zone and not self.needs_licence

    @property
    def is_rated(self) -> bool:
        """Whether ratings compare the present role with the target, so that something could stand out."""
        return bool(self.plan.strengths.asked) and self.plan.gaps.asked > self.plan.gaps.asked_tools

    @property
    def has_half_the_tools(self) -> bool:
        """Whether at least half of the tools and subjects are there: what every office trains opens no door by itself."""
        gaps = self.plan.gaps
        return 0 < gaps.asked_tools and gaps.met_tools >= self.assumptions.advice_half * gaps.asked_tools

    def known(self, place: int) -> str:
        """Return one of the telling skills, counted ones first; empty where none was named."""
        return self.telling[place % len(self.telling)] if self.telling else ""

    def beyond(self, place: int) -> str:
        """Return one of the telling skills, those first that no list asks for; empty where none was named."""
        skills = tuple(skill for skill in self.other if skill in self.telling) or self.telling[::-1]
        return skills[place % len(skills)] if skills else ""

    @property
    def shown(self) -> tuple[str, ...]:
        """The telling skills that the name of the person's occupation does not say already, as a "German teacher" does."""
        return tuple(skill for skill in self.telling if not _says(self.worker.casefold(), skill.casefold()))

    @property
    def mine(self) -> str:
        """Two of these in words, those first that the target asks for; empty where there are none."""
        return joined(self.shown, most=2)

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of what to learn, in the order of `learn`; may be empty."""
        return _unique([name_of(gap) for gap in self.learn])

    @property
    def unknowns(self) -> tuple[str, ...]:
        """What nobody has on the first day even if no list names a gap."""
        if self.kind is SwitchKind.INDUSTRY and self.trade_there:
            return ("the new trade", "its customers", "its rules")
        if self.kind is SwitchKind.NONE:
            return ("leading a project", "teaching newcomers", "a harder problem")
        return ("the daily work", "its customs", "its words")

    @property
    def sayable(self) -> tuple[str, ...]:
        """
        What is missing and can be asked about in a talk: tools and subjects, and no field such as "engineering".

        Where a licence is missing, tools wait for it: they are taught where they stand.
        """
        domains = (Domain.TOPIC,) if self.needs_licence else (Domain.TECHNOLOGY, Domain.TOPIC)
        return _unique([name_of(gap) for gap in self.learn if gap.domain in domains])

    def lack(self, place: int) -> str:
        """Return one of those things; beyond the end it starts again, and without any it is what no list names."""
        names = self.sayable or self.unknowns
        return names[place % len(names)]

    def craft(self, place: int) -> str:
        """Return one of the missing subjects, which are work; without any, a tool that does not only serve other work."""
        names = self.topics or [name for name in self.sayable if not is_serving(name)]
        return names[place % len(names)] if names else self.lack(place)

    @property
    def talking_points(self) -> tuple[str, str]:
        """Two different things to learn, a subject first where there is one."""
        names = _unique((self.craft(0), *self.tools, self.lack(0), self.lack(1), *self.unknowns))
        return names[0], names[1]

    def uses(self, role: Role, name: str) -> bool:
        """Say whether the plan lists *name* among what *role* works with."""
        toolkit = self.plan.toolkit(role)
        return any(same_skill(name, listed) for listed in (*toolkit.technologies, *toolkit.topics))


def _says(worker: str, skill: str) -> bool:
    """Say whether the name of an occupation says a skill: a German teacher does German and teaching, and no R."""
    stem = skill.removesuffix("ing")
    does = len(stem) >= _STEM and stem != skill and any(word.startswith(stem) for word in worker.split())
    return does or f" {skill} " in f" {worker} "


def _office_last(skills: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(skills, key=is_office))


def name_of(gap: Gap) -> str:
    """Return the name by which people call what is missing."""
    if gap.domain not in (Domain.TECHNOLOGY, Domain.TOPIC):
        return element_name(gap.name)
    name = short_name(gap.name) if gap.domain is Domain.TECHNOLOGY else gap.name
    return f"the {name}" if _WITH_ARTICLE.fullmatch(name) else name


def used_to(name: str) -> str:
    """Return what one is who knows *name*: one gets used to work, and knows a law or a framework."""
    return f"familiar with {name}" if _WITH_ARTICLE.fullmatch(name.removeprefix("the ")) else f"used to {name}"


def are_alike(one: str, other: str) -> bool:
    """Say whether one of two names is a part of the other, as "Excel" is of "Excel pivot tables"."""
    pairs = ((f" {mine} ", f" {its} ") for mine in skill_keys(one) for its in skill_keys(other))
    return any(mine in its or its in mine for mine, its in pairs)


def element_name(name: str) -> str:
    """Return the name of an O*NET element as in the middle of a sentence."""
    return _NOUNS.get(name, running(name))


def read_case(person: Person, plan: SwitchPlan) -> Case:
    """
    Gather the facts that advice is built from.

    Args:
        person: Who moves.
        plan: The plan without advice.
    """
    gaps = plan.gaps
    unread = {clean(skill).casefold() for skill in gaps.unrecognised}
    named = tuple(skill for skill in _unique([clean(skill) for skill in person.skills]) if skill.casefold() not in unread)
    close = {clean(gap.near).casefold() for gap in gaps.gaps}
    listed = [strength.name for strength in plan.strengths.strengths if strength.is_own]
    here = plan.toolkit(plan.switch.origin.role)
    there = plan.toolkit(plan.switch.target.role)
    held = {clean(part.evidence.detail.removeprefix(HELD_LICENCE)) for part in plan.difficulty.parts if part.name == "licence"}
    lists = (*listed, *there.technologies, *there.topics)
    kinds: dict[str, list[str]] = {"have": [], "near": [], "other": [], "also": []}
    related = {clean(skill).casefold() for skill in gaps.related}
    for skill in _office_last(named):
        if skill in held or any(shows(skill, name) for name in gaps.met_names):
            kinds["have"].append(skill)
        elif skill.casefold() in close:
            kinds["near"].append(skill)
        else:
            is_listed = skill.casefold() in related or any(shows(skill, name) for name in lists)
            kinds["also" if is_listed else "other"].append(skill)
    worth = [name for name in gaps.met_names if not any(same_skill(name, field) for field in _OF_EVERY_OFFICE)]
    learn = gaps.gaps if plan.switch.kind in NEWCOMERS else ()
    if any(part.name == "licence" for part in plan.difficulty.parts):
        # Whose work needs a licence is taught its tools where they stand: what the work is about comes before them.
        learn = tuple(sorted(learn, key=lambda gap: gap.domain is Domain.TECHNOLOGY))
    tools = (*here.technologies, *there.technologies)
    present = plan.switch.origin.role.code
    return Case(
        person=person,
        plan=plan,
        **{kind: tuple(skills) for kind, skills in kinds.items()},
        listed=tuple(
            skill
            for skill in kinds["have"]
            if skill in held or skill.casefold() in close or any(shows(skill, name) for name in worth)
        ),
        tools_known=tuple(skill for skill in named if any(same_skill(skill, name) for name in tools)),
        learn=learn,
        tools=_unique([name_of(gap) for gap in learn if gap.domain is Domain.TECHNOLOGY and not is_office(gap.name)]),
        topics=_unique([name_of(gap) for gap in learn if gap.domain is Domain.TOPIC]),
        used_here=_unique([short_name(name) for name in here.technologies]),
        used_there=_unique([short_name(name) for name in (*there.technologies, *there.topics)]),
        past=_checks.unique_by([one.role for one in person.past if one.role.code != present], lambda role: role.code),
    )
