"""What left the notebook: when, what, to whom, on what ground."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.i18n import N_
from app.models.changes import Changes
from app.ui.settings_sections.section import Section
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.paged_model import PagedModel
from app.ui.widgets.timeline import Timeline, TimelineEntry
from app.ui.words.ledger_words import ledger_entry, open_line

_PAGE = 100


class Ledger(Section):
    """Newest first; a line opens the paper as it left, or its sheet. Lines are never changed."""

    key: ClassVar[str] = "ledger"
    tab: ClassVar[str] = N_("Ledger")
    lead: ClassVar[str] = N_("Everything handed out or told: when, what, to whom, on what ground.")

    def fill(self) -> None:
        """A page of lines, and a way to older ones."""
        workspace, text = self.workspace, self.workspace.text
        self._lines = workspace.notebook.disclosures.list()
        self._list: Timeline | None = None
        if not self._lines:
            words = text("Each paper you print or save writes a line here by itself.")
            nothing = EmptyState(workspace.theme, title=text("Nothing has left this notebook"), text=words)
            self.sheet.add_row("", nothing)
            return
        self._model: PagedModel[TimelineEntry] = PagedModel(said=lambda entry: entry.said, parent=self)
        self._list = Timeline(workspace.theme, model=self._model, name=text("Ledger"))
        self._list.chosen.connect(self._open)
        self.sheet.add_wide(self._list, gap=20)
        self._older = Button(workspace.theme, text("Older ones"), kind="quiet", icon="caret-down")
        self._older.clicked.connect(self._show_more)
        self._older_row = FlowRow(workspace.theme, self._older)
        self.sheet.add_row("", self._older_row)
        self._show_more()

    def focus_first(self, field: str) -> QWidget | None:
        """On the newest line."""
        return self._list

    def show_changes(self, changes: Changes) -> None:
        """Something left while the ledger was up."""
        if changes.touches("disclosure"):
            self.refill_wanted.emit("")

    def _show_more(self) -> None:
        shown = len(self._model.rows())
        page = self._lines[shown : shown + _PAGE]
        more = shown + len(page) < len(self._lines)
        self._model.append([ledger_entry(self.workspace, line, about=True) for line in page], more=False)
        self._older_row.setVisible(more)

    def _open(self, entry: TimelineEntry) -> None:
        open_line(self.workspace, next(each for each in self._lines if each.id == entry.key))
