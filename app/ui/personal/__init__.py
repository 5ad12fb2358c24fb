"""The personal notes beside what lies open."""
