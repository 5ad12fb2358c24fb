"""Carnet: the case notebook of one school social worker, psychologist or counsellor."""

__version__ = "0.1.0"
