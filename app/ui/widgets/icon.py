"""A small picture beside words; it has no name of its own, so nothing is read twice."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.label import Label


class Icon(Label):
    """An icon drawn sharp on whatever screen it is; `line` is the height of the words it stands beside."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        ink: Token = "ink2",
        *,
        size: int = 18,
        line: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._icon, self._token, self._size, self._line = icon, ink, size, line
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, ink: Token) -> None:
        """Another picture of the same size."""
        self._icon, self._token = icon, ink
        self.update()

    def sizeHint(self) -> QSize:
        """A square, or as high as the words beside it."""
        side = self._theme.px(self._size)
        return QSize(side, max(side, self._line))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, in the middle."""
        self._theme.draw_icon(QPainter(self), self._icon, self._token, self.contentsRect(), self._size)
