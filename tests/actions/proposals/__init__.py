"""What a unit sends down, and what is said to it."""
