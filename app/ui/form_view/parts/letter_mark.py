"""The letter of a rank, in the serif hand, on a small square."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.shapes import box

_SIDE = 32


class LetterMark(QWidget):
    """The first rank stands out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._letter, self._first = theme, "", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_letter(self, letter: str, *, first: bool) -> None:
        """Another rank."""
        self._letter, self._first = letter, first
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._theme.px(_SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Square and letter."""
        theme, painter = self._theme, QPainter(self)
        edge = theme.color("stroke") if theme.flat and not self._first else None
        fill = theme.color("accent" if self._first else "list")
        box(painter, self.rect(), radius=theme.px(6), fill=fill, edge=edge, width=theme.stroke)
        painter.setFont(theme.font("letter"))
        painter.setPen(theme.color("onaccent" if self._first else "ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)
