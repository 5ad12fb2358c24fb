"""What a paper shows, from the notebook to its bytes."""
