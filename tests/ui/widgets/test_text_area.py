"""Long text: it grows, and the keyboard leaves it."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.text_area import TextArea
from app.ui.widgets.text_field import TextField


def test_it_grows_with_the_text_within_bounds(qtbot: QtBot, look: Theme) -> None:
    """More lines make it higher until its bound, and fewer make it lower again."""
    area = TextArea(look, lines=2, most=5)
    qtbot.addWidget(area)
    area.resize(look.px(400), 100)
    with qtbot.waitExposed(area):
        area.show()
    small = area.height()
    area.setPlainText("un\ndeux\ntrois\nquatre")
    qtbot.waitUntil(lambda: area.height() >= small + 2 * area.line_height())
    area.setPlainText("\n" * 40)
    assert area.height() <= small + 3 * area.line_height()
    area.clear()
    qtbot.waitUntil(lambda: area.height() == small)


def test_tab_leaves_it(qtbot: QtBot, theme: Theme) -> None:
    """Tab goes to the next field instead of writing a tabulation."""
    window = QWidget()
    column = QVBoxLayout(window)
    area, after = TextArea(theme), TextField(theme)
    column.addWidget(area)
    column.addWidget(after)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert area.toPlainText() == ""


def test_what_a_word_processor_gives_is_as_if_typed(qtbot: QtBot, theme: Theme) -> None:
    """Its line and page breaks are line breaks; signs nobody sees stay behind, and no word is cut by one."""
    area, pasted = TextArea(theme), QMimeData()
    qtbot.addWidget(area)
    pasted.setText("Un\x0bdeux\r\ntrois\x0cquatre\x07\x00 har\u00adcè\u200ble\ufeffment\ufffc\u00a0: “là”\t!")
    area.insertFromMimeData(pasted)
    assert area.words() == "Un\ndeux\ntrois\nquatre harcèlement\u00a0: “là”\t!"
