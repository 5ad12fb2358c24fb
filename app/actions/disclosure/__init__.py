"""What leaves, to whom, on what ground, and what the ledger says of it."""
