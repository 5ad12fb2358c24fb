"""What to know about a student before lifting the phone or writing a letter."""

from collections.abc import Iterator
from datetime import date

from app.actions.students.look_at_student import StudentFile
from app.ui.strips.cautions import protecting, reaching
from app.ui.words.student_words import born
from app.ui.workspace import Workspace


def warnings(workspace: Workspace, file: StudentFile, day: date) -> list[tuple[str, str]]:
    """(icon, sentence) of each, what protects somebody first. An unknown birth date is no warning."""
    found = [*protecting(workspace, file.around, day), *reaching(workspace, file.around, day)]
    return [*found, *(("users-three", sentence) for sentence in _taken_for(workspace, file))]


def _taken_for(workspace: Workspace, file: StudentFile) -> Iterator[str]:
    """Twins and namesakes."""
    siblings = {other.id for other, _ in file.around.siblings}
    for other in file.alike:
        facts = (other.name, other.class_name, born(other, workspace.locale))
        who = ", ".join(filter(None, facts))
        if other.birth_date is None or other.birth_date != file.student.birth_date:
            yield workspace.text("Not to be taken for {who}.", who=who)
        elif other.id in siblings:
            yield workspace.text("Twins, not to be taken for each other: {who}.", who=who)
        else:
            yield workspace.text("Born on the same day under the same name: {who}.", who=who)
