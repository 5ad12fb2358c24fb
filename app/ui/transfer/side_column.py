"""The column at the right of a transfer: what left, what came."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.scroll_column import ScrollColumn

WIDTH = 356


class SideColumn(QWidget):
    """Coloured like a list; `column` is filled and cleared by the page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16))
        self._column.setSpacing(theme.px(8))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(ScrollColumn(inside))

    def clear(self) -> None:
        """Take everything out."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def add(self, widget: QWidget, *, gap: int = 0) -> None:
        """One thing under the others, `gap` further at 100 %."""
        if gap:
            self._column.addSpacing(self._theme.px(gap))
        self._column.addWidget(widget)

    def end(self) -> None:
        """What is left of the height stays empty."""
        self._column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The list's colour and its edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("list"))
        painter.fillRect(0, 0, 1, self.height(), self._theme.color("line"))
