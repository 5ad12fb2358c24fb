"""A closed envelope with its number on the seal."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.shapes import box


class Envelope(QWidget):
    """Drawn beside the words that say the same, so it has no name of its own."""

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._number = theme, number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As in a hand."""
        return QSize(self._theme.px(96), self._theme.px(62))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, flap, seal."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = self.rect().adjusted(1, 1, -1, -1)
        box(painter, around, radius=theme.px(4), fill=theme.color("field"), edge=theme.color("stroke"))
        painter.setPen(QPen(theme.color("line"), theme.stroke))
        middle = QPoint(around.center().x(), around.center().y() + theme.px(4))
        painter.drawLine(around.topLeft(), middle)
        painter.drawLine(around.topRight(), middle)
        side = theme.px(42)
        seal = QRect(around.center().x() - side // 2, around.center().y() - side // 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(seal)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("onaccent"), 1))
        painter.drawEllipse(seal.adjusted(theme.px(4), theme.px(4), -theme.px(4), -theme.px(4)))
        painter.setFont(theme.font("number"))
        painter.drawText(seal, Qt.AlignmentFlag.AlignCenter, str(self._number))
