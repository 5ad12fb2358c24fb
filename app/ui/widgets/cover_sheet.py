"""The large sheet on the cover for the first start: steps left of the margin line, the step right of it."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.shapes import box, hairline

_LEFT = 296
_NARROW = 860


class CoverSheet(QWidget):
    """`left` (steps), `body` (what is asked, scrolling) and `foot` (back and on) are layouts.

    A narrow sheet leaves the steps out: the title of the step says where one is.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setMaximumWidth(theme.px(1156))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._side, inside, self._bottom = QWidget(self), QWidget(self), QWidget(self)
        self.left = QVBoxLayout(self._side)
        self.left.setContentsMargins(theme.px(40), theme.px(36), theme.px(24), theme.px(24))
        self.left.setSpacing(0)
        self.body = QVBoxLayout(inside)
        edge = theme.px(56)
        self.body.setContentsMargins(edge, theme.px(36), edge, theme.px(16))
        self.body.setSpacing(theme.px(12))
        self.foot = QHBoxLayout(self._bottom)
        self.foot.setContentsMargins(edge, theme.px(20), edge, theme.px(20))
        self.foot.setSpacing(theme.px(12))
        self._scroll = ScrollColumn(inside)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self._side, 0, 0, 2, 1)
        grid.addWidget(self._scroll, 0, 1)
        grid.addWidget(self._bottom, 1, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 1)
        self._side.setFixedWidth(theme.px(_LEFT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow sheets keep only the step."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        self._side.setVisible(not narrow)
        edge = self._theme.px(24 if narrow else 56)
        self.body.setContentsMargins(edge, self._theme.px(20 if narrow else 36), edge, self._theme.px(16))
        foot = self._theme.px(12 if narrow else 20)
        self.foot.setContentsMargins(edge, foot, edge, foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, the margin line, the line above the footer."""
        theme, painter = self._theme, QPainter(self)
        edge = theme.color("stroke") if theme.flat else None
        box(painter, self.rect(), radius=theme.px(8), fill=theme.color("paper"), edge=edge)
        left = 0
        if self.width() >= theme.px(_NARROW):
            left = theme.px(_LEFT) + 1
            painter.fillRect(QRect(left - 1, 0, 1, self.height()), theme.color("margin"))
        hairline(painter, left, self.width(), self._bottom.y(), theme.color("line"))
