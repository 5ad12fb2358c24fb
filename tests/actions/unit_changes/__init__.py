"""What a unit changes in its lists and forms."""
