"""Tests of `aijobkit.strategies`: valid, registered, and shrinking to the plainest."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from aijobkit import strategies
from aijobkit.advice import Advice, AdviceFailure
from aijobkit.classify import classify
from aijobkit.evidence import Provenance
from aijobkit.people import Contact, Person, Position
from aijobkit.plans import Gap, GapReport, Route, Step, StepWeight, Strength, StrengthReport, SwitchPlan
from aijobkit.roles import Role, RoleDefinition, RoleProfile
from aijobkit.switches import Assumption, Assumptions, Difficulty, Distance, Switch, SwitchKind

NAMES = [name for name in strategies.__all__ if name != "register"]
NOUNS = [
    Advice,
    AdviceFailure,
    Assumption,
    Assumptions,
    Contact,
    Difficulty,
    Distance,
    Gap,
    GapReport,
    Person,
    Position,
    Provenance,
    Role,
    RoleDefinition,
    RoleProfile,
    Route,
    Step,
    StepWeight,
    Strength,
    StrengthReport,
    Switch,
    SwitchPlan,
]


@pytest.mark.parametrize("name", NAMES)
class TestEveryStrategy:
    """What holds for all strategies."""

    def test_it_gives_hashable_values(self, name):
        """Every strategy gives values that pass their own validators and can be hashed."""

        @settings(max_examples=10)
        @given(getattr(strategies, name)())
        def draw(value):
            hash(value)

        draw()

    def test_its_knobs_are_keywords(self, name):
        """Every knob is keyword-only and has a default."""
        for parameter in inspect.signature(getattr(strategies, name)).parameters.values():
            assert parameter.kind is inspect.Parameter.KEYWORD_ONLY
            assert parameter.default is not inspect.Parameter.empty


class TestRegister:
    """What `st.from_type` knows."""

    @pytest.mark.parametrize("noun", NOUNS)
    def test_types_are_enough(self, noun):
        """After registration the type of a noun is enough to draw it."""
        strategies.register()

        @settings(max_examples=5)
        @given(st.from_type(noun))
        def draw(value):
            assert isinstance(value, noun)

        draw()


class TestKnobs:
    """What the knobs do."""

    @pytest.mark.parametrize("kind", SwitchKind)
    def test_switches_of_one_kind(self, kind):
        """A kind asked for is the kind drawn, and it is what the classification says."""

        @given(strategies.switches(kind=kind))
        def draw(switch):
            assert kind is switch.kind
            assert kind is classify(switch.origin, switch.target).kind

        draw()

    @given(strategies.roles(is_ai=True, is_life_role=False))
    def test_roles_of_one_kind(self, role):
        """A role asked for in AI is one, and an occupation is one."""
        assert (True, False) == (role.is_ai, role.is_life_role)

    @given(strategies.industries(has_family=True), strategies.industries(has_family=False))
    def test_industries_with_and_without_family(self, member, stranger):
        """An industry has a family or not, as asked."""
        assert member.family is not None
        assert stranger.family is None

    @given(strategies.profiles(is_rated=True), strategies.profiles(is_rated=False))
    def test_profiles_with_and_without_ratings(self, rated, unrated):
        """A profile is rated or not, as asked."""
        assert rated.skills
        assert not unrated.skills

    @given(strategies.distances(min_value=0.5))
    def test_distances_from_a_value_on(self, distance):
        """No distance is smaller than asked."""
        assert distance.value >= 0.5

    @given(strategies.texts(max_size=3))
    def test_texts_are_readable(self, text):
        """A text has something to read in it."""
        assert text.strip()

    def test_the_plainest_person_is_plain(self):
        """People shrink to somebody with a position and nothing else."""
        person = find(strategies.people(), lambda person: True, settings=settings(database=None))

        assert ((), (), None) == (person.skills, person.past, person.position.industry)

    def test_the_plainest_assumptions_are_the_defaults(self):
        """Assumptions shrink to the defaults."""
        assert Assumptions() == find(strategies.assumptions(), lambda chosen: True, settings=settings(database=None))


@pytest.mark.parametrize("first", ["hypothesis", "aijobkit.strategies"])
def test_either_may_be_imported_first(first):
    """Whichever comes first, our room or Hypothesis, from_type knows our nouns; the entry point must not trip over itself."""
    code = (
        f"import {first}\n"
        "from hypothesis import strategies as st\n"
        "from aijobkit import Person\n"
        "from hypothesis import find\n"
        "print(find(st.from_type(Person), bool).position.role.title != '')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "True" == done.stdout.strip()
