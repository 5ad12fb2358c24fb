"""Keeps what is being typed: on disk at most a second after the first key that is not there yet."""

import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from app.errors import CarnetError, SavingFailed

WAIT = 700  # milliseconds from the first unsaved key to the call
RETRY = 2000  # milliseconds after a failure
LATE = 2000  # milliseconds after which a writing that has not ended is announced

Content = dict[str, Any]
Keep = Callable[[Content, Content], "Future[Any] | None"]


class Sheet(Protocol):
    """What is kept: anything that says when it changed, what it holds and where the cursor is."""

    changed: SignalInstance

    def raw(self) -> Content:
        """What the widgets hold."""

    def cursor(self) -> Content:
        """Where one types."""


class DraftKeeper(QObject):
    """Calls `keep(content, cursor)` 700 ms after the first unsaved key; later keys do not put it off.

    `keep` may write at once and return None, or return a Future that ends when it is written; a
    CarnetError is announced and the same content tried again, since nobody may lose what they typed.
    One writing at a time: what was typed meanwhile follows 700 ms after its first key, and at once where
    the writing took longer.
    """

    kept = Signal(str)  # the clock, "14:32:07"
    failed = Signal(object)  # a CarnetError
    late = Signal()  # the disk is slow: not written two seconds after the call
    _written = Signal(object)  # the Future; brings the worker's news into the window's thread

    def __init__(self, sheet: Sheet, keep: Keep, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._keep = keep
        self._unsaved = False
        self._since = 0.0  # the first unsaved key, on a clock that only goes forward
        self._running: Future[Any] | None = None
        self._wait = self._timer(self._write)
        self._lateness = self._timer(self.late.emit)
        self._written.connect(self._finish)
        sheet.changed.connect(self._note)

    @property
    def unsaved(self) -> bool:
        """Whether anything typed is not known to be on disk."""
        return self._unsaved or self._running is not None

    def flush(self) -> "Future[Any] | None":
        """Write now what is not written yet, for leaving and locking; the writing that must end first."""
        self._wait.stop()
        if self._unsaved:
            self._write(overtake=True)
        return self._running

    def forget(self) -> None:
        """Stop: the sheet was finished or thrown away, so nothing of it is kept any more."""
        self._wait.stop()
        self._lateness.stop()
        self._unsaved = False
        self._running = None

    def _note(self) -> None:
        if not self._unsaved:
            self._since = time.monotonic()
        self._unsaved = True
        if not self._wait.isActive() and self._running is None:
            self._wait.start(WAIT)

    def _write(self, *, overtake: bool = False) -> None:
        if self._running is not None and not overtake:
            return
        self._unsaved = False
        try:
            future = self._keep(self._sheet.raw(), self._sheet.cursor())
        except CarnetError as failure:
            self._fail(failure)
            return
        if future is None:
            self._say_kept()
            return
        self._running = future
        self._lateness.start(LATE)
        future.add_done_callback(self._written.emit)

    def _finish(self, future: "Future[Any]") -> None:
        if future is not self._running:
            return  # overtaken by a later writing, or forgotten
        self._running = None
        self._lateness.stop()
        failure = None if future.cancelled() else future.exception()
        if future.cancelled() or failure is not None:
            self._fail(failure if isinstance(failure, CarnetError) else SavingFailed())
            return
        self._say_kept()
        if self._unsaved:  # with a quick disk every key would ask for the whole sheet again
            self._wait.start(max(0, WAIT - round((time.monotonic() - self._since) * 1000)))

    def _say_kept(self) -> None:
        self.kept.emit(time.strftime("%H:%M:%S"))

    def _fail(self, failure: CarnetError) -> None:
        self._unsaved = True
        self._wait.start(RETRY)
        self.failed.emit(failure)

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer
