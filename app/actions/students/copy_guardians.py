"""Take the guardians of a brother or sister over."""

import msgspec

from app.models.changes import Changes
from app.models.record import new_id
from app.storage.notebook import Notebook


def copy_guardians(notebook: Notebook, *, from_id: str, student_id: str) -> Changes:
    """Everything said of them, what is to be minded too: whoever knows better corrects it for this child."""
    with notebook.change() as change:
        there = [
            one for each in notebook.students.ids_of(from_id) for one in notebook.guardians.of_student(each)
        ]
        first = max((one.position for one in notebook.guardians.of_student(student_id)), default=-1) + 1
        for place, one in enumerate(there, start=first):
            notebook.guardians.save(
                msgspec.structs.replace(one, id=new_id(), revision="", student_id=student_id, position=place)
            )
    return change.changes
