"""Where a student was, school year by school year."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.students.look_at_student import StudentFile
from app.models.enrolment import Enrolment
from app.models.school_year import school_year
from app.ui.dialogs.edit_enrolment import DEVICES, LEVELS, edit_enrolment
from app.ui.widgets.button import Button
from app.ui.widgets.pressable_lines import Line, Part, PressableLines
from app.ui.workspace import Workspace


class YearsBlock(QWidget):
    """Newest first; two lines of one year mean the class or the school changed in it. Pressing corrects."""

    def __init__(self, workspace: Workspace, file: StudentFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._file = workspace, file
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(workspace.theme.px(2))
        for enrolment in file.enrolments:
            column.addWidget(self._line(enrolment))
        add = Button(
            workspace.theme, workspace.text("Add a school year"), kind="quiet", icon="plus", small=True
        )
        add.setObjectName("enrolment:new")
        add.clicked.connect(self._add)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _line(self, enrolment: Enrolment) -> PressableLines:
        workspace, text, label = self._workspace, self._workspace.text, self._workspace.label
        school = self._file.schools.get(enrolment.school_id or "", "") or enrolment.other_school
        since = text("from {day}", day=workspace.locale.date(enrolment.since)) if enrolment.since else ""
        more = (
            label(LEVELS, enrolment.level) if enrolment.level else "",
            *(label(DEVICES, code) for code in enrolment.devices),
            since,
        )
        where = " · ".join(filter(None, (enrolment.class_name, school)))
        parts = (
            Part(enrolment.school_year.replace("-", "–"), "body", "ink2"),
            Part(where),
            Part(" · ".join(filter(None, more)), "small", "ink2"),
        )
        line = PressableLines(workspace.theme, [Line(parts)], does=text("Correct the school year"))
        line.setObjectName(f"enrolment:{enrolment.id}")
        line.clicked.connect(partial(edit_enrolment, workspace, self, enrolment))
        return line

    def _add(self) -> None:
        workspace, student = self._workspace, self._file.student
        fresh = Enrolment(student_id=student.id, school_year=school_year(workspace.today))
        edit_enrolment(workspace, self, fresh, is_new=True)
