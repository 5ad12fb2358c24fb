"""The pieces the kinds of question are put together from."""
