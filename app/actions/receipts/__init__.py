"""What is answered to a package, and what waits for an answer."""
