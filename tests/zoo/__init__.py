"""
The hostile zoo: plugins that misbehave, each in a file of its own, and what installs them for a test.

A file ``<animal>.py`` here is the module of a distribution ``zoo-<animal>``; no file is imported by the tests themselves.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

__all__ = ["ANIMALS", "install", "install_animal", "use"]

_HERE = Path(__file__).parent
ANIMALS = tuple(sorted(path.stem for path in _HERE.glob("*.py") if path.stem != "__init__"))


def install(site: Path, name: str, entry_points: str | bytes, *, version: str = "1.0", module: str = "") -> Path:
    """
    Write a distribution into a folder of installed packages, as an installer would.

    Args:
        site: The folder.
        name: Name of the distribution.
        entry_points: Content of its ``entry_points.txt``.
        version: Its version.
        module: Source of a module that is called like the distribution, with underscores.
    """
    if module:
        (site / f"{name.replace('-', '_').lower()}.py").write_text(module, encoding="utf-8")
    info = site / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
    text = entry_points.encode() if isinstance(entry_points, str) else entry_points
    (info / "entry_points.txt").write_bytes(text)
    return info


def install_animal(site: Path, animal: str) -> str:
    """Install one animal; return the name of its provider."""
    shutil.copy(_HERE / f"{animal}.py", site / f"zoo_{animal}.py")
    name = f"zoo-{animal.replace('_', '-')}"
    install(site, name, f"[aijobkit]\nanimal = zoo_{animal}\n")
    return f"{name}:animal"


def use(site: Path, monkeypatch) -> None:
    """Put *site* on the path for one test, let plugins load, and forget modules from it afterwards."""
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.delenv("AIJOBKIT_PLUGINS", raising=False)
    for name in [name for name in sys.modules if name.startswith(("zoo_", "own_"))]:
        monkeypatch.delitem(sys.modules, name)
