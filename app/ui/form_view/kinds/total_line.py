"""What the columns of a table come to, below its rows."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.frameworks.computed import column_total
from app.frameworks.show import shown
from app.frameworks.stacks import stacks
from app.models.form import Column
from app.ui.form_view.kinds.base import Context
from app.ui.form_view.parts.pile_grid import PileGrid
from app.ui.widgets.label import Label


class TotalLine(QWidget):
    """The word under the first column, each sum under its own."""

    def __init__(self, context: Context, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._columns = context, columns
        theme = context.theme
        self._sums = {column.key: Label(theme, role="strong") for column in columns}
        for label in self._sums.values():
            label.setContentsMargins(theme.px(6), theme.px(4), 0, theme.px(4))
        self._grid = PileGrid(self, theme, [
            ([self._sums[column.key] for column in stack], stack[0].width) for stack in stacks(columns)
        ])  # fmt: skip
        self.show_totals([])

    def show_totals(self, rows: list[dict[str, Any]]) -> None:
        """Add these rows up."""
        locale = self._context.locale
        for column in self._columns:
            total = column_total(column=column, rows=rows) if column.total else None
            words = shown(question=column, value=total, lists={}, locale=locale)
            label, name = self._sums[column.key], locale.words(column.label)
            if words:
                label.setAccessibleName(locale.text("{column}, total: {sum}", column=name, sum=words))
            if column is self._columns[0]:
                words = f"{locale.text('Total')} {words}".strip()
            label.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the columns are."""
        super().resizeEvent(event)
        self._grid.fit(event.size().width())
