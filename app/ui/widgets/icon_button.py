"""A button that is only an icon, for × and the eye: its name is told to readers and in a tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.shapes import box, ring


class IconButton(PaintedButton):
    """An icon of `size` in a square that can be pressed; `name` says what pressing does."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        ink: Token = "ink2",
        size: int = 18,
        side: int = 28,
        in_tab_order: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._icon, self._ink, self._size, self._side = icon, ink, size, side
        super().__init__(theme, name, parent)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if not in_tab_order:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_icon(self, icon: str, name: str, ink: Token | None = None) -> None:
        """Another icon and what pressing it now does."""
        self._icon, self._ink = icon, ink or self._ink
        self.set_words(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """A square, large enough for a finger."""
        return QSize(self.theme.px(self._side), self.theme.px(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon, on a wash under the pointer."""
        painter, rect = QPainter(self), self.rect()
        radius = self.theme.px(6)
        if self.hovered or self.isDown():
            box(painter, rect, radius=radius, fill=self.theme.color("wash"))
        if self.hasFocus():
            ring(painter, rect, radius=radius, theme=self.theme)
        ink: Token = self._ink if self.isEnabled() else "stroke"
        self.theme.draw_icon(painter, self._icon, ink, rect, self._size)
