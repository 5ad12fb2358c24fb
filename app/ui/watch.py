"""Long work on the worker, watched from the window."""

import time
from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.errors import CarnetError, Stopped
from app.models.progress import Phase

T = TypeVar("T")
_BETWEEN_NEWS = 0.05  # seconds: more often would only keep the window busy


class Watch(QObject):
    """Handed to the work as its `progress`: news comes as `moved`, `stop` makes the next step the last."""

    moved = Signal(str, int, int)  # phase, done, total
    broke = Signal()  # something nobody expected; the worker's own answer says what

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = Event()
        self._phase = ""
        self._next = 0.0

    def run(self, work: Callable[..., T]) -> T:
        """Do the work with this watch as its `progress`; for the worker."""
        try:
            return work(progress=self)
        except CarnetError:
            raise
        except Exception:
            self.broke.emit()
            raise

    def stop(self) -> None:
        """The person has had enough."""
        self._stopped.set()

    @property
    def stopped(self) -> bool:
        """Whether the person has had enough, even if the work no longer heard it."""
        return self._stopped.is_set()

    def __call__(self, phase: Phase, done: int, total: int) -> None:
        """Called by the work, in its own thread. Raises Stopped."""
        if self._stopped.is_set():
            raise Stopped
        now = time.monotonic()
        if phase != self._phase or now >= self._next:
            self._phase, self._next = phase, now + _BETWEEN_NEWS
            self.moved.emit(phase, done, total)
