"""What disks, systems and power cuts do to a notebook, done on purpose, and a look at what is left."""
