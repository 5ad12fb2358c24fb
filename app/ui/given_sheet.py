"""A sheet of a case that was given to a colleague: to read and to print, not to write on."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.actions.sheet import Sheet as OpenSheet
from app.models.handover import Handover
from app.ui.read_rows import read_rows
from app.ui.transfer.package_words import local_day
from app.ui.unasked_rows import add_unasked_rows
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace


class GivenSheet(Sheet):
    """Says who has the case; taking it back is done on the student’s sheet, with a reason."""

    paper_wanted = Signal()
    revisions_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        sheet: OpenSheet,
        handover: Handover,
        facts: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace.theme, margin=120, parent=parent)
        theme, text, words = workspace.theme, workspace.text, workspace.locale.words
        student = workspace.notebook.students.find(sheet.record.student_id)
        if student is not None:
            self.header.set_who(student.name, student.class_name)
        self.set_title(words(sheet.form.title), workspace.locale.date(sheet.record.date))
        self.first = Button(theme, text("Paper"), hint="Ctrl+P", icon="printer")
        before = Button(theme, text("Revisions"), kind="quiet", icon="clock-counter-clockwise")
        before.clicked.connect(self.revisions_wanted)
        self.first.clicked.connect(self.paper_wanted)
        self.header.add_right(FlowRow(theme, before, self.first, spacing=12))
        other = workspace.notebook.correspondents.find(handover.correspondent_id)
        sentence = text(
            "This case was given to {name}, who has had it since {day}: it is read here, not written. If it"
            " is to go on here, take it back on the student’s sheet.",
            name=other.name if other else "",
            day=workspace.locale.date(local_day(handover.acknowledged_at or handover.at)),
        )
        self.add_row("", Banner(theme, [("user-plus", sentence)], tone="calm"), gap=8)
        read_rows(workspace, self, sheet, facts)
        add_unasked_rows(workspace, self, sheet)
