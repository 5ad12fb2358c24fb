"""Make many students found at once."""

from collections import defaultdict
from collections.abc import Sequence

from app.actions.index.index_student import words_for
from app.models.student import Student
from app.storage.notebook import Notebook


def index_students(notebook: Notebook, *, students: Sequence[Student]) -> None:
    """Put students who are neither binned nor joined into the search, set-based; inside a change."""
    joined: dict[str, list[Student]] = defaultdict(list)
    for other in [*notebook.students.list(), *notebook.students.list(removed=True)]:
        if other.joined_into:
            joined[other.joined_into].append(other)
    references: dict[str, list[str]] = defaultdict(list)
    for case in notebook.cases.list():
        references[case.student_id].append(case.reference)
    people = []
    for student in students:
        sheets = joined[student.id]
        cases = [reference for sheet in [student, *sheets] for reference in references[sheet.id]]
        people.append((student.id, *words_for(student, joined=sheets, references=cases)))
    notebook.search.put_people(people)
