"""What is seen while the notebook is closed: the cover, the first start, what went wrong."""
