"""What was told about a student by phone or in a meeting: to whom, what, on what ground."""

from typing import Any, ClassVar, NamedTuple

from PySide6.QtWidgets import QWidget

from app.actions.disclosure.circle_of import circle_of
from app.actions.disclosure.note_told import note_told as note
from app.models.case import Case
from app.models.student import Student
from app.ui.dialogs.edit_dialog import EditDialog
from app.ui.fields.typed_fields import Fields
from app.ui.paper.recipient_guard import RecipientGuard
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.text_area import TextArea
from app.ui.widgets.text_field import TextField
from app.ui.workspace import Workspace

_GROUNDS = "disclosure-grounds"


def note_told(
    workspace: Workspace, parent: QWidget, *, student_id: str, case_id: str | None = None, fields: Fields = ()
) -> None:
    """Ask, and write the line."""
    student = workspace.notebook.students.find(student_id)
    if student is not None:
        editor = ToldEditor(workspace, parent, student, workspace.notebook.cases.find(case_id))
        editor.write_again(fields)
        editor.ask()


class Told(NamedTuple):
    """What the fields say."""

    recipient: str
    said: str
    means: str
    ground: str
    day: str


class ToldEditor(EditDialog):
    """Nothing is written before it is said to whom, what and on what ground; who is meant is looked at."""

    question: ClassVar[str] = "told"

    def __init__(self, workspace: Workspace, parent: QWidget, student: Student, case: Case | None) -> None:
        text, theme = workspace.text, workspace.theme
        super().__init__(
            workspace, parent, title=text("Note what was told"),
            text=text(
                "About {name}. The ledger gets a line that is never changed: what was told stays as it is"
                " noted.",
                name=student.name,
            ),
        )  # fmt: skip
        self._student, self._case = student, case
        known, words = workspace.lists.get(_GROUNDS), workspace.locale.words
        grounds = [(one.code, words(one.label)) for one in (known.items if known else []) if one.active]
        self._means = ComboField(
            theme,
            choices=[("phone", text("by phone")), ("meeting", text("in a meeting"))],
            name=text("How it was told"),
        )
        self._means.choose("phone")
        self._receiver = TextField(theme, name=text("To whom"), placeholder=text("Service or person"))
        self._ground = ComboField(
            theme, choices=grounds, name=text("On what ground"), placeholder=text("Choose")
        )
        self._said = TextArea(theme, lines=3, most=8, name=text("What was told"))
        self._day = DateField(
            theme, calendar_name=text("Calendar"), placeholder=text("day/month/year"),
            shown=workspace.locale.date, language=workspace.locale.code,
        )  # fmt: skip
        self._day.set_value(workspace.today)
        record = case or Case(student_id=student.id, reference="", opened=workspace.today)
        self._record = record
        self._guard = RecipientGuard(workspace, record)
        self.add_pair((text("To whom"), self._receiver), note=self._guard)
        self.add_pair((text("What was told"), self._said))
        self.add_pair((text("How it was told"), self._means), (text("On which day"), self._day))
        self.add_pair((text("On what ground"), self._ground))
        self._receiver.textChanged.connect(lambda: self._guard.look(self.written().recipient))
        self._guard.look("", at_once=True)
        self._guard.shown.connect(self.fit)
        self.settle()

    def written(self) -> Told:
        """What the fields say."""
        day = self._day.value()
        return Told(
            recipient=" ".join(self._receiver.text().split()), said=self._said.words().strip(),
            means=self._means.chosen() or "phone", ground=self._ground.chosen() or "",
            day=day.isoformat() if day else "",
        )  # fmt: skip

    def problem(self) -> tuple[str, QWidget] | None:
        """To whom, what, why, on a day that has been; and somebody has looked where it is doubtful."""
        text, told = self.workspace.text, self.written()
        if not told.recipient:
            return text("Say to whom it was told."), self._receiver
        if not told.said:
            return text("Say in a few words what was told."), self._said
        day = self._day.value()
        if day is None or not self._day.is_valid():
            return text("This day cannot be understood: day, month, year."), self._day
        if day > self.workspace.today:
            return text("This day has not come yet."), self._day
        if not told.ground:
            return text("Say on what ground it was told."), self._ground
        if not self._guard.cleared:
            return text("Look again at whom it was told to."), self._guard.looked
        return None

    def about(self) -> dict[str, Any]:
        """The student and the case."""
        return {"record": {"student_id": self._student.id, "case_id": self._case.id if self._case else None}}

    def save(self) -> bool:
        """Write the line."""
        workspace, told, day = self.workspace, self.written(), self._day.value()
        standing = circle_of(
            workspace.notebook, library=workspace.library, record=self._record, recipient=told.recipient,
            ground=told.ground,
        )  # fmt: skip
        return workspace.act(
            note, student_id=self._student.id, case_id=self._case.id if self._case else None,
            means=told.means, recipient=told.recipient, said=told.said, ground=told.ground,
            circle=standing.who, language=workspace.locale.code, on=day or workspace.today,
            today=workspace.today,
        )  # fmt: skip
