"""Rows of columns."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.models.form import Column, Question
from app.ui.form_view.kinds.base import Context
from app.ui.form_view.kinds.cell import Cell, CellReading
from app.ui.form_view.kinds.stacked import Stacked
from app.ui.form_view.parts.row_stack import Row
from app.ui.widgets.label import Label


class TableRow(Row):
    """One cell a column."""

    def __init__(self, context: Context, columns: list[Column], parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self.cells = {column.key: Cell(context, column, parent=self) for column in columns}
        spread(
            self, [(cell, column.width) for cell, column in zip(self.cells.values(), columns, strict=True)]
        )
        for cell in self.cells.values():
            cell.changed.connect(self.changed)
            cell.entered.connect(self.entered)
            cell.left.connect(self.left)

    def raw(self) -> Any:
        """What the cells hold, empty ones left out."""
        return {key: raw for key, cell in self.cells.items() if (raw := cell.raw())} or None

    def set_raw(self, raw: Any) -> None:
        """Show it."""
        held = raw if isinstance(raw, dict) else {}
        for key, cell in self.cells.items():
            cell.set_raw(held.get(key))

    def fields(self) -> list[QWidget]:
        """The cells' fields."""
        return [cell.field for cell in self.cells.values()]


class Table(Stacked):
    """The columns' names above, then the rows."""

    def __init__(self, context: Context, question: Question, parent: QWidget | None = None) -> None:
        self._readings = [CellReading(context, column) for column in question.columns]
        super().__init__(context, question, parent)
        head = QWidget(self)
        names = [
            (
                Label(
                    self.theme, self._locale.words(column.label), role="small_strong", ink="ink2", wrap=True
                ),
                column.width,
            )
            for column in question.columns
        ]
        spread(head, names)
        for name, _ in names:
            name.setContentsMargins(self.theme.px(6), 0, 0, self.theme.px(2))
            name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.column.insertWidget(0, head)

    def _make_row(self) -> Row:
        return TableRow(self.context, self.question.columns)

    def _read(self, raw: Any) -> Any:
        row: dict[str, Any] = {}
        for column in self._readings:
            row |= column.read(raw.get(column.column.key, ""))
        return row or None

    def _write(self, value: Any) -> Any:
        return {column.column.key: text for column in self._readings if (text := column.write(value))}


def spread(row: QWidget, widgets: list[tuple[Any, float]]) -> None:
    """Lay widgets side by side, each with its share of the width whatever it holds."""
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 1)
    layout.setSpacing(0)
    for widget, share in widgets:
        policy = widget.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        widget.setSizePolicy(policy)
        layout.addWidget(widget, max(1, round(share * 100)))
