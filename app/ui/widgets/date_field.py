"""A day, typed or picked."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.text_field import TextField
from app.ui.widgets.typed_date import typed_date


def _numbers(day: date) -> str:
    return f"{day:%d/%m/%Y}"


class DateField(TextField):
    """What is typed stays as typed until it is understood; leaving the field writes the day in full.

    `parse` turns words into a day (None for nothing, ValueError for what is no date) and `shown` writes
    a day; by default plain numbers, day first. Alt+Down opens the calendar.
    """

    day_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        calendar_name: str,
        placeholder: str = "",
        name: str = "",
        parse: Callable[[str], date | None] | None = None,
        shown: Callable[[date], str] | None = None,
        language: str = "fr",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, placeholder=placeholder, name=name, parent=parent)
        self._parse = parse or (lambda text: typed_date(text, today=date.today()))
        self._shown = shown or _numbers
        self._language = language
        self._open: _Popup | None = None
        self._button = IconButton(
            theme, "calendar-blank", calendar_name, side=28, in_tab_order=False, parent=self
        )
        self._button.clicked.connect(self.open_calendar)
        self.add_inside(self._button)
        self.textChanged.connect(lambda _: self.day_changed.emit())

    def value(self) -> date | None:
        """The day, or None when empty or not understood."""
        try:
            return self._parse(self.text())
        except ValueError:
            return None

    def is_valid(self) -> bool:
        """Is it empty or understood."""
        try:
            self._parse(self.text())
        except ValueError:
            return False
        return True

    def set_value(self, day: date | None) -> None:
        """Write a day, or nothing."""
        self.setText(self._shown(day) if day is not None else "")

    def open_calendar(self) -> None:
        """Show the month around the day."""
        popup = _Popup(self.theme, self._language, self)
        day = self.value() or date.today()
        popup.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        popup.chosen.connect(self._choose)
        popup.show_under(self)
        self._open = popup

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the understood day in full."""
        super().focusOutEvent(event)
        day = self.value()
        if day is not None and self._shown(day) != self.text():
            self.set_value(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens, as in every field that opens."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _choose(self, day: QDate) -> None:
        self.set_value(date(day.year(), day.month(), day.day()))
        self.setFocus(Qt.FocusReason.PopupFocusReason)


class _Popup(QFrame):
    """The calendar under its field; gone when focus or a day is taken."""

    chosen = Signal(QDate)

    def __init__(self, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget()
        self.calendar.setFont(theme.font("body"))
        self.calendar.setLocale(QLocale(language))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setGridVisible(False)
        plain = self.calendar.weekdayTextFormat(Qt.DayOfWeek.Monday)
        plain.setForeground(theme.color("ink"))
        header = self.calendar.headerTextFormat()
        header.setForeground(theme.color("ink2"))
        header.setBackground(theme.color("field"))
        self.calendar.setHeaderTextFormat(header)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekday, plain)
        for name, icon in (("prevmonth", "caret-left"), ("nextmonth", "caret-right")):
            way = self.calendar.findChild(QToolButton, f"qt_calendar_{name}")
            if isinstance(way, QToolButton):
                way.setIcon(theme.icon(icon, "ink2", 18))
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)
        self.setObjectName("calendar-popup")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8))
        column.addWidget(self.calendar)

    def show_under(self, field: QWidget) -> None:
        """Below the field, or above it where the screen ends."""
        self.adjustSize()
        corner = field.mapToGlobal(QPoint(0, field.height() + 4))
        screen = field.screen().availableGeometry()
        if corner.y() + self.height() > screen.bottom():
            corner = field.mapToGlobal(QPoint(0, -self.height() - 4))
        corner.setX(max(screen.x(), min(corner.x(), screen.right() - self.width())))
        self.move(corner)
        self.show()
        self.calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.chosen.emit(day)
        self.close()
