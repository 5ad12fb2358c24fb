"""A package that came: looked into and taken over."""
