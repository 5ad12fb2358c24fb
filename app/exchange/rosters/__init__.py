"""Class lists of school software: from untrusted bytes to a plan a person can look at."""
