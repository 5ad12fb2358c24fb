"""The names a receiver is known by who is no entry of the directory, and the circle each stands in."""

from app.models.case import Case
from app.models.folding import fold
from app.models.framework import SAME_SERVICE
from app.models.record import FormRecord
from app.storage.notebook import Notebook


def people_around(notebook: Notebook, *, record: FormRecord | Case) -> dict[str, str]:
    """Folded: the student, the guardians, the schools, the unit, and those cards were compared with."""
    student = notebook.students.find(record.student_id)
    found: dict[str, str] = {}

    def add(circle: str, *names: str) -> None:
        for name in names:
            found.setdefault(fold(name), circle)

    if student is not None:
        add("student", student.name, student.listed_name, student.given_name)
        for student_id in notebook.students.ids_of(student.id):
            for guardian in notebook.guardians.of_student(student_id):
                add("parents", guardian.name, f"{guardian.family_name} {guardian.given_name}")
    add("head", *(school.name for school in notebook.schools.list()))
    add(SAME_SERVICE, notebook.units.own().name, notebook.author.name)
    add(SAME_SERVICE, *(other.name for other in notebook.correspondents.list()))
    found.pop("", None)
    return found
