"""One paper on its way to the printer while the window goes on."""

import sys
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtPrintSupport import QPrinter

from app import log
from app.errors import CarnetError, Unexpected
from app.ui.tasks import Tasks

_ROWS = 128  # of a page at once: a step no key waits for


class PrintRun(QObject):
    """`ended` carries the CarnetError that stopped it, or None; once, and whatever is locked meanwhile.

    Where CUPS prints, a process of its own does it: handing over may take as long as a network does.
    Elsewhere a printer cannot be taken to another process without what its own driver was told (a number
    to be typed at the machine, say): it is painted here in small steps, and the system's queue takes it.
    """

    ended = Signal(object)

    def __init__(self, pdf: bytes, printer: QPrinter, *, own_process: bool = sys.platform == "linux") -> None:
        super().__init__()
        self._paper, self._printer, self._own_process = [pdf], printer, own_process
        self._tasks: Tasks | None = None
        self._steps: Iterator[None] = iter(())
        self._is_over = False

    def start(self) -> None:
        """Begin."""
        if self._own_process:
            from app.ui.paper.print_process import print_in_own_process
            from app.ui.paper.printer_settings import settings_of

            self._tasks = Tasks(self)
            work = partial(print_in_own_process, self._paper, settings_of(self._printer))
            self._work = self._tasks.run(work, done=self._end, failed=self._end)
            return
        from app.ui.paper.painting import painted

        self._steps = painted(self._paper.pop(), self._printer, rows=_ROWS)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(0)

    def wait(self) -> None:
        """Until it is over: the program ends, or the notebook is closed for another."""
        if self._own_process:
            error = self._work.exception()
            if error is not None and not isinstance(error, CarnetError):
                log.log_failure(error)
                error = Unexpected()
            self._end(error)
        while not self._is_over:
            self._step()

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._end(None)
        except CarnetError as failure:
            self._end(failure)
        except Exception as error:
            log.log_failure(error)
            self._end(Unexpected())

    def _end(self, failure: CarnetError | None) -> None:
        if self._is_over:
            return
        self._is_over = True
        if self._tasks is None:
            self._timer.stop()
        self._steps, self._paper = iter(()), []
        self.ended.emit(failure)
