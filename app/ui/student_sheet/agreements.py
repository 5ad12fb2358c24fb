"""Whether an adult student agrees to the guardians being told."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.look_around import Around
from app.models.agreement import Agreement
from app.models.majority import agreed
from app.ui.dialogs.edit_agreement import edit_agreement
from app.ui.widgets.button import Button
from app.ui.widgets.pressable_lines import Line, Part, PressableLines
from app.ui.workspace import Workspace


class AgreementsBlock(QWidget):
    """Each agreement with its days; while none is good, the way to note one."""

    def __init__(
        self, workspace: Workspace, around: Around, day: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._student = workspace, around.student
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for one in around.agreements:
            column.addWidget(self._line(one, day))
        if agreed(around.agreements, day) is None:
            note = Button(
                workspace.theme, workspace.text("Note the student’s agreement"), kind="quiet",
                icon="calendar-check", small=True,
            )  # fmt: skip
            note.setObjectName("agreement:new")
            note.clicked.connect(partial(self._note, day))
            column.addWidget(note, 0, Qt.AlignmentFlag.AlignLeft)

    def _note(self, day: date, *_: object) -> None:
        fresh = Agreement(student_id=self._student.id, given_on=day)
        edit_agreement(self._workspace, self, fresh, is_new=True)

    def _line(self, one: Agreement, day: date) -> PressableLines:
        workspace, text, shown = self._workspace, self._workspace.text, self._workspace.locale.date
        counts = one.counts_on(day)
        said = (
            text("Agrees that the guardians are told, said on {day}", day=shown(one.given_on))
            if counts
            else text("Agreement of {day}, no longer good", day=shown(one.given_on))
        )
        until = text("until {day}", day=shown(one.until)) if one.until else ""
        parts = (
            Part(said, "body", "ink" if counts else "ink2"), Part(until, "small", "ink2"),
            Part(" ".join(one.note.split()), "small", "ink2"),
        )  # fmt: skip
        line = PressableLines(
            workspace.theme, [Line(parts, "calendar-check")], does=text("Correct the agreement")
        )
        line.setObjectName(f"agreement:{one.id}")
        line.clicked.connect(partial(edit_agreement, workspace, self, one))
        return line
