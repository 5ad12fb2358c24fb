"""Numbered steps from every schema ever shipped to the present one."""
