"""Everything about a student in order of time."""
