"""One part of the settings a file; the page shows one at a time."""
