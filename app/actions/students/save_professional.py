"""Write a professional around a student."""

from app.models.changes import Changes
from app.models.professional import Professional
from app.storage.notebook import Notebook


def save_professional(notebook: Notebook, *, professional: Professional) -> Changes:
    """Save a new or corrected one."""
    with notebook.change() as change:
        notebook.professionals.save(professional)
    return change.changes
