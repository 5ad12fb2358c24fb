"""Chips: chosen, removed, ticked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.chip import Chip
from app.ui.widgets.icon_button import IconButton
from tests.ui.widgets import said


def test_delete_and_the_cross_remove(qtbot: QtBot, theme: Theme) -> None:
    """Delete, Backspace and the × ask to be removed; the × has a name."""
    chip = Chip(theme, "Mobbing", remove_name="Retirer Mobbing")
    qtbot.addWidget(chip)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        with qtbot.waitSignal(chip.removed):
            qtbot.keyClick(chip, key)
    cross = chip.findChild(IconButton)
    assert said.name(cross) == "Retirer Mobbing"
    with qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)


def test_a_checkable_chip_is_a_check_box(qtbot: QtBot, theme: Theme) -> None:
    """Readers hear a check box and can toggle it; the tick makes room for itself."""
    chip = Chip(theme, "Normale", checkable=True)
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    assert said.role(chip) == QAccessible.Role.CheckBox
    actions = QAccessible.queryAccessibleInterface(chip).actionInterface()
    with qtbot.waitSignal(chip.toggled):
        actions.doAction(actions.toggleAction())
    assert chip.selected
    assert chip.sizeHint().width() > before


def test_the_tail_word_is_told(qtbot: QtBot, theme: Theme) -> None:
    """The word that makes a reason the main one is heard, and goes when the choice goes."""
    chip = Chip(theme, "Mobbing")
    qtbot.addWidget(chip)
    chip.set_selected(True, "principal")
    assert said.described(chip) == "principal"
    chip.set_selected(False)
    assert said.described(chip) == ""
