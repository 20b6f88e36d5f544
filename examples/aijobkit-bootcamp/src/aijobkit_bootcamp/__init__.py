"""The courses of a bootcamp as advice for aijobkit."""
