"""Students with a box to tick before each, as a table."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.models.student_line import StudentLine

Index = QModelIndex | QPersistentModelIndex


class StudentRows(QAbstractTableModel):
    """Ticked ones stay ticked whatever is shown; `ticked` in the order of the list."""

    changed = Signal()

    def __init__(self, headers: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = headers
        self._shown: list[StudentLine] = []
        self._ticked: set[str] = set()

    @property
    def ticked(self) -> set[str]:
        """The identifiers of those who are ticked, shown or not."""
        return set(self._ticked)

    def show_lines(self, lines: list[StudentLine]) -> None:
        """Show these students."""
        self.beginResetModel()
        self._shown = lines
        self.endResetModel()

    def tick(self, ids: set[str]) -> None:
        """These and nobody else."""
        self._ticked = set(ids)
        self._repaint()

    def tick_shown(self, *, on: bool) -> None:
        """Everybody who is shown, or nobody of them."""
        shown = {line.id for line in self._shown}
        self._ticked = self._ticked | shown if on else self._ticked - shown
        self._repaint()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        """Name and class."""
        return 0 if parent is not None and parent.isValid() else len(self._headers)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The name can be ticked."""
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words and box; the whole line for readers."""
        line = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (line.listed_name, line.class_name)[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if line.id in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.listed_name, line.class_name) if part)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick one."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.switch(index.row())
        return True

    def switch(self, row: int) -> None:
        """The other way round."""
        self._ticked ^= {self._shown[row].id}
        self._repaint()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def _repaint(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))
        self.changed.emit()
