"""What is looked after by itself while the notebook is open."""
