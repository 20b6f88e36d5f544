"""
Gaps and strengths of one person: what a target role asks for, what is missing and what is there.

What the person names always counts; a figure about their present role stands in only where it exists, and what a list leaves
out is never taken for something the person cannot do.  Values in, values out.

::

    names.py    when two names mean the same skill, and when one comes near the other
    asked.py    what the target asks for, item by item
    missing.py  skill_gaps(), count_gaps()
    present.py  find_strengths()
"""

from aijobkit.gaps.missing import count_gaps, skill_gaps
from aijobkit.gaps.names import same_skill, skill_keys
from aijobkit.gaps.present import find_strengths

__all__ = ["count_gaps", "find_strengths", "same_skill", "skill_gaps", "skill_keys"]
