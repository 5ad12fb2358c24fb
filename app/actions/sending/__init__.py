"""A package on its way out."""
