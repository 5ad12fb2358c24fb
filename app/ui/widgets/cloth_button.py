"""Something to press on the cloth of the cover, outside its card."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.shapes import box


class ClothButton(PaintedButton):
    """Light words on the cloth, an optional icon before them; `current` is bold."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        icon: str = "",
        current: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._icon, self._current = icon, current
        super().__init__(theme, text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _parts(self) -> tuple[int, int]:
        role = self.theme.metrics("small_strong")
        return self.theme.px(24) if self._icon else 0, role.horizontalAdvance(self._words)

    def sizeHint(self) -> QSize:
        """As wide as its words; 28 high."""
        return QSize(sum(self._parts()) + self.theme.px(20), self.theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground under the pointer, ring, icon, words."""
        theme, painter = self.theme, QPainter(self)
        radius = theme.px(6)
        if self.hovered:
            edge = theme.color("railink") if theme.flat else None
            box(painter, self.rect(), radius=radius, fill=theme.color("railink", 0.08), edge=edge)
        if self.hasFocus():
            box(painter, self.rect(), radius=radius, edge=theme.color("railink"), width=2)
        ink: Token = "railink" if self._current or self.hovered or self.hasFocus() else "rail2"
        icon, words = self._parts()
        x = (self.width() - icon - words) // 2
        if icon:
            theme.draw_icon(painter, self._icon, ink, QRect(x, 0, theme.px(18), self.height()), 18)
        painter.setFont(theme.font("small_strong" if self._current else "small"))
        painter.setPen(theme.color(ink))
        where = QRect(x + icon, 0, words + 2, self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words)
