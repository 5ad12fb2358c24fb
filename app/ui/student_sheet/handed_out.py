"""Who has received what about this student: how often, the list, and what was told without a paper."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.students.look_at_student import StudentFile
from app.ui.dialogs.note_told import note_told
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace


class HandedOut(QWidget):
    """One line and two ways on; the lines themselves stand on a page of their own."""

    def __init__(self, workspace: Workspace, file: StudentFile, count: int) -> None:
        super().__init__()
        text, theme = workspace.text, workspace.theme
        said = (
            workspace.locale.plural(
                "Something left or was told {n} time.", "Something left or was told {n} times.", count
            )
            if count
            else text("Nobody has received anything yet.")
        )
        listed = Button(theme, text("Who has received what"), kind="quiet", icon="eye", small=True)
        listed.setObjectName("received:list")
        listed.clicked.connect(lambda: workspace.go("received", record_id=file.student.id))
        told = Button(theme, text("Note what was told…"), kind="quiet", icon="phone", small=True)
        told.setObjectName("received:note")
        case = file.open_case or next(iter(file.cases), None)
        told.clicked.connect(
            lambda: note_told(workspace, self, student_id=file.student.id, case_id=case.id if case else None)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(Label(theme, said, ink="ink2", wrap=True))
        column.addWidget(FlowRow(theme, listed, told, spacing=8))
