"""
Write ``python.inv``: where the few names of the standard library that our signatures use are documented.

The docs must build without a network, so this small inventory is kept beside them: ``python docs/inventories/vendor.py``.
"""

import zlib
from pathlib import Path

NAMES = {
    "collections.abc.Callable": "library/collections.abc.html",
    "collections.abc.Hashable": "library/collections.abc.html",
    "collections.abc.Iterable": "library/collections.abc.html",
    "collections.abc.Iterator": "library/collections.abc.html",
    "collections.abc.Mapping": "library/collections.abc.html",
    "collections.abc.Sequence": "library/collections.abc.html",
    "datetime.date": "library/datetime.html",
    "enum.Enum": "library/enum.html",
    "pathlib.Path": "library/pathlib.html",
}
HEADER = """\
# Sphinx inventory version 2
# Project: Python
# Version: 3
# The remainder of this file is compressed using zlib.
"""

if __name__ == "__main__":
    body = "".join(f"{name} py:class 1 {page}#$ -\n" for name, page in sorted(NAMES.items()))
    Path(__file__).with_name("python.inv").write_bytes(HEADER.encode() + zlib.compress(body.encode(), 9))
