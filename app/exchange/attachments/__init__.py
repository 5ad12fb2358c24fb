"""Pictures and PDFs from outside: known by their bytes, decoded in a process of its own."""
