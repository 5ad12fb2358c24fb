"""The day by which whoever asked to see their record has an answer: a thing to do until it is handed over."""

from calendar import monthrange
from datetime import date

import msgspec

from app.models.case import Case
from app.models.changes import Changes
from app.models.record import now
from app.models.task import Task
from app.storage.notebook import Notebook

CASE = "case"  # what such a task comes from, instead of a sheet


def answer_by(asked_on: date, *, months: int) -> date:
    """The same day so many months later, or the last one of that month."""
    year, month = divmod(asked_on.year * 12 + asked_on.month - 1 + months, 12)
    return date(year, month + 1, min(asked_on.day, monthrange(year, month + 1)[1]))


def access_reminder(notebook: Notebook, *, case_id: str) -> Task | None:
    """The open one of a case."""
    tasks = notebook.tasks.of_source(case_id)
    return next((one for one in tasks if one.source_kind == CASE and one.done_at is None), None)


def remind_of_access(notebook: Notebook, *, case: Case, due: date, text: str) -> Changes:
    """Write it, or give the one there is another day."""
    known = access_reminder(notebook, case_id=case.id)
    task = known or Task(
        text=text, student_id=case.student_id, case_id=case.id, source_kind=CASE, source_id=case.id
    )
    with notebook.change() as change:
        notebook.tasks.save(msgspec.structs.replace(task, due=due))
    return change.changes


def end_access_reminder(notebook: Notebook, *, case_id: str) -> Changes:
    """It was handed over; nothing where nobody was to be reminded."""
    with notebook.change() as change:
        known = access_reminder(notebook, case_id=case_id)
        if known is not None:
            notebook.tasks.save(msgspec.structs.replace(known, done_at=now()))
    return change.changes
