"""What a unit sees of its practitioners: who has which case, and who may be written twice."""
