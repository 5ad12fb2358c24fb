"""Keys as the system brings them: to the window, whatever has come up over it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.application import Application
from app.ui.covers.unlock import Unlock
from app.ui.main_window import MainWindow
from tests.builders import PHRASE

WAIT = 20_000


def press_lock() -> None:
    """Ctrl+L, on the way every real key takes."""
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window has the keyboard"
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def has_the_keyboard() -> bool:
    """Whether the question that is open, if one is, has been given the keyboard."""
    question = QApplication.activeModalWidget()
    return question is None or QGuiApplication.focusWindow() is question.windowHandle()


def open_with_phrase(qtbot: QtBot, carnet: Application) -> MainWindow:
    """Type the phrase on the cover; the window of the open notebook."""
    cover = carnet.window.currentWidget()
    assert isinstance(cover, Unlock)
    cover._phrase.field.setText(PHRASE)
    cover._try()
    qtbot.waitUntil(lambda: carnet.main is not None, timeout=WAIT)
    assert carnet.main is not None
    carnet.window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None, timeout=WAIT)
    return carnet.main


def seen_besides(carnet: Application) -> list[QWidget]:
    """Every window on the screen but that of the cover."""
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not carnet.window]
