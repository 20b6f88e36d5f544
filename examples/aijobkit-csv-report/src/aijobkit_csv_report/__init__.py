"""The routes of a plan as CSV, for aijobkit."""
