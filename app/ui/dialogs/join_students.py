"""Two sheets of one person: which one goes on, and what that means."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions.students.join_students import join_students as join
from app.actions.students.join_students import separate_students
from app.actions.students.look_at_student import StudentFile, look_at_student
from app.models.kinds import FORM_KINDS
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.label import Label
from app.ui.words.student_words import born
from app.ui.workspace import Workspace


def join_students(workspace: Workspace, parent: QWidget, *, kept_id: str, other_id: str) -> str:
    """Show both sides and ask; the identifier of the sheet that goes on, "" when left. Can be undone."""
    dialog = JoinDialog(workspace, parent, kept_id=kept_id, other_id=other_id)
    if dialog.ask() != "join":
        return ""
    kept, other = dialog.kept.student, dialog.other.student
    if not workspace.act(join, kept_id=kept.id, other_id=other.id):
        return ""
    workspace.offer_undo(
        workspace.text("Joined with {name}", name=other.name),
        lambda: workspace.act(separate_students, other_id=other.id),
    )
    return kept.id


class JoinDialog(Dialog):
    """`kept` goes on, `other` is read on it; Swap turns them round."""

    def __init__(self, workspace: Workspace, parent: QWidget, *, kept_id: str, other_id: str) -> None:
        text, theme = workspace.text, workspace.theme
        super().__init__(
            theme,
            title=text("Join these two sheets?"),
            text=text(
                "Everything on both is read together on the sheet that goes on. Nothing is moved:"
                " you can separate them again."
            ),
            answers=[("join", text("Join them"), "primary"), ("leave", text("Leave as it was"), "outlined")],
            width=680,
            parent=parent.window(),
        )
        self._workspace = workspace
        self.kept, self.other = (
            look_at_student(workspace.notebook, student_id=each, day=workspace.today)
            for each in (kept_id, other_id)
        )
        self._sides = QHBoxLayout()
        self._sides.setSpacing(theme.px(16))
        self.body.addLayout(self._sides)
        self._swap = Button(theme, text("Swap"), kind="quiet", icon="arrows-split")
        self._swap.clicked.connect(self._turn_round)
        self.body.addWidget(self._swap, 0, Qt.AlignmentFlag.AlignLeft)
        self._doubt = Banner(theme)
        self.body.addWidget(self._doubt)
        self._show()

    def _turn_round(self) -> None:
        self.kept, self.other = self.other, self.kept
        self._show()

    def _show(self) -> None:
        while (item := self._sides.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        text = self._workspace.text
        self._sides.addWidget(self._side(text("Goes on"), self.kept), 1)
        self._sides.addWidget(self._side(text("Is read there too"), self.other), 1)
        self._doubt.set_lines([("warning", sentence) for sentence in self._doubts()])
        self.fit()

    def _side(self, heading: str, file: StudentFile) -> QWidget:
        workspace, theme, student = self._workspace, self._workspace.theme, file.student
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(Label(theme, heading, role="small_strong", ink="accent"))
        column.addWidget(Label(theme, student.listed_name, role="heading", wrap=True))
        facts = " · ".join(filter(None, (student.class_name, born(student, workspace.locale))))
        column.addWidget(Label(theme, facts or workspace.text("nothing else known"), ink="ink2", wrap=True))
        column.addWidget(Label(theme, self._content(file), role="small", ink="ink2", wrap=True))
        column.addStretch(1)
        return side

    def _content(self, file: StudentFile) -> str:
        notebook, locale = self._workspace.notebook, self._workspace.locale
        ids = [file.student.id, *(other.id for other in file.joined)]
        sheets = sum(len(notebook.sheets(kind).of_student(ids)) for kind in FORM_KINDS)
        counted = [
            locale.plural("{n} sheet", "{n} sheets", sheets),
            locale.plural("{n} guardian", "{n} guardians", len(file.guardians)),
            *(self._workspace.text("case {reference}", reference=case.reference) for case in file.cases),
        ]
        return " · ".join(counted)

    def _doubts(self) -> list[str]:
        """What speaks against their being one person."""
        first, second = self.kept.student, self.other.student
        if second.id in {one.id for one, _ in self.kept.around.siblings}:
            return [self._workspace.text("They are noted as brothers or sisters of each other.")]
        if first.birth_date and second.birth_date and first.birth_date != second.birth_date:
            return [self._workspace.text("They have different birth dates.")]
        return []
