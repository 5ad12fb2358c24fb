"""Questions: verbs, the safe one focused, nobody in the window's title."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.button import Kind
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.scrim import Scrim

ANSWERS: list[tuple[str, str, Kind]] = [
    ("erase", "Effacer les 3 notes", "danger"),
    ("keep", "Garder", "outlined"),
]


def _dialog(qtbot: QtBot, theme: Theme, parent: QWidget | None = None) -> Dialog:
    dialog = Dialog(
        theme,
        title="Effacer ces 3 notes ?",
        text="On ne pourra pas les retrouver. " * 3,
        answers=ANSWERS,
        parent=parent,
    )
    qtbot.addWidget(dialog)
    return dialog


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, "keep"), (Qt.Key.Key_Escape, "")])
def test_the_safe_answer_is_focused(qtbot: QtBot, theme: Theme, key: Qt.Key, answer: str) -> None:
    """Enter keeps, Escape leaves; the window behind is shaded meanwhile and clear afterwards."""
    behind = QWidget()
    behind.resize(900, 600)
    qtbot.addWidget(behind)
    behind.show()
    dialog = _dialog(qtbot, theme, behind)
    shaded: list[bool] = []

    def press() -> None:
        shaded.append(bool(behind.findChildren(Scrim)))
        qtbot.keyClick(dialog.focusWidget(), key)

    QTimer.singleShot(50, press)
    assert dialog.ask() == answer
    assert shaded == [True]
    assert not any(scrim.isVisible() for scrim in behind.findChildren(Scrim))


def test_a_verb_answers(qtbot: QtBot, theme: Theme) -> None:
    """The pressed verb is the answer."""
    dialog = _dialog(qtbot, theme)
    dialog.buttons["erase"].click()
    assert dialog.answer == "erase"


def test_the_question_is_heard_but_is_no_window_title(qtbot: QtBot, theme: Theme) -> None:
    """A question may name somebody, so it never becomes the window's title."""
    dialog = _dialog(qtbot, theme)
    assert dialog.windowTitle() == "Carnet"
    assert dialog.accessibleName() == "Effacer ces 3 notes ?"


def test_it_fits_the_window_behind(qtbot: QtBot, look: Theme) -> None:
    """However large the text, it stays within the window and scrolls."""
    behind = QWidget()
    behind.resize(700, 400)
    qtbot.addWidget(behind)
    dialog = _dialog(qtbot, look, behind)
    assert dialog.width() <= 700
    assert dialog.height() <= 400
