"""
Products of small matrices that come out the same in any company.

How a linear-algebra library rounds a sum depends on the rows beside it, on the machine and on the number of its threads.
Both sides are therefore brought to whole numbers, so small that every sum of their products is exact in 32 bits, in whatever
order it is made; what that loses is far below what vectors in four bits have lost before.  Products are made in pieces so
small that no threads wake: these cost more than they save in a tenth of a millisecond.  Nearly square pieces are the quickest.
Needs numpy.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

__all__ = ["MOST_WORK", "Table"]

MOST_WORK = 250_000
"""Multiplications of one piece: OpenBLAS, which numpy's wheels carry, starts threads above 2**18."""
COLUMNS = 80
"""Columns of one piece; of 20 to 122 the quickest where it was measured."""
EXACT = 2**24
"""Whole numbers up to this one are exact in 32 bits, and so are their sums as long as none is greater."""
STEPS = 255
"""Steps of each sign to which rows are brought; the table gets what is left of `EXACT`."""


class Table:
    """
    A table of numbers that rows are multiplied by.

    Args:
        numbers: As many rows as the rows will have numbers.

    Attributes:
        width: Columns of the pieces together: those of *numbers*, filled up.

    Examples:
        >>> import numpy as np
        >>> Table(np.ones((3, 2), np.float32)).product(np.ones((2, 3), np.float32)).round(4).tolist()
        [[3.0, 3.0], [3.0, 3.0]]
    """

    def __init__(self, numbers: Floats) -> None:
        import numpy as np

        numbers = numbers.astype(np.float32)
        self._step = np.float32(max(float(np.abs(numbers).max()), 1e-9) / (EXACT // (STEPS * len(numbers))))
        height, self._columns = numbers.shape
        width = min(COLUMNS, self._columns)
        whole = np.zeros((height, math.ceil(self._columns / width) * width), np.float32)
        whole[:, : self._columns] = np.rint(numbers / self._step)
        self.width = whole.shape[1]
        self._pieces: Floats = np.ascontiguousarray(whole.reshape(height, -1, width).swapaxes(0, 1))

    def product(self, rows: Floats, out: Floats | None = None) -> Floats:
        """
        Return the matrix product of *rows* and this table, to within about half a per cent of the greatest sums.

        Args:
            rows: As long as the table is high.
            out: Where to put it: contiguous, of as many rows and `width` columns; a view of it is returned.
        """
        import numpy as np

        step = np.abs(rows).max(1, keepdims=True).clip(1e-9) / np.float32(STEPS)
        whole = np.rint(rows / step)
        pieces, height, width = self._pieces.shape
        found = np.empty((len(rows), self.width), np.float32) if out is None else out
        size = MOST_WORK // (height * width)
        full = len(rows) // size * size
        for some, many in ((slice(full), size), (slice(full, None), len(rows) - full)):
            if many:
                by_piece = found[some].reshape(-1, many, pieces, width).transpose(2, 0, 1, 3)
                np.matmul(whole[some].reshape(-1, many, height), self._pieces[:, None], out=by_piece)
        found *= step * self._step
        return found[:, : self._columns]
