"""Printing, and how the window fares meanwhile."""

import time

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.errors import CarnetError
from app.ui.paper.print_run import PrintRun

LONG = 60_000  # milliseconds
STALL = 0.1  # seconds of the processor between two turns of the window


class Turns(QTimer):
    """How long the window's thread was busy at most between two looks at what happened."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, time.thread_time()
        self.timeout.connect(self._look)
        self.start(1)

    def _look(self) -> None:
        now = time.thread_time()
        self.longest, self._last = max(self.longest, now - self._last), now


def over(qtbot: QtBot, run: PrintRun) -> CarnetError | None:
    """Print, and what it ended with."""
    ended: list[CarnetError | None] = []
    run.ended.connect(ended.append)
    run.start()
    qtbot.waitUntil(lambda: bool(ended), timeout=LONG)
    assert len(ended) == 1
    return ended[0]
