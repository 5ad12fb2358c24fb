"""The field for a day: typed or picked."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.date_field import DateField
from app.ui.widgets.icon_button import IconButton
from tests.ui.widgets import said


def _field(qtbot: QtBot, theme: Theme) -> DateField:
    field = DateField(theme, calendar_name="Choisir un jour", name="Né le")
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def test_typing_a_day(qtbot: QtBot, theme: Theme) -> None:
    """A typed day is understood while typing and written in full on leaving."""
    field = _field(qtbot, theme)
    with qtbot.waitSignal(field.day_changed):
        qtbot.keyClicks(field, "12.11.26")
    assert field.value() == date(2026, 11, 12)
    field.clearFocus()
    assert field.text() == "12/11/2026"


def test_what_is_no_date_stays_as_typed(qtbot: QtBot, theme: Theme) -> None:
    """Words that are no date are kept, and said not to be valid."""
    field = _field(qtbot, theme)
    qtbot.keyClicks(field, "a la rentree")
    field.clearFocus()
    assert (field.text(), field.value(), field.is_valid()) == ("a la rentree", None, False)


def test_picking_a_day(qtbot: QtBot, theme: Theme) -> None:
    """Alt and Down open the month of the day; a picked day is written and the calendar goes."""
    field = _field(qtbot, theme)
    field.set_value(date(2026, 11, 12))
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2026, 11, 12)
    calendar.activated.emit(QDate(2026, 11, 20))
    assert field.value() == date(2026, 11, 20)


def test_the_button_has_a_name(qtbot: QtBot, theme: Theme) -> None:
    """The calendar's button says what it does."""
    field = _field(qtbot, theme)
    assert said.name(field.findChild(IconButton)) == "Choisir un jour"


def test_another_way_of_writing(qtbot: QtBot, theme: Theme) -> None:
    """The caller's own reading and writing of days is used."""
    field = DateField(
        theme,
        calendar_name="Tag",
        parse=lambda text: date(2026, 1, 1) if text == "neujahr" else None,
        shown=lambda day: f"{day:%d.%m.%Y}",
    )
    qtbot.addWidget(field)
    field.setText("neujahr")
    assert field.value() == date(2026, 1, 1)
    field.set_value(date(2026, 3, 2))
    assert field.text() == "02.03.2026"
