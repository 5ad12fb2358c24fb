"""One screen a file. Every page takes a Workspace and shows one thing."""
