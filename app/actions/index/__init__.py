"""What makes things found by typing."""
