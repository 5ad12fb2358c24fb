"""Every connection of this process, so that the work of all, or of one thread, can be stopped at once."""

import threading
import weakref
from typing import Protocol


class Stoppable(Protocol):
    """Something that ends its work, from another thread too."""

    def stop(self, thread: threading.Thread | None = None) -> None:
        """End it, or what this thread does in it."""


_open: weakref.WeakSet[Stoppable] = weakref.WeakSet()
_given_up: weakref.WeakSet[threading.Thread] = weakref.WeakSet()
_counting = threading.Lock()


def remember(one: Stoppable) -> None:
    """It is open, for as long as anybody holds it."""
    with _counting:
        _open.add(one)


def stop_all(thread: threading.Thread | None = None) -> None:
    """Stop every connection, also those work has opened for itself; or what one thread does in any."""
    with _counting:
        engines = list(_open)
    if thread is not None:
        _given_up.add(thread)
    for engine in engines:
        engine.stop(thread)


def is_given_up() -> bool:
    """Whether nothing this thread does is wanted any more."""
    return bool(_given_up) and threading.current_thread() in _given_up
