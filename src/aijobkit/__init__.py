"""aijobkit."""
