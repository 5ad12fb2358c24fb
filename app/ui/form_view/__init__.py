"""The one place that draws a form on screen, question by question; it names no question."""
