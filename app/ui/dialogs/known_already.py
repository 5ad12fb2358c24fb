"""Said while a new student is written: somebody of that name has a sheet already."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.student import Student
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.words.student_words import born
from app.ui.workspace import Workspace

_MOST = 3


class KnownAlready(QWidget):
    """One line a namesake; `chosen` when it is the same person."""

    chosen = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, workspace.theme.px(10))
        self._column.setSpacing(workspace.theme.px(4))
        self.hide()

    def show_students(self, students: Sequence[Student]) -> None:
        """Name these, or go away."""
        ids = [student.id for student in students[:_MOST]]
        if ids == self._shown:
            return
        self._shown = ids
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for student in students[:_MOST]:
            self._column.addWidget(self._line(student))
        self.setVisible(bool(ids))

    def _line(self, student: Student) -> Banner:
        workspace = self._workspace
        words = (student.listed_name, student.class_name, born(student, workspace.locale))
        who = " · ".join(filter(None, words))
        same = Button(workspace.theme, workspace.text("It is the same person"), kind="outlined", small=True)
        same.setAccessibleDescription(who)
        same.clicked.connect(partial(self.chosen.emit, student.id))
        sentence = workspace.text("Has a sheet already: {who}", who=who)
        return Banner(workspace.theme, [("user", sentence)], actions=[same])
