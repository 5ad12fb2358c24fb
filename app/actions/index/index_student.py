"""Make a student found by name, class and case reference."""

from app.models.student import Student
from app.storage.notebook import Notebook


def index_student(notebook: Notebook, *, student: Student) -> None:
    """Put the student into the search, or take them out when binned or joined; inside a change."""
    if student.removed_at or student.joined_into:
        notebook.search.drop(student.id)
        return
    name, place = found_by(notebook, student=student)
    notebook.search.put_person(student_id=student.id, name=name, place=place)


def found_by(notebook: Notebook, *, student: Student) -> tuple[str, str]:
    """The words a student is found by: (names, class and case references)."""
    joined = [notebook.students.find(other) for other in notebook.students.ids_of(student.id)[1:]]
    references = [case.reference for case in notebook.cases.of_student(notebook.students.ids_of(student.id))]
    return words_for(student, joined=[other for other in joined if other], references=references)


def words_for(student: Student, *, joined: list[Student], references: list[str]) -> tuple[str, str]:
    """The same from what is loaded already: the sheets joined into this one, their cases' references."""
    names = [student.name, student.family_name, *(other.name for other in joined)]
    return " · ".join(dict.fromkeys(names)), " · ".join([student.class_name, *references])
