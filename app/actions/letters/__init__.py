"""A letter, to one home or to many."""
