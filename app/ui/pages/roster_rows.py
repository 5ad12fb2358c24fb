"""The lines of a class list as a table."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.theme.tokens import Token
from app.ui.widgets.table_delegate import INK

Cell = tuple[str, Token]
Index = QModelIndex | QPersistentModelIndex


class RosterRows(QAbstractTableModel):
    """Cells are words with an ink; the view asks only for those it shows, so 2,000 lines cost nothing."""

    def __init__(self, headers: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = headers
        self._rows: list[list[Cell]] = []

    def set_rows(self, rows: list[list[Cell]]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def set_row(self, row: int, cells: list[Cell]) -> None:
        """Show one row otherwise."""
        self._rows[row] = cells
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(cells) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns."""
        return 0 if parent is not None and parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words and ink; the whole line for readers."""
        words, ink = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == INK:
            return ink
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(cell for cell, _ in self._rows[index.row()] if cell)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None
