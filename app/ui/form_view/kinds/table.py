"""Rows of columns."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.frameworks.asked import columns_asked
from app.frameworks.show import BETWEEN
from app.frameworks.stacks import stacks
from app.models.form import Column, Question
from app.ui.form_view.kinds.base import Context
from app.ui.form_view.kinds.cell import CellReading
from app.ui.form_view.kinds.cells import Cells
from app.ui.form_view.kinds.stacked import Stacked
from app.ui.form_view.kinds.total_line import TotalLine
from app.ui.form_view.parts.own_words import OwnWords
from app.ui.form_view.parts.pile_grid import PileGrid
from app.ui.form_view.parts.row_note import RowNote
from app.ui.form_view.parts.row_stack import Row
from app.ui.form_view.read import NotUnderstood
from app.ui.theme.fonts import Role
from app.ui.theme.theme import Theme
from app.ui.widgets.label import Label


class TableRow(Row):
    """The cells side by side, those that stand under another one below it."""

    def __init__(self, context: Context, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._why: RowNote | None = None
        self.cells = Cells(self, context, columns, lambda column: "small" if column.under else "body")
        self._grid = PileGrid(self, context.theme, [
            ([self.cells.by_key[column.key] for column in stack], stack[0].width) for stack in stacks(columns)
        ])  # fmt: skip

    def raw(self) -> Any:
        """What the cells hold, empty ones left out."""
        return self.cells.raw()

    def set_raw(self, raw: Any) -> None:
        """Show it."""
        self.cells.set_raw(raw)

    def fields(self) -> list[QWidget]:
        """The cells' fields."""
        return self.cells.stops()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lines where one is too short."""
        super().resizeEvent(event)
        self._grid.fit(event.size().width())

    def mark(self, why: str) -> None:
        """Say below the cells why one should look at them again, on an orange ground; "" takes it away."""
        if self._why is None:
            if not why:
                return
            self._why = RowNote(self.theme)
            self._grid.add_below(self._why)
        if why != self._why.words():
            self._why.say(why)
            self.cells.first.stop.setAccessibleDescription(why)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of a line to look at again, then the rule."""
        if self._why is not None and self._why.words():
            painter, theme = QPainter(self), self.theme
            painter.fillRect(self.rect(), theme.color("warnwash"))
            painter.fillRect(0, 0, theme.px(3), self.height(), theme.color("warn"))
        super().paintEvent(event)

    def set_waiting(self, waiting: bool) -> None:
        """The last line invites."""
        first = self.cells.first.field
        if not isinstance(first, OwnWords):  # whose empty marks invite
            first.setPlaceholderText(self._context.locale.text("Add a line") if waiting else "")


class Table(Stacked):
    """The columns' names above, then the rows, then what they come to."""

    movable = True

    def __init__(self, context: Context, question: Question, parent: QWidget | None = None) -> None:
        self._readings = [CellReading(context, column) for column in question.columns]
        self._shown = [column.key for column in question.columns]
        super().__init__(context, question, parent)
        self._names: dict[str, Label] = {}
        head = self._make_head()
        if head is not None:
            self.column.insertWidget(0, head)
        self._totals: TotalLine | None = None
        if any(column.total for column in question.columns):
            self._totals = TotalLine(context, question.columns, parent=self)
            self.column.addWidget(self._totals)
            self.stack.changed.connect(self._add_up)

    def set_raw(self, raw: Any) -> None:
        """Show these rows and what they come to."""
        super().set_raw(raw)
        self._add_up()

    def first_words(self) -> list[str]:
        """What the first column holds, line by line, the waiting one too."""
        key = self.question.columns[0].key
        return [str((row.raw() or {}).get(key) or "") for row in self.stack.rows]

    def mark_rows(self, why: Sequence[str]) -> None:
        """For each line why one should look at it again, "" for no reason."""
        for row, said in zip(self.stack.rows, why, strict=False):
            if isinstance(row, TableRow):
                row.mark(said)

    def legend(self) -> QWidget | None:
        """What the rows are for, and their keys."""
        keys = self._locale.text("Alt+Up and Alt+Down move a line, Ctrl+Shift+Del takes it away")
        words = BETWEEN.join(part for part in (self.help, keys) if part)
        return Label(self.theme, words, role="small", ink="ink2", wrap=True)

    def heed(self, facts: Mapping[str, str]) -> None:
        """Show the columns the facts allow."""
        self._shown = [column.key for column in columns_asked(question=self.question, facts=facts)]
        for key, name in self._names.items():
            name.setVisible(key in self._shown)
        for row in self.stack.rows:
            self._show_columns(row)

    def _show_columns(self, row: Row) -> None:
        if isinstance(row, TableRow):
            row.cells.show_only(self._shown)

    def _make_head(self) -> QWidget | None:
        for column in self.question.columns:
            role: Role = "small" if column.under else "small_strong"
            name = Label(self.theme, self._locale.words(column.label), role=role, ink="ink2", wrap=True)
            name.setContentsMargins(self.theme.px(6), 0, 0, 0)
            name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._names[column.key] = name
        return _Head(self.theme, self.question.columns, self._names, parent=self)

    def _make_row(self) -> Row:
        row = TableRow(self.context, self.question.columns)
        self._show_columns(row)
        return row

    def _add_up(self) -> None:
        """What cannot be read yet counts for nothing until it can."""
        if self._totals is None:
            return
        rows: list[dict[str, Any]] = []
        for raw in self.stack.raw():
            row: dict[str, Any] = {}
            for column in self._readings:
                if column.column.total:
                    with suppress(NotUnderstood):
                        row |= column.read(raw.get(column.column.key, ""))
            rows.append(row)
        self._totals.show_totals(rows)

    def _read(self, raw: Any) -> Any:
        row: dict[str, Any] = {}
        for column in self._readings:
            row |= column.read(raw.get(column.column.key, ""))
        return row or None

    def _write(self, value: Any) -> Any:
        return {column.column.key: text for column in self._readings if (text := column.write(value))}


class _Head(QWidget):
    """The names of the columns, where the columns are."""

    def __init__(
        self, theme: Theme, columns: Sequence[Column], names: Mapping[str, Label], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._grid = PileGrid(
            self, theme, [([names[each.key] for each in pile], pile[0].width) for pile in stacks(columns)]
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grid.fit(event.size().width())
