"""The end of an open notebook, once it is covered: what is being written is waited for, nothing else."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from app.ui.locking.clock import seconds

_LOOK_MS = 5
_GRACE = 0.2  # seconds work has to end by itself that what is typed must wait for
_PATIENCE = 0.3  # seconds for those who were asked something to notice that they got no answer


class Closing(QObject):
    """Calls `close` as soon as the text is on the disk and nobody below is still in the middle of a call.

    Where a long change holds the text up, `hurry` must end it. Where a question was open, the code that
    asked it goes on first: it would find the notebook shut under its hands. `done` may be waited for by
    another thread.
    """

    finished = Signal()

    def __init__(
        self,
        close: Callable[[], None],
        *,
        writings: Sequence["Future[Any]"],
        hurry: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.done = Event()
        self._close, self._writings, self._hurry = close, writings, hurry
        self._level, self._until = QThread.currentThread().loopLevel(), seconds() + _PATIENCE
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def begin(self, *, asked: bool) -> None:
        """Close now, or when those who `asked` something have gone on."""
        if asked or self._level > 1:
            self._timer.start()
        else:
            self.finish()

    def finish(self) -> None:
        """Wait for the writing, close. Twice is harmless."""
        if self.done.is_set():
            return
        self._timer.stop()
        if wait(self._writings, timeout=_GRACE).not_done:
            self._hurry()
        wait(self._writings)
        self._close()
        self.done.set()
        self.finished.emit()

    def _look(self) -> None:
        unwound = QThread.currentThread().loopLevel() < self._level
        written = all(writing.done() for writing in self._writings)
        if (written and unwound) or seconds() > self._until:
            self.finish()
