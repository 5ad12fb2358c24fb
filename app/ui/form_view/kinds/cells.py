"""The cells of one row of a table."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.models.form import Column
from app.ui.form_view.kinds.base import Context
from app.ui.form_view.kinds.cell import Cell
from app.ui.form_view.parts.row_stack import Row
from app.ui.theme.fonts import Role


class Cells:
    """One cell a column, whichever way the row lays them out."""

    def __init__(
        self, row: Row, context: Context, columns: Sequence[Column], role_of: Callable[[Column], Role]
    ) -> None:
        self.by_key = {
            column.key: Cell(context, column, role=role_of(column), parent=row) for column in columns
        }
        for cell in self.by_key.values():
            cell.changed.connect(row.changed)
            cell.entered.connect(row.entered)
            cell.left.connect(row.left)

    @property
    def first(self) -> Cell:
        """Where one begins to type."""
        return next(iter(self.by_key.values()))

    def raw(self) -> Any:
        """What the cells hold, empty ones left out."""
        return {key: raw for key, cell in self.by_key.items() if (raw := cell.raw())} or None

    def set_raw(self, raw: Any) -> None:
        """Show it."""
        held = raw if isinstance(raw, dict) else {}
        for key, cell in self.by_key.items():
            cell.set_raw(held.get(key))

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops."""
        return [cell.stop for cell in self.by_key.values()]

    def show_only(self, keys: Collection[str]) -> None:
        """Hide the other columns; what they hold stays."""
        for key, cell in self.by_key.items():
            cell.setVisible(key in keys)
