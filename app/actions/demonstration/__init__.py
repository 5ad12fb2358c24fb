"""Invented people, places and sentences for the demonstration notebook."""
