"""Whom one exchanges with."""
