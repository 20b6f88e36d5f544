"""Runs the command line: ``python -m aijobkit``, for where the command itself is not on the path."""

import sys

from aijobkit.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    sys.exit(main())
