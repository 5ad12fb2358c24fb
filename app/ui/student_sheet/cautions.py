"""What was noted to mind about a student, to correct it; what is over stays readable here."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.students.look_around import Around
from app.models.caution import Caution
from app.ui.dialogs.edit_caution import edit_caution
from app.ui.widgets.button import Button
from app.ui.widgets.pressable_lines import Line, Part, PressableLines
from app.ui.workspace import Workspace


class CautionsBlock(QWidget):
    """One line each, with the days it counts."""

    def __init__(self, workspace: Workspace, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(workspace.theme.px(2))
        for one in around.cautions:
            column.addWidget(self._line(one))

    def _line(self, one: Caution) -> PressableLines:
        workspace, text, date = self._workspace, self._workspace.text, self._workspace.locale.date
        counts = one.counts_on(workspace.today)
        since = text("since {day}", day=date(one.since)) if one.since else ""
        until = text("until {day}", day=date(one.until)) if one.until else ""
        parts = (
            Part(" ".join(one.text.split()), "body", "ink" if counts else "ink2"),
            Part(" ".join(filter(None, (since, until))), "small", "ink2"),
        )
        line = PressableLines(workspace.theme, [Line(parts)], does=text("Correct what is to be minded"))
        line.setObjectName(f"caution:{one.id}")
        line.clicked.connect(partial(edit_caution, workspace, self, one))
        return line


def caution_button(workspace: Workspace, around: Around, parent: QWidget) -> Button:
    """Note something more."""
    button = Button(
        workspace.theme, workspace.text("Note something to mind"), kind="quiet", icon="plus", small=True
    )
    button.setObjectName("caution:new")
    fresh = Caution(student_id=around.student.id)
    button.clicked.connect(lambda: edit_caution(workspace, parent, fresh, is_new=True))
    return button
