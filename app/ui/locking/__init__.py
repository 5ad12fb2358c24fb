"""What closes the notebook without asking: a key, idleness, the system; and what must not lie about."""
