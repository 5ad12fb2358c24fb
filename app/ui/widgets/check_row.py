"""A box to tick, its words, and what is said under or beside them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.shapes import box


def paint_check(painter: QPainter, theme: Theme, rect: QRect, *, checked: bool, enabled: bool = True) -> None:
    """A tick box filling `rect`: filled with the accent when ticked."""
    radius = theme.px(4)
    if checked:
        ground: Token = "accent" if enabled else "ink2"
        box(painter, rect, radius=radius, fill=theme.color(ground))
        theme.draw_icon(painter, "check-bold", "onaccent" if enabled else "list", rect, 14)
    else:
        edge = theme.color("stroke" if enabled else "line")
        width = 2 if theme.flat else 1.5
        box(painter, rect, radius=radius, fill=theme.color("field"), edge=edge, width=width)


class CheckRow(PaintedButton):
    """Ticked with Space or a press anywhere on it. Words wrap; `detail` stands under them, small."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        detail: str = "",
        checked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._detail = detail
        super().__init__(theme, text, parent)
        self.setCheckable(True)
        self.setChecked(checked)
        self.setAccessibleDescription(detail)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def _left(self) -> int:
        return self.theme.px(32)

    def _heights(self, width: int) -> tuple[int, int]:
        """The words' and the detail's heights at that width of the whole row."""
        theme = self.theme
        room = max(1, width - self._left - theme.px(4))
        bounds = QRect(0, 0, room, 10000)
        wrap = int(Qt.TextFlag.TextWordWrap)
        words = theme.metrics("body").boundingRect(bounds, wrap, self._words).height()
        detail = (
            theme.metrics("small").boundingRect(bounds, wrap, self._detail).height() if self._detail else 0
        )
        return words, detail

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        theme = self.theme
        widths = (
            theme.metrics("body").horizontalAdvance(self._words),
            theme.metrics("small").horizontalAdvance(self._detail),
        )
        width = self._left + max(widths) + theme.px(6)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few words wide, and then higher."""
        width = min(self.sizeHint().width(), self.theme.px(180))
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped words."""
        return sum(self._heights(width)) + self.theme.px(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, ring, words."""
        theme, painter = self.theme, QPainter(self)
        words, detail = self._heights(self.width())
        side = theme.px(18)
        line = theme.metrics("body").height()
        square = QRect(theme.px(4), theme.px(4) + (line - side) // 2, side, side)
        paint_check(painter, theme, square, checked=self.isChecked(), enabled=self.isEnabled())
        if self.hasFocus():
            ring = square.adjusted(-4, -4, 4, 4)
            box(painter, ring, radius=theme.px(4) + 4, edge=theme.color("accent"), width=2)
        elif self.hovered and not self.isChecked():
            box(painter, square, radius=theme.px(4), edge=theme.color("accent"), width=2)
        room = self.width() - self._left
        flags = int(Qt.TextFlag.TextWordWrap)
        painter.setPen(theme.color("ink" if self.isEnabled() else "ink2"))
        painter.setFont(theme.font("body"))
        painter.drawText(QRect(self._left, theme.px(4), room, words), flags, self._words)
        if detail:
            painter.setPen(theme.color("ink2"))
            painter.setFont(theme.font("small"))
            painter.drawText(QRect(self._left, theme.px(4) + words, room, detail), flags, self._detail)
