"""Sphinx configuration; nothing is fetched while the docs are built."""

from aijobkit import __version__

project = "aijobkit"
author = "The aijobkit maintainers"
copyright = "2026, the aijobkit maintainers"
release = version = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.intersphinx", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = f"aijobkit {release}"

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_default_options = {"members": True, "show-inheritance": True}
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_rtype = False
nitpicky = True
# Single backticks name code; what deserves a link is linked by its signature.
default_role = "code"
intersphinx_mapping = {"python": ("https://docs.python.org/3", "inventories/python.inv")}
nitpick_ignore_regex = [
    # Type aliases and variables of signatures: described where they are used, not objects of their own.
    ("py:class", r"(.*\.)?(T|Document|Exists|Measure|Pay|Weigh|Matrix)"),
    # Other projects whose inventories we do not carry.
    ("py:class", r"(hypothesis|numpy|np|pluggy|click|cattrs)\..*"),
    ("py:class", r"(NDArray|SearchStrategy)"),
    # Imported for type checkers only, written there without its module.
    ("py:class", r"Path"),
]
