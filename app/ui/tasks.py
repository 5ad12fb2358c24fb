"""One worker for slow work, so that the window never waits.

The work is a function on plain data; this is only the wrapper that carries it to a thread and back.
"""

import threading
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app import log
from app.errors import CarnetError, Unexpected

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


class Tasks(QObject):
    """Runs one thing after the other; answers arrive in the window's thread."""

    _answered = Signal(object)
    broke = Signal(object)  # an exception nobody else was told of

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stopped = False
        self.worker: threading.Thread | None = None  # the latest one
        self.asked = 0  # how often something was asked for whose answer is waited for
        self._round = 0
        self._named: list[tuple[str, Future[Any]]] = []
        # Queued, for work that is over at once would answer before whoever asked has gone on.
        self._answered.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def submit(self, work: Callable[[], T]) -> "Future[T]":
        """Queue the work; its Future may be waited for."""
        return self._pool.submit(work)

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[CarnetError], None] | None = None,
        name: str = "",
    ) -> "Future[T]":
        """Queue the work, then call `done` with its result or `failed` with what can be told.

        Work with a `name` changes something: how it ended is told even if nobody waits for the answer.

        What nobody foresaw is logged and told as Unexpected; without `failed`, `broke` carries it.
        """
        self.asked += 1
        future, asked_in = self._pool.submit(work), self._round
        if name:
            self._named.append((name, future))

        def answer(ended: "Future[Any]") -> None:
            if asked_in == self._round:
                self._named = [each for each in self._named if each[1] is not ended]
                self._tell(ended, done, failed)

        future.add_done_callback(lambda ended: self._answered.emit(lambda: answer(ended)))
        return future

    def give_up(self) -> "list[tuple[str, Future[Any]]]":
        """Nobody waits for any answer any more and what waits is dropped; the named work not yet told."""
        self._round += 1
        untold, self._named = self._named, []
        if "_pool" in vars(self):
            self._pool.shutdown(wait=False, cancel_futures=True)
            del self._pool  # what comes next does not wait for what is ending
        return untold

    def stop(self) -> None:
        """Wait for what is under way, refuse what is new."""
        self.stopped = True
        self._pool.shutdown(wait=True)

    def _hand_over(self, answer: Callable[[], None]) -> None:
        answer()

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor  # not before the first paint

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="carnet", initializer=self._begin)

    def _begin(self) -> None:
        self.worker = threading.current_thread()

    def _tell(
        self,
        ended: "Future[Any]",
        done: Callable[[Any], None],
        failed: Callable[[CarnetError], None] | None,
    ) -> None:
        if ended.cancelled():
            return
        error = ended.exception()
        if error is None:
            done(ended.result())
            return
        if not isinstance(error, CarnetError):
            log.log_failure(error)
        if failed is not None:
            failed(error if isinstance(error, CarnetError) else Unexpected())
        else:
            self.broke.emit(error)
