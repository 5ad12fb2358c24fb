"""What every page about a paper is made of."""
