"""The adults who answer for a student."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.students.copy_guardians import copy_guardians
from app.actions.students.look_around import Around
from app.models.folding import fold
from app.models.guardian import Guardian
from app.models.majority import agreed, may_be_told
from app.models.student import Student
from app.ui.dialogs.edit_guardian import AUTHORITIES, RELATIONS, edit_guardian
from app.ui.services import service_for
from app.ui.strips.cautions import unknown_age
from app.ui.student_sheet.agreements import guardians_told_button
from app.ui.student_sheet.cautions import caution_button
from app.ui.student_sheet.columns import Columns
from app.ui.student_sheet.contact import home, spoken
from app.ui.theme.tokens import Token
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.pressable_lines import Line, Part, PressableLines
from app.ui.words.guardian_name import called
from app.ui.workspace import Workspace


class GuardiansBlock(QWidget):
    """Who, how to reach them, what they decide. Pressing one corrects it.

    Greyed once the student is 18, until the student agrees to their being told.
    """

    def __init__(
        self, workspace: Workspace, around: Around, day: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._around = workspace, around
        majority = service_for(workspace, around.student.id).majority
        self._untold = not may_be_told(around.student, around.agreements, day, majority=majority)
        theme, text, student = workspace.theme, workspace.text, around.student
        self._home = home(student.street, student.postcode, student.city)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        buttons: list[QWidget] = [self._button("guardian:new", text("Add a guardian"), "plus")]
        buttons[0].clicked.connect(self._add)  # type: ignore[attr-defined]
        if around.guardians:
            column.addWidget(Columns(theme, [self._card(guardian) for guardian in around.guardians]))
        else:
            buttons = [Label(theme, text("Nobody noted yet."), ink="ink2"), *buttons, *self._to_take_over()]
        if not around.cautions or around.guardians:
            buttons.append(caution_button(workspace, around, self))
        missing = unknown_age(workspace, around)
        if missing:
            words = Label(theme, missing, role="small", ink="ink2", wrap=True)
            words.setContentsMargins(theme.px(4), theme.px(2), 0, theme.px(2))
            column.addWidget(words)
        adult = student.is_adult_on(day, majority=majority)
        if adult and around.guardians and agreed(around.agreements, day) is None:
            buttons.append(guardians_told_button(workspace, around, self))
        column.addWidget(FlowRow(theme, *buttons))

    def _card(self, guardian: Guardian) -> PressableLines:
        workspace, text = self._workspace, self._workspace.text
        grey = self._untold or guardian.do_not_contact
        relation = workspace.label(RELATIONS, guardian.relation) if guardian.relation else ""
        authority = workspace.label(AUTHORITIES, guardian.authority) if guardian.authority else ""
        name = called(workspace, guardian)
        ink: Token = "ink2" if grey else "ink"
        decides = text("Parental authority: {words}", words=authority) if authority else ""
        lives = home(guardian.street, guardian.postcode, guardian.city)
        if lives and fold(lives) == fold(self._home):
            lives, decides = "", " · ".join(filter(None, (text("same address"), decides)))
        speaks = Part(spoken(workspace, guardian.languages), "small", "ink2")
        lines = [
            Line((Part(name, "strong", ink), Part(relation if relation != name else "", "body", "ink2"))),
            Line((Part(guardian.phone, "body", ink), speaks), "phone" if guardian.phone else ""),
            *(Line((Part(words, "small", "ink2"),)) for words in (guardian.email, lives, decides)),
            Line((Part(self._caution(guardian), "small_strong", "warn"),)),
        ]
        card = PressableLines(workspace.theme, lines, does=text("Correct the guardian"))
        card.setObjectName(f"guardian:{guardian.id}")
        card.clicked.connect(partial(edit_guardian, workspace, self, guardian))
        return card

    def _caution(self, guardian: Guardian) -> str:
        if guardian.do_not_contact:
            return self._workspace.text("Do not contact")
        return self._workspace.text("Ask the student for agreement") if self._untold else ""

    def _to_take_over(self) -> list[Button]:
        """Those of a brother or sister, where this student has none yet."""
        workspace, made = self._workspace, []
        for sibling, _ in self._around.siblings:
            sheets = workspace.notebook.students.ids_of(sibling.id)
            if workspace.notebook.guardians.of_students(sheets):
                words = workspace.text("The same as {name}’s", name=sibling.given_name or sibling.name)
                button = self._button(f"guardian:as:{sibling.id}", words, "users-three")
                button.clicked.connect(partial(self._take_over, sibling))
                made.append(button)
        return made[:2]

    def _take_over(self, sibling: Student, *_: object) -> None:
        student_id = self._around.student.id
        self._workspace.act(copy_guardians, from_id=sibling.id, student_id=student_id)

    def _button(self, name: str, words: str, icon: str) -> Button:
        button = Button(self._workspace.theme, words, kind="quiet", icon=icon, small=True)
        button.setObjectName(name)
        return button

    def _add(self) -> None:
        position = max((one.position for one in self._around.guardians), default=-1) + 1
        fresh = Guardian(student_id=self._around.student.id, position=position)
        edit_guardian(self._workspace, self, fresh, is_new=True)
