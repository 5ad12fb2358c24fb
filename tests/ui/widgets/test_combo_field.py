"""One choice among some."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.combo_field import ComboField

CHOICES = [("lu", "Luxembourg, SePAS"), ("fr", "France, SSFE")]


def test_choices_by_key(qtbot: QtBot, theme: Theme) -> None:
    """One chooses and asks by key; an unknown key chooses nothing."""
    combo = ComboField(theme, choices=CHOICES, name="Service")
    qtbot.addWidget(combo)
    assert combo.chosen() is None
    combo.choose("fr")
    assert (combo.chosen(), combo.currentText()) == ("fr", "France, SSFE")
    combo.choose("xx")
    assert combo.chosen() is None


def test_other_choices_keep_the_chosen_one(qtbot: QtBot, theme: Theme) -> None:
    """When the list changes and still holds the choice, the choice stays."""
    combo = ComboField(theme, choices=CHOICES)
    qtbot.addWidget(combo)
    combo.choose("fr")
    combo.set_choices([("be", "Belgique"), *CHOICES])
    assert combo.chosen() == "fr"


def test_readers_hear_the_value(qtbot: QtBot, theme: Theme) -> None:
    """A reader hears the choice, and what it is the choice of."""
    combo = ComboField(theme, choices=CHOICES, name="Service")
    qtbot.addWidget(combo)
    combo.choose("lu")
    interface = QAccessible.queryAccessibleInterface(combo)
    said = {interface.text(QAccessible.Text.Name), interface.text(QAccessible.Text.Value)}
    assert "Luxembourg, SePAS" in said
    assert interface.text(QAccessible.Text.Description) == "Service"


def test_the_wheel_changes_nothing_in_passing(qtbot: QtBot, theme: Theme) -> None:
    """Scrolling a sheet over the field leaves the choice alone."""
    combo = ComboField(theme, choices=CHOICES)
    qtbot.addWidget(combo)
    combo.choose("lu")
    down = QWheelEvent(
        QPointF(5, 5),
        QPointF(combo.mapToGlobal(QPoint(5, 5))),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, down)
    assert combo.chosen() == "lu"
