"""Cards in an order of choice, moved by keyboard and by mouse."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.form_view.parts.row_stack import Row, RowStack
from app.ui.theme.theme import Theme
from app.ui.widgets.shapes import lifted

_LEAST = 280  # the width of a card at 100 %
_MOST = 3  # cards side by side
_GAP = 16
_SHADOW = 6


class RankedRow(Row):
    """A line that knows its rank."""

    up_wanted = Signal()
    down_wanted = Signal()
    removal_wanted = Signal()
    dragged = Signal(QPoint)  # to a place on the screen

    def show_rank(self, position: int) -> None:
        """It stands at this position, from 0."""


class RankStack(RowStack):
    """Alt+Up and Alt+Down move the card where one types; the empty one at the end stands alone below."""

    ranked = Signal(int)  # the position a card was moved to

    def __init__(
        self, theme: Theme, make_row: Callable[[], RankedRow], *, parent: QWidget | None = None
    ) -> None:
        self._theme, self._across = theme, 0
        self._grid: QGridLayout | None = None
        super().__init__(theme, make_row, gap=8, movable=True, parent=parent)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(_GAP))
        self._column.insertLayout(0, self._grid)
        self._column.setContentsMargins(0, theme.px(4), 0, 0)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many side by side as fit."""
        super().resizeEvent(event)
        if self._fitting() != self._across:
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The soft edge of the first choice."""
        if len(self._rows) > 1:
            card = self._rows[0].geometry()
            lifted(QPainter(self), card, radius=self._theme.px(8), theme=self._theme, depth=_SHADOW)

    def _move_to(self, row: Row, position: int) -> None:
        before = self._rows.index(row)
        super()._move_to(row, position)
        if self._rows.index(row) != before:
            self.ranked.emit(position)

    def _drag(self, row: RankedRow, place: QPoint) -> None:
        here = self.mapFromGlobal(place)
        over = next((other for other in self._rows[:-1] if other.geometry().contains(here)), None)
        if over is not None and row is not self._rows[-1]:
            self._move_to(row, self._rows.index(over))

    def _insert(self, at: int) -> None:
        super()._insert(at)
        row = self._rows[at]
        assert isinstance(row, RankedRow)
        row.up_wanted.connect(lambda: self.move_row(row, -1))
        row.down_wanted.connect(lambda: self.move_row(row, 1))
        row.removal_wanted.connect(lambda: self._remove(row))
        row.dragged.connect(lambda place: self._drag(row, place))

    def _put(self, row: Row, at: int) -> None:
        """Its place is in the grid, with all the others."""

    def _take_away(self, row: Row) -> None:
        if self._grid is not None:
            self._grid.removeWidget(row)
        super()._take_away(row)

    def _settle(self) -> None:
        for position, row in enumerate(self._rows):
            assert isinstance(row, RankedRow)
            row.show_rank(position)
        self._arrange()
        super()._settle()

    def _fitting(self) -> int:
        wide, gap = self._theme.px(_LEAST), self._theme.px(_GAP)
        return max(1, min(_MOST, (self.width() + gap) // (wide + gap)))

    def _arrange(self) -> None:
        grid = self._grid
        if grid is None:
            return
        self._across = self._fitting()
        for row in self._rows:
            grid.removeWidget(row)
            self._column.removeWidget(row)
        for position, row in enumerate(self._rows[:-1]):
            grid.addWidget(row, *divmod(position, self._across))
        self._column.addWidget(self._rows[-1])
        for column in range(_MOST):
            grid.setColumnStretch(column, 1 if column < self._across else 0)
        self.update()
