"""What went wrong, above the page; on a full disk one press gives back the room kept for that day."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import CarnetError, DiskFull, FolderReadOnly, NotebookGone, NotebookInUse, SavingFailed
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.workspace import Workspace

_NOT_SAVED = (DiskFull, FolderReadOnly, NotebookGone, NotebookInUse, SavingFailed)


class FailureStrip(QWidget):
    """Stays until the next page, or until what could not be saved is."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._failure: CarnetError | None = None
        self.release = Button(workspace.theme, workspace.text("Use the reserve"), kind="outlined", small=True)
        self._banner = Banner(workspace.theme, actions=[self.release])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._banner)
        self.release.clicked.connect(self._release)
        workspace.kept.connect(self._settle)
        workspace.changed.connect(self._settle)
        self.hide()

    def tell(self, failure: CarnetError) -> None:
        """Say this failure and its next step."""
        self._failure = failure
        helps = isinstance(failure, DiskFull) and self._workspace.notebook.reserve.held
        lines = [("warning", failure.said(self._workspace.locale))]
        if helps:
            kept = self._workspace.text(
                "Carnet has kept 4 MB for this moment: enough to save what you write, and to delete."
            )
            lines.append(("info", kept))
        self.release.setVisible(helps)
        self._banner.set_lines(lines)
        self.show()

    def say(self, lines: Sequence[tuple[str, str]]) -> None:
        """Something else that has to be known, as (icon, sentence)."""
        self._failure = None
        self.release.hide()
        self._banner.set_lines(lines)
        self.show()

    def _release(self) -> None:
        self.release.hide()
        # the worker that writes drafts: nothing slow is before it, and the next draft comes after
        self._workspace.keeping.run(self._workspace.notebook.reserve.release, done=self._released)

    def _released(self, released: bool) -> None:
        if not released or not isValid(self):
            return
        self._failure = None
        free = self._workspace.text(
            "The reserve is free and Carnet saves again. Now make room: empty the computer’s bin or delete"
            " large files."
        )
        self._banner.set_lines([("info", free)])
        self.show()

    def _settle(self, _: object = None) -> None:
        """Something was saved: that it was not is no longer true."""
        if isinstance(self._failure, _NOT_SAVED):
            self._failure = None
            self.hide()
