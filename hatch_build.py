"""
Build hook: makes ``taxonomy.sqlite`` from the committed tables, for wheels and for editable installs.

The file is derived and therefore not committed; a wheel that lacked it would install without an error and fail at first use.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TAXONOMY = Path("src", "aijobkit", "taxonomy")


class TaxonomyBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Pack the taxonomy before anything is collected."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Pack the tables into the file that the product reads."""
        if self.target_name != "wheel":
            return
        folder = Path(self.root) / TAXONOMY
        spec = importlib.util.spec_from_file_location("aijobkit_pack", folder / "pack.py")
        if spec is None or spec.loader is None:
            raise RuntimeError(f"{folder / 'pack.py'} cannot be loaded; the source tree is not complete")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.pack(folder / "data", folder / "catalogue", folder / "data" / "taxonomy.sqlite")
