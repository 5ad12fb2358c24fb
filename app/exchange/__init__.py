"""Between notebooks, and from other software."""
