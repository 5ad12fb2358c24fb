"""A list read page by page, by key: the next page begins after the last row shown."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

ROW = int(Qt.ItemDataRole.UserRole)
PAGE = 100


class PagedModel(QAbstractListModel, Generic[Row]):
    """Rows of any kind; `said` gives the sentence a reader hears.

    With `fetch(after, limit)` pages are read at once, in the view's thread. Without it `page_wanted`
    asks with the last row (or None) and `append` answers later.
    """

    page_wanted = Signal(object)

    def __init__(
        self,
        *,
        said: Callable[[Row], str],
        fetch: Callable[[Row | None, int], Sequence[Row]] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._said, self._fetch = said, fetch
        self._rows: list[Row] = []
        self._more, self._asked = False, False

    def reload(self) -> None:
        """Forget every row and read from the beginning."""
        self.beginResetModel()
        self._rows = []
        self._more, self._asked = True, False
        self.endResetModel()
        self.fetchMore(QModelIndex())

    def show_rows(self, rows: Sequence[Row], *, more: bool = False) -> None:
        """Replace everything by these rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._more, self._asked = more, False
        self.endResetModel()

    def append(self, rows: Sequence[Row], *, more: bool) -> None:
        """The next page; `more` when there may be another."""
        self._more, self._asked = more, False
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def rows(self) -> Sequence[Row]:
        """What has been read so far."""
        return self._rows

    def at(self, index: Index) -> Row | None:
        """The row of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """How many have been read."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The sentence for readers, the row itself for the delegate."""
        row = self.at(index)
        if row is None:
            return None
        if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            return self._said(row)
        return row if role == ROW else None

    def canFetchMore(self, parent: Index) -> bool:
        """Is there a page not yet asked for."""
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index) -> None:
        """Read or ask for the next page."""
        if not self.canFetchMore(parent):
            return
        self._asked = True
        last = self._rows[-1] if self._rows else None
        if self._fetch is None:
            self.page_wanted.emit(last)
            return
        page = self._fetch(last, PAGE)
        self.append(page, more=len(page) == PAGE)
