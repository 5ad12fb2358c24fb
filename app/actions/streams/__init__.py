"""The row of packages that goes on to somebody, or comes from them."""
