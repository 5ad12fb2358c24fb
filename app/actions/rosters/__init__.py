"""The lists schools hand over."""
