"""One widget for each kind of question, all of the same shape."""
