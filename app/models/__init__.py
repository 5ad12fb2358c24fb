"""What we record: plain structs, no window and no disk."""
