"""The encrypted notebook on disk."""
