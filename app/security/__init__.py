"""Keys: the phrase, the slots it opens, and the keys derived from what they hold."""
