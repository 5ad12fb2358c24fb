"""What was said before, and what is erased for ever."""
