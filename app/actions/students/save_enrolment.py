"""Write where a student was in a school year, and put such a line away."""

from datetime import date

import msgspec

from app.actions.bin_record import bin_record, restore_record
from app.actions.index.index_student import index_student
from app.frameworks.library import Library
from app.models.changes import Changes
from app.models.enrolment import Enrolment
from app.models.school_year import school_year
from app.storage.notebook import Notebook


def save_enrolment(notebook: Notebook, *, enrolment: Enrolment, today: date) -> Changes:
    """Save a new or corrected line; this year's last one says where the student is now."""
    with notebook.change() as change:
        notebook.enrolments.save(enrolment)
        _follow(notebook, enrolment.student_id, today)
    return change.changes


def bin_enrolment(notebook: Notebook, *, library: Library, enrolment_id: str, today: date) -> Changes:
    """Put a line into the bin; the student is where the last one of this year says."""
    with notebook.change() as change:
        student_id = notebook.enrolments.get(enrolment_id).student_id
        bin_record(notebook, library=library, kind="enrolment", record_id=enrolment_id)
        _follow(notebook, student_id, today)
    return change.changes


def restore_enrolment(notebook: Notebook, *, library: Library, enrolment_id: str, today: date) -> Changes:
    """Put it back."""
    with notebook.change() as change:
        restore_record(notebook, library=library, kind="enrolment", record_id=enrolment_id)
        _follow(notebook, notebook.enrolments.get(enrolment_id).student_id, today)
    return change.changes


def _follow(notebook: Notebook, student_id: str, today: date) -> None:
    years = notebook.enrolments.of_student(student_id)
    if not years or years[0].school_year != school_year(today):
        return
    student, now = notebook.students.get(student_id), years[0]
    moved = msgspec.structs.replace(student, school_id=now.school_id, class_name=now.class_name)
    if moved != student:
        index_student(notebook, student=notebook.students.save(moved))
