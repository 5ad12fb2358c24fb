"""Write what a case is and where it stands."""

from app.models.case import Case
from app.models.changes import Changes
from app.storage.notebook import Notebook


def save_case(notebook: Notebook, *, case: Case) -> Changes:
    """Save a case: opened, closed with its outcome, or opened again."""
    with notebook.change() as change:
        notebook.cases.save(case)
    return change.changes
