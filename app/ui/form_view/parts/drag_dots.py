"""Six dots to drag something by; a press without dragging offers the same as words."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.icon_button import IconButton


class DragDots(IconButton):
    """`dragged` says where the pointer is on the screen, again and again until the hand lets go."""

    dragged = Signal(QPoint)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "dots-six-vertical", name, parent=parent)
        self._from: QPoint | None = None
        self._dragging = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it began."""
        super().mousePressEvent(event)
        self._from = event.globalPosition().toPoint()
        self._dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """From a few pixels on it is a drag."""
        super().mouseMoveEvent(event)
        place = event.globalPosition().toPoint()
        if self._from is None:
            return
        far = (place - self._from).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._dragging:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.dragged.emit(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """After a drag nothing was pressed."""
        if self._dragging:
            self.setDown(False)
        else:
            super().mouseReleaseEvent(event)
        self._from, self._dragging = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
