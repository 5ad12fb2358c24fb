"""Personal notes that were searched for."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.hit import MARK_END, MARK_START
from app.models.kinds import FORM_KINDS
from app.personal.note import Note
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.workspace import Workspace


class PersonalResults(QWidget):
    """Each note found: whose it is, its passage, and the way to it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollColumn(self._inside))

    def show_notes(self, notes: list[Note]) -> None:
        """Show these, or say that there are none."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        workspace, theme = self._workspace, self._workspace.theme
        if not notes:
            self._column.addWidget(
                Label(
                    theme,
                    workspace.text("None of your notes holds these words."),
                    role="small",
                    ink="ink2",
                    wrap=True,
                )
            )
        for note in notes:
            student = workspace.notebook.students.find(note.student_id)
            name = student.name if student else workspace.text("Not filed yet")
            heading = f"{name} · {workspace.locale.moment(note.written_at)}"
            button = Button(theme, heading, kind="quiet")
            button.clicked.connect(lambda _=False, note=note: self._go(note))
            self._column.addWidget(button)
            passage = note.passage.replace(MARK_START, "").replace(MARK_END, "")
            self._column.addWidget(Label(theme, passage, role="small", wrap=True))
        self._column.addStretch(1)

    def _go(self, note: Note) -> None:
        for kind in FORM_KINDS:
            if self._workspace.notebook.sheets(kind).find(note.subject_id):
                self._workspace.go("sheet", kind=kind, record_id=note.subject_id)
                return
        self._workspace.go("students", record_id=note.student_id or note.subject_id)
