"""A box to tick beside a line that says what."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.check_row import paint_check
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.shapes import FOCUS, GAP, box

_SIDE = 18


class Tick(PaintedButton):
    """`words` are heard, not seen."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The box and room for its ring, as high as the line beside it."""
        side = self.theme.px(_SIDE) + 2 * (FOCUS + GAP)
        return QSize(side, max(side, self.theme.px(32)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box and ring."""
        theme, painter = self.theme, QPainter(self)
        inset, side = FOCUS + GAP, self.theme.px(_SIDE)
        square = QRect(inset, (self.height() - side) // 2, side, side)
        paint_check(painter, theme, square, checked=self.isChecked())
        if self.hasFocus():
            ring = square.adjusted(-inset, -inset, inset, inset)
            box(painter, ring, radius=theme.px(4) + inset, edge=theme.color("accent"), width=FOCUS)
        elif self.hovered and not self.isChecked():
            box(painter, square, radius=theme.px(4), edge=theme.color("accent"), width=FOCUS)
