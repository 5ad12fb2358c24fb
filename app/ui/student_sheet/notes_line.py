"""Says that personal notes are one key away, and how many there are; their words stay where they are."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets.key_cap import KeyCap
from app.ui.widgets.label import Label
from app.ui.widgets.shapes import hairline
from app.ui.workspace import Workspace


class NotesLine(QWidget):
    """At the end of a sheet, at the right, under a hairline."""

    def __init__(self, workspace: Workspace, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme = workspace.theme
        words = workspace.text("Personal notes")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(9), 0, 0)
        row.setSpacing(theme.px(8))
        row.addStretch(1)
        row.addWidget(KeyCap(theme, "F8", ink="pers", edge="persline"))
        lock = Label(theme)
        lock.setPixmap(theme.pixmap("lock-key", "pers", 18, self.devicePixelRatioF()))
        row.addWidget(lock)
        said = f"{words} ({count})" if count else words
        row.addWidget(Label(theme, said, role="small_strong", ink="pers"), 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline."""
        hairline(QPainter(self), 0, self.width(), 0, self._theme.color("line"))
