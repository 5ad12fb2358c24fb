"""Who is followed, and the people around them."""
