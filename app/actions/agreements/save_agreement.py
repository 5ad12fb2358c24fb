"""Write what an adult student agreed to."""

from app.models.agreement import Agreement
from app.models.changes import Changes
from app.storage.notebook import Notebook


def save_agreement(notebook: Notebook, *, agreement: Agreement) -> Changes:
    """Save a new or corrected one."""
    with notebook.change() as change:
        notebook.agreements.save(agreement)
    return change.changes
