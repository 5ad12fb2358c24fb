"""The pieces every screen is made of: each draws itself from a theme and speaks its caller's words."""
