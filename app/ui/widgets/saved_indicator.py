"""Says what is on the disk, quietly, at the top right of a sheet."""

from typing import Literal

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label

State = Literal["saved", "waiting", "failed"]

_LOOK: dict[State, tuple[str, Token, Token]] = {
    "saved": ("check-circle", "accent", "ink2"),
    "waiting": ("clock", "ink2", "ink2"),
    "failed": ("warning", "warn", "warn"),
}


class SavedIndicator(QWidget):
    """A small icon and a sentence such as "Enregistré 10:14"; spoken only when saving fails."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = Icon(theme, "check-circle", size=16)
        self.label = Label(theme, role="small", ink="ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self._icon)
        row.addWidget(self.label)
        self._icon.hide()

    def say(self, text: str, state: State = "saved") -> None:
        """Show a sentence; an empty one shows nothing."""
        icon, mark, ink = _LOOK[state]
        self._icon.set_icon(icon, mark)
        self._icon.setVisible(bool(text))
        self.label.setText(text)
        self.label.set_look(ink=ink, role="small_strong" if state == "failed" else "small")
        if state == "failed" and text:
            QAccessible.updateAccessibility(QAccessibleEvent(self.label, QAccessible.Event.Alert))
