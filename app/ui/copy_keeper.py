"""Keeps copies while one works: on a thread of its own, giving way to whoever writes, gone at the lock."""

import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import suppress
from functools import partial
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app import log
from app.actions.copies.check_structure import check_is_due, check_structure
from app.actions.copies.keep_copies import OFF, is_due, keep_copies, owes_copies
from app.actions.copies.look_at_copies import Copies, look_at_copies
from app.errors import CarnetError, Stopped
from app.storage.engine import Interrupted
from app.storage.notebook import Notebook
from app.ui.tasks import Tasks

_FIRST_MS, _TICK_MS = 4_000, 60_000
_EVERY = 30 * 60.0  # seconds between two copies while one works
_IDLE = 2 * 60.0  # nobody has written for so long
_LAST_CHANCE = 5.0  # how long closing waits for its copy; the next opening makes what was missed
_PAUSE = 0.02


class _Outcome(NamedTuple):
    copies: Copies
    failure: CarnetError | None
    held_up: bool


class CopyKeeper(QObject):
    """`changed` when what is known of copies may be another; `seen` and `failure` say what it is."""

    changed = Signal()

    def __init__(self, notebook: Notebook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._tasks = Tasks(self)
        self._stop = Event()
        self._running: Future[_Outcome] | None = None
        self._busy = False  # apart: work that is quickly done is told before its future is known here
        self._tried = 0.0
        self._again = True  # the first look is at once
        self._look_after = False  # somebody asked while it was busy
        self.seen: Copies | None = None
        self.failure: CarnetError | None = None
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(self.look)
        self._ticking = QTimer(self)
        self._ticking.timeout.connect(self.look)

    @property
    def busy(self) -> bool:
        """Is a copy or a check under way."""
        return self._busy

    def start(self) -> None:
        """A moment after the notebook was opened, then every minute."""
        self._first.start(_FIRST_MS)
        self._ticking.start(_TICK_MS)

    def look(self) -> None:
        """Make what is due now: a copy, the one for a drive that is back, the weekly check."""
        if self.busy:
            return
        if self._again or time.monotonic() - self._tried >= _EVERY:
            self._run(partial(self._keep, beside_too=True))
        elif check_is_due(self._notebook) and self._quiet_for() > _IDLE:
            self._run(self._check)
        elif self.seen is not None and self.seen.waiting:
            self._run(partial(self._keep, beside_too=False))

    def make_now(self) -> None:
        """A copy because somebody asked for one, changed or not."""
        if not self.busy:
            self._run(partial(self._keep, anyway=True, insist=True))

    def look_again(self) -> None:
        """Something about copies is different now."""
        if self.busy:
            self._look_after = True
        else:
            self._run(self._see)

    def last_copy(self) -> None:
        """The notebook is about to be closed: what is due is made if that is quickly done."""
        if self._automatic() and is_due(self._notebook):
            deadline = time.monotonic() + _LAST_CHANCE

            def in_time() -> None:
                self._go_on()
                if time.monotonic() > deadline:
                    raise Stopped

            self._tasks.submit(partial(self._keep, insist=True, go_on=in_time)).result()

    def stop(self) -> None:
        """End whatever runs, within a moment; nothing half-made stays."""
        self._first.stop()
        self._ticking.stop()
        self._stop.set()
        while self._running is not None and not self._running.done():
            self._notebook.stop_structure_check()
            wait([self._running], timeout=_PAUSE)
        self._tasks.stop()

    def _run(self, work: Callable[[], _Outcome]) -> None:
        self._busy = True
        self.changed.emit()
        self._running = self._tasks.run(work, done=self._tell, failed=self._tell_failure)

    def _tell(self, outcome: _Outcome) -> None:
        self._busy = False
        self.seen, self.failure, self._again = outcome.copies, outcome.failure, outcome.held_up
        self._tell_changed()

    def _tell_failure(self, failure: CarnetError) -> None:
        self._busy, self.failure = False, failure
        self._tell_changed()

    def _tell_changed(self) -> None:
        if self._stop.is_set():
            return
        if self._look_after:
            self._look_after = False
            self._run(self._see)
        else:
            self.changed.emit()

    # In the other thread

    def _keep(
        self,
        *,
        anyway: bool = False,
        insist: bool = False,
        beside_too: bool = True,
        go_on: Callable[[], None] | None = None,
    ) -> _Outcome:
        failure, held_up = None, False
        if beside_too:
            self._tried = time.monotonic()
        try:
            if anyway or self._automatic():
                keep_copies(
                    self._notebook, go_on=go_on or self._go_on, insist=insist, anyway=anyway,
                    beside_too=beside_too,
                )  # fmt: skip
        except (Interrupted, Stopped):
            held_up = True
        except CarnetError as error:
            failure = error
            log.log_failure(error)
        return _Outcome(look_at_copies(self._notebook), failure, held_up)

    def _check(self) -> _Outcome:
        with suppress(Interrupted):
            check_structure(self._notebook)
        return self._see()

    def _see(self) -> _Outcome:
        return _Outcome(look_at_copies(self._notebook), self.failure, self._again)

    def _go_on(self) -> None:
        if self._stop.is_set():
            raise Stopped

    def _automatic(self) -> bool:
        """Invented people need no copies."""
        if self._notebook.is_demonstration:
            return False
        return not self._notebook.preferences.get(OFF, False) or owes_copies(self._notebook)

    def _quiet_for(self) -> float:
        """Seconds since anybody wrote in the notebook."""
        files = self._notebook.keys_of_files()
        return time.time() - max(path.stat().st_mtime for path in files)
