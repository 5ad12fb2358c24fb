"""Write a student's sheet."""

from datetime import date

from app.actions.index.index_student import index_student
from app.models.changes import Changes
from app.models.enrolment import Enrolment
from app.models.school_year import school_year
from app.models.student import Student
from app.storage.notebook import Notebook


def save_student(notebook: Notebook, *, student: Student, today: date) -> Changes:
    """Save a new or corrected student, keep where they were this school year, and index them."""
    with notebook.change() as change:
        before = notebook.students.find(student.id)
        saved = notebook.students.save(student)
        _keep_enrolment(notebook, saved, today)
        index_student(notebook, student=saved)
        if before and before.name != saved.name:
            notebook.search.retitle(student_id=saved.id, title=saved.name)
    return change.changes


def _keep_enrolment(notebook: Notebook, student: Student, today: date) -> None:
    if not student.class_name and student.school_id is None:
        return
    year = school_year(today)
    years = notebook.enrolments.of_student(student.id)
    newest = next((one for one in years if one.school_year == year), None)
    now = (student.school_id, student.class_name)
    if newest is None or (newest.school_id, newest.class_name) != now:
        notebook.enrolments.save(
            Enrolment(
                student_id=student.id,
                school_year=year,
                school_id=student.school_id,
                class_name=student.class_name,
                since=today if newest else None,  # the day it was noted; who knows better corrects it
            )
        )
