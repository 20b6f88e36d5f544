"""Teaches aijobkit the words of one house: its job titles and divisions."""
