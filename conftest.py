"""
Runs the examples of the README, the docs and the docstrings as tests.

Docstring examples are doctests; Markdown pages run their ``python`` blocks in order, in one namespace per page.
"""

from pathlib import Path

from sybil import Sybil
from sybil.parsers.codeblock import PythonCodeBlockParser as DocstringBlocks
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.myst import PythonCodeBlockParser

_ROOT = Path(__file__).parent

_pages = Sybil(parsers=[PythonCodeBlockParser()], path=str(_ROOT), patterns=["README.md", "docs/**/*.md"])
_docstrings = Sybil(parsers=[DocTestParser(), DocstringBlocks()], path=str(_ROOT / "src"), patterns=["**/*.py"])

pytest_collect_file = (_pages + _docstrings).pytest()
