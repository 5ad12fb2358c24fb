"""What left the notebook: when, what, to whom, on what ground."""

from datetime import datetime
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.actions.name_disclosed import name_disclosed
from app.i18n import N_
from app.models.changes import Changes
from app.models.disclosure import Disclosure
from app.models.kinds import FORM_KINDS
from app.ui.by_number import is_by_number
from app.ui.settings_sections.section import Section
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.paged_model import PagedModel
from app.ui.widgets.timeline import Timeline, TimelineEntry

GROUNDS = "disclosure-grounds"
_PAGE = 100


class Ledger(Section):
    """Newest first; a line opens the paper as it left, or its sheet. Lines are never changed."""

    key: ClassVar[str] = "ledger"
    tab: ClassVar[str] = N_("Ledger")
    lead: ClassVar[str] = N_("Every paper printed or saved: when, what, to whom, on what ground.")

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
        self._model.append([self._entry(line) for line in page], more=False)
        self._older_row.setVisible(more)

    def _entry(self, line: Disclosure) -> TimelineEntry:
        workspace, text = self.workspace, self.workspace.text
        notebook, locale = workspace.notebook, workspace.locale
        paper = name_disclosed(workspace.library, locale, line)
        printed = line.means == "printed"
        title = (
            text("{paper} printed", paper=paper) if printed else text("{paper} saved as a file", paper=paper)
        )
        icon = "printer" if printed else "file-pdf"
        if line.means == "sent":
            title = text("Package no. {number}", number=line.what.removeprefix("package "))
            icon = "paper-plane-tilt"
        student, case = notebook.students.find(line.student_id), notebook.cases.find(line.case_id)
        name = student.listed_name if student else ""
        if is_by_number(workspace, line.what.partition(" v")[0]):
            name = ""
        about = (name, case.reference if case else "")
        ground = workspace.label(GROUNDS, line.ground)
        if n := len(line.conditions.split()):
            met = locale.plural("{n} condition met", "{n} conditions met", n)
            ground = text("{ground} ({said})", ground=ground, said=met)
        local = datetime.fromisoformat(line.at).astimezone()
        return TimelineEntry(
            key=line.id,
            day=locale.date(local.date()),
            time=f"{local:%H:%M}",
            icon=icon,
            title=title,
            facts=" · ".join(part for part in about if part),
            line=" · ".join(part for part in (line.recipient, ground) if part),
        )

    def _open(self, entry: TimelineEntry) -> None:
        line = next(each for each in self._lines if each.id == entry.key)
        if line.paper:
            self.workspace.go("sent", record_id=line.id)
        elif line.record_kind in FORM_KINDS and line.record_id:
            self.workspace.go("sheet", kind=line.record_kind, record_id=line.record_id)
        elif self.workspace.notebook.attachments.find(line.record_id) is not None:
            self.workspace.go("attachment", record_id=line.record_id or "")
