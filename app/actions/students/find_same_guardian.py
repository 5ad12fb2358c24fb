"""The same guardian on the sheets of brothers and sisters."""

from app.actions.students.look_around import siblings_of
from app.models.folding import fold
from app.models.guardian import Guardian
from app.models.student import Student
from app.storage.notebook import Notebook


def find_same_guardian(notebook: Notebook, *, guardian: Guardian) -> list[tuple[Student, Guardian]]:
    """Whoever has the same whole name and the same relation there; a family name alone names two parents."""
    before = notebook.guardians.find(guardian.id) or guardian
    student = notebook.students.find(before.student_id)
    if student is None or not (before.family_name and before.given_name):
        return []
    same = []
    for sibling, _ in siblings_of(notebook, student_id=student.joined_into or student.id):
        for sheet in notebook.students.ids_of(sibling.id):
            for other in notebook.guardians.of_student(sheet):
                if (fold(other.name), other.relation) == (fold(before.name), before.relation):
                    same.append((sibling, other))
    return same
