"""
Finds roles by meaning with the sentence-embedding model all-MiniLM-L6-v2, offline and without torch.

Installed it does nothing.  It answers when the environment variable ``AIJOBKIT_MINILM`` names a file of title vectors, made by
``python -m aijobkit_minilm build --out FILE``, or when a `MinilmFinder` with such a file is handed to
``make_plugin_manager(plugins=[...])``.  numpy and the model are loaded with the first text, never at import.
"""

from __future__ import annotations

from aijobkit_minilm.finder import MinilmFinder

__all__ = ["MinilmFinder", "plugin"]

plugin = MinilmFinder()
"""What the entry point offers."""
