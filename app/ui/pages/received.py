"""Who has received what about one student: printed, saved, handed over, told."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.changes import Changes
from app.models.disclosure import Disclosure
from app.models.student import Student
from app.ui.destination import Destination
from app.ui.dialogs.note_told import note_told
from app.ui.pages.page import Page
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.paged_model import PagedModel
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.timeline import Timeline, TimelineEntry
from app.ui.words.ledger_words import ledger_entry, open_line
from app.ui.workspace import Workspace

_PAGE = 100


class ReceivedPage(Page):
    """Newest first; a line opens the paper as it left. Lines are added and never changed."""

    place = "students"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._student: Student | None = None
        self._lines: list[Disclosure] = []
        self.timeline: Timeline | None = None
        self._sheet = Sheet(theme, margin=132)
        back = Button(theme, text("Back"), kind="quiet", icon="arrow-left")
        back.clicked.connect(workspace.go_back)
        self.note = Button(theme, text("Note what was told…"), kind="primary", icon="phone")
        self.note.clicked.connect(self._note)
        self.paper = Button(theme, text("As paper…"), kind="outlined", icon="printer", hint="Ctrl+P")
        self.paper.clicked.connect(self.print_wanted)
        self._sheet.header.add_right(back)
        self._older = Button(theme, text("Older ones"), kind="quiet", icon="caret-down")
        self._older.clicked.connect(self._show_more)
        self._older_row = FlowRow(theme, self._older)
        self._sheet.set_footer(FlowRow(theme, self.note, self.paper, spacing=12))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)

    def open(self, destination: Destination) -> None:
        """A student by identifier; RecordUnknown, and then nothing of the one before stays."""
        self._student, self._lines = None, []
        self._older_row.setParent(None)
        self._sheet.clear()
        self._sheet.set_title("")
        self._sheet.header.set_who("")
        self._student = self.workspace.notebook.students.get(destination.record_id)
        self._show()

    def show_changes(self, changes: Changes) -> None:
        """Another line."""
        if changes.touches("disclosure"):
            self._show()
            self.focus_first()

    def focus_first(self) -> None:
        """On the newest line, or on what adds the first one."""
        (self.timeline or self.note).setFocus()

    def print_wanted(self) -> None:
        """The same as paper."""
        if self._student is not None:
            self.workspace.go("received_paper", record_id=self._student.id)

    def _show(self) -> None:
        assert self._student is not None
        workspace, text, student = self.workspace, self.workspace.text, self._student
        ids = workspace.notebook.students.ids_of(student.id)
        lines = workspace.notebook.disclosures.list(student_ids=ids)
        self._lines = sorted(lines, key=lambda line: line.at, reverse=True)
        self._older_row.setParent(None)
        self._sheet.clear()
        self._sheet.set_title(text("Who has received what"))
        self._sheet.header.set_who(student.name, text("Personal notes were handed to nobody."))
        self.timeline = None
        if not self._lines:
            words = text("What you print, save or hand over is noted here; what you tell you note yourself.")
            nothing = EmptyState(workspace.theme, title=text("Nobody has received anything yet"), text=words)
            self._sheet.add_row("", nothing)
            return
        self._model: PagedModel[TimelineEntry] = PagedModel(said=lambda entry: entry.said, parent=self)
        self.timeline = Timeline(workspace.theme, model=self._model, name=text("Who has received what"))
        self.timeline.chosen.connect(self._open)
        self._sheet.add_wide(self.timeline, gap=20)
        self._sheet.add_row("", self._older_row)
        self._show_more()

    def _show_more(self) -> None:
        shown = len(self._model.rows())
        page = self._lines[shown : shown + _PAGE]
        self._model.append([ledger_entry(self.workspace, line, about=False) for line in page], more=False)
        self._older_row.setVisible(shown + len(page) < len(self._lines))

    def _open(self, entry: TimelineEntry) -> None:
        open_line(self.workspace, next(one for one in self._lines if one.id == entry.key))

    def _note(self) -> None:
        if self._student is None:
            return
        notebook = self.workspace.notebook
        cases = notebook.cases.of_student(notebook.students.ids_of(self._student.id))
        case = next((one for one in cases if one.state == "open"), next(iter(cases), None))
        note_told(self.workspace, self, student_id=self._student.id, case_id=case.id if case else None)
