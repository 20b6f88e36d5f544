"""Law 6: learning what the target asks for never does harm."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from aijobkit import strategies as values
from aijobkit.difficulty import find_barriers, measure_difficulty
from aijobkit.gaps import find_strengths, skill_gaps
from aijobkit.switches import SwitchKind


@st.composite
def _lessons(draw):
    """Return a person, two profiles and the name of something the target asks for."""
    switch = draw(values.switches(kind=SwitchKind.ROLE))
    person = draw(values.people(positions=st.just(switch.origin)))
    origin = draw(values.profiles(role=switch.origin.role))
    target = draw(values.profiles(role=switch.target.role))
    asked = [
        *(skill.name for skill in target.skills),
        *(technology.name for technology in target.technologies),
        *target.topics,
    ]
    assume(asked)
    return switch, person, origin, target, draw(st.sampled_from(asked))


class TestLearningHelps:
    """Learning a skill the target asks for never raises the difficulty and never enlarges the gap."""

    @given(_lessons(), values.assumptions())
    def test_the_gap_never_grows(self, lesson, assumptions):
        """After the lesson no gap is new, none counts more, and not fewer things are met."""
        _, person, origin, target, name = lesson
        before = skill_gaps(person, origin, target, assumptions=assumptions)
        after = skill_gaps(person.with_skills(name), origin, target, assumptions=assumptions)

        names = {(gap.domain, gap.name) for gap in before.gaps}
        assert {(gap.domain, gap.name) for gap in after.gaps} <= names
        assert after.met >= before.met
        assert after.asked - after.met <= before.asked - before.met

    @given(_lessons(), values.distances(), values.assumptions())
    def test_the_difficulty_never_rises(self, lesson, distance, assumptions):
        """After the lesson the switch is not harder than before."""
        switch, person, origin, target, name = lesson

        def measured(learner):
            return measure_difficulty(
                switch,
                role_distance=distance,
                industry_distance=distance,
                barriers=find_barriers(origin, target, education=learner.education),
                gaps=skill_gaps(learner, origin, target, assumptions=assumptions),
                assumptions=assumptions,
            ).value

        assert measured(person.with_skills(name)) <= measured(person)

    @given(_lessons())
    def test_a_gap_that_is_learned_closes(self, lesson):
        """Learning the first gap on the list by its own name takes it off the list."""
        _, person, origin, target, _ = lesson
        gaps = skill_gaps(person, origin, target).gaps
        assume(gaps)
        after = skill_gaps(person.with_skills(gaps[0].name), origin, target)

        assert gaps[0].name not in {gap.name for gap in after.gaps}
        # A name that is both a skill and knowledge is told with its domain.
        assert gaps[0].name in {name.partition(" (")[0] for name in after.met_names} | set(after.met_names)

    @given(_lessons())
    def test_the_count_adds_up(self, lesson):
        """What is met and what is missing make up what is asked for, and both reports count alike."""
        _, person, origin, target, _ = lesson
        report = skill_gaps(person, origin, target)
        strengths = find_strengths(person, origin, target)

        assert report.asked == report.met + len(report.gaps)
        assert report.met == len(report.met_names)
        assert (report.met, report.asked) == (strengths.shared, strengths.asked)
