"""
The planner: the main job, and the questions that people ask around it.

::

    moves.py       from words to two positions                    resolve_move()
    equipping.py   what plugins bring to the taxonomy             equip_taxonomy()
    experience.py  what past roles add to the present one
    measuring.py   one person's ruler
    making.py      the main job                                   make_plan(), assess()
    questions.py   compare(), feeders(), what_if(), explain()
"""

from aijobkit.planner.equipping import Equipped, equip_taxonomy
from aijobkit.planner.making import assess, make_plan, provenance_of
from aijobkit.planner.moves import Move, resolve_move
from aijobkit.planner.questions import Comparison, Explanation, Feeder, WhatIf, compare, explain, feeders, what_if

__all__ = [
    "Comparison",
    "Equipped",
    "Explanation",
    "Feeder",
    "Move",
    "WhatIf",
    "assess",
    "compare",
    "equip_taxonomy",
    "explain",
    "feeders",
    "make_plan",
    "provenance_of",
    "resolve_move",
    "what_if",
]
