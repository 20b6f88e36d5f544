"""Roles at the meeting of AI and finance for aijobkit."""
