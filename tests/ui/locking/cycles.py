"""The whole program, opened and locked again and again; run as a process of its own, whose memory is read.

`python -m tests.ui.locking.cycles NOTEBOOK WORDS`: for each line on standard input it opens the notebook,
types the words on a sheet, locks, and says "locked". Nothing in it knows a key.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.application import Application, make_application
from app.ui.covers.unlock import Unlock
from app.ui.destination import Destination
from tests.builders import PHRASE

_PATIENCE = 60  # seconds


def main(folder: str, words: str) -> None:
    """Until there is no more line."""
    carnet = Application(make_application([]), notebook=Path(folder), language="en")
    carnet.start()
    print("there", flush=True)
    while sys.stdin.readline():
        cover = carnet.window.currentWidget()
        assert isinstance(cover, Unlock)
        type_letters(cover._phrase.field, PHRASE)
        cover._try()
        wait(lambda: carnet.main is not None)
        assert carnet.main is not None
        if carnet.main.here.screen != "sheet":
            carnet.main.go(Destination("sheet", form="f1-interview"))
        page = carnet.main.page()
        page._view.focus_question("demand")  # type: ignore[union-attr]
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        type_letters(QApplication.focusWidget(), words)
        print("open", flush=True)
        sys.stdin.readline()
        carnet.lock()
        wait(lambda: carnet.locking._closing is None)
        settle(0.2)
        print("locked", flush=True)
    carnet.finish()


def type_letters(field: QWidget, words: str) -> None:
    """As a keyboard does: given whole, Qt would have a text of them that nobody typed."""
    for letter in words:
        QTest.keyClick(field, letter)


def wait(until: Callable[[], bool]) -> None:
    """Let the program go on until it is so."""
    end = time.monotonic() + _PATIENCE
    while not until():
        assert time.monotonic() < end
        QTest.qWait(5)  # as the program's own loop does, it also lets go of what was given up


def settle(seconds: float) -> None:
    """Let the program go on for a moment."""
    end = time.monotonic() + seconds
    wait(lambda: time.monotonic() > end)


if __name__ == "__main__":
    main(*sys.argv[1:])
