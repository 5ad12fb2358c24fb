"""A piece of paper with an edge: cards and dialogs."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.shapes import box


class PaperPanel(QWidget):
    """A rounded panel in `ground` with a thin edge; `body` is its column."""

    def __init__(
        self,
        theme: Theme,
        *,
        ground: Token = "field",
        edge: Token | None = "line",
        padding: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._ground, self._edge = theme, ground, edge
        self.body = QVBoxLayout(self)
        space = theme.px(padding)
        self.body.setContentsMargins(space, space, space, space)
        self.body.setSpacing(theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and edge."""
        theme = self._theme
        edge = theme.color(self._edge) if self._edge else theme.color("line") if theme.flat else None
        ground = theme.color(self._ground)
        box(QPainter(self), self.rect(), radius=theme.px(8), fill=ground, edge=edge, width=1)
