"""What is chosen, and looked at, before a form is printed for several students at once."""
