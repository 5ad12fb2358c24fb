"""Some lines of facts that can be pressed to correct them, quiet as text until pointed at."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.fonts import Role
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.shapes import box

_EDGE = 4
_WRAP = int(Qt.TextFlag.TextWordWrap)


class Part(NamedTuple):
    """Some words of a line."""

    text: str
    role: Role = "body"
    ink: Token = "ink"


class Line(NamedTuple):
    """Parts side by side; those that do not fit go on below. An icon may stand before them."""

    parts: tuple[Part, ...]
    icon: str = ""


class _Placed(NamedTuple):
    part: Part
    rect: QRect


class PressableLines(PaintedButton):
    """`does` says what pressing does; readers hear the facts, then that."""

    def __init__(
        self, theme: Theme, lines: Sequence[Line], *, does: str, parent: QWidget | None = None
    ) -> None:
        self._lines = [Line(tuple(filter(_said, line.parts)), line.icon) for line in lines]
        self._lines = [line for line in self._lines if line.parts]
        words = ", ".join(part.text for line in self._lines for part in line.parts)
        super().__init__(theme, words, parent)
        self.setAccessibleDescription(does)
        self.setToolTip(does)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All lines at that width."""
        return self._place(width)[1]

    def sizeHint(self) -> QSize:
        """A comfortable column."""
        width = self.theme.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Some words wide."""
        width = max(self.theme.px(160), self.width())
        return QSize(self.theme.px(160), self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Wash under the pointer, ring, icons, words."""
        theme, painter = self.theme, QPainter(self)
        if self.hovered or self.isDown():
            edge = theme.color("ink") if theme.flat else None
            box(painter, self.rect(), radius=theme.px(6), fill=theme.color("wash"), edge=edge)
        if self.hasFocus():
            box(painter, self.rect(), radius=theme.px(6), edge=theme.color("accent"), width=2)
        placed, _, icons = self._place(self.width())
        for icon, rect in icons:
            theme.draw_icon(painter, icon, "ink2", rect, 16)
        for part, rect in placed:
            painter.setFont(theme.font(part.role))
            painter.setPen(theme.color(part.ink))
            painter.drawText(rect, _WRAP, part.text)

    def _place(self, width: int) -> tuple[list[_Placed], int, list[tuple[str, QRect]]]:
        """Where every part goes: (parts, height, icons)."""
        theme = self.theme
        edge, gap = theme.px(_EDGE), theme.px(10)
        placed: list[_Placed] = []
        icons: list[tuple[str, QRect]] = []
        y = theme.px(2)
        for line in self._lines:
            left = edge + (theme.px(22) if line.icon else 0)
            x, lowest = left, y
            if line.icon:
                height = theme.metrics(line.parts[0].role).height()
                icons.append((line.icon, QRect(edge, y, theme.px(16), height)))
            tallest = max(theme.metrics(part.role).ascent() for part in line.parts)
            for part in line.parts:
                metrics = theme.metrics(part.role)
                words = metrics.horizontalAdvance(part.text) + 2
                if x > left and x + words > width - edge:
                    x, y, tallest = left, lowest, metrics.ascent()
                room = max(1, width - edge - x)
                height = metrics.boundingRect(QRect(0, 0, room, 10000), _WRAP, part.text).height()
                top = y + max(0, tallest - metrics.ascent())  # small words stand on the line of large ones
                placed.append(_Placed(part, QRect(x, top, room, height)))
                lowest = max(lowest, top + height)
                x += words + gap
            y = lowest
        return placed, y + theme.px(3), icons


def _said(part: Part) -> bool:
    return bool(part.text)
