"""SIECLE, the French schools' base: students and guardians from its XML files."""
