"""Copies: made, proved, put back."""
