"""What says, on every screen of a demonstration notebook, that nobody in it exists."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.covers.demonstration import PHRASE, is_demonstration
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.widgets.shapes import hairline
from app.ui.workspace import Workspace


class DemonstrationStrip(QWidget):
    """Across the top of the page; it never goes away. Where its phrase is no secret, it stands there."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme = workspace.theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), theme.px(6), theme.px(24), theme.px(7))
        row.setSpacing(theme.px(10))
        row.addWidget(Icon(theme, "book-open", size=18, ink="warn"))
        invented = workspace.text("Demonstration notebook: invented people")
        row.addWidget(Label(theme, invented, role="small_strong", ink="warn", wrap=True), 1)
        if is_demonstration(workspace.notebook.folder):
            phrase = workspace.text("The phrase: {phrase}", phrase=PHRASE)
            row.addWidget(Label(theme, phrase, role="small", ink="ink2"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The colour of what one should know, and a line under it."""
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color("warnwash"))
        edge = theme.color("warn" if theme.flat else "line")
        hairline(painter, 0, self.width(), self.height() - 1, edge)
