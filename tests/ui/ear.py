"""Listens whether the window's thread still answers."""

import time
from types import TracebackType

from PySide6.QtCore import Qt, QTimer

_EVERY_MS = 5


class Ear:
    """For `with`: `longest` is how many seconds the thread took at most to hear its clock again."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._hear)

    def __enter__(self) -> "Ear":
        self._heard = time.perf_counter()
        self._timer.start(_EVERY_MS)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._hear()
        self._timer.stop()

    def _hear(self) -> None:
        now = time.perf_counter()
        self.longest, self._heard = max(self.longest, now - self._heard), now
