"""Numbered steps of the personal file."""
