"""Buttons: one primary per screen, the others quieter; the key that does the same is printed inside."""

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.fonts import Role
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.key_words import key_words
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.shapes import box, ring

Kind = Literal["primary", "outlined", "quiet", "danger", "personal"]

_INK: dict[Kind, Token] = {
    "primary": "onaccent",
    "danger": "onaccent",
    "outlined": "ink",
    "quiet": "accent",
    "personal": "pers",
}
_HINT = 0.82


class Button(PaintedButton):
    """A button with its words, an optional icon before them and an optional key after them."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        kind: Kind = "outlined",
        hint: str = "",
        icon: str = "",
        big: bool = False,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._kind: Kind = kind
        self._hint, self._icon, self._big, self._small = key_words(hint), icon, big, small
        super().__init__(theme, text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if hint:
            self.setAccessibleDescription(self._hint)

    def set_hint(self, hint: str) -> None:
        """The key that does the same, printed inside."""
        self._hint = key_words(hint)
        self.setAccessibleDescription(self._hint)
        self.updateGeometry()
        self.update()

    @property
    def _bare(self) -> bool:
        return self._kind in ("quiet", "personal")

    def _parts(self) -> tuple[int, int, int, int]:
        """Padding, icon with its gap, words, gap with the key: widths in pixels."""
        theme = self.theme
        padding = theme.px((4 if self._small else 8) if self._bare else 16)
        icon = theme.px((16 if self._small else 18) + 8) if self._icon else 0
        role: Role = "small_strong" if self._small else "strong"
        words = theme.metrics(role).horizontalAdvance(self._words) if self._words else 0
        hint = theme.px(12) + theme.metrics("small").horizontalAdvance(self._hint) if self._hint else 0
        return padding, icon, words, hint

    def sizeHint(self) -> QSize:
        """As wide as everything inside; 36, 40 or 28 high."""
        padding, *parts = self._parts()
        return QSize(
            2 * padding + sum(parts) + 2, self.theme.px(28 if self._small else 40 if self._big else 36)
        )

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, ring, icon, words, key."""
        theme, painter, rect = self.theme, QPainter(self), self.rect()
        radius = theme.px(8)
        if self.hasFocus():
            rect = ring(painter, rect, radius=radius, theme=theme, inside=self._ring_color())
            radius -= 3
        fill, edge = self._ground()
        box(painter, rect, radius=radius, fill=fill, edge=edge, width=theme.stroke)
        self._paint_words(painter)

    def _ring_color(self) -> QColor:
        return self.theme.color("pers" if self._kind == "personal" else "accent")

    def _ground(self) -> tuple[QColor | None, QColor | None]:
        theme = self.theme
        over, down = self.hovered, self.isDown()
        if self._bare:
            wash: Token = "perswash" if self._kind == "personal" else "wash"
            edge = theme.color(_INK[self._kind]) if theme.flat and over else None
            return (theme.color(wash) if over or down else None), edge
        if not self.isEnabled():
            return theme.color("list"), theme.color("line")
        if self._kind == "outlined":
            return theme.color("wash" if down else "list" if over else "field"), theme.color("stroke")
        filled = theme.color("bad" if self._kind == "danger" else "accent")
        shade = 118 if down else 109 if over else 100
        return (filled.lighter(shade) if theme.name == "dark" else filled.darker(shade)), None

    def _paint_words(self, painter: QPainter) -> None:
        theme = self.theme
        _, icon, words, hint = self._parts()
        token: Token = _INK[self._kind] if self.isEnabled() else "ink2"
        x = (self.width() - icon - words - hint) // 2
        height = self.height()
        if self._icon:
            side = icon - theme.px(8)
            theme.draw_icon(painter, self._icon, token, QRect(x, 0, side, height), 16 if self._small else 18)
            x += icon
        painter.setPen(theme.color(token))
        painter.setFont(theme.font("small_strong" if self._small else "strong"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(x, 0, words + 2, height), left, self._words)
        if self._hint:
            painter.setPen(theme.color(token, _HINT))
            painter.setFont(theme.font("small"))
            painter.drawText(QRect(x + words + theme.px(12), 0, hint, height), left, self._hint)
