"""Every connection of this process, so that all of them can be stopped at once."""

import threading
import weakref
from typing import Protocol


class Stoppable(Protocol):
    """Something that ends its work, from another thread too."""

    def stop(self) -> None:
        """End it."""


_open: weakref.WeakSet[Stoppable] = weakref.WeakSet()
_counting = threading.Lock()


def remember(one: Stoppable) -> None:
    """It is open, for as long as anybody holds it."""
    with _counting:
        _open.add(one)


def stop_all() -> None:
    """Stop every connection, also those work has opened for itself."""
    with _counting:
        engines = list(_open)
    for engine in engines:
        engine.stop()
