"""How things are said, wherever a page says them."""
