"""A student's sheet, written or corrected: nothing is asked but one name."""

from typing import Any, ClassVar

import msgspec
from PySide6.QtWidgets import QWidget

from app.actions.students.save_student import save_student
from app.models.student import Student
from app.ui.dialogs.edit_dialog import EditDialog
from app.ui.dialogs.known_already import KnownAlready
from app.ui.fields.languages_field import LanguagesField
from app.ui.fields.person_name import split_name
from app.ui.fields.typed_fields import Fields
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.label import Label
from app.ui.widgets.text_field import TextField
from app.ui.words.student_words import age
from app.ui.workspace import Workspace

_LINES = (
    "family_name", "given_name", "used_name", "class_name", "phone", "email", "street", "postcode", "city",
)  # fmt: skip


def edit_student(
    workspace: Workspace,
    parent: QWidget,
    student: Student | None = None,
    *,
    typed: str = "",
    fields: Fields = (),
) -> str:
    """Ask who it is, `typed` being a name begun elsewhere; the student's identifier, "" when left.

    For somebody new it may be that of a student who was known already.
    """
    editor = StudentEditor(workspace, parent, student, typed=typed)
    editor.write_again(fields)
    editor.ask()
    return editor.student_id if editor.answer else ""


class StudentEditor(EditDialog):
    """`student_id` is who was saved, or chosen as the same person."""

    question: ClassVar[str] = "student"

    def __init__(
        self, workspace: Workspace, parent: QWidget, student: Student | None, *, typed: str = ""
    ) -> None:
        text, theme, locale = workspace.text, workspace.theme, workspace.locale
        super().__init__(
            workspace, parent, title=text("Correct the student") if student else text("New student")
        )
        self._is_new = student is None
        family, given = split_name(typed)
        self._before = student or Student(family_name=family, given_name=given)
        self.student_id = ""
        self._lines = {key: TextField(theme, text=getattr(self._before, key)) for key in _LINES}
        self._known = KnownAlready(workspace)
        self._known.chosen.connect(self._is_the_same)
        self._birth = DateField(
            theme, calendar_name=text("Calendar"), placeholder=text("day/month/year"),
            shown=locale.date, language=locale.code,
        )  # fmt: skip
        self._birth.set_value(self._before.birth_date)
        self._age = Label(theme, role="small", ink="ink2")
        self._gender = ComboField(theme, choices=_genders(workspace))
        self._gender.choose(self._before.gender)
        self._languages = LanguagesField(workspace)
        self._languages.set_codes(self._before.languages)
        schools = [(school.id, school.name) for school in workspace.notebook.schools.list()]
        self._school = ComboField(theme, choices=[("", text("not known")), *schools])
        self._school.choose(self._before.school_id or (schools[0][0] if self._is_new and schools else ""))
        self._no_message = CheckRow(
            theme, text("Do not leave a message"), checked=self._before.phone_no_message
        )
        self._build()
        for key in ("family_name", "given_name", "used_name"):
            self._lines[key].textChanged.connect(self._look_for_namesakes)
        self._birth.day_changed.connect(self._say_age)
        self._say_age()
        self.settle()
        self._look_for_namesakes()

    def written(self) -> Student:
        """The student as the fields say."""
        lines = {key: " ".join(field.text().split()) for key, field in self._lines.items()}
        understood = self._birth.value() if self._birth.is_valid() else self._before.birth_date
        return msgspec.structs.replace(
            self._before,
            birth_date=understood,
            gender=self._gender.chosen() or "",
            languages=self._languages.codes(),
            school_id=self._school.chosen() or None,
            phone_no_message=self._no_message.isChecked(),
            **lines,
        )

    def problem(self) -> tuple[str, QWidget] | None:
        """One name, and a birth date that can be understood."""
        written, text = self.written(), self.workspace.text
        if not (written.family_name or written.given_name or written.used_name):
            return text("One name is needed; the rest can wait."), self._lines["family_name"]
        if not self._birth.is_valid():
            return text("This birth date cannot be understood: day, month, year."), self._birth
        if written.birth_date and written.birth_date > self.workspace.today:
            return text("This birth date lies ahead."), self._birth
        return None

    def about(self) -> dict[str, Any]:
        """The student as they were; nobody yet where they are new."""
        return {"record": None if self._is_new else self._before}

    def save(self) -> bool:
        """Write the sheet and where they are this school year."""
        written = self.written()
        if not self.workspace.act(save_student, student=written, today=self.workspace.today):
            return False
        self.student_id = written.id
        return True

    def is_changed(self) -> bool:
        """A birth date that cannot be understood is something written too."""
        return super().is_changed() or not self._birth.is_valid()

    def _build(self) -> None:
        text, lines = self.workspace.text, self._lines
        self.add_pair((text("Family name"), lines["family_name"]), (text("Given name"), lines["given_name"]))
        self.add_wide(self._known)
        self.add_pair((text("Name in use"), lines["used_name"]), (text("Gender"), self._gender))
        self.add_pair((text("Born on"), self._birth), (text("Languages"), self._languages), note=self._age)
        self.add_pair((text("School"), self._school), (text("Class"), lines["class_name"]))
        self.add_pair(
            (text("Phone"), lines["phone"]), (text("E-mail"), lines["email"]), note=self._no_message
        )
        self.add_pair((text("Street and number"), lines["street"]))
        self.add_pair((text("Postcode"), lines["postcode"]), (text("Town"), lines["city"]))

    def _say_age(self) -> None:
        workspace = self.workspace
        known = msgspec.structs.replace(self._before, birth_date=self._birth.value())
        said = age(known, workspace.today, workspace.locale)
        self._age.setText(said if self._birth.is_valid() else workspace.text("not understood yet"))
        self._age.setVisible(bool(self._age.text()))

    def _look_for_namesakes(self) -> None:
        if self._is_new:
            self._known.show_students(self.workspace.notebook.students.named_like(self.written()))
            self.fit()

    def _is_the_same(self, student_id: str) -> None:
        self.student_id = student_id
        self.answer = "same"
        self.accept()


def _genders(workspace: Workspace) -> list[tuple[str, str]]:
    text = workspace.text
    return [("", text("not said")), ("f", text("female")), ("m", text("male")), ("x", text("other"))]
