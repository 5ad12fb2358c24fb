"""Join two sheets of one person, and separate them again."""

import msgspec

from app.actions.index.index_student import index_student
from app.errors import RecordUnknown
from app.models.changes import Changes
from app.storage.notebook import Notebook


def join_students(notebook: Notebook, *, kept_id: str, other_id: str) -> Changes:
    """The other sheet is reached through the kept one; nothing is moved, so nothing is lost by separating.

    RecordUnknown when they are the same sheet.
    """
    kept_id = notebook.students.get(kept_id).joined_into or kept_id
    if kept_id == other_id:
        raise RecordUnknown(reference=other_id[:8])
    with notebook.change() as change:
        for joined in notebook.students.ids_of(other_id):  # those joined before come along
            student = notebook.students.get(joined)
            saved = notebook.students.save(msgspec.structs.replace(student, joined_into=kept_id))
            index_student(notebook, student=saved)
        index_student(notebook, student=notebook.students.get(kept_id))
    return change.changes


def separate_students(notebook: Notebook, *, other_id: str) -> Changes:
    """The sheet stands on its own again, with everything that was filed to it."""
    with notebook.change() as change:
        student = notebook.students.get(other_id)
        kept_id = student.joined_into
        index_student(
            notebook, student=notebook.students.save(msgspec.structs.replace(student, joined_into=None))
        )
        if kept_id:
            index_student(notebook, student=notebook.students.get(kept_id))
    return change.changes
