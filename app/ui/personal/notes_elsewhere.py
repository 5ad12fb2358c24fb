"""Said before a personal note is typed where they are not written: they never travel."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.other_computer.other_computer import notes_are_elsewhere, write_notes_here
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace


class NotesElsewhere(QWidget):
    """A sentence and its next step; what is typed all the same is kept here like any note."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        theme, text = workspace.theme, workspace.text
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(4))
        said = text(
            "You write your personal notes on your other computer, and they never travel: what you write here"
            " is on this one alone."
        )
        inside.addWidget(Label(theme, said, role="strong", ink="warn", wrap=True))
        self.here = Button(theme, text("Write them here from now on"), kind="quiet", small=True)
        self.here.clicked.connect(self._write_here)
        inside.addWidget(FlowRow(theme, self.here))
        self.hide()

    def look(self) -> None:
        """Ask anew; asked when the notes are opened, so that nothing waits for it before."""
        self.setVisible(notes_are_elsewhere(self._workspace.notebook))

    def _write_here(self) -> None:
        if self._workspace.act(write_notes_here, here=True):
            self.look()
