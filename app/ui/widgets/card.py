"""A card one can press: an icon, a title, lines under it, an arrow."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.fonts import Role
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.shapes import box, ring


class Card(PaintedButton):
    """`detail` in small under the title, `news` in small bold under that, in `ink`."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        detail: str = "",
        news: str = "",
        ink: Token = "ink2",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._detail, self._news, self._ink, self._icon = detail, news, ink, icon
        super().__init__(theme, title, parent)
        self.setAccessibleDescription(", ".join(filter(None, (detail, news))))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _lines(self) -> list[tuple[str, Role, Token]]:
        lines: list[tuple[str, Role, Token]] = [
            (self._words, "strong", "ink"),
            (self._detail, "small", "ink2"),
            (self._news, "small_strong", self._ink),
        ]
        return [line for line in lines if line[0]]

    @property
    def _left(self) -> int:
        return self.theme.px(44 if self._icon else 16)

    def _height_of(self, text: str, role: Role, width: int) -> int:
        room = max(self.theme.px(60), width - self._left - self.theme.px(40))
        bounds = QRect(0, 0, room, 10000)
        return self.theme.metrics(role).boundingRect(bounds, int(Qt.TextFlag.TextWordWrap), text).height()

    def first_line(self) -> int:
        """Where the title stands, for the label beside the card."""
        return 2 * self.theme.px(11) + self.theme.metrics("strong").height()

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The wrapped lines."""
        gap = self.theme.px(2)
        lines = sum(self._height_of(text, role, width) + gap for text, role, _ in self._lines())
        return lines + 2 * self.theme.px(11)

    def sizeHint(self) -> QSize:
        """Every line whole."""
        theme = self.theme
        widest = max(theme.metrics(role).horizontalAdvance(text) for text, role, _ in self._lines())
        width = self._left + widest + theme.px(44)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        width = max(self.theme.px(200), self.width())
        return QSize(self.theme.px(200), self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, ring, icon, lines, arrow."""
        theme, painter, rect = self.theme, QPainter(self), self.rect()
        radius = theme.px(8)
        if self.hasFocus():
            rect = ring(painter, rect, radius=radius, theme=theme)
            radius -= 3
        ground: Token = "wash" if self.isDown() else "list" if self.hovered else "field"
        edge = theme.color("stroke" if self.hovered else "line")
        box(painter, rect, radius=radius, fill=theme.color(ground), edge=edge, width=1)
        y = theme.px(11)
        if self._icon:
            mark = QRect(theme.px(14), y, theme.px(20), theme.metrics("strong").height())
            theme.draw_icon(painter, self._icon, "accent", mark, 20)
        room = max(theme.px(60), self.width() - self._left - theme.px(40))
        for text, role, ink in self._lines():
            height = self._height_of(text, role, self.width())
            painter.setFont(theme.font(role))
            painter.setPen(theme.color(ink))
            painter.drawText(QRect(self._left, y, room, height), int(Qt.TextFlag.TextWordWrap), text)
            y += height + theme.px(2)
        arrow = QRect(self.width() - theme.px(36), 0, theme.px(24), self.height())
        theme.draw_icon(painter, "caret-right", "ink2", arrow, 18)
