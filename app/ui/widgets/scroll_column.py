"""A column that scrolls up and down and lets the paper behind it show."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class ScrollColumn(QScrollArea):
    """`content` as wide as the room there is and as high as it needs, `bottom` pixels free below it.

    `bar_shown(width)` says how many pixels the scroll bar takes, 0 when it is gone.
    """

    bar_shown = Signal(int)

    def __init__(self, content: QWidget, *, bottom: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = _Holder(self)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, bottom)
        layout.setSpacing(0)
        layout.addWidget(content)
        self.setWidget(holder)
        for part in (self.viewport(), holder, content):
            part.setAutoFillBackground(False)
        self.verticalScrollBar().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the bar comes and goes."""
        bar = self.verticalScrollBar()
        if watched is bar and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.bar_shown.emit(bar.sizeHint().width() if event.type() == QEvent.Type.Show else 0)
        return super().eventFilter(watched, event)


class _Holder(QWidget):
    """Asks for the height its words need at the width there is, and not for more."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self._area = area

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        if layout is None:
            return QSize()
        least = layout.totalMinimumSize()
        if layout.hasHeightForWidth():
            width = max(self._area.viewport().width(), least.width())
            least.setHeight(layout.totalMinimumHeightForWidth(width))
        return least
