"""The label pasted on the cover: paper with a double rule."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.shapes import box


class PastedLabel(QWidget):
    """`body` is the column inside the rules; `width` at 100 %."""

    def __init__(self, theme: Theme, *, width: int = 520, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setMaximumWidth(theme.px(width))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setMinimumWidth(theme.px(280))
        self.body = QVBoxLayout(self)
        side = theme.px(64 if width <= 520 else 56)
        self.body.setContentsMargins(side, theme.px(44), side, theme.px(36))
        self.body.setSpacing(theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, the green rule, the red rule."""
        theme, painter = self._theme, QPainter(self)
        box(painter, self.rect(), radius=6, fill=theme.color("paper"))
        outer = self.rect().adjusted(10, 10, -10, -10)
        box(painter, outer, radius=4, edge=theme.color("accent"), width=theme.stroke)
        inner = outer.adjusted(4, 4, -4, -4)
        box(painter, inner, radius=2, edge=theme.color("margin"), width=1)
