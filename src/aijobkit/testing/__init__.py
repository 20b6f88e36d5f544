"""
The guest annex: what authors of plugins need to test them.

`check_provider` runs our contract on a plugin, `sample_people` and `sample_plans` give it something to talk about, and
``aijobkit.testing.fixtures`` holds fixtures for pytest, which is imported there only.
"""

from aijobkit.testing.checking import check_provider
from aijobkit.testing.samples import sample_people, sample_plans

__all__ = ["check_provider", "sample_people", "sample_plans"]
