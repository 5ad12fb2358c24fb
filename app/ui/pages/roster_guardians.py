"""What a file of guardians would do: for whom, new or known, and who was left aside."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.exchange.rosters.guardian_plan import GuardianPlan, PlannedGuardian
from app.exchange.rosters.guardian_words import guardian_words
from app.models.folding import fold
from app.ui.pages.roster_rows import Cell, RosterRows
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace

_RELATIONS = "relation"


class RosterGuardians(QWidget):
    """Only guardians of students with an open case are shown: nobody else's will be kept."""

    def __init__(self, workspace: Workspace, plan: GuardianPlan) -> None:
        super().__init__()
        self._workspace = workspace
        text, theme = workspace.text, workspace.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._first: QWidget = self
        for sentence in guardian_words(plan, workspace.locale):
            column.addWidget(Label(theme, sentence, ink="ink2", wrap=True))
        if plan.lines or plan.rejected:
            rows = RosterRows(
                [text("Student"), text("Guardian"), text("Relation"), text("What happens")], self
            )
            students = {student.id: student.listed_name for student in workspace.notebook.students.list()}
            by_student = sorted(plan.lines, key=lambda line: fold(students.get(line.student_id, "")))
            shown = [self._cells(line, students.get(line.student_id, "")) for line in by_student]
            shown += [
                [("", "ink"), ("", "ink"), ("", "ink"), (text(line.reason), "warn")] for line in plan.rejected
            ]
            rows.set_rows(shown)
            table = DataTable(theme, model=rows, name=text("Guardians in the file"), stretch=3)
            column.addWidget(table, 1)
            self._first = table
        else:
            column.addStretch(1)

    def focus_first(self) -> None:
        """The guardians."""
        self._first.setFocus()

    def _cells(self, line: PlannedGuardian, student: str) -> list[Cell]:
        entry, workspace = line.entry, self._workspace
        relation = workspace.label(_RELATIONS, entry.relation) if entry.relation else ""
        return [(student, "ink2"), (entry.listed_name, "ink"), (relation, "ink"), self._outcome(line)]

    def _outcome(self, line: PlannedGuardian) -> Cell:
        text = self._workspace.text
        if line.verdict == "new":
            return text("will be added"), "ink2"
        return (text("will be completed") if line.changes else text("nothing changes")), "ink2"
