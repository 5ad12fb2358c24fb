"""What a person can do, one small function a file: called by window and commands alike."""
