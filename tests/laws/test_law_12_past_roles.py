"""Law 12: what somebody did before never does harm."""

from __future__ import annotations

import itertools

import attrs
from hypothesis import assume, example, given
from hypothesis import strategies as st

from aijobkit.evidence import EvidenceKind
from aijobkit.people import Person, Position
from aijobkit.planner import assess, make_plan
from aijobkit.planner.measuring import Ruler
from aijobkit.switches import Assumptions, SwitchKind
from aijobkit.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
NURSE, BREAK = TAXONOMY.role("29-1141.00"), TAXONOMY.role("aijobkit:career-break")
ENGINEER = TAXONOMY.role("aijobkit:machine-learning-engineer")
SCIENTIST, DEVELOPER = TAXONOMY.role("15-2051.00"), TAXONOMY.role("15-1252.00")

roles = st.sampled_from(TAXONOMY.measures.roles)
lives = st.sampled_from([role for role in TAXONOMY.measures.roles if role.is_life_role])
origins = roles | lives
places = st.sampled_from([None, *map(TAXONOMY.industry, ("622", "5132", "6113"))])


def _person(role, past=(), industry=None):
    return Person(
        position=Position(role=role, industry=industry), skills=("Python",), past=[Position(role=one) for one in past]
    )


def _part(difficulty, name):
    return next(part for part in difficulty.parts if part.name == name)


class TestPastRolesHelp:
    """Naming a past role never makes a move harder, nor the share of what is missing larger."""

    @given(origins, roles, st.lists(origins, min_size=1, max_size=3), places, places)
    @example(NURSE, ENGINEER, [ENGINEER], None, None)
    @example(BREAK, ENGINEER, [NURSE], None, None)
    def test_each_more_helps_or_changes_nothing(self, origin, target, past, here, there):
        """With every further role of the past the difficulty and the share of gaps stay or fall; the kind stays."""
        position = Position(role=target, industry=there)
        found = []
        for number in range(len(past) + 1):
            person = _person(origin, past[:number], here)
            switch, difficulty = assess(person, position, taxonomy=TAXONOMY)
            gaps = Ruler(TAXONOMY, person, Assumptions()).gaps(origin, target)
            found.append((switch.kind, difficulty.value, (gaps.asked - gaps.met) / gaps.asked if gaps.asked else 1.0))

        for before, after in itertools.pairwise(found):
            assert after[0] is before[0]
            assert after[1] <= before[1] + 1e-12
            assert after[2] <= before[2] + 1e-12 or origin == target

    @given(origins, roles)
    @example(BREAK, ENGINEER)
    @example(NURSE, ENGINEER)
    def test_work_done_before_is_not_far(self, origin, target):
        """A past role equal to the target leaves no distance and no barrier, and says in its evidence where that is from."""
        assume(not target.is_life_role)
        switch, difficulty = assess(_person(origin, [target]), Position(role=target), taxonomy=TAXONOMY)
        assume(switch.kind is SwitchKind.ROLE)

        assert {"new role", "role distance", "skill gap"} == {part.name for part in difficulty.parts}
        assert 0.0 == _part(difficulty, "role distance").value
        assert f"past work as {target.title}" in _part(difficulty, "role distance").evidence.detail
        assert _part(difficulty, "role distance").past_roles == (target,)
        assert difficulty.ranks_targets

    def test_an_occupation_of_the_past_is_known(self):
        """Whoever is on a break and names an occupation is not told that too little is known, however far that is."""
        person = _person(BREAK, [NURSE])
        _, difficulty = assess(person, Position(role=ENGINEER), taxonomy=TAXONOMY)

        assert EvidenceKind.DERIVED is _part(difficulty, "role distance").evidence.kind
        assert "past work as Registered Nurses" in _part(difficulty, "role distance").evidence.detail
        assert difficulty.ranks_targets
        assert not assess(_person(BREAK), Position(role=ENGINEER), taxonomy=TAXONOMY)[1].ranks_targets

    def test_ways_of_life_of_the_past_tell_nothing(self):
        """That somebody was a student once does not bring anything nearer."""
        student = TAXONOMY.role("aijobkit:student")
        before, after = (
            assess(_person(NURSE, past), Position(role=ENGINEER), taxonomy=TAXONOMY)[1] for past in ((), (student,))
        )

        assert _part(before, "role distance") == _part(after, "role distance")


class TestPastRolesAreData:
    """Each part tells as data which past roles it was counted from."""

    def test_each_part_names_its_own(self):
        """A part names the roles that its evidence does; one that no past role changed names none."""
        student = TAXONOMY.role("aijobkit:student")
        _, difficulty = assess(_person(student, [NURSE, SCIENTIST]), Position(role=ENGINEER), taxonomy=TAXONOMY)

        assert (SCIENTIST,) == _part(difficulty, "role distance").past_roles
        assert (NURSE, SCIENTIST) == _part(difficulty, "skill gap").past_roles
        assert () == _part(difficulty, "new role").past_roles

    def test_what_is_no_nearer_is_not_counted(self):
        """Past work that was compared and is no nearer is told in words, and counts nowhere."""
        dancer = TAXONOMY.role("27-2031.00")
        _, difficulty = assess(_person(BREAK, [dancer]), Position(role=ENGINEER), taxonomy=TAXONOMY)

        assert "it is no nearer" in _part(difficulty, "role distance").evidence.detail
        assert () == _part(difficulty, "role distance").past_roles


class TestWaysFromThePast:
    """No way leads over work that somebody has done as if it were new."""

    def test_the_past_is_no_stone(self):
        """Without a past the way leads over data science; with it the leap itself is easier, and no stone is the past."""
        software = TAXONOMY.industry("5132")
        target = Position(role=ENGINEER, industry=software)
        person = _person(BREAK)
        before = make_plan(person, target, taxonomy=TAXONOMY)
        after = make_plan(_person(BREAK, [SCIENTIST, DEVELOPER]), target, taxonomy=TAXONOMY)
        over = {step.target.role for route in before.routes for step in route.steps[:-1]}

        assert SCIENTIST in over
        assert after.routes[0].total < before.routes[0].total
        assert not any(
            step.target.role in (SCIENTIST, DEVELOPER)
            for route in after.routes
            if not route.title.startswith("Back to ")
            for step in route.steps
        )
        assert not any("internship" in route.reason for route in after.routes)

    def test_the_counts_of_a_plan_agree(self):
        """Strengths and gaps count the same things, and the present role keeps what stands out in it."""
        target = Position(role=ENGINEER)
        plan = make_plan(_person(NURSE, [ENGINEER]), target, taxonomy=TAXONOMY)
        alone = make_plan(_person(NURSE), target, taxonomy=TAXONOMY)

        assert (plan.strengths.shared, plan.strengths.asked) == (plan.gaps.met, plan.gaps.asked)
        assert plan.gaps.met > alone.gaps.met
        assert "Medicine and Dentistry" in {strength.name for strength in plan.strengths.strengths}
        assert plan.difficulty.percentile is not None
        assert attrs.evolve(plan.difficulty, stability=None).percentile <= alone.difficulty.percentile

    def test_what_is_told_of_the_past_concerns_the_move(self):
        """A teacher who waited tables brings no cooking unless it is named, and what past work makes count is called so."""
        teacher, waiter, technician, support = map(
            TAXONOMY.role, ("25-2031.00", "35-3031.00", "17-3023.00", "aijobkit:ai-support-specialist")
        )

        def told(person, target):
            found = Ruler(TAXONOMY, person, Assumptions()).strengths(person.position.role, target).strengths
            return {one.name: one.reason for one in found}

        prompts = TAXONOMY.role("prompt engineer")
        cook = _person(teacher, [waiter]).with_skills("cooking")

        assert "Food Production" not in told(_person(teacher, [waiter]), prompts)
        assert "Food Production" in told(cook, prompts)
        assert (
            "not among what is counted"
            not in told(_person(BREAK, [technician]).with_skills("Troubleshooting"), support)["Troubleshooting"]
        )


def test_a_time_of_study_without_a_field_brings_nothing_nearer():
    """Who was a doctoral student in a field that nobody knows is not nearer to anything for it; in physics one is."""
    chemist, there = TAXONOMY.role("19-2031.00"), Position(role=ENGINEER)
    plain = assess(_person(chemist), there)[1]

    for words, is_nearer in (("phd student", False), ("physics phd student", True)):
        student = TAXONOMY.resolve_role(words).role
        assert is_nearer == (assess(_person(chemist, past=[student]), there)[1].value < plain.value)
