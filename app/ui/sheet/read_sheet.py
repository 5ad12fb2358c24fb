"""A sheet that is read and printed here, and not written on."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.actions.sheets.sheet import Sheet as OpenSheet
from app.ui.sheet.read_rows import read_rows
from app.ui.sheet.unasked_rows import add_unasked_rows
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace


class ReadSheet(Sheet):
    """Says why under its title; `first` has the cursor, and is the paper unless something comes before it."""

    paper_wanted = Signal()
    revisions_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        sheet: OpenSheet,
        facts: Mapping[str, str],
        *,
        subtitle: str,
        why: tuple[str, str],
        before: Sequence[Button] = (),
        first: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace.theme, margin=120, parent=parent)
        theme, text = workspace.theme, workspace.text
        student = workspace.notebook.students.find(sheet.record.student_id)
        if student is not None:
            self.header.set_who(student.name, student.class_name)
        self.set_title(workspace.locale.words(sheet.form.title), subtitle)
        paper = Button(theme, text("Paper"), hint="Ctrl+P", icon="printer")
        revisions = Button(theme, text("Revisions"), kind="quiet", icon="clock-counter-clockwise")
        paper.clicked.connect(self.paper_wanted)
        revisions.clicked.connect(self.revisions_wanted)
        self.first = first or paper
        buttons = (*before, revisions, paper, *([first] if first is not None else []))
        self.header.add_right(FlowRow(theme, *buttons, spacing=12))
        self.add_row("", Banner(theme, [why], tone="calm"), gap=8)
        read_rows(workspace, self, sheet, facts)
        add_unasked_rows(workspace, self, sheet)
