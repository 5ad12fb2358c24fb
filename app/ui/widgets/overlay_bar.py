"""A scroll bar that lies over a list instead of taking its width."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QScrollBar


class OverlayBar(QScrollBar):
    """Along the right edge, only while there is something to scroll; rows keep their full width under it."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self._hidden = view.verticalScrollBar()
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hidden.rangeChanged.connect(self._follow)
        self._hidden.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._hidden.setValue)
        view.installEventFilter(self)
        self._follow(self._hidden.minimum(), self._hidden.maximum())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the edge."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return super().eventFilter(watched, event)

    def _follow(self, lowest: int, highest: int) -> None:
        self.setRange(lowest, highest)
        self.setPageStep(self._hidden.pageStep())
        self.setSingleStep(self._hidden.singleStep())
        self.setValue(self._hidden.value())
        self.setVisible(highest > lowest)
        self._place()

    def _place(self) -> None:
        width = self.sizeHint().width()
        self.setGeometry(self._view.width() - width, 0, width, self._view.height())
        self.raise_()
