"""A table: a header, a line under it, rows between hairlines, nothing else."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.shapes import hairline
from app.ui.widgets.table_delegate import TEXT, TableDelegate


class _Header(QHeaderView):
    """13/600 words over a line in the stroke's colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setFont(theme.font("small_strong"))
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(34))

    def sectionSizeFromContents(self, section: int) -> QSize:
        model = self.model()
        words = str(model.headerData(section, self.orientation()) or "")
        width = self._theme.metrics("small_strong").horizontalAdvance(words) + self._theme.px(20)
        return QSize(width, self._theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self.viewport())
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.color("ink2"))
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for section in range(self.count()):
            x, width = self.sectionViewportPosition(section), self.sectionSize(section)
            words = str(self.model().headerData(section, self.orientation()) or "")
            painter.drawText(x + theme.px(TEXT), 0, width - theme.px(TEXT), self.height(), int(middle), words)
        hairline(painter, 0, self.width(), self.height() - 1, theme.color("stroke"))


class DataTable(QTableView):
    """Rows are chosen whole; `chosen(row)` on Enter or double press. Space ticks the row's box.

    `stretch` is the column that takes the room left. Rows grow with their words.
    """

    chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        *,
        model: QAbstractItemModel,
        name: str,
        stretch: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAccessibleName(name)
        self.setHorizontalHeader(_Header(theme))
        self.verticalHeader().hide()
        self.setItemDelegate(TableDelegate(theme, self))
        self.setModel(model)
        self.viewport().setAutoFillBackground(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.row()))
        for signal in (model.modelReset, model.rowsInserted, model.dataChanged):
            signal.connect(self._grow)
        self._grow()

    def first_line(self) -> int:
        """The header, for the label beside the table."""
        return self._theme.px(34)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses; Space ticks, whatever the column."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.chosen.emit(index.row())
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self._tick(QPersistentModelIndex(index))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other heights."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, other heights."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self._grow()

    def _grow(self) -> None:
        # Measuring thousands of wrapped rows would take longer than reading them.
        if self.model().rowCount() <= 500:
            self.resizeRowsToContents()
        self.verticalHeader().setDefaultSectionSize(self._theme.px(40))

    def _tick(self, current: QPersistentModelIndex) -> None:
        model = self.model()
        for column in range(model.columnCount()):
            index = model.index(current.row(), column)
            state = index.data(Qt.ItemDataRole.CheckStateRole)
            if state is not None and index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                ticked = Qt.CheckState(state) == Qt.CheckState.Checked
                new = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
                model.setData(index, new, Qt.ItemDataRole.CheckStateRole)
                return
