"""The bottom of a package being prepared: its number, what it holds, and the button that closes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.transfer.envelope import Envelope
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace


class ClosingBar(QWidget):
    """Ctrl+Enter closes the package too."""

    close_wanted = Signal()

    def __init__(self, workspace: Workspace, number: int) -> None:
        super().__init__()
        self._workspace = workspace
        theme, text = workspace.theme, workspace.text
        self._title = Label(theme, role="strong", wrap=True)
        self._detail = Label(theme, role="small", ink="ink2", wrap=True)
        self._button = Button(
            theme, text("Close the package"), kind="primary", hint=text("Ctrl+Enter"), big=True
        )
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        words.addStretch(1)
        row = QVBoxLayout(self) if theme.large else QHBoxLayout(self)  # there words take the whole width
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8 if theme.large else 24))
        if not theme.large:
            row.addWidget(Envelope(theme, number))
        row.addLayout(words, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._button.clicked.connect(self.close_wanted)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._button.click)

    def say(self, title: str, detail: str, *, ready: bool) -> None:
        """What it would hold, and whether it can be closed."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._button.setEnabled(ready)
