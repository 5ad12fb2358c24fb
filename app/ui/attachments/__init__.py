"""Attachments on the student's sheet and under a sheet: the row, adding, and dropping files."""
