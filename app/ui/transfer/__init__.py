"""Parts of the place where cards and packages are."""
