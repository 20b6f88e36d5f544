"""The roles are sound, new, and usable for a plan."""

from __future__ import annotations

from aijobkit_finance_roles import catalogue

from aijobkit import Person, Position, SwitchKind, load_taxonomy, make_plan
from aijobkit.plugins import gather_roles, make_plugin_manager
from aijobkit.testing import check_provider, sample_plans


def test_contract() -> None:
    """It registers, answers with roles and is deterministic."""
    plan = sample_plans()[0]
    check_provider(catalogue, plan.person, plan)


def test_anchors_are_known() -> None:
    """Every anchor is an occupation of the embedded data, and no code is taken."""
    known = {role.code for role in load_taxonomy().roles}
    roles = catalogue.aijobkit_roles()

    assert not {code for role in roles for code, _ in role.anchors} - known
    assert not {role.code for role in roles} & known
    assert len({role.code for role in roles}) == len(roles) == 8


def test_table_is_sorted() -> None:
    """Rows stand in the order of their codes, so that a review sees what changed."""
    codes = [role.code for role in catalogue.aijobkit_roles()]

    assert codes == sorted(codes)


def test_role_can_be_planned_for() -> None:
    """A role of this catalogue is the target of a plan like any other."""
    manager = make_plugin_manager(discover=False, plugins={"finance": catalogue})
    taxonomy = load_taxonomy().with_roles(gather_roles(manager=manager).definitions)
    analyst = Person(position=Position(role=taxonomy.role("13-2041.00"), industry=taxonomy.industry("5221")))
    plan = make_plan(
        analyst, Position(role=taxonomy.role("finance:credit-scoring-data-scientist")), taxonomy=taxonomy, manager=manager
    )

    assert plan.switch.kind is SwitchKind.ROLE
    assert plan.switch.is_first_ai_job
