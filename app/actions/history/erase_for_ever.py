"""Erase something and everything of it for ever."""

from app.actions.index.index_student import index_student
from app.actions.left_open import forget_left_open
from app.models.changes import Changes
from app.models.discreet import Discreet
from app.models.erasure import Erasure
from app.storage.copy_record import remember_erased
from app.storage.notebook import Notebook


class Erased(Discreet, frozen=True, kw_only=True):
    """What is kept about it, and what changed."""

    erasure: Erasure
    changes: Changes


def erase_for_ever(notebook: Notebook, *, kind: str, record_id: str) -> Erased:
    """Record, revisions, answers, search, drafts, tasks, what was sent and received of it: every word goes.

    In one transaction; `finish_erasing` then takes the last traces out of the file. The personal notes
    beside it are the window's to erase. RecordUnknown, StillNamed.
    """
    record = notebook.shelf(kind).get(record_id)
    with notebook.change() as change:
        done = notebook.erasures.erase(kind=kind, record_ids=[record_id])
        forget_left_open(notebook)
        if kind == "case":  # its reference is no longer a way to the student
            student = notebook.students.find(record.student_id)
            student = notebook.students.find(student.joined_into) or student if student else None
            if student is not None:
                index_student(notebook, student=student)
    return Erased(erasure=done, changes=change.changes)


def finish_erasing(notebook: Notebook) -> Changes:
    """Write the file anew; slow where the notebook is large, so call it on the worker. TracesLeft.

    The copies kept automatically are replaced by the next one.
    """
    notebook.erasures.finish()
    remember_erased(notebook.folder)
    return Changes()
