"""What sending and receiving both know of a package."""
