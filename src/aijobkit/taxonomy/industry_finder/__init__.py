"""
Finding industries: from the words people use for an employer's trade to NAICS 2022 codes.

`IndustryFinder` reads a text in ways of falling sureness (`finder`), with the words of `words`, the neighbours of `phrases`
and the vote of `search`.
"""

from aijobkit.taxonomy.industry_finder.candidates import IndustryCandidate
from aijobkit.taxonomy.industry_finder.employers import is_self_employed, is_way_of_working, says_instead
from aijobkit.taxonomy.industry_finder.finder import IndustryFinder
from aijobkit.taxonomy.industry_finder.words import phrase_key

__all__ = ["IndustryCandidate", "IndustryFinder", "is_self_employed", "is_way_of_working", "phrase_key", "says_instead"]
