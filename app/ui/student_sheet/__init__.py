"""The sheet of one student, one block a file."""
