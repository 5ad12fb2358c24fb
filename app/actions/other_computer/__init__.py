"""Two computers of one practitioner, kept in step by packages to oneself."""
