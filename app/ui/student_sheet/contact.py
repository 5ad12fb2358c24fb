"""How a student is reached, and what they speak."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.actions.sheets.gather_facts import address
from app.models.student import Student
from app.ui.dialogs.edit_student import edit_student
from app.ui.fields.languages_field import LANGUAGES
from app.ui.widgets.pressable_lines import Line, Part, PressableLines
from app.ui.workspace import Workspace


def contact(workspace: Workspace, student: Student, parent: QWidget) -> PressableLines | None:
    """Phone, e-mail, address, languages; None when nothing of it is known."""
    reach = [student.phone, student.email]
    icon = "phone" if student.phone else "envelope-simple" if student.email else ""
    lines = [
        Line(
            (
                *(Part(words) for words in reach),
                Part(spoken(workspace, student.languages), "small", "ink2"),
            ),
            icon,
        ),
        Line((Part(home(student.street, student.postcode, student.city), "small", "ink2"),)),
    ]
    if not any(part.text for line in lines for part in line.parts):
        return None
    block = PressableLines(workspace.theme, lines, does=workspace.text("Correct the student"))
    block.setObjectName(f"contact:{student.id}")
    block.clicked.connect(lambda: edit_student(workspace, parent, student))
    return block


def spoken(workspace: Workspace, languages: Sequence[str]) -> str:
    """ "portugais, français"."""
    return ", ".join(workspace.label(LANGUAGES, code) for code in languages)


def home(street: str, postcode: str, city: str) -> str:
    """An address on one line."""
    return address(street, postcode, city).replace("\n", ", ")
