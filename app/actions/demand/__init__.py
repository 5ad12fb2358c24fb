"""Requests and advice, with a student or without."""
