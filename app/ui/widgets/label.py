"""Words on a screen: plain text in a role and a colour of the theme."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme.fonts import Role
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token


class Label(QLabel):
    """A label that never reads its text as HTML. `wrap` lets it grow downwards."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        role: Role = "body",
        ink: Token = "ink",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.set_look(role=role, ink=ink)
        self.setText(text)

    def heightForWidth(self, width: int) -> int:
        """Its height at that width; never wider than it may be, or the lines below it have no room."""
        return super().heightForWidth(min(width, self.maximumWidth()))

    def set_look(self, *, role: Role | None = None, ink: Token | None = None) -> None:
        """Change the type or the ink, keeping the words."""
        if role is not None:
            self.setFont(self._theme.font(role))
        if ink is not None:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.WindowText, self._theme.color(ink))
            self.setPalette(palette)
