"""A form filled in: begun, kept, finished, found again."""
