"""The same services without a window, for those who support practitioners. One command a file."""
