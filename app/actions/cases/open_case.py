"""Open a case for a student."""

from datetime import date

from app.actions.cases.ensure_case import ensure_case
from app.models.changes import Changes
from app.storage.notebook import Notebook


def open_case(notebook: Notebook, *, student_id: str, today: date, framework: str = "") -> Changes:
    """Open a case unless one is open already; `framework` is the service it belongs to."""
    with notebook.change() as change:
        ensure_case(notebook, student_id=student_id, today=today, framework=framework)
    return change.changes
