"""Pay in words: what is capped, what is less, and where."""

from __future__ import annotations

import attrs
import pytest

from aijobkit import Person, Position, Role, SwitchPlan, Taxonomy, make_plan, make_plugin_manager
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.planner import explain
from aijobkit.reports import render
from plans_by_hand import GROUND, PLAN

CAPPED = Evidence(kind=EvidenceKind.MEASURED, source="made up", detail="pay of all", is_floor=True)
MIXED = Role(code="aijobkit:prompt-engineer", title="Prompt Engineer", onet_codes=["15-1252.00"])


def told(plan: SwitchPlan) -> str:
    """Return the page of a plan on one line."""
    return " ".join(render(plan, "text").split())


def paid(pay: float, *, ground: Evidence = GROUND, role: Role | None = None, present: Evidence = GROUND) -> SwitchPlan:
    """Return a plan all of whose steps end at *pay*, from work paid $100,000."""

    def ending(step):  # type: ignore[no-untyped-def]
        target = step.target if role is None else attrs.evolve(step.target, role=role)
        return attrs.evolve(step, pay=pay, evidence=[ground], target=target)

    routes = [attrs.evolve(route, steps=[ending(step) for step in route.steps]) for route in PLAN.routes]
    return attrs.evolve(PLAN, routes=routes, present_pay=100_000.0, present_pay_evidence=present)


@pytest.fixture(scope="module")
def plan_of(taxonomy: Taxonomy):
    """Return what makes a plan from the codes of two roles and two industries."""

    def plan(role: str, industry: str, to_role: str, to_industry: str) -> SwitchPlan:
        person, target = (
            Position(role=taxonomy.role(one), industry=taxonomy.industry(where))
            for one, where in ((role, industry), (to_role, to_industry))
        )
        return make_plan(Person(position=person), target, taxonomy=taxonomy, manager=make_plugin_manager(discover=False))

    return plan


class TestCappedPay:
    """A median at which BLS stops publishing is told as that or more, wherever it is told."""

    @pytest.mark.parametrize(
        ("role", "industry"),
        [("29-1224.00", "622"), ("29-1249.00", "622"), ("29-1211.00", "622"), ("11-1011.00", "5221"), ("53-2011.00", "481")],
    )
    def test_the_present_role(self, plan_of, role: str, industry: str) -> None:
        """A surgeon is not told an exact median that nobody published."""
        plan = plan_of(role, industry, "15-2051.00", industry)

        assert 239_200.0 == plan.present_pay
        assert plan.present_pay_evidence is not None
        assert plan.present_pay_evidence.is_floor
        assert "Median pay in your present role: $239,200 or more a year" in told(plan)
        assert "above $239,200 BLS publishes no figure" in told(plan)
        assert "the $239,000 of" not in told(plan)

    def test_the_target(self, plan_of) -> None:
        """The same holds at the end of a step."""
        plan = plan_of("11-9111.00", "622", "29-1224.00", "622")

        assert "Median pay there: $239,200 or more a year" in told(plan)
        assert "$239,000 a" not in told(plan)

    def test_the_words_are_not_asked(self) -> None:
        """That a figure is the least that it can be is a fact beside the words, and told in every face."""
        plan = paid(50_000.0, ground=CAPPED, present=CAPPED)
        rows = {row.what: row.value for row in explain(plan)}

        assert "Median pay in your present role: $100,000 or more a year" in told(plan)
        assert "Median pay there: $50,000 or more a year" in told(plan)
        assert "$100,000 or more a year" == rows["pay in the present role"]

    def test_a_mean_that_holds_it(self, taxonomy: Taxonomy) -> None:
        """A mean of which a capped figure is part is not exact either; others are."""
        pay = taxonomy.measures.pay

        assert [True, False] == [
            found is not None and found[1].is_floor
            for found in (pay(taxonomy.role("11-1011.00")), pay(taxonomy.role("15-2051.00")))
        ]

    def test_what_may_be_more_is_not_called_less(self) -> None:
        """Pay of which only the least is known lies not below anything for sure."""
        plan = paid(50_000.0, ground=CAPPED)

        assert "less than in your present role" not in told(plan)
        assert [0.0] == sorted({plan.pay_fall(step) for route in plan.routes for step in route.steps})

    def test_the_fall_from_it_is_the_least(self) -> None:
        """From a capped figure the fall may be larger."""
        assert "clearly less than in your present role (at least 50% less)" in told(paid(50_000.0, present=CAPPED))


class TestFallsInPay:
    """Of two falls in pay the larger is never the one that goes without a word."""

    @pytest.mark.parametrize(
        ("pay", "words"),
        [
            (70_000.0, "clearly less than in your present role (about 30% less)"),
            (78_000.0, "perhaps 22% less than in your present role: nobody counts this one, so ask"),
        ],
    )
    def test_of_a_mixture(self, pay: float, words: str) -> None:
        """That of neighbouring occupations is told with the doubt that it has."""
        assert words in told(paid(pay, role=MIXED))

    def test_the_share_follows_from_the_figures_as_printed(self) -> None:
        """Who divides the 53,000 that they read by 59,970 finds the share beside them."""
        assert "perhaps 12% less than in your present role" in told(
            attrs.evolve(paid(53_400.0, role=MIXED), present_pay=59_970.0)
        )

    def test_of_what_is_counted(self) -> None:
        """That of a counted occupation is told with its size."""
        assert "clearly less than in your present role (15% less)" in told(paid(85_000.0))

    @pytest.mark.parametrize("role", [None, MIXED])
    def test_not_worth_a_word(self, role: Role | None) -> None:
        """What no figure can tell apart goes without a word."""
        assert "less than in your present role" not in told(paid(95_000.0, role=role))

    def test_the_advice_says_both(self, plan_of) -> None:
        """Advice minds the pay of a role that nobody counts, too."""
        plan = plan_of("11-2021.00", "5132", "aijobkit:ai-product-manager", "5132")

        assert "Mind the pay: AI product managers are not counted" in told(plan)


@pytest.mark.parametrize(
    ("move", "words"),
    [
        (
            ("15-2051.00", "5221", "15-2051.00", "622"),
            "data scientists in hospitals have a median clearly below the $124,000 of data scientists in banking",
        ),
        (
            ("13-2011.00", "5412", "13-2011.00", "722"),
            "accountants in restaurants have a median clearly below the $82,000 of accountants in accounting",
        ),
    ],
)
def test_one_role_is_not_paid_less_than_itself(plan_of, move: tuple[str, str, str, str], words: str) -> None:
    """Where a new trade pays less, both trades are named."""
    assert words in told(plan_of(*move))
