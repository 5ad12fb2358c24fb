"""What a sheet is made of, and how one is read that is not written on."""
