"""What a unit sees of its practitioners."""
