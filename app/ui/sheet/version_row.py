"""Which version a sheet is, what changed since the one before, and the next one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.record import FormRecord
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.words.version_words import version_words
from app.ui.workspace import Workspace


class VersionRow(FlowRow):
    """One line of the sheet."""

    next_wanted = Signal()
    differences_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        theme, text = workspace.theme, workspace.text
        self._workspace = workspace
        self.words = Label(theme, ink="ink2")
        self.changes = Button(theme, text("See the differences"), kind="quiet", small=True)
        self.next = Button(theme, text("New version"), kind="quiet", icon="copy", small=True)
        super().__init__(theme, self.words, self.changes, self.next, spacing=4, parent=parent)
        self.changes.clicked.connect(self.differences_wanted)
        self.next.clicked.connect(self.next_wanted)

    def show_record(self, record: FormRecord) -> None:
        """A next version begins from one that is on disk; differences need an earlier one."""
        self.words.setText(version_words(self._workspace, record))
        self.next.setVisible(bool(record.revision))
        self.changes.setVisible(bool(getattr(record, "replaces_id", None)))
