"""A list of rows that are pressed or walked through, however long."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.paged_model import PagedModel
from app.ui.widgets.row_delegate import RowDelegate


class PagedList(QListView):
    """A view without frame over a `PagedModel`. `chosen(row)` when a row is pressed or Enter is hit,
    `current_row(row)` when the keyboard or a reader moves to one."""

    chosen = Signal(object)
    current_row = Signal(object)

    def __init__(
        self,
        theme: Theme,
        *,
        model: PagedModel,  # type: ignore[type-arg]
        delegate: RowDelegate,
        name: str,
        uniform: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._paged = model
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setUniformItemSizes(uniform)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(theme.px(20))
        self.clicked.connect(self._choose)
        self.selectionModel().currentChanged.connect(lambda now, _: self._tell(now))

    def select(self, position: int) -> None:
        """Show a row as the current one without saying so."""
        index = self.model().index(position, 0)
        models = self.selectionModel()
        models.blockSignals(True)
        models.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        models.blockSignals(False)
        self.scrollTo(index)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses; the rest walks. Letters are left to the search field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A column of some rows."""
        return QSize(self.theme.px(296), self.theme.px(56 * 6))

    def minimumSizeHint(self) -> QSize:
        """One row."""
        return QSize(self.theme.px(120), self.theme.px(56))

    def _choose(self, index: QModelIndex) -> None:
        row = self._paged.at(index)
        if row is not None:
            self.chosen.emit(row)

    def _tell(self, index: QModelIndex) -> None:
        row = self._paged.at(index)
        if row is not None:
            self.current_row.emit(row)
