"""What opens the notebook."""
