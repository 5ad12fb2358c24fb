"""Packages nobody would write, made by chance; `corpus` keeps those that once went wrong."""
