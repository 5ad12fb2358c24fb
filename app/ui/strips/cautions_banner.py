"""What protects somebody, above anything written or printed about them."""

from PySide6.QtWidgets import QWidget

from app.actions.students.look_around import look_around
from app.ui.strips.cautions import protecting, unknown_age
from app.ui.widgets.banner import Banner
from app.ui.workspace import Workspace


class CautionsBanner(Banner):
    """Not there where there is nothing to mind. `leaving` also says that nobody knows the age.

    `first` is what protects most, for where the banner itself may be scrolled away.
    """

    def __init__(self, workspace: Workspace, *, leaving: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(workspace.theme, parent=parent)
        self._workspace, self._leaving = workspace, leaving
        self.first = ""

    def show_student(self, student_id: str | None) -> None:
        """The warnings of this student; none for a sheet nobody is chosen for."""
        workspace = self._workspace
        student = workspace.notebook.students.find(student_id)
        if student is None:
            self.set_lines([])
            self.first = ""
            return
        around = look_around(workspace.notebook, student_id=student.id)
        lines = protecting(workspace, around, workspace.today)
        self.first = lines[0][1] if lines else ""
        missing = unknown_age(workspace, around) if self._leaving else ""
        self.set_lines([*lines, *([("info", missing)] if missing else [])])
