"""Whose turn it is to write."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType


class Turn:
    """For `with`: one thread at a time, the same one as often as it likes."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._waiting: set[int] = set()
        self._deep = 0
        self.holder: threading.Thread | None = None

    @property
    def is_awaited(self) -> bool:
        """Whether a thread that wants to write waits."""
        return bool(self._waiting)

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Nobody has the turn meanwhile; whoever waits to keep it so is no writer."""
        with self._lock:
            yield

    def __enter__(self) -> None:
        waiting = threading.get_ident()
        self._waiting.add(waiting)
        try:
            self._lock.acquire()
        finally:
            self._waiting.discard(waiting)
        self._deep += 1
        self.holder = threading.current_thread()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._deep -= 1
        if not self._deep:
            self.holder = None
        self._lock.release()
