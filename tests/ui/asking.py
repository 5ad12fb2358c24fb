"""Answering the questions a page asks, the way a person would: once they are on the screen."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

_LOOK_MS, _PATIENCE = 10, 300


def when_asked(answer: Callable[[Any], None], *, patience: int = _PATIENCE) -> None:
    """Call `answer` with the dialog that comes up next; one that stays up after it is left."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        ready = dialog is not None and (dialog.isActiveWindow() or patience < _PATIENCE // 2)
        if not ready and patience > 0:
            when_asked(answer, patience=patience - 1)
            return
        assert dialog is not None, "nobody was asked"
        try:
            answer(dialog)
        finally:
            if dialog.isVisible():
                dialog.done(0)

    QTimer.singleShot(_LOOK_MS, look)


def press(key: str) -> Callable[[Any], None]:
    """An answer: press this verb."""
    return lambda dialog: dialog.buttons[key].click()
