"""
What Hypothesis calls when it is imported, by the entry point of its name.

A room of its own, because importing `aijobkit.strategies` imports Hypothesis, which then asks for this before that room is
ready; that room teaches Hypothesis our nouns itself when it is.
"""

__all__ = ["register"]


def register() -> None:
    """Teach ``st.from_type`` our nouns."""
    import aijobkit.strategies  # noqa: F401 - importing it is what does it
