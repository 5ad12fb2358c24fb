"""The rows that typing a student's name proposes."""

from collections import Counter
from collections.abc import Sequence

from app.actions.students.find_students import find_students
from app.models.folding import fold
from app.models.student_line import StudentLine
from app.ui.form_view.parts.suggestion import Suggestion
from app.ui.form_view.read.folding import spans
from app.ui.words.student_words import born
from app.ui.workspace import Workspace

ADD = ""  # the key of the row that asks for a new student


def student_suggestions(
    workspace: Workspace, typed: str, *, may_add: bool = True, without: frozenset[str] = frozenset()
) -> list[Suggestion]:
    """Students that fit, and where none has exactly this name a last row that asks for a new one."""
    lines = [line for line in find_students(workspace.notebook, text=typed) if line.id not in without]
    alike = Counter(_face(line) for line in lines)
    rows = [
        Suggestion(
            key=line.id,
            label=line.listed_name,
            spans=tuple(spans(typed, line.listed_name) or ()),
            detail=_told_apart(workspace, line) if alike[_face(line)] > 1 else line.class_name,
            icon="student",
        )
        for line in lines
    ]
    name = " ".join(typed.split())
    if may_add and name and not _names_one(name, lines):
        label = workspace.text("Add “{name}” as a new student", name=name)
        rows.append(Suggestion(key=ADD, label=label, icon="user-plus"))
    return rows


def _face(line: StudentLine) -> tuple[str, str]:
    return fold(line.listed_name), line.class_name


def _told_apart(workspace: Workspace, line: StudentLine) -> str:
    """Two of one name in one class differ by the day they were born."""
    student = workspace.notebook.students.get(line.id)
    return " · ".join(filter(None, (line.class_name, born(student, workspace.locale))))


def _names_one(name: str, lines: Sequence[StudentLine]) -> bool:
    """Whether somebody has exactly this name, in either order."""
    typed = sorted(fold(name).split())
    return any(sorted(fold(line.listed_name).split()) == typed for line in lines)
