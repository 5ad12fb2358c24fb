"""What the pages of letters are made of."""
