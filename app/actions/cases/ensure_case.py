"""The case a new sheet belongs to."""

from datetime import date

from app.actions.index.index_student import index_student
from app.models.case import Case
from app.storage.notebook import Notebook


def ensure_case(notebook: Notebook, *, student_id: str, today: date, framework: str = "") -> Case:
    """The student's open case, or a new one: opening a case asks nobody's leave. Inside a change.

    One that was given to a colleague for good goes on with them.

    `framework` is the service a new one belongs to.
    """
    given = notebook.transfers.handovers.given()
    for case in notebook.cases.of_student(notebook.students.ids_of(student_id)):
        if case.state == "open" and case.id not in given:
            return case
    case = notebook.cases.save(
        Case(
            student_id=student_id,
            reference=notebook.cases.next_reference(today.year),
            opened=today,
            framework=framework,
        )
    )
    index_student(notebook, student=notebook.students.get(student_id))
    return case
