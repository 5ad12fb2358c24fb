"""Found by typing, from anywhere."""
