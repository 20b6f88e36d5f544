"""
Gaps and strengths of one person: what a target role asks for, what is missing and what is there.

What the person names always counts where the target asks for it; a figure about their present role stands in only where it
exists, and what a list leaves out is never taken for something the person cannot do.  Values in, values out.

::

    tables.py   everyday words for skills, alternatives, families: what the data lack, reviewed by hand
    ai_words.py everyday words for the work of AI, and what comes near it
    trade_words.py  everyday words of single trades
    wordings.py in which other forms the same skill is written: qualifiers, plurals, words turned round
    names.py    when two names mean the same skill, and when one comes near the other
    asked.py    what the target asks for, item by item
    missing.py  skill_gaps(), count_gaps(), gap_counter()
    present.py  find_strengths()
    licences.py  names_licence(): the licence of a role among what a person names
"""

from aijobkit.gaps.missing import count_gaps, gap_counter, skill_gaps
from aijobkit.gaps.names import display_name, is_foundation, is_office, same_skill, shows, skill_keys, split_skills
from aijobkit.gaps.present import find_strengths

__all__ = [
    "count_gaps",
    "display_name",
    "find_strengths",
    "gap_counter",
    "is_foundation",
    "is_office",
    "same_skill",
    "shows",
    "skill_gaps",
    "skill_keys",
    "split_skills",
]
