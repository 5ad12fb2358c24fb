"""What somebody agreed to, and whether it still holds."""
