"""What an attachment may cost. Generous for any scan or photograph, small for a hostile file."""

LARGEST = 50_000_000  # bytes of a file
PIXELS = 80_000_000  # of a picture: A3 at 600 dots an inch
SIDE = 30_000
SHOWN = 16_000_000  # pixels handed back at once
SECONDS = 30  # for one answer, the start of the process among it
MEMORY = 1536 << 20
