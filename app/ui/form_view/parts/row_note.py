"""Why a line is to be looked at again: an icon and a sentence below its cells."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label


class RowNote(QWidget):
    """Not there at all where nothing is said."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(theme, role="small", ink="warn", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), 0, theme.px(6), theme.px(4))
        row.setSpacing(theme.px(6))
        row.addWidget(Icon(theme, "warning", "warn", line=theme.metrics("small").height()))
        row.addWidget(self._label, 1)

    def words(self) -> str:
        """What is said."""
        return self._label.text()

    def say(self, why: str) -> None:
        """Another sentence; "" hides it."""
        self._label.setText(why)
        self.setVisible(bool(why))
