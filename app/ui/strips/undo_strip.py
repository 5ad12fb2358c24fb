"""What was just done, and the way back: in its place above the page, not over it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.workspace import Workspace

_STAYS_MS = 20_000


class UndoStrip(QWidget):
    """Shown for twenty seconds, or until something else is done."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo: Callable[[], object] | None = None
        button = Button(workspace.theme, workspace.text("Undo"), kind="outlined", small=True)
        self._banner = Banner(workspace.theme, actions=[button])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._banner)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        button.clicked.connect(self._take_back)
        self.hide()

    def offer(self, done: str, undo: Callable[[], object]) -> None:
        """Say what was done and keep the way back."""
        self._undo = undo
        self._banner.set_lines([("trash", done)])
        self.show()
        self._timer.start(_STAYS_MS)

    def forget(self) -> None:
        """There is no way back any more."""
        self._undo = None
        self._timer.stop()
        self.hide()

    def _take_back(self) -> None:
        self.hide()
        if self._undo is not None:
            self._undo()
