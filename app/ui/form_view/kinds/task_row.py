"""One decision: what, who, by when, and whether it is done."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.models.record import new_id
from app.ui.form_view.kinds.base import Context
from app.ui.form_view.parts.row_stack import ICON, Row
from app.ui.form_view.parts.short_field import ShortField
from app.ui.form_view.parts.tick import Tick
from app.ui.form_view.parts.wrapping_field import WrappingField
from app.ui.form_view.read import NotUnderstood
from app.ui.form_view.read.dates import read_date
from app.ui.form_view.read.reading import reading

_NARROW = 440  # below this width who and when stand under what


class TaskRow(Row):
    """A day written after the last comma of what ("call the mother, friday") moves to its own field."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        theme, text = context.theme, context.locale.text
        self._id = new_id()
        self._reading = reading(kind="date", locale=context.locale, today=context.today, toward="future")
        self._tick = Tick(theme, text("Done"), parent=self)
        self._what = WrappingField(theme, parent=self)
        self._who = ShortField(theme, shape="line", hint=text("who"), parent=self)
        self._due = ShortField(theme, shape="line", hint=text("by when"), parent=self)
        self._due.setAlignment(Qt.AlignmentFlag.AlignRight)
        names = (text("What is to be done"), text("Who does it"), text("By when"))
        typed: tuple[WrappingField | ShortField, ...] = (self._what, self._who, self._due)
        for field, name in zip(typed, names, strict=True):
            field.setAccessibleName(name)
            field.entered.connect(self._enter)
            field.left.connect(self.left)
        self._who.setFixedWidth(theme.px(128))
        self._due.setFixedWidth(theme.px(112))
        self._what.textEdited.connect(self._edit_what)
        self._who.textEdited.connect(self.changed)
        self._due.textEdited.connect(self._edit_due)
        self._what.left.connect(self._move_day)
        self._due.left.connect(self._write_day)
        self._tick.clicked.connect(self.changed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 1, 0, 2)
        self._grid.setSpacing(0)
        self._grid.setColumnMinimumWidth(0, theme.px(ICON))
        self._grid.setColumnStretch(1, 1)
        self._narrow: bool | None = None
        self._arrange(narrow=False)

    def raw(self) -> Any:
        """What the fields hold, with the task's identifier."""
        typed = {"text": self._what.text(), "who": self._who.text(), "due": self._due.text()}
        if not any(text.strip() for text in typed.values()):
            return None
        return {"id": self._id, **typed, "done": self._tick.isChecked()}

    def set_raw(self, raw: Any) -> None:
        """Type it again; None makes an empty line with an identifier of its own."""
        held = raw if isinstance(raw, dict) else {}
        self._id = held.get("id") or new_id()
        self._what.setText(str(held.get("text") or ""))
        self._who.setText(str(held.get("who") or ""))
        self._due.setText(str(held.get("due") or ""))
        self._tick.setChecked(bool(held.get("done")))
        self._show_day()

    def fields(self) -> list[QWidget]:
        """What, who, when, then the box."""
        return [self._what, self._who, self._due, self._tick]

    def set_waiting(self, waiting: bool) -> None:
        """The last line invites, with a plus instead of the box."""
        text = self._context.locale.text
        self.set_icon("plus" if waiting else "")
        self._what.setPlaceholderText(text("Add what is to be done") if waiting else "")
        self._tick.setVisible(not waiting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lines where one is too short."""
        super().resizeEvent(event)
        self._arrange(narrow=event.size().width() < self._context.theme.px(_NARROW))

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        for widget in (self._tick, self._what, self._who, self._due):
            grid.removeWidget(widget)
        grid.addWidget(self._tick, 0, 0, top)
        if narrow:
            grid.addWidget(self._what, 0, 1, 1, 2)
            grid.addWidget(self._who, 1, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self._due, 1, 2)
        else:
            grid.addWidget(self._what, 0, 1)
            grid.addWidget(self._who, 0, 2, top)
            grid.addWidget(self._due, 0, 3, top)

    def _edit_what(self) -> None:
        day = self._day_at_end()
        self._due.set_friendly(self._friendly(day) if day and not self._due.text() else "")
        self.changed.emit()

    def _edit_due(self) -> None:
        self._due.set_doubtful(False)
        self.changed.emit()

    def _enter(self) -> None:
        self._move_day()
        self._write_day()
        self.entered.emit()

    def _day_at_end(self) -> str | None:
        """The day written after the last comma, as an ISO date."""
        _, comma, end = self._what.text().rpartition(",")
        try:
            return self._reading.read(end) if comma else None
        except NotUnderstood:
            return None

    def _move_day(self) -> None:
        day = self._day_at_end()
        if day is None or self._due.text():
            return
        self._what.setText(self._what.text().rpartition(",")[0].rstrip())
        self._due.setText(self._reading.show(day))
        self._show_day()
        self.changed.emit()

    def _write_day(self) -> None:
        try:
            day = self._reading.read(self._due.text())
        except NotUnderstood:
            day = None
        if day is not None and self._reading.show(day) != self._due.text():
            self._due.setText(self._reading.show(day))
            self.changed.emit()
        self._show_day()

    def _show_day(self) -> None:
        """The day in few words, or that it cannot be understood."""
        try:
            day = self._reading.read(self._due.text())
        except NotUnderstood:
            self._due.set_doubtful(True)
            self._due.set_friendly("")
            return
        self._due.set_doubtful(False)
        self._due.set_friendly(self._friendly(day) if day else "")

    def _friendly(self, day: str) -> str:
        found = read_date(day, locale=self._context.locale, today=self._context.today())
        return self._context.locale.date(found, "brief") if found else ""
