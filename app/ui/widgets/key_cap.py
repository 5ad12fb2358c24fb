"""A key as it looks on a keyboard: a word in a small frame."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.label import Label
from app.ui.widgets.shapes import box


def key_size(theme: Theme, text: str) -> QSize:
    """How large the key is drawn."""
    return QSize(theme.metrics("small").horizontalAdvance(text) + theme.px(12), theme.px(20))


def paint_key(
    painter: QPainter, theme: Theme, text: str, rect: QRect, *, ink: Token = "ink2", edge: Token = "line"
) -> None:
    """Draw the key filling `rect`."""
    box(painter, rect, radius=theme.px(4), edge=theme.color(edge), width=1)
    painter.setPen(theme.color(ink))
    painter.setFont(theme.font("small"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class KeyCap(Label):
    """The key as a label, read aloud as its words."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        ink: Token = "ink2",
        edge: Token = "stroke",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, role="small", ink=ink, parent=parent)
        self._ink, self._edge = ink, edge
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The words and their frame."""
        return key_size(self._theme, self.text())

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame and words."""
        paint_key(QPainter(self), self._theme, self.text(), self.rect(), ink=self._ink, edge=self._edge)
