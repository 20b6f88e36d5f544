"""
How good are the estimated ratings?  Ten-fold cross-validation on the occupations that O*NET has rated.

Usage: ``python benchmarks/imputation.py ONET_ZIP_OR_DIR``

An occupation's estimated profile is compared with its measured one after the mean profile of all occupations is taken off
both, so that what is common to all work earns nothing.  Prints a Markdown table.
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

from aijobkit.taxonomy.building import imputation
from aijobkit.taxonomy.building.comparison import compare
from aijobkit.taxonomy.building.onet import read_onet
from aijobkit.taxonomy.building.reading import Release


def main(path: str) -> None:
    """Print the median and the quartiles of the profile correlation for each scale."""
    onet = read_onet(Release(Path(path)))
    codes = sorted(onet.occupations)
    near = imputation.nearness(onet, codes, compare(onet))
    scales = {
        "importance of skills and knowledge": (onet.importance, onet.elements("skill", "knowledge")),
        "level of skills and knowledge": (onet.level, onet.elements("skill", "knowledge")),
        "importance of work styles": (onet.work_styles, onet.elements("work style")),
    }
    print(f"O*NET {onet.version}; nearest {imputation.NEAREST}, ridge {imputation.RIDGE}")
    print("\n| scale | occupations | lower quartile | median | upper quartile |\n|---|---|---|---|---|")
    for name, (ratings, elements) in scales.items():
        values = sorted(imputation.cross_validate(ratings, elements, near, codes).values())
        low, middle, high = statistics.quantiles(values, n=4)
        print(f"| {name} | {len(values)} | {low:.2f} | {middle:.2f} | {high:.2f} |")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
