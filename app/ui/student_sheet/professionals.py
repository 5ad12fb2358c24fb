"""The professionals around a student, and whether each is bound by secrecy."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.students.look_around import Around
from app.models.professional import Professional
from app.ui.dialogs.edit_professional import edit_professional
from app.ui.student_sheet.columns import Columns
from app.ui.theme.tokens import Token
from app.ui.widgets.button import Button
from app.ui.widgets.pressable_lines import Line, Part, PressableLines
from app.ui.words.secrecy_words import secrecy_words
from app.ui.workspace import Workspace


class ProfessionalsBlock(QWidget):
    """Whoever is no longer there is greyed. Who is not bound by secrecy is said in the ink of warnings."""

    def __init__(self, workspace: Workspace, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._around = workspace, around
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(workspace.theme.px(2))
        column.addWidget(Columns(workspace.theme, [self._card(one) for one in around.professionals]))
        column.addWidget(professional_button(workspace, around, self), 0, Qt.AlignmentFlag.AlignLeft)

    def _card(self, one: Professional) -> PressableLines:
        workspace, text, date = self._workspace, self._workspace.text, self._workspace.locale.date
        over = one.is_over_on(workspace.today)
        ink: Token = "ink2" if over else "ink"
        service = self._around.services.get(one.partner_id or "", "")
        since = text("since {day}", day=date(one.since)) if one.since else ""
        until = text("until {day}", day=date(one.until)) if one.until else ""
        open_ear = one.secrecy in ("no", "") and not over
        lines = [
            Line((Part(one.name or service, "strong", ink), Part(one.role, "body", "ink2"))),
            Line((Part(service if one.name else "", "small", "ink2"),)),
            Line((Part(one.phone, "body", ink),), "phone" if one.phone else ""),
            Line((
                Part(secrecy_words(workspace, one.secrecy), "small", "warn" if open_ear else "ink2"),
                Part(since, "small", "ink2"), Part(until, "small", "ink2"),
            )),
        ]  # fmt: skip
        card = PressableLines(workspace.theme, lines, does=text("Correct the professional"))
        card.setObjectName(f"professional:{one.id}")
        card.clicked.connect(partial(edit_professional, workspace, self, one))
        return card


def professional_button(workspace: Workspace, around: Around, parent: QWidget) -> Button:
    """Add one more."""
    button = Button(
        workspace.theme, workspace.text("Add a professional"), kind="quiet", icon="plus", small=True
    )
    button.setObjectName("professional:new")
    fresh = Professional(student_id=around.student.id)
    button.clicked.connect(lambda: edit_professional(workspace, parent, fresh, is_new=True))
    return button
