"""The shade over a window while a question waits."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme.theme import Theme


class Scrim(QWidget):
    """Covers `over` entirely; a press on it is for whoever put it there (it calls nothing)."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setGeometry(over.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A translucent shade; in high contrast nothing, for it would grey the text."""
        QPainter(self).fillRect(self.rect(), self._theme.shadow(0.35))
