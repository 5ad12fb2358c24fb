"""Memory neither locked nor wiped piece by piece, which takes a third of a whole run; nothing else differs.

What the program does is seen by the tests that start it whole, and by those that ask for `wiped`.
"""

from app.storage import pragmas

WIPED = pragmas.FREED_MEMORY


def spare() -> None:
    """From now on, for every notebook this process opens."""
    pragmas.FREED_MEMORY = WIPED.replace("ON", "OFF")
