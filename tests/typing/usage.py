"""
Checked by mypy, never run: what a caller writes has the types that a caller expects.

Each marked assignment must need its ignore: were the value silently ``Any``, the ignore would be unused and the check fail.
"""

from __future__ import annotations

from aijobkit import Person, Position, Role, SwitchPlan, Taxonomy, classify, load_taxonomy, make_plan, to_json

taxonomy: Taxonomy = load_taxonomy()
role: Role = taxonomy.role("nurse")
person = Person(position=Position(role=role), skills=["Python"], past=[Position(role=role)])
plan: SwitchPlan = make_plan(person, Position(role=role))
text: str = to_json(plan)
confidence: float = taxonomy.find_roles("nurse")[0].confidence

not_a_role: int = taxonomy.role("nurse")  # type: ignore[assignment]
not_a_switch: int = classify(person.position, person.position)  # type: ignore[assignment]
not_a_distance: int = taxonomy.role_distance(role, role)  # type: ignore[assignment]
not_a_plan: int = make_plan(person, person.position)  # type: ignore[assignment]
not_text: int = to_json(plan)  # type: ignore[assignment]
Person(position=role)  # type: ignore[arg-type]
Role(code=15, title="x")  # type: ignore[arg-type]
