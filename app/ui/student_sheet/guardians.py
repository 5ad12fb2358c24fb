"""The adults who answer for a student."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.look_at_student import StudentFile
from app.models.folding import fold
from app.models.guardian import Guardian
from app.ui.dialogs.edit_guardian import AUTHORITIES, RELATIONS, edit_guardian
from app.ui.student_sheet.columns import Columns
from app.ui.student_sheet.contact import home, spoken
from app.ui.student_sheet.warnings import called
from app.ui.theme.tokens import Token
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.pressable_lines import Line, Part, PressableLines
from app.ui.workspace import Workspace


class GuardiansBlock(QWidget):
    """Who, how to reach them, what they decide. Pressing one corrects it; greyed once the student is 18."""

    def __init__(
        self, workspace: Workspace, file: StudentFile, *, of_age: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._file, self._of_age = workspace, file, of_age
        theme, text, student = workspace.theme, workspace.text, file.student
        self._home = home(student.street, student.postcode, student.city)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        add = Button(theme, text("Add a guardian"), kind="quiet", icon="plus", small=True)
        add.setObjectName("guardian:new")
        add.clicked.connect(self._add)
        if file.guardians:
            column.addWidget(Columns(theme, [self._card(guardian) for guardian in file.guardians]))
            column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            column.addWidget(FlowRow(theme, Label(theme, text("Nobody noted yet."), ink="ink2"), add))

    def _card(self, guardian: Guardian) -> PressableLines:
        workspace, text = self._workspace, self._workspace.text
        grey = self._of_age or guardian.do_not_contact
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
        return self._workspace.text("Ask the student for agreement") if self._of_age else ""

    def _add(self) -> None:
        position = max((one.position for one in self._file.guardians), default=-1) + 1
        fresh = Guardian(student_id=self._file.student.id, position=position)
        edit_guardian(self._workspace, self, fresh, is_new=True)
