"""What is said above the page."""
