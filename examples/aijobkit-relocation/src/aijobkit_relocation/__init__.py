"""Makes steps of a route harder that would mean moving house or a new work permit, for aijobkit."""
