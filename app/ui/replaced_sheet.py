"""A version that another one replaced: history, to read, to compare and to print."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.actions.sheet import Sheet as OpenSheet
from app.models.plan import Plan
from app.ui.read_rows import read_rows
from app.ui.unasked_rows import add_unasked_rows
from app.ui.version_words import version_words
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace


class ReplacedSheet(Sheet):
    """Says which version replaced it, and leads there."""

    paper_wanted = Signal()
    differences_wanted = Signal()
    revisions_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        sheet: OpenSheet,
        replacement: Plan,
        facts: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace.theme, margin=120, parent=parent)
        theme, text, words = workspace.theme, workspace.text, workspace.locale.words
        student = workspace.notebook.students.find(sheet.record.student_id)
        if student is not None:
            self.header.set_who(student.name, student.class_name)
        self.set_title(words(sheet.form.title), version_words(workspace, sheet.record))
        self.first = Button(theme, text("Open version {n}", n=replacement.version), kind="primary")
        changes = Button(theme, text("See the differences"), kind="quiet")
        show = Button(theme, text("Paper"), hint="Ctrl+P", icon="printer")
        before = Button(theme, text("Revisions"), kind="quiet", icon="clock-counter-clockwise")
        before.clicked.connect(self.revisions_wanted)
        self.first.clicked.connect(lambda: workspace.go("sheet", kind=sheet.kind, record_id=replacement.id))
        changes.clicked.connect(self.differences_wanted)
        show.clicked.connect(self.paper_wanted)
        changes.setVisible(bool(workspace.notebook.plans.earlier(sheet.record)))
        self.header.add_right(FlowRow(theme, changes, before, show, self.first, spacing=12))
        day = workspace.locale.date(replacement.date)
        sentence = text(
            "Version {n} of {day} replaces this one, which stays as it was.", n=replacement.version, day=day
        )
        self.add_row("", Banner(theme, [("clock-counter-clockwise", sentence)], tone="calm"), gap=8)
        read_rows(workspace, self, sheet, facts)
        add_unasked_rows(workspace, self, sheet)
