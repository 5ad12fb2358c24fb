"""Open a case for a student."""

from datetime import date

from app.actions.ensure_case import ensure_case
from app.models.changes import Changes
from app.storage.notebook import Notebook


def open_case(notebook: Notebook, *, student_id: str, today: date) -> Changes:
    """Open a case unless one is open already."""
    with notebook.change() as change:
        ensure_case(notebook, student_id=student_id, today=today)
    return change.changes
