"""A line that leads somewhere: who, something after the name, one line of news, what is said at the right."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.fonts import Role
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.shapes import box


class DayLine(PaintedButton):
    """Two lines high; `right` stands at the right of the first. Pressing it opens what it names."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        after: str = "",
        detail: str = "",
        right: str = "",
        right_ink: Token = "ink2",
        parent: QWidget | None = None,
    ) -> None:
        self._after, self._detail, self._right, self._right_ink = after, detail, right, right_ink
        super().__init__(theme, title, parent)
        self.setAccessibleName(", ".join(part for part in (title, after, detail, right) if part))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As wide as its words, as high as its lines."""
        theme = self.theme
        first = theme.metrics("strong").horizontalAdvance(f"{self._words}  ")
        first += theme.metrics("body").horizontalAdvance(self._after)
        first += theme.metrics("small_strong").horizontalAdvance(f"  {self._right}")
        second = theme.metrics("small").horizontalAdvance(self._detail)
        return QSize(max(first, second) + theme.px(12), theme.px(44 if self._detail else 26))

    def first_line(self) -> int:
        """The name, for the time beside it."""
        return self.theme.px(26)

    def minimumSizeHint(self) -> QSize:
        """It may be narrower than its words: they then end in an ellipsis."""
        return QSize(self.theme.px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Wash under the pointer, ring, words."""
        theme, painter = self.theme, QPainter(self)
        around = self.rect().adjusted(1, 1, -1, -1)
        if self.hovered:
            edge = theme.color("ink") if theme.flat else None
            box(painter, around, radius=theme.px(6), fill=theme.color("wash"), edge=edge)
        if self.hasFocus():
            box(painter, around, radius=theme.px(6), edge=theme.color("accent"), width=2)
        left, right = theme.px(6), self.width() - theme.px(6)
        first = QRect(left, theme.px(2), right - left, theme.px(22))
        if self._right:
            first.setRight(
                right - self._draw(painter, first, self._right, "small_strong", self._right_ink, right=True)
            )
            first.setRight(first.right() - theme.px(12))
        used = self._draw(painter, first, self._words, "strong", "ink")
        if self._after:
            rest = first.adjusted(used + theme.px(8), 0, 0, 0)
            self._draw(painter, rest, self._after, "body", "ink2")
        if self._detail:
            second = QRect(left, theme.px(22), right - left, theme.px(20))
            self._draw(painter, second, self._detail, "small", "ink2")

    def _draw(
        self, painter: QPainter, rect: QRect, text: str, role: Role, ink: Token, *, right: bool = False
    ) -> int:
        font = self.theme.font(role)
        painter.setFont(font)
        painter.setPen(self.theme.color(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return painter.fontMetrics().horizontalAdvance(shown)
