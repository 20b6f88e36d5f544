"""
Products of small matrices that come out the same in any company.

How a linear-algebra library rounds a row depends on the rows beside it, on the machine and on the number of its threads.
Products are therefore made in double precision and rounded once, and in pieces so small that no threads wake: these cost more
than they save in a tenth of a millisecond.  Needs numpy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Doubles = NDArray[np.float64]

__all__ = ["MOST_WORK", "product"]

MOST_WORK = 250_000
"""Multiplications of one piece: OpenBLAS, which numpy's wheels carry, starts threads above 2**18."""


def product(rows: Floats, table: Doubles) -> Floats:
    """
    Return the matrix product of *rows* and *table*.

    Examples:
        >>> import numpy as np
        >>> product(np.ones((2, 3), np.float32), np.ones((3, 2))).tolist()
        [[3.0, 3.0], [3.0, 3.0]]
    """
    import numpy as np

    precise = rows.astype(np.float64)
    found = np.empty((len(rows), table.shape[1]))
    width = max(MOST_WORK // max(rows.size, 1), 1)
    for start in range(0, table.shape[1], width):
        some = slice(start, start + width)
        np.matmul(precise, table[:, some], out=found[:, some])
    return found.astype(np.float32)
