"""Write one guardian of a student."""

from app.models.changes import Changes
from app.models.guardian import Guardian
from app.storage.notebook import Notebook


def save_guardian(notebook: Notebook, *, guardian: Guardian) -> Changes:
    """Save a new or corrected guardian."""
    with notebook.change() as change:
        notebook.guardians.save(guardian)
    return change.changes
