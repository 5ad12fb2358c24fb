"""A line in which a student is found by typing, or named without being chosen yet."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.folding import fold
from app.ui.fields.student_suggestions import ADD, student_suggestions
from app.ui.form_view.parts.short_field import Shape
from app.ui.form_view.parts.suggesting_field import SuggestingField
from app.ui.form_view.parts.suggestion import Suggestion
from app.ui.workspace import Workspace


class StudentField(SuggestingField):
    """`chosen` when a student is taken, `released` when typing goes on over a chosen name.

    The last row asks for a new student: `new_wanted` with what was typed. Text that leads to nobody may
    stay: it names somebody who is filed later.
    """

    chosen = Signal(str)
    released = Signal()
    new_wanted = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        *,
        shape: Shape = "line",
        letters: int = 28,
        may_add: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            workspace.theme,
            workspace.locale,
            partial(student_suggestions, workspace, may_add=may_add),
            shape=shape,
            letters=letters,
            icon="magnifying-glass",
            hint=workspace.text("Student’s name: two letters"),
            parent=parent,
        )
        self._students = workspace.notebook.students
        self._chosen: str | None = None
        self.setAccessibleName(workspace.text("Student"))
        self.taken.connect(self._choose)
        self.textEdited.connect(self._release)

    def student_id(self) -> str | None:
        """Who was chosen; None while the text only names somebody."""
        return self._chosen

    def set_student(self, student_id: str | None) -> None:
        """Show a student by name, without saying so; None empties the line."""
        student = self._students.find(student_id)
        self._chosen = student.id if student else None
        self.setText(student.name if student else "")
        self._mark()

    def set_typed(self, text: str) -> None:
        """Show what was typed and led to nobody."""
        self._chosen = None
        self.setText(text)
        self._mark()

    def _choose(self, suggestion: Suggestion) -> None:
        if suggestion.key == ADD:
            self.new_wanted.emit(" ".join(self.text().split()))
            return
        self.set_student(suggestion.key)
        self.chosen.emit(suggestion.key)

    def _release(self, text: str) -> None:
        if self._chosen is None:
            return
        student = self._students.find(self._chosen)
        if student is None or fold(student.name) != fold(text):
            self._chosen = None
            self._mark()
            self.released.emit()

    def _mark(self) -> None:
        self.set_icon("student" if self._chosen else "magnifying-glass")
