"""One question a file: the steps of the first start, in order."""
