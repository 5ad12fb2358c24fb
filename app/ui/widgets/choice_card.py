"""One answer among a few, large enough to explain itself."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.shapes import box, ring


class ChoiceCard(PaintedButton):
    """A ring to fill, a title, a line under it. Only one of those with the same parent is chosen."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        detail: str = "",
        chosen: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._detail = detail
        super().__init__(theme, title, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setChecked(chosen)
        self.setAccessibleDescription(detail)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on what is already chosen goes on to whoever is around."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isChecked():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @property
    def _left(self) -> int:
        return self.theme.px(48)

    def _detail_height(self, width: int) -> int:
        if not self._detail:
            return 0
        room = QRect(0, 0, max(1, width - self._left - self.theme.px(16)), 10000)
        metrics = self.theme.metrics("small")
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._detail).height()

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The title and the wrapped detail."""
        line = self.theme.metrics("strong").height()
        return line + self._detail_height(width) + self.theme.px(22)

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        width = self.theme.px(280)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, and as high as that needs."""
        width = max(self.theme.px(160), self.width())
        return QSize(self.theme.px(160), self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, focus, the ring, the words."""
        theme, painter, rect = self.theme, QPainter(self), self.rect()
        radius, chosen = theme.px(8), self.isChecked()
        if self.hasFocus():
            rect = ring(painter, rect, radius=radius, theme=theme)
            radius -= 3
        ground: Token = "wash" if chosen else "list" if self.hovered else "field"
        edge = theme.color("accent" if chosen else "stroke")
        box(painter, rect, radius=radius, fill=theme.color(ground), edge=edge, width=2 if chosen else 1)
        line = theme.metrics("strong").height()
        side = theme.px(18)
        mark = QRect(theme.px(16), theme.px(11) + (line - side) // 2, side, side)
        box(painter, mark, radius=99, fill=theme.color("field"), edge=edge, width=2 if chosen else 1.5)
        if chosen:
            inset = theme.px(5)
            box(painter, mark.adjusted(inset, inset, -inset, -inset), radius=99, fill=theme.color("accent"))
        room = self.width() - self._left - theme.px(16)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("ink"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(self._left, theme.px(11), room, line), left, self._words)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink2"))
        below = QRect(self._left, theme.px(11) + line, room, self._detail_height(self.width()) + 2)
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap), self._detail)
