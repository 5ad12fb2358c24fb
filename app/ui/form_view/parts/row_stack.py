"""Lines one under the other, with an empty one at the end waiting for the next."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.shapes import hairline

ICON = 26  # the room for an icon or a box before the words


class Row(QWidget):
    """One ruled line: subclasses say what it holds, in JSON types, and where one types."""

    changed = Signal()
    entered = Signal()  # Enter: on to the next line
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self._icon = theme, ""

    def set_icon(self, icon: str) -> None:
        """An icon at the beginning of the line, in the room that `ICON` leaves; "" for none."""
        self._icon = icon
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon, the rule under it."""
        theme, painter = self.theme, QPainter(self)
        hairline(painter, 0, self.width(), self.height() - 1, theme.color("line"))
        if self._icon:
            place = QRect(0, 0, theme.px(ICON), theme.px(32))
            theme.draw_icon(painter, self._icon, "ink2", place, 16)

    def raw(self) -> Any:
        """What the line holds; None for nothing."""
        raise NotImplementedError

    def set_raw(self, raw: Any) -> None:
        """Show it."""
        raise NotImplementedError

    def fields(self) -> list[QWidget]:
        """What the Tab key stops at; the first one is where one types."""
        raise NotImplementedError

    def set_waiting(self, waiting: bool) -> None:
        """Whether it is the empty line at the end."""


class RowStack(QWidget):
    """Inser puts a line after this one, Del takes an empty one away, Enter goes to the next.

    Ctrl+Down and Ctrl+Up stay in the column.

    Where lines are `movable`, Alt+Up and Alt+Down move the one where one types and Ctrl+Shift+Del takes
    it away with what it says.
    """

    changed = Signal()
    fields_changed = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        make_row: Callable[[], Row],
        *,
        gap: int = 4,
        movable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_row, self._movable = make_row, movable
        self._rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(gap))
        self._insert(0)
        self._settle()

    @property
    def rows(self) -> Sequence[Row]:
        """Every line, the waiting one last."""
        return self._rows

    def raw(self) -> list[Any]:
        """What the lines hold, empty ones left out."""
        return [raw for row in self._rows if (raw := row.raw()) is not None]

    def set_raw(self, lines: Iterable[Any]) -> None:
        """Show these lines and nothing else."""
        lines = list(lines)
        while len(self._rows) > len(lines) + 1:
            self._take_away(self._rows[-1])
        while len(self._rows) < len(lines) + 1:
            self._insert(len(self._rows))
        for row, line in zip(self._rows, [*lines, None], strict=True):
            row.set_raw(line)
        self._settle()

    def fields(self) -> list[QWidget]:
        """Where one types, line after line."""
        return [field for row in self._rows for field in row.fields()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of a line, before those of the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            row = next((row for row in self._rows if watched in row.fields()), None)
            if row is not None and self._movable and self._moves(row, event):
                return True
            if row is not None and self._walks(row, watched, event):
                return True
            if row is not None and event.key() == Qt.Key.Key_Insert and not event.modifiers():
                self._add_after(row)
                return True
            if row is not None and event.key() == Qt.Key.Key_Delete and self._may_go(row):
                self._remove(row)
                return True
        return super().eventFilter(watched, event)

    def move_row(self, row: Row, by: int) -> None:
        """Up or down among the others; at the ends it stays."""
        if row is not self._rows[-1]:
            self._move_to(row, self._rows.index(row) + by)

    def _moves(self, row: Row, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if modifiers == Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_row(row, -1 if event.key() == Qt.Key.Key_Up else 1)
            return True
        if modifiers == both and event.key() == Qt.Key.Key_Delete and row is not self._rows[-1]:
            self._remove(row)
            return True
        return False

    def _walks(self, row: Row, field: QObject, event: QKeyEvent) -> bool:
        """To the same place of the next line or the one before."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or modifiers != Qt.KeyboardModifier.ControlModifier:
            return False
        at = self._rows.index(row) + step
        if 0 <= at < len(self._rows):
            places = self._rows[at].fields()
            column = next(n for n, place in enumerate(row.fields()) if place is field)
            target = places[min(column, len(places) - 1)]
            (target if target.isVisible() else places[0]).setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _move_to(self, row: Row, position: int) -> None:
        if not 0 <= position < len(self._rows) - 1 or self._rows[position] is row:
            return
        self._rows.remove(row)
        self._rows.insert(position, row)
        self._column.removeWidget(row)
        self._put(row, position)
        self._settle()
        self.changed.emit()

    def _may_go(self, row: Row) -> bool:
        return row.raw() is None and row is not self._rows[-1]

    def _add_after(self, row: Row) -> None:
        at = self._rows.index(row)
        if row.raw() is not None and self._rows[at + 1].raw() is not None:
            self._insert(at + 1)
        self._settle()
        self._focus(at + 1)

    def _remove(self, row: Row) -> None:
        at = self._rows.index(row)
        self._focus(at + 1)
        self._take_away(row)
        self._settle()
        self.changed.emit()

    def _go_on(self, row: Row) -> None:
        if row.raw() is not None:
            self._focus(self._rows.index(row) + 1)

    def _note(self) -> None:
        if self._rows[-1].raw() is not None:
            self._insert(len(self._rows))
            self._settle()
        self.changed.emit()

    def _focus(self, index: int) -> None:
        row = self._rows[min(index, len(self._rows) - 1)]
        row.fields()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _insert(self, at: int) -> None:
        row = self._make_row()
        row.setParent(self)
        for field in row.fields():
            field.installEventFilter(self)
        row.changed.connect(self._note)
        row.entered.connect(lambda: self._go_on(row))
        row.left.connect(self.left)
        self._rows.insert(at, row)
        self._put(row, at)
        row.show()

    def _put(self, row: Row, at: int) -> None:
        """Give a new line its place."""
        self._column.insertWidget(at, row)

    def _take_away(self, row: Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _settle(self) -> None:
        for row in self._rows:
            row.set_waiting(row is self._rows[-1])
        self.fields_changed.emit()
