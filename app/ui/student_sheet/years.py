"""Where a student was, school year by school year."""

from PySide6.QtWidgets import QGridLayout, QWidget

from app.actions.look_at_student import StudentFile
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace


class YearsBlock(QWidget):
    """Newest first; two lines of one year mean the class or the school changed in it."""

    def __init__(self, workspace: Workspace, file: StudentFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = workspace.theme
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(4), 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnStretch(1, 1)
        for line, enrolment in enumerate(file.enrolments):
            where = (enrolment.class_name, file.schools.get(enrolment.school_id or "", ""))
            grid.addWidget(Label(theme, enrolment.school_year.replace("-", "–"), ink="ink2"), line, 0)
            grid.addWidget(Label(theme, " · ".join(filter(None, where)), wrap=True), line, 1)
