"""Who agreed to what: the register on a student's page."""

from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.students.look_around import Around
from app.models.agreement import GUARDIANS_TOLD, Agreement
from app.models.lapse import lapse_of
from app.models.live_apart import live_apart
from app.ui.dialogs.edit_agreement import edit_agreement
from app.ui.services import service_for
from app.ui.theme.tokens import Token
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.pressable_lines import Line, Part, PressableLines
from app.ui.words.agreement_words import WAYS, by_whom, to_what, why_over
from app.ui.words.guardian_name import called
from app.ui.workspace import Workspace

_SOON = timedelta(days=14)


class AgreementsBlock(QWidget):
    """Each agreement on a line; what is over stays readable, greyed, with the reason."""

    def __init__(self, workspace: Workspace, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._around = workspace, around
        self._majority = service_for(workspace, around.student.id).majority
        self._guardians = {one.id: one for one in around.guardians}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(workspace.theme.px(2))
        for one in around.agreements:
            column.addWidget(self._line(one))
        missing = self._not_noted()
        if missing:
            words = Label(workspace.theme, missing, role="small", ink="ink2", wrap=True)
            words.setContentsMargins(workspace.theme.px(4), 0, 0, 0)
            column.addWidget(words)
        column.addWidget(FlowRow(workspace.theme, agreement_button(workspace, around, self)))

    def _line(self, one: Agreement) -> PressableLines:
        workspace, text, shown = self._workspace, self._workspace.text, self._workspace.locale.date
        day = workspace.today
        lapse = lapse_of(one, self._around.student, day, majority=self._majority)
        ink: Token = "ink2" if lapse else "ink"
        how = workspace.label(WAYS, one.how) if one.how else ""
        who = by_whom(workspace, one, self._guardians.get(one.guardian_id or ""))
        given = text("{who}, {day}", who=who, day=shown(one.given_on))
        soon = lapse is None and one.until is not None and one.until <= day + _SOON
        until = text("until {day}", day=shown(one.until)) if one.until and lapse is None else ""
        parts = (
            Part(to_what(workspace, one, self._around.services.get(one.partner_id or "", "")), "body", ink),
            Part(" · ".join(filter(None, (given, how))), "small", "ink2"),
            Part(until, "small_strong" if soon else "small", "warn" if soon else "ink2"),
            Part(why_over(workspace, lapse) if lapse else "", "small_strong", "warn"),
        )
        note = Line((Part(" ".join(one.note.split()), "small", "ink2"),))
        line = PressableLines(workspace.theme, [Line(parts), note], does=text("Correct the agreement"))
        line.setObjectName(f"agreement:{one.id}")
        line.clicked.connect(partial(edit_agreement, workspace, self, one))
        return line

    def _not_noted(self) -> str:
        """Of separated parents, who has not said anything where the other one has."""
        apart = live_apart(self._around.guardians)
        if not apart or self._around.student.is_adult_on(self._workspace.today, majority=self._majority):
            return ""
        said: dict[tuple[str, str | None], set[str]] = {}
        for one in self._around.agreements:
            if one.giver == "guardian" and one.guardian_id:
                said.setdefault((one.scope, one.partner_id), set()).add(one.guardian_id)
        missing = {
            guardian.id: called(self._workspace, guardian)
            for givers in said.values()
            for guardian in apart
            if guardian.id not in givers
        }
        names = ", ".join(missing.values())
        return (
            self._workspace.text("Separated parents: nothing noted from {names}.", names=names)
            if names
            else ""
        )


def agreement_button(workspace: Workspace, around: Around, parent: QWidget) -> Button:
    """Note one more."""
    button = Button(
        workspace.theme, workspace.text("Note an agreement"), kind="quiet", icon="plus", small=True
    )
    button.setObjectName("agreement:another")
    button.clicked.connect(partial(_note, workspace, around, parent, "partner"))
    return button


def guardians_told_button(workspace: Workspace, around: Around, parent: QWidget) -> Button:
    """Note that an adult lets the guardians be told."""
    button = Button(
        workspace.theme, workspace.text("Note the student’s agreement"), kind="quiet",
        icon="calendar-check", small=True,
    )  # fmt: skip
    button.setObjectName("agreement:new")
    button.clicked.connect(partial(_note, workspace, around, parent, GUARDIANS_TOLD))
    return button


def _note(workspace: Workspace, around: Around, parent: QWidget, scope: str, *_: object) -> None:
    adult = around.student.is_adult_on(
        workspace.today, majority=service_for(workspace, around.student.id).majority
    )
    giver = "adult" if adult or scope == GUARDIANS_TOLD else "student"
    fresh = Agreement(student_id=around.student.id, given_on=workspace.today, scope=scope, giver=giver)
    edit_agreement(workspace, parent, fresh, is_new=True)
