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
        """The box and room for its ring."""
        side = self.theme.px(_SIDE) + 2 * (FOCUS + GAP)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box and ring."""
        theme, painter = self.theme, QPainter(self)
        inset = FOCUS + GAP
        square: QRect = self.rect().adjusted(inset, inset, -inset, -inset)
        paint_check(painter, theme, square, checked=self.isChecked())
        if self.hasFocus():
            box(painter, self.rect(), radius=theme.px(4) + inset, edge=theme.color("accent"), width=FOCUS)
        elif self.hovered and not self.isChecked():
            box(painter, square, radius=theme.px(4), edge=theme.color("accent"), width=FOCUS)
