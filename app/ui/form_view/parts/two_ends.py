"""Words at the left and more at the right of one line, or under them where there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.label import Label

_BESIDE = QBoxLayout.Direction.LeftToRight
_UNDER = QBoxLayout.Direction.TopToBottom


class TwoEnds(QWidget):
    """Nothing is ever cut: what is too long even for its own line wraps."""

    def __init__(self, theme: Theme, left: Label, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._left, self._right = theme, left, right
        self._line = QBoxLayout(_BESIDE, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(left)
        self._line.addWidget(right)
        self._fit(10_000)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another arrangement."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        parts = [part for part in (self._left, self._right) if not part.isHidden()]
        for part in parts:
            if isinstance(part, Label):
                part.setWordWrap(False)
        wanted = sum(part.sizeHint().width() for part in parts) + self._theme.px(16)
        beside = wanted <= width
        self._line.setDirection(_BESIDE if beside else _UNDER)
        self._line.setStretch(0, 1 if beside else 0)
        for part in parts:
            if isinstance(part, Label):
                part.setWordWrap(not beside)
        if isinstance(self._right, Label):
            self._right.setAlignment(Qt.AlignmentFlag.AlignBottom)
