"""
The library: embedded data on roles and industries, to load, look up, search by everyday text and measure.

`load_taxonomy` opens it; `Taxonomy` answers.  Effects stop here: everything that leaves is a frozen value.
"""

from aijobkit.taxonomy.library import FindingThresholds, Taxonomy, load_taxonomy
from aijobkit.taxonomy.matches import IndustryMatch, RoleMatch

__all__ = ["FindingThresholds", "IndustryMatch", "RoleMatch", "Taxonomy", "load_taxonomy"]
