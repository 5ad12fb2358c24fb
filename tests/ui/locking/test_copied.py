"""What was copied does not stay behind."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.application import Application
from app.ui.locking.copied import STAYS_MS, Copied
from app.ui.theme.theme import Theme
from app.ui.widgets.text_field import TextField


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    """Empty before and after."""
    board = qapp.clipboard()
    board.clear()
    yield board
    board.clear()


def test_copied_words_are_marked_and_taken_back(qtbot: QtBot, theme: Theme, clipboard: QClipboard) -> None:
    """Half a minute to paste them, and a sign to other programs not to keep them."""
    copied = Copied(clipboard)
    field = TextField(theme, text="Inês Da Costa")
    qtbot.addWidget(field)
    field.selectAll()
    field.copy()
    assert clipboard.text() == "Inês Da Costa"
    assert clipboard.mimeData().data("x-kde-passwordManagerHint").data() == b"secret"
    assert STAYS_MS == 30_000
    assert copied._timer.isActive()
    copied._timer.timeout.emit()
    assert clipboard.text() == ""


def test_what_came_from_elsewhere_stays(qtbot: QtBot, theme: Theme, clipboard: QClipboard) -> None:
    """Nobody loses what they copied in another program meanwhile."""
    copied = Copied(clipboard)
    clipboard.setText("von hier")
    elsewhere = QMimeData()
    elsewhere.setText("d’ailleurs")
    clipboard.blockSignals(True)  # as another program does it: we are not the ones who are told
    clipboard.setMimeData(elsewhere)
    clipboard.blockSignals(False)
    copied.clear()
    assert clipboard.text() == "d’ailleurs"


def test_the_lock_takes_it_back(carnet: Application, clipboard: QClipboard) -> None:
    """Nothing of the notebook can be pasted once it is closed."""
    clipboard.setText("Inês Da Costa")
    carnet.lock()
    assert clipboard.text() == ""


def test_the_end_takes_it_back(carnet: Application, clipboard: QClipboard) -> None:
    """Nor once the program is gone."""
    clipboard.setText("Inês Da Costa")
    assert carnet.window.close()
    assert clipboard.text() == ""
