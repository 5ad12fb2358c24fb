"""Colours, type, sizes and icons: the one place where the look is decided."""
