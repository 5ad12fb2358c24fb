"""Packages: written, read, and everything a hostile one may try."""
